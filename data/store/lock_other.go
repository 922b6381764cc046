//go:build !windows

package store

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
	"time"
)

// openAlone opens a lock so that no other start of this program has it open in this way until it is closed. One that was taken away or
// replaced meanwhile is not there.
func openAlone(name string) (*os.File, error) {
	f, err := openRegular(name)
	if err != nil {
		return nil, err
	}
	waitForOthers(f)
	opened, err := f.Stat()
	if err == nil {
		var now os.FileInfo
		if now, err = os.Lstat(name); err == nil && !os.SameFile(opened, now) {
			err = &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
		}
	}
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

// waitForOthers waits until no other start looks at the file, which takes an instant, and for a second at most: others may lock it too,
// and some file systems have no such locks.
func waitForOthers(f *os.File) {
	for range 100 {
		if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); !errors.Is(err, syscall.EWOULDBLOCK) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// removeOpened removes the lock that was opened alone.
func removeOpened(f *os.File) error { return os.Remove(f.Name()) }
