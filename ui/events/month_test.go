package events

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/words"
	"copleader/ui/uitest"
)

// stateOf is a state that shows a few rows.
func stateOf(s *data.Snapshot) *State {
	state := NewState(nil, frozen(today), words.English())
	state.Take(programmeOf(s))
	return state
}

// Given months that begin and end on any day, then the weeks run from Monday and hold every day of the month once.
func TestMonth(t *testing.T) {
	t.Parallel()
	state := stateOf(&data.Snapshot{})
	for _, tc := range []struct {
		day, title, first string
		weeks             int
	}{
		{"2026-11-21", "November 2026", "2026-10-26", 6}, {"2027-02-01", "February 2027", "2027-02-01", 4},
		{"2024-02-29", "February 2024", "2024-01-29", 5}, {"2026-12-31", "December 2026", "2026-11-30", 5},
	} {
		day, _ := data.ParseDate(tc.day)
		m := state.MonthOf(day, time.Monday)
		if m.Title != tc.title || len(m.Weeks) != tc.weeks || m.Weeks[0][0].On.String() != tc.first {
			t.Errorf("%s is %s from %s in %d weeks", tc.day, m.Title, m.Weeks[0][0].On, len(m.Weeks))
		}
		inside, before := 0, m.Weeks[0][0].On.AddDays(-1)
		for _, week := range m.Weeks {
			for _, d := range week {
				if d.On != before.AddDays(1) {
					t.Errorf("%s follows %s", d.On, before)
				}
				before = d.On
				if !d.Outside {
					inside++
				}
			}
		}
		if _, _, last := day.AddMonths(1).Civil(); inside < 28 || inside > 31 || last < 1 {
			t.Errorf("%s has %d days", tc.title, inside)
		}
	}
}

// Given the demo, then the month shows its events on their days, keys go from day to day, Enter opens what is there or plans.
func TestMonthByKeys(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.Tap("Month")
	b.Want("November 2026", "Mon", "16:00 Half-year retrospective", "Plan an event on this day")
	b.Win.Canvas().Focus(b.screen.month.grid)
	for range 7 {
		b.Key("Left")
	}
	b.Want("Saturday, 14 Nov 2026", "16:00 Half-year retrospective")
	b.Key("Next")
	b.Want("December 2026", "16:00 Second lightning round", "Monday, 14 Dec 2026")
	b.Key("Prior")
	b.Key("T")
	b.Key("Down")
	b.Key("Down")
	b.Want("Saturday, 5 Dec 2026")
	b.Key("Return")
	b.Want("Coming up")
	if got := b.screen.pane.detail.Event.ID; got != 10 {
		t.Errorf("shown is event %d", got)
	}
	b.Tap("Month")
	b.Win.Canvas().Focus(b.screen.month.grid)
	b.Key("Right")
	b.Key("Return")
	if got := b.Field("Day").Object.(interface{ UIValue() string }).UIValue(); got != "Sun 6 Dec 2026" {
		t.Errorf("planned for %s", got)
	}
}

// Given the month, when an event is tapped, then it is shown; when a day is tapped, it can be planned on; links lead to other months.
func TestMonthByHand(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Month")
	b.Tap("Later")
	b.Tap("16:00 Second lightning round")
	if got := b.screen.pane.detail.Event.ID; got != 10 || b.screen.chips.Selected() != viewAgenda {
		t.Errorf("shown is event %d in view %d", got, b.screen.chips.Selected())
	}
	b.Tap("Month")
	b.Tap("Today")
	b.Want("November 2026")
	b.Tap("Earlier")
	b.Want("October 2026", "Wednesday, 21 Oct 2026")
	b.Tap("13")
	b.Want("Tuesday, 13 Oct 2026")
	b.TapNode(b.ByID("button", "day.plan"))
	b.Type("Title", "Late idea")
	b.TapNode(b.ByID("button", "save"))
	if e := b.event(11); e.On.String() != "2026-10-13" || e.Title != "Late idea" {
		t.Errorf("the file has %+v", e)
	}
}

// Given a window with room for one part, then the list has it until an event is opened, and a link leads back; with room for
// both, both stand there.
func TestRoomForOne(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 960, Height: 640, Scale: 2})
	b.Want("Coming up", "Half-year retrospective", "Accessibility checks by hand")
	b.WantNot("What it is for", "All events")
	b.Tap("Half-year retrospective")
	b.Want("What it is for", "All events")
	b.WantNot("Coming up")
	b.Tap("All events")
	b.Want("Coming up")
	b.WantNot("What it is for")
	b.Win.Canvas().Focus(b.screen.list)
	b.Key("Down")
	b.Key("Return")
	b.Want("What it is for")
	if b.Win.Canvas().Focused() != b.screen.pane.fields.Reading("title") {
		t.Error("Enter does not lead into the event")
	}
	b.Tap("All events")
	b.screen.Arrive(int64(3))
	b.Settle()
	b.Want("Open lean coffee", "What it is for")
	b.SetTheme(0, 1)
	b.Want("Held", "What it is for")
	b.WantNot("All events")
}

// moved is the day of an event in the file.
func (b *bench) moved(id int64) string { return b.event(id).On.String() }

// Given the month, when an event to come is dragged to another day, then it is there, at its time, and Undo brings it back; one that was held
// stays, and so does one dropped beside the month.
func TestDragInTheMonth(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.Tap("Month")
	b.Drag("16:00 Half-year retrospective", 160, 0)
	if got := b.moved(9); got != "2026-11-14" {
		t.Errorf("what was held is on %s now", got)
	}
	b.screen.month.choose(data.NewDate(2026, 12, 1)) // so that it is not told above the month too
	b.Settle()
	cell := b.screen.month.grid.cellAt(fyne.NewPos(10, b.screen.month.grid.headHigh()+10)).box.Size()
	b.Drag("16:00 Second lightning round", -cell.Width-cellGap, cell.Height+cellGap)
	if got := b.moved(10); got != "2026-12-11" || b.event(10).Start.String() != "16:00" || b.LastNotice() != "“Second lightning round” is on Fri 11 Dec 2026 now." {
		t.Errorf("it is on %s; %s", got, b.LastNotice())
	}
	b.Want("Friday, 11 Dec 2026")
	b.Undo()
	if got := b.moved(10); got != "2026-12-05" {
		t.Errorf("after undo it is on %s", got)
	}
	b.screen.month.choose(data.NewDate(2026, 12, 1))
	b.Settle()
	b.Drag("16:00 Second lightning round", 0, -2000)
	if got := b.moved(10); got != "2026-12-05" {
		t.Errorf("dropped beside the month it is on %s", got)
	}
}

// Given the month, when an event is taken up with Space, carried with the arrows and put down with Enter, or pushed with Alt and an arrow, then
// it is on that day; Escape leaves it; Insert and a double click plan on the day.
func TestMonthByKeysAndDoubleClick(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.Tap("Month")
	b.screen.month.choose(data.NewDate(2026, 12, 5))
	b.Win.Canvas().Focus(b.screen.month.grid)
	b.Key(fyne.KeySpace)
	b.Want("“Sat 5 Dec · Second lightning round” is taken up: arrows choose its day, Enter puts it there, Escape leaves it.")
	b.Key(fyne.KeyRight)
	b.Key(fyne.KeyEscape)
	b.WantNot("is taken up")
	if got := b.moved(10); got != "2026-12-05" {
		t.Errorf("left, it is on %s", got)
	}
	b.Key(fyne.KeyLeft)
	b.Key(fyne.KeySpace)
	b.Key(fyne.KeyDown)
	b.Key(fyne.KeyRight)
	b.Key(fyne.KeyReturn)
	if got := b.moved(10); got != "2026-12-13" {
		t.Errorf("put down, it is on %s", got)
	}
	b.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt})
	if got := b.moved(10); got != "2026-12-06" {
		t.Errorf("pushed, it is on %s", got)
	}
	b.Key(fyne.KeyInsert)
	if got := b.Field("Day").Object.(interface{ UIValue() string }).UIValue(); got != "Sun 6 Dec 2026" {
		t.Errorf("Insert plans for %s", got)
	}
	b.Tap("Cancel")
	at := fyne.NewPos(10, b.screen.month.grid.cells[7].box.Position().Y+10)
	b.screen.month.grid.Tapped(&fyne.PointEvent{Position: at})
	b.Clock.Time = b.Clock.Time.Add(time.Second)
	b.screen.month.grid.Tapped(&fyne.PointEvent{Position: at})
	if b.Win.Canvas().Overlays().Top() != nil {
		t.Error("two slow clicks plan an event")
	}
	b.Clock.Time = b.Clock.Time.Add(200 * time.Millisecond)
	b.screen.month.grid.Tapped(&fyne.PointEvent{Position: at})
	if got := b.Field("Day").Object.(interface{ UIValue() string }).UIValue(); got != "Mon 7 Dec 2026" {
		t.Errorf("a double click plans for %s", got)
	}
}

// Given one of a series, when it is dragged, then the program asks about the later ones.
func TestDragOneOfASeries(t *testing.T) {
	b, _ := planned(t)
	b.Tap("Month")
	b.screen.month.choose(data.NewDate(2026, 12, 24))
	b.Settle()
	b.Win.Canvas().Focus(b.screen.month.grid)
	b.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt})
	b.Tap("This and the 2 later ones")
	if got := b.series(); got != "12-10 12-23 01-06 01-20" {
		t.Error(got)
	}
}

// Given an event over several days, then it stands on each of them in the month.
func TestMonthShowsEveryDayOfAnEvent(t *testing.T) {
	t.Parallel()
	e := event(1, 9, data.StatusPlanned)
	e.LastDay = e.On.AddDays(2)
	state := stateOf(&data.Snapshot{Events: []data.Event{e}})
	n := 0
	for _, week := range state.MonthOf(e.On, time.Monday).Weeks {
		for _, day := range week {
			for _, there := range day.Events {
				n++
				if there.First != e.On || (there.Clock == "16:00") != (day.On == e.On) {
					t.Errorf("on %s stands %+v", day.On, there)
				}
			}
		}
	}
	if n != 3 {
		t.Errorf("it stands on %d days", n)
	}
}

// Given all events, when something is searched or one kind is wanted, then the list and the month show those alone, and the pane one of them.
func TestSearchEvents(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	titles := func() string {
		var all []string
		for _, id := range b.screen.state.Rows() {
			all = append(all, b.screen.state.Title(id))
		}
		return strings.Join(all, ", ")
	}
	all := titles()
	b.screen.Find()
	b.Keys("OPEN lean")
	if got := titles(); got != "Open lean coffee" || b.screen.pane.detail.Event.Title != got {
		t.Errorf("found: %s, the pane shows %s", got, b.screen.pane.detail.Event.Title)
	}
	b.Tap("Month")
	b.WantNot("Half-year retrospective")
	b.Tap("List")
	b.Type("Find…", "zofie")
	if got := titles(); !strings.Contains(got, "Second lightning round") {
		t.Errorf("who speaks is found at %q", got)
	}
	b.Type("Find…", "no such thing")
	b.Want("No event is found.")
	b.Tap("Show all events")
	if got := titles(); got != all {
		t.Errorf("all are %s", got)
	}
	b.Tap("Any kind")
	b.Tap("Without minutes")
	for _, id := range b.screen.state.Rows() {
		if m := b.screen.state.programme.minutes[id]; m.Text != "" {
			t.Errorf("%s has minutes", b.screen.state.Title(id))
		}
	}
	b.Tap("Without minutes")
	b.Tap("Lightning talks")
	for _, id := range b.screen.state.Rows() {
		if e := b.event(id); e.Format != "lightning_talks" {
			t.Errorf("%s is no round of talks", e.Title)
		}
	}
	b.screen.Arrive(int64(3))
	b.Settle()
	if got := titles(); got != all || b.screen.pane.detail.Event.ID != 3 {
		t.Errorf("led to an event that was hidden, the list has %s", got)
	}
}

// Given a search that nothing of the month fits, then the month says so, with how many events of other months do, and shows all again.
func TestMonthWithoutWhatIsSought(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.Fire("events.month")
	b.Type("Find…", "zzzz")
	b.Want("No event is found.")
	b.Type("Find…", "second lightning")
	b.Want("Nothing of this month is what you look for; 1 event of another month is.")
	b.Tap("Later")
	b.WantNot("Nothing of this month")
	b.Type("Find…", "zzzz")
	b.Tap("Show all events")
	b.WantNot("No event is found.")
	b.Want("Second lightning round")
}

// Given the month with the keys, when they are none of its own, then the window has them: F1, and Escape with nothing taken up.
func TestMonthPassesOnWhatIsNotItsOwn(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.Tap("Month")
	c, grid := b.Win.Canvas(), b.screen.month.grid
	var got []string
	c.SetOnTypedKey(func(e *fyne.KeyEvent) { got = append(got, string(e.Name)) })
	b.screen.month.choose(data.NewDate(2026, 12, 5))
	for _, key := range []fyne.KeyName{fyne.KeyF1, fyne.KeySpace, fyne.KeyEscape, fyne.KeyEscape} {
		c.Focus(grid)
		b.Key(key)
	}
	if want := "F1 Escape"; strings.Join(got, " ") != want {
		t.Errorf("the window has %v, want %s", got, want)
	}
}
