package store

import (
	"context"
	"database/sql"
	"strings"

	"copleader/data"
)

// Table is a kind of row that the leader adds, changes and removes one by one: where it stands in the file, and what
// those acts are called. "%s" in the words is the row's name.
type Table[T any] struct {
	rows   table[T]
	add    string
	change string // add, where it is empty
	remove string

	// most is how many rows there is room for, 0 for any number.
	most int
	// adds writes a new row, where there is more to it than putting the row into the file.
	adds func(ctx context.Context, s *Store, tx *sql.Tx, r *T) error
	// keeps puts back what changing leaves as it was, and refuses what it may not do.
	keeps func(ctx context.Context, tx *sql.Tx, was, now *T) error
	// stays says why a row may not be removed, nil where it may.
	stays func(ctx context.Context, tx *sql.Tx, id int64) error
}

// Handle adds, changes and removes the rows of a table in one file.
type Handle[T any] struct {
	store *Store
	table Table[T]
	put   func(ctx context.Context, tx *sql.Tx, r *T) error
}

// Rows is the handle to the rows of a table in the file.
func Rows[T any, P validated[T]](s *Store, t Table[T]) Handle[T] {
	return Handle[T]{s, t, func(ctx context.Context, tx *sql.Tx, r *T) error { return put[T, P](ctx, tx, t.rows, r) }}
}

// Save adds a row (ID 0) and sets its ID, or writes it over the one with its ID.
func (h Handle[T]) Save(ctx context.Context, r *T) error {
	_, err := h.SaveUndoably(ctx, r)
	return err
}

// SaveUndoably is Save where its undoing is offered.
func (h Handle[T]) SaveUndoably(ctx context.Context, r *T) (Done, error) {
	id := h.table.rows.id(r)
	if *id != 0 {
		return h.store.undoable(ctx, h.deed(h.table.changing(), *id), func(ctx context.Context, tx *sql.Tx) error {
			return h.over(ctx, tx, r)
		})
	}
	deed := h.deed(h.table.add, 0)
	done, err := h.store.undoable(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		if err := h.adding(ctx, tx, r); err != nil {
			return err
		}
		return nameAct(ctx, tx, deed, *id)
	})
	if err != nil {
		*id = 0 // so that the next try adds it
	}
	return done, err
}

// Change changes one row, as it stands in the file by then: two fields typed one after the other never overwrite each
// other. All changes of one visit to a field are one act.
func (h Handle[T]) Change(ctx context.Context, id int64, visit Visit, change func(*T)) error {
	deed := h.deed(h.table.changing(), id)
	deed.Visit = visit.to(h.table.rows.name, id)
	return h.store.act(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		row, err := h.table.rows.get(ctx, tx, id)
		if err != nil {
			return err
		}
		change(&row)
		*h.table.rows.id(&row) = id
		return h.over(ctx, tx, &row)
	})
}

// Remove takes rows away, with what hangs on them, all as one act or none at all.
func (h Handle[T]) Remove(ctx context.Context, ids ...int64) (Done, error) {
	deed := Deed{Key: "remove %d entry", Many: "remove %d entries", N: len(ids)}
	if len(ids) == 1 {
		deed = h.deed(h.table.remove, ids[0])
	}
	return h.store.eachOf(ctx, deed, ids, func(ctx context.Context, tx *sql.Tx, id int64) error {
		if h.table.stays != nil {
			if err := h.table.stays(ctx, tx, id); err != nil {
				return err
			}
		}
		return h.table.rows.drop(ctx, tx, id)
	})
}

// changing is what changing a row is called.
func (t *Table[T]) changing() string {
	if t.change == "" {
		return t.add
	}
	return t.change
}

// deed words an act on a row, which is called by its name where the words have room for one; of a row to be added the
// name is completed once it has its id.
func (h Handle[T]) deed(key string, id int64) Deed {
	d := Deed{Key: key}
	if strings.Contains(key, "%s") {
		d.Args = []any{Name{h.table.rows.name, id}}
	}
	return d
}

// adding writes a new row.
func (h Handle[T]) adding(ctx context.Context, tx *sql.Tx, r *T) error {
	if h.table.most > 0 {
		if err := room(ctx, tx, h.table.rows.kind, h.table.most); err != nil {
			return err
		}
	}
	if h.table.adds != nil {
		return h.table.adds(ctx, h.store, tx, r)
	}
	return h.put(ctx, tx, r)
}

// over writes a row over the one with its ID.
func (h Handle[T]) over(ctx context.Context, tx *sql.Tx, r *T) error {
	if h.table.keeps != nil {
		was, err := h.table.rows.get(ctx, tx, *h.table.rows.id(r))
		if err != nil {
			return err
		}
		if err := h.table.keeps(ctx, tx, &was, r); err != nil {
			return err
		}
	}
	return h.put(ctx, tx, r)
}

// room refuses one row more than there is room for.
func room(ctx context.Context, tx *sql.Tx, k *kind, most int) error {
	var n int
	if err := tx.QueryRowContext(ctx, "SELECT COUNT(*) FROM "+k.name).Scan(&n); err != nil {
		return err
	}
	if n >= most {
		return data.Fault(data.CodeInvalid, "There is room for %d; please take one away first.", most)
	}
	return nil
}
