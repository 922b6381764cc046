package store

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"copleader/data"
)

func TestFieldVisitIsOneAct(t *testing.T) {
	s := sampleStore(t)
	ctx := context.Background()
	do(t, s, "add", newMember, newMember)
	visit := Deed{Key: "change a note", Visit: Visit{Table: "member", ID: 1, Field: "note"}}
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
		func() { s.endVisit() },
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
	visit := Deed{Key: "visit", Visit: Visit{Field: "v"}}
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

func TestVisitIsNotTakenUpAgainAfterAnotherDeed(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "add", newMember)
	visit := Deed{Key: "visit", Visit: Visit{Field: "v"}}
	must(t, try(s, visit, "UPDATE member SET points = 1"))
	do(t, s, "other", "UPDATE member SET points = 2")
	s.visit.set(visit.Visit, 2) // as two programs, or two goroutines at once, might see it
	must(t, try(s, visit, "UPDATE member SET points = 3"))
	if d, _ := s.NextUndo(context.Background()); d.Key != "visit" {
		t.Errorf("next undo is %q", d.Key)
	}
	undo(t, s)
	if got := one[int](t, s, "SELECT points FROM member"); got != 2 {
		t.Errorf("%d points", got)
	}
}

func TestVisitDoesNotJoinOverAnEditPastTheJournal(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "add", newMember)
	visit := Deed{Key: "visit", Visit: Visit{Field: "v"}}
	must(t, try(s, visit, "UPDATE member SET points = 1"))
	trigger := one[string](t, s, "SELECT sql FROM sqlite_schema WHERE name = 'journal_member_update'")
	raw(t, s, "DROP TRIGGER journal_member_update", "UPDATE member SET points = 7", trigger)
	must(t, try(s, visit, "UPDATE member SET points = 2"))
	if n := one[int](t, s, "SELECT count(*) FROM change WHERE op = 'update'"); n != 2 {
		t.Errorf("%d changes", n)
	}
	wantCode(t, second(s.Undo(context.Background())), data.CodeChangedElsewhere)
}

// Given visits of which each differs from the one before in one part, then each is an act of its own, and so is every
// deed without a visit.
func TestVisitsThatDifferAreActsOfTheirOwn(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "add", newMember)
	visits := []Visit{{"member", 1, "note", "", 1}, {"member", 1, "note", "", 2}, {"member", 1, "site", "", 2}, {"member", 2, "site", "", 2},
		{"event", 2, "site", "", 2}, {"event", 2, "site", "meeting", 2}, {}, {}}
	for i, v := range visits {
		must(t, try(s, Deed{Key: "visit", Visit: v}, fmt.Sprintf("UPDATE member SET points = %d", i)))
		must(t, try(s, Deed{Key: "visit", Visit: v}, fmt.Sprintf("UPDATE member SET points = %d", 10+i)))
	}
	if got, want := one[int](t, s, "SELECT count(*) FROM act WHERE key = 'visit'"), len(visits)+2; got != want {
		t.Errorf("%d acts, want %d", got, want)
	}
	if v := (Visit{Field: "note", Place: "pane", N: 3}).to("member", 7); v != (Visit{"member", 7, "note", "pane", 3}) || (Visit{N: 3}).to("member", 7) != (Visit{}) {
		t.Errorf("a visit to a field of a row is %v", v)
	}
}
