package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	_ "github.com/mattn/go-sqlite3"

	"copleader/data/coach"
	"copleader/data/datatest"
	"copleader/data/store"
)

// bareTables reads every table of the leader's through database/sql into plain values and does nothing else.
func bareTables(b *testing.B, db *sql.DB, tables []string, each func(table string, columns []string, values []any)) {
	b.Helper()
	for _, table := range tables {
		found, err := db.Query("SELECT * FROM " + table)
		if err != nil {
			b.Fatal(err)
		}
		columns, err := found.Columns()
		if err != nil {
			b.Fatal(err)
		}
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		for found.Next() {
			if err := found.Scan(into...); err != nil {
				b.Fatal(err)
			}
			each(table, columns, values)
		}
		if err := found.Err(); err != nil {
			b.Fatal(err)
		}
		_ = found.Close()
	}
}

// tablesOf are the tables with the leader's rows.
func tablesOf(b *testing.B, s *store.Store) []string {
	b.Helper()
	rows, err := store.RowsOf(s)
	if err != nil {
		b.Fatal(err)
	}
	return slices.Sorted(maps.Keys(rows))
}

func bareOpen(b *testing.B, s *store.Store) *sql.DB {
	b.Helper()
	db, err := sql.Open("sqlite3", store.Source(s.Path(), "ro"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	return db
}

// BenchmarkReadingWhole is the price of reading a file with 10,000 members, 1,000 events and 100,000 attendances, beside bare SQL on the
// same file.
func BenchmarkReadingWhole(b *testing.B) {
	s := datatest.Filled(b, datatest.Large(10_000, 1_000, 100_000))
	tables, db := tablesOf(b, s), bareOpen(b, s)
	b.Run("ours", func(b *testing.B) {
		for b.Loop() {
			store.Forget(s)
			datatest.Read(b, s)
		}
	})
	b.Run("bare", func(b *testing.B) {
		for b.Loop() {
			rows := 0
			bareTables(b, db, tables, func(string, []string, []any) { rows++ })
			if rows < 111_000 {
				b.Fatalf("%d rows", rows)
			}
		}
	})
}

// BenchmarkWritingWhole is the price of filling a file, beside bare SQL that puts the same rows into the same tables under the same
// journal.
func BenchmarkWritingWhole(b *testing.B) {
	snapshot := datatest.Large(2_000, 200, 20_000)
	full := datatest.Filled(b, snapshot)
	rows := map[string][][]any{}
	inserts := map[string]string{}
	tables := tablesOf(b, full)
	bareTables(b, bareOpen(b, full), tables, func(table string, columns []string, values []any) {
		inserts[table] = fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", table, strings.Join(columns, ", "), strings.TrimSuffix(strings.Repeat("?, ", len(columns)), ", "))
		rows[table] = append(rows[table], slices.Clone(values))
	})
	b.Run("ours", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			s := datatest.Empty(b)
			b.StartTimer()
			if err := s.Fill(context.Background(), snapshot); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("bare", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			s := datatest.Empty(b)
			b.StartTimer()
			if err := store.Bare(s, func(ctx context.Context, tx *sql.Tx) error { return insertBare(ctx, tx, tables, inserts, rows) }); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func insertBare(ctx context.Context, tx *sql.Tx, tables []string, inserts map[string]string, rows map[string][][]any) error {
	if _, err := tx.ExecContext(ctx, "PRAGMA defer_foreign_keys = ON"); err != nil {
		return err
	}
	for _, table := range tables {
		if len(rows[table]) == 0 {
			continue
		}
		statement, err := tx.PrepareContext(ctx, inserts[table])
		if err != nil {
			return err
		}
		for _, values := range rows[table] {
			if _, err := statement.ExecContext(ctx, values...); err != nil {
				return fmt.Errorf("%s: %w", table, err)
			}
		}
		_ = statement.Close()
	}
	return nil
}

// BenchmarkLevelsBySize is the price of all levels and all rules of the coach as the community grows.
func BenchmarkLevelsBySize(b *testing.B) {
	for _, members := range []int{100, 1_000, 10_000} {
		snapshot := datatest.Large(members, members/10, members*10)
		b.Run(fmt.Sprint(members), func(b *testing.B) {
			for b.Loop() {
				coach.Findings(snapshot, snapshot.Standings(datatest.Today), datatest.Today)
			}
		})
	}
}
