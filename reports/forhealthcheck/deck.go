package forhealthcheck

import (
	"cmp"
	"slices"

	"copleader/data"
	"copleader/reports/press"
)

// deck is the cards to print: those of the chosen round, else the newest
// wording of every card in the deck, else the cards every community starts with.
func deck(d *press.Draft) []data.CardVersion {
	if d.Opt.RoundID != 0 {
		if cards := d.CardsOf(d.Opt.RoundID); len(cards) > 0 {
			return cards
		}
	}
	newest := map[string]data.CardVersion{}
	for _, v := range d.CardVersions {
		if v.MadeOn <= d.Opt.Today && v.Version >= newest[v.Card].Version {
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
