package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
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

func TestReplacedRowComesBack(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "start", "INSERT INTO setting (name, choice) VALUES ('a', 'old')")
	before := content(t, s)
	do(t, s, "replace", "INSERT OR REPLACE INTO setting (name, choice) VALUES ('a', 'new')")
	undo(t, s)
	if got := content(t, s); got != before {
		t.Errorf("%s", difference(got, before))
	}
}

func TestIDsAreNotGivenOutAgain(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "add", newMember)
	undo(t, s)
	s = reopen(t, s)
	do(t, s, "add another", newMember)
	if got := one[int](t, s, "SELECT id FROM member"); got != 2 {
		t.Errorf("id %d", got)
	}
}

func TestUndoAndRedoWalkTheStacks(t *testing.T) {
	s := sampleStore(t)
	ctx := context.Background()
	if _, err := s.Undo(ctx); !data.IsCode(err, data.CodeNothing) {
		t.Errorf("undo of nothing: %v", err)
	}
	if _, err := s.Redo(ctx); !data.IsCode(err, data.CodeNothing) {
		t.Errorf("redo of nothing: %v", err)
	}
	for _, key := range []string{"A", "B", "C"} {
		do(t, s, key, newMember)
	}
	if got := undo(t, s) + undo(t, s); got != "CB" {
		t.Errorf("undid %s", got)
	}
	s = reopen(t, s)
	if d, ok := s.NextRedo(ctx); !ok || d.Key != "B" {
		t.Errorf("next redo %q %v", d.Key, ok)
	}
	if got := redo(t, s); got != "B" {
		t.Errorf("redid %s", got)
	}
	if got := undo(t, s); got != "B" {
		t.Errorf("undid %s", got)
	}
	do(t, s, "D", newMember)
	if d, ok := s.NextRedo(ctx); ok {
		t.Errorf("a branch that was left came back: %q", d.Key)
	}
	undo(t, s)
	if got := redo(t, s); got != "D" {
		t.Errorf("redid %s, want D and not the branch that was left", got)
	}
	if d, ok := s.NextRedo(ctx); ok {
		t.Errorf("a branch that was left came back: %q", d.Key)
	}
	if got := undo(t, s) + undo(t, s); got != "DA" {
		t.Errorf("undid %s", got)
	}
	if _, ok := s.NextUndo(ctx); ok {
		t.Error("there is more to undo")
	}
	if got := one[int](t, s, "SELECT count(*) FROM change WHERE act_id IN (SELECT id FROM act WHERE kind <> 'do')"); got != 0 {
		t.Errorf("%d changes of undo and redo were kept", got)
	}
}

func TestFieldVisitIsOneAct(t *testing.T) {
	s := sampleStore(t)
	ctx := context.Background()
	do(t, s, "add", newMember, newMember)
	visit := Deed{Key: "change a note", Visit: "member:1:note"}
	save := func(note string, more ...string) {
		t.Helper()
		if err := try(s, visit, append([]string{"UPDATE member SET note = '" + note + "' WHERE id = 1"}, more...)...); err != nil {
			t.Fatal(err)
		}
	}
	note := func() string { return one[string](t, s, "SELECT coalesce(note, 'none') FROM member WHERE id = 1") }
	changes := func() int { return one[int](t, s, "SELECT count(*) FROM change WHERE op = 'update'") }

	for i := range 21 {
		save(strings.Repeat("x", i+1))
	}
	if n, acts := changes(), one[int](t, s, "SELECT count(*) FROM act"); n != 1 || acts != 2 {
		t.Errorf("%d changes in %d acts", n, acts)
	}
	undo(t, s)
	if note() != "none" {
		t.Errorf("note %q", note())
	}
	redo(t, s)
	if note() != strings.Repeat("x", 21) {
		t.Errorf("note %q", note())
	}

	// After the redo the same visit is an act of its own, and so it is after
	// another deed, after EndVisit and after a restart.
	for i, between := range []func(){
		func() {},
		func() { do(t, s, "other", "UPDATE member SET points = coalesce(points, 0) + 1 WHERE id = 2") },
		func() { s.EndVisit() },
		func() { s = reopen(t, s) },
	} {
		between()
		before := one[int](t, s, "SELECT count(*) FROM act WHERE key = 'change a note'")
		save(fmt.Sprint("note ", i))
		if got := one[int](t, s, "SELECT count(*) FROM act WHERE key = 'change a note'"); got != before+1 {
			t.Errorf("case %d: %d acts, want %d", i, got, before+1)
		}
	}

	// Different columns at each save are joined column by column.
	save("a", "UPDATE member SET folded = 'f' WHERE id = 1")
	save("b")
	save("c", "UPDATE member SET folded = 'g' WHERE id = 1", "UPDATE member SET weight = 2 WHERE id = 1")
	got := one[string](t, s, "SELECT before || after FROM change ORDER BY id DESC LIMIT 1")
	if want := `{"folded":"","note":"note 2","weight":null}{"folded":"g","note":"c","weight":2.0}`; got != want {
		t.Errorf("joined %s, want %s", got, want)
	}
	state := content(t, s)
	undo(t, s)
	redo(t, s)
	if got := content(t, s); got != state {
		t.Errorf("%s", difference(got, state))
	}

	// Typed back to what it was, the visit leaves nothing.
	next, _ := s.NextUndo(ctx)
	do(t, s, "end", "UPDATE member SET points = 99 WHERE id = 2")
	save("typed")
	save("c")
	if d, _ := s.NextUndo(ctx); d.Key != "end" {
		t.Errorf("next undo is %q (%q)", d.Key, next.Key)
	}
	sound(t, s)
}

func TestVisitDoesNotJoinWhatDoesNotFollow(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "add", newMember, newMember)
	visit := Deed{Key: "visit", Visit: "v"}
	for i := range 3 {
		if err := try(s, visit, fmt.Sprintf("UPDATE member SET points = %d WHERE id = 1", i), fmt.Sprintf("UPDATE member SET points = %d WHERE id = 2", i)); err != nil {
			t.Fatal(err)
		}
	}
	if got := one[int](t, s, "SELECT count(*) FROM change WHERE op = 'update'"); got != 6 {
		t.Errorf("%d changes", got)
	}
	state := content(t, s)
	undo(t, s)
	redo(t, s)
	if got := content(t, s); got != state {
		t.Errorf("%s", difference(got, state))
	}
}

func TestValuesComeBackExactly(t *testing.T) {
	s := sampleStore(t)
	rnd := rand.New(rand.NewPCG(1, 2))
	n := 20000
	if testing.Short() {
		n = 2000
	}
	err := s.act(context.Background(), Deed{Key: "numbers"}, func(ctx context.Context, tx *sql.Tx) error {
		insert, err := tx.PrepareContext(ctx, "INSERT INTO member (name, weight, points) VALUES (?, ?, ?)")
		if err != nil {
			return err
		}
		defer insert.Close()
		for i := range n {
			f := math.Float64frombits(rnd.Uint64())
			switch i % 4 {
			case 1:
				f = float64(rnd.IntN(1e9)) / 1000
			case 2:
				f = 1 / float64(1+rnd.IntN(1e6))
			}
			if math.IsNaN(f) || f == 0 {
				f = math.Inf(1) // SQLite itself keeps neither NaN nor −0
			}
			if _, err := insert.ExecContext(ctx, string(rune(i)), f, rnd.Int64()*int64(1-2*rnd.IntN(2))); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	bits := func() []uint64 {
		fs := column[float64](t, s, "SELECT weight FROM member ORDER BY id")
		out := make([]uint64, len(fs))
		for i, f := range fs {
			out[i] = math.Float64bits(f)
		}
		return out
	}
	rest := "SELECT hex(name) || ' ' || points FROM member ORDER BY id"
	before, texts := bits(), column[string](t, s, rest)
	do(t, s, "remove all", "DELETE FROM member")
	undo(t, s)
	after, again := bits(), column[string](t, s, rest)
	for i := range before {
		if before[i] != after[i] || texts[i] != again[i] {
			t.Fatalf("row %d: %x %s became %x %s", i, before[i], texts[i], after[i], again[i])
		}
	}
	if len(after) != n {
		t.Fatalf("%d rows", len(after))
	}
}

func TestPublishedTablesAndVersions(t *testing.T) {
	s := sampleStore(t)
	ctx := context.Background()
	var heard []string
	quiet := s.Subscribe(func(c Change) {
		heard = append(heard, strings.Join(c.Tables, " "))
		if _, err := s.Acts(ctx, 1); err != nil { // a listener may use the store
			t.Error(err)
		}
	})
	versions := func() [2]uint64 {
		if err := s.read(ctx, func(context.Context, querier) error { return nil }); err != nil {
			t.Fatal(err)
		}
		return [2]uint64{s.tableVersion("member"), s.tableVersion("event")}
	}
	v0 := versions()
	do(t, s, "add", newMember, "INSERT INTO attendance (event_id, member_id) SELECT 1, 1 WHERE 0")
	v1 := versions()
	do(t, s, "both", newMember, "INSERT INTO event (title, host_id) VALUES ('x', 1)")
	v2 := versions()
	undo(t, s)
	v3 := versions()
	_ = try(s, Deed{Key: "fails"}, newMember, "nonsense")
	v4 := versions()
	quiet()
	do(t, s, "unheard", newMember)

	if got, want := strings.Join(heard, "|"), "member|event member|event member"; got != want {
		t.Errorf("heard %q, want %q", got, want)
	}
	if v1[0] == v0[0] || v1[1] != v0[1] || v2[0] == v1[0] || v2[1] == v1[1] || v3[1] == v2[1] || v4 != v3 {
		t.Errorf("versions %v %v %v %v %v", v0, v1, v2, v3, v4)
	}
	c := Change{Tables: []string{"event", "member"}}
	if !c.Touches("a", "member") || c.Touches("item", "events") {
		t.Error("Touches is wrong")
	}
}

func TestWritesOfOthersAreNoticed(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "add", newMember)
	o := sampleOptions(t)
	other, err := Open(context.Background(), s.Path(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	var heard []string
	other.Subscribe(func(c Change) { heard = c.Tables })
	for _, want := range []bool{false, false} {
		if changed, err := other.Notice(context.Background()); err != nil || changed != want {
			t.Fatalf("changed %v, %v", changed, err)
		}
	}
	before := other.tableVersion("item")
	do(t, s, "add", newMember)
	if changed, err := other.Notice(context.Background()); err != nil || !changed {
		t.Fatalf("changed %v, %v", changed, err)
	}
	if len(heard) != len(other.layout.tables) || other.tableVersion("item") == before {
		t.Errorf("heard %v", heard)
	}
	heard = nil
	do(t, s, "add", newMember)
	if _, err := other.Acts(context.Background(), 1); err != nil || heard == nil {
		t.Errorf("reading did not notice: %v", err)
	}
}

func TestUndoOfAnImportOfManyRows(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "import", "INSERT INTO member (name) WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 1203) SELECT 'm' || i FROM n")
	full := content(t, s)
	undo(t, s)
	if n := one[int](t, s, "SELECT count(*) FROM member"); n != 0 {
		t.Errorf("%d members left", n)
	}
	redo(t, s)
	if got := content(t, s); got != full {
		t.Errorf("%s", difference(got, full))
	}
}

func TestThinningForgetsTheOldestActs(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "first", newMember)
	for range 210 {
		do(t, s, "again", "UPDATE member SET points = coalesce(points, 0) + 1")
	}
	undo(t, s)
	state := content(t, s)
	forgotten, err := s.Thin(context.Background(), 5)
	if err != nil || forgotten != 12 {
		t.Fatalf("forgot %d: %v", forgotten, err)
	}
	if n := one[int](t, s, "SELECT count(*) FROM act"); n != 200 {
		t.Errorf("%d acts are left", n)
	}
	if n := one[int](t, s, "SELECT count(*) FROM change WHERE act_id NOT IN (SELECT id FROM act)"); n != 0 {
		t.Errorf("%d changes without an act", n)
	}
	redo(t, s)
	undo(t, s)
	if got := content(t, s); got != state {
		t.Errorf("%s", difference(got, state))
	}
	undone := 0
	for {
		if _, err := s.Undo(context.Background()); err != nil {
			wantCode(t, err, data.CodeNothing)
			break
		}
		undone++
	}
	if undone < 190 || one[int](t, s, "SELECT count(*) FROM member") != 1 {
		t.Errorf("undid %d of what remains", undone)
	}
	sound(t, s)
}

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
	err := s.actForGood(ctx, Deed{Key: "erase a person"}, []Name{{"member", 2}}, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "DELETE FROM member WHERE id = 2")
		return err
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
	s.Close()
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
	defer reader.Close()
	wantCode(t, try(reader, Deed{Key: "add"}, newMember), data.CodeReadOnly)
	wantCode(t, second(reader.Undo(ctx)), data.CodeReadOnly)
	wantCode(t, second(reader.Redo(ctx)), data.CodeReadOnly)
	wantCode(t, second(reader.Thin(ctx, 0)), data.CodeReadOnly)
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
