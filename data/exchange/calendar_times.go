package exchange

import (
	"strconv"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/teambition/rrule-go"

	"copleader/data"
)

// region is a time zone that a calendar means.
type region struct {
	name    string // IANA
	zone    *time.Location
	unknown string // what the calendar calls it, where nothing tells which it is
}

// moment is a time, or a whole day, as a calendar writes it.
type moment struct {
	at     time.Time // of a whole day midnight UTC
	whole  bool      // a day and no time
	clocks bool      // a whole day that is written from midnight to midnight
	region region    // where its clock goes
}

// day is the date that the clock shows there.
func (m moment) day() data.Date { return data.DateOf(m.at) }

// asWhole is the whole day that begins at the midnight nearest to a time.
func (m moment) asWhole() moment {
	if m.whole {
		return m
	}
	return moment{at: wall(m.at).Add(12 * time.Hour).Truncate(24 * time.Hour), whole: true, clocks: true, region: m.region}
}

// maxZones is how many zones of a calendar are looked up; the system is asked for each.
const maxZones = 200

// regions knows the zones of one calendar by the names that stand in it.
type regions struct {
	usual  region // of times for which no zone is given
	known  map[string]region
	defs   map[string]*icsPart // VTIMEZONE, by the name
	lookup int
}

func regionsOf(calendar *icsPart, zone string) *regions {
	p := &regions{known: map[string]region{}, defs: map[string]*icsPart{}}
	for _, def := range calendar.within("VTIMEZONE") {
		p.defs[def.text("TZID")] = def
	}
	if p.usual = (region{name: "UTC", zone: time.UTC}); zone != "" {
		if found, ok := regionNamed(zone); ok {
			p.usual = found
		}
	}
	if own := calendar.text("X-WR-TIMEZONE"); own != "" {
		if found := p.of(own); found.unknown == "" {
			p.usual = found
		}
	}
	return p
}

// of is the zone that a calendar calls by the name.
func (p *regions) of(name string) region {
	if known, is := p.known[name]; is {
		return known
	}
	found := p.usual
	found.unknown = name
	if p.lookup++; p.lookup <= maxZones {
		if sure, ok := p.find(name); ok {
			found = sure
		}
		p.known[name] = found
	}
	return found
}

// find looks for a zone by its name, by the name Windows gives it, and by what the calendar tells of its clock.
func (p *regions) find(name string) (region, bool) {
	if found, ok := regionNamed(name); ok {
		return found, true
	}
	def, is := p.defs[name]
	if !is {
		return region{}, false
	}
	if found, ok := regionNamed(def.text("X-LIC-LOCATION")); ok {
		return found, true
	}
	return p.byClock(def)
}

// regionNamed is the zone of an IANA name, also one with the address of whoever keeps the list before it
// ("/freeassociation.sourceforge.net/Europe/Berlin"), or of a name of Windows.
func regionNamed(name string) (region, bool) {
	for steps := 0; name != "" && name != "Local" && len(name) <= 200 && steps < 6; steps++ {
		if zone, ok := data.ZoneOfWindows(name); ok {
			name = zone
		}
		if zone, err := time.LoadLocation(name); err == nil {
			return region{name: name, zone: zone}, true
		}
		_, name, _ = strings.Cut(name, "/")
	}
	return region{}, false
}

// byClock finds a zone whose clock goes as a calendar describes it: the usual one if it does, else the first
// that Windows knows. Offsets of winter and summer, and which half of the year is summer, tell enough.
func (p *regions) byClock(def *icsPart) (region, bool) {
	winter, ok := lastOffset(def.within("STANDARD"))
	if !ok {
		return region{}, false
	}
	january, july := winter, winter
	if summer, has := lastOffset(def.within("DAYLIGHT")); has {
		if begins := summerMonth(def.within("DAYLIGHT")); begins >= time.August || begins == time.January {
			january = summer
		} else {
			july = summer
		}
	}
	if goesBy(p.usual.zone, january, july) {
		return p.usual, true
	}
	for name := range data.WindowsZones {
		if zone, err := time.LoadLocation(name); err == nil && goesBy(zone, january, july) {
			return region{name: name, zone: zone}, true
		}
	}
	return region{}, false
}

// clockYear is a year for which zones are compared.
const clockYear = 2025

func goesBy(zone *time.Location, january, july int) bool {
	_, inJanuary := time.Date(clockYear, time.January, 15, 12, 0, 0, 0, zone).Zone()
	_, inJuly := time.Date(clockYear, time.July, 15, 12, 0, 0, 0, zone).Zone()
	return inJanuary == january && inJuly == july
}

// lastOffset is the offset in seconds that the last of the descriptions gives; a calendar may tell the history first.
func lastOffset(of []*icsPart) (seconds int, ok bool) {
	if len(of) == 0 {
		return 0, false
	}
	text := of[len(of)-1].text("TZOFFSETTO") // "+0530"
	if len(text) < 5 || (text[0] != '+' && text[0] != '-') {
		return 0, false
	}
	hours, err := strconv.Atoi(text[1:3])
	minutes, err2 := strconv.Atoi(text[3:5])
	if err != nil || err2 != nil {
		return 0, false
	}
	seconds = hours*3600 + minutes*60
	if text[0] == '-' {
		seconds = -seconds
	}
	return seconds, true
}

// summerMonth is the month in which summer time begins.
func summerMonth(of []*icsPart) time.Month {
	begins := of[len(of)-1].text("DTSTART") // "16010325T020000"
	if len(begins) < 6 {
		return 0
	}
	month, _ := strconv.Atoi(begins[4:6])
	return time.Month(month)
}

// moments reads the times of a value, of which there may be several with commas between them.
func (p *regions) moments(property *ics.BaseProperty) []moment {
	where, value := p.usual, property.Value
	if name := parameter(property, "TZID"); name != "" {
		if colon := strings.LastIndexByte(value, ':'); colon >= 0 { // "tzone://Microsoft/Utc", as Outlook writes it, without quotes
			name, value = name+":"+value[:colon], value[colon+1:]
		}
		where = p.of(name)
	}
	var found []moment
	for text := range strings.SplitSeq(value, ",") {
		text, _, _ = strings.Cut(text, "/") // of a period, when it begins
		if m, ok := where.moment(strings.TrimSpace(text)); ok {
			found = append(found, m)
		}
	}
	return found
}

// parameter is a parameter of a property, however its name is written.
func parameter(property *ics.BaseProperty, name string) string {
	for key, values := range property.ICalParameters {
		if strings.EqualFold(key, name) && len(values) > 0 {
			return strings.TrimSpace(values[0])
		}
	}
	return ""
}

// moment reads "20260314", "20260314T160000" or "20260314T150000Z".
func (w region) moment(text string) (moment, bool) {
	if day, err := time.Parse("20060102", text); err == nil {
		return moment{at: day, whole: true, region: region{name: w.name, zone: w.zone}}, day.Year() > 0
	}
	if local, universal := strings.CutSuffix(text, "Z"); universal {
		at, err := time.Parse("20060102T150405", local)
		w.unknown = ""
		return moment{at: at.In(w.zone), region: w}, err == nil && at.Year() > 0
	}
	at, err := time.ParseInLocation("20060102T150405", text, w.zone)
	return moment{at: at, region: w}, err == nil && at.Year() > 0
}

// dates are times to look others up in: of those that are given as whole days the day alone counts.
type dates struct {
	moments map[int64]bool
	days    map[data.Date]bool
}

func (d *dates) add(all ...moment) {
	if d.moments == nil {
		d.moments, d.days = map[int64]bool{}, map[data.Date]bool{}
	}
	for _, m := range all {
		if m.whole {
			d.days[m.day()] = true
		} else {
			d.moments[m.at.Unix()] = true
		}
	}
}

func (d *dates) len() int { return len(d.moments) + len(d.days) }

// has reports whether the time is among them. For a whole day it may stand there with a time (Outlook).
func (d *dates) has(m moment) bool {
	if d.days[m.day()] || (!m.whole && d.moments[m.at.Unix()]) {
		return true
	}
	if !m.whole || len(d.moments) == 0 {
		return false
	}
	y, month, day := m.at.Date()
	return d.moments[time.Date(y, month, day, 0, 0, 0, 0, m.region.zone).Unix()] || d.moments[m.at.Unix()]
}

// Limits of what repeats. A series that reaches further is none of meetings.
const (
	maxRule    = 400     // characters of a rule
	maxEvery   = 1_000   // days, weeks, months or years from one to the next
	maxSteps   = 100_000 // dates from the first to the end of the span
	maxInSpan  = 1_000   // of one series
	maxDates   = 10_000  // that a series names one by one
	maxPerRule = 3       // hours, minutes and seconds that a rule names
)

// series lists when something repeats within a span of days; not ok where the rule can't be followed.
func series(rule string, start moment, from, to data.Date) (found []moment, ok bool) {
	follow, ok := ruleOf(rule, start)
	if !ok {
		return nil, false
	}
	next := follow.Iterator()
	for range maxSteps {
		at, more := next()
		if !more || data.DateOf(at) > to {
			return found, true
		}
		if data.DateOf(at) < from {
			continue
		}
		if len(found) == maxInSpan {
			return nil, false
		}
		found = append(found, moment{at: at, whole: start.whole, region: start.region})
	}
	return nil, false
}

// ruleOf reads a rule; not ok where it is none of meetings.
func ruleOf(rule string, start moment) (*rrule.RRule, bool) {
	if len(rule) > maxRule {
		return nil, false
	}
	option, err := rrule.StrToROptionInLocation(strings.ToUpper(rule), start.at.Location())
	if err != nil || option.Freq > rrule.DAILY || option.Interval < 0 || option.Interval > maxEvery || option.Count < 0 {
		return nil, false
	}
	if len(option.Byhour)+len(option.Byminute)+len(option.Bysecond) > maxPerRule {
		return nil, false
	}
	option.Dtstart = start.at
	if u := option.Until; !u.IsZero() && !start.whole && untilDay(rule) {
		option.Until = u.AddDate(0, 0, 1).Add(-time.Second) // the last day counts whole
	} else if !u.IsZero() && start.clocks {
		option.Until = moment{at: u.In(start.region.zone)}.asWhole().at
	}
	follow, err := rrule.NewRRule(*option)
	return follow, err == nil
}

// untilDay reports whether a rule ends with a day and no time.
func untilDay(rule string) bool {
	_, until, _ := strings.Cut(strings.ToUpper(rule), "UNTIL=")
	until, _, _ = strings.Cut(until, ";")
	return len(strings.TrimSpace(until)) == len("20260314")
}
