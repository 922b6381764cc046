package store

import (
	"context"
	"database/sql"
	"time"
)

// Keep says how much of the journal is kept; a zero value forgets nothing.
type Keep struct {
	Since time.Time // acts from before are forgotten
	Bytes int64     // the newest acts with records so long together are kept
}

// Thinning leaves so many acts whatever is asked for, and forgets and measures in pieces, so that no deed waits for it.
const (
	leastKept = 200
	thinPiece = 200  // changes or acts forgotten in one transaction
	sizePiece = 2000 // changes measured at once
)

// changeWeight is what a change takes in the file beside its record, about: the row itself and two entries of indexes.
const changeWeight = 60

// Thin forgets the oldest acts of the journal beyond what is kept: what they did stays, but is no longer told and cannot be undone;
// undo of the others is as before. It reports how many were forgotten. It works in pieces and may be cut off between any two: what is
// to be forgotten is made final first.
func (s *Store) Thin(ctx context.Context, keep Keep) (forgotten int64, err error) {
	if err := s.writable(ctx); err != nil {
		return 0, err
	}
	through, err := s.thinThrough(ctx, keep)
	if err != nil || through == 0 {
		return 0, err
	}
	_, err = s.thinPiece(ctx, "UPDATE open_act SET undo_floor = max(undo_floor, ?) WHERE id = 1", through)
	if err != nil {
		return 0, err
	}
	for more := true; more; {
		n, err := s.thinPiece(ctx, "DELETE FROM change WHERE id IN (SELECT id FROM change WHERE act_id <= ? LIMIT ?)", through, thinPiece)
		if err != nil {
			return 0, err
		}
		more = n > 0
	}
	for more := true; more; {
		n, err := s.thinPiece(ctx, "DELETE FROM act WHERE id IN (SELECT id FROM act WHERE id <= ? ORDER BY id LIMIT ?)", through, thinPiece)
		if err != nil {
			return forgotten, err
		}
		forgotten += n
		more = n > 0
	}
	return forgotten, nil
}

// thinPiece does one piece in a transaction of its own, which is no act, and tells how many rows it took.
func (s *Store) thinPiece(ctx context.Context, statement string, args ...any) (int64, error) {
	tx, err := s.begin(ctx)
	if err != nil {
		return 0, s.explain(err)
	}
	defer func() { _ = tx.Rollback() }() // after a commit this does nothing
	done, err := tx.ExecContext(ctx, statement, args...)
	if err != nil {
		return 0, s.explain(err)
	}
	n, err := done.RowsAffected()
	if err != nil || n == 0 {
		return 0, err
	}
	return n, s.explain(s.commit(ctx, tx, nil))
}

// thinThrough is the newest act that is forgotten, 0 for none.
func (s *Store) thinThrough(ctx context.Context, keep Keep) (int64, error) {
	var byAge, most int64
	err := s.read(ctx, func(ctx context.Context, q querier) error {
		// The first act of the time that is kept and all after it stay, so that a clock gone wrong for a while forgets too little.
		err := q.QueryRowContext(ctx, `SELECT coalesce((SELECT min(id) - 1 FROM act WHERE at >= ?), (SELECT max(id) FROM act), 0)`,
			keep.Since.UTC().Format(actTime)).Scan(&byAge)
		if err != nil {
			return err
		}
		return q.QueryRowContext(ctx, `SELECT coalesce((SELECT id FROM act ORDER BY id DESC LIMIT 1 OFFSET ?), 0)`, leastKept).Scan(&most)
	})
	if err != nil {
		return 0, err
	}
	if keep.Since.IsZero() {
		byAge = 0
	}
	bySize, err := s.thinBySize(ctx, keep.Bytes)
	return min(max(byAge, bySize), most), err
}

// thinBySize is the newest act beyond so many bytes of the newest records, 0 for none.
func (s *Store) thinBySize(ctx context.Context, most int64) (through int64, err error) {
	if most <= 0 {
		return 0, nil
	}
	type weighed struct{ id, act, bytes int64 }
	scan := func(r *sql.Rows) (w weighed, err error) { return w, r.Scan(&w.id, &w.act, &w.bytes) }
	var all, before int64
	err = s.read(ctx, func(ctx context.Context, q querier) error {
		return q.QueryRowContext(ctx, "SELECT coalesce(max(id), 0) + 1 FROM change").Scan(&before)
	})
	for err == nil && through == 0 {
		var piece []weighed
		err = s.read(ctx, func(ctx context.Context, q querier) (err error) {
			piece, err = gather(ctx, q, scan, `SELECT id, act_id, coalesce(octet_length(before), 0) + coalesce(octet_length(after), 0)
				FROM change WHERE id < ? ORDER BY id DESC LIMIT ?`, before, sizePiece)
			return err
		})
		if err != nil || len(piece) == 0 {
			break
		}
		for _, w := range piece {
			if all += w.bytes + changeWeight; all > most {
				through = w.act
				break
			}
		}
		before = piece[len(piece)-1].id
	}
	return through, err
}
