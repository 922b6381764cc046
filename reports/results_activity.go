package reports

import (
	"cmp"
	"slices"

	"copleader/data"
	"copleader/reports/sheet"
)

// month is what happened in one month.
type month struct {
	first                               data.Date
	events, attendances, joined, guests int
	people                              map[int64]bool
}

func (r *results) participation() {
	say := r.say
	s := r.table(sheet.Layout{Name: say.Text("Participation"), Widths: []float64{30, 12, 14, 18, 16, 16, 18}, OnePage: true, Tab: sheet.Primary},
		say.Text("By month, %s", r.period()),
		say.Text("Month"), say.Text("Events"), say.Text("Attendances"), say.Text("Different people"), say.Text("New members"), say.Text("Guests"))
	months := r.months()
	first := s.Next()
	for _, m := range months {
		r.book.NameCells(figMonth(m.first), s.At(s.Next(), 3))
		s.Row(18, textCell(r.monthName(m.first)), number(m.events), number(m.attendances),
			r.fewest(len(m.people)), r.fewest(m.joined), number(m.guests))
	}
	last := s.Next() - 1
	s.Skip()
	r.levels(s)
	s.Skip()
	const heading = 3
	s.Draw(sheet.Chart{Title: say.Text("Attendances by month"), Columns: true, Stacked: true, Format: "0",
		Row: s.Next() + 1, Column: 1, Width: 760, Height: 280, Series: []sheet.Series{
			{Name: s.At(heading, 3), Labels: s.Range(first, 1, last, 1), Values: s.Range(first, 3, last, 3)},
			{Name: s.At(heading, 6), Labels: s.Range(first, 1, last, 1), Values: s.Range(first, 6, last, 6), Color: "A9BCC4"}}})
}

// months gathers the period month by month.
func (r *results) months() []month {
	var months []month
	at := map[data.Date]int{}
	for _, first := range monthsOf(r.from, r.opt.Today) {
		at[first] = len(months)
		months = append(months, month{first: first, people: map[int64]bool{}})
	}
	held := map[int64]int{}
	for _, e := range r.heldInPeriod() {
		m := &months[at[monthOf(e.On)]]
		m.events++
		m.guests += e.Guests
		held[e.ID] = at[monthOf(e.On)]
	}
	for i := range r.Attendance {
		a := &r.Attendance[i]
		if here, ok := held[a.EventID]; ok && a.Present {
			months[here].attendances++
			months[here].people[a.MemberID] = true
		}
	}
	for i := range r.Members {
		if m := &r.Members[i]; m.Kind == data.KindMember && r.inPeriod(m.JoinedOn) {
			months[at[monthOf(m.JoinedOn)]].joined++
		}
	}
	return months
}

// levels is how many people stood on each level at each round, and today.
func (r *results) levels(s *sheet.Sheet) {
	say := r.say
	s.Row(20, sheet.Cell{Value: say.Text("People by how close they are to the centre; a count below %d reads “<%d”", data.MinGroupSize, data.MinGroupSize),
		Style: sheet.Style{Color: sheet.Muted, Middle: true}})
	s.Row(36, headings(say.Text("On"), say.Text("Core"), say.Text("Active"), say.Text("Occasional"),
		say.Text("Peripheral"), say.Text("Gave something"), say.Text("Level set by hand"))...)
	for _, round := range r.ClosedRounds(r.opt.Today) {
		r.levelRow(s, say.Text("%s, %s", round.Name, round.ClosedOn), round.ClosedOn)
	}
	last := say.Text("At the end, %s", r.opt.Today)
	if r.opt.Today == r.made {
		last = say.Text("Today, %s", r.opt.Today)
	}
	r.levelRow(s, last, r.opt.Today)
}

func (r *results) levelRow(s *sheet.Sheet, title string, on data.Date) {
	standings := r.Standings(on)
	cells := []sheet.Cell{textCell(title)}
	if !standings.Enough {
		s.Row(18, append(cells, quiet(r.say.Text("not enough events yet")))...)
		return
	}
	cells = append(cells, number(standings.Counts[data.Core]))
	for _, n := range shownLevels(standings.Counts) {
		switch n {
		case levelHidden:
			cells = append(cells, quiet(r.say.Text("withheld")))
		default:
			cells = append(cells, r.fewest(n))
		}
	}
	s.Row(18, append(cells, r.fewest(standings.Gave), r.fewest(standings.SetByHand))...)
}

// levelHidden stands for a count that would give another away.
const levelHidden = -1

// shownLevels are the counts outside the core as they may leave the machine.
// Where just one of them is too small to be shown, it could be worked out from
// the number of members, which is known; so the next smallest goes as well.
func shownLevels(counts map[data.Level]int) []int {
	var shown []int
	small := 0
	for _, level := range []data.Level{data.Active, data.Occasional, data.Peripheral} {
		shown = append(shown, counts[level])
		if counts[level] > 0 && counts[level] < data.MinGroupSize {
			small++
		}
	}
	if small != 1 {
		return shown
	}
	next := -1
	for i, n := range shown {
		if n >= data.MinGroupSize && (next < 0 || n < shown[next]) {
			next = i
		}
	}
	if next >= 0 {
		shown[next] = levelHidden
	}
	return shown
}

// rotiVotesForMean is the fewest votes of which a mean is given (domain.md 7).
const rotiVotesForMean = 3

func (r *results) events() {
	say := r.say
	s := r.table(sheet.Layout{Name: say.Text("Events"), Widths: []float64{13, 26, 40, 11, 9, 11, 9, 40}, Tab: sheet.Primary},
		say.Text("Held, %s. Worth the time: 1 to 5, where 3 means “got back what I put in”; a mean needs %d votes.", r.period(), rotiVotesForMean),
		say.Text("Date"), say.Text("Format"), say.Text("Title"), say.Text("Members"), say.Text("Guests"),
		say.Text("Worth the time"), say.Text("Votes"), say.Text("Minutes"))
	present := map[int64]int{}
	for i := range r.Attendance {
		if r.Attendance[i].Present {
			present[r.Attendance[i].EventID]++
		}
	}
	votes, where := map[int64]data.Counts{}, map[int64]string{}
	for _, t := range r.Roti {
		votes[t.EventID] = votes[t.EventID].Plus(t.Votes)
	}
	for _, m := range r.Minutes {
		if m.PublishedOn != 0 && m.PublishedOn <= r.opt.Today {
			where[m.EventID] = cmp.Or(m.Where, say.Text("published on %s", m.PublishedOn))
		}
	}
	held := r.heldInPeriod()
	for _, e := range held {
		title, minutes := e.Title, where[e.ID]
		if e.Confidential {
			title, minutes = say.Text("(confidential)"), ""
		}
		v := votes[e.ID]
		s.Row(20, dayCell(e.On), textCell(r.say.Of(data.FormatName(e.Format))), boldCell(title), number(present[e.ID]), number(e.Guests),
			rotiMean(v), number(v.Sum()), textCell(minutes))
	}
	if len(held) == 0 {
		nothing(s, say.Text("No event was held in this period."))
	}
}

func rotiMean(votes data.Counts) sheet.Cell {
	n := votes.Sum()
	if n < rotiVotesForMean {
		return quiet("–")
	}
	// From integers, half away from zero.
	return sheet.Cell{Value: float64((20*votes.Points()+n)/(2*n)) / 10, Style: decimalCell}
}

func (r *results) outputs() {
	say := r.say
	s := r.table(sheet.Layout{Name: say.Text("Outputs"), Widths: []float64{13, 22, 44, 50, 12}, Tab: sheet.Primary},
		say.Text("What the community finished, %s", r.period()),
		say.Text("Date"), say.Text("Kind"), say.Text("Title"), say.Text("Link"), say.Text("Used again"))
	reused := r.timesReused()
	items := r.finished()
	slices.Reverse(items)
	for _, item := range items {
		link := ""
		if len(item.Links) > 0 {
			link = item.Links[0]
		}
		r.book.NameCells(figReused(item.ID), s.At(s.Next(), 5))
		s.Row(20, dayCell(item.DoneOn), textCell(r.say.Of(item.Kind.Phrase())), boldCell(item.Title),
			textCell(link), number(reused[item.ID]))
	}
	if len(items) == 0 {
		nothing(s, say.Text("Nothing was finished in this period."))
	}
}
