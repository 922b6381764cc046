package share

import (
	"context"

	"copleader/data"
	"copleader/reports"
)

// Left notes what a document that leaves this computer tells of health checks, so that later ones cannot be set against it.
func (s *State) Left(ctx context.Context, o Order) error {
	if o.Whom != reports.AboutAnswers {
		return nil
	}
	return s.keepOutward(ctx, o.RoundID)
}

func (s *State) keepOutward(ctx context.Context, roundID int64) error {
	if s.readOnly {
		return nil
	}
	told, err := s.leaving(ctx, roundID)
	if err != nil {
		return err
	}
	return s.store.KeepOutward(ctx, told)
}

// leaving are the counts that documents with figures tell, of that round too.
func (s *State) leaving(ctx context.Context, roundID int64) ([]data.OutwardCounts, error) {
	snapshot, err := s.store.Snapshot(ctx)
	if err != nil {
		return nil, err
	}
	return snapshot.LeavingCounts(s.clock.Today(), roundID), nil
}

// left notes what a document tells that leaves from here on without the program.
func (s *Screen) left(m Made) {
	s.making.Run(func() func() {
		err := s.state.Left(context.Background(), m.Order)
		return func() { s.deps.Fail(err) }
	})
}
