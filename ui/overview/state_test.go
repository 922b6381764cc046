package overview

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/datatest"
	"copleader/data/demo"
	"copleader/data/words"
)

var today = data.NewDate(2026, 11, 21)

// read words a snapshot without a file.
func read(s *data.Snapshot) View { return NewState(nil, words.English(), coach.Visit{}).Of(s, today) }

func demoSnapshot(t *testing.T) *data.Snapshot {
	t.Helper()
	s, err := demo.Snapshot(today)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The figures of the demo are those of data/README.md, Demo.
func TestDemo(t *testing.T) {
	t.Parallel()
	v := read(demoSnapshot(t))

	if want := [5]int{3, 5, 7, 8, 1}; v.Participation.Counts != want || !v.Participation.Enough {
		t.Errorf("levels %v, want %v", v.Participation.Counts, want)
	}
	if got := v.Participation.Lines[3]; got != (Line{"8", "peripheral, 2 of them new"}) {
		t.Errorf("the peripheral line is %+v", got)
	}
	if got := v.Participation.Lines[4:]; !slices.Equal(got, []Line{{"1", "contact"}}) {
		t.Errorf("apart stand %+v", got)
	}
	if v.Participation.Sentence != "12 of 23 gave something in half a year" {
		t.Errorf("giving: %q", v.Participation.Sentence)
	}
	if v.Road != (Road{17, 21}) {
		t.Errorf("road: %+v", v.Road)
	}
}

// Newcomers are counted where they count, and those who are no peripheral members stand apart.
func TestWhoTakesPart(t *testing.T) {
	t.Parallel()
	s := *demoSnapshot(t)
	s.Members = slices.Clone(s.Members)
	s.Members[13].ResourcesOnly, s.Members[17].ResourcesOnly = true, true
	s.Declared = []data.DeclaredLevel{{ID: 1, MemberID: 21, Level: data.Active, DeclaredOn: today}}
	s.Community.CadenceDays = 92
	p := read(&s).Participation
	want := []Line{{"3", "core"}, {"6", "active, 1 of them new"}, {"7", "occasional"}, {"5", "peripheral, 1 of them new"},
		{"2", "use our resources only"}, {"1", "contact"}}
	if !slices.Equal(p.Lines, want) {
		t.Errorf("got %+v", p.Lines)
	}
	if p.Sentence != "12 of 23 gave something in 552 days · 1 level set by hand" {
		t.Errorf("giving: %q", p.Sentence)
	}
}

func TestDemoHealthAndEvents(t *testing.T) {
	t.Parallel()
	v := read(demoSnapshot(t))
	if v.Health.Note != "15 of 23 answered" || len(v.Health.Talk) != 2 || len(v.Health.Rest) != 12 {
		t.Fatalf("health: %q, %d and %d cards", v.Health.Note, len(v.Health.Talk), len(v.Health.Rest))
	}
	first := v.Health.Talk[0]
	if first.Card != "Time and backing" || first.Words != "split" || !slices.Equal(first.Counts, []int{4, 4, 1, 3, 3}) ||
		first.Note != "Two camps: 8 low, 6 high · “Two protected hours a month” is on the board" {
		t.Errorf("the first card is %+v", first)
	}
	if second := v.Health.Talk[1]; second.Card != "Pace and rhythm" || second.Words != "concern" ||
		second.Note != "6 of 15 answered low · down since Round 1 · “Try an earlier time slot” is on the board" {
		t.Errorf("the second card is %+v", second)
	}
	if v.Beat.Nothing != "Nothing planned from here on." || v.Beat.Would != "Every 21 days: Sat 26 Dec would be next." || v.Beat.Gaps[0].Next != today.AddDays(35) {
		t.Errorf("the beat: %+v", v.Beat)
	}
}

// Each thing on the demo's beat, in a word and in a sentence.
func TestDemoBeat(t *testing.T) {
	t.Parallel()
	var got []string
	for _, m := range read(demoSnapshot(t)).Beat.Marks {
		got = append(got, strings.Join([]string{m.Name, m.Day, m.Warn, m.Said}, " | "))
	}
	want := []string{
		"talk | 20 |  | Sat 20 Jun · Reading flaky tests · 10 came",
		"coffee | 11 |  | Sat 11 Jul · Open lean coffee · 8 came",
		"lightning | 1 |  | Sat 1 Aug · Six tools in one hour · 12 came",
		"health | 22 |  | Sat 22 Aug · Health check, round 1 · 10 came",
		"Round 1 | 22 |  | Sat 22 Aug · Round 1 · 14 of 21 answered",
		"lab | 12 |  | Sat 12 Sep · Approval-testing lab · 8 came",
		"clinic | 3 |  | Sat 3 Oct · Two stuck test suites · 7 came",
		"talk | 24 | minutes | Sat 24 Oct · Accessibility checks by hand · 6 came · no minutes",
		"retro | 14 |  | Sat 14 Nov · Half-year retrospective · 5 came",
		"Round 2 | 14 |  | Sat 14 Nov · Round 2 · 15 of 23 answered",
		"lightning | 5 · 2 of 6 |  | Sat 5 Dec · Second lightning round · 2 of 6 speakers · Ελένη Παπαδοπούλου · Room Halley",
		"charter review | 25 |  | Sun 25 Apr · Review the charter"}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestNewCommunity(t *testing.T) {
	t.Parallel()
	c := data.NewCommunity("Fresh")
	c.ID, c.LeaderID, c.StartedOn = 1, 1, today
	v := read(&data.Snapshot{Community: c, Members: []data.Member{{ID: 1, Name: "Ana", Kind: data.KindMember, JoinedOn: today}}})
	var titles []string
	for _, s := range v.Steps {
		titles = append(titles, s.Title)
	}
	want := []string{"Put the next date in", "Add your first members", "Go on with the charter", "Ask for more time to lead"}
	if !slices.Equal(titles, want) {
		t.Errorf("steps %q, want %q", titles, want)
	}
	if v.Participation.Enough || v.Participation.Sentence != "Levels show once 3 events were held; 0 so far." {
		t.Errorf("participation: %+v", v.Participation)
	}
	if v.Health.RoundID != 0 || v.Health.Sentence == "" {
		t.Errorf("health: %+v", v.Health)
	}
	if len(v.Beat.Marks) != 0 || v.Beat.Nothing != "Nothing is planned." || v.Beat.Gaps[0].Next != today.AddDays(21) {
		t.Errorf("the beat: %+v", v.Beat)
	}
}

// Given an event later today, then the beat says that nothing is planned from there on, not that nothing is.
func TestAnEventOfTodayIsPlanned(t *testing.T) {
	t.Parallel()
	c := data.NewCommunity("Fresh")
	c.ID, c.LeaderID, c.StartedOn = 1, 1, today
	s := &data.Snapshot{Community: c, Members: []data.Member{{ID: 1, Name: "Ana", Kind: data.KindMember, JoinedOn: today}},
		Events: []data.Event{{ID: 1, Title: "Coffee", Format: "lean_coffee", On: today, Start: 16 * 60, Minutes: 60, Status: data.StatusPlanned}}}
	if v := read(s); v.Beat.Nothing != "Nothing planned from here on." {
		t.Errorf("the beat says %q", v.Beat.Nothing)
	}
}

func TestFewAnswersAreWithheld(t *testing.T) {
	t.Parallel()
	s := demoSnapshot(t)
	few := *s
	few.Returns = nil
	few.Tallies = nil
	few.Responses = nil
	v := read(&few)
	if len(v.Health.Talk)+len(v.Health.Rest) != 0 || v.Health.Sentence != "Fewer than 5 answered, so nothing more is shown." {
		t.Errorf("health with nobody's answers: %+v", v.Health)
	}
}

func TestFailingStore(t *testing.T) {
	t.Parallel()
	st, faults := datatest.Breakable(t)
	faults.Set(datatest.Reading(errors.New("no disk")))
	if _, err := NewState(st, words.English(), coach.Visit{}).Read(t.Context(), today); err == nil {
		t.Error("a failing store is not told of")
	}
}
