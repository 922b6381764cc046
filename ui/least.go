package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"copleader/ui/desk"
)

// What the system puts around a window, in points: the bar with its name, and its border. Nothing tells it before the window is shown.
const (
	titleBar float32 = 38
	border   float32 = 2
)

// fitScreen keeps the window within its screen: where that has no room for the least size, the window may get smaller, and what stands in
// it is scrolled. Of several screens the smallest counts for how small it may get, the main one for how large it opens.
func (w *Window) fitScreen(rooms []desk.Room) {
	if len(rooms) == 0 {
		return
	}
	scale, menu := w.Canvas().Scale(), w.menuHeight()
	least, most := leastSize.AddWidthHeight(0, menu), pointsOf(rooms[0], scale)
	for _, room := range rooms {
		least = least.Min(pointsOf(room, scale))
	}
	if least = least.SubtractWidthHeight(0, menu); least != leastSize {
		w.frame.narrow(least)
		w.win.SetContent(w.frame.content())
	}
	if size := w.Canvas().Size(); size.Width > most.Width || size.Height > most.Height {
		w.win.Resize(size.Min(most))
	}
}

// pointsOf is how large a window may be on a screen, in points.
func pointsOf(room desk.Room, scale float32) fyne.Size {
	size := fyne.NewSize(float32(room.Width)/scale-border, float32(room.Height)/scale-titleBar)
	return size.Max(smallestSize)
}

// smallestSize is that of the smallest window of use; a screen that tells less tells nonsense.
var smallestSize = fyne.NewSize(320, 240)

// menuHeight is what the main menu takes of the window.
func (w *Window) menuHeight() float32 {
	return max(0, w.Canvas().Size().Height-w.Canvas().Content().Size().Height)
}

// narrow has the frame scrolled where the window is smaller than the pages can be.
func (f *frame) narrow(least fyne.Size) {
	if f.port == nil {
		f.port = container.NewScroll(f.root)
	}
	f.port.SetMinSize(least)
}

// toTop shows the head of another page, wherever the one before was scrolled to.
func (f *frame) toTop() {
	if f.port != nil {
		f.port.ScrollToOffset(fyne.Position{})
	}
}

// content is what stands in the window.
func (f *frame) content() fyne.CanvasObject {
	if f.port != nil {
		return f.port
	}
	return f.root
}
