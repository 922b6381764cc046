package forsponsors

import (
	"cmp"
	"slices"

	"copleader/data"
	"copleader/reports/figures"
	"copleader/reports/press"
	"copleader/reports/sheet"
)

func (r *results) participation() {
	if !r.tookPart() {
		return
	}
	say := r.Say
	s := r.table(sheet.Layout{Name: say.Text("Participation"), Widths: []float64{30, 12, 14, 18, 16, 16, 18}, OnePage: true, Charted: true, Tab: sheet.Primary},
		say.Text("By month, %s", r.Span()),
		say.Text("Month"), say.Text("Events"), say.Text("Attendances"), say.Text("Different people"), r.NewMembers(), say.Text("Guests"))
	months := r.Months()
	first := s.Next()
	joined, _ := r.Joined(months)
	for i, m := range months {
		r.book.NameCells(figures.MonthAttended(m.First), s.At(s.Next(), 3))
		s.Row(18, press.TextCell(r.MonthTitle(m)), press.NumberCell(m.Events), r.noted(m.Attendances, !m.NotNoted),
			r.noted(r.Told(data.CoverOf(len(m.People))), !m.NotNoted), r.people(joined[i]), r.noted(m.Guests, !m.NotNoted || m.Guests > 0))
	}
	last := s.Next() - 1
	s.Filter(headingRow)
	s.Skip()
	r.levels(s)
	if r.Figs.Number(figures.Attended)+r.Figs.Number(figures.Guests) == 0 {
		return // a chart of nothing
	}
	s.Skip()
	s.Draw(sheet.Chart{Title: say.Text("Attendances by month"), Columns: true, Stacked: true, Format: "0",
		Row: s.Next() + 1, Column: 1, Width: 760, Height: 280, Series: []sheet.Series{
			{Name: s.Cells(headingRow, 3, headingRow, 3), Labels: s.Cells(first, 1, last, 1), Values: s.Cells(first, 3, last, 3), Color: sheet.Primary},
			{Name: s.Cells(headingRow, 6, headingRow, 6), Labels: s.Cells(first, 1, last, 1), Values: s.Cells(first, 6, last, 6), Color: "A9BCC4"}}})
}

// levels is how many people stood on each level at each round, and today.
func (r *results) levels(s *sheet.Sheet) {
	say := r.Say
	s.Row(20, sheet.Cell{Value: say.Text("People by how close they are to the centre; a count below %d reads “<%d”", data.MinGroupSize, data.MinGroupSize),
		Style: sheet.Style{Color: sheet.Muted, Middle: true}})
	s.Row(36, press.Headings(say.Text("On"), say.Text("Core"), say.Text("Active"), say.Text("Occasional"),
		say.Text("Peripheral"), say.Text("Gave something %s", r.Standings(r.Opt.Today).Span()), say.Text("Level set by hand"))...)
	for _, round := range r.ClosedRounds(r.Opt.Today) {
		r.levelRow(s, say.Text("%s, %s", round.Name, round.ClosedOn), round.ClosedOn)
	}
	last := say.Text("At the end, %s", r.Opt.Today)
	if r.Opt.Today == r.Made {
		last = say.Text("Today, %s", r.Opt.Today)
	}
	r.levelRow(s, last, r.Opt.Today)
}

func (r *results) levelRow(s *sheet.Sheet, title string, on data.Date) {
	standings := r.Standings(on)
	cells := []sheet.Cell{press.TextCell(title)}
	if standings.Members == 0 {
		s.Row(18, append(cells, quietCell(r.Say.Text("nobody is noted as a member then")))...)
		return
	}
	if !standings.Enough {
		s.Row(18, append(cells, quietCell(r.Say.Text("not enough events yet")))...)
		return
	}
	covered := standings.CoveredLevels()
	for _, level := range figures.ShownLevels {
		cells = append(cells, toldCell(r.ToldLevel(standings, level, covered[level])))
	}
	s.Row(18, append(cells, r.people(data.CoverOf(standings.Gave)), r.people(data.CoverOf(standings.SetByHand)))...)
}

func (r *results) events() {
	held := r.HeldInPeriod()
	if len(held) == 0 {
		return
	}
	say := r.Say
	s := r.table(sheet.Layout{Name: say.Text("Events"), Widths: []float64{13, 26, 40, 11, 9, 11, 9, 40}, Tab: sheet.Primary},
		say.Text("Held, %s. Worth the time: 1 to 5, where 3 means “got back what I put in”; a mean needs %d votes.", r.Span(), figures.RotiVotesForMean),
		say.Text("Date"), say.Text("Format"), say.Text("Title"), say.Text("Members"), say.Text("Guests"),
		say.Text("Worth the time"), say.Text("Votes"), say.Text("Minutes"))
	present := r.Presence()
	votes, where := map[int64]data.Counts{}, map[int64]string{}
	for _, t := range r.Roti {
		votes[t.EventID] = votes[t.EventID].Plus(t.Votes)
	}
	for _, m := range r.Minutes {
		if m.PublishedOn != 0 && m.PublishedOn <= r.Opt.Today {
			where[m.EventID] = cmp.Or(m.Where, say.Text("published on %s", m.PublishedOn))
		}
	}
	for _, e := range held {
		title, minutes := e.Title, where[e.ID]
		if e.Confidential {
			title, minutes = say.Text("(confidential)"), ""
		}
		v := votes[e.ID]
		s.Row(20, press.DayCell(e.On), press.TextCell(r.Say.Of(data.FormatName(e.Format))), press.BoldCell(title), r.noted(present[e.ID], present[e.ID] > 0), r.noted(e.Guests, present[e.ID]+e.Guests > 0),
			rotiMean(v), press.NumberCell(v.Sum()), press.TextCell(minutes))
	}
	s.Filter(headingRow)
}

func rotiMean(votes data.Counts) sheet.Cell {
	n := votes.Sum()
	if n < figures.RotiVotesForMean {
		return quietCell("–")
	}
	// From integers, half away from zero.
	return sheet.Cell{Value: float64((20*votes.Points()+n)/(2*n)) / 10, Style: press.DecimalStyle}
}

func (r *results) outputs() {
	items := r.Finished()
	if len(items) == 0 {
		return
	}
	say := r.Say
	s := r.table(sheet.Layout{Name: say.Text("Outputs"), Widths: []float64{13, 22, 44, 50, 12}, Tab: sheet.Primary},
		say.Text("What the community finished, %s", r.Span()),
		say.Text("Date"), say.Text("Kind"), say.Text("Title"), say.Text("Link"), say.Text("Used again"))
	reused := r.TimesReused()
	slices.Reverse(items)
	for _, item := range items {
		link := ""
		if len(item.Links) > 0 {
			link = item.Links[0]
		}
		r.book.NameCells(figures.Reused(item.ID), s.At(s.Next(), 5))
		s.Row(20, press.DayCell(item.DoneOn), press.TextCell(r.Say.Of(item.Kind.Phrase())), press.BoldCell(item.Title),
			press.TextCell(link), press.NumberCell(reused[item.ID]))
	}
	s.Filter(headingRow)
}
