package words

import (
	"strconv"
	"strings"
	"time"
)

// Words are the words with which this language tells days, for reading what is typed in it.
type Words struct {
	Months   map[string]time.Month
	Weekdays map[string]time.Weekday
	// Next stands before a day of the week, in each of its forms.
	Next []string
	// Days and MonthsOn are distances of so many from today, "#" for a number: "in # weeks" is 7 days.
	Days, MonthsOn map[string]int
}

// DayWords are those of this language.
func (s *Say) DayWords() Words {
	w := Words{Months: map[string]time.Month{}, Weekdays: map[string]time.Weekday{}, Days: map[string]int{}, MonthsOn: map[string]int{}}
	for m := time.January; m <= time.December; m++ {
		w.Months[s.month(m)], w.Months[s.longMonth(m)] = m, m
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		w.Weekdays[s.weekday(d)], w.Weekdays[s.ShortWeekday(d)] = d, d
	}
	// The forms of this word before a day of the week, with commas between them.
	for next := range strings.SplitSeq(s.Text("next"), ",") {
		w.Next = append(w.Next, strings.TrimSpace(next))
	}
	w.Days[s.Text("today")], w.Days[s.Text("tomorrow")], w.Days[s.Text("yesterday")] = 0, 1, -1
	for _, n := range []int{1, 2, 5} { // a language may have a form for each
		number := strconv.Itoa(n)
		form := func(said string) string { return strings.Replace(said, number, "#", 1) }
		w.Days[form(s.Count(n, "in %d day", "in %d days"))], w.Days[form(s.Count(n, "%d day ago", "%d days ago"))] = 1, -1
		w.Days[form(s.Count(n, "in %d week", "in %d weeks"))], w.Days[form(s.Count(n, "%d week ago", "%d weeks ago"))] = 7, -7
		w.MonthsOn[form(s.Count(n, "in %d month", "in %d months"))], w.MonthsOn[form(s.Count(n, "%d month ago", "%d months ago"))] = 1, -1
		w.MonthsOn[form(s.Count(n, "in %d year", "in %d years"))], w.MonthsOn[form(s.Count(n, "%d year ago", "%d years ago"))] = 12, -12
	}
	return w
}
