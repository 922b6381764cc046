package data_test

import (
	"slices"
	"testing"

	. "copleader/data"
)

// sent is the demo after the figures of its last round, answered by fifteen, went out a week ago, and the round was opened again.
func sent(t *testing.T) *Snapshot {
	s := demoSnapshot(t)
	s.Outward = s.LeavingCounts(day(-7), 0)
	if n := 2 * (1 + len(s.CardVersions)); len(s.Outward) != n {
		t.Fatalf("%d counts are kept, want %d", len(s.Outward), n)
	}
	s.Rounds[1].ClosedOn = 0
	return s
}

// Given a round whose figures went out, when somebody answers late in a way in which nobody did before, then documents name the ways of
// before until five came; a file of a version that kept no ways names those of now.
func TestToldWaysOfAnsweringStand(t *testing.T) {
	s := sent(t)
	was := s.Result(2).Channels
	onPaper := func(n int) {
		answerLate(s, n)
		for i := range s.Responses {
			s.Responses[i].Channel = FromBallots
		}
	}
	onPaper(4)
	if now := s.Result(2).Channels; slices.Equal(now, was) || len(was) == 0 {
		t.Fatalf("the ways were %v, are %v", was, now)
	}
	if told := s.AsTold().Result(2).Channels; !slices.Equal(told, was) {
		t.Errorf("told are %v, not %v", told, was)
	}
	onPaper(1)
	if told := s.AsTold().Result(2).Channels; !slices.Equal(told, s.Result(2).Channels) {
		t.Errorf("after five told are %v", told)
	}
	s = sent(t)
	for i := range s.Outward {
		s.Outward[i].Channels = ""
	}
	if told := s.AsTold().Result(2).Channels; !slices.Equal(told, was) {
		t.Errorf("of an older version told are %v", told)
	}
}

// answerLate lets so many more people answer the round, by a workbook each, growth with a 1 and direction with nothing.
func answerLate(s *Snapshot, n int) {
	for i := range n {
		id := int64(len(s.Responses) + 1)
		s.Responses = append(s.Responses, Response{ID: id, RoundID: 2, Channel: FromWorkbook})
		for j, v := range s.CardVersions {
			a := Answer{ID: 100*id + int64(j), ResponseID: id, Card: v.Card, Value: 1, Vote: VoteWorse}
			if v.Card == "direction" && i%2 == 1 {
				a.Value, a.Vote = Blank, ""
			}
			s.Answers = append(s.Answers, a)
		}
	}
}

// Given a round opened again after its figures went out, then they stand until five answers came, for each card by itself, and
// nobody's late answers follow from what was told before and after.
func TestToldFiguresStandUntilEnoughCame(t *testing.T) {
	for _, c := range []struct {
		late, returned    int
		growth, direction Counts
		worse             int // votes of growth that were added
		heldBack          bool
	}{
		{0, 15, Counts{0, 1, 3, 7, 4}, Counts{0, 2, 5, 6, 1}, 0, false},
		{1, 15, Counts{0, 1, 3, 7, 4}, Counts{0, 2, 5, 6, 1}, 0, true},
		{4, 15, Counts{0, 1, 3, 7, 4}, Counts{0, 2, 5, 6, 1}, 0, true},
		{5, 20, Counts{5, 1, 3, 7, 4}, Counts{0, 2, 5, 6, 1}, 5, true},
		{8, 23, Counts{8, 1, 3, 7, 4}, Counts{0, 2, 5, 6, 1}, 8, true},
		{9, 24, Counts{9, 1, 3, 7, 4}, Counts{5, 2, 5, 6, 1}, 9, false},
	} {
		s := sent(t)
		growth := s.Result(2).Cards[0]
		answerLate(s, c.late)
		told := s.AsTold().Result(2)
		votes := growth.Votes
		votes.Worse += c.worse
		if told.Returned != c.returned || told.Cards[0].Figures.Counts != c.growth || told.Cards[5].Figures.Counts != c.direction || told.Cards[0].Votes != votes {
			t.Errorf("%d late: told %d, growth %v %+v, direction %v", c.late, told.Returned, told.Cards[0].Figures.Counts, told.Cards[0].Votes, told.Cards[5].Figures.Counts)
		}
		if now := s.Result(2); now.Returned != 15+c.late || now.Cards[0].Figures.Counts[0] != c.late {
			t.Errorf("%d late: the screen has %d, %v", c.late, now.Returned, now.Cards[0].Figures.Counts)
		}
		if s.HeldBack(2) != c.heldBack || s.WentOut(2) != day(-7) {
			t.Errorf("%d late: held back %v, went out %v", c.late, s.HeldBack(2), s.WentOut(2))
		}
	}
}

// Given counts that were put right by hand, then what came and what went add up: five of them are enough.
func TestAnswersThatWentCountToo(t *testing.T) {
	s := sent(t)
	for i := range s.Tallies {
		if tally := &s.Tallies[i]; tally.RoundID == 2 && tally.Card == "growth" {
			tally.Counts = Counts{0, 3, 3, 5, 4} // two went, two came
		}
	}
	if got := s.AsTold().Result(2).Cards[0].Figures.Counts; got != (Counts{0, 1, 3, 7, 4}) {
		t.Errorf("told %v after four", got)
	}
	for i := range s.Tallies {
		if tally := &s.Tallies[i]; tally.RoundID == 2 && tally.Card == "growth" {
			tally.Counts = Counts{0, 3, 3, 4, 4}
		}
	}
	if got := s.AsTold().Result(2).Cards[0].Figures.Counts; got != (Counts{0, 3, 3, 4, 4}) {
		t.Errorf("told %v after five", got)
	}
}

// Given a card that grew by enough while the round did not, then it does not tell of more people than the round.
func TestNoCardTellsOfMoreThanTheRound(t *testing.T) {
	s := sent(t)
	for i := range s.Tallies {
		if tally := &s.Tallies[i]; tally.RoundID == 2 && tally.Card == "growth" {
			tally.Counts = Counts{4, 1, 3, 6, 5}
		}
	}
	if told := s.AsTold().Result(2); told.Returned != 15 || told.Cards[0].Figures.Counts != (Counts{0, 1, 3, 7, 4}) {
		t.Errorf("told %d, %v", told.Returned, told.Cards[0].Figures.Counts)
	}
}

// Given what was withheld when figures went out, then it told nothing, and nothing holds it back.
func TestWhatWasWithheldIsNotHeldBack(t *testing.T) {
	s := demoSnapshot(t)
	s.Returns[0].Returned, s.Returns[1].Returned, s.Tallies = 4, 4, nil
	if kept := s.LeavingCounts(day(0), 0); len(kept) != 0 {
		t.Errorf("kept %+v", kept)
	}
	s = demoSnapshot(t)
	s.Rounds[0].ClosedOn = 0
	if kept := s.LeavingCounts(day(0), 0); len(kept) != 15 || kept[0].RoundID != 2 || kept[0].Returned != 15 {
		t.Errorf("kept of an open round: %d", len(kept))
	}
	if kept := s.LeavingCounts(day(0), 1); len(kept) != 30 {
		t.Errorf("kept of the one chosen: %d", len(kept))
	}
}

// What went out is what the next round is compared with, outside.
func TestTheNextRoundIsComparedWithWhatWasTold(t *testing.T) {
	s := demoSnapshot(t)
	s.Outward = s.LeavingCounts(day(-60), 1)
	s.Rounds[1].OpenedOn = day(-10)
	for i := range s.Tallies {
		if tally := &s.Tallies[i]; tally.RoundID == 1 && tally.Card == "growth" {
			tally.Counts[0] += 2
		}
	}
	if now, told := s.Result(2).Cards[0].Before.Answers, s.AsTold().Result(2).Cards[0].Before.Answers; now != 16 || told != 14 {
		t.Errorf("compared with %d answers, outside with %d", now, told)
	}
}
