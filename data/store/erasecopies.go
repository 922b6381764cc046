package store

import (
	"context"
	"errors"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"copleader/data"
)

// renewCopies makes a fresh copy and removes those from before an erasing, which still hold the person,
// with all drafts that were cut off: nobody knows how far they came.
func (s *Store) renewCopies(ctx context.Context, erasing int64, folders []string) error {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	now := erasing == math.MaxInt64
	old, unsure, unread := s.copiesThatName(ctx, erasing, folders)
	if !now {
		unsure = nil // they were told of when the person was forgotten
	}
	if len(old) > 0 && len(folders) > 0 && (now || !s.keptSince(folders[0], erasing)) {
		_, err := os.Stat(folders[0])
		if now || err == nil { // a folder that is gone since is not made anew by this
			_, err = s.keepNow(ctx, folders[0], "")
		}
		if err != nil {
			return withCause(data.Fault(data.CodeNoWrite,
				"The person was forgotten, but no fresh copy could be made, so the older copies were kept and still name them. This is tried again by itself; or delete those copies by hand."), err)
		}
	}
	old = append(old, s.upgradeCopies(ctx, erasing)...)
	if now {
		old = append(old, s.journalsAside()...)
	}
	var left []string
	for _, path := range old {
		if isHeld(path) || removeCopy(path) != nil {
			left = append(left, path)
		}
	}
	if now {
		drafts, closed := sweepAll(append([]string{filepath.Dir(s.path)}, folders...))
		left, unread = append(left, drafts...), append(unread, closed...)
	}
	return withUnsure(leftNaming(left, unread), unsure)
}

// keptSince reports whether the folder has a copy of the file from after an erasing, as its notes say.
func (s *Store) keptSince(folder string, erasing int64) bool {
	entries, _ := os.ReadDir(folder) // one that can't be read has none
	return slices.ContainsFunc(entries, func(e os.DirEntry) bool {
		path := filepath.Join(folder, e.Name())
		n, noted := readNotes(path)
		return noted && n.Source == s.path && n.Identity == s.identity && n.Newest >= erasing && n.proves(path) == nil
	})
}

// isHeld reports whether somebody has the file open.
func isHeld(path string) bool {
	l, err := readLock(path + lockSuffix)
	return err == nil && !l.leftBehind(thisProcess())
}

// sweepAll removes all drafts from the folders, and tells which stay and which folders could not be looked into.
func sweepAll(folders []string) (left, unread []string) {
	for _, folder := range folders {
		for _, path := range sweep(folder, true) {
			if path == folder {
				unread = append(unread, folder)
			} else {
				left = append(left, path)
			}
		}
	}
	return left, unread
}

// withUnsure adds to what an erasure could not reach the copies of which it can't be told whose they are.
func withUnsure(reached error, unsure []string) error {
	if len(unsure) == 0 {
		return reached
	}
	var copies []string
	for _, path := range unsure {
		copies = append(copies, shownPath(path))
	}
	named := strings.Join(copies, ", ")
	if reached == nil {
		return data.Fault(data.CodeNoWrite,
			"The person was forgotten. These copies could not be looked into, so nobody knows of which community they are, and they stay: %s. If they are of this one, they may hold the name; please see to them.", named)
	}
	return data.Fault(data.CodeNoWrite, "%s %s", reached, data.Fault(data.CodeNoWrite,
		"These copies could not be looked into either, so nobody knows of which community they are, and they stay: %s. If they are of this one, they may hold the name; please see to them.", named))
}

// leftNaming words what an erasure could not reach: copies, and folders that may not be looked into.
func leftNaming(left, unread []string) error {
	var copies, folders []string
	for _, path := range left {
		copies = append(copies, shortName(path))
	}
	slices.Sort(unread)
	for _, folder := range slices.Compact(unread) {
		folders = append(folders, shownPath(folder))
	}
	switch {
	case len(copies)+len(folders) == 0:
		return nil
	case len(folders) == 0:
		return data.Fault(data.CodeNoWrite,
			"The person was forgotten, but these copies could not be removed and still name them: %s. This is tried again by itself; or delete them by hand.",
			strings.Join(copies, ", "))
	case len(copies) == 0:
		return data.Fault(data.CodeNoWrite,
			"The person was forgotten, but copies in a folder that may not be looked into may still name them: %s. Please see to that folder.",
			strings.Join(folders, ", "))
	}
	return data.Fault(data.CodeNoWrite,
		"The person was forgotten, but these copies could not be removed and still name them: %s. Copies in a folder that may not be looked into may name them too: %s. This is tried again by itself; or delete them by hand.",
		strings.Join(copies, ", "), strings.Join(folders, ", "))
}

// journalsAside lists the journals that were put aside.
func (s *Store) journalsAside() (found []string) {
	folder, name := filepath.Split(s.path)
	for _, suffix := range []string{rollbackJournal, writeAhead} {
		found = append(found, called(folder, name+suffix+asideSuffix, "")...)
	}
	return found
}

// copiesThatName lists the copies of this community from before an erasing, those that can't be read but are noted as of it included; those
// that can't be read and have but the name in common with it, which files of several communities may have; and the
// folders that could not be looked into.
func (s *Store) copiesThatName(ctx context.Context, erasing int64, folders []string) (paths, unsure, unread []string) {
	for _, folder := range folders {
		entries, err := os.ReadDir(folder)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			unread = append(unread, folder)
		}
		for _, e := range entries {
			path := filepath.Join(folder, e.Name())
			switch ours, sure := s.owns(ctx, path, e, erasing); {
			case ours && sure:
				paths = append(paths, path)
			case ours:
				unsure = append(unsure, path)
			}
		}
	}
	return paths, unsure, unread
}

// owns tells whether a file in a folder of copies is of this community and from before an erasing, whatever it is called, and whether
// that is sure. The open file itself is none, nor is a draft.
func (s *Store) owns(ctx context.Context, path string, e os.DirEntry, erasing int64) (ours, sure bool) {
	info, err := os.Lstat(path) // what a listing says of it is not enough everywhere to tell whether it is the same file
	if err != nil || !e.Type().IsRegular() || os.SameFile(info, s.file) || draftPattern.MatchString(e.Name()) {
		return false, false
	}
	c, err := s.blueprint.peek(ctx, path)
	switch {
	case err == nil:
		return c.Identity == s.identity && c.erasing < erasing, true
	case isCopyName(e):
		return s.maybeOurs(path)
	}
	header, _ := readHeader(path)
	return isHandMade(e) || isOurs(header), false
}

// maybeOurs judges a copy that can't be read by its notes, which are sure, else by its name, which is not.
func (s *Store) maybeOurs(path string) (ours, sure bool) {
	if n, noted := readNotes(path); noted {
		return n.Identity == s.identity, true
	}
	name, _ := ofName(path)
	return name == filepath.Base(s.path), false
}

// upgradeCopies lists what upgrades before an erasing left beside the file, other communities' left out.
func (s *Store) upgradeCopies(ctx context.Context, erasing int64) (found []string) {
	ext := filepath.Ext(s.path)
	stem := filepath.Base(strings.TrimSuffix(s.path, ext)) + beforeUpgrade
	folder := filepath.Dir(s.path)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil // a folder that can't be read shows nobody's copies
	}
	for _, e := range entries {
		if !e.Type().IsRegular() || !strings.HasPrefix(e.Name(), stem) || filepath.Ext(e.Name()) != ext {
			continue
		}
		path := filepath.Join(folder, e.Name())
		c, err := s.blueprint.peek(ctx, path)
		if err == nil && (c.Identity != "" && c.Identity != s.identity || c.erasing >= erasing) {
			continue
		}
		found = append(found, path)
	}
	return found
}
