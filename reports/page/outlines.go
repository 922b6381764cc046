package page

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/jung-kurt/gofpdf"
)

// outlineEm is how many points an em is in the shapes that are kept: large, so
// that their coordinates need few decimals.
const outlineEm = 100.0

// outlineKey tells glyphs apart: bold ones of a font with a weight axis have a
// face of their own.
type outlineKey struct {
	face  *font.Face
	glyph font.GID
}

// outline is the shape of a glyph, written into the file once and set wherever
// the glyph stands. The library calls such a thing a template.
type outline struct {
	id           string
	left, bottom float64 // corner of its box seen from the glyph's origin, in points at outlineEm
	wide, high   float64
	path         []byte
	known        bool // the font has a shape for it, if only an empty one
	times        int  // that it was set
}

// outlineOf is the shape of a glyph, read from its font the first time.
func (d *Document) outlineOf(face *font.Face, glyph font.GID) *outline {
	key := outlineKey{face, glyph}
	o := d.outlines[key]
	if o == nil {
		o = newOutline(face, glyph)
		o.id = fmt.Sprintf("g%d", len(d.outlines)+1)
		d.outlines[key] = o
	}
	return o
}

// newOutline reads a shape; damaged fonts may panic.
func newOutline(face *font.Face, glyph font.GID) (o *outline) {
	defer func() {
		if recover() != nil {
			o = &outline{}
		}
	}()
	shape, ok := face.GlyphDataOutline(glyph)
	if !ok || len(shape.Segments) == 0 {
		return &outline{known: ok}
	}
	// The viewer cuts off what stands out of the box, so that it has some room.
	const room = 2.0
	scale := outlineEm / float64(max(1, face.Upem()))
	low, high := extent(shape.Segments)
	o = &outline{known: true, left: low[0]*scale - room, bottom: low[1]*scale - room}
	o.wide, o.high = (high[0]-low[0])*scale+2*room, (high[1]-low[1])*scale+2*room
	var path strings.Builder
	glyphPath(&path, shape.Segments, pathStart{x: -o.left, y: -o.bottom, scale: scale})
	path.WriteString("f")
	o.path = []byte(path.String())
	return o
}

// extent is the smallest box around all points of a shape.
func extent(segments []font.Segment) (low, high [2]float64) {
	low, high = [2]float64{math.Inf(1), math.Inf(1)}, [2]float64{math.Inf(-1), math.Inf(-1)}
	for _, segment := range segments {
		for _, p := range segment.ArgsSlice() {
			for axis, at := range [2]float64{float64(p.X), float64(p.Y)} {
				low[axis], high[axis] = min(low[axis], at), max(high[axis], at)
			}
		}
	}
	return low, high
}

// drawnInPlace is how often a shape is written where it stands before it is kept
// apart: what is seen a few times would take more room as a thing of its own.
const drawnInPlace = 3

// setOutline sets a shape with its glyph's origin at a point of the page, in the
// colour that fills.
func (d *Document) setOutline(o *outline, x, y, size float64) {
	if len(o.path) == 0 {
		return
	}
	o.times++
	scale := size / outlineEm
	k := scale * perPoint
	corner := gofpdf.PointType{X: x + o.left*k, Y: y - (o.bottom+o.high)*k}
	if o.times > drawnInPlace {
		d.pdf.UseTemplateScaled(o, corner, gofpdf.SizeType{Wd: o.wide * k, Ht: o.high * k})
		return
	}
	d.pdf.RawWriteStr(fmt.Sprintf("q %.4f 0 0 %.4f %.4f %.4f cm %s Q", scale, scale,
		corner.X/perPoint, (d.paper.Height-corner.Y-o.high*k)/perPoint, o.path))
}

// glyphPath appends a shape.
func glyphPath(path *strings.Builder, segments []font.Segment, at pathStart) {
	var last opentype.SegmentPoint
	for i, segment := range segments {
		a := segment.Args
		switch segment.Op {
		case opentype.SegmentOpMoveTo:
			if i > 0 {
				path.WriteString("h ")
			}
			at.write(path, "m", a[0])
			last = a[0]
		case opentype.SegmentOpLineTo:
			at.write(path, "l", a[0])
			last = a[0]
		case opentype.SegmentOpQuadTo:
			at.write(path, "c", between(last, a[0]), between(a[1], a[0]), a[1])
			last = a[1]
		case opentype.SegmentOpCubeTo:
			at.write(path, "c", a[0], a[1], a[2])
			last = a[2]
		}
	}
	path.WriteString("h ")
}

// between is the cubic control point that stands for a quadratic one, seen
// from an end of the curve.
func between(end, control opentype.SegmentPoint) opentype.SegmentPoint {
	return opentype.SegmentPoint{
		X: end.X + (control.X-end.X)*2/3,
		Y: end.Y + (control.Y-end.Y)*2/3,
	}
}

// pathStart is where a glyph's origin stands in its box and how large a font
// unit is there, in points from the lower left corner.
type pathStart struct{ x, y, scale float64 }

func (at pathStart) write(path *strings.Builder, operator string, points ...opentype.SegmentPoint) {
	for _, p := range points {
		fmt.Fprintf(path, "%.2f %.2f ", at.x+float64(p.X)*at.scale, at.y+float64(p.Y)*at.scale)
	}
	path.WriteString(operator + " ")
}

// ID names the shape in the file.
func (o *outline) ID() string { return o.id }

// Size is the shape's box in millimetres.
func (o *outline) Size() (corner gofpdf.PointType, size gofpdf.SizeType) {
	return corner, gofpdf.SizeType{Wd: o.wide * perPoint, Ht: o.high * perPoint}
}

// Bytes is what draws the shape.
func (o *outline) Bytes() []byte { return o.path }

// Images are none.
func (o *outline) Images() map[string]*gofpdf.ImageInfoType { return nil }

// Templates are none: a shape is made of nothing but lines.
func (o *outline) Templates() []gofpdf.Template { return nil }

// NumPages is one.
func (o *outline) NumPages() int { return 1 }

// FromPage is the shape.
func (o *outline) FromPage(int) (gofpdf.Template, error) { return o, nil }

// FromPages is the shape.
func (o *outline) FromPages() []gofpdf.Template { return []gofpdf.Template{o} }

// errKept is the answer to what nobody asks: a shape is of one document.
var errKept = errors.New("page: a shape is not kept apart from its document")

// Serialize is not for shapes.
func (o *outline) Serialize() ([]byte, error) { return nil, errKept }

// GobEncode is not for shapes.
func (o *outline) GobEncode() ([]byte, error) { return nil, errKept }

// GobDecode is not for shapes.
func (o *outline) GobDecode([]byte) error { return errKept }
