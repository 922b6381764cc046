package members

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

// Given a store that fails, then the screen says so with a way to try again, and shows the roster once it works.
func TestFailingStore(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	st := &failing{Store: datatest.Demo(t), err: data.Fault(data.CodeUnreadable, "The file cannot be read just now.")}
	s := New(w.Deps(), st)
	w.Show(s.Content())
	s.Load()
	w.Settle()
	w.Want("The file cannot be read just now.", "Try again")
	st.err = errors.New("disk on fire")
	w.Tap("Try again")
	w.Want("Something went wrong.")
	st.err = nil
	w.Tap("Try again")
	w.Want("Everyone 24")
	st.change = data.Fault(data.CodeFull, "There is no space left; nothing was changed.")
	w.Type("Unit", "Nowhere")
	w.Leave()
	if got := w.LastNotice(); got != "There is no space left; nothing was changed." {
		t.Errorf("the notice says %q", got)
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

func (f *failing) ChangeMember(ctx context.Context, id int64, field string, change func(*data.Member)) error {
	if f.change != nil {
		return f.change
	}
	return f.Store.ChangeMember(ctx, id, field, change)
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
	} {
		if !all && name != "members" && name != "members-200-small" && name != "members-long" {
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
			b := open(t, st, o)
			switch name {
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
			b.Settle()
			b.Picture(filepath.Join(dir, name+".png"))
		})
	}
}

// held is a Runner that does its work when the test says so.
type held struct{ works []func() func() }

func (h *held) Run(work func() (done func())) { h.works = append(h.works, work) }

func (h *held) finish(i int) {
	if done := h.works[i](); done != nil {
		done()
	}
}

// Given a deed asked for before the screen has read the file, then it is done once the file is read; and an answer that comes
// late is dropped.
func TestDeedBeforeTheFirstLoad(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	deps, later := w.Deps(), &held{}
	deps.Runner = later
	s := New(deps, datatest.Demo(t))
	w.Show(s.Content())
	s.Load()
	s.New()
	s.Load()
	w.WantNot("Joined on")
	later.finish(1)
	w.Settle()
	w.Want("Joined on")
	w.Tap("Cancel")
	s.state.Choose(Contacts)
	later.finish(0)
	if got := len(s.VisibleIDs()); got != 1 {
		t.Errorf("a late answer was shown: %d people", got)
	}
}

// Typing into the search field over ten thousand people, the list drawn each time.
func BenchmarkTyping10000(b *testing.B) {
	w := uitest.Open(b, uitest.Options{})
	s := New(w.Deps(), fixed{s: datatest.Large(10000, 1000, 100000)})
	w.Show(s.Content())
	s.Load()
	b.ResetTimer()
	for i := range b.N {
		s.find([]string{"a", "aer", "aeroskobing 0", "pay member 09"}[i%4])
	}
}
