package events

import (
	"cmp"
	"slices"
	"time"

	"copleader/data"
)

// Month is one month of the calendar with its events.
type Month struct {
	Title    string
	Weekdays [7]string
	Weeks    []Week
}

// Week is seven days, from the first of the week on.
type Week [7]Day

// Day is a day of a month.
type Day struct {
	On      data.Date
	Words   string // which day it is
	Number  int
	Outside bool // it belongs to the month before or after
	Today   bool
	Events  []DayEvent
}

// DayEvent is an event on a day.
type DayEvent struct {
	ID      int64
	Clock   string
	Title   string
	Section Section
	First   data.Date // on which it begins
	Movable bool      // it is still to be held
	from    data.Date // the day it stands on here
}

// MonthOf is the month in which a day lies, in weeks from a day of the week on.
func (s *State) MonthOf(day data.Date, weekStart time.Weekday) Month {
	p := s.programme
	year, month, _ := day.Civil()
	m := Month{Title: s.say.MonthTitle(month, year), Weekdays: weekdayWords(s.say, weekStart)}
	first := data.NewDate(year, month, 1)
	start := first.WeekFrom(weekStart)
	byDay := p.eventsBetween(start, start.AddDays(6*7), s.hidden)
	for on := start; on <= first || sameMonth(on, first); on = on.AddDays(7) {
		var week Week
		for i := range week {
			d := on.AddDays(i)
			_, _, number := d.Civil()
			week[i] = Day{On: d, Words: s.say.InWords(d), Number: number, Outside: !sameMonth(d, first), Today: d == p.today, Events: byDay[d]}
		}
		m.Weeks = append(m.Weeks, week)
	}
	return m
}

func sameMonth(a, b data.Date) bool {
	y, m, _ := a.Civil()
	year, month, _ := b.Civil()
	return y == year && m == month
}

// eventsBetween are the events of the days from one to before another, by time, but for those hidden; one over several days stands on each.
func (p *Programme) eventsBetween(from, before data.Date, hidden map[int64]bool) map[data.Date][]DayEvent {
	var there []*data.Event
	for i := range p.snapshot.Events {
		if e := &p.snapshot.Events[i]; e.Until() >= from && e.On < before && !hidden[e.ID] {
			there = append(there, e)
		}
	}
	slices.SortStableFunc(there, func(a, b *data.Event) int { return cmp.Compare(a.Start, b.Start) })
	byDay := map[data.Date][]DayEvent{}
	for _, e := range there {
		for on := max(e.On, from); on <= e.Until() && on < before; on++ {
			day := DayEvent{ID: e.ID, Clock: e.Begins().String(), Title: e.Title, Section: p.section[e.ID], First: e.On, Movable: e.NotYetHeld(), from: on}
			if on > e.On {
				day.Clock = "…" // it goes on
			}
			byDay[on] = append(byDay[on], day)
		}
	}
	return byDay
}
