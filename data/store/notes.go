package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"copleader/data/disk"
)

// notesSuffix ends the name of the file beside a copy that holds what was found
// when the copy was proven.
const notesSuffix = ".proof"

// longestNotes bounds that file, in bytes.
const longestNotes = 64 << 10

// notes are what was found when a copy was proven.
type notes struct {
	facts
	At     time.Time `json:"at"`               // the moment the copy is of
	Source string    `json:"source"`           // the path of the file it was made of
	Before Occasion  `json:"before,omitempty"` // why it was made, beyond being the day's copy
	Digest string    `json:"digest"`           // SHA-256 of the bytes
	Size   int64     `json:"size"`
}

// notesPath is where the notes of a copy are.
func notesPath(copied string) string {
	return filepath.Join(filepath.Dir(copied), "."+filepath.Base(copied)+notesSuffix)
}

// write keeps the notes beside the copy.
func (n notes) write(copied string) error {
	content, err := json.MarshalIndent(n, "", "  ")
	if err != nil {
		return err
	}
	path := notesPath(copied)
	draft, err := draftName(path)
	if err != nil {
		return err
	}
	defer dropDraft(draft)
	if err := os.WriteFile(draft, content, 0o600); err != nil {
		return err
	}
	return publishFile(draft, path, true)
}

// readNotes reads what was noted of a copy; ok is false where nothing that can be
// understood was.
func readNotes(copied string) (n notes, ok bool) {
	content, err := readSmall(notesPath(copied), longestNotes)
	if err != nil || json.Unmarshal(content, &n) != nil {
		return notes{}, false
	}
	return n, n.Identity != "" && n.Digest != ""
}

// removeCopy removes a copy, its notes, and what SQLite may have left beside it.
func removeCopy(copied string) error {
	err := disk.Remove(copied)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	for _, suffix := range besides {
		if beside := disk.Remove(copied + suffix); !errors.Is(beside, fs.ErrNotExist) {
			err = errors.Join(err, beside)
		}
	}
	if err == nil {
		_ = disk.Remove(notesPath(copied)) // alone they say nothing
	}
	return err
}

// dropLoneNotes removes notes whose copy is gone.
func dropLoneNotes(folder string) {
	for _, path := range called(folder, ".", notesSuffix) {
		name := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(path), "."), notesSuffix)
		if _, err := os.Lstat(filepath.Join(folder, name)); errors.Is(err, fs.ErrNotExist) {
			_ = disk.Remove(path)
		}
	}
}

// called are the files of a folder whose names begin and end so.
func called(folder, begin, end string) (paths []string) {
	entries, _ := os.ReadDir(folder) // one that can't be looked into shows none
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), begin) && strings.HasSuffix(e.Name(), end) {
			paths = append(paths, filepath.Join(folder, e.Name()))
		}
	}
	return paths
}

// digestOf reads a file through.
func digestOf(path string) (digest string, size int64, err error) {
	f, err := openRegular(path)
	if err != nil {
		return "", 0, err
	}
	defer func() { _ = f.Close() }()
	sum := sha256.New()
	size, err = io.Copy(sum, f)
	return hex.EncodeToString(sum.Sum(nil)), size, err
}

// errSpecial is that there is no plain file where one should be.
var errSpecial = errors.New("not a plain file")

// errOpenHere is that a file is not to be read because this program has it open.
var errOpenHere = errors.New("open in this program")

// errReplaced is that a file became another while it was opened.
var errReplaced = fmt.Errorf("%w: replaced meanwhile", errSpecial)

// openRegular opens a plain file for reading. A pipe or a device is not opened at
// all, as that could wait for ever; a link neither, as it could lead to one.
func openRegular(path string) (f *os.File, err error) {
	for range 5 { // of several that start at once, each takes locks away and makes new ones
		if f, err = openAsSeen(path); !errors.Is(err, errReplaced) {
			break
		}
	}
	return f, err
}

// openAsSeen opens the file that its path leads to before and after.
func openAsSeen(path string) (*os.File, error) {
	before, err := os.Lstat(path)
	if err != nil {
		return nil, err
	}
	if !before.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: path, Err: errSpecial}
	}
	if openHere(before) {
		return nil, &fs.PathError{Op: "open", Path: path, Err: errOpenHere}
	}
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	if now, err := f.Stat(); err != nil || !os.SameFile(before, now) {
		return nil, errors.Join(&fs.PathError{Op: "open", Path: path, Err: errReplaced}, err, f.Close())
	}
	return f, nil
}

// readSmall reads a plain file that may be at most so long.
func readSmall(path string, most int64) ([]byte, error) {
	f, err := openRegular(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	content, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(content)) > most {
		err = &fs.PathError{Op: "read", Path: path, Err: errSpecial}
	}
	return bytes.TrimSpace(content), err
}
