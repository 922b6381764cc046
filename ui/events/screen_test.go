package events

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// bench is the screen in a window over a real file.
type bench struct {
	*uitest.Bench
	screen *Screen
}

func open(t testing.TB, st *store.Store, o uitest.Options) *bench {
	t.Helper()
	b := &bench{Bench: uitest.NewBench(t, st, o)}
	b.screen = New(b.Deps(), st)
	b.Put(b.screen)
	return b
}

// event reads an event from the file.
func (b *bench) event(id int64) data.Event {
	b.T.Helper()
	e, ok := b.Read().EventByID(id)
	if !ok {
		b.T.Fatalf("event %d is not in the file", id)
	}
	return e
}

// arrive shows an event.
func (b *bench) arrive(id int64) {
	b.T.Helper()
	b.screen.Arrive(id)
	b.Settle()
	if got := b.screen.pane.detail.Event.ID; got != id {
		b.T.Fatalf("the pane shows event %d, want %d", got, id)
	}
}

// tall is a window in which nothing has to be scrolled.
var tall = uitest.Options{Width: 1280, Height: 2000}

// Given the demo, then what comes up and what was held stand there as data/README.md, Demo says, the next event in detail.
func TestDemoProgramme(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.Want("Coming up", "Sat 5 Dec", "in 2 weeks", "Second lightning round", "2 of 6 speakers · Announced",
		"Held", "1 week ago", "Half-year retrospective", "5 came · minutes due",
		"4 weeks ago", "6 came · worth it 3.0 (6)", "minutes missing",
		"19 weeks ago", "12 and 3 guests · worth it 4.5 (11)", "10 came · worth it 4.3 (10)")
	b.Want("60 of 60 minutes", "16:00", "16:05", "16:47", "16:55", "Six talks of 5 + 2",
		"Ελένη Παπαδοπούλου", "Žofie Dvořáková", "Ægir Strømø", "nobody yet", "3 days ago, Community channel", "4 more speakers", "10 days before", "Likely to come", "from the last 6 events")
	b.WantNot("Was it worth the time?", "Decisions")
}

// Given the demo, then likely to come are those who were at three or more of the last six events.
func TestLikelyToCome(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	d := b.screen.pane.detail
	times := map[int64]int{}
	s := b.Read()
	for _, a := range s.Attendance {
		if a.Present && a.EventID >= 4 && a.EventID <= 9 {
			times[a.MemberID]++
		}
	}
	for _, m := range s.Members {
		if want, got := times[m.ID] >= 3, slices.Contains(d.Likely, m.Name); got != want {
			t.Errorf("%s was at %d of six events; likely: %v", m.Name, times[m.ID], got)
		}
	}
}

// Given an event, when its time is typed as people write times, and moved to hours that the clocks of its zone skip or show twice, then the
// field says which is meant, and no more once the day is another.
func TestHoursWhenClocksAreSet(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.Type("Time", "4:30 pm")
	b.Leave()
	if got := b.event(10).Start.String(); got != "16:30" {
		t.Errorf("the file has %s", got)
	}
	for _, typed := range []string{"4:30pm", "16h30"} { // the time that stands there already
		b.Type("Time", typed)
		b.Leave()
		b.Want("16:30")
		b.WantNot(typed)
		b.Type("Time", typed+"\n")
		b.WantNot(typed)
	}
	b.Type("Time", "230")
	b.Type("Day", "28.3.2027")
	b.Leave()
	if e := b.event(10); e.Start.String() != "02:30" || e.On.String() != "2027-03-28" || e.TimeZone != "Europe/Berlin" {
		t.Fatalf("the file has %s, %s, %s", e.On, e.Start, e.TimeZone)
	}
	b.Want("Clocks go forward that night in Europe/Berlin, so 02:30 does not exist. Is 03:30 meant?", "Yes, 03:30", "No, 01:30", "03:30 to 04:30")
	b.WantNot("02:30 to 03:30")
	if got := b.screen.pane.detail.Agenda[0].Clock; got != "03:30" {
		t.Errorf("the programme begins at %s", got)
	}
	b.Type("Day", "31 Oct 2027")
	b.Leave()
	b.Want("Clocks go back that night in Europe/Berlin, so 02:30 comes twice. The first is meant, at UTC+02:00.")
	b.WantNot("go forward")
	b.Type("Day", "2027-11-01")
	b.Leave()
	b.WantNot("Clocks go")
}

// Given an event, when its fields are changed, then the file has them, the agenda's clock follows, and undo brings the old.
func TestEditInPlace(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.Type("What it is for", "Six short talks by newcomers")
	b.Type("Where", "Room Kepler")
	b.Type("Time", "17:30")
	b.Type("Minutes", "45")
	b.Type("Day", "2026-12-08")
	b.Leave()
	e := b.event(10)
	if e.Purpose != "Six short talks by newcomers" || e.Place != "Room Kepler" || e.Start.String() != "17:30" || e.Minutes != 45 ||
		e.On.String() != "2026-12-08" {
		t.Errorf("the file has %+v", e)
	}
	b.Want("60 of 45 minutes", "17:30", "17:35", "18:17")
	b.Undo()
	if got := b.event(10).On.String(); got != "2026-12-05" {
		t.Errorf("after undo the day is %s", got)
	}
	b.Tap("Last day, link and more")
	b.Type("Title", "Third lightning round")
	b.Type("Link", "https://example.org/room")
	b.Leave()
	b.Tap("Confidential: what was said stays there")
	b.Choose("Who may come", "Members only")
	e = b.event(10)
	if e.Title != "Third lightning round" || e.Link != "https://example.org/room" || !e.Confidential || e.Audience != data.MembersOnly {
		t.Errorf("the file has %+v", e)
	}
}

// Given an event, when a field has what it can't be, then below it stands what is wrong.
func TestWhatFieldsRefuse(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.Type("Time", "25 o'clock")
	b.Leave()
	if got := b.ErrorAt("Time"); got != "Please write the time as hours and minutes, for example 16:00." {
		t.Errorf("below Time stands %q", got)
	}
	for _, typed := range [][3]string{
		{"Time", "25:00", "There is no hour 25. Please write the time as hours and minutes, for example 16:00."},
		{"Time", "16:75", "There is no minute 75. Please write the time as hours and minutes, for example 16:00."},
		{"Day", "31.2.", "February has no day 31. Please write another day."},
		{"Day", "Thu 31 April 2027", "April has no day 31. Please write another day."},
		{"Day", "29.2.2027", "In 2027 February has no day 29. Please write another day."},
		{"Day", "32.2.", "Please write a day, for example 5 Dec 2026."},
	} {
		b.Type(typed[0], typed[1])
		b.Leave()
		if got := b.ErrorAt(typed[0]); got != typed[2] {
			t.Errorf("below %s stands %q of %q", typed[0], got, typed[1])
		}
	}
	b.Type("Time", "17:30")
	b.Type("Minutes", "2")
	b.Leave()
	if got := b.ErrorAt("Minutes"); got != "Please choose a number from 5 to 1440." {
		t.Errorf("below Minutes stands %q", got)
	}
	b.Type("Day", "")
	b.Leave()
	if got := b.ErrorAt("Day"); got != "Please give a date." {
		t.Errorf("below Day stands %q", got)
	}
}

// Given the form, when an event is planned, then the day proposed is the last one and the spacing, the title the format's name,
// and the event has the format's agenda and its leader.
func TestPlan(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.Tap("Plan event")
	b.Choose("Format", "Problem clinic")
	b.Want("Help with real problems", "60 minutes · for 4 to 12 people")
	if got := b.Field("Day").Object.(*kit.TextField).Text; got != "Sat 26 Dec 2026" {
		t.Errorf("proposed is %s, want three weeks after 5 December", got)
	}
	b.Type("Where", "Video call")
	b.Type("Time", "nonsense")
	b.TapNode(b.ByID("button", "save"))
	if got := b.ErrorAt("Time"); !strings.HasPrefix(got, "Please write the time") {
		t.Errorf("below Time stands %q", got)
	}
	b.Type("Time", "09:30")
	b.Choose("Leads", "Łukasz Wiśniewski")
	b.TapNode(b.ByID("button", "save"))
	s := b.Read()
	e := b.event(11)
	want := e
	want.Title, want.Format, want.On, want.Start = "Problem clinic", "problem_clinic", data.NewDate(2026, 12, 26), 9*60+30
	want.Minutes, want.Status, want.Place, want.TimeZone = 60, data.StatusPlanned, "Video call", s.Community.TimeZone
	if !reflect.DeepEqual(e, want) {
		t.Errorf("the file has %+v, want %+v", e, want)
	}
	var steps []string
	for _, l := range s.Agenda {
		if l.EventID == 11 {
			steps = append(steps, l.Text)
		}
	}
	if got := strings.Join(steps, "|"); got != "Choose|Two cases of 25: 5 tell, 5 clarify, 12 advise, 3 commit|Feedback" {
		t.Errorf("the agenda is %s", got)
	}
	if got := b.screen.pane.detail; got.Event.ID != 11 || len(got.Parts[0].Who) != 1 || got.Parts[0].Who[0].ID != 2 {
		t.Errorf("the pane shows %+v", got)
	}
	b.Want("in 5 weeks", "Announce")
	b.Undo()
	b.WantNot("in 5 weeks")
}

// Given the formats, then all 21 stand there with their agenda, and one can be planned from its card.
func TestFormats(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 4000})
	b.Tap("Formats")
	for _, f := range data.Formats {
		b.Want(f.Name, f.Purpose)
	}
	if n := len(b.FindAll("Plan one")); n != 21 {
		t.Errorf("%d formats can be planned", n)
	}
	b.Want("60 minutes · for any number", "180 minutes · for 10 to 80 people", "Write down: Votes, order")
	b.TapNode(b.ByID("button", "plan.open_space"))
	b.TapNode(b.ByID("button", "save"))
	if e := b.event(11); e.Format != "open_space" || e.Minutes != 180 || e.Title != "Open space" {
		t.Errorf("the file has %+v", e)
	}
	b.Want("Coming up") // back in the agenda
}

// Given an event just planned, when its next deeds are done one after another, then it comes to have its minutes published.
func TestNextDeeds(t *testing.T) {
	st := datatest.Demo(t)
	b := open(t, st, tall)
	if err := store.Rows(st, store.Events).Change(context.Background(), 10, store.Visit{}, func(e *data.Event) { e.Status = data.StatusPlanned }); err != nil {
		t.Fatal(err)
	}
	b.TapNode(b.ByID("button", "events.next"))
	b.Want("Announce “Sat 5 Dec · Second lightning round”")
	b.Type("Where it was announced", "Poster")
	b.Tap("Note as announced")
	if got := b.event(10).Status; got != data.StatusAnnounced {
		t.Errorf("the status is %s", got)
	}
	b.Want("today, Poster")
	b.TapNode(b.ByID("button", "events.next")) // four of six talks are free
	b.Want("Whom do you ask?")
	b.Key(fyne.KeyEscape)
	b.Clock.Day = data.NewDate(2026, 12, 5)
	b.screen.Load()
	b.Settle()
	b.Want("Start meeting")
	b.Fire("events.held")
	b.Want("Who came to “Sat 5 Dec · Second lightning round”?")
	if got := b.event(10).Status; got != data.StatusHeld {
		t.Errorf("the status is %s", got)
	}
	b.Tap("Done")
	b.TapNode(b.ByID("button", "events.next"))
	if b.Win.Canvas().Focused() != b.screen.pane.record.Input("text") {
		t.Error("Write minutes does not lead into the minutes")
	}
	b.Keys("We laughed.")
	b.Leave()
	b.Type("What was decided", "Again in spring")
	b.Leave()
	b.Want("Publish minutes")
	b.TapNode(b.ByID("button", "events.next"))
	b.Tap("Note as published")
	for _, m := range b.Read().Minutes {
		if m.EventID == 10 && (m.Text != "We laughed." || m.Decisions != "Again in spring" || m.Where != "Wiki space" || m.PublishedOn == 0) {
			t.Errorf("the minutes are %+v", m)
		}
	}
	b.Want("Wiki space", "Sat 5 Dec 2026", "16:00 to 17:00", "Room Halley")
	b.WantNot("How many brought something")
	b.arrive(9)
	b.Type("How many brought something", "")
	b.Leave()
	if got := b.event(9).Brought; got != data.NotCounted {
		t.Errorf("%d brought something, want not counted", got)
	}
	b.Type("How many brought something", "0")
	b.Leave()
	if got := b.event(9).Brought; got != 0 {
		t.Errorf("%d brought something", got)
	}
	b.arrive(10)
	if d := b.screen.pane.detail; d.Next != StepNone {
		t.Errorf("after publishing, next is %q", d.Next)
	}
}

// Given an event, when it is cancelled, planned again and removed, then it stands where it belongs, and the notice brings it back.
func TestCancelAndRemove(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.Fire("events.cancel")
	b.Want("Cancelled", "Sat 5 Dec", "was planned")
	b.WantNot("Coming up")
	b.Fire("events.back")
	b.Want("Coming up")
	if got := b.event(10).Status; got != data.StatusPlanned {
		t.Errorf("the status is %s", got)
	}
	b.Tap("More")
	b.Tap("Remove “Sat 5 Dec · Second lightning round”")
	if _, there := b.Read().EventByID(10); there {
		t.Fatal("still in the file")
	}
	n := b.Notices[len(b.Notices)-1]
	if n.Action != "Undo" || n.Text != "“Sat 5 Dec · Second lightning round” was removed, with its programme, minutes and who came." {
		t.Errorf("the notice is %+v", n)
	}
	n.Do()
	b.Settle()
	b.Want("Second lightning round", "Six talks of 5 + 2")
	if got := b.screen.pane.detail.Event.ID; got != 10 {
		t.Errorf("the pane shows %d", got)
	}
}

// Given a day that is over, when nobody said whether the event took place, then the list asks.
func TestDidItTakePlace(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.Clock.Day = data.NewDate(2026, 12, 20)
	b.screen.Load()
	b.Settle()
	b.Want("Did it take place?", "Sat 5 Dec", "Announced", "Note who came")
	if b.Commands.Get("events.came").Words() != "Tick who came to “Sat 5 Dec · Second lightning round”" {
		t.Errorf("the command says %q", b.Commands.Get("events.came").Words())
	}
	b.Tap("Note who came")
	for _, r := range b.Read().EventRoles {
		if r.EventID != 10 || r.Part != data.PartFacilitator {
			continue
		}
		if !slices.ContainsFunc(b.Read().Attendance, func(a data.Attendance) bool { return a.EventID == 10 && a.MemberID == r.MemberID && a.Present }) {
			t.Errorf("member %d led and is not ticked", r.MemberID)
		}
	}
	if n := b.LastNotice(); n != "“Sat 5 Dec · Second lightning round” is noted as held." {
		t.Errorf("told is %q", n)
	}
	b.Notices[len(b.Notices)-1].Do()
	b.Settle()
	if d := b.Read(); b.event(10).Status != data.StatusAnnounced || slices.ContainsFunc(d.Attendance, func(a data.Attendance) bool { return a.EventID == 10 && a.Present }) || b.screen.attending != nil {
		t.Errorf("undone, it is %s, the list is open: %v", b.event(10).Status, b.screen.attending != nil)
	}
}

// Given an event that is to come, while another waits for its minutes to be published, then its menu offers nothing about the other.
func TestTheMenuOfAnEventIsOfItAlone(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	for _, e := range b.Read().Events { // whichever is published next
		if e.Status != data.StatusHeld {
			continue
		}
		if err := b.Store.ChangeMinutes(t.Context(), e.ID, store.Visit{}, func(m *data.Minutes) { m.Text, m.PublishedOn = "We met.", 0 }); err != nil {
			t.Fatal(err)
		}
	}
	b.Settle()
	b.arrive(10)
	for _, item := range b.screen.pane.menuItems() {
		if strings.HasPrefix(item.Label, "Publish the minutes") {
			t.Errorf("it offers %q", item.Label)
		}
	}
	if !b.Commands.Get("events.publish").Can() {
		t.Error("nothing waits to be published, so nothing is tried")
	}
}

// Given a file that is only read, then no field and no deed is offered.
func TestReadOnly(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Width: tall.Width, Height: tall.Height, ReadOnly: true})
	s := New(w.Deps(), datatest.Demo(t))
	w.ShowPage(s)
	w.Want("Second lightning round")
	w.WantNot("Plan event", "More", "Add", "Add a line", "Note who means to come", "Ask", "Ask somebody else", "Add a task", "Link with something else")
	// What is only looked at, printed or sent changes nothing.
	harmless := []string{"events.month", "events.kit", "events.mail", "events.minutes", "events.mailMinutes", "events.print"}
	for _, c := range w.Commands.All() {
		if strings.HasPrefix(c.ID, "events.") && !slices.Contains(harmless, c.ID) && c.Can() {
			t.Errorf("%s can be done", c.ID)
		}
	}
	if s.pane.fields.Input("purpose") != nil || s.pane.record.Input("text") != nil {
		t.Error("fields can be typed into")
	}
	w.Tap("4 more speakers") // nothing comes of it
	if w.Win.Canvas().Overlays().Top() != nil {
		t.Error("somebody can be chosen")
	}
	w.Fire("events.month")
	w.Want("November 2026")
	w.WantNot("Plan an event on this day")
	w.Tap("Formats")
	w.WantNot("Plan one")
}

// Given a community without events, then the screen says what belongs there and offers the first.
func TestNoEvents(t *testing.T) {
	b := open(t, datatest.Founded(t), uitest.Options{})
	b.Want("Here stand the events", "Plan the first one")
	b.Tap("Plan the first one")
	if got := b.Field("Day").Object.(*kit.TextField).Text; got != "Sat 12 Dec 2026" {
		t.Errorf("proposed is %s", got)
	}
	b.TapNode(b.ByID("button", "save"))
	b.Want("Lean coffee", "Coming up", "Nobody can be told yet")
	if e := b.event(1); e.Format != "lean_coffee" || e.Start.String() != "16:00" {
		t.Errorf("the file has %+v", e)
	}
}

// Given large text on a small screen, when the menu of any event opens, then nothing of it has to stand elsewhere for want of room, and
// what removes stands last.
func TestTheMenuOfAnEventStaysLow(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 800, Scale: 2})
	line := widget.NewLabel("Mg").MinSize().Height
	for _, e := range b.Read().Events {
		b.arrive(e.ID)
		items := b.screen.pane.menuItems()
		if high := line * float32(len(items)); high > 760 {
			t.Errorf("the menu of %q is %.0f high", e.Title, high)
		}
		if last := items[len(items)-1]; !strings.HasPrefix(last.Label, "Remove ") {
			t.Errorf("the menu of %q ends with %q", e.Title, last.Label)
		}
	}
}

// Given an event that needs its minutes, when one scrolls down to them, then what is next stays where it was.
func TestTheNextDeedStaysInSight(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.arrive(8)
	at := func(kind, id string) fyne.Position {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(b.ByID(kind, id).Object)
	}
	before, purpose := at("button", "events.next"), at("reading", "purpose")
	b.screen.pane.scroll.SetOffset(400)
	b.Settle()
	if now := at("button", "events.next"); now != before || before.Y < 0 {
		t.Errorf("it stood at %v, and stands at %v", before, now)
	}
	if now := at("reading", "purpose"); now == purpose {
		t.Error("nothing was scrolled")
	}
}
