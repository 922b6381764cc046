package page

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"golang.org/x/image/vector"
)

// Image is a picture in the making, for channels that show pictures: set with
// the same letters as paper, measured in the same millimetres.
type Image struct {
	pix         *image.RGBA
	setter      *setter
	shades      Shades
	perMM       float64
	unprintable int
}

// ImageSetup is what a picture is made with: its size in pixels, how many of them make a
// millimetre, the language, and the community's own colour.
type ImageSetup struct {
	Width, Height int
	PerMM         float64
	Language      string
	Shades        Shades // zero is Teal
}

// NewImage begins a white picture.
func NewImage(fonts *Fonts, setup ImageSetup) *Image {
	m := &Image{pix: image.NewRGBA(image.Rect(0, 0, setup.Width, setup.Height)), perMM: setup.PerMM, shades: setup.Shades.orTeal(),
		setter: &setter{faces: newFaces(fonts, setup.Language), language: language.NewLanguage(setup.Language)}}
	m.Box(m.Area(), Surface)
	return m
}

// Area is the whole picture.
func (m *Image) Area() Rect {
	size := m.pix.Bounds().Size()
	return Rect{W: float64(size.X) / m.perMM, H: float64(size.Y) / m.perMM}
}

// Unprintable is how many characters no font had.
func (m *Image) Unprintable() int { return m.unprintable }

// Box fills a rectangle.
func (m *Image) Box(r Rect, c Color) {
	at := func(v float64) int { return int(v*m.perMM + 0.5) }
	draw.Draw(m.pix, image.Rect(at(r.X), at(r.Y), at(r.Right()), at(r.Bottom())), m.paint(c), image.Point{}, draw.Src)
}

// Code draws a QR code as large as it fits into a box, each square a whole number
// of pixels.
func (m *Image) Code(r Rect, c *Code) {
	if c == nil || len(c.dark) == 0 {
		return
	}
	square := max(1, int(min(r.W, r.H)*m.perMM)/len(c.dark))
	left, top := int(r.X*m.perMM), int(r.Y*m.perMM)
	side := square * len(c.dark)
	draw.Draw(m.pix, image.Rect(left, top, left+side, top+side), m.paint(Surface), image.Point{}, draw.Src)
	c.eachRun(func(row, from, until int) {
		run := image.Rect(left+from*square, top+row*square, left+until*square, top+(row+1)*square)
		draw.Draw(m.pix, run, m.paint(Ink), image.Point{}, draw.Src)
	})
}

// Text sets a text in a box, as a document does.
func (m *Image) Text(box Rect, text string, s Style) TextResult {
	s = s.withDefaults()
	lines, truncated := m.setter.set(text, box.W/s.unit(), s, linesIn(box.H, s))
	result := measured(lines, truncated, s)
	top := box.Y
	switch s.Valign {
	case ValignMiddle:
		top += (box.H - result.Height) / 2
	case ValignBottom:
		top += box.H - result.Height
	}
	// Only the rows of the text are looked at, and a line above and below for what reaches beyond.
	rows := m.pix.Bounds()
	rows.Min.Y = max(0, int((top-s.lineHeight())*m.perMM))
	rows.Max.Y = min(rows.Max.Y, int((top+result.Height+s.lineHeight())*m.perMM))
	if rows.Empty() {
		return result
	}
	shapes := vector.NewRasterizer(rows.Dx(), rows.Dy())
	for i, line := range lines {
		baseline := top + float64(i)*s.lineHeight() + m.setter.baseline(s) - float64(rows.Min.Y)/m.perMM
		m.line(shapes, line, startOf(line, box.X, box.W, s), baseline, s)
	}
	shapes.Draw(m.pix, rows, m.paint(s.Color), image.Point{})
	return result
}

// Fit is the style with the largest size, from its own down to least, at which
// the whole text stands in the box.
func (m *Image) Fit(box Rect, text string, s Style, least float64) Style {
	s = s.withDefaults()
	for s.Size > least {
		lines, truncated := m.setter.set(text, box.W/s.unit(), s, s.MaxLines)
		if !truncated && measured(lines, false, s).Height <= box.H+1e-6 {
			return s
		}
		s.Size = max(least, s.Size-0.5)
	}
	return s
}

// line adds the shapes of a line's letters.
func (m *Image) line(shapes *vector.Rasterizer, line setLine, x, y float64, s Style) {
	for _, run := range line.runs {
		scale := s.Size * perPoint * m.perMM / float64(max(1, run.Face.Upem()))
		for _, g := range run.Glyphs {
			px := (x + float64(g.XOffset)/64*s.unit()) * m.perMM
			py := (y - float64(g.YOffset)/64*s.unit()) * m.perMM
			if known := addGlyph(shapes, run.Face, g.GlyphID, px, py, scale); !known || g.GlyphID == 0 {
				m.unprintable++
			}
			x += float64(g.Advance) / 64 * s.unit()
		}
	}
}

// addGlyph adds the shape of a glyph and tells whether the font has one; damaged
// fonts may panic.
func addGlyph(shapes *vector.Rasterizer, face *font.Face, glyph font.GID, x, y, scale float64) (known bool) {
	defer func() {
		if recover() != nil {
			known = false
		}
	}()
	outline, known := face.GlyphDataOutline(glyph)
	at := func(p opentype.SegmentPoint) (float32, float32) {
		return float32(x + float64(p.X)*scale), float32(y - float64(p.Y)*scale)
	}
	for i, segment := range outline.Segments {
		a := segment.Args
		ax, ay := at(a[0])
		bx, by := at(a[1])
		cx, cy := at(a[2])
		switch segment.Op {
		case opentype.SegmentOpMoveTo:
			if i > 0 {
				shapes.ClosePath()
			}
			shapes.MoveTo(ax, ay)
		case opentype.SegmentOpLineTo:
			shapes.LineTo(ax, ay)
		case opentype.SegmentOpQuadTo:
			shapes.QuadTo(ax, ay, bx, by)
		case opentype.SegmentOpCubeTo:
			shapes.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	if len(outline.Segments) > 0 {
		shapes.ClosePath()
	}
	return known
}

// paint is a colour to fill with.
func (m *Image) paint(c Color) *image.Uniform {
	r, g, b := m.shades.of(c).parts()
	return image.NewUniform(color.RGBA{R: uint8(r), G: uint8(g), B: uint8(b), A: 0xFF}) //nolint:gosec // parts are bytes
}

// Write writes the picture as PNG.
func (m *Image) Write(w io.Writer) error {
	if err := png.Encode(w, m.pix); err != nil {
		return fmt.Errorf("page: %w", err)
	}
	return nil
}
