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
		s.Row(22, sheet.Cell{Value: none, Style: sheet.Style{Italic: true, Color: sheet.Muted, Middle: true}})
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
	r.summaryPart(s, say.Text("Health check"), [][2]string{{"", say.Text("%s, %s: %s", r.Round.Round.Name, r.Round.Closed(), r.Round.AnsweredWord())}}, "")
	if r.Round.Withheld {
		return
	}
	r.summaryPart(s, say.Text("Strengths"), r.cardLines(first(r.Strengths())), r.NothingStandsOut())
	r.summaryPart(s, say.Text("To talk about"), r.cardLines(first(r.Concerns())), r.NothingStandsOut())
	r.summaryPart(s, say.Text("Changes"), r.cardLines(r.changes()), r.NothingChanged())
}

// changes are the clear changes, the largest first.
func (r *results) changes() []data.CardResult {
	cards := r.CardsWith(func(c *data.CardResult) bool {
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
			return append(lines, [2]string{"", r.Say.Text("more on the sheet “%s”", r.Say.Text("Outputs"))})
		}
		lines = append(lines, [2]string{item.Title, r.Say.Text("%s, finished on %s", r.Say.Of(item.Kind.Phrase()), item.DoneOn)})
	}
	return lines
}

func (r *results) askLines() [][2]string {
	var lines [][2]string
	for i, a := range r.SponsorAsks() {
		if i == mostAsks {
			return append(lines, [2]string{"", r.Say.Text("more on the sheet “%s”", r.Say.Text("Actions and asks"))})
		}
		by := a.By
		if by != "" {
			by = r.Say.Text("by %s", by)
		}
		lines = append(lines, [2]string{a.What, press.Dotted(r.Say.Text("decided by: %s", a.Who), by, a.Why)})
	}
	return lines
}
