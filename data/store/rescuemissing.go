package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"copleader/data"
)

// Broken pages can swallow rows without a word: one that counts its cells wrongly reads as if they had never been. So it is looked how
// each table is built, and the journal is asked which rows there must be.

// witness is what the journal of a damaged file says of rows.
type witness struct {
	there map[string]map[int64]bool // by table and number: whether the row must be there
	whole bool                      // the journal itself is not damaged
}

// hear asks the journal which rows there must be.
func (w *rescuer) hear(ctx context.Context) error {
	w.journal = witness{there: map[string]map[int64]bool{}, whole: w.sound(ctx, "act") && w.sound(ctx, "change")}
	undone := map[int64]bool{}
	readAll(ctx, w, "SELECT id, 0, '', 0, '' FROM act NOT INDEXED WHERE undone_by IS NOT NULL AND id > ? ORDER BY id LIMIT 5000",
		func(r testimony) { undone[r.id] = true })
	begins := map[string]map[int64]bool{} // rows of which every deed known is undone
	readAll(ctx, w, "SELECT id, act_id, tbl, row_id, op FROM change NOT INDEXED WHERE id > ? ORDER BY id LIMIT 5000", func(r testimony) {
		switch {
		case !undone[r.act]:
			note(w.journal.there, r, r.op != "delete")
		case !has(begins, r):
			note(begins, r, r.op != "insert")
		}
	})
	for table, rows := range begins {
		for id, there := range rows {
			if r := (testimony{table: table, row: id}); !has(w.journal.there, r) {
				note(w.journal.there, r, there)
			}
		}
	}
	return ctx.Err()
}

// testimony is what one change of the journal says.
type testimony struct {
	id, act int64
	table   string
	row     int64
	op      string
}

func note(of map[string]map[int64]bool, r testimony, there bool) {
	if of[r.table] == nil {
		of[r.table] = map[int64]bool{}
	}
	of[r.table][r.row] = there
}

func has(of map[string]map[int64]bool, r testimony) bool {
	_, known := of[r.table][r.row]
	return known
}

// readAll reads what can be read in the order of the numbers; past a broken page it goes on farther and farther behind it.
func readAll(ctx context.Context, w *rescuer, query string, each func(testimony)) {
	last, step := int64(0), int64(0)
	for ctx.Err() == nil && step < mostNumbers {
		page, err := gather(ctx, w.source, func(r *sql.Rows) (t testimony, err error) {
			return t, r.Scan(&t.id, &t.act, &t.table, &t.row, &t.op)
		}, query, last+step)
		forward := slices.IsSortedFunc(page, func(a, b testimony) int { return int(min(max(a.id-b.id, -1), 1)) })
		switch {
		case err != nil || !forward || len(page) > 0 && page[0].id <= last:
			step = 2*step + 1
		case len(page) == 0:
			return
		default:
			for _, r := range page {
				each(r)
			}
			last, step = page[len(page)-1].id, 0
		}
	}
}

// sound reports whether the pages of a table are built as they must be, so that no row is passed over in reading it. Nothing that the file
// says is run by that: no column is reckoned, and its checks are passed over.
func (w *rescuer) sound(ctx context.Context, table string) bool {
	var reckoned, root int64
	err := w.source.QueryRowContext(ctx, "SELECT count(*) FROM pragma_table_list(?) t, pragma_table_xinfo(?) c WHERE t.schema = 'broken' AND c.hidden <> 0",
		table, table).Scan(&reckoned)
	if err != nil || reckoned > 0 || len(w.storedColumns(ctx, table)) == 0 {
		return false
	}
	if w.source.QueryRowContext(ctx, "SELECT rootpage FROM broken.sqlite_schema WHERE type = 'table' AND name = ?", table).Scan(&root) != nil {
		return false
	}
	found, err := gather(ctx, w.source, func(r *sql.Rows) (s string, err error) { return s, r.Scan(&s) }, "PRAGMA broken.quick_check("+table+")")
	return err == nil && !slices.ContainsFunc(found, func(s string) bool { return strings.Contains(s, fmt.Sprintf("Tree %d ", root)) })
}

// missing asks for every row by its number that was not read in order, where the table is damaged or the journal says that there must be
// one, and tells of those that can't be read.
func (x *rescuedTable) missing(ctx context.Context, last int64, broken bool) error {
	high, known := x.highest(ctx, last)
	said := x.journal.there[x.t.name]
	hole := hole{table: x.t.name}
	unsure := !known
	for _, id := range x.candidates(high, broken) {
		r, there, err := x.one(ctx, id)
		must, heard := said[id]
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case there:
			hole.tell(x.rescuer)
			if err := x.take(ctx, r); err != nil {
				return err
			}
		case err != nil:
			hole.add(x.rescuer, id, true)
		case must:
			hole.add(x.rescuer, id, x.journal.whole)
		default:
			unsure = unsure || !heard
		}
	}
	hole.tell(x.rescuer)
	if broken && (unsure || high > mostNumbers) {
		x.lost(data.Say("%s: this part of the file is damaged, and more may have been there; how much can't be told.", tableTitle(x.t.name)))
	}
	return nil
}

// candidates are the numbers of rows that were not read and may be there: all of a damaged table, else those that the journal knows of.
func (x *rescuedTable) candidates(high int64, broken bool) (ids []int64) {
	if broken {
		for id := int64(1); id <= min(high, mostNumbers); id++ {
			if !x.taken[id] {
				ids = append(ids, id)
			}
		}
		return ids
	}
	for id, there := range x.journal.there[x.t.name] {
		if there && !x.taken[id] {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// highest is the highest number that a row of the table has or had; known is false where it may have been higher.
func (x *rescuedTable) highest(ctx context.Context, last int64) (high int64, known bool) {
	var ends, given sql.NullInt64
	if x.source.QueryRowContext(ctx, "SELECT max(rowid) FROM "+x.t.name+" NOT INDEXED").Scan(&ends) == nil {
		last = max(last, ends.Int64)
	}
	err := x.source.QueryRowContext(ctx, "SELECT max(seq) FROM broken.sqlite_sequence NOT INDEXED WHERE name = ?", x.t.name).Scan(&given)
	return max(last, given.Int64), err == nil && given.Valid
}

// hole is a run of numbers under which nothing could be read.
type hole struct {
	table       string
	first, last int64
	many        int
	sure        bool // there was something
}

func (h *hole) add(w *rescuer, id int64, sure bool) {
	if sure != h.sure {
		h.tell(w)
	}
	if h.sure = sure; h.many == 0 {
		h.first = id
	}
	h.last = id
	h.many++
}

func (h *hole) tell(w *rescuer) {
	title := tableTitle(h.table)
	switch {
	case h.many == 1 && h.sure:
		w.lost(data.Say("%s, number %d: could not be read.", title, h.first))
	case h.sure && h.many > 1:
		w.lost(data.Say("%s, number %d to %d: what was there could not be read.", title, h.first, h.last))
	case h.many == 1:
		w.lost(data.Say("%s, number %d: is not there; it was lost, or removed before.", title, h.first))
	case h.many > 1:
		w.lost(data.Say("%s, number %d to %d: what is not there of these was lost, or removed before.", title, h.first, h.last))
	}
	h.many = 0
}
