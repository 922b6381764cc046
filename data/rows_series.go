package data

import (
	"regexp"
	"strconv"
	"strings"
)

// Series is what events that were planned together know each other by (data/README.md, Series).
type Series struct {
	ID   int64
	Rule string // how often, as the leader wrote it
}

// SeriesFields describes a series.
var SeriesFields = Fields[Series]{
	bare("id", func(s *Series) *int64 { return &s.ID }),
	line("rule", Say("How often"), 200, func(s *Series) *string { return &s.Rule }),
}

// Validate cleans the texts and checks the limits.
func (s *Series) Validate() error { return SeriesFields.validate(s, nil) }

// Pause is days on which nothing is planned, as a holiday or a summer break, as the leader names them.
type Pause struct {
	ID    int64
	Name  string
	First Date
	Last  Date
}

// PauseFields describes days on which nothing is planned.
var PauseFields = Fields[Pause]{
	bare("id", func(p *Pause) *int64 { return &p.ID }),
	line("name", Say("Name"), 60, func(p *Pause) *string { return &p.Name }).must(),
	date("first", Say("First day"), func(p *Pause) *Date { return &p.First }).in("first_day").must(),
	date("last", Say("Last day"), func(p *Pause) *Date { return &p.Last }).in("last_day").saying(Say("Empty for one day.")),
}

// Validate cleans the texts and checks the limits; a pause without a last day is one day long.
func (p *Pause) Validate() error {
	if p.Last == 0 {
		p.Last = p.First
	}
	return PauseFields.validate(p, func(k *check) {
		k.failing(p.Last < p.First, "last", "The last day comes before the first.")
	})
}

// SeriesFrom lists the events of a series from one of them on that are still to come: itself first, then those on a later day, or the
// same, that are neither held nor cancelled. An event without a series stands alone.
func (s *Snapshot) SeriesFrom(id int64) []Event {
	first, there := s.EventByID(id)
	if !there {
		return nil
	}
	all := []Event{first}
	for i := range s.Events {
		if e := &s.Events[i]; e.FollowsIn(&first) {
			all = append(all, *e)
		}
	}
	return all
}

// FollowsIn tells that an event comes after another of its series and is still to be held.
func (e *Event) FollowsIn(first *Event) bool {
	return first.SeriesID != 0 && e.SeriesID == first.SeriesID && e.ID != first.ID && e.On >= first.On && e.NotYetHeld()
}

// CheckLine is something to do for an event, so many days before or after it (data/README.md, Series).
type CheckLine struct {
	ID      int64
	EventID int64
	Rank    int
	Days    int // after the event; before it where negative
	Text    string
	DoneOn  Date
}

// The farthest from its event that a line of a checklist is due, in days.
const checkDays = 365

// CheckLineFields describes a line of a checklist.
var CheckLineFields = Fields[CheckLine]{
	bare("id", func(c *CheckLine) *int64 { return &c.ID }),
	belongs("event", unseen, func(c *CheckLine) *int64 { return &c.EventID }),
	bare("rank", func(c *CheckLine) *int { return &c.Rank }),
	number("days", Say("Days after the event"), -checkDays, checkDays, func(c *CheckLine) *int { return &c.Days }),
	line("text", Say("What is to be done"), 200, func(c *CheckLine) *string { return &c.Text }).in("task").must(),
	date("doneOn", Say("Done on"), func(c *CheckLine) *Date { return &c.DoneOn }),
}

// Validate cleans the texts and checks the limits.
func (c *CheckLine) Validate() error { return CheckLineFields.validate(c, nil) }

// Due is the day by which the line is to be done.
func (c *CheckLine) Due(e *Event) Date {
	if c.Days > 0 {
		return e.Until().AddDays(c.Days)
	}
	return e.On.AddDays(c.Days)
}

// EventTemplate is what the leader plans events from beside the formats.
type EventTemplate struct {
	ID       int64
	Name     string
	Format   string
	Minutes  int
	Place    string
	Link     string
	Purpose  string
	Audience Audience
	Steps    Lines // "10 Welcome"
	Checks   Lines // "7 Print the sheet", as ChecksOf reads it
}

// ChecklistHint says how a checklist is written.
var ChecklistHint = Say("One a line, the days before the event first: “7 Print the sheet”; after it with a plus: “+1 Thank”.")

// EventTemplateFields describes what events are planned from.
var EventTemplateFields = Fields[EventTemplate]{
	bare("id", func(t *EventTemplate) *int64 { return &t.ID }),
	line("name", Say("Name"), 60, func(t *EventTemplate) *string { return &t.Name }).must(),
	choice("format", Say("Format"), func(t *EventTemplate) *string { return &t.Format }, formatKeys()...).called(FormatName).otherwise(Say("Please choose a format.")),
	number("minutes", Say("Minutes"), 5, 24*60, func(t *EventTemplate) *int { return &t.Minutes }).in("length_minutes"),
	line("place", Say("Where"), 120, func(t *EventTemplate) *string { return &t.Place }),
	line("link", Say("Link"), 500, func(t *EventTemplate) *string { return &t.Link }),
	text("purpose", Say("What it is for"), 300, func(t *EventTemplate) *string { return &t.Purpose }),
	choice("audience", Say("Who may come"), func(t *EventTemplate) *Audience { return &t.Audience }, OpenEvent, MembersOnly),
	list("steps", Say("Programme"), 40, 220, func(t *EventTemplate) *Lines { return &t.Steps }).saying(Say("One a line, its minutes first: “10 Welcome”.")),
	list("checks", Say("Checklist"), 40, 220, func(t *EventTemplate) *Lines { return &t.Checks }).saying(ChecklistHint),
}

// Validate cleans the texts and checks the limits.
func (t *EventTemplate) Validate() error { return EventTemplateFields.validate(t, nil) }

// Agenda is the template's steps; one without its minutes takes none.
func (t *EventTemplate) Agenda() []AgendaLine {
	lines := []AgendaLine{}
	for _, line := range t.Steps {
		n, text := numbered(line)
		lines = append(lines, AgendaLine{Minutes: min(max(n, 0), 24*60), Text: text})
	}
	return lines
}

// ChecksOf reads a checklist as it is written, a line each: “7 Print the sheet” is due seven days before the event, “+1 Thank” a day
// after it, and one without a number on the day itself.
func ChecksOf(lines Lines) []CheckLine {
	var all []CheckLine
	for _, line := range lines {
		n, text := numbered(line)
		if !strings.HasPrefix(line, "+") {
			n = -n
		}
		all = append(all, CheckLine{Days: min(max(n, -checkDays), checkDays), Text: text})
	}
	return all
}

// Written is the line as ChecksOf reads it.
func (c *CheckLine) Written() string {
	switch {
	case c.Days < 0:
		return strconv.Itoa(-c.Days) + " " + c.Text
	case c.Days > 0:
		return "+" + strconv.Itoa(c.Days) + " " + c.Text
	}
	return "0 " + c.Text
}

// ChecklistOf is the checklist of an event, as it is written.
func (s *Snapshot) ChecklistOf(eventID int64) (written Lines) {
	for i := range s.Checks {
		if c := &s.Checks[i]; c.EventID == eventID {
			written = append(written, c.Written())
		}
	}
	return written
}

var leadingNumber = regexp.MustCompile(`^\+?(\d{1,4})\s+(.+)$`)

// numbered parts the number at the beginning of a line, 0 where there is none, from what stands behind it.
func numbered(line string) (n int, text string) {
	m := leadingNumber.FindStringSubmatch(line)
	if m == nil {
		return 0, line
	}
	return digits(m[1]), m[2]
}

// TemplateOf is an event as a template: what it is, its agenda and its checklist, without people and days.
func (s *Snapshot) TemplateOf(e *Event) EventTemplate {
	t := EventTemplate{Name: e.Title, Format: e.Format, Minutes: e.Minutes, Place: e.Place, Link: e.Link, Purpose: e.Purpose, Audience: e.Audience}
	for i := range s.Agenda {
		if a := &s.Agenda[i]; a.EventID == e.ID {
			t.Steps = append(t.Steps, strconv.Itoa(a.Minutes)+" "+strings.Join(strings.Fields(a.Text), " "))
		}
	}
	t.Checks = s.ChecklistOf(e.ID)
	return t
}
