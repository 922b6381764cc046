package kit_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

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
	list.ArrangeColumns([]kit.ColumnKept{{ID: "unit", Width: 900}})
	w.Resize(400, 300)
	w.Win.Canvas().Focus(list)
	if n := w.Find("today"); n.At.X < 400 {
		t.Fatalf("the last column stands at %v", n.At)
	}
	for range 20 {
		w.Key(fyne.KeyRight)
	}
	title, cell := w.Find("Seen"), w.Find("today")
	if cell.At.X+cell.Size.Width > 400 || title.At.X != cell.At.X {
		t.Errorf("scrolled sideways, the last column stands at %v, its title at %v", cell.At, title.At)
	}
}

// within is the first part of an object that is wanted, as it stands before anything is laid out anew; nil for none.
func within(o fyne.CanvasObject, wanted func(fyne.CanvasObject) bool) fyne.CanvasObject {
	if wanted(o) {
		return o
	}
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		parts = o.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(o).Objects()
	}
	for _, part := range parts {
		if found := within(part, wanted); found != nil {
			return found
		}
	}
	return nil
}

// standsAt is how far to the right the title or the cell with a text stands.
func standsAt(t *testing.T, in fyne.CanvasObject, kind, text string) float32 {
	t.Helper()
	found := within(in, func(o fyne.CanvasObject) bool {
		n, is := o.(interface {
			UINode() (kind, id, text string)
		})
		if !is {
			return false
		}
		k, _, says := n.UINode()
		return k == kind && says == text
	})
	if found == nil {
		t.Fatalf("there is no %s %q", kind, text)
	}
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(found).X
}

// Given a list wider than its room, then its titles stand above their columns after every key, turn of the wheel and change of columns
// or room, at once; a key moves it by a column or so.
func TestTitlesGoAlongSideways(t *testing.T) {
	w, list := arrangedList(t, memory{})
	list.ArrangeColumns([]kit.ColumnKept{{ID: "name", Width: 200}, {ID: "unit", Width: 500}, {ID: "seen", Width: 200}, {ID: "phone", Off: true}})
	w.Resize(400, 640)
	w.Win.Canvas().Focus(list)
	at := func(what string) float32 {
		t.Helper()
		title, cell := standsAt(t, list, "title", "Unit"), standsAt(t, list, "text", "Engines")
		if title != cell {
			t.Errorf("%s: the title stands at %v, its column at %v", what, title, cell)
		}
		return cell
	}
	key := func(name fyne.KeyName) { list.TypedKey(&fyne.KeyEvent{Name: name}) }
	tick := func(column string) {
		t.Helper()
		text := w.Find(column).Object
		item, _ := within(w.Win.Canvas().Overlays().Top(), func(o fyne.CanvasObject) bool {
			_, tapped := o.(fyne.Tappable)
			_, hovered := o.(desktop.Hoverable)
			return tapped && hovered && within(o, func(o fyne.CanvasObject) bool { return o == text }) != nil
		}).(fyne.Tappable)
		item.Tapped(&fyne.PointEvent{})
	}
	before := at("at first")
	key(fyne.KeyRight)
	if by := before - at("Right"); by < 100 || by > 250 {
		t.Errorf("Right moves by %v", by)
	}
	key(fyne.KeyRight)
	at("Right again")
	key(fyne.KeyLeft)
	at("Left")
	wheel, _ := list.Parts()[1].(fyne.Scrollable)
	wheel.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(-40, 0)})
	at("the wheel")
	w.TapSecondary("Unit")
	tick("Phone")
	at("one more column")
	if phone := standsAt(t, list, "text", "555"); phone > 400 {
		t.Errorf("the column chosen stands at %v", phone)
	}
	for range 20 {
		key(fyne.KeyRight)
	}
	at("at the end")
	list.OpenColumns()
	tick("Phone")
	at("one column less")
	w.Win.Resize(fyne.NewSize(1600, 640))
	if at("all has room") < 200 {
		t.Error("it is scrolled though all has room")
	}
}

// Given a list of more columns than there is room for, then those leave it that are wanted least, and their ticks with them; once the person
// has chosen one, what is ticked is shown, whatever the width, and what is shown is what is printed. As at first forgets that.
func TestWhatIsTickedIsShown(t *testing.T) {
	m := memory{}
	w := uitest.Open(t, uitest.Options{Width: 300, Height: 640})
	column := func(id string, below float32, off bool) kit.Column[int64] {
		return kit.Column[int64]{ID: id, Title: id, HideBelow: below, Off: off, Text: func(row int64) []kit.Span {
			if row == 7 && id == "Name" {
				return []kit.Span{kit.Plain(strings.Repeat("Wolfeschlegelstein", 6))}
			}
			return []kit.Span{kit.Plain("Responsibilities")}
		}}
	}
	list := kit.NewList(kit.ListOptions[int64]{Key: func(id int64) int64 { return id },
		Arranging: &kit.Arranging{Name: "people", Memory: m, Say: w.Deps().Say},
		Columns:   []kit.Column[int64]{column("Name", 0, false), column("Unit", 300, false), column("Asks", 500, false), column("Mail", 0, true)}})
	list.SetRows([]int64{1, 2, 3})
	w.Show(list)
	printed := func() (heads []string) {
		for _, c := range list.AsShown("").Columns {
			heads = append(heads, c.Head)
		}
		return heads
	}
	want := func(when string, columns ...string) {
		t.Helper()
		w.Settle()
		if got := printed(); !slices.Equal(got, columns) {
			t.Errorf("%s %v are shown, want %v", when, got, columns)
		}
	}
	want("at first", "Name", "Unit")
	list.SetRows([]int64{1, 2, 3, 7})
	want("beside one very long name", "Name", "Unit")
	w.TapSecondary("Name")
	w.Tap("Mail")
	want("with one more", "Name", "Unit", "Mail")
	if n := w.FindAll("Mail")[0]; n.At.X+n.Size.Width > 300 {
		t.Errorf("the column chosen stands at %v", n.At)
	}
	w.Resize(240, 640)
	want("in a narrow list", "Name", "Unit", "Mail")
	w.TapSecondary("Name")
	w.Tap("As at first")
	want("as at first", "Name", "Unit")
	if len(m["people"]) != 0 {
		t.Errorf("remembered is %v", m["people"])
	}
}
