package kit

import "fyne.io/fyne/v2"

// resting is what has the keys of a page while nothing has the focus, list and board: it gives what is to have the focus then, nil for nothing.
type resting interface{ atRest() fyne.Focusable }

// atRest of a list is the list.
func (l *placeList) atRest() fyne.Focusable { return l.self }

// atRest of a board is its first item.
func (b *Board) atRest() fyne.Focusable {
	if shown := b.shownItems(); len(shown) > 0 {
		return b.items[shown[0].ID]
	}
	return nil
}

// KeyAtRest does with a key what a page does while nothing has the focus: its list or board has it, and the focus from then on; a page
// that is scrolled as a whole is scrolled.
func KeyAtRest(c fyne.Canvas, page Page, e *fyne.KeyEvent) {
	to, scroll := restIn(page.Content())
	switch {
	case scroll != nil:
		scroll.scrollByKey(e.Name)
	case to == nil || c.Focused() != nil || e.Name == fyne.KeySpace || e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter:
		// nobody has seen yet what these would open
	default:
		c.Focus(to)
		if _, isItem := to.(*boardItem); !isItem { // nothing showed before which item it would be
			to.TypedKey(e)
		}
	}
}

// RuneAtRest is KeyAtRest of a letter.
func RuneAtRest(c fyne.Canvas, page Page, r rune) {
	if c.Focused() != nil || c.Overlays().Top() != nil || r == ' ' {
		return
	}
	if to, _ := restIn(page.Content()); to != nil {
		c.Focus(to)
		to.TypedRune(r)
	}
}

// restIn is what comes first of all that is seen in something: a list or board, or a scroll.
func restIn(o fyne.CanvasObject) (to fyne.Focusable, scroll *Scroll) {
	if o == nil || !o.Visible() {
		return nil, nil
	}
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case resting:
		return o.atRest(), nil
	case *Scroll:
		return nil, o
	case *fyne.Container:
		parts = o.Objects
	case interface{ Parts() []fyne.CanvasObject }:
		parts = o.Parts()
	}
	for _, part := range parts {
		if to, scroll = restIn(part); to != nil || scroll != nil {
			return to, scroll
		}
	}
	return nil, nil
}

// scrollByKey scrolls as the keys for that say.
func (s *Scroll) scrollByKey(key fyne.KeyName) {
	switch key {
	case fyne.KeyPageDown:
		s.ScrollPage(1)
	case fyne.KeyPageUp:
		s.ScrollPage(-1)
	case fyne.KeyDown:
		s.SetOffset(min(s.Offset()+lineStep(), max(0, s.inner.Size().Height-s.scroll.Size().Height)))
	case fyne.KeyUp:
		s.SetOffset(max(0, s.Offset()-lineStep()))
	case fyne.KeyHome:
		s.SetOffset(0)
	case fyne.KeyEnd:
		s.ScrollToEnd()
	}
}

// lineStep is how far an arrow scrolls.
func lineStep() float32 { return scaled(40) }
