package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/mattn/go-sqlite3"

	"copleader/data"
)

// stranger opens a database as another program might, with nothing set.
func stranger(tb testing.TB, path string) *sql.DB {
	tb.Helper()
	db := sql.OpenDB(connector{&sqlite3.SQLiteDriver{}, dataSource(path, nil)})
	db.SetMaxOpenConns(1)
	tb.Cleanup(func() { _ = db.Close() })
	return db
}

// closedSample is the path of a community file with some content, open nowhere.
func closedSample(tb testing.TB) string {
	tb.Helper()
	s := sampleStore(tb)
	do(tb, s, "start", "INSERT INTO member (name) VALUES ('Bo'), ('Ed')", "INSERT INTO event (title, host_id) VALUES ('Talk', 1)",
		"INSERT INTO attendance (event_id, member_id) VALUES (1, 2)")
	do(tb, s, "more", "INSERT INTO member (name, note) WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 200) SELECT 'm' || i, hex(randomblob(50)) FROM n")
	if err := s.Close(); err != nil {
		tb.Fatal(err)
	}
	return s.Path()
}

// spoil lets another program change the file.
func spoil(statements ...string) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		db := stranger(t, path)
		for _, statement := range statements {
			if _, err := db.Exec(statement); err != nil {
				t.Fatalf("%s: %v", statement, err)
			}
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func overwrite(at int64, b ...byte) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			t.Fatal(err)
		}
		defer shut(t, f)
		if _, err := f.WriteAt(b, at); err != nil {
			t.Fatal(err)
		}
	}
}

func replaceWith(content []byte) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

const swapRoots = `UPDATE sqlite_schema SET rootpage = (SELECT s.rootpage FROM sqlite_schema s WHERE s.name = 'item') WHERE name = 'member'`

func TestFilesThatAreNoCommunityOrBrokenAreRefusedUntouched(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*testing.T, string)
		code  data.Code
	}{
		"empty":                 {replaceWith(nil), data.CodeNotCommunity},
		"one byte":              {replaceWith([]byte("S")), data.CodeNotCommunity},
		"text":                  {replaceWith(bytes.Repeat([]byte("Dear members,\n"), 500)), data.CodeNotCommunity},
		"only the magic":        {replaceWith([]byte(sqliteMagic)), data.CodeNotCommunity},
		"another program's":     {spoil("PRAGMA application_id = 12345"), data.CodeNotCommunity},
		"no application":        {spoil("PRAGMA application_id = 0"), data.CodeNotCommunity},
		"newer":                 {spoil("PRAGMA user_version = 99"), data.CodeNewer},
		"newer, write-ahead":    {spoil("PRAGMA user_version = 99", "PRAGMA journal_mode = WAL"), data.CodeNewer},
		"much newer":            {spoil("PRAGMA user_version = 2000000000"), data.CodeNewer},
		"no version":            {spoil("PRAGMA user_version = 0"), data.CodeDamaged},
		"negative version":      {spoil("PRAGMA user_version = -1"), data.CodeDamaged},
		"truncated":             {func(t *testing.T, p string) { must(t, os.Truncate(p, 5000)) }, data.CodeDamaged},
		"only a header":         {func(t *testing.T, p string) { must(t, os.Truncate(p, 100)) }, data.CodeDamaged},
		"odd page size":         {overwrite(16, 0, 7), data.CodeDamaged},
		"first page broken":     {overwrite(100, bytes.Repeat([]byte{0xEE}, 300)...), data.CodeDamaged},
		"a page broken":         {breakPage("member"), data.CodeDamaged},
		"extra table":           {spoil("CREATE TABLE evil (a)"), data.CodeDamaged},
		"extra index":           {spoil("CREATE INDEX evil ON member (name)"), data.CodeDamaged},
		"extra view":            {spoil("CREATE VIEW evil AS SELECT 1"), data.CodeDamaged},
		"extra trigger":         {spoil("CREATE TRIGGER evil AFTER INSERT ON member BEGIN DELETE FROM event; END"), data.CodeDamaged},
		"a trigger less":        {spoil("DROP TRIGGER journal_member_delete"), data.CodeDamaged},
		"a trigger replaced":    {spoil("DROP TRIGGER journal_member_delete", "CREATE TRIGGER journal_member_delete AFTER DELETE ON member BEGIN SELECT 1; END"), data.CodeDamaged},
		"a table less":          {spoil("DROP TABLE setting"), data.CodeDamaged},
		"view in table's place": {spoil("DROP TABLE setting", "CREATE VIEW setting AS SELECT 1 AS id, 'a' AS name, 'b' AS choice"), data.CodeDamaged},
		"extra column":          {spoil("ALTER TABLE member ADD COLUMN evil TEXT"), data.CodeDamaged},
		"statistics":            {spoil("ANALYZE"), data.CodeDamaged},
		"hidden trigger": {spoil("CREATE TRIGGER evil AFTER INSERT ON member BEGIN DELETE FROM event; END",
			"PRAGMA writable_schema = ON", "UPDATE sqlite_schema SET name = 'sqlite_evil' WHERE name = 'evil'"), data.CodeDamaged},
		"roots swapped":     {spoil("PRAGMA writable_schema = ON", swapRoots), data.CodeDamaged},
		"schema unreadable": {spoil("PRAGMA writable_schema = ON", "UPDATE sqlite_schema SET sql = 'CREATE nonsense' WHERE name = 'member'"), data.CodeDamaged},
		"check broken":      {spoil("PRAGMA ignore_check_constraints = ON", "UPDATE open_act SET act_id = 1", "UPDATE event SET title = printf('%.*c', 200, 'x')", "UPDATE open_act SET act_id = NULL"), data.CodeDamaged},
		"reference broken":  {spoil("UPDATE open_act SET act_id = 1", "UPDATE event SET host_id = 9999", "UPDATE open_act SET act_id = NULL"), data.CodeDamaged},
		"act left open":     {spoil("UPDATE open_act SET act_id = 1"), data.CodeDamaged},
		"open act missing":  {spoil("DELETE FROM open_act"), data.CodeDamaged},
		"folder":            {func(t *testing.T, p string) { must(t, os.Remove(p)); must(t, os.Mkdir(p, 0o700)) }, data.CodeNotCommunity},
		"missing":           {func(t *testing.T, p string) { must(t, os.Remove(p)) }, data.CodeNotFound},
		"dangling link":     {func(t *testing.T, p string) { must(t, os.Remove(p)); symlink(t, "nowhere", p) }, data.CodeNotFound},
	} {
		t.Run(name, func(t *testing.T) {
			path := closedSample(t)
			c.spoil(t, path)
			before := fingerprint(t, path)
			for _, readOnly := range []bool{false, true} {
				if readOnly && name == "check broken" {
					continue // SQLite forgets CHECKs where it may not write
				}
				o := sampleOptions(t)
				o.ReadOnly = readOnly
				s, err := Open(context.Background(), path, o)
				if err == nil {
					_ = s.Close()
				}
				wantCode(t, err, c.code)
				if after := fingerprint(t, path); after != before {
					t.Errorf("the folder was %s and is %s", before, after)
				}
			}
		})
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// symlink makes one, where the system has them: Windows lets only some accounts make them, and Wine doesn't follow them.
func symlink(t *testing.T, aim, link string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("not everybody may make symbolic links on Windows")
	}
	must(t, os.Symlink(aim, link))
}

// fingerprint is what lies in the file's folder: names, sizes and content.
func fingerprint(t *testing.T, path string) string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	must(t, err)
	var b strings.Builder
	for _, e := range entries {
		content, err := os.ReadFile(filepath.Join(filepath.Dir(path), e.Name()))
		if err != nil {
			content = []byte(err.Error())
		}
		fmt.Fprintf(&b, "%s %d %x; ", e.Name(), len(content), sha256.Sum256(content))
	}
	return b.String()
}

// breakPage overwrites the root page of a table.
func breakPage(table string) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		db := stranger(t, path)
		var root, size int64
		must(t, db.QueryRow("SELECT rootpage FROM sqlite_schema WHERE name = ?", table).Scan(&root))
		must(t, db.QueryRow("PRAGMA page_size").Scan(&size))
		must(t, db.Close())
		overwrite((root-1)*size, bytes.Repeat([]byte{0xEE}, int(size))...)(t, path)
	}
}

func TestHeaderConstantsMatchTheFormat(t *testing.T) {
	path := closedSample(t)
	header, err := readHeader(path)
	must(t, err)
	if got := binary.BigEndian.Uint32(header[userVersionAt:]); got != 1 {
		t.Errorf("user version %d", got)
	}
	if got := binary.BigEndian.Uint32(header[applicationIDAt:]); got != applicationID {
		t.Errorf("application id %x", got)
	}
}

func TestWriteAheadFilesAreBroughtBack(t *testing.T) {
	path := closedSample(t)
	spoil("PRAGMA journal_mode = WAL")(t, path)
	s, err := Open(context.Background(), path, sampleOptions(t))
	must(t, err)
	do(t, s, "add", newMember)
	must(t, s.Close())
	if header, _ := readHeader(path); header[18] != 1 {
		t.Error("the file is still in write-ahead format")
	}
	if _, err := os.Stat(path + "-wal"); err == nil {
		t.Error("a write-ahead file lies there")
	}
}

func TestDiskFullKeepsNothingOfTheActAndAllBefore(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "start", newMember)
	pages := one[int](t, s, "PRAGMA page_count")
	raw(t, s, fmt.Sprint("PRAGMA max_page_count = ", pages+3))
	before := content(t, s)
	var err error
	for range 50 {
		before = content(t, s)
		err = try(s, Deed{Key: "grow"}, "INSERT INTO member (name, note) VALUES ('big', hex(randomblob(3000)))", "UPDATE member SET points = 1")
		if err != nil {
			break
		}
	}
	wantCode(t, err, data.CodeFull)
	if got := content(t, s); got != before {
		t.Errorf("half of it was kept:%s", difference(got, before))
	}
	raw(t, s, "PRAGMA max_page_count = 1000000")
	do(t, s, "after", newMember)
	sound(t, s)
}

func TestFileMovedOrReplacedWhileOpen(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows lets nobody move or replace an open file")
	}
	for name, c := range map[string]struct {
		move func(*testing.T, string)
		code data.Code
	}{
		"moved":    {func(t *testing.T, p string) { must(t, os.Rename(p, p+".moved")) }, data.CodeMovedAway},
		"removed":  {func(t *testing.T, p string) { must(t, os.Remove(p)) }, data.CodeMovedAway},
		"replaced": {func(t *testing.T, p string) { must(t, os.Rename(p, p+".moved")); replaceWith([]byte("x"))(t, p) }, data.CodeChangedElsewhere},
	} {
		t.Run(name, func(t *testing.T) {
			s := sampleStore(t)
			do(t, s, "start", newMember)
			before := content(t, s)
			c.move(t, s.Path())
			wantCode(t, try(s, Deed{Key: "add"}, newMember), c.code)
			wantCode(t, second(s.Undo(context.Background())), c.code)
			if got := content(t, s); got != before {
				t.Errorf("something was kept:%s", difference(got, before))
			}
			// What was read is not lost: it can be saved under another name.
			if name != "removed" {
				copied := filepath.Join(t.TempDir(), "saved.cop")
				must(t, s.Copy(context.Background(), copied))
				must(t, s.Prove(context.Background(), copied))
			}
		})
	}
}
