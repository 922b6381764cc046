package press

import (
	"copleader/data"
)

// MinGroup is the fewest answers that are shown, as set for this community.
func (d *Draft) MinGroup() int { return max(data.MinGroupFloor, d.Thresholds().MinGroup) }

// CardsOf lists a round's cards with the wording they have in it.
func (d *Draft) CardsOf(roundID int64) []data.CardVersion {
	var cards []data.CardVersion
	for _, c := range d.Result(roundID).Cards {
		cards = append(cards, c.Card)
	}
	return cards
}
