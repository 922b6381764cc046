package events

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/uitest"
)

// Given a store that fails, then the screen says so with a way to try again, and shows the events once it works.
func TestFailingStore(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	st := &failing{Store: datatest.Demo(t), err: data.Fault(data.CodeUnreadable, "The file cannot be read just now.")}
	s := New(w.Deps(), st)
	w.Show(s.Content())
	s.Load()
	w.Settle()
	w.Want("The file cannot be read just now.")
	w.Tap("Formats") // nothing to show there either, and no fault
	st.err = errors.New("disk on fire")
	w.Tap("Try again")
	w.Want("Something went wrong.")
	st.err = nil
	w.Tap("Agenda")
	w.Tap("Try again")
	w.Want("Second lightning round")
	st.change = data.Fault(data.CodeFull, "There is no space left; nothing was changed.")
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

// failing is a store whose reading or changing fails as told.
type failing struct {
	*store.Store
	err, change error
}

func (f *failing) Snapshot(ctx context.Context) (*data.Snapshot, error) {
	if f.err != nil {
		return nil, f.err
	}
	return f.Store.Snapshot(ctx)
}

func (f *failing) ChangeEvent(ctx context.Context, id int64, field string, change func(*data.Event)) error {
	if f.change != nil {
		return f.change
	}
	return f.Store.ChangeEvent(ctx, id, field, change)
}

// Given every size and shade the window can have, then the screen is drawn without a fault. With PICTURES set to a folder the
// pictures are kept there, to be looked at.
func TestPictures(t *testing.T) {
	dir := os.Getenv("PICTURES")
	all := dir != ""
	if !all {
		dir = t.TempDir()
	}
	long := strings.TrimSpace(strings.Repeat("W", 60) + " " + strings.Repeat("W", 59))
	for _, tc := range []struct {
		name string
		o    uitest.Options
		do   func(b *bench)
	}{
		{"events", uitest.Options{}, nil},
		{"events-200-small", uitest.Options{Width: 960, Height: 640, Scale: 2}, nil},
		{"events-long", uitest.Options{}, func(b *bench) {
			if err := b.store.ChangeEvent(context.Background(), 10, "", func(e *data.Event) { e.Title, e.Place = long, long }); err != nil {
				t.Fatal(err)
			}
		}},
		{"events-dark", uitest.Options{Dark: true, Height: 1100, Width: 1280}, func(b *bench) { b.arrive(8) }},
		{"events-80", uitest.Options{Scale: 0.8}, nil},
		{"events-200", uitest.Options{Scale: 2}, nil},
		{"events-small", uitest.Options{Width: 960, Height: 640}, nil},
		{"events-held", uitest.Options{Width: 1280, Height: 1200}, func(b *bench) { b.arrive(4) }},
		{"events-plan", uitest.Options{}, func(b *bench) { b.Tap("Plan event") }},
		{"events-came", uitest.Options{}, func(b *bench) { b.arrive(9); b.Fire("events.came") }},
		{"events-formats", uitest.Options{}, func(b *bench) { b.Tap("Formats") }},
		{"events-more", uitest.Options{}, func(b *bench) { b.Tap("Title, link and more") }},
		{"events-choose", uitest.Options{}, func(b *bench) { b.TapNode(b.ByID("button", "add.minutes")) }},
	} {
		if !all && tc.name != "events" && tc.name != "events-200-small" && tc.name != "events-long" {
			continue // drawing is slow
		}
		t.Run(tc.name, func(t *testing.T) {
			b := open(t, datatest.Demo(t), tc.o)
			if tc.do != nil {
				tc.do(b)
			}
			b.Settle()
			b.Picture(filepath.Join(dir, tc.name+".png"))
		})
	}
}

// held is a Runner that does its work when the test says so.
type held struct{ works []func() func() }

func (h *held) Run(work func() (done func())) { h.works = append(h.works, work) }

// Given a deed asked for before the screen has read the file, then the form waits for it, since it proposes a day from it.
func TestPlanBeforeTheFirstLoad(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	deps, later := w.Deps(), &held{}
	deps.Runner = later
	s := New(deps, datatest.Demo(t))
	w.Show(s.Content())
	s.Load()
	s.New()
	w.WantNot("Leads")
	if done := later.works[0](); done != nil {
		done()
	}
	w.Settle()
	if got := w.Field("Day").Object.(interface{ UIValue() string }).UIValue(); got != "2026-12-26" {
		t.Errorf("proposed is %s", got)
	}
}
