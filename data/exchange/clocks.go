package exchange

import (
	"regexp"
	"strconv"
	"strings"

	"copleader/data"
)

// A time as one of two that stand in a cell, and what may stand between them.
const (
	oneClock     = `\d{1,2}(?:[:.h]\s?\d{2}(?::\d{2})?)?\s?(?:h|uhr|a\.?\s?m\.?|p\.?\s?m\.?)?`
	betweenTimes = `\s*(?:-|–|—|\bto\b|\buntil\b|\btill\b|\bbis\b|\bhasta\b|\bà\b|à|\ba\b)\s*`
)

var (
	fromTo       = regexp.MustCompile(`(?i)(?:^|[ T,(])(` + oneClock + `)` + betweenTimes + `(` + oneClock + `)(?:$|[ ,)Z+])`)
	daysInDigits = regexp.MustCompile(`\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d{2})\b`)
	halfBehind   = regexp.MustCompile(`(?i)[ap]\.?\s?m\.?$`)
	partOfDay    = regexp.MustCompile(`^(\d{0,5})[.,](\d{1,17})$`)
)

// clockIn reads a time of day, of two the first: "14:00 – 15:30". A spreadsheet may have left the part of the day that has
// passed, in figures: 0.5 is noon, behind the number of a day too.
func clockIn(cell string) (data.Clock, bool) {
	if at, is := clockOfPart(cell); is {
		return at, true
	}
	if from, _, is := clocksIn(cell); is {
		return from, true
	}
	return data.ClockIn(cell)
}

// startIn reads a time under a heading that tells of one, where it may be a number alone: "16", "1600".
func startIn(cell string) (data.Clock, bool) {
	if at, is := clockIn(cell); is {
		return at, true
	}
	at, err := data.ReadClock(cell)
	return at, err == nil
}

// clocksIn reads when something begins and ends, where both stand in one cell.
func clocksIn(cell string) (from, to data.Clock, ok bool) {
	cell = strings.Join(strings.Fields(daysInDigits.ReplaceAllString(shortened(cell, 100), " ")), " ")
	m := fromTo.FindStringSubmatch(cell)
	if m == nil {
		return 0, 0, false
	}
	first, second := strings.TrimSpace(m[1]), strings.TrimSpace(m[2])
	if onlyDigits.MatchString(first) && onlyDigits.MatchString(second) {
		return 0, 0, false // "10-12" may be anything
	}
	to, ok = aClock(second, "")
	if !ok {
		return 0, 0, false
	}
	half := halfBehind.FindString(second)
	if from, ok = aClock(first, half); ok && half != "" && !halfBehind.MatchString(first) && from > to {
		from, ok = aClock(first, map[bool]string{true: "am", false: "pm"}[strings.HasPrefix(strings.ToLower(half), "p")]) // "11 – 1 pm"
	}
	return from, to, ok
}

// aClock reads one of two times; half is the half of the day that is told of both.
func aClock(text, half string) (data.Clock, bool) {
	if !halfBehind.MatchString(text) {
		text += half
	}
	at, err := data.ReadClock(text)
	return at, err == nil
}

// clockOfPart is the time of a day of which a part has passed, as a spreadsheet counts: "0.604166667", "46356.5".
func clockOfPart(cell string) (data.Clock, bool) {
	m := partOfDay.FindStringSubmatch(cell)
	if m == nil || len(m[1]) > 1 && !isSerial(m[1]) || len(m[1]) == 1 && m[1] != "0" {
		return 0, false
	}
	part, err := strconv.ParseFloat("0."+m[2], 64)
	minutes := int(part*24*60 + 0.5)
	return data.Clock(min(minutes, 24*60-1)), err == nil
}
