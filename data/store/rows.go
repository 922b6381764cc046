package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"strings"

	"copleader/data"
)

// kind says how the rows of one type stand in the file: their description serves
// reading, adding and changing. The first field is the id. A row is handed over as
// the pointer to it, so that what is done with rows is built in once for all types.
type kind struct {
	name      string
	order     string // ORDER BY of a full reading
	described []data.Field
	columns   string // comma separated, in the order of the fields

	fresh  func() any           // a new row, empty
	assign func(into, from any) // makes one row what the other is
}

// table is a kind with the type of its rows.
type table[T any] struct{ *kind }

// described is the table whose columns are the fields of a description.
func described[T any](name, order string, fields data.Fields[T]) table[T] {
	return table[T]{kindOf(kind{name: name, order: order, described: fields,
		fresh:  func() any { return new(T) },
		assign: func(into, from any) { *into.(*T) = *from.(*T) }})}
}

func kindOf(k kind) *kind {
	columns := make([]string, len(k.described))
	for i := range k.described {
		columns[i] = k.described[i].Column()
	}
	k.columns = strings.Join(columns, ", ")
	return &k
}

// copyOf is a row like the one given.
func (k *kind) copyOf(row any) any {
	another := k.fresh()
	k.assign(another, row)
	return another
}

// private are the columns that only the leader who wrote them is to see.
func (k *kind) private() []string {
	var columns []string
	for i := range k.described {
		if f := &k.described[i]; f.Private {
			columns = append(columns, f.Column())
		}
	}
	return columns
}

// fields are the pointers to the fields of a row, as the file reads and writes them.
func (k *kind) fields(row any) []any {
	into := make([]any, len(k.described))
	for i := range k.described {
		f := &k.described[i]
		into[i] = f.Place(row)
		if f.Input == data.InputLink && !f.Needed {
			into[i] = ref{f.Link(row)}
		}
	}
	return into
}

// checked is a row that can clean and check itself.
type checked interface{ Validate() error }

// validated is the pointer to such a row.
type validated[T any] interface {
	*T
	checked
}

// ref reads and writes a reference that may be missing: 0 in Go, NULL in the file.
type ref struct{ id *int64 }

// Value writes the reference.
func (r ref) Value() (driver.Value, error) {
	if *r.id == 0 {
		return nil, nil
	}
	return *r.id, nil
}

// Scan reads what Value wrote.
func (r ref) Scan(src any) error {
	n, ok := src.(int64)
	*r.id = n
	return unless(ok || src == nil, src)
}

// id points to the row's id.
func (k *kind) id(row any) *int64 { return k.described[0].Place(row).(*int64) }

// each reads the rows that the tail of a SELECT chooses, one after the other into the same row, and says when it is there.
func (k *kind) each(ctx context.Context, q querier, row any, read func(), tail string, args ...any) error {
	rows, err := q.QueryContext(ctx, "SELECT "+k.columns+" FROM "+k.name+" "+tail, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	into := quick(k.fields(row))
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return damagedRow(k.name, *k.id(row), err.Error())
		}
		read()
	}
	return rows.Err()
}

// all reads the whole table in its order.
func (t table[T]) all(ctx context.Context, q querier) ([]T, error) {
	var many int
	if err := q.QueryRowContext(ctx, "SELECT COUNT(*) FROM "+t.name).Scan(&many); err != nil || many == 0 {
		return nil, err
	}
	return t.into(ctx, q, make([]T, 0, many), "ORDER BY "+t.order)
}

// query reads the rows that the tail of a SELECT chooses.
func (t table[T]) query(ctx context.Context, q querier, tail string, args ...any) ([]T, error) {
	return t.into(ctx, q, nil, tail, args...)
}

// into reads them into a list that may have room for all of them.
func (t table[T]) into(ctx context.Context, q querier, list []T, tail string, args ...any) ([]T, error) {
	var row T
	err := t.each(ctx, q, &row, func() { list = append(list, row) }, tail, args...)
	return list, err
}

// get reads one row; one that is not there is a data.Error.
func (t table[T]) get(ctx context.Context, q querier, id int64) (T, error) {
	rows, err := t.query(ctx, q, "WHERE id = ?", id)
	if err != nil || len(rows) == 0 {
		var none T
		if err == nil {
			err = gone()
		}
		return none, err
	}
	return rows[0], nil
}

func gone() *data.Error {
	return data.Fault(data.CodeNotFound, "This is not there any more; nothing was changed.")
}

// put checks the row, then adds it when its id is 0 (and sets the id) or else
// writes it over the one with that id.
func put[T any, P validated[T]](ctx context.Context, tx *sql.Tx, t table[T], r *T) error {
	return t.put(ctx, tx, P(r))
}

func (k *kind) put(ctx context.Context, tx *sql.Tx, row checked) error {
	if err := row.Validate(); err != nil {
		return err
	}
	id := k.id(row)
	if *id != 0 {
		return k.write(ctx, tx, row)
	}
	fields := k.fields(row)
	result, err := tx.ExecContext(ctx, "INSERT INTO "+k.name+" ("+k.withoutID()+") VALUES ("+marks(len(fields)-1)+")", fields[1:]...)
	if err != nil {
		return err
	}
	*id, err = result.LastInsertId()
	return err
}

// write puts the row, unchecked, over the one with its id.
func (k *kind) write(ctx context.Context, tx *sql.Tx, row any) error {
	fields := k.fields(row)
	result, err := tx.ExecContext(ctx, "UPDATE "+k.name+" SET "+strings.ReplaceAll(k.withoutID(), ",", " = ?,")+" = ? WHERE id = ?",
		append(fields[1:len(fields):len(fields)], *k.id(row))...)
	if err != nil {
		return err
	}
	return hitOne(result)
}

// drop removes one row.
func (k *kind) drop(ctx context.Context, tx *sql.Tx, id int64) error {
	result, err := tx.ExecContext(ctx, "DELETE FROM "+k.name+" WHERE id = ?", id)
	if err != nil {
		return err
	}
	return hitOne(result)
}

// insertAll adds rows as they are, ids included, for filling a new file.
func insertAll[T any, P validated[T]](ctx context.Context, tx *sql.Tx, t table[T], rows []T) error {
	return t.insertAll(ctx, tx, len(rows), func(i int) checked {
		row := rows[i] // checking cleans it, and the rows are not ours
		return P(&row)
	})
}

func (k *kind) insertAll(ctx context.Context, tx *sql.Tx, many int, row func(i int) checked) error {
	if many == 0 {
		return nil
	}
	statement, err := tx.PrepareContext(ctx, "INSERT INTO "+k.name+" ("+k.columns+") VALUES ("+marks(len(k.described))+")")
	if err != nil {
		return err
	}
	defer statement.Close()
	for i := range many {
		row := row(i)
		if err := row.Validate(); err != nil {
			return fmt.Errorf("%s %d: %w", k.name, *k.id(row), err)
		}
		if _, err := statement.ExecContext(ctx, k.fields(row)...); err != nil {
			return fmt.Errorf("%s %d: %w", k.name, *k.id(row), err)
		}
	}
	return nil
}

func (k *kind) withoutID() string { return strings.TrimPrefix(k.columns, "id, ") }

func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?, ", n), ", ") }

func hitOne(result sql.Result) error {
	n, err := result.RowsAffected()
	if err == nil && n != 1 {
		err = gone()
	}
	return err
}

// nameAct completes the words of the open act once a row just added has its id:
// a Name without one meant that row.
func nameAct(ctx context.Context, tx *sql.Tx, deed Deed, id int64) error {
	args := append([]any(nil), deed.Args...)
	open := false
	for i, arg := range args {
		if n, ok := arg.(Name); ok && n.ID == 0 {
			args[i], open = Name{n.Table, id}, true
		}
	}
	if !open {
		return nil
	}
	kept, err := encodeArgs(args)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "UPDATE act SET args = ? WHERE id = (SELECT act_id FROM open_act WHERE id = 1)", kept)
	return err
}

// edit changes one row as one act: it is read inside the transaction, so that
// two fields typed one after the other never overwrite each other.
func edit[T any, P validated[T]](ctx context.Context, s *Store, t table[T], id int64, deed Deed, change func(*T)) error {
	return s.act(ctx, deed, func(ctx context.Context, tx *sql.Tx) error { return editIn[T, P](ctx, tx, t, id, change) })
}

func editIn[T any, P validated[T]](ctx context.Context, tx *sql.Tx, t table[T], id int64, change func(*T)) error {
	row, err := t.get(ctx, tx, id)
	if err != nil {
		return err
	}
	change(&row)
	*t.id(&row) = id
	return put[T, P](ctx, tx, t, &row)
}
