package exchange

import (
	"slices"

	"copleader/data"
)

// EventsIn reads events out of a table. zone is where the leader is: where no other zone stands, times are meant there.
func EventsIn(t *Table, c Columns, zone string) []Event {
	r := &eventRows{filler: fillerOf(t, apart(c, "minutes", "timeZone"), data.EventFields), zone: zone}
	r.blank.TimeZone = zone
	r.day, r.start = slices.Index(c.Keys, "on"), slices.Index(c.Keys, "start")
	var events []Event
	for i := range t.Rows[min(max(c.Head+1, 0), len(t.Rows)):] {
		row := &t.Rows[c.Head+1+i]
		e := r.row(row)
		if e.Row.Title == "" && e.Row.On == 0 {
			continue // a sum, a remark
		}
		r.times(&e, row)
		r.lasts(&e, row)
		e.Row.Title = e.fitted(e.Row.Title, data.EventFields.Of("title"))
		e.Row.Purpose = e.fitted(e.Row.Purpose, data.EventFields.Of("purpose"))
		e.settle(data.EventFields, e.Row.Validate, r.blank, neededOfEvent...)
		events = append(events, e)
	}
	return events
}

// apart takes columns out of those that fill a field by themselves.
func apart(c Columns, keys ...string) Columns {
	c.Keys = slices.Clone(c.Keys)
	for i, key := range c.Keys {
		if slices.Contains(keys, key) {
			c.Keys[i] = "the " + key
		}
	}
	return c
}

// eventRows makes events of rows.
type eventRows struct {
	*filler[data.Event]
	zone  string
	day   int // the column of the day, -1 for none
	start int // and of the time at which it begins
}

// times reads when an event begins, where that stands with the day, and in which zone.
func (r *eventRows) times(e *Event, row *TableRow) {
	switch whole, _ := tickIn(r.part(row, KeyAllDay)); {
	case whole:
		e.Row.Start = 0
		e.Given = slices.DeleteFunc(e.Given, func(key string) bool { return key == "start" })
		e.doubt(wholeDay)
	case !e.gives("start"):
		if at, is := clockIn(row.cell(r.day)); is {
			e.Row.Start = at
			e.give("start")
		} else if e.Row.On != 0 {
			e.doubt(noTime)
		}
	}
	name := r.part(row, "the timeZone")
	if name == "" {
		return
	}
	found, ok := regionNamed(name)
	if !ok {
		e.doubt(data.Say("The time zone “%s” is not known; the time was taken as one in %s.", beginning(name, 60), r.zone))
		return
	}
	e.Row.TimeZone = found.name
	e.give("timeZone")
}

// lasts reads how long an event lasts, or when it ends.
func (r *eventRows) lasts(e *Event, row *TableRow) {
	last, dated := r.lastDay(row)
	if dated && e.Row.On != 0 && last < e.Row.On {
		e.doubt(data.Say("It ends before it begins; the end is left out."))
		return
	}
	seconds, ok := secondsIn(r.part(row, "the minutes"))
	end, timed := r.end(row)
	switch {
	case !ok && timed && e.gives("start"):
		if !dated {
			last = e.Row.On
		}
		seconds, ok = (last.Sub(e.Row.On)*24*60+int(end)-int(e.Row.Start))*aMinute, true
		if !dated && seconds < 0 {
			seconds += aDay // past midnight
		}
	case dated && e.Row.On != 0 && last > e.Row.On:
		e.Row.LastDay = last
		e.give("lastDay")
	}
	if ok {
		e.Row.Minutes = overDays(e, seconds/aMinute)
		e.give("minutes")
	}
}

// end is the time at which an event ends: told by itself, or behind the time at which it begins ("14:00 – 15:30").
func (r *eventRows) end(row *TableRow) (data.Clock, bool) {
	if at, is := clockIn(r.part(row, KeyEnd)); is {
		return at, true
	}
	for _, cell := range []string{row.cell(r.start), row.cell(r.day)} {
		if _, to, is := clocksIn(cell); is {
			return to, true
		}
	}
	return 0, false
}

// lastDay is the day on which an event ends. Of whole days a calendar program writes the midnight after them.
func (r *eventRows) lastDay(row *TableRow) (data.Date, bool) {
	last, dated := r.filler.day(r.part(row, KeyEnd))
	if !dated {
		last, dated = r.filler.day(r.part(row, KeyEndOn))
	}
	whole, _ := tickIn(r.part(row, KeyAllDay))
	if end, timed := clockIn(r.part(row, KeyEnd)); whole && timed && end == 0 {
		last = last.AddDays(-1)
	}
	return last, dated
}
