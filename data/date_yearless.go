package data

import (
	"regexp"
	"strings"
	"time"
)

// Days without a year, at the beginning of a text: in digits with dots ("3.12.") or a stroke, with a word before or behind ("3. Dez.", "Dec 3").
var (
	yearlessDigits = regexp.MustCompile(`^(\d{1,2})(?:\.\s?(\d{1,2})\.|/(\d{1,2}))(?:$|[ ,])`)
	yearlessDay    = regexp.MustCompile(`^(\d{1,2})(?:\.|er|st|nd|rd|th)?[ -]?(?:(?:de|of) )?(\pL{3,})\.?(?:$|[ ,])`)
	yearlessMonth  = regexp.MustCompile(`^(\pL{3,})\.? (\d{1,2})(?:st|nd|rd|th)?(?:$|[ ,])`)
)

// YearlessDay reads the day at the beginning of a text that does not tell its year: "3.12.", "Do 3. Dez.", "Dec 3".
func YearlessDay(text string, monthsFirst bool) (month time.Month, day int, ok bool) {
	text = oneSpace(strings.ToLower(Fold(text)))
	if len(text) > longestDay {
		return 0, 0, false
	}
	if word, rest, found := strings.Cut(text, " "); found && daysOfWeek[strings.TrimRight(word, ".,")] {
		text = rest
	}
	if m := yearlessDigits.FindStringSubmatch(text); m != nil {
		day, month = digits(m[1]), time.Month(digits(m[2]+m[3]))
		if monthsFirst && m[3] != "" {
			day, month = int(month), time.Month(day)
		}
	} else if m := yearlessDay.FindStringSubmatch(text); m != nil {
		day, month = digits(m[1]), months[m[2]]
	} else if m := yearlessMonth.FindStringSubmatch(text); m != nil {
		day, month = digits(m[2]), months[m[1]]
	}
	_, ok = CivilDate(2000, int(month), day) // a leap year
	return month, day, ok
}
