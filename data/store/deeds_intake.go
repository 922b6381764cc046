package store

import (
	"context"
	"database/sql"

	"copleader/data"
)

// TakeIn takes in what comes from elsewhere, as one act (data/README.md, What
// comes in). A row that is not there any more, or that does not fit, keeps
// everything out.
func (s *Store) TakeIn(ctx context.Context, in data.Intake) (Done, error) {
	if in.Empty() {
		return Done{}, data.Fault(data.CodeNothing, "There is nothing to take in.")
	}
	words := in.Deed()
	deed := Deed{Key: words.Key, Many: words.Many, N: words.N, Args: words.Args}
	return s.undoable(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		t := taking{s: s, members: map[int64]int64{}, events: map[int64]int64{}}
		return t.all(ctx, tx, &in)
	})
}

// taking is one intake under way; it knows which ids the new rows were given.
type taking struct {
	s               *Store
	members, events map[int64]int64
}

func (t *taking) all(ctx context.Context, tx *sql.Tx, in *data.Intake) error {
	for _, take := range []func(context.Context, *sql.Tx, *data.Intake) error{t.takeMembers, t.takeEvents, t.takeItems, t.takePresent, t.takeGuests, t.remember} {
		if err := take(ctx, tx, in); err != nil {
			return err
		}
	}
	return nil
}

// given is the id that a new row got, or the id itself.
func given(ids map[int64]int64, id int64) int64 {
	if id < 0 {
		return ids[id]
	}
	return id
}

// takeRow puts a row; the id of a new one is noted under the number it came with.
func takeRow[T any, P validated[T]](ctx context.Context, tx *sql.Tx, t table[T], r T, ids map[int64]int64) error {
	id := t.id(&r)
	number := *id
	*id = max(0, number)
	if err := put[T, P](ctx, tx, t, &r); err != nil {
		return err
	}
	if number < 0 {
		ids[number] = *id
	}
	return nil
}

func (t *taking) takeMembers(ctx context.Context, tx *sql.Tx, in *data.Intake) error {
	for _, m := range in.Members {
		if err := takeRow(ctx, tx, memberRows, m, t.members); err != nil {
			return err
		}
	}
	return nil
}

func (t *taking) takeEvents(ctx context.Context, tx *sql.Tx, in *data.Intake) error {
	for _, e := range in.Events {
		if err := takeRow(ctx, tx, eventRows, e, t.events); err != nil {
			return err
		}
	}
	return nil
}

// takeItems puts new items at the end of their columns; their column's limit is
// not held against a whole list.
func (t *taking) takeItems(ctx context.Context, tx *sql.Tx, in *data.Intake) error {
	last := map[data.Column]int{}
	for _, i := range in.Items {
		if i.ID > 0 {
			if err := put(ctx, tx, itemRows, &i); err != nil {
				return err
			}
			continue
		}
		rank, known := last[i.Column]
		if !known {
			if err := tx.QueryRowContext(ctx, "SELECT coalesce(max(rank), 0) FROM item WHERE board_column = ?", i.Column).Scan(&rank); err != nil {
				return err
			}
		}
		if i.CreatedOn == 0 {
			i.CreatedOn = t.s.today()
		}
		i.ID, i.Rank = 0, rank+rankSpace
		last[i.Column] = i.Rank
		done := i.DoneOn
		if enter(&i, i.Column, t.s.today()); done != 0 && i.Column == data.ColumnDone {
			i.DoneOn = done
		}
		if err := put(ctx, tx, itemRows, &i); err != nil {
			return err
		}
		move := data.ItemMove{ItemID: i.ID, Column: i.Column, On: t.s.today()}
		if err := put(ctx, tx, itemMoveRows, &move); err != nil {
			return err
		}
	}
	return nil
}

func (t *taking) takePresent(ctx context.Context, tx *sql.Tx, in *data.Intake) error {
	for _, a := range in.Present {
		event, member := given(t.events, a.EventID), given(t.members, a.MemberID)
		found, err := attendanceRows.query(ctx, tx, "WHERE event_id = ? AND member_id = ?", event, member)
		if err != nil {
			return err
		}
		row := data.Attendance{EventID: event, MemberID: member}
		if len(found) > 0 {
			row = found[0]
		}
		row.Present, row.MinutesPresent = true, a.MinutesPresent
		if err := put(ctx, tx, attendanceRows, &row); err != nil {
			return err
		}
	}
	return nil
}

func (t *taking) takeGuests(ctx context.Context, tx *sql.Tx, in *data.Intake) error {
	for _, g := range in.Guests {
		event := given(t.events, g.EventID)
		if err := editIn(ctx, tx, eventRows, event, func(e *data.Event) { e.Guests = g.Guests }); err != nil {
			return err
		}
		if err := markGuests(ctx, tx, event, g.Named, g.Gone); err != nil {
			return err
		}
	}
	return nil
}

// markGuests keeps the marks of guests whom a list named, and drops those of others.
func markGuests(ctx context.Context, tx *sql.Tx, event int64, more, gone []string) error {
	settings, err := settingRows.query(ctx, tx, "")
	if err != nil {
		return err
	}
	for _, row := range data.MarkGuests(settings, event, more, gone) {
		switch {
		case row.Value != "":
			err = put(ctx, tx, settingRows, &row)
		case row.ID != 0:
			err = settingRows.drop(ctx, tx, row.ID)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// remember keeps whom a name means and what columns hold; what was said last counts.
func (t *taking) remember(ctx context.Context, tx *sql.Tx, in *data.Intake) error {
	for _, name := range in.Unlearn {
		if _, err := tx.ExecContext(ctx, "DELETE FROM known_name WHERE name = ?", name); err != nil {
			return err
		}
	}
	for _, m := range in.Marks {
		if err := editIn(ctx, tx, eventRows, m.EventID, func(e *data.Event) { e.CalendarMark = m.Mark }); err != nil {
			return err
		}
	}
	for _, n := range in.Names {
		n.MemberID = given(t.members, n.MemberID)
		found, err := knownNameRows.query(ctx, tx, "WHERE name = ?", n.Name)
		if err != nil {
			return err
		}
		if n.ID = 0; len(found) > 0 {
			n.ID = found[0].ID
		}
		if err := put(ctx, tx, knownNameRows, &n); err != nil {
			return err
		}
	}
	for _, c := range in.Columns {
		found, err := knownColumnsRows.query(ctx, tx, "WHERE headings = ?", c.Headings)
		if err != nil {
			return err
		}
		if c.ID = 0; len(found) > 0 {
			c.ID = found[0].ID
		}
		if err := put(ctx, tx, knownColumnsRows, &c); err != nil {
			return err
		}
	}
	return nil
}
