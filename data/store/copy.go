package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"time"

	"copleader/data"
	"copleader/data/disk"
)

// Copy writes the community as it is now into a file at dst, in place of one that
// is there; a failure leaves the older file as it was.
func (s *Store) Copy(ctx context.Context, dst string) error {
	full, err := s.copyTarget(dst)
	if err != nil {
		return err
	}
	release, err := s.holdReplaced(full)
	if err != nil {
		return err
	}
	defer release()
	_, err = s.makeCopy(ctx, full, copying{replace: true})
	return s.explainCopy(full, err)
}

// holdReplaced takes the lock of a file that a copy is to replace, until release is called: what a window has open is not
// replaced, as its next deed would be in no file, and no window opens it meanwhile.
func (s *Store) holdReplaced(path string) (release func(), err error) {
	release = func() {}
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return release, nil // nothing to replace; a folder that is not there is told of when the copy is made
	}
	held, err := takeLock(real, lock{process: thisProcess(), Since: s.clock().UTC().Truncate(time.Second), Token: newToken()}, false)
	switch {
	case errors.Is(err, errHeld):
		return release, replacedInUse(path, held)
	case err != nil:
		return release, nil // a folder that may not be written is told of when the copy is made
	}
	return func() { _ = held.release(real) }, nil // one that stays is found to be left behind
}

// copyTarget is the whole path of a copy; it is never the open file itself.
func (s *Store) copyTarget(dst string) (string, error) {
	full, err := filepath.Abs(dst)
	if err != nil {
		return "", s.explainCopy(dst, err)
	}
	if now, err := os.Stat(full); err == nil && os.SameFile(now, s.file) {
		return "", data.Fault(data.CodeExists,
			"“%s” is the file that is open; please choose another name for the copy.", shortName(full))
	}
	return full, nil
}

// copying says how a copy is made.
type copying struct {
	replace bool     // a file of its name, which else is an error
	leave   []string // tables of which take leaves something out
	take    func(context.Context, *sql.DB) error
	proven  func(draft string, found facts) error // has the last word before the draft gets its name
}

// makeCopy is the way of every copy: a draft is made, proven, and only then gets
// its name. It tells what the copy holds.
func (s *Store) makeCopy(ctx context.Context, dst string, how copying) (facts, error) {
	if err := s.enter(ctx); err != nil {
		return facts{}, err
	}
	draft, err := draftName(dst)
	if err != nil {
		return facts{}, err
	}
	defer dropDraft(draft)
	held, err := s.drawDraft(ctx, draft, how)
	if err != nil {
		return facts{}, errors.Join(err, s.limitOn(draft))
	}
	found, err := s.prove(ctx, draft)
	if err != nil {
		return facts{}, errors.Join(errUnproven, err)
	}
	if err := held.agree(found, how.leave...); err != nil {
		return facts{}, errors.Join(errUnproven, err)
	}
	if how.proven != nil {
		if err := how.proven(draft, found); err != nil {
			return facts{}, err
		}
	}
	return found, publishFile(draft, dst, how.replace)
}

// limitOn tells whether a draft may not become as large as the community is: SQLite says of a page that it copied only that it could not
// be written. The draft is of no use after that.
func (s *Store) limitOn(draft string) error {
	info, err := os.Stat(s.path)
	if err != nil {
		return nil // told of by what failed
	}
	if err := os.Truncate(draft, info.Size()); disk.TooLarge(err) {
		return err
	}
	return nil
}

// errUnproven is that a copy is not what it should be.
var errUnproven = errors.New("the copy could not be proven")

// drawDraft puts the community into the draft and tells what it held at that moment.
func (s *Store) drawDraft(ctx context.Context, draft string, how copying) (held facts, err error) {
	if _, err := s.look(ctx); err != nil {
		return held, err
	}
	db := connect(draft, building)
	defer func() { err = errors.Join(err, db.Close()) }()
	err = copyPages(ctx, s.db, db, func(ctx context.Context, q querier) (err error) {
		if err = s.recognise(ctx, q, true, !s.readOnly); err != nil {
			return err
		}
		held, err = readFacts(ctx, q, s.version, s.layout)
		return err
	})
	if err == nil && how.take != nil {
		err = how.take(ctx, db)
	}
	return held, err
}

// prove opens a copy for reading, with every check of Open, and tells what it holds.
func (s *Store) prove(ctx context.Context, path string) (found facts, err error) {
	copied, err := Open(ctx, path, Options{ReadOnly: true, Clock: s.clock, blueprint: s.blueprint, found: &found})
	if err != nil {
		return found, err
	}
	return found, copied.Close()
}

// Prove opens a copy for reading, with every check of Open.
func (s *Store) Prove(ctx context.Context, path string) error {
	_, err := s.prove(ctx, path)
	return err
}
