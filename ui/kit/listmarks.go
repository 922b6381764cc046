package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"copleader/ui/look"
)

// Several rows of a list can be chosen together where somebody wants to know of it (ListOptions.OnMark): they are marked. While
// none is, a deed is about the selected row; the selected row is also where the keys are among those marked. What is not shown is
// not marked.

// Marked are the keys of the rows chosen together, in the order shown; none while just one row is selected.
func (l *placeList) Marked() []int64 {
	if len(l.marked) == 0 {
		return nil
	}
	keys := make([]int64, 0, len(l.marked))
	for _, row := range l.rows {
		if key := l.options.Key(row); l.marked[key] {
			keys = append(keys, key)
		}
	}
	return keys
}

// MarkCount is how many rows are marked.
func (l *placeList) MarkCount() int { return len(l.marked) }

// MarkAll marks all rows that are shown.
func (l *placeList) MarkAll() {
	if l.options.OnMark == nil {
		return
	}
	l.markFrom(0, len(l.rows)-1)
	if l.selectedIndex() < 0 && len(l.rows) > 0 {
		l.goTo(0)
	}
	l.markedAnew()
}

// Unmark leaves the selected row alone, and tells whether others were chosen with it.
func (l *placeList) Unmark() (were bool) {
	if were = len(l.marked) > 0; were {
		l.marked = nil
		l.markedAnew()
	}
	return were
}

// Mark marks rows by their keys, as far as they are shown.
func (l *placeList) Mark(keys ...int64) {
	l.marked = map[int64]bool{}
	for _, key := range keys {
		l.marked[key] = true
	}
	l.keepMarks()
	l.markedAnew()
}

// markedAnew shows which rows are marked, and tells of it.
func (l *placeList) markedAnew() {
	l.head.Refresh()
	l.showChosen()
	if l.options.OnMark != nil {
		Guard(l.options.OnMark)
	}
}

// keepMarks forgets the marks of rows that are shown no more, and tells whether there were any.
func (l *placeList) keepMarks() (lost bool) {
	if len(l.marked) == 0 {
		return false
	}
	left := make(map[int64]bool, len(l.marked))
	for _, row := range l.rows {
		if key := l.options.Key(row); l.marked[key] {
			left[key] = true
		}
	}
	lost = len(left) != len(l.marked)
	l.marked = left
	return lost
}

// markFrom marks the rows between two places, as far as there are rows, and no others.
func (l *placeList) markFrom(from, to int) {
	if from > to {
		from, to = to, from
	}
	l.marked = make(map[int64]bool, to-from+1)
	for _, row := range l.rows[max(0, from):min(to+1, len(l.rows))] {
		l.marked[l.options.Key(row)] = true
	}
}

// joinSelected marks the selected row, before others are chosen with it one by one.
func (l *placeList) joinSelected() {
	if l.marked == nil {
		l.marked = map[int64]bool{}
	}
	if len(l.marked) == 0 && l.selectedIndex() >= 0 {
		l.marked[l.selected] = true
	}
}

// toggle marks a row, or does so no more, and goes there.
func (l *placeList) toggle(index int) {
	if index < 0 || index >= len(l.rows) {
		return
	}
	if l.marked == nil {
		l.marked = map[int64]bool{}
	}
	key := l.options.Key(l.rows[index])
	l.anchor = key
	if l.marked[key] {
		delete(l.marked, key)
	} else {
		l.marked[key] = true
	}
	l.goTo(index)
	l.markedAnew()
}

// extend marks all rows from where the choosing began to the one at the index, and goes there.
func (l *placeList) extend(index int) {
	if index < 0 || index >= len(l.rows) {
		return
	}
	from := l.indexOf(l.anchor)
	if from < 0 {
		from = max(0, l.selectedIndex())
		l.anchor = l.options.Key(l.rows[from])
	}
	l.markFrom(from, index)
	l.goTo(index)
	l.markedAnew()
}

// choose is what a tap or a moving key does with the keys held beside it: Shift chooses up to there, Ctrl with the pointer adds the
// row or takes it out, and with the keys goes there and leaves what is marked.
func (l *placeList) choose(index int, held fyne.KeyModifier, pointer bool) {
	switch several := l.options.OnMark != nil; {
	case several && held&fyne.KeyModifierShift != 0:
		l.extend(index)
	case several && held&fyne.KeyModifierShortcutDefault != 0 && pointer:
		l.joinSelected()
		l.toggle(index)
	case several && held&fyne.KeyModifierShortcutDefault != 0:
		l.joinSelected()
		l.goTo(index)
		l.markedAnew()
	default:
		l.pick(index)
	}
}

// TypedShortcut copies what is chosen with Ctrl+C, chooses all with Ctrl+A, goes on without choosing with Ctrl and an arrow, and chooses there with Ctrl and Space; the
// window has all others.
func (l *placeList) TypedShortcut(s fyne.Shortcut) {
	if _, copies := s.(*fyne.ShortcutCopy); copies {
		l.copyRows()
		return
	}
	if l.options.OnMark == nil || !l.takesShortcut(s) {
		PassShortcut(s)
	}
}

func (l *placeList) takesShortcut(s fyne.Shortcut) bool {
	if _, all := s.(*fyne.ShortcutSelectAll); all {
		l.MarkAll()
		return true
	}
	c, custom := s.(*desktop.CustomShortcut)
	if !custom || c.Modifier&^fyne.KeyModifierShift != fyne.KeyModifierShortcutDefault {
		return false
	}
	if to, moves := l.movedBy(c.KeyName, l.selectedIndex()); moves {
		l.choose(to, c.Modifier, false)
		return true
	}
	if c.KeyName == fyne.KeySpace {
		l.toggle(l.selectedIndex())
		return true
	}
	return false
}

// PassShortcut gives the window a shortcut that what has the focus has no use for.
func PassShortcut(s fyne.Shortcut) {
	if c, takes := currentCanvas().(fyne.Shortcutable); takes {
		c.TypedShortcut(s)
	}
}

// heldKeys are Shift, Ctrl and the like, as far as they are down.
func heldKeys() fyne.KeyModifier {
	if d, knows := fyne.CurrentApp().Driver().(desktop.Driver); knows {
		return d.CurrentKeyModifiers()
	}
	return holding
}

// holding are the keys that HoldKeys holds down.
var holding fyne.KeyModifier

// HoldKeys holds Shift, Ctrl and the like down until they are released, where the driver has no keyboard: for tests.
func HoldKeys(keys fyne.KeyModifier) (release func()) {
	holding = keys
	return func() { holding = 0 }
}

// boxRoom is the room that the boxes to tick take at the left of the rows.
func (l *placeList) boxRoom() float32 {
	if !l.options.Boxes {
		return 0
	}
	return boxSide() + 10
}

// boxSide is the side of a box to tick.
func boxSide() float32 { return evenSide(look.Size(look.SizeText) + 2) }

// isMarked tells whether a row is one of those a deed would be about.
func (l *placeList) isMarked(row int) bool { return l.marked[l.options.Key(row)] }

// KeepMarked keeps the marks of some rows only.
func (l *placeList) KeepMarked(keep func(key int64) bool) {
	l.Mark(slices.DeleteFunc(l.Marked(), func(key int64) bool { return !keep(key) })...)
}
