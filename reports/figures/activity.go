package figures

import (
	"slices"

	"copleader/data"
	"copleader/reports/press"
)

// Month is what happened in one month.
type Month struct {
	First                               data.Date
	Events, Attendances, Joined, Guests int
	People                              map[int64]bool
	NotNoted                            bool // there were events, and of none was noted who came
}

// Presence is how many members came to each event. One that is missing kept no
// register: nothing is told of who came to it, least of all that nobody did.
func (r *Period) Presence() map[int64]int {
	came := map[int64]int{}
	for i := range r.Attendance {
		if a := &r.Attendance[i]; a.Present {
			came[a.EventID]++
		}
	}
	return came
}

// NotNoted reports a period that had events and kept a register of none
// (data/README.md, Sponsors).
func (r *Period) NotNoted() bool {
	held, came := r.HeldInPeriod(), r.Presence()
	return len(held) > 0 && !slices.ContainsFunc(held, func(e data.Event) bool { return came[e.ID] > 0 })
}

// Noted is a number of people, or that it was not noted.
func (r *Period) Noted(n any, noted bool) any {
	if !noted {
		return r.Say.Text("not noted")
	}
	return n
}

// Months gathers the period month by month.
func (r *Period) Months() []Month {
	var months []Month
	at := map[data.Date]int{}
	for _, first := range monthsOf(r.From, r.Opt.Today) {
		at[first] = len(months)
		months = append(months, Month{First: first, People: map[int64]bool{}})
	}
	held := map[int64]int{}
	for _, e := range r.HeldInPeriod() {
		m := &months[at[press.MonthOf(e.On)]]
		m.Events++
		m.Guests += e.Guests
		held[e.ID] = at[press.MonthOf(e.On)]
	}
	for i := range r.Attendance {
		a := &r.Attendance[i]
		if here, ok := held[a.EventID]; ok && a.Present {
			months[here].Attendances++
			months[here].People[a.MemberID] = true
		}
	}
	for i := range months {
		months[i].NotNoted = months[i].Events > 0 && months[i].Attendances == 0
	}
	for i := range r.Members {
		if m := &r.Members[i]; m.Kind == data.KindMember && !r.Founded(m) && r.inPeriod(m.JoinedOn) && m.JoinedOn >= r.joinedFrom() {
			months[at[press.MonthOf(m.JoinedOn)]].Joined++
		}
	}
	return months
}

// Told is a number of people as it may leave the machine: a whole number, or what
// stands in its place.
func (r *Period) Told(c data.CoveredCount) any {
	switch c.Cover {
	case data.Few:
		return r.Say.Text("<%d", data.MinGroupSize)
	case data.Withheld:
		return r.Say.Text("withheld")
	case data.Told:
		return r.Say.Text("told before")
	}
	return c.N
}

// ToldLevel is a number of people on a level. Where nobody noted who came, those at the
// edge are the ones of whom nothing can be known (data/README.md, Levels).
func (r *Period) ToldLevel(st *data.Standings, level data.Level, c data.CoveredCount) any {
	return r.Noted(r.Told(c), !st.NotNoted || level != data.Peripheral)
}

// joinedFrom is the day from which new members are counted: what an earlier sending
// told of is not told again in another one.
func (r *Period) joinedFrom() data.Date {
	return max(r.From, r.ToldUntil(r.From, r.Opt.Today)+1)
}

// NewMembers is the title over how many joined, with the day from which where that is
// not the first of the period.
func (r *Period) NewMembers() string {
	if from := r.joinedFrom(); r.From < from && from <= r.Opt.Today {
		return r.Say.Text("New members since %s", from)
	}
	return r.Say.Text("New members")
}

// NewHere is the same below a figure.
func (r *Period) NewHere() string {
	if from := r.joinedFrom(); r.From < from && from <= r.Opt.Today {
		return r.Say.Text("new since %s", from)
	}
	return r.Say.Text("new in this period")
}

// Joined are the new members by month, and all of them: none follows from the others,
// nor from an earlier sending.
func (r *Period) Joined(months []Month) (byMonth []data.CoveredCount, all data.CoveredCount) {
	counts := make([]int, len(months))
	for i := range months {
		counts[i] = months[i].Joined
	}
	byMonth, all = data.CoverCounts(counts)
	from := r.joinedFrom()
	for i := range months {
		if from > r.Opt.Today || i+1 < len(months) && months[i+1].First <= from {
			byMonth[i] = data.CoveredCount{Cover: data.Told}
		}
	}
	if from > r.Opt.Today {
		all = data.CoveredCount{Cover: data.Told}
	}
	return byMonth, all
}

// MonthTitle names a month; the first one, where the period cuts it, by its first day.
func (r *Period) MonthTitle(m Month) string {
	if m.First < r.From {
		return r.Say.Text("from %s", r.Say.DayMonth(r.From))
	}
	return r.MonthName(m.First)
}

// RotiVotesForMean is the fewest votes of which a mean is given
// (data/README.md, Feedback).
const RotiVotesForMean = 3
