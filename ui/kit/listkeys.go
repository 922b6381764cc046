package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Selected is the selected row.
func (l *List[T]) Selected() (row T, ok bool) {
	if i := l.selectedIndex(); i >= 0 {
		return l.rows[i], true
	}
	return row, false
}

func (l *List[T]) selectedIndex() int {
	if !l.chosen {
		return -1
	}
	return l.indexOf(l.selected)
}

func (l *List[T]) indexOf(key int64) int {
	return slices.IndexFunc(l.rows, func(row T) bool { return l.options.Key(row) == key })
}

// Select selects a row by its key and scrolls to it, without calling OnSelect.
func (l *List[T]) Select(key int64) {
	l.selected, l.chosen = key, true
	l.scrollTo(l.indexOf(key))
	l.fill(true)
}

// Unselect selects nothing.
func (l *List[T]) Unselect() {
	l.chosen = false
	l.fill(true)
}

// pick selects a row as the person would.
func (l *List[T]) pick(index int) {
	if index < 0 || index >= len(l.rows) {
		return
	}
	row := l.rows[index]
	same := l.chosen && l.selected == l.options.Key(row)
	l.selected, l.chosen = l.options.Key(row), true
	l.scrollTo(index)
	l.fill(true)
	if !same && l.options.OnSelect != nil {
		l.options.OnSelect(row)
	}
}

// TypedKey moves the selection and opens.
func (l *List[T]) TypedKey(e *fyne.KeyEvent) {
	i := l.selectedIndex()
	page := max(1, int(l.scroll.Size().Height/max(1, l.lineRow()))-1)
	last := len(l.rows) - 1
	switch e.Name {
	case fyne.KeyDown:
		l.pick(min(i+1, last))
	case fyne.KeyUp:
		l.pick(max(i-1, 0))
	case fyne.KeyPageDown:
		l.pick(min(max(i, 0)+page, last))
	case fyne.KeyPageUp:
		l.pick(max(i-page, 0))
	case fyne.KeyHome:
		l.pick(0)
	case fyne.KeyEnd:
		l.pick(last)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if i >= 0 && l.options.OnOpen != nil {
			l.options.OnOpen(l.rows[i])
		}
	case desktop.KeyMenu:
		l.openMenuAt(i)
	case fyne.KeyEscape, fyne.KeyF1:
		passEscape(e)
	}
}

// openMenuAt opens a row's context menu at the row, for the keyboard.
func (l *List[T]) openMenuAt(index int) {
	if r, ok := l.visible[index]; ok {
		pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(r)
		r.menu(pos.AddXY(rowSide+16, r.Size().Height/2))
	}
}

// TypedRune is not wanted here.
func (l *List[T]) TypedRune(rune) {}

// FocusGained shows where the keyboard is.
func (l *List[T]) FocusGained() { l.focused = true; l.fill(true) }

// FocusLost shows that the keyboard is elsewhere.
func (l *List[T]) FocusLost() { l.focused = false; l.fill(true) }

// takeFocus lets the arrow keys work after a click.
func (l *List[T]) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
}
