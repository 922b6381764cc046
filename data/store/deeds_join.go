package store

import (
	"context"
	"database/sql"
	"fmt"

	"copleader/data"
)

// JoinMembers joins two records of one person as one act: what hangs on the record
// gone, attendance, parts, contributions, what was asked, hangs on the record that
// stays from then on, once where both had it, and the record gone goes
// (data/README.md, What comes in).
func (s *Store) JoinMembers(ctx context.Context, stays, gone int64) (Done, error) {
	if stays == gone {
		return Done{}, data.Fault(data.CodeInvalid, "These are one record already; nothing was changed.")
	}
	deed := Deed{Key: joinKey, Args: []any{Name{"member", stays}}}
	return s.undoable(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		one, err := memberRows.get(ctx, tx, stays)
		if err != nil {
			return err
		}
		other, err := memberRows.get(ctx, tx, gone)
		if err != nil {
			return err
		}
		if one.Erased() || other.Erased() {
			return data.Fault(data.CodeInvalid, "A person who was forgotten can't be joined with anybody; nothing was changed.")
		}
		j := joining{s.layout, stays, gone}
		for _, step := range []func(context.Context, *sql.Tx) error{j.presence, j.replies, j.roles, j.levels, j.welcomes, j.everythingElse} {
			if err := step(ctx, tx); err != nil {
				return err
			}
		}
		if err := memberRows.drop(ctx, tx, gone); err != nil {
			return err
		}
		joined := one.JoinedWith(other)
		if err := put(ctx, tx, memberRows, &joined); err != nil {
			return err
		}
		return knowOther(ctx, tx, joined, other)
	})
}

// knowOther remembers the name and the address that went with a record joined into
// another, so that the next list finds the person; not those that are somebody's.
func knowOther(ctx context.Context, tx *sql.Tx, joined, other data.Member) error {
	people := &data.Snapshot{}
	if err := readPeople(ctx, tx, people); err != nil {
		return err
	}
	for _, n := range people.KnownOnceJoined(joined, other) {
		if err := put(ctx, tx, knownNameRows, &n); err != nil {
			return err
		}
	}
	return nil
}

// joining is one joining of two records under way.
type joining struct {
	layout      *layout
	stays, gone int64
}

// pairs yields the rows of the record gone, each with the row of the record that
// stays that has the same value in a column; nothing for one without such a row.
func pairs[T any](ctx context.Context, tx *sql.Tx, t table[T], j joining, column string, yield func(one, other *T) error) error {
	theirs, err := t.query(ctx, tx, "WHERE member_id = ? ORDER BY id", j.gone)
	if err != nil {
		return err
	}
	for i := range theirs {
		ours, err := t.query(ctx, tx, fmt.Sprintf("WHERE member_id = ? AND %s = (SELECT %s FROM %s WHERE id = ?)", column, column, t.name), j.stays, *t.id(&theirs[i]))
		if err != nil {
			return err
		}
		if len(ours) > 0 {
			if err := yield(&ours[0], &theirs[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// presence joins the two rows of an event at which both were noted.
func (j joining) presence(ctx context.Context, tx *sql.Tx) error {
	return pairs(ctx, tx, attendanceRows, j, "event_id", func(one, other *data.Attendance) error {
		switch {
		case other.Present && !one.Present:
			one.MinutesPresent = other.MinutesPresent
		case other.Present && one.MinutesPresent > 0 && other.MinutesPresent > 0:
			one.MinutesPresent = max(one.MinutesPresent, other.MinutesPresent)
		case other.Present: // one of them was there throughout
			one.MinutesPresent = 0
		}
		one.Present = one.Present || other.Present
		if one.Expected == data.ReplyNone {
			one.Expected = other.Expected
		}
		return put(ctx, tx, attendanceRows, one)
	})
}

// replies joins the two invitations to one round.
func (j joining) replies(ctx context.Context, tx *sql.Tx) error {
	return pairs(ctx, tx, invitationRows, j, "round_id", func(one, other *data.Invitation) error {
		one.Replied = one.Replied || other.Replied
		return put(ctx, tx, invitationRows, one)
	})
}

// roles joins stretches of the same role that overlap or touch one another.
func (j joining) roles(ctx context.Context, tx *sql.Tx) error {
	held, err := memberRoleRows.query(ctx, tx, "WHERE member_id IN (?, ?) ORDER BY role, from_day, id", j.stays, j.gone)
	if err != nil {
		return err
	}
	for i := 0; i < len(held); {
		one, more := &held[i], i+1
		for more < len(held) && held[more].Role == one.Role && (one.To == 0 || held[more].From <= one.To) {
			if one.To == 0 || held[more].To == 0 {
				one.To = 0
			} else {
				one.To = max(one.To, held[more].To)
			}
			if err := memberRoleRows.drop(ctx, tx, held[more].ID); err != nil {
				return err
			}
			more++
		}
		if more > i+1 {
			if err := put(ctx, tx, memberRoleRows, one); err != nil {
				return err
			}
		}
		i = more
	}
	return nil
}

// levels lets one declared level stand where both records have one.
func (j joining) levels(ctx context.Context, tx *sql.Tx) error {
	open, err := declaredLevelRows.query(ctx, tx, "WHERE member_id IN (?, ?) AND ended_on IS NULL ORDER BY declared_on DESC, id DESC", j.stays, j.gone)
	if err != nil {
		return err
	}
	for i := range open {
		if i == 0 {
			continue // the newest
		}
		open[i].EndedOn = max(open[0].DeclaredOn, open[i].DeclaredOn)
		if err := put(ctx, tx, declaredLevelRows, &open[i]); err != nil {
			return err
		}
	}
	return nil
}

// welcomes drops what one record did for the other: nobody welcomes themselves.
func (j joining) welcomes(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "DELETE FROM contribution WHERE (member_id = ?1 AND whom_id = ?2) OR (member_id = ?2 AND whom_id = ?1)", j.stays, j.gone)
	return err
}

// everythingElse hangs every row that refers to the record gone on the one that
// stays. What may be there once only and is there already goes with the record.
func (j joining) everythingElse(ctx context.Context, tx *sql.Tx) error {
	for _, t := range j.layout.tables {
		for _, ref := range t.refs {
			if ref.table != memberRows.name {
				continue
			}
			statement := fmt.Sprintf("UPDATE OR IGNORE %s SET %s = ? WHERE %s = ?", t.name, ref.column, ref.column)
			if _, err := tx.ExecContext(ctx, statement, j.stays, j.gone); err != nil {
				return err
			}
		}
	}
	return nil
}
