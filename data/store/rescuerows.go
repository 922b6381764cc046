package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/mattn/go-sqlite3"

	"copleader/data"
)

// rescuedTable reads the rows of one table of a damaged file.
type rescuedTable struct {
	*rescuer
	t       *kind
	there   []int // the described fields whose columns the file has, without the id
	columns string
	row     any
	into    []any // rowid and the fields of row that are there
	rowid   int64
	taken   map[int64]bool // by number
}

// rescueRows takes over what can be read of a table, and tells how many rows.
func rescueRows(ctx context.Context, w *rescuer, t *kind) (taken int, err error) {
	x := &rescuedTable{rescuer: w, t: t, row: t.fresh(), taken: map[int64]bool{}}
	if x.look(ctx); len(x.there) == 0 {
		w.lost(data.Say("%s: nothing could be read.", tableTitle(t.name)))
		return 0, ctx.Err()
	}
	last, err := x.inOrder(ctx)
	if ctx.Err() != nil {
		return 0, ctx.Err()
	}
	if broken := err != nil || !x.sound(ctx, t.name); broken || len(x.journal.there[t.name]) > 0 {
		err = x.missing(ctx, last, broken)
	}
	return len(x.taken), err
}

// storedColumns are the columns that a table of the file stores, none where it is no table: reading those runs nothing that the file
// says.
func (w *rescuer) storedColumns(ctx context.Context, table string) []string {
	names, err := gather(ctx, w.source, func(r *sql.Rows) (name string, err error) { return name, r.Scan(&name) },
		`SELECT c.name FROM pragma_table_list(?) t, pragma_table_xinfo(?) c WHERE t.schema = 'broken' AND t.type = 'table' AND c.hidden = 0`, table, table)
	if err != nil {
		return nil // it can't be found
	}
	return names
}

// look finds out which of our columns the file has.
func (x *rescuedTable) look(ctx context.Context) {
	has := map[string]bool{}
	for _, name := range x.storedColumns(ctx, x.t.name) {
		has[name] = true
	}
	fields := quick(x.t.fields(x.row))
	x.into = []any{&x.rowid}
	var columns []string
	for i := range x.t.described {
		if column := x.t.described[i].Column(); i > 0 && has[column] {
			x.there = append(x.there, i)
			columns = append(columns, column)
			x.into = append(x.into, fields[i])
		}
	}
	x.columns = strings.Join(columns, ", ")
}

// rescuedRow is a row as read; whole is false where some field could not be.
type rescuedRow struct {
	id    int64
	row   any
	whole bool
}

// inOrder takes over the rows from the first to the last, or to where the file is broken, and tells how far it came.
func (x *rescuedTable) inOrder(ctx context.Context) (last int64, err error) {
	for {
		page, err := x.page(ctx, last)
		for _, r := range page {
			if err := x.take(ctx, r); err != nil {
				return last, err
			}
			last = r.id
		}
		if err != nil || len(page) == 0 {
			return last, err
		}
	}
}

func (x *rescuedTable) page(ctx context.Context, after int64) (page []rescuedRow, err error) {
	rows, err := x.source.QueryContext(ctx, fmt.Sprintf("SELECT rowid, %s FROM %s NOT INDEXED WHERE rowid > ? ORDER BY rowid LIMIT 500", x.columns, x.t.name), after)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		x.clear()
		scanned := rows.Scan(x.into...)
		if x.rowid <= after { // of forged pages, which would never end
			return page, damaged("the rows of %s are in no order", x.t.name)
		}
		after = x.rowid
		*x.t.id(x.row) = x.rowid
		page = append(page, rescuedRow{x.rowid, x.t.copyOf(x.row), scanned == nil})
	}
	return page, rows.Err()
}

func (x *rescuedTable) clear() { x.t.assign(x.row, x.t.fresh()) }

// one reads the row with a number; an error says that it can't be told whether there is one.
func (x *rescuedTable) one(ctx context.Context, id int64) (r rescuedRow, there bool, err error) {
	x.clear()
	err = x.source.QueryRowContext(ctx, fmt.Sprintf("SELECT rowid, %s FROM %s NOT INDEXED WHERE rowid = ?", x.columns, x.t.name), id).Scan(x.into...)
	if errors.Is(err, sql.ErrNoRows) {
		return r, false, nil
	}
	*x.t.id(x.row) = id
	r = rescuedRow{id, x.t.copyOf(x.row), err == nil}
	if e := (sqlite3.Error{}); errors.As(err, &e) {
		// A long text may lie on a page that is broken, and the rest of the row not.
		err = x.source.QueryRowContext(ctx, "SELECT rowid FROM "+x.t.name+" NOT INDEXED WHERE rowid = ?", id).Scan(&x.rowid)
		return r, err == nil, err
	}
	return r, true, nil
}

// take puts a row into the new file.
func (x *rescuedTable) take(ctx context.Context, r rescuedRow) error {
	row := r.row
	var said []func(called data.Phrase) data.Phrase
	if !r.whole {
		row, said = x.pieces(ctx, r.id)
	}
	said = append(said, x.listed(row)...)
	called := rowCalled(x.nameOf(row), r.id)
	for _, s := range said {
		x.lost(s(called))
	}
	err := insertUnchecked(ctx, x.tx, x.t, row)
	if e := (sqlite3.Error{}); errors.As(err, &e) && e.Code == sqlite3.ErrConstraint {
		x.lost(data.Say("%s, %s: left out, since it doesn't go together with the rest.", tableTitle(x.t.name), called))
		return ctx.Err()
	}
	if err == nil {
		x.taken[r.id] = true
	}
	return err
}

// pieces reads a row field by field; what can't be read gets a value that stands for none.
func (x *rescuedTable) pieces(ctx context.Context, id int64) (row any, said []func(data.Phrase) data.Phrase) {
	row = x.t.fresh()
	fields := quick(x.t.fields(row))
	*x.t.id(row) = id
	for _, i := range x.there {
		f := &x.t.described[i]
		query := fmt.Sprintf("SELECT %s FROM %s NOT INDEXED WHERE rowid = ?", f.Column(), x.t.name)
		before := x.t.copyOf(row)
		if x.source.QueryRowContext(ctx, query, id).Scan(fields[i]) == nil {
			continue
		}
		x.t.assign(row, before)
		var was any
		_ = x.source.QueryRowContext(ctx, query, id).Scan(&was) // else nobody knows what it was
		x.standIn(f, row)
		said = append(said, x.unread(f, row, was))
	}
	return row, said
}

// standIn gives a field that must be filled something to hold.
func (x *rescuedTable) standIn(f *data.Field, row any) {
	switch {
	case f.Needed && f.Input == data.InputDate:
		*f.Date(row) = x.today
	case f.Needed && (f.Input == data.InputLine || f.Input == data.InputText):
		*f.Text(row) = "?"
	}
}

// unread says what became of a field that could not be read.
func (x *rescuedTable) unread(f *data.Field, row any, was any) func(data.Phrase) data.Phrase {
	title, label, now := tableTitle(x.t.name), fieldLabel(f), f.Said(row)
	held := ""
	if text, ok := was.(string); ok {
		held = shown(text, longestShown)
	}
	return func(called data.Phrase) data.Phrase {
		switch {
		case now.IsZero() && held == "":
			return data.Say("%s, %s: “%s” could not be read and is empty now.", title, called, label)
		case now.IsZero():
			return data.Say("%s, %s: “%s” could not be read (“%s”) and is empty now.", title, called, label, held)
		case held == "":
			return data.Say("%s, %s: “%s” could not be read. It is “%s” now; please put it right.", title, called, label, now)
		}
		return data.Say("%s, %s: “%s” could not be read (“%s”). It is “%s” now; please put it right.", title, called, label, held, now)
	}
}

// listed puts words that are there to choose from in the place of others.
func (x *rescuedTable) listed(row any) (said []func(data.Phrase) data.Phrase) {
	for i := range x.t.described {
		f := &x.t.described[i]
		if !f.Unlisted(row) {
			continue
		}
		was := ""
		if f.Input == data.InputChoice {
			was = f.Word(row)
			f.Choose(row, f.Choices()[0].Word)
		} else {
			was = f.List(row).String()
			*f.List(row) = nil
		}
		said = append(said, x.unread(f, row, was))
	}
	return said
}

// nameOf is what the row is called, "" for one that has no name.
func (x *rescuedTable) nameOf(row any) string {
	for _, column := range titleColumns {
		f := x.t.inColumn(column)
		if f != nil && (f.Input == data.InputLine || f.Input == data.InputText) {
			return *f.Text(row)
		}
	}
	return ""
}

// insertUnchecked adds a row as it is, its id included: limits of typing don't count for what is there already.
func insertUnchecked(ctx context.Context, tx *sql.Tx, t *kind, row any) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO "+t.name+" ("+t.columns+") VALUES ("+marks(len(t.described))+")", t.fields(row)...)
	return err
}
