package meeting

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/kit"
)

// dragging lets ideas be taken with the pointer and put onto one another, onto what takes them, or beside, where they stand alone again.
// The keys and the menu of the list do the same.
type dragging struct {
	widget.BaseWidget
	view  *View
	list  *kit.List[Idea]
	ghost *kit.Ghost
	held  Idea
	holds bool
	at    fyne.Position // of the pointer, in the window
}

func newDragging(v *View, list *kit.List[Idea]) *dragging {
	d := &dragging{view: v, list: list, ghost: kit.NewGhost(true)}
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
		d.ghost.Show(row.Text, fyne.NewSize(ghostWidth, 0))
	}
	layer := absolute(d.ghost.Layer)
	d.ghost.MoveTo(d.at.Subtract(layer).AddXY(-ghostWidth/2, -14))
	mark, _ := d.target()
	d.ghost.Point(mark.at.Subtract(layer), mark.size)
}

// DragEnd puts it there.
func (d *dragging) DragEnd() {
	if !d.holds {
		return
	}
	d.holds = false
	d.ghost.Hide()
	_, drop := d.target()
	kit.Guard(drop)
}

// area is a part of the window.
type area struct {
	at   fyne.Position
	size fyne.Size
}

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

// ghostWidth is how wide an idea is that is dragged, in points.
const ghostWidth float32 = 220
