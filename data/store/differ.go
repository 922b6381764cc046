package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// Difference is what has become different in the file since a copy was made. What the program notes by itself is nobody's doing, and
// doesn't count: the road marks a step when it is first seen.
type Difference struct {
	Members, Events, Items RowDifference
	Others                 RowDifference // of all other tables
	// Unread is why the file as it is now could not be read, which is no fault of the copy: nothing is known then.
	Unread error
}

// RowDifference counts rows that were added, removed and changed since.
type RowDifference struct{ Added, Removed, Changed int }

// IsZero reports whether nothing differs.
func (d Difference) IsZero() bool { return d == Difference{} }

// DifferenceFrom tells in what the file differs now from a copy, which is what
// restoring it would take back. The copy is proven once more by that. Both are read
// whole, some rows at a time, so that no deed waits for it; it is not to be waited for.
func (s *Store) DifferenceFrom(ctx context.Context, c KeptCopy) (d Difference, err error) {
	copied, err := openProven(ctx, c, Options{Clock: s.clock, blueprint: s.blueprint})
	if err != nil {
		return d, err
	}
	defer func() { _ = copied.Close() }()
	for _, t := range s.layout.tables {
		then, err := copied.rowTexts(ctx, t)
		if err != nil {
			return d, err
		}
		now, err := s.rowTexts(ctx, t)
		if err != nil {
			return Difference{Unread: err}, ctx.Err()
		}
		of := &d.Others
		switch t.name {
		case memberRows.name:
			of = &d.Members
		case eventRows.name:
			of = &d.Events
		case itemRows.name:
			of = &d.Items
		}
		of.count(then, now)
	}
	return d, nil
}

// rowText is a row with all its values as one text.
type rowText struct {
	id   int64
	text string
}

// rowsAtOnce is how many rows are read between two deeds.
const rowsAtOnce = 2000

func (s *Store) rowTexts(ctx context.Context, t journalled) (rows []rowText, err error) {
	where := ""
	if t.name == roadMarkRows.name {
		where = " AND by_hand = 1"
	}
	query := fmt.Sprintf("SELECT id, json_array(%s) FROM %s WHERE id > ?%s ORDER BY id LIMIT ?", strings.Join(t.columns, ", "), t.name, where)
	for {
		var page []rowText
		var after int64
		if len(rows) > 0 {
			after = rows[len(rows)-1].id
		}
		err := s.read(ctx, func(ctx context.Context, q querier) (err error) {
			page, err = gather(ctx, q, func(r *sql.Rows) (row rowText, err error) { return row, r.Scan(&row.id, &row.text) }, query, after, rowsAtOnce)
			return err
		})
		if rows = append(rows, page...); err != nil || len(page) < rowsAtOnce {
			return rows, err
		}
	}
}

// count goes through both lists, which are in the order of their ids.
func (d *RowDifference) count(then, now []rowText) {
	for len(then) > 0 || len(now) > 0 {
		switch {
		case len(then) == 0 || len(now) > 0 && now[0].id < then[0].id:
			d.Added++
			now = now[1:]
		case len(now) == 0 || then[0].id < now[0].id:
			d.Removed++
			then = then[1:]
		default:
			if then[0].text != now[0].text {
				d.Changed++
			}
			then, now = then[1:], now[1:]
		}
	}
}
