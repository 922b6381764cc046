package forsponsors

import (
	"cmp"

	"copleader/data"
	"copleader/reports/figures"
	"copleader/reports/page"
	"copleader/reports/press"
)

// tile is one figure with what it counts.
type tile struct{ figure, text string }

// tiles draws figures side by side and gives what is below.
func (s *report) tiles(r page.Rect, tiles []tile) page.Rect {
	const gap, line = 3.0, 3.4
	width := (r.W - gap*float64(len(tiles)-1)) / float64(len(tiles))
	text := page.Style{Size: 8, Color: page.Muted, MaxLines: 2, LineHeight: 1.2}
	high := 13.5
	for _, t := range tiles {
		if s.Doc.Measure(width-5, t.text, text).Height > 1.5*line {
			high = 13.5 + line
		}
	}
	for i, t := range tiles {
		box := page.Rect{X: r.X + float64(i)*(width+gap), Y: r.Y, W: width, H: high}
		s.Doc.Box(box, page.Look{Fill: page.PrimarySoft, Radius: 2})
		inner := box.Trimmed(3, 1.2, 2, 1)
		s.Doc.Text(page.Rect{X: inner.X, Y: inner.Y, W: inner.W, H: 6.5}, t.figure, page.Style{Size: 14, Bold: true, Color: page.Level(1), MaxLines: 1, LineHeight: 1.2})
		s.Doc.Text(page.Rect{X: inner.X, Y: inner.Y + 6.6, W: inner.W, H: high - 8.9}, t.text, text)
	}
	_, rest := r.CutTop(high + gap)
	return rest
}

// chartsHigh is the height of the charts side by side.
const chartsHigh = 24.5

// peopleHigh is the height of the charts of people, each of four bars.
func (s *report) peopleHigh() float64 {
	if s.tight {
		return 20
	}
	return chartsHigh
}

// people is who takes part: levels, attendances a month, newcomers and givers.
func (s *report) people() {
	say := s.Say
	s.Need(s.peopleHigh() + 30)
	s.heading(say.Text("Participation"), say.Text("counted by the program; a number of people below %d reads “<%d”", data.MinGroupSize, data.MinGroupSize))
	tiles := []tile{{s.fig(figures.Members), say.Text("members")}, {s.fig(figures.Joined), s.results.NewHere()},
		{s.fig(figures.People), say.Text("members came")}, {s.fig(figures.Guests), say.Text("guests")}}
	if s.results.Figs.Text(figures.GaveShare) != "" {
		tiles = append(tiles, tile{s.fig(figures.GaveShare), say.Text("gave something %s", s.Standings(s.Opt.Today).Span())})
	}
	s.Area = s.tiles(s.Area, tiles)
	strip, rest := s.Area.CutTop(s.peopleHigh())
	s.Area = rest.Trimmed(0, 3, 0, 0)
	left, right := strip.CutLeft(strip.W * 0.46)
	s.levels(left)
	s.months(right.Trimmed(8, 0, 0, 0))
}

// hopes is what sponsors hope for: quick answers, many units, help between them.
func (s *report) hopes() {
	say, figs := s.Say, s.results.Figs
	var tiles []tile
	if n := figs.Text(figures.HelpAnswered); n != "" {
		tiles = append(tiles, tile{s.fig(figures.HelpDays), say.Count(figs.Number(figures.HelpAnswered),
			"days until a request for help was answered (%d answered)", "days until a request for help was answered (median of %d)")})
	}
	if n := figs.Text(figures.HelpWaiting); n != "" {
		tiles = append(tiles, tile{n, say.Count(figs.Number(figures.HelpWaiting), "request for help waits for an answer", "requests for help wait for an answer")})
	}
	if n := figs.Text(figures.Units); n != "" {
		tiles = append(tiles, tile{say.Text("%s of %s", n, figs.Text(figures.UnitsAll)), say.Text("units took part")})
	}
	if n := figs.Text(figures.HelpAcross); n != "" {
		tiles = append(tiles, tile{say.Text("%s of %s", n, figs.Text(figures.HelpKnown)), say.Text("times help went from one unit to another")})
	}
	if len(tiles) == 0 {
		return
	}
	s.Need(26)
	s.heading(say.Text("Help, and across units"), say.Text("counted by the program"))
	s.Area = s.tiles(s.Area, tiles)
}

// caption is the small title of a chart.
func (s *report) caption(r page.Rect, text string) page.Rect {
	head, rest := r.CutTop(5.6)
	s.FitText(s.Doc, head, text, page.Style{Size: 8.5, Bold: true, Color: page.Muted, MaxLines: 1})
	return rest
}

// levels draws how many people stand how close to the centre.
func (s *report) levels(r page.Rect) {
	r = s.caption(r, s.Say.Text("How close people are to the centre, on %s", s.Opt.Today))
	if s.results.Figs.Text(figures.Core) == "" {
		s.Doc.Text(r, s.Say.Text("not enough events yet"), page.Style{Size: 9, Italic: true, Color: page.Muted})
		return
	}
	names := []string{figures.Core, figures.Active, figures.Occasional, figures.Peripheral}
	var bars []page.Bar
	for i, level := range []data.Level{data.Core, data.Active, data.Occasional, data.Peripheral} {
		bars = append(bars, page.Bar{Label: s.Say.Of(level.Phrase()), Value: float64(s.results.Figs.Number(names[i])),
			Text: s.fig(names[i]), Color: page.Level(i + 1)})
	}
	s.Doc.Bars(r, page.Bars{Bars: bars, Text: page.Style{Size: 8.5}})
}

// mostMonths is how many columns can be told apart.
const mostMonths = 13

func (s *report) months(r page.Rect) {
	r = s.caption(r, s.Say.Text("Attendances of members by month"))
	if s.results.NotNoted() {
		s.Doc.Text(r, s.Say.Text("Who came was not noted."), page.Style{Size: 9, Italic: true, Color: page.Muted})
		return
	}
	months := s.results.Months()
	months = months[max(0, len(months)-mostMonths):]
	chart := page.Columns{Text: page.Style{Size: 7.5}}
	for _, m := range months {
		name := figures.MonthAttended(m.First)
		chart.Values = append(chart.Values, float64(s.results.Figs.Number(name)))
		chart.Counts = append(chart.Counts, s.fig(name))
		chart.Labels = append(chart.Labels, s.results.MonthTitle(m))
	}
	if len(months) > 6 {
		chart.Text.Size = 6.2
	}
	s.Doc.Columns(r, chart)
}

// rhythm is how often we met, in which formats, and whether it was worth the time.
func (s *report) rhythm() {
	say := s.Say
	s.Need(26 + chartsHigh)
	s.heading(say.Text("Rhythm"), say.Text("counted by the program; worth the time: voted by those present"))
	cadence := "–"
	if days := s.Community.CadenceDays; days > 0 {
		cadence = say.Count(days, "every %d day", "every %d days")
	}
	tiles := []tile{{s.fig(figures.Held), say.Text("events held")}, {s.fig(figures.Planned), say.Text("still to come")},
		{s.fig(figures.Formats), say.Text("formats used")}, {s.fig(figures.Attended), say.Text("attendances")}}
	s.Area = s.tiles(s.Area, tiles)
	strip, rest := s.Area.CutTop(chartsHigh)
	s.Area = rest.Trimmed(0, 3, 0, 0)
	left, right := strip.CutLeft(strip.W * 0.46)
	left = s.caption(left, say.Text("What was on; planned: %s", cadence))
	s.formats(left)
	s.roti(right.Trimmed(8, 0, 0, 0))
}

// formats lists what formats were used, without figures of their own.
func (s *report) formats(r page.Rect) {
	if len(s.results.HeldInPeriod()) == 0 {
		s.Doc.Text(r, s.Say.Text("No event was held in this period."), page.Style{Size: 9, Italic: true, Color: page.Muted})
		return
	}
	var names []string
	seen := map[string]bool{}
	for _, e := range s.results.HeldInPeriod() {
		if !seen[e.Format] {
			seen[e.Format] = true
			names = append(names, s.Say.Of(data.FormatName(e.Format)))
		}
	}
	style := page.Style{Size: 9.5, MaxLines: 1}
	high := s.Doc.LineHeight(style)
	if room := int(r.H / high); len(names) > room {
		more := len(names) - room + 1
		names = append(names[:room-1], s.Say.Count(more, "and %d more", "and %d more"))
	}
	for _, name := range names {
		strip, rest := r.CutTop(high)
		s.Doc.Mark(page.Disc, strip.X+1, strip.Y+strip.H/2, 1.5, page.Level(2))
		s.Doc.Text(strip.Trimmed(4, 0, 0, 0), name, style)
		r = rest
	}
}

func (s *report) roti(r page.Rect) {
	say := s.Say
	r = s.caption(r, say.Text("Worth the time? %s votes, 3 means “got back what I put in”", s.fig(figures.RotiVotes)))
	if s.results.Figs.Number(figures.RotiVotes) == 0 {
		s.Doc.Text(r, say.Text("No votes in this period."), page.Style{Size: 9, Italic: true, Color: page.Muted})
		return
	}
	side := 24.0
	if s.results.Figs.Text(figures.RotiMean) == "" {
		side = 0
	}
	chart := page.Columns{Text: page.Style{Size: 8}, Color: page.Level(2)}
	for vote := 1; vote <= 5; vote++ {
		chart.Values = append(chart.Values, float64(s.results.Figs.Number(figures.Roti(vote))))
		chart.Counts = append(chart.Counts, s.fig(figures.Roti(vote)))
		chart.Labels = append(chart.Labels, say.Text("%d", vote))
	}
	s.Doc.Columns(r.Trimmed(0, 0, side, 0), chart)
	if side > 0 {
		box := page.Rect{X: r.Right() - side + 4, Y: r.Y, W: side - 4, H: r.H}
		mean, label := box.CutTop(box.H / 2)
		s.Doc.Text(mean, s.fig(figures.RotiMean), page.Style{Size: 17, Bold: true, Color: page.Level(1), Valign: page.ValignBottom, Align: page.AlignCenter, MaxLines: 1, LineHeight: 1.1})
		s.Doc.Text(label, say.Text("mean"), page.Style{Size: 8, Color: page.Muted, Align: page.AlignCenter, MaxLines: 1})
	}
}

// health is one line a card: low, half-way and high as a bar, the word, whether it
// moved clearly, and how many felt it became better, stayed or became worse.
func (s *report) health() {
	say, round := s.Say, s.results.Round
	source := say.Text("reported by members")
	if round.HasRate() {
		source = say.Text("reported by members; %s, %s", s.fig(figures.Rate), say.Of(round.Rate.Phrase()))
	}
	s.heading(say.Text("Health check: %s", s.fig(figures.Replies)), source)
	table, rows := s.healthTable()
	s.Table(table, rows)
	s.Gap(-1.5)
	s.Text(s.explains(), explained, 3)
}

var explained = page.Style{Size: 8, Color: page.Muted, LineHeight: 1.25}

// explains names the round with its day, and what the words mean.
func (s *report) explains() string {
	round := s.results.Round
	return s.Say.Text("%s, %s. Words: %s", round.Round.Name, round.Closed(), press.WordsExplained(s.Draft))
}

// healthHigh is the room that the health check takes.
func (s *report) healthHigh() float64 {
	table, rows := s.healthTable()
	return s.Doc.TableHeight(s.Area.W, table, rows) + s.Doc.Measure(s.Area.W, s.explains(), explained).Height + 11.2
}

func (s *report) healthTable() (page.Table, [][]page.TableCell) {
	say, round := s.Say, s.results.Round
	since := ""
	if round.Previous != nil {
		since = say.Text("Since %s", round.Previous.Name)
	}
	table := page.Table{Text: page.Style{Size: 9, MaxLines: 1, LineHeight: 1.2}, Gap: 0.5, Columns: []page.TableColumn{
		{Head: say.Text("Card"), Share: 30}, {Head: say.Text("Low, half-way, high"), Share: 34}, {Head: say.Text("Word"), Share: 13}, {Head: since, Share: 18}}}
	if voted := s.results.CardsWith(func(c *data.CardResult) bool { return c.Votes.Sum() > 0 }); len(voted) > 0 {
		table.Columns = append(table.Columns, page.TableColumn{Head: say.Text("Better / same / worse (votes)"), Share: 20})
	}
	if s.tight {
		table.Text.Size, table.Gap = 8.2, 0.15
	}
	var rows [][]page.TableCell
	for i := range round.Cards {
		rows = append(rows, s.healthRow(&round.Cards[i]))
	}
	return table, rows
}

func (s *report) healthRow(c *data.CardResult) []page.TableCell {
	key := c.Card.Card
	title := page.TableCell{Text: c.Card.Title, Bold: true}
	if c.Figures.Withheld {
		return []page.TableCell{title, {Text: s.Say.Text("withheld (fewer than %d answers)", s.results.Round.MinGroup), Color: page.Muted}}
	}
	figs := s.results.Figs
	bar := page.TableCell{Bars: []int{figs.Number(figures.Low(key)), figs.Number(figures.Half(key)), figs.Number(figures.High(key))}}
	row := []page.TableCell{title, bar, wordCellOf(c.Figures.Word, cmp.Or(figs.Text(figures.Word(key)), s.Say.Of(c.Figures.Word.Phrase()))),
		changeCell(c.Change, s.Say.Of(c.Change.Phrase()))}
	if v := c.Votes; v.Sum() > 0 {
		row = append(row, page.TableCell{Text: s.Say.Text("%d/%d/%d (%d)", v.Better, v.Same, v.Worse, v.Sum())})
	}
	return row
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
