package uitest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"copleader/ui/kit"
)

// Tap taps the middle of what says this, through the window, so that what lies over it gets the tap. What is scrolled out of
// sight is scrolled into view first.
func (w *Window) Tap(text string) {
	w.t.Helper()
	w.TapNode(w.Find(text))
}

// Holding does something with Shift, Ctrl or the like held down.
func (w *Window) Holding(keys fyne.KeyModifier, do func()) {
	w.t.Helper()
	release := kit.HoldKeys(keys)
	defer release()
	do()
}

// TapBox taps the box to tick at the left of a row.
func (w *Window) TapBox(row string) {
	w.t.Helper()
	n := w.into(w.ByID("row", row))
	test.TapCanvas(w.Win.Canvas(), fyne.NewPos(n.At.X+16, n.Centre().Y))
	w.Settle()
}

// TapNode taps the middle of a thing.
func (w *Window) TapNode(n Node) {
	w.t.Helper()
	test.TapCanvas(w.Win.Canvas(), w.into(n).Centre())
	w.Settle()
}

// into scrolls a node into view and gives it at its new place.
func (w *Window) into(n Node) Node {
	w.t.Helper()
	if n.scroll == nil {
		return n
	}
	room := n.scroll.Size()
	top := n.At.Y - n.scrollAt.Y
	var by float32
	switch {
	case n.Centre().Y < n.scrollAt.Y+2:
		by = top
	case n.Centre().Y > n.scrollAt.Y+room.Height-2:
		by = top + n.Size.Height - room.Height
	default:
		return n
	}
	before := n.scroll.Offset.Y
	n.scroll.ScrollToOffset(fyne.NewPos(n.scroll.Offset.X, before+by))
	n.At.Y -= n.scroll.Offset.Y - before
	return n
}

// TapSecondary taps with the right button.
func (w *Window) TapSecondary(text string) {
	w.t.Helper()
	n := w.into(w.Find(text))
	pos := n.Centre()
	o := w.at(pos, func(o fyne.CanvasObject) bool { _, ok := o.(fyne.SecondaryTappable); return ok })
	if o.Object == nil {
		w.t.Fatalf("nothing at %q has a menu", text)
	}
	o.Object.(fyne.SecondaryTappable).TappedSecondary(&fyne.PointEvent{
		AbsolutePosition: pos, Position: pos.Subtract(o.At),
	})
	w.Settle()
}

// at is the uppermost node at a place that matches.
func (w *Window) at(pos fyne.Position, matches func(fyne.CanvasObject) bool) Node {
	var found Node
	for _, n := range w.nodes(true) {
		inside := pos.X >= n.At.X && pos.Y >= n.At.Y && pos.X < n.At.X+n.Size.Width && pos.Y < n.At.Y+n.Size.Height
		if inside && matches(n.Object) {
			found = n
		}
	}
	return found
}

// Type goes into the field under a label and types over what stands there; "\n" is Enter.
func (w *Window) Type(label, text string) {
	w.t.Helper()
	w.empty(label)
	w.Keys(text)
}

// Paste goes into the field under a label and pastes over what stands there: for long texts, since each key typed lays the
// field out again.
func (w *Window) Paste(label, text string) {
	w.t.Helper()
	w.empty(label)
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent(text)
	w.Shortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
}

// empty goes into the field under a label and takes away what stands there.
func (w *Window) empty(label string) {
	w.t.Helper()
	n := w.into(w.Field(label))
	f, ok := n.Object.(fyne.Focusable)
	if !ok {
		w.t.Fatalf("the field %q cannot be typed into", label)
	}
	if d, ok := n.Object.(fyne.Disableable); ok && d.Disabled() {
		w.t.Fatalf("the field %q is disabled", label)
	}
	w.Win.Canvas().Focus(f)
	if _, read := f.(*kit.Reading); read {
		w.Key(fyne.KeyF2)
		f = w.Win.Canvas().Focused()
	}
	if s, ok := f.(fyne.Shortcutable); ok {
		s.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
}

// Keys types into what has the focus; "\n" is Enter. As in a real window, a space is a key first, and then a letter.
func (w *Window) Keys(text string) {
	w.t.Helper()
	for _, r := range text {
		if r == '\n' {
			w.Key(fyne.KeyReturn)
			continue
		}
		if f := w.Win.Canvas().Focused(); f != nil {
			if r == ' ' {
				f.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
				f = w.Win.Canvas().Focused()
			}
			if f != nil {
				f.TypedRune(r)
			}
		} else if h := w.Win.Canvas().OnTypedRune(); h != nil {
			h(r)
		}
	}
	w.Settle()
}

// Key presses a key, for what has the focus or else for the window; Tab moves the focus.
func (w *Window) Key(name fyne.KeyName) {
	w.t.Helper()
	c := w.Win.Canvas()
	e := &fyne.KeyEvent{Name: name}
	f := c.Focused()
	switch {
	case name == fyne.KeyTab && !acceptsTab(f):
		c.FocusNext()
	case f != nil:
		f.TypedKey(e)
	case c.OnTypedKey() != nil:
		c.OnTypedKey()(e)
	}
	w.Settle()
}

func acceptsTab(f fyne.Focusable) bool {
	t, ok := f.(fyne.Tabbable)
	return ok && t.AcceptsTab()
}

// Shortcut presses a shortcut for what has the focus; commands of the menu are done with Fire or Menu.
func (w *Window) Shortcut(s fyne.Shortcut) {
	w.t.Helper()
	if f, ok := w.Win.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(s)
	}
	w.Settle()
}

// Leave gives up the focus, which commits a field.
func (w *Window) Leave() {
	w.Win.Canvas().Unfocus()
	w.Settle()
}

// Choose opens the Select under a label and taps an option by its words, having searched for it where the list is long.
func (w *Window) Choose(label, option string) {
	w.t.Helper()
	n := w.Field(label)
	if _, ok := n.Object.(*kit.Select); !ok {
		w.t.Fatalf("the field %q is no Select", label)
	}
	w.TapNode(n)
	if _, searching := w.Win.Canvas().Focused().(*kit.TextField); searching {
		w.Keys(option)
		w.tapRow(option)
		return
	}
	w.Tap(option)
}

// tapRow taps the row of a list, not the field that was searched with the same words.
func (w *Window) tapRow(text string) {
	w.t.Helper()
	for _, n := range w.FindAll(text) {
		if _, field := n.Object.(*kit.TextField); !field {
			w.TapNode(n)
			return
		}
	}
	w.t.Fatalf("no option %q in the list", text)
}

// ErrorAt is the message shown at the field under a label, empty for none.
func (w *Window) ErrorAt(label string) string {
	w.t.Helper()
	for _, n := range w.nodes(true) {
		if l, ok := n.Object.(*kit.Labelled); ok && l.Label() == label {
			return l.Trouble()
		}
	}
	w.t.Fatalf("no field %q on screen", label)
	return ""
}

// dragSteps is the number of moves a drag is made of, as a hand makes many.
const dragSteps = 8

// Drag drags what says this by a distance, in several moves, and drops it.
func (w *Window) Drag(text string, dx, dy float32) {
	w.t.Helper()
	from := w.into(w.Find(text)).Centre()
	n := w.at(from, func(o fyne.CanvasObject) bool { _, ok := o.(fyne.Draggable); return ok })
	if n.Object == nil {
		w.t.Fatalf("%q cannot be dragged", text)
	}
	drag := n.Object.(fyne.Draggable)
	for i := range dragSteps {
		step := float32(i+1) / dragSteps
		drag.Dragged(&fyne.DragEvent{
			PointEvent: fyne.PointEvent{AbsolutePosition: from.AddXY(dx*step, dy*step)},
			Dragged:    fyne.Delta{DX: dx / dragSteps, DY: dy / dragSteps},
		})
	}
	drag.DragEnd()
	w.Settle()
}

// DragOnto drags what says one thing onto the middle of what says another.
func (w *Window) DragOnto(text, onto string) {
	w.t.Helper()
	from, to := w.draggable(text).Centre(), w.Find(onto).Centre()
	w.Drag(text, to.X-from.X, to.Y-from.Y)
}

// draggable is the thing that is dragged when what says this is taken.
func (w *Window) draggable(text string) Node {
	w.t.Helper()
	n := w.into(w.Find(text))
	if d := w.at(n.Centre(), func(o fyne.CanvasObject) bool { _, ok := o.(fyne.Draggable); return ok }); d.Object != nil {
		return d
	}
	return n
}

// ClickBeside clicks beside the uppermost dialog, as the driver does: pressed, the cursor taken away, let go.
func (w *Window) ClickBeside() {
	w.t.Helper()
	c := w.Win.Canvas()
	top := c.Overlays().Top()
	mouse, listens := top.(desktop.Mouseable)
	if listens {
		mouse.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	}
	c.Unfocus()
	if listens {
		mouse.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	}
	if tapped, is := top.(fyne.Tappable); is {
		tapped.Tapped(&fyne.PointEvent{})
	}
	w.Settle()
}

// Hover moves the pointer over what says this.
func (w *Window) Hover(text string) {
	w.t.Helper()
	test.MoveMouse(w.Win.Canvas(), w.into(w.Find(text)).Centre())
	w.Settle()
}

// FocusText is what the thing with the focus says: a field's text, a button's words; empty when nothing has the focus.
func (w *Window) FocusText() string {
	o, ok := w.Win.Canvas().Focused().(fyne.CanvasObject)
	if !ok {
		return ""
	}
	if named, ok := o.(interface {
		UINode() (kind, id, text string)
	}); ok {
		_, _, text := named.UINode()
		return text
	}
	return ""
}

// Covered are the things that can be tapped and lie beneath an object, though everything they stand in is scrolled to its end.
func (w *Window) Covered(over fyne.CanvasObject) (covered []Node) {
	w.t.Helper()
	for _, n := range w.nodes(true) {
		if n.scroll != nil {
			n.scroll.ScrollToBottom()
		}
	}
	at, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(over), over.Size()
	for _, n := range w.nodes(true) {
		_, tappable := n.Object.(fyne.Tappable)
		inSight := n.scroll == nil || n.Centre().Y > n.scrollAt.Y && n.Centre().Y < n.scrollAt.Y+n.scroll.Size().Height
		c := n.Centre()
		if tappable && inSight && c.X > at.X && c.X < at.X+size.Width && c.Y > at.Y && c.Y < at.Y+size.Height {
			covered = append(covered, n)
		}
	}
	return covered
}
