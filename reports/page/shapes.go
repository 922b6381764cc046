package page

import (
	"math"

	"github.com/jung-kurt/gofpdf"
)

// Pen is how a line is drawn. A Pen without a colour draws nothing.
type Pen struct {
	Color Color
	Width float64 // points; 0 is 0.5
	Dash  float64 // millimetres of dash and of gap; 0 is a whole line
}

// Look is how a shape is filled and outlined.
type Look struct {
	Fill   Color
	Stroke Pen
	Radius float64 // of the corners, millimetres
}

// Box draws a rectangle, with round corners if the look has a radius.
func (d *Document) Box(r Rect, look Look) {
	defer d.guard()
	if d.err != nil {
		return
	}
	d.begin()
	style := d.fillAndStroke(look)
	if style == "" {
		return
	}
	defer d.solid()
	if radius := cornerOf(r, look.Radius); radius > 0 {
		d.pdf.RoundedRect(r.X, r.Y, r.W, r.H, radius, "1234", style)
		return
	}
	d.pdf.Rect(r.X, r.Y, r.W, r.H, style)
}

// Rule draws a straight line.
func (d *Document) Rule(x1, y1, x2, y2 float64, pen Pen) {
	defer d.guard()
	if d.err != nil || pen.Color == None {
		return
	}
	d.begin()
	d.take(pen)
	defer d.solid()
	d.pdf.Line(x1, y1, x2, y2)
}

// Path draws a line through points, corners and ends round.
func (d *Document) Path(points []Point, pen Pen) {
	defer d.guard()
	if d.err != nil || pen.Color == None || len(points) < 2 {
		return
	}
	d.begin()
	d.take(pen)
	defer d.solid()
	d.pdf.SetLineCapStyle("round")
	d.pdf.SetLineJoinStyle("round")
	d.pdf.MoveTo(points[0].X, points[0].Y)
	for _, p := range points[1:] {
		d.pdf.LineTo(p.X, p.Y)
	}
	d.pdf.DrawPath("D")
	d.pdf.SetLineCapStyle("butt")
	d.pdf.SetLineJoinStyle("miter")
}

// Point is a place on the page.
type Point struct{ X, Y float64 }

// Circle draws a circle around a point.
func (d *Document) Circle(x, y, radius float64, look Look) {
	defer d.guard()
	if d.err != nil {
		return
	}
	d.begin()
	if style := d.fillAndStroke(look); style != "" {
		d.pdf.Circle(x, y, radius, style)
		d.solid()
	}
}

// Polygon draws a closed shape.
func (d *Document) Polygon(points []Point, look Look) {
	defer d.guard()
	if d.err != nil || len(points) < 3 {
		return
	}
	d.begin()
	style := d.fillAndStroke(look)
	if style == "" {
		return
	}
	corners := make([]gofpdf.PointType, len(points))
	for i, p := range points {
		corners[i] = gofpdf.PointType{X: p.X, Y: p.Y}
	}
	d.pdf.Polygon(corners, style)
	d.solid()
}

// Clip keeps what draw does inside a rectangle with round corners.
func (d *Document) Clip(r Rect, radius float64, draw func()) {
	defer d.guard()
	if d.err != nil {
		return
	}
	d.begin()
	d.pdf.ClipRoundedRect(r.X, r.Y, r.W, r.H, cornerOf(r, radius), false)
	defer d.pdf.ClipEnd()
	draw()
}

// Turned draws upside down: what is drawn stands in the same rectangle, turned
// round its middle, as the far side of a folded card needs it.
func (d *Document) Turned(r Rect, draw func()) {
	defer d.guard()
	if d.err != nil {
		return
	}
	d.begin()
	x, y := r.Center()
	d.pdf.TransformBegin()
	defer d.pdf.TransformEnd()
	d.pdf.TransformRotate(180, x, y)
	draw()
}

// Hatch draws 45° lines, rising to the right, that fill a rectangle with round
// corners. Gap is between the lines, in millimetres. Lines of all hatches fall
// in one raster over the page, so that neighbours meet.
func (d *Document) Hatch(r Rect, radius, gap float64, pen Pen) {
	if pen.Color == None || gap <= 0 || r.W <= 0 || r.H <= 0 {
		return
	}
	// On a line x+y stays the same; lines gap apart differ in it by gap·√2.
	step := gap * math.Sqrt2
	d.Clip(r, radius, func() {
		d.take(pen)
		defer d.solid()
		last := r.Right() + r.Bottom() + step
		for sum := math.Floor((r.X+r.Y)/step) * step; sum <= last; sum += step {
			d.pdf.Line(sum-r.Bottom(), r.Bottom(), sum-r.Y, r.Y)
		}
	})
}

// fillAndStroke takes the colours and pen of a look and gives the library's
// word for what to do; "" is nothing.
func (d *Document) fillAndStroke(look Look) string {
	style := ""
	if look.Fill != None {
		d.pdf.SetFillColor(d.fill(look.Fill))
		style = "F"
	}
	if look.Stroke.Color != None {
		d.take(look.Stroke)
		style += "D"
	}
	return style
}

func (d *Document) take(pen Pen) {
	if pen.Width <= 0 {
		pen.Width = 0.5
	}
	d.pdf.SetDrawColor(d.line(pen.Color))
	d.pdf.SetLineWidth(pen.Width * perPoint)
	if pen.Dash > 0 {
		d.pdf.SetDashPattern([]float64{pen.Dash, pen.Dash}, 0)
		d.dashed = true
	}
}

// solid ends a dashed line.
func (d *Document) solid() {
	if d.dashed {
		d.pdf.SetDashPattern(nil, 0)
		d.dashed = false
	}
}

func cornerOf(r Rect, radius float64) float64 {
	return max(0, min(radius, min(r.W, r.H)/2))
}
