package data

import "time"

// Hour tells how often the clocks of a zone show a time on a day.
type Hour int

// Once, but for the days on which clocks are set.
const (
	HourOnce    Hour = iota
	HourSkipped      // set forward over it
	HourTwice        // set back over it
)

// MomentOf is when the clocks of a zone show a time on a day: of two such moments the first, and
// of a time that is skipped the one that a clock not yet set would show (RFC 5545, 3.3.5).
// time.Date promises neither.
func MomentOf(on Date, at Clock, zone *time.Location) (time.Time, Hour) {
	first, _, hour := moments(on, at, zone)
	return first, hour
}

// moments are the two at which the clocks of a zone show a time on a day, which are the same but for a time that comes twice.
func moments(on Date, at Clock, zone *time.Location) (first, second time.Time, hour Hour) {
	y, m, d := on.Civil()
	wall := time.Date(y, m, d, int(at)/60, int(at)%60, 0, 0, time.UTC)
	by := func(near time.Time) (moment time.Time, shows bool) {
		_, offset := near.In(zone).Zone()
		moment = wall.Add(-time.Duration(offset) * time.Second).In(zone)
		return moment, Clock(60*moment.Hour()+moment.Minute()) == at && DateOf(moment) == on
	}
	before, shownBefore := by(wall.AddDate(0, 0, -1))
	after, shownAfter := by(wall.AddDate(0, 0, 1))
	switch {
	case !shownBefore && !shownAfter:
		return before, before, HourSkipped
	case !shownBefore:
		return after, after, HourOnce
	case shownAfter && !after.Equal(before):
		return before, after, HourTwice
	}
	return before, before, HourOnce
}
