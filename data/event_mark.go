package data

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"regexp"
	"strings"
)

// CalendarMark makes a mark of what a calendar knows an event by, from which nothing can be read: a UID may hold somebody's
// address. Those of a series begin alike; of is the day on which the series has the event, 0 where it is in none. Behind the
// key stands when the calendar said that the event takes place, so that it shows who moved it.
func CalendarMark(uid string, of Date, told *Event) string {
	if uid == "" {
		return ""
	}
	sum := sha256.Sum256([]byte("calendar " + ofSplitSeries.ReplaceAllString(uid, "$1")))
	key := base64.RawURLEncoding.EncodeToString(sum[:9])
	if of != 0 {
		key += "." + of.String()
	}
	return fmt.Sprintf("%s/%s %s", key, told.On, told.Start)
}

// ofSplitSeries is how Google calls the later part of a series that was changed from one day on.
var ofSplitSeries = regexp.MustCompile(`_R\d{8}(?:T\d{6}Z?)?(@google\.com)$`)

// MarkKey is the part of a mark that tells which event it is.
func MarkKey(mark string) string {
	key, _, _ := strings.Cut(mark, "/")
	return key
}

// MarkSeries is what the keys of all events of a series begin with; empty for an event by itself.
func MarkSeries(key string) string {
	series, _, is := strings.Cut(key, ".")
	if !is {
		return ""
	}
	return series
}

// EventUID is what an event is known by in the calendars that this community sends; it must never change, whatever is written in
// the event.
func (s *Snapshot) EventUID(event int64) string {
	return fmt.Sprintf("event-%d.%s", event, s.CommunityUID())
}

// ToZone puts the event to the day and the time that the clocks of a zone show when it begins.
func (e *Event) ToZone(name string) {
	if zone, err := zoneNamed(name); err == nil && name != "" {
		at := e.StartsAt().In(zone)
		e.On, e.Start, e.TimeZone, e.SecondHour = DateOf(at), Clock(at.Hour()*60+at.Minute()), name, false
		e.SecondHour = !e.StartsAt().Equal(at)
	}
}

// CommunityUID tells the communities of one reader apart. Neither its name nor
// its first day may take part: both can be put right later.
func (s *Snapshot) CommunityUID() string {
	identity := s.Setting(IdentitySetting)
	if identity == "" {
		identity = s.Community.StartedOn.String()
	}
	sum := sha256.Sum256([]byte("community " + identity))
	return fmt.Sprintf("%x@copleader.invalid", sum[:6])
}
