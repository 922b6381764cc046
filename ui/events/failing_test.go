package events

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/uitest"
)

// Given a store that fails, then the screen says so with a way to try again, and shows the events once it works.
func TestFailingStore(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	st, faults := datatest.Breakable(t)
	faults.Set(datatest.Reading(data.Fault(data.CodeUnreadable, "The file cannot be read just now.")))
	s := New(w.Deps(), st)
	w.ShowPage(s)
	w.Want("The file cannot be read just now.")
	w.Tap("Formats") // nothing to show there either, and no fault
	faults.Set(datatest.Reading(errors.New("disk on fire")))
	w.Tap("Try again")
	w.Want("Something went wrong.")
	faults.Set()
	w.Tap("List")
	w.Tap("Try again")
	w.Want("Second lightning round")
	faults.Set(datatest.Writing(data.Fault(data.CodeFull, "There is no space left; nothing was changed.")))
	w.Type("Where", "Nowhere")
	w.Leave()
	if got := w.LastNotice(); got != "There is no space left; nothing was changed." {
		t.Errorf("the notice says %q", got)
	}
	w.Fire("events.cancel")
	if got := len(w.Notices); got != 2 {
		t.Errorf("%d notices, want one more", got)
	}
}

// Given the sizes and shades the window can have, then the screen is drawn without a fault; few are looked at where no folder
// for pictures is named.
func TestPictures(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("W", 60) + " " + strings.Repeat("W", 59))
	for _, tc := range []struct {
		name string
		o    uitest.Options
		do   func(b *bench)
	}{
		{"events", uitest.Options{}, nil},
		{"events-200-small", uitest.Options{Width: 960, Height: 640, Scale: 2}, nil},
		{"events-long", uitest.Options{}, func(b *bench) {
			b.change(10, func(e *data.Event) { e.Title, e.Place = long, long })
		}},
		{"events-dark", uitest.Options{Dark: true, Height: 1100, Width: 1280}, func(b *bench) { b.arrive(8) }},
		{"events-80", uitest.Options{Scale: 0.8}, nil},
		{"events-200", uitest.Options{Scale: 2}, nil},
		{"events-small", uitest.Options{Width: 960, Height: 640}, nil},
		{"events-held", uitest.Options{Width: 1280, Height: 1200}, func(b *bench) { b.arrive(4) }},
		{"events-plan", uitest.Options{}, func(b *bench) { b.Tap("Plan event") }},
		{"events-came", uitest.Options{}, func(b *bench) { b.arrive(9); b.Fire("events.came") }},
		{"events-formats", uitest.Options{}, func(b *bench) { b.Tap("Formats") }},
		{"events-more", uitest.Options{}, func(b *bench) { b.Tap("Last day, link and more") }},
		{"events-month", uitest.Options{}, func(b *bench) { b.Tap("Month") }},
		{"events-month-200-small", uitest.Options{Width: 960, Height: 640, Scale: 2}, func(b *bench) { b.Tap("Month") }},
		{"events-month-dark", uitest.Options{Dark: true}, func(b *bench) { b.Tap("Month"); b.Win.Canvas().Focus(b.screen.month.grid) }},
		{"events-open-200-small", uitest.Options{Width: 960, Height: 640, Scale: 2}, func(b *bench) { b.Tap("Second lightning round") }},
		{"events-meeting", uitest.Options{}, meetToday},
		{"events-meeting-200-small", uitest.Options{Width: 960, Height: 640, Scale: 2}, meetToday},
		{"events-workshop-dark", uitest.Options{Dark: true}, func(b *bench) {
			b.change(10, func(e *data.Event) { e.Format = data.VisionWorkshop })
			b.Tap("Take the format's programme")
			meetToday(b)
			b.Key(fyne.KeySpace)
			b.Key(fyne.KeySpace)
		}},
		{"events-asked", uitest.Options{Height: 1100, Width: 1280}, func(b *bench) { askAround(b) }},
		{"events-linking", uitest.Options{}, func(b *bench) { b.Fire("events.link") }},
		{"events-outcome", uitest.Options{Height: 1700, Width: 1280}, func(b *bench) {
			b.arrive(9)
			outcome(b)
		}},
		{"events-chosen", uitest.Options{}, func(b *bench) { b.choose(b.planned()) }},
		{"events-chosen-dark-200", uitest.Options{Dark: true, Scale: 2}, func(b *bench) { b.screen.list.Mark(b.planned()...) }},
		{"events-announce", uitest.Options{}, func(b *bench) { b.Fire("events.announce") }},
		{"events-publish-dark", uitest.Options{Dark: true}, func(b *bench) {
			b.arrive(7)
			b.change(7, func(e *data.Event) { e.Status = data.StatusHeld })
			b.screen.openPublish()
			b.Settle()
			b.TapNode(b.ByID("button", "spread.copy"))
		}},
		{"events-publish-200-small", uitest.Options{Width: 960, Height: 640, Scale: 2}, func(b *bench) { b.arrive(7); b.screen.openPublish(); b.Settle() }},
		{"events-choose", uitest.Options{}, func(b *bench) { b.TapNode(b.ByID("button", "add.minutes")) }},
	} {
		if !uitest.KeepsPictures() && tc.name != "events" && tc.name != "events-200-small" && tc.name != "events-long" {
			continue // drawing is slow
		}
		t.Run(tc.name, func(t *testing.T) {
			b := open(t, datatest.Demo(t), tc.o)
			if tc.do != nil {
				tc.do(b)
			}
			b.Keep(tc.name)
		})
	}
}

// Given a deed asked for before the screen has read the file, then the form waits for it, since it proposes a day from it.
func TestPlanBeforeTheFirstLoad(t *testing.T) {
	later := &uitest.HandRunner{}
	w := uitest.Open(t, uitest.Options{Runner: later})
	s := New(w.Deps(), datatest.Demo(t))
	w.ShowPage(s)
	s.New()
	w.WantNot("Leads")
	later.Finish(0)
	w.Settle()
	if got := w.Field("Day").Object.(interface{ UIValue() string }).UIValue(); got != "Sat 26 Dec 2026" {
		t.Errorf("proposed is %s", got)
	}
}

// Given an event whose red thread is not known yet, when another is chosen meanwhile, then each shows its own as soon as it is
// found out, and it is found out once.
func TestThinkingAside(t *testing.T) {
	later := &uitest.HandRunner{}
	w := uitest.Open(t, uitest.Options{Runner: later, Width: 1280, Height: 2000})
	s := New(w.Deps(), datatest.Demo(t))
	w.ShowPage(s)
	later.Finish(0)
	w.Settle()
	w.Want("Red thread", "You might ask to speak:")
	s.Arrive(int64(3))
	w.Settle()
	w.WantNot("8 members came")
	s.pane.show() // asks again, and must not set out again
	s.Arrive(int64(4))
	w.Settle()
	later.Finish(1)
	w.Settle()
	w.WantNot("8 members came", "12 members came")
	later.Finish(2)
	w.Settle()
	w.Want("12 members came")
	s.Arrive(int64(3))
	w.Settle()
	w.Want("8 members came")
}

// Given a problem clinic, then it can be made confidential at a glance, says so at its head, and its minutes are published with care.
func TestConfidentialClinic(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.WantNot("Confidential: what was said stays there")
	b.change(7, func(e *data.Event) { e.Format = "problem_clinic" })
	b.arrive(7)
	b.Tap("Confidential: what was said stays there")
	if !b.event(7).Confidential {
		t.Fatal("the file has it open")
	}
	b.change(7, func(e *data.Event) { e.Format = "social" })
	b.Want("Confidential", "Confidential: what was said stays there") // it can be taken back
	if err := b.Store.ChangeMinutes(t.Context(), 7, store.Visit{}, func(m *data.Minutes) { m.PublishedOn, m.Text = 0, "x" }); err != nil {
		t.Fatal(err)
	}
	b.Settle()
	b.Tap("Publish minutes")
	b.Want("only what those concerned agree to")
}
