package kit

import (
	"fyne.io/fyne/v2"

	"copleader/ui/look"
)

// BesideBelow is the width at text scale 1 below which there is room for list or pane only: one above the other, each would show
// two lines in a small window with large text.
const BesideBelow float32 = 640

// BesideOptions say what stands beside each other.
type BesideOptions struct {
	List, Pane fyne.CanvasObject
	// Back leads from the pane to the list and stands above the pane where that has the list's place; nil where the pane has a
	// way back of its own.
	Back fyne.CanvasObject
	// Share is the list's part of the width. Where it would get narrower than Reads, a width at text scale 1, its part grows up
	// to Most.
	Share, Most, Reads float32
	// Changed is called when there has come to be room for both, or no more, and when the other one is shown.
	Changed func()
}

// Beside puts a list and what is chosen in it side by side, each as tall as it wants to be within the room there is; what gets
// less scrolls inside. Where there is no room for both, with large text or in a small window, the list has all of it until the
// pane is opened.
type Beside struct {
	o       BesideOptions
	open    bool // where there is room for one: the pane, not the list
	narrow  bool
	offered bool
	content *fyne.Container
}

// NewBeside puts list and pane together; the list is shown first.
func NewBeside(o BesideOptions) *Beside {
	b := &Beside{o: o, offered: true}
	objects := []fyne.CanvasObject{o.List, o.Pane}
	if o.Back != nil {
		objects = append(objects, o.Back)
	}
	b.content = &fyne.Container{Layout: b, Objects: objects}
	b.fit()
	return b
}

// Content is both.
func (b *Beside) Content() fyne.CanvasObject { return b.content }

// Open shows the pane, or the list again.
func (b *Beside) Open(pane bool) {
	if b.open != pane {
		b.open = pane
		b.show()
	}
}

// Offer tells whether there is something to show in the pane; without, the list has all the room.
func (b *Beside) Offer(pane bool) {
	if b.offered != pane {
		b.offered = pane
		b.show()
	}
}

func (b *Beside) show() {
	if b.fit() {
		b.content.Refresh()
	}
	b.o.Changed()
}

// Narrow tells that there is room for one only.
func (b *Beside) Narrow() bool { return b.narrow }

// Alone tells that the pane stands in the list's place.
func (b *Beside) Alone() bool { return b.narrow && b.open && b.offered }

// ShowsPane tells whether the pane can be seen.
func (b *Beside) ShowsPane() bool { return b.offered && (b.open || !b.narrow) }

// Refresh gives both the height their content has now.
func (b *Beside) Refresh() { b.content.Refresh() }

// fit shows those there is room for and reports whether that is a change.
func (b *Beside) fit() bool {
	changed := SetShown(b.o.List, !b.Alone())
	changed = SetShown(b.o.Pane, b.ShowsPane()) || changed
	if b.o.Back != nil {
		changed = SetShown(b.o.Back, b.Alone()) || changed
	}
	return changed
}

// Layout places those there is room for.
func (b *Beside) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if narrow := size.Width < scaled(BesideBelow); narrow != b.narrow {
		b.narrow = narrow
		b.fit()
		b.o.Changed()
	}
	put := func(o fyne.CanvasObject, x, y, width float32) {
		place(o, x, y, width, min(size.Height-y, HeightFor(o, width)))
	}
	switch {
	case b.Alone() && b.o.Back != nil:
		put(b.o.Back, 0, 0, size.Width)
		put(b.o.Pane, 0, b.o.Back.Size().Height+look.GapInRow, size.Width)
	case b.Alone():
		put(b.o.Pane, 0, 0, size.Width)
	case !b.ShowsPane():
		put(b.o.List, 0, 0, size.Width)
	default:
		room := size.Width - look.GapCards
		list := whole(max(room*b.o.Share, min(room*b.o.Most, scaled(b.o.Reads))))
		put(b.o.List, 0, 0, list)
		put(b.o.Pane, list+look.GapCards, 0, room-list)
	}
}

// MinSize is small: both scroll, so neither holds the window open.
func (b *Beside) MinSize(o []fyne.CanvasObject) fyne.Size {
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
