package data

import (
	"regexp"
	"slices"
	"strings"
	"time"
)

// DayHabits is how somebody writes days (data/README.md, Days and times as they are
// typed). The zero value writes the day first, in English, and has weeks from Sunday on.
type DayHabits struct {
	MonthFirst bool // of 3/4 the 3 is the month
	YearFirst  bool // of 26-4-3 the 26 is the year
	WeekStart  time.Weekday
	// The words of a language beside English, folded.
	Months    map[string]time.Month
	Weekdays  map[string]time.Weekday
	Next      []string            // "next" before a day of the week
	Distances map[string]Distance // "today", "in # weeks", "# days ago"
}

// Distance is how far a day lies ahead, for each # where there is a number.
type Distance struct{ Days, Months int }

// DayReader reads a day as it is typed into a field.
type DayReader struct {
	Today  Date
	Habits DayHabits
}

var (
	eightDigits = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	twoParts    = regexp.MustCompile(`^(\d{1,2})[./-]\s?(\d{1,2})\.?$`)
	dayMonth    = regexp.MustCompile(`^(?:the )?(\d{1,2})(?:\.|er|st|nd|rd|th)?[ -]?(?:de |of )?(\pL+)\.?$`)
	monthDay    = regexp.MustCompile(`^(\pL+)\.?[ -]?(\d{1,2})(?:st|nd|rd|th)?$`)
	firstWord   = regexp.MustCompile(`^(\pL+)\.?,? (.*\d.*)$`)
	dayOfWeek   = regexp.MustCompile(`^(?:(\pL+) )?(\pL+)\.?$`)
	signed      = regexp.MustCompile(`^([+-]) ?(\d{1,5}) ?(\pL*)$`)
	timeSpan    = regexp.MustCompile(`^(?:in )?(\w{1,6}) (\pL+?)(?: (ago|from now))?$`)
	anyNumber   = regexp.MustCompile(`\d{1,5}`)
	hoursBehind = regexp.MustCompile(`^(.*?\S)(?:, ?(?:at )?| at | |t)(` + hourBehind + `)(?: ?[–-] ?` + hourBehind + `)?$`) // ", 16:00–17:00"
)

// hourBehind is a time that can be taken for no part of a day.
const hourBehind = `(?:\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?|\d{1,2} ?(?:h|uhr|[ap]\.?m\.?)|noon|midday|midnight)`

var (
	weekdays = weekdaysOf("sunday sun", "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs",
		"friday fri", "saturday sat")
	smallNumbers = map[string]int{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
		"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}
	distances = map[string]Distance{"today": {}, "tomorrow": {Days: 1}, "yesterday": {Days: -1},
		"day after tomorrow": {Days: 2}, "the day after tomorrow": {Days: 2}, "next week": {Days: 7},
		"last week": {Days: -7}, "next month": {Months: 1}, "last month": {Months: -1}, "next year": {Months: 12},
		"last year": {Months: -12}}
	units = map[string]Distance{"": {Days: 1}, "d": {Days: 1}, "day": {Days: 1}, "days": {Days: 1}, "w": {Days: 7},
		"week": {Days: 7}, "weeks": {Days: 7}, "m": {Months: 1}, "month": {Months: 1}, "months": {Months: 1},
		"y": {Months: 12}, "year": {Months: 12}, "years": {Months: 12}}
)

func weekdaysOf(names ...string) map[string]time.Weekday {
	known := map[string]time.Weekday{}
	for i, all := range names {
		for name := range strings.FieldsSeq(all) {
			known[name] = time.Weekday(i)
		}
	}
	return known
}

// Read reads a day; the empty text is no day, and a time behind it is passed over. Sure tells
// that the text says no other day, so that how it was read need not be shown.
func (r DayReader) Read(text string) (d Date, sure bool, err error) {
	text = forReading(text)
	switch {
	case text == "":
		return 0, true, nil
	case len(text) > longestDay:
		return 0, false, NoDate("date")
	}
	day, _ := r.apart(text)
	for _, way := range append(r.fixed(), r.fromToday) {
		if d, sure, ok := way(day); ok {
			return r.checked(d, sure, day)
		}
	}
	return 0, false, r.noSuchDay(text)
}

// ReadHour is the time written behind a day, as in "next Thu 16:00"; not ok where none is.
func (r DayReader) ReadHour(text string) (at Clock, ok bool) {
	text = forReading(text)
	if len(text) > longestDay {
		return 0, false
	}
	_, hour := r.apart(text)
	at, err := ReadClock(hour)
	return at, err == nil
}

func forReading(text string) string { return oneSpace(strings.ToLower(Fold(digitsOf(text)))) }

// fixed are the ways in which a day is named by itself.
func (r DayReader) fixed() []func(string) (Date, bool, bool) {
	return []func(string) (Date, bool, bool){r.whole, r.withWeekday, r.withoutYear}
}

// apart parts a day from the hour behind it; where nothing before that is a day, it is none: "3. 12.26".
func (r DayReader) apart(text string) (day, hour string) {
	m := hoursBehind.FindStringSubmatch(text)
	if m == nil {
		return text, ""
	}
	for _, way := range append(r.fixed(), r.fromToday) {
		if _, _, ok := way(m[1]); ok {
			return m[1], m[2]
		}
	}
	return text, ""
}

// ReadFixed reads a day that a text names by itself, which is the same whenever the text is read: no "tomorrow", no "+14".
func (r DayReader) ReadFixed(text string) (Date, bool) {
	text = forReading(text)
	if text == "" || len(text) > longestDay {
		return 0, false
	}
	text, _ = r.apart(text)
	for _, way := range r.fixed() {
		if d, sure, ok := way(text); ok {
			d, _, err := r.checked(d, sure, text)
			return d, err == nil
		}
	}
	return 0, false
}

// checked refuses a day out of the calendar, and one of another day of the week than
// stands before it.
func (r DayReader) checked(d Date, sure bool, text string) (Date, bool, error) {
	if d < 1 || d > lastDate {
		return 0, false, NoDate("date")
	}
	if m := firstWord.FindStringSubmatch(text); m != nil {
		if w, is := r.weekday(m[1]); is && w != d.Weekday() {
			return 0, false, Invalid("date", "%s falls on another day of the week. Please correct one of the two.", d)
		}
	}
	return d, sure, nil
}

// whole reads a day with its year.
func (r DayReader) whole(text string) (d Date, sure, ok bool) {
	if m := eightDigits.FindStringSubmatch(text); m != nil {
		return certain(CivilDate(digits(m[1]), digits(m[2]), digits(m[3])))
	}
	if m := yearFirst.FindString(text); m != "" && len(m) == len(text) {
		return certain(dayByYear(text))
	}
	if m := threeParts.FindStringSubmatch(text); m != nil && len(m[0]) == len(text) {
		return r.inDigits(digits(m[1]), digits(m[3]), m[4], m[2] == ".")
	}
	d, sure, ok = wordedDay(text, r.Habits.Months)
	return d, sure, ok && endsWithDigits(text)
}

// endsWithDigits tells that nothing stands behind the year.
func endsWithDigits(text string) bool { return text[len(text)-1] >= '0' && text[len(text)-1] <= '9' }

// inDigits reads three numbers in the order of the habits, or, where that gives no day,
// in one that does.
func (r DayReader) inDigits(first, second int, third string, dots bool) (d Date, sure, ok bool) {
	year, short := fullYear(third), len(third) < 4
	var orders [][3]int
	for _, may := range r.monthDays(first, second, dots) {
		orders = append(orders, [3]int{year, may.month, may.day})
	}
	if r.Habits.YearFirst && short {
		orders = slices.Insert(orders, 0, [3]int{2000 + first, second, digits(third)})
	}
	found := map[Date]bool{}
	for _, o := range orders {
		if day, is := CivilDate(o[0], o[1], o[2]); is {
			if len(found) == 0 {
				d = day
			}
			found[day] = true
		}
	}
	return d, !short && (len(found) == 1 || dots && !r.Habits.MonthFirst), len(found) > 0
}

// withWeekday reads a day without its year behind a day of the week.
func (r DayReader) withWeekday(text string) (d Date, sure, ok bool) {
	m := firstWord.FindStringSubmatch(text)
	if m == nil {
		return 0, false, false
	}
	if _, is := r.weekday(m[1]); !is {
		return 0, false, false
	}
	if d, sure, ok := r.whole(m[2]); ok {
		return d, sure, ok
	}
	return r.withoutYear(m[2])
}

// withoutYear reads a day and a month: of the years around, the day nearest to today.
func (r DayReader) withoutYear(text string) (d Date, sure, ok bool) {
	for _, may := range r.yearless(text) {
		if d, ok := r.nearest(may.month, may.day); ok {
			return d, false, true
		}
	}
	return 0, false, false
}

// dayOfMonth is a day of a month, which need not have it.
type dayOfMonth struct{ month, day int }

// monthDays are what two numbers may be, in the order of the habits.
func (r DayReader) monthDays(first, second int, dots bool) []dayOfMonth {
	dm, md := dayOfMonth{second, first}, dayOfMonth{first, second}
	if r.Habits.MonthFirst && !dots {
		return []dayOfMonth{md, dm}
	}
	return []dayOfMonth{dm, md}
}

// yearless are what a text that is written as days without their year may be, the likelier first.
func (r DayReader) yearless(text string) []dayOfMonth {
	if m := twoParts.FindStringSubmatch(text); m != nil {
		return r.monthDays(digits(m[1]), digits(m[2]), strings.Contains(text, "."))
	}
	if m := dayMonth.FindStringSubmatch(text); m != nil {
		return []dayOfMonth{{int(monthNamed(m[2], r.Habits.Months)), digits(m[1])}}
	}
	if m := monthDay.FindStringSubmatch(text); m != nil {
		return []dayOfMonth{{int(monthNamed(m[1], r.Habits.Months)), digits(m[2])}}
	}
	return nil
}

// nearest is the day of a month that lies nearest to today; of two as far, the later.
func (r DayReader) nearest(month, day int) (nearest Date, ok bool) {
	year, _, _ := r.Today.Civil()
	for y := year + 1; y >= year-1; y-- {
		d, is := CivilDate(y, month, day)
		if is && (!ok || away(d, r.Today) < away(nearest, r.Today)) {
			nearest, ok = d, true
		}
	}
	return nearest, ok
}

func away(a, b Date) int { return max(a.Sub(b), b.Sub(a)) }

// fromToday reads what is reckoned from today on: "tomorrow", "next Thu", "+14".
func (r DayReader) fromToday(text string) (d Date, sure, ok bool) {
	for _, way := range []func(string) (Date, bool){r.named, r.steps, r.stretches, r.onWeekday} {
		if d, ok = way(text); ok {
			return d, false, true
		}
	}
	return 0, false, false
}

// named is a distance as it is called in English or the habits' language.
func (r DayReader) named(text string) (Date, bool) {
	n, pattern := 1, text
	if found := anyNumber.FindString(text); found != "" {
		n, pattern = digits(found), strings.Replace(text, found, "#", 1)
	}
	for _, known := range []map[string]Distance{r.Habits.Distances, distances} {
		if by, is := known[pattern]; is {
			return r.after(n, by), true
		}
	}
	return 0, false
}

// steps is "+14", "-3", "+2w".
func (r DayReader) steps(text string) (Date, bool) {
	m := signed.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	by, is := units[m[3]]
	n := digits(m[2])
	if m[1] == "-" {
		n = -n
	}
	return r.after(n, by), is
}

// stretches is "in 2 weeks", "a month ago", "three days from now".
func (r DayReader) stretches(text string) (Date, bool) {
	m := timeSpan.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	n, is := smallNumbers[m[1]]
	if !is && endsWithDigits(m[1]) {
		n, is = digits(m[1]), anyNumber.FindString(m[1]) == m[1]
	}
	by, unit := units[m[2]]
	if m[3] == "ago" {
		n = -n
	}
	return r.after(n, by), is && unit
}

// onWeekday is "Thu" and "next Thu", the first one after today, "this Thu", which may
// be today, and "last Thu".
func (r DayReader) onWeekday(text string) (Date, bool) {
	m := dayOfWeek.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	w, is := r.weekday(m[2])
	if !is {
		return 0, false
	}
	ahead := (int(w-r.Today.Weekday()) + 7) % 7
	switch {
	case m[1] == "this":
	case m[1] == "last":
		ahead -= 7
	case m[1] == "" || m[1] == "next" || m[1] == "on" || slices.Contains(r.Habits.Next, m[1]):
		if ahead == 0 {
			ahead = 7
		}
	default:
		return 0, false
	}
	return r.Today.AddDays(ahead), true
}

func (r DayReader) weekday(name string) (time.Weekday, bool) {
	if w, is := r.Habits.Weekdays[name]; is {
		return w, true
	}
	w, is := weekdays[name]
	return w, is
}

func (r DayReader) after(n int, by Distance) Date {
	return r.Today.AddMonths(n * by.Months).AddDays(n * by.Days)
}

// zeros are the digit nought in the scripts whose digits people type.
var zeros = []rune{'٠', '۰', '०', '０'}

// digitsOf writes the digits of other scripts as 0 to 9.
func digitsOf(text string) string {
	return strings.Map(func(r rune) rune {
		for _, zero := range zeros {
			if r >= zero && r <= zero+9 {
				return '0' + r - zero
			}
		}
		return r
	}, text)
}
