package store

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"copleader/data"
)

// sampleName has what a name may have and an address of a file may trip over; Windows takes no question mark.
var sampleName = map[bool]string{false: "Sample 50% off?#1", true: "Sample 50% off#1"}[runtime.GOOS == "windows"]

// sampleSchema is a small schema with everything that makes a journal hard:
// cascades, SET NULL, a table that refers to itself, ranks, every type, and keys
// for upserts.
const sampleSchema = `
CREATE TABLE member (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  folded TEXT NOT NULL DEFAULT '',
  note TEXT,
  weight REAL,
  points INTEGER
) STRICT;
CREATE TABLE event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL CHECK (length(title) < 100),
  host_id INTEGER REFERENCES member(id) ON DELETE SET NULL
) STRICT;
CREATE TABLE attendance (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE,
  member_id INTEGER NOT NULL REFERENCES member(id) ON DELETE CASCADE,
  UNIQUE (event_id, member_id)
) STRICT;
CREATE INDEX attendance_by_member_id ON attendance(member_id);
CREATE TABLE item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  rank INTEGER NOT NULL,
  parent_id INTEGER REFERENCES item(id) ON DELETE CASCADE,
  owner_id INTEGER REFERENCES member(id) ON DELETE SET NULL
) STRICT;
CREATE TABLE item_move (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE,
  place TEXT NOT NULL
) STRICT;
CREATE TABLE setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  choice TEXT
) STRICT;
CREATE TABLE picture (hash TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT;
CREATE TABLE identity (id INTEGER PRIMARY KEY CHECK (id = 1), community TEXT NOT NULL) STRICT;
INSERT INTO identity (id, community) VALUES (1, lower(hex(randomblob(16))));
`

// sampleUpgrades are later versions of the sample schema.
var sampleUpgrades = []string{
	`ALTER TABLE member ADD COLUMN email TEXT NOT NULL DEFAULT '';
	 UPDATE member SET email = 'x@example.org' WHERE id = 1;`,
	`CREATE TABLE event_new (
	   id INTEGER PRIMARY KEY AUTOINCREMENT,
	   heading TEXT NOT NULL,
	   host_id INTEGER REFERENCES member(id) ON DELETE SET NULL
	 ) STRICT;
	 INSERT INTO event_new SELECT id, title, host_id FROM event;
	 DROP TABLE event;
	 ALTER TABLE event_new RENAME TO event;`,
}

func readEmbedded(tb testing.TB, name string) []byte {
	tb.Helper()
	text, err := fs.ReadFile(migrationFiles, "migrations/"+name)
	if err != nil {
		tb.Fatal(err)
	}
	return text
}

// sampleBlueprint makes files of the sample schema, with the given number of upgrades.
func sampleBlueprint(tb testing.TB, upgrades int) *blueprint {
	tb.Helper()
	b, err := sampleFiles(sampleUpgrades[:upgrades]...)
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

func sampleFiles(upgrades ...string) (*blueprint, error) {
	journal, err := fs.ReadFile(migrationFiles, "migrations/001_journal.sql")
	if err != nil {
		return nil, err
	}
	files := fstest.MapFS{"001_journal.sql": {Data: journal}, "001_sample.sql": {Data: []byte(sampleSchema)}}
	for i, text := range upgrades {
		files[fmt.Sprintf("%03d_more.sql", i+2)] = &fstest.MapFile{Data: []byte(text)}
	}
	return newBlueprint(files)
}

var sampleNow = time.Date(2026, 11, 21, 9, 30, 0, 0, time.UTC)

func sampleOptions(tb testing.TB) Options {
	return Options{Clock: func() time.Time { return sampleNow }, Owner: "Ada", blueprint: sampleBlueprint(tb, 0)}
}

// sampleStore is an open file of the sample schema in a folder of the test.
func sampleStore(tb testing.TB) *Store {
	tb.Helper()
	s, err := Create(context.Background(), filepath.Join(tb.TempDir(), sampleName+".cop"), sampleOptions(tb))
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = s.Close() })
	return s
}

// hurry leaves out waiting for the disk, for tests of many acts.
func hurry(tb testing.TB, s *Store) *Store {
	tb.Helper()
	raw(tb, s, "PRAGMA synchronous = OFF")
	return s
}

// reopen closes the store and opens the file again.
func reopen(tb testing.TB, s *Store) *Store {
	tb.Helper()
	if err := s.Close(); err != nil {
		tb.Fatal(err)
	}
	again, err := Open(context.Background(), s.path, Options{Clock: s.clock, Owner: "Ada", blueprint: s.blueprint})
	if err != nil {
		tb.Fatal(err)
	}
	if again.ReadOnly() {
		tb.Fatalf("reopened for reading only: %v", again.Because())
	}
	tb.Cleanup(func() { _ = again.Close() })
	return again
}

// shut closes what is open, as a deferred call.
func shut(tb testing.TB, c io.Closer) {
	tb.Helper()
	if err := c.Close(); err != nil {
		tb.Error(err)
	}
}

// do runs statements as one act called key.
func do(tb testing.TB, s *Store, key string, statements ...string) {
	tb.Helper()
	if err := try(s, Deed{Key: key}, statements...); err != nil {
		tb.Fatalf("%s: %v", key, err)
	}
}

func try(s *Store, d Deed, statements ...string) error {
	return s.act(context.Background(), d, func(ctx context.Context, tx *sql.Tx) error {
		for _, statement := range statements {
			if _, err := tx.ExecContext(ctx, statement); err != nil {
				return fmt.Errorf("%s: %w", statement, err)
			}
		}
		return nil
	})
}

// raw runs statements without an act, as another program might while the file is
// open nowhere.
func raw(tb testing.TB, s *Store, statements ...string) {
	tb.Helper()
	for _, statement := range statements {
		if _, err := s.db.Exec(statement); err != nil {
			tb.Fatalf("%s: %v", statement, err)
		}
	}
	if err := s.left(context.Background()); err != nil {
		tb.Fatal(err)
	}
}

func undo(tb testing.TB, s *Store) string {
	tb.Helper()
	d, err := s.Undo(context.Background())
	if err != nil {
		tb.Fatalf("undo: %v", err)
	}
	return d.Key
}

func redo(tb testing.TB, s *Store) string {
	tb.Helper()
	d, err := s.Redo(context.Background())
	if err != nil {
		tb.Fatalf("redo: %v", err)
	}
	return d.Key
}

// content is every row of every journalled table, type and bytes of each value.
func content(tb testing.TB, s *Store) string {
	tb.Helper()
	var b strings.Builder
	for _, t := range s.layout.tables {
		parts := make([]string, len(t.columns))
		for i, c := range t.columns {
			parts[i] = fmt.Sprintf("typeof(%s) || ' ' || CASE typeof(%s) WHEN 'text' THEN hex(%s) ELSE quote(%s) END", c, c, c, c)
		}
		rows := column[string](tb, s, "SELECT "+strings.Join(parts, " || ', ' || ")+" FROM "+t.name+" ORDER BY id")
		fmt.Fprintf(&b, "%s\n  %s\n", t.name, strings.Join(rows, "\n  "))
	}
	return b.String()
}

// column reads a query of one column.
func column[T any](tb testing.TB, s *Store, query string, args ...any) []T {
	tb.Helper()
	values, err := gather(context.Background(), s.db, func(r *sql.Rows) (v T, err error) { return v, r.Scan(&v) }, query, args...)
	if err != nil {
		tb.Fatalf("%s: %v", query, err)
	}
	return values
}

// one reads a query of one value.
func one[T any](tb testing.TB, s *Store, query string, args ...any) T {
	tb.Helper()
	values := column[T](tb, s, query, args...)
	if len(values) != 1 {
		tb.Fatalf("%s: %d rows", query, len(values))
	}
	return values[0]
}

// sound checks what must hold of a file at any time.
func sound(tb testing.TB, s *Store) {
	tb.Helper()
	if got := one[string](tb, s, "PRAGMA integrity_check"); got != "ok" {
		tb.Errorf("integrity_check: %s", got)
	}
	if err := s.check(context.Background(), s.blueprint.newest()); err != nil {
		tb.Errorf("check: %v", err)
	}
}

// wantCode checks that err is a data.Error of the code with a sentence.
func wantCode(tb testing.TB, err error, code data.Code) {
	tb.Helper()
	if !data.IsCode(err, code) {
		tb.Fatalf("got error %v, want code %s", err, code)
	}
}

func TestCreateMakesACommunityFile(t *testing.T) {
	s := sampleStore(t)
	header, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	if got := string(header[applicationIDAt : applicationIDAt+4]); got != "CoPL" {
		t.Errorf("application id %q", got)
	}
	if header[18] != 1 || header[19] != 1 {
		t.Errorf("the file is not in the rollback journal's format: %d %d", header[18], header[19])
	}
	left, err := os.ReadDir(filepath.Dir(s.Path()))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range left {
		names = append(names, e.Name())
	}
	sort.Strings(names)
	if got, want := fmt.Sprint(names), fmt.Sprint([]string{filepath.Base(s.Path()), filepath.Base(s.Path()) + ".lock"}); got != want {
		t.Errorf("the folder holds %s, want %s", got, want)
	}
}

func TestCreateNeverOverwrites(t *testing.T) {
	path := filepath.Join(t.TempDir(), "taken.cop")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Create(context.Background(), path, sampleOptions(t))
	wantCode(t, err, data.CodeExists)
	if got, _ := os.ReadFile(path); string(got) != "mine" {
		t.Errorf("the file became %q", got)
	}
}

func TestEveryConnectionIsSetUp(t *testing.T) {
	s := sampleStore(t)
	for pragma, want := range map[string]int{
		"foreign_keys": 1, "recursive_triggers": 1, "trusted_schema": 0, "cell_size_check": 1,
		"mmap_size": 0, "secure_delete": 1, "synchronous": 2, "busy_timeout": 5000, "locking_mode": -1,
	} {
		if pragma == "locking_mode" {
			if got := one[string](t, s, "PRAGMA locking_mode"); got != "normal" {
				t.Errorf("locking_mode is %s", got)
			}
			continue
		}
		if got := one[int](t, s, "PRAGMA "+pragma); got != want {
			t.Errorf("%s is %d, want %d", pragma, got, want)
		}
	}
	if got := one[string](t, s, "PRAGMA journal_mode"); got != "delete" {
		t.Errorf("journal_mode is %s", got)
	}
}

func TestEveryTableIsJournalledOrAnException(t *testing.T) {
	b, err := standard()
	if err != nil {
		t.Fatal(err)
	}
	l, err := b.layout(context.Background(), b.newest())
	if err != nil {
		t.Fatal(err)
	}
	exceptions := 0
	for row := range l.schema {
		if !strings.HasPrefix(row, `["table",`) || strings.HasPrefix(row, `["table","sqlite_`) {
			continue
		}
		name := strings.Split(row, `"`)[3]
		if unjournalled[name] {
			exceptions++
			continue
		}
		for _, op := range []string{"insert", "update", "delete"} {
			found := false
			for _, made := range l.triggers {
				found = found || made.name == "journal_"+name+"_"+op
			}
			if !found {
				t.Errorf("table %s has no trigger for %s and is no exception", name, op)
			}
		}
	}
	if exceptions != len(unjournalled) {
		t.Errorf("%d of %d exceptions exist", exceptions, len(unjournalled))
	}
	if len(l.tables) < 40 {
		t.Errorf("only %d tables are journalled", len(l.tables))
	}
}

func TestLayoutRefusesWhatTheJournalCannotKeep(t *testing.T) {
	for name, schema := range map[string]string{
		"not strict":     "CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT)",
		"without rowid":  "CREATE TABLE a (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
		"ids reused":     "CREATE TABLE a (id INTEGER PRIMARY KEY, b TEXT) STRICT",
		"no id":          "CREATE TABLE a (b TEXT) STRICT",
		"composite key":  "CREATE TABLE a (id INTEGER, b TEXT, PRIMARY KEY (id, b)) STRICT -- AUTOINCREMENT",
		"id not first":   "CREATE TABLE a (b TEXT, id INTEGER PRIMARY KEY AUTOINCREMENT) STRICT",
		"nocase":         "CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, b TEXT COLLATE NOCASE) STRICT",
		"blob":           "CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, b BLOB) STRICT",
		"any":            "CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, b ANY) STRICT",
		"generated":      "CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, b TEXT, c TEXT AS (b || b)) STRICT",
		"restrict":       "CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, b INTEGER REFERENCES a(id) ON DELETE RESTRICT) STRICT",
		"update cascade": "CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, b INTEGER REFERENCES a(id) ON UPDATE CASCADE) STRICT",
		"odd table":      `CREATE TABLE "a b" (id INTEGER PRIMARY KEY AUTOINCREMENT) STRICT`,
		"odd column":     `CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, "b'c" TEXT) STRICT`,
	} {
		b, err := newBlueprint(fstest.MapFS{
			"001_a.sql":       {Data: []byte(schema + "\n;")},
			"001_journal.sql": {Data: readEmbedded(t, "001_journal.sql")},
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := b.layout(context.Background(), 1); err == nil {
			t.Errorf("%s: accepted", name)
		} else if !strings.Contains(err.Error(), "table ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestBlueprintRefusesGapsAndOddNames(t *testing.T) {
	for _, names := range [][]string{{}, {"002_a.sql"}, {"001_a.sql", "003_b.sql"}, {"000_a.sql"}, {"first.sql"}, {"001_A.sql"}} {
		files := fstest.MapFS{}
		for _, n := range names {
			files[n] = &fstest.MapFile{Data: []byte("SELECT 1")}
		}
		if _, err := newBlueprint(files); err == nil {
			t.Errorf("%v: accepted", names)
		}
	}
}
