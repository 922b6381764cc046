package reports

import (
	"cmp"

	"copleader/data"
	"copleader/reports/page"
)

// tile is one figure with what it counts.
type tile struct{ figure, text string }

// tiles draws figures side by side and gives what is below.
func (s *sponsorReport) tiles(r page.Rect, tiles []tile) page.Rect {
	const high, gap = 13.5, 3.0
	width := (r.W - gap*float64(len(tiles)-1)) / float64(len(tiles))
	for i, t := range tiles {
		box := page.Rect{X: r.X + float64(i)*(width+gap), Y: r.Y, W: width, H: high}
		s.doc.Box(box, page.Look{Fill: page.PrimarySoft, Radius: 2})
		inner := box.Trimmed(3, 1.2, 2, 1)
		s.doc.Text(page.Rect{X: inner.X, Y: inner.Y, W: inner.W, H: 6.5}, t.figure, page.Style{Size: 14, Bold: true, Color: page.Level(1), MaxLines: 1, LineHeight: 1.2})
		s.doc.Text(page.Rect{X: inner.X, Y: inner.Y + 6.6, W: inner.W, H: 4.6}, t.text, page.Style{Size: 8, Color: page.Muted, MaxLines: 1})
	}
	_, rest := r.CutTop(high + gap)
	return rest
}

// chartsHigh is the least height of the charts below one another on the front.
const chartsHigh = 34.0

// people is who takes part: levels, attendances a month, newcomers and givers.
func (s *sponsorReport) people() {
	say := s.say
	s.need(2*chartsHigh + 40)
	s.heading(say.Text("Participation"), say.Text("counted by the program; a number of people below %d reads “<%d”", data.MinGroupSize, data.MinGroupSize))
	s.area = s.tiles(s.area, []tile{{s.fig(figMembers), say.Text("members")}, {s.fig(figJoined), say.Text("new in this period")},
		{s.fig(figPeople), say.Text("members came")}, {s.fig(figGavePart), say.Text("gave something")}, {s.fig(figGuests), say.Text("guests")}})
	high := max(chartsHigh, (s.area.H-6.6-16.5-5)/2)
	strip, rest := s.area.CutTop(high)
	s.area = rest.Trimmed(0, 3, 0, 0)
	left, right := strip.CutLeft(strip.W * 0.46)
	s.levels(left)
	s.months(right.Trimmed(8, 0, 0, 0))
}

// caption is the small title of a chart.
func (s *sponsorReport) caption(r page.Rect, text string) page.Rect {
	head, rest := r.CutTop(5.6)
	s.doc.Text(head, text, page.Style{Size: 8.5, Bold: true, Color: page.Muted, MaxLines: 1})
	return rest
}

// levels draws how many people stand how close to the centre.
func (s *sponsorReport) levels(r page.Rect) {
	r = s.caption(r, s.say.Text("How close people are to the centre, on %s", s.opt.Today))
	if s.results.figs.text(figCore) == "" {
		s.doc.Text(r, s.say.Text("not enough events yet"), page.Style{Size: 9, Italic: true, Color: page.Muted})
		return
	}
	names := []string{figCore, figActive, figOccasional, figPeripheral}
	var bars []page.Bar
	for i, level := range []data.Level{data.Core, data.Active, data.Occasional, data.Peripheral} {
		bars = append(bars, page.Bar{Label: s.say.Of(level.Phrase()), Value: float64(s.results.figs.number(names[i])),
			Text: s.fig(names[i]), Color: page.Level(i + 1)})
	}
	s.doc.Bars(r, page.Bars{Bars: bars, Text: page.Style{Size: 8.5}})
}

// mostMonths is how many columns can be told apart.
const mostMonths = 13

func (s *sponsorReport) months(r page.Rect) {
	r = s.caption(r, s.say.Text("Attendances of members by month"))
	months := s.results.months()
	months = months[max(0, len(months)-mostMonths):]
	chart := page.Columns{Text: page.Style{Size: 7.5}}
	for _, m := range months {
		name := figMonth(m.first)
		chart.Values = append(chart.Values, float64(s.results.figs.number(name)))
		chart.Counts = append(chart.Counts, s.fig(name))
		chart.Labels = append(chart.Labels, s.results.monthName(m.first))
	}
	if len(months) > 6 {
		chart.Text.Size = 6.2
	}
	s.doc.Columns(r, chart)
}

// rhythm is how often we met, in which formats, and whether it was worth the time.
func (s *sponsorReport) rhythm() {
	say := s.say
	s.heading(say.Text("Rhythm"), say.Text("counted by the program; worth the time: voted by those present"))
	cadence := "–"
	if days := s.Community.CadenceDays; days > 0 {
		cadence = say.Count(days, "every %d day", "every %d days")
	}
	tiles := []tile{{s.fig(figHeld), say.Text("events held")}, {s.fig(figPlanned), say.Text("events planned")},
		{s.fig(figFormats), say.Text("formats used")}, {s.fig(figAttended), say.Text("attendances")}}
	s.area = s.tiles(s.area, tiles)
	left, right := s.area.CutLeft(s.area.W * 0.46)
	left = s.caption(left, say.Text("What was on; planned: %s", cadence))
	s.formats(left)
	s.roti(right.Trimmed(8, 0, 0, 0))
}

// formats lists what formats were used, without figures of their own.
func (s *sponsorReport) formats(r page.Rect) {
	if len(s.results.heldInPeriod()) == 0 {
		s.doc.Text(r, s.say.Text("No event was held in this period."), page.Style{Size: 9, Italic: true, Color: page.Muted})
		return
	}
	seen := map[string]bool{}
	style := page.Style{Size: 9.5, MaxLines: 1}
	for _, e := range s.results.heldInPeriod() {
		if seen[e.Format] || r.H < s.doc.LineHeight(style) {
			continue
		}
		seen[e.Format] = true
		strip, rest := r.CutTop(s.doc.LineHeight(style))
		s.doc.Mark(page.Disc, strip.X+1, strip.Y+strip.H/2, 1.5, page.Level(2))
		s.doc.Text(strip.Trimmed(4, 0, 0, 0), s.say.Of(data.FormatName(e.Format)), style)
		r = rest
	}
}

func (s *sponsorReport) roti(r page.Rect) {
	say := s.say
	r = s.caption(r, say.Text("Worth the time? %s votes, 3 means “got back what I put in”", s.fig(figRotiN)))
	if s.results.figs.number(figRotiN) == 0 {
		s.doc.Text(r, say.Text("No votes in this period."), page.Style{Size: 9, Italic: true, Color: page.Muted})
		return
	}
	side := 24.0
	if s.results.figs.text(figRotiMean) == "" {
		side = 0
	}
	chart := page.Columns{Text: page.Style{Size: 8}, Color: page.Level(2)}
	for vote := 1; vote <= 5; vote++ {
		chart.Values = append(chart.Values, float64(s.results.figs.number(figRoti(vote))))
		chart.Counts = append(chart.Counts, s.fig(figRoti(vote)))
		chart.Labels = append(chart.Labels, say.Text("%d", vote))
	}
	s.doc.Columns(r.Trimmed(0, 0, side, 0), chart)
	if side > 0 {
		box := page.Rect{X: r.Right() - side + 4, Y: r.Y, W: side - 4, H: r.H}
		mean, label := box.CutTop(box.H / 2)
		s.doc.Text(mean, s.fig(figRotiMean), page.Style{Size: 17, Bold: true, Color: page.Level(1), Valign: page.ValignBottom, Align: page.AlignCenter, MaxLines: 1, LineHeight: 1.1})
		s.doc.Text(label, say.Text("mean"), page.Style{Size: 8, Color: page.Muted, Align: page.AlignCenter, MaxLines: 1})
	}
}

// healthHigh is the room for the cards on the second page.
const healthHigh = 95.0

// health is one line a card: low, half-way and high as a bar, the word, and
// whether it moved clearly.
func (s *sponsorReport) health() {
	say, round := s.say, s.results.round
	if round.Round.ID == 0 {
		s.heading(say.Text("Health check"), "")
		s.nothing(s.results.noRound())
		return
	}
	s.heading(say.Text("Health check: %s of %s answered", s.fig(figReturned), s.fig(figInvited)),
		say.Text("reported by members; %s, %s", s.fig(figRate), say.Of(round.Rate.Phrase())))
	since := ""
	if round.Previous != nil {
		since = say.Text("Since %s", round.Previous.Name)
	}
	table := page.Table{Text: page.Style{Size: 9.5, MaxLines: 1, LineHeight: 1.2}, Gap: min(1.1, max(0.5, (healthHigh/float64(len(round.Cards)+1)-4)/2)), Columns: []page.TableColumn{
		{Head: say.Text("Card"), Share: 30}, {Head: say.Text("Low, half-way, high"), Share: 42}, {Head: say.Text("Word"), Share: 13}, {Head: since, Share: 17}}}
	var rows [][]page.TableCell
	for i := range round.Cards {
		rows = append(rows, s.healthRow(&round.Cards[i]))
	}
	s.table(table, rows)
}

func (s *sponsorReport) healthRow(c *data.CardResult) []page.TableCell {
	key := c.Card.Card
	title := page.TableCell{Text: c.Card.Title, Bold: true}
	if c.Figures.Withheld {
		return []page.TableCell{title, {Text: s.say.Text("withheld (fewer than %d answers)", s.results.round.MinGroup), Color: page.Muted}}
	}
	figs := s.results.figs
	bar := page.TableCell{Bars: []int{figs.number(figLow(key)), figs.number(figHalf(key)), figs.number(figHigh(key))}}
	return []page.TableCell{title, bar, wordCellOf(c.Figures.Word, cmp.Or(figs.text(figWord(key)), s.say.Of(c.Figures.Word.Phrase()))),
		changeCell(c.Change, s.say.Of(c.Change.Phrase()))}
}

// wordCellOf is a word to talk about with its shape and colour.
func wordCellOf(w data.HealthWord, text string) page.TableCell {
	switch w {
	case data.WordSplit:
		return page.TableCell{Text: text, Bold: true, Color: page.Warn, Mark: page.Triangle, Tint: page.Warn}
	case data.WordConcern:
		return page.TableCell{Text: text, Bold: true, Color: page.Bad, Mark: page.Square, Tint: page.Bad}
	case data.WordStrong:
		return page.TableCell{Text: text, Bold: true, Color: page.Good, Mark: page.Disc, Tint: page.Good}
	}
	return page.TableCell{Text: text}
}

func changeCell(c data.HealthChange, text string) page.TableCell {
	rising, falling := page.Rising, page.Falling
	switch c {
	case data.ChangeUp:
		return page.TableCell{Text: text, Bold: true, Arrow: &rising}
	case data.ChangeDown:
		return page.TableCell{Text: text, Bold: true, Arrow: &falling}
	}
	return page.TableCell{Text: text, Color: page.Muted}
}
