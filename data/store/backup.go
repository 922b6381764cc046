package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"sort"
	"strings"

	"copleader/data"
)

// Copy writes the community as it is now into a file at dst, in place of one that
// is there; a failure leaves the older file as it was.
func (s *Store) Copy(ctx context.Context, dst string) error {
	full, err := s.copyTarget(dst)
	if err != nil {
		return err
	}
	if err := s.enter(ctx); err != nil {
		return err
	}
	return s.explainAt(full, copyInto(ctx, s.db, full))
}

// copyTarget is the whole path of a copy; it is never the open file itself.
func (s *Store) copyTarget(dst string) (string, error) {
	full, err := filepath.Abs(dst)
	if err != nil {
		return "", unwritable(dst, err)
	}
	if now, err := os.Stat(full); err == nil && os.SameFile(now, s.file) {
		return "", data.Fault(data.CodeExists,
			"“%s” is the file that is open; please choose another name for the copy.", shortName(full))
	}
	return full, nil
}

// explainAt words an error about a file other than ours.
func (s *Store) explainAt(path string, err error) error {
	if err == nil {
		return nil
	}
	var pathErr *fs.PathError
	var linkErr *os.LinkError
	if errors.As(err, &pathErr) || errors.As(err, &linkErr) {
		return unwritable(path, err)
	}
	return (&Store{path: path}).explain(err)
}

// copyInto writes the database into a new file and gives it its name at the end.
func copyInto(ctx context.Context, db *sql.DB, dst string) error {
	draft, err := draftName(dst)
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(draft) }()
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", draft); err != nil {
		return err
	}
	return publishFile(draft, dst, true)
}

// draftName makes an empty file beside path for its content to grow in.
func draftName(path string) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.part")
	if err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

// publishFile sees a finished draft to the disk and gives it its name; without
// replace an existing file is an error.
func publishFile(draft, path string, replace bool) error {
	if err := syncFile(draft); err != nil {
		return err
	}
	if replace {
		if err := os.Rename(draft, path); err != nil {
			return err
		}
		return syncFolder(filepath.Dir(path))
	}
	err := os.Link(draft, path)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		// Some file systems know no second name for a file.
		if _, there := os.Lstat(path); there == nil {
			return fs.ErrExist
		}
		err = os.Rename(draft, path)
	}
	if err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncFolder makes a new name in the folder last through a power cut, where the
// system knows how.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil // a folder may be writable but not readable
	}
	defer func() { _ = f.Close() }()
	_ = f.Sync() // some file systems refuse it for folders
	return nil
}

// backupTime is the part of a backup's name that tells when it was made; by name
// is by age.
const backupTime = "2006-01-02 150405"

// Backup copies the community into the folder (made if missing) and proves the
// copy by opening it with every check. Of the copies of this community in the
// folder the newest keep stay.
func (s *Store) Backup(ctx context.Context, folder string, keep int) (path string, err error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", unwritable(folder, err)
	}
	ext := filepath.Ext(s.path)
	name := strings.TrimSuffix(filepath.Base(s.path), ext)
	path, err = freeName(filepath.Join(folder, name+" "+s.clock().Format(backupTime)), ext)
	if err != nil {
		return "", err
	}
	if err := s.Copy(ctx, path); err != nil {
		return "", err
	}
	if err := s.Prove(ctx, path); err != nil {
		return "", err
	}
	return path, rotate(folder, name, ext, max(keep, 1))
}

// Prove opens a copy for reading, with every check of Open.
func (s *Store) Prove(ctx context.Context, path string) error {
	copied, err := Open(ctx, path, Options{ReadOnly: true, Clock: s.clock, blueprint: s.blueprint})
	if err != nil {
		return err
	}
	return copied.Close()
}

// rotate removes the oldest backups of the community beyond keep. Only names that
// Backup gives are touched.
func rotate(folder, name, ext string, keep int) error {
	found, err := backupsOf(folder, name, ext)
	if err != nil {
		return err
	}
	for _, old := range found[:max(0, len(found)-keep)] {
		if err := os.Remove(filepath.Join(folder, old)); err != nil {
			return err
		}
	}
	return nil
}

// Backups lists the copies that Backup made in the folder of a community file of
// the path's name, the newest first.
func Backups(folder, path string) []string {
	ext := filepath.Ext(path)
	found, err := backupsOf(folder, strings.TrimSuffix(filepath.Base(path), ext), ext)
	if err != nil {
		return nil // without the folder there are none
	}
	list := make([]string, len(found))
	for i, name := range found {
		list[len(found)-1-i] = filepath.Join(folder, name)
	}
	return list
}

// backupsOf lists the names of a community's backups, the oldest first.
func backupsOf(folder, name, ext string) ([]string, error) {
	ours := regexp.MustCompile(`^` + regexp.QuoteMeta(name) + ` \d{4}-\d{2}-\d{2} \d{6}( \(\d+\))?` + regexp.QuoteMeta(ext) + `$`)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var found []string
	for _, e := range entries {
		if e.Type().IsRegular() && ours.MatchString(e.Name()) {
			found = append(found, e.Name())
		}
	}
	sort.Slice(found, func(i, j int) bool { return strings.TrimSuffix(found[i], ext) < strings.TrimSuffix(found[j], ext) })
	return found, nil
}

// build makes a new file from the first step to the newest.
func (b *blueprint) build(ctx context.Context, path string) error {
	db := connect(path, building)
	defer func() { _ = db.Close() }()
	if _, err := db.ExecContext(ctx, "PRAGMA application_id = 0x436F504C"); err != nil {
		return err
	}
	if err := b.migrate(ctx, db, 0); err != nil {
		return err
	}
	return db.Close()
}
