package store

import (
	"context"
	"errors"

	"copleader/data"
)

// How many copies of a file are kept.
const (
	keptDays   = 14 // the newest of each
	keptWeeks  = 8
	keptMonths = 24
	keptBytes  = 500 << 20 // of all together; the newest stays however large it is
)

// thinCopies removes those of the file's copies in the folder that are no longer
// wanted; a failure leaves the copies there are as they were.
func (s *Store) thinCopies(ctx context.Context, folder string) error {
	var failures error
	for _, c := range unwanted(s.ownCopies(ctx, folder), data.DateOf(s.clock())) {
		failures = errors.Join(failures, removeCopy(c.Path))
	}
	if failures == nil {
		return nil
	}
	return withCause(data.Fault(data.CodeNoWrite,
		"The copy of today is made and proven, but older copies in the folder “%s” could not be removed. Please see that files may be removed there.",
		shownPath(folder)), failures)
}

// unwanted tells which of a file's copies, the newest first, are to be removed.
// Those of today stay, and for as long as days are kept those that were made for an
// occasion. A day after today says that a clock was wrong: such copies count for
// nothing, and stay.
func unwanted(copies []KeptCopy, today data.Date) (drop []KeptCopy) {
	var bytes int64
	kept := map[period]bool{}
	first := true
	for _, c := range copies {
		if c.Day() > today {
			continue
		}
		wanted := c.Day() == today || c.Before != "" && c.Day() > today.AddDays(-keptDays)
		for _, p := range periodsOf(c.Day(), today) {
			wanted = wanted || !kept[p]
			kept[p] = true
		}
		if wanted && (first || bytes+c.size <= keptBytes) {
			bytes += c.size
			first = false
			continue
		}
		drop = append(drop, c)
	}
	return drop
}

// period is a day, a week or a month of which one copy is kept.
type period struct {
	unit rune
	n    int // how many of them ago
}

// periodsOf are those of which a copy of the day may be the one kept.
func periodsOf(day, today data.Date) (periods []period) {
	if n := int(today - day); n < keptDays {
		periods = append(periods, period{'d', n})
	}
	if n := weekNumber(today) - weekNumber(day); n < keptWeeks {
		periods = append(periods, period{'w', n})
	}
	if n := monthNumber(today) - monthNumber(day); n < keptMonths {
		periods = append(periods, period{'m', n})
	}
	return periods
}

// weekNumber counts weeks from Monday to Sunday; the first day of all is a Monday.
func weekNumber(d data.Date) int { return int(d-1) / 7 }

func monthNumber(d data.Date) int { return d.Time().Year()*12 + int(d.Time().Month()) }
