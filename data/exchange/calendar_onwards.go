package exchange

import (
	"slices"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"
)

// onward is a change of one date of a series that is meant for all later dates too (RANGE=THISANDFUTURE).
type onward struct {
	part *icsPart
	from moment // the date as the series has it
	to   moment // and as it was changed
}

// noteOnward keeps a change that is meant for later dates too, the earliest first.
func (r *calendarReader) noteOnward(p *icsPart, of *ics.BaseProperty, from moment) {
	to, dated := r.start(p)
	if !dated || !strings.EqualFold(parameter(of, "RANGE"), "THISANDFUTURE") {
		return
	}
	uid := p.text("UID")
	r.onwards[uid] = append(r.onwards[uid], onward{p, from, to})
	slices.SortStableFunc(r.onwards[uid], func(a, b onward) int { return a.from.at.Compare(b.from.at) })
}

// onwardAt is the change that holds for a date of a series.
func (r *calendarReader) onwardAt(uid string, m moment) (change onward, is bool) {
	for _, c := range r.onwards[uid] {
		if m.at.After(c.from.at) {
			change, is = c, true
		}
	}
	return change, is
}

// moved is a later date as the change moves it: by as many days and hours of the clock.
func (c *onward) moved(m moment) moment {
	by := wall(c.to.at).Sub(wall(c.from.at.In(c.to.at.Location())))
	at := wall(m.at.In(c.to.at.Location())).Add(by)
	y, month, d := at.Date()
	return moment{at: time.Date(y, month, d, at.Hour(), at.Minute(), at.Second(), 0, c.to.at.Location()), whole: c.to.whole, region: c.to.region}
}

// wall is what the clock shows, counted without its zone.
func wall(at time.Time) time.Time {
	y, month, d := at.Date()
	return time.Date(y, month, d, at.Hour(), at.Minute(), at.Second(), 0, time.UTC)
}
