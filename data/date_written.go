package data

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// What a day and a time of day look like in writing: the same in other people's files
// (exchange) and in a field of the window (DayReader, ReadClock).

// months are the names of the months and what they are shortened to, folded, in
// English, German, French and Spanish.
var months = monthsOf(
	"january jan januar janner janvier janv enero ene", "february feb februar feber fevrier fevr fev febrero",
	"march mar marz maerz mrz mars marzo", "april apr avril avr abril abr", "may mai mayo", "june jun juni juin junio",
	"july jul juli juillet juil julio", "august aug aout agosto ago", "september sep sept septembre septiembre set",
	"october oct oktober okt octobre octubre", "november nov novembre noviembre",
	"december dec dezember dez decembre diciembre dic")

func monthsOf(names ...string) map[string]time.Month {
	known := map[string]time.Month{}
	for i, all := range names {
		for name := range strings.FieldsSeq(all) {
			known[name] = time.Month(i + 1)
		}
	}
	return known
}

var (
	yearFirst   = regexp.MustCompile(`^(\d{4})[-/.]\s?(\d{1,2})[-/.]\s?(\d{1,2})\.?(?:$|[ T])`)
	threeParts  = regexp.MustCompile(`^(\d{1,2})([./-])\s?(\d{1,2})[./-]\s?(\d{4}|\d{2})(?:$|[ ,T])`)
	dayFirst    = regexp.MustCompile(`^(\d{1,2})(?:\. ?|(?:er|st|nd|rd|th)?[ /-])(?:(?:de|of) )?(\pL+)(?:\.|\.?,?[ /-])(?:del? )?(\d{4}|\d{2})(?:$|[ ,])`)
	monthFirst  = regexp.MustCompile(`^(\pL+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:$|[ ,])`)
	yearWorded  = regexp.MustCompile(`^(\d{4}) (\pL+)\.? (\d{1,2})(?:$|[ ,])`) // "2026 Nov 30"
	weekdayDown = regexp.MustCompile(`^(?:\pL+\.?,? )(\d)`)                    // "Mon, 30 Nov 2026"
	dayInDigits = regexp.MustCompile(`^\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{2,4}\b[.,]?`)
)

// hours, minutes, what makes them hours, half of the day
const clockPattern = `(\d{1,2})(?:[:.h]\s?(\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?)?\s?(h|uhr|a\.?\s?m\.?|p\.?\s?m\.?)?`

var (
	clockSomewhere = regexp.MustCompile(`(?i)(?:^|[ T,(])` + clockPattern + `(?:$|[ ,)Z+-])`)
	clockAlone     = regexp.MustCompile(`(?i)^` + clockPattern + `$`)
	clockInDigits  = regexp.MustCompile(`^(\d{1,2})(\d{2})?$`)
)

// longestDay is the most letters in which a day or a time is looked for.
const longestDay = 80

// DayParts are the first two parts of a day in digits that ends with its year, of
// which either may be the month, and whether dots part them.
func DayParts(text string) (first, second int, dots, ok bool) {
	m := threeParts.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return 0, 0, false, false
	}
	return digits(m[1]), digits(m[3]), m[2] == ".", true
}

// DayIn reads the day with its year at the beginning of a text: 2026-11-30, 30.11.26,
// "Mon, 30 November 2026". A time behind it is passed over.
func DayIn(text string, monthsFirst bool) (Date, bool) {
	text = strings.TrimSpace(text)
	if len(text) > longestDay {
		return 0, false
	}
	if word, rest, found := strings.Cut(text, " "); found && daysOfWeek[strings.TrimRight(Fold(word), ".,")] {
		text = strings.TrimSpace(rest)
	}
	if d, is := dayByYear(text); is {
		return d, true
	}
	if m := threeParts.FindStringSubmatch(text); m != nil {
		day, month := digits(m[1]), digits(m[3])
		if monthsFirst {
			day, month = month, day
		}
		return CivilDate(fullYear(m[4]), month, day)
	}
	d, _, ok := wordedDay(strings.Join(strings.Fields(strings.ToLower(Fold(text))), " "), nil)
	return d, ok
}

// daysOfWeek are words that stand before a day in lists of the four languages, folded: "Do, 10.12.2026".
var daysOfWeek = func() map[string]bool {
	known := map[string]bool{}
	for word := range strings.FieldsSeq(`mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday mo di mi do fr sa so montag dienstag
		mittwoch donnerstag freitag samstag sonnabend sonntag lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche mie jue vie sab dom lunes martes
		miercoles jueves viernes sabado domingo`) {
		known[word] = true
	}
	return known
}()

// dayByYear reads a day that begins with its year.
func dayByYear(text string) (Date, bool) {
	m := yearFirst.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	return CivilDate(digits(m[1]), digits(m[2]), digits(m[3]))
}

// wordedDay reads a day whose month is a word of a folded text, one of ours or of
// others; whole tells that all digits of its year stand there.
func wordedDay(s string, others map[string]time.Month) (d Date, whole, ok bool) {
	if m := monthFirst.FindStringSubmatch(s); m != nil && monthNamed(m[1], others) != 0 {
		return certain(CivilDate(digits(m[3]), int(monthNamed(m[1], others)), digits(m[2])))
	}
	s = weekdayDown.ReplaceAllString(s, "$1")
	if m := dayFirst.FindStringSubmatch(s); m != nil && monthNamed(m[2], others) != 0 {
		d, ok = CivilDate(fullYear(m[3]), int(monthNamed(m[2], others)), digits(m[1]))
		return d, len(m[3]) > 2, ok
	}
	if m := yearWorded.FindStringSubmatch(s); m != nil && monthNamed(m[2], others) != 0 {
		return certain(CivilDate(digits(m[1]), int(monthNamed(m[2], others)), digits(m[3])))
	}
	// "monday, november 30, 2026"
	if _, after, found := strings.Cut(s, " "); found {
		if m := monthFirst.FindStringSubmatch(after); m != nil && monthNamed(m[1], others) != 0 {
			return certain(CivilDate(digits(m[3]), int(monthNamed(m[1], others)), digits(m[2])))
		}
	}
	return 0, false, false
}

func certain(d Date, ok bool) (_ Date, whole, _ bool) { return d, true, ok }

func monthNamed(name string, others map[string]time.Month) time.Month {
	if m, is := others[name]; is {
		return m
	}
	return months[name]
}

// CivilDate is the day, if there is one.
func CivilDate(year, month, day int) (Date, bool) {
	d := NewDate(year, time.Month(month), day)
	if y, m, n := d.Civil(); year < 1 || y != year || int(m) != month || n != day {
		return 0, false
	}
	return d, true
}

// fullYear writes two digits out: 70 to 99 are of the last century.
func fullYear(s string) int {
	year := digits(s)
	switch {
	case len(s) > 2:
		return year
	case year >= 70:
		return 1900 + year
	}
	return 2000 + year
}

// digits is a number of digits only, as a pattern has found it.
func digits(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// ClockIn reads a time of day, alone or behind a day: 14:05, 14.05, 14:05:30, 2:05 PM,
// 14h05, 14 Uhr.
func ClockIn(s string) (Clock, bool) {
	s = oneSpace(s)
	if len(s) > longestDay {
		return 0, false
	}
	if behind := dayInDigits.ReplaceAllString(s, ""); strings.ContainsAny(behind, "0123456789") {
		s = strings.TrimSpace(behind) // of "14.10.26, 15:58" not 14:10
	}
	for _, m := range clockSomewhere.FindAllStringSubmatch(s, 8) {
		if m[2] == "" && m[4] == "" {
			continue // a bare number is no time
		}
		return clockOf(m[1], m[2], m[4])
	}
	return 0, false
}

// ReadClock reads a time of day as it is typed into a field for one: what ClockIn reads,
// and in digits only, 1600 or 16.
func ReadClock(text string) (Clock, error) {
	text = strings.ToLower(oneSpace(digitsOf(text)))
	c, ok := Clock(0), false
	switch text {
	case "noon", "midday":
		c, ok = 12*60, true
	case "midnight":
		ok = true
	}
	hour, minute := "", ""
	if m := clockInDigits.FindStringSubmatch(text); m != nil {
		hour, minute = m[1], m[2]
		c, ok = clockOf(hour, minute, "")
	} else if m := clockAlone.FindStringSubmatch(text); m != nil {
		hour, minute = m[1], m[2]
		c, ok = clockOf(hour, minute, m[4])
	}
	switch {
	case ok:
		return c, nil
	case digits(hour) > 23:
		return 0, Invalid("start", "There is no hour %d. Please write the time as hours and minutes, for example 16:00.", digits(hour))
	case digits(minute) > 59:
		return 0, Invalid("start", "There is no minute %d. Please write the time as hours and minutes, for example 16:00.", digits(minute))
	}
	return 0, noClock()
}

// clockOf is the time of these hours and minutes in a half of the day, if there is one.
func clockOf(hour, minute, half string) (Clock, bool) {
	hours, minutes := digits(hour), digits(minute)
	half = strings.ToLower(half)
	if strings.HasPrefix(half, "a") || strings.HasPrefix(half, "p") {
		if hours < 1 || hours > 12 {
			return 0, false
		}
		hours %= 12
		if half[0] == 'p' {
			hours += 12
		}
	}
	if hours > 23 || minutes > 59 {
		return 0, false
	}
	return Clock(60*hours + minutes), true
}

func oneSpace(s string) string { return strings.Join(strings.Fields(s), " ") }
