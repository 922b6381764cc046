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

// Week is seven days from Monday on.
type Week [7]Day

// Day is a day of a month.
type Day struct {
	On      data.Date
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
}

// MonthOf is the month in which a day lies.
func (s *State) MonthOf(day data.Date) Month {
	p := s.programme
	year, month, _ := day.Civil()
	m := Month{Title: monthTitle(s.say, month, year), Weekdays: weekdayWords(s.say)}
	first := data.NewDate(year, month, 1)
	start := mondayOf(first)
	byDay := p.eventsBetween(start, start.AddDays(6*7))
	for on := start; on <= first || sameMonth(on, first); on = on.AddDays(7) {
		var week Week
		for i := range week {
			d := on.AddDays(i)
			_, _, number := d.Civil()
			week[i] = Day{On: d, Number: number, Outside: !sameMonth(d, first), Today: d == p.today, Events: byDay[d]}
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

// mondayOf is the Monday on or before a day: weeks begin on Monday (ISO 8601).
func mondayOf(day data.Date) data.Date {
	back := (int(day.Time().Weekday()) + 6) % 7
	return day.AddDays(-back)
}

// monthLater is the same day some months on, or the last day of a shorter month.
func monthLater(day data.Date, months int) data.Date {
	year, month, number := day.Civil()
	first := time.Date(year, month+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return data.NewDate(first.Year(), first.Month(), min(number, last))
}

// eventsBetween are the events of the days from one to before another, by time.
func (p *Programme) eventsBetween(from, before data.Date) map[data.Date][]DayEvent {
	var there []*data.Event
	for i := range p.snapshot.Events {
		if e := &p.snapshot.Events[i]; e.On >= from && e.On < before {
			there = append(there, e)
		}
	}
	slices.SortStableFunc(there, func(a, b *data.Event) int { return cmp.Compare(a.Start, b.Start) })
	byDay := map[data.Date][]DayEvent{}
	for _, e := range there {
		byDay[e.On] = append(byDay[e.On], DayEvent{ID: e.ID, Clock: e.Start.String(), Title: e.Title, Section: p.section[e.ID]})
	}
	return byDay
}
