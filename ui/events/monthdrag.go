package events

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// dayEvent is an event on its day: it is tapped to be opened, and dragged to another day.
type dayEvent struct {
	widget.BaseWidget
	grid  *monthGrid
	event DayEvent
	box   *kit.Box
	moved fyne.Delta
	drags bool
}

func newDayEvent(g *monthGrid, e DayEvent) *dayEvent {
	d := &dayEvent{grid: g, event: e, box: eventBox(e, g.carried == e.ID)}
	d.ExtendBaseWidget(d)
	return d
}

// Tapped opens the event.
func (d *dayEvent) Tapped(*fyne.PointEvent) { d.grid.event(d.event.ID) }

// Cursor is the hand.
func (d *dayEvent) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Dragged shows on which day the event would stand. The middle of the event as far as it was moved decides: that is right with every
// driver, while pointer positions are not.
func (d *dayEvent) Dragged(e *fyne.DragEvent) {
	if !d.event.Movable || d.grid.drop == nil {
		return
	}
	d.drags = true
	d.moved.DX += e.Dragged.DX
	d.moved.DY += e.Dragged.DY
	d.grid.aim(d.under())
}

// DragEnd puts the event on that day.
func (d *dayEvent) DragEnd() {
	if !d.drags {
		return
	}
	cell := d.under()
	d.drags, d.moved = false, fyne.Delta{}
	d.grid.aim(nil)
	if cell != nil {
		d.grid.put(d.event, cell.day.On)
	}
}

// under is the day below the middle of the event, as far as it was moved.
func (d *dayEvent) under() *dayCell {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(d).Subtract(driver.AbsolutePositionForObject(d.grid))
	return d.grid.cellAt(at.AddXY(d.Size().Width/2+d.moved.DX, d.Size().Height/2+d.moved.DY))
}

// AccessibilityLabel is when it begins and what it is.
func (d *dayEvent) AccessibilityLabel() string { return d.event.Clock + " " + d.event.Title }

// AccessibilityRole is button: a press opens it.
func (d *dayEvent) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Parts are the children.
func (d *dayEvent) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{d.box} }

// HeightFor is that of the box.
func (d *dayEvent) HeightFor(width float32) float32 { return kit.HeightFor(d.box, width) }

// CreateRenderer links the widget to its drawing.
func (d *dayEvent) CreateRenderer() fyne.WidgetRenderer {
	return kit.Render(d, kit.Drawing{Objects: []fyne.CanvasObject{d.box}, Layout: d.box.Resize, Least: d.box.MinSize, Refresh: d.box.Refresh})
}

// aim marks the day on which something would be put, nil for none.
func (g *monthGrid) aim(at *dayCell) {
	if g.aimed == at {
		return
	}
	before := g.aimed
	g.aimed = at
	for _, c := range []*dayCell{before, at} {
		if c != nil {
			c.box.SetStyle(g.styleOf(c.day, c == at))
		}
	}
}

// put moves an event so that the day it was taken from comes to be another.
func (g *monthGrid) put(e DayEvent, on data.Date) {
	if from := e.from; on != from {
		g.drop(e.ID, e.First.AddDays(on.Sub(from)))
	}
}

// pickUp takes the first event of the chosen day that may be moved, for the arrows to carry to another day.
func (g *monthGrid) pickUp() (took bool) {
	for _, c := range g.cells {
		for i := range c.day.Events {
			if e := c.day.Events[i]; c.day.On == g.chosen && e.Movable && g.drop != nil {
				g.carried, g.carries = e.ID, e
				g.carrying(e)
				return true
			}
		}
	}
	return false
}

// letGo puts what is carried on the chosen day, or leaves it where it was.
func (g *monthGrid) letGo(put bool) {
	e, on := g.carries, g.chosen
	g.carried, g.carries = 0, DayEvent{}
	g.carrying(DayEvent{})
	if put {
		g.put(e, on)
	}
}

// styleOf is how a day is painted; aimed tells that something would be put there.
func (g *monthGrid) styleOf(day Day, aimed bool) kit.BoxStyle {
	style := kit.BoxStyle{Fill: look.ColorSurface, Border: look.ColorLine, Radius: look.RadiusField, Padding: kit.Sides(4, 5)}
	if day.Outside {
		style.Fill = look.ColorCanvas
	}
	if day.On == g.chosen {
		style.Border = look.ColorPrimary
		if g.focused {
			style.Fill = look.ColorPrimarySoft
		}
	}
	if aimed {
		style.Border, style.Fill = look.ColorPrimary, look.ColorPrimarySoft
	}
	return style
}
