package formembers

import (
	"slices"

	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/press"
)

// slideBefore is how many earlier rounds stand beside the one that is shown.
const slideBefore = 3

// WhatWeSaidSlide makes the same as a slide for the room: a row a card, with the
// words of the rounds before. Each round is told as it may be told by itself.
func WhatWeSaidSlide(d *press.Draft) (press.Product, error) {
	round, err := saidRound(d)
	if err != nil {
		return nil, err
	}
	g := &groupPage{Pages: press.PagesOn(d, d.Opt.Paper.Landscape()), round: d.Result(round.ID).Outward()}
	g.Side = 12
	s := &slide{groupPage: g}
	for _, r := range d.ClosedRounds(d.Opt.Today) {
		if r.ClosedOn < round.ClosedOn {
			s.before = append(s.before, d.Result(r.ID).Outward())
		}
	}
	s.before = s.before[max(0, len(s.before)-slideBefore):]
	s.draw()
	return g.Doc, g.Doc.Err()
}

type slide struct {
	*groupPage
	before []data.RoundResult // the earliest first
}

func (s *slide) draw() {
	say := s.Say
	col := s.Begin(say.Text("What we said"), press.Dotted(s.Community.Name, s.round.Round.Name, say.Of(s.round.AnsweredThen())))
	area, cards := col.Area, data.SortForTalk(s.round.Cards)
	foot := 9.0
	const top = headHigh + 1.5
	row := min(11, (area.H-foot-top)/float64(max(1, len(cards))))
	columns := s.columns(area)
	heads := []string{say.Text("Card"), s.scaleHead()}
	for _, r := range s.before {
		heads = append(heads, r.Round.Name)
	}
	heads = append(heads, s.round.Round.Name)
	for i, text := range heads {
		s.Doc.Text(page.Rect{X: columns[i].X, Y: area.Y, W: columns[i].W - 2, H: headHigh}, text, columnHead(9))
	}
	for i := range cards {
		y := area.Y + top + float64(i)*row
		s.Doc.Rule(area.X, y, area.Right(), y, page.Pen{Color: page.Line, Width: 0.6})
		s.card(columns, y, row, &cards[i])
	}
	bottom := page.Rect{X: area.X, Y: area.Y + top + 1 + float64(len(cards))*row, W: area.W}
	s.Doc.Text(bottom, press.WordsExplained(s.Draft), page.Style{Size: 8, Color: page.Muted, MaxLines: 2})
}

// columns are the places of title, bar and words, the rounds before first.
func (s *slide) columns(area page.Rect) []page.Rect {
	title, rest := area.CutLeft(area.W * 0.3)
	bar, rest := rest.CutLeft(area.W * 0.28)
	out := []page.Rect{title, bar}
	words := len(s.before) + 1
	for i := range words {
		w := rest.W / float64(words)
		out = append(out, page.Rect{X: rest.X + float64(i)*w + 4, Y: rest.Y, W: w - 4, H: rest.H})
	}
	return out
}

// card is a row: what was said now, and the word of each round for the same card.
func (s *slide) card(columns []page.Rect, y, high float64, c *data.CardResult) {
	at := func(i int) page.Rect { return page.Rect{X: columns[i].X, Y: y, W: columns[i].W, H: high} }
	s.Fit(at(0).Trimmed(0, 0, 2, 0), c.Card.Title, page.Style{Size: 12, Bold: true, Valign: page.ValignMiddle, LineHeight: 1.15})
	if !c.Figures.Withheld {
		s.Doc.AnswerBar(at(1).Trimmed(0, high*0.2, 0, high*0.2), barCounts(c.Figures))
	}
	for i, r := range append(slices.Clone(s.before), s.round) {
		s.said(at(2+i), r, c.Card)
	}
}

// said is a round's word for a card in the words it has now.
func (s *slide) said(r page.Rect, round data.RoundResult, card data.CardVersion) {
	for i := range round.Cards {
		c := &round.Cards[i]
		switch {
		case c.Card.Card != card.Card || c.Card.Version != card.Version:
		case c.Figures.Withheld:
			s.Doc.Text(r, s.Say.Text("withheld"), page.Style{Size: 9, Color: page.Muted, Valign: page.ValignMiddle, MaxLines: 1})
		default:
			s.word(r, c.Figures.Word)
		}
	}
}
