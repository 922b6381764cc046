package words

import "time"

// Day is a day of the calendar without a time of day.
type Day interface {
	Civil() (year int, month time.Month, day int)
}

// Date speaks a day: "5 Dec 2026". No day is said with no word.
func (s *Say) Date(d Day) string {
	if isNone(d) {
		return ""
	}
	year, month, day := d.Civil()
	return s.Text("%[1]d %[2]s %[3]d", day, s.month(month), year)
}

// DayMonth speaks a day without its year: "5 Dec".
func (s *Say) DayMonth(d Day) string {
	if isNone(d) {
		return ""
	}
	_, month, day := d.Civil()
	return s.Text("%[1]d %[2]s", day, s.month(month))
}

// Weekday speaks the day of the week: "Thursday".
func (s *Say) Weekday(d Day) string {
	if isNone(d) {
		return ""
	}
	year, month, day := d.Civil()
	switch time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Weekday() {
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

// OnDay speaks a day with its weekday: "Monday, 23 Nov 2026".
func (s *Say) OnDay(d Day) string { return s.Text("%s, %s", s.Weekday(d), s.Date(d)) }

// Hours speaks a day with its hours: "Monday, 23 Nov 2026, 16:00–17:00". Screens, documents and letters all say it so.
func (s *Say) Hours(d Day, from, until string) string {
	return s.Text("%s, %s–%s", s.OnDay(d), from, until)
}

// The distances at which Ago goes over to the next larger unit, in days.
const (
	weeksFrom  = 14
	monthsFrom = 9 * 7
	yearsFrom  = 2 * 365
)

// Ago speaks how many days lie behind: "today", "yesterday", "5 weeks ago"; negative days lie ahead:
// "tomorrow", "in 2 weeks".
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
	case days < monthsFrom:
		return s.Count(rounded(days, 7), "%d week ago", "%d weeks ago")
	case days < yearsFrom:
		return s.Count(rounded(days*12, 365), "%d month ago", "%d months ago")
	}
	return s.Count(rounded(days, 365), "%d year ago", "%d years ago")
}

func (s *Say) ahead(days int) string {
	switch {
	case days < weeksFrom:
		return s.Count(days, "in %d day", "in %d days")
	case days < monthsFrom:
		return s.Count(rounded(days, 7), "in %d week", "in %d weeks")
	case days < yearsFrom:
		return s.Count(rounded(days*12, 365), "in %d month", "in %d months")
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
