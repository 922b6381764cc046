package data

import (
	"slices"
)

// counted holds what came in for a round, all channels together.
type counted struct {
	scale    Scale
	returned int
	closedOn Date // the closing that this tells of, 0 while there was none
	channels []AnswerChannel
	cards    map[string]*countedCard
	next     []string
}

type countedCard struct {
	counts    Counts
	noOpinion int
	votes     Votes
	comments  []string
	closedOn  Date // the closing that counts and directions tell of, where they stand as they were told; else 0
}

// count adds the counts entered and the answers imported. Through one channel
// as many people answered as were noted (RoundReturn), or as a tally needs if
// that is more, and each response that was read in beside them. Of a round that is told
// with the day of another closing it counts the same.
func (s *Snapshot) count(round Round) *counted {
	if own, ok := s.RoundByID(round.ID); ok {
		round = own
	}
	c := &counted{scale: round.Scale, closedOn: round.ClosedOn, cards: map[string]*countedCard{}}
	noted := map[AnswerChannel]int{}
	for i := range s.Returns {
		if r := &s.Returns[i]; r.RoundID == round.ID {
			noted[r.Channel] = max(noted[r.Channel], r.Returned)
		}
	}
	for i := range s.Tallies {
		if t := &s.Tallies[i]; t.RoundID == round.ID {
			c.addTally(t)
			noted[t.Channel] = max(noted[t.Channel], t.Counts.Sum()+t.NoOpinion, t.Better+t.Same+t.Worse)
		}
	}
	c.addResponses(s, round.ID, noted)
	for _, channel := range AnswerChannels {
		if noted[channel] > 0 {
			c.returned += noted[channel]
			c.channels = append(c.channels, channel)
		}
	}
	if s.asTold {
		c.stand(s, round)
	}
	return c
}

func (c *counted) of(card string) *countedCard {
	found := c.cards[card]
	if found == nil {
		found = &countedCard{}
		c.cards[card] = found
	}
	return found
}

func (c *counted) addTally(t *Tally) {
	card := c.of(t.Card)
	card.counts = card.counts.Plus(t.Counts)
	card.noOpinion += t.NoOpinion
	card.votes.Better += t.Better
	card.votes.Same += t.Same
	card.votes.Worse += t.Worse
}

func (c *counted) addResponses(s *Snapshot, roundID int64, noted map[AnswerChannel]int) {
	responses := map[int64]bool{}
	for i := range s.Responses {
		r := &s.Responses[i]
		if r.RoundID != roundID {
			continue
		}
		responses[r.ID] = true
		noted[r.Channel]++
		if r.Next != "" {
			c.next = append(c.next, r.Next)
		}
	}
	if len(responses) == 0 {
		return
	}
	// The answers of one response stand together, so it is looked up once.
	var response int64
	ours := false
	for i := range s.Answers {
		a := &s.Answers[i]
		if a.ResponseID != response {
			response, ours = a.ResponseID, responses[a.ResponseID]
		}
		if ours {
			c.of(a.Card).add(a)
		}
	}
}

func (c *countedCard) add(a *Answer) {
	switch {
	case a.Value >= 1 && a.Value <= len(c.counts):
		c.counts[a.Value-1]++
	case a.Value != Blank:
		c.noOpinion++
	}
	switch a.Vote {
	case VoteBetter:
		c.votes.Better++
	case VoteSame:
		c.votes.Same++
	case VoteWorse:
		c.votes.Worse++
	}
	if a.Comment != "" {
		c.comments = append(c.comments, a.Comment)
	}
}

// card is what may be said about one card; withheld when too few replied to the
// whole round.
func (c *counted) card(version CardVersion, withheld bool, t Thresholds) CardResult {
	res := CardResult{Card: version}
	own := c.of(version.Card)
	if withheld {
		res.Figures = FiguresOf(c.scale, Counts{}, 0, t)
		return res
	}
	res.Figures = FiguresOf(c.scale, own.counts, own.noOpinion, t)
	if res.Figures.Withheld {
		return res
	}
	if own.votes.Sum() >= t.MinGroup {
		res.Votes = own.votes
	}
	res.Comments = slices.Sorted(slices.Values(own.comments))
	return res
}
