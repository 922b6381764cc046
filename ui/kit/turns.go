package kit

import (
	"fyne.io/fyne/v2"

	"copleader/ui/look"
)

// TurnsBelow is the width at text scale 1 below which list and pane take turns: one above the other, each would show two lines
// only in a small window with large text.
const TurnsBelow float32 = 640

// TurnsOptions say what stands beside each other in Turns.
type TurnsOptions struct {
	List, Pane fyne.CanvasObject
	// Back leads from the pane to the list and stands above the pane where that has the list's place; nil where the pane has a
	// way back of its own.
	Back fyne.CanvasObject
	// Share is the list's part of the width. Where it would get narrower than Reads, a width at text scale 1, its part grows up
	// to Most.
	Share, Most, Reads float32
	// Changed is called when there has come to be room for both, or no more, and when it is the other one's turn.
	Changed func()
}

// Turns puts a list and what is chosen in it side by side, each as tall as it wants to be within the room there is; what gets
// less scrolls inside. Where there is no room for both, with large text or in a small window, the list has all of it until the
// pane is opened.
type Turns struct {
	o       TurnsOptions
	open    bool // where there is room for one: the pane, not the list
	narrow  bool
	offered bool
	content *fyne.Container
}

// NewTurns puts list and pane together; it is the list's turn first.
func NewTurns(o TurnsOptions) *Turns {
	t := &Turns{o: o, offered: true}
	objects := []fyne.CanvasObject{o.List, o.Pane}
	if o.Back != nil {
		objects = append(objects, o.Back)
	}
	t.content = &fyne.Container{Layout: t, Objects: objects}
	t.fit()
	return t
}

// Content is both.
func (t *Turns) Content() fyne.CanvasObject { return t.content }

// Open makes it the pane's turn, or the list's again.
func (t *Turns) Open(pane bool) {
	if t.open != pane {
		t.open = pane
		t.turn()
	}
}

// Offer tells whether there is something to show in the pane; without, the list has all the room.
func (t *Turns) Offer(pane bool) {
	if t.offered != pane {
		t.offered = pane
		t.turn()
	}
}

func (t *Turns) turn() {
	if t.fit() {
		t.content.Refresh()
	}
	t.o.Changed()
}

// Narrow tells that there is room for one only.
func (t *Turns) Narrow() bool { return t.narrow }

// Alone tells that the pane stands in the list's place.
func (t *Turns) Alone() bool { return t.narrow && t.open && t.offered }

// ShowsPane tells whether the pane can be seen.
func (t *Turns) ShowsPane() bool { return t.offered && (t.open || !t.narrow) }

// Refresh gives both the height their content has now.
func (t *Turns) Refresh() { t.content.Refresh() }

// fit shows those there is room for and reports whether that is a change.
func (t *Turns) fit() bool {
	changed := SetShown(t.o.List, !t.Alone())
	changed = SetShown(t.o.Pane, t.ShowsPane()) || changed
	if t.o.Back != nil {
		changed = SetShown(t.o.Back, t.Alone()) || changed
	}
	return changed
}

// Layout places those there is room for.
func (t *Turns) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if narrow := size.Width < scaled(TurnsBelow); narrow != t.narrow {
		t.narrow = narrow
		t.fit()
		t.o.Changed()
	}
	put := func(o fyne.CanvasObject, x, y, width float32) {
		place(o, x, y, width, min(size.Height-y, HeightFor(o, width)))
	}
	switch {
	case t.Alone() && t.o.Back != nil:
		put(t.o.Back, 0, 0, size.Width)
		put(t.o.Pane, 0, t.o.Back.Size().Height+look.GapInRow, size.Width)
	case t.Alone():
		put(t.o.Pane, 0, 0, size.Width)
	case !t.ShowsPane():
		put(t.o.List, 0, 0, size.Width)
	default:
		room := size.Width - look.GapCards
		list := whole(max(room*t.o.Share, min(room*t.o.Most, scaled(t.o.Reads))))
		put(t.o.List, 0, 0, list)
		put(t.o.Pane, list+look.GapCards, 0, room-list)
	}
}

// MinSize is small: both scroll, so neither holds the window open.
func (t *Turns) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(min(widest(o), scaled(280)), scaled(120))
}

// SetShown shows an object or hides it, and reports whether that is a change; what stays as it is isn't drawn again.
func SetShown(o fyne.CanvasObject, shown bool) bool {
	switch {
	case shown == o.Visible():
		return false
	case shown:
		o.Show()
	default:
		o.Hide()
	}
	return true
}
