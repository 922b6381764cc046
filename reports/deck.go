package reports

import (
	"cmp"
	"slices"

	"copleader/data"
)

// deck is the cards to print: those of the chosen round, else the newest
// wording of every card in the deck, else the cards every community starts with.
func (d *draft) deck() []data.CardVersion {
	if d.opt.RoundID != 0 {
		if cards := d.cardsOf(d.opt.RoundID); len(cards) > 0 {
			return cards
		}
	}
	newest := map[string]data.CardVersion{}
	for _, v := range d.CardVersions {
		if v.MadeOn <= d.opt.Today && v.Version >= newest[v.Card].Version {
			newest[v.Card] = v
		}
	}
	var cards []data.CardVersion
	for _, v := range newest {
		if v.Rank > 0 {
			cards = append(cards, v)
		}
	}
	if len(cards) == 0 {
		cards = slices.Clone(data.Deck)
		for i := range cards {
			cards[i].Version = 1
		}
	}
	slices.SortFunc(cards, func(a, b data.CardVersion) int {
		return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(a.Card, b.Card))
	})
	return cards
}

// cardsOf lists a round's cards with the wording they have in it.
func (d *draft) cardsOf(roundID int64) []data.CardVersion {
	var cards []data.CardVersion
	for _, c := range d.Result(roundID).Cards {
		cards = append(cards, c.Card)
	}
	return cards
}
