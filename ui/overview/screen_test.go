package overview

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

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
	w.Want("Overview", "Saturday, 21 Nov 2026", "The beat", "Every third week, 16:00", "Jun 2026", "Jan 2027", "today", "retro", "5 · 2 of 6", "Round 2", "charter review",
		"Nothing planned from here on.", "Every 21 days: Sat 26 Dec would be next.", "Next best steps", "The road: 17 of 21 steps", "Participation", "3 core",
		"Worth talking about", "15 of 23 answered", "Time and backing", "split", "4 4 1 3 3", "Two camps: 8 low, 6 high", "Pace and rhythm", "concern",
		"down since Round 1", "low fits", "half-way", "high fits")
	w.WantNot("Growing in my craft")
	w.Tap("12 more cards")
	w.Want("Growing in my craft")
	w.Tap("Show fewer")
	w.WantNot("Growing in my craft")
}

func TestCardsLeadToPlaces(t *testing.T) {
	w := open(t, datatest.Demo(t), uitest.Options{})
	w.Tap("Plan")
	if last := w.Visits[len(w.Visits)-1]; last.Page != "events" || !reflect.DeepEqual(last.Args, kit.Begun{Row: data.Event{On: today.AddDays(35)}}) {
		t.Errorf("planning leads to %+v", last)
	}
}

// The beat is walked by keys: each mark is told in a sentence, Enter opens it, and all of it can be copied.
func TestBeatByKeys(t *testing.T) {
	w := open(t, datatest.Demo(t), uitest.Options{})
	line, is := w.ByID("beat", "beat").Object.(*kit.Beat)
	if !is {
		t.Fatal("there is no beat")
	}
	w.Win.Canvas().Focus(line)
	w.Want("Sat 5 Dec · Second lightning round · 2 of 6 speakers · Ελένη Παπαδοπούλου")
	w.Key(fyne.KeyLeft)
	w.Want("Sat 14 Nov · Round 2 · 15 of 23 answered")
	w.Key(fyne.KeyLeft)
	w.Key(fyne.KeyLeft)
	w.Want("Sat 24 Oct · Accessibility checks by hand · 6 came · no minutes")
	w.Key(fyne.KeyReturn)
	if last := w.Visits[len(w.Visits)-1]; last.Page != "events" || last.Args != event(8) {
		t.Errorf("Enter leads to %+v", last)
	}
	w.Shortcut(&fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()})
	for _, want := range []string{"Sat 14 Nov · Half-year retrospective · 5 came", "Review the charter", "Nothing planned from here on."} {
		if !strings.Contains(kit.Copied(), want) {
			t.Errorf("%q is not copied: %q", want, kit.Copied())
		}
	}
	w.Win.Canvas().Unfocus()
	w.Want("Every third week, 16:00")
}

func TestScreenOfANewCommunity(t *testing.T) {
	w := open(t, datatest.Founded(t), uitest.Options{})
	w.Want("Add your first members", "Put the next date in", "Start a round", "Nothing is planned.", "Sat 12 Dec would be a day for it.")
}

func TestScreenReadOnlyOffersNoDeeds(t *testing.T) {
	w := open(t, datatest.Founded(t), uitest.Options{ReadOnly: true})
	w.WantNot("Plan", "Start a round", "Add members")
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
		"light": {}, "dark": {Dark: true}, "small": {Width: 960, Height: 640}, "huge": {Width: 1280, Height: 1400, Scale: 2},
		"tiny": {Scale: 0.8},
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
		open(t, datatest.Founded(t), o).Keep("overview-new-" + name)
		weekly := *demoSnapshot(t)
		weekly.Community.CadenceDays = 7
		for i := range 40 {
			status := data.StatusHeld
			if i > 25 {
				status = data.StatusPlanned
			}
			weekly.Events = append(weekly.Events, data.Event{ID: int64(100 + i), Title: "Weekly coffee", Format: "lean_coffee", On: today.AddDays(7 * (i - 25)), Start: 16 * 60,
				TimeZone: "Europe/Berlin", Minutes: 60, Status: status, Audience: data.OpenEvent, Brought: data.NotCounted})
		}
		open(t, datatest.Filled(t, &weekly), o).Keep("overview-weekly-" + name)
	}
}

// Given a round that is open, then Overview says how it stands and leads on in it, and offers no other: to its invitation while nobody has
// answered, then to its answers; where there was no round before, too.
func TestAnOpenRoundLeadsOn(t *testing.T) {
	st := datatest.Demo(t)
	for _, s := range []*store.Store{st, datatest.Founded(t)} {
		r := data.Round{Code: "CT-X", Name: "Winter", Scale: data.Agreement5, OpenedOn: today, Invited: 23, MinGroup: 5}
		if err := s.StartRound(t.Context(), &r, []string{"growth", "value"}); err != nil {
			t.Fatal(err)
		}
		w := open(t, s, uitest.Options{})
		w.Want("Winter is open: 0 of 23 answered so far.")
		w.WantNot("Start a round", "How is it going?")
		w.Tap("Invite members")
		if last := w.Visits[len(w.Visits)-1]; last.Page != "share" || last.Args != (kit.Paper{Document: "survey", RoundID: r.ID, Mail: true}) {
			t.Errorf("inviting leads to %+v", last)
		}
		if err := s.SetReturned(t.Context(), r.ID, data.FromBallots, 6); err != nil {
			t.Fatal(err)
		}
		w = open(t, s, uitest.Options{})
		w.Want("Winter is open: 6 of 23 answered so far.")
		w.Tap("Enter answers")
		if last := w.Visits[len(w.Visits)-1]; last.Page != "health" {
			t.Errorf("entering leads to %+v", last)
		}
	}
}
