package store_test

import (
	"fmt"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

func addMembers(t *testing.T, s *store.Store, names ...string) {
	t.Helper()
	for _, name := range names {
		if err := store.Rows(s, store.Members).Save(ctx, &data.Member{Name: name, Kind: data.KindMember, JoinedOn: datatest.Today}); err != nil {
			t.Fatal(err)
		}
	}
}

// refused fails unless the error has the code.
func refused(t *testing.T, err error, code data.Code) {
	t.Helper()
	if !data.IsCode(err, code) {
		t.Errorf("got %v, want code %v", err, code)
	}
}

// newestAct is the number of the newest act.
func newestAct(t *testing.T, s *store.Store) int64 {
	t.Helper()
	acts, err := s.Acts(ctx, 1)
	if err != nil || len(acts) != 1 {
		t.Fatal(acts, err)
	}
	return acts[0].ID
}

// Given documents made and settings changed between deeds, when one undoes and redoes, then they are passed over: they stay as they
// are, and neither hides what can be done again.
func TestUndoPassesOverDocumentsAndSettings(t *testing.T) {
	t.Parallel()
	s := datatest.Founded(t)
	addMembers(t, s, "Ana")
	ok(t, s.NoteExports(ctx, data.Outgoing{}, &data.Export{Name: "cards", File: "cards.pdf"}))
	ok(t, s.SetSetting(ctx, "level.fewEvents", store.Visit{}, "5"))
	next, can := s.NextUndo(ctx)
	if !can || next.Key != "add %s" {
		t.Fatalf("undo would take back %+v, %v", next, can)
	}
	ok(t, second(s.Undo(ctx)))
	ok(t, s.SetSetting(ctx, "level.fewEvents", store.Visit{}, "6"))
	if next, can := s.NextRedo(ctx); !can || next.Key != "add %s" {
		t.Fatalf("after a setting, redo would do %+v, %v", next, can)
	}
	ok(t, second(s.Redo(ctx)))
	got := datatest.Read(t, s)
	if len(got.Members) != 2 || len(got.Exports) != 1 || got.Setting("level.fewEvents") != "6" {
		t.Errorf("%d members, %d exports, %q", len(got.Members), len(got.Exports), got.Setting("level.fewEvents"))
	}
	ok(t, second(s.Undo(ctx)))
	refused(t, second(s.Undo(ctx)), data.CodeNothing)
	s = reopen(t, s)
	if got := datatest.Read(t, s); len(got.Exports) != 1 || got.Setting("level.fewEvents") != "6" {
		t.Errorf("after all: %+v", got.Settings)
	}
}

// What is passed over is taken back by its number, while it is the newest of its kind.
func TestNotedActIsTakenBackByItsNumber(t *testing.T) {
	t.Parallel()
	s := datatest.Founded(t)
	ok(t, s.SetSetting(ctx, "level.fewEvents", store.Visit{}, "5"))
	first := newestAct(t, s)
	ok(t, s.NoteExports(ctx, data.Outgoing{}, &data.Export{Name: "cards", File: "cards.pdf"}))
	refused(t, s.UndoAct(ctx, first), data.CodeNothing)
	export := newestAct(t, s)
	addMembers(t, s, "Ana")
	ok(t, s.UndoAct(ctx, export))
	ok(t, s.UndoAct(ctx, first))
	if got := datatest.Read(t, s); len(got.Exports) != 0 || got.Setting("level.fewEvents") != "" || len(got.Members) != 2 {
		t.Errorf("%+v %+v", got.Exports, got.Settings)
	}
	if next, can := s.NextUndo(ctx); !can || next.Key != "add %s" {
		t.Errorf("undo would take back %+v", next)
	}
}

// standingFrom are the deeds that would be taken back from one on, of which there are so many; it sees that a part of them is told too.
func standingFrom(t *testing.T, s *store.Store, from int64, want int) []store.Act {
	t.Helper()
	standing, all, err := s.Standing(ctx, from, 1000)
	if err != nil || len(standing) != want || all != want || standing[want-1].ID != from {
		t.Fatalf("told %+v of %d, %v", standing, all, err)
	}
	if some, all, err := s.Standing(ctx, from, want-1); err != nil || len(some) != want-1 || all != want || some[0].ID != standing[0].ID {
		t.Fatalf("told one fewer of %d: %+v, %v", all, some, err)
	}
	return standing
}

// Given five deeds, a document among them, when one takes back from the third on, then those are told first, taken back in one go and
// done again in one go; the document stays.
func TestUndoFrom(t *testing.T) {
	t.Parallel()
	s := datatest.Founded(t)
	addMembers(t, s, "Ana", "Bo", "Cem")
	from := newestAct(t, s)
	ok(t, s.NoteExports(ctx, data.Outgoing{}, &data.Export{Name: "cards", File: "cards.pdf"}))
	addMembers(t, s, "Dee", "Eve", "Fay")
	ok(t, second(s.Undo(ctx))) // Fay is not taken back twice
	before := text(t, s)
	standing := standingFrom(t, s, from, 3)
	refused(t, second(s.UndoFrom(ctx, from, from)), data.CodeNothing)
	if got := text(t, s); got != before {
		t.Fatal("refused, and something changed")
	}
	undone, err := s.UndoFrom(ctx, from, standing[0].ID)
	if err != nil || undone != 3 {
		t.Fatalf("%d taken back, %v", undone, err)
	}
	if got := datatest.Read(t, s); len(got.Members) != 3 || len(got.Exports) != 1 {
		t.Errorf("%d members, %d exports", len(got.Members), len(got.Exports))
	}
	if told, _, err := s.Standing(ctx, from, 1000); err != nil || len(told) != 0 {
		t.Errorf("it would be taken back twice: %v, %v", told, err)
	}
	s = reopen(t, s)
	redone, err := s.RedoThrough(ctx, standing[0].ID)
	if err != nil || redone != 3 {
		t.Fatalf("%d done again, %v", redone, err)
	}
	if got := text(t, s); got != before {
		t.Error("done again, it is not what it was")
	}
	refused(t, second(s.RedoThrough(ctx, from)), data.CodeNothing)
	if got := text(t, s); got != before {
		t.Error("refused, and something changed")
	}
}

// What is final, no deed, or not there at all is no place to undo from.
func TestNoPlaceToUndoFrom(t *testing.T) {
	t.Parallel()
	s := datatest.Founded(t)
	founding := newestAct(t, s)
	addMembers(t, s, "Ana")
	member := newestAct(t, s)
	ok(t, s.SetSetting(ctx, "level.fewEvents", store.Visit{}, "5"))
	for what, act := range map[string]int64{"the founding": founding, "a setting": newestAct(t, s), "nothing": 0, "what is not there": 999} {
		if told, _, err := s.Standing(ctx, act, 1000); err != nil || len(told) != 0 {
			t.Errorf("%s: %v, %v", what, told, err)
		}
		refused(t, second(s.UndoFrom(ctx, act, member)), data.CodeNothing)
	}
	if got := datatest.Read(t, s); len(got.Members) != 2 {
		t.Errorf("%d members", len(got.Members))
	}
}

func BenchmarkUndoFromThousand(b *testing.B) {
	s := datatest.Founded(b)
	for i := range 1000 {
		if err := store.Rows(s, store.Members).Save(ctx, &data.Member{Name: fmt.Sprint("Member ", i), Kind: data.KindMember, JoinedOn: datatest.Today}); err != nil {
			b.Fatal(err)
		}
	}
	acts, err := s.Acts(ctx, 1000)
	if err != nil {
		b.Fatal(err)
	}
	first, last := acts[999].ID, acts[0].ID
	for b.Loop() {
		if n, err := s.UndoFrom(ctx, first, last); n != 1000 || err != nil {
			b.Fatal(n, err)
		}
		if n, err := s.RedoThrough(ctx, last); n != 1000 || err != nil {
			b.Fatal(n, err)
		}
	}
}
