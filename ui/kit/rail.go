package kit

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/theme"

	"copleader/ui/look"
)

// railBtn folds and unfolds a rail column: folded it is the whole strip with its words turned upright, unfolded a small cross.
type railBtn struct {
	pressable
	text    string
	compact bool
}

func newRailBtn(press func()) *railBtn {
	b := &railBtn{}
	b.press = press
	b.ExtendBaseWidget(b)
	return b
}

// UINode tells those who walk the window what this is.
func (b *railBtn) UINode() (kind, id, text string) { return "button", "rail", b.text }

// Parts are the children: none.
func (b *railBtn) Parts() []fyne.CanvasObject { return nil }

// CreateRenderer links the widget to its drawing.
func (b *railBtn) CreateRenderer() fyne.WidgetRenderer {
	ring, veil, cross := newFocusRing(), &canvas.Rectangle{}, newShape(Cross)
	words := &turnedText{ink: look.ColorMuted, size: look.SizeSmall}
	raster := canvas.NewRaster(words.draw)
	paint := func() {
		veil.FillColor, veil.CornerRadius = look.Color("hover"), look.RadiusCard
		veil.Hidden = !b.hovered
		cross.paint(look.Color(look.ColorMuted), look.Color(look.ColorColumn))
		ring.show(b.focused)
		// A whole strip's ring would be filled with the gap's colour, so the gap takes the column's.
		ring.gap.FillColor = look.Color(look.ColorColumn)
		words.text = b.text
	}
	paint()
	return &drawn{
		widget: b, refresh: func() { paint(); raster.Refresh() },
		objects: func() []fyne.CanvasObject {
			out := []fyne.CanvasObject{ring.ring, ring.gap, veil}
			if b.compact {
				return append(out, cross.objects...)
			}
			return append(out, raster)
		},
		layout: func(size fyne.Size) {
			ring.place(size, look.RadiusCard)
			veil.Resize(size)
			side := signSide(look.SizeCount)
			cross.place(whole((size.Width-side)/2), whole((size.Height-side)/2), side)
			ts := textSize(b.text, look.SizeSmall, fyne.TextStyle{})
			w, h := up(ts.Height), up(ts.Width)
			words.width = h
			raster.Move(fyne.NewPos(whole((size.Width-w)/2), 12))
			raster.Resize(fyne.NewSize(w, h))
		},
		least: func() fyne.Size { return fyne.NewSize(20, 20) },
	}
}

// turnedText draws a line of text turned a quarter to the right, which Fyne cannot do itself.
type turnedText struct {
	text  string
	ink   fyne.ThemeColorName
	size  fyne.ThemeSizeName
	width float32
}

// draw is the raster's image in pixels: the text is drawn large enough for the pixels there are, then turned.
func (t *turnedText) draw(w, h int) image.Image {
	out := image.NewNRGBA(image.Rect(0, 0, max(1, w), max(1, h)))
	if t.text == "" || t.width <= 0 || w < 1 || h < 1 {
		return out
	}
	line := canvas.NewText(t.text, color.Black)
	line.TextSize = look.Size(t.size) * float32(h) / t.width
	// A transparent canvas of Fyne's own; black on white would leave a box in the dark palette.
	c := software.NewTransparentCanvas()
	c.SetPadded(false)
	c.SetContent(line)
	c.Resize(line.MinSize())
	img := c.Capture()
	ink, _ := color.NRGBAModel.Convert(theme.Color(t.ink)).(color.NRGBA)
	b := img.Bounds()
	for y := range h {
		for x := range w {
			// Turned to the right: the text's left end is at the top, its top at the right.
			sx, sy := y, w-1-x
			if sx >= b.Dx() || sy >= b.Dy() {
				continue
			}
			_, _, _, a := img.At(b.Min.X+sx, b.Min.Y+sy).RGBA()
			ink.A = uint8(a >> 8)
			out.SetNRGBA(x, y, ink)
		}
	}
	return out
}
