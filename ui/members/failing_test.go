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
	st := &datatest.Failing{Store: datatest.Demo(t), Read: data.Fault(data.CodeUnreadable, "The file cannot be read just now.")}
	s := New(w.Deps(), st, Options{})
	w.ShowPage(s)
	w.Want("The file cannot be read just now.", "Try again")
	st.Read = errors.New("disk on fire")
	w.Tap("Try again")
	w.Want("Something went wrong.")
	st.Read = nil
	w.Tap("Try again")
	w.Want("Everyone 24")
	st.Write = data.Fault(data.CodeFull, "There is no space left; nothing was changed.")
	w.Type("Unit", "Nowhere")
	w.Leave()
	if got := w.LastNotice(); got != "There is no space left; nothing was changed." {
		t.Errorf("the notice says %q", got)
	}
}

// Given the sizes and shades the window can have, then the screen is drawn without a fault; few are looked at where no folder
// for pictures is named.
func TestPictures(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("W", 60) + " " + strings.Repeat("W", 59))
	for name, o := range map[string]uitest.Options{
		"members":            {},
		"members-dark":       {Dark: true},
		"members-80":         {Scale: 0.8},
		"members-200":        {Scale: 2},
		"members-small":      {Width: 960, Height: 640},
		"members-200-small":  {Width: 960, Height: 640, Scale: 2},
		"members-long":       {},
		"members-form":       {},
		"members-more":       {},
		"members-founded":    {},
		"members-arabic-200": {Scale: 2, Dark: true},
		"members-newcomer":   {},
		"members-moving":     {},
		"members-reckoning":  {Dark: true},
		"members-follow":     {},
		"members-note":       {},
		"members-erase":      {},
		"members-list-200":   {Width: 960, Height: 640, Scale: 2},
		"members-tall":       {Height: 1700, Width: 1280},
	} {
		if !uitest.KeepsPictures() && name != "members" && name != "members-200-small" && name != "members-long" {
			continue // drawing is slow
		}
		t.Run(name, func(t *testing.T) {
			st := datatest.Demo(t)
			if name == "members-founded" {
				st = datatest.Founded(t)
			}
			if name == "members-long" {
				if err := st.ChangeMember(context.Background(), 5, "", func(m *data.Member) {
					m.Name, m.Unit = long, strings.Repeat("M", 80)
				}); err != nil {
					t.Fatal(err)
				}
			}
			if name == "members-tall" {
				richly(t, st)
			}
			b := open(t, st, o)
			switch name {
			case "members-newcomer":
				b.screen.Arrive(int64(21))
			case "members-moving":
				b.Fire("members.moving")
			case "members-reckoning":
				b.Fire("members.reckoning")
			case "members-follow":
				b.Fire("members.ask")
			case "members-note":
				b.Fire("members.note")
			case "members-erase":
				b.screen.Arrive(int64(13))
				b.Fire("members.erase")
			case "members-list-200":
			case "members-form":
				b.Tap("Add member")
				b.Tap("Add member")
			case "members-more":
				b.pick("Олена Шевченко")
				b.Tap("Name, dates and more")
			case "members-arabic-200":
				b.screen.Arrive(int64(7))
			case "members-founded":
			default:
				b.screen.Arrive(int64(5))
			}
			b.Keep(name)
		})
	}
}

// richly adds to the demo what a leader notes about somebody over time.
func richly(t *testing.T, st *store.Store) {
	t.Helper()
	ctx := context.Background()
	for _, err := range []error{
		st.DeclareLevel(ctx, 5, data.Core, "Runs the clinic", today.AddDays(90)),
		st.SaveFollowUp(ctx, &data.FollowUp{MemberID: 5, What: "Speak about test naming", State: data.SaidYes, On: today.AddDays(-20), Due: today.AddDays(14), EventID: 10}),
		st.SaveFollowUp(ctx, &data.FollowUp{MemberID: 5, What: "Show the new suite", State: data.Asked, On: today.AddDays(-30), Due: today.AddDays(-3)}),
		st.SaveFollowUp(ctx, &data.FollowUp{MemberID: 5, What: "Host the book club", State: data.SaidNo, On: today.AddDays(-40)}),
		st.SaveContribution(ctx, &data.Contribution{MemberID: 5, Kind: data.Welcomed, WhomID: 21, On: today.AddDays(-2)}),
		st.SetSetting(ctx, data.BalanceSetting, "on"),
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
	s := New(w.Deps(), datatest.Demo(t), Options{})
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
	s := New(w.Deps(), fixed{s: datatest.Large(10000, 1000, 100000)}, Options{})
	w.Show(s.Content())
	s.Load()
	b.ResetTimer()
	for i := range b.N {
		s.find([]string{"a", "aer", "aeroskobing 0", "pay member 09"}[i%4])
	}
}
