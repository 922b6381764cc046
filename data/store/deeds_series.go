package store

import (
	"context"
	"database/sql"
	"slices"

	"copleader/data"
)

// Plan is an event to be planned with what it begins with; the ids in its rows are not heeded.
type Plan struct {
	Event    data.Event
	Agenda   []data.AgendaLine // nil for that of the format
	Roles    []data.EventRole
	Checks   []data.CheckLine
	LeaderID int64 // who leads, 0 where Roles say it or nobody does
}

// PlanEvents plans events as one act, each an event of its own that knows its series; the new ids are set in the plans. One event alone,
// without a rule, belongs to no series.
func (s *Store) PlanEvents(ctx context.Context, rule string, plans []Plan) (Done, error) {
	if len(plans) == 0 {
		return Done{}, data.Fault(data.CodeNothing, "There is no event to plan.")
	}
	deed := Deed{Key: "plan %d event", Many: "plan a series of %d events", N: len(plans)}
	if len(plans) == 1 {
		deed = Deed{Key: "plan “%s”", Args: []any{Name{"event", 0}}}
	}
	done, err := s.undoable(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		var series data.Series
		if rule != "" {
			series.Rule = rule
			if err := put(ctx, tx, seriesRows, &series); err != nil {
				return err
			}
		}
		for i := range plans {
			plans[i].Event.SeriesID = series.ID
			if err := plans[i].in(ctx, tx); err != nil {
				return err
			}
		}
		return nameAct(ctx, tx, deed, plans[0].Event.ID)
	})
	if err != nil {
		for i := range plans {
			plans[i].Event.ID = 0
		}
	}
	return done, err
}

// in plans the event within an act.
func (p *Plan) in(ctx context.Context, tx *sql.Tx) error {
	if p.Agenda == nil {
		if err := planIn(ctx, tx, &p.Event, p.LeaderID); err != nil {
			return err
		}
	} else if err := p.withAgenda(ctx, tx); err != nil {
		return err
	}
	for _, role := range p.Roles {
		role.ID, role.EventID = 0, p.Event.ID
		if err := put(ctx, tx, eventRoleRows, &role); err != nil {
			return err
		}
	}
	for i, line := range p.Checks {
		line.ID, line.EventID, line.Rank, line.DoneOn = 0, p.Event.ID, i+1, 0
		if err := put(ctx, tx, checkLineRows, &line); err != nil {
			return err
		}
	}
	return nil
}

func (p *Plan) withAgenda(ctx context.Context, tx *sql.Tx) error {
	if err := put(ctx, tx, eventRows, &p.Event); err != nil {
		return err
	}
	for i, line := range p.Agenda {
		line.ID, line.EventID, line.Rank = 0, p.Event.ID, i+1
		if err := put(ctx, tx, agendaLineRows, &line); err != nil {
			return err
		}
	}
	if p.LeaderID == 0 {
		return nil
	}
	return put(ctx, tx, eventRoleRows, &data.EventRole{EventID: p.Event.ID, MemberID: p.LeaderID, Part: data.PartFacilitator, Rank: 1})
}

// ChangeEvents changes several events as one act, each as it stands in the file by then.
func (s *Store) ChangeEvents(ctx context.Context, deed Deed, ids []int64, change func(*data.Event)) (Done, error) {
	return s.eachOf(ctx, deed, ids, func(ctx context.Context, tx *sql.Tx, id int64) error {
		return editIn(ctx, tx, eventRows, id, change)
	})
}

// SameTime has MoveEvents leave each event its time of day.
const SameTime data.Clock = -1

// MoveEvents moves events by days, and to a time of day, as one act; each stays as long.
func (s *Store) MoveEvents(ctx context.Context, ids []int64, days int, start data.Clock) (Done, error) {
	deed := onRows(Deed{Key: "move %d event", Many: "move %d events"}, Deed{Key: "move “%s”"}, "event", ids)
	return s.ChangeEvents(ctx, deed, ids, func(e *data.Event) {
		e.MoveTo(e.On.AddDays(days))
		if start != SameTime {
			e.Start = start
		}
	})
}

// SetStatuses moves events on, or back, as one act.
func (s *Store) SetStatuses(ctx context.Context, ids []int64, status data.EventStatus) (Done, error) {
	several, one := Deed{Key: "change %d event", Many: "change %d events"}, Deed{Key: "change “%s”"}
	switch status {
	case data.StatusCancelled:
		several, one = Deed{Key: "cancel %d event", Many: "cancel %d events"}, Deed{Key: "cancel “%s”"}
	case data.StatusPlanned:
		several, one = Deed{Key: "plan %d event again", Many: "plan %d events again"}, Deed{Key: "plan “%s” again"}
	}
	deed := onRows(several, one, "event", ids)
	return s.ChangeEvents(ctx, deed, ids, func(e *data.Event) { e.Status = status })
}

// RemoveEvents takes events away, with what hangs on them, as one act.
func (s *Store) RemoveEvents(ctx context.Context, ids []int64) (Done, error) {
	deed := onRows(Deed{Key: "remove %d event", Many: "remove %d events"}, Deed{Key: "remove “%s”"}, "event", ids)
	return s.eachOf(ctx, deed, ids, func(ctx context.Context, tx *sql.Tx, id int64) error { return eventRows.drop(ctx, tx, id) })
}

// TickCheck notes that a line of a checklist is done today, or not after all.
func (s *Store) TickCheck(ctx context.Context, id int64, done bool) error {
	deed := Deed{Key: "tick a line of a checklist"}
	if !done {
		deed.Key = "untick a line of a checklist"
	}
	return edit(ctx, s, checkLineRows, id, deed, func(c *data.CheckLine) {
		c.DoneOn = 0
		if done {
			c.DoneOn = s.today()
		}
	})
}

// SetChecklist replaces the checklist of an event; a line of the same words stays done.
func (s *Store) SetChecklist(ctx context.Context, eventID int64, lines []data.CheckLine) error {
	return s.act(ctx, Deed{Key: "change a checklist"}, func(ctx context.Context, tx *sql.Tx) error {
		before, err := checkLineRows.query(ctx, tx, "WHERE event_id = ?", eventID)
		if err != nil {
			return err
		}
		for i, line := range lines {
			line.ID, line.EventID, line.Rank = 0, eventID, i+1
			if at := slices.IndexFunc(before, func(c data.CheckLine) bool { return c.Text == line.Text }); at >= 0 {
				line.ID, line.DoneOn = before[at].ID, before[at].DoneOn
				before = slices.Delete(before, at, at+1)
			}
			if err := put(ctx, tx, checkLineRows, &line); err != nil {
				return err
			}
		}
		for i := range before {
			if err := checkLineRows.drop(ctx, tx, before[i].ID); err != nil {
				return err
			}
		}
		return nil
	})
}
