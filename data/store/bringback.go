package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/mattn/go-sqlite3"

	"copleader/data"
)

// Brought tells what came back.
type Brought struct {
	Rows int
	// Left are rows that could not come back, because what they belonged to is gone, or another has taken their place.
	Left int
}

// BringBack puts back, as one new act, the rows that some acts removed, or that went with the undoing of them, and that are not there
// now, however much was done since. References to them that were emptied with them are filled again where they are still empty.
func (s *Store) BringBack(ctx context.Context, acts ...int64) (b Brought, done Done, err error) {
	acts = slices.Clone(acts)
	slices.SortFunc(acts, func(a, b int64) int { return cmp.Compare(b, a) }) // an owner went after what hung on it
	deed, err := s.deedOfBringing(ctx, acts)
	if err != nil {
		return b, done, err
	}
	done, err = s.undoable(ctx, deed, func(ctx context.Context, tx *sql.Tx) (err error) {
		b, err = s.bringBack(ctx, tx, acts)
		return err
	})
	return b, done, s.explainReplay(err)
}

// goneRows are the records of the rows that went with an act, or with its undoing, owners before what hangs on them.
func goneRows(ctx context.Context, q querier, act int64) (ids []changeRow, side string, err error) {
	var kind string
	var undone bool
	err = q.QueryRowContext(ctx, "SELECT kind, undone_by IS NOT NULL FROM act WHERE id = ?", act).Scan(&kind, &undone)
	if errors.Is(err, sql.ErrNoRows) || err == nil && kind != kindDo {
		return nil, "", nothingGone()
	}
	if err != nil {
		return nil, "", err
	}
	// Children are removed before their parents, and added after them.
	side, order := "before", "DESC"
	if undone {
		side, order = "after", "ASC"
	}
	ids, err = gather(ctx, q, func(r *sql.Rows) (c changeRow, err error) {
		return c, r.Scan(&c.id, &c.table, &c.row, &c.op)
	}, fmt.Sprintf("SELECT id, tbl, row_id, op FROM change WHERE act_id = ? AND op = ? ORDER BY id %s", order), act, goneBy(undone))
	return ids, side, err
}

func nothingGone() error {
	return data.Fault(data.CodeNothing, "Everything this took away is there again; nothing was changed.")
}

// deedOfBringing words the act: by the row that went, where one took all others along.
func (s *Store) deedOfBringing(ctx context.Context, acts []int64) (d Deed, err error) {
	d = Deed{Key: "bring back what was removed"}
	if len(acts) != 1 {
		return d, nil
	}
	err = s.read(ctx, func(ctx context.Context, q querier) error {
		rows, _, err := goneRows(ctx, q, acts[0])
		if err != nil {
			return err
		}
		for _, r := range rows {
			if t := s.layout.byName[r.table]; t != nil && t.title != "" {
				d = Deed{Key: "bring back %s", Args: []any{Name{r.table, r.row}}}
				break
			}
		}
		return nil
	})
	return d, err
}

// bringing is the putting back of what several acts took away.
type bringing struct {
	Brought
	back   map[Name]bool
	tables []string
}

func (s *Store) bringBack(ctx context.Context, tx *sql.Tx, acts []int64) (Brought, error) {
	b := bringing{back: map[Name]bool{}}
	for _, act := range acts {
		if err := s.bringBackOf(ctx, tx, act, &b); err != nil && (len(acts) == 1 || !data.IsCode(err, data.CodeNothing)) {
			return b.Brought, err
		}
	}
	if b.Rows == 0 {
		if b.Left > 0 {
			return b.Brought, data.Fault(data.CodeNothing, "This can't come back, because what it belonged to is gone. Please bring that back first.")
		}
		return b.Brought, nothingGone()
	}
	for _, act := range acts {
		if err := s.fillReferences(ctx, tx, act, b.back); err != nil {
			return b.Brought, err
		}
	}
	return b.Brought, s.readAgain(ctx, tx, b.tables)
}

// bringBackOf puts back what one act took away.
func (s *Store) bringBackOf(ctx context.Context, tx *sql.Tx, act int64, b *bringing) error {
	rows, side, err := goneRows(ctx, tx, act)
	if err != nil {
		return err
	}
	if err := checkSize(ctx, tx, act); err != nil {
		return err
	}
	for _, r := range rows {
		t := s.layout.byName[r.table]
		if t == nil {
			return noMirror("table %q", r.table)
		}
		came, err := putBack(ctx, tx, t, r, side)
		switch {
		case err != nil:
			return err
		case came == cameBack:
			b.Rows++
			b.back[Name{r.table, r.row}] = true
			b.tables = append(b.tables, r.table)
		case came == noPlace:
			b.Left++
		}
	}
	return nil
}

// What may become of a row that is to come back.
const (
	cameBack = iota
	isThereStill
	noPlace
)

// putBack puts one row back as the record has it. A reference that may be missing is left out where its aim is gone; a row whose owner is
// gone, or whose place another has taken, doesn't come back.
func putBack(ctx context.Context, tx *sql.Tx, t *journalled, r changeRow, side string) (int, error) {
	there, err := isThere(ctx, tx, t.name, r.row)
	if err != nil || there {
		return isThereStill, err
	}
	var keys string
	err = tx.QueryRowContext(ctx, fmt.Sprintf("SELECT json_group_array(key) FROM change, json_each(%s) WHERE change.id = ?", side), r.id).Scan(&keys)
	if err != nil {
		return noPlace, err
	}
	var columns, values []string
	if json.Unmarshal([]byte(keys), &columns) != nil {
		return noPlace, noMirror("columns %q", keys)
	}
	columns = slices.DeleteFunc(columns, func(c string) bool { return !t.has(c) }) // of an older version
	for _, c := range columns {
		values = append(values, t.valueBack(c, side))
	}
	if len(columns) == 0 || !slices.Contains(columns, "id") {
		return noPlace, noMirror("columns %q", keys)
	}
	if _, err := tx.ExecContext(ctx, "SAVEPOINT coming_back"); err != nil {
		return noPlace, err
	}
	_, err = tx.ExecContext(ctx, fmt.Sprintf("INSERT INTO %s (%s) SELECT %s FROM change WHERE id = ?1 AND row_id = ?2",
		t.name, strings.Join(columns, ", "), strings.Join(values, ", ")), r.id, r.row)
	if refused(err) {
		_, err = tx.ExecContext(ctx, "ROLLBACK TO coming_back; RELEASE coming_back")
		return noPlace, err
	}
	if err != nil {
		return noPlace, err
	}
	_, err = tx.ExecContext(ctx, "RELEASE coming_back")
	return cameBack, err
}

// valueBack reads a column from the record; a reference that may be missing only while its aim is there.
func (t *journalled) valueBack(column, side string) string {
	value := fmt.Sprintf("json_extract(%s, '$.%s')", side, column)
	for _, ref := range t.refs {
		if ref.column == column && !ref.belongs {
			return fmt.Sprintf("(SELECT id FROM %s WHERE id = %s)", ref.table, value)
		}
	}
	return value
}

// refused tells whether the file itself would not take a row: its owner is gone, or something must be there once only.
func refused(err error) bool {
	var e sqlite3.Error
	return errors.As(err, &e) && e.Code == sqlite3.ErrConstraint
}

// fillReferences fills references that the removal emptied, where they lead to what came back and are empty still.
func (s *Store) fillReferences(ctx context.Context, tx *sql.Tx, act int64, back map[Name]bool) error {
	changes, err := gather(ctx, tx, scanRecord, recordColumns+" WHERE act_id = ? AND op = 'update'", act)
	if err != nil {
		return err
	}
	for _, r := range changes {
		t := s.layout.byName[r.Table]
		var before, after map[string]any
		if t == nil || json.Unmarshal([]byte(r.before), &before) != nil || json.Unmarshal([]byte(r.after), &after) != nil {
			continue
		}
		for _, ref := range t.refs {
			id, is := before[ref.column].(float64)
			if !is || after[ref.column] != nil || !back[Name{ref.table, int64(id)}] {
				continue
			}
			_, err := tx.ExecContext(ctx, fmt.Sprintf("UPDATE %s SET %s = ? WHERE id = ? AND %s IS NULL", t.name, ref.column, ref.column), int64(id), r.ID)
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// readAgain reads the tables into which rows came back, as the first page would: a forged record must not make a file that can't be
// opened any more.
func (s *Store) readAgain(ctx context.Context, q querier, tables []string) error {
	if ours, err := standard(); err != nil || s.blueprint != ours {
		return err // tests make files of other tables
	}
	for _, p := range parts(new(data.Snapshot)) {
		if !slices.Contains(tables, p.name) {
			continue
		}
		err := p.read(ctx, q)
		if err == nil {
			err = p.allListed()
		}
		if err != nil {
			return fmt.Errorf("%w: %w", errNoMirror, err)
		}
	}
	return nil
}
