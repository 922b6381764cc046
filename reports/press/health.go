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

// WordsExplained says in a line what the four words of the health check mean, with
// the borders in force (data/README.md, Health figures).
func WordsExplained(d *Draft) string {
	t := d.Thresholds()
	return d.Say.Text("split: at least one in %d low and as many high · concern: at least %d %% low · strong: at least %d %% high and at most %d %% low · mixed: all else",
		t.SplitOneIn, t.ConcernPercent, t.StrongHigh, t.StrongLow)
}
