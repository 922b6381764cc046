package store

import (
	"context"
	"database/sql"
	"fmt"
	"testing"
)

// BenchmarkAct is the price of one edit, kept on the disk.
func BenchmarkAct(b *testing.B) {
	s := sampleStore(b)
	do(b, s, "start", newMember)
	i := 0
	for b.Loop() {
		i++
		do(b, s, "edit", fmt.Sprint("UPDATE member SET points = ", i, " WHERE id = 1"))
	}
}

// BenchmarkVisit is the price of one save of a field being typed into.
func BenchmarkVisit(b *testing.B) {
	s := sampleStore(b)
	do(b, s, "start", newMember)
	i := 0
	for b.Loop() {
		i++
		if err := try(s, Deed{Key: "edit", Visit: "v"}, fmt.Sprint("UPDATE member SET points = ", i, " WHERE id = 1")); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkUndoRedo is the price of undoing and redoing an import of 10,000 rows.
func BenchmarkUndoRedo(b *testing.B) {
	s := sampleStore(b)
	err := s.act(context.Background(), Deed{Key: "import"}, func(ctx context.Context, tx *sql.Tx) error {
		for i := range 10000 {
			if _, err := tx.ExecContext(ctx, "INSERT INTO member (name, points) VALUES (?, ?)", fmt.Sprint("member ", i), i); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		undo(b, s)
		redo(b, s)
	}
}

// BenchmarkOpen is the price of opening a file of 10,000 rows and their journal,
// every check included.
func BenchmarkOpen(b *testing.B) {
	s := sampleStore(b)
	do(b, s, "import", "INSERT INTO member (name) WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 10000) SELECT 'm' || i FROM n")
	for b.Loop() {
		s = reopen(b, s)
	}
}
