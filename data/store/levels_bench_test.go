package store_test

import (
	"context"
	"database/sql"
	"testing"

	_ "github.com/mattn/go-sqlite3"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/datatest"
	"copleader/data/store"
)

// bareQueries read, column by column, what the levels and the coach look at.
var bareQueries = []string{
	"SELECT id, name, kind, unit, joined_on, left_on, resources_only FROM member ORDER BY id",
	"SELECT id, title, format, day, start_time, status, guests, brought FROM event ORDER BY id",
	"SELECT event_id, member_id, expected, present FROM attendance ORDER BY id",
	"SELECT event_id, member_id, part FROM event_role ORDER BY id",
	"SELECT member_id, day, kind, whom_id, item_id, note FROM contribution ORDER BY id",
	"SELECT id, title, kind, board_column, proposer_id, owner_id, created_on, done_on FROM item ORDER BY id",
}

// bareSQL reads those rows through database/sql into plain values and does nothing else.
func bareSQL(b *testing.B, db *sql.DB) (rows int) {
	b.Helper()
	for _, query := range bareQueries {
		found, err := db.Query(query)
		if err != nil {
			b.Fatal(err)
		}
		columns, err := found.Columns()
		if err != nil {
			b.Fatal(err)
		}
		values := make([]any, len(columns))
		into := make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		for found.Next() {
			if err := found.Scan(into...); err != nil {
				b.Fatal(err)
			}
			rows++
		}
		if err := found.Err(); err != nil {
			b.Fatal(err)
		}
		_ = found.Close()
	}
	return rows
}

// BenchmarkLevelsAndCoach is the price of all levels and all rules of the coach
// for 10,000 members, 1,000 events and 100,000 attendances, beside the bare SQL
// that reads the same rows: it may cost three times as much at most.
func BenchmarkLevelsAndCoach(b *testing.B) {
	ctx := context.Background()
	s := datatest.Filled(b, datatest.Large(10_000, 1_000, 100_000))
	db, err := sql.Open("sqlite3", store.Source(s.Path(), "ro"))
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	snapshot := datatest.Read(b, s)
	judge := func(s *data.Snapshot) {
		standings := s.Standings(datatest.Today)
		coach.Findings(s, standings, datatest.Today)
	}
	b.Run("bare SQL", func(b *testing.B) {
		for b.Loop() {
			if rows := bareSQL(b, db); rows < 111_000 {
				b.Fatalf("%d rows", rows)
			}
		}
	})
	b.Run("levels and coach", func(b *testing.B) {
		for b.Loop() {
			judge(snapshot)
		}
	})
	b.Run("with the snapshot read anew", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer() // opening checks the whole file
			cold, err := store.Open(ctx, s.Path(), store.Options{ReadOnly: true, Clock: datatest.Now})
			if err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			judge(datatest.Read(b, cold))
			_ = cold.Close()
		}
	})
}
