package data_test

import (
	"testing"
	"time"

	"copleader/data"
)

func TestHabitsOfRegions(t *testing.T) {
	for locale, want := range map[string]string{
		"en_US.UTF-8": "mdy Sunday", "en-US": "mdy Sunday", "en_GB.UTF-8": "dmy Monday", "de_AT@euro": "dmy Monday", "pt-BR": "dmy Sunday", "zh-Hans-CN": "ymd Monday", "ja": "ymd Sunday",
		"sv_SE": "ydm Monday", "en_CA": "ymd Sunday", "ar_EG": "dmy Saturday", "C": "dmy Monday", "": "dmy Monday", "POSIX": "dmy Monday", "de": "dmy Monday", "_": "dmy Monday", "dv_MV": "dmy Friday",
	} {
		h := data.HabitsIn(locale)
		got := "dmy"
		switch {
		case h.YearFirst && h.MonthFirst:
			got = "ymd"
		case h.YearFirst:
			got = "ydm"
		case h.MonthFirst:
			got = "mdy"
		}
		if got += " " + h.WeekStart.String(); got != want {
			t.Errorf("%q: %s, want %s", locale, got, want)
		}
	}
}

// Given a Sunday in each habit, then the week begins on the habit's day, at most six days before.
func TestWeekBegins(t *testing.T) {
	day := data.NewDate(2026, time.November, 22)
	for start, want := range map[time.Weekday]string{time.Sunday: "2026-11-22", time.Monday: "2026-11-16", time.Saturday: "2026-11-21"} {
		if got := day.WeekFrom(start).String(); got != want {
			t.Errorf("weeks from %s: %s, want %s", start, got, want)
		}
	}
}

// Given a day, then the same day of another month is the last one where that month is shorter.
func TestMonthLater(t *testing.T) {
	for _, tc := range []struct {
		day    string
		months int
		want   string
	}{{"2026-11-21", 1, "2026-12-21"}, {"2026-12-31", 2, "2027-02-28"}, {"2027-01-05", -1, "2026-12-05"}, {"2026-03-31", -1, "2026-02-28"}} {
		day, _ := data.ParseDate(tc.day)
		if got := day.AddMonths(tc.months).String(); got != tc.want {
			t.Errorf("%s and %d months is %s, want %s", tc.day, tc.months, got, tc.want)
		}
	}
}
