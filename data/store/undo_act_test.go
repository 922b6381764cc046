package store_test

import (
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// Given a removal, then undoing it brings back what was removed, but only as long as nothing was done since.
func TestUndoOfARemoval(t *testing.T) {
	s := datatest.Demo(t)
	there := func() bool {
		_, there := datatest.Read(t, s).MemberByID(5)
		return there
	}
	removal, err := store.Rows(s, store.Members).Remove(ctx, 5)
	ok(t, err)
	if err := removal.Undo(ctx); err != nil || !there() {
		t.Fatalf("brought back: %v, %v", there(), err)
	}
	if err := removal.Undo(ctx); !data.IsCode(err, data.CodeNothing) {
		t.Errorf("undoing twice: %v", err)
	}
	removal, err = store.Rows(s, store.Members).Remove(ctx, 5)
	ok(t, err)
	ok(t, store.Rows(s, store.Members).Change(ctx, 6, store.Visit{}, func(m *data.Member) { m.Site = "Bonn" }))
	if err := removal.Undo(ctx); !data.IsCode(err, data.CodeNothing) || there() {
		t.Errorf("undoing after another deed: %v", err)
	}
	if m, _ := datatest.Read(t, s).MemberByID(6); m.Site != "Bonn" {
		t.Errorf("the other deed was undone: %q", m.Site)
	}
}

// Given two removals that are called the same, then the undoing of each brings back its own row and never the other.
func TestUndoOfOneOfTwoRemovals(t *testing.T) {
	s := datatest.Demo(t)
	rows := func() (ids []int64) {
		for _, c := range datatest.Read(t, s).Contributions {
			ids = append(ids, c.ID)
		}
		return ids
	}
	all := rows()
	first, err := store.Rows(s, store.Contributions).Remove(ctx, 1)
	ok(t, err)
	second, err := store.Rows(s, store.Contributions).Remove(ctx, 2)
	ok(t, err)
	if err := first.Undo(ctx); !data.IsCode(err, data.CodeNothing) || len(rows()) != len(all)-2 {
		t.Errorf("the first, while the second stands: %v, rows %v of %v", err, rows(), all)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if err := second.Undo(ctx); !data.IsCode(err, data.CodeNothing) || len(rows()) != len(all)-1 {
		t.Errorf("the second, undone by hand: %v, rows %v of %v", err, rows(), all)
	}
	if err := first.Undo(ctx); err != nil || len(rows()) != len(all) {
		t.Errorf("the first, now the newest: %v, rows %v of %v", err, rows(), all)
	}
}

// Given a deed that changed nothing, then its undoing leaves the deed before it alone.
func TestUndoOfADeedThatChangedNothing(t *testing.T) {
	s := datatest.Demo(t)
	ok(t, store.Rows(s, store.Members).Change(ctx, 6, store.Visit{}, func(m *data.Member) { m.Site = "Bonn" }))
	nothing, err := s.ResetSettings(ctx)
	ok(t, err)
	if err := nothing.Undo(ctx); !data.IsCode(err, data.CodeNothing) {
		t.Errorf("undoing nothing: %v", err)
	}
	ok(t, second(s.Undo(ctx)))
	if err := nothing.Undo(ctx); !data.IsCode(err, data.CodeNothing) {
		t.Errorf("undoing nothing where nothing is left: %v", err)
	}
}
