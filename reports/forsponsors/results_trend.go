package forsponsors

import (
	"slices"

	"copleader/data"
	"copleader/reports/press"
	"copleader/reports/sheet"
)

// trendFirst is the first column of a round on the sheet “Trend”, behind pillar
// and card.
const trendFirst = 3

// trendLine is one card as far as its figures can be compared: a change of
// scale or wording begins a new one (data/README.md, Health cards).
type trendLine struct {
	card   data.CardVersion
	scale  data.Scale
	points map[int64]data.Figures // by round, outward
	again  bool                   // the card was worded otherwise before
	moved  bool                   // clearly, between two of its rounds
}

func (r *results) trend() {
	if r.Round.Round.ID == 0 {
		return
	}
	rounds := r.ClosedRounds(r.Opt.Today)
	heads := []string{r.Say.Text("Pillar"), r.Say.Text("Card")}
	widths := []float64{20, 41}
	for _, round := range rounds {
		res := r.Round
		if round.ID != res.Round.ID {
			res = r.Result(round.ID)
		}
		heads = append(heads, r.Say.Text("%s, %s: %s", round.Name, round.ClosedOn, res.AnsweredPercent()))
		widths = append(widths, 24)
	}
	s := r.table(sheet.Layout{Name: r.Say.Text("Trend"), Widths: widths, Upright: true, Charted: true, Tab: sheet.Good},
		r.Say.Text("Means from 1 to 5, or the share of green for lights. Two rounds may have had different people."), heads...)
	lines := r.trendLines()
	var charts []trendChart
	for _, pillar := range data.Pillars {
		drawn := map[data.Scale][]int{}
		for _, line := range lines {
			if line.card.Pillar != pillar {
				continue
			}
			if row := r.trendRow(s, line, rounds); line.drawn() {
				drawn[line.scale] = append(drawn[line.scale], row)
			}
		}
		for _, scale := range []data.Scale{data.Agreement5, data.TrafficLight} {
			if len(drawn[scale]) > 0 {
				charts = append(charts, trendChart{pillar, scale, drawn[scale]})
			}
		}
	}
	s.Filter(headingRow)
	r.trendCharts(s, charts, len(rounds))
}

// trendChart is what is drawn together: the lines of one pillar and scale.
type trendChart struct {
	pillar data.Pillar
	scale  data.Scale
	rows   []int
}

// trendLines cuts each card's way through the rounds where it can't be compared.
func (r *results) trendLines() []trendLine {
	moved := r.movedClearly()
	var lines []trendLine
	for _, trend := range r.Trends(r.Opt.Today) {
		for i, p := range trend.Points {
			// A point without figures belongs to the line it interrupts.
			goesOn := i > 0 && (p.Joined || p.Figures.Scale == trend.Points[i-1].Figures.Scale &&
				(p.Figures.Withheld || trend.Points[i-1].Figures.Withheld))
			if !goesOn {
				again := i > 0 && p.Round.Scale == trend.Points[i-1].Round.Scale
				lines = append(lines, trendLine{card: trend.Card, scale: p.Round.Scale, again: again,
					points: map[int64]data.Figures{}})
			}
			line := &lines[len(lines)-1]
			line.points[p.Round.ID] = p.Figures.Outward()
			line.moved = line.moved || moved[cardAt{p.Round.ID, trend.Card.Card}]
		}
	}
	return lines
}

// cardAt is a card in a round.
type cardAt struct {
	round int64
	card  string
}

// movedClearly tells which cards changed clearly since the round before, as far as that
// may leave the machine.
func (r *results) movedClearly() map[cardAt]bool {
	moved := map[cardAt]bool{}
	for _, round := range r.ClosedRounds(r.Opt.Today) {
		for _, c := range r.Result(round.ID).Outward().Cards {
			moved[cardAt{round.ID, c.Card.Card}] = c.Change == data.ChangeUp || c.Change == data.ChangeDown
		}
	}
	return moved
}

// drawn reports whether a line is drawn: its card changed clearly, and it holds figures
// and no withheld cells, whose words a chart would draw as zeros.
func (l *trendLine) drawn() bool {
	for _, f := range l.points {
		if f.Withheld || l.scale != data.TrafficLight && !f.HasMean {
			return false
		}
	}
	return l.moved && len(l.points) > 0
}

// drawsTrends reports whether any line is drawn.
func (r *results) drawsTrends() bool {
	return slices.ContainsFunc(r.trendLines(), func(l trendLine) bool { return l.drawn() })
}

// trendRow writes a line and gives its place.
func (r *results) trendRow(s *sheet.Sheet, line trendLine, rounds []data.Round) int {
	title := line.card.Title
	switch {
	case line.scale == data.TrafficLight:
		title = r.Say.Text("%s (lights)", title)
	case line.again:
		title = r.Say.Text("%s (new wording)", title)
	}
	cells := []sheet.Cell{press.TextCell(r.Say.Of(line.card.Pillar.Phrase())), press.BoldCell(title)}
	for _, round := range rounds {
		f, here := line.points[round.ID]
		cell := sheet.Cell{Style: press.DecimalStyle}
		switch {
		case !here:
		case f.Withheld:
			cell = quietCell(r.WithheldFew(f.MinGroup))
		case line.scale == data.TrafficLight:
			cell = sheet.Cell{Value: float64(f.HighShare) / 100, Style: press.PercentStyle}
		case !f.HasMean:
			cell = quietCell(r.withheldMerged(f.MinGroup))
		default:
			cell.Value = f.Mean.Float()
		}
		cells = append(cells, cell)
	}
	return s.Row(20, cells...)
}

// trendCharts draws a chart a pillar on a sheet of their own, two beside each other:
// only cards that changed clearly, for all other lines would tell of chance.
func (r *results) trendCharts(from *sheet.Sheet, charts []trendChart, rounds int) {
	const wide, high, rowsEach, side = 520, 300, 16, 9
	lead := r.Say.Text("By pillar: cards that changed clearly between two rounds. All other cards stand on the sheet “%s” alone.", r.Say.Text("Trend"))
	if len(charts) == 0 {
		return
	}
	s := r.book.Add(sheet.Layout{Name: r.Say.Text("Trend charts"), OnePage: true, Tab: sheet.Good})
	s.Row(28, sheet.Cell{Value: r.Say.Text("Trend charts"), Style: sheet.Style{Size: 16, Bold: true, Middle: true}})
	s.Row(20, sheet.Cell{Value: lead, Style: sheet.Style{Color: sheet.Muted, Middle: true}})
	top := s.Next() + 1
	for i, c := range charts {
		chart := sheet.Chart{Title: r.Say.Of(c.pillar.Phrase()), Min: 1, Max: 5, Step: 1, Format: "0",
			Row: top + i/2*rowsEach, Column: 1 + i%2*side, Width: wide, Height: high}
		if c.scale == data.TrafficLight {
			chart.Title = r.Say.Text("%s: share of green", chart.Title)
			chart.Min, chart.Max, chart.Step, chart.Format = 0, 1, 0.25, "0%"
		}
		for _, row := range c.rows {
			chart.Series = append(chart.Series, sheet.Series{Name: from.Cells(row, 2, row, 2),
				Labels: from.Cells(headingRow, trendFirst, headingRow, trendFirst+rounds-1),
				Values: from.Cells(row, trendFirst, row, trendFirst+rounds-1)})
		}
		s.Draw(chart)
	}
}
