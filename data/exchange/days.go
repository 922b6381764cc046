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
	return data.DayIn(s, w.monthFirst)
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
