package data_test

import (
	"testing"
	"time"

	"copleader/data"
)

// Given hours around those at which clocks are set, east and west of Greenwich, by an hour, by half of one and by a day, then an hour that is
// skipped is the one a clock not yet set shows, and of two hours the first counts.
func TestHoursWhenClocksAreSet(t *testing.T) {
	for _, c := range []struct {
		zone, on, at, want string
		hour               data.Hour
	}{
		{"Europe/Berlin", "2027-03-28", "01:59", "01:59 CET", data.HourOnce},
		{"Europe/Berlin", "2027-03-28", "02:00", "03:00 CEST", data.HourSkipped},
		{"Europe/Berlin", "2027-03-28", "02:30", "03:30 CEST", data.HourSkipped},
		{"Europe/Berlin", "2027-03-28", "03:00", "03:00 CEST", data.HourOnce},
		{"Europe/Berlin", "2026-10-25", "01:59", "01:59 CEST", data.HourOnce},
		{"Europe/Berlin", "2026-10-25", "02:30", "02:30 CEST", data.HourTwice},
		{"Europe/Berlin", "2026-10-25", "03:00", "03:00 CET", data.HourOnce},
		{"America/New_York", "2027-03-14", "02:30", "03:30 EDT", data.HourSkipped},
		{"America/New_York", "2026-11-01", "01:30", "01:30 EDT", data.HourTwice},
		{"Australia/Lord_Howe", "2026-10-04", "02:15", "02:45 +11", data.HourSkipped},
		{"Australia/Lord_Howe", "2027-04-04", "01:45", "01:45 +11", data.HourTwice},
		{"Pacific/Apia", "2011-12-30", "12:00", "12:00 +14", data.HourSkipped},
		{"Asia/Kolkata", "2026-12-03", "16:00", "16:00 IST", data.HourOnce},
		{"UTC", "2026-12-03", "00:00", "00:00 UTC", data.HourOnce},
	} {
		on, _ := data.ParseDate(c.on)
		at, _ := data.ParseClock(c.at)
		e := data.Event{On: on, Start: at, TimeZone: c.zone}
		if got := e.StartsAt().Format("15:04 MST"); got != c.want || e.StartHour() != c.hour {
			t.Errorf("%s on %s in %s is %s (%d), want %s (%d)", c.at, c.on, c.zone, got, e.StartHour(), c.want, c.hour)
		}
		if got := e.Begins().String(); got != c.want[:5] {
			t.Errorf("%s on %s in %s begins at %s, want %s", c.at, c.on, c.zone, got, c.want)
		}
	}
}

// Given an hour that comes twice, then an event may be at the second one, keeps that in any zone, and forgets it once its time comes once.
func TestSecondHour(t *testing.T) {
	for _, c := range []struct{ zone, on, at, first, second string }{
		{"Europe/Berlin", "2026-10-25", "02:30", "02:30 CEST", "02:30 CET"},
		{"America/New_York", "2026-11-01", "01:30", "01:30 EDT", "01:30 EST"},
		{"Australia/Lord_Howe", "2027-04-04", "01:45", "01:45 +11", "01:45 +1030"},
	} {
		on, _ := data.ParseDate(c.on)
		at, _ := data.ParseClock(c.at)
		e := data.Event{On: on, Start: at, TimeZone: c.zone}
		first := e.StartsAt()
		e.SecondHour = true
		_ = e.Validate() // it has no title
		second := e.StartsAt()
		if got := []string{first.Format("15:04 MST"), second.Format("15:04 MST")}; got[0] != c.first || got[1] != c.second || !second.After(first) || e.Begins() != at {
			t.Errorf("%s comes twice in %s, at %v, want %s and %s", c.at, c.zone, got, c.first, c.second)
		}
		for _, zone := range []string{"UTC", c.zone} {
			if e.ToZone(zone); !e.StartsAt().Equal(second) || e.SecondHour != (zone == c.zone) {
				t.Errorf("in %s it begins at %s (second hour: %v)", zone, e.StartsAt(), e.SecondHour)
			}
		}
		e.On++
		if _ = e.Validate(); e.SecondHour {
			t.Errorf("the day after has no second %s in %s", c.at, c.zone)
		}
	}
}

// Given every hour of a year, then it is the moment time.Date gives, but where clocks are set.
func TestMomentsOfAYear(t *testing.T) {
	for _, name := range []string{"Europe/Berlin", "America/New_York", "Asia/Tokyo", "America/St_Johns"} {
		zone, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		set := 0
		for at := time.Date(2027, time.January, 1, 0, 0, 0, 0, time.UTC); at.Year() == 2027; at = at.Add(time.Hour) {
			got, hour := data.MomentOf(data.DateOf(at), data.Clock(60*at.Hour()), zone)
			want := time.Date(2027, at.Month(), at.Day(), at.Hour(), 0, 0, 0, zone)
			switch {
			case hour != data.HourOnce:
				set++
			case !got.Equal(want):
				t.Errorf("%s: %s is %s, want %s", name, at, got, want)
			}
		}
		if set > 2 || name == "Asia/Tokyo" && set != 0 || name == "Europe/Berlin" && set != 2 {
			t.Errorf("%s: %d hours are special", name, set)
		}
	}
}
