package kit_test

import (
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/demo"
	"copleader/ui/kit"
	"copleader/ui/look"
	"copleader/ui/uitest"
)

// Given the demo's item that answers a concern, then its thread leads to the card and to the retrospective, each step to its
// own page, and a dialog in front is told before.
func TestThreadLeadsOn(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	deps := w.Deps()
	var went []any
	deps.Go = func(page string, args any) { went = append(went, page, args) }
	thread := kit.NewThread(deps)
	before := 0
	thread.Before = func() { before++ }
	w.Show(kit.NewPage(kit.VStack(0, thread.Content())))
	if thread.Content().Visible() {
		t.Error("an empty thread is shown")
	}
	s, _ := demo.Snapshot(deps.Clock.Today())
	thread.Set(s.ThreadView(data.Place{Kind: data.PlaceItem, ID: 14}, deps.Clock.Today()))
	w.Want("Red thread", "Pace and rhythm", "Health card", "· Half-year retrospective", "Event")
	w.WantNot("Attendance")
	for _, n := range w.FindAll("Show") {
		w.TapNode(n)
	}
	want := []any{"health", data.CardPlace("rhythm"), "events", data.Place{Kind: data.PlaceEvent, ID: 9}}
	if len(went) != len(want) || before != 2 {
		t.Fatalf("went %v, told %d times", went, before)
	}
	for i := range want {
		if went[i] != want[i] {
			t.Errorf("went %v", went)
		}
	}
}

// Given a hole and a deed that closes it, then the sentence stands with the deed; read only it stands alone.
func TestThreadSaysWhereItBreaksOff(t *testing.T) {
	for _, readOnly := range []bool{false, true} {
		w := uitest.Open(t, uitest.Options{})
		deps := w.Deps()
		deps.ReadOnly = readOnly
		thread := kit.NewThread(deps)
		told := false
		thread.Mend = func(data.Hole) (string, func()) { return "Tell it", func() { told = true } }
		w.Show(kit.NewPage(kit.VStack(0, thread.Content())))
		thread.Set(data.ThreadView{Holes: []data.Hole{{Kind: data.HoleUntold, Text: data.Say("Has anybody told what came of it?")}}})
		if !w.HasText("Has anybody told what came of it?") || w.HasText("Tell it") == readOnly {
			t.Errorf("read only %v: sentence or deed missing", readOnly)
		}
		if !readOnly {
			w.Tap("Tell it")
			if !told {
				t.Error("the deed was not done")
			}
		}
	}
}

// A title as long as it may be stays within the pane.
func TestThreadKeepsLongTitlesInside(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	thread := kit.NewThread(w.Deps())
	w.Show(kit.NewPage(kit.VStack(0, thread.Content())))
	thread.Set(data.ThreadView{Rows: []data.ThreadRow{{Title: data.Say("%s", strings.Repeat("W", 120)), About: data.Say("Measure")}}})
	if width := thread.Content().MinSize().Width; width > look.GapCards*40 {
		t.Errorf("the section wants %v points of width", width)
	}
}
