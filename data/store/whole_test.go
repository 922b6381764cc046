package store_test

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// meddled runs statements in a closed file past its triggers, as an editor of
// databases could, and leaves the triggers as they were.
func meddled(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite3", store.Source(path, "rw"))
	ok(t, err)
	defer func() { _ = db.Close() }()
	db.SetMaxOpenConns(1)
	_, err = db.Exec("PRAGMA synchronous = OFF")
	ok(t, err)
	rows, err := db.Query("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
	ok(t, err)
	made := map[string]string{}
	for rows.Next() {
		var name, text string
		ok(t, rows.Scan(&name, &text))
		made[name] = text
	}
	ok(t, rows.Close())
	for name := range made {
		_, err := db.Exec("DROP TRIGGER " + name)
		ok(t, err)
	}
	for _, s := range statements {
		_, err := db.Exec(s)
		ok(t, err)
	}
	for _, text := range made {
		_, err := db.Exec(text)
		ok(t, err)
	}
}

// Given one row that no program of ours could have written, then the file is
// damaged: it says where, is not touched, and no copy of it is called proven.
func TestOneRowThatCannotBeReadIsDamage(t *testing.T) {
	for statement, place := range map[string]string{
		"UPDATE member SET joined_on = 'date' WHERE id = 3":                "row 3 of “member”",
		"UPDATE member SET left_on = '2026-02-31' WHERE id = 4":            "row 4 of “member”",
		"UPDATE member SET kind = 'emperor' WHERE id = 5":                  "row 5 of “member”",
		"UPDATE event SET day = 'soon' WHERE id = 2":                       "row 2 of “event”",
		"UPDATE item SET board_column = 'limbo' WHERE id = 6":              "row 6 of “item”",
		"INSERT INTO road_mark (step, day) VALUES (1, '21 November 2026')": "of “road_mark”",
	} {
		t.Run(statement, func(t *testing.T) {
			s := datatest.Demo(t)
			ctx := context.Background()
			copied := filepath.Join(t.TempDir(), "test 2026-11-20 093000.cop")
			ok(t, s.Copy(ctx, copied))
			ok(t, s.Close())
			meddled(t, s.Path(), statement)
			meddled(t, copied, statement)
			before, err := os.ReadFile(s.Path())
			ok(t, err)

			for _, readOnly := range []bool{true, false} {
				_, err = store.Open(ctx, s.Path(), store.Options{ReadOnly: readOnly})
				if !data.IsCode(err, data.CodeDamaged) || !strings.Contains(err.Error(), place) || !strings.Contains(err.Error(), "It was left as it is") {
					t.Errorf("opening: %v", err)
				}
			}
			if after, _ := os.ReadFile(s.Path()); string(after) != string(before) {
				t.Error("the file was written")
			}
			whole := datatest.Demo(t)
			if err := whole.Prove(ctx, copied); !data.IsCode(err, data.CodeDamaged) {
				t.Errorf("proving: %v", err)
			}
			for _, c := range store.CopiesIn(ctx, datatest.Now(), filepath.Dir(copied)) {
				if err := store.RestoreAs(ctx, c, filepath.Join(t.TempDir(), "restored.cop"), store.Options{}); !data.IsCode(err, data.CodeDamaged) {
					t.Errorf("restoring: %v", err)
				}
			}
		})
	}
}

// Given texts longer and numbers larger than may be typed, then nothing is damaged:
// such limits change.
func TestLimitsOfTypingAreNoDamage(t *testing.T) {
	s := datatest.Demo(t)
	ok(t, s.Close())
	meddled(t, s.Path(), "UPDATE member SET name = printf('%.*c', 5000, 'x'), email = 'no address', joined_on = '1850-01-01' WHERE id = 3",
		"UPDATE event SET length_minutes = 100000 WHERE id = 2")
	again, err := store.Open(context.Background(), s.Path(), store.Options{Clock: datatest.Now})
	ok(t, err)
	ok(t, again.Close())
}
