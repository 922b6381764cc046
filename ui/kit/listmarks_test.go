package kit_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// ctrl is the key with which one after the other is chosen.
const ctrl = fyne.KeyModifierShortcutDefault

// marking is a list in which several can be chosen, and how often it told of that.
func marking(rows []person) (l *kit.List[person], told *int) {
	told = new(int)
	l = kit.NewList(kit.ListOptions[person]{
		Key:     func(p person) int64 { return p.id },
		Columns: []kit.Column[person]{{Title: "Name", Text: func(p person) []kit.Span { return []kit.Span{kit.Plain(p.name)} }}},
		OnMark:  func() { *told++ }, Boxes: true, All: "All shown",
	})
	l.SetRows(rows)
	return l, told
}

func wantMarked(t *testing.T, l *kit.List[person], what string, want ...int64) {
	t.Helper()
	if got := l.Marked(); !slices.Equal(got, want) {
		t.Errorf("%s: marked are %v, want %v", what, got, want)
	}
}

// Given a list of six, when it is tapped with Shift and Ctrl, on boxes and plainly, then those rows are chosen that everywhere would be.
func TestListChoosesSeveralByPointer(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	l, told := marking(people)
	w.Show(l)
	name := func(id int64) string { return people[id-1].name }
	w.Tap(name(2))
	wantMarked(t, l, "one tap")
	w.Holding(fyne.KeyModifierShift, func() { w.Tap(name(4)) })
	wantMarked(t, l, "Shift", 2, 3, 4)
	w.Holding(fyne.KeyModifierShift, func() { w.Tap(name(1)) })
	wantMarked(t, l, "Shift the other way", 1, 2)
	w.Holding(ctrl, func() { w.Tap(name(6)) })
	wantMarked(t, l, "Ctrl adds", 1, 2, 6)
	w.Holding(ctrl, func() { w.Tap(name(1)) })
	wantMarked(t, l, "Ctrl takes out", 2, 6)
	before := *told
	w.Tap(name(5))
	wantMarked(t, l, "a plain tap")
	if *told != before+1 {
		t.Errorf("told %d times of one change", *told-before)
	}
	w.Holding(ctrl, func() { w.Tap(name(3)) })
	wantMarked(t, l, "Ctrl beside the selected one", 3, 5)
	w.Tap(name(5))
	w.TapBox("1")
	wantMarked(t, l, "a box", 1)
	w.TapBox("4")
	wantMarked(t, l, "another box", 1, 4)
	w.TapNode(w.ByID("check", "all"))
	wantMarked(t, l, "the box at the head", 1, 2, 3, 4, 5, 6)
	w.TapNode(w.ByID("check", "all"))
	wantMarked(t, l, "the box at the head again")
}

// Given a list of six, when keys are pressed with Shift and Ctrl, then those rows are chosen that everywhere would be.
func TestListChoosesSeveralByKeys(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	l, _ := marking(people)
	w.Show(l)
	w.Tap(people[1].name)
	shift := func(key fyne.KeyName) { w.Holding(fyne.KeyModifierShift, func() { w.Key(key) }) }
	shift(fyne.KeyDown)
	shift(fyne.KeyDown)
	wantMarked(t, l, "Shift+Down twice", 2, 3, 4)
	shift(fyne.KeyUp)
	wantMarked(t, l, "Shift+Up", 2, 3)
	shift(fyne.KeyHome)
	wantMarked(t, l, "Shift+Home", 1, 2)
	if row, _ := l.Selected(); row.id != 1 {
		t.Errorf("the keys are at %d", row.id)
	}
	w.Key(fyne.KeyEscape)
	wantMarked(t, l, "Escape")
	if w.Win.Canvas().Focused() == nil {
		t.Error("Escape left the list too")
	}
	w.Key(fyne.KeyEscape)
	if w.Win.Canvas().Focused() != nil {
		t.Error("a second Escape stays in the list")
	}
	w.Tap(people[2].name)
	w.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: ctrl})
	w.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: ctrl})
	w.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeySpace, Modifier: ctrl})
	wantMarked(t, l, "Ctrl+Down and Ctrl+Space", 3, 5)
	w.Shortcut(&fyne.ShortcutSelectAll{})
	wantMarked(t, l, "Ctrl+A", 1, 2, 3, 4, 5, 6)
	w.Key(fyne.KeyDown)
	wantMarked(t, l, "an arrow alone")
}

// Given several chosen, when other rows are shown, then only those still shown stay chosen, and the screen is told.
func TestListChoosesOnlyWhatIsShown(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	l, told := marking(people)
	w.Show(l)
	l.Mark(1, 3, 5, 77)
	wantMarked(t, l, "those there", 1, 3, 5)
	before := *told
	l.SetRows([]person{people[4], people[1], people[0]})
	wantMarked(t, l, "those still shown, in their order", 5, 1)
	if *told == before {
		t.Error("nobody was told")
	}
	before = *told
	l.SetRows(l.Rows())
	if *told != before {
		t.Error("told of nothing")
	}
}

// Given a list in which one row is chosen at a time, then Shift, Ctrl and Ctrl+A choose no more.
func TestListWithoutMarks(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	l := peopleList()
	w.Show(l)
	w.Tap(people[1].name)
	w.Holding(fyne.KeyModifierShift, func() { w.Tap(people[3].name) })
	w.Shortcut(&fyne.ShortcutSelectAll{})
	wantMarked(t, l, "nothing")
	if row, _ := l.Selected(); row.id != 4 {
		t.Errorf("selected is %d", row.id)
	}
}

// Given a list without rows, when all are chosen, or keys are pressed that choose, then nothing is; nor by the box at the head.
func TestListWithoutRowsChoosesNothing(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	l, _ := marking(nil)
	w.Show(l)
	w.Win.Canvas().Focus(l)
	w.Shortcut(&fyne.ShortcutSelectAll{})
	l.MarkAll()
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyUp, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeySpace} {
		w.Holding(fyne.KeyModifierShift, func() { w.Key(key) })
		w.Shortcut(&desktop.CustomShortcut{KeyName: key, Modifier: ctrl})
		w.Key(key)
	}
	w.TapNode(w.ByID("check", "all"))
	wantMarked(t, l, "nothing there")
	if l.MarkCount() != 0 {
		t.Errorf("%d are marked", l.MarkCount())
	}
}

// Choosing among ten thousand rows by Ctrl+A, from one end to the other, and by one more; a frame has 16 ms.
func BenchmarkListChoosesAmong10000(b *testing.B) {
	w := uitest.Open(b, uitest.Options{})
	rows := make([]person, 10000)
	for i := range rows {
		rows[i] = person{id: int64(i + 1), name: "Person"}
	}
	l, _ := marking(rows)
	w.Show(l)
	w.Tap("Person")
	run := func(name string, do func()) {
		b.Run(name, func(b *testing.B) {
			for range b.N {
				do()
			}
		})
	}
	run("all", func() { l.TypedShortcut(&fyne.ShortcutSelectAll{}) })
	release := kit.HoldKeys(fyne.KeyModifierShift)
	defer release()
	run("to the end", func() {
		l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
		l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	})
	run("one more", func() { l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp}) })
}
