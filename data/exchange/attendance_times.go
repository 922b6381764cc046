package exchange

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"copleader/data"
)

const (
	aMinute = 60
	anHour  = 60 * aMinute
	aDay    = 24 * anHour
)

// instant is a moment of a list in seconds since the day before the first day; 0 for none. Lists have one zone
// for all that stands in them.
type instant int64

// on is the day of the instant.
func (i instant) on() data.Date { return data.Date(i / aDay) }

// clock is the time of day of the instant.
func (i instant) clock() data.Clock { return data.Clock(i % aDay / aMinute) }

var secondsWritten = regexp.MustCompile(`\d{1,2}[:.]\d{2}[:.](\d{2})`)

// instantIn reads a day and a time; a time alone is one of the usual day.
func instantIn(cell string, day func(string) (data.Date, bool), usual data.Date) (instant, bool) {
	clock, timed := clockIn(cell)
	on, dated := day(cell)
	if !dated {
		on = usual
	}
	if !timed || !dated && usual == 0 && clock == 0 {
		return 0, false
	}
	at := instant(on)*aDay + instant(clock)*aMinute
	if m := secondsWritten.FindStringSubmatch(cell); m != nil {
		at += instant(number(m[1]))
	}
	return at, at > 0
}

var (
	lengthPart  = regexp.MustCompile(`(\d{1,6})\s*(\pL*)\.?`)
	lengthClock = regexp.MustCompile(`^(\d{1,3}):(\d{2})(?::(\d{2}))?$`)
)

// secondsIn reads a length of time: "1h 5m 53s", "1 Std. 5 Min.", "58 min", "1:05:53", or a bare number of minutes.
func secondsIn(cell string) (seconds int, ok bool) {
	cell = strings.ToLower(data.Fold(strings.TrimSpace(cell)))
	if m := lengthClock.FindStringSubmatch(cell); m != nil {
		return number(m[1])*anHour + number(m[2])*aMinute + number(m[3]), true
	}
	cell = strings.TrimPrefix(strings.TrimPrefix(cell, "pt"), "p")
	parts := lengthPart.FindAllStringSubmatch(cell, 4)
	for _, m := range parts {
		n := number(m[1])
		switch unit := m[2]; {
		case strings.HasPrefix(unit, "d") || strings.HasPrefix(unit, "t") || strings.HasPrefix(unit, "j"):
			seconds += n * aDay
		case strings.HasPrefix(unit, "h") || strings.HasPrefix(unit, "st") || strings.HasPrefix(unit, "u"):
			seconds += n * anHour
		case strings.HasPrefix(unit, "s"):
			seconds += n
		case strings.HasPrefix(unit, "m") || unit == "":
			seconds += n * aMinute
		}
	}
	return min(seconds, aDay), len(parts) > 0
}

// span is a stay from one instant to another.
type span struct{ from, to instant }

// stay is how many seconds the spans cover together; where two lie over each other, as of somebody who joined
// with two devices, the time counts once.
func stay(spans []span) int {
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	var total, until instant
	for _, s := range spans {
		if from := max(s.from, until); s.to > from {
			total += s.to - from
			until = s.to
		}
	}
	return int(total)
}

// minutesOf rounds seconds; whoever was there at all was there for a minute, since 0 means that nobody knows.
func minutesOf(seconds int) int {
	if seconds <= 0 {
		return 0
	}
	return min(max(1, (seconds+aMinute/2)/aMinute), aDay/aMinute)
}
