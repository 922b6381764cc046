package reports

import (
	"bytes"
	"cmp"

	"copleader/data"
	"copleader/reports/page"
)

// quarterDays is the usual period of a report to the sponsors (domain.md 12).
const quarterDays = 91

// makeSponsor makes the report to the sponsors (domain.md 12): two pages whose
// figures all stand in named cells of the results workbook, which travels within
// the file. No member is named.
func makeSponsor(d *draft) (product, error) {
	human := d.humanPart()
	own := *d
	own.opt.From, own.opt.Until = human.From, human.Until
	r, err := newResults(&own)
	if err != nil {
		return nil, err
	}
	s := &sponsorReport{running: newRunning(r.draft), results: r, human: human}
	s.side = sponsorSide
	s.foot = s.say.Text("Fingerprint %s", r.figs.text(figFingerprint))
	s.front()
	s.back()
	s.annex()
	for _, remark := range r.draft.remarks {
		d.remark(remark)
	}
	if err := s.attachWorkbook(own); err != nil {
		return nil, err
	}
	return s.doc, s.doc.Err()
}

// sponsorReport draws the report. Its pages, words and period are those of the
// results.
type sponsorReport struct {
	*running
	results *results
	human   data.SponsorReport
}

// humanPart is what the leader wrote for the period that was asked for.
func (d *draft) humanPart() data.SponsorReport {
	return HumanPart(d.Snapshot, d.opt.Today, d.opt.From, d.opt.Until)
}

// HumanPart is what the leader wrote for a period (domain.md 12); without one it
// is the report begun last and not yet sent, or an empty one of the last quarter.
func HumanPart(s *data.Snapshot, today, from, until data.Date) data.SponsorReport {
	asked := data.SponsorReport{From: from, Until: until}
	var last data.SponsorReport
	for _, report := range s.Reports {
		switch {
		case report.From == asked.From && report.Until == asked.Until:
			return report
		case report.SentOn == 0 && report.Until >= last.Until:
			last = report
		}
	}
	if asked.From == 0 && asked.Until == 0 && last.Until != 0 {
		return last
	}
	asked.Until = cmp.Or(asked.Until, today)
	asked.From = cmp.Or(asked.From, max(s.Community.StartedOn, min(asked.Until, today).AddDays(1-quarterDays)))
	return asked
}

// attachWorkbook puts the results workbook of the same period into the file.
func (s *sponsorReport) attachWorkbook(d draft) error {
	book, err := makeResults(&d)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		return err
	}
	s.doc.Attach(page.Attachment{Name: "health-results.xlsx", About: s.say.Text("Results workbook"), Content: out.Bytes()})
	return nil
}

// fig is a figure as it stands in the workbook, "–" for one that there is not.
func (s *sponsorReport) fig(name string) string { return cmp.Or(s.results.figs.text(name), "–") }

func (s *sponsorReport) front() {
	s.doc.AddPage()
	s.head = s.say.Text("Report to our sponsors")
	s.doc.Bookmark(0, s.head, 0)
	s.area = s.doc.Paper().Area().Trimmed(sponsorSide, sponsorTop, sponsorSide, sponsorBottom)
	s.banner()
	s.threeLines()
	s.measureTable()
	s.gap(1)
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
func (s *sponsorReport) banner() {
	box, rest := s.area.CutTop(bannerHeight)
	s.area = rest.Trimmed(0, 5, 0, 0)
	s.doc.Box(box, page.Look{Fill: page.Level(1), Radius: 3})
	inner := box.Trimmed(7, 4.5, 7, 4)
	if logo := s.logo(); logo != nil {
		var field page.Rect
		field, inner = inner.CutLeft(inner.H)
		s.doc.Box(field, page.Look{Fill: page.Surface, Radius: 2})
		s.doc.Picture(field.Inset(1), logo)
		inner = inner.Trimmed(5, 0, 0, 0)
	}
	left, right := inner.CutLeft(inner.W * 0.62)
	name, purpose := left.CutTop(10.5)
	s.fitText(s.doc, name, s.Community.Name, page.Style{Size: 20, Bold: true, Color: page.OnPrimary, LineHeight: 1.2, MaxLines: 1})
	s.whole(purpose, s.say.Text("What we are here for"), s.Community.PrimaryPurpose, page.Style{Size: 9.5, Color: page.PrimarySoft, LineHeight: 1.3})
	lines := []string{s.fig(figPeriod)}
	if stage := s.say.Of(s.Community.Stage.Phrase()); stage != "" {
		lines = append(lines, s.say.Text("Stage: %s", stage))
	}
	if leader, ok := s.Leader(); ok {
		lines = append(lines, s.say.Text("Leader: %s", leader.Name))
	}
	lines = append(lines, s.say.Text("Made on %s", s.results.made))
	right = right.Trimmed(4, 0, 0, 0)
	title, right := right.CutTop(7)
	s.doc.Text(title, s.head, page.Style{Size: 12, Bold: true, Color: page.OnPrimary, Align: page.AlignRight, MaxLines: 1})
	for _, line := range lines {
		strip, below := right.CutTop(4.4)
		right = below
		s.doc.Text(strip, line, page.Style{Size: 9, Color: page.PrimarySoft, Align: page.AlignRight, MaxLines: 1})
	}
}

// whole sets a text in a box, smaller if it must be; what is cut all the same
// stands whole in the annex.
func (s *sponsorReport) whole(r page.Rect, title, text string, style page.Style) {
	fitted := s.doc.Fit(r, text, style, style.Size*0.75)
	if s.doc.Text(r, text, fitted).Truncated {
		s.cut = append(s.cut, cutText{title, text})
	}
}

// heading begins a part of the report: its title, and who says so.
func (s *sponsorReport) heading(title, source string) {
	s.need(18)
	strip, rest := s.area.CutTop(6.6)
	s.area = rest
	style := page.Style{Size: 11.5, Bold: true, Color: page.Primary, MaxLines: 1}
	took := s.doc.Text(strip, title, style)
	s.doc.Bookmark(1, title, strip.Y)
	if source != "" {
		quiet := page.Style{Size: 8, Color: page.Muted, MaxLines: 1, Align: page.AlignRight, Valign: page.ValignMiddle}
		s.doc.Text(strip.Trimmed(took.Width+4, 0, 0, 0), source, quiet)
	}
}

// threeLines says what improved, what worries us and what we ask: in the
// leader's own words, else in what the figures say.
func (s *sponsorReport) threeLines() {
	say := s.say
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
			s.cut = append(s.cut, cutText{say.Text("In three lines"), s.human.Lines})
			break
		}
		strip, rest := s.area.CutTop(row)
		s.area = rest.Trimmed(0, 1, 0, 0)
		s.doc.Box(strip, page.Look{Fill: page.Canvas, Radius: 2})
		_, y := strip.Center()
		s.doc.Mark(marks[i], strip.X+4.5, y, 2.8, colors[i])
		s.doc.Text(page.Rect{X: strip.X + 8.5, Y: strip.Y, W: label - 2, H: strip.H}, labels[i],
			page.Style{Size: 9, Bold: true, Color: colors[i], Valign: page.ValignMiddle, MaxLines: 1})
		s.whole(strip.Trimmed(8.5+label, 0.4, 3, 0.4), labels[i], line, page.Style{Size: 10, Valign: page.ValignMiddle, LineHeight: 1.2})
	}
	s.gap(3)
}

// saidByFigures are the three lines as the figures say them.
func (s *sponsorReport) saidByFigures() data.Lines {
	say, r := s.say, s.results
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
func (s *sponsorReport) measureTable() {
	say := s.say
	s.heading(say.Text("Measures"), say.Text("from the charter; who counted stands at the right"))
	if len(s.Measures) == 0 {
		s.nothing(say.Text("The charter names no measure yet."))
		return
	}
	table := page.Table{Text: page.Style{Size: 9, MaxLines: 2, LineHeight: 1.2}, Gap: 0.7, Columns: []page.TableColumn{
		{Head: say.Text("Measure"), Share: 34}, {Head: say.Text("At the start"), Share: 15}, {Head: say.Text("Now"), Share: 15},
		{Head: say.Text("Target"), Share: 14}, {Head: say.Text("Source"), Share: 24}}}
	var rows [][]page.TableCell
	for _, m := range s.Measures {
		now := s.results.measureNow(m)
		source := now.Source
		switch {
		case now.On != 0:
			source = say.Text("%s; %s", cmp.Or(source, say.Of(m.Kind.Phrase())), now.On)
		case source == "":
			source = say.Text("not noted yet")
		}
		rows = append(rows, []page.TableCell{{Text: m.Wording, Bold: true},
			{Text: s.fig(figMeasureStart(m.ID))}, {Text: s.fig(figMeasureNow(m.ID)), Bold: true}, {Text: s.fig(figMeasureTarget(m.ID))},
			{Text: source, Color: page.Muted}})
	}
	s.table(table, rows)
}
