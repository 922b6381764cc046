package store

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"copleader/data"
	"copleader/data/disk"
)

// lockSuffix names the file beside a community file that says who has it open.
const lockSuffix = ".lock"

// unfinishedLock is how old a lock without readable content must be before it
// counts as left by a crash: it is normally written in one go.
const unfinishedLock = 10 * time.Second

// process tells one running program from every other one, as far as the system
// lets us know; empty fields are unknown.
type process struct {
	Host    string `json:"host"`
	Machine string `json:"machine,omitempty"` // tells apart two computers of one name
	Boot    string `json:"boot,omitempty"`    // changes when the computer starts
	Space   string `json:"space,omitempty"`   // process numbers count within it (containers)
	PID     int    `json:"pid"`
	Started string `json:"started,omitempty"` // when the process began, to notice a reused number
}

// lock is the content of a lock file.
type lock struct {
	process
	User  string    `json:"user"`
	Since time.Time `json:"since"`
	Token string    `json:"token"` // random: whose lock it is
}

// errHeld is that somebody else has the lock.
var errHeld = errors.New("the file is open elsewhere")

// takeLock makes the lock file beside path. If a living program has it, the
// error is errHeld and the lock is the other's. A lock left by a crash is
// replaced; one of another computer only when takeOver says that a person
// looked into it.
func takeLock(path string, mine lock, takeOver bool) (lock, error) {
	name := path + lockSuffix
	for range 5 { // each further try means that somebody else was quicker just now
		err := writeLock(name, mine)
		if err == nil {
			return mine, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return lock{}, err
		}
		other, err := readLock(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return lock{}, err
		}
		if !takeOver && !other.leftBehind(mine.process) {
			return other, errHeld
		}
		if err := removeLock(name, other.Token); err != nil {
			return lock{}, err
		}
	}
	other, _ := readLock(name)
	return other, errHeld
}

// writeLock makes the lock file in one step, so that nobody reads half of it.
func writeLock(name string, l lock) error {
	content, err := json.MarshalIndent(l, "", "  ")
	if err != nil {
		return err
	}
	draft := name + "-" + l.Token
	if err := writeSynced(draft, content); err != nil {
		return err
	}
	defer func() { _ = disk.Remove(draft) }()
	err = disk.Patiently(func() error { return os.Link(draft, name) })
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	return writeSynced(name, content) // some file systems know no second name for a file
}

// writeSynced makes a new file and sees it to the disk.
func writeSynced(name string, content []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	err = errors.Join(err, f.Sync(), f.Close())
	if err != nil {
		_ = disk.Remove(name)
	}
	return err
}

// longestLock bounds what is read of a lock file, in bytes.
const longestLock = 16 << 10

// readLock reads a lock file. One that cannot be understood is given as held by
// nobody we know, since the time it was written. What is no plain file, or a giant,
// is an error: no program of ours makes such a thing.
func readLock(name string) (lock, error) {
	var content []byte
	err := disk.Patiently(func() (err error) {
		content, err = readSmall(name, longestLock)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrPermission) {
		return lock{}, err
	}
	l, ok := parseLock(content)
	if err != nil || !ok {
		info, err := os.Stat(name)
		if err != nil {
			return lock{}, err
		}
		return lock{Since: info.ModTime()}, nil
	}
	return l, nil
}

// parseLock reads what is in a lock file; ok is false where nothing that can be understood is.
func parseLock(content []byte) (l lock, ok bool) {
	if json.Unmarshal(content, &l) != nil || l.Token == "" {
		return lock{}, false
	}
	return l, true
}

// leftBehind reports whether the program that made the lock is surely gone.
func (l lock) leftBehind(here process) bool {
	switch {
	case l.Token == "":
		return time.Since(l.Since) > unfinishedLock
	case l.PID <= 0:
		return true // no process has such a number
	case l.Host != here.Host || l.Machine != here.Machine:
		return false
	case l.Boot != here.Boot:
		return true // the computer was started anew since
	case l.Space != here.Space:
		return false // its process number means nothing here
	}
	started, alive := processStarted(l.PID)
	return !alive || (l.Started != "" && started != "" && started != l.Started)
}

// removeLock removes the lock with the given token. One that another program made in the meantime stays: between looking and removing
// nobody else gets at it.
func removeLock(name, token string) error {
	var f *os.File
	err := disk.Patiently(func() (err error) {
		f, err = openAlone(name)
		return err
	})
	switch {
	case errors.Is(err, fs.ErrNotExist) || errors.Is(err, errSpecial):
		return nil // not that lock any more
	case errors.Is(err, fs.ErrPermission) && token == "":
		return disk.Remove(name) // one that may not be read, and so is taken for nobody's
	case err != nil:
		return err
	}
	content, err := io.ReadAll(io.LimitReader(f, longestLock))
	if l, ok := parseLock(content); err == nil && ok == (token != "") && l.Token == token {
		err = removeOpened(f)
	}
	return errors.Join(err, f.Close())
}

// release removes the lock file if it is still ours.
func (l lock) release(path string) error { return removeLock(path+lockSuffix, l.Token) }

func newToken() string {
	b := make([]byte, 12)
	_, _ = rand.Read(b) // never fails
	return hex.EncodeToString(b)
}

// thisProcess describes the running program.
func thisProcess() process {
	p := systemProcess()
	p.Host, _ = os.Hostname()
	p.PID = os.Getpid()
	p.Started, _ = processStarted(p.PID)
	return p
}

// How much of a name from outside is shown, in characters.
const (
	longestShown     = 80
	longestShownPath = 200
)

// shortName is how a path is called in a sentence.
func shortName(path string) string { return shown(filepath.Base(path), longestShown) }

// shownPath is how a whole path stands in a sentence.
func shownPath(path string) string { return shown(path, longestShownPath) }

// shown makes a name that others chose fit for a sentence: one line, nothing in it
// that draws nothing or turns the text around, and cut in the middle, as its
// beginning and its end tell most.
func shown(name string, most int) string {
	r := []rune(data.CleanLine(name))
	if len(r) > most {
		r = slices.Concat(r[:most/2], []rune("…"), r[len(r)-most/2+1:])
	}
	return string(r)
}
