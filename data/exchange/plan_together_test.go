package exchange

import (
	"slices"
	"testing"

	"copleader/data"
)

// Given a calendar and the lists of who came to what stands in it, brought together, then each list is of the event of its day, as it would be if that was there already; one
// that begins hours apart under another title is not.
func TestListsBesideTheirCalendar(t *testing.T) {
	on := data.NewDate(2026, 9, 15)
	event := func(title string, start data.Clock) Event {
		return Event{Row: data.Event{Title: title, On: on, Start: start, Minutes: 60}, Given: []string{"title", "on", "start", "minutes"}}
	}
	list := func(title string, start data.Clock) Attended {
		return Attended{Title: title, On: on, Start: start, Minutes: 60, People: []Attendee{{Name: "Anna Müller", Line: 2}}}
	}
	for name, c := range map[string]struct {
		events []Event
		list   Attended
		come   int // that come in
	}{
		"without a title":     {[]Event{event("CoP: Lab", 960)}, list("", 962), 1},
		"with another title":  {[]Event{event("CoP: Lab", 960)}, list("Weekly call", 962), 1},
		"with a word of it":   {[]Event{event("CoP: Lab", 960)}, list("lab", 540), 1},
		"of another meeting":  {[]Event{event("CoP: Lab", 960)}, list("Stand-up", 540), 2},
		"of one of two":       {[]Event{event("CoP: Lab", 960), event("Talk", 600)}, list("Stand-up", 540), 3},
		"of one of two, told": {[]Event{event("CoP: Lab", 960), event("Talk", 600)}, list("talk", 600), 2},
	} {
		p := NewPlan(ours(), planDay)
		p.AddSource(&Source{Name: "a.csv", What: Attendance, came: []Attended{c.list}}, &Source{Name: "b.ics", What: Events, events: c.events})
		in := p.Intake()
		if len(in.Events) != c.come || len(in.Present) != 1 {
			t.Errorf("%s: %d events come in, %d were there", name, len(in.Events), len(in.Present))
			continue
		}
		if at := slices.IndexFunc(in.Events, func(e data.Event) bool { return e.ID == in.Present[0].EventID }); at < 0 || c.come == 1 && at != 0 {
			t.Errorf("%s: they were at %d of %v", name, in.Present[0].EventID, in.Events)
		}
	}
}

// Given headings as they are shortened, or called in large organisations, then the unit comes in.
func TestUnitsUnderShortHeadings(t *testing.T) {
	for _, text := range []string{"Name;Abt.\nAnna Berg;QS\nOtto Klein;QS\n", "Nom;Direction\nAnna Berg;QS\nOtto Klein;QS\n"} {
		s := Understand(t.Context(), File{Name: "list.csv", Content: []byte(text)}, Hints{})
		if len(s.people) != 2 || s.people[1].Row.Unit != "QS" {
			t.Errorf("%q brings %+v", text, s.people)
		}
	}
}
