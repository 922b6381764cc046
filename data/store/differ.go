package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
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

// RowDifference counts rows that were added, removed and changed since. A row that is of another person or thing than
// the one that had its number counts as added, and the other as removed.
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
		if t.name == outwardCountsRows.name || t.name == outwardPeriodRows.name {
			continue // restoring keeps it
		}
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
		were, are := of.count(then, now)
		if of == &d.Others {
			continue
		}
		replaced, err := s.replaced(ctx, copied, t.name, were, are)
		if err != nil {
			return Difference{Unread: err}, ctx.Err()
		}
		of.Changed, of.Added, of.Removed = of.Changed-replaced, of.Added+replaced, of.Removed+replaced
	}
	return d, nil
}

// rowText is a row with all its values as one text, and what names it and what else tells who or what it is.
type rowText struct {
	id    int64
	text  string
	title string
	marks string
}

// marking are columns that together with the name tell who or what a row is, where the journal doesn't know any more when
// it was made: one word of both is the same.
var marking = map[string]string{
	memberRows.name: "json_array(joined_on, nullif(email, ''))",
	eventRows.name:  "json_array(day)",
	itemRows.name:   "json_array(created_on)",
}

// rowsAtOnce is how many rows are read between two deeds.
const rowsAtOnce = 2000

func (s *Store) rowTexts(ctx context.Context, t journalled) (rows []rowText, err error) {
	where := ""
	if t.name == roadMarkRows.name {
		where = " AND by_hand = 1"
	}
	title, marks := cmp.Or(t.title, "''"), cmp.Or(marking[t.name], "''")
	query := fmt.Sprintf("SELECT id, json_array(%s), %s, %s FROM %s WHERE id > ?%s ORDER BY id LIMIT ?", strings.Join(t.columns, ", "), title, marks, t.name, where)
	for {
		var page []rowText
		var after int64
		if len(rows) > 0 {
			after = rows[len(rows)-1].id
		}
		err := s.read(ctx, func(ctx context.Context, q querier) (err error) {
			page, err = gather(ctx, q, func(r *sql.Rows) (row rowText, err error) {
				return row, r.Scan(&row.id, &row.text, &row.title, &row.marks)
			}, query, after, rowsAtOnce)
			return err
		})
		if rows = append(rows, page...); err != nil || len(page) < rowsAtOnce {
			return rows, err
		}
	}
}

// count goes through both lists, which are in the order of their ids, and gives the rows that are called otherwise now, as
// they were and as they are.
func (d *RowDifference) count(then, now []rowText) (were, are []rowText) {
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
			if then[0].title != now[0].title {
				were, are = append(were, then[0]), append(are, now[0])
			}
			then, now = then[1:], now[1:]
		}
	}
	return were, are
}

// replaced counts the rows that are of another person or thing than those that had their numbers in the copy: two branches of
// one file gave them twice. The journals know by how the row was made; where one doesn't any more, nothing that marks it is alike.
func (s *Store) replaced(ctx context.Context, copied *Store, table string, were, are []rowText) (n int, err error) {
	for i := range were {
		row := Name{table, are[i].id}
		then, err := copied.making(ctx, row)
		if err != nil {
			return n, err
		}
		now, err := s.making(ctx, row)
		if err != nil {
			return n, err
		}
		known := then != "" && now != ""
		if known && then != now || !known && nothingAlike(were[i].marks, are[i].marks) {
			n++
		}
	}
	return n, nil
}

// making is the record of how a row was made, empty where the journal has none.
func (s *Store) making(ctx context.Context, row Name) (made string, err error) {
	err = s.read(ctx, func(ctx context.Context, q querier) error {
		records, err := gather(ctx, q, func(r *sql.Rows) (text string, err error) { return text, r.Scan(&text) },
			"SELECT after FROM change WHERE tbl = ? AND row_id = ? AND op = 'insert' AND after IS NOT NULL ORDER BY id LIMIT 1", row.Table, row.ID)
		made = strings.Join(records, "")
		return err
	})
	return made, err
}

// nothingAlike tells whether two lists of marks, as JSON, have none in common; marks that are not there are not alike.
func nothingAlike(then, now string) bool {
	var a, b []any
	if json.Unmarshal([]byte(then), &a) != nil || json.Unmarshal([]byte(now), &b) != nil {
		return false
	}
	for i := range a {
		if i < len(b) && a[i] != nil && a[i] == b[i] {
			return false
		}
	}
	return true
}
