package forsponsors

import (
	"cmp"
	"slices"
	"strings"

	"copleader/data"
	"copleader/reports/figures"
	"copleader/reports/page"
)

// annex holds the figures behind the report and the method: only parts that have
// something to tell, so that a young community has none.
func (s *report) annex() {
	told := s.results
	part, health := told.tookPart(), told.Round.Round.ID != 0
	tail := s.tail()
	if !part && !health && len(tail) == 0 && told.Figs.Text(figures.HelpWaiting) == "" {
		s.footnote()
		return
	}
	s.Doc.AddPage()
	s.Head = s.Say.Text("Report to our sponsors: annex")
	s.Area = s.Doc.Paper().Area().Trimmed(sponsorSide, sponsorTop, sponsorSide, sponsorBottom)
	title := page.Style{Size: 15, Bold: true, MaxLines: 1}
	s.Doc.Bookmark(0, s.Say.Text("Annex"), 0)
	s.Text(s.Say.Text("Annex: the figures behind the report, %s", s.fig(figures.PeriodSpan)), title, 3)
	if part {
		s.people()
	}
	s.hopes()
	if part {
		s.rhythm()
	}
	s.rest(health, tail)
	s.footnote()
}

// rest is the health check and what is told in words: on this page, else the words
// first, so that neither page stays half empty.
func (s *report) rest(health bool, tail []tailPart) {
	if !health {
		s.words(tail)
		return
	}
	if s.healthHigh()+s.tailsHigh(tail) <= s.Area.H {
		s.health()
		s.words(tail)
		return
	}
	s.words(tail)
	s.together(s.healthHigh() + s.footnoteHigh())
	s.health()
}

// words are the parts told in words.
func (s *report) words(tail []tailPart) {
	s.together(s.tailsHigh(tail))
	for _, p := range tail {
		s.heading(p.title, "")
		s.Text(p.text, tailText, 2.5)
	}
}

// together begins another page where parts don't fit on this one but on the next: a
// page of a line or two would be waste.
func (s *report) together(high float64) {
	if high < s.Doc.Paper().Height-40 {
		s.Need(high)
	}
}

// tailPart is a part of the annex in words.
type tailPart struct{ title, text string }

// tail is what the annex tells in words: what was finished, what we learned, the risks,
// and the costs if the leader ticked them.
func (s *report) tail() []tailPart {
	say := s.Say
	parts := []tailPart{{say.Text("Finished: %s, used again: %s", s.fig(figures.Finished), s.fig(figures.Reuses)), s.outputs()},
		{say.Text("What we learned and changed"), flowing(s.results.Human.Learned)}, {say.Text("Risks"), flowing(s.results.Human.Risks)},
		{say.Text("Costs"), s.costs()}}
	return slices.DeleteFunc(parts, func(p tailPart) bool { return p.text == "" })
}

// flowing are lines as one paragraph.
func flowing(text string) string { return strings.Join(data.ParseLines(text), " · ") }

var tailText = page.Style{Size: 9.5, LineHeight: 1.3}

// tailsHigh is the room that the parts in words and the footnote take.
func (s *report) tailsHigh(parts []tailPart) float64 {
	high := s.footnoteHigh()
	for _, p := range parts {
		high += 9.1 + s.Doc.Measure(s.Area.W, p.text, tailText).Height
	}
	return high
}

// costs are the hours, where the leader ticked them.
func (s *report) costs() string {
	leading, members := s.results.Figs.Text(figures.HoursLeading), s.results.Figs.Text(figures.HoursMembers)
	switch {
	case members == "" && leading != "":
		return s.Say.Text("%s hours agreed for leading", leading)
	case leading != "":
		return s.Say.Text("%s, %s hours agreed for leading", s.Say.Text("%s hours of members at events", members), leading)
	case s.results.Figs.Number(figures.HoursMembers) == 0:
		return "" // nothing was spent, and nothing agreed
	}
	return s.Say.Text("%s hours of members at events", members)
}

// mostOutputs is how many finished things the report names.
const mostOutputs = 5

// outputs are what was finished, with how often it was used again.
func (s *report) outputs() string {
	say, figs := s.Say, s.results.Figs
	items := s.results.Finished()
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
	return strings.Join(said, " · ")
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
	s.Gap(high + 3)
}

// story draws one story in a column, what came of it first, and gives its height.
func (s *report) story(r page.Rect, st *data.ValueStory) float64 {
	top := r.Y
	set := func(text string, style page.Style) {
		took := s.Doc.Text(page.Rect{X: r.X, Y: r.Y, W: r.W}, text, s.upTo(style))
		if took.Truncated {
			s.InFull(st.Title, text)
		}
		_, r = r.CutTop(took.Height)
		r.Y = r.Y + 0.6
	}
	r.H = s.Area.H
	set(s.Say.Text("%s (%s)", st.Title, st.Cycle.Phrase()), page.Style{Size: 9.5, Bold: true, Color: page.Muted, MaxLines: 2, LineHeight: 1.25})
	if number := s.numberOf(st); number != "" {
		set(number, page.Style{Size: 14, Bold: true, Color: page.Level(1), MaxLines: 1, LineHeight: 1.2})
	}
	set(st.CameOfIt, page.Style{Size: 10.5, Bold: true, MaxLines: 5, LineHeight: 1.28})
	text := s.Say.Text("%s %s", st.Situation, st.Did)
	if st.Consent != data.ConsentAnonymous && st.Evidence != "" {
		text = s.Say.Text("%s Witness: %s.", text, strings.TrimSuffix(st.Evidence, "."))
	}
	set(text, page.Style{Size: 9, MaxLines: 5, LineHeight: 1.3})
	return r.Y - top
}

// numberOf is how the measure that a story moved has come along, "" where it names none.
func (s *report) numberOf(st *data.ValueStory) string {
	for _, m := range s.Measures {
		start, now := s.results.Figs.Text(figures.MeasureStart(m.ID)), s.results.Figs.Text(figures.MeasureNow(m.ID))
		if m.ID == st.MeasureID && start != "" && now != "" {
			return s.Say.Text("%s → %s", start, now)
		}
	}
	return ""
}

// mostDates keeps the report to its page; the rest stands in the calendar.
const mostDates = 6

var planText = page.Style{Size: 9.5, LineHeight: 1.3, MaxLines: 3}

// planHigh is the room that what comes next takes.
func (s *report) planHigh() float64 {
	return s.Doc.Measure(s.Area.W, s.coming(), s.upTo(planText)).Height + 12
}

// plan are the dates of the next quarter.
func (s *report) plan() {
	s.heading(s.Say.Text("What comes next"), "")
	text := s.coming()
	switch {
	case text == "" && s.Community.Paused(s.results.Made):
		s.Nothing(s.Say.Text("We pause until %s.", s.Community.PausedUntil))
		return
	case text == "":
		s.Nothing(s.Say.Text("Nothing is planned yet."))
		return
	}
	s.flowCut(s.Say.Text("What comes next"), text, s.upTo(planText), 0)
}

// coming are the events of the next quarter, on one line.
func (s *report) coming() string {
	var said []string
	for _, e := range s.ComingEvents(s.results.Made) {
		if e.On.Sub(s.results.Made) > quarterDays || len(said) == mostDates {
			break
		}
		said = append(said, s.Say.Text("%s: %s", e.On, s.PublicTitle(&e)))
	}
	return strings.Join(said, " · ")
}

// noteText is what the report says of its method.
func (s *report) noteText() string {
	text := s.Say.Text("The workbook inside this report has every figure of it in a cell of its own, and the method. Figures do not rank people or teams, and there is no overall score.")
	if s.results.Round.Round.ID != 0 {
		few := s.Say.Text("With fewer than %d answers a card is withheld.", s.results.Round.MinGroup)
		if most := s.results.Thresholds.MergeUpTo; most >= s.results.Round.MinGroup {
			few = s.Say.Text("With fewer than %d answers a card is withheld, with up to %d its counts are merged.", s.results.Round.MinGroup, most)
		}
		text = s.Say.Text("%s %s “No clear change”: the difference is so small that chance, or one person, could have made it.", text, few)
	}
	switch {
	case s.results.Figs.Text(figures.Core) == "":
	case s.Standings(s.Opt.Today).NotNoted:
		text = s.Say.Text("%s Who came to events was not noted, so levels come from contributions alone.", text)
	default:
		text = s.Say.Text("%s Levels come from attendance and contributions; attendance is only as good as the register.", text)
	}
	return s.Say.Text("%s Fingerprint %s: the same on workbook and letter if they tell the same figures.", text, s.fig(figures.Fingerprint))
}

var noteStyle = page.Style{Size: 7.5, Color: page.Muted, LineHeight: 1.3}

func (s *report) footnoteHigh() float64 {
	return s.Doc.Measure(s.Area.W, s.noteText(), noteStyle).Height + 4
}

// footnote stands at the foot of the last page.
func (s *report) footnote() {
	high := s.footnoteHigh()
	s.Need(high)
	top := s.Area.Bottom() - high + 4
	s.Doc.Rule(s.Area.X, top-1.2, s.Area.Right(), top-1.2, page.Pen{Color: page.Line, Width: 0.7})
	s.Doc.Text(page.Rect{X: s.Area.X, Y: top, W: s.Area.W}, s.noteText(), noteStyle)
	s.Area.H -= high
}
