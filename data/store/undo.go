package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/mattn/go-sqlite3"

	"copleader/data"
)

// direction is the way an act is replayed.
type direction struct {
	kind    string // of the act that replaying writes
	target  string // which act is next
	order   string // of its changes
	toward  string // the side of a change that is to be reached
	turned  map[string]string
	mirror  string // whether change m is what replaying change o must have recorded
	nothing func() error
	only    int64 // the one act that may be replayed, 0 for whichever is next
}

// The next act to undo is the newest that stands. The next to redo is the oldest
// undone since the newest deed: one undone before that deed belongs to a branch
// the leader left.
var (
	backward = direction{
		kind: kindUndo,
		target: `SELECT max(id) FROM act WHERE kind = 'do' AND undone_by IS NULL
			AND id > (SELECT undo_floor FROM open_act WHERE id = 1)`,
		order: "DESC", toward: "before",
		turned: map[string]string{"insert": "delete", "update": "update", "delete": "insert"},
		mirror: `m.op IS CASE o.op WHEN 'insert' THEN 'delete' WHEN 'delete' THEN 'insert' ELSE o.op END
			AND m.before IS o.after AND m.after IS o.before`,
		nothing: func() error { return data.Fault(data.CodeNothing, "There is nothing to undo.") },
	}
	forward = direction{
		kind: kindRedo,
		target: `SELECT min(id) FROM act WHERE kind = 'do'
			AND undone_by > (SELECT coalesce(max(id), 0) FROM act WHERE kind = 'do')
			AND id > (SELECT undo_floor FROM open_act WHERE id = 1)`,
		order: "ASC", toward: "after",
		turned:  map[string]string{"insert": "insert", "update": "update", "delete": "delete"},
		mirror:  `m.op IS o.op AND m.before IS o.before AND m.after IS o.after`,
		nothing: func() error { return data.Fault(data.CodeNothing, "There is nothing to redo.") },
	}
)

// newestOfItsKind is the newest act that stands of the kind that one act has.
const newestOfItsKind = `SELECT max(id) FROM act WHERE kind = (SELECT kind FROM act WHERE id = ?) AND kind IN ('do', 'note')
	AND undone_by IS NULL AND id > (SELECT undo_floor FROM open_act WHERE id = 1)`

// Undo takes back the newest act and tells what it was.
func (s *Store) Undo(ctx context.Context) (Deed, error) { return s.replay(ctx, backward) }

// UndoAct takes back one act, as long as it is the newest of its kind that stands:
// what undo passes over is taken back this way only.
func (s *Store) UndoAct(ctx context.Context, id int64) error {
	way := backward
	way.only = id
	_, err := s.replay(ctx, way)
	return err
}

// Done is a deed just done; the Undo that is offered with it takes back just that and nothing done since.
type Done struct {
	store *Store
	act   int64
}

// Undo takes the deed back, as long as it is the newest that stands.
func (d Done) Undo(ctx context.Context) error { return d.store.UndoAct(ctx, d.act) }

// Redo does again what was undone last and tells what it was.
func (s *Store) Redo(ctx context.Context) (Deed, error) { return s.replay(ctx, forward) }

// NextUndo tells what Undo would take back; ok is false if there is nothing.
func (s *Store) NextUndo(ctx context.Context) (d Deed, ok bool) { return s.next(ctx, backward) }

// NextRedo tells what Redo would do again; ok is false if there is nothing.
func (s *Store) NextRedo(ctx context.Context) (d Deed, ok bool) { return s.next(ctx, forward) }

// next looks up the next act; a file that cannot be read has none, and says so
// when the deed is asked for.
func (s *Store) next(ctx context.Context, way direction) (d Deed, ok bool) {
	if s.readOnly {
		return Deed{}, false
	}
	err := s.read(ctx, func(ctx context.Context, q querier) error {
		id, err := way.next(ctx, q)
		if err != nil {
			return err
		}
		d, err = s.readDeed(ctx, q, id)
		return err
	})
	return d, err == nil
}

func (way direction) next(ctx context.Context, q querier) (int64, error) {
	query, args := way.target, []any(nil)
	if way.only != 0 {
		query, args = newestOfItsKind, []any{way.only}
	}
	var id sql.NullInt64
	if err := q.QueryRowContext(ctx, query, args...).Scan(&id); err != nil {
		return 0, err
	}
	switch {
	case way.only != 0 && id.Int64 != way.only:
		return 0, data.Fault(data.CodeNothing, "Something else was done since; Undo in the Edit menu goes back step by step.")
	case !id.Valid:
		return 0, way.nothing()
	}
	return id.Int64, nil
}

// errNoMirror is that replaying an act did not lead where its record says.
var errNoMirror = errors.New("the journal and the data do not agree")

func noMirror(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{errNoMirror}, args...)...)
}

// replay undoes or redoes one act in one transaction, itself an act.
func (s *Store) replay(ctx context.Context, way direction) (Deed, error) {
	if err := s.writable(ctx); err != nil {
		return Deed{}, err
	}
	s.endVisit()
	d, changed, err := s.replayOnce(ctx, way)
	if err != nil {
		return Deed{}, s.explainReplay(err)
	}
	s.publish(changed)
	return d, nil
}

// explainReplay words what went wrong while undoing or redoing.
func (s *Store) explainReplay(err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, errNoMirror) {
		err = withCause(data.Fault(data.CodeChangedElsewhere,
			"This cannot be undone or redone, because the file was changed elsewhere in the meantime; everything was left as it is."), err)
	}
	return s.explain(err)
}

func (s *Store) replayOnce(ctx context.Context, way direction) (d Deed, changed []string, err error) {
	tx, err := s.begin(ctx)
	if err != nil {
		return d, nil, err
	}
	defer func() { _ = tx.Rollback() }()
	// Rows come back in an order in which a reference may stand before its aim.
	if _, err := tx.ExecContext(ctx, "PRAGMA defer_foreign_keys = ON"); err != nil {
		return d, nil, err
	}
	target, err := way.next(ctx, tx)
	if err != nil {
		return d, nil, err
	}
	if changed, err = s.replayAct(ctx, tx, way, target); err != nil {
		return d, nil, err
	}
	if d, err = s.readDeed(ctx, tx, target); err != nil {
		return d, nil, err
	}
	return d, changed, unlessPlain(s.commit(ctx, tx, changed))
}

// replayAct replays one act, as an act of its own, and tells what that changed.
func (s *Store) replayAct(ctx context.Context, tx *sql.Tx, way direction, target int64) (changed []string, err error) {
	mirror, err := insertAct(ctx, tx, "INSERT INTO act (at, kind, of_id) VALUES (?, ?, ?)",
		s.clock().UTC().Format(actTime), way.kind, target)
	if err != nil {
		return nil, err
	}
	if err := s.replayChanges(ctx, tx, way, target); err != nil {
		return nil, unlessPlain(err)
	}
	if err := way.checkMirror(ctx, tx, target, mirror); err != nil {
		return nil, unlessPlain(err)
	}
	if changed, err = changedPlaces(ctx, tx, target, 0); err != nil {
		return nil, err
	}
	return changed, way.settle(ctx, tx, target, mirror)
}

// settle keeps of the mirror only that it happened: its changes are the act's
// own, turned round.
func (way direction) settle(ctx context.Context, tx *sql.Tx, target, mirror int64) error {
	var undoneBy any
	if way.kind == kindUndo {
		undoneBy = mirror
	}
	if _, err := tx.ExecContext(ctx, "DELETE FROM change WHERE act_id = ?", mirror); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "UPDATE act SET undone_by = ? WHERE id = ?", undoneBy, target); err != nil {
		return err
	}
	return setOpenAct(ctx, tx, nil)
}

// checkMirror compares what the triggers recorded while the act was replayed with
// the act's own record: the same rows, in the same or the reverse order, and every
// value. A stale or forged record, or data changed behind the journal, differs.
func (way direction) checkMirror(ctx context.Context, q querier, target, mirror int64) error {
	var all, replayed, same int
	err := q.QueryRowContext(ctx, fmt.Sprintf(`
		SELECT (SELECT count(*) FROM change WHERE act_id = ?1), (SELECT count(*) FROM change WHERE act_id = ?2), count(*)
		FROM (SELECT row_number() OVER (ORDER BY id %s) AS r, tbl, row_id, op, before, after FROM change WHERE act_id = ?1) o
		JOIN (SELECT row_number() OVER (ORDER BY id) AS r, tbl, row_id, op, before, after FROM change WHERE act_id = ?2) m
		ON m.r = o.r
		WHERE m.tbl IS o.tbl AND m.row_id IS o.row_id AND %s`, way.order, way.mirror), target, mirror).Scan(&all, &replayed, &same)
	if err != nil {
		return err
	}
	if replayed != all || same != all {
		return noMirror("%d changes, %d replayed, %d of them the same", all, replayed, same)
	}
	return nil
}

// unlessPlain takes an error that only the content of the journal can have caused
// for what it is; a full disk, a lock or a broken file stay what they are.
func unlessPlain(err error) error {
	var e sqlite3.Error
	if errors.As(err, &e) {
		switch e.Code {
		case sqlite3.ErrConstraint, sqlite3.ErrMismatch, sqlite3.ErrError, sqlite3.ErrTooBig:
			return fmt.Errorf("%w: %w", errNoMirror, err)
		}
	}
	return err
}
