package kit_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// bigList is a list of n made-up people.
func bigList(n int) *kit.List[person] {
	l := peopleList()
	rows := make([]person, n)
	for i := range rows {
		rows[i] = person{id: int64(i + 1), name: fmt.Sprintf("Person %05d", i+1), unit: "Data", level: "Active", seen: i%100 + 1}
	}
	l.SetRows(rows)
	return l
}

func TestListSelectsByPointerAndKeys(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	var selected, opened []int64
	l := kit.NewList(kit.ListOptions[person]{
		Key:      func(p person) int64 { return p.id },
		Columns:  []kit.Column[person]{{Title: "Name", Text: func(p person) []kit.Span { return []kit.Span{kit.Plain(p.name)} }}},
		OnSelect: func(p person) { selected = append(selected, p.id) },
		OnOpen:   func(p person) { opened = append(opened, p.id) },
	})
	l.SetRows(people)
	w.Show(l)

	w.Tap("Łukasz Wiśniewski")
	w.Key(fyne.KeyDown)
	w.Key(fyne.KeyEnd)
	w.Key(fyne.KeyDown)
	w.Key(fyne.KeyHome)
	w.Key(fyne.KeyUp)
	w.Key(fyne.KeyReturn)

	if !slices.Equal(selected, []int64{2, 3, 6, 1}) {
		t.Errorf("selected %v", selected)
	}
	if !slices.Equal(opened, []int64{1}) {
		t.Errorf("opened %v", opened)
	}
}

func TestListKeepsSelectionAcrossReload(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	l := peopleList()
	w.Show(l)
	l.Select(4)
	l.SetRows([]person{people[5], people[3], people[0]})
	if row, ok := l.Selected(); !ok || row.id != 4 {
		t.Errorf("selected %v %v", row, ok)
	}
	l.SetRows(people[:2])
	if _, ok := l.Selected(); ok {
		t.Error("a row that is gone is still selected")
	}
	w.WantNot("Олена Шевченко")
}

func TestListSortsByItsTitles(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	l := peopleList()
	w.Show(l)
	ids := func() (out []int64) {
		for _, p := range l.Rows() {
			out = append(out, p.id)
		}
		return out
	}
	for _, want := range [][]int64{{1, 3, 4, 5, 2, 6}, {6, 2, 1, 3, 4, 5}, {1, 2, 3, 4, 5, 6}} {
		w.Tap("Last seen")
		if !slices.Equal(ids(), want) {
			t.Errorf("order %v, want %v", ids(), want)
		}
	}
	w.Tap("Unit") // has no order of its own
	if column, _ := l.Sorted(); column != "" {
		t.Errorf("sorted by %q", column)
	}
}

func TestListShowsOnlyWhatCanBeSeen(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	l := bigList(10000)
	w.Show(l)
	w.Want("Person 00001")
	w.WantNot("Person 00100")
	if n := len(w.Texts()); n > 200 {
		t.Errorf("%d texts exist for one screen", n)
	}
	l.Select(9999)
	w.Want("Person 09999")
	w.WantNot("Person 00001")
	w.Resize(1280, 1200)
	w.Want("Person 09999")
	l.SetRows(l.Rows()[:3])
	w.Want("Person 00001", "Person 00003")
}

func TestListInACardScrollsInsideIt(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	l := bigList(10000)
	w.Show(kit.Screen(kit.NewHeader(kit.Header{Title: "Members"}),
		kit.Fit(kit.NewCard("", "", kit.Fill(8, nil, l, kit.Note("10,000 shown"))))))
	w.Want("Person 00001", "10,000 shown")
	w.WantNot("Person 00100")
	foot := w.Find("10,000 shown")
	if end := foot.At.Y + foot.Size.Height; end > 800-24 || end < 700 {
		t.Errorf("the line under the list ends at %v", end)
	}
	if l.Size().Height > 700 {
		t.Errorf("the list is %v high", l.Size().Height)
	}
}

func TestListRowsAreAsHighAsTheirText(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	l := peopleList()
	w.Show(kit.Fit(l))
	wide := l.HeightFor(900)
	if narrow := l.HeightFor(300); narrow <= wide {
		t.Errorf("at 300 %v high, at 900 %v", narrow, wide)
	}
	w.SetTheme(1, 2)
	if large := l.HeightFor(900); large < wide*1.4 {
		t.Errorf("at 200%% %v high, at 100%% %v", large, wide)
	}
}

func TestListHidesColumnsThatHaveNoRoom(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Width: 400, Height: 600})
	l := peopleList()
	w.Show(l)
	w.WantNot("Last seen", "0001-01-04")
	w.Resize(800, 600)
	w.Want("Last seen", "0001-01-04")
}

func TestListSectionsAndWhole(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	l := kit.NewList(kit.ListOptions[person]{
		Key: func(p person) int64 { return p.id }, Whole: true,
		Columns: []kit.Column[person]{{Text: func(p person) []kit.Span { return []kit.Span{kit.Plain(p.name)} }}},
		Section: func(p person) string { return p.level },
	})
	l.SetRows(people)
	w.Show(kit.NewPage(kit.NewCard("Coming up", "", l)))
	count := 0
	for _, s := range w.Texts() {
		if s == "Core" || s == "Active" || s == "Occasional" {
			count++
		}
	}
	if count != 3 {
		t.Errorf("%d section headings, want 3: %q", count, w.Texts())
	}
	w.Want("Nguyễn Thị Hạnh")
}

func TestListRowMenu(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	removed := int64(0)
	l := kit.NewList(kit.ListOptions[person]{
		Key:     func(p person) int64 { return p.id },
		Columns: []kit.Column[person]{{Text: func(p person) []kit.Span { return []kit.Span{kit.Plain(p.name)} }}},
		Menu: func(p person) []*fyne.MenuItem {
			return []*fyne.MenuItem{fyne.NewMenuItem("Remove", func() { removed = p.id })}
		},
	})
	l.SetRows(people)
	w.Show(l)
	w.TapSecondary("Žofie Dvořáková")
	w.Tap("Remove")
	if row, _ := l.Selected(); removed != 5 || row.id != 5 {
		t.Errorf("removed %d, selected %d", removed, row.id)
	}
}

func BenchmarkListOf10000(b *testing.B) {
	w := uitest.Open(b, uitest.Options{})
	l := bigList(10000)
	w.Show(l)
	rows := l.Rows()
	b.Run("show", func(b *testing.B) {
		for range b.N {
			l.SetRows(rows)
		}
	})
	b.Run("select", func(b *testing.B) {
		for i := range b.N {
			l.Select(int64(i%10000 + 1))
		}
	})
	b.Run("sort", func(b *testing.B) {
		for i := range b.N {
			l.SortBy("name", i%2 == 0)
		}
	})
}

// Given a list whose rows open, when one is tapped twice in a row, then it opens, once; two rows one after the other are chosen only.
func TestListOpensOnADoubleClick(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	var opened []int64
	list := kit.NewList(kit.ListOptions[int64]{Key: func(id int64) int64 { return id }, OnOpen: func(id int64) { opened = append(opened, id) },
		Columns: []kit.Column[int64]{{Weight: 1, Text: func(id int64) []kit.Span { return []kit.Span{kit.Plain(fmt.Sprintf("Row %d", id))} }}}})
	w.Show(list)
	list.SetRows([]int64{1, 2})
	w.Settle()
	w.Tap("Row 1")
	w.Tap("Row 2")
	if len(opened) != 0 {
		t.Errorf("opened %v by single clicks", opened)
	}
	w.Tap("Row 2")
	if !slices.Equal(opened, []int64{2}) {
		t.Errorf("opened %v by a double click", opened)
	}
	w.Tap("Row 2")
	if len(opened) != 1 {
		t.Errorf("a third click opened %v", opened)
	}
}
