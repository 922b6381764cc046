package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"math"
	"strings"
)

// replayPage is how many changes are looked up at once.
const replayPage = 500

// replayer writes an act's changes back. Its statements name only tables and
// columns of the layout, and values pass from the journal to the table inside
// SQLite: outside, large numbers would be rounded and odd text repaired.
type replayer struct {
	tx         *sql.Tx
	layout     *layout
	way        direction
	statements map[string]*sql.Stmt
}

// step is a change to be written back; keys are the columns of an update.
type step struct {
	changeRow
	keys sql.NullString
}

func (s *Store) replayChanges(ctx context.Context, tx *sql.Tx, way direction, act int64) error {
	if err := checkSize(ctx, tx, act); err != nil {
		return err
	}
	r := &replayer{tx: tx, layout: s.layout, way: way, statements: map[string]*sql.Stmt{}}
	defer r.close()
	query := fmt.Sprintf(`SELECT id, tbl, row_id, op,
		CASE op WHEN 'update' THEN (SELECT json_group_array(key) FROM json_each(%s)) END
		FROM change WHERE act_id = ? AND id %s ? ORDER BY id %s LIMIT ?`, way.toward, way.past(), way.order)
	for at := way.start(); ; {
		page, err := gather(ctx, tx, func(rows *sql.Rows) (c step, err error) {
			return c, rows.Scan(&c.id, &c.table, &c.row, &c.op, &c.keys)
		}, query, act, at, replayPage)
		if err != nil || len(page) == 0 {
			return err
		}
		for _, c := range page {
			if err := r.write(ctx, c); err != nil {
				return err
			}
		}
		at = page[len(page)-1].id
	}
}

func (way direction) past() string {
	if way.order == "DESC" {
		return "<"
	}
	return ">"
}

func (way direction) start() int64 {
	if way.order == "DESC" {
		return math.MaxInt64
	}
	return 0
}

// checkSize refuses records longer than any of ours before they are parsed.
func checkSize(ctx context.Context, q querier, act int64) error {
	var longest sql.NullInt64
	err := q.QueryRowContext(ctx, `SELECT max(coalesce(octet_length(before), 0) + coalesce(octet_length(after), 0))
		FROM change WHERE act_id = ?`, act).Scan(&longest)
	if err != nil {
		return err
	}
	if longest.Int64 > longestValue {
		return noMirror("a record of %d bytes", longest.Int64)
	}
	return nil
}

// write replays one change; it must concern exactly one row.
func (r *replayer) write(ctx context.Context, c step) error {
	t := r.layout.byName[c.table]
	if t == nil {
		return noMirror("table %q", c.table)
	}
	op := r.way.turned[c.op]
	var columns []string
	if op == "update" {
		if json.Unmarshal([]byte(c.keys.String), &columns) != nil || !t.hasAll(columns) {
			return noMirror("%v: columns %q", c.changeRow, c.keys.String)
		}
	}
	stmt, err := r.prepare(ctx, t, op, columns)
	if err != nil {
		return err
	}
	done, err := stmt.ExecContext(ctx, c.id, c.row)
	if err != nil {
		return fmt.Errorf("%v: %w", c.changeRow, err)
	}
	if n, err := done.RowsAffected(); err != nil || n != 1 {
		return noMirror("%v: %d rows", c.changeRow, n)
	}
	return nil
}

// prepare gives the statement for a change; ?1 is the change, ?2 the row.
func (r *replayer) prepare(ctx context.Context, t *journalled, op string, columns []string) (*sql.Stmt, error) {
	key := op + " " + t.name + " " + strings.Join(columns, " ")
	if stmt := r.statements[key]; stmt != nil {
		return stmt, nil
	}
	var query string
	switch op {
	case "insert":
		query = fmt.Sprintf("INSERT INTO %s (%s) SELECT %s FROM change WHERE id = ?1 AND row_id = ?2",
			t.name, strings.Join(t.columns, ", "), strings.Join(r.values(t.columns), ", "))
	case "update":
		sets := r.values(columns)
		for i, c := range columns {
			sets[i] = c + " = " + sets[i]
		}
		query = fmt.Sprintf("UPDATE %s SET %s FROM (SELECT %s FROM change WHERE id = ?1) AS record WHERE %s.id = ?2",
			t.name, strings.Join(sets, ", "), r.way.toward, t.name)
	case "delete":
		query = fmt.Sprintf("DELETE FROM %s WHERE id = ?2 AND ?1 IS NOT NULL", t.name)
	default:
		return nil, noMirror("operation %q", op)
	}
	stmt, err := r.tx.PrepareContext(ctx, query)
	if err == nil {
		r.statements[key] = stmt
	}
	return stmt, err
}

// values reads each column from the record.
func (r *replayer) values(columns []string) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = fmt.Sprintf("json_extract(%s, '$.%s')", r.way.toward, c)
	}
	return out
}

func (r *replayer) close() {
	for _, stmt := range r.statements {
		_ = stmt.Close()
	}
}

// hasAll reports whether the columns are the table's, each once, and never the id.
func (t *journalled) hasAll(columns []string) bool {
	seen := make(map[string]bool, len(columns))
	for _, c := range columns {
		if c == "id" || seen[c] || !t.has(c) {
			return false
		}
		seen[c] = true
	}
	return len(columns) > 0
}
