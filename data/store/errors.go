package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"github.com/mattn/go-sqlite3"

	"copleader/data"
	"copleader/data/disk"
)

// extended result codes that mean something of their own.
const (
	readOnlyRollback  = sqlite3.ErrNoExtended(8 | 3<<8) // a cut-off change waits, and we may only read
	readOnlyMoved     = sqlite3.ErrNoExtended(8 | 4<<8) // the file is not where it was
	readOnlyDirectory = sqlite3.ErrNoExtended(8 | 6<<8) // the folder may not be written
)

// unanswered reports whether an error says that something could not be read at
// all, and so nothing about what is there.
func unanswered(err error) bool {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return true
	}
	var e sqlite3.Error
	if !errors.As(err, &e) {
		return false
	}
	switch e.Code {
	case sqlite3.ErrIoErr, sqlite3.ErrBusy, sqlite3.ErrLocked, sqlite3.ErrNomem, sqlite3.ErrFull, sqlite3.ErrCantOpen, sqlite3.ErrInterrupt:
		return true
	}
	return false
}

// explain words why a deed was not kept; an error that is worded already, or that
// only a fault of the program could bring about, is passed on.
func (s *Store) explain(err error) error { return s.word(err, s.notKept) }

// explainReading words why something could not be read.
func (s *Store) explainReading(err error) error {
	var told *data.Error
	if errors.Is(err, errOtherBytes) && !errors.As(err, &told) {
		return withCause(otherBytesToRead(s.path), err)
	}
	return s.word(err, s.notRead)
}

func (s *Store) word(err error, of func(sqlite3.Error) *data.Error) error {
	var told *data.Error
	var e sqlite3.Error
	switch {
	case err == nil || errors.As(err, &told) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, errOtherBytes):
		return withCause(otherBytes(s.path), err)
	case errors.Is(err, errUnsure):
		return withCause(unsure(s.path), err)
	case tooLarge(err):
		return withCause(fileTooLarge(s.path), err)
	case disk.Full(err):
		e = sqlite3.Error{Code: sqlite3.ErrFull}
	case errors.Is(err, errDamaged):
		e = sqlite3.Error{Code: sqlite3.ErrCorrupt}
	case !errors.As(err, &e):
		return err
	case disk.Full(e.SystemErrno):
		e.Code = sqlite3.ErrFull
	default:
		e = s.confirmed(e)
	}
	if fault := of(e); fault != nil {
		return withCause(fault, err)
	}
	return fmt.Errorf("community file: %w", err)
}

func (s *Store) notKept(e sqlite3.Error) *data.Error {
	switch e.Code {
	case sqlite3.ErrConstraint:
		if e.ExtendedCode == sqlite3.ErrConstraintForeignKey { // chosen in a form, and taken away since
			return gone()
		}
	case sqlite3.ErrFull:
		return diskFull(s.path)
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB, sqlite3.ErrTooBig:
		return data.Fault(data.CodeDamaged,
			"“%s” is damaged, so this was not kept. Please close it, and restore the newest copy of your community.", shortName(s.path))
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return data.Fault(data.CodeInUse,
			"Another program is writing “%s” just now, so this was not done; nothing is lost. Please try again in a moment.",
			shortName(s.path))
	case sqlite3.ErrReadonly, sqlite3.ErrCantOpen, sqlite3.ErrPerm, sqlite3.ErrIoErr, sqlite3.ErrNomem:
		return s.notWritten(e)
	}
	return nil
}

// notWritten looks at what became of the file that a deed could not be written to.
func (s *Store) notWritten(e sqlite3.Error) *data.Error {
	switch now, err := os.Stat(s.path); {
	case errors.Is(err, fs.ErrNotExist):
		return movedAway(s.path)
	case err == nil && s.file != nil && !os.SameFile(now, s.file), e.ExtendedCode == readOnlyMoved:
		return changedElsewhere(s.path)
	case e.ExtendedCode == readOnlyDirectory || e.Code == sqlite3.ErrCantOpen:
		return data.Fault(data.CodeNoWrite,
			"The folder “%s” may not be written any more, so this was not kept; what was kept before is safe. Please save a copy in a folder of your own, and open that.",
			shownPath(filepath.Dir(s.path)))
	case e.Code == sqlite3.ErrReadonly || e.Code == sqlite3.ErrPerm:
		return data.Fault(data.CodeNoWrite,
			"“%s” may not be written any more, so this was not kept; what was kept before is safe. Please save a copy in a folder of your own, and open that.",
			shortName(s.path))
	}
	return data.Fault(data.CodeUnreadable,
		"The disk of “%s” does not answer as it should, so this was not done; what was kept before is safe. Please check that the disk is connected.",
		shortName(s.path))
}

func (s *Store) notRead(e sqlite3.Error) *data.Error {
	switch e.Code {
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB, sqlite3.ErrTooBig:
		return data.Fault(data.CodeDamaged,
			"“%s” is damaged and can no longer be read whole. Please close it, and restore the newest copy of your community.", shortName(s.path))
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return data.Fault(data.CodeInUse,
			"Another program is writing “%s” just now, so it could not be read; nothing is lost. Please try again in a moment.",
			shortName(s.path))
	case sqlite3.ErrFull, sqlite3.ErrReadonly, sqlite3.ErrCantOpen, sqlite3.ErrPerm, sqlite3.ErrIoErr, sqlite3.ErrNomem:
		if _, err := os.Stat(s.path); errors.Is(err, fs.ErrNotExist) {
			return data.Fault(data.CodeNotFound,
				"“%s” is no longer where it was when it was opened; it, or a folder it lies in, was moved or renamed. Please open it where it is now.",
				shortName(s.path))
		}
		return data.Fault(data.CodeUnreadable,
			"The disk of “%s” does not answer as it should, so it could not be read; what was kept before is safe. Please check that the disk is connected.",
			shortName(s.path))
	}
	return nil
}

func diskFull(path string) *data.Error {
	return data.Fault(data.CodeFull,
		"The disk of “%s” is full, so this change was not kept; everything before it is safe. Please make room and try again.",
		shortName(path))
}

// tooLarge reports whether an error says that a file may not become larger.
func tooLarge(err error) bool {
	var e sqlite3.Error
	return disk.TooLarge(err) || errors.As(err, &e) && disk.TooLarge(e.SystemErrno)
}

func fileTooLarge(path string) *data.Error {
	return data.Fault(data.CodeFull,
		"“%s” would grow beyond the size that its disk, or your account, allows for one file, so this change was not kept; everything before it is safe. Please save a copy on another disk and open that, or have the limit raised.",
		shortName(path))
}

func movedAway(path string) *data.Error {
	return data.Fault(data.CodeMovedAway,
		"“%s” is no longer where it was when it was opened; it, or a folder it lies in, was moved, renamed or removed. This was not kept. Please put it back, or save a copy and open that.",
		shortName(path))
}

func changedElsewhere(path string) *data.Error {
	return data.Fault(data.CodeChangedElsewhere,
		"Where “%s” was when it was opened here lies another file now, so this was not kept. Please save a copy under another name, and compare the two.",
		shortName(path))
}

func otherBytes(path string) *data.Error {
	return data.Fault(data.CodeChangedElsewhere,
		"Another program wrote something else into “%s” while it was open here, so this was not kept; what is in it now was left as it is. Please close it, and restore the newest copy of your community.",
		shortName(path))
}

func otherBytesToRead(path string) *data.Error {
	return data.Fault(data.CodeChangedElsewhere,
		"Another program wrote something else into “%s” while it was open here, so it is shown no more; what is in it now was left as it is. Please restore the newest copy of your community (File → Restore a copy…).",
		shortName(path))
}

func unsure(path string) *data.Error {
	return data.Fault(data.CodeUnreadable,
		"The disk of “%s” stopped answering just as this was being kept, so it is not certain whether it was; everything before it is safe. Please check the disk, then open the file again.",
		shortName(path))
}

// tooDeep reports whether a path is longer than SQLite takes with a journal beside the file, or Windows where nobody allowed long paths.
func tooDeep(path string, err error) bool {
	var e sqlite3.Error
	whole, failed := filepath.Abs(path)
	most := 512
	if runtime.GOOS == "windows" {
		most = 260
	}
	return failed == nil && len(whole)+len("-journal") >= most && errors.As(err, &e) && e.Code == sqlite3.ErrCantOpen
}

func tooDeepFault(path string) *data.Error {
	return data.Fault(data.CodeUnreadable,
		"The way to “%s” is too long: the names of its folders have too many letters together. Nothing was changed. Please use a folder nearer to your own.", shortName(path))
}

func withCause(fault *data.Error, cause error) error {
	if fault.Cause == nil {
		fault.Cause = cause
	}
	return fault
}
