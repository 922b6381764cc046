package events

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// series are the days of the events of the last series in the file, with the mark × for a cancelled one.
func (b *bench) series() string {
	b.T.Helper()
	d := b.Read()
	var days []string
	for i := range d.Events {
		if e := &d.Events[i]; len(d.Series) > 0 && e.SeriesID == d.Series[len(d.Series)-1].ID {
			day := e.On.String()[5:]
			if e.Status == data.StatusCancelled {
				day += "×"
			}
			days = append(days, day)
		}
	}
	return strings.Join(days, " ")
}

// Given the window, when a series is asked for in words, with a break named, a day corrected, one left out and one added, then the proposal
// says so, each event stands in the file on its own, and one Undo takes all of them back.
func TestPlanASeries(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	before := len(b.Read().Events)
	b.Fire("events.series")
	b.Want("Here stand the days, each to be corrected.", "Say how often first; then the days stand here.")
	if save := b.ByID("button", "save").Object.(fyne.Disableable); !save.Disabled() {
		t.Error("nothing can be planned, and the button says otherwise")
	}
	b.Type("Where", "Room Halley")
	b.Type("How often", "every second")
	b.Want("Write how often, for example")
	b.Type("How often", "every second Thursday, six times, at 16:30, from 10 Dec")
	b.Want("A Thursday every 14 days, from Thu 10 December 2026 to Thu 18 February 2027, 16:30 to 17:30 in Berlin", "Thu 24 Dec 2026", "5 days after “Second lightning round”", "Plan 6 events")
	add := b.ByID("button", "pause.add").Object.(fyne.Focusable)
	b.Win.Canvas().Focus(add)
	b.Key(fyne.KeyReturn)
	b.Type("Name", "Christmas break")
	b.Type("First day", "21 Dec 2026")
	b.Type("Last day", "3 Jan 2027")
	b.Tap("Save")
	if at, is := b.Win.Canvas().Focused().(*kit.LinkBtn); !is || at.ID != "pause.add" {
		t.Errorf("the focus is on %T", b.Win.Canvas().Focused())
	}
	b.Want("Christmas break, 21 Dec to 3 Jan", "Left out: Christmas break", "to Thu 4 March 2027", "Plan 6 events")
	b.TapNode(b.ByID("button", "keep.2026-12-24"))
	b.WantNot("Left out", "4 March")
	b.TapNode(b.ByID("check", "tick.2026-12-24"))
	b.Want("Plan 5 events")
	b.Win.Canvas().Focus(b.ByID("check", "tick.2027-01-07").Object.(fyne.Focusable))
	for _, want := range []string{"Plan 4 events", "Plan 5 events"} { // the focus stays on the box
		b.Key(fyne.KeySpace)
		b.Want(want)
	}
	b.TapNode(b.ByID("button", "day.2027-01-21"))
	b.Keys("\x01")
	b.Win.Canvas().Focused().(interface{ SetText(string) }).SetText("20.1.2027")
	b.Key(fyne.KeyReturn)
	b.Want("Wed 20 Jan 2027", "instead of Thu 21 Jan 2027")
	b.TapNode(b.ByID("button", "change.2027-01-07"))
	b.Type("Title", "New year's coffee")
	b.Type("Time", "10:00")
	b.Tap("Save")
	b.Want("“New year's coffee”", "10:00 to 11:00")
	b.Tap("Add a date")
	b.Type("Day", "2026-12-15")
	b.Tap("Save")
	b.Want("added", "Plan 6 events")
	b.Type("Where", "Room Halley\n") // Enter confirms
	if got, want := b.LastNotice(), "6 events are planned."; got != want {
		t.Errorf("the notice says %q", got)
	}
	if got, want := b.series(), "12-10 12-15 01-07 01-20 02-04 02-18"; got != want {
		t.Errorf("the file has %s, want %s", got, want)
	}
	wantCoffees(t, b.Read().Events[before:])
	b.Want("1 of 6 in a series")
	b.Notices[len(b.Notices)-1].Do()
	b.Settle()
	if got := len(b.Read().Events); got != before {
		t.Errorf("after Undo there are %d events", got)
	}
	if len(b.Read().Pauses) != 1 {
		t.Error("the pause is not kept for the next series")
	}
}

// wantCoffees wants the events as they were asked for, the third with the words of its own.
func wantCoffees(t *testing.T, events []data.Event) {
	t.Helper()
	for _, e := range events {
		if e.Place != "Room Halley" || e.Minutes != 60 || e.TimeZone != "Europe/Berlin" || e.Status != data.StatusPlanned {
			t.Errorf("%+v", e)
		}
	}
	if e := events[2]; e.Title != "New year's coffee" || e.Start.String() != "10:00" {
		t.Errorf("%+v", e)
	}
	if events[0].Title != "Lean coffee" || events[0].Start.String() != "16:30" {
		t.Errorf("%+v", events[0])
	}
}

// planned is a window with a series of four, the second of which is shown.
func planned(t *testing.T) (b *bench, ids []int64) {
	t.Helper()
	st := datatest.Demo(t)
	plans := make([]store.Plan, 4)
	for i := range plans {
		plans[i].Event = data.Event{Title: "Coffee", Format: "lean_coffee", On: today.AddDays(19 + 14*i), Start: 960, Minutes: 60, Status: data.StatusPlanned, Audience: data.OpenEvent, Brought: data.NotCounted}
	}
	if _, err := st.PlanEvents(t.Context(), "fortnightly, 4 times", plans); err != nil {
		t.Fatal(err)
	}
	for i := range plans {
		ids = append(ids, plans[i].Event.ID)
	}
	b = open(t, st, tall)
	b.arrive(ids[1])
	return b, ids
}

// Given one of a series, when it is moved or cancelled, then the program asks for this one, or this and the later ones, and does as told, as
// one act.
func TestThisOneOrTheLaterOnes(t *testing.T) {
	b, _ := planned(t)
	b.Want("2 of 4 in a series")
	if got := b.series(); got != "12-10 12-24 01-07 01-21" {
		t.Fatal(got)
	}
	focused := func(want string) {
		t.Helper()
		if at, is := b.Win.Canvas().Focused().(*kit.Btn); !is || at.ID != want {
			t.Errorf("the focus is not on %s: %T", want, b.Win.Canvas().Focused())
		}
	}
	move := func(day, which string) {
		b.Fire("events.move")
		b.Type("Day", day)
		b.Tap("Move")
		b.Want("It belongs to a series; 2 of it come later.")
		focused("which.one")
		b.Tap(which)
	}
	if got, want := b.Commands.Get("events.cancel").Words(), "Cancel “Thu 24 Dec · Coffee”"; got != want {
		t.Errorf("menus say %q, want %q", got, want)
	}
	b.Type("Day", "31.2.")
	b.Leave()
	if held := b.screen.deps.Unkept.Refused(); len(held) != 1 || held[0].Row != "Thu 24 Dec · Coffee" {
		t.Errorf("not kept is %+v", held)
	}
	b.Type("Day", "2026-12-24")
	b.Leave()
	move("2026-12-23", "This one")
	if got := b.series(); got != "12-10 12-23 01-07 01-21" {
		t.Error(got)
	}
	b.Undo()
	move("2026-12-22", "This and the 2 later ones")
	if got := b.series(); got != "12-10 12-22 01-05 01-19" || b.LastNotice() != "3 events were moved." {
		t.Error(got, b.LastNotice())
	}
	b.Undo()
	b.Fire("events.cancel")
	b.Want("Cancel “Thu 24 Dec · Coffee”") // its title is that of the others
	focused("question.no")
	b.Tap("Leave it")
	if got := b.series(); got != "12-10 12-24 01-07 01-21" {
		t.Error(got)
	}
	b.Fire("events.cancel")
	b.Tap("This and the 2 later ones")
	if got := b.series(); got != "12-10 12-24× 01-07× 01-21×" || b.LastNotice() != "3 events are cancelled." {
		t.Error(got, b.LastNotice())
	}
	b.Undo()
	b.Fire("events.remove")
	b.Tap("This and the 2 later ones")
	if got := b.series(); got != "12-10" {
		t.Error(got)
	}
	b.Undo()
	if got := b.series(); got != "12-10 12-24 01-07 01-21" {
		t.Error(got)
	}
}

// Given one of a series, when a field is changed in place, then the later ones can have the same; those before keep theirs.
func TestChangeTheLaterOnesToo(t *testing.T) {
	b, ids := planned(t)
	b.Type("Where", "Room Kepler")
	b.Leave()
	if got, want := b.LastNotice(), "Changed in this one of the series: where."; got != want {
		t.Fatalf("the notice says %q", got)
	}
	n := b.Notices[len(b.Notices)-1]
	if n.Action != "The 2 later ones too" {
		t.Errorf("it offers %q", n.Action)
	}
	n.Do()
	b.Settle()
	for i, want := range []string{"", "Room Kepler", "Room Kepler", "Room Kepler"} {
		if got := b.event(ids[i]).Place; got != want {
			t.Errorf("event %d is in %q, want %q", i, got, want)
		}
	}
	b.Type("Day", "2026-12-25")
	b.Leave()
	b.Notices[len(b.Notices)-1].Do()
	b.Settle()
	if got := b.series(); got != "12-10 12-25 01-08 01-22" {
		t.Error(got)
	}
}

// Given an event that was held, when a series of its kind is planned, then each has its agenda and who does what, and none its day before.
func TestASeriesLikeAnEvent(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.arrive(10)
	b.Fire("events.seriesOf")
	b.Type("How often", "every 3 weeks on Saturday, two times")
	b.Tap("Plan 2 events")
	d := b.Read()
	if got := b.series(); got != "12-12 01-02" {
		t.Fatal(got)
	}
	count := func(id int64) (lines, roles int) {
		for _, a := range d.Agenda {
			if a.EventID == id {
				lines++
			}
		}
		for _, r := range d.EventRoles {
			if r.EventID == id {
				roles++
			}
		}
		return lines, roles
	}
	lines, roles := count(10)
	for _, e := range d.Events[len(d.Events)-2:] {
		if l, r := count(e.ID); l != lines || r != roles || e.Title != "Second lightning round" || e.Minutes != 60 {
			t.Errorf("%+v has %d lines, %d roles", e, l, r)
		}
	}
}

// Given an event, when it gets a last day, then it says so, and stays among those to come until that day is over.
func TestEventOverSeveralDays(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.arrive(10)
	b.Tap("Last day, link and more")
	b.Type("Last day", "2026-12-07")
	b.Leave()
	b.Want("Sat 5 Dec 2026", "16:00 to Mon 7 Dec, 17:00")
	b.Clock.Day = data.NewDate(2026, 12, 7)
	b.screen.Load()
	b.Settle()
	if d := b.screen.pane.detail; d.Section != Coming || d.Next != StepStart {
		t.Errorf("on its last day it is %s and needs %s", d.Section, d.Next)
	}
	b.Clock.Day = data.NewDate(2026, 12, 8)
	b.screen.Load()
	b.Settle()
	if d := b.screen.pane.detail; d.Section != Unclear || d.Next != StepHold {
		t.Errorf("the day after it is %s and needs %s", d.Section, d.Next)
	}
}

// The dialog, with a line being corrected, as it looks.
func TestPictureSeries(t *testing.T) {
	if !uitest.KeepsPictures() {
		t.Skip("no pictures are wanted")
	}
	for name, o := range map[string]uitest.Options{"series": {}, "series-dark": {Dark: true}, "series-200": {Scale: 2}, "series-small": {Width: 960, Height: 640}} {
		b := open(t, datatest.Demo(t), o)
		if err := store.Rows(b.Store, store.Pauses).Save(t.Context(), &data.Pause{Name: "Christmas break", First: data.NewDate(2026, 12, 21), Last: data.NewDate(2027, 1, 3)}); err != nil {
			t.Fatal(err)
		}
		b.screen.Load()
		b.Fire("events.series")
		b.Type("Title", "Lean coffee")
		b.Type("Where", "Room Halley")
		b.Type("How often", "every second Thursday, six times, at 16:00, from 10 Dec")
		b.TapNode(b.ByID("button", "day.2027-02-04"))
		b.Keep(name)
	}
}
