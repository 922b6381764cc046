package road

import (
	"cmp"
	"reflect"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

var today = data.NewDate(2026, 11, 21)

func open(t *testing.T, st *store.Store, o uitest.Options) *uitest.Bench {
	t.Helper()
	b := uitest.NewBench(t, st, o)
	b.Put(New(b.Deps(), st))
	return b
}

func read(t *testing.T, st *store.Store) View {
	t.Helper()
	v, err := NewState(st, words.English()).Read(t.Context(), today)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// The demo's road is that of data/README.md, Demo: 17 of 21, and 15, 18, 20, 21 open.
func TestDemoRoad(t *testing.T) {
	t.Parallel()
	v := read(t, datatest.Demo(t))
	if v.Reached != 17 || v.Of != 21 || len(v.Steps) != 21 || len(v.Conditions) != 8 {
		t.Fatalf("%d of %d, %d steps, %d conditions", v.Reached, v.Of, len(v.Steps), len(v.Conditions))
	}
	const ticked, unseen = "Ticked by you on 25 Apr 2026.", "Not seen yet."
	whys := map[int]string{1: ticked, 8: ticked, 15: unseen, 18: unseen, 20: unseen, 21: unseen}
	for _, step := range v.Steps {
		if want := cmp.Or(whys[step.Number], "Seen in what you entered."); step.Why != want || step.Reached != (want != unseen) {
			t.Errorf("%+v", step)
		}
		if step.Means == "" || step.Way.Page == "" && step.Number != 1 {
			t.Errorf("%+v leads nowhere", step)
		}
	}
}

func TestWhy(t *testing.T) {
	t.Parallel()
	s := NewState(nil, words.English())
	on := today.AddDays(-20)
	for _, tc := range []struct {
		step data.RoadStep
		want string
	}{
		{data.RoadStep{Number: 1}, "Only you can know. Tick it when it is so."},
		{data.RoadStep{Number: 2}, "Not seen yet."},
		{data.RoadStep{Number: 2, Reached: true, Seen: true}, "Seen in what you entered."},
		{data.RoadStep{Number: 2, Reached: true, Seen: true, On: on}, "Seen since 1 Nov 2026."},
		{data.RoadStep{Number: 2, Reached: true, On: on}, "Seen on 1 Nov 2026; once reached, it stays reached."},
		{data.RoadStep{Number: 2, Reached: true, ByHand: true, On: on}, "Ticked by you on 1 Nov 2026."},
		{data.RoadStep{Number: 2, Seen: true, ByHand: true, On: on}, "Left open by you on 1 Nov 2026."},
	} {
		if got := s.why(tc.step); got != tc.want {
			t.Errorf("%+v: %q, want %q", tc.step, got, tc.want)
		}
	}
}

// A step is ticked by hand, taken back by Undo, and left to the program again.
func TestTickAndRelease(t *testing.T) {
	st := datatest.Demo(t)
	b := open(t, st, uitest.Options{})
	b.Want("17 of 21", "What makes it work")
	b.Tap("20. First sponsor report")
	b.Want("18 of 21", "Ticked by you on 21 Nov 2026.")
	if got := b.Read().Road(today); got.Reached != 18 || !got.Steps[19].ByHand {
		t.Errorf("in the file: %+v", got.Steps[19])
	}
	b.Undo()
	b.Want("17 of 21")
	b.Tap("2. Write the goals together")
	b.Want("16 of 21", "Left open by you on 21 Nov 2026.")
	b.TapNode(b.ByID("button", "road.own.2"))
	b.Want("17 of 21")
	if got := b.Read().Road(today).Steps[1]; !got.Reached || got.ByHand {
		t.Errorf("after it is left to the program: %+v", got)
	}
}

// Each open step leads to where it is taken.
func TestWays(t *testing.T) {
	st := datatest.Founded(t)
	b := open(t, st, uitest.Options{})
	b.TapNode(b.ByID("button", "road.way.2"))
	b.TapNode(b.ByID("button", "road.way.6"))
	want := []uitest.Visit{{Page: "charter", Args: "primaryPurpose"},
		{Page: "events", Args: kit.Begun{Row: data.Event{Format: "vision_workshop"}}}}
	if !reflect.DeepEqual(b.Visits, want) {
		t.Errorf("ways: %+v", b.Visits)
	}
}

func TestReadOnlyAndFailing(t *testing.T) {
	st, faults := datatest.Breakable(t)
	b := open(t, st, uitest.Options{ReadOnly: true})
	b.WantNot("Let the program say")
	b.Tap("20. First sponsor report")
	b.Want("17 of 21")
	faults.Set(datatest.Reading(data.Fault(data.CodeUnreadable, "The disk does not answer.")))
	b = open(t, st, uitest.Options{})
	b.Want("The disk does not answer.")
	faults.Set()
	b.Tap("Try again")
	b.Want("17 of 21")
}

func TestATickThatDoesNotHoldGoesBack(t *testing.T) {
	st, faults := datatest.Breakable(t)
	faults.Set(datatest.Writing(data.Fault(data.CodeFull, "There is no space left; nothing was changed.")))
	b := open(t, st, uitest.Options{})
	b.Tap("20. First sponsor report")
	if b.LastNotice() != "There is no space left; nothing was changed." {
		t.Errorf("the notice says %q", b.LastNotice())
	}
	if c, ok := b.ByID("check", "road.20").Object.(*kit.Check); !ok || c.Ticked() {
		t.Error("the box stays ticked")
	}
}

// TestPicture leaves pictures to be looked at in the folder that the environment names.
func TestPicture(t *testing.T) {
	if !uitest.KeepsPictures() {
		t.Skip("no folder for pictures is named")
	}
	for name, o := range map[string]uitest.Options{"light": {}, "dark": {Dark: true}, "huge": {Width: 960, Height: 640, Scale: 2}} {
		st := datatest.Demo(t)
		b := open(t, st, o)
		b.Keep("road-" + name)
	}
}
