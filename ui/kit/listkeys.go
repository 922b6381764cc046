package kit

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"copleader/data"
)

func (l *placeList) selectedIndex() int {
	if !l.chosen {
		return -1
	}
	return l.indexOf(l.selected)
}

// rowAt is the row at a height of the list, with where it begins and how high it is.
func (l *placeList) rowAt(y float32) (row int, top, height float32, there bool) {
	head := l.head.Size().Height
	if !l.options.Whole {
		head -= l.scroll.Offset.Y
	}
	for i := range l.rows {
		if top = head + l.offsets[i]; y >= top && y < head+l.offsets[i+1] {
			return l.rows[i], top, l.offsets[i+1] - l.offsets[i], true
		}
	}
	return row, 0, 0, false
}

func (l *placeList) indexOf(key int64) int {
	return slices.IndexFunc(l.rows, func(row int) bool { return l.options.Key(row) == key })
}

// Select selects a row by its key and scrolls to it, without calling OnSelect.
func (l *placeList) Select(key int64) {
	l.selected, l.chosen = key, true
	l.scrollTo(l.indexOf(key))
	l.showChosen()
}

// Unselect selects nothing.
func (l *placeList) Unselect() {
	l.chosen, l.marked = false, nil
	l.showChosen()
}

// pick selects a row as the person would, alone.
func (l *placeList) pick(index int) {
	if index >= 0 && index < len(l.rows) {
		l.anchor = l.options.Key(l.rows[index])
		l.Unmark()
		l.goTo(index)
	}
}

// goTo selects a row; those that are marked stay so.
func (l *placeList) goTo(index int) {
	if index < 0 || index >= len(l.rows) {
		return
	}
	row := l.rows[index]
	same := l.chosen && l.selected == l.options.Key(row)
	l.selected, l.chosen = l.options.Key(row), true
	l.scrollTo(index)
	l.showChosen()
	if !same && l.options.OnSelect != nil {
		Guard(func() { l.options.OnSelect(row) })
	}
}

// TypedKey moves the selection and opens; with Shift it chooses all rows on the way.
func (l *placeList) TypedKey(e *fyne.KeyEvent) {
	if l.keyTaken(e) {
		return
	}
	i := l.selectedIndex()
	if e.Name != fyne.KeySpace {
		l.typed = typedAhead{}
	}
	if to, moves := l.movedBy(e.Name, i); moves {
		l.choose(to, heldKeys(), false)
		return
	}
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyRight:
		l.sidewaysBy(e.Name)
	case fyne.KeySpace:
		if !l.typed.goesOn(time.Now()) {
			l.doWith(i, l.options.OnOpen)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		l.doWith(i, l.options.OnOpen)
	case fyne.KeyF2:
		l.rename(i)
	case fyne.KeyDelete:
		l.doWith(i, l.options.OnDelete)
	case desktop.KeyMenu:
		l.openMenuAt(i)
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF10:
		if e.Name != fyne.KeyEscape || !l.Unmark() {
			PassEscape(e)
		}
	}
}

// rename renames the row at the index, or opens it where that is all the list does.
func (l *placeList) rename(index int) {
	if l.options.OnRename == nil {
		l.doWith(index, l.options.OnOpen)
		return
	}
	l.doWith(index, l.options.OnRename)
}

// keyTaken reports whether whoever has the keys took this one; Enter is always the list's, since it opens the row.
func (l *placeList) keyTaken(e *fyne.KeyEvent) (taken bool) {
	if l.options.Keys != nil && e.Name != fyne.KeyReturn && e.Name != fyne.KeyEnter {
		Guard(func() { taken = l.options.Keys.TakeKey(e) })
	}
	return taken
}

// movedBy is the row to which a key moves the selection from the one at the index; most keys move nothing.
func (l *placeList) movedBy(key fyne.KeyName, from int) (to int, moves bool) {
	page := max(1, int(l.scroll.Size().Height/max(1, l.lineRow()))-1)
	last := len(l.rows) - 1
	switch key {
	case fyne.KeyDown:
		return min(from+1, last), true
	case fyne.KeyUp:
		return max(from-1, 0), true
	case fyne.KeyPageDown:
		return min(max(from, 0)+page, last), true
	case fyne.KeyPageUp:
		return max(from-page, 0), true
	case fyne.KeyHome:
		return 0, true
	case fyne.KeyEnd:
		return last, true
	}
	return from, false
}

// doWith does something with the row at the index, where there is one and the list does that with its rows.
func (l *placeList) doWith(index int, do func(row int)) {
	if index >= 0 && do != nil {
		Guard(func() { do(l.rows[index]) })
	}
}

// follow lets the keys of a search field reach the list it narrows down: Down goes into the list, and Enter takes the first row
// found, once something was typed.
func (l *placeList) follow(search *TextField, take func(row int)) {
	l.search = search
	search.onDown = func() {
		if len(l.rows) == 0 {
			return
		}
		if c := fyne.CurrentApp().Driver().CanvasForObject(search); c != nil {
			c.Focus(l.self)
		}
		if l.selectedIndex() < 0 {
			l.pick(0)
		}
	}
	search.onEnter = func() {
		if take != nil && search.Text != "" && len(l.rows) > 0 {
			take(l.rows[0])
		}
	}
}

// OpenMenu opens the context menu of the selected row, for lists whose rows have deeds and no page of their own.
func (l *placeList) OpenMenu() { l.openMenuAt(l.selectedIndex()) }

// openMenuAt opens a row's context menu at the row, for the keyboard.
func (l *placeList) openMenuAt(index int) {
	if r, ok := l.visible[index]; ok {
		pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(r)
		r.menu(pos.AddXY(rowSide+16, r.Size().Height/2))
	}
}

// TypedRune gives letters to whoever has the keys; else it finds: in the search field that narrows the list down, or else the next row that begins with what is typed.
func (l *placeList) TypedRune(r rune) {
	now := time.Now()
	switch {
	case l.options.Keys != nil:
		Guard(func() { l.options.Keys.TakeRune(r) })
	case unicode.IsSpace(r) && !l.typed.goesOn(now):
	case l.search != nil:
		l.search.BeginWith(r)
	default:
		l.seek(data.Fold(string(r)), now)
	}
}

// seek goes to the row that begins with what was typed up to this letter, or else to the next that begins with the letter.
func (l *placeList) seek(letter string, now time.Time) {
	at := -1
	if whole := l.typed.add(letter, now); whole != letter {
		at = l.nextWith(whole, max(0, l.selectedIndex()))
	}
	if at < 0 {
		l.typed.text = letter
		at = l.nextWith(letter, l.selectedIndex()+1)
	}
	l.pick(at)
}

// nextWith is the next row, from a place on, in which a text begins so; -1 for none.
func (l *placeList) nextWith(letter string, from int) int {
	for step := range l.rows {
		at := (from + step) % len(l.rows)
		for _, c := range l.options.Columns {
			if c.Text == nil {
				continue
			}
			if spans := c.Text(l.rows[at]); len(spans) > 0 && strings.HasPrefix(data.Fold(spans[0].Text), letter) {
				return at
			}
		}
	}
	return -1
}

// FocusGained shows where the keyboard is.
func (l *placeList) FocusGained() {
	l.focused = true
	l.showChosen()
	if !l.pressed {
		FocusInSight()
	}
}

// sight is the selected row, or the head with the first row.
func (l *placeList) sight() (top, height float32) {
	index := l.selectedIndex()
	if index < 0 || index+1 >= len(l.offsets) {
		return 0, l.head.Size().Height + l.lineRow()
	}
	top = l.head.Size().Height + l.offsets[index]
	if !l.options.Whole {
		top -= l.scroll.Offset.Y
	}
	return top, l.offsets[index+1] - l.offsets[index]
}

// FocusLost shows that the keyboard is elsewhere.
func (l *placeList) FocusLost() { l.focused = false; l.showChosen() }

// takeFocus lets the arrow keys work after a click, without leaving the place that was clicked.
func (l *placeList) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l.self); c != nil {
		l.pressed = true
		c.Focus(l.self)
		l.pressed = false
	}
}
