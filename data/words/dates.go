package words

import "time"

// Day is a day of the calendar without a time of day.
type Day interface {
	Civil() (year int, month time.Month, day int)
}

// Region is in which order days are written somewhere; the zero value has the day first.
type Region struct {
	MonthFirst bool // "Dec 5, 2026"
	YearFirst  bool // with MonthFirst: "2026 Dec 5"
}

// In is the same language in a region: all days that are told stand in its order.
func (s *Say) In(r Region) *Say {
	here := *s
	here.region = r
	return &here
}

// Region is in which order days are told.
func (s *Say) Region() Region { return s.region }

// Date speaks a day: "5 Dec 2026". No day is said with no word.
func (s *Say) Date(d Day) string {
	if isNone(d) {
		return ""
	}
	year, month, day := d.Civil()
	return s.ordered(day, s.month(month), year)
}

// ordered speaks the parts of a day in the region's order.
func (s *Say) ordered(day int, month string, year int) string {
	switch {
	case s.region.MonthFirst && s.region.YearFirst:
		return s.Text("%[3]d %[2]s %[1]d", day, month, year)
	case s.region.MonthFirst:
		return s.Text("%[2]s %[1]d, %[3]d", day, month, year)
	}
	return s.Text("%[1]d %[2]s %[3]d", day, month, year)
}

// DayMonth speaks a day without its year: "5 Dec".
func (s *Say) DayMonth(d Day) string {
	if isNone(d) {
		return ""
	}
	_, month, day := d.Civil()
	if s.region.MonthFirst {
		return s.Text("%[2]s %[1]d", day, s.month(month))
	}
	return s.Text("%[1]d %[2]s", day, s.month(month))
}

// OnWeekday speaks a day with the short name of its day of the week, as a field holds it: "Sat 5 Dec 2026".
func (s *Say) OnWeekday(d Day) string {
	if isNone(d) {
		return ""
	}
	return s.Text("%[1]s %[2]s", s.ShortWeekday(weekdayOf(d)), s.Date(d))
}

// yearNeededFrom is from how many days away on a day is told with its year.
const yearNeededFrom = 183

// Near speaks a day for a list, with its year only where it lies half a year away: "Sat 5 Dec".
func (s *Say) Near(d, today Day) string {
	if isNone(d) {
		return ""
	}
	return s.near(d, daysBetween(today, d))
}

func (s *Say) near(d Day, ahead int) string {
	if ahead >= yearNeededFrom || -ahead >= yearNeededFrom {
		return s.OnWeekday(d)
	}
	return s.Text("%[1]s %[2]s", s.ShortWeekday(weekdayOf(d)), s.DayMonth(d))
}

func daysBetween(from, to Day) int { return int(midnightOf(to).Sub(midnightOf(from)).Hours() / 24) }

// Weekday speaks the day of the week: "Thursday".
func (s *Say) Weekday(d Day) string {
	if isNone(d) {
		return ""
	}
	return s.weekday(weekdayOf(d))
}

func weekdayOf(d Day) time.Weekday { return midnightOf(d).Weekday() }

func midnightOf(d Day) time.Time {
	year, month, day := d.Civil()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

func (s *Say) weekday(w time.Weekday) string {
	switch w {
	case time.Monday:
		return s.Text("Monday")
	case time.Tuesday:
		return s.Text("Tuesday")
	case time.Wednesday:
		return s.Text("Wednesday")
	case time.Thursday:
		return s.Text("Thursday")
	case time.Friday:
		return s.Text("Friday")
	case time.Saturday:
		return s.Text("Saturday")
	}
	return s.Text("Sunday")
}

// ShortWeekday speaks a day of the week for a narrow column: "Thu".
func (s *Say) ShortWeekday(w time.Weekday) string {
	switch w {
	case time.Monday:
		return s.Text("Mon")
	case time.Tuesday:
		return s.Text("Tue")
	case time.Wednesday:
		return s.Text("Wed")
	case time.Thursday:
		return s.Text("Thu")
	case time.Friday:
		return s.Text("Fri")
	case time.Saturday:
		return s.Text("Sat")
	}
	return s.Text("Sun")
}

// InWords speaks a day so that it can be taken for no other: "Thu 3 December 2026".
func (s *Say) InWords(d Day) string {
	if isNone(d) {
		return ""
	}
	year, month, day := d.Civil()
	return s.Text("%[1]s %[2]s", s.ShortWeekday(weekdayOf(d)), s.ordered(day, s.longMonth(month), year))
}

// OnDay speaks a day with its weekday: "Monday, 23 Nov 2026".
func (s *Say) OnDay(d Day) string { return s.Text("%s, %s", s.Weekday(d), s.Date(d)) }

// Hours speaks a day with its hours: "Monday, 23 Nov 2026, 16:00–17:00". Screens, documents and letters all say it so.
func (s *Say) Hours(d Day, from, until string) string {
	return s.Text("%s, %s–%s", s.OnDay(d), from, until)
}

// HoursOver speaks when something over several days begins and ends: "Thursday, 10 Dec 2026, 16:00 – Friday, 11 Dec 2026, 17:00".
func (s *Say) HoursOver(first Day, from string, last Day, until string) string {
	if isNone(last) || first == last {
		return s.Hours(first, from, until)
	}
	return s.Text("%s, %s – %s, %s", s.OnDay(first), from, s.OnDay(last), until)
}

// The distances at which Ago goes over to the next larger unit, in days. A community counts in weeks (data/README.md, Demo), so
// for up to two years it is told in these.
const (
	weeksFrom = 7
	yearsFrom = 2 * 365
)

// Ago speaks how many days lie behind, in the one way in which it is told anywhere: "today", "yesterday", "19 weeks ago"; negative
// days lie ahead: "tomorrow", "in 2 weeks".
func (s *Say) Ago(days int) string {
	switch {
	case days == 0:
		return s.Text("today")
	case days == 1:
		return s.Text("yesterday")
	case days == -1:
		return s.Text("tomorrow")
	case days > 0:
		return s.behind(days)
	}
	return s.ahead(-days)
}

func (s *Say) behind(days int) string {
	switch {
	case days < weeksFrom:
		return s.Count(days, "%d day ago", "%d days ago")
	case days < yearsFrom:
		return s.Count(rounded(days, 7), "%d week ago", "%d weeks ago")
	}
	return s.Count(rounded(days, 365), "%d year ago", "%d years ago")
}

func (s *Say) ahead(days int) string {
	switch {
	case days < weeksFrom:
		return s.Count(days, "in %d day", "in %d days")
	case days < yearsFrom:
		return s.Count(rounded(days, 7), "in %d week", "in %d weeks")
	}
	return s.Count(rounded(days, 365), "in %d year", "in %d years")
}

// rounded divides two positive numbers, half away from zero.
func rounded(number, by int) int { return (2*number + by) / (2 * by) }

// dayInSentence fills a gap in a sentence, where silence would leave a hole.
func (s *Say) dayInSentence(d Day) string {
	if isNone(d) {
		return s.Text("no date")
	}
	return s.Date(d)
}

func isNone(d Day) bool {
	maybe, can := d.(interface{ IsZero() bool })
	return d == nil || can && maybe.IsZero()
}

func (s *Say) month(m time.Month) string {
	switch m {
	case time.January:
		return s.Text("Jan")
	case time.February:
		return s.Text("Feb")
	case time.March:
		return s.Text("Mar")
	case time.April:
		return s.Text("Apr")
	case time.May:
		return s.Text("May")
	case time.June:
		return s.Text("Jun")
	case time.July:
		return s.Text("Jul")
	case time.August:
		return s.Text("Aug")
	case time.September:
		return s.Text("Sep")
	case time.October:
		return s.Text("Oct")
	case time.November:
		return s.Text("Nov")
	}
	return s.Text("Dec")
}

// ShortMonth speaks the month of a day where there is little room: "Dec".
func (s *Say) ShortMonth(d Day) string {
	_, month, _ := d.Civil()
	return s.month(month)
}

// Month speaks the month of a day in full.
func (s *Say) Month(d Day) string {
	_, month, _ := d.Civil()
	return s.longMonth(month)
}

// WeekdayShort speaks the weekday of a day where there is little room: "Sat".
func (s *Say) WeekdayShort(d Day) string { return s.ShortWeekday(weekdayOf(d)) }

// MonthTitle speaks a month of a year in full.
func (s *Say) MonthTitle(month time.Month, year int) string {
	switch month {
	case time.January:
		return s.Text("January %d", year)
	case time.February:
		return s.Text("February %d", year)
	case time.March:
		return s.Text("March %d", year)
	case time.April:
		return s.Text("April %d", year)
	case time.May:
		return s.Text("May %d", year)
	case time.June:
		return s.Text("June %d", year)
	case time.July:
		return s.Text("July %d", year)
	case time.August:
		return s.Text("August %d", year)
	case time.September:
		return s.Text("September %d", year)
	case time.October:
		return s.Text("October %d", year)
	case time.November:
		return s.Text("November %d", year)
	}
	return s.Text("December %d", year)
}

func (s *Say) longMonth(m time.Month) string {
	switch m {
	case time.January:
		return s.Text("January")
	case time.February:
		return s.Text("February")
	case time.March:
		return s.Text("March")
	case time.April:
		return s.Text("April")
	case time.May:
		return s.Text("May")
	case time.June:
		return s.Text("June")
	case time.July:
		return s.Text("July")
	case time.August:
		return s.Text("August")
	case time.September:
		return s.Text("September")
	case time.October:
		return s.Text("October")
	case time.November:
		return s.Text("November")
	}
	return s.Text("December")
}
