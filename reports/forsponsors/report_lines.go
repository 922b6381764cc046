package forsponsors

import (
	"copleader/reports/figures"
	"copleader/reports/page"
)

// Places within the three lines, in millimetres.
const (
	lineLabel = 33.0 // of what a line is about
	lineMark  = 8.5  // of the mark before it
	lineSide  = 3.0
)

// threeLines says what improved, what worries us and what we ask: in the leader's
// own words, else in what the figures say. All are set in one size.
func (s *report) threeLines() {
	say := s.Say
	s.heading(say.Text("In three lines"), "")
	improved, worries := s.results.FirstLines()
	s.line(say.Text("What improved"), page.Disc, page.Good, s.results.Dated(improved))
	s.line(say.Text("What worries us"), page.Triangle, page.Warn, worries)
	s.asks(say.Text("What we ask"))
	s.Gap(3)
}

// lineText is the look of the three lines.
var lineText = page.Style{Size: 10, LineHeight: 1.25, MaxLines: 3}

// line is one of the three: as high as its text, which stands whole in the annex if it
// is too long for the page.
func (s *report) line(label string, mark page.Mark, color page.Color, text string) {
	wide, style := s.Area.W-lineMark-lineLabel-lineSide, s.upTo(lineText)
	strip := s.strip(s.Doc.Measure(wide, text, style).Height+3, label, mark, color)
	if s.Doc.Text(page.Rect{X: strip.X + lineMark + lineLabel, Y: strip.Y + 1.5, W: wide}, text, style).Truncated {
		s.InFull(label, text)
	}
}

// strip is the ground of a line with its label.
func (s *report) strip(high float64, label string, mark page.Mark, color page.Color) page.Rect {
	strip, rest := s.Area.CutTop(max(high, 7.5))
	s.Area = rest.Trimmed(0, 1, 0, 0)
	s.Doc.Box(strip, page.Look{Fill: page.Canvas, Radius: 2})
	s.Doc.Mark(mark, strip.X+4.5, strip.Y+1.5+s.Doc.LineHeight(lineText)/2, 2.8, color)
	s.Doc.Text(page.Rect{X: strip.X + lineMark, Y: strip.Y + 1.5, W: lineLabel - 2}, label,
		page.Style{Size: 9.5, Bold: true, Color: color, MaxLines: 2, LineHeight: 1.25})
	return strip
}

// mostAsks keeps the report to its page; the rest stands in the workbook.
const mostAsks = 3

// asks are what the sponsors are asked for: the decision and why, who decides, by when.
// The leader's own line stands as it is where nothing else is asked.
func (s *report) asks(label string) {
	say := s.Say
	open := s.results.SponsorAsks()
	switch {
	case len(open) == 0:
		s.line(label, page.Square, page.Primary, say.Text("Nothing at present."))
		return
	case len(open) == 1 && open[0].Line:
		s.line(label, page.Square, page.Primary, open[0].What)
		return
	}
	more := len(open) - mostAsks
	open = open[:min(len(open), mostAsks)]
	table := page.Table{Text: s.upTo(page.Style{Size: 10, MaxLines: 2, LineHeight: 1.2}), Gap: 0.5, Columns: []page.TableColumn{
		{Head: say.Text("Decision"), Share: 46}, {Head: say.Text("Who decides"), Share: 26}, {Head: say.Text("By when"), Share: 20}}}
	table.Head = page.Style{Size: 8, Bold: true, Color: page.Muted}
	rows := s.askRows(open)
	wide := s.Area.W - lineMark - lineLabel - lineSide
	high := 3 + s.Doc.TableHeight(wide, table, rows)
	rest := ""
	if more > 0 {
		rest = say.Count(more, "and %d more in the workbook", "and %d more in the workbook")
		high += s.Doc.LineHeight(quiet)
	}
	strip := s.strip(high, label, page.Square, page.Primary)
	at := page.Rect{X: strip.X + lineMark + lineLabel, Y: strip.Y + 1.5, W: wide, H: strip.H}
	table.Cut = func(_, _ int, text string) { s.InFull(label, text) }
	at = s.Doc.Table(at, table, rows, func() page.Rect { return at })
	s.Doc.Text(page.Rect{X: at.X, Y: at.Y, W: wide}, rest, quiet)
}

var quiet = page.Style{Size: 8.5, Color: page.Muted, MaxLines: 1}

func (s *report) askRows(open []figures.Ask) [][]page.TableCell {
	var rows [][]page.TableCell
	for _, a := range open {
		by := page.TableCell{Text: a.By}
		if a.By == "" {
			by = page.TableCell{Text: s.Say.Text("no day set yet"), Color: page.Muted}
		}
		rows = append(rows, []page.TableCell{{Text: a.What, Bold: true}, {Text: a.Who}, by})
	}
	return rows
}
