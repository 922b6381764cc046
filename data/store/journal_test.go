package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"testing"

	"copleader/data"
)

const newMember = "INSERT INTO member (name) VALUES ('Bo')"

func TestWritingOutsideAnActIsRefused(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "start", newMember, "INSERT INTO setting (name) VALUES ('a')")
	before := content(t, s)
	for _, statement := range []string{
		newMember,
		"INSERT OR IGNORE INTO member (name) VALUES ('Bo')",
		"INSERT OR REPLACE INTO setting (name) VALUES ('a')",
		"INSERT OR FAIL INTO member (name) VALUES ('Bo')",
		"UPDATE member SET name = 'Cy'",
		"UPDATE OR IGNORE member SET name = 'Cy'",
		"UPDATE OR REPLACE member SET name = 'Cy'",
		"DELETE FROM member",
	} {
		if _, err := s.db.Exec(statement); err == nil || !strings.Contains(err.Error(), "written outside an act") {
			t.Errorf("%s: %v", statement, err)
		}
	}
	if got := content(t, s); got != before {
		t.Errorf("something was written:%s", difference(got, before))
	}
}

func TestIDsCannotBeChanged(t *testing.T) {
	s := sampleStore(t)
	err := try(s, Deed{Key: "renumber"}, newMember, "UPDATE member SET id = 7")
	if err == nil || !strings.Contains(err.Error(), "the id of a row was changed") {
		t.Fatalf("got %v", err)
	}
}

func TestAFailedActLeavesNothing(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "start", newMember)
	before := content(t, s)

	boom := errors.New("boom")
	err := s.act(context.Background(), Deed{Key: "fail"}, func(ctx context.Context, tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, newMember); err != nil {
			return err
		}
		return boom
	})
	if !errors.Is(err, boom) {
		t.Fatalf("got %v", err)
	}
	func() {
		defer func() { _ = recover() }()
		_ = s.act(context.Background(), Deed{Key: "panic"}, func(ctx context.Context, tx *sql.Tx) error {
			_, _ = tx.ExecContext(ctx, newMember)
			panic("boom")
		})
	}()
	cancelled, cancel := context.WithCancel(context.Background())
	err = s.act(cancelled, Deed{Key: "give up"}, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, newMember)
		cancel()
		return err
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}

	if got := content(t, s); got != before {
		t.Errorf("something was kept:%s", difference(got, before))
	}
	if got := column[string](t, s, "SELECT key FROM act"); len(got) != 1 {
		t.Errorf("acts: %q", got)
	}
	sound(t, s)
}

func TestAnActInsideAnActIsRefused(t *testing.T) {
	s := sampleStore(t)
	var inner, reading, undoing error
	err := s.act(context.Background(), Deed{Key: "outer"}, func(ctx context.Context, tx *sql.Tx) error {
		inner = s.act(ctx, Deed{Key: "inner"}, func(context.Context, *sql.Tx) error { return nil })
		_, reading = s.Acts(ctx, 1)
		_, undoing = s.Undo(ctx)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{inner, reading, undoing} {
		if err == nil {
			t.Error("was let in")
		}
	}
}

func TestAnActWithoutChangeIsDropped(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "start", newMember)
	told := 0
	s.Subscribe(func(Change) { told++ })
	do(t, s, "nothing", "UPDATE member SET name = name", "DELETE FROM event")
	if d, _ := s.NextUndo(context.Background()); d.Key != "start" {
		t.Errorf("next undo is %q", d.Key)
	}
	if told != 0 {
		t.Errorf("told %d times", told)
	}
}

func TestUpdatesKeepOnlyTheColumnsThatDiffer(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "start", "INSERT INTO member (name, note) VALUES ('Bo', NULL)")
	do(t, s, "case", "UPDATE member SET name = 'BO', note = NULL, weight = 1.5")
	got := one[string](t, s, "SELECT before || after FROM change WHERE op = 'update'")
	if want := `{"name":"Bo","weight":null}{"name":"BO","weight":1.5}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestReadOnlyStoreWritesNothing(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "add", newMember)
	ctx := context.Background()
	o := sampleOptions(t)
	o.ReadOnly = true
	reader, err := Open(ctx, s.Path(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer shut(t, reader)
	wantCode(t, try(reader, Deed{Key: "add"}, newMember), data.CodeReadOnly)
	wantCode(t, second(reader.Undo(ctx)), data.CodeReadOnly)
	wantCode(t, second(reader.Redo(ctx)), data.CodeReadOnly)
	wantCode(t, second(reader.Thin(ctx, Keep{Bytes: 1})), data.CodeReadOnly)
	if _, ok := reader.NextUndo(ctx); ok {
		t.Error("offers to undo")
	}
	if reader.Because() != nil {
		t.Errorf("because %v", reader.Because())
	}
	if acts, err := reader.Acts(ctx, 5); err != nil || len(acts) != 1 {
		t.Errorf("%d acts, %v", len(acts), err)
	}
}
