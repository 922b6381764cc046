package events

import (
	"fyne.io/fyne/v2"

	"copleader/ui/kit"
	"copleader/ui/look"
)

// browse puts the list and the event chosen in it side by side. Where there is no room for both, with large text or in a small
// window, the list has all of it until an event is opened, and a link leads back.
type browse struct {
	list, pane, back fyne.CanvasObject
	open             bool // where there is room for one: the event, not the list
	narrow           bool
	content          *fyne.Container
	changed          func() // called when there has come to be room for both, or no more
}

// Shares of the page: the list's part of its width, which is larger where the list would get narrow, and the width at text scale
// 1 below which there is room for one.
const (
	listShare   float32 = 0.345
	mostShare   float32 = 0.42
	listReadsAt float32 = 300
	narrowFrom  float32 = 640
)

func newBrowse(list, pane, back fyne.CanvasObject, changed func()) *browse {
	b := &browse{list: list, pane: pane, back: kit.Left(back), changed: changed}
	b.back.Hide()
	b.content = &fyne.Container{Layout: b, Objects: []fyne.CanvasObject{list, b.back, pane}}
	return b
}

// showList goes back to the list.
func (b *browse) showList() { b.show(false) }

// showEvent opens the chosen event.
func (b *browse) showEvent() { b.show(true) }

func (b *browse) show(open bool) {
	b.open = open
	b.refresh()
	b.changed()
}

func (b *browse) refresh() { b.content.Refresh() }

// hasEvent tells whether the event chosen can be seen.
func (b *browse) hasEvent() bool { return !b.narrow || b.open }

// Layout gives each part as much height as it wants within the room there is; what gets less scrolls inside.
func (b *browse) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	b.narrow = size.Width < narrowFrom*look.TextScale()
	both := !b.narrow
	set(b.list, both || !b.open)
	set(b.back, b.narrow && b.open)
	set(b.pane, both || b.open)
	put := func(o fyne.CanvasObject, x, y, w, room float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, min(room, kit.HeightFor(o, w))))
	}
	switch {
	case both:
		room := size.Width - look.GapCards
		w := float32(int(max(room*listShare, min(room*mostShare, listReadsAt*look.TextScale()))))
		put(b.list, 0, 0, w, size.Height)
		put(b.pane, w+look.GapCards, 0, size.Width-look.GapCards-w, size.Height)
	case b.open:
		put(b.back, 0, 0, size.Width, size.Height)
		top := b.back.Size().Height + look.GapInRow
		put(b.pane, 0, top, size.Width, size.Height-top)
	default:
		put(b.list, 0, 0, size.Width, size.Height)
	}
}

// set shows or hides a part; what stays as it is isn't drawn again.
func set(o fyne.CanvasObject, shown bool) {
	switch {
	case shown == o.Visible():
	case shown:
		o.Show()
	default:
		o.Hide()
	}
}

// MinSize is small, since both parts scroll.
func (b *browse) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(280*look.TextScale(), 120*look.TextScale())
}
