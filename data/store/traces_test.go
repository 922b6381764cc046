package store

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"strings"
	"testing"

	"copleader/data"
)

func TestErasureLeavesNoTrace(t *testing.T) {
	s := sampleStore(t)
	ctx := context.Background()
	do(t, s, "others", newMember)
	if err := try(s, Deed{Key: "add %s", Args: []any{"Zaphod Beeblebrox"}},
		"INSERT INTO member (name, note) VALUES ('Zaphod Beeblebrox', 'Heart of Gold')",
		"INSERT INTO event (title, host_id) VALUES ('Party', 2)",
		"INSERT INTO attendance (event_id, member_id) VALUES (1, 2), (1, 1)"); err != nil {
		t.Fatal(err)
	}
	if err := try(s, Deed{Key: "thank %s for %s, %d times", Args: []any{Name{"member", 2}, "Heart of Gold", 3}},
		"UPDATE member SET points = 3 WHERE id = 1"); err != nil {
		t.Fatal(err)
	}
	do(t, s, "rename", "UPDATE member SET name = 'Zaphod B' WHERE id = 2")
	err := s.actForGood(ctx, Deed{Key: "forget a person"}, func(ctx context.Context, tx *sql.Tx) (traces, error) {
		_, err := tx.ExecContext(ctx, "DELETE FROM member WHERE id = 2")
		return traces{rows: []Name{{"member", 2}}}, err
	})
	if err != nil {
		t.Fatal(err)
	}
	if d, ok := s.NextUndo(ctx); ok {
		t.Errorf("%q can be undone", d.Key)
	}
	wantCode(t, second(s.Undo(ctx)), data.CodeNothing)
	if n := one[int](t, s, "SELECT count(*) FROM change WHERE tbl = 'member' AND row_id = 2 OR tbl = 'attendance' AND row_id = 1"); n != 0 {
		t.Errorf("%d changes are left", n)
	}
	if n := one[int](t, s, "SELECT count(*) FROM change WHERE tbl = 'attendance'"); n != 1 {
		t.Errorf("%d changes of others' attendance are left, want 1", n)
	}
	acts, err := s.Acts(ctx, 10)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprint(acts[2].Deed.Args), fmt.Sprint([]any{data.Say("a former member"), "…", 3}); got != want {
		t.Errorf("args %s, want %s", got, want)
	}
	sound(t, s)
	shut(t, s)
	raw, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"Zaphod", "Heart of Gold"} {
		if strings.Contains(string(raw), word) {
			t.Errorf("%q is still in the file", word)
		}
	}
}

func second[T any](_ T, err error) error { return err }
