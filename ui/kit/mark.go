package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// Sign is a small drawn sign. Signs are drawn, never typed: a system without a symbol font would show a box instead.
type Sign int

// The signs; each of the first three goes with its word.
const (
	NoSign    Sign = iota
	Triangle       // warning, and nothing else
	Square         // concern
	Dot            // strong, done
	Ring           // not done yet
	ArrowUp        // ↗ getting better
	ArrowFlat      // → the same
	ArrowDown      // ↘ getting worse
	Tick           // ✓
	EmptyBox       // ☐
	TickedBox      // ☑
	PartBox        // ☐ with a bar in it: some of them
	Caret          // ▾ opens a list; also "sorted downwards"
	CaretUp        // sorted upwards
	Cross          // dismiss
	Plus           // add
	Diamond        // ◆ a health check, on the beat
	Dashes         // nothing yet, on the beat
)

// shape is a sign's drawing, to be placed inside whatever shows it.
type shape struct {
	sign    Sign
	objects []fyne.CanvasObject
}

func newShape(sign Sign) *shape {
	s := &shape{sign: sign}
	switch sign {
	case Triangle:
		s.add(polygon(0.5, 0.06, 1, 0.94, 0, 0.94))
	case Caret:
		s.add(polygon(0.06, 0.28, 0.94, 0.28, 0.5, 0.84))
	case CaretUp:
		s.add(polygon(0.5, 0.16, 0.94, 0.72, 0.06, 0.72))
	case Diamond:
		s.add(polygon(0.5, 0, 1, 0.5, 0.5, 1, 0, 0.5))
	case Square:
		s.add(&canvas.Rectangle{})
	case Dashes:
		s.lines(2)
	case Dot, Ring:
		s.add(&canvas.Circle{})
	case EmptyBox:
		s.add(&canvas.Rectangle{})
	case TickedBox:
		s.add(&canvas.Rectangle{})
		s.lines(2)
	case PartBox:
		s.add(&canvas.Rectangle{})
		s.lines(1)
	case ArrowUp, ArrowFlat, ArrowDown:
		s.lines(3)
	case Tick, Cross, Plus:
		s.lines(2)
	}
	return s
}

func polygon(xy ...float32) *canvas.ArbitraryPolygon {
	p := &canvas.ArbitraryPolygon{NormalizedPoints: true}
	for i := 0; i+1 < len(xy); i += 2 {
		p.Points = append(p.Points, fyne.NewPos(xy[i], xy[i+1]))
	}
	return p
}

func (s *shape) add(o fyne.CanvasObject) { s.objects = append(s.objects, o) }

func (s *shape) lines(n int) {
	for range n {
		s.add(&canvas.Line{StrokeWidth: 1.2})
	}
}

// strokes are the ends of a sign's lines in a square of side 1.
func (s *shape) strokes() [][4]float32 {
	switch s.sign {
	case ArrowUp:
		return [][4]float32{{0.12, 0.88, 0.88, 0.12}, {0.88, 0.12, 0.42, 0.12}, {0.88, 0.12, 0.88, 0.58}}
	case ArrowFlat:
		return [][4]float32{{0, 0.5, 1, 0.5}, {1, 0.5, 0.66, 0.18}, {1, 0.5, 0.66, 0.82}}
	case ArrowDown:
		return [][4]float32{{0.12, 0.12, 0.88, 0.88}, {0.88, 0.88, 0.42, 0.88}, {0.88, 0.88, 0.88, 0.42}}
	case Tick:
		return [][4]float32{{0.05, 0.55, 0.38, 0.88}, {0.38, 0.88, 0.95, 0.15}}
	case TickedBox:
		return [][4]float32{{0.22, 0.52, 0.43, 0.74}, {0.43, 0.74, 0.8, 0.26}}
	case PartBox:
		return [][4]float32{{0.25, 0.5, 0.75, 0.5}}
	case Plus:
		return [][4]float32{{0.5, 0.05, 0.5, 0.95}, {0.05, 0.5, 0.95, 0.5}}
	case Cross:
		return [][4]float32{{0.1, 0.1, 0.9, 0.9}, {0.1, 0.9, 0.9, 0.1}}
	case Dashes:
		return [][4]float32{{0, 0.5, 0.4, 0.5}, {0.6, 0.5, 1, 0.5}}
	default:
		return nil
	}
}

// place puts the drawing into a square.
func (s *shape) place(x, y, side float32) {
	strokes := s.strokes()
	n := 0
	for _, o := range s.objects {
		if line, ok := o.(*canvas.Line); ok {
			e := strokes[n]
			n++
			line.StrokeWidth = max(1.2, side/9)
			line.Position1 = fyne.NewPos(x+e[0]*side, y+e[1]*side)
			line.Position2 = fyne.NewPos(x+e[2]*side, y+e[3]*side)
			continue
		}
		inset := s.inset(side)
		o.Move(fyne.NewPos(whole(x+inset), whole(y+inset)))
		o.Resize(fyne.NewSquareSize(evenSide(side - 2*inset)))
	}
}

// inset makes squares and dots a little smaller, so that they look as large as the triangle.
func (s *shape) inset(side float32) float32 {
	switch s.sign {
	case Square, Dot, Ring:
		return whole(side / 10)
	default:
		return 0
	}
}

// evenSide is the nearest whole even length: the graphics painter rounds a circle's radius, not its bounds, so an odd diameter
// would come out as a squircle.
func evenSide(v float32) float32 { return max(2, 2*whole(v/2)) }

// paint colours the drawing; ground is what lies behind, needed where a hollow sign would otherwise be transparent (a
// transparent fill darkens its stroke on a graphics card).
func (s *shape) paint(ink, ground color.Color) {
	for _, o := range s.objects {
		switch o := o.(type) {
		case *canvas.ArbitraryPolygon:
			o.FillColor = ink
		case *canvas.Line:
			o.StrokeColor = ink
		case *canvas.Circle:
			o.FillColor = ink
			if s.sign == Ring {
				o.FillColor, o.StrokeColor, o.StrokeWidth = ground, ink, 1.5
			}
		case *canvas.Rectangle:
			o.FillColor = ink
			if s.sign == EmptyBox || s.sign == TickedBox || s.sign == PartBox {
				o.FillColor, o.StrokeColor, o.StrokeWidth, o.CornerRadius = ground, ink, 1.5, 2
			}
		}
	}
}

// thicken draws a hollow sign with a stronger stroke.
func (s *shape) thicken(stroke float32) {
	if s.sign != Ring && s.sign != EmptyBox {
		return
	}
	for _, o := range s.objects {
		switch o := o.(type) {
		case *canvas.Circle:
			o.StrokeWidth = stroke
		case *canvas.Rectangle:
			o.StrokeWidth = stroke
		}
	}
}

// signSide is the side of a sign's square beside text of a named size.
func signSide(size fyne.ThemeSizeName) float32 { return evenSide(0.8 * look.Size(size)) }

// Mark is a sign standing by itself.
type Mark struct {
	widget.BaseWidget
	shape *shape
	ink   fyne.ThemeColorName
	size  fyne.ThemeSizeName
}

// NewMark makes a sign in a colour, as large as suits text of a size.
func NewMark(sign Sign, ink fyne.ThemeColorName, size fyne.ThemeSizeName) *Mark {
	m := &Mark{shape: newShape(sign), ink: ink, size: size}
	m.ExtendBaseWidget(m)
	return m
}

// CreateRenderer links the widget to its drawing.
func (m *Mark) CreateRenderer() fyne.WidgetRenderer {
	paint := func() { m.shape.paint(look.Color(m.ink), look.Color(look.ColorSurface)) }
	paint()
	return &drawn{
		widget:  m,
		objects: func() []fyne.CanvasObject { return m.shape.objects },
		layout: func(size fyne.Size) {
			side := signSide(m.size)
			m.shape.place(whole((size.Width-side)/2), whole((size.Height-side)/2), side)
		},
		least:   func() fyne.Size { return fyne.NewSquareSize(signSide(m.size)) },
		refresh: paint,
	}
}
