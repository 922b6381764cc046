package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"testing"
)

// What the tests outside this package need of its inside.

// StateOf is a digest of all rows of the leader's tables and of all acts.
func StateOf(ctx context.Context, s *Store) (string, error) {
	sum := sha256.New()
	for _, t := range s.layout.tables {
		rows, err := s.rowTexts(ctx, t)
		if err != nil {
			return "", err
		}
		for _, row := range rows {
			_, _ = fmt.Fprintln(sum, t.name, row.id, row.text) // a hash takes everything
		}
	}
	err := s.read(ctx, func(ctx context.Context, q querier) error {
		acts, err := gather(ctx, q, func(r *sql.Rows) (s string, err error) { return s, r.Scan(&s) },
			"SELECT json_array(id, at, kind, key, args, of_id, undone_by) FROM act ORDER BY id")
		_, _ = fmt.Fprintln(sum, acts)
		return err
	})
	return fmt.Sprintf("%x", sum.Sum(nil)[:8]), err
}

// ProveKept proves a copy once more, as before a restoring.
func ProveKept(ctx context.Context, c KeptCopy) error {
	s, err := openProven(ctx, c, Options{})
	if err != nil {
		return err
	}
	return s.Close()
}

// Hurry leaves out waiting for the disk.
func Hurry(t *testing.T, s *Store) {
	t.Helper()
	_, err := s.db.Exec("PRAGMA synchronous = OFF")
	must(t, err)
}

// LeaveHotJournal leaves beside the file what a crash in the middle of the statements would.
func LeaveHotJournal(t *testing.T, path string, statements ...string) {
	t.Helper()
	leaveJournalOf(t, path, statements)
}
