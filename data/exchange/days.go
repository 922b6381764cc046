package exchange

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"copleader/data"
)

var (
	onlyDigits = regexp.MustCompile(`^\d+$`)
	halfOfDay  = regexp.MustCompile(`\d\s?[AP]M\b`) // in capitals, as Americans write it; elsewhere in English it is "pm"
)

// dayReader decides from all the days of a table, and from its times, how days are
// written, and gives a function that reads one (data/README.md, What comes in). A time
// behind the day is passed over.
func dayReader(samples []string) func(string) (data.Date, bool) { return writingOf(samples).read }

func writingOf(samples []string) dayWriting {
	r := dayWriting{}
	daysFirst, monthsFirst, american := 0, 0, false
	for _, s := range samples {
		if s = strings.TrimSpace(s); s == "" {
			continue
		}
		american = american || halfOfDay.MatchString(s)
		if first, second, dots, is := data.DayParts(s); is {
			if first > 12 && second <= 12 {
				daysFirst++
			}
			if second > 12 && first <= 12 {
				monthsFirst++
			}
			r.dots = r.dots || dots
		}
	}
	r.monthFirst = monthsFirst > daysFirst || monthsFirst == daysFirst && american && !r.dots
	r.open = monthsFirst == daysFirst && !american
	return r
}

// dayWriting is how days are written in a table.
type dayWriting struct {
	monthFirst bool
	dots       bool
	open       bool // nothing tells which way it is

	yearless map[string]data.Date // what cells without a year mean
}

// withYears settles the years of days of a column that don't tell them. Where they follow one another through a year at most, as a programme's do, the
// first is the one nearest to a day and the others come behind it; else each is the nearest.
func (w dayWriting) withYears(cells []string, near data.Date) dayWriting {
	w.yearless, w.monthFirst = map[string]data.Date{}, w.monthFirst || monthsFirst(cells)
	inOrder := w.turnsOfYear(cells) < 2
	var last data.Date
	for _, cell := range cells {
		cell = strings.TrimSpace(cell)
		if day, is := data.DayIn(cell, w.monthFirst); is {
			last = day
			continue
		}
		month, day, is := data.YearlessDay(cell, w.monthFirst)
		if _, met := w.yearless[cell]; !is || met {
			continue
		}
		found := nearest(month, day, near)
		from, _, _ := last.Civil()
		for year := from; inOrder && last != 0 && year < from+8; year++ {
			if next, there := data.CivilDate(year, int(month), day); there && next >= last {
				found = next
				break
			}
		}
		w.yearless[cell], last = found, found
	}
	return w
}

// monthsFirst reports whether more days without a year are some if the month stands first: 12/25.
func monthsFirst(cells []string) bool {
	more := 0
	for _, cell := range cells {
		if _, _, is := data.YearlessDay(cell, true); is {
			more++
		}
		if _, _, is := data.YearlessDay(cell, false); is {
			more--
		}
	}
	return more > 0
}

// turnsOfYear is how often days without a year stand behind a later one.
func (w dayWriting) turnsOfYear(cells []string) int {
	turns, last := 0, 0
	for _, cell := range cells {
		if month, day, is := data.YearlessDay(cell, w.monthFirst); is {
			at := 100*int(month) + day
			if at < last {
				turns++
			}
			last = at
		}
	}
	return turns
}

// nearest is the day of that name which is nearest to another.
func nearest(month time.Month, day int, to data.Date) (found data.Date) {
	best := 0
	now, _, _ := to.Civil()
	for year := now - 4; year <= now+4; year++ {
		d, there := data.CivilDate(year, int(month), day)
		if away := max(d.Sub(to), to.Sub(d)); there && (found == 0 || away < best) {
			found, best = d, away
		}
	}
	return found
}

// unsure reports whether a day may be meant the other way round: 3/4/2026.
func (w dayWriting) unsure(s string) bool {
	first, second, dots, is := data.DayParts(s)
	return w.open && is && !dots && first <= 12 && second <= 12 && first != second
}

func (w dayWriting) read(s string) (data.Date, bool) {
	if s = strings.TrimSpace(s); onlyDigits.MatchString(s) {
		return dayOfDigits(s)
	}
	if m := partOfDay.FindStringSubmatch(s); m != nil && isSerial(m[1]) {
		return dayOfDigits(m[1]) // with the time as a part of the day
	}
	if day, is := data.DayIn(s, w.monthFirst); is {
		return day, true
	}
	day, is := w.yearless[s]
	return day, is
}

// dayOfDigits reads 20261130, or the number by which spreadsheets count a day.
func dayOfDigits(s string) (data.Date, bool) {
	switch {
	case len(s) == 8:
		return data.CivilDate(number(s[:4]), number(s[4:6]), number(s[6:]))
	case isSerial(s):
		return dayOfSerial(number(s), false), true
	}
	return 0, false
}

// isSerial reports whether digits may be the number by which a spreadsheet counts a day: from 1954 to 2118.
func isSerial(s string) bool { return len(s) == 5 && s >= "20000" && s < "80000" }

// number is a number of digits only, as a pattern has found it.
func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// dayOfSerial is the day that a spreadsheet counts as number n. Those of 1900 take
// that year for a leap year, which shifts its first two months.
func dayOfSerial(n int, from1904 bool) data.Date {
	if from1904 {
		return data.NewDate(1904, time.January, 1).AddDays(n)
	}
	if n < 60 {
		n++
	}
	return data.NewDate(1899, time.December, 30).AddDays(n)
}
