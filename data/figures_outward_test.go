package data_test

import (
	"slices"
	"testing"

	. "copleader/data"
)

// sent is the demo after the figures of its last round, answered by fifteen, went out a week ago, and the round was opened again and closed today.
func sent(t *testing.T) *Snapshot {
	s := demoSnapshot(t)
	s.Outward = s.LeavingCounts(day(-7))
	if n := 2 * (1 + len(s.CardVersions)); len(s.Outward) != n {
		t.Fatalf("%d counts are kept, want %d", len(s.Outward), n)
	}
	s.Rounds[1].ClosedOn = day(0)
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
	if kept := s.LeavingCounts(day(0)); len(kept) != 0 {
		t.Errorf("kept %+v", kept)
	}
	s = demoSnapshot(t)
	s.Rounds[0].ClosedOn = 0
	if kept := s.LeavingCounts(day(0)); len(kept) != 15 || kept[0].RoundID != 2 || kept[0].Returned != 15 {
		t.Errorf("kept of an open round: %d", len(kept))
	}
}

// What went out is what the next round is compared with, outside.
func TestTheNextRoundIsComparedWithWhatWasTold(t *testing.T) {
	s := demoSnapshot(t)
	s.Outward = slices.DeleteFunc(s.LeavingCounts(day(0)), func(o OutwardCounts) bool { return o.RoundID != 1 })
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

// Given a round whose figures went out, while it is open again, then pages go on telling these as the latest, documents whatever came,
// under the day of that closing, and say that it is open; a card that was withheld stays so.
func TestWhatWentOutIsToldWhileTheRoundIsOpenAgain(t *testing.T) {
	s := sent(t)
	s.Outward = slices.DeleteFunc(s.Outward, func(o OutwardCounts) bool { return o.RoundID == 2 && o.Card == "direction" })
	was, _ := demoSnapshot(t).RoundByID(2)
	s.Rounds[1].ClosedOn = 0
	answerLate(s, 9)
	wantAsClosed(t, "inside", s, was)
	wantAsClosed(t, "in documents", s.AsTold(), was)
	if now := s.Result(2); now.Returned != 24 || now.Round.ClosedOn != 0 {
		t.Errorf("where they are entered: %d", now.Returned)
	}
	if kept := s.LeavingCounts(day(0)); !slices.ContainsFunc(kept, func(o OutwardCounts) bool { return o.RoundID == 2 && o.Returned == 15 && o.ClosedOn == was.ClosedOn }) {
		t.Errorf("kept are %+v", kept)
	}
	s.Outward = nil
	if round, _ := s.LastRound(day(0)); round.ID != 1 {
		t.Errorf("of figures that never went out the latest is %d", round.ID)
	}
}

// wantAsClosed fails unless pages tell of the round, which is open again, as it was told when it had closed.
func wantAsClosed(t *testing.T, name string, pages *Snapshot, was Round) {
	t.Helper()
	res := pages.ClosedResult(was.ID)
	if round, _ := pages.LastRound(day(0)); round != was || res.Round != was {
		t.Errorf("%s the latest round is %+v, its result of %+v", name, round, res.Round)
	}
	if res.Returned != 15 || res.Cards[0].Figures.Counts != (Counts{0, 1, 3, 7, 4}) || !res.Cards[5].Figures.Withheld {
		t.Errorf("%s: %d, %v, %v", name, res.Returned, res.Cards[0].Figures.Counts, res.Cards[5].Figures)
	}
	if got := spoken(res.AnsweredThen()); got != "15 of 23 answered (closed on "+spoken(Say("%s", was.ClosedOn))+", now open again)" {
		t.Errorf("%s it says %q", name, got)
	}
	open, closed, points := pages.OpenRounds(day(0)), pages.ClosedRounds(day(0)), pages.Trends(day(0))[0].Points
	if len(open) != 1 || len(closed) != 2 || closed[1] != was {
		t.Errorf("%s open are %+v, closed %+v", name, open, closed)
	}
	if len(points) != 2 || points[1].Figures.Counts != (Counts{0, 1, 3, 7, 4}) {
		t.Errorf("%s the trend has %d points", name, len(points))
	}
}

// Given a round that was opened again and closed today, then figures that stand are told under the day of their own closing, said so, and new
// ones under today's.
func TestFiguresThatStandAreToldUnderTheirOwnDay(t *testing.T) {
	then := demoSnapshot(t).Rounds[1].ClosedOn
	for late, want := range map[int]struct {
		on   Date
		said string
	}{
		0: {then, "closed on %s; closed again on %s, and what fewer than 5 answers changed in between stands as it was told"},
		4: {then, "closed on %s; closed again on %s, and what fewer than 5 answers changed in between stands as it was told"},
		5: {day(0), "closed on %[2]s; what fewer than 5 answers changed since %[1]s stands as it was told then"},
		9: {day(0), "closed on %[2]s"},
	} {
		s := sent(t)
		answerLate(s, late)
		round, _ := s.AsTold().LastRound(day(0))
		res := s.AsTold().Result(2)
		if round.ClosedOn != want.on || res.Round.ClosedOn != want.on {
			t.Errorf("%d late: told under %v, %v", late, round.ClosedOn, res.Round.ClosedOn)
		}
		if got, want := spoken(res.Closed()), spoken(Say(want.said, then, day(0))); got != want {
			t.Errorf("%d late: %q, want %q", late, got, want)
		}
		if inside, _ := s.LastRound(day(0)); inside.ClosedOn != day(0) || s.ClosedResult(2).Returned != 15+late {
			t.Errorf("%d late: inside %v, %d", late, inside.ClosedOn, s.ClosedResult(2).Returned)
		}
		again := s.LeavingCounts(day(0))
		for _, o := range again {
			if o.RoundID == 2 && o.Card == "" && o.ClosedOn != want.on || o.RoundID == 2 && o.Card == "direction" && late == 5 && o.ClosedOn != then {
				t.Errorf("%d late: kept %+v", late, o)
			}
		}
	}
}
