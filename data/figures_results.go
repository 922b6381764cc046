package data

import (
	"cmp"
	"slices"
)

// Votes counts the sense of direction felt.
type Votes struct{ Better, Same, Worse int }

// Sum is the number of votes.
func (v Votes) Sum() int { return v.Better + v.Same + v.Worse }

// CardResult is one card in one round.
type CardResult struct {
	Card    CardVersion
	Figures Figures
	// Before are the figures of the round before, nil where they can't be
	// compared; then there is no line between the two either.
	Before *Figures
	Change HealthChange
	Votes  Votes // zero when fewer voted than the threshold asks for
	// Comments stand in the order of the alphabet, so that they can't be matched
	// with one another.
	Comments []string
}

// Outward is the result as it may leave the machine; comments stay.
func (c CardResult) Outward() CardResult {
	few := c.Figures.Outward().Merged
	c.Figures = c.Figures.Outward()
	if c.Before != nil {
		before := c.Before.Outward()
		c.Before = &before
		few = few || before.Merged
	}
	if few && c.Change != ChangeNone && c.Change != ChangeNotComparable {
		c.Change = ChangeWithheld
	}
	c.Comments = nil
	return c
}

// RoundResult is one round of the health check: all its channels together.
// There is no overall score, on purpose (data/README.md, Health figures).
type RoundResult struct {
	Round    Round // its ID is 0 when there is no such round
	Returned int
	Invited  int
	Rate     RateWord
	MinGroup int
	// Withheld tells that fewer replied than the threshold asks for: only
	// Returned of Invited may be shown.
	Withheld bool
	Channels []AnswerChannel // through which answers came, in the order of AnswerChannels
	Previous *Round          // the closed round before, nil for the first
	Cards    []CardResult    // in the order of the deck
	Next     []string        // "one thing we should do next", in the order of the alphabet

	closing closing
	rates   Borders
}

// HasRate reports whether it is known what share answered: how many were asked is
// noted, and no more answered.
func (r RoundResult) HasRate() bool { return r.Invited > 0 && r.Returned <= r.Invited }

// Answered says how many answered of those asked; screens, pages, workbooks and
// letters all tell it by this or by one of the two below.
func (r RoundResult) Answered() Phrase {
	switch {
	case r.Invited <= 0:
		return Say("%d answered; how many were invited is not noted", r.Returned)
	case r.Returned > r.Invited:
		return SayCount(r.Returned, "%d answer; %d were asked", "%d answers; %d were asked", r.Invited)
	}
	return Say("%d of %d answered", r.Returned, r.Invited)
}

// AnsweredPercent is Answered with the rate, where there is one.
func (r RoundResult) AnsweredPercent() Phrase {
	if !r.HasRate() {
		return r.Answered()
	}
	return Say("%d of %d (%d %%) answered", r.Returned, r.Invited, r.Percent())
}

// AnsweredWord is AnsweredPercent with the word for the rate.
func (r RoundResult) AnsweredWord() Phrase {
	if !r.HasRate() {
		return r.Answered()
	}
	return Say("%s, %s", r.AnsweredPercent(), r.Rate.Phrase())
}

// Percent is the response rate, 0 where there is none.
func (r RoundResult) Percent() int {
	if !r.HasRate() {
		return 0
	}
	return r.rates.Percent(r.Returned, r.Invited)
}

// Silent is how many of those invited did not reply.
func (r RoundResult) Silent() int { return max(0, r.Invited-r.Returned) }

// CountChanges counts the cards that moved since the round before.
func (r RoundResult) CountChanges() (up, down, unclear int) {
	for i := range r.Cards {
		switch r.Cards[i].Change {
		case ChangeUp:
			up++
		case ChangeDown:
			down++
		case ChangeUnclear:
			unclear++
		}
	}
	return up, down, unclear
}

// Outward is the result as it may leave the machine.
func (r RoundResult) Outward() RoundResult {
	cards := make([]CardResult, len(r.Cards))
	for i := range r.Cards {
		cards[i] = r.Cards[i].Outward()
	}
	r.Cards, r.Next = cards, nil
	return r
}

// SortForTalk orders cards by what is worth talking about: splits, then
// concerns, then the rest as they stand in the deck.
func SortForTalk(cards []CardResult) []CardResult {
	urgency := map[HealthWord]int{WordSplit: -2, WordConcern: -1}
	sorted := slices.Clone(cards)
	slices.SortStableFunc(sorted, func(a, b CardResult) int {
		return cmp.Compare(urgency[a.Figures.Word], urgency[b.Figures.Word])
	})
	return sorted
}

// Result reckons one round and compares it with the closed round before.
func (s *Snapshot) Result(roundID int64) RoundResult {
	round, ok := s.RoundByID(roundID)
	if !ok {
		return RoundResult{}
	}
	t := s.thresholdsOf(round)
	counted := s.count(round)
	res := RoundResult{Round: round, Returned: counted.returned, Invited: round.Invited, MinGroup: t.MinGroup,
		Rate: RateOf(counted.returned, round.Invited, t), Channels: counted.channels, rates: t.RateBorders()}
	if s.asTold {
		res.closing = counted.closing(round)
		res.Round.ClosedOn = res.closing.on
	}
	res.Withheld = res.Returned < t.MinGroup
	if before, ok := s.roundBefore(round); ok {
		res.Previous = &before
	}
	if !res.Withheld {
		res.Next = counted.next
		slices.Sort(res.Next)
	}
	var before []CardResult
	if res.Previous != nil {
		before = s.figuresOf(*res.Previous)
	}
	for _, version := range s.cardsOf(round.ID) {
		card := counted.card(version, res.Withheld, t)
		if res.Previous != nil {
			s.compare(&card, before, t)
		}
		res.Cards = append(res.Cards, card)
	}
	return res
}

// figuresOf are the cards of a closed round by themselves, compared with none.
func (s *Snapshot) figuresOf(round Round) []CardResult {
	counted, t := s.atClosing(round.ID).count(round), s.thresholdsOf(round)
	var cards []CardResult
	for _, version := range s.cardsOf(round.ID) {
		cards = append(cards, counted.card(version, counted.returned < t.MinGroup, t))
	}
	return cards
}

// thresholdsOf are the thresholds with the round's own group size, which its
// form promised to those who answered.
func (s *Snapshot) thresholdsOf(round Round) Thresholds {
	t := s.Thresholds()
	if round.MinGroup > 0 {
		t.MinGroup = round.MinGroup
	}
	t.MinGroup = max(MinGroupFloor, t.MinGroup)
	return t
}

// compare sets the figures of the round before, and the change since.
func (s *Snapshot) compare(card *CardResult, previous []CardResult, t Thresholds) {
	card.Change = ChangeNotComparable
	for i := range previous {
		if previous[i].Card.Card != card.Card.Card || !s.sameMeaning(previous[i].Card, card.Card) {
			continue
		}
		before := previous[i].Figures
		card.Change = changeBetween(before, card.Figures, t)
		if card.Change != ChangeNotComparable {
			card.Before = &before
		}
		return
	}
}

// sameMeaning reports whether answers to two versions of a card may be
// compared: the same version, or only "same meaning" edits between them
// (data/README.md, Health cards).
func (s *Snapshot) sameMeaning(a, b CardVersion) bool {
	low, high := min(a.Version, b.Version), max(a.Version, b.Version)
	same := 0
	for i := range s.CardVersions {
		v := &s.CardVersions[i]
		if v.Card == a.Card && v.Version > low && v.Version <= high && v.SameMeaning {
			same++
		}
	}
	return same == high-low
}

// ClosedRounds lists the rounds closed up to today, the earliest first, each with the day of the closing of which it
// is told (closingOf).
func (s *Snapshot) ClosedRounds(today Date) []Round {
	return s.closedWhere(func(r *Round) bool { return r.ClosedOn <= today })
}

// ClosedRound is one of the rounds closed up to today.
func (s *Snapshot) ClosedRound(id int64, today Date) (Round, bool) {
	for _, r := range s.ClosedRounds(today) {
		if r.ID == id {
			return r, true
		}
	}
	return Round{}, false
}

// closedWhere lists rounds that were closed, with the day of the closing of which they are told.
func (s *Snapshot) closedWhere(keep func(*Round) bool) []Round {
	var rounds []Round
	for i := range s.Rounds {
		r := s.Rounds[i]
		if r.ClosedOn = s.closingOf(&s.Rounds[i]); r.ClosedOn != 0 && keep(&r) {
			rounds = append(rounds, r)
		}
	}
	slices.SortFunc(rounds, compareRounds)
	return rounds
}

// OpenRounds lists the rounds that take answers today, the earliest first.
func (s *Snapshot) OpenRounds(today Date) []Round {
	return s.roundsWhere(func(r *Round) bool {
		return r.OpenedOn <= today && (r.ClosedOn == 0 || r.ClosedOn > today)
	})
}

// LastRound is the latest closed round with answers enough to tell something: starting another round, closing one that
// few answered, or opening one again whose figures went out, takes no figure away. ClosedResult has its figures.
func (s *Snapshot) LastRound(today Date) (Round, bool) {
	return s.latestTelling(s.ClosedRounds(today))
}

// roundBefore is the latest closed round with answers enough before this one.
func (s *Snapshot) roundBefore(round Round) (Round, bool) {
	return s.latestTelling(s.closedWhere(func(r *Round) bool { return compareRounds(*r, round) < 0 }))
}

// latestTelling is the last of some rounds, in their order, with answers enough.
func (s *Snapshot) latestTelling(rounds []Round) (Round, bool) {
	for _, round := range slices.Backward(rounds) {
		if s.atClosing(round.ID).count(round).returned >= s.thresholdsOf(round).MinGroup {
			return round, true
		}
	}
	return Round{}, false
}

func (s *Snapshot) roundsWhere(keep func(*Round) bool) []Round {
	var rounds []Round
	for i := range s.Rounds {
		if keep(&s.Rounds[i]) {
			rounds = append(rounds, s.Rounds[i])
		}
	}
	slices.SortFunc(rounds, compareRounds)
	return rounds
}

func compareRounds(a, b Round) int {
	return cmp.Or(cmp.Compare(a.OpenedOn, b.OpenedOn), cmp.Compare(a.ID, b.ID))
}

// cardsOf lists a round's cards with the wording they had, in rank order.
func (s *Snapshot) cardsOf(roundID int64) []CardVersion {
	versions := indexOf(s.CardVersions, func(v *CardVersion) int64 { return v.ID })
	var cards []CardVersion
	for i := range s.RoundCards {
		rc := &s.RoundCards[i]
		at := versions.find(rc.CardVersionID)
		if rc.RoundID != roundID || at < 0 {
			continue
		}
		card := s.CardVersions[at]
		card.Rank = rc.Rank
		cards = append(cards, card)
	}
	slices.SortStableFunc(cards, func(a, b CardVersion) int { return cmp.Compare(a.Rank, b.Rank) })
	return cards
}

// TrendPoint is a card's figures in one round; Joined tells whether a line may
// be drawn from the point before.
type TrendPoint struct {
	Round   Round
	Figures Figures
	Joined  bool
}

// CardTrend follows one card through the closed rounds.
type CardTrend struct {
	Card   CardVersion // as worded last
	Points []TrendPoint
}

// Trends follows every card through the rounds closed up to today, in the order
// of the deck. A line breaks where scale or wording changed
// (data/README.md, Health cards).
func (s *Snapshot) Trends(today Date) []CardTrend {
	var trends []CardTrend
	at := map[string]int{}
	for _, round := range s.ClosedRounds(today) {
		res := s.ClosedResult(round.ID)
		for i := range res.Cards {
			c := &res.Cards[i]
			place, known := at[c.Card.Card]
			if !known {
				place = len(trends)
				at[c.Card.Card] = place
				trends = append(trends, CardTrend{})
			}
			trend := &trends[place]
			joined := len(trend.Points) > 0 && c.Before != nil && !trend.Points[len(trend.Points)-1].Figures.Withheld
			trend.Card = c.Card
			trend.Points = append(trend.Points, TrendPoint{Round: round, Figures: c.Figures, Joined: joined})
		}
	}
	slices.SortStableFunc(trends, func(a, b CardTrend) int { return cmp.Compare(a.Card.Rank, b.Card.Rank) })
	return trends
}
