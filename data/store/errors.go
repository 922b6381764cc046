package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"syscall"

	"github.com/mattn/go-sqlite3"

	"copleader/data"
)

// extended result codes that mean something of their own.
const (
	readOnlyRollback  = sqlite3.ErrNoExtended(8 | 3<<8) // a cut-off change waits, and we may only read
	readOnlyMoved     = sqlite3.ErrNoExtended(8 | 4<<8) // the file is not where it was
	readOnlyDirectory = sqlite3.ErrNoExtended(8 | 6<<8) // the folder may not be written
)

// explain words an error of SQLite for a person; an error that is worded already,
// or that only a fault of the program could bring about, is passed on.
func (s *Store) explain(err error) error {
	if err == nil {
		return nil
	}
	var told *data.Error
	if errors.As(err, &told) {
		return err
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if errors.Is(err, errOtherBytes) {
		return withCause(otherBytes(s.path), err)
	}
	if errors.Is(err, errUnsure) {
		return withCause(unsure(s.path), err)
	}
	if errors.Is(err, syscall.ENOSPC) {
		return withCause(diskFull(s.path), err)
	}
	if errors.Is(err, errDamaged) {
		return withCause(damagedFile(s.path), err)
	}
	var sql sqlite3.Error
	if !errors.As(err, &sql) {
		return err
	}
	if fault := s.explainCode(sql); fault != nil {
		return withCause(fault, err)
	}
	return fmt.Errorf("community file: %w", err)
}

func (s *Store) explainCode(e sqlite3.Error) *data.Error {
	switch e.Code {
	case sqlite3.ErrConstraint:
		if e.ExtendedCode == sqlite3.ErrConstraintForeignKey { // chosen in a form, and taken away since
			return gone()
		}
	case sqlite3.ErrFull:
		return diskFull(s.path)
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB, sqlite3.ErrTooBig:
		return damagedFile(s.path)
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return data.Fault(data.CodeInUse,
			"Another program is writing “%s” just now, so this was not done; nothing is lost. Please try again in a moment.",
			shortName(s.path))
	case sqlite3.ErrReadonly, sqlite3.ErrCantOpen, sqlite3.ErrPerm, sqlite3.ErrIoErr:
		return s.explainAccess(e)
	}
	return nil
}

// explainAccess looks at what became of the file.
func (s *Store) explainAccess(e sqlite3.Error) *data.Error {
	if s.readOnly && (e.ExtendedCode == readOnlyRollback || cutOff(s.path)) {
		return data.Fault(data.CodeUnreadable,
			"A change to “%s” was cut off when the program last stopped, and must be cleared up before the file can be read. Nothing that was kept is lost; please open it once where it may be written.",
			shortName(s.path))
	}
	if e.ExtendedCode == readOnlyMoved || s.replaced() {
		return changedElsewhere(s.path)
	}
	switch {
	case e.Code == sqlite3.ErrReadonly || e.Code == sqlite3.ErrPerm || e.ExtendedCode == readOnlyDirectory || e.Code == sqlite3.ErrCantOpen && !s.readOnly:
		return unwritable(s.path, e)
	default:
		return data.Fault(data.CodeUnreadable,
			"The disk of “%s” does not answer as it should, so this was not done; what was kept before is safe. Please check that the disk is connected.",
			shortName(s.path))
	}
}

// replaced reports whether another file, or none, is now where ours was.
func (s *Store) replaced() bool {
	if s.file == nil {
		return false
	}
	now, err := os.Stat(s.path)
	return errors.Is(err, os.ErrNotExist) || (err == nil && !os.SameFile(now, s.file))
}

func changedElsewhere(path string) *data.Error {
	return data.Fault(data.CodeChangedElsewhere,
		"“%s” was moved, replaced or changed by another program while it was open here, so this was not kept. Please save a copy under another name and compare the two.",
		shortName(path))
}

func otherBytes(path string) *data.Error {
	return data.Fault(data.CodeChangedElsewhere,
		"Another program wrote something else into “%s” while it was open here, so this was not kept; what is in it now was left as it is. Please close it, and restore the newest copy of your community.",
		shortName(path))
}

func unsure(path string) *data.Error {
	return data.Fault(data.CodeUnreadable,
		"The disk of “%s” stopped answering just as this was being kept, so it is not certain whether it was; everything before it is safe. Please check the disk, then open the file again.",
		shortName(path))
}

func damagedFile(path string) *data.Error {
	return data.Fault(data.CodeDamaged,
		"“%s” is damaged and was left as it is. Please open a backup of it, or ask for help with this copy.",
		shortName(path))
}

func withCause(fault *data.Error, cause error) error {
	if fault.Cause == nil {
		fault.Cause = cause
	}
	return fault
}
