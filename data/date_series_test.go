package data

import (
	"strings"
	"testing"
)

// Given how often something takes place, as people write it, then the days are those that are meant.
func TestReadSeries(t *testing.T) {
	t.Parallel()
	today := NewDate(2026, 11, 21) // a Saturday
	reader := DayReader{Today: today}
	for _, tc := range []struct{ text, days, start string }{
		{"every second Thursday, six times, at 16:00", "2026-11-26 2026-12-10 2026-12-24 2027-01-07 2027-01-21 2027-02-04", "16:00"},
		{"first Tuesday of the month until February", "2026-12-01 2027-01-05 2027-02-02", ""},
		{"the last Friday of every month 3 times", "2026-11-27 2026-12-25 2027-01-29", ""},
		{"third Wednesday of every second month, 3 times, at 4pm", "2026-12-16 2027-02-17 2027-04-21", "16:00"},
		{"every Monday until 14 Dec", "2026-11-23 2026-11-30 2026-12-07 2026-12-14", ""},
		{"Mondays until 14.12.", "2026-11-23 2026-11-30 2026-12-07 2026-12-14", ""},
		{"every other Tue from 8 Dec, twice 2 times", "", ""},
		{"every other Tue from 8 Dec, 2 times", "2026-12-08 2026-12-22", ""},
		{"every 3 weeks on Tuesday, two times", "2026-11-24 2026-12-15", ""},
		{"every two weeks, two times", "2026-11-21 2026-12-05", ""},
		{"weekly on Wednesdays 2 times at 9.30", "2026-11-25 2026-12-02", "09:30"},
		{"weekly, 2 times starting next Thu", "2026-11-26 2026-12-03", ""},
		{"fortnightly 2 times", "2026-11-21 2026-12-05", ""},
		{"monthly from 31 Jan 2027 until the end of April", "2027-01-31 2027-02-28 2027-03-31 2027-04-30", ""},
		{"every month, 2 times", "2026-11-21 2026-12-21", ""},
		{"the 15th of the month until end of January 2027", "2026-12-15 2027-01-15", ""},
		{"quarterly, 2 times", "2026-11-21 2027-02-21", ""},
		{"every 10 days 3 times", "2026-11-21 2026-12-01 2026-12-11", ""},
		{"fifth Sunday of the month, 3 times", "2026-11-29 2027-01-31 2027-05-30", ""},
		{"every Thursday until the end of the year", "2026-11-26 2026-12-03 2026-12-10 2026-12-17 2026-12-24 2026-12-31", ""},
		{"every 3 weeks on Wed 10:00, two times", "2026-11-25 2026-12-16", "10:00"},
		{"every Wed 4pm, 2 times", "2026-11-25 2026-12-02", "16:00"},
		{"Wednesdays 16h30 until 2.12.", "2026-11-25 2026-12-02", "16:30"},
		{"1st and 3rd Tuesday until 10 Feb", "2026-12-01 2026-12-15 2027-01-05 2027-01-19 2027-02-02", ""},
		{"last and second Friday of every month, 4 times", "2026-11-27 2026-12-11 2026-12-25 2027-01-08", ""},
		{"first Tuesday, 2 times", "2026-12-01 2027-01-05", ""},
		{"monthly on the 15th, 2 times", "2026-12-15 2027-01-15", ""},
		{"monthly on the first Tuesday, 2 times", "2026-12-01 2027-01-05", ""},
		{"every second month on the last Friday, 2 times", "2026-11-27 2027-01-29", ""},
		{"quarterly on the 1st, 2 times", "2026-12-01 2027-03-01", ""},
		{"every Tuesday and Thursday, 4 times", "2026-11-24 2026-11-26 2026-12-01 2026-12-03", ""},
		{"every two weeks on Mon and Wed, 4 times", "2026-11-23 2026-11-25 2026-12-07 2026-12-09", ""},
		{"first and blue Tuesday", "", ""}, {"Tuesday and", "", ""}, {"monthly on the 40th", "", ""},
		{"every Friday", "2026-11-27 2026-12-04 2026-12-11 2026-12-18 2026-12-25 2027-01-01", ""},
		{"", "", ""}, {"every blue Thursday", "", ""}, {"often", "", ""}, {"every Thursday, zero times", "", ""},
		{"every Thursday at 25:00", "", ""}, {"every Thursday until soon", "", ""}, {"every Thursday until 1 Nov 2026", "", ""},
		{"every Thursday, 61 times", "", ""}, {"sixth Monday of the month", "", ""}, {"every 0 weeks", "", ""},
		{"every months on Tuesday", "", ""},
	} {
		rule, err := ReadSeries(tc.text, reader, today)
		if tc.days == "" {
			if err == nil {
				t.Errorf("%q was read as %+v", tc.text, rule)
			}
			continue
		}
		if err != nil {
			t.Errorf("%q: %v", tc.text, err)
			continue
		}
		if got := daysOf(rule.Days(nil, nil)); got != tc.days {
			t.Errorf("%q comes to %s, want %s", tc.text, got, tc.days)
		}
		if got := tc.start != ""; got != rule.Timed || got && rule.Start.String() != tc.start {
			t.Errorf("%q begins at %s (%v), want %s", tc.text, rule.Start, rule.Timed, tc.start)
		}
	}
}

func daysOf(days []SeriesDay) string {
	said := make([]string, len(days))
	for i, d := range days {
		said[i] = d.On.String()
		if d.Pause != "" {
			said[i] += "(" + d.Pause + ")"
		}
	}
	return strings.Join(said, " ")
}

// Given pauses, then days in them are left out and not counted, unless they are kept.
func TestSeriesLeavesOutPauses(t *testing.T) {
	t.Parallel()
	pauses := []Pause{{Name: "Christmas break", First: NewDate(2026, 12, 21), Last: NewDate(2027, 1, 3)}, {Name: "Carnival", First: NewDate(2027, 2, 4), Last: NewDate(2027, 2, 4)}}
	rule, err := ReadSeries("every second Thursday, four times, from 10 Dec", DayReader{Today: NewDate(2026, 11, 21)}, NewDate(2026, 11, 21))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := daysOf(rule.Days(pauses, func(Date) bool { return false })),
		"2026-12-10 2026-12-24(Christmas break) 2027-01-07 2027-01-21 2027-02-04(Carnival) 2027-02-18"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := daysOf(rule.Days(pauses, func(d Date) bool { return d == NewDate(2026, 12, 24) })),
		"2026-12-10 2026-12-24 2027-01-07 2027-01-21"; got != want {
		t.Errorf("kept: %s, want %s", got, want)
	}
	rule.Times, rule.Until = 0, NewDate(2026, 12, 31)
	if got, want := daysOf(rule.Days(pauses, func(Date) bool { return false })), "2026-12-10"; got != want {
		t.Errorf("until: %s, want %s", got, want)
	}
}
