package store

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"
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
		if err := try(s, Deed{Key: "edit", Visit: Visit{Field: "v"}}, fmt.Sprint("UPDATE member SET points = ", i, " WHERE id = 1")); err != nil {
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

// BenchmarkKeystrokeBesideACopy is the price of one save of a field while copies of a file of 10,000 members, 1,000 events and
// 100,000 attendances are made without a pause, beside that of one with nothing else going on.
func BenchmarkKeystrokeBesideACopy(b *testing.B) {
	s := bigSample(b)
	tellSaves(b, "alone", savesOf(b, s))
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan int)
	folder := b.TempDir()
	go func() {
		n := 0
		for ; ctx.Err() == nil; n++ {
			if err := s.Copy(ctx, filepath.Join(folder, "copy.cop")); err != nil && ctx.Err() == nil {
				b.Error(err)
				break
			}
		}
		done <- n
	}()
	beside := savesOf(b, s)
	stop()
	b.ReportMetric(float64(<-done), "copies")
	tellSaves(b, "beside", beside)
}

// savesOf saves a field again and again and tells how long each took, the shortest first.
func savesOf(b *testing.B, s *Store) (took []time.Duration) {
	b.Helper()
	for i := range max(300, b.N) {
		start := time.Now()
		if err := try(s, Deed{Key: "edit", Visit: Visit{Field: "v"}}, fmt.Sprint("UPDATE member SET points = ", i, " WHERE id = 1")); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
		time.Sleep(2 * time.Millisecond)
	}
	slices.Sort(took)
	return took
}

func tellSaves(b *testing.B, how string, took []time.Duration) {
	ms := func(at int) float64 { return float64(took[at].Microseconds()) / 1000 }
	b.ReportMetric(ms(len(took)/2), "ms-"+how)
	b.ReportMetric(ms(len(took)*99/100), "ms-"+how+"-99th")
}

// bigSample is a file as large as a community of 10,000 members has.
func bigSample(b *testing.B) *Store {
	b.Helper()
	s := sampleStore(b)
	do(b, s, "members", "INSERT INTO member (name, note) WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 10000) SELECT 'Member ' || i, hex(randomblob(40)) FROM n")
	do(b, s, "events", "INSERT INTO event (title) WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 1000) SELECT 'Event ' || i FROM n")
	do(b, s, "attendance", "INSERT INTO attendance (event_id, member_id) WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 99999) SELECT 1 + i % 1000, 1 + (i / 1000) * 97 + i % 97 FROM n")
	return s
}
