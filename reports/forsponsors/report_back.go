package forsponsors

import (
	"cmp"
	"slices"
	"strings"

	"copleader/data"
	"copleader/reports/figures"
	"copleader/reports/page"
)

// back is the second page: what members said, what came of it, what we ask.
func (s *report) back() {
	s.Doc.AddPage()
	s.Area = s.Doc.Paper().Area().Trimmed(sponsorSide, sponsorTop, sponsorSide, sponsorBottom)
	foot := s.footnote()
	s.Area.H -= foot
	s.health()
	s.Gap(-1)
	s.outputs()
	s.stories()
	s.learned()
	s.askTable()
	s.plan()
}

// mostOutputs is how many finished things the report names.
const mostOutputs = 5

func (s *report) outputs() {
	say, figs := s.Say, s.results.Figs
	s.heading(say.Text("Finished: %s, used again: %s", s.fig(figures.Finished), s.fig(figures.Reuses)), say.Text("counted by the program"))
	items := s.results.Finished()
	if len(items) == 0 {
		s.Nothing(say.Text("Nothing was finished in this period."))
		return
	}
	reused := func(i data.Item) int { return figs.Number(figures.Reused(i.ID)) }
	slices.SortStableFunc(items, func(a, b data.Item) int { return cmp.Compare(reused(b), reused(a)) })
	var said []string
	for i, item := range items {
		if i == mostOutputs {
			said = append(said, say.Text("more in the workbook"))
			break
		}
		text := say.Text("%s (%s)", item.Title, say.Of(item.Kind.Phrase()))
		if n := reused(item); n > 0 {
			text = say.Text("%s, used again %s×", text, figs.Text(figures.Reused(item.ID)))
		}
		said = append(said, text)
	}
	s.flowCut(say.Text("Finished"), strings.Join(said, " · "), page.Style{Size: 9.5, LineHeight: 1.3, MaxLines: 3}, 2)
}

// flowCut sets a text of few lines; what is too long stands whole in the annex.
func (s *report) flowCut(title, text string, style page.Style, gap float64) {
	took := s.Doc.Text(page.Rect{X: s.Area.X, Y: s.Area.Y, W: s.Area.W}, text, style)
	if took.Truncated {
		s.InFull(title, text)
	}
	s.Gap(took.Height + gap)
}

// mostStories is how many value stories the report tells
// (data/README.md, Sponsors).
const mostStories = 2

// stories tells the latest stories that may be told, without members' names.
func (s *report) stories() {
	say := s.Say
	told := s.results.ToldStories()
	told = slices.DeleteFunc(told, func(st data.ValueStory) bool { return st.On < s.results.From.AddDays(-quarterDays) })
	s.heading(say.Text("What came of it"), say.Text("reported by members, with their consent"))
	if len(told) == 0 {
		s.Nothing(say.Text("No story may be told yet."))
		return
	}
	told = told[:min(len(told), mostStories)]
	const gap = 5.0
	width := (s.Area.W - gap*float64(len(told)-1)) / float64(len(told))
	high := 0.0
	for i := range told {
		high = max(high, s.story(page.Rect{X: s.Area.X + float64(i)*(width+gap), Y: s.Area.Y, W: width}, &told[i]))
	}
	s.Gap(high + 2)
}

// story draws one story in a column and gives its height.
func (s *report) story(r page.Rect, st *data.ValueStory) float64 {
	title := page.Style{Size: 9.5, Bold: true, MaxLines: 2, LineHeight: 1.25}
	took := s.Doc.Text(r, s.Say.Text("%s (%s)", st.Title, st.Cycle.Phrase()), title)
	text := s.Say.Text("%s %s %s", st.Situation, st.Did, st.CameOfIt)
	if st.Consent != data.ConsentAnonymous && st.Evidence != "" {
		text = s.Say.Text("%s Witness: %s.", text, strings.TrimSuffix(st.Evidence, "."))
	}
	body := s.Doc.Text(page.Rect{X: r.X, Y: r.Y + took.Height, W: r.W}, text, page.Style{Size: 9, MaxLines: 6, LineHeight: 1.3})
	if body.Truncated {
		s.InFull(st.Title, text)
	}
	return took.Height + body.Height
}

// learned is the rest of the human part, and the costs.
func (s *report) learned() {
	say := s.Say
	costs := say.Text("%s hours of members at events", s.fig(figures.HoursMembers))
	if s.results.Figs.Text(figures.HoursLeading) != "" {
		costs = say.Text("%s, %s hours agreed for leading", costs, s.fig(figures.HoursLeading))
	}
	parts := [][2]string{{say.Text("What we learned and changed"), s.human.Learned}, {say.Text("Risks"), s.human.Risks}, {say.Text("Costs"), costs}}
	for _, part := range parts {
		if part[1] == "" {
			continue
		}
		strip := page.Rect{X: s.Area.X, Y: s.Area.Y, W: 46}
		took := s.Doc.Text(strip, part[0], page.Style{Size: 9.5, Bold: true, Color: page.Primary, MaxLines: 2, LineHeight: 1.25})
		text := strings.Join(data.ParseLines(part[1]), " · ")
		said := s.Doc.Text(page.Rect{X: s.Area.X + 48, Y: s.Area.Y, W: s.Area.W - 48}, text, page.Style{Size: 9.5, MaxLines: 4, LineHeight: 1.3})
		if said.Truncated {
			s.InFull(part[0], part[1])
		}
		s.Gap(max(took.Height, said.Height) + 1.2)
	}
	s.Gap(1.5)
}

// asks are what the sponsors are asked for: in this report, and on the board.
func (s *report) asks() []ask {
	var asks []ask
	for _, line := range data.ParseLines(s.human.Asks) {
		asks = append(asks, ask{what: line, who: s.Say.Text("the sponsors"), fromSponsors: true})
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

func (s *report) askTable() {
	say := s.Say
	s.heading(say.Text("What we ask"), "")
	open := s.asks()
	if len(open) == 0 {
		s.Nothing(say.Text("Nothing at present."))
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
	s.Table(table, rows)
}

// plan are the dates of the next quarter.
func (s *report) plan() {
	say := s.Say
	s.heading(say.Text("The next quarter"), "")
	var said []string
	for _, e := range s.ComingEvents(s.Opt.Today) {
		if e.On.Sub(s.Opt.Today) > quarterDays || len(said) == mostDates {
			break
		}
		title := e.Title
		if e.Confidential {
			title = say.Of(data.FormatName(e.Format))
		}
		said = append(said, say.Text("%s: %s", e.On, title))
	}
	if len(said) == 0 {
		s.Nothing(say.Text("Nothing is planned yet."))
		return
	}
	s.flowCut(say.Text("The next quarter"), strings.Join(said, " · "), page.Style{Size: 9.5, LineHeight: 1.3, MaxLines: 3}, 0)
}

// footnote stands at the foot of the second page and gives its height.
func (s *report) footnote() float64 {
	say := s.Say
	text := say.Text("The workbook within this file has every figure in a cell of its own, and the method. With fewer than %d answers a card is withheld, with up to %d its counts are merged. “No clear change”: the difference is so small that chance, or one person, could have made it. Levels come from attendance and contributions; attendance is only as good as the register. Figures do not rank people or teams, and there is no overall score.",
		s.MinGroup(), s.results.Thresholds.MergeUpTo)
	style := page.Style{Size: 7.5, Color: page.Muted, LineHeight: 1.3}
	took := s.Doc.Measure(s.Area.W, text, style)
	top := s.Area.Bottom() - took.Height
	s.Doc.Rule(s.Area.X, top-1.2, s.Area.Right(), top-1.2, page.Pen{Color: page.Line, Width: 0.7})
	s.Doc.Text(page.Rect{X: s.Area.X, Y: top, W: s.Area.W}, text, style)
	return took.Height + 3
}
