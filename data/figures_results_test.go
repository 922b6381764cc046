package data_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	. "copleader/data"
)

// Given the demo community, every card of both rounds has the figures, word and
// change of data/README.md, Demo.
func TestResultsOfDemo(t *testing.T) {
	const table = `
growth 3.6 | 3.9 (0.9) 73/7 strong no clear change
mutual_help 3.3 | 4.1 (0.7) 80/0 strong up
safety 3.8 | 3.8 (0.9) 67/7 mixed no clear change
collaboration 2.9 | 3.5 (0.9) 57/14 mixed up
sharing 3.4 | 3.8 (0.9) 67/7 mixed no clear change
direction 2.5 | 3.4 (0.9) 50/14 mixed up
practice_alignment 2.8 | 3.3 (0.9) 43/21 mixed up
enjoyment 4.0 | 3.9 (0.9) 73/7 strong no clear change
feedback 2.8 | 3.1 (1.0) 33/27 mixed no clear change
decisions 3.0 | 3.3 (0.9) 43/21 mixed no clear change
motivation 3.7 | 3.5 (0.9) 53/13 mixed no clear change
value 3.4 | 3.7 (0.8) 64/7 mixed no clear change
rhythm 3.9 | 2.9 (1.1) 27/40 concern down
support 2.8 | 2.8 (1.6) 40/53 split no clear change
`
	for name, s := range demos(t) {
		t.Run(name, func(t *testing.T) { checkResults(t, s, table) })
	}
}

func checkResults(t *testing.T, s *Snapshot, table string) {
	first, second := s.Result(1), s.Result(2)
	var got strings.Builder
	got.WriteString("\n")
	for i, now := range second.Cards {
		f, before := now.Figures, first.Cards[i].Figures
		fmt.Fprintf(&got, "%s %.1f | %.1f (%.1f) %d/%d %s %s\n", now.Card.Card, before.Mean.Float(), f.Mean.Float(),
			f.SD.Float(), f.HighShare, f.LowShare, f.Word, spoken(now.Change.Phrase()))
		if now.Before == nil || *now.Before != before {
			t.Errorf("%s: the round before is %+v", now.Card.Card, now.Before)
		}
		if first.Cards[i].Change != ChangeNone || first.Cards[i].Before != nil {
			t.Errorf("%s: the first round has a change", now.Card.Card)
		}
	}
	if got.String() != table {
		t.Errorf("got%s", got.String())
	}
	checkRoundsOfDemo(t, first, second)
}

func checkRoundsOfDemo(t *testing.T, first, second RoundResult) {
	t.Helper()
	if w := first.Cards[5].Figures.Word; w != WordConcern {
		t.Errorf("direction was %q in round 1, want concern", w)
	}
	got := fmt.Sprint(first.Returned, first.Percent(), first.Rate, second.Returned, second.Percent(), second.Rate, second.Silent())
	if want := fmt.Sprint(14, 67, RatePart, 15, 65, RatePart, 8); got != want {
		t.Errorf("returned %s, want %s", got, want)
	}
	if up, down, unclear := second.CountChanges(); [3]int{up, down, unclear} != [3]int{4, 1, 9} {
		t.Errorf("%d up, %d down, %d unclear", up, down, unclear)
	}
	if second.Previous == nil || second.Previous.ID != 1 || first.Previous != nil {
		t.Errorf("previous %v and %v", first.Previous, second.Previous)
	}
	rhythm := second.Cards[12]
	if low, high, ok := rhythm.Figures.Bounds(second.Silent()); low != 22 || high != 36 || !ok {
		t.Errorf("rhythm lies between %d and %d", low, high)
	}
	if rhythm.Votes != (Votes{1, 6, 8}) || second.Cards[3].Figures.NoOpinion != 1 {
		t.Errorf("votes %v, no opinion %d", rhythm.Votes, second.Cards[3].Figures.NoOpinion)
	}
}

func TestSortForTalk(t *testing.T) {
	var got []string
	for _, c := range SortForTalk(demoSnapshot(t).Result(2).Cards) {
		got = append(got, c.Card.Title)
	}
	want := []string{"Time and backing", "Pace and rhythm", "Growing in my craft", "Helping one another", "Safe to be honest",
		"Working across teams", "Passing on what we know", "A shared direction", "A common way of working", "Enjoyment",
		"Feedback", "Able to decide", "Taking it to heart", "Use in my work"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// oneCard is a round with one card, asked in the given version.
func oneCard(id int64, on Date, version int64) (Round, RoundCard) {
	return Round{ID: id, Scale: Agreement5, OpenedOn: on, ClosedOn: on, Invited: 20, MinGroup: 5},
		RoundCard{ID: id, RoundID: id, CardVersionID: version, Rank: 1}
}

// Given answers from the room, ballots and workbooks, a round adds them all.
func TestChannelsMeet(t *testing.T) {
	round, card := oneCard(1, day(-1), 1)
	s := &Snapshot{
		CardVersions: []CardVersion{{ID: 1, Card: "growth", Version: 1}}, Rounds: []Round{round}, RoundCards: []RoundCard{card},
		Returns: []RoundReturn{{RoundID: 1, Channel: FromBallots, Returned: 5}},
		Tallies: []Tally{
			{RoundID: 1, Card: "growth", Channel: FromBallots, Counts: Counts{1, 0, 0, 2}, NoOpinion: 1, Better: 3},
			{RoundID: 1, Card: "growth", Channel: FromRoom, Counts: Counts{0, 0, 2, 1}, Same: 1}, // nobody noted how many
			{RoundID: 2, Card: "growth", Channel: FromRoom, Counts: Counts{9}},
		},
		Responses: []Response{{ID: 1, RoundID: 1, Channel: FromWorkbook, Next: "Walk"}, {ID: 2, RoundID: 1, Channel: FromWorkbook, Next: "Bake"},
			{ID: 3, RoundID: 2, Channel: FromWorkbook}},
		Answers: []Answer{
			{ResponseID: 1, Card: "growth", Value: 5, Vote: VoteWorse, Comment: "Zest"},
			{ResponseID: 2, Card: "growth", Value: 0, Comment: "Apt"},
			{ResponseID: 3, Card: "growth", Value: 1},
		},
	}
	res := s.Result(1)
	f := res.Cards[0].Figures
	if f.Counts != (Counts{1, 0, 2, 3, 1}) || f.NoOpinion != 2 || f.Answers != 7 {
		t.Errorf("figures %+v", f)
	}
	if res.Returned != 5+3+2 || !slices.Equal(res.Channels, AnswerChannels) {
		t.Errorf("%d returned through %v", res.Returned, res.Channels)
	}
	if res.Cards[0].Votes != (Votes{3, 1, 1}) {
		t.Errorf("votes %v", res.Cards[0].Votes)
	}
	if !slices.Equal(res.Next, []string{"Bake", "Walk"}) || !slices.Equal(res.Cards[0].Comments, []string{"Apt", "Zest"}) {
		t.Errorf("next %q, comments %q", res.Next, res.Cards[0].Comments)
	}
	s.Tallies[1].Same = 0 // four votes are too few to be shown
	if votes := s.Result(1).Cards[0].Votes; votes != (Votes{}) {
		t.Errorf("the votes of few: %v", votes)
	}
	out := res.Outward()
	if out.Next != nil || out.Cards[0].Comments != nil || !out.Cards[0].Figures.Merged || res.Cards[0].Comments == nil {
		t.Errorf("outward %+v", out)
	}
}

// Given four people who answered, nothing but their number is there.
func TestRoundOfFew(t *testing.T) {
	round, card := oneCard(1, day(-1), 1)
	s := &Snapshot{
		CardVersions: []CardVersion{{ID: 1, Card: "growth", Version: 1}}, Rounds: []Round{round}, RoundCards: []RoundCard{card},
		Tallies:   []Tally{{RoundID: 1, Card: "growth", Channel: FromRoom, Counts: Counts{1, 0, 0, 2}, Better: 3}},
		Responses: []Response{{ID: 1, RoundID: 1, Channel: FromWorkbook, Next: "Walk"}},
		Answers:   []Answer{{ResponseID: 1, Card: "growth", Value: 5, Comment: "Zest"}},
	}
	res := s.Result(1)
	want := CardResult{Card: res.Cards[0].Card, Figures: figures(Agreement5, Counts{})}
	if !res.Withheld || res.Returned != 4 || res.Next != nil || fmt.Sprint(res.Cards[0]) != fmt.Sprint(want) {
		t.Errorf("got %+v", res)
	}
	// Enough people, but few with an opinion: that card alone is withheld.
	s.Tallies[0].NoOpinion, s.Rounds[0].MinGroup = 6, 0
	if res = s.Result(1); res.Withheld || !res.Cards[0].Figures.Withheld || res.Cards[0].Figures.NoOpinion != 0 || res.Cards[0].Comments != nil {
		t.Errorf("got %+v", res)
	}
	// The round's own threshold counts, but never under three.
	s.Rounds[0].MinGroup = 1
	if res = s.Result(1); res.MinGroup != MinGroupFloor || res.Cards[0].Figures.Withheld {
		t.Errorf("got %+v", res)
	}
}

// reworded is a card asked four times: after an edit of the same meaning, with
// other words, and after another edit of the same meaning.
func reworded() *Snapshot {
	s := &Snapshot{CardVersions: []CardVersion{{ID: 1, Card: "growth", Version: 1}, {ID: 2, Card: "growth", Version: 2, SameMeaning: true},
		{ID: 3, Card: "growth", Version: 3}, {ID: 4, Card: "growth", Version: 4, SameMeaning: true}}}
	for i, c := range []struct {
		on      int
		version int64
		counts  Counts
	}{{-90, 1, Counts{0, 0, 10}}, {-60, 2, Counts{0, 0, 0, 10}}, {-30, 3, Counts{0, 0, 10}}, {-5, 4, Counts{0, 0, 0, 10}}} {
		round, card := oneCard(int64(i+1), day(c.on), c.version)
		s.Rounds, s.RoundCards = append(s.Rounds, round), append(s.RoundCards, card)
		s.Tallies = append(s.Tallies, Tally{RoundID: round.ID, Card: "growth", Channel: FromRoom, Counts: c.counts})
	}
	return s
}

// Given other wording, another scale or a round in between, figures are compared
// only where the same thing was asked.
func TestWhatIsComparable(t *testing.T) {
	change := func(s *Snapshot, round int64) HealthChange {
		card := s.Result(round).Cards[0]
		if (card.Before != nil) != (card.Change == ChangeUp || card.Change == ChangeDown || card.Change == ChangeUnclear) {
			t.Errorf("round %d: %q with figures before %+v", round, card.Change, card.Before)
		}
		return card.Change
	}
	s := reworded()
	for round, want := range map[int64]HealthChange{1: ChangeNone, 2: ChangeUp, 3: ChangeNotComparable, 4: ChangeUp} {
		if got := change(s, round); got != want {
			t.Errorf("round %d: %q, want %q", round, got, want)
		}
	}
	s.Rounds[2].ClosedOn = 0 // still open: round 4 looks back to round 2, across the new wording
	if got := change(s, 4); got != ChangeNotComparable {
		t.Errorf("across the open round: %q", got)
	}
	s = reworded()
	s.Rounds[0].Scale = TrafficLight
	if got := change(s, 2); got != ChangeNotComparable {
		t.Errorf("across scales: %q", got)
	}
	s = reworded()
	s.RoundCards[0].CardVersionID = 99 // the card was not asked
	if got := change(s, 2); got != ChangeNotComparable {
		t.Errorf("not asked: %q", got)
	}
	s = reworded()
	s.Tallies[0].Counts = Counts{0, 0, 4}
	s.Returns = append(s.Returns, RoundReturn{ID: 99, RoundID: 1, Channel: s.Tallies[0].Channel, Returned: 9})
	if got := change(s, 2); got != ChangeNotComparable {
		t.Errorf("four answers before: %q", got)
	}
}

// Given rounds started, or closed with too few answers, then the latest one that
// tells something is still the latest, and the next is compared with it.
func TestTheLatestRoundIsOneThatTellsSomething(t *testing.T) {
	s := demoSnapshot(t)
	round, _ := s.LastRound(day0)
	s.Rounds = append(s.Rounds, Round{ID: 90, OpenedOn: day(-3), ClosedOn: day(-2), Invited: 23, MinGroup: 5},
		Round{ID: 91, OpenedOn: day(-1), Invited: 23, MinGroup: 5})
	s.Returns = append(s.Returns, RoundReturn{ID: 990, RoundID: 90, Channel: FromBallots, Returned: 4})
	if got, ok := s.LastRound(day0); !ok || got.ID != round.ID {
		t.Errorf("the latest round is %+v", got)
	}
	if res := s.Result(91); res.Previous == nil || res.Previous.ID != round.ID {
		t.Errorf("the open round looks back to %+v", res.Previous)
	}
	s.Returns[len(s.Returns)-1].Returned = 5
	if got, _ := s.LastRound(day0); got.ID != 90 {
		t.Errorf("with five answers the latest round is %+v", got)
	}
	s.Rounds = s.Rounds[2:]
	s.Returns[len(s.Returns)-1].Returned = 4
	if got, ok := s.LastRound(day0); ok {
		t.Errorf("no round tells anything, but %+v does", got)
	}
}

// Given how many were asked is not noted, or fewer than answered, then that is said
// and there is no rate.
func TestAnswered(t *testing.T) {
	for _, c := range []struct {
		returned, invited int
		want              string
		rate              int
	}{
		{14, 21, "14 of 21 answered", 67}, {15, 0, "15 answered; how many were invited is not noted", 0},
		{15, 10, "15 answers; 10 were asked", 0}, {1, 0, "1 answered; how many were invited is not noted", 0},
		{8, 5, "8 answers; 5 were asked", 0}, {5, 5, "5 of 5 answered", 100}, {0, 0, "0 answered; how many were invited is not noted", 0},
	} {
		s := demoSnapshot(t)
		s.Returns, s.Tallies, s.Responses = []RoundReturn{{ID: 1, RoundID: 1, Channel: FromRoom, Returned: c.returned}}, nil, nil
		s.Rounds[0].Invited = c.invited
		res := s.Result(1)
		if got := spoken(res.Answered()); got != c.want || res.Percent() != c.rate || res.HasRate() != (c.rate > 0) || (res.Rate == RateUnknown) != (c.rate == 0) {
			t.Errorf("%d of %d: %q, %d %%, %q", c.returned, c.invited, got, res.Percent(), res.Rate)
		}
	}
}

// Given other wording, the line of a trend breaks.
func TestTrends(t *testing.T) {
	trend := reworded().Trends(day0)
	if len(trend) != 1 || trend[0].Card.Version != 4 || len(trend[0].Points) != 4 {
		t.Fatalf("trend %+v", trend)
	}
	for i, want := range []bool{false, true, false, true} {
		if got := trend[0].Points[i].Joined; got != want {
			t.Errorf("point %d joined: %v, want %v", i+1, got, want)
		}
	}
	if got := len(reworded().Trends(day(-31))[0].Points); got != 2 {
		t.Errorf("%d rounds had closed by then, want 2", got)
	}
}

// Given few answers now or before, a change does not leave the machine.
func TestOutwardChange(t *testing.T) {
	f := func(n int) Figures { return figures(Agreement5, Counts{0, 0, 0, n}) }
	six, nine, ten := f(6), f(9), f(10)
	for _, c := range []struct {
		before *Figures
		now    Figures
		change HealthChange
		want   HealthChange
	}{
		{&nine, ten, ChangeUp, ChangeUp},
		{&six, ten, ChangeUp, ChangeWithheld},
		{&nine, six, ChangeUnclear, ChangeWithheld},
		{nil, six, ChangeNotComparable, ChangeNotComparable},
		{nil, six, ChangeNone, ChangeNone},
	} {
		got := CardResult{Figures: c.now, Before: c.before, Change: c.change}.Outward()
		if got.Change != c.want {
			t.Errorf("%d answers, %q: %q, want %q", c.now.Answers, c.change, got.Change, c.want)
		}
		if got.Before != nil && got.Before.Answers < 8 && got.Before.HasMean {
			t.Error("the mean of few leaves as the figure before")
		}
	}
	if !six.HasMean {
		t.Error("the figures before were changed in place")
	}
}

// Given the same answers in any order and under any response, the words stay.
func TestWordsUnchangedByOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	s := demoSnapshot(t)
	s.Tallies, s.Returns = nil, nil
	for i := range int64(60) {
		s.Responses = append(s.Responses, Response{ID: i + 1, RoundID: i%2 + 1, Channel: AnswerChannels[i%3]})
		for _, card := range Deck {
			s.Answers = append(s.Answers, Answer{ID: int64(len(s.Answers) + 1), ResponseID: i + 1, Card: card.Card,
				Value: rng.IntN(6), Vote: []TrendVote{VoteBetter, VoteSame, VoteWorse, ""}[rng.IntN(4)]})
		}
	}
	want := fmt.Sprint(s.Result(1).Cards, s.Result(2).Cards[0].Figures)
	wantWords := words(s)
	for range 20 {
		rng.Shuffle(len(s.Answers), func(i, j int) { s.Answers[i], s.Answers[j] = s.Answers[j], s.Answers[i] })
		rng.Shuffle(len(s.Responses), func(i, j int) { s.Responses[i], s.Responses[j] = s.Responses[j], s.Responses[i] })
		// Which response of a round gave an answer must not matter either.
		for i := range s.Answers {
			round := (s.Answers[i].ResponseID - 1) % 2
			s.Answers[i].ResponseID = round + 1 + 2*rng.Int64N(30)
		}
		if got := fmt.Sprint(s.Result(1).Cards, s.Result(2).Cards[0].Figures); got != want || words(s) != wantWords {
			t.Fatalf("the order of answers changed the result:\n%s\n%s", got, want)
		}
	}
}

func words(s *Snapshot) string {
	var b strings.Builder
	for _, c := range s.Result(2).Cards {
		fmt.Fprint(&b, c.Card.Card, c.Figures.Word, c.Change, c.Figures.Mean, ";")
	}
	return b.String()
}

func TestRoundsOnADay(t *testing.T) {
	s := demoSnapshot(t)
	if r, ok := s.LastRound(day0); !ok || r.ID != 2 {
		t.Errorf("last round %v", r)
	}
	if r, ok := s.LastRound(day(-8)); !ok || r.ID != 1 {
		t.Errorf("last round a week ago %v", r)
	}
	if _, ok := s.LastRound(day(-92)); ok {
		t.Error("there was no round yet")
	}
	if open := s.OpenRounds(day(-8)); len(open) != 1 || open[0].ID != 2 || len(s.OpenRounds(day0)) != 0 {
		t.Errorf("open %v", open)
	}
	if res := s.Result(9); res.Round.ID != 0 || res.Cards != nil {
		t.Errorf("a round that is not there: %+v", res)
	}
}
