package page

// Mark is one of the shapes that say low, between and high without colour.
type Mark int

// The marks: a square is low or a concern, a triangle between or a warning, a
// disc high or good.
const (
	Square Mark = iota
	Triangle
	Disc
	Ring // a disc still to be filled
	Dot  // a disc that only may come
	Diamond
	Dash
)

// Mark draws a mark in the middle of a square of this size around a point.
func (d *Document) Mark(mark Mark, x, y, size float64, color Color) {
	half := size / 2
	switch mark {
	case Square:
		// A little smaller, so that the three look of one size.
		d.Box(Rect{x - half*0.92, y - half*0.92, size * 0.92, size * 0.92}, Look{Fill: color})
	case Triangle:
		d.Polygon([]Point{{x, y - half}, {x + half, y + half}, {x - half, y + half}}, Look{Fill: color})
	case Disc:
		d.Circle(x, y, half, Look{Fill: color})
	case Ring:
		d.Circle(x, y, half*0.8, Look{Fill: Surface, Stroke: Pen{Color: color, Width: size * 0.2 / perPoint}})
	case Dot:
		d.Circle(x, y, half*0.45, Look{Fill: color})
	case Diamond:
		d.Polygon([]Point{{x, y - half*1.1}, {x + half*1.1, y}, {x, y + half*1.1}, {x - half*1.1, y}}, Look{Fill: color})
	case Dash:
		d.Box(Rect{x - half, y - half*0.35, size, size * 0.35}, Look{Fill: color})
	}
}

// Trend is where things are going.
type Trend int

// The trends.
const (
	Rising Trend = iota
	Steady
	Falling
)

// Arrow draws ↗, → or ↘ in a square of this size around a point.
func (d *Document) Arrow(trend Trend, x, y, size float64, pen Pen) {
	half := size / 2
	shaft, head := []Point{}, []Point{}
	switch trend {
	case Rising, Falling:
		up := 1.0
		if trend == Falling {
			up = -1
		}
		reach := half * 0.8
		tip := Point{x + reach, y - up*reach}
		shaft = []Point{{x - reach, y + up*reach}, tip}
		head = []Point{{tip.X - half*0.95, tip.Y}, tip, {tip.X, tip.Y + up*half*0.95}}
	case Steady:
		tip := Point{x + half, y}
		shaft = []Point{{x - half, y}, tip}
		head = []Point{{tip.X - half*0.7, y - half*0.7}, tip, {tip.X - half*0.7, y + half*0.7}}
	}
	d.Path(shaft, pen)
	d.Path(head, pen)
}

// CheckBox draws a box to tick, its top left corner at a point, ticked or not.
func (d *Document) CheckBox(x, y, size float64, ticked bool) {
	pen := Pen{Color: Field, Width: 0.8}
	d.Box(Rect{x, y, size, size}, Look{Fill: Surface, Stroke: pen, Radius: size * 0.15})
	if ticked {
		d.Path([]Point{
			{x + size*0.22, y + size*0.53}, {x + size*0.42, y + size*0.74}, {x + size*0.80, y + size*0.28},
		}, Pen{Color: Ink, Width: size * 0.12 / perPoint})
	}
}

const (
	// Cut marks stand this far from the paper's edge and are this long: they
	// end before the art begins.
	cutMarkEdge   = 2.0
	cutMarkLength = 5.0
)

// CutMarks draws a mark at both ends of every cut of a grid, outside the art.
func (d *Document) CutMarks(g Grid) {
	pen := Pen{Color: Ink, Width: 0.5}
	w, h := g.Paper.Width, g.Paper.Height
	for column := 1; column < g.Columns; column++ {
		x := g.Trim(column).X
		d.Rule(x, cutMarkEdge, x, cutMarkEdge+cutMarkLength, pen)
		d.Rule(x, h-cutMarkEdge-cutMarkLength, x, h-cutMarkEdge, pen)
	}
	for row := 1; row < g.Rows; row++ {
		y := g.Trim(row * g.Columns).Y
		d.Rule(cutMarkEdge, y, cutMarkEdge+cutMarkLength, y, pen)
		d.Rule(w-cutMarkEdge-cutMarkLength, y, w-cutMarkEdge, y, pen)
	}
}

// CheckRuleLength is the length of the rule that shows whether a page came out
// of the printer at its actual size: 50 mm.
const CheckRuleLength = 50.0

// CheckRule draws that rule to the right of a point, a tick each 10 mm, and a
// label after it.
func (d *Document) CheckRule(x, y float64, label string, s Style) {
	pen := Pen{Color: Muted, Width: 0.5}
	d.Rule(x, y, x+CheckRuleLength, y, pen)
	for at := 0.0; at <= CheckRuleLength; at += 10 {
		tick := 1.0
		if at == 0 || at == CheckRuleLength {
			tick = 2
		}
		d.Rule(x+at, y-tick, x+at, y, pen)
	}
	if label != "" {
		s.Align = AlignLeft
		d.TextLine(x+CheckRuleLength+2, y, label, s)
	}
}
