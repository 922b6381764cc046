package exchange

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"copleader/data"
)

// weekly is a calendar with one event, one of whole days, and a series, each of them changed by the words given.
func weekly(t *testing.T, s *data.Snapshot, change ...string) *Plan {
	t.Helper()
	text := strings.NewReplacer(change...).Replace(`BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:one@google.com
DTSTART:20261210T150000Z
DTEND:20261210T160000Z
SUMMARY:Hands-on
END:VEVENT
BEGIN:VEVENT
UID:days@google.com
DTSTART;VALUE=DATE:20270112
DTEND;VALUE=DATE:20270114
SUMMARY:Offsite
END:VEVENT
BEGIN:VEVENT
UID:series@google.com
DTSTART;TZID=Europe/Berlin:20261203T160000
DTEND;TZID=Europe/Berlin:20261203T170000
RRULE:FREQ=WEEKLY;COUNT=4
SUMMARY:Guild
END:VEVENT
BEGIN:VEVENT
UID:series@google.com
RECURRENCE-ID;TZID=Europe/Berlin:20261217T160000
DTSTART;TZID=Europe/Berlin:20261218T100000
DTEND;TZID=Europe/Berlin:20261218T110000
SUMMARY:Guild
END:VEVENT
END:VCALENDAR
`)
	f := File{Name: "team.ics", Content: []byte(text)}
	events, err := Calendar(context.Background(), f, planDay, planDay.AddDays(365), "Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	p := NewPlan(s, planDay)
	p.AddEvents("team.ics", events)
	return p
}

// afterTaking is the file as it is once a plan is taken in.
func afterTaking(s *data.Snapshot, p *Plan) *data.Snapshot {
	in, after := p.Intake(), *s
	after.Events = slices.Clone(s.Events)
	for _, e := range in.Events {
		if at := slices.IndexFunc(after.Events, func(o data.Event) bool { return o.ID == e.ID }); at >= 0 {
			after.Events[at] = e
			continue
		}
		e.ID = int64(100 + len(after.Events))
		after.Events = append(after.Events, e)
	}
	for _, m := range in.Marks {
		at := slices.IndexFunc(after.Events, func(o data.Event) bool { return o.ID == m.EventID })
		after.Events[at].CalendarMark = m.Mark
	}
	return &after
}

func toldRows(p *Plan) string {
	var all []string
	for i := range p.Rows {
		if r := &p.Rows[i]; r.State != Same {
			all = append(all, fmt.Sprintf("%s %v: %s %s", r.Title(), r.Day(), r.State, r.Do.Do))
		}
	}
	return strings.Join(all, "; ")
}

// Given a calendar that came in, when it comes again a week later, then what stands there as before is nothing new, and what was moved, by itself, out
// of a series or with all of it, is known and offered as changed.
func TestACalendarThatComesAgain(t *testing.T) {
	s := afterTaking(ours(), weekly(t, ours()))
	for name, c := range map[string]struct {
		change []string
		want   string
	}{
		"as before":            {nil, ""},
		"another day":          {[]string{"20261210T1", "20261214T1"}, "Hands-on 2026-12-14: changed replace"},
		"another hour":         {[]string{"20261210T15", "20261210T08", "20261210T16", "20261210T09"}, "Hands-on 2026-12-10: changed replace"},
		"another name":         {[]string{"Hands-on", "Workshop"}, "Workshop 2026-12-10: changed replace"},
		"whole days":           {[]string{"20270112", "20270119", "20270114", "20270121"}, "Offsite 2027-01-19: changed replace"},
		"out of a series":      {[]string{"20261218T1", "20261216T1"}, "Guild 2026-12-16: changed replace"},
		"written in UTC":       {[]string{"RECURRENCE-ID;TZID=Europe/Berlin:20261217T160000", "RECURRENCE-ID:20261217T150000Z", "20261218T1", "20261219T1"}, "Guild 2026-12-19: changed replace"},
		"called off":           {[]string{"SUMMARY:Hands-on", "STATUS:CANCELLED\nSUMMARY:Hands-on"}, "Hands-on 2026-12-10: changed replace"},
		"the series by a day":  {[]string{"20261203T", "20261202T", "20261217T160000", "20261216T160000"}, "Guild 2026-12-02: changed replace; Guild 2026-12-09: changed replace; Guild 2026-12-23: changed replace"},
		"the series parted":    {[]string{"COUNT=4", "COUNT=1", "END:VCALENDAR", "BEGIN:VEVENT\nUID:series_R20261209T150000@google.com\nDTSTART:20261209T150000Z\nDTEND:20261209T160000Z\nRRULE:FREQ=WEEKLY;COUNT=1\nSUMMARY:Guild\nEND:VEVENT\nEND:VCALENDAR"}, "Guild 2026-12-09: changed replace"},
		"another in its place": {[]string{"one@google.com", "two@google.com", "Hands-on", "Talk"}, "Talk 2026-12-10: doubtful leave"},
	} {
		if got := toldRows(weekly(t, s, c.change...)); got != c.want {
			t.Errorf("%s: %s\nwant %s", name, got, c.want)
		}
	}
	p := weekly(t, s, "20261210T1", "20261214T1")
	if r := rowOf(p, Events, "Hands-on"); wording(r.Why) != "It was moved from 10 Dec 2026 to 14 Dec 2026." {
		t.Errorf("it says %q", wording(r.Why))
	}
	if moved := afterTaking(s, p); len(moved.Events) != len(s.Events) || toldRows(weekly(t, moved, "20261210T1", "20261214T1")) != "" {
		t.Error("what was moved is there twice, or is not known as moved")
	}
}

// Given an event of a calendar that was moved here, or was held, when the calendar comes again, then ours stays unless the leader says otherwise.
func TestACalendarMovesNothingOfOurs(t *testing.T) {
	s := afterTaking(ours(), weekly(t, ours()))
	at := slices.IndexFunc(s.Events, func(e data.Event) bool { return e.Title == "Hands-on" })
	s.Events[at].MoveTo(s.Events[at].On.AddDays(2))
	if got := toldRows(weekly(t, s)); got != "Hands-on 2026-12-10: changed leave" {
		t.Errorf("moved here: %s", got)
	}
	s.Events[at].Status = data.StatusHeld
	if got := toldRows(weekly(t, s, "20261210T1", "20261214T1")); got != "Hands-on 2026-12-14: doubtful leave" {
		t.Errorf("held: %s", got)
	}
}

// Given events that were typed in by hand, when a calendar has them too and something else comes in with it, then they are known when they are moved later.
func TestAnEventTypedByHandIsKnownInACalendar(t *testing.T) {
	s := ours()
	s.Events = append(s.Events, data.Event{ID: 50, Title: "Hands-on", On: data.NewDate(2026, 12, 10), Start: 16 * 60, TimeZone: "Europe/Berlin", Minutes: 60, Format: "lean_coffee", Audience: data.OpenEvent, Status: data.StatusPlanned, Brought: data.NotCounted})
	s = afterTaking(s, weekly(t, s))
	if got := toldRows(weekly(t, s, "20261210T1", "20261214T1")); !strings.Contains(got, "Hands-on 2026-12-14: changed replace") {
		t.Error(got)
	}
}

// Given the calendar that we send, when it comes back, then it is known by its own number, changes nothing, and what was moved there is asked about.
func TestOurOwnCalendarComesBack(t *testing.T) {
	s := ours()
	s.Events[0].Confidential, s.Events[1].TimeZone = true, "America/New_York"
	text := func(start string) []byte {
		return fmt.Appendf(nil, "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:%s\nDTSTART:20261001T%sZ\nDURATION:PT1H\nSUMMARY:Ours (Lean coffee)\nDESCRIPTION:With: Anna Müller\nEND:VEVENT\nBEGIN:VEVENT\nUID:%s\nDTSTART:20261001T140000Z\nDURATION:PT1H\nSUMMARY:Lab\nDESCRIPTION:Hosted by: Anna\nEND:VEVENT\nEND:VCALENDAR\n",
			s.EventUID(1), start, s.EventUID(2))
	}
	for start, want := range map[string]string{"150000": "", "170000": "Ours (Lean coffee) 2026-10-01: doubtful leave"} {
		events, err := Calendar(context.Background(), File{Content: text(start)}, planDay.AddDays(-365), planDay, "Europe/Berlin")
		if err != nil {
			t.Fatal(err)
		}
		p := NewPlan(s, planDay)
		p.AddEvents("ours.ics", events)
		if got := toldRows(p); got != want {
			t.Errorf("at %s: %s, want %q", start, got, want)
		}
	}
}
