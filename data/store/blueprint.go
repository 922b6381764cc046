package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"sort"
	"strconv"
	"sync"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// standard is how community files of this program are made.
var standard = sync.OnceValues(func() (*blueprint, error) {
	files, err := fs.Sub(migrationFiles, "migrations")
	if err != nil {
		return nil, err
	}
	return newBlueprint(files)
})

// blueprint is the numbered steps that make a community file, and what the file
// looks like after each.
type blueprint struct {
	steps []migration // step i leads to version i+1

	mu      sync.Mutex
	layouts map[int]*layout
}

// migration is one numbered step.
type migration struct {
	number int
	name   string
	sql    string
}

var migrationName = regexp.MustCompile(`^(\d{3})_[a-z0-9_]+\.sql$`)

// newBlueprint reads the steps, numbered 001, 002 and so on without a gap. Files
// of one number are one step, in the order of their names.
func newBlueprint(files fs.FS) (*blueprint, error) {
	names, err := fs.Glob(files, "*.sql")
	if err != nil {
		return nil, err
	}
	sort.Strings(names)
	b := &blueprint{layouts: map[int]*layout{}}
	for _, name := range names {
		match := migrationName.FindStringSubmatch(name)
		if match == nil {
			return nil, fmt.Errorf("migration %s: the name is not of the form 001_words.sql", name)
		}
		number, _ := strconv.Atoi(match[1]) // three digits
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		switch {
		case number == len(b.steps)+1:
			b.steps = append(b.steps, migration{number, name, string(text)})
		case number > 0 && number == len(b.steps):
			last := &b.steps[len(b.steps)-1]
			last.name, last.sql = last.name+" and "+name, last.sql+"\n"+string(text)
		default:
			return nil, fmt.Errorf("migration %s: number %d was expected", name, len(b.steps)+1)
		}
	}
	if len(b.steps) == 0 {
		return nil, fmt.Errorf("there are no migrations")
	}
	return b, nil
}

// newest is the version this program makes.
func (b *blueprint) newest() int { return len(b.steps) }

// layout is what a file of the version looks like; it is worked out once.
func (b *blueprint) layout(ctx context.Context, version int) (*layout, error) {
	if version < 1 || version > b.newest() {
		return nil, fmt.Errorf("there is no version %d", version)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if l := b.layouts[version]; l != nil {
		return l, nil
	}
	l, err := b.draw(ctx, version)
	if err != nil {
		return nil, fmt.Errorf("version %d: %w", version, err)
	}
	b.layouts[version] = l
	return l, nil
}

// draw makes a fresh database of the version in memory and looks at it.
func (b *blueprint) draw(ctx context.Context, version int) (*layout, error) {
	db := connectMemory()
	defer func() { _ = db.Close() }()
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "PRAGMA foreign_keys = OFF"); err != nil {
		return nil, err
	}
	for _, step := range b.steps[:version] {
		if _, err := conn.ExecContext(ctx, step.sql); err != nil {
			return nil, fmt.Errorf("migration %s: %w", step.name, err)
		}
	}
	return lookAt(ctx, conn)
}

// lookAt reads tables and schema of a fresh database. That the triggers would be in it is told without making them, which takes as long as
// all the rest.
func lookAt(ctx context.Context, conn *sql.Conn) (*layout, error) {
	tables, err := readTables(ctx, conn)
	if err != nil {
		return nil, err
	}
	l := &layout{tables: tables, byName: make(map[string]*journalled, len(tables))}
	l.all, err = gather(ctx, conn, func(r *sql.Rows) (s string, err error) { return s, r.Scan(&s) },
		`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY name`)
	if err != nil {
		return nil, err
	}
	for i := range l.tables {
		t := &l.tables[i]
		l.byName[t.name] = t
		l.triggers = append(l.triggers, triggersOf(*t)...)
	}
	if l.schema, err = readSchema(ctx, conn); err != nil {
		return nil, err
	}
	for _, t := range l.triggers {
		var row string
		if err := conn.QueryRowContext(ctx, "SELECT json_array('trigger', ?, ?, ?)", t.name, t.table, t.sql).Scan(&row); err != nil {
			return nil, err
		}
		l.schema[row] = true
	}
	return l, nil
}

func (l *layout) makeTriggers(ctx context.Context, run runner) error {
	for _, t := range l.triggers {
		if _, err := run.ExecContext(ctx, t.sql); err != nil {
			return fmt.Errorf("trigger %s: %w", t.name, err)
		}
	}
	return nil
}
