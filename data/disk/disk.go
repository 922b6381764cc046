// Package disk renames and removes files as package os does, and tells what kind of fault a system reports and whether a process has
// ended: each system has numbers of its own.
//
// Windows refuses to rename, replace or remove a file while anybody has it open. Scanners for viruses, indexes for searching and other
// starts of this program have it open for an instant only, so that there the same is tried again for a moment, as SQLite does too.
package disk

import (
	"os"
	"time"
)

// How long a file that is in use is waited for, and how long between two tries at first.
const (
	patience = 1500 * time.Millisecond
	between  = 5 * time.Millisecond
)

// Rename gives a file another name, in place of a file that has it.
func Rename(from, to string) error { return Patiently(func() error { return os.Rename(from, to) }) }

// Remove removes a file or an empty folder.
func Remove(path string) error { return Patiently(func() error { return os.Remove(path) }) }

// Patiently does something with a file, again for a moment while another program has the file in use.
func Patiently(do func() error) error {
	pause := between
	for end := time.Now().Add(patience); ; pause += pause / 2 {
		err := do()
		if !InUse(err) || time.Now().Add(pause).After(end) {
			return err
		}
		time.Sleep(pause)
	}
}
