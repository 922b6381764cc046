package exchange

import (
	"context"
	"strings"

	ics "github.com/arran4/golang-ical"
)

// Limits of a calendar beyond those of any file.
const (
	maxICSKept  = 2_000_000 // lines that are kept of them all
	maxICSParts = 200_000   // events, their alarms, zones
	maxICSLine  = 16 << 10  // bytes of a line put together; the rest of a longer one is left
	maxICSHead  = 1 << 10   // bytes before the value
	maxICSDepth = 16        // of parts within one another
)

// icsPart is an event, or the description of a zone, as a calendar writes it. Its lines are taken apart only
// when they are asked for.
type icsPart struct {
	name  string // "VEVENT"
	line  int    // where it begins
	lines []string
	parts []*icsPart
}

// icsKept says which lines of which part are kept: a calendar holds pictures, alarms and addresses as well.
var icsKept = map[string]string{
	"VCALENDAR": " METHOD VERSION X-WR-TIMEZONE ",
	"VEVENT": " UID SEQUENCE SUMMARY DESCRIPTION LOCATION URL STATUS DTSTART DTEND DURATION RRULE RDATE EXDATE RECURRENCE-ID" +
		" CONFERENCE X-GOOGLE-CONFERENCE X-MICROSOFT-SKYPETEAMSMEETINGURL X-MICROSOFT-ONLINEMEETINGEXTERNALLINK" +
		" X-MICROSOFT-CDO-ALLDAYEVENT X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT X-FUNAMBOL-ALLDAY ",
	"VTIMEZONE": " TZID X-LIC-LOCATION ",
	"STANDARD":  " TZOFFSETTO ",
	"DAYLIGHT":  " TZOFFSETTO DTSTART ",
}

// icsReader puts the parts of a calendar together, one line after the other and without recursion: how deep a
// file nests must not decide how much memory the program needs.
type icsReader struct {
	open  []*icsPart
	found []*icsPart // calendars
	count int        // parts of any kind
	kept  int        // lines
}

// calendarParts reads the calendars that stand in a text.
func calendarParts(ctx context.Context, text string) ([]*icsPart, error) {
	r := &icsReader{}
	line, begins := folded{}, 1
	for n := 1; text != ""; n++ {
		var physical string
		physical, text = nextLine(text)
		if n%1000 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if strings.HasPrefix(physical, " ") || strings.HasPrefix(physical, "\t") {
			line.add(physical[1:])
			continue
		}
		if err := r.take(begins, line.text()); err != nil {
			return nil, err
		}
		line.begin(physical)
		begins = n
	}
	if err := r.take(begins, line.text()); err != nil {
		return nil, err
	}
	switch {
	case len(r.open) > 0:
		return nil, errDamaged // cut off
	case len(r.found) == 0:
		return nil, errNoCalendar
	}
	return r.found, nil
}

// folded is a line that may go on in the next ones. One that doesn't is a piece of the whole text and takes no memory.
type folded struct {
	first string
	more  []byte // the whole line, where it goes on
}

func (l *folded) begin(physical string) {
	l.first, l.more = physical[:min(len(physical), maxICSLine)], l.more[:0]
}

func (l *folded) add(physical string) {
	if len(l.more) == 0 {
		l.more = append(l.more, l.first...)
	}
	l.more = append(l.more, physical[:max(0, min(len(physical), maxICSLine-len(l.more)))]...)
}

func (l *folded) text() string {
	if len(l.more) > 0 {
		return string(l.more)
	}
	return l.first
}

// nextLine cuts off the first line of a text, however its lines end.
func nextLine(text string) (line, rest string) {
	at := strings.IndexAny(text, "\r\n")
	if at < 0 {
		return text, ""
	}
	next := at + 1
	if text[at] == '\r' && next < len(text) && text[next] == '\n' {
		next++
	}
	return text[:at], text[next:]
}

// take reads one line that was put together.
func (r *icsReader) take(at int, line string) error {
	head := strings.IndexAny(line, ":;")
	if head < 0 || head > 60 {
		return nil // an empty line, or none of a calendar
	}
	name := strings.ToUpper(strings.TrimSpace(line[:head]))
	switch name {
	case "BEGIN":
		return r.begin(at, strings.ToUpper(strings.TrimSpace(line[head+1:])))
	case "END":
		return r.end(strings.ToUpper(strings.TrimSpace(line[head+1:])))
	}
	if len(r.open) == 0 {
		return nil
	}
	p := r.open[len(r.open)-1]
	if strings.Contains(icsKept[p.name], " "+name+" ") {
		if line[:head] != name {
			line = name + line[head:]
		}
		p.lines = append(p.lines, line)
		r.kept++
	}
	if r.kept > maxICSKept {
		return errTooLarge
	}
	return nil
}

func (r *icsReader) begin(at int, name string) error {
	p := &icsPart{name: name, line: at}
	if r.count++; r.count > maxICSParts {
		return errRows
	}
	if r.open = append(r.open, p); len(r.open) > maxICSDepth {
		return errDamaged
	}
	return nil
}

// end closes a part, and keeps it where it is one of those that are asked for.
func (r *icsReader) end(name string) error {
	if len(r.open) == 0 || r.open[len(r.open)-1].name != name {
		return errDamaged
	}
	p := r.open[len(r.open)-1]
	r.open = r.open[:len(r.open)-1]
	switch _, known := icsKept[p.name]; {
	case !known:
	case len(r.open) > 0:
		outer := r.open[len(r.open)-1]
		outer.parts = append(outer.parts, p)
	case p.name == "VCALENDAR":
		r.found = append(r.found, p)
	}
	return nil
}

// all are the values of a part that have the name, in their order; what can't be taken apart is passed over.
func (p *icsPart) all(name string) []*ics.BaseProperty {
	var found []*ics.BaseProperty
	for _, line := range p.lines {
		if !strings.HasPrefix(line, name) || len(line) == len(name) || (line[len(name)] != ':' && line[len(name)] != ';') {
			continue
		}
		if value := strings.IndexByte(line, ':'); value < 0 || value > maxICSHead {
			continue
		}
		if property, err := ics.ParseProperty(ics.ContentLine(line)); err == nil && property != nil {
			found = append(found, property)
		}
	}
	return found
}

// text is the first value of the name; empty where there is none.
func (p *icsPart) text(name string) string {
	if found := p.all(name); len(found) > 0 {
		return found[0].Value
	}
	return ""
}

// within are the parts of a part that have the name.
func (p *icsPart) within(name string) []*icsPart {
	var found []*icsPart
	for _, inner := range p.parts {
		if inner.name == name {
			found = append(found, inner)
		}
	}
	return found
}
