package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"copleader/ui/look"
)

// namedUnit is somebody in a list.
type namedUnit struct{ name, unit, seen string }

// unitList is a list of names with a unit and a day beside each.
func unitList(t *testing.T, rows ...namedUnit) (*List[namedUnit], fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light, 1))
	text := func(of func(r namedUnit) string) func(r namedUnit) []Span {
		return func(r namedUnit) []Span { return []Span{Plain(of(r))} }
	}
	l := NewList(ListOptions[namedUnit]{
		Key: func(r namedUnit) int64 { return int64(len(r.name)) },
		Columns: []Column[namedUnit]{
			{ID: "name", Title: "Name", Weight: 1, Text: text(func(r namedUnit) string { return r.name })},
			{ID: "unit", Title: "Unit", Weight: 1, Text: text(func(r namedUnit) string { return r.unit })},
			{ID: "seen", Title: "Seen", Fixed: 90, Text: text(func(r namedUnit) string { return r.seen })},
		},
	})
	l.SetRows(rows)
	w := test.NewTempWindow(t, l)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(480, 300))
	return l, w
}

// Given names longer than their column, then it has what the columns beside it leave empty, all of it where that is needed, and no more
// than there is; where no name is long, the columns stay as they are.
func TestListLendsRoomToLongTexts(t *testing.T) {
	const long = "Wolfeschlegelsteinhausenbergerdorff Ann"
	l, _ := unitList(t, namedUnit{"Ada", "", ""}, namedUnit{"Grace", "IT", ""})
	before := l.widths(480)
	if before[0] != before[1] || before[2] != 90 {
		t.Fatalf("the columns of short names are %v", before)
	}
	for unit, whole := range map[string]bool{"": true, "IT": true, "Operations of the whole house": false} {
		l, _ := unitList(t, namedUnit{long, unit, ""}, namedUnit{"Grace", unit, ""})
		got := l.widths(480)
		_, line := extent([]Span{Plain(long)}, look.SizeBody)
		if sum := got[0] + got[1] + got[2] + 2*columnGap + 2*rowSide; sum > 480 {
			t.Errorf("beside %q the columns take %v of 480: %v", unit, sum, got)
		}
		if got[0] <= before[0] || whole != (got[0] >= line) {
			t.Errorf("beside %q the name has %v of %v, before %v", unit, got[0], line, before[0])
		}
		if word, _ := extent([]Span{Plain(unit)}, look.SizeBody); got[1] < word {
			t.Errorf("the unit %q has %v", unit, got[1])
		}
	}
}

// Given the keyboard in a list, then what shows that in its first row lies within the row, of which the scroll cuts what stands out.
func TestListShowsTheFocusWithinTheRow(t *testing.T) {
	l, w := unitList(t, namedUnit{"Ada", "", ""}, namedUnit{"Grace", "IT", ""})
	w.Canvas().Focus(l)
	l.pick(0)
	row := l.visible[0]
	ring := test.WidgetRenderer(row).Objects()[0].(interface {
		Position() fyne.Position
		Size() fyne.Size
	})
	at, size := ring.Position(), ring.Size()
	if at.X < 2 || at.Y < 2 || at.X+size.Width > row.Size().Width-2 || at.Y+size.Height > row.Size().Height-2 {
		t.Errorf("the ring stands at %v, %v in a row of %v", at, size, row.Size())
	}
}
