package kit

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// AnswerBar shows how many gave each answer, low at the left: one bar with the counts inside, the low half hatched so that
// it is told without colour. It is one raster, crisp at every scale and the same on every painter.
type AnswerBar struct {
	widget.BaseWidget
	counts []int
	quiet  bool
	figure float32 // the size of the counts, where it is another than usual
}

// NewAnswerBar makes one for three or five counts, low to high, with the counts written inside.
func NewAnswerBar(counts ...int) *AnswerBar { return newAnswerBar(counts, false) }

// NewThinBar makes one without figures, for a row beside its words.
func NewThinBar(counts ...int) *AnswerBar { return newAnswerBar(counts, true) }

func newAnswerBar(counts []int, quiet bool) *AnswerBar {
	b := &AnswerBar{counts: counts, quiet: quiet}
	b.ExtendBaseWidget(b)
	return b
}

// NewTallBar makes one whose counts are written in a size to be read from afar.
func NewTallBar(figure float32, counts ...int) *AnswerBar {
	b := newAnswerBar(counts, false)
	b.figure = figure
	return b
}

// Set changes the counts.
func (b *AnswerBar) Set(counts ...int) { b.counts = counts; b.Refresh() }

// Parts are the children: none.
func (b *AnswerBar) Parts() []fyne.CanvasObject { return nil }

// UINode tells those who walk the window what this is.
func (b *AnswerBar) UINode() (kind, id, text string) {
	for i, n := range b.counts {
		if i > 0 {
			text += " "
		}
		text += itoa(n)
	}
	return "answers", "", text
}

// answerColor is the colour of answer i of n.
func answerColor(i, n int) fyne.ThemeColorName {
	if n == 3 {
		i *= 2
	}
	return look.Answers[min(i, len(look.Answers)-1)]
}

// lowHalf tells whether answer i of n belongs to the hatched low half.
func lowHalf(i, n int) bool { return i < n/2 }

// segmentEdges are the n+1 edges of n segments on a bar of a width in whole pixels.
func segmentEdges(counts []int, width int) []int {
	total := 0
	for _, c := range counts {
		total += max(0, c)
	}
	edges := make([]int, len(counts)+1)
	sum := 0
	for i, c := range counts {
		sum += max(0, c)
		if total > 0 {
			edges[i+1] = int(math.Round(float64(width) * float64(sum) / float64(total)))
		}
	}
	return edges
}

// barPainter draws one bar into an image.
type barPainter struct {
	w, h    int
	scale   float64
	edges   []int
	fills   []color.NRGBA
	hatches []color.NRGBA
	outline color.NRGBA
	empty   color.NRGBA
}

func (b *AnswerBar) painter(w, h int, scale float64) *barPainter {
	n := len(b.counts)
	p := &barPainter{w: w, h: h, scale: scale, edges: segmentEdges(b.counts, w)}
	ink := look.Color(look.ColorInk)
	for i := range n {
		fill := look.Mix(look.Color(answerColor(i, n)), color.Black, 1)
		hatch := fill
		if lowHalf(i, n) {
			hatch = look.Mix(ink, fill, look.HatchShare)
		}
		p.fills, p.hatches = append(p.fills, fill), append(p.hatches, hatch)
	}
	p.outline = look.Mix(look.Color(look.ColorMuted), color.Black, 1)
	p.empty = look.Mix(look.Color(look.ColorColumn), color.Black, 1)
	return p
}

// at is the colour of one pixel inside the bar, without outline.
func (p *barPainter) at(x, y int) color.NRGBA {
	for i := range p.fills {
		if x >= p.edges[i] && x < p.edges[i+1] {
			// Hatch lines run at 45 degrees, 8 points apart and 1.8 wide.
			d := math.Mod(float64(x+y)/p.scale, 8)
			if d < 1.8 {
				return p.hatches[i]
			}
			return p.fills[i]
		}
	}
	return p.empty
}

// image draws the bar: ends rounded by distance, a thin outline over everything.
func (p *barPainter) image() image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, p.w, p.h))
	radius := math.Min(float64(p.h)/2, 4*p.scale)
	line := math.Max(1, math.Round(p.scale))
	for y := range p.h {
		for x := range p.w {
			inside := -roundedDistance(float64(x)+0.5, float64(y)+0.5, float64(p.w), float64(p.h), radius)
			cover := math.Min(1, math.Max(0, inside+0.5))
			if cover == 0 {
				continue
			}
			c := p.at(x, y)
			if rim := math.Min(1, math.Max(0, line-inside+0.5)); rim > 0 {
				c = look.Mix(p.outline, c, rim)
			}
			c.A = uint8(math.Round(255 * cover))
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

// roundedDistance is the distance of a point from the edge of a rounded rectangle, negative inside.
func roundedDistance(x, y, w, h, radius float64) float64 {
	dx := math.Abs(x-w/2) - (w/2 - radius)
	dy := math.Abs(y-h/2) - (h/2 - radius)
	outside := math.Hypot(math.Max(dx, 0), math.Max(dy, 0))
	return outside + math.Min(math.Max(dx, dy), 0) - radius
}

// HeightFor holds a count, or is thin.
func (b *AnswerBar) HeightFor(float32) float32 {
	if b.quiet {
		return 10
	}
	if b.figure > 0 {
		return up(2 * b.figure)
	}
	return max(16, lineHeightOf(look.SizeCount, true)+2)
}

// CreateRenderer links the widget to its drawing.
func (b *AnswerBar) CreateRenderer() fyne.WidgetRenderer {
	raster := canvas.NewRaster(func(w, h int) image.Image {
		scale := 1.0
		if width := b.Size().Width; width > 0 {
			scale = float64(w) / float64(width)
		}
		return b.painter(w, h, scale).image()
	})
	var texts []*canvas.Text
	write := func(size fyne.Size) {
		texts = nil
		if b.quiet {
			return
		}
		edges := segmentEdges(b.counts, int(size.Width))
		for i, n := range b.counts {
			t := boldText(itoa(n))
			t.TextSize = max(look.Size(look.SizeCount), b.figure)
			t.Color = look.Readable(look.Color(answerColor(i, len(b.counts))))
			ts := t.MinSize()
			left, right := float32(edges[i]), float32(edges[i+1])
			if n <= 0 || ts.Width+2 > right-left {
				continue
			}
			t.Move(fyne.NewPos(whole((left+right-ts.Width)/2), whole((size.Height-ts.Height)/2)))
			t.Resize(ts)
			texts = append(texts, t)
		}
	}
	return &drawn{
		widget: b,
		objects: func() []fyne.CanvasObject {
			out := []fyne.CanvasObject{raster}
			for _, t := range texts {
				out = append(out, t)
			}
			return out
		},
		layout: func(size fyne.Size) {
			h := b.HeightFor(size.Width)
			raster.Move(fyne.NewPos(0, whole((size.Height-h)/2)))
			raster.Resize(fyne.NewSize(size.Width, h))
			write(size)
		},
		least:   func() fyne.Size { return fyne.NewSize(scaled(60), b.HeightFor(0)) },
		refresh: func() { raster.Refresh() },
	}
}
