package data

import (
	"slices"
	"strings"
)

// AsTold is the community as documents tell it. Where figures of a round went out, the
// number of those who answered, and each card by itself, change only when at least
// the threshold's number of answers came or went since: a late person's answers would
// follow from the two by subtraction (data/README.md, Confidentiality).
func (s *Snapshot) AsTold() *Snapshot {
	told := *s
	told.asTold = true
	return &told
}

// LeavingCounts are the counts to be kept once a document with figures has left the
// machine: of the rounds closed up to today, and of one chosen for it. What is
// withheld tells nothing, so that nothing is kept of it.
func (s *Snapshot) LeavingCounts(today Date, chosen int64) []OutwardCounts {
	told := s.AsTold()
	var rows []OutwardCounts
	for _, round := range s.roundsWhere(func(r *Round) bool { return r.ID == chosen || r.ClosedOn != 0 && r.ClosedOn <= today }) {
		c, least := told.count(round), s.thresholdsOf(round).MinGroup
		if c.returned < least {
			continue
		}
		rows = append(rows, OutwardCounts{RoundID: round.ID, SentOn: today, Returned: c.returned, Channels: words(c.channels)})
		for _, version := range s.cardsOf(round.ID) {
			own := c.of(version.Card)
			if own.counts.Sum() < least {
				continue
			}
			row := OutwardCounts{RoundID: round.ID, Card: version.Card, SentOn: today, Counts: own.counts, NoOpinion: own.noOpinion}
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
	for _, leaving := range s.LeavingCounts(today, 0) {
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

// stand puts what was told of the round before in the place of what came in since,
// where that is too little. A card never tells of more people than the round does.
func (c *counted) stand(s *Snapshot, round Round) {
	least, stands := s.thresholdsOf(round).MinGroup, false
	for i := range s.Outward {
		if o := &s.Outward[i]; o.RoundID == round.ID && o.Card == "" && distanceOf(c.returned, o.Returned) < least {
			c.returned, stands = o.Returned, true
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
		c.counts, c.noOpinion = o.Counts, o.NoOpinion
	}
	was := o.votes()
	turned := distanceOf(c.votes.Better, was.Better) + distanceOf(c.votes.Same, was.Same) + distanceOf(c.votes.Worse, was.Worse)
	if turned < least || roundStands && c.votes.Sum() > returned {
		c.votes = was
	}
}

func distanceOf(a, b int) int { return max(a-b, b-a) }
