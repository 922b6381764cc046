package data_test

import (
	"fmt"
	"slices"
	"testing"

	. "copleader/data"
)

// Given the demo, when everything about one person is gathered, then it is about
// that person and nobody else.
func TestAboutMemberInTheDemo(t *testing.T) {
	for name, s := range demos(t) {
		for _, m := range s.Members {
			about, ok := s.AboutMember(m.ID, day0)
			if !ok || about.Member.Name != m.Name || about.Leads != (s.Community.LeaderID == m.ID) {
				t.Fatalf("%s: about %q: %+v", name, m.Name, about.Member)
			}
			aboutOnly(t, s, about)
		}
		if _, ok := s.AboutMember(4711, day0); ok {
			t.Errorf("%s: something about nobody", name)
		}
	}
}

func aboutOnly(t *testing.T, s *Snapshot, about About) {
	t.Helper()
	m := about.Member
	present, want := 0, 0
	for _, e := range about.Events {
		if e.Present {
			present++
		}
	}
	for _, a := range s.Attendance {
		if a.MemberID == m.ID && a.Present {
			want++
		}
	}
	if present != want {
		t.Errorf("%q was at %d events, want %d", m.Name, present, want)
	}
	if slices.ContainsFunc(about.Acts, func(a Act) bool { return a.MemberID != m.ID }) {
		t.Errorf("%q: acts of others", m.Name)
	}
	if !slices.IsSortedFunc(about.Events, func(a, b AboutEvent) int { return int(b.Event.On) - int(a.Event.On) }) {
		t.Errorf("%q: events not the latest first", m.Name)
	}
}

// Given one row of each kind that has to do with a person, then each is there.
func TestAboutMemberLeavesNothingOut(t *testing.T) {
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
	a, _ := s.AboutMember(1, day0)
	got := fmt.Sprint(len(a.Events), len(a.Guided), len(a.Help), len(a.Owned), len(a.Proposed), len(a.FollowUps), len(a.PutAside), len(a.Stories), len(a.Asked), len(a.Mentions))
	if got != "1 1 1 1 1 1 1 1 1 1" {
		t.Errorf("found %s of 1 each: %+v", got, a)
	}
	if len(a.Events[0].Parts) != 1 || !a.Asked[0].Replied {
		t.Errorf("events %+v, asked %+v", a.Events, a.Asked)
	}
}
