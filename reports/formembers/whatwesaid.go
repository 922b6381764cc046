package formembers

import (
	"slices"

	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/press"
)

// WhatWeSaid makes the page for the members themselves: what we said, where we
// differ, what we do about it. It leaves the machine, so few answers are merged
// or withheld as for the sponsors.
func WhatWeSaid(d *press.Draft) (press.Product, error) {
	round, err := saidRound(d)
	if err != nil {
		return nil, err
	}
	g := &groupPage{Pages: press.NewPages(d, false), round: d.Result(round.ID).Outward()}
	g.draw()
	return g.Doc, g.Doc.Err()
}

// saidRound is the closed round asked for, else the latest.
func saidRound(d *press.Draft) (data.Round, error) {
	round, ok := d.LastRound(d.Opt.Today)
	if d.Opt.RoundID != 0 {
		round, ok = d.ClosedRound(d.Opt.RoundID, d.Opt.Today)
	}
	if !ok {
		return data.Round{}, data.Fault(data.CodeNothing, "No round of the health check has been closed yet, so there is nothing to show.")
	}
	return round, nil
}

type groupPage struct {
	*press.Pages
	round data.RoundResult
}

func (g *groupPage) draw() {
	say := g.Say
	col := g.Begin(say.Text("What we said"), say.Text("%s, %s, %s", g.Community.Name, g.round.Round.Name, g.round.Closed()))
	g.answered(col)
	rest := col.Area
	do := g.toDo()
	room := 22 + 7*float64(max(1, min(len(do), groupSteps)))
	differ := g.differing()
	if len(differ) > 0 {
		room += 12 + 7*float64(len(differ))
	}
	table := rest
	table.H = max(40, rest.H-room)
	used := g.cards(table)
	col.Area = rest.Trimmed(0, used+1.5, 0, 0)
	col.Text(g.legend(), page.Style{Size: 7.5, Color: page.Muted, LineHeight: 1.3}, 3)
	if len(differ) > 0 {
		col.Text(say.Text("Where we differ"), press.SectionText, 1)
		for _, c := range differ {
			g.bullet(col, say.Text("%s: %d low and %d high. %s", c.Card.Title, c.Figures.Low, c.Figures.High, c.Card.Ask))
		}
		col.Area = col.Area.Trimmed(0, 2, 0, 0)
	}
	col.Text(say.Text("What we do about it"), press.SectionText, 1)
	if len(do) == 0 {
		g.bullet(col, say.Text("Nothing on the board answers a card yet. Which small step would you take?"))
	}
	for i, text := range do {
		if i == groupSteps {
			break
		}
		g.bullet(col, text)
	}
}

// legend explains the words, and the votes on where a card is going.
func (g *groupPage) legend() string {
	text := press.WordsExplained(g.Draft)
	if g.felt() {
		text += "\n" + g.Say.Text("Getting better? How many felt that it became better ↗, stayed → or became worse ↘ in three months; told from %d votes on.", g.round.MinGroup)
	}
	return text
}

// felt reports whether there is any card of which may be told how many felt it became
// better or worse.
func (g *groupPage) felt() bool {
	return slices.ContainsFunc(g.round.Cards, func(c data.CardResult) bool { return c.Votes.Sum() > 0 })
}

// groupSteps is how many steps the page has room for.
const groupSteps = 5

func (g *groupPage) bullet(col *press.Column, text string) {
	style := page.Style{Size: 10.5, MaxLines: 2}
	col.Numbered("•", text, style, 0.8)
}

// answered says how many answered, in a soft box.
func (g *groupPage) answered(col *press.Column) {
	box, rest := col.Area.CutTop(14)
	col.Area = rest.Trimmed(0, 4, 0, 0)
	g.Doc.Box(box, page.Look{Fill: page.PrimarySoft, Radius: 3})
	inner := box.Trimmed(5, 0, 5, 0)
	big := page.Style{Size: 16, Bold: true, Color: page.Primary, Valign: page.ValignMiddle, MaxLines: 1}
	figure := g.Say.Of(g.round.Answered())
	if !g.round.HasRate() {
		big.Size = 12
	}
	wide := g.Doc.Measure(inner.W, figure, big).Width
	g.Doc.Text(inner, figure, big)
	g.Doc.Text(inner.Trimmed(wide+5, 0, 0, 0), g.rateLine(),
		page.Style{Size: 10.5, Valign: page.ValignMiddle, MaxLines: 2})
}

// rateLine says whom the answers stand for.
func (g *groupPage) rateLine() string {
	if !g.round.HasRate() {
		return g.Say.Text("There is no overall score, on purpose.")
	}
	return g.Say.Text("That is %s. There is no overall score, on purpose.", g.round.Rate.Phrase())
}

// Columns of the table as shares of its width.
const (
	shareTitle = 0.28
	shareBar   = 0.22
	shareWord  = 0.135
	shareVotes = 0.15
)

// headHigh is the room for the titles of columns, of two lines where a round has a long name.
const headHigh = 7.5

// columnHead is how such titles are set.
func columnHead(size float64) page.Style {
	return page.Style{Size: size, Bold: true, Color: page.Muted, MaxLines: 2, LineHeight: 1.15, Valign: page.ValignBottom}
}

// cards draws a row a card, those worth talking about first, and gives the height.
func (g *groupPage) cards(r page.Rect) float64 {
	cards := data.SortForTalk(g.round.Cards)
	row := min(9.5, (r.H-headHigh-1)/float64(max(1, len(cards))))
	head := func(from, to float64, text string) {
		g.Doc.Text(page.Rect{X: r.X + r.W*from, Y: r.Y, W: r.W*(to-from) - 1, H: headHigh}, text, columnHead(8))
	}
	const words, votes, since, inset = shareTitle + shareBar, shareTitle + shareBar + shareWord, shareTitle + shareBar + shareWord + shareVotes, 0.025
	head(0, shareTitle, g.Say.Text("Card"))
	head(shareTitle, words, g.scaleHead())
	head(words+inset, votes+inset, g.Say.Text("Word"))
	if g.felt() {
		head(votes+inset, since+inset, g.Say.Text("Getting better?"))
	}
	if g.round.Previous != nil {
		head(since+inset, 1, g.Say.Text("Since %s", g.round.Previous.Name))
	}
	for i := range cards {
		g.row(page.Rect{X: r.X, Y: r.Y + headHigh + 1 + float64(i)*row, W: r.W, H: row}, &cards[i])
	}
	return headHigh + 1 + float64(len(cards))*row
}

func (g *groupPage) scaleHead() string {
	if g.round.Round.Scale == data.TrafficLight {
		return g.Say.Text("■ red … ● green")
	}
	return g.Say.Text("1 low fits … 5 high fits")
}

func (g *groupPage) row(r page.Rect, c *data.CardResult) {
	g.Doc.Rule(r.X, r.Y, r.Right(), r.Y, page.Pen{Color: page.Line, Width: 0.6})
	style := page.Style{Size: 10, MaxLines: 1, Valign: page.ValignMiddle}
	title, rest := r.CutLeft(r.W * shareTitle)
	g.Fit(title.Trimmed(0, 0, 2, 0), c.Card.Title, page.Style{Size: 10, Bold: true, Valign: page.ValignMiddle, LineHeight: 1.15})
	bar, rest := rest.CutLeft(r.W * shareBar)
	if c.Figures.Withheld {
		style.Color = page.Muted
		bar.W = r.Right() - bar.X // nothing else stands in the row
		g.Doc.Text(bar, g.Say.Text("withheld (fewer than %d answers)", g.round.MinGroup), style)
		return
	}
	g.Doc.AnswerBar(bar.Trimmed(0, r.H*0.22, 0, r.H*0.22), barCounts(c.Figures))
	word, rest := rest.Trimmed(4, 0, 0, 0).CutLeft(r.W * shareWord)
	votes, change := rest.CutLeft(r.W * shareVotes)
	g.word(word, c.Figures.Word)
	g.votes(votes, c.Votes)
	g.change(change, c.Change)
}

// votes are how many felt it became better, stayed or became worse; none where
// fewer than the threshold said so.
func (g *groupPage) votes(r page.Rect, v data.Votes) {
	if v.Sum() == 0 {
		return
	}
	_, y := r.Center()
	third := min(r.W/3, 9)
	for k, n := range []int{v.Better, v.Same, v.Worse} {
		x := r.X + float64(k)*third
		g.Doc.Arrow([]page.Trend{page.Rising, page.Steady, page.Falling}[k], x+1.3, y, 2.4, page.Pen{Color: page.Muted, Width: 0.8})
		g.Doc.Text(page.Rect{X: x + 3.2, Y: r.Y, W: third, H: r.H}, g.Say.Text("%d", n), page.Style{Size: 9, MaxLines: 1, Valign: page.ValignMiddle})
	}
}

// barCounts are the counts to draw: all of the scale, or low, half-way and high
// where more would point at a person.
func barCounts(f data.Figures) []int {
	if f.Merged || f.Scale == data.TrafficLight {
		return []int{f.Low, f.Half, f.High}
	}
	return f.Counts[:]
}

func (g *groupPage) word(r page.Rect, w data.HealthWord) {
	style := page.Style{Size: 10, MaxLines: 1, Valign: page.ValignMiddle}
	_, y := r.Center()
	switch w {
	case data.WordSplit:
		style.Bold, style.Color = true, page.Warn
		g.Doc.Mark(page.Triangle, r.X+1.5, y, 3, page.Warn)
	case data.WordConcern:
		style.Bold, style.Color = true, page.Bad
		g.Doc.Mark(page.Square, r.X+1.5, y, 3, page.Bad)
	case data.WordStrong:
		style.Bold, style.Color = true, page.Good
		g.Doc.Mark(page.Disc, r.X+1.5, y, 3, page.Good)
	}
	g.Doc.Text(r.Trimmed(5, 0, 0, 0), g.Say.Of(w.Phrase()), style)
}

func (g *groupPage) change(r page.Rect, c data.HealthChange) {
	if c == data.ChangeNone {
		return
	}
	_, y := r.Center()
	switch c {
	case data.ChangeUp:
		g.Doc.Arrow(page.Rising, r.X+1.5, y, 3, page.Pen{Color: page.Ink, Width: 1})
	case data.ChangeDown:
		g.Doc.Arrow(page.Falling, r.X+1.5, y, 3, page.Pen{Color: page.Ink, Width: 1})
	}
	style := page.Style{Size: 9, MaxLines: 1, Valign: page.ValignMiddle, Color: page.Muted}
	if c == data.ChangeUp || c == data.ChangeDown {
		style.Color, style.Bold = page.Ink, true
	}
	g.Doc.Text(r.Trimmed(5, 0, 0, 0), g.Say.Of(c.Phrase()), style)
}

// differMost is the most cards that the page tells apart.
const differMost = 3

// differing are the cards on which opinions split.
func (g *groupPage) differing() []data.CardResult {
	var cards []data.CardResult
	for _, c := range g.round.Cards {
		if c.Figures.Word == data.WordSplit && len(cards) < differMost {
			cards = append(cards, c)
		}
	}
	return cards
}

// toDo is what stands on the board, or was finished since, to answer a card.
func (g *groupPage) toDo() []string {
	titles := map[string]string{}
	for _, c := range g.round.Cards {
		titles[c.Card.Card] = c.Card.Title
	}
	var lines []string
	for i := range g.Items {
		item := &g.Items[i]
		title, answers := titles[item.Card]
		old := item.Column == data.ColumnDone && item.DoneOn < g.round.Round.ClosedOn
		if !answers || item.Card == "" || old || item.Column == data.ColumnParked || item.CreatedOn > g.Opt.Today {
			continue
		}
		lines = append(lines, g.Say.Text("%s (%s): for “%s”", item.Title, g.Say.Of(item.Column.Phrase()), title))
	}
	return lines
}
