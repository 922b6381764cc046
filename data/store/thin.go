package store

import (
	"context"
	"database/sql"
)

// leastKept is how many acts thinning always leaves.
const leastKept = 200

// Thin forgets the oldest acts of the journal beyond the newest keep (never fewer
// than 200): what they did stays, but is no longer told and cannot be undone. It
// reports how many were forgotten.
func (s *Store) Thin(ctx context.Context, keep int) (forgotten int64, err error) {
	if err := s.writable(ctx); err != nil {
		return 0, err
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return 0, s.explain(err)
	}
	defer func() { _ = tx.Rollback() }()
	done, err := tx.ExecContext(ctx, "DELETE FROM act WHERE id <= (SELECT id FROM act ORDER BY id DESC LIMIT 1 OFFSET ?)",
		max(keep, leastKept))
	if err != nil {
		return 0, s.explain(err)
	}
	if forgotten, err = done.RowsAffected(); err != nil {
		return 0, err
	}
	return forgotten, s.explain(tx.Commit())
}

// actForGood is act for the one deed that cannot be undone: besides what work
// does, it takes out of the journal everything about the given rows and about the
// rows that were removed with them, and makes every act so far final.
func (s *Store) actForGood(ctx context.Context, d Deed, rows []Name, work func(context.Context, *sql.Tx) error) error {
	d.Visit = ""
	tables, err := s.perform(ctx, d, work, func(ctx context.Context, tx *sql.Tx, act int64) error {
		hanging, err := gather(ctx, tx, func(r *sql.Rows) (n Name, err error) {
			return n, r.Scan(&n.Table, &n.ID)
		}, "SELECT tbl, row_id FROM change WHERE act_id = ? AND op = 'delete'", act)
		if err != nil {
			return err
		}
		for _, row := range append(hanging, rows...) {
			if err := forget(ctx, tx, row); err != nil {
				return err
			}
		}
		return raiseFloor(ctx, tx)
	})
	if err != nil {
		return s.explain(err)
	}
	s.publish(tables)
	return nil
}

// forget removes one row's changes, and the words of the acts that touched or
// named it.
func forget(ctx context.Context, tx *sql.Tx, row Name) error {
	type worded struct {
		id   int64
		args string
	}
	acts, err := gather(ctx, tx, func(r *sql.Rows) (w worded, err error) {
		return w, r.Scan(&w.id, &w.args)
	}, `SELECT id, args FROM act WHERE args <> '[]' AND (
			id IN (SELECT act_id FROM change WHERE tbl = ?1 AND row_id = ?2)
			OR EXISTS (SELECT 1 FROM json_tree(act.args) o
				WHERE o.type = 'object' AND o.value ->> 't' = ?1 AND o.value ->> 'id' = ?2))`, row.Table, row.ID)
	if err != nil {
		return err
	}
	for _, a := range acts {
		erased, err := eraseArgs(a.args)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "UPDATE act SET args = ? WHERE id = ?", erased, a.id); err != nil {
			return err
		}
	}
	_, err = tx.ExecContext(ctx, "DELETE FROM change WHERE tbl = ? AND row_id = ?", row.Table, row.ID)
	return err
}
