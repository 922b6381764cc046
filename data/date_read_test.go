package data_test

import (
	"strings"
	"testing"
	"time"

	"copleader/data"
)

var (
	european = data.DayHabits{WeekStart: time.Monday}
	american = data.DayHabits{MonthFirst: true}
	swedish  = data.DayHabits{YearFirst: true}
	german   = data.DayHabits{Months: map[string]time.Month{"prosince": time.December}, Weekdays: map[string]time.Weekday{"do": time.Thursday, "donnerstag": time.Thursday},
		Next: []string{"nachsten"}, Distances: map[string]data.Distance{"heute": {}, "morgen": {Days: 1}, "in # wochen": {Days: 7}, "vor # tagen": {Days: -1}}}
)

// Given days as people type them on Saturday, 21 November 2026, when they are read, then each is the day meant; one that might be
// another is told (?), and what is none is refused (-).
func TestDaysAsTheyAreTyped(t *testing.T) {
	for _, c := range []struct {
		name   string
		habits data.DayHabits
		typed  map[string]string
	}{
		{"what the program writes", european, map[string]string{
			"": "", "2026-12-05": "2026-12-05", " 2026-12-05 ": "2026-12-05", "5 Dec 2026": "2026-12-05", "Saturday, 5 Dec 2026": "2026-12-05",
			"Thu 3 December 2026": "2026-12-03", "Monday, 23 Nov 2026, 16:00–17:00": "2026-11-23", "5 Dec": "2026-12-05?", "in 2 weeks": "2026-12-05?",
			"3 days ago": "2026-11-18?", "today": "2026-11-21?", "in 3 months": "2027-02-21?", "1 year ago": "2025-11-21?",
		}},
		{"digits, day first", european, map[string]string{
			"3/12/2026": "2026-12-03?", "03.12.2026": "2026-12-03", "3.12.26": "2026-12-03?", "3. 12. 2026": "2026-12-03", "25/12/2026": "2026-12-25",
			"12/25/2026": "2026-12-25", "12-12-2026": "2026-12-12", "3-4-26": "2026-04-03?", "3.12.": "2026-12-03?", "3/1": "2027-01-03?", "12/25": "2026-12-25?",
			"20261205": "2026-12-05", "2026/1/3": "2026-01-03", "2026. 12. 03.": "2026-12-03", "15.6.": "2026-06-15?", "3.4.70": "1970-04-03?",
			"٣/١٢/٢٠٢٦": "2026-12-03?", "2026-12-05T16:00": "2026-12-05", "2026-12-05 16:00": "2026-12-05",
		}},
		{"digits, month first", american, map[string]string{
			"3/12/2026": "2026-03-12?", "12/3/26": "2026-12-03?", "3.12.2026": "2026-12-03?", "25/12/2026": "2026-12-25", "12/3": "2026-12-03?", "3.12.": "2026-12-03?",
			"13/13/2026": "-",
		}},
		{"digits, year first", swedish, map[string]string{
			"26-12-03": "2026-12-03?", "3/12": "2026-12-03?", "31/12/26": "2031-12-26?", "3/12/2026": "2026-12-03?",
		}},
		{"months as words", european, map[string]string{
			"3 dec 26": "2026-12-03?", "Dec 3": "2026-12-03?", "3rd of December": "2026-12-03?", "December 3rd, 2026": "2026-12-03", "3dec": "2026-12-03?", "dec3": "2026-12-03?",
			"3. Dezember 2026": "2026-12-03", "3 de diciembre de 2026": "2026-12-03", "1er février 2027": "2027-02-01", "30 Feb 2027": "-", "29 Feb 2028": "2028-02-29", "Dec 2026": "-",
			"Thu 3 Dec": "2026-12-03?", "Thu, Dec 3": "2026-12-03?", "Fri 3 Dec 2026": "- falls", "Fri 3.12.": "- falls",
		}},
		{"from today on", european, map[string]string{
			"tomorrow": "2026-11-22?", "Yesterday": "2026-11-20?", "next Thu": "2026-11-26?", "Thu": "2026-11-26?", "Thursday": "2026-11-26?", "sat": "2026-11-28?",
			"this sat": "2026-11-21?", "last Sat": "2026-11-14?", "last thu": "2026-11-19?", "+14": "2026-12-05?", "-3": "2026-11-18?", "+2w": "2026-12-05?", "+ 1 month": "2026-12-21?",
			"in a week": "2026-11-28?", "two weeks ago": "2026-11-07?", "3 days from now": "2026-11-24?", "next month": "2026-12-21?", "in 10 days": "2026-12-01?", "2 weeks": "2026-12-05?",
		}},
		{"in another language", german, map[string]string{
			"heute": "2026-11-21?", "morgen": "2026-11-22?", "in 2 Wochen": "2026-12-05?", "vor 3 Tagen": "2026-11-18?", "nächsten Do": "2026-11-26?", "Do": "2026-11-26?", "do, 3. dez. 2026": "2026-12-03",
			"3. prosince": "2026-12-03?", "3. prosince 2026": "2026-12-03", "tomorrow": "2026-11-22?", "in 2 weeks": "2026-12-05?",
		}},
		{"none", european, map[string]string{
			"2027-02-31": "-", "31.2.2027": "-", "x": "-", "12": "-", "2026": "-", "16.00": "-", "16:00": "-", "next": "-", "next week day": "-", "+": "-", "+14 parsecs": "-",
			"99999999": "-", "+99999y": "-", "3/12/2026 or so": "-", "0001-01-01": "0001-01-01", "0000-12-31": "-", "-99999m": "-", "2026-12-05-": "-", "a": "-", "in weeks": "-",
			"foo 3 Dec": "-", strings.Repeat("9", 100): "-", "5 Foo 2026": "-",
		}},
	} {
		reader := data.DayReader{Today: data.NewDate(2026, time.November, 21), Habits: c.habits}
		for typed, want := range c.typed {
			if got := readDay(reader, typed); got != want {
				t.Errorf("%s: %q is read %q, want %q", c.name, typed, got, want)
			}
		}
	}
}

func readDay(reader data.DayReader, typed string) string {
	d, sure, err := reader.Read(typed)
	switch {
	case err != nil && strings.Contains(err.Error(), "falls on another day"):
		return "- falls"
	case err != nil:
		return "-" + d.String()
	case !sure:
		return d.String() + "?"
	}
	return d.String()
}

// Given days with a time written along, when they are read, then the day is that before the time, and the time is known; what is a day as
// a whole has none.
func TestTimesBehindADay(t *testing.T) {
	reader := data.DayReader{Today: data.NewDate(2026, time.November, 21), Habits: european}
	for typed, want := range map[string]string{
		"next Thu 16:00": "2026-11-26? 16:00", "next Thu, 4pm": "2026-11-26? 16:00", "tomorrow at 9:30": "2026-11-22? 09:30", "+14 16h": "2026-12-05? 16:00", "5 Dec 16.30": "2026-12-05? 16:30",
		"5 Dec noon": "2026-12-05? 12:00", "5. Dezember 2026, 16 Uhr": "2026-12-05 16:00", "Monday, 23 Nov 2026, 16:00–17:00": "2026-11-23 16:00", "2026-12-05T16:00": "2026-12-05 16:00",
		"3.12. 9:05": "2026-12-03? 09:05", "in 2 weeks 4:30 p.m.": "2026-12-05? 16:30", "3.12.26": "2026-12-03?", "3. 12.26": "2026-12-03?", "5 Dec 2026": "2026-12-05", "next Thu 25:00": "2026-11-26?",
		"next Thu 16:00 or so": "-", "16:00": "-", "": "",
	} {
		got := readDay(reader, typed)
		if at, timed := reader.ReadHour(typed); timed {
			got += " " + at.String()
		}
		if got != want {
			t.Errorf("%q is read %q, want %q", typed, got, want)
		}
	}
}

// Given any day of forty years, when it is written as the program writes it, then the same day is read, wherever one lives.
func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	today := data.NewDate(2026, time.November, 21)
	for d := data.NewDate(2000, time.January, 1); d < data.NewDate(2040, time.January, 1); d = d.AddDays(3) {
		for _, habits := range []data.DayHabits{european, american, swedish} {
			for _, layout := range []string{"2006-01-02", "2 Jan 2006", "Monday, 2 Jan 2006", "Mon 2 January 2006", "January 2, 2006",
				"Mon 2 Jan 2006", "Mon Jan 2, 2006", "Mon January 2, 2006", "2006 Jan 2", "Mon 2006 Jan 2", "Mon 2006 January 2", "Monday, 2006 Jan 2"} {
				typed := d.Time().Format(layout)
				if got, sure, err := (data.DayReader{Today: today, Habits: habits}).Read(typed); got != d || !sure || err != nil {
					t.Fatalf("%q is read as %s (sure: %v), %v", typed, got, sure, err)
				}
			}
		}
	}
}

// Given times as people type them, when they are read, then each is the time meant, and what is none is refused.
func TestTimesAsTheyAreTyped(t *testing.T) {
	for typed, want := range map[string]string{
		"16:00": "16:00", "16.00": "16:00", "1600": "16:00", "930": "09:30", "16h": "16:00", "16h30": "16:30", "16 h 30": "-", "16": "16:00", "9": "09:00", "0": "00:00", "4pm": "16:00",
		"4 PM": "16:00", "4:30pm": "16:30", "4.30 p.m.": "16:30", "12am": "00:00", "12 pm": "12:00", "16 Uhr": "16:00", "16.30 Uhr": "16:30", " 16:00 ": "16:00", "16:00:30": "16:00",
		"noon": "12:00", "Midnight": "00:00", "١٦:٠٠": "16:00", "24:00": "-", "16:60": "-", "13pm": "-", "": "-", "soon": "-", "16000": "-", "at four": "-", "2026-12-05": "-", "16:00 x": "-", "2460": "-",
	} {
		got := "-"
		if c, err := data.ReadClock(typed); err == nil {
			got = c.String()
		}
		if got != want {
			t.Errorf("%q is read %s, want %s", typed, got, want)
		}
	}
}
