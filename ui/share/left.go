package share

import (
	"context"

	"copleader/data"
	"copleader/reports"
)

// Left notes what a document that leaves this computer tells of health checks and of who joined, so that later ones cannot be set
// against it.
func (s *State) Left(ctx context.Context, o Order) error {
	if o.Whom != reports.AboutAnswers {
		return nil
	}
	return s.keepOutward(ctx, o.asked())
}

func (o *Order) asked() asked { return asked{o.CoversPeriod(), o.From, o.Until} }

// asked is what a document with figures was asked for: the days, if it covers any.
type asked struct {
	covers      bool
	from, until data.Date
}

func (s *State) keepOutward(ctx context.Context, of asked) error {
	if s.readOnly {
		return nil
	}
	told, err := s.leaving(ctx, of)
	if err != nil {
		return err
	}
	return s.store.KeepOutward(ctx, told)
}

// leaving is what documents with figures tell, of those days too.
func (s *State) leaving(ctx context.Context, of asked) (data.Outgoing, error) {
	snapshot, err := s.store.Snapshot(ctx)
	if err != nil {
		return data.Outgoing{}, err
	}
	today := s.clock.Today()
	told := data.Outgoing{Counts: snapshot.LeavingCounts(today)}
	if of.covers {
		told.Periods = append(told.Periods, snapshot.LeavingPeriod(of.from, of.until, today))
	}
	return told, nil
}

// left notes what a document tells that leaves from here on without the program.
func (s *Screen) left(m Made) {
	s.making.Run(func() func() {
		err := s.state.Left(context.Background(), m.Order)
		return func() { s.deps.Fail(err) }
	})
}
