package members

import (
	"context"
	"errors"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/uitest"
)

// Given a store that fails, then the screen says so with a way to try again, and shows the roster once it works.
func TestFailingStore(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	st, faults := datatest.Breakable(t)
	faults.Set(datatest.Reading(data.Fault(data.CodeUnreadable, "The file cannot be read just now.")))
	s := New(w.Deps(), st, "")
	w.ShowPage(s)
	w.Want("The file cannot be read just now.", "Try again")
	faults.Set(datatest.Reading(errors.New("disk on fire")))
	w.Tap("Try again")
	w.Want("Something went wrong.")
	faults.Set()
	w.Tap("Try again")
	w.Want("Everyone 24")
	faults.Set(datatest.Writing(data.Fault(data.CodeFull, "There is no space left; nothing was changed.")))
	w.Type("Unit", "Nowhere")
	w.Leave()
	if got := w.LastNotice(); got != "There is no space left; nothing was changed." {
		t.Errorf("the notice says %q", got)
	}
}

// pictured is one picture of the screen: the window, what was done to the file before, and in the window.
type pictured struct {
	o      uitest.Options
	before func(t *testing.T, st *store.Store)
	then   func(b *bench)
}

func at(id int64) func(b *bench)    { return func(b *bench) { b.screen.Arrive(id) } }
func fire(id string) func(b *bench) { return func(b *bench) { b.Fire(id) } }
func taps(words ...string) func(*bench) {
	return func(b *bench) {
		for _, w := range words {
			b.Tap(w)
		}
	}
}

// Given the sizes and shades the window can have, then the screen is drawn without a fault; few are looked at where no folder
// for pictures is named.
func TestPictures(t *testing.T) {
	small, large := uitest.Options{Width: 960, Height: 640}, uitest.Options{Width: 960, Height: 640, Scale: 2}
	for name, p := range map[string]pictured{
		"members":            {then: at(5)},
		"members-dark":       {o: uitest.Options{Dark: true}, then: at(5)},
		"members-80":         {o: uitest.Options{Scale: 0.8}, then: at(5)},
		"members-200":        {o: uitest.Options{Scale: 2}, then: at(5)},
		"members-small":      {o: small, then: at(5)},
		"members-200-small":  {o: large, then: at(5)},
		"members-list-200":   {o: large},
		"members-long":       {before: longNamed, then: at(5)},
		"members-form":       {then: taps("Add member", "Add member")},
		"members-more":       {then: taps("Олена Шевченко", "Dates and more")},
		"members-arabic-200": {o: uitest.Options{Scale: 2, Dark: true}, then: at(7)},
		"members-newcomer":   {then: at(21)},
		"members-moving":     {then: fire("members.moving")},
		"members-reckoning":  {o: uitest.Options{Dark: true}, then: fire("members.reckoning")},
		"members-follow":     {then: fire("members.ask")},
		"members-follow-200": {o: large, then: fire("members.ask")},
		"members-note":       {then: fire("members.note")},
		"members-pass":       {then: func(b *bench) { b.Fire("members.pass"); b.Tap("Pass leadership") }},
		"members-handing": {then: func(b *bench) {
			b.Fire("members.pass")
			b.Choose("To whom", "Олена Шевченко")
			b.Tap("Pass leadership")
			b.screen.handedOver("binder", true)
		}},
		"members-erase":     {before: longNamed, then: func(b *bench) { at(5)(b); fire("members.erase")(b) }},
		"members-erased":    {before: erased, then: at(5)},
		"members-tall":      {o: uitest.Options{Height: 1700, Width: 1280}, before: richly, then: at(5)},
		"members-tall-dark": {o: uitest.Options{Height: 1700, Width: 1280, Dark: true}, before: richly, then: at(21)},
	} {
		if !uitest.KeepsPictures() && name != "members" && name != "members-200-small" && name != "members-long" {
			continue // drawing is slow
		}
		t.Run(name, func(t *testing.T) {
			st := datatest.Demo(t)
			if p.before != nil {
				p.before(t, st)
			}
			b := open(t, st, p.o)
			if p.then != nil {
				p.then(b)
			}
			b.Keep(name)
		})
	}
	t.Run("founded", func(t *testing.T) { open(t, datatest.Founded(t), uitest.Options{}).Keep("members-founded") })
}

// longNamed gives somebody a name of 120 letters.
func longNamed(t *testing.T, st *store.Store) {
	t.Helper()
	if err := store.Rows(st, store.Members).Change(context.Background(), 5, store.Visit{}, func(m *data.Member) {
		m.Name, m.Unit = strings.TrimSpace(strings.Repeat("W", 60)+" "+strings.Repeat("W", 59)), strings.Repeat("M", 80)
	}); err != nil {
		t.Fatal(err)
	}
}

func erased(t *testing.T, st *store.Store) {
	t.Helper()
	if err := st.Erase(context.Background(), 5, "former member 1"); err != nil {
		t.Fatal(err)
	}
}

// richly adds to the demo what a leader notes about somebody over time.
func richly(t *testing.T, st *store.Store) {
	t.Helper()
	ctx := context.Background()
	for _, err := range []error{
		st.DeclareLevel(ctx, 5, data.Core, "Runs the clinic", today.AddDays(90)),
		store.Rows(st, store.FollowUps).Save(ctx, &data.FollowUp{MemberID: 5, What: "Speak about test naming", State: data.SaidYes, On: today.AddDays(-20), Due: today.AddDays(14), EventID: 10}),
		store.Rows(st, store.FollowUps).Save(ctx, &data.FollowUp{MemberID: 5, What: "Show the new suite", State: data.Asked, On: today.AddDays(-30), Due: today.AddDays(-3)}),
		store.Rows(st, store.FollowUps).Save(ctx, &data.FollowUp{MemberID: 5, What: "Host the book club", State: data.SaidNo, On: today.AddDays(-40)}),
		store.Rows(st, store.Contributions).Save(ctx, &data.Contribution{MemberID: 5, Kind: data.Welcomed, WhomID: 21, On: today.AddDays(-2)}),
		st.SetSetting(ctx, data.BalanceSetting, store.Visit{}, "on"),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// Given a deed asked for before the screen has read the file, then it is done once the file is read; and an answer that comes
// late is dropped.
func TestDeedBeforeTheFirstLoad(t *testing.T) {
	later := &uitest.HandRunner{}
	w := uitest.Open(t, uitest.Options{Runner: later})
	s := New(w.Deps(), datatest.Demo(t), "")
	w.ShowPage(s)
	s.New()
	s.Load()
	w.WantNot("Joined on")
	later.Finish(1)
	w.Settle()
	w.Want("Joined on")
	w.Tap("Cancel")
	s.state.Choose(Contacts)
	later.Finish(0)
	if got := len(s.VisibleIDs()); got != 1 {
		t.Errorf("a late answer was shown: %d people", got)
	}
}

// Typing into the search field over ten thousand people, the list drawn each time.
func BenchmarkTyping10000(b *testing.B) {
	w := uitest.Open(b, uitest.Options{})
	s := New(w.Deps(), datatest.Filled(b, datatest.Large(10000, 1000, 100000)), "")
	w.Show(s.Content())
	s.Load()
	b.ResetTimer()
	for i := range b.N {
		s.find([]string{"a", "aer", "aeroskobing 0", "pay member 09"}[i%4])
	}
}
