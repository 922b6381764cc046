package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// Rings shows people as dots in the ring of their level: core in the middle, then active, occasional and peripheral, contacts
// outside. It is a picture of proportion; the figures stand beside it. Where a ring has no room for all, it is drawn full.
type Rings struct {
	widget.BaseWidget
	counts [5]int
}

// NewRings makes one for the number of people of each level, core first, contacts last.
func NewRings(counts [5]int) *Rings {
	r := &Rings{counts: counts}
	r.ExtendBaseWidget(r)
	return r
}

// Set changes the counts.
func (r *Rings) Set(counts [5]int) { r.counts = counts; r.Refresh() }

// Parts are the children: none.
func (r *Rings) Parts() []fyne.CanvasObject { return nil }

// ringStep is the distance of two rings, dotSide a dot's diameter, in points.
const (
	ringStep float32 = 20
	dotSide  float32 = 10
)

// dotRadius is the distance of a level's dots from the middle, in points.
func dotRadius(level int) float32 {
	if level == 0 {
		return 10
	}
	return ringStep*float32(level) + ringStep/2
}

// ringRoom is how many dots a level's ring holds without their touching.
func ringRoom(level int) int {
	return int(2 * math.Pi * float64(dotRadius(level)) / float64(dotSide+3))
}

// dotPlaces are the middles of a level's dots, around the rings' middle. One dot of the core stands in the very middle.
func dotPlaces(level, count int) []fyne.Position {
	if count <= 0 {
		return nil
	}
	if level == 0 && count == 1 {
		return []fyne.Position{{}}
	}
	n := min(count, ringRoom(level))
	out := make([]fyne.Position, n)
	for i := range n {
		// Every ring begins a little further round, so that dots don't line up in spokes.
		angle := 2*math.Pi*float64(i)/float64(n) + 0.9*float64(level) - 0.5
		out[i] = fyne.NewPos(dotRadius(level)*float32(math.Sin(angle)), -dotRadius(level)*float32(math.Cos(angle)))
	}
	return out
}

// ringsSide is the side of the whole drawing: four rings and the dots outside.
const ringsSide = 2 * (4*ringStep + ringStep/2 + dotSide/2 + 1)

// HeightFor is that of the drawing.
func (r *Rings) HeightFor(float32) float32 { return ringsSide }

// CreateRenderer links the widget to its drawing.
func (r *Rings) CreateRenderer() fyne.WidgetRenderer {
	var objects []fyne.CanvasObject
	draw := func(size fyne.Size) {
		objects = objects[:0:0]
		middle := fyne.NewPos(whole(size.Width/2), whole(size.Height/2))
		// The largest ring first, each filled with the surface: a transparent fill would darken the stroke.
		for i := 4; i >= 1; i-- {
			c := &canvas.Circle{StrokeWidth: 1, StrokeColor: look.Color(look.ColorLine), FillColor: look.Color(look.ColorSurface)}
			radius := ringStep * float32(i)
			c.Move(middle.SubtractXY(radius, radius))
			c.Resize(fyne.NewSquareSize(2 * radius))
			objects = append(objects, c)
		}
		for level, count := range r.counts {
			for _, p := range dotPlaces(level, count) {
				dot := &canvas.Circle{FillColor: look.Color(look.Levels[level])}
				dot.Move(fyne.NewPos(whole(middle.X+p.X-dotSide/2), whole(middle.Y+p.Y-dotSide/2)))
				dot.Resize(fyne.NewSquareSize(dotSide))
				objects = append(objects, dot)
			}
		}
	}
	return &drawn{
		widget: r, layout: draw,
		objects: func() []fyne.CanvasObject { return objects },
		least:   func() fyne.Size { return fyne.NewSquareSize(ringsSide) },
	}
}
