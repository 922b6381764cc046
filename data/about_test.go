package data_test

import (
	"slices"
	"testing"
	"time"

	. "copleader/data"
)

// Given the demo, when everything about one person is gathered, then it is what
// the tables of domain.md 17 say, and nothing about anybody else.
func TestAboutMember(t *testing.T) {
	today := NewDate(2026, time.November, 21)
	for name, s := range demos(t) {
		for i := range s.Members {
			m := s.Members[i]
			about, ok := s.AboutMember(m.ID, today)
			if !ok || about.Member.Name != m.Name || about.Leads != (s.Community.LeaderID == m.ID) {
				t.Fatalf("%s: about %q: %+v", name, m.Name, about.Member)
			}
			present := 0
			for _, e := range about.Events {
				if e.Present {
					present++
				}
			}
			want := 0
			for _, a := range s.Attendance {
				if a.MemberID == m.ID && a.Present {
					want++
				}
			}
			if present != want {
				t.Errorf("%s: %q was at %d events, want %d", name, m.Name, present, want)
			}
			if slices.ContainsFunc(about.Acts, func(a Act) bool { return a.MemberID != m.ID }) {
				t.Errorf("%s: %q: acts of others", name, m.Name)
			}
			if !slices.IsSortedFunc(about.Events, func(a, b AboutEvent) int { return int(b.Event.On) - int(a.Event.On) }) {
				t.Errorf("%s: %q: events not the latest first", name, m.Name)
			}
		}
		if _, ok := s.AboutMember(4711, today); ok {
			t.Errorf("%s: something about nobody", name)
		}
	}
	s := &Snapshot{Members: []Member{{ID: 1, Name: "Ada Byron"}, {ID: 2, Name: "Bo"}},
		Events:        []Event{{ID: 3, Title: "First", On: 8, Status: StatusHeld}},
		EventRoles:    []EventRole{{EventID: 3, MemberID: 1, Part: PartSpeaker}, {EventID: 9, MemberID: 1, Part: PartSpeaker}},
		Contributions: []Contribution{{MemberID: 2, WhomID: 1, Kind: Welcomed, On: 9}},
		HelpReceived:  []HelpReceived{{MemberID: 1}, {MemberID: 2}},
		Items:         []Item{{ID: 1, OwnerID: 1}, {ID: 2, ProposerID: 1}, {ID: 3, OwnerID: 2}},
		FollowUps:     []FollowUp{{MemberID: 1}, {MemberID: 2}},
		Dismissals:    []Dismissal{{MemberID: 1}, {MemberID: 0}},
		Stories:       []ValueStory{{MemberID: 1, Title: "Ada Byron's story"}},
		Rounds:        []Round{{ID: 5}},
		Invitations:   []Invitation{{RoundID: 5, MemberID: 1, Replied: true}, {RoundID: 5, MemberID: 2}},
	}
	a, _ := s.AboutMember(1, today)
	if len(a.Events) != 1 || len(a.Events[0].Parts) != 1 || len(a.Guided) != 1 || len(a.Help) != 1 || len(a.Owned) != 1 || len(a.Proposed) != 1 ||
		len(a.FollowUps) != 1 || len(a.PutAside) != 1 || len(a.Stories) != 1 || len(a.Asked) != 1 || !a.Asked[0].Replied || len(a.Mentions) != 1 {
		t.Errorf("%+v", a)
	}
}
