package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"hash"
	"maps"
	"slices"
	"strings"
)

// A journal beside a file that is whole without it may be of a deed whose writing was cut off just before its end, or of another state of
// the file: then rolling it back would make a mixture of both, which may well pass every check. What the journal of acts says tells them
// apart: taking back the newest acts must lead from both to the same rows.

// verdict is what is to become of a journal beside a file.
type verdict int

const (
	rollBack verdict = iota // the file is as it was before the change that was cut off
	finish                  // the file holds the deed whole: only the removing of the journal is missing
	foreign                 // the journal is of another state of the file
)

// trial is a copy of the file of which it is tried what it holds.
type trial struct {
	*Store
	acts  map[int64]string // the digest of each act above the floor, with its changes
	floor int64
	last  int64 // the newest act
}

// try opens a copy for trying; taking back acts in it does no harm.
func (s *Store) try(ctx context.Context, draft string) (*trial, error) {
	t := &trial{Store: &Store{path: draft, db: connect(draft, building), clock: s.clock}}
	err := t.readActs(ctx, s.blueprint)
	if err != nil {
		return nil, errors.Join(err, t.db.Close())
	}
	return t, nil
}

// readActs takes up what the journal of acts says.
func (t *trial) readActs(ctx context.Context, b *blueprint) error {
	version, err := readVersion(ctx, t.db)
	if err != nil {
		return err
	}
	if t.layout, err = b.layout(ctx, version); err != nil {
		return err
	}
	if t.last, err = newestAct(ctx, t.db); err != nil {
		return err
	}
	if err := t.db.QueryRowContext(ctx, "SELECT undo_floor FROM open_act WHERE id = 1").Scan(&t.floor); err != nil {
		return err
	}
	t.acts, err = actDigests(ctx, t.db, t.floor)
	return err
}

// actDigests gives for each act above the floor a digest of what it and its changes say.
func actDigests(ctx context.Context, q querier, floor int64) (map[int64]string, error) {
	sums := map[int64]hash.Hash{}
	rows, err := q.QueryContext(ctx, `SELECT id, json_array(at, kind, key, many, n, args, of_id, undone_by), '', '' FROM act WHERE id > ?1
		UNION ALL SELECT act_id, json_array(id, tbl, row_id, op), coalesce(before, ''), coalesce(after, '') FROM change WHERE act_id > ?1`, floor)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var what, before, after sql.RawBytes
		if err := rows.Scan(&id, &what, &before, &after); err != nil {
			return nil, err
		}
		if sums[id] == nil {
			sums[id] = sha256.New()
		}
		_, _ = fmt.Fprintf(sums[id], "%s\n%s\n%s\n", what, before, after) // a hash takes everything
	}
	digests := make(map[int64]string, len(sums))
	for id, sum := range sums {
		digests[id] = string(sum.Sum(nil))
	}
	return digests, rows.Err()
}

// judge tells what the journal is that was rolled back in one of two copies of the file, both of which pass every check. Numbers that say
// how often the file was changed fit already.
func judge(ctx context.Context, alone, rolled *trial) (verdict, error) {
	common := lastInCommon(alone, rolled)
	wrote, wrongAlone := alone.takeBack(ctx, common)
	had, wrongRolled := rolled.takeBack(ctx, common)
	switch {
	case wrongAlone != nil && !errors.Is(wrongAlone, errNoMirror):
		return foreign, wrongAlone
	case wrongRolled != nil && !errors.Is(wrongRolled, errNoMirror):
		return foreign, wrongRolled
	case wrongRolled != nil:
		return foreign, nil // rows are there in it without their acts
	case wrongAlone != nil:
		return rollBack, nil // acts are there in the file without their rows
	}
	apart, err := rowsApart(ctx, alone, rolled)
	switch {
	case err != nil:
		return foreign, err
	case len(apart) == 0 && len(wrote) > 0:
		return finish, nil
	}
	for row := range apart {
		if wrote[row] || had[row] {
			return foreign, nil // what an act did is there in both, or in neither, though only one has the act
		}
	}
	// Rows that no act tells of were being written: by an erasure, a restoring, or what the program notes by itself; or the act was not
	// written yet.
	return rollBack, nil
}

// lastInCommon is the act up to which both copies say the same. What one of them forgot for good tells nothing.
func lastInCommon(a, b *trial) int64 {
	floor := max(a.floor, b.floor)
	common := max(a.last, b.last)
	ids := slices.Sorted(maps.Keys(a.acts))
	ids = append(ids, slices.Sorted(maps.Keys(b.acts))...)
	for _, id := range ids {
		if id > floor && id <= common && a.acts[id] != b.acts[id] {
			common = id - 1
		}
	}
	return common
}

// takeBack takes back in the copy whatever was done since an act and stands, and tells which rows that concerned. It answers errNoMirror
// where rows are not as the acts left them.
func (t *trial) takeBack(ctx context.Context, since int64) (rows map[Name]bool, err error) {
	standing, err := gather(ctx, t.db, func(r *sql.Rows) (id int64, err error) { return id, r.Scan(&id) },
		"SELECT id FROM act WHERE id > ? AND kind IN ('do', 'note') AND undone_by IS NULL ORDER BY id DESC", since)
	if err != nil {
		return nil, err
	}
	concerned, err := gather(ctx, t.db, func(r *sql.Rows) (n Name, err error) { return n, r.Scan(&n.Table, &n.ID) },
		"SELECT DISTINCT tbl, row_id FROM change WHERE act_id > ?", since)
	if err != nil {
		return nil, err
	}
	rows = make(map[Name]bool, len(concerned))
	for _, row := range concerned {
		rows[row] = true
	}
	tx, err := t.db.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer func() { _ = tx.Rollback() }() // after a commit this does nothing
	if _, err := tx.ExecContext(ctx, "PRAGMA defer_foreign_keys = ON"); err != nil {
		return nil, err
	}
	for _, act := range standing {
		if _, err := t.replayAct(ctx, tx, backward, act); err != nil {
			return nil, err
		}
	}
	return rows, unlessPlain(tx.Commit())
}

// rowsApart are the rows that the two copies have differently.
func rowsApart(ctx context.Context, a, b *trial) (map[Name]bool, error) {
	apart := map[Name]bool{}
	for _, table := range a.layout.tables {
		texts := map[int64]string{}
		query := fmt.Sprintf("SELECT id, json_array(%s) FROM %s", strings.Join(table.columns, ", "), table.name)
		if err := eachText(ctx, a.db, query, func(id int64, text string) { texts[id] = text }); err != nil {
			return nil, err
		}
		err := eachText(ctx, b.db, query, func(id int64, text string) {
			if had, there := texts[id]; !there || had != text {
				apart[Name{table.name, id}] = true
			}
			delete(texts, id)
		})
		if err != nil {
			return nil, err
		}
		for id := range texts {
			apart[Name{table.name, id}] = true
		}
	}
	return apart, nil
}

func eachText(ctx context.Context, q querier, query string, do func(id int64, text string)) error {
	rows, err := q.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var text string
		if err := rows.Scan(&id, &text); err != nil {
			return err
		}
		do(id, text)
	}
	return rows.Err()
}
