package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"time"

	"copleader/data"
)

// kinds of acts.
const (
	kindDo   = "do"
	kindNote = "note" // in the history, and passed over by undo and redo
	kindUndo = "undo"
	kindRedo = "redo"
)

// actTime is how the time of an act is written, always in UTC.
const actTime = "2006-01-02T15:04:05.000Z"

// visit remembers which act the latest visit to a field wrote.
type visit struct {
	mu     sync.Mutex
	latest Visit
	act    int64
}

func (v *visit) set(latest Visit, act int64) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.latest, v.act = latest, act
}

// of gives the act of the visit, 0 if it is not the latest one.
func (v *visit) of(wanted Visit) int64 {
	v.mu.Lock()
	defer v.mu.Unlock()
	if wanted == (Visit{}) || wanted != v.latest {
		return 0
	}
	return v.act
}

// endVisit makes the next deed an act of its own, even during the same visit.
func (s *Store) endVisit() { s.visit.set(Visit{}, 0) }

// act is the one door through which the leader's data are changed: work runs in
// one transaction, its changes become one act of the journal with the words of d,
// and after the commit what was changed is published. If work fails, or
// changes nothing, nothing is kept.
func (s *Store) act(ctx context.Context, d Deed, work func(context.Context, *sql.Tx) error) error {
	_, err := s.undoable(ctx, d, work)
	return err
}

// undoable is act for a deed with which its undoing is offered.
func (s *Store) undoable(ctx context.Context, d Deed, work func(context.Context, *sql.Tx) error) (Done, error) {
	id, changed, err := s.perform(ctx, d, work, nil)
	if err != nil {
		return Done{}, s.explain(err)
	}
	s.publish(changed)
	return Done{store: s, act: id}, nil
}

// writable refuses to write where that is not ours to do.
func (s *Store) writable(ctx context.Context) error {
	if s.readOnly {
		return data.Fault(data.CodeReadOnly,
			"“%s” is open for reading only, so this was not done.", shortName(s.path))
	}
	return s.enter(ctx)
}

// perform runs work as an act; finish, if any, has a last word before the commit.
// It returns the act and what was changed.
func (s *Store) perform(ctx context.Context, d Deed, work func(context.Context, *sql.Tx) error,
	finish func(context.Context, *sql.Tx, int64) error) (act int64, changed []string, err error) {
	if err := s.writable(ctx); err != nil {
		return 0, nil, err
	}
	tx, err := s.begin(ctx)
	if err != nil {
		return 0, nil, err
	}
	defer func() { _ = tx.Rollback() }() // after a commit this does nothing
	act, before, err := s.openAct(ctx, tx, d)
	if err != nil {
		return 0, nil, err
	}
	if err := work(inside(ctx), tx); err != nil {
		return 0, nil, err
	}
	if changed, err = changedPlaces(ctx, tx, act, before); err != nil {
		return 0, nil, err
	}
	if before > 0 {
		if err := s.fold(ctx, tx, act); err != nil {
			return 0, nil, err
		}
	}
	if finish != nil {
		if err := finish(ctx, tx, act); err != nil {
			return 0, nil, err
		}
	} else if err := dropEmpty(ctx, tx, act); err != nil {
		return 0, nil, err
	}
	if err := setOpenAct(ctx, tx, nil); err != nil {
		return 0, nil, err
	}
	if err := s.commit(ctx, tx, changed); err != nil {
		return 0, nil, err
	}
	s.visit.set(d.Visit, act)
	return act, changed, nil
}

// aside changes rows without leaving an act behind: for what the program notes by
// itself, which is nothing to undo, redo or tell. The triggers want an act to write
// under, so there is one until just before the commit. The visit to a field goes on.
func (s *Store) aside(ctx context.Context, work func(context.Context, *sql.Tx) error) error {
	changed, err := s.asideTold(ctx, work)
	if err == nil {
		s.publish(changed)
	}
	return err
}

// asideQuietly is aside for what nobody shows: nobody is told.
func (s *Store) asideQuietly(ctx context.Context, work func(context.Context, *sql.Tx) error) error {
	_, err := s.asideTold(ctx, work)
	return err
}

func (s *Store) asideTold(ctx context.Context, work func(context.Context, *sql.Tx) error) (changed []string, err error) {
	if err := s.writable(ctx); err != nil {
		return nil, err
	}
	tx, err := s.begin(ctx)
	if err != nil {
		return nil, s.explain(err)
	}
	defer func() { _ = tx.Rollback() }() // after a commit this does nothing
	id, _, err := s.openAct(ctx, tx, Deed{})
	if err != nil {
		return nil, s.explain(err)
	}
	if err := work(inside(ctx), tx); err != nil {
		return nil, s.explain(err)
	}
	changed, err = changedPlaces(ctx, tx, id, 0)
	if err != nil {
		return nil, s.explain(err)
	}
	if err := setOpenAct(ctx, tx, nil); err != nil {
		return nil, s.explain(err)
	}
	// Its changes go with it.
	if _, err := tx.ExecContext(ctx, "DELETE FROM act WHERE id = ?", id); err != nil {
		return nil, s.explain(err)
	}
	if err := s.commit(ctx, tx, changed); err != nil {
		return nil, s.explain(err)
	}
	return changed, nil
}

// openAct writes a new act, or takes up the act of the same visit again while
// nothing has happened since, and makes it the open one. before is the newest
// change that it holds already, 0 for a new act.
func (s *Store) openAct(ctx context.Context, tx *sql.Tx, d Deed) (id, before int64, err error) {
	args, err := encodeArgs(d.Args)
	if err != nil {
		return 0, 0, err
	}
	now, kind := s.clock().UTC().Format(actTime), d.kind()
	if again := s.visit.of(d.Visit); again != 0 {
		done, err := tx.ExecContext(ctx, `UPDATE act SET at = ?, key = ?, many = ?, n = ?, args = ?
			WHERE id = ? AND id = (SELECT max(id) FROM act) AND kind = ? AND undone_by IS NULL
			AND id > (SELECT undo_floor FROM open_act)`, now, d.Key, d.Many, d.N, args, again, kind)
		if err != nil {
			return 0, 0, err
		}
		if n, err := done.RowsAffected(); err == nil && n == 1 {
			err = tx.QueryRowContext(ctx, "SELECT max(id) FROM change WHERE act_id = ?", again).Scan(&before)
			if err != nil {
				return 0, 0, err
			}
			return again, before, setOpenAct(ctx, tx, again)
		}
	}
	id, err = insertAct(ctx, tx, `INSERT INTO act (at, kind, key, many, n, args) VALUES (?, ?, ?, ?, ?, ?)`,
		now, kind, d.Key, d.Many, d.N, args)
	return id, 0, err
}

// insertAct writes an act and makes it the open one.
func insertAct(ctx context.Context, tx *sql.Tx, query string, args ...any) (int64, error) {
	done, err := tx.ExecContext(ctx, query, args...)
	if err != nil {
		return 0, err
	}
	id, err := done.LastInsertId()
	if err != nil {
		return 0, err
	}
	return id, setOpenAct(ctx, tx, id)
}

// setOpenAct says under which act the triggers record, nil for none.
func setOpenAct(ctx context.Context, tx *sql.Tx, act any) error {
	done, err := tx.ExecContext(ctx, "UPDATE open_act SET act_id = ? WHERE id = 1", act)
	if err != nil {
		return err
	}
	if n, err := done.RowsAffected(); err != nil || n != 1 {
		return errors.Join(err, damaged("open_act has %d rows", n))
	}
	return nil
}

// changedPlaces lists what the act changed after the given change, as in Change.
func changedPlaces(ctx context.Context, q querier, act, after int64) ([]string, error) {
	return gather(ctx, q, func(r *sql.Rows) (s string, err error) { return s, r.Scan(&s) },
		`SELECT DISTINCT tbl || coalesce('.' || j.key, '') AS place
		FROM change LEFT JOIN json_each(CASE op WHEN 'update' THEN after END) AS j
		WHERE act_id = ? AND change.id > ? ORDER BY place`, act, after)
}

// dropEmpty removes an act that changed nothing: there is nothing to undo.
func dropEmpty(ctx context.Context, tx *sql.Tx, act int64) error {
	// The open act refers to it.
	if err := setOpenAct(ctx, tx, nil); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, "DELETE FROM act WHERE id = ? AND NOT EXISTS (SELECT 1 FROM change WHERE act_id = act.id)", act)
	return err
}

// parseActTime reads the time of an act; a forged one is no time.
func parseActTime(s string) time.Time {
	t, err := time.Parse(actTime, s)
	if err != nil {
		return time.Time{}
	}
	return t
}

// changeRow is one row of the journal without its content.
type changeRow struct {
	id, row   int64
	table, op string
}

func (c changeRow) String() string { return fmt.Sprintf("%s %d of %s", c.op, c.row, c.table) }
