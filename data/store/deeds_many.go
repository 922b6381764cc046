package store

import (
	"context"
	"database/sql"
	"slices"

	"copleader/data"
)

// onRows is a deed on several rows, which it counts; one alone is called by its name.
func onRows(several, one Deed, table string, ids []int64) Deed {
	if len(ids) != 1 {
		several.N = len(ids)
		return several
	}
	one.Args = append([]any{Name{table, ids[0]}}, one.Args...)
	return one
}

// eachOf does something to each of several rows, all as one act or none at all.
func (s *Store) eachOf(ctx context.Context, deed Deed, ids []int64, do func(ctx context.Context, tx *sql.Tx, id int64) error) (Done, error) {
	return s.undoable(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		for _, id := range ids {
			if err := do(ctx, tx, id); err != nil {
				return err
			}
		}
		return nil
	})
}

// SetUnits moves members to a unit, "" for none.
func (s *Store) SetUnits(ctx context.Context, ids []int64, unit string) (Done, error) {
	deed := onRows(Deed{Key: "change the unit of %d member", Many: "change the unit of %d members"}, Deed{Key: "change the unit of %s"}, "member", ids)
	return s.eachOf(ctx, deed, ids, func(ctx context.Context, tx *sql.Tx, id int64) error {
		return editIn(ctx, tx, memberRows, id, func(m *data.Member) { m.Unit = unit })
	})
}

// Topics are what is added to what members may be asked about and are interested in, and what is taken from both.
type Topics struct {
	Knows, Interests data.Lines
	Gone             data.Lines
}

// ChangeTopics adds topics to members, and takes some away; nobody has one twice, whatever its capitals and accents.
func (s *Store) ChangeTopics(ctx context.Context, ids []int64, t Topics) (Done, error) {
	deed := onRows(Deed{Key: "change the topics of %d member", Many: "change the topics of %d members"}, Deed{Key: "change the topics of %s"}, "member", ids)
	return s.eachOf(ctx, deed, ids, func(ctx context.Context, tx *sql.Tx, id int64) error {
		return editIn(ctx, tx, memberRows, id, t.Change)
	})
}

// Change does so to one member.
func (t *Topics) Change(m *data.Member) {
	m.Knows, m.Interests = t.without(m.Knows).With(t.Knows, 0), t.without(m.Interests).With(t.Interests, 0)
}

// without is a list without what goes.
func (t *Topics) without(list data.Lines) data.Lines {
	return slices.DeleteFunc(slices.Clone(list), func(line string) bool {
		return slices.ContainsFunc(t.Gone, func(gone string) bool { return data.Fold(gone) == data.Fold(line) })
	})
}

// AddFollowUps notes the same follow-up with each of several members.
func (s *Store) AddFollowUps(ctx context.Context, ids []int64, row data.FollowUp) (Done, error) {
	deed := onRows(Deed{Key: "note a follow-up with %d member", Many: "note a follow-up with %d members"}, Deed{Key: "note a follow-up with %s"}, "member", ids)
	return s.eachOf(ctx, deed, ids, func(ctx context.Context, tx *sql.Tx, id int64) error {
		one := row
		one.ID, one.MemberID = 0, id
		return put(ctx, tx, followUpRows, &one)
	})
}

// CloseFollowUps notes that follow-ups are done with.
func (s *Store) CloseFollowUps(ctx context.Context, ids []int64) (Done, error) {
	deed := Deed{Key: "note a follow-up"}
	if len(ids) > 1 {
		deed = Deed{Key: "close %d follow-up", Many: "close %d follow-ups", N: len(ids)}
	}
	return s.eachOf(ctx, deed, ids, func(ctx context.Context, tx *sql.Tx, id int64) error {
		return editIn(ctx, tx, followUpRows, id, func(f *data.FollowUp) { f.State = data.Done })
	})
}

// RemoveMembers takes members away, with what hangs on them.
func (s *Store) RemoveMembers(ctx context.Context, ids []int64) (Done, error) {
	deed := onRows(Deed{Key: "remove %d member", Many: "remove %d members"}, Deed{Key: "remove %s"}, "member", ids)
	return s.eachOf(ctx, deed, ids, func(ctx context.Context, tx *sql.Tx, id int64) error {
		if err := leadsStill(ctx, tx, id); err != nil {
			return err
		}
		return memberRows.drop(ctx, tx, id)
	})
}
