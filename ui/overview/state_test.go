package overview

import (
	"context"
	"errors"
	"slices"
	"testing"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/demo"
	"copleader/data/words"
)

// held is a store that holds a snapshot, or fails.
type held struct {
	Store
	snapshot *data.Snapshot
	err      error
}

func (h held) Snapshot(context.Context) (*data.Snapshot, error) { return h.snapshot, h.err }

var today = data.NewDate(2026, 11, 21)

func read(t *testing.T, s *data.Snapshot) View {
	t.Helper()
	v, err := NewState(held{snapshot: s}, words.English(), coach.Visit{}).Read(context.Background(), today)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func demoSnapshot(t *testing.T) *data.Snapshot {
	t.Helper()
	s, err := demo.Snapshot(today)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The figures of the demo are those of domain.md 17.
func TestDemo(t *testing.T) {
	t.Parallel()
	v := read(t, demoSnapshot(t))

	if want := [5]int{3, 5, 7, 8, 1}; v.Participation.Counts != want || !v.Participation.Enough {
		t.Errorf("levels %v, want %v", v.Participation.Counts, want)
	}
	if got := v.Participation.Lines[3]; got != (Line{"8", "peripheral, 2 of them new"}) {
		t.Errorf("the peripheral line is %+v", got)
	}
	if v.Participation.Sentence != "12 of 23 gave something in 26 weeks" {
		t.Errorf("giving: %q", v.Participation.Sentence)
	}
	if v.Road.Reached+len(v.Road.Open) != v.Road.Of || v.Road.Of != 21 {
		t.Errorf("road: %+v", v.Road)
	}
}

func TestDemoHealthAndEvents(t *testing.T) {
	t.Parallel()
	v := read(t, demoSnapshot(t))
	if v.Health.Note != "15 of 23 answered" || len(v.Health.Bars) != 14 {
		t.Errorf("health: %q, %d bars", v.Health.Note, len(v.Health.Bars))
	}
	first := v.Health.Bars[0]
	if first.Card != "Time and backing" || first.Words != "split" || !slices.Equal(first.Counts, []int{4, 4, 1, 3, 3}) {
		t.Errorf("the first bar is %+v", first)
	}
	if second := v.Health.Bars[1]; second.Card != "Pace and rhythm" || second.Words != "concern" {
		t.Errorf("the second bar is %+v", second)
	}
	if v.Coming.Title != "Second lightning round" || v.Coming.Then != "Nothing after that." || v.Coming.Rhythm != "You meet every 21 days." || !v.Coming.Plan {
		t.Errorf("coming: %+v", v.Coming)
	}
	if v.Coming.When != "in 2 weeks, Saturday 16:00 · Ελένη Παπαδοπούλου" {
		t.Errorf("when: %q", v.Coming.When)
	}
}

func TestDemoSteps(t *testing.T) {
	t.Parallel()
	steps := read(t, demoSnapshot(t)).Steps
	var titles []string
	for _, s := range steps {
		titles = append(titles, s.Title)
		if s.Reason == "" || s.Button == "" || s.Page == "" {
			t.Errorf("%q leads nowhere or gives no reason: %+v", s.Title, s)
		}
	}
	for _, want := range []string{"Publish the minutes of “Accessibility checks by hand”", "Find someone for “Slow interface suite in Payments”", "Finish before you begin"} {
		if !slices.Contains(titles, want) {
			t.Errorf("%q is not among %q", want, titles)
		}
	}
	// The retrospective was held 7 days ago: its minutes are due, not late.
	if slices.Contains(titles, "Publish the minutes of “Half-year retrospective”") {
		t.Error("minutes are missed too early")
	}
	// Both cards of concern have an item on the board.
	for _, title := range titles {
		if title == "Act on “Pace and rhythm”" || title == "Act on “Time and backing”" {
			t.Errorf("%q, though the board answers it", title)
		}
	}
}

func TestNewCommunity(t *testing.T) {
	t.Parallel()
	c := data.NewCommunity("Fresh")
	c.ID, c.LeaderID, c.StartedOn = 1, 1, today
	v := read(t, &data.Snapshot{Community: c, Members: []data.Member{{ID: 1, Name: "Ana", Kind: data.KindMember, JoinedOn: today}}})
	var titles []string
	for _, s := range v.Steps {
		titles = append(titles, s.Title)
	}
	want := []string{"Put the next date in", "Add your first members", "Go on with the charter"}
	if !slices.Equal(titles, want) {
		t.Errorf("steps %q, want %q", titles, want)
	}
	if v.Participation.Enough || v.Participation.Sentence != "Levels show once 3 events were held; 0 so far." {
		t.Errorf("participation: %+v", v.Participation)
	}
	if v.Health.RoundID != 0 || v.Health.Sentence == "" {
		t.Errorf("health: %+v", v.Health)
	}
	if v.Coming.ID != 0 || v.Coming.Then != "Nothing is planned." {
		t.Errorf("coming: %+v", v.Coming)
	}
}

// Each step appears when its reason does, and only then.
func TestStepsBoundaries(t *testing.T) {
	t.Parallel()
	event := func(status data.EventStatus, days int) data.Event {
		return data.Event{ID: 7, Title: "Talk", Format: "brown_bag", On: today.AddDays(days), Status: status}
	}
	for _, tc := range []struct {
		name   string
		s      data.Snapshot
		title  string
		wanted bool
	}{
		{"minutes after 7 days", data.Snapshot{Events: []data.Event{event(data.StatusHeld, -7)}}, "Publish the minutes of “Talk”", false},
		{"minutes after 8 days", data.Snapshot{Events: []data.Event{event(data.StatusHeld, -8)}}, "Publish the minutes of “Talk”", true},
		{"minutes published", data.Snapshot{Events: []data.Event{event(data.StatusHeld, -8)},
			Minutes: []data.Minutes{{EventID: 7, PublishedOn: today}}}, "Publish the minutes of “Talk”", false},
		{"minutes written, not published", data.Snapshot{Events: []data.Event{event(data.StatusHeld, -8)},
			Minutes: []data.Minutes{{EventID: 7, Text: "x"}}}, "Publish the minutes of “Talk”", true},
		{"planned in 7 days", data.Snapshot{Events: []data.Event{event(data.StatusPlanned, 7)}}, "Announce “Talk”", true},
		{"planned in 8 days", data.Snapshot{Events: []data.Event{event(data.StatusPlanned, 8)}}, "Announce “Talk”", false},
		{"announced", data.Snapshot{Events: []data.Event{event(data.StatusAnnounced, 2)}}, "Announce “Talk”", false},
		{"planned at all", data.Snapshot{Events: []data.Event{event(data.StatusPlanned, 30)}}, "Put the next date in", false},
		{"call for help 7 days", data.Snapshot{Items: []data.Item{{Title: "Help", Kind: data.KindHelpRequest, Column: data.ColumnReady, CreatedOn: today.AddDays(-7)}}},
			"Find someone for “Help”", false},
		{"call for help 8 days", data.Snapshot{Items: []data.Item{{Title: "Help", Kind: data.KindHelpRequest, Column: data.ColumnReady, CreatedOn: today.AddDays(-8)}}},
			"Find someone for “Help”", true},
		{"call for help parked", data.Snapshot{Items: []data.Item{{Title: "Help", Kind: data.KindHelpRequest, Column: data.ColumnParked, CreatedOn: today.AddDays(-8)}}},
			"Find someone for “Help”", false},
		{"doing 45 days", doing(1, 45), "Finish before you begin", false},
		{"doing 46 days", doing(1, 46), "Finish before you begin", true},
		{"doing 3 of 3", doing(3, 1), "Finish before you begin", false},
		{"doing 4 of 3", doing(4, 1), "Finish before you begin", true},
		{"round on its last day", data.Snapshot{Rounds: []data.Round{{ID: 1, Name: "Round 1", OpenedOn: today.AddDays(-9), ClosesOn: today}}}, "Close “Round 1”", false},
		{"round after its last day", data.Snapshot{Rounds: []data.Round{{ID: 1, Name: "Round 1", OpenedOn: today.AddDays(-9), ClosesOn: today.AddDays(-1)}}}, "Close “Round 1”", true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			steps := read(t, &tc.s).Steps
			got := slices.ContainsFunc(steps, func(s Step) bool { return s.Title == tc.title })
			if got != tc.wanted {
				t.Errorf("%q: %v, want %v in %+v", tc.title, got, tc.wanted, steps)
			}
		})
	}
}

// doing is a board with so many items in Doing for so many days.
func doing(n, days int) data.Snapshot {
	var s data.Snapshot
	for i := range n {
		id := int64(i + 1)
		s.Items = append(s.Items, data.Item{ID: id, Title: "Item", Column: data.ColumnDoing, CreatedOn: today.AddDays(-400)})
		s.Moves = append(s.Moves, data.ItemMove{ItemID: id, Column: data.ColumnDoing, On: today.AddDays(-days)})
	}
	return s
}

func TestFewAnswersAreWithheld(t *testing.T) {
	t.Parallel()
	s := demoSnapshot(t)
	few := *s
	few.Returns = nil
	few.Tallies = nil
	few.Responses = nil
	v := read(t, &few)
	if len(v.Health.Bars) != 0 || v.Health.Sentence != "Fewer than 5 answered, so nothing more is shown." {
		t.Errorf("health with nobody's answers: %+v", v.Health)
	}
}

func TestFailingStore(t *testing.T) {
	t.Parallel()
	_, err := NewState(held{err: errors.New("no disk")}, words.English(), coach.Visit{}).Read(context.Background(), today)
	if err == nil {
		t.Error("a failing store is not told of")
	}
}
