package data

import (
	"slices"
	"time"
)

// noSuchDay is the error of a text that is no day: where it names a month and a day that this has not, it says so.
func (r DayReader) noSuchDay(text string) error {
	if m := firstWord.FindStringSubmatch(text); m != nil {
		if _, is := r.weekday(m[1]); is {
			text = m[2]
		}
	}
	year, may := r.written(text)
	at := slices.IndexFunc(may, func(d dayOfMonth) bool { return d.month >= 1 && d.month <= 12 })
	if at < 0 || may[at].day < 29 || may[at].day > 31 {
		return NoDate("date")
	}
	switch month, day := may[at].month, may[at].day; {
	case day > daysIn(month, 2024): // a leap year
		return Invalid("date", "%[1]s has no day %[2]d. Please write another day.", time.Month(month), day)
	case year > 0 && day > daysIn(month, year):
		return Invalid("date", "In %[1]d %[2]s has no day %[3]d. Please write another day.", year, time.Month(month), day)
	}
	return NoDate("date")
}

func daysIn(month, year int) int {
	_, _, last := NewDate(year, time.Month(month+1), 0).Civil()
	return last
}

// written are what a text that is written as days are may be, the likelier first; 0 for a year that does not stand there.
func (r DayReader) written(text string) (year int, may []dayOfMonth) {
	if m := yearFirst.FindStringSubmatch(text); m != nil {
		return digits(m[1]), []dayOfMonth{{digits(m[2]), digits(m[3])}}
	}
	if m := threeParts.FindStringSubmatch(text); m != nil {
		return fullYear(m[4]), r.monthDays(digits(m[1]), digits(m[3]), m[2] == ".")
	}
	if m := dayFirst.FindStringSubmatch(text); m != nil {
		return fullYear(m[3]), []dayOfMonth{{int(monthNamed(m[2], r.Habits.Months)), digits(m[1])}}
	}
	return 0, r.yearless(text)
}
