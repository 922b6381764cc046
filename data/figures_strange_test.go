package data_test

import (
	"testing"
	"time"

	. "copleader/data"
)

// Given communities with nobody, with one person, or with rows that point
// nowhere, no rule panics.
func TestRulesOnStrangeCommunities(t *testing.T) {
	today := NewDate(2026, time.November, 21)
	for name, s := range strangeCommunities(today) {
		t.Run(name, func(t *testing.T) {
			for _, on := range []Date{0, today, today.AddDays(-5000), today.AddDays(5000)} {
				exercise(s, on)
			}
		})
	}
}

// exercise calls every rule.
func exercise(s *Snapshot, on Date) {
	st := s.Standings(on)
	for i := range s.Members {
		st.ByMember(s.Members[i].ID)
		s.RolesOf(s.Members[i].ID, on)
		s.ActsOf(s.Members[i].ID, on)
		if about, ok := s.AboutMember(s.Members[i].ID, on); ok {
			about.Member.EraseFrom("former member 1", on)
		}
		plan := s.ErasePlan(s.Members[i].ID)
		plan.Lines()
	}
	s.Acts(on)
	s.Completeness()
	s.HeldEvents(on)
	s.ComingEvents(on)
	s.People(on)
	s.CoreTeam(on)
	s.LeaderOn(on)
	s.Trends(on)
	s.LastRound(on)
	s.OpenRounds(on)
	s.Road(on).NewlySeen()
	s.StageEvidence(on)
	s.Principles(on)
	s.Turnout(on)
	s.WindDown(on)
	s.LevelMoves(on, 5)
	for _, phase := range append(Phases, "none") {
		s.PhaseCriteria(phase, on)
	}
	for id := range int64(8) {
		s.Speakers(id, on)
		s.Balance(id, on)
	}
	for id := range int64(4) {
		res := s.Result(id)
		res.Outward()
		SortForTalk(res.Cards)
	}
}

func strangeCommunities(today Date) map[string]*Snapshot {
	one := &Snapshot{Community: NewCommunity("One"), Members: []Member{{ID: 1, Kind: KindMember, JoinedOn: today}}}
	one.Community.LeaderID = 1
	one.Settings = []Setting{{Key: BalanceSetting, Value: "on"}}
	lost := &Snapshot{Community: Community{LeaderID: 7, CadenceDays: -4},
		Members:       []Member{{ID: 1 << 40}, {ID: -3, Kind: KindMember}},
		Events:        []Event{{ID: 5, Status: StatusHeld, On: today}, {ID: 6, Status: StatusHeld}},
		EventRoles:    []EventRole{{EventID: 99, MemberID: 1, Part: PartSpeaker}, {EventID: 5, MemberID: 77, Part: "dancer"}, {EventID: 5, MemberID: 77, Part: PartMinutes}},
		Attendance:    []Attendance{{EventID: 99, MemberID: 1, Present: true}, {EventID: 5, MemberID: -1, Present: true}, {EventID: 5, MemberID: 1 << 40, Present: true}},
		Contributions: []Contribution{{MemberID: 99, On: today, Kind: Helped}},
		Items:         []Item{{ID: 1, Column: ColumnDone, OwnerID: 8, DoneOn: today}},
		Rounds:        []Round{{ID: 1, MinGroup: -1}, {ID: 2, Scale: TrafficLight, MinGroup: 3}, {ID: 3, Scale: "stars", ClosedOn: today}},
		CardVersions:  []CardVersion{{ID: 1, Card: "a"}},
		RoundCards:    []RoundCard{{RoundID: 1, CardVersionID: 1}, {RoundID: 2, CardVersionID: 1}, {RoundID: 3, CardVersionID: 9}},
		Tallies:       []Tally{{RoundID: 1, Card: "a", Channel: FromRoom, Counts: Counts{-5, 9, -1, 0, 3}}, {RoundID: 2, Card: "b", Counts: Counts{1, 1, 1, 1, 1}}},
		Responses:     []Response{{ID: 1, RoundID: 2, Channel: "pigeon"}},
		Answers:       []Answer{{ResponseID: 1, Card: "a", Value: 17}, {ResponseID: 9, Card: "a", Value: 3}},
	}
	return map[string]*Snapshot{"empty": {}, "one person": one, "lost rows": lost, "ten years": smallerSnapshot()}
}
