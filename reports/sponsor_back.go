package reports

import (
	"cmp"
	"slices"
	"strings"

	"copleader/data"
	"copleader/reports/page"
)

// back is the second page: what members said, what came of it, what we ask.
func (s *sponsorReport) back() {
	s.doc.AddPage()
	s.area = s.doc.Paper().Area().Trimmed(sponsorSide, sponsorTop, sponsorSide, sponsorBottom)
	foot := s.footnote()
	s.area.H -= foot
	s.health()
	s.gap(-1)
	s.outputs()
	s.stories()
	s.learned()
	s.askTable()
	s.plan()
}

// mostOutputs is how many finished things the report names.
const mostOutputs = 5

func (s *sponsorReport) outputs() {
	say, figs := s.say, s.results.figs
	s.heading(say.Text("Finished: %s, used again: %s", s.fig(figFinished), s.fig(figReuses)), say.Text("counted by the program"))
	items := s.results.finished()
	if len(items) == 0 {
		s.nothing(say.Text("Nothing was finished in this period."))
		return
	}
	reused := func(i data.Item) int { return figs.number(figReused(i.ID)) }
	slices.SortStableFunc(items, func(a, b data.Item) int { return cmp.Compare(reused(b), reused(a)) })
	var said []string
	for i, item := range items {
		if i == mostOutputs {
			said = append(said, say.Text("more in the workbook"))
			break
		}
		text := say.Text("%s (%s)", item.Title, say.Of(item.Kind.Phrase()))
		if n := reused(item); n > 0 {
			text = say.Text("%s, used again %s×", text, figs.text(figReused(item.ID)))
		}
		said = append(said, text)
	}
	s.flowCut(say.Text("Finished"), strings.Join(said, " · "), page.Style{Size: 9.5, LineHeight: 1.3, MaxLines: 3}, 2)
}

// flowCut sets a text of few lines; what is too long stands whole in the annex.
func (s *sponsorReport) flowCut(title, text string, style page.Style, gap float64) {
	took := s.doc.Text(page.Rect{X: s.area.X, Y: s.area.Y, W: s.area.W}, text, style)
	if took.Truncated {
		s.cut = append(s.cut, cutText{title, text})
	}
	s.gap(took.Height + gap)
}

// mostStories is how many value stories the report tells (domain.md 12).
const mostStories = 2

// stories tells the latest stories that may be told, without members' names.
func (s *sponsorReport) stories() {
	say := s.say
	told := s.results.toldStories()
	told = slices.DeleteFunc(told, func(st data.ValueStory) bool { return st.On < s.results.from.AddDays(-quarterDays) })
	s.heading(say.Text("What came of it"), say.Text("reported by members, with their consent"))
	if len(told) == 0 {
		s.nothing(say.Text("No story may be told yet."))
		return
	}
	told = told[:min(len(told), mostStories)]
	const gap = 5.0
	width := (s.area.W - gap*float64(len(told)-1)) / float64(len(told))
	high := 0.0
	for i := range told {
		high = max(high, s.story(page.Rect{X: s.area.X + float64(i)*(width+gap), Y: s.area.Y, W: width}, &told[i]))
	}
	s.gap(high + 2)
}

// story draws one story in a column and gives its height.
func (s *sponsorReport) story(r page.Rect, st *data.ValueStory) float64 {
	title := page.Style{Size: 9.5, Bold: true, MaxLines: 2, LineHeight: 1.25}
	took := s.doc.Text(r, s.say.Text("%s (%s)", st.Title, st.Cycle.Phrase()), title)
	text := s.say.Text("%s %s %s", st.Situation, st.Did, st.CameOfIt)
	if st.Consent != data.ConsentAnonymous && st.Evidence != "" {
		text = s.say.Text("%s Witness: %s.", text, strings.TrimSuffix(st.Evidence, "."))
	}
	body := s.doc.Text(page.Rect{X: r.X, Y: r.Y + took.Height, W: r.W}, text, page.Style{Size: 9, MaxLines: 6, LineHeight: 1.3})
	if body.Truncated {
		s.cut = append(s.cut, cutText{st.Title, text})
	}
	return took.Height + body.Height
}

// learned is the rest of the human part, and the costs.
func (s *sponsorReport) learned() {
	say := s.say
	costs := say.Text("%s hours of members at events", s.fig(figHoursMembers))
	if s.results.figs.text(figHoursLeading) != "" {
		costs = say.Text("%s, %s hours agreed for leading", costs, s.fig(figHoursLeading))
	}
	parts := [][2]string{{say.Text("What we learned and changed"), s.human.Learned}, {say.Text("Risks"), s.human.Risks}, {say.Text("Costs"), costs}}
	for _, part := range parts {
		if part[1] == "" {
			continue
		}
		strip := page.Rect{X: s.area.X, Y: s.area.Y, W: 46}
		took := s.doc.Text(strip, part[0], page.Style{Size: 9.5, Bold: true, Color: page.Primary, MaxLines: 2, LineHeight: 1.25})
		text := strings.Join(data.ParseLines(part[1]), " · ")
		said := s.doc.Text(page.Rect{X: s.area.X + 48, Y: s.area.Y, W: s.area.W - 48}, text, page.Style{Size: 9.5, MaxLines: 4, LineHeight: 1.3})
		if said.Truncated {
			s.cut = append(s.cut, cutText{part[0], part[1]})
		}
		s.gap(max(took.Height, said.Height) + 1.2)
	}
	s.gap(1.5)
}

// asks are what the sponsors are asked for: in this report, and on the board.
func (s *sponsorReport) asks() []ask {
	var asks []ask
	for _, line := range data.ParseLines(s.human.Asks) {
		asks = append(asks, ask{what: line, who: s.say.Text("the sponsors"), fromSponsors: true})
	}
	for _, a := range s.results.openAsks() {
		repeated := slices.ContainsFunc(asks, func(b ask) bool { return b.what == a.what })
		if a.fromSponsors && !repeated {
			asks = append(asks, a)
		}
	}
	return asks
}

// mostAsks and mostDates keep the report to its two pages; the rest stands in
// the workbook and the calendar.
const (
	mostAsks  = 5
	mostDates = 6
)

func (s *sponsorReport) askTable() {
	say := s.say
	s.heading(say.Text("What we ask"), "")
	open := s.asks()
	if len(open) == 0 {
		s.nothing(say.Text("Nothing at present."))
		return
	}
	table := page.Table{Text: page.Style{Size: 9, MaxLines: 2, LineHeight: 1.2}, Gap: 0.6, Columns: []page.TableColumn{
		{Head: say.Text("Decision"), Share: 40}, {Head: say.Text("Why"), Share: 34}, {Head: say.Text("Who decides"), Share: 16}, {Head: say.Text("By when"), Share: 13}}}
	var rows [][]page.TableCell
	for i, a := range open {
		if i == mostAsks {
			rows = append(rows, []page.TableCell{{Text: say.Text("more in the workbook"), Color: page.Muted}})
			break
		}
		by := ""
		if a.by != 0 {
			by = say.Date(a.by)
		}
		rows = append(rows, []page.TableCell{{Text: a.what, Bold: true}, {Text: a.why}, {Text: a.who}, {Text: by}})
	}
	s.table(table, rows)
}

// plan are the dates of the next quarter.
func (s *sponsorReport) plan() {
	say := s.say
	s.heading(say.Text("The next quarter"), "")
	var said []string
	for _, e := range s.ComingEvents(s.opt.Today) {
		if e.On.Sub(s.opt.Today) > quarterDays || len(said) == mostDates {
			break
		}
		title := e.Title
		if e.Confidential {
			title = say.Of(data.FormatName(e.Format))
		}
		said = append(said, say.Text("%s: %s", e.On, title))
	}
	if len(said) == 0 {
		s.nothing(say.Text("Nothing is planned yet."))
		return
	}
	s.flowCut(say.Text("The next quarter"), strings.Join(said, " · "), page.Style{Size: 9.5, LineHeight: 1.3, MaxLines: 3}, 0)
}

// footnote stands at the foot of the second page and gives its height.
func (s *sponsorReport) footnote() float64 {
	say := s.say
	text := say.Text("The workbook within this file has every figure in a cell of its own, and the method. With fewer than %d answers a card is withheld, with up to %d its counts are merged. “No clear change”: the difference is so small that chance, or one person, could have made it. Levels come from attendance and contributions; attendance is only as good as the register. Figures do not rank people or teams, and there is no overall score.",
		s.minGroup(), s.results.thresholds.MergeUpTo)
	style := page.Style{Size: 7.5, Color: page.Muted, LineHeight: 1.3}
	took := s.doc.Measure(s.area.W, text, style)
	top := s.area.Bottom() - took.Height
	s.doc.Rule(s.area.X, top-1.2, s.area.Right(), top-1.2, page.Pen{Color: page.Line, Width: 0.7})
	s.doc.Text(page.Rect{X: s.area.X, Y: top, W: s.area.W}, text, style)
	return took.Height + 3
}
