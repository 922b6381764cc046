package data

import "testing"

// Given comments, follow-ups and levels, then guests are given none of them, figures stand, and the snapshot itself is as it was.
func TestForGuests(t *testing.T) {
	s := &Snapshot{
		Members:   []Member{{ID: 1, Name: "Ada", Kind: KindMember, JoinedOn: 1}},
		FollowUps: []FollowUp{{ID: 1, MemberID: 1, On: 5}, {ID: 2, Guest: "Bo", EventID: 3, State: SaidYes}},
		Declared:  []DeclaredLevel{{ID: 1, MemberID: 1, Level: Core, DeclaredOn: 2}},
		Answers:   []Answer{{ID: 1, Comment: "said"}}, Responses: []Response{{ID: 1, Next: "next"}},
		HelpReceived: []HelpReceived{{ID: 1}}, Notes: []CharterNote{{ID: 1}}, Contacts: []SponsorContact{{ID: 1}}, Perfection: []PerfectionNote{{ID: 1}},
	}
	g := s.ForGuests()
	if n := len(g.FollowUps) + len(g.Declared) + len(g.HelpReceived) + len(g.Notes) + len(g.Contacts) + len(g.Perfection); n != 0 {
		t.Errorf("guests are given %d rows", n)
	}
	if g.Answers[0].Comment != "" || g.Responses[0].Next != "" {
		t.Error("guests read what was said")
	}
	if s.Answers[0].Comment != "said" || s.Responses[0].Next != "next" || s.IsForGuests() || !g.IsForGuests() || g.Whole() != s || s.Whole() != s {
		t.Error("the snapshot itself was changed")
	}
	if g.GuestsSpeaking()[3] != 1 {
		t.Error("who comes to speak is not counted")
	}
	if level := g.Standings(10).ByMember(1).Effective; level != Core {
		t.Errorf("figures are reckoned from less than the whole: %s", level)
	}
	if len(g.Speakers(3, 10)) != 0 {
		t.Error("guests see who might speak")
	}
}
