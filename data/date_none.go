package data

import (
	"strings"
	"time"
)

// noSuchDay is the error of a text that is no day: where it names a month and a day that this has not, it says so.
func (r DayReader) noSuchDay(text string) error {
	if m := firstWord.FindStringSubmatch(text); m != nil {
		if _, is := r.weekday(m[1]); is {
			text = m[2]
		}
	}
	year, month, day := r.parts(text)
	switch {
	case month < 1 || month > 12 || day < 29 || day > 31:
		return NoDate("date")
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

// parts are the numbers of a text that is written as days are; 0 for a year that does not stand there, and for all where it is not.
func (r DayReader) parts(text string) (year, month, day int) {
	either := func(first, second string, dots bool) (month, day int) {
		day, month = digits(first), digits(second)
		if month > 12 || r.Habits.MonthFirst && !dots && day <= 12 {
			return day, month
		}
		return month, day
	}
	if m := yearFirst.FindStringSubmatch(text); m != nil {
		return digits(m[1]), digits(m[2]), digits(m[3])
	}
	if m := threeParts.FindStringSubmatch(text); m != nil {
		month, day = either(m[1], m[3], m[2] == ".")
		return fullYear(m[4]), month, day
	}
	if m := twoParts.FindStringSubmatch(text); m != nil {
		month, day = either(m[1], m[2], strings.Contains(text, "."))
		return 0, month, day
	}
	if m := dayFirst.FindStringSubmatch(text); m != nil {
		return fullYear(m[3]), int(monthNamed(m[2], r.Habits.Months)), digits(m[1])
	}
	if m := dayMonth.FindStringSubmatch(text); m != nil {
		return 0, int(monthNamed(m[2], r.Habits.Months)), digits(m[1])
	}
	if m := monthDay.FindStringSubmatch(text); m != nil {
		return 0, int(monthNamed(m[1], r.Habits.Months)), digits(m[2])
	}
	return 0, 0, 0
}
