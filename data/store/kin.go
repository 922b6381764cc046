package store

import (
	"context"
	"database/sql"
	"fmt"

	"copleader/data"
)

// ReadKin is ReadOther for a file from which things are to come in: of one that is a copy of this community, or of
// which this one is a copy, it tells what was done to rows on either side since the two parted. Kin is nil for
// another community.
func (s *Store) ReadKin(ctx context.Context, path string) (there *data.Snapshot, kin *data.Kin, err error) {
	other, err := Open(ctx, path, Options{ReadOnly: true})
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = other.Close() }() // nothing was written
	if there, err = other.Snapshot(ctx); err != nil || other.identity != s.identity {
		return there, nil, err
	}
	ours, err := s.actMarks(ctx)
	if err != nil {
		return nil, nil, err
	}
	theirs, err := other.actMarks(ctx)
	if err != nil {
		return nil, nil, err
	}
	var parted int64
	for id, mark := range theirs {
		if id > parted && ours[id] == mark {
			parted = id
		}
	}
	kin = &data.Kin{Unknown: parted == 0}
	if kin.Here, err = s.touchedSince(ctx, parted); err == nil {
		kin.There, err = other.touchedSince(ctx, parted)
	}
	return there, kin, err
}

// actMark is by what an act is known in two files. Erasing takes words and changes out of acts in one of them, so an
// act that is not equal says nothing yet; the newest that is equal is the last that they have in common.
type actMark struct {
	at, kind, key string
	changes       int64
	rows, lengths float64
}

func (s *Store) actMarks(ctx context.Context) (map[int64]actMark, error) {
	marks := map[int64]actMark{}
	err := s.read(ctx, func(ctx context.Context, q querier) error {
		_, err := gather(ctx, q, func(r *sql.Rows) (_ struct{}, err error) {
			var id int64
			var m actMark
			err = r.Scan(&id, &m.at, &m.kind, &m.key, &m.changes, &m.rows, &m.lengths)
			marks[id] = m
			return struct{}{}, err
		}, `SELECT a.id, a.at, a.kind, a.key, count(c.id), total(c.row_id), total(length(c.before)) + total(length(c.after))
			FROM act a LEFT JOIN change c ON c.act_id = a.id GROUP BY a.id`)
		return err
	})
	return marks, err
}

// touchedSince are the rows that acts after one changed, by an undo or a redo too.
func (s *Store) touchedSince(ctx context.Context, act int64) (data.Touched, error) {
	touched := data.Touched{}
	kinds := ""
	for i, kind := range data.RowKinds {
		if i > 0 {
			kinds += ", "
		}
		kinds += fmt.Sprintf("'%s'", kind) // a word of ours
	}
	err := s.read(ctx, func(ctx context.Context, q querier) error {
		_, err := gather(ctx, q, func(r *sql.Rows) (_ struct{}, err error) {
			var table string
			var id int64
			var made bool
			err = r.Scan(&table, &id, &made)
			touched.Add(data.RowKind(table), id, made)
			return struct{}{}, err
		}, `SELECT tbl, row_id, max(op = 'insert' AND act_id > ?1) FROM change WHERE tbl IN (`+kinds+`)
			AND (act_id > ?1 OR act_id IN (SELECT of_id FROM act WHERE id > ?1 AND of_id IS NOT NULL)) GROUP BY tbl, row_id`, act)
		return err
	})
	return touched, err
}
