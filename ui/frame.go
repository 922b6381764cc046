package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"copleader/data/words"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// frame is what stands in the window: the sidebar at the left, the page, a notice over it.
type frame struct {
	root *fyne.Container
	port *container.Scroll // around it, where the screen has no room for the least size; else nil
	bar  *kit.NoticeBar
	side fyne.CanvasObject // nil while no community is open
	page fyne.CanvasObject
	rule *canvas.Rectangle
	// barUp is that the notice stands over the head of the page, since over its foot it would hide what has the focus.
	barUp bool
	// over is the dialog over which the notice stands, nil for the page.
	over *kit.Dialog
}

func newFrame(say *words.Say) *frame {
	f := &frame{bar: kit.NewNoticeBar(say.Text("Copy details"), say.Text("Dismiss")), rule: &canvas.Rectangle{}}
	f.page = kit.Space(0, 0)
	f.root = &fyne.Container{Layout: frameLayout{f}}
	f.bar.OnChange = f.barChanged
	f.layOut()
	return f
}

// set puts a sidebar (or none) and a page into the frame.
func (f *frame) set(side, page fyne.CanvasObject) {
	f.side, f.page = side, page
	f.layOut()
}

func (f *frame) layOut() {
	objects := []fyne.CanvasObject{f.page}
	if f.over == nil {
		objects = append(objects, f.bar)
	}
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
	put(l.f.page, left, 0, size.Width-left, size.Height)
	if l.f.bar.Visible() && l.f.over == nil {
		l.f.placeBar(left, size)
	}
}

// The notice is at most so wide, at text scale 1, and so far from the edge, in points.
const (
	barWidth float32 = 760
	barAir   float32 = 14
)

// placeBar puts the notice over the foot of the page, which doesn't move: somebody may be about to press something on it; what scrolls
// can be scrolled out from under it, and above what doesn't it stands. Where that would hide what has the focus, it stands over the head.
func (f *frame) placeBar(left float32, size fyne.Size) {
	width := min(size.Width-left-2*look.Edge, float32(int(barWidth*look.TextScale())), f.bar.NaturalWidth())
	height := kit.HeightFor(f.bar, width)
	x, y := left+float32(int((size.Width-left-width)/2)), size.Height-height-barAir
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.root) // below the window's menu
	if y = kit.FreeAbove(f.page, origin.X+x, origin.X+x+width, origin.Y+y, height) - origin.Y; f.barUp {
		y = barAir
	}
	put(f.bar, x, y, width, height)
}

// barChanged shows the notice that has come, or that it has gone.
func (f *frame) barChanged() {
	f.barUp = false
	if f.over != nil {
		f.over.Carry(nil, nil)
		f.over = nil
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.root); c != nil && f.bar.Visible() {
		f.over = kit.TopDialog(c)
	}
	if f.over != nil {
		f.layOut()
		f.over.Carry(f.bar, f.uncarried)
		return
	}
	f.layOut()
	f.keepFocusClear()
	kit.Float(f.bar, f.placeAnew, f.page)
}

// uncarried has the notice stand elsewhere once the dialog has gone over which it stood.
func (f *frame) uncarried() {
	f.over = nil
	f.barChanged()
}

// placeAnew places the notice where it hides nothing of what the foot of the page holds now.
func (f *frame) placeAnew() {
	f.root.Layout.Layout(f.root.Objects, f.root.Size())
	f.keepFocusClear()
}

// keepFocusClear moves the notice off what has the focus, unless that is a part of it.
func (f *frame) keepFocusClear() {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(f.root)
	if c == nil || !f.bar.Visible() || f.over != nil {
		return
	}
	o, is := c.Focused().(fyne.CanvasObject)
	if !is || f.bar.Holds(o) || o.Size().Height > f.root.Size().Height/2 {
		return
	}
	at, bar := driver.AbsolutePositionForObject(o), driver.AbsolutePositionForObject(f.bar)
	if at.Y < bar.Y+f.bar.Size().Height && bar.Y < at.Y+o.Size().Height && at.X < bar.X+f.bar.Size().Width && bar.X < at.X+o.Size().Width {
		f.barUp = !f.barUp
		f.root.Layout.Layout(f.root.Objects, f.root.Size())
	}
}

// MinSize is the least size of what stands in the window, and of the window itself where the screen has room for it.
func (l frameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return leastSize }

// put places an object.
func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(0, w), max(0, h)))
}
