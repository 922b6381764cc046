package meeting

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/kit"
	"copleader/ui/look"
)

// dragging lets ideas be taken with the pointer and put onto one another, onto what takes them, or beside, where they stand alone again.
// The keys and the menu of the list do the same.
type dragging struct {
	widget.BaseWidget
	view  *View
	list  *kit.List[Idea]
	ghost *ghost
	held  Idea
	holds bool
	at    fyne.Position // of the pointer, in the window
}

func newDragging(v *View, list *kit.List[Idea]) *dragging {
	d := &dragging{view: v, list: list, ghost: newGhost()}
	d.ExtendBaseWidget(d)
	return d
}

// Dragged takes the idea under the pointer along.
func (d *dragging) Dragged(e *fyne.DragEvent) {
	if d.view.Deps.ReadOnly {
		return
	}
	d.at = e.AbsolutePosition
	if !d.holds {
		row, _, there := d.under(d.at.SubtractXY(e.Dragged.DX, e.Dragged.DY))
		if !there {
			return
		}
		d.held, d.holds = row, true
		d.ghost.show(row.Text)
	}
	layer := absolute(d.ghost.layer)
	d.ghost.move(d.at.Subtract(layer))
	mark, _ := d.target()
	d.ghost.point(mark.moved(layer))
}

// DragEnd puts it there.
func (d *dragging) DragEnd() {
	if !d.holds {
		return
	}
	d.holds = false
	d.ghost.hide()
	_, drop := d.target()
	kit.Guard(drop)
}

// area is a part of the window.
type area struct {
	at   fyne.Position
	size fyne.Size
}

func (a area) moved(from fyne.Position) area { return area{a.at.Subtract(from), a.size} }

func (a area) holds(p fyne.Position) bool {
	return p.X >= a.at.X && p.Y >= a.at.Y && p.X < a.at.X+a.size.Width && p.Y < a.at.Y+a.size.Height
}

// areaOf is where something stands; what is hidden stands nowhere.
func areaOf(o fyne.CanvasObject) area {
	if !o.Visible() {
		return area{}
	}
	return area{absolute(o), o.Size()}
}

func absolute(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
}

// under is the idea at a place of the window.
func (d *dragging) under(p fyne.Position) (row Idea, there area, is bool) {
	all := areaOf(d.list)
	if !all.holds(p) {
		return row, area{}, false
	}
	row, top, height, is := d.list.RowAt(p.Y - all.at.Y)
	return row, area{all.at.AddXY(0, top), fyne.NewSize(all.size.Width, height)}, is
}

// target is what the idea would be put onto now, and what letting go of it does.
func (d *dragging) target() (where area, drop func()) {
	v := d.view
	if on, place, is := d.under(d.at); is {
		if on.Head() == d.held.Head() || on.ID == d.held.ID {
			return area{}, func() {}
		}
		return place, func() { v.deeds.Do(v.state.Group(d.held.ID, on.Head()), nil) }
	}
	for _, t := range v.state.Targets() {
		if o := v.takes(t.Key); areaOf(o).holds(d.at) {
			return areaOf(o), func() { v.deeds.Do(v.state.Into(d.held.MeetingLine, t.Key), nil) }
		}
	}
	if d.held.Within {
		return area{}, func() { v.deeds.Do(v.state.Group(d.held.ID, 0), nil) }
	}
	return area{}, func() {}
}

// Parts are the children.
func (d *dragging) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{d.list} }

// HeightFor is the list's.
func (d *dragging) HeightFor(width float32) float32 { return kit.HeightFor(d.list, width) }

// CreateRenderer links the widget to its drawing.
func (d *dragging) CreateRenderer() fyne.WidgetRenderer {
	return kit.Render(d, kit.Drawing{Objects: []fyne.CanvasObject{d.list}, Layout: d.list.Resize, Least: d.list.MinSize, Refresh: d.list.Refresh})
}

// ghost is what moves with the pointer, and the frame around what it would be put onto.
type ghost struct {
	layer *fyne.Container
	paper *kit.Box
	text  *kit.Para
	mark  *canvas.Rectangle
}

// ghostWidth is how wide an idea is that is dragged, in points.
const ghostWidth float32 = 220

func newGhost() *ghost {
	g := &ghost{text: kit.NewBody(), mark: &canvas.Rectangle{CornerRadius: look.RadiusField, StrokeWidth: 2}}
	g.paper = kit.NewBox(kit.BoxStyle{Fill: look.ColorSurface, Border: look.ColorPrimary, Radius: look.RadiusField, Padding: kit.All(10), Shadow: true}, g.text)
	g.layer = container.NewWithoutLayout(g.mark, g.paper)
	g.hide()
	return g
}

func (g *ghost) show(text string) {
	g.text.Set(kit.Bold(text))
	g.paper.Resize(fyne.NewSize(ghostWidth, g.paper.HeightFor(ghostWidth)))
	g.mark.StrokeColor = look.Color(look.ColorPrimary)
	g.paper.Show()
}

func (g *ghost) move(to fyne.Position) { g.paper.Move(to.AddXY(-ghostWidth/2, -14)) }

// point draws the frame; around nothing it is hidden.
func (g *ghost) point(a area) {
	g.mark.Hidden = a.size.Width == 0
	g.mark.Move(a.at)
	g.mark.Resize(a.size)
	// What was never painted has no canvas yet, so showing it is not enough: the layer must be painted again.
	g.layer.Refresh()
}

func (g *ghost) hide() {
	g.mark.Hide()
	g.paper.Hide()
	g.layer.Refresh()
}
