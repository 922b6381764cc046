package store

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
)

// TableTitle is what the rows of a table are called to a leader.
var TableTitle = tableTitle

// Source is how SQLite's driver is told to open a file.
func Source(path, mode string) string { return dataSource(path, url.Values{"mode": {mode}}) }

// Unread has places of a file that is rescued be unreadable.
func (o Options) Unread(fail func(at int64) error) Options {
	o.unread = fail
	return o
}

// RowsOf counts the rows of each table with the leader's data.
func RowsOf(s *Store) (rows map[string]int, err error) {
	rows = map[string]int{}
	for _, t := range s.layout.tables {
		var n int
		if err := s.db.QueryRow("SELECT count(*) FROM " + t.name).Scan(&n); err != nil {
			return nil, err
		}
		rows[t.name] = n
	}
	return rows, nil
}

// Repeat writes many acts of one change each, all in one transaction, for benchmarks.
func Repeat(s *Store, acts int) error {
	ctx := context.Background()
	tx, err := s.begin(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	for i := range acts {
		if _, err := insertAct(ctx, tx, `INSERT INTO act (at, kind, key, args) VALUES (?, 'do', 'change %s', '[{"t":"member","id":2}]')`,
			s.clock().UTC().AddDate(0, 0, -(acts-i)/100).Format(actTime)); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "UPDATE member SET note = ? WHERE id = 2", fmt.Sprintf("note %d of many", i)); err != nil {
			return err
		}
	}
	if err := setOpenAct(ctx, tx, nil); err != nil {
		return err
	}
	return s.commit(ctx, tx, nil)
}

// Forget has the next snapshot read everything anew.
func Forget(s *Store) { s.snapshots.last = nil }

// Bare writes in one act what another than the store's own code does with the tables.
func Bare(s *Store, write func(ctx context.Context, tx *sql.Tx) error) error {
	return s.act(context.Background(), Deed{Key: "make the community"}, write)
}
