package events

import (
	"slices"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// written are the agenda and the checklist of an event, a line each.
func (b *bench) written(id int64) (agenda, checks []string) {
	b.T.Helper()
	d := b.Read()
	for _, a := range d.Agenda {
		if a.EventID == id {
			agenda = append(agenda, a.Text)
		}
	}
	return agenda, d.ChecklistOf(id)
}

// Given an event with an agenda of its own, parts and a checklist, when it is copied, then the copy has all of them and none of it ticked.
func TestCopyAnEvent(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	if err := b.Store.SetAgenda(t.Context(), 10, []data.AgendaLine{{Minutes: 20, Text: "Ours"}}); err != nil {
		t.Fatal(err)
	}
	b.arrive(10)
	b.Fire("events.checklist")
	b.Type("Checklist", "7 Print the sheet\n+1 Thank the speakers")
	b.Tap("Save")
	b.Want("Print the sheet", "by 28 Nov", "by 6 Dec")
	b.Tap("Print the sheet")
	if got := b.Read().Checks[0].DoneOn; got != today {
		t.Fatalf("done on %s", got)
	}
	b.Fire("events.again")
	b.TapNode(b.ByID("button", "save"))
	agenda, checks := b.written(11)
	if !slices.Equal(agenda, []string{"Ours"}) || !slices.Equal(checks, []string{"7 Print the sheet", "+1 Thank the speakers"}) {
		t.Errorf("%q, %q", agenda, checks)
	}
	d := b.Read()
	who := func(id int64) (all []data.EventRole) {
		for _, r := range d.EventRoles {
			if r.EventID == id {
				r.ID, r.EventID, r.Rank = 0, 0, 0
				all = append(all, r)
			}
		}
		return all
	}
	if !slices.Equal(who(10), who(11)) || d.Checks[len(d.Checks)-1].DoneOn != 0 || d.Checks[len(d.Checks)-2].DoneOn != 0 {
		t.Errorf("who does what is %v, was %v; the checklist is %v", who(11), who(10), d.Checks)
	}
}

// Given an event kept as a template, then it stands among the formats, and what is planned from it has its length, agenda and checklist.
func TestTemplate(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 4600})
	b.arrive(10)
	b.Fire("events.template")
	b.Type("Name", "Our round")
	b.Type("Minutes", "75")
	b.Type("Programme", "15 Greeting\n60 Talks")
	b.Type("Checklist", "7 Print the sheet")
	b.TapNode(b.ByID("button", "save"))
	b.Tap("Formats")
	b.Want("Your own templates", "Our round", "Lightning talks · 75 minutes", "Checklist: ", "7 Print the sheet")
	b.Keep("events-templates")
	b.TapNode(b.ByID("button", "plan.template.1"))
	b.Want("Greeting")
	b.TapNode(b.ByID("button", "save"))
	e := b.event(11)
	agenda, checks := b.written(11)
	if e.Title != "Our round" || e.Format != "lightning_talks" || e.Minutes != 75 || e.Place != "Room Halley" ||
		!slices.Equal(agenda, []string{"Greeting", "Talks"}) || !slices.Equal(checks, []string{"7 Print the sheet"}) {
		t.Errorf("%+v, %q, %q", e, agenda, checks)
	}
	b.Fire("events.series")
	b.Choose("Format", "Our round")
	b.Type("How often", "weekly, 2 times")
	b.Tap("Plan 2 events")
	for _, id := range []int64{12, 13} {
		if agenda, checks := b.written(id); b.event(id).Title != "Our round" || len(agenda) != 2 || len(checks) != 1 {
			t.Errorf("%+v, %q, %q", b.event(id), agenda, checks)
		}
	}
	b.Tap("Formats")
	b.TapNode(b.ByID("button", "change.template.1"))
	if got := b.Field("Programme").Object.(*kit.TextField).Text; got != "15 Greeting\n60 Talks" {
		t.Errorf("the template has %q", got)
	}
	b.Tap("Cancel")
	b.TapNode(b.ByID("button", "remove.template.1"))
	b.WantNot("Your own templates")
	b.Notices[len(b.Notices)-1].Do()
	b.Settle()
	b.Want("Your own templates")
}

// Given the formats in view, then Find searches them, and what chooses kinds of events is not there.
func TestFindSearchesTheFormats(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Want("Any kind")
	b.Tap("Formats")
	b.WantNot("Any kind")
	b.Type("Find…", "retrospective")
	b.Want("Retrospective")
	b.WantNot("Lean coffee")
	b.Type("Find…", "zzz")
	b.Want("No format is found. Names, what they are for and their steps are searched.")
	b.Tap("Show all formats")
	b.Want("Lean coffee")
	b.Tap("List")
	b.Want("Any kind")
}
