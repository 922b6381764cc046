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

// Report makes the report to the sponsors (data/README.md, Sponsors): two pages
// whose figures all stand in named cells of the results workbook, which travels
// within the file. No member is named.
func Report(d *press.Draft) (press.Product, error) {
	human := d.ReportFor(d.Opt.From, d.Opt.Until, d.Opt.Today)
	own := *d
	own.Opt.From, own.Opt.Until = human.From, human.Until
	r, err := figures.Of(&own)
	if err != nil {
		return nil, err
	}
	s := &report{Running: press.NewRunning(r.Draft), results: &results{Period: r}, human: human}
	s.Side = sponsorSide
	s.Foot = s.Say.Text("Fingerprint %s", r.Figs.Text(figures.Fingerprint))
	s.front()
	s.back()
	s.Annex()
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
	human   data.SponsorReport
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

// fig is a figure as it stands in the workbook, "–" for one that there is not.
func (s *report) fig(name string) string { return cmp.Or(s.results.Figs.Text(name), "–") }

func (s *report) front() {
	s.Doc.AddPage()
	s.Head = s.Say.Text("Report to our sponsors")
	s.Doc.Bookmark(0, s.Head, 0)
	s.Area = s.Doc.Paper().Area().Trimmed(sponsorSide, sponsorTop, sponsorSide, sponsorBottom)
	s.banner()
	s.threeLines()
	s.measureTable()
	s.Gap(1)
	s.people()
	s.rhythm()
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
	s.FitText(s.Doc, name, s.Community.Name, page.Style{Size: 20, Bold: true, Color: page.OnPrimary, LineHeight: 1.2, MaxLines: 1})
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

// threeLines says what improved, what worries us and what we ask: in the
// leader's own words, else in what the figures say.
func (s *report) threeLines() {
	say := s.Say
	s.heading(say.Text("In three lines"), "")
	labels := []string{say.Text("What improved"), say.Text("What worries us"), say.Text("What we ask")}
	lines := data.ParseLines(s.human.Lines)
	if len(lines) == 0 {
		lines = s.saidByFigures()
	}
	marks := []page.Mark{page.Disc, page.Triangle, page.Square}
	colors := []page.Color{page.Good, page.Warn, page.Primary}
	const row, label = 8.2, 33.0
	for i, line := range lines {
		if i == len(labels) {
			s.InFull(say.Text("In three lines"), s.human.Lines)
			break
		}
		strip, rest := s.Area.CutTop(row)
		s.Area = rest.Trimmed(0, 1, 0, 0)
		s.Doc.Box(strip, page.Look{Fill: page.Canvas, Radius: 2})
		_, y := strip.Center()
		s.Doc.Mark(marks[i], strip.X+4.5, y, 2.8, colors[i])
		s.Doc.Text(page.Rect{X: strip.X + 8.5, Y: strip.Y, W: label - 2, H: strip.H}, labels[i],
			page.Style{Size: 9, Bold: true, Color: colors[i], Valign: page.ValignMiddle, MaxLines: 1})
		s.whole(strip.Trimmed(8.5+label, 0.4, 3, 0.4), labels[i], line, page.Style{Size: 10, Valign: page.ValignMiddle, LineHeight: 1.2})
	}
	s.Gap(3)
}

// saidByFigures are the three lines as the figures say them.
func (s *report) saidByFigures() data.Lines {
	say, r := s.Say, s.results
	titles := func(cards []data.CardResult) string {
		var said []string
		for _, c := range cards {
			said = append(said, say.Text("“%s”", c.Card.Title))
		}
		return say.List(said)
	}
	up := r.cardsWith(func(c *data.CardResult) bool { return c.Change == data.ChangeUp })
	improved := say.Text("No clear change yet.")
	if len(up) > 0 {
		improved = say.Text("Clearly up in the health check: %s.", titles(first(up)))
	}
	worries := say.Text("No card of the health check stands out.")
	if concerns := r.concerns(); len(concerns) > 0 {
		worries = say.Text("To talk about: %s.", titles(concerns))
	}
	asks := say.Text("Nothing at present.")
	if open := s.asks(); len(open) > 0 {
		asks = open[0].what
	}
	return data.Lines{improved, worries, asks}
}

// measureTable is how far the charter's measures have come.
func (s *report) measureTable() {
	say := s.Say
	s.heading(say.Text("Measures"), say.Text("from the charter; who counted stands at the right"))
	if len(s.Measures) == 0 {
		s.Nothing(say.Text("The charter names no measure yet."))
		return
	}
	table := page.Table{Text: page.Style{Size: 9, MaxLines: 2, LineHeight: 1.2}, Gap: 0.7, Columns: []page.TableColumn{
		{Head: say.Text("Measure"), Share: 34}, {Head: say.Text("At the start"), Share: 15}, {Head: say.Text("Now"), Share: 15},
		{Head: say.Text("Target"), Share: 14}, {Head: say.Text("Source"), Share: 24}}}
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
			{Text: source, Color: page.Muted}})
	}
	s.Table(table, rows)
}
