package forsponsors

import (
	"cmp"
	"slices"

	"copleader/data"
	"copleader/reports/press"
	"copleader/reports/sheet"
)

// summaryMost is the most strengths, concerns and changes the summary names
// (data/README.md, Survey workbooks).
const summaryMost = 3

func (r *results) summary() {
	say := r.Say
	s := r.book.Add(sheet.Layout{Name: say.Text("Summary"), Widths: []float64{38, 84}, OnePage: true, Upright: true, Tab: sheet.Good})
	s.Row(34, sheet.Cell{Value: say.Text("Summary"), Style: press.HeadingStyle})
	s.Row(20, sheet.Cell{Value: say.Text("%s, %s", r.Community.Name, r.Span()), Style: sheet.Style{Size: 12, Color: sheet.Muted}})
	r.summaryPart(s, say.Text("What we are here for"), [][2]string{{"", r.Community.PrimaryPurpose}}, "")
	r.summaryCards(s)
	r.summaryPart(s, say.Text("What we did"), r.didLines(), say.Text("Nothing was finished in this period."))
	r.summaryPart(s, say.Text("What we ask"), r.askLines(), say.Text("Nothing at present."))
	r.summaryFigures(s)
}

// summaryFigures lists the figures of the sponsor report, each in a cell of its
// name.
func (r *results) summaryFigures(s *sheet.Sheet) {
	r.summaryPart(s, r.Say.Text("Figures of the period"), [][2]string{}, "")
	for _, f := range r.Figs.All {
		if f.Label == "" {
			continue
		}
		name, value := press.TextStyle, press.TextStyle
		name.Border, value.Border = sheet.LineBelow, sheet.LineBelow
		if _, decimal := f.Value.(float64); decimal {
			value.Format = sheet.OneDecimal
		}
		value.Align = "left"
		r.book.NameCells(f.Name, s.At(s.Next(), 2))
		s.Row(18, sheet.Cell{Value: f.Label, Style: name}, sheet.Cell{Value: f.Value, Style: value})
	}
}

// summaryPart is a heading and its lines of two columns.
func (r *results) summaryPart(s *sheet.Sheet, title string, lines [][2]string, none string) {
	head := sheet.Style{Size: 13, Bold: true, Color: sheet.Primary, Middle: true, Border: sheet.LineBelow}
	if len(lines) == 1 && lines[0][0] == "" {
		s.Row(28, sheet.Cell{Value: title, Style: head}, sheet.Cell{Value: lines[0][1], Style: press.FactStyle})
		return
	}
	s.Row(28, sheet.Cell{Value: title, Style: head}, sheet.Cell{Style: head})
	if len(lines) == 0 && none != "" {
		nothing(s, none)
	}
	for _, line := range lines {
		name, text := press.TextStyle, press.TextStyle
		name.Bold, name.Border, text.Border = true, sheet.LineBelow, sheet.LineBelow
		s.Row(20, sheet.Cell{Value: line[0], Style: name}, sheet.Cell{Value: line[1], Style: text})
	}
}

func (r *results) summaryCards(s *sheet.Sheet) {
	say := r.Say
	if r.Round.Round.ID == 0 {
		r.summaryPart(s, say.Text("Health check"), nil, r.NoRound())
		return
	}
	r.summaryPart(s, say.Text("Health check"), [][2]string{{"", say.Text("%s: %s", r.Round.Round.Name, r.Round.AnsweredWord())}}, "")
	if r.Round.Withheld {
		return
	}
	r.summaryPart(s, say.Text("Strengths"), r.cardLines(r.strengths()), say.Text("No card stands out."))
	r.summaryPart(s, say.Text("To talk about"), r.cardLines(r.concerns()), say.Text("No card stands out."))
	r.summaryPart(s, say.Text("Changes"), r.cardLines(r.changes()), say.Text("No clear change on any card."))
}

// strengths are the strong cards with the most high answers.
func (r *results) strengths() []data.CardResult {
	cards := r.cardsWith(func(c *data.CardResult) bool { return c.Figures.Word == data.WordStrong })
	slices.SortStableFunc(cards, func(a, b data.CardResult) int {
		return cmp.Compare(b.Figures.High*a.Figures.Answers, a.Figures.High*b.Figures.Answers)
	})
	return first(cards)
}

// concerns are the cards on which opinions split, then those with many low answers.
func (r *results) concerns() []data.CardResult {
	return first(data.SortForTalk(r.cardsWith(func(c *data.CardResult) bool {
		return c.Figures.Word == data.WordSplit || c.Figures.Word == data.WordConcern
	})))
}

// changes are the clear changes, the largest first.
func (r *results) changes() []data.CardResult {
	cards := r.cardsWith(func(c *data.CardResult) bool {
		return c.Change == data.ChangeUp || c.Change == data.ChangeDown
	})
	moved := func(c data.CardResult) int {
		if c.Before == nil {
			return 0
		}
		by := int(c.Figures.Mean - c.Before.Mean)
		return max(by, -by)
	}
	slices.SortStableFunc(cards, func(a, b data.CardResult) int { return cmp.Compare(moved(b), moved(a)) })
	return first(cards)
}

func (r *results) cardsWith(keep func(*data.CardResult) bool) []data.CardResult {
	var cards []data.CardResult
	for i := range r.Round.Cards {
		if keep(&r.Round.Cards[i]) {
			cards = append(cards, r.Round.Cards[i])
		}
	}
	return cards
}

func first(cards []data.CardResult) []data.CardResult { return cards[:min(len(cards), summaryMost)] }

// cardLines says of each card its word, its shares with their number, and its change.
func (r *results) cardLines(cards []data.CardResult) [][2]string {
	var lines [][2]string
	for _, c := range cards {
		f := c.Figures
		text := r.Say.Text("%s: %d %% high, %d %% low of %d answers", f.Word.Phrase(), f.HighShare, f.LowShare, f.Answers)
		if c.Change == data.ChangeUp || c.Change == data.ChangeDown {
			text = r.Say.Text("%s; %s since %s", text, c.Change.Phrase(), r.Round.Previous.Name)
		}
		lines = append(lines, [2]string{c.Card.Title, text})
	}
	return lines
}

// didMost is how many finished items the summary names.
const didMost = 5

func (r *results) didLines() [][2]string {
	lines := [][2]string{}
	if held := len(r.HeldInPeriod()); held > 0 {
		lines = append(lines, [2]string{r.Say.Text("Events"), r.Say.Count(held, "%d event held", "%d events held")})
	}
	for i, item := range r.Finished() {
		if i == didMost {
			break
		}
		lines = append(lines, [2]string{item.Title, r.Say.Text("%s, finished on %s", r.Say.Of(item.Kind.Phrase()), item.DoneOn)})
	}
	return lines
}

func (r *results) askLines() [][2]string {
	var lines [][2]string
	for _, ask := range r.openAsks() {
		if ask.fromSponsors {
			lines = append(lines, [2]string{ask.what, ask.why})
		}
	}
	return lines
}
