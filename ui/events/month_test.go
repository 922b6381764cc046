package events

import (
	"testing"
	"time"

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
	b.Key("Home")
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
	b.Want("Coming up", "Half-year retrospective", "Two stuck test suites")
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
	if b.Win.Canvas().Focused() != b.screen.pane.fields.Input("purpose") {
		t.Error("Enter does not lead into the event")
	}
	b.Tap("All events")
	b.screen.Arrive(int64(3))
	b.Settle()
	b.Want("Open lean coffee", "What it is for")
	b.SetTheme(0, 1)
	b.Want("Coming up", "What it is for")
	b.WantNot("All events")
}
