// Package store keeps a community in one SQLite file: it opens and checks the
// file, holds the lock that says who has it open, and writes every deed as one
// act of the journal, from which undo, redo and history come.
package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"os/user"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"copleader/data"
)

// Options say how a file is opened; the zero value opens it for writing.
type Options struct {
	Clock    func() time.Time // time.Now if nil
	ReadOnly bool             // write nothing, not even a lock
	Owner    string           // who has the file open, as others are told; the system's user if empty
	TakeOver bool             // take the lock of another computer: a person made sure that nobody is at it
	// WithoutJournal opens a file without the journal that a crash left beside it, which is put aside: a person was told
	// that it is not the file's own (data.CodeStrayJournal).
	WithoutJournal bool
	// Expect is what the community is known by that the file held when it was open last; if it holds another by now, it is not opened
	// (data.CodeOtherCommunity). Empty expects nothing.
	Expect string

	// KeepVersion leaves an older file as it is: it is opened for reading only.
	KeepVersion bool

	// Fault is asked before each use of the file, which fails with what it answers: tests put a disk that is full, slow or
	// gone beneath a real file with it.
	Fault func(context.Context, Use) error

	blueprint *blueprint           // how files are made; tests have their own
	found     *facts               // where what the file holds is put, before it is upgraded
	unread    func(at int64) error // what the disk of tests says of a place that can't be read
}

// Use is one use of the open file: a reading, or a writing that is about to be kept.
type Use struct {
	Write  bool
	Change Change // what was written
}

// Store is one open community file.
type Store struct {
	path      string
	file      os.FileInfo // the file that was opened, to notice another in its place
	db        *sql.DB
	clock     func() time.Time
	fault     func(context.Context, Use) error
	blueprint *blueprint
	version   int // of what is worked on
	layout    *layout
	found     *facts
	identity  string // of the community; empty in a file older than identities
	expected  string // identity, empty for any
	keep      bool   // the version, where it is an older one
	lock      *lock  // ours, nil when reading only
	holder    *lock  // another's
	readOnly  bool
	because   *data.Error // why readOnly, nil when it was asked for
	upgraded  *Upgrade
	// afterCrash tells that the file was not closed the last time.
	afterCrash bool
	visit      visit
	watch      watch
	seal       *seal // on the file as it was before we did anything with it
	freshness  freshness
	snapshots  snapshots
	guests     atomic.Bool // guests look on
	listeners  listeners
	keeping    sync.Mutex // held while copies are made, proven, thinned or removed
	closeOnce  sync.Once
}

// Open opens a community file, after checking that it is one, whole, and of a
// version we know. If somebody else has it open, or it may not be written, it is
// opened for reading only; Because tells why. A file that fails a check is not touched.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	s, err := newStore(path, o)
	if err != nil {
		return nil, err
	}
	if s.file, err = inspect(s.path, s.blueprint.newest()); err != nil {
		return nil, err
	}
	s.claim(o)
	s.seal = sealOf(s.path)
	if err := s.settleJournals(ctx, o.WithoutJournal); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	how := writing
	if s.readOnly {
		how = reading
	}
	opened.Store(s, s.file)
	s.db = connect(s.path, how)
	if err = s.examine(ctx); seemsDamaged(err) {
		err = s.examineAgain(ctx, how)
	}
	if err != nil {
		closing := s.Close() // before the file is looked at again
		if err = s.explainOpening(err); closing != nil {
			err = errors.Join(err, closing)
		}
		return nil, err
	}
	return s, nil
}

// opened are the files that this program has open, by their stores. None of them
// may be opened and closed beside SQLite: the system would drop SQLite's locks on it.
var opened sync.Map

// openHere reports whether this program has the file open.
func openHere(file os.FileInfo) (found bool) {
	opened.Range(func(_, one any) bool {
		found = os.SameFile(one.(os.FileInfo), file)
		return !found
	})
	return found
}

// Create makes a new community file and opens it. It never overwrites a file:
// the new one is made under another name and given its own at the end.
func Create(ctx context.Context, path string, o Options) (*Store, error) {
	s, err := newStore(path, o)
	if err != nil {
		return nil, err
	}
	if _, err := os.Lstat(s.path); err == nil {
		return nil, alreadyThere(s.path)
	}
	if err := s.make(ctx); err != nil {
		return nil, explainMaking(s.path, err)
	}
	return Open(ctx, path, o)
}

// make builds the new file under another name.
func (s *Store) make(ctx context.Context) error {
	draft, err := draftName(s.path)
	if err != nil {
		return err
	}
	defer dropDraft(draft)
	if err := s.blueprint.build(ctx, draft); err != nil {
		return err
	}
	return publishFile(draft, s.path, false)
}

func newStore(path string, o Options) (*Store, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	if real, err := filepath.EvalSymlinks(full); err == nil {
		full = real // the lock and the journal lie beside the file itself
	}
	s := &Store{path: full, fault: o.Fault, clock: o.Clock, blueprint: o.blueprint, found: o.found, expected: o.Expect, keep: o.KeepVersion}
	if s.fault == nil {
		s.fault = func(context.Context, Use) error { return nil }
	}
	if s.clock == nil {
		s.clock = time.Now
	}
	if s.blueprint == nil {
		s.blueprint, err = standard()
	}
	return s, err
}

// claim takes the lock, or settles for reading only.
func (s *Store) claim(o Options) {
	if o.ReadOnly {
		s.readOnly = true
		s.holder = s.livingHolder()
		return
	}
	if err := s.probeWriting(); err != nil {
		s.readOnly, s.because = true, onlyToRead(s.path, err)
		s.holder = s.livingHolder()
		return
	}
	left, err := readLock(s.path + lockSuffix)
	wasOpen := err == nil && left.Token != "" && !o.TakeOver
	mine := lock{process: thisProcess(), User: ownerName(o.Owner), Since: s.clock().UTC().Truncate(time.Second), Token: newToken()}
	held, err := takeLock(s.path, mine, o.TakeOver)
	switch {
	case err == nil:
		s.lock = &held
		s.watch.lock, _ = os.Lstat(s.path + lockSuffix) // else it is looked at again
		s.afterCrash = wasOpen || cutOff(s.path) && !o.WithoutJournal
		_ = sweep(filepath.Dir(s.path), false) // what can't be removed does no harm
	case errors.Is(err, errHeld):
		s.readOnly, s.holder, s.because = true, &held, inUse(s.path, held)
	case errors.Is(err, errSpecial):
		s.readOnly, s.because = true, strangeLock(s.path, err)
	default:
		s.readOnly, s.because = true, onlyToRead(s.path, err)
	}
}

func strangeLock(path string, err error) *data.Error {
	fault := data.Fault(data.CodeNoWrite,
		"Beside “%s” lies “%s”, which is not what this program puts there, so the file is open for reading only. Please move it elsewhere and open the file again.",
		shortName(path), shortName(path+lockSuffix))
	fault.Cause = err
	return fault
}

// settleForReading gives the lock back and opens an older file for reading only.
func (s *Store) settleForReading() error {
	s.readOnly, s.because = true, data.Fault(data.CodeNoWrite,
		"“%s” was made by an older version, so it is open for reading only. Open it in a window to bring it up to date.", shortName(s.path))
	mine := s.lock
	s.lock = nil
	return mine.release(s.path)
}

// livingHolder is who has the file open, as far as a lock tells.
func (s *Store) livingHolder() *lock {
	l, err := readLock(s.path + lockSuffix)
	if err != nil || l.leftBehind(thisProcess()) {
		return nil
	}
	return &l
}

// probeWriting tries whether the file may be written, without writing. Where this
// program has it open already, the lock will tell.
func (s *Store) probeWriting() error {
	if openHere(s.file) {
		return nil
	}
	f, err := os.OpenFile(s.path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return f.Close()
}

func ownerName(given string) string {
	if given != "" {
		return given
	}
	u, err := user.Current()
	if err != nil {
		return ""
	}
	if u.Name != "" {
		return u.Name
	}
	return u.Username
}

// Close closes the file and gives the lock back.
func (s *Store) Close() error {
	var err error
	s.closeOnce.Do(func() {
		if s.db != nil {
			err = s.db.Close()
		}
		opened.Delete(s)
		if s.lock != nil {
			err = errors.Join(err, s.lock.release(s.path))
		}
	})
	return err
}

// Identity is what the copies of this community are known by, whatever its file
// is called: the same in each of them, and never changed.
func (s *Store) Identity() string { return s.identity }

// Path is where the file is.
func (s *Store) Path() string { return s.path }

// ReadOnly reports whether nothing can be written.
func (s *Store) ReadOnly() bool { return s.readOnly }

// Because tells why the file is open for reading only although that was not asked
// for: somebody else has it open (data.CodeInUse) or it may not be written
// (data.CodeNoWrite, data.CodeFull). It is nil otherwise.
func (s *Store) Because() *data.Error { return s.because }

// Holder tells who else has the file open, and since when.
func (s *Store) Holder() (who string, since time.Time, ok bool) {
	if s.holder == nil {
		return "", time.Time{}, false
	}
	return s.holder.who(), s.holder.Since, true
}

// AfterCrash reports whether the program that had the file last did not close it;
// all that was kept is there, and what was cut off has been cleared up.
func (s *Store) AfterCrash() bool { return s.afterCrash }

// Upgraded tells what opening did to an older file, nil if nothing.
func (s *Store) Upgraded() *Upgrade { return s.upgraded }

// who is the holder in a few words: user, computer or both.
func (l lock) who() string {
	user, host := shown(l.User, longestShown), shown(l.Host, longestShown)
	switch {
	case user != "" && host != "":
		return user + " @ " + host
	case user != "":
		return user
	}
	return host
}

func inUse(path string, l lock) *data.Error {
	since := data.DateOf(l.Since.Local())
	at := l.Since.Local().Format("15:04")
	if l.who() == "" {
		return data.Fault(data.CodeInUse,
			"“%s” has been open elsewhere since %s, %s. You can read it here; to change it, close it there first.",
			shortName(path), since, at)
	}
	return data.Fault(data.CodeInUse,
		"%s has had “%s” open since %s, %s. You can read it here; to change it, close it there first.",
		l.who(), shortName(path), since, at)
}
