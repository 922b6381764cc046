package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"copleader/data/words"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// frame is what stands in the window: the sidebar at the left, a notice above the page, the page.
type frame struct {
	root *fyne.Container
	bar  *kit.NoticeBar
	side fyne.CanvasObject // nil while no community is open
	page fyne.CanvasObject
	rule *canvas.Rectangle
}

func newFrame(say *words.Say) *frame {
	f := &frame{bar: kit.NewNoticeBar(say.Text("Copy details"), say.Text("Dismiss")), rule: &canvas.Rectangle{}}
	f.page = kit.Space(0, 0)
	f.root = &fyne.Container{Layout: frameLayout{f}}
	f.bar.OnChange = f.layOut
	f.layOut()
	return f
}

// set puts a sidebar (or none) and a page into the frame.
func (f *frame) set(side, page fyne.CanvasObject) {
	f.side, f.page = side, page
	f.layOut()
}

func (f *frame) layOut() {
	objects := []fyne.CanvasObject{f.page, f.bar}
	if f.side != nil {
		objects = append(objects, f.side, f.rule)
	}
	f.root.Objects = objects
	f.root.Refresh()
}

// sideWidth grows with the text more slowly than the text does.
func sideWidth() float32 { return float32(int(84 + 120*look.TextScale())) }

type frameLayout struct{ f *frame }

// Layout places the parts.
func (l frameLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	var left float32
	if l.f.side != nil {
		left = sideWidth()
		l.f.rule.FillColor = look.Color(look.ColorLine)
		put(l.f.side, 0, 0, left-1, size.Height)
		put(l.f.rule, left-1, 0, 1, size.Height)
	}
	var top float32
	if l.f.bar.Visible() {
		room := size.Width - left - 2*look.Edge
		height := kit.HeightFor(l.f.bar, room)
		put(l.f.bar, left+look.Edge, 12, room, height)
		top = 12 + height
	}
	put(l.f.page, left, top, size.Width-left, size.Height-top)
}

// MinSize is the window's least size: what doesn't fit scrolls.
func (l frameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return leastSize }

// put places an object.
func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(0, w), max(0, h)))
}
