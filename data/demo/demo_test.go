package demo

import (
	"fmt"
	"testing"
	"time"

	"copleader/data"
)

// The demo's rows must all stand as data/README.md, Demo lists them, and pass
// the checks a typed row passes.
func TestSnapshotHoldsTheWholeDemo(t *testing.T) {
	today := data.NewDate(2026, time.November, 21)
	s, err := Snapshot(today)
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string][2]int{
		"members": {len(s.Members), 24}, "events": {len(s.Events), 10}, "items": {len(s.Items), 20},
		"by hand": {len(s.Contributions), 7}, "help": {len(s.HelpReceived), 17}, "rounds": {len(s.Rounds), 2},
		"tallies": {len(s.Tallies), 28}, "stories": {len(s.Stories), 2}, "sponsors": {len(s.Sponsors), 2},
		"measures": {len(s.Measures), 4}, "boxes": {len(s.Canvas), 7}, "moves of done": {len(s.Reuses), 9},
	}
	for what, c := range counts {
		if c[0] != c[1] {
			t.Errorf("%s: %d, want %d", what, c[0], c[1])
		}
	}
	leader, ok := s.Leader()
	if !ok || leader.Name != "Zoë Marchand-Núñez" {
		t.Errorf("leader is %q", leader.Name)
	}
	if got := s.Events[9].On; got != today.AddDays(14) {
		t.Errorf("the next event is on %s", got)
	}
	if got := s.Roti[0].Votes; got != (data.Counts{0, 0, 1, 5, 4}) {
		t.Errorf("votes of the first event are %v", got)
	}
	for _, m := range s.Members {
		if err := m.Validate(); err != nil {
			t.Errorf("%s: %v", m.Name, err)
		}
	}
	for _, i := range s.Items {
		if err := i.Validate(); err != nil {
			t.Errorf("%s: %v", i.Title, err)
		}
	}
}

func TestSnapshotMovesWithTheDay(t *testing.T) {
	day := data.NewDate(2030, time.February, 28)
	s, err := Snapshot(day)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Rounds[1].ClosedOn; got != day.AddDays(-7) {
		t.Errorf("round 2 closed on %s", got)
	}
}

// Given a way to write a charter down, then each version of the demo keeps its
// own text, and the charter itself stays as it is.
func TestVersionsKeepTheirText(t *testing.T) {
	s, err := Snapshot(data.NewDate(2026, time.November, 21))
	if err != nil {
		t.Fatal(err)
	}
	write := func(s *data.Snapshot) string {
		return fmt.Sprint(s.Community.Domain, "|", s.Community.Practice, "|", s.Community.MayDecide)
	}
	now := write(s)
	AgreedTexts(s, write)
	if write(s) != now || s.Versions[0].Text == s.Versions[1].Text || s.Versions[1].Text == now || s.Versions[0].Text == "" {
		t.Errorf("now %q, versions %q and %q", now, s.Versions[0].Text, s.Versions[1].Text)
	}
}
