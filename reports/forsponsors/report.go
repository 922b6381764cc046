package forsponsors

import (
	"bytes"
	"cmp"

	"copleader/data"
	"copleader/reports/figures"
	"copleader/reports/page"
	"copleader/reports/press"
)

// quarterDays is the usual period of a report to the sponsors
// (data/README.md, Sponsors).
const quarterDays = 91

// ReportParts are what the report tells only if the leader ticks it.
var ReportParts = []press.Part{{Key: figures.Costs, Title: data.Phrase{Key: "Costs in hours"}, Extra: true}}

// Report makes the report to the sponsors (data/README.md, Sponsors): one page that
// is the report, and an annex of figures and method. They all stand in named cells of
// the results workbook, which travels within the file. No member is named.
func Report(d *press.Draft) (press.Product, error) {
	human := d.ReportFor(d.Opt.From, d.Opt.Until, d.Opt.Today)
	own := *d
	own.Opt.From, own.Opt.Until = human.From, human.Until
	r, err := figures.Of(&own)
	if err != nil {
		return nil, err
	}
	if err := r.Tellable(); err != nil {
		return nil, err
	}
	s := shortest(r)
	for _, remark := range r.Draft.Remarks {
		d.Remark(remark)
	}
	if err := s.attachWorkbook(own); err != nil {
		return nil, err
	}
	return s.Doc, s.Doc.Err()
}

// report draws the report. Its pages, words and period are those of the
// results.
type report struct {
	*press.Running
	results *results
	tight   bool // sets the annex closer
	lines   int  // that a text of the first page may take, where it has fewer otherwise
	fits    bool // the first page holds all of its parts
}

// shortest sets the report with room for whole texts on its first page, or with less
// of it, and its annex closer, until it has two pages.
func shortest(r *figures.Period) *report {
	var best *report
	for _, lines := range []int{9, 6, 4, 0} {
		for _, tight := range []bool{false, true} {
			s := draw(r, tight, lines)
			if !s.fits && lines > 0 {
				break
			}
			if best == nil || s.Doc.Pages() < best.Doc.Pages() {
				best = s
			}
			if s.Doc.Pages() <= 2 {
				return best
			}
		}
	}
	return best
}

// draw sets the report of a period; closer, so that the annex may end on its page.
func draw(r *figures.Period, tight bool, lines int) *report {
	s := &report{Running: press.NewRunning(r.Draft), results: &results{Period: r}, tight: tight, lines: lines}
	s.Side = sponsorSide
	s.front()
	s.fits = s.Doc.Pages() == 1 && s.Area.H > 0
	s.annex()
	s.Annex()
	return s
}

// attachWorkbook puts the results workbook of the same period into the file.
func (s *report) attachWorkbook(d press.Draft) error {
	book, err := Results(&d)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		return err
	}
	s.Doc.Attach(page.Attachment{Name: "health-results.xlsx", About: s.Say.Text("Results workbook"), Content: out.Bytes()})
	return nil
}

// upTo is how a text of the first page is set: in so many lines, or more where there is
// room.
func (s *report) upTo(style page.Style) page.Style {
	style.MaxLines = max(style.MaxLines, s.lines)
	return style
}

// fig is a figure as it stands in the workbook, "–" for one that there is not.
func (s *report) fig(name string) string { return cmp.Or(s.results.Figs.Text(name), "–") }

// front is the page that is the report: what came of it, what worries us, what we ask,
// how far the measures are, what comes next.
func (s *report) front() {
	s.Doc.AddPage()
	s.Head = s.Say.Text("Report to our sponsors")
	s.Doc.Bookmark(0, s.Head, 0)
	s.Area = s.Doc.Paper().Area().Trimmed(sponsorSide, sponsorTop, sponsorSide, sponsorBottom)
	s.banner()
	s.threeLines()
	s.stories()
	s.measureTable()
	s.plan()
}

// Margins of the report in millimetres.
const (
	sponsorSide   = 16.0
	sponsorTop    = 13.0
	sponsorBottom = 17.0
	bannerHeight  = 33.0
)

// banner is the head of the report: who, when, what for.
func (s *report) banner() {
	box, rest := s.Area.CutTop(bannerHeight)
	s.Area = rest.Trimmed(0, 5, 0, 0)
	s.Doc.Box(box, page.Look{Fill: page.Level(1), Radius: 3})
	inner := box.Trimmed(7, 4.5, 7, 4)
	if logo := s.Logo(); logo != nil {
		var field page.Rect
		field, inner = inner.CutLeft(inner.H)
		s.Doc.Box(field, page.Look{Fill: page.Surface, Radius: 2})
		s.Doc.Picture(field.Inset(1), logo)
		inner = inner.Trimmed(5, 0, 0, 0)
	}
	left, right := inner.CutLeft(inner.W * 0.62)
	name, purpose := left.CutTop(10.5)
	s.FitText(s.Doc, name.Trimmed(0, 0, 0, 0.8), s.Community.Name, page.Style{Size: 20, Bold: true, Color: page.OnPrimary, LineHeight: 1.15})
	s.whole(purpose, s.Say.Text("What we are here for"), s.Community.PrimaryPurpose, page.Style{Size: 9.5, Color: page.PrimarySoft, LineHeight: 1.3})
	lines := []string{s.fig(figures.PeriodSpan)}
	if stage := s.Say.Of(s.Community.Stage.Phrase()); stage != "" {
		lines = append(lines, s.Say.Text("Stage: %s", stage))
	}
	if leader, ok := s.Leader(); ok {
		lines = append(lines, s.Say.Text("Leader: %s", leader.Name))
	}
	lines = append(lines, s.Say.Text("Made on %s", s.results.Made))
	right = right.Trimmed(4, 0, 0, 0)
	title, right := right.CutTop(7)
	s.Doc.Text(title, s.Head, page.Style{Size: 12, Bold: true, Color: page.OnPrimary, Align: page.AlignRight, MaxLines: 1})
	for _, line := range lines {
		strip, below := right.CutTop(4.4)
		right = below
		s.Doc.Text(strip, line, page.Style{Size: 9, Color: page.PrimarySoft, Align: page.AlignRight, MaxLines: 1})
	}
}

// whole sets a text in a box, smaller if it must be; what is cut all the same
// stands whole in the annex.
func (s *report) whole(r page.Rect, title, text string, style page.Style) {
	fitted := s.Doc.Fit(r, text, style, style.Size*0.75)
	if s.Doc.Text(r, text, fitted).Truncated {
		s.InFull(title, text)
	}
}

// heading begins a part of the report: its title, and who says so.
func (s *report) heading(title, source string) {
	s.Need(18)
	strip, rest := s.Area.CutTop(6.6)
	s.Area = rest
	style := page.Style{Size: 11.5, Bold: true, Color: page.Primary, MaxLines: 1}
	took := s.Doc.Text(strip, title, style)
	s.Doc.Bookmark(1, title, strip.Y)
	if source != "" {
		quiet := page.Style{Size: 8, Color: page.Muted, MaxLines: 1, Align: page.AlignRight, Valign: page.ValignMiddle}
		s.Doc.Text(strip.Trimmed(took.Width+4, 0, 0, 0), source, quiet)
	}
}

// measureTable is how far the charter's measures have come.
func (s *report) measureTable() {
	say := s.Say
	s.heading(say.Text("Measures of our charter"), "")
	if len(s.Measures) == 0 {
		s.Nothing(say.Text("The charter names no measure yet."))
		return
	}
	table := page.Table{Text: s.upTo(page.Style{Size: 9, MaxLines: 3, LineHeight: 1.2}), Gap: 0.7, Columns: []page.TableColumn{
		{Head: say.Text("Measure"), Share: 31}, {Head: say.Text("At the start"), Share: 14}, {Head: say.Text("Now"), Share: 14},
		{Head: say.Text("Target"), Share: 14}, {Head: say.Text("How far"), Share: 15}, {Head: say.Text("Source"), Share: 28}}}
	rows := s.measureRows()
	// What comes next stays on the page of the report.
	for table.Text.MaxLines > 1 && s.Doc.TableHeight(s.Area.W, table, rows)+s.planHigh() > s.Area.H {
		table.Text.MaxLines--
		table.Gap = 0.3
	}
	s.Table(table, rows)
}

func (s *report) measureRows() [][]page.TableCell {
	say := s.Say
	var rows [][]page.TableCell
	for _, m := range s.Measures {
		now := s.results.MeasureNow(m)
		source := now.Source
		switch {
		case now.On != 0:
			source = say.Text("%s; %s", cmp.Or(source, say.Of(m.Kind.Phrase())), now.On)
		case source == "":
			source = say.Text("not noted yet")
		}
		rows = append(rows, []page.TableCell{{Text: m.Wording, Bold: true},
			{Text: s.fig(figures.MeasureStart(m.ID))}, {Text: s.fig(figures.MeasureNow(m.ID)), Bold: true}, {Text: s.fig(figures.MeasureTarget(m.ID))},
			s.progress(m), {Text: source, Color: page.Muted}})
	}
	return rows
}

// progress says how far a measure has come, where its numbers allow.
func (s *report) progress(m data.Measure) page.TableCell {
	p := s.results.Progress(m)
	text := s.SpokenOr(p.Phrase())
	switch p {
	case data.ProgressReached:
		return page.TableCell{Text: text, Bold: true, Color: page.Good, Mark: page.Disc, Tint: page.Good}
	case data.ProgressBehind:
		return page.TableCell{Text: text, Bold: true, Color: page.Warn, Mark: page.Triangle, Tint: page.Warn}
	case data.ProgressOnWay:
		rising := page.Rising
		return page.TableCell{Text: text, Arrow: &rising}
	}
	return page.TableCell{Text: "–", Color: page.Muted}
}
