package figures

import (
	"cmp"
	"slices"

	"copleader/data"
)

// Ask is something that waits for a decision or a deed, as report, workbook and
// letter tell it.
type Ask struct {
	What, Why    string
	Who          string    // decides
	By           string    // in words, "" while no day is set
	On           data.Date // the day of By, 0 where it is none of the calendar
	Status       string
	FromSponsors bool
	Line         bool // is the leader's third line, which names nobody who decides
}

// Asks are what the community asks of its sponsors and what it has to do itself: what
// the leader wrote for this report, be it the third line alone, else what the last one
// asked; then what is open on the board. Each stands once, however often it was written down; owners are not named.
func (r *Period) Asks() []Ask {
	asks := r.written()
	for i := range r.Items {
		item := &r.Items[i]
		isAsk := item.Kind == data.KindSponsorAsk
		open := item.Column != data.ColumnDone && item.Column != data.ColumnParked && item.CreatedOn <= r.Opt.Today
		if !open || !isAsk && item.Kind != data.KindAction {
			continue
		}
		ask := Ask{What: item.Title, Why: r.whyOf(item), Who: r.Say.Text("the community"), By: r.DayOr(item.Due), On: item.Due,
			Status: r.Say.Of(item.Column.Phrase()), FromSponsors: isAsk}
		if isAsk {
			ask.Who = r.Say.Text("the sponsors")
		}
		asks = joined(asks, ask)
	}
	return asks
}

// SponsorAsks are those of the asks that the sponsors decide.
func (r *Period) SponsorAsks() []Ask {
	return slices.DeleteFunc(r.Asks(), func(a Ask) bool { return !a.FromSponsors })
}

// written are the asks in the leader's words.
func (r *Period) written() []Ask {
	text, why, day := r.Human.Asks, "", r.Human.Until
	if line := lineOf(r.Human, 2); text == "" && line != "" {
		return []Ask{{What: line, Who: r.Say.Text("the sponsors"), Status: r.Say.Text("asked"), FromSponsors: true, Line: true}}
	}
	if text == "" {
		last := r.lastReport()
		text, why, day = last.Asks, r.Say.Text("Asked in the report of %s", last.Until), last.Until
	}
	region := r.Say.Region()
	days := data.DayReader{Today: day, Habits: data.DayHabits{MonthFirst: region.MonthFirst, YearFirst: region.YearFirst}}
	var asks []Ask
	for _, a := range data.ParseAsks(text) {
		ask := Ask{What: a.Decision, Why: why, Who: cmp.Or(a.Who, r.Say.Text("the sponsors")), By: a.By, Status: r.Say.Text("asked"), FromSponsors: true}
		if on, named := days.ReadFixed(a.By); named {
			ask.On, ask.By = on, r.DayOr(on)
		}
		asks = joined(asks, ask)
	}
	return asks
}

// lineOf is one of the leader's three lines, "" where it was not written.
func lineOf(human data.SponsorReport, at int) string {
	if lines := data.ParseLines(human.Lines); at < len(lines) {
		return lines[at]
	}
	return ""
}

// joined adds an ask, or what it tells beyond the one that asks the same.
func joined(asks []Ask, ask Ask) []Ask {
	for i := range asks {
		a := &asks[i]
		if data.Fold(a.What) != data.Fold(ask.What) {
			continue
		}
		if a.Why == "" {
			a.Why = ask.Why
		}
		if a.By == "" {
			a.By, a.On = ask.By, ask.On
		}
		a.Line = false
		return asks
	}
	return append(asks, ask)
}

func (r *Period) lastReport() data.SponsorReport {
	var last data.SponsorReport
	for _, report := range r.Reports {
		if report.SentOn != 0 && report.SentOn <= r.Opt.Today && report.SentOn >= last.SentOn {
			last = report
		}
	}
	return last
}

// whyOf names the card or measure an item answers.
func (r *Period) whyOf(item *data.Item) string {
	for _, c := range r.Round.Cards {
		if item.Card != "" && c.Card.Card == item.Card {
			return r.Say.Text("Card “%s” of the health check", c.Card.Title)
		}
	}
	for _, m := range r.Measures {
		if m.ID == item.MeasureID {
			return r.Say.Text("Measure “%s”", m.Wording)
		}
	}
	return ""
}
