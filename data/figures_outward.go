package data

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// AsTold is the community as documents tell it. Where figures of a round went out, the
// number of those who answered, and each card by itself, change only when at least
// the threshold's number of answers came or went since it was closed again: a late person's
// answers would follow from the two by subtraction (data/README.md, Confidentiality).
func (s *Snapshot) AsTold() *Snapshot {
	told := *s
	told.asTold = true
	return &told
}

// LeavingCounts are the counts to be kept once a document with figures has left the
// machine: of the rounds closed up to today. What is withheld tells nothing, so that
// nothing is kept of it.
func (s *Snapshot) LeavingCounts(today Date) []OutwardCounts {
	told := s.AsTold()
	var rows []OutwardCounts
	for _, round := range told.ClosedRounds(today) {
		c, least := told.count(round), s.thresholdsOf(round).MinGroup
		if c.returned < least {
			continue
		}
		rows = append(rows, OutwardCounts{RoundID: round.ID, SentOn: today, ClosedOn: c.closedOn, Returned: c.returned, Channels: words(c.channels)})
		for _, version := range s.cardsOf(round.ID) {
			own := c.of(version.Card)
			if own.counts.Sum() < least {
				continue
			}
			row := OutwardCounts{RoundID: round.ID, Card: version.Card, SentOn: today, ClosedOn: cmp.Or(own.closedOn, c.closedOn), Counts: own.counts, NoOpinion: own.noOpinion}
			if v := own.votes; v.Sum() >= least {
				row.Better, row.Same, row.Worse = v.Better, v.Same, v.Worse
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// words are the words of choices, one after another.
func words[T ~string](choices []T) string {
	var all []string
	for _, c := range choices {
		all = append(all, string(c))
	}
	return strings.Join(all, " ")
}

// TellsUnnoted reports whether documents of today tell counts of rounds that are not noted as gone out.
func (s *Snapshot) TellsUnnoted(today Date) bool {
	for _, leaving := range s.LeavingCounts(today) {
		noted := slices.ContainsFunc(s.Outward, func(o OutwardCounts) bool {
			o.ID, o.SentOn = leaving.ID, leaving.SentOn
			return o == leaving
		})
		if !noted {
			return true
		}
	}
	return false
}

// WentOut is the day on which figures of the round as they are told now first left the
// machine, 0 if none did.
func (s *Snapshot) WentOut(roundID int64) Date {
	last := Date(0)
	for i := range s.Outward {
		if o := &s.Outward[i]; o.RoundID == roundID {
			last = max(last, o.SentOn)
		}
	}
	return last
}

// HeldBack reports whether documents tell other counts of the round than those in the
// file, since too few answers came or went.
func (s *Snapshot) HeldBack(roundID int64) bool {
	round, ok := s.RoundByID(roundID)
	if !ok || s.WentOut(roundID) == 0 {
		return false
	}
	now, told := s.count(round), s.AsTold().count(round)
	if now.returned != told.returned {
		return true
	}
	for card, own := range now.cards {
		if t := told.of(card); own.counts != t.counts || own.noOpinion != t.noOpinion || own.votes != t.votes {
			return true
		}
	}
	return false
}

// closingOf is the day of the closing of which a round is told. While it is open again after its figures went out, that
// is the closing of which they told, and in documents so long as they stand: what went out is told on, under its own day.
func (s *Snapshot) closingOf(round *Round) Date {
	switch told := s.toldOf(round.ID); {
	case told == nil || told.closing() == round.ClosedOn:
		return round.ClosedOn
	case round.Open():
		return told.closing()
	case s.asTold:
		return s.count(*round).closedOn
	}
	return round.ClosedOn
}

// toldOf is what documents that left told of a round, nil where none did.
func (s *Snapshot) toldOf(roundID int64) *OutwardCounts {
	for i := range s.Outward {
		if o := &s.Outward[i]; o.RoundID == roundID && o.Card == "" {
			return o
		}
	}
	return nil
}

// OpenAgain reports whether the round takes answers again after its figures went out.
func (s *Snapshot) OpenAgain(roundID int64) bool {
	round, ok := s.RoundByID(roundID)
	return ok && round.Open() && s.toldOf(roundID) != nil
}

// ClosedResult is the result of a round as it was when it was closed: while it is open again after its figures went out,
// these, and what came in since is for the page on which it is entered.
func (s *Snapshot) ClosedResult(roundID int64) RoundResult {
	return s.atClosing(roundID).Result(roundID)
}

// atClosing is the community in which the round is counted as it was closed.
func (s *Snapshot) atClosing(roundID int64) *Snapshot {
	if s.OpenAgain(roundID) {
		return s.AsTold()
	}
	return s
}

// closing is the closing of which figures tell, and what became of the round since.
type closing struct {
	on      Date
	open    bool
	again   Date // it was closed again, and the figures stand
	earlier Date // figures of cards that stand are of this one
}

func (c *counted) closing(round Round) closing {
	told := closing{on: c.closedOn, open: round.Open() && c.closedOn != 0}
	if !told.open && told.on != round.ClosedOn {
		told.again = round.ClosedOn
		return told
	}
	for _, card := range c.cards {
		if on := card.closedOn; on != 0 && on != told.on && (told.earlier == 0 || on < told.earlier) {
			told.earlier = on
		}
	}
	return told
}

// Closed says of which closing the figures tell, and what became of the round since.
func (r RoundResult) Closed() Phrase {
	switch c := r.closing; {
	case c.open:
		return Say("closed on %s, now open again", c.on)
	case c.again != 0:
		return Say("closed on %s; closed again on %s, and what fewer than %d answers changed in between stands as it was told", c.on, c.again, r.MinGroup)
	case c.earlier != 0:
		return Say("closed on %s; what fewer than %d answers changed since %s stands as it was told then", c.on, r.MinGroup, c.earlier)
	}
	return Say("closed on %s", r.Round.ClosedOn)
}

// AnsweredThen is Answered, with the closing of which the figures tell where that needs saying.
func (r RoundResult) AnsweredThen() Phrase {
	return r.then(r.Answered())
}

// AnsweredCard says how many answers there are to a card, of which its counts are the sum, with the closing where that needs saying.
func (r RoundResult) AnsweredCard(c *CardResult) Phrase {
	return r.then(SayCount(c.Figures.Answers, "%d answered this card", "%d answered this card"))
}

// then is what figures say, with the closing of which they tell where that needs saying.
func (r RoundResult) then(said Phrase) Phrase {
	if !r.Stands() {
		return said
	}
	return Say("%s (%s)", said, r.Closed())
}

// Stands reports whether the figures are of an earlier closing, or of one after which the round was opened again.
func (r RoundResult) Stands() bool {
	return r.closing.open || r.closing.again != 0 || r.closing.earlier != 0
}

// stand puts what was told of the round before in the place of what came in since,
// where that is too little, and all of it while it is open again. A card never tells of
// more people than the round does.
func (c *counted) stand(s *Snapshot, round Round) {
	least, stands := s.thresholdsOf(round).MinGroup, false
	if s.OpenAgain(round.ID) {
		least = math.MaxInt
		clear(c.cards) // what was withheld stays so
	}
	for i := range s.Outward {
		if o := &s.Outward[i]; o.RoundID == round.ID && o.Card == "" && distanceOf(c.returned, o.Returned) < least {
			c.returned, c.closedOn, stands = o.Returned, o.closing(), true
			if told := o.channels(); len(told) > 0 {
				c.channels = told // a new one would tell that somebody came
			}
		}
	}
	for i := range s.Outward {
		if o := &s.Outward[i]; o.RoundID == round.ID && o.Card != "" {
			c.of(o.Card).stand(o, least, stands, c.returned)
		}
	}
}

func (c *countedCard) stand(o *OutwardCounts, least int, roundStands bool, returned int) {
	moved := distanceOf(c.noOpinion, o.NoOpinion)
	for i := range c.counts {
		moved += distanceOf(c.counts[i], o.Counts[i])
	}
	if moved < least || roundStands && c.counts.Sum()+c.noOpinion > returned {
		c.counts, c.noOpinion, c.closedOn = o.Counts, o.NoOpinion, o.closing()
	}
	was := o.votes()
	turned := distanceOf(c.votes.Better, was.Better) + distanceOf(c.votes.Same, was.Same) + distanceOf(c.votes.Worse, was.Worse)
	if turned < least || roundStands && c.votes.Sum() > returned {
		c.votes, c.closedOn = was, o.closing()
	}
}

func distanceOf(a, b int) int { return max(a-b, b-a) }
