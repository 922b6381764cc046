package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"sync"
	"time"

	"copleader/data"
)

// watch remembers what the file was like when we last left it. Programs that keep
// folders alike write into files as they like: ours must not go among another
// file's bytes.
type watch struct {
	// leaving is held from a commit until what it left is remembered: whoever gets the connection in between would take our own
	// bytes for another's.
	leaving sync.Mutex

	mu      sync.Mutex
	size    int64
	written time.Time
	mark    string      // what readMark told
	doubt   bool        // it was written by somebody else since, and not yet looked at
	lock    os.FileInfo // our lock, as it was seen last
	strange bool        // whoever read it last found something else in it
}

// markedChanges are so many changes of the newest act, the newest first, as a mark knows by content.
const markedChanges = 100

// markedRecord is the length in bytes up to which a mark knows a record by content.
const markedRecord = 1 << 20

// readMark gives what no two states of one community have alike: a number that grows with every act, and a digest of the newest act.
// Two copies of a file in each of which one deed was done have the number alike.
func readMark(ctx context.Context, q querier) (string, error) {
	var grown int64
	err := q.QueryRowContext(ctx, "SELECT coalesce(sum(seq), 0) FROM sqlite_sequence WHERE name IN ('act', 'change')").Scan(&grown)
	if err != nil {
		return "", err
	}
	newest, err := newestAct(ctx, q)
	if err != nil {
		return "", err
	}
	digest, err := actDigest(ctx, q, newest)
	return fmt.Sprint(grown, " ", digest), err
}

// actDigest is a digest of what one act and its changes say; that it was undone meanwhile is not of it. Of a record longer than any of
// ours only the length is taken, which SQLite knows without reading it.
func actDigest(ctx context.Context, q querier, id int64) (string, error) {
	said, err := gather(ctx, q, func(r *sql.Rows) (s string, err error) { return s, r.Scan(&s) },
		`SELECT json_array(at, kind, key, many, n, args, of_id) FROM act WHERE id = ?1
		UNION ALL SELECT * FROM (SELECT json_array(id, tbl, row_id, op, octet_length(before), octet_length(after),
			CASE WHEN octet_length(before) < ?3 THEN before END, CASE WHEN octet_length(after) < ?3 THEN after END) FROM change WHERE act_id = ?1 ORDER BY id DESC LIMIT ?2)`,
		id, markedChanges, markedRecord)
	return fmt.Sprintf("%x", sha256.Sum256([]byte(strings.Join(said, "\n")))), err
}

// leave remembers the file as it is now, with its mark.
func (w *watch) leave(path string, mark string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.mark, w.doubt = mark, false
	if info, err := os.Stat(path); err == nil {
		w.size, w.written = info.Size(), info.ModTime()
	}
}

// touched reports whether the file was written since. One that is gone, or
// another in its place, is SQLite's to notice.
func (w *watch) touched(path string) bool {
	info, err := os.Stat(path)
	w.mu.Lock()
	defer w.mu.Unlock()
	if err != nil || info.Size() == w.size && info.ModTime().Equal(w.written) {
		return false
	}
	w.size, w.written, w.doubt = info.Size(), info.ModTime(), true
	return true
}

// known gives the mark that was left, and whether there is doubt.
func (w *watch) known() (mark string, doubt bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.mark, w.doubt
}

func (w *watch) doubting(doubt bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.doubt = doubt
}

// turnedStrange remembers whether the file holds something else by now, and tells whether that is new.
func (w *watch) turnedStrange(strange bool) (turned bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	turned = w.strange != strange
	w.strange = strange
	return turned
}

// left is to be called when the file was opened, or written otherwise than by an act.
func (s *Store) left(ctx context.Context) error {
	if _, err := s.freshness.notice(ctx, s.db); err != nil {
		return err
	}
	mark, err := readMark(ctx, s.db)
	if err == nil {
		s.watch.leave(s.path, mark)
	}
	return err
}

// look notices whether somebody wrote into the file since we left it. What SQLite
// remembers of the file is then forgotten: another file's bytes can bear the very
// number by which SQLite tells one state from another.
func (s *Store) look(ctx context.Context) (touched bool, err error) {
	if !s.watch.touched(s.path) {
		return false, nil
	}
	_, err = s.db.ExecContext(ctx, "PRAGMA shrink_memory")
	return true, err
}

// recognise makes sure, within a transaction, that the file holds our community,
// and when it is to be written, in the state in which we left it.
func (s *Store) recognise(ctx context.Context, q querier, changed, writing bool) error {
	s.watch.leaving.Lock()
	left, doubt := s.watch.known()
	s.watch.leaving.Unlock()
	if !doubt && !changed {
		return nil
	}
	s.watch.doubting(true)
	identity, err := readIdentity(ctx, q, s.layout)
	var mark string
	if err == nil {
		mark, err = readMark(ctx, q)
	}
	switch {
	case err != nil && unanswered(err):
		return err
	case err != nil || identity != s.identity || writing && mark != left:
		return errors.Join(errOtherBytes, err)
	}
	// A reader takes whatever its community says by now.
	s.watch.doubting(mark != left && !s.readOnly)
	return nil
}

// errOtherBytes is that the open file does not hold what we left in it.
var errOtherBytes = errors.New("the open file holds something else")

// begin starts a transaction that writes, if the file is still ours to write.
func (s *Store) begin(ctx context.Context) (*sql.Tx, error) {
	if err := s.lockStands(); err != nil {
		return nil, err
	}
	if _, err := s.look(ctx); err != nil {
		return nil, err
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	changed, err := s.freshness.changed(ctx, tx)
	if err == nil {
		err = s.recognise(ctx, tx, changed, true)
	}
	if err != nil {
		_ = tx.Rollback()
		return nil, err
	}
	return tx, nil
}

// commit ends a transaction that wrote. A disk that fails in the middle of it
// leaves open whether the deed was kept, so the file is asked.
func (s *Store) commit(ctx context.Context, tx *sql.Tx, changed []string) error {
	if err := s.fault(ctx, Use{Write: true, Change: Change{Places: changed}}); err != nil {
		return err
	}
	s.freshness.bump(changed...)
	mark, err := readMark(ctx, tx)
	if err != nil {
		return err
	}
	failure := s.commitAndLeave(tx, mark)
	if failure == nil {
		return nil
	}
	before, _ := s.watch.known()
	now, err := readMark(context.WithoutCancel(ctx), s.db)
	switch {
	case err != nil && cutOff(s.path): // its journal will take it back
		return failure
	case err != nil:
		return errors.Join(errUnsure, failure, err)
	case now == mark && mark != before:
		s.watch.leave(s.path, mark)
		return nil
	}
	return failure
}

// commitAndLeave commits and remembers what the file is like then.
func (s *Store) commitAndLeave(tx *sql.Tx, mark string) error {
	s.watch.leaving.Lock()
	defer s.watch.leaving.Unlock()
	err := tx.Commit()
	if err == nil {
		s.watch.leave(s.path, mark)
	}
	return err
}

// errUnsure is that nobody knows whether a deed was kept.
var errUnsure = errors.New("it is not known whether the deed was kept")

// lockStands makes sure that nobody took our lock: somebody at another computer can
// say that we are gone. A lock that was only removed is made again.
func (s *Store) lockStands() error {
	if s.lock == nil {
		return nil
	}
	name := s.path + lockSuffix
	s.watch.mu.Lock()
	defer s.watch.mu.Unlock()
	seen, err := os.Lstat(name)
	if err == nil && s.watch.lock != nil && os.SameFile(seen, s.watch.lock) && seen.ModTime().Equal(s.watch.lock.ModTime()) {
		return nil
	}
	var now lock
	if err == nil {
		now, err = readLock(name)
	}
	switch {
	case err == nil && now.Token == s.lock.Token:
		s.watch.lock = seen
		return nil
	case err == nil:
		return takenOver(s.path, now)
	case !errors.Is(err, fs.ErrNotExist):
		return nil // a folder that doesn't answer is for SQLite to tell
	}
	if other, err := takeLock(s.path, *s.lock, false); errors.Is(err, errHeld) {
		return takenOver(s.path, other)
	}
	return nil
}

func takenOver(path string, by lock) *data.Error {
	if by.who() == "" {
		return data.Fault(data.CodeInUse,
			"“%s” was opened for changes elsewhere meanwhile, so this was not kept. Please close it in one of the two places, and open it here again.",
			shortName(path))
	}
	return data.Fault(data.CodeInUse,
		"%s has opened “%s” for changes meanwhile, so this was not kept. Please close it in one of the two places, and open it here again.",
		by.who(), shortName(path))
}
