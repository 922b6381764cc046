package charter

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"copleader/data/words"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// The measures of a curve, in points at text scale 1.
const (
	curveWidth  float32 = 240
	curveHeight float32 = 34
	curveDot    float32 = 5
	curveLine   float32 = 2
)

// curve draws the way of a measure: a dot a figure, a line between those that can
// be compared, and the target as a quiet line. The figures stand below it in words.
type curve struct {
	widget.BaseWidget
	of Curve
}

func newCurve(of Curve) *curve {
	c := &curve{of: of}
	c.ExtendBaseWidget(c)
	return c
}

// Parts are the children: none.
func (c *curve) Parts() []fyne.CanvasObject { return nil }

// UINode tells those who walk the window what is drawn.
func (c *curve) UINode() (kind, id, text string) {
	var values []string
	for _, p := range c.of.Points {
		values = append(values, fmt.Sprint(p.Value))
	}
	return "curve", "", strings.Join(values, " ")
}

// HeightFor is the same at every width.
func (c *curve) HeightFor(float32) float32 { return curveHeight * look.TextScale() }

// NaturalWidth is wide enough to see a way.
func (c *curve) NaturalWidth() float32 { return curveWidth * look.TextScale() }

// CreateRenderer links the widget to its drawing.
func (c *curve) CreateRenderer() fyne.WidgetRenderer {
	r := &curveRenderer{curve: c}
	if c.of.HasTarget {
		r.target = canvas.NewLine(look.Color(look.ColorLine))
		r.objects = append(r.objects, r.target)
	}
	for i, p := range c.of.Points {
		var line *canvas.Line
		if i > 0 && !p.Apart {
			line = canvas.NewLine(look.Color(look.ColorPrimary))
			line.StrokeWidth = curveLine
			r.objects = append(r.objects, line)
		}
		r.lines = append(r.lines, line)
	}
	for range c.of.Points {
		dot := canvas.NewCircle(look.Color(look.ColorPrimary))
		r.dots = append(r.dots, dot)
		r.objects = append(r.objects, dot)
	}
	return r
}

// curveRenderer places dots and lines.
type curveRenderer struct {
	curve   *curve
	target  *canvas.Line
	lines   []*canvas.Line // to each point, nil where none leads
	dots    []*canvas.Circle
	objects []fyne.CanvasObject
}

// Objects are what is drawn.
func (r *curveRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Layout places everything by day and figure.
func (r *curveRenderer) Layout(size fyne.Size) {
	at := r.curve.of.places(size.Width-curveDot, size.Height-curveDot)
	for i, dot := range r.dots {
		dot.Move(at[i])
		dot.Resize(fyne.NewSquareSize(curveDot))
		if line := r.lines[i]; line != nil {
			line.Position1, line.Position2 = middle(at[i-1]), middle(at[i])
		}
	}
	if r.target != nil {
		y := r.curve.of.height(r.curve.of.Target, size.Height-curveDot) + curveDot/2
		r.target.Position1, r.target.Position2 = fyne.NewPos(0, y), fyne.NewPos(size.Width, y)
	}
}

func middle(p fyne.Position) fyne.Position { return p.AddXY(curveDot/2, curveDot/2) }

// MinSize is that of a small picture.
func (r *curveRenderer) MinSize() fyne.Size {
	return fyne.NewSize(60, r.curve.HeightFor(0))
}

// Refresh takes the colours of the theme in use.
func (r *curveRenderer) Refresh() {
	for _, dot := range r.dots {
		dot.FillColor = look.Color(look.ColorPrimary)
		dot.Refresh()
	}
	for _, line := range r.lines {
		if line != nil {
			line.StrokeColor = look.Color(look.ColorPrimary)
			line.Refresh()
		}
	}
	if r.target != nil {
		r.target.StrokeColor = look.Color(look.ColorLine)
		r.target.Refresh()
	}
}

// Destroy has nothing to give back.
func (r *curveRenderer) Destroy() {}

// places are where the dots stand in a room: by day from left to right, the
// larger figure above.
func (c Curve) places(width, height float32) []fyne.Position {
	out := make([]fyne.Position, len(c.Points))
	first, last := c.Points[0].On, c.Points[len(c.Points)-1].On
	for i, p := range c.Points {
		x := width * float32(i) / float32(len(c.Points)-1)
		if last > first {
			x = width * float32(p.On.Sub(first)) / float32(last.Sub(first))
		}
		out[i] = fyne.NewPos(x, c.height(p.Value, height))
	}
	return out
}

// height is where a figure stands in a room of a height.
func (c Curve) height(value float64, room float32) float32 {
	low, high := c.Points[0].Value, c.Points[0].Value
	for _, p := range c.Points {
		low, high = min(low, p.Value), max(high, p.Value)
	}
	if c.HasTarget {
		low, high = min(low, c.Target), max(high, c.Target)
	}
	if high <= low {
		return room / 2
	}
	return room * float32((high-value)/(high-low))
}

// curveRow is a curve under the words of its measure, where there is one to draw.
func curveRow(say *words.Say, title string, of Curve) fyne.CanvasObject {
	if len(of.Points) == 0 {
		return nil
	}
	told := []string{title}
	for _, p := range of.Points {
		told = append(told, say.Text("%s: %s", p.On, strconv.FormatFloat(p.Value, 'g', -1, 64)))
	}
	if of.HasTarget {
		told = append(told, say.Text("Target: %s", strconv.FormatFloat(of.Target, 'g', -1, 64)))
	}
	return kit.Pad(kit.Edges{Top: 4, Bottom: 2}, kit.Left(kit.NewTold(strings.Join(told, "\n"), say.Text("Copy as text"), newCurve(of))))
}
