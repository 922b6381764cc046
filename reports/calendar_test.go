package reports_test

import (
	"bytes"
	"context"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/reports"
)

// dated is an event as another reader found it in a calendar.
type dated struct {
	UID, Start, End, Summary, Status, Place, About, Class, Link, Organizer string
	Sequence                                                               int
}

const icalendarReader = `
import sys, json, icalendar
cal = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
text = lambda e, k: str(e.get(k, ''))
print(json.dumps(dict(Method=text(cal, 'method'), Events=[dict(UID=text(e, 'uid'), Start=e['dtstart'].dt.isoformat(), End=e['dtend'].dt.isoformat(),
  Summary=text(e, 'summary'), Status=text(e, 'status'), Place=text(e, 'location'), About=text(e, 'description'), Class=text(e, 'class'),
  Link=text(e, 'url'), Organizer=text(e, 'organizer'), Sequence=int(e['sequence'])) for e in cal.walk('VEVENT')])))
`

const vobjectReader = `
import sys, json, vobject
cal = vobject.readOne(sys.stdin.buffer.read().decode('utf-8'))
text = lambda e, k: str(getattr(e, k).value) if hasattr(e, k) else ''
print(json.dumps(dict(Method=text(cal, 'method'), Events=[dict(UID=text(e, 'uid'), Start=e.dtstart.value.isoformat(), End=e.dtend.value.isoformat(),
  Summary=text(e, 'summary'), Status=text(e, 'status'), Place=text(e, 'location'), About=text(e, 'description'), Class=text(e, 'class'),
  Link=text(e, 'url'), Organizer=text(e, 'organizer'), Sequence=int(e.sequence.value)) for e in cal.vevent_list])))
`

type readCalendar struct {
	Method string
	Events []dated
}

func calendarBy(t *testing.T, module string, content []byte) readCalendar {
	t.Helper()
	var cal readCalendar
	python(t, module, map[string]string{"icalendar": icalendarReader, "vobject": vobjectReader}[module], content, &cal)
	return cal
}

func TestOtherProgramsReadTheCalendar(t *testing.T) {
	snap := demoSnapshot(t)
	content, _ := write(t, "calendar", snap, options())
	for _, module := range []string{"icalendar", "vobject"} {
		cal := calendarBy(t, module, content)
		if cal.Method != "PUBLISH" || len(cal.Events) != 3 {
			t.Fatalf("%s: method %q, %d events", module, cal.Method, len(cal.Events))
		}
		next := cal.Events[2]
		planned := snap.Events[9]
		if next.Summary != planned.Title || next.Place != planned.Place || next.Status != "TENTATIVE" && next.Status != "CONFIRMED" {
			t.Errorf("%s: E10 is %+v", module, next)
		}
		start, err := time.Parse(time.RFC3339, next.Start)
		if err != nil || !start.Equal(planned.StartsAt()) {
			t.Errorf("%s: begins %s, should %s (%v)", module, next.Start, planned.StartsAt(), err)
		}
		if end, _ := time.Parse(time.RFC3339, next.End); end.Sub(start) != time.Duration(planned.Minutes)*time.Minute {
			t.Errorf("%s: lasts %v", module, end.Sub(start))
		}
		if !strings.Contains(next.About, "Lightning talks") {
			t.Errorf("%s: about %q", module, next.About)
		}
	}
}

func TestALaterCalendarChangesTheEventsOfAnEarlierOne(t *testing.T) {
	snap := demoSnapshot(t)
	opt := options()
	first, _ := write(t, "calendar", snap, opt)
	before := calendarBy(t, "icalendar", first)

	// Everything about the event changes, and so does the community's name.
	e := &snap.Events[9]
	e.Title, e.On, e.Start, e.Place, e.Status = "Another title", e.On.AddDays(7), e.Start+30, "Elsewhere", data.StatusCancelled
	snap.Community.Name = "Renamed"
	opt.Now = opt.Today.AddDays(1).Time()
	second, _ := write(t, "calendar", snap, opt)
	after := calendarBy(t, "icalendar", second)
	if after.Method != "PUBLISH" || len(after.Events) != len(before.Events) {
		t.Fatalf("%+v", after)
	}
	for i := range after.Events {
		if after.Events[i].UID != before.Events[i].UID || after.Events[i].Sequence <= before.Events[i].Sequence {
			t.Errorf("event %d: %s %d became %s %d", i, before.Events[i].UID, before.Events[i].Sequence, after.Events[i].UID, after.Events[i].Sequence)
		}
	}
	if got := after.Events[2]; got.Status != "CANCELLED" || got.Summary != "Another title" {
		t.Errorf("the cancelled event is %+v", got)
	}
	ids := map[string]bool{}
	for _, e := range before.Events {
		ids[e.UID] = true
	}
	if len(ids) != len(before.Events) {
		t.Errorf("two events share a number: %v", slices.Collect(maps.Keys(ids)))
	}

	// Sent alone, the cancellation is one that mail programs act upon.
	opt.EventID = e.ID
	alone, _ := write(t, "calendar", snap, opt)
	for _, module := range []string{"icalendar", "vobject"} {
		cal := calendarBy(t, module, alone)
		if cal.Method != "CANCEL" || len(cal.Events) != 1 || cal.Events[0].Status != "CANCELLED" || cal.Events[0].UID != before.Events[2].UID {
			t.Errorf("%s: %+v", module, cal)
		}
	}
}

func TestTheCalendarKeepsWhatIsConfidential(t *testing.T) {
	snap := demoSnapshot(t)
	snap.Events[9].Confidential, snap.Events[9].Purpose = true, "Anna's secret trouble"
	snap.Members[0].Email = "zoe@example.org"
	content, _ := write(t, "calendar", snap, options())
	if bytes.Contains(content, []byte("Second lightning")) || bytes.Contains(content, []byte("secret trouble")) {
		t.Errorf("a confidential event is told:\n%s", content)
	}
	cal := calendarBy(t, "vobject", content)
	if e := cal.Events[2]; e.Class != "CONFIDENTIAL" {
		t.Errorf("%+v", e)
	}
}

// Given an event online, then its link is where readers look: in the place if
// there is none, else in the text. Given one event alone, then its file makes no
// calendar and asks for no reply, with and without an address of the leader.
func TestTheLinkIsWhereReadersLook(t *testing.T) {
	const link = "https://teams.example/l/1?a=b;c,d"
	snap, opt := demoSnapshot(t), options()
	e := &snap.Events[9]
	e.Place, e.Link, opt.EventID = "", link, e.ID
	nobody, _ := write(t, "calendar", snap, opt)
	snap.Members[0].Email = "zoe@example.org"
	online, _ := write(t, "calendar", snap, opt)
	if !bytes.Equal(online, nobody) {
		t.Error("the leader's address changes the file")
	}
	e.Place = "Room 4"
	both, _ := write(t, "calendar", snap, opt)
	for _, module := range []string{"icalendar", "vobject"} {
		if got := calendarBy(t, module, online).Events[0]; got.Place != link || got.Link != link || strings.Contains(got.About, link) {
			t.Errorf("%s: online %+v", module, got)
		}
		if got := calendarBy(t, module, both).Events[0]; got.Place != "Room 4" || got.Link != link || !strings.Contains(got.About, "\nJoin: "+link) {
			t.Errorf("%s: both %+v", module, got)
		}
	}
	for _, property := range []string{"X-WR-CALNAME", "ORGANIZER"} {
		if bytes.Contains(both, []byte(property)) {
			t.Errorf("the file of one event has %s", property)
		}
	}
	if host := snap.Members[2].Name; !strings.Contains(calendarBy(t, "icalendar", both).Events[0].About, "Hosted by: "+host) {
		t.Errorf("the host %s is not named", host)
	}
}

func TestHostileTextsStayTextsInACalendar(t *testing.T) {
	snap := demoSnapshot(t)
	e := &snap.Events[9]
	e.Title = "A\r\nEND:VEVENT\r\nBEGIN:VEVENT; , \\ " + strings.Repeat("ä王", 400)
	e.Place, e.Link, e.Purpose = "Room\r4;5,6\x00", "javascript:alert(1)\nX-EVIL:1", "line\nline;, \\ x"
	e.TimeZone = "No/Where"
	snap.Members[0].Email = "a\"b@example.org\r\nX-EVIL:1"
	content, _ := write(t, "calendar", snap, options())
	wellFolded(t, content)
	for _, module := range []string{"icalendar", "vobject"} {
		cal := calendarBy(t, module, content)
		if len(cal.Events) != 3 || cal.Events[2].Summary != data.CleanLine(e.Title) || cal.Events[2].Link != "" || cal.Events[2].Organizer != "" {
			t.Errorf("%s: %+v", module, cal)
		}
		if !strings.HasPrefix(cal.Events[2].About, "line\nline;, \\ x\n") {
			t.Errorf("%s: about %q", module, cal.Events[2].About)
		}
	}
}

func TestACommunityWithoutDatesHasNoCalendar(t *testing.T) {
	var out bytes.Buffer
	if _, err := reports.Write(context.Background(), "calendar", held{emptySnapshot()}, options(), &out); !data.IsCode(err, data.CodeNothing) {
		t.Errorf("%v", err)
	}
}

// Given a community of one's own, when its first day or its name is put right, then its events keep their place in every
// calendar; another community begun on the same day has places of its own.
func TestEventsKeepTheirPlaceInCalendars(t *testing.T) {
	t.Parallel()
	uid := func(st *store.Store) string {
		var out bytes.Buffer
		if _, err := reports.Write(t.Context(), "calendar", st, options(), &out); err != nil {
			t.Fatal(err)
		}
		_, rest, _ := strings.Cut(out.String(), "UID:")
		id, _, _ := strings.Cut(rest, "\r\n")
		return id
	}
	founded := func() *store.Store {
		st := datatest.Founded(t)
		e := data.Event{Title: "First", Format: "lean_coffee", On: today.AddDays(3), Start: 600, Minutes: 60, Status: data.StatusPlanned, Audience: data.OpenEvent}
		if err := store.Rows(st, store.Events).Save(t.Context(), &e); err != nil {
			t.Fatal(err)
		}
		return st
	}
	st := founded()
	before := uid(st)
	if err := st.ChangeCommunity(t.Context(), store.Visit{}, func(c *data.Community) { c.StartedOn, c.Name = c.StartedOn.AddDays(-30), "Otherwise" }); err != nil {
		t.Fatal(err)
	}
	if after := uid(st); after != before || before == "" {
		t.Errorf("before %q, after %q", before, after)
	}
	if other := uid(founded()); other == before {
		t.Errorf("two communities share %q", other)
	}
}

// Given an event over three days, then a calendar has it until the end of the last, the documents say so, and read back it is the same.
func TestAnEventOverSeveralDaysEndsOnItsLast(t *testing.T) {
	snap := demoSnapshot(t)
	e := &snap.Events[9]
	e.LastDay = e.On.AddDays(2)
	content, _ := write(t, "calendar", snap, options())
	if want := "DTEND:" + e.EndsAt().UTC().Format("20060102T150405Z"); !strings.Contains(string(content), want) || e.EndsAt().Sub(e.StartsAt()) != 49*time.Hour {
		t.Errorf("no %s in\n%s", want, content)
	}
	announced, _ := write(t, "announce", snap, options())
	said(t, "the announcement", string(announced), "Saturday, 5 Dec 2026, 16:00 – Monday, 7 Dec 2026, 17:00")
}
