package meeting

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/kit"
	"copleader/ui/look"
)

// ringFace is a ring that shows how much of a time is left, with the time in its middle.
type ringFace struct {
	track, left *canvas.Arc
	text        *canvas.Text
}

// cutout is how much of the ring's radius is empty.
const cutout = 0.86

func newRingFace() *ringFace {
	f := &ringFace{track: canvas.NewArc(0, 360, cutout, nil), left: canvas.NewArc(0, 360, cutout, nil), text: canvas.NewText("", nil)}
	f.text.TextStyle.Bold = true
	f.text.Alignment = fyne.TextAlignCenter
	return f
}

func (f *ringFace) objects() []fyne.CanvasObject { return []fyne.CanvasObject{f.track, f.left, f.text} }

// set shows a time and the share of it that is left.
func (f *ringFace) set(clock string, share float32, late bool) {
	ink, arc := look.ColorInk, look.ColorPrimary
	if late {
		ink, arc = look.ColorBad, look.ColorBad
	}
	f.track.FillColor, f.left.FillColor, f.text.Color = look.Color(look.ColorLine), look.Color(arc), look.Color(ink)
	if late {
		f.track.FillColor = look.Color(look.ColorBadSoft)
	}
	f.left.StartAngle, f.left.EndAngle = 0, 360*max(0, min(1, share))
	f.left.Hidden = share <= 0
	f.text.Text = clock
}

// mostOfRing is how much of the ring's width its clock may take, so that they don't touch: with large text it is set smaller.
const mostOfRing = 0.72

// place puts it into a square.
func (f *ringFace) place(at fyne.Position, side, textSize float32) {
	for _, a := range []*canvas.Arc{f.track, f.left} {
		a.Move(at)
		a.Resize(fyne.NewSquareSize(side))
	}
	f.text.TextSize = textSize
	size := fyne.MeasureText(f.text.Text, textSize, f.text.TextStyle)
	if most := side * mostOfRing; size.Width > most {
		f.text.TextSize *= most / size.Width
		size = fyne.MeasureText(f.text.Text, f.text.TextSize, f.text.TextStyle)
	}
	f.text.Move(at.AddXY(0, float32(int((side-size.Height)/2))))
	f.text.Resize(fyne.NewSize(side, size.Height))
}

// ring is the clock on the leader's page.
type ring struct {
	widget.BaseWidget
	clock string
	share float32
	late  bool
}

// ringSide is the ring's diameter, in points.
const ringSide float32 = 128

func newRing() *ring {
	r := &ring{}
	r.ExtendBaseWidget(r)
	return r
}

// set shows another time; nothing is drawn where it is the same.
func (r *ring) set(clock string, share float32, late bool) {
	if r.clock == clock && r.late == late {
		return
	}
	r.clock, r.share, r.late = clock, share, late
	r.Refresh()
}

// Parts are the children: none.
func (r *ring) Parts() []fyne.CanvasObject { return nil }

// UINode tells those who walk the window what this is.
func (r *ring) UINode() (kind, id, text string) { return "text", "meeting.clock", r.clock }

// HeightFor is the same at every width.
func (r *ring) HeightFor(float32) float32 { return ringSide }

// CreateRenderer links the widget to its drawing.
func (r *ring) CreateRenderer() fyne.WidgetRenderer {
	face := newRingFace()
	place := func() { face.place(fyne.Position{}, ringSide, look.Size(look.SizeFigure)*1.4) }
	paint := func() {
		face.set(r.clock, r.share, r.late)
		place()
	}
	paint()
	return kit.Render(r, kit.Drawing{
		Objects: face.objects(), Refresh: paint,
		Layout: func(fyne.Size) { place() },
		Least:  func() fyne.Size { return fyne.NewSquareSize(ringSide) },
	})
}
