package backlog

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given a community without items, then the screen says what belongs there and offers the first step.
func TestFounded(t *testing.T) {
	b := open(t, datatest.Founded(t), uitest.Options{})
	b.Want("Here stands what the community might do", "New item")
	b.WantNot("Idea", "Parked 0")
	b.Tap("Add the first item")
	b.Type("Title", "Ask around\n")
	b.Want("Idea", "Ask around")
}

// Given a file that is only read, then items can be looked at and nothing can be done.
func TestReadOnly(t *testing.T) {
	w := uitest.Open(t, uitest.Options{ReadOnly: true})
	st := datatest.Demo(t)
	s := New(w.Deps(), st)
	w.ShowPage(s)
	w.WantNot("New item")
	w.DragOnto("Monthly digest", "Second lightning round")
	s.board.FocusItem(18)
	for _, id := range []string{"backlog.add", "backlog.vote", "backlog.remove", "backlog.move.ready", "backlog.right"} {
		if w.Fire(id) {
			t.Errorf("%s did something", id)
		}
	}
	w.Tap("Monthly digest")
	w.Want("Its way so far")
	w.WantNot("Remove")
	if f, ok := s.detail.fields.Input("title").(fyne.Disableable); ok && !f.Disabled() {
		t.Error("the title can be typed into")
	}
	if i, _ := datatest.Read(t, st).ItemByID(18); i.Column != data.ColumnIdea {
		t.Errorf("it moved to %s", i.Column)
	}
}

// Given a store that fails, then the screen says so with a way to try again; a deed that fails is told and the board stays.
func TestFailingStore(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	st, faults := datatest.Breakable(t)
	faults.Set(datatest.Reading(data.Fault(data.CodeUnreadable, "The file cannot be read just now.")))
	s := New(w.Deps(), st)
	w.ShowPage(s)
	w.Want("The file cannot be read just now.", "Try again")
	if w.Fire("backlog.open") {
		t.Error("an item could be opened")
	}
	faults.Set(datatest.Reading(errors.New("disk on fire")))
	w.Tap("Try again")
	w.Want("Something went wrong.")
	faults.Set()
	w.Tap("Try again")
	w.Want("Monthly digest")
	faults.Set(datatest.Writing(data.Fault(data.CodeFull, "There is no space left; nothing was changed.")))
	w.DragOnto("Monthly digest", "Second lightning round")
	if got := w.LastNotice(); got != "There is no space left; nothing was changed." {
		t.Errorf("the notice says %q", got)
	}
	if got := len(s.state.visible(data.ColumnIdea)); got != 5 {
		t.Errorf("Idea shows %d items", got)
	}
}

// Given the sizes and shades the window can have, then the screen is drawn without a fault; few are looked at where no folder
// for pictures is named.
func TestPictures(t *testing.T) {
	for name, o := range map[string]uitest.Options{
		"backlog":                  {},
		"backlog-dark":             {Dark: true},
		"backlog-80":               {Scale: 0.8},
		"backlog-200":              {Scale: 2},
		"backlog-small":            {Width: 960, Height: 640},
		"backlog-200-small":        {Width: 960, Height: 640, Scale: 2},
		"backlog-long":             {},
		"backlog-item":             {},
		"backlog-item-200":         {Scale: 2},
		"backlog-form":             {},
		"library":                  {},
		"library-200-small":        {Width: 960, Height: 640, Scale: 2},
		"library-founded":          {},
		"stories":                  {},
		"stories-dark-200":         {Dark: true, Scale: 2},
		"stories-small":            {Width: 960, Height: 640},
		"stories-long":             {},
		"stories-founded":          {},
		"story-form":               {},
		"backlog-parked":           {},
		"backlog-founded":          {},
		"backlog-chosen":           {},
		"backlog-chosen-dark":      {Dark: true},
		"backlog-chosen-200-small": {Width: 960, Height: 640, Scale: 2},
		"backlog-lines":            {},
		"library-chosen":           {},
	} {
		if !uitest.KeepsPictures() && !slices.Contains([]string{"backlog-dark", "backlog-200-small", "backlog-item", "library-200-small", "stories-dark-200"}, name) {
			continue
		}
		t.Run(name, func(t *testing.T) {
			st := datatest.Demo(t)
			if strings.HasSuffix(name, "-founded") {
				st = datatest.Founded(t)
			}
			if strings.HasSuffix(name, "-long") {
				lengthen(t, st)
			}
			b := open(t, st, o)
			switch name {
			case "backlog-item", "backlog-item-200":
				b.screen.open(9)
			case "backlog-chosen", "backlog-chosen-dark", "backlog-chosen-200-small":
				b.choose("Try an earlier time slot", "Second lightning round", "Two protected hours a month")
			case "backlog-lines":
				b.TapNode(b.ByID("button", "add.ready"))
				b.Type("What, one a line", "Pair on a test\nAsk Ops about logs")
			case "library-chosen":
				b.screen.showView(Library)
				b.screen.ChooseAll()
			case "backlog-form":
				b.screen.New()
			case "library", "library-200-small", "library-founded":
				b.screen.showView(Library)
			case "stories", "stories-dark-200", "stories-small", "stories-long", "stories-founded":
				b.screen.showView(Stories)
			case "story-form":
				b.screen.Arrive(kit.Begun{Row: data.ValueStory{ItemID: 3}})
			case "backlog-parked":
				b.screen.Arrive(int64(20))
			}
			b.Keep(name)
		})
	}
}

// lengthen gives items a long title and an owner with a long name, and an owner whose name is Arabic.
func lengthen(t *testing.T, st *store.Store) {
	ctx := context.Background()
	long := strings.Repeat("W", 60) + " " + strings.Repeat("W", 59)
	if err := store.Rows(st, store.Members).Change(ctx, 5, store.Visit{}, func(m *data.Member) { m.Name = long }); err != nil {
		t.Fatal(err)
	}
	if err := store.Rows(st, store.Items).Change(ctx, 17, store.Visit{}, func(i *data.Item) { i.Title = strings.Repeat("W", 100); i.Votes = 44 }); err != nil {
		t.Fatal(err)
	}
	if err := store.Rows(st, store.Stories).Change(ctx, 1, store.Visit{}, func(s *data.ValueStory) {
		s.Title, s.MemberID, s.Situation = strings.Repeat("W", 120), 5, strings.Repeat("اختبار الأدوات ", 30)
	}); err != nil {
		t.Fatal(err)
	}
	if err := store.Rows(st, store.Items).Change(ctx, 14, store.Visit{}, func(i *data.Item) { i.Title, i.OwnerID = "عرض الأدوات الستة", 7 }); err != nil {
		t.Fatal(err)
	}
}

// BenchmarkSearch types one letter into the search over a board of 300 items in a community of 10,000.
func BenchmarkSearch(b *testing.B) {
	w := benchBoard(b)
	b.ResetTimer()
	for i := range b.N {
		w.screen.state.Search(string(rune('a' + i%2)))
		w.screen.show()
	}
}

// BenchmarkLoad reads and shows a board of 300 items in a community of 10,000.
func BenchmarkLoad(b *testing.B) {
	w := benchBoard(b)
	b.ResetTimer()
	for range b.N {
		w.screen.Load()
	}
}

func benchBoard(b *testing.B) *bench {
	s := datatest.Large(10_000, 1_000, 0)
	for i := len(s.Items); i < 300; i++ {
		s.Items = append(s.Items, data.Item{ID: int64(i + 1), Title: fmt.Sprintf("Item number %d about tests", i), Kind: data.ItemKinds[i%len(data.ItemKinds)],
			Column: data.Columns[i%5], Rank: 1024 * (i + 1), OwnerID: int64(i*31%10_000 + 1), CreatedOn: datatest.Today.AddDays(-i), DoneOn: doneOn(i)})
	}
	return open(b, datatest.Filled(b, s), uitest.Options{})
}

func doneOn(i int) data.Date {
	if data.Columns[i%5] == data.ColumnDone {
		return datatest.Today.AddDays(-i % 80)
	}
	return 0
}

// BenchmarkOpenItem opens an item's dialog, which offers all 10,000 people as owners.
func BenchmarkOpenItem(b *testing.B) {
	w := benchBoard(b)
	b.ResetTimer()
	for range b.N {
		w.screen.open(1)
		w.screen.detail.leave()
	}
}
