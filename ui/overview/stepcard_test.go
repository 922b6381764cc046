package overview

import (
	"reflect"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// openDemo shows the screen over a real file with the demo in it.
func openDemo(t *testing.T, st *store.Store, o uitest.Options) *uitest.Bench {
	t.Helper()
	b := uitest.NewBench(t, st, o)
	b.Put(New(b.Deps(), st, coach.Visit{On: today.AddDays(-7), Answers: -1}))
	return b
}

func openAll(b *uitest.Bench) {
	b.Tap("9 more, none of them urgent")
	b.Tap("7 more, none of them urgent")
}

// Each button of the demo leads to its place, with what is known filled in.
func TestEachDemoButton(t *testing.T) {
	st := datatest.Demo(t)
	b := openDemo(t, st, uitest.Options{})
	openAll(b)
	for i, step := range read(b.Read()).Steps {
		b.TapNode(b.FindAll(step.Button)[0])
		got := b.Visits[len(b.Visits)-1]
		way := demoWays[i]
		var want any = way.at
		if way.among != nil {
			want = way.among
		}
		at := got.Args
		if begun, ok := at.(kit.Begun); ok {
			at, want = begun.Row, way.begun
			if (begun.Saved != nil) != step.Rests {
				t.Errorf("%q is set aside once it is done: %v, want %v", step.Title, begun.Saved != nil, step.Rests)
			}
		}
		if len(b.Visits) != i+1 || got.Page != kit.PageOf(way.at) || !reflect.DeepEqual(at, want) {
			t.Errorf("%q leads to %+v", step.Title, got)
		}
	}
}

// Three steps, five, all, three.
func TestMoreSteps(t *testing.T) {
	st := datatest.Demo(t)
	b := openDemo(t, st, uitest.Options{})
	b.Want("Publish the minutes of")
	b.WantNot("Hand the next event to someone", "Show fewer")
	b.Tap("9 more, none of them urgent")
	b.Want("Ask five people why fewer come")
	b.WantNot("Change one thing after")
	b.Tap("7 more, none of them urgent")
	b.Want("Invite Олена Шевченко into the core team?")
	b.Tap("Show fewer")
	b.Want("9 more, none of them urgent")
	b.WantNot("Hand the next event to someone")
}

func TestSetAsideAndUndo(t *testing.T) {
	st := datatest.Demo(t)
	b := openDemo(t, st, uitest.Options{})
	b.TapNode(b.FindAll("Later")[0])
	b.Tap("Set aside for 30 days")
	b.WantNot("Talk to your sponsors")
	rows := b.Read().Dismissals
	if len(rows) != 1 || rows[0].Rule != "C02" || rows[0].Until != today.AddDays(30) || rows[0].Worse != 1 {
		t.Errorf("set aside: %+v", rows)
	}
	if got := b.LastNotice(); got != "“Talk to your sponsors” is set aside for 30 days, or until it gets worse." {
		t.Errorf("the notice says %q", got)
	}
	undo := b.Notices[len(b.Notices)-1]
	undo.Do()
	b.Settle()
	b.Want("Talk to your sponsors")
	undo.Do()
	b.Settle()
	if got := b.LastNotice(); got != "Something else was done since; Undo in the Edit menu goes back step by step." {
		t.Errorf("undoing twice says %q", got)
	}
}

// A row about several people is set aside for all of them, as one act.
func TestSetAsideSeveralPeople(t *testing.T) {
	st := datatest.Demo(t)
	b := openDemo(t, st, uitest.Options{})
	openAll(b)
	b.TapNode(b.FindAll("Later")[6])
	b.Tap("Set aside for 30 days")
	b.WantNot("Write to 3 people")
	if n := len(b.Read().Dismissals); n != 3 {
		t.Errorf("%d rows", n)
	}
	b.Undo()
	b.Want("Write to 3 people")
}

// What no figure shows at once is set aside as soon as it was noted.
func TestRestsOnceItIsNoted(t *testing.T) {
	st := datatest.Demo(t)
	b := openDemo(t, st, uitest.Options{})
	b.Tap("Note the ask")
	b.Visits[0].Args.(kit.Begun).Finish()
	b.Settle()
	b.WantNot("Ask for more time to lead")
	b.Want("Talk to your sponsors", "Hand the next event to someone")
}

func TestAfterTheReportTheContactIsToBeNoted(t *testing.T) {
	st := datatest.Demo(t)
	b := openDemo(t, st, uitest.Options{})
	b.Tap("Prepare a report")
	b.Notices[0].Do()
	// The demo has two sponsors: whom it was sent to is asked.
	want := kit.Begun{Row: data.SponsorContact{On: today, Kind: data.ContactReport}}
	if got := b.Visits[1]; got.Page != "members" || !reflect.DeepEqual(got.Args, want) {
		t.Errorf("noting the contact leads to %+v", got)
	}
}

// A talk leaves nothing in the file: once it was had, the step rests on a press.
func TestWhatTheFileCannotKnowRestsOnAPress(t *testing.T) {
	st := datatest.Demo(t)
	b := openDemo(t, st, uitest.Options{})
	b.Tap("9 more, none of them urgent")
	b.Tap("Choose whom to ask")
	if got := b.LastNotice(); got != "“Ask five people why fewer come” can rest once you have done it." {
		t.Fatalf("the notice says %q", got)
	}
	b.Notices[0].Do()
	b.Settle()
	b.WantNot("Ask five people why fewer come")
	if rows := b.Read().Dismissals; len(rows) != 1 || rows[0].Rule != "C09" {
		t.Errorf("set aside: %+v", rows)
	}
}

func TestSetAsideWithAReason(t *testing.T) {
	st := datatest.Demo(t)
	b := openDemo(t, st, uitest.Options{})
	b.TapNode(b.FindAll("Later")[0])
	b.Tap("Set aside, and note why…")
	b.Paste("Reason (only for you; may stay empty)", strings.Repeat("long ", 60))
	b.Tap("Set aside")
	if b.ErrorAt("Reason (only for you; may stay empty)") == "" {
		t.Error("a reason that is too long is not told of")
	}
	b.Type("Reason (only for you; may stay empty)", "Holidays")
	b.Tap("Set aside")
	b.WantNot("Talk to your sponsors")
	if rows := b.Read().Dismissals; len(rows) != 1 || rows[0].Reason != "Holidays" {
		t.Errorf("set aside: %+v", rows)
	}
}

func TestSetAsideFails(t *testing.T) {
	st, faults := datatest.Breakable(t)
	faults.Set(datatest.Writing(data.Fault(data.CodeFull, "There is no space left; nothing was changed.")))
	b := openDemo(t, st, uitest.Options{})
	b.TapNode(b.FindAll("Later")[0])
	b.Tap("Set aside for 30 days")
	b.Want("Talk to your sponsors")
	if got := b.LastNotice(); got != "There is no space left; nothing was changed." {
		t.Errorf("the notice says %q", got)
	}
}

func TestReadOnlyOnlyLooks(t *testing.T) {
	st := datatest.Demo(t)
	b := openDemo(t, st, uitest.Options{ReadOnly: true})
	b.Want("Talk to your sponsors", "Prepare a report", "Ask for more time to lead")
	b.WantNot("Later", "Note the ask", "Write minutes")
	b.Tap("Prepare a report")
	if len(b.Notices) != 0 {
		t.Errorf("a deed is offered: %+v", b.Notices)
	}
}

// Nothing new, or no earlier visit, has no card.
func TestSinceCard(t *testing.T) {
	st := datatest.Demo(t)
	b := openDemo(t, st, uitest.Options{})
	b.Want("Since you were last here", "“Mutation testing on one service” has been in Doing for 35 days")
	for _, last := range []coach.Visit{{}, {On: today, Answers: -1}} {
		b := uitest.NewBench(t, st, uitest.Options{})
		b.Put(New(b.Deps(), st, last))
		b.WantNot("Since you were last here")
	}
	thanked := uitest.NewBench(t, st, uitest.Options{})
	thanked.Put(New(thanked.Deps(), st, coach.Visit{On: today.AddDays(-60), Answers: -1}))
	thanked.Want("Worth a thank-you:")
}

// BenchmarkRead10000 is what the page reads off the window's goroutine.
func BenchmarkRead10000(b *testing.B) {
	s := NewState(datatest.Filled(b, datatest.Large(10000, 1000, 100000)), uitest.Open(b, uitest.Options{}).Deps().Say, coach.Visit{On: today.AddDays(-7)})
	for b.Loop() {
		if _, err := s.Read(b.Context(), today); err != nil {
			b.Fatal(err)
		}
	}
}
