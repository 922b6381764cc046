package store

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"copleader/data/disk"
)

// A draft is a file in which something grows until it is whole, proven and gets
// its name. Its own name says which program makes it, so that a draft whose maker
// is gone can be told from one that is being written, and swept away.

// longestStem bounds the part of a draft's name that says what it is for, in bytes.
const longestStem = 100

// drafting are the drafts that this program is at work on.
var drafting sync.Map // path → true

// draftName makes an empty file beside path for its content to grow in.
func draftName(path string) (string, error) {
	me := thisProcess()
	name := fmt.Sprintf(".%s.%s-%d-%s-%s.part", cutBytes(filepath.Base(path), longestStem), hostMark(me), me.PID, me.Started, newToken()[:8])
	draft := filepath.Join(filepath.Dir(path), name)
	drafting.Store(draft, true)
	f, err := os.OpenFile(draft, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		drafting.Delete(draft)
		return "", err
	}
	return draft, f.Close()
}

// dropDraft removes a draft, with what SQLite may have left beside it, unless it
// was given its name.
func dropDraft(draft string) {
	for _, suffix := range besides {
		_ = disk.Remove(draft + suffix)
	}
	_ = disk.Remove(draft)
	drafting.Delete(draft)
}

// besides are what SQLite appends to the names of files that it keeps beside one.
var besides = []string{rollbackJournal, writeAhead, sharedMemory}

// hostMark tells the computers apart of whose processes a folder may hold drafts.
func hostMark(p process) string {
	sum := fnv.New32a()
	_, _ = sum.Write([]byte(p.Host + "\x00" + p.Machine + "\x00" + p.Boot + "\x00" + p.Space))
	return fmt.Sprintf("%08x", sum.Sum32())
}

// cutBytes shortens a text to at most so many bytes, whole characters.
func cutBytes(s string, most int) string {
	if len(s) <= most {
		return s
	}
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return s[:most]
}

// Names of drafts: ours, those of earlier versions, and those of documents.
var (
	draftPattern   = regexp.MustCompile(`^\..*\.([0-9a-f]{8})-(\d+)-(\d*)-[0-9a-f]{8}\.part(?:-journal|-wal|-shm|\.lock)?$`)
	earlierPattern = regexp.MustCompile(`^\..*\.(?:\d+\.part(?:-journal|-wal|-shm)?|\d+-\d+\.new)$`)
	lockPattern    = regexp.MustCompile(`\.lock-[0-9a-f]{24}$`)
)

// How old a draft must be before it is swept although nothing tells whether its
// maker lives: one of an earlier version, and one made on another computer.
const (
	oldDraft    = time.Hour
	foreignOld  = 24 * time.Hour
	oldLockPart = time.Minute
)

// sweep removes drafts that were cut off from a folder. Unless all is asked for,
// those that may still be at work elsewhere stay until they are old. It tells what
// could not be removed.
func sweep(folder string, all bool) (left []string) {
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) && all {
		left = append(left, folder)
	}
	here := hostMark(thisProcess())
	for _, e := range entries {
		if !e.Type().IsRegular() || !strings.HasPrefix(e.Name(), ".") && !strings.Contains(e.Name(), lockSuffix+"-") {
			continue
		}
		info, err := e.Info()
		if err != nil {
			continue
		}
		if path := filepath.Join(folder, e.Name()); cutOffDraft(path, time.Since(info.ModTime()), here, all) {
			if err := disk.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
				left = append(left, path)
			}
		}
	}
	return left
}

// cutOffDraft reports whether the file is a draft that nobody goes on with.
func cutOffDraft(path string, age time.Duration, here string, all bool) bool {
	name := filepath.Base(path)
	if m := draftPattern.FindStringSubmatch(name); m != nil {
		if m[1] != here {
			return age > foreignOld
		}
		pid, _ := strconv.Atoi(m[2])
		if pid == os.Getpid() {
			_, atWork := drafting.Load(draftOf(path))
			return !atWork
		}
		started, alive := processStarted(pid)
		return !alive || m[3] != "" && started != "" && started != m[3]
	}
	switch {
	case earlierPattern.MatchString(name):
		return all || age > oldDraft
	case lockPattern.MatchString(name):
		return age > oldLockPart
	}
	return false
}

// draftOf is the draft beside which SQLite keeps the file.
func draftOf(path string) string {
	for _, suffix := range append([]string{lockSuffix}, besides...) {
		path = strings.TrimSuffix(path, suffix)
	}
	return path
}

// publishFile sees a finished draft to the disk and gives it its name; without
// replace an existing file is an error.
func publishFile(draft, path string, replace bool) error {
	if err := syncFile(draft); err != nil {
		return err
	}
	if replace {
		if err := disk.Rename(draft, path); err != nil {
			return err
		}
		return syncFolder(filepath.Dir(path))
	}
	err := disk.Patiently(func() error { return os.Link(draft, path) })
	if err != nil && !errors.Is(err, fs.ErrExist) {
		// Some file systems know no second name for a file.
		if _, there := os.Lstat(path); there == nil {
			return fs.ErrExist
		}
		err = disk.Rename(draft, path)
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

// freeName is stem+ext, or with a number between when there is such a file.
func freeName(stem, ext string) (string, error) {
	for n := 1; n < 1000; n++ {
		name := stem + ext
		if n > 1 {
			name = fmt.Sprintf("%s (%d)%s", stem, n, ext)
		}
		switch _, err := os.Lstat(name); {
		case errors.Is(err, os.ErrNotExist):
			return name, nil
		case err != nil:
			return "", err // a folder that may not be looked into tells of no name whether it is free
		}
	}
	return "", fmt.Errorf("a thousand copies named %s lie there already", filepath.Base(stem))
}
