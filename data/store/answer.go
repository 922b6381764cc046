package store

import (
	"context"
	"errors"

	"github.com/mattn/go-sqlite3"
)

// SQLite calls a disk that answers a reading with an error a malformed database.
// So before anybody is told that a file is damaged, it is read once more.

// seemsDamaged reports whether an error says that the file is damaged, as far as
// SQLite and we can tell.
func seemsDamaged(err error) bool {
	var e sqlite3.Error
	if errors.Is(err, errDamaged) {
		return true
	}
	return errors.As(err, &e) && corrupt(e)
}

func corrupt(e sqlite3.Error) bool {
	return e.Code == sqlite3.ErrCorrupt || e.Code == sqlite3.ErrNotADB || e.Code == sqlite3.ErrTooBig
}

// diskAnswers reads every page of the file as it is, which only a disk that fails
// can prevent.
func (s *Store) diskAnswers() bool {
	if s.db == nil {
		return true
	}
	memory := connectMemory()
	defer func() { _ = memory.Close() }()
	var e sqlite3.Error
	err := copyPages(context.Background(), s.db, memory, nothingElse)
	return !errors.As(err, &e) || e.Code != sqlite3.ErrIoErr
}

// readFault is what a damage turns out to be that isn't there the second time, or of
// which not all can be read.
var readFault = sqlite3.Error{Code: sqlite3.ErrIoErr}

// confirmed is the error, or readFault where it said that the file is damaged and
// the disk is to blame.
func (s *Store) confirmed(e sqlite3.Error) sqlite3.Error {
	if !corrupt(e) || s.db == nil {
		return e
	}
	if !s.diskAnswers() || checkContent(context.Background(), s.db) == nil {
		return readFault
	}
	return e
}

// examineAgain examines a file a second time that seemed damaged the first.
func (s *Store) examineAgain(ctx context.Context, how access) error {
	if err := s.db.Close(); err != nil {
		return err
	}
	s.db = connect(s.path, how)
	err := s.examine(ctx)
	if seemsDamaged(err) && !s.diskAnswers() {
		return errors.Join(readFault, err)
	}
	return err
}
