package store

import (
	"context"
	"database/sql"
	"slices"

	"copleader/data"
)

// Standing lists the acts that stand, from one on to the newest, the newest first and up to so many, and tells how many there are: what
// UndoFrom would take back. There are none where the act is not one that can be taken back.
func (s *Store) Standing(ctx context.Context, from int64, most int) (acts []Act, all int, err error) {
	err = s.read(ctx, func(ctx context.Context, q querier) error {
		if from, err = undoableFrom(ctx, q, from); err != nil || from == 0 {
			return err
		}
		acts, err = s.readActs(ctx, q, "WHERE a.id >= ? AND a.kind = 'do' AND a.undone_by IS NULL ORDER BY a.id DESC LIMIT ?", from, most)
		if err != nil {
			return err
		}
		return q.QueryRowContext(ctx, "SELECT count(*) FROM act WHERE id >= ? AND kind = 'do' AND undone_by IS NULL", from).Scan(&all)
	})
	return acts, all, err
}

// undoableFrom is the act itself if it can be taken back, else 0.
func undoableFrom(ctx context.Context, q querier, act int64) (int64, error) {
	var id sql.NullInt64
	err := q.QueryRowContext(ctx, `SELECT max(id) FROM act WHERE id = ? AND kind = 'do' AND undone_by IS NULL
		AND id > (SELECT undo_floor FROM open_act WHERE id = 1)`, act).Scan(&id)
	return id.Int64, err
}

// UndoFrom takes back every act that stands, from the newest back to one, all or none. The newest is told by whoever saw what would
// be taken back, so that nothing done since goes with it unseen. Each is an act of undoing of its own, to be redone one by one.
func (s *Store) UndoFrom(ctx context.Context, act, newest int64) (undone int, err error) {
	return s.replayMany(ctx, backward, act, func(ctx context.Context, tx *sql.Tx) error {
		from, err := undoableFrom(ctx, tx, act)
		if err != nil {
			return err
		}
		next, err := backward.next(ctx, tx)
		switch {
		case err != nil:
			return err
		case from == 0:
			return data.Fault(data.CodeNothing, "This was taken back already, or is final; nothing was changed.")
		case next != newest:
			return data.Fault(data.CodeNothing, "Something else was done since, so nothing was taken back. Please look again at what would be.")
		}
		return nil
	})
}

// RedoThrough does again what was undone last, from the oldest on through one act, all or none.
func (s *Store) RedoThrough(ctx context.Context, act int64) (redone int, err error) {
	return s.replayMany(ctx, forward, act, func(context.Context, *sql.Tx) error { return nil })
}

// replayMany replays one act after the other through a last one, in one transaction, once allowed says nothing against it.
func (s *Store) replayMany(ctx context.Context, way direction, last int64, allowed func(context.Context, *sql.Tx) error) (n int, err error) {
	if err := s.writable(ctx); err != nil {
		return 0, err
	}
	s.endVisit()
	tx, err := s.begin(ctx)
	if err != nil {
		return 0, s.explain(err)
	}
	defer func() { _ = tx.Rollback() }() // after a commit this does nothing
	if err := allowed(ctx, tx); err != nil {
		return 0, s.explain(err)
	}
	n, changed, err := s.replayThrough(ctx, tx, way, last)
	if err != nil {
		return 0, s.explainReplay(err)
	}
	if err := s.commit(ctx, tx, changed); err != nil {
		return 0, s.explainReplay(unlessPlain(err))
	}
	s.publish(changed)
	return n, nil
}

// replayThrough replays through a last act and tells how many that were and what they changed.
func (s *Store) replayThrough(ctx context.Context, tx *sql.Tx, way direction, last int64) (n int, changed []string, err error) {
	if _, err := tx.ExecContext(ctx, "PRAGMA defer_foreign_keys = ON"); err != nil {
		return 0, nil, err
	}
	for target := int64(0); target != last; n++ {
		if target, err = way.next(ctx, tx); err != nil {
			return 0, nil, err
		}
		if way.beyond(target, last) {
			return 0, nil, data.Fault(data.CodeNothing, "This can't be reached step by step any more; nothing was changed.")
		}
		places, err := s.replayAct(ctx, tx, way, target)
		if err != nil {
			return 0, nil, err
		}
		changed = append(changed, places...)
	}
	slices.Sort(changed)
	return n, slices.Compact(changed), nil
}

// beyond tells whether an act lies further on the way than another.
func (way direction) beyond(act, other int64) bool {
	if way.kind == kindUndo {
		return act < other
	}
	return act > other
}
