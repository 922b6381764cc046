package figures

import (
	"copleader/data"
	"copleader/reports/press"
)

// Month is what happened in one month.
type Month struct {
	First                               data.Date
	Events, Attendances, Joined, Guests int
	People                              map[int64]bool
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
	for i := range r.Members {
		if m := &r.Members[i]; m.Kind == data.KindMember && r.inPeriod(m.JoinedOn) {
			months[at[press.MonthOf(m.JoinedOn)]].Joined++
		}
	}
	return months
}

// LevelHidden stands for a count that would give another away.
const LevelHidden = -1

// ShownLevels are the counts outside the core as they may leave the machine.
// Where just one of them is too small to be shown, it could be worked out from
// the number of members, which is known; so the next smallest goes as well.
func ShownLevels(counts map[data.Level]int) []int {
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
		shown[next] = LevelHidden
	}
	return shown
}

// RotiVotesForMean is the fewest votes of which a mean is given
// (data/README.md, Feedback).
const RotiVotesForMean = 3
