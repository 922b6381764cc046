package exchange

import (
	"cmp"
	"context"
	"html"
	"slices"
	"strconv"
	"strings"
	"time"

	"copleader/data"
)

// errNoCalendar is that a file holds no calendar.
var errNoCalendar = data.Fault(data.CodeInvalid, "The file is no calendar; nothing was changed.")

// errOldCalendar is that a calendar is of the kind before iCalendar, which few programs still write.
var errOldCalendar = data.Fault(data.CodeInvalid, "The calendar is of the old kind (vCalendar 1.0, .vcs); please save it as iCalendar (.ics).")

// Calendar reads the events of a calendar (iCalendar) from one day to another, both included, in the order in
// which they take place; what repeats is as many events (data/README.md, What comes in). zone is where the
// leader is: times that say nothing else are meant there.
func Calendar(ctx context.Context, f File, from, to data.Date, zone string) ([]Event, error) {
	return within(ctx, f, func(ctx context.Context, content []byte) ([]Event, error) {
		text, err := decoded(content)
		if err != nil {
			return nil, err
		}
		calendars, err := calendarParts(ctx, text)
		if err != nil {
			return nil, err
		}
		r := &calendarReader{ctx: ctx, from: from, to: to}
		for _, calendar := range calendars {
			if strings.HasPrefix(strings.TrimSpace(calendar.text("VERSION")), "1.") {
				return nil, errOldCalendar
			}
			if err := r.read(calendar, zone); err != nil {
				return nil, err
			}
		}
		slices.SortStableFunc(r.found, func(a, b Event) int {
			return cmp.Or(cmp.Compare(a.Row.On, b.Row.On), cmp.Compare(a.Row.Start, b.Row.Start), cmp.Compare(a.Line, b.Line))
		})
		return r.found, nil
	})
}

// calendarReader makes events of the parts of a calendar.
type calendarReader struct {
	ctx       context.Context
	from, to  data.Date
	regions   *regions
	cancelled bool                // the whole calendar calls off what stands in it
	changed   map[string]dates    // by series, the dates that have an event of their own
	onwards   map[string][]onward // by series, the changes that are meant for all later dates too
	found     []Event
}

func (r *calendarReader) read(calendar *icsPart, zone string) error {
	r.regions = regionsOf(calendar, zone)
	r.cancelled = strings.EqualFold(calendar.text("METHOD"), "CANCEL")
	r.changed, r.onwards = map[string]dates{}, map[string][]onward{}
	events := newest(calendar.within("VEVENT"))
	for _, p := range events {
		of := p.all("RECURRENCE-ID")
		if len(of) == 0 {
			continue
		}
		if date := r.regions.moments(of[0]); len(date) > 0 {
			changed := r.changed[p.text("UID")]
			changed.add(date[0])
			r.changed[p.text("UID")] = changed
			r.noteOnward(p, of[0], date[0])
		}
	}
	for _, p := range events {
		if err := r.ctx.Err(); err != nil {
			return err
		}
		r.event(p)
		if len(r.found) > maxRows {
			return errRows
		}
	}
	return nil
}

// newest leaves out what a later version of the same event replaces.
func newest(events []*icsPart) []*icsPart {
	type version struct{ at, sequence int }
	last := map[string]version{}
	keyOf := func(p *icsPart) string { return p.text("UID") + "\n" + p.text("RECURRENCE-ID") }
	for i, p := range events {
		sequence, _ := strconv.Atoi(p.text("SEQUENCE"))
		if before, there := last[keyOf(p)]; !there || sequence >= before.sequence {
			last[keyOf(p)] = version{i, sequence}
		}
	}
	var kept []*icsPart
	for i, p := range events {
		if p.text("UID") == "" || last[keyOf(p)].at == i {
			kept = append(kept, p)
		}
	}
	return kept
}

// event makes an event, or all of a series, of one part.
func (r *calendarReader) event(p *icsPart) {
	row := r.told(p)
	start, ok := r.start(p)
	if !ok {
		row.Refused = data.Say("It does not say on which day it takes place.")
		r.found = append(r.found, row)
		return
	}
	length := r.length(p, start)
	own := p.all("RECURRENCE-ID")
	if len(own) > 0 || (p.text("RRULE") == "" && len(p.all("RDATE")) == 0) {
		r.add(row, start, length, r.dateOf(p))
		return
	}
	all, ok := r.dates(p, start)
	if !ok {
		takesPlace(&row, start)
		row.Refused = data.Say("The rule by which it repeats can't be followed; please enter its dates by hand.")
		r.found = append(r.found, row)
		return
	}
	for _, m := range all {
		if change, is := r.onwardAt(p.text("UID"), m); is {
			if at := change.moved(m); !r.isChanged(p, at) {
				r.add(r.told(change.part), at, r.length(change.part, change.to), m.at)
			}
			continue
		}
		r.add(row, m, length, m.at)
	}
}

// dateOf is the date of its series that an event stands for; zero for one by itself.
func (r *calendarReader) dateOf(p *icsPart) time.Time {
	of, _ := r.first(p, "RECURRENCE-ID")
	return of.at
}

// isChanged reports whether a date of a series has an event of its own.
func (r *calendarReader) isChanged(p *icsPart, m moment) bool {
	changed := r.changed[p.text("UID")]
	return changed.has(m)
}

// start is when an event begins.
func (r *calendarReader) start(p *icsPart) (moment, bool) {
	m, ok := r.first(p, "DTSTART")
	if ok && r.takesWholeDays(p, m) {
		m = m.asWhole()
	}
	return m, ok
}

// first is the first time of a property.
func (r *calendarReader) first(p *icsPart, name string) (moment, bool) {
	for _, property := range p.all(name) {
		if found := r.regions.moments(property); len(found) > 0 {
			return found[0], true
		}
	}
	return moment{}, false
}

// takesWholeDays reports whether an event that is written with times is one of whole days: as the program says
// by a mark of its own, else if it lasts from one midnight of its zone to another.
func (r *calendarReader) takesWholeDays(p *icsPart, start moment) bool {
	if start.whole {
		return true
	}
	for _, mark := range []string{"X-MICROSOFT-CDO-ALLDAYEVENT", "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT", "X-FUNAMBOL-ALLDAY"} {
		if whole, said := tickIn(p.text(mark)); said {
			return whole
		}
	}
	if !wall(start.at).Equal(wall(start.asWhole().at)) {
		return false
	}
	if end, told := r.first(p, "DTEND"); told {
		return !end.whole && end.at.After(start.at) && wall(end.at).Equal(wall(end.asWhole().at))
	}
	minutes := icsMinutes(p.text("DURATION"))
	return minutes > 0 && minutes%dayMinutes == 0
}

// dates are the days and times of a series, without those that were taken out or have an event of their own.
func (r *calendarReader) dates(p *icsPart, start moment) ([]moment, bool) {
	all := []moment{start}
	if rule := p.text("RRULE"); rule != "" {
		var ok bool
		if all, ok = series(rule, start, r.from, r.to); !ok {
			return nil, false
		}
	}
	more, fewer := p.all("RDATE"), p.all("EXDATE")
	if len(more)+len(fewer) > maxInSpan {
		return nil, false
	}
	for _, property := range more {
		if all = append(all, r.regions.moments(property)...); len(all) > maxDates {
			return nil, false
		}
	}
	var out dates
	for _, property := range fewer {
		if out.add(r.regions.moments(property)...); out.len() > maxDates {
			return nil, false
		}
	}
	changed := r.changed[p.text("UID")]
	var left []moment
	for _, m := range all {
		if m.whole = start.whole; !out.has(m) && !changed.has(m) {
			left = append(left, m)
			out.add(m) // a date that stands there twice counts once
		}
	}
	return left, true
}

// length is how many minutes something lasts, whole days included; 0 where the calendar doesn't say.
func (r *calendarReader) length(p *icsPart, start moment) int {
	if end, told := r.first(p, "DTEND"); told && start.whole {
		return int(end.asWhole().at.Sub(start.at) / time.Minute)
	} else if told && !end.whole {
		return int(end.at.Sub(start.at).Round(time.Minute) / time.Minute)
	}
	return icsMinutes(p.text("DURATION"))
}

// dayMinutes is how many minutes a day has.
const dayMinutes = 24 * 60

// icsMinutes reads a length as "PT1H30M" or "P1D".
func icsMinutes(text string) int {
	text, is := strings.CutPrefix(strings.ToUpper(strings.TrimPrefix(text, "+")), "P")
	if !is || len(text) > 20 {
		return 0
	}
	seconds, number := 0, 0
	for _, c := range text {
		unit := map[rune]int{'W': 7 * 24 * 3600, 'D': 24 * 3600, 'H': 3600, 'M': 60, 'S': 1}[c]
		switch {
		case c >= '0' && c <= '9':
			number = min(number*10+int(c-'0'), 1_000_000)
		case unit > 0:
			seconds, number = seconds+number*unit, 0
		case c != 'T':
			return 0
		}
	}
	return (seconds + 30) / 60
}

// takesPlace sets when an event takes place.
func takesPlace(row *Event, m moment) {
	row.Row.On, row.Row.TimeZone = m.day(), m.region.name
	row.give("on")
	if m.whole {
		row.doubt(wholeDay)
	} else {
		row.Row.Start = data.Clock(m.at.Hour()*60 + m.at.Minute())
		row.give("start")
	}
	row.give("timeZone")
	if m.region.unknown != "" {
		row.doubt(data.Say("The time zone “%s” is not known; the time was taken as one in %s.", beginning(m.region.unknown, 60), m.region.name))
	}
}

// add adds an event that takes place within the span; of is the date of its series that it stands for.
func (r *calendarReader) add(row Event, m moment, minutes int, of time.Time) {
	if !m.day().Within(r.from, r.to) {
		return
	}
	row.Given, row.Doubts = slices.Clone(row.Given), slices.Clone(row.Doubts)
	takesPlace(&row, m)
	minutes = overDays(&row, minutes)
	if minutes != 0 && !m.whole {
		row.Row.Minutes = minutes
		row.give("minutes")
	}
	row.settle(data.EventFields, row.Row.Validate, data.Event{}, neededOfEvent...)
	var date data.Date
	if !of.IsZero() {
		date = data.DateOf(of.UTC()) // the same however it is written
	}
	row.Row.CalendarMark = data.CalendarMark(row.uid, date, &row.Row)
	r.found = append(r.found, row)
}

// overDays gives an event that lasts longer than a day its last one, and says how many minutes it lasts then: as long
// after the beginning, on the last of the days.
func overDays(row *Event, minutes int) int {
	if minutes <= dayMinutes {
		return minutes
	}
	row.Row.LastDay = row.Row.On.AddDays((minutes - 1) / dayMinutes)
	row.give("lastDay")
	return (minutes-1)%dayMinutes + 1
}

// told is what an event says of itself, but for when it takes place.
func (r *calendarReader) told(p *icsPart) Event {
	row := Event{Line: p.line, uid: p.text("UID")}
	row.Row.Title = row.fitted(data.CleanLine(p.text("SUMMARY")), data.EventFields.Of("title"))
	row.give("title")
	set := func(key, text string) {
		if text != "" {
			*data.EventFields.Of(key).Text(&row.Row) = text
			row.give(key)
		}
	}
	location, about := data.CleanLine(p.text("LOCATION")), plainText(p.text("DESCRIPTION"))
	set("link", meetingLink(p, location, about))
	set("place", strings.Trim(withoutLinks(location), " ;,"))
	set("purpose", row.fitted(withoutInvitation(about), data.EventFields.Of("purpose")))
	if r.cancelled || strings.EqualFold(p.text("STATUS"), "CANCELLED") {
		row.Row.Status = data.StatusCancelled
		row.give("status")
	}
	return row
}

// meetingLink is where to join: what the calendar program notes as such, else a link in the place or in what
// is said of the event, else the link of the event.
func meetingLink(p *icsPart, location, about string) string {
	for _, name := range []string{"CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK"} {
		for _, property := range p.all(name) {
			if isLink(property.Value) {
				return data.CleanLine(property.Value)
			}
		}
	}
	for _, word := range strings.Fields(location) {
		if isLink(word) {
			return strings.Trim(word, ";,<>")
		}
	}
	for _, word := range strings.Fields(about) {
		if word = strings.Trim(word, "<>()[],;."); isLink(word) && ofMeeting(word) {
			return word
		}
	}
	if own := data.CleanLine(p.text("URL")); isLink(own) {
		return own
	}
	return ""
}

func isLink(word string) bool {
	word = strings.ToLower(strings.TrimLeft(word, "<"))
	return strings.HasPrefix(word, "https://") || strings.HasPrefix(word, "http://")
}

// ofMeeting reports whether a link leads to a meeting.
func ofMeeting(text string) bool {
	for _, host := range []string{"teams.microsoft.com/", "teams.live.com/", "zoom.us/", "meet.google.com/", "webex.com/", "meet.jit.si/", "whereby.com/", "/b/"} {
		if strings.Contains(strings.ToLower(text), host) {
			return true
		}
	}
	return false
}

// withoutLinks leaves the words of a place that are no links.
func withoutLinks(location string) string {
	return strings.Join(slices.DeleteFunc(strings.Fields(location), isLink), " ")
}

// plainText takes the marks of a web page out of a description: Google writes one, Outlook at times.
func plainText(s string) string {
	if !strings.Contains(s, "<") || !strings.Contains(s, ">") {
		return data.CleanText(s)
	}
	var b strings.Builder
	for s != "" {
		before, rest, found := strings.Cut(s, "<")
		b.WriteString(before)
		end := strings.IndexByte(rest, '>')
		switch {
		case !found:
			s = ""
			continue
		case end < 0 || end == 0 || !strings.ContainsAny(rest[:1], "/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!") || isLink(rest):
			b.WriteByte('<')
			s = rest
			continue
		}
		if mark := strings.ToLower(rest[:end]); strings.HasPrefix(mark, "br") || strings.HasPrefix(mark, "/p") ||
			strings.HasPrefix(mark, "/li") || strings.HasPrefix(mark, "/div") {
			b.WriteByte('\n')
		}
		s = rest[end+1:]
	}
	return data.CleanText(html.UnescapeString(b.String()))
}

// withoutInvitation is a description up to where the program of the meeting tells how to join.
func withoutInvitation(about string) string {
	var kept []string
	for line := range strings.SplitSeq(about, "\n") {
		bare := strings.TrimSpace(line)
		if rule := strings.Trim(bare, "_-=~:.*"); (rule == "" && len(bare) >= 5) || ofMeeting(line) || strings.Contains(strings.ToLower(line), "zoom meeting") {
			break
		}
		kept = append(kept, strings.TrimRight(line, " "))
	}
	return data.CleanText(strings.Join(kept, "\n"))
}
