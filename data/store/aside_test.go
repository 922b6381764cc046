package store_test

import (
	"context"
	"slices"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// Given steps of the road that the program sees for the first time, when they are
// noted, twice, then they stay reached, and listeners hear of it once.
func TestStepsNotedStayReached(t *testing.T) {
	s := datatest.Demo(t)
	ctx := context.Background()
	heard := 0
	defer s.Subscribe(func(c store.Change) {
		if c.Touches("road_mark") {
			heard++
		}
	})()
	steps := datatest.Read(t, s).Road(datatest.Today).NewlySeen()
	if len(steps) == 0 {
		t.Fatal("the demo has nothing newly seen")
	}

	ok(t, s.NoteRoad(ctx, steps))
	ok(t, s.NoteRoad(ctx, steps))

	road := datatest.Read(t, s).Road(datatest.Today)
	if again := road.NewlySeen(); len(again) != 0 {
		t.Errorf("still newly seen: %v", again)
	}
	for _, step := range road.Steps {
		if slices.Contains(steps, step.Number) && (step.On != datatest.Today || step.ByHand || !step.Reached) {
			t.Errorf("step %+v", step)
		}
	}
	if heard != 1 {
		t.Errorf("heard %d changes, want 1", heard)
	}
}

// Given deeds done and undone, when the road is noted, then there is nothing more
// to undo, redo or tell than before, and undoing everything leaves what was seen.
func TestNotingTheRoadIsNoAct(t *testing.T) {
	s := datatest.Demo(t)
	ctx := context.Background()
	who := datatest.Read(t, s).Members[3].ID
	ok(t, store.Rows(s, store.Members).Change(ctx, who, store.Visit{Field: "note"}, func(m *data.Member) { m.Note = "ty" }))
	ok(t, store.Rows(s, store.Members).Change(ctx, who, store.Visit{Field: "unit"}, func(m *data.Member) { m.Unit = "Elsewhere" }))
	ok(t, second(s.Undo(ctx)))
	marked := len(datatest.Read(t, s).RoadMarks)
	before, err := s.Acts(ctx, 50)
	ok(t, err)

	ok(t, s.NoteRoad(ctx, []int{3, 12}))

	after, err := s.Acts(ctx, 50)
	ok(t, err)
	if len(after) != len(before) || after[0].ID != before[0].ID {
		t.Errorf("%d acts, before %d", len(after), len(before))
	}
	if d, there := s.NextRedo(ctx); !there || d.Key != "change %s" {
		t.Errorf("next to redo: %q", d.Key)
	}
	for undone := true; undone; {
		undone = second(s.Undo(ctx)) == nil
	}
	if marks := datatest.Read(t, s).RoadMarks; len(marks) != marked+2 {
		t.Errorf("after undoing everything: %+v", marks)
	}
	ok(t, second(s.Redo(ctx)))
}

func second[T any](_ T, err error) error { return err }

// Given one visit to a field, when the road is noted between two saves, then the
// saves are still one act.
func TestNotingTheRoadLeavesVisitsWhole(t *testing.T) {
	s := datatest.Demo(t)
	ctx := context.Background()
	who := datatest.Read(t, s).Members[3]
	ok(t, store.Rows(s, store.Members).Change(ctx, who.ID, store.Visit{Field: "note"}, func(m *data.Member) { m.Note = "ty" }))
	ok(t, s.NoteRoad(ctx, []int{1, 2}))
	ok(t, store.Rows(s, store.Members).Change(ctx, who.ID, store.Visit{Field: "note"}, func(m *data.Member) { m.Note = "typed" }))
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if m, _ := datatest.Read(t, s).MemberByID(who.ID); m.Note != who.Note {
		t.Errorf("one undo led to %q, want %q", m.Note, who.Note)
	}
}

func TestTheLeadersWordOnTheRoadStands(t *testing.T) {
	s := datatest.Demo(t)
	ctx := context.Background()
	ok(t, s.MarkRoad(ctx, 12, false, true))
	ok(t, s.NoteRoad(ctx, []int{12}))
	for _, step := range datatest.Read(t, s).Road(datatest.Today).Steps {
		if step.Number == 12 && (step.Reached || !step.ByHand) {
			t.Errorf("step %+v", step)
		}
	}
}

// Given a step ticked by hand and noted by the program in any order, with undo
// and redo between, then neither mark is in the other's way.
func TestHandAndProgramMarkTheRoadSideBySide(t *testing.T) {
	s := datatest.Demo(t)
	ctx := context.Background()
	ok(t, s.MarkRoad(ctx, 12, false, true))
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	ok(t, s.NoteRoad(ctx, []int{12}))
	if _, err := s.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	reached := func() bool {
		for _, step := range datatest.Read(t, s).Road(datatest.Today).Steps {
			if step.Number == 12 {
				return step.Reached
			}
		}
		return false
	}
	if reached() {
		t.Error("the leader's untick does not count")
	}
	ok(t, s.MarkRoad(ctx, 12, false, false))
	if !reached() {
		t.Error("without the leader's word the step is not reached")
	}
	ok(t, s.NoteRoad(ctx, []int{12}))
	for range 2 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if !reached() {
		t.Error("after undo the step is not reached")
	}
}
