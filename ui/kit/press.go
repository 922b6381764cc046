package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// pressable is what everything that is pressed has in common: pointer, keys, focus, hover, being disabled.
type pressable struct {
	widget.BaseWidget
	press            func()
	hovered, focused bool
	disabled         bool
	others           KeyTaker // has the keys that a press doesn't want; nil for nobody
}

// KeyTaker takes single keys and letters that nothing with the focus wants, where it has a use for them.
type KeyTaker interface {
	TakeKey(e *fyne.KeyEvent) bool
	TakeRune(r rune) bool
}

// OnPress says what a press does.
func (p *pressable) OnPress(press func()) { p.press = press }

// PassKeys gives the keys that a press doesn't want to somebody.
func (p *pressable) PassKeys(to KeyTaker) { p.others = to }

// Tapped presses.
func (p *pressable) Tapped(*fyne.PointEvent) { p.fire() }

func (p *pressable) fire() {
	if !p.disabled && p.press != nil {
		Guard(p.press)
	}
}

// TypedKey presses on Enter and Space, and hands Escape, F1 and F10 to the window.
func (p *pressable) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.fire()
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF10:
		PassEscape(e)
	default:
		if p.others != nil {
			Guard(func() { p.others.TakeKey(e) })
			return
		}
		passScroll(e)
	}
}

// passScroll gives the window the keys that scroll a page, wherever on it the focus is.
func passScroll(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyHome, fyne.KeyEnd:
		if c := currentCanvas(); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(e)
		}
	}
}

// TypedRune is not wanted here.
func (p *pressable) TypedRune(r rune) {
	if p.others != nil {
		Guard(func() { p.others.TakeRune(r) })
	}
}

// FocusGained shows the ring, where it can be seen.
func (p *pressable) FocusGained() {
	p.focused = true
	p.Refresh()
	FocusInSight()
}

// FocusLost takes the ring away.
func (p *pressable) FocusLost() { p.focused = false; p.Refresh() }

// MouseIn shows that a press would do something.
func (p *pressable) MouseIn(*desktop.MouseEvent) { p.hovered = true; p.Refresh() }

// MouseMoved is not wanted here.
func (p *pressable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends the hover.
func (p *pressable) MouseOut() { p.hovered = false; p.Refresh() }

// Cursor is the hand where a press would do something.
func (p *pressable) Cursor() desktop.Cursor {
	if p.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// Disable makes presses do nothing.
func (p *pressable) Disable() { p.disabled = true; p.Refresh() }

// Enable makes presses work again.
func (p *pressable) Enable() { p.disabled = false; p.Refresh() }

// Disabled tells whether presses do nothing.
func (p *pressable) Disabled() bool { return p.disabled }

// PassKey gives the window a key that it wants wherever the focus is; all others are nobody's.
func PassKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF10:
		PassEscape(e)
	}
}

// PassEscape gives up the focus and then hands the key to the window: an open dialog listens there.
func PassEscape(e *fyne.KeyEvent) {
	c := currentCanvas()
	if c == nil {
		return
	}
	escaped = c.Focused()
	c.Unfocus()
	if h := c.OnTypedKey(); h != nil {
		h(e)
	}
	escaped = nil
}

// escaped is what had the focus when Escape was pressed, while that is dealt with.
var escaped fyne.Focusable

// onlyShow are the windows that only show something: nothing in them has the focus.
var onlyShow = map[fyne.Window]bool{}

// OnlyShows says that nothing in a window ever has the focus, and gives what is to be called when it closes.
func OnlyShows(w fyne.Window) (closed func()) {
	onlyShow[w] = true
	return func() { delete(onlyShow, w) }
}

// currentCanvas is the canvas of the program's window in which something may have the focus; there is one at a time.
func currentCanvas() fyne.Canvas {
	windows := fyne.CurrentApp().Driver().AllWindows()
	for i := len(windows) - 1; i >= 0; i-- {
		if !onlyShow[windows[i]] {
			return windows[i].Canvas()
		}
	}
	return nil
}

// focusRing is the ring around what has the focus: a filled rectangle 3 larger on every side under a ground-coloured one 1
// larger, since a stroke around a transparent fill comes out dark on a graphics card.
type focusRing struct{ ring, gap *canvas.Rectangle }

func newFocusRing() *focusRing {
	f := &focusRing{ring: &canvas.Rectangle{}, gap: &canvas.Rectangle{}}
	f.ring.Hide()
	f.gap.Hide()
	return f
}

func (f *focusRing) place(size fyne.Size, radius float32) { f.placeAt(fyne.Position{}, size, radius) }

// placeAt puts it around a part of what has the focus.
func (f *focusRing) placeAt(at fyne.Position, size fyne.Size, radius float32) {
	put := func(r *canvas.Rectangle, out float32) {
		r.Move(at.SubtractXY(out, out))
		r.Resize(fyne.NewSize(size.Width+2*out, size.Height+2*out))
		r.CornerRadius = radius + out
	}
	put(f.ring, 3)
	put(f.gap, 1)
}

func (f *focusRing) show(focused bool) {
	f.ring.FillColor = look.Color(look.ColorPrimary)
	f.gap.FillColor = look.Color(look.ColorSurface)
	if focused {
		f.ring.Show()
		f.gap.Show()
		return
	}
	f.ring.Hide()
	f.gap.Hide()
}
