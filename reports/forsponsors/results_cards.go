package forsponsors

import (
	"fmt"
	"strings"

	"copleader/data"
	"copleader/reports/press"
	"copleader/reports/sheet"
)

// cardColumns says in which column of the sheet “Results” a figure stands; 0
// is one that the scale does not have.
type cardColumns struct {
	options              int // answers of the scale: 5, or 3 lights
	counts               int // the first of them
	low, half, high      int
	none, answers        int
	highShare, lowShare  int
	median, mean, sd     int
	word                 int
	prevMean             int
	change, clear        int
	better, same, worse  int // where it is felt to be going
	prev, prevAnswers    int // counts of the round before
	greenMoved, redMoved int
}

const (
	colNumber = iota + 1
	colTitle
	colLow
	colHigh
	colFirstCount
)

func columnsOf(scale data.Scale) cardColumns {
	c := cardColumns{options: 5, counts: colFirstCount}
	next := c.counts
	take := func(n int) int { next += n; return next - n }
	if scale == data.TrafficLight {
		c.options = 3
		take(3)
		c.low, c.half, c.high = c.counts, c.counts+1, c.counts+2
	} else {
		take(5)
		c.low, c.half, c.high = take(1), take(1), take(1)
	}
	c.none, c.answers, c.highShare, c.lowShare = take(1), take(1), take(1), take(1)
	if scale != data.TrafficLight {
		c.median, c.mean, c.sd = take(1), take(1), take(1)
	}
	c.word = take(1)
	if scale != data.TrafficLight {
		c.prevMean = take(1)
	}
	c.change, c.clear = take(1), take(1)
	c.better, c.same, c.worse = take(1), take(1), take(1)
	c.prev, c.prevAnswers = take(c.options), take(1)
	if scale == data.TrafficLight {
		c.greenMoved, c.redMoved = take(1), take(1)
	}
	return c
}

// last is the last column.
func (c cardColumns) last() int { return max(c.prevAnswers, c.redMoved) }

// cards makes the sheet “Results”: one row a card, every derived cell a formula
// over the counts in its row.
func (r *results) cards() {
	if r.Round.Round.ID == 0 {
		return
	}
	scale := r.Round.Round.Scale
	cols := columnsOf(scale)
	s := r.book.Add(sheet.Layout{Name: r.Say.Text("Results"), Widths: r.cardWidths(cols), Freeze: 4, FreezeLeft: colTitle,
		PrintColumns: cols.worse, Tab: sheet.Good})
	s.Row(28, sheet.Cell{Value: r.Say.Text("Results, card by card"), Style: sheet.Style{Size: 16, Bold: true, Middle: true}})
	s.Row(20, sheet.Cell{Value: r.Say.Text("%s: %s", r.Round.Round.Name, r.Round.AnsweredWord()),
		Style: sheet.Style{Color: sheet.Muted, Middle: true}})
	r.cardHeads(s, cols)
	for i := range r.Round.Cards {
		row := &cardRow{results: r, cols: cols, card: &r.Round.Cards[i], row: s.Next(), cells: make([]sheet.Cell, cols.last())}
		row.fill(i + 1)
		s.Row(34, row.cells...)
		row.name(s)
	}
	s.Filter(cardsHeading)
}

// cardsHeading is the row of the headings over each column.
const cardsHeading = 4

func (r *results) cardWidths(cols cardColumns) []float64 {
	widths := make([]float64, cols.last())
	for i := range widths {
		widths[i] = 7.5
	}
	widths[colNumber-1], widths[colTitle-1], widths[colLow-1], widths[colHigh-1] = 5, 20, 30, 30
	widths[cols.word-1], widths[cols.change-1], widths[cols.none-1], widths[cols.answers-1] = 11, 12, 9, 9
	if cols.prevMean > 0 {
		widths[cols.prevMean-1] = 9
	}
	widths[cols.prevAnswers-1] = 9
	return widths
}

// cardHeads writes the two rows of headings: over groups of columns, then over each.
func (r *results) cardHeads(s *sheet.Sheet, cols cardColumns) {
	say := r.Say
	groups, heads := make([]string, cols.last()), make([]string, cols.last())
	set := func(column int, text string) {
		if column > 0 {
			heads[column-1] = text
		}
	}
	set(colNumber, say.Text("No."))
	set(colTitle, say.Text("Card"))
	set(colLow, say.Text("■ Low statement"))
	set(colHigh, say.Text("● High statement"))
	for i, text := range r.optionHeads(cols.options) {
		set(cols.counts+i, text)
		set(cols.prev+i, say.Text("Before: %s", text)) // a filter wants each heading once
	}
	if cols.options == 5 {
		set(cols.low, say.Text("Low"))
		set(cols.half, say.Text("Half-way"))
		set(cols.high, say.Text("High"))
	}
	set(cols.none, say.Text("No opinion"))
	set(cols.answers, say.Text("Answers"))
	set(cols.highShare, say.Text("High %"))
	set(cols.lowShare, say.Text("Low %"))
	set(cols.median, say.Text("Median"))
	set(cols.mean, say.Text("Mean"))
	set(cols.sd, say.Text("SD"))
	set(cols.word, say.Text("Word"))
	set(cols.prevMean, say.Text("Mean before"))
	set(cols.change, say.Text("Change"))
	set(cols.clear, say.Text("Clear?"))
	set(cols.better, say.Text("Better"))
	set(cols.same, say.Text("Same"))
	set(cols.worse, say.Text("Worse"))
	set(cols.prevAnswers, say.Text("Before: answers"))
	set(cols.greenMoved, say.Text("● moved"))
	set(cols.redMoved, say.Text("■ moved"))
	groups[cols.counts-1] = say.Text("Answers, this round")
	groups[cols.highShare-1] = say.Text("Figures")
	groups[cols.change-1] = say.Text("Since before")
	groups[cols.better-1] = say.Text("Getting better?")
	if r.Round.Previous != nil {
		groups[cols.prev-1] = say.Text("The round before: %s", r.Round.Previous.Name)
	}
	style := sheet.Style{Bold: true, Color: sheet.Primary, Middle: true}
	var cells []sheet.Cell
	for _, text := range groups {
		cells = append(cells, sheet.Cell{Value: text, Style: style})
	}
	s.Row(20, cells...)
	over := press.Headings(heads...)
	for column := cols.counts; column <= cols.last(); column++ {
		over[column-1].Style.Align, over[column-1].Style.Indent = "center", 0
	}
	s.Row(38, over...)
}

func (r *results) optionHeads(options int) []string {
	say := r.Say
	if options == 3 {
		return []string{say.Text("■ red"), say.Text("▲ amber"), say.Text("● green")}
	}
	return []string{say.Text("1 low fits"), "2", "3", "4", say.Text("5 high fits")}
}

// cardRow is one card's row in the making.
type cardRow struct {
	*results
	cols  cardColumns
	card  *data.CardResult
	row   int
	cells []sheet.Cell
}

func (r *cardRow) set(column int, cell sheet.Cell) {
	if column > 0 {
		r.cells[column-1] = cell
	}
}

// at is the place of a column in this row.
func (r *cardRow) at(column int) string { return sheet.Ref(r.row, column) }

func (r *cardRow) fill(n int) {
	f := r.card.Figures
	low, high, title := press.TextCell(r.card.Card.Low), press.TextCell(r.card.Card.High), press.BoldCell(r.card.Card.Title)
	low.Style.Size, high.Style.Size = 10, 10
	r.set(colNumber, press.NumberCell(n))
	r.set(colTitle, title)
	r.set(colLow, low)
	r.set(colHigh, high)
	switch {
	case f.Withheld:
		for column := r.cols.counts; column <= r.cols.worse; column++ {
			r.set(column, quietCell(r.WithheldFew(r.Round.MinGroup)))
		}
	default:
		r.counts(f)
		r.figures(f)
		for i, cell := range r.voteCells(r.card) {
			r.set(r.cols.better+i, cell)
		}
	}
	r.before()
}

// counts are what was entered: the only numbers that are no formulas.
func (r *cardRow) counts(f data.Figures) {
	merged := quietCell(r.withheldMerged(r.Round.MinGroup))
	for i := range r.cols.options {
		if f.Merged {
			r.set(r.cols.counts+i, merged)
		} else {
			r.set(r.cols.counts+i, press.NumberCell(f.Counts[i]))
		}
	}
	c := func(i int) string { return r.at(r.cols.counts + i) }
	switch {
	case f.Merged || r.cols.options == 3:
		r.set(r.cols.low, press.NumberCell(f.Low))
		r.set(r.cols.half, press.NumberCell(f.Half))
		r.set(r.cols.high, press.NumberCell(f.High))
	default:
		r.formula(r.cols.low, press.NumberStyle, f.Low, c(0)+"+"+c(1))
		r.formula(r.cols.half, press.NumberStyle, f.Half, c(2))
		r.formula(r.cols.high, press.NumberStyle, f.High, c(3)+"+"+c(4))
	}
	r.set(r.cols.none, press.NumberCell(f.NoOpinion))
	r.formula(r.cols.answers, press.NumberStyle, f.Answers, r.at(r.cols.low)+"+"+r.at(r.cols.half)+"+"+r.at(r.cols.high))
}

func (r *cardRow) formula(column int, style sheet.Style, value any, formula string) {
	r.set(column, sheet.Cell{Value: value, Formula: formula, Style: style})
}

// points is the sum of all answers' values, from the counts beginning at a column.
func (r *cardRow) points(first int) string {
	var parts []string
	for i := range 5 {
		parts = append(parts, fmt.Sprintf("%d*%s", i+1, r.at(first+i)))
	}
	return "(" + strings.Join(parts, "+") + ")"
}

func (r *cardRow) figures(f data.Figures) {
	low, high, m := r.at(r.cols.low), r.at(r.cols.high), r.at(r.cols.answers)
	t := r.Thresholds
	r.formula(r.cols.highShare, press.PercentStyle, float64(f.HighShare)/100, shareFormula(high, m, t.HighBorders()))
	r.formula(r.cols.lowShare, press.PercentStyle, float64(f.LowShare)/100, shareFormula(low, m, t.LowBorders()))
	r.word(f, low, high, m)
	switch {
	case f.HasMean:
		r.means(f, m)
	default:
		merged := quietCell(r.withheldMerged(r.Round.MinGroup))
		r.set(r.cols.median, merged)
		r.set(r.cols.mean, merged)
		r.set(r.cols.sd, merged)
	}
}

// shareFormula rounds a share of the answers so that it never contradicts its word.
func shareFormula(n, m string, borders data.Borders) string {
	formula := fmt.Sprintf("ROUND(100*%s/%s,0)", n, m)
	share := formula
	for _, b := range borders.From {
		formula = fmt.Sprintf("IF(AND(%[1]s=%[2]d,100*%[3]s<%[2]d*%[4]s),%[5]d,%[6]s)", share, b, n, m, b-1, formula)
	}
	for _, b := range borders.AtMost {
		formula = fmt.Sprintf("IF(AND(%[1]s=%[2]d,100*%[3]s>%[2]d*%[4]s),%[5]d,%[6]s)", share, b, n, m, b+1, formula)
	}
	return formula + "/100"
}

// word sums the card up; so few answers as have none are left without.
func (r *cardRow) word(f data.Figures, low, high, m string) {
	if f.Word == data.WordNone {
		r.set(r.cols.word, quietCell("–"))
		return
	}
	t := r.Thresholds
	r.formula(r.cols.word, wordStyle(f.Word), r.Say.Of(f.Word.Phrase()),
		fmt.Sprintf("IF(AND(%d*%s>=%s,%d*%s>=%s),%s,IF(100*%s>=%d*%s,%s,IF(AND(100*%s>=%d*%s,100*%s<=%d*%s),%s,%s)))",
			t.SplitOneIn, low, m, t.SplitOneIn, high, m, r.spoken(data.WordSplit), low, t.ConcernPercent, m, r.spoken(data.WordConcern),
			high, t.StrongHigh, m, low, t.StrongLow, m, r.spoken(data.WordStrong), r.spoken(data.WordMixed)))
}

// spoken is a word as text within a formula.
func (r *cardRow) spoken(w data.HealthWord) string { return sheet.Quote(r.Say.Of(w.Phrase())) }

func (r *cardRow) means(f data.Figures, m string) {
	first := r.cols.counts
	points := r.points(first)
	c := func(i int) string { return r.at(first + i) }
	r.formula(r.cols.mean, press.DecimalStyle, f.Mean.Float(), fmt.Sprintf("ROUND(%s/%s,1)", points, m))
	squares := fmt.Sprintf("(%s+4*%s+9*%s+16*%s+25*%s)", c(0), c(1), c(2), c(3), c(4))
	r.formula(r.cols.sd, press.DecimalStyle, f.SD.Float(),
		fmt.Sprintf("ROUND(SQRT((%s*%s-%s*%s)/(%s*(%s-1))),1)", m, squares, points, points, m, m))
	// The answer at a place is one more than the answers whose running counts lie before it.
	middle := func(place string) string {
		sum, parts := c(0), []string{"1"}
		for i := 0; i < 4; i++ {
			parts = append(parts, fmt.Sprintf("(%s>=%s)", place, sum))
			sum += "+" + c(i+1)
		}
		return strings.Join(parts, "+")
	}
	r.formula(r.cols.median, press.DecimalStyle, f.Median.Float(),
		fmt.Sprintf("(%s+%s)/2", middle(fmt.Sprintf("INT((%s-1)/2)", m)), middle(fmt.Sprintf("INT(%s/2)", m))))
}

// wordStyle colours a word to talk about as the look has it.
func wordStyle(w data.HealthWord) sheet.Style {
	style := press.WordStyle
	switch w {
	case data.WordSplit:
		style.Color, style.Fill, style.Bold = sheet.Warn, sheet.WarnSoft, true
	case data.WordConcern:
		style.Color, style.Fill, style.Bold = sheet.Bad, sheet.BadSoft, true
	case data.WordStrong:
		style.Color, style.Fill, style.Bold = sheet.Good, sheet.GoodSoft, true
	}
	return style
}
