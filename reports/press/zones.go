package press

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"copleader/data"
)

// WhenInZone is When with the time zone, for readers elsewhere, and with the
// hour in the zones of the members whose clocks show another:
// "…, 16:00–17:00 (16:00 Berlin · 15:00 Lisbon)".
func (d *Draft) WhenInZone(e data.Event) string {
	if e.TimeZone == "" {
		return d.When(e)
	}
	if hours := d.HoursByZone(e); hours != "" {
		return d.Say.Text("%s (%s)", d.When(e), hours)
	}
	return d.Say.Text("%s (time in %s)", d.When(e), City(e.TimeZone))
}

// HoursByZone is when an event begins on the clocks of all members, its own first:
// "16:00 Berlin · 15:00 Lisbon"; "" where all clocks show the same.
func (d *Draft) HoursByZone(e data.Event) string {
	elsewhere := d.hoursElsewhere(&e)
	if e.TimeZone == "" || len(elsewhere) == 0 {
		return ""
	}
	here := d.Say.Text("%s %s", e.Begins().String(), City(e.TimeZone))
	return strings.Join(append([]string{here}, elsewhere...), " · ")
}

// hoursElsewhere are the hours at which an event begins on the clocks of members
// in other zones, those of most members first. Zones with the same hour are told
// once, by the one with most members.
func (d *Draft) hoursElsewhere(e *data.Event) []string {
	count := map[string]int{}
	for _, m := range d.People(d.Opt.Today) {
		if m.TimeZone != "" {
			count[m.TimeZone]++
		}
	}
	var zones []string
	for zone := range count {
		zones = append(zones, zone)
	}
	slices.SortFunc(zones, func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	told := map[string]bool{d.clockAt(e, e.TimeZone): true}
	var hours []string
	for _, zone := range zones {
		if clock := d.clockAt(e, zone); clock != "" && !told[clock] {
			told[clock] = true
			hours = append(hours, d.Say.Text("%s %s", clock, City(zone)))
		}
	}
	return hours
}

// clockAt is what the clocks of a zone show when an event begins, with the day of
// the week where it is another day there; "" for a zone nobody knows.
func (d *Draft) clockAt(e *data.Event, zone string) string {
	place, err := time.LoadLocation(zone)
	if err != nil {
		return ""
	}
	there := e.StartsAt().In(place)
	clock := data.Clock(there.Hour()*60 + there.Minute()).String()
	if on := data.NewDate(there.Year(), there.Month(), there.Day()); on != e.On {
		return d.Say.Text("%s, %s", d.Say.Weekday(on), clock)
	}
	return clock
}

// City is the place a zone is named after: "Berlin" of Europe/Berlin.
func City(zone string) string {
	return strings.ReplaceAll(zone[strings.LastIndex(zone, "/")+1:], "_", " ")
}
