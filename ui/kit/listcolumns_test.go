package kit_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// memory remembers columns for these tests.
type memory map[string][]kit.ColumnKept

func (m memory) Columns(list string) []kit.ColumnKept              { return m[list] }
func (m memory) KeepColumns(list string, columns []kit.ColumnKept) { m[list] = columns }

// arrangedList shows a list of three columns and one that is off at first.
func arrangedList(t *testing.T, m memory) (*uitest.Window, *kit.List[int64]) {
	t.Helper()
	w := uitest.Open(t, uitest.Options{Width: 600, Height: 640})
	text := func(words string) func(int64) []kit.Span {
		return func(int64) []kit.Span { return []kit.Span{kit.Plain(words)} }
	}
	compare := func(int64, int64) int { return 0 }
	list := kit.NewList(kit.ListOptions[int64]{Key: func(id int64) int64 { return id },
		Arranging: &kit.Arranging{Name: "people", Memory: m, Say: w.Deps().Say}, Columns: []kit.Column[int64]{
			{ID: "name", Title: "Name", Stays: true, Compare: compare, Text: text("Ada")},
			{ID: "unit", Title: "Unit", Compare: compare, Text: text("Engines")},
			{ID: "seen", Title: "Seen", Fixed: 80, Compare: compare, Text: text("today")},
			{ID: "phone", Title: "Phone", Off: true, Compare: compare, Text: text("555")},
		}})
	w.Show(list)
	list.SetRows([]int64{1})
	w.Settle()
	return w, list
}

// titles are the titles in the order shown.
func titles(w *uitest.Window) (shown []string) {
	for _, text := range w.Texts() {
		if slices.Contains([]string{"Name", "Unit", "Seen", "Phone"}, text) {
			shown = append(shown, text)
		}
	}
	return shown
}

// Given a list whose columns can be arranged, when they are chosen, moved and sized in the menu of their titles, then the list shows them so,
// its rows too, and the next list of that name begins with it; as at first brings all back.
func TestColumnsAreArranged(t *testing.T) {
	m := memory{}
	w, _ := arrangedList(t, m)
	choose := func(title, item string) {
		t.Helper()
		w.TapSecondary(title)
		w.Tap(item)
	}
	w.WantNot("Phone", "555")
	choose("Unit", "Phone")
	w.Want("555")
	choose("Phone", "Move left")
	choose("Seen", "Seen")
	w.WantNot("today")
	if got, want := titles(w), []string{"Name", "Unit", "Phone"}; !slices.Equal(got, want) {
		t.Fatalf("shown are %v, want %v", got, want)
	}
	choose("Phone", "Move left")
	before := w.Find("555").Size.Width
	choose("Phone", "Wider")
	if got := w.Find("555").Size.Width; got < before+20 {
		t.Errorf("the column is %g wide, before %g", got, before)
	}
	again, _ := arrangedList(t, m)
	if got, want := titles(again), []string{"Name", "Phone", "Unit"}; !slices.Equal(got, want) {
		t.Errorf("remembered are %v, want %v", got, want)
	}
	if got := again.Find("555").Size.Width; got < before+20 {
		t.Errorf("remembered is a width of %g, before %g", got, before)
	}
	again.TapSecondary("Name")
	again.Tap("As at first")
	if got, want := titles(again), []string{"Name", "Unit", "Seen"}; !slices.Equal(got, want) {
		t.Errorf("as at first are %v, want %v", got, want)
	}
}

// Given a title with the focus, then its menu opens by key; the edge behind it sizes the column by the pointer, and a list too narrow for
// what was sized shows all columns.
func TestColumnsBySeveralWays(t *testing.T) {
	m := memory{}
	w, list := arrangedList(t, m)
	w.Win.Canvas().Focus(w.Find("Unit").Object.(fyne.Focusable))
	w.Key(fyne.KeyDown)
	w.Want("Move left")
	w.Key(fyne.KeyEscape)
	before := w.Find("Engines").Size.Width
	edges := w.AllOf("edge")
	drag := edges[1].Object.(fyne.Draggable)
	drag.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DX: 60}})
	drag.DragEnd()
	w.Settle()
	if got := w.Find("Engines").Size.Width; got < before+59 || len(m["people"]) == 0 {
		t.Errorf("the column is %g wide, before %g; remembered is %v", got, before, m)
	}
	list.ArrangeColumns([]kit.ColumnKept{{ID: "unit", Width: 3000}})
	w.Resize(400, 300)
	for _, text := range []string{"Ada", "Engines", "today"} {
		if n := w.Find(text); n.Size.Width < 30 || n.At.X+n.Size.Width > 400 {
			t.Errorf("%s stands at %v, %v large", text, n.At, n.Size)
		}
	}
}
