package exchange

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"copleader/data"
)

// mostOfDay is how many words a day takes at most: "Tue, 15 de diciembre de 2026".
const mostOfDay = 7

// timeFirst is the time, or two of them, with which what is told of a day begins.
var timeFirst = regexp.MustCompile(`(?i)^(` + oneClock + `(?:` + betweenTimes + oneClock + `)?)(?:$|[ ,:|–-])`)

// beforeTime is a word between a day and the time: "mardi 12 janvier à 16h".
var beforeTime = regexp.MustCompile(`(?i)^(?:à|at|um|ab|a las?|@)\s+(\d)`)

// beforeTitle are the signs that stand between a day or a time and what takes place then.
const beforeTitle = " \t,;:|–—-"

// datedLines takes a text whose lines begin with a day for a table of days, times and titles; passed are the other lines.
func datedLines(text string) (t Table, passed []Passed, is bool) {
	lines := listLines(text)
	for i := range lines {
		at := &lines[i]
		day, rest := dayFirstIn(at.bare[len(itemMark.FindString(at.bare)):])
		if day == "" {
			day, rest = dayFirstIn(at.bare)
		}
		when := ""
		rest = beforeTime.ReplaceAllString(rest, "$1")
		if m := timeFirst.FindStringSubmatch(rest); m != nil && isClock(m[1]) {
			when, rest = m[1], strings.TrimLeft(rest[len(m[1]):], beforeTitle)
			rest = strings.TrimLeft(strings.TrimPrefix(rest, "Uhr "), beforeTitle)
		}
		if day == "" || rest == "" {
			passed = append(passed, Passed{at.line, at.bare})
			continue
		}
		t.Rows = append(t.Rows, TableRow{Line: at.line, Cells: []string{day, when, data.CleanLine(rest)}})
	}
	return t, passed, !areNumbers(t.Rows) && len(t.Rows) > 0 && len(t.Rows) >= len(passed) && len(t.Rows) <= maxRows
}

// dayFirstIn is the day with which a line begins, and what stands behind it.
func dayFirstIn(line string) (day, rest string) {
	words := strings.Fields(strings.ReplaceAll(line, "\t", " "))
	days := words
	if hour := slices.IndexFunc(words, func(word string) bool { return strings.EqualFold(word, "Uhr") }); hour > 0 {
		days = words[:hour-1] // "17.12. 16 Uhr" is of no year 2016
	}
	for n := 1; n <= min(len(days), mostOfDay); n++ {
		text := strings.TrimRight(strings.Join(words[:n], " "), beforeTitle)
		if _, is := data.DayIn(text, false); is || isMonthFirst(text) {
			return text, strings.TrimLeft(strings.Join(words[n:], " "), beforeTitle)
		}
	}
	for n := 1; n <= min(len(words), mostOfYearless); n++ {
		text := strings.TrimRight(strings.Join(words[:n], " "), beforeTitle)
		if isYearless(text) {
			return text, strings.TrimLeft(strings.Join(words[n:], " "), beforeTitle)
		}
	}
	return "", ""
}

// isYearless reports whether a text is a day without a year, either way round.
func isYearless(text string) bool {
	_, _, is := data.YearlessDay(text, false)
	_, _, turned := data.YearlessDay(text, true)
	return is || turned
}

// mostOfYearless is how many words a day without a year takes at most: "Thu, 15 de diciembre".
const mostOfYearless = 4

// areNumbers reports whether what looks like days without a year counts the lines: "1. May Parker, 2. June Carter", or chapters 1.1., 1.2., 1.3.
func areNumbers(rows []TableRow) bool {
	for i := range rows {
		cell := rows[i].Cells[0]
		month, day, is := data.YearlessDay(cell, false)
		worded := strings.ContainsFunc(cell, unicode.IsLetter)
		if !is || worded && day != i+1 || !worded && (day != 1 || int(month) != i+1) {
			return false
		}
	}
	return len(rows) > 1
}

// isMonthFirst reports whether three numbers are a day only with the month first: 12/25/2026.
func isMonthFirst(text string) bool {
	_, is := data.DayIn(text, true)
	return is
}

// linesOfEvents reports whether a text is one of events: most of its lines begin with a day, or all of them.
func linesOfEvents(text string, all bool) bool {
	_, passed, is := datedLines(text)
	return is && (!all || len(passed) == 0)
}

// pastedEvents takes a text for a table of events.
func pastedEvents(text string) (Table, []Passed) {
	t := PastedTable(text)
	if c := GuessColumns(&t, Events); c.has("on") && c.has("title") {
		return t, nil
	}
	if dated, passed, is := datedLines(text); is {
		return dated, passed
	}
	return t, nil
}
