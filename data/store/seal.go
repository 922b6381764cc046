package store

import (
	"errors"
	"hash/maphash"
	"io"
	"io/fs"
)

// seal is a digest of a file and the journals beside it, to prove later that not a
// byte of them was changed.
type seal struct {
	seed maphash.Seed
	sum  uint64
}

// sealOf reads the file through; nil where it can't be read, or must not be as this
// program has it open, or where far more lies beside it than can be its own.
func sealOf(path string) *seal {
	s := &seal{seed: maphash.MakeSeed()}
	sum, ok := s.of(path)
	if !ok {
		return nil
	}
	s.sum = sum
	return s
}

func (s *seal) of(path string) (sum uint64, ok bool) {
	journals := []string{rollbackJournal, writeAhead}
	if tooLong(path, journals) {
		return 0, false // it would take minutes
	}
	var h maphash.Hash
	h.SetSeed(s.seed)
	for _, suffix := range append([]string{""}, journals...) {
		f, err := openRegular(path + suffix)
		if errors.Is(err, fs.ErrNotExist) && suffix != "" {
			continue
		}
		if err != nil {
			return 0, false
		}
		_, _ = h.WriteString(suffix)
		_, err = io.Copy(&h, f)
		if closing := f.Close(); err != nil || closing != nil {
			return 0, false
		}
	}
	return h.Sum64(), true
}

// stillOn reports whether the file is, byte for byte, what it was.
func (s *seal) stillOn(path string) bool {
	if s == nil {
		return false
	}
	sum, ok := s.of(path)
	return ok && sum == s.sum
}
