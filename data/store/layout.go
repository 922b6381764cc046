package store

import (
	"context"
	"database/sql"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// layout is what a community file of one version looks like, read from a fresh
// database in memory, never from a file somebody gave us.
type layout struct {
	all      []string               // every table of ours, by name
	tables   []journalled           // the journalled ones, by name
	byName   map[string]*journalled // the same
	triggers []trigger
	schema   map[string]bool // each row of sqlite_schema as one text
}

// journalled is a table that the journal keeps: what undo may touch.
type journalled struct {
	name    string
	columns []string // in the order of the table, id first
	title   string   // the column that names a row to a person, or ""
	refs    []reference
}

// reference is a column that holds the id of a row of another table.
type reference struct {
	column, table string
	belongs       bool // a row goes with the one it refers to
}

// has reports whether there is a table of the name, journalled or not.
func (l *layout) has(table string) bool { return slices.Contains(l.all, table) }

// plainName is what a table or column may be called; such names need no quoting
// in SQL or JSON paths, and each stands in statements only after this check.
var plainName = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// titleColumns name a row to a person; the first that a table has is used.
var titleColumns = []string{"name", "title", "term", "code", "wording"}

// has reports whether the table has the column.
func (t *journalled) has(column string) bool {
	for _, c := range t.columns {
		if c == column {
			return true
		}
	}
	return false
}

// readTables lists the journalled tables of a fresh database and checks that the
// journal can be exact for each.
func readTables(ctx context.Context, q querier) ([]journalled, error) {
	type found struct {
		name, sql    string
		strict, noID bool
	}
	rows, err := gather(ctx, q, func(r *sql.Rows) (f found, err error) {
		return f, r.Scan(&f.name, &f.sql, &f.strict, &f.noID)
	}, `SELECT s.name, s.sql, l.strict, l.wr FROM sqlite_schema s JOIN pragma_table_list l ON l.schema = 'main' AND l.name = s.name
		WHERE s.type = 'table' AND s.name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY s.name`)
	if err != nil {
		return nil, err
	}
	var tables []journalled
	for _, f := range rows {
		if unjournalled[f.name] {
			continue
		}
		upper := strings.ToUpper(f.sql)
		switch {
		case !plainName.MatchString(f.name):
			return nil, fmt.Errorf("table %q: the name is not plain", f.name)
		case !f.strict || f.noID:
			return nil, fmt.Errorf("table %s: a journalled table is STRICT and has row ids", f.name)
		case !strings.Contains(upper, "AUTOINCREMENT"):
			return nil, fmt.Errorf("table %s: without AUTOINCREMENT the id of a removed row would be given out again", f.name)
		case strings.Contains(upper, "COLLATE"):
			return nil, fmt.Errorf("table %s: under a collation of its own a change of case would go unnoticed", f.name)
		}
		t, err := readColumns(ctx, q, f.name)
		if err != nil {
			return nil, err
		}
		if t.refs, err = readReferences(ctx, q, f.name); err != nil {
			return nil, err
		}
		tables = append(tables, t)
	}
	return tables, nil
}

// readColumns reads one table's columns; JSON can hold every type of them exactly
// but BLOB, and ANY could be one.
func readColumns(ctx context.Context, q querier, name string) (journalled, error) {
	type found struct {
		name, typ  string
		pk, hidden int
	}
	columns, err := gather(ctx, q, func(r *sql.Rows) (f found, err error) {
		return f, r.Scan(&f.name, &f.typ, &f.pk, &f.hidden)
	}, `SELECT name, type, pk, hidden FROM pragma_table_xinfo(?) ORDER BY cid`, name)
	if err != nil {
		return journalled{}, err
	}
	t := journalled{name: name}
	for i, c := range columns {
		switch {
		case (i == 0) != (c.name == "id") || (i == 0) != (c.pk > 0):
			return t, fmt.Errorf("table %s: id comes first and is the only key", name)
		case !plainName.MatchString(c.name):
			return t, fmt.Errorf("table %s: the name of column %q is not plain", name, c.name)
		case c.hidden != 0:
			return t, fmt.Errorf("table %s: column %s is generated", name, c.name)
		case c.typ != "INTEGER" && c.typ != "INT" && c.typ != "REAL" && c.typ != "TEXT":
			return t, fmt.Errorf("table %s: the journal cannot hold column %s of type %s", name, c.name, c.typ)
		}
		t.columns = append(t.columns, c.name)
	}
	for _, title := range titleColumns {
		if t.has(title) {
			t.title = title
			break
		}
	}
	return t, nil
}

// readReferences lists one table's references. It refuses what an undo could not
// walk back over: RESTRICT is never put off to the end of a transaction, and ids do
// not change.
func readReferences(ctx context.Context, q querier, name string) ([]reference, error) {
	type found struct {
		reference
		onUpdate, onDelete string
	}
	all, err := gather(ctx, q, func(r *sql.Rows) (f found, err error) {
		return f, r.Scan(&f.column, &f.table, &f.onUpdate, &f.onDelete)
	}, `SELECT "from", "table", on_update, on_delete FROM pragma_foreign_key_list(?) ORDER BY id DESC`, name)
	if err != nil {
		return nil, err
	}
	refs := make([]reference, len(all))
	for i, f := range all {
		if f.onUpdate != "NO ACTION" || (f.onDelete != "NO ACTION" && f.onDelete != "CASCADE" && f.onDelete != "SET NULL") {
			return nil, fmt.Errorf("table %s: a reference with ON UPDATE %s ON DELETE %s", name, f.onUpdate, f.onDelete)
		}
		refs[i] = f.reference
		refs[i].belongs = f.onDelete != "SET NULL"
	}
	return refs, nil
}

// readSchema gives each row of sqlite_schema as one text, to be compared as a set.
func readSchema(ctx context.Context, q querier) (map[string]bool, error) {
	rows, err := gather(ctx, q, func(r *sql.Rows) (s string, err error) {
		return s, r.Scan(&s)
	}, `SELECT json_array(type, name, tbl_name, sql) FROM sqlite_schema`)
	if err != nil {
		return nil, err
	}
	set := make(map[string]bool, len(rows))
	for _, row := range rows {
		set[row] = true
	}
	return set, nil
}

// gather reads all rows of a query at once: a result left open would hold the
// only connection.
func gather[T any](ctx context.Context, q querier, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}
