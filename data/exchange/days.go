package exchange

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"copleader/data"
)

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
	isoDay     = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[ T])`)
	threeParts = regexp.MustCompile(`^(\d{1,2})([./-])\s?(\d{1,2})[./-]\s?(\d{4}|\d{2})(?:$|[ ,T])`)
	dayFirst   = regexp.MustCompile(`^(\d{1,2})(?:\.|er|st|nd|rd|th)?[ -](?:(?:de|of) )?(\pL+)\.?,?[ -](?:del? )?(\d{4}|\d{2})(?:$|[ ,])`)
	monthFirst = regexp.MustCompile(`^(\pL+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:$|[ ,])`)
	weekday    = regexp.MustCompile(`^(?:\pL+\.?,? )(\d)`) // "Mon, 30 Nov 2026"
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
		if m := threeParts.FindStringSubmatch(s); m != nil {
			first, second := number(m[1]), number(m[3])
			if first > 12 && second <= 12 {
				daysFirst++
			}
			if second > 12 && first <= 12 {
				monthsFirst++
			}
			r.dots = r.dots || m[2] == "."
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
	m := threeParts.FindStringSubmatch(strings.TrimSpace(s))
	return w.open && m != nil && m[2] != "." && number(m[1]) <= 12 && number(m[3]) <= 12 && number(m[1]) != number(m[3])
}

func (w dayWriting) read(s string) (data.Date, bool) {
	s = strings.TrimSpace(s)
	if len(s) > 80 {
		return 0, false
	}
	if onlyDigits.MatchString(s) {
		return dayOfDigits(s)
	}
	if m := isoDay.FindStringSubmatch(s); m != nil {
		return civil(number(m[1]), number(m[2]), number(m[3]))
	}
	if m := threeParts.FindStringSubmatch(s); m != nil {
		day, month := number(m[1]), number(m[3])
		if w.monthFirst {
			day, month = month, day
		}
		return civil(fullYear(m[4]), month, day)
	}
	return wordedDay(s)
}

// dayOfDigits reads 20261130, or the number by which spreadsheets count a day.
func dayOfDigits(s string) (data.Date, bool) {
	switch {
	case len(s) == 8:
		return civil(number(s[:4]), number(s[4:6]), number(s[6:]))
	case len(s) == 5 && s >= "20000" && s < "80000":
		return dayOfSerial(number(s), false), true
	}
	return 0, false
}

// wordedDay reads a day whose month is a word.
func wordedDay(s string) (data.Date, bool) {
	s = strings.Join(strings.Fields(strings.ToLower(data.Fold(s))), " ")
	if m := monthFirst.FindStringSubmatch(s); m != nil && months[m[1]] != 0 {
		return civil(number(m[3]), int(months[m[1]]), number(m[2]))
	}
	s = weekday.ReplaceAllString(s, "$1")
	if m := dayFirst.FindStringSubmatch(s); m != nil && months[m[2]] != 0 {
		return civil(fullYear(m[3]), int(months[m[2]]), number(m[1]))
	}
	// "monday, november 30, 2026"
	if _, after, found := strings.Cut(s, " "); found {
		if m := monthFirst.FindStringSubmatch(after); m != nil && months[m[1]] != 0 {
			return civil(number(m[3]), int(months[m[1]]), number(m[2]))
		}
	}
	return 0, false
}

// civil is the day, if there is one.
func civil(year, month, day int) (data.Date, bool) {
	d := data.NewDate(year, time.Month(month), day)
	if y, m, n := d.Civil(); year < 1 || y != year || int(m) != month || n != day {
		return 0, false
	}
	return d, true
}

// fullYear writes two digits out: 70 to 99 are of the last century.
func fullYear(s string) int {
	year := number(s)
	switch {
	case len(s) > 2:
		return year
	case year >= 70:
		return 1900 + year
	}
	return 2000 + year
}

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

var dayInDigits = regexp.MustCompile(`^\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{2,4}\b[.,]?`)

var clockWritten = regexp.MustCompile(`(?i)(?:^|[ T,(])(\d{1,2})(?:[:.h]\s?(\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?)?\s?(h|uhr|a\.?\s?m\.?|p\.?\s?m\.?)?(?:$|[ ,)Z+-])`)

// readClock reads a time of day, alone or behind a day: 14:05, 14.05, 14:05:30,
// 2:05 PM, 14h05, 14 Uhr.
func readClock(s string) (data.Clock, bool) {
	s = strings.TrimSpace(strings.NewReplacer("\u202f", " ", "\u00a0", " ").Replace(s))
	if len(s) > 80 {
		return 0, false
	}
	if behind := dayInDigits.ReplaceAllString(s, ""); strings.ContainsAny(behind, "0123456789") {
		s = strings.TrimSpace(behind) // of "14.10.26, 15:58" not 14:10
	}
	for _, m := range clockWritten.FindAllStringSubmatch(s, 8) {
		if m[2] == "" && m[4] == "" {
			continue // a bare number is no time
		}
		hours, minutes := number(m[1]), number(m[2])
		switch half := strings.ToLower(m[4]); {
		case strings.HasPrefix(half, "a") || strings.HasPrefix(half, "p"):
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
		return data.Clock(60*hours + minutes), true
	}
	return 0, false
}
