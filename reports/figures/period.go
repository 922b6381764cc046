package figures

import (
	"cmp"
	"slices"

	"copleader/data"
	"copleader/reports/press"
)

// Period is a period as the workbook and the sponsor report tell of it. Its draft's
// last day is that of the period.
type Period struct {
	*press.Draft
	Thresholds data.Thresholds
	From       data.Date          // first day
	Made       data.Date          // the day of making
	Round      data.RoundResult   // outward; its Round.ID is 0 while no round has been closed
	Human      data.SponsorReport // what the leader wrote for it
	Figs       *List
}

// Of reads what workbook, report and letter to the sponsors say of one period
// (data/README.md, Sponsors).
func Of(d *press.Draft) (*Period, error) {
	own := *d // whose last day is that of the period
	d = &own
	r := &Period{Draft: d, Made: d.Opt.Today, Thresholds: d.Thresholds()}
	asked := d.ReportFor(d.Opt.From, d.Opt.Until, d.Opt.Today)
	r.Human = asked
	// Rows dated later than the period stay out as those of the future do.
	d.Opt.Today = min(d.Opt.Today, asked.Until)
	r.From = asked.From
	if r.From > d.Opt.Today {
		return nil, data.Invalid("from", "The first day of the period lies after its last.")
	}
	round, ok := d.LastRound(d.Opt.Today)
	if d.Opt.RoundID != 0 {
		round, ok = d.ClosedRound(d.Opt.RoundID, d.Opt.Today)
		if open, there := d.RoundByID(d.Opt.RoundID); there && !ok {
			return nil, data.Fault(data.CodeInvalid,
				"The round “%s” still takes answers. Close it, then its results can be made.", open.Name)
		}
	}
	if ok {
		r.Round = d.Result(round.ID).Outward()
	}
	r.Figs = r.reckon()
	return r, nil
}

// Tellable says why there is nothing to report to sponsors on the community's first day, nil on every other: such a report would
// call all its members new, and tell that nobody came (data/README.md, Sponsors).
func (r *Period) Tellable() error {
	if start := r.Community.StartedOn; r.Human.ID != 0 || r.From < start || r.Opt.Today > start {
		return nil
	}
	if r.StartedTooLate(r.Made) != 0 {
		return data.Fault(data.CodeNothing, "The community's start is noted as %s, and what was before it stands in no report. Move its start on Members, then the report has its past.", r.From)
	}
	return data.Fault(data.CodeNothing, "The community began on %s: on its first day there is nothing to report yet. Until there is, the pitch says what it is for.", r.From)
}

// WithheldFew stands for what fewer answers than the threshold would tell.
func (r *Period) WithheldFew(minGroup int) string { return r.Say.Text("withheld (<%d)", minGroup) }

// NoRound says that there is no health check to tell of.
func (r *Period) NoRound() string {
	return r.Say.Text("No round of the health check has been closed yet.")
}

// Span is "1 Jan 2026 to 31 Mar 2026".
func (r *Period) Span() string { return r.Stretch(r.From, r.Opt.Today) }

// monthsOf lists the first days of the months from one day to another.
func monthsOf(from, until data.Date) []data.Date {
	var months []data.Date
	year, month, _ := from.Civil()
	for first := data.NewDate(year, month, 1); first <= until; {
		months = append(months, first)
		year, month, _ := first.Civil()
		first = data.NewDate(year, month+1, 1)
	}
	return months
}

// inPeriod reports whether a day lies in the period of the workbook.
func (r *Period) inPeriod(on data.Date) bool { return on != 0 && on.Within(r.From, r.Opt.Today) }

// HeldInPeriod lists the events held in the period, the earliest first.
func (r *Period) HeldInPeriod() []data.Event {
	return slices.DeleteFunc(r.HeldEvents(r.Opt.Today), func(e data.Event) bool { return !r.inPeriod(e.On) })
}

// Finished lists the items finished in the period, the latest first.
func (r *Period) Finished() []data.Item {
	var items []data.Item
	for _, item := range r.Items {
		if item.Column == data.ColumnDone && r.inPeriod(item.DoneOn) {
			items = append(items, item)
		}
	}
	slices.SortStableFunc(items, func(a, b data.Item) int {
		return cmp.Or(cmp.Compare(b.DoneOn, a.DoneOn), cmp.Compare(a.ID, b.ID))
	})
	return items
}
