package charter

import (
	"cmp"
	"slices"

	"copleader/data"
)

// Ask is something asked of the sponsors, and what became of it.
type Ask struct {
	ItemID int64 // 0 for one that stands in a report only
	Text   string
	State  string
}

// backing fills what there is to say of the sponsors besides their names: asks,
// follow-ups and reports.
func (v *View) backing() {
	v.Asks = v.asks()
	v.Tables[TableFollowUps] = v.followUps()
	v.Tables[TableReports] = v.reports()
}

func (v *View) sponsors() []Row {
	var rows []Row
	for _, r := range v.snapshot.Sponsors {
		row := Row{ID: r.ID, Title: r.Name}
		what := []string{r.Function}
		if r.Kind != "" {
			what = append(what, v.say.Of(r.Kind.Phrase()))
		}
		row.Lines = nonEmpty(joined(what), r.Email, v.hope(&r), v.lastContact(r.ID))
		if v.snapshot.IsForGuests() {
			row.Lines = nonEmpty(joined(what)) // the rest is between the leader and them
		}
		for _, c := range v.snapshot.Contacts {
			if c.SponsorID != r.ID {
				continue
			}
			when := v.say.Text("%s, %s", v.say.Of(c.Kind.Phrase()), v.say.Date(c.On))
			row.Under = append(row.Under, Row{ID: c.ID, Title: when, Lines: nonEmpty(c.Note)})
		}
		slices.Reverse(row.Under)
		rows = append(rows, row)
	}
	return rows
}

// hope is what a sponsor hopes for.
func (v *View) hope(r *data.Sponsor) string {
	if r.HopesFor == "" {
		return ""
	}
	return v.say.Text("hopes for: %s", r.HopesFor)
}

// lastContact is when a sponsor was last heard or told something.
func (v *View) lastContact(sponsor int64) string {
	var last data.Date
	for _, c := range v.snapshot.Contacts {
		if c.SponsorID == sponsor && c.On <= v.today {
			last = max(last, c.On)
		}
	}
	if last == 0 {
		return v.say.Text("has not heard from you yet")
	}
	return v.say.Text("last heard from you %s", v.say.Ago(v.today.Sub(last)))
}

// asks are the asks on the board, open ones first, then what the last report
// asked for, which has no state of its own.
func (v *View) asks() []Ask {
	var open, closed []Ask
	for i := range v.snapshot.Items {
		it := &v.snapshot.Items[i]
		if it.Kind != data.KindSponsorAsk || it.CreatedOn > v.today {
			continue
		}
		a := Ask{ItemID: it.ID, Text: it.Title, State: joined([]string{v.say.Of(it.Column.Phrase()), v.outcome(it)})}
		if it.Column == data.ColumnDone || it.Column == data.ColumnParked {
			closed = append(closed, a)
		} else {
			open = append(open, a)
		}
	}
	if r, there := v.lastReport(); there && !v.snapshot.IsForGuests() {
		for _, line := range data.ParseLines(r.Asks) {
			open = append(open, Ask{Text: line, State: v.say.Text("asked in the report of %s", r.Until)})
		}
	}
	return append(open, closed...)
}

// outcome is what came of an ask, or when an answer is due.
func (v *View) outcome(it *data.Item) string {
	switch {
	case it.Column == data.ColumnDone:
		return it.Outcome
	case it.Column == data.ColumnParked:
		return it.ParkedReason
	case it.Due != 0:
		return v.due(it.Due)
	}
	return ""
}

// lastReport is the report that was sent last.
func (v *View) lastReport() (data.SponsorReport, bool) {
	var last data.SponsorReport
	for _, r := range v.snapshot.Reports {
		if r.SentOn != 0 && r.SentOn <= v.today && r.SentOn >= last.SentOn {
			last = r
		}
	}
	return last, last.ID != 0
}

// followUps are what was asked of sponsors or promised to them: the open ones as
// they fall due, then the others, the latest first.
func (v *View) followUps() []Row {
	var all []data.FollowUp
	for _, f := range v.snapshot.FollowUps {
		if f.SponsorID != 0 && f.On <= v.today {
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(a, b data.FollowUp) int {
		if openA, openB := a.Open(), b.Open(); openA != openB {
			return cmp.Compare(rank(openA), rank(openB))
		} else if openA {
			return cmp.Compare(dueOrLast(a), dueOrLast(b))
		}
		return cmp.Compare(b.On, a.On)
	})
	rows := make([]Row, len(all))
	for i, f := range all {
		about := []string{v.sponsorName(f.SponsorID), v.say.Text("%s, noted %s", f.State.Phrase(), v.say.Ago(v.today.Sub(f.On)))}
		if f.Due != 0 && f.Open() {
			about = append(about, v.due(f.Due))
		}
		rows[i] = Row{ID: f.ID, Title: f.What, Open: f.Open(), Late: f.Open() && f.Due != 0 && f.Due < v.today,
			Lines: nonEmpty(joined(about), f.Note)}
	}
	return rows
}

// rank puts what is open first.
func rank(open bool) int {
	if open {
		return 0
	}
	return 1
}

// dueOrLast is the day something is due; without one it comes after all others.
func dueOrLast(f data.FollowUp) data.Date {
	if f.Due == 0 {
		return 1 << 30
	}
	return f.Due
}

func (v *View) sponsorName(id int64) string {
	return rowOf(v.snapshot.Sponsors, id, func(r *data.Sponsor) int64 { return r.ID }).Name
}

// reports are the reports to the sponsors that were noted, the latest first.
func (v *View) reports() []Row {
	if v.snapshot.IsForGuests() {
		return nil
	}
	all := slices.Clone(v.snapshot.Reports)
	slices.SortStableFunc(all, func(a, b data.SponsorReport) int {
		return cmp.Or(cmp.Compare(b.Until, a.Until), cmp.Compare(b.ID, a.ID))
	})
	rows := make([]Row, len(all))
	for i, r := range all {
		sent := v.say.Text("not sent yet")
		switch {
		case r.SentOn != 0 && r.SentTo != "":
			sent = v.say.Text("sent %s to %s", v.say.Date(r.SentOn), r.SentTo)
		case r.SentOn != 0:
			sent = v.say.Text("sent %s", v.say.Date(r.SentOn))
		}
		rows[i] = Row{ID: r.ID, Title: v.say.Text("%s to %s", r.From, r.Until), Lines: nonEmpty(sent, r.Lines)}
	}
	return rows
}

// due says when something is due.
func (v *View) due(on data.Date) string {
	if on == v.today {
		return v.say.Text("due today")
	}
	return v.say.Text("due %s", on)
}
