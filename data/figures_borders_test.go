package data_test

import (
	"testing"

	. "copleader/data"
)

// Given one fewer, just as many and one more than the group size, the round is
// withheld only below it. The number that counts is who answered, not who voted.
func TestReturnedAtTheGroupSize(t *testing.T) {
	for returned, withheld := range map[int]bool{MinGroupSize - 1: true, MinGroupSize: false, MinGroupSize + 1: false} {
		round, card := oneCard(1, day(-1), 1)
		s := &Snapshot{
			CardVersions: []CardVersion{{ID: 1, Card: "growth", Version: 1}}, Rounds: []Round{round}, RoundCards: []RoundCard{card},
			Returns: []RoundReturn{{RoundID: 1, Channel: FromBallots, Returned: returned}},
			Tallies: []Tally{{RoundID: 1, Card: "growth", Channel: FromBallots, Counts: Counts{0, 0, returned}, Better: returned}},
		}
		res := s.Result(1)
		if card := res.Cards[0]; res.Returned != returned || res.Withheld != withheld || card.Figures.Withheld != withheld ||
			(card.Figures.Answers == 0) != withheld || (card.Votes == Votes{}) != withheld {
			t.Errorf("%d returned: %+v", returned, res)
		}
		// A later round compares with it just as far as it may be seen.
		later, again := oneCard(2, day(0), 1)
		s.Rounds, s.RoundCards = append(s.Rounds, later), append(s.RoundCards, again)
		s.Tallies = append(s.Tallies, Tally{RoundID: 2, Card: "growth", Channel: FromRoom, Counts: Counts{0, 0, 9}})
		if card := s.Result(2).Cards[0]; (card.Before == nil) != withheld {
			t.Errorf("%d returned before: %+v", returned, card)
		}
	}
}

// Given a card that somebody passed over, it is no answer and no opinion
// either; a vote on it counts all the same.
func TestPassedOverCountsNowhere(t *testing.T) {
	round, card := oneCard(1, day(-1), 1)
	s := &Snapshot{CardVersions: []CardVersion{{ID: 1, Card: "growth", Version: 1}}, Rounds: []Round{round}, RoundCards: []RoundCard{card}}
	for i, value := range []int{3, 3, 4, 4, 5, 0, Blank, Blank} {
		id := int64(i + 1)
		s.Responses = append(s.Responses, Response{ID: id, RoundID: 1, Channel: FromWorkbook})
		s.Answers = append(s.Answers, Answer{ID: id, ResponseID: id, Card: "growth", Value: value, Vote: VoteSame})
	}
	res := s.Result(1)
	if f := res.Cards[0].Figures; f.Answers != 5 || f.NoOpinion != 1 || f.Counts != (Counts{0, 0, 2, 2, 1}) || res.Cards[0].Votes.Same != 8 {
		t.Errorf("figures %+v, votes %+v", f, res.Cards[0].Votes)
	}
	for i := range s.Answers {
		s.Answers[i].Value = Blank
	}
	if f := s.Result(1).Cards[0].Figures; f.Answers != 0 || f.NoOpinion != 0 {
		t.Errorf("all passed over: %+v", f)
	}
}

// Given signs that a community is ending, two leave it in its stage and three
// suggest transformation.
func TestSignsOfEnding(t *testing.T) {
	signs := []func(*Snapshot){
		func(*Snapshot) {}, // fewer come to the demo's events already
		func(s *Snapshot) { s.Rounds[1].Invited = 40 },
		func(s *Snapshot) {
			for i := range s.Events {
				if s.Events[i].Format == "retrospective" {
					s.Events[i].Brought = 0
				}
			}
		},
	}
	for n, want := range map[int]Stage{1: Stewardship, 2: Stewardship, 3: Transformation} {
		s := demoSnapshot(t)
		stewards(s)
		for _, sign := range signs[:n] {
			sign(s)
		}
		if given, _ := s.WindDown(day0); MetCount(given) != n {
			t.Fatalf("%d signs, want %d", MetCount(given), n)
		}
		if got := s.StageEvidence(day0).Suggested; got != want {
			t.Errorf("%d signs: %s, want %s", n, got, want)
		}
	}
}

// Given a role begun and ended on one day, it may be noted, and is not held: the
// day of the end is the first without it.
func TestRoleOfOneDay(t *testing.T) {
	s := demoSnapshot(t)
	s.Roles = []MemberRole{{ID: 1, MemberID: 9, Role: RoleCoreTeam, From: day0, To: day0}}
	if err := s.Roles[0].Validate(); err != nil {
		t.Errorf("refused: %v", err)
	}
	for n, want := range map[int]bool{-1: false, 0: false, 1: false} {
		if got := s.Roles[0].Holds(day(n)); got != want {
			t.Errorf("day %d: %v", n, got)
		}
	}
	if roles := s.RolesOf(9, day0); len(roles) != 0 {
		t.Errorf("holds %v", roles)
	}
	s.Roles[0].To = day(1)
	if roles := s.RolesOf(9, day0); len(roles) != 1 || s.Roles[0].Holds(day(1)) || len(s.CoreTeam(day0)) != 2 {
		t.Errorf("ended a day later: holds %v, core team of %d", roles, len(s.CoreTeam(day0)))
	}
}
