package overview

import (
	"errors"
	"reflect"
	"testing"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

func open(t *testing.T, st *store.Store, o uitest.Options) *uitest.Window {
	t.Helper()
	w := uitest.Open(t, o)
	w.ShowPage(New(w.Deps(), st, coach.Visit{}))
	return w
}

func TestScreenShowsTheDemo(t *testing.T) {
	w := open(t, datatest.Demo(t), uitest.Options{})
	w.Want("Overview", "Next best steps", "Coming up", "Second lightning round", "The road", "Participation", "3 core",
		"Time and backing", "15 of 23 answered")
}

func TestCardsLeadToPlaces(t *testing.T) {
	w := open(t, datatest.Demo(t), uitest.Options{})
	w.Tap("Plan an event")
	if last := w.Visits[len(w.Visits)-1]; last.Page != "events" || !reflect.DeepEqual(last.Args, kit.Begun{Row: data.Event{}}) {
		t.Errorf("planning leads to %+v", last)
	}
}

func TestScreenOfANewCommunity(t *testing.T) {
	w := open(t, datatest.Founded(t), uitest.Options{})
	w.Want("Add your first members", "Put the next date in", "Start a round", "Nothing is planned.")
}

func TestScreenReadOnlyOffersNoDeeds(t *testing.T) {
	w := open(t, datatest.Founded(t), uitest.Options{ReadOnly: true})
	w.WantNot("Plan an event", "Start a round", "Add members")
}

func TestScreenSaysWhatFailsAndTriesAgain(t *testing.T) {
	st, faults := datatest.Breakable(t)
	faults.Set(datatest.Reading(data.Fault(data.CodeUnreadable, "The disk does not answer.")))
	w := open(t, st, uitest.Options{})
	w.Want("The disk does not answer.", "Try again")
	faults.Set()
	w.Tap("Try again")
	w.Want("Next best steps")
	w.WantNot("The disk does not answer.")
}

// A late answer of an earlier Load does not replace a later one.
func TestLateAnswerIsDropped(t *testing.T) {
	late := &uitest.HandRunner{}
	w := uitest.Open(t, uitest.Options{Runner: late})
	st, faults := datatest.Breakable(t)
	faults.Set(datatest.Reading(errors.New("first")))
	s := New(w.Deps(), st, coach.Visit{})
	w.ShowPage(s)
	late.Work(0)
	faults.Set()
	s.Load()
	late.Finish(1)
	late.Finish(0)
	w.Settle()
	w.Want("Next best steps")
}

// TestPicture leaves pictures to be looked at in the folder that the environment names.
func TestPicture(t *testing.T) {
	if !uitest.KeepsPictures() {
		t.Skip("no folder for pictures is named")
	}
	for name, o := range map[string]uitest.Options{
		"light": {Width: 1076}, "dark": {Width: 1076, Dark: true}, "small": {Width: 760, Height: 640}, "huge": {Width: 956, Height: 800, Scale: 2},
		"tiny": {Width: 1076, Height: 800, Scale: 0.8},
	} {
		if o.Height == 0 {
			o.Height = 800
		}
		w := open(t, datatest.Demo(t), o)
		w.Keep("overview-" + name)
		s := *demoSnapshot(t)
		s.FollowUps = []data.FollowUp{
			{ID: 1, MemberID: 9, What: "Ask for a talk on accessibility", State: data.Asked, On: today.AddDays(-30), Due: today.AddDays(-2)},
			{ID: 2, MemberID: 7, EventID: 10, What: "Bring the slides", State: data.SaidYes, On: today.AddDays(-7), Due: today.AddDays(5)}}
		open(t, datatest.Filled(t, &s), o).Keep("overview-follow-" + name)
	}
}
