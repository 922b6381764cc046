package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/mattn/go-sqlite3"

	"copleader/data"
	"copleader/data/disk"
)

// explainOpening words why a file was not opened.
func (s *Store) explainOpening(err error) error {
	var e sqlite3.Error
	switch {
	case err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, errOtherBytes):
		return withCause(changedWhileOpening(s.path), err)
	case errors.Is(err, readFault):
		return withCause(s.notAnswering(readFault), err)
	case errors.Is(err, errDamaged):
		return withCause(s.damage(err), err)
	case errors.As(err, &e): // what lies below words for a reading or a copy counts more here
		return s.explainSQLite(e, err)
	}
	return err
}

// explainSQLite words why SQLite did not open the file.
func (s *Store) explainSQLite(e sqlite3.Error, err error) error {
	if tooLarge(err) {
		return withCause(tooLargeToOpen(s.path), err)
	}
	if tooDeep(s.path, err) {
		return withCause(tooDeepFault(s.path), err)
	}
	if disk.Full(e.SystemErrno) {
		e.Code = sqlite3.ErrFull
	}
	switch e.Code {
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB, sqlite3.ErrTooBig:
		return withCause(s.damage(err), err)
	case sqlite3.ErrFull:
		return withCause(fullToOpen(s.path), err)
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return withCause(data.Fault(data.CodeInUse,
			"Another program is writing “%s” just now, so it was not opened; nothing is lost. Please try again in a moment.",
			shortName(s.path)), err)
	}
	switch e.Code {
	case sqlite3.ErrReadonly, sqlite3.ErrCantOpen, sqlite3.ErrPerm, sqlite3.ErrIoErr, sqlite3.ErrNomem:
		return withCause(s.notAnswering(e), err)
	}
	if told := new(data.Error); errors.As(err, &told) {
		return err
	}
	return fmt.Errorf("community file: %w", err)
}

// notAnswering words why the system did not let the file be opened.
func (s *Store) notAnswering(e sqlite3.Error) *data.Error {
	if s.readOnly && (e.ExtendedCode == readOnlyRollback || cutOff(s.path)) {
		switch {
		case s.because == nil || s.holder != nil || disk.MayNot(s.because.Cause):
			return notClearedUp(s.path)
		case s.because.Code == data.CodeFull:
			return fullToOpen(s.path)
		}
	}
	return data.Fault(data.CodeUnreadable,
		"The disk of “%s” does not answer as it should, so it was not opened; what is in it is safe. Please check that the disk is connected.",
		shortName(s.path))
}

func fullToOpen(path string) *data.Error {
	return data.Fault(data.CodeFull,
		"The disk of “%s” is full, so it was not opened; what is in it is safe. Please make room and try again.", shortName(path))
}

func tooLargeToOpen(path string) *data.Error {
	return data.Fault(data.CodeFull,
		"A file beside “%s” would grow beyond the size that its disk, or your account, allows for one file, so it was not opened; what is in it is safe. Please have the limit raised, or open it on another computer.", shortName(path))
}

func changedWhileOpening(path string) *data.Error {
	return data.Fault(data.CodeInUse,
		"Another program wrote “%s” just as it was being opened; nothing is lost. Please try again in a moment.", shortName(path))
}

// damage words what is broken. That the file was left as it is, is said only when
// its bytes prove it.
func (s *Store) damage(err error) *data.Error {
	var row *rowDamage
	untouched := s.seal.stillOn(s.path)
	switch known := errors.As(err, &row); {
	case known && untouched:
		return data.Fault(data.CodeDamaged,
			"“%s” is damaged: row %d of “%s” in it can't be read. It was left as it is. Please open a backup of it, or ask for help with this copy.",
			shortName(s.path), row.id, row.table)
	case known:
		return data.Fault(data.CodeDamaged,
			"“%s” is damaged: row %d of “%s” in it can't be read. Please open a backup of it, or ask for help with this copy.",
			shortName(s.path), row.id, row.table)
	case untouched:
		return data.Fault(data.CodeDamaged,
			"“%s” is damaged and was left as it is. Please open a backup of it, or ask for help with this copy.", shortName(s.path))
	}
	return data.Fault(data.CodeDamaged,
		"“%s” is damaged. Please open a backup of it, or ask for help with this copy.", shortName(s.path))
}

// onlyToRead words why a file is opened for reading only.
func onlyToRead(path string, err error) *data.Error {
	fault := data.Fault(data.CodeNoWrite,
		"The disk of “%s” does not let it be opened for changes, so it is open for reading only; it is unharmed. Please check the disk, or copy the file to a folder of your own.",
		shortName(path))
	switch {
	case tooLarge(err):
		fault = data.Fault(data.CodeFull,
			"Your account may write no file as large as “%s” needs beside it, so it is open for reading only; it is unharmed. Please have the limit raised, and open it again.", shortName(path))
	case disk.Full(err):
		fault = data.Fault(data.CodeFull,
			"The disk of “%s” is full, so it is open for reading only; it is unharmed. Please make room and open it again.", shortName(path))
	case disk.MayNot(err):
		fault = data.Fault(data.CodeNoWrite,
			"“%s” cannot be changed, because its folder or the file itself may not be written; it is unharmed. Please copy it to a folder of your own.",
			shortName(path))
	}
	fault.Cause = err
	return fault
}

// explainMaking words why a new file was not made.
func explainMaking(path string, err error) error {
	var told *data.Error
	var e sqlite3.Error
	folder := shownPath(filepath.Dir(path))
	switch {
	case err == nil || errors.As(err, &told) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, fs.ErrExist):
		return alreadyThere(path)
	case tooLarge(err):
		return withCause(data.Fault(data.CodeFull,
			"“%s” would be larger than its disk, or your account, allows for one file, so it was not made. Please choose a folder on another disk, or have the limit raised.", shortName(path)), err)
	case tooDeep(path, err):
		return withCause(tooDeepFault(path), err)
	case disk.Full(err) || errors.As(err, &e) && e.Code == sqlite3.ErrFull:
		return withCause(data.Fault(data.CodeFull,
			"The disk is full, so “%s” was not made. Please make room, or choose another folder.", shortName(path)), err)
	case errors.Is(err, fs.ErrNotExist):
		return withCause(data.Fault(data.CodeNotFound,
			"The folder “%s” is not there, so nothing was made. Please choose another folder.", folder), err)
	case disk.MayNot(err):
		return withCause(data.Fault(data.CodeNoWrite,
			"The folder “%s” may not be written, so “%s” was not made. Please choose another folder.", folder, shortName(path)), err)
	}
	return withCause(data.Fault(data.CodeUnreadable,
		"The disk of the folder “%s” does not answer as it should, so “%s” was not made. Please check that it is connected, or choose another folder.",
		folder, shortName(path)), err)
}

func alreadyThere(path string) error {
	return data.Fault(data.CodeExists,
		"There is a file “%s” already; it was left as it is. Please choose another name.", shortName(path))
}
