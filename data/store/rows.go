package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"strings"

	"copleader/data"
)

// table says how the rows of one type stand in the file: their description serves
// reading, adding and changing. The first field is the id.
type table[T any] struct {
	name      string
	order     string // ORDER BY of a full reading
	described data.Fields[T]
	columns   string // comma separated, in the order of the fields
}

// described is the table whose columns are the fields of a description.
func described[T any](name, order string, fields data.Fields[T]) table[T] {
	columns := make([]string, len(fields))
	for i := range fields {
		columns[i] = fields[i].Column()
	}
	return table[T]{name, order, fields, strings.Join(columns, ", ")}
}

// private are the columns that only the leader who wrote them is to see.
func (t table[T]) private() []string {
	var columns []string
	for i := range t.described {
		if f := &t.described[i]; f.Private {
			columns = append(columns, f.Column())
		}
	}
	return columns
}

// fields are the pointers to the fields of a row, as the file reads and writes them.
func (t table[T]) fields(r *T) []any {
	into := make([]any, len(t.described))
	for i := range t.described {
		f := &t.described[i]
		into[i] = f.Place(r)
		if f.Input == data.InputLink && !f.Needed {
			into[i] = ref{f.Link(r)}
		}
	}
	return into
}

// validated is a row that can clean and check itself.
type validated[T any] interface {
	*T
	Validate() error
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
func (t table[T]) id(r *T) *int64 { return t.described[0].Place(r).(*int64) }

// all reads the whole table in its order.
func (t table[T]) all(ctx context.Context, q querier) ([]T, error) {
	return t.query(ctx, q, "ORDER BY "+t.order)
}

// query reads the rows that the tail of a SELECT chooses.
func (t table[T]) query(ctx context.Context, q querier, tail string, args ...any) ([]T, error) {
	rows, err := q.QueryContext(ctx, "SELECT "+t.columns+" FROM "+t.name+" "+tail, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var (
		list []T
		row  T
	)
	into := quick(t.fields(&row))
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return nil, damagedRow(t.name, *t.id(&row), err.Error())
		}
		list = append(list, row)
	}
	return list, rows.Err()
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
	if err := P(r).Validate(); err != nil {
		return err
	}
	fields := t.fields(r)
	id := t.id(r)
	if *id == 0 {
		result, err := tx.ExecContext(ctx, "INSERT INTO "+t.name+" ("+t.withoutID()+") VALUES ("+marks(len(fields)-1)+")", fields[1:]...)
		if err != nil {
			return err
		}
		*id, err = result.LastInsertId()
		return err
	}
	return t.write(ctx, tx, r)
}

// write puts the row, unchecked, over the one with its id.
func (t table[T]) write(ctx context.Context, tx *sql.Tx, r *T) error {
	fields := t.fields(r)
	result, err := tx.ExecContext(ctx, "UPDATE "+t.name+" SET "+strings.ReplaceAll(t.withoutID(), ",", " = ?,")+" = ? WHERE id = ?",
		append(fields[1:len(fields):len(fields)], *t.id(r))...)
	if err != nil {
		return err
	}
	return hitOne(result)
}

// drop removes one row.
func (t table[T]) drop(ctx context.Context, tx *sql.Tx, id int64) error {
	result, err := tx.ExecContext(ctx, "DELETE FROM "+t.name+" WHERE id = ?", id)
	if err != nil {
		return err
	}
	return hitOne(result)
}

// insertAll adds rows as they are, ids included, for filling a new file.
func insertAll[T any, P validated[T]](ctx context.Context, tx *sql.Tx, t table[T], rows []T) error {
	if len(rows) == 0 {
		return nil
	}
	statement, err := tx.PrepareContext(ctx, "INSERT INTO "+t.name+" ("+t.columns+") VALUES ("+marks(strings.Count(t.columns, ",")+1)+")")
	if err != nil {
		return err
	}
	defer statement.Close()
	for i := range rows {
		row := rows[i]
		if err := P(&row).Validate(); err != nil {
			return fmt.Errorf("%s %d: %w", t.name, *t.id(&row), err)
		}
		if _, err := statement.ExecContext(ctx, t.fields(&row)...); err != nil {
			return fmt.Errorf("%s %d: %w", t.name, *t.id(&row), err)
		}
	}
	return nil
}

func (t table[T]) withoutID() string { return strings.TrimPrefix(t.columns, "id, ") }

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
