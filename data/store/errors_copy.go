package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/mattn/go-sqlite3"

	"copleader/data"
	"copleader/data/disk"
)

// explainCopy words why no copy came to be at dst. Whatever it was, the community
// and an older copy are as they were.
func (s *Store) explainCopy(dst string, err error) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	var told *data.Error
	var e sqlite3.Error
	var pathErr *fs.PathError
	var linkErr *os.LinkError
	switch {
	case errors.Is(err, errOtherBytes):
		return withCause(otherBytesToCopy(s.path), err)
	case tooLarge(err):
		return withCause(copyTooLarge(dst), err)
	case errors.Is(err, errUnproven):
		return withCause(s.unprovenCopy(dst, err), err)
	case errors.As(err, &pathErr) || errors.As(err, &linkErr):
		return withCause(noPlaceForCopy(dst, err), err)
	case errors.As(err, &told):
		return err
	case tooDeep(dst, err):
		return withCause(tooDeepFault(dst), err)
	case errors.As(err, &e):
		return withCause(s.copyStopped(dst, e), err)
	}
	return err
}

// unprovenCopy tells whose fault it is that a draft could not be proven: what was
// copied may be broken itself.
func (s *Store) unprovenCopy(dst string, err error) *data.Error {
	var e sqlite3.Error
	switch {
	case errors.Is(err, errNotEqual):
		return data.Fault(data.CodeUnreadable,
			"The copy “%s” did not turn out equal to the community, so it was not kept; the community and older copies are as they were. Please try again, or choose another folder.",
			shortName(dst))
	case disk.Full(err):
		return noRoomForCopy(dst)
	case errors.As(err, &e) && unanswered(err):
		return s.copyStopped(dst, e)
	case data.IsCode(err, data.CodeDamaged):
		return s.copyStopped(dst, sqlite3.Error{Code: sqlite3.ErrCorrupt})
	}
	return s.copyStopped(dst, readFault)
}

// noPlaceForCopy words what is wrong with the place of a copy.
func noPlaceForCopy(dst string, err error) *data.Error {
	folder := filepath.Dir(dst)
	var renaming *os.LinkError
	switch {
	case disk.Full(err):
		return noRoomForCopy(dst)
	case errors.As(err, &renaming) && disk.InUse(err):
		return replacedInUse(dst, lock{}) // the draft was made in the same folder, so that this may be written
	case errors.Is(err, fs.ErrExist):
		return data.Fault(data.CodeExists, "There is a file “%s” already; it was left as it is. Please choose another name.", shortName(dst))
	case errors.Is(err, fs.ErrNotExist) || disk.NoFolder(err):
		return data.Fault(data.CodeNotFound,
			"The folder “%s” is not there, so no copy was made; it may have been moved or renamed, or its disk is not connected. The community itself is safe. Please choose another folder for the copy.",
			shownPath(folder))
	case disk.MayNot(err):
		return data.Fault(data.CodeNoWrite,
			"The folder “%s” may not be written, so no copy was made; the community itself is safe. Please choose another folder for the copy.",
			shownPath(folder))
	}
	return data.Fault(data.CodeNoWrite,
		"No copy could be made in the folder “%s”; the community itself is safe. Please check that its disk is connected, or choose another folder.",
		shownPath(folder))
}

// copyStopped words what SQLite met while a copy was made.
func (s *Store) copyStopped(dst string, e sqlite3.Error) *data.Error {
	if disk.Full(e.SystemErrno) {
		e.Code = sqlite3.ErrFull
	}
	switch e = s.confirmed(e); e.Code {
	case sqlite3.ErrFull:
		return noRoomForCopy(dst)
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return data.Fault(data.CodeInUse,
			"Another program is writing “%s” just now, so no copy was made; nothing is lost. Please try again in a moment.", shortName(s.path))
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB, sqlite3.ErrTooBig:
		return data.Fault(data.CodeDamaged,
			"“%s” is damaged, so no copy was made of it, and older copies were kept. Please restore one of them.", shortName(s.path))
	}
	return data.Fault(data.CodeUnreadable,
		"The disk did not answer while “%s” was copied, so no copy was made; the community and older copies are as they were. Please check that the disks are connected.",
		shortName(s.path))
}

func otherBytesToCopy(path string) *data.Error {
	return data.Fault(data.CodeChangedElsewhere,
		"Another program wrote something else into “%s” while it was open here, so no copy was made of it, and older copies were kept. Please close it, and restore the newest copy of your community.",
		shortName(path))
}

func noRoomForCopy(dst string) *data.Error {
	return data.Fault(data.CodeFull,
		"There is no room on the disk for the copy “%s”, so it was not made; the community and older copies are as they were. Please make room, or choose another folder.",
		shortName(dst))
}

func copyTooLarge(dst string) *data.Error {
	return data.Fault(data.CodeFull,
		"The copy “%s” would be larger than its disk, or your account, allows for one file, so it was not made; the community and older copies are as they were. Please choose a folder on another disk, or have the limit raised.",
		shortName(dst))
}

func replacedInUse(path string, by lock) *data.Error {
	if by.who() == "" {
		return data.Fault(data.CodeInUse,
			"“%s” is open elsewhere, so it was not replaced and no copy was made; both communities are as they were. Please close it there first, or choose another name.",
			shortName(path))
	}
	return data.Fault(data.CodeInUse,
		"%s has “%s” open, so it was not replaced and no copy was made; both communities are as they were. Please close it there first, or choose another name.",
		by.who(), shortName(path))
}
