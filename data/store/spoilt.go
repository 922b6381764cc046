package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"time"

	"copleader/data"
	"copleader/data/disk"
)

// SpoiltCopy is a file that lies among the copies of a community as they do, and can't be used.
type SpoiltCopy struct {
	Path   string
	At     time.Time // when it was made, as its name says
	Why    error     // a data.Error
	Unsure bool      // of which community it is can't be told
}

// SpoiltCopies lists, in the order of Copies, the files in the folders that are called or noted as copies of this community and can't even be
// looked into.
func (s *Store) SpoiltCopies(ctx context.Context, folders ...string) (list []SpoiltCopy) {
	seen := map[string]bool{}
	for _, folder := range folders {
		entries, err := os.ReadDir(folder)
		if err != nil || seen[folder] {
			continue // CopiesFolderFault tells
		}
		seen[folder] = true
		for _, e := range entries {
			path := filepath.Join(folder, e.Name())
			if !isCopyName(e) {
				continue
			}
			ours, sure := s.maybeOurs(path)
			if !ours {
				continue
			}
			if _, err := s.blueprint.peek(ctx, path); err != nil {
				_, at := ofName(path)
				list = append(list, SpoiltCopy{path, at, unusable(path, err), !sure})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b SpoiltCopy) int { return ByAge(a.At, b.At, s.clock()) })
	return list
}

// unusable words why a copy can't be used.
func unusable(path string, err error) error {
	var told *data.Error
	switch {
	case errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, fs.ErrPermission):
		return withCause(data.Fault(data.CodeUnreadable,
			"You have no permission to read the copy “%s”, so it was not used; nothing was changed. Please choose another copy.", shortName(path)), err)
	case errors.As(err, &told) && told.Code == data.CodeNotFound:
		return withCause(data.Fault(data.CodeNotFound,
			"The copy “%s” is not there any more; nothing was changed. Please choose another copy.", shortName(path)), err)
	case data.IsCode(err, data.CodeChangedElsewhere):
		return err
	case data.IsCode(err, data.CodeNewer):
		return withCause(data.Fault(data.CodeNewer,
			"A newer version of CoP Leader made the copy “%s”, so it was not used; nothing was changed. Please install that version to use it, or choose another copy.", shortName(path)), err)
	case data.IsCode(err, data.CodeNotCommunity):
		return withCause(data.Fault(data.CodeNotCommunity,
			"“%s” is called like a copy and is no community file, or not any more, so it was not used; nothing was changed. Please choose another copy.", shortName(path)), err)
	case broken(err), seemsDamaged(err):
		return withCause(data.Fault(data.CodeDamaged,
			"The copy “%s” is damaged, so it was not used; nothing was changed. Please choose another copy.", shortName(path)), err)
	}
	return withCause(data.Fault(data.CodeUnreadable,
		"The copy “%s” could not be read, so it was not used; nothing was changed. Please check that its disk is connected.", shortName(path)), err)
}

// CopiesFolderFault tells what is wrong with a folder into which copies are put: that it is not there, may not be looked into, or may
// not be written. It is nil where nothing is.
func CopiesFolderFault(folder string) error {
	info, err := os.Stat(folder)
	if err == nil && !info.IsDir() {
		err = &fs.PathError{Op: "open", Path: folder, Err: syscall.ENOTDIR}
	}
	if err == nil {
		_, err = os.ReadDir(folder)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist), disk.NoFolder(err):
		return withCause(data.Fault(data.CodeNotFound,
			"The folder of copies “%s” is not there; it may have been moved or renamed, or its disk is not connected. Copies that lie in it can't be listed, and none can be made there.",
			shownPath(folder)), err)
	case disk.MayNot(err):
		return withCause(data.Fault(data.CodeUnreadable,
			"The folder of copies “%s” may not be looked into, so the copies in it can't be listed.", shownPath(folder)), err)
	case err != nil:
		return withCause(data.Fault(data.CodeUnreadable,
			"The folder of copies “%s” can't be read, so the copies in it can't be listed. Please check that its disk is connected.",
			shownPath(folder)), err)
	}
	draft, err := draftName(filepath.Join(folder, "copy"))
	if err != nil {
		return withCause(data.Fault(data.CodeNoWrite,
			"The folder of copies “%s” may not be written, so no copy can be made there. Copies that lie in it can be used.", shownPath(folder)), err)
	}
	dropDraft(draft)
	return nil
}
