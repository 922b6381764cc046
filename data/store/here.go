package store

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
)

// OpenHere tells whether another program of the same account on this computer has the file open for writing. The mark names that
// opening, as Mark does for the one who opened it; a start that finds the file open leaves word under it.
func OpenHere(path string) (mark string, ok bool) {
	full, err := filepath.Abs(path)
	if err != nil {
		return "", false
	}
	if real, err := filepath.EvalSymlinks(full); err == nil {
		full = real
	}
	l, err := readLock(full + lockSuffix)
	here := thisProcess()
	if err != nil || l.Token == "" || l.User != ownerName("") || l.PID == os.Getpid() || l.leftBehind(here) {
		return "", false
	}
	same := l.Host == here.Host && l.Machine == here.Machine && l.Boot == here.Boot && l.Space == here.Space
	return l.mark(), same
}

// Mark names this opening of the file; it is empty where the file is only read.
func (s *Store) Mark() string {
	if s.lock == nil {
		return ""
	}
	return s.lock.mark()
}

// mark is fit for the name of a file, whatever a foreign lock has for a token.
func (l lock) mark() string {
	sum := sha256.Sum256([]byte("copleader window " + l.Token))
	return hex.EncodeToString(sum[:12])
}
