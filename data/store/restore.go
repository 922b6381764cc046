package store

import (
	"context"
	"database/sql"
	"errors"

	"github.com/mattn/go-sqlite3"

	"copleader/data"
)

// Restore puts a copy of this community, proven once more, in the place of what is
// in the file now, which is copied into the folder before: so the restoring is
// undone by restoring that copy. An older copy is brought to this version. What
// documents told outside stays noted. Whatever stops it, the file is as it was.
func (s *Store) Restore(ctx context.Context, c KeptCopy, folder string) error {
	if err := s.writable(ctx); err != nil {
		return err
	}
	if c.Identity != s.identity {
		return data.Fault(data.CodeInvalid, "The copy is one of another community, “%s”; nothing was changed. Please choose another copy.", c.Community)
	}
	copied, err := openProven(ctx, c, Options{Clock: s.clock, blueprint: s.blueprint})
	if err != nil {
		return err
	}
	defer func() { _ = copied.Close() }()
	if _, err := s.CopyBefore(ctx, folder, BeforeRestore); err != nil {
		return notRestored(err)
	}
	source, drop, err := s.knowingWhatWentOut(ctx, copied)
	defer drop()
	if err != nil {
		return s.explainDraft(err)
	}
	s.endVisit()
	if err := s.putBack(ctx, source); err != nil {
		return s.explain(err)
	}
	s.freshness.stale()
	err = s.left(ctx)
	s.publish(s.layout.names())
	return s.explainReading(err)
}

// putBack writes all pages of the copy into the open file, in one transaction.
func (s *Store) putBack(ctx context.Context, copied *Store) error {
	if err := s.lockStands(); err != nil {
		return err
	}
	dest, err := s.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer dest.Close()
	if err := s.unchanged(ctx, dest); err != nil {
		return err
	}
	source, err := copied.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer source.Close()
	want, err := readMark(ctx, source)
	if err != nil {
		return err
	}
	failure := dest.Raw(func(to any) error {
		return source.Raw(func(from any) error {
			backup, err := to.(*sqlite3.SQLiteConn).Backup("main", from.(*sqlite3.SQLiteConn), "main")
			if err != nil {
				return err
			}
			done, err := backup.Step(-1)
			err = plainCode(errors.Join(err, backup.Finish()))
			if err == nil && !done {
				return errCopyBusy
			}
			return err
		})
	})
	if failure == nil {
		return nil
	}
	// A disk that fails at the very end leaves it done all the same.
	before, _ := s.watch.known()
	switch now, err := readMark(context.WithoutCancel(ctx), dest); {
	case err != nil && cutOff(s.path): // its journal will take it back
		return failure
	case err != nil:
		return errors.Join(errUnsure, failure, err)
	case now == want && now != before:
		return nil
	}
	return failure
}

// unchanged makes sure that the file is as we left it.
func (s *Store) unchanged(ctx context.Context, conn *sql.Conn) error {
	if s.watch.touched(s.path) {
		if _, err := conn.ExecContext(ctx, "PRAGMA shrink_memory"); err != nil {
			return err
		}
	}
	return s.recognise(ctx, conn, true, true)
}

// RestoreAs puts a copy, proven once more, into a new file at path; an older one is
// brought to this version. It serves where the file itself is broken or gone.
func RestoreAs(ctx context.Context, c KeptCopy, path string, o Options) error {
	copied, err := openProven(ctx, c, o)
	if err != nil {
		return err
	}
	defer func() { _ = copied.Close() }()
	_, err = copied.makeCopy(ctx, path, copying{})
	return explainMaking(path, err)
}

// notRestored words that the copy failed which is made before.
func notRestored(err error) error {
	var told *data.Error
	if !errors.As(err, &told) {
		return err
	}
	return withCause(data.Fault(told.Code, "Nothing was restored, since what is in the file now could not be copied first. %s", told), err)
}

// openProven opens a copy for reading if it is what was proven when it was made.
func openProven(ctx context.Context, c KeptCopy, o Options) (*Store, error) {
	n, noted := readNotes(c.Path)
	if noted {
		if err := n.proves(c.Path); err != nil {
			return nil, err
		}
	}
	var found facts
	o.ReadOnly, o.found = true, &found
	copied, err := Open(ctx, c.Path, o)
	if err != nil {
		return nil, unusable(c.Path, err)
	}
	if c.Identity != copied.identity || noted && n.agree(found) != nil {
		return nil, errors.Join(noLongerProven(c.Path), copied.Close())
	}
	return copied, nil
}

// proves sees that every byte of the copy is as it was when it was proven.
func (n notes) proves(path string) error {
	digest, size, err := digestOf(path)
	if err != nil {
		return unusable(path, unreadable(path, err))
	}
	if digest != n.Digest || size != n.Size {
		return noLongerProven(path)
	}
	return nil
}

func noLongerProven(path string) error {
	return data.Fault(data.CodeChangedElsewhere,
		"The copy “%s” is no longer what was proven when it was made, so it was not used; everything was left as it is. Please choose another copy.",
		shortName(path))
}
