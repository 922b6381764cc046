package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Several items of a board can be chosen together, as rows of a list can (listmarks.go): they are marked. While none is, a deed is
// about the item with the focus. What is not shown is not marked; a folded column shows nothing.

// Marked are the items chosen together, column by column; none while a deed is about the one with the focus.
func (b *Board) Marked() []int64 {
	var ids []int64
	for _, item := range b.shownItems() {
		if b.marked[item.ID] {
			ids = append(ids, item.ID)
		}
	}
	return ids
}

// MarkCount is how many items are marked.
func (b *Board) MarkCount() int { return len(b.marked) }

// FocusMarked gives the focus to the first item that is marked.
func (b *Board) FocusMarked() {
	if marked := b.Marked(); len(marked) > 0 {
		b.FocusItem(marked[0])
	}
}

// MarkAll marks all items that are shown.
func (b *Board) MarkAll() {
	if b.options.OnMark == nil {
		return
	}
	b.marked = map[int64]bool{}
	for _, item := range b.shownItems() {
		b.marked[item.ID] = true
	}
	b.markedAnew()
}

// Unmark leaves the item with the focus alone, and tells whether others were chosen with it.
func (b *Board) Unmark() (were bool) {
	if were = len(b.marked) > 0; were {
		b.marked = nil
		b.markedAnew()
	}
	return were
}

// Mark marks items, as far as they are shown.
func (b *Board) Mark(ids ...int64) {
	b.marked = map[int64]bool{}
	for _, id := range ids {
		b.marked[id] = true
	}
	b.keepMarks()
	b.markedAnew()
}

// shownItems are the items that can be seen, or scrolled to, column by column.
func (b *Board) shownItems() []*boardItem {
	var items []*boardItem
	for _, c := range b.columns {
		if !b.folded(c) {
			items = append(items, c.items...)
		}
	}
	return items
}

// keepMarks forgets the marks of items that are shown no more, and tells whether there were any.
func (b *Board) keepMarks() (lost bool) {
	before := len(b.marked)
	if before == 0 {
		return false
	}
	left := map[int64]bool{}
	for _, item := range b.shownItems() {
		if b.marked[item.ID] {
			left[item.ID] = true
		}
	}
	b.marked = left
	return len(left) != before
}

func (b *Board) markedAnew() {
	for _, item := range b.shownItems() {
		if item.looked != b.marked[item.ID] {
			item.Refresh()
		}
	}
	if b.options.OnMark != nil {
		Guard(b.options.OnMark)
	}
}

// joinFocused marks the item with the focus, before others are chosen with it.
func (b *Board) joinFocused() {
	if b.marked == nil {
		b.marked = map[int64]bool{}
	}
	if id := b.Focused(); len(b.marked) == 0 && id != 0 {
		b.marked[id] = true
	}
}

// toggle marks an item, or does so no more, and gives it the focus.
func (b *Board) toggle(id int64) {
	if b.items[id] == nil {
		return // gone, with the focus
	}
	if b.marked == nil {
		b.marked = map[int64]bool{}
	}
	if b.anchor = id; b.marked[id] {
		delete(b.marked, id)
	} else {
		b.marked[id] = true
	}
	b.FocusItem(id)
	b.markedAnew()
}

// extend marks the items from where the choosing began to this one, which gets the focus: in one column all between, and no others of
// it; in another column it begins there anew, beside what is marked.
func (b *Board) extend(id int64) {
	if b.items[id] == nil {
		return
	}
	b.joinFocused()
	column, to := b.find(id)
	if from, at := b.find(b.anchor); from == column && column >= 0 {
		items := b.columns[column].items
		for i, item := range items {
			if between := i >= min(at, to) && i <= max(at, to); between {
				b.marked[item.ID] = true
			} else {
				delete(b.marked, item.ID)
			}
		}
	} else {
		b.marked[id] = true
		b.anchor = id
	}
	b.FocusItem(id)
	b.markedAnew()
}

// about are the items a deed on this one is about: all that are marked, where it is among them, else itself alone.
func (b *Board) about(id int64) []int64 {
	if b.marked[id] {
		return b.Marked()
	}
	return []int64{id}
}

// pressed is what a tap does with the keys held beside it; it tells whether there were any that choose.
func (b *Board) pressed(id int64, held fyne.KeyModifier) (chose bool) {
	switch {
	case b.options.OnMark == nil:
		return false
	case held&fyne.KeyModifierShift != 0:
		b.extend(id)
	case held&fyne.KeyModifierShortcutDefault != 0:
		b.toggle(id)
	default:
		return false
	}
	return true
}

// takesShortcut chooses all with Ctrl+A, goes on without choosing with Ctrl and an arrow, and chooses there with Ctrl and Space.
func (b *Board) takesShortcut(id int64, s fyne.Shortcut) bool {
	if b.options.OnMark == nil {
		return false
	}
	if _, all := s.(*fyne.ShortcutSelectAll); all {
		b.MarkAll()
		return true
	}
	c, custom := s.(*desktop.CustomShortcut)
	if !custom || c.Modifier != fyne.KeyModifierShortcutDefault {
		return false
	}
	if by, arrow := arrows[c.KeyName]; arrow {
		b.joinFocused()
		b.step(id, by.dx, by.dy)
		b.markedAnew()
		return true
	}
	if c.KeyName == fyne.KeySpace {
		b.toggle(id)
		return true
	}
	return false
}

// moveAll asks for a move of what a deed on an item is about.
func (b *Board) moveAll(id int64, column, index int) {
	ids := b.about(id)
	if len(ids) == 1 {
		b.move(ids[0], column, index)
		return
	}
	if !b.options.Fixed && b.options.OnMoveMany != nil && column >= 0 && column < len(b.columns) {
		Guard(func() { b.options.OnMoveMany(ids, b.columns[column].ID, index) })
	}
}

// shiftAll moves what is marked by keys: to the next column, or, where all stand in one column, up or down by one place.
func (b *Board) shiftAll(id int64, dx, dy int) {
	column, index := b.find(id)
	if dx != 0 {
		if to := column + dx; to >= 0 && to < len(b.columns) {
			b.moveAll(id, to, min(index, b.others(to)))
		}
		return
	}
	above, seen := 0, 0
	for _, item := range b.columns[column].items {
		if b.marked[item.ID] {
			seen++
		} else if seen == 0 {
			above++
		}
	}
	if to := above + dy; seen == len(b.marked) && to >= 0 && to <= b.others(column) {
		b.moveAll(id, column, to)
	}
}

// others is how many items of a column are not marked.
func (b *Board) others(column int) (n int) {
	for _, item := range b.columns[column].items {
		if !b.marked[item.ID] {
			n++
		}
	}
	return n
}
