package store

import (
	"context"
	"database/sql"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"copleader/data"
)

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

// Rows that refer to each other in a ring come back together. Removing such a ring
// again by redo would set the cascade off in the middle of the record; that is
// refused, and no table of the community can hold one.
func TestRowsThatReferToEachOtherComeBack(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "start", "INSERT INTO item (title, rank) VALUES ('a', 1), ('b', 2), ('c', 3)",
		"UPDATE item SET parent_id = id % 3 + 1")
	before := content(t, s)
	do(t, s, "remove one and so all", "DELETE FROM item WHERE id = 1")
	if n := one[int](t, s, "SELECT count(*) FROM item"); n != 0 {
		t.Fatalf("%d items are left", n)
	}
	undo(t, s)
	if got := content(t, s); got != before {
		t.Errorf("%s", difference(got, before))
	}
	wantCode(t, second(s.Redo(context.Background())), data.CodeChangedElsewhere)
	if got := content(t, s); got != before {
		t.Errorf("%s", difference(got, before))
	}
}

func TestNoCascadeOfTheCommunityIsARing(t *testing.T) {
	ctx := context.Background()
	b, err := standard()
	must(t, err)
	db := connectMemory()
	defer shut(t, db)
	for _, step := range b.steps {
		_, err := db.Exec(step.sql)
		must(t, err)
	}
	l, err := b.layout(ctx, b.newest())
	must(t, err)
	onto := map[string][]string{} // a table and those whose rows go with its rows
	for _, table := range l.tables {
		owners, err := gather(ctx, db, func(r *sql.Rows) (s string, err error) { return s, r.Scan(&s) },
			`SELECT "table" FROM pragma_foreign_key_list(?) WHERE on_delete = 'CASCADE'`, table.name)
		must(t, err)
		for _, owner := range owners {
			onto[owner] = append(onto[owner], table.name)
		}
	}
	if len(onto) < 5 {
		t.Fatalf("only %d tables with cascades were found", len(onto))
	}
	var walk func(name string, path []string)
	walk = func(name string, path []string) {
		if slices.Contains(path, name) {
			t.Fatalf("a ring: %v %s", path, name)
		}
		for _, next := range onto[name] {
			walk(next, append(slices.Clone(path), name))
		}
	}
	for name := range onto {
		walk(name, nil)
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

func TestValuesComeBackExactly(t *testing.T) {
	s := sampleStore(t)
	rnd := rand.New(rand.NewPCG(1, 2))
	n := 10000
	if testing.Short() {
		n = 1000
	}
	err := s.act(context.Background(), Deed{Key: "numbers"}, func(ctx context.Context, tx *sql.Tx) error {
		insert, err := tx.PrepareContext(ctx, "INSERT INTO member (name, weight, points) VALUES (?, ?, ?)")
		if err != nil {
			return err
		}
		defer shut(t, insert)
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

// Given a record that was changed behind the journal's back, when many deeds are taken back over it, then none is.
func TestUndoFromIsAllOrNothing(t *testing.T) {
	s := sampleStore(t)
	ctx := context.Background()
	for _, name := range []string{"Ana", "Bo", "Cem"} {
		do(t, s, "add", "INSERT INTO member (name) VALUES ('"+name+"')")
	}
	acts, err := s.Acts(ctx, 3)
	must(t, err)
	raw(t, s, "UPDATE change SET after = json_set(after, '$.name', 'Forged') WHERE act_id = (SELECT max(act_id) - 1 FROM change)")
	before := content(t, s)
	wantCode(t, second(s.UndoFrom(ctx, acts[2].ID, acts[0].ID)), data.CodeChangedElsewhere)
	if got := content(t, s); got != before {
		t.Errorf("some were taken back: %s", difference(got, before))
	}
	sound(t, s)
}
