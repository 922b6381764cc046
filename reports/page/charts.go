package page

import (
	"math"
	"strconv"
)

// AnswerBar draws the answers to a card as one bar: low at the left, the count
// inside each part, the low half hatched, a thin ink outline. Counts run from
// low to high; three or five of them. A part too narrow for its count goes
// without, an empty bar is only its outline.
func (d *Document) AnswerBar(r Rect, counts []int) {
	total := 0
	for _, n := range counts {
		total += max(0, n)
	}
	radius := r.H * 0.2
	if total == 0 {
		d.Box(r, Look{Fill: Surface, Stroke: Pen{Color: Muted, Width: 0.5, Dash: 0.8}, Radius: radius})
		return
	}
	s := Style{Size: r.H * 0.62 / perPoint, Bold: true, Align: AlignCenter, LineHeight: 1}
	d.Clip(r, radius, func() {
		before := 0
		for i, n := range counts {
			n = max(0, n)
			left := r.X + r.W*float64(before)/float64(total)
			part := Rect{X: left, Y: r.Y, W: r.W * float64(n) / float64(total), H: r.H}
			before += n
			d.answerPart(part, i, len(counts), n, s)
		}
	})
	d.Box(r, Look{Stroke: Pen{Color: Ink, Width: 0.5}, Radius: radius})
}

// countGap is the least room beside a count, so that counts of neighbours do
// not read as one.
const countGap = 0.6

func (d *Document) answerPart(part Rect, i, options, count int, s Style) {
	if count == 0 {
		return
	}
	color := answerOf(i, options)
	d.Box(part, Look{Fill: color})
	if i < options/2 {
		// Hatched densely at the low end, loosely beside it; a count stays readable.
		apart := 0.3
		if i > 0 {
			apart = 0.6
		}
		d.Hatch(part, 0, max(0.6, part.H*apart), Pen{Color: color.Mixed(Bad, 0.42), Width: part.H * 0.28})
	}
	s.Color = TextOn(color)
	label := strconv.Itoa(count)
	if d.Measure(0, label, s).Width+countGap > part.W {
		return
	}
	x, y := part.Center()
	// Figures are about 0.71 em high: this stands them in the middle.
	d.TextLine(x, y+s.Size*perPoint*0.36, label, s)
}

// answerOf spreads the answer colours over three or five options.
func answerOf(i, options int) Color {
	if options < 2 {
		return Answer(3)
	}
	return Answer(1 + int(math.Round(float64(i)*4/float64(options-1))))
}

// Columns is a simple column chart.
type Columns struct {
	Values []float64 // NaN is a gap
	Labels []string  // below each column; may be shorter than Values
	Counts []string  // above each column; may be shorter than Values
	Max    float64   // the value at the top; 0 is the greatest value
	Color  Color     // None is Primary
	Text   Style     // of labels and counts
}

// Columns draws a column chart with its baseline. Negative values stand at 0.
func (d *Document) Columns(r Rect, c Columns) {
	if len(c.Values) == 0 {
		return
	}
	if c.Color == None {
		c.Color = Primary
	}
	text := c.Text.withDefaults()
	text.Align, text.MaxLines = AlignCenter, 1
	plot := r
	if len(c.Labels) > 0 {
		plot.H -= text.lineHeight()
	}
	if len(c.Counts) > 0 {
		plot = plot.Trimmed(0, text.lineHeight(), 0, 0)
	}
	top := c.top()
	step := plot.W / float64(len(c.Values))
	for i, v := range c.Values {
		column := Rect{X: plot.X + float64(i)*step, Y: plot.Bottom(), W: step}
		if !math.IsNaN(v) && v > 0 {
			h := plot.H * min(1, v/top)
			column.Y, column.H = plot.Bottom()-h, h
			d.Box(column.Trimmed(step*0.15, 0, step*0.15, 0), Look{Fill: c.Color})
		}
		if i < len(c.Counts) {
			d.Text(Rect{column.X, column.Y - text.lineHeight(), step, text.lineHeight()}, c.Counts[i], text)
		}
		if i < len(c.Labels) {
			d.Text(Rect{column.X, plot.Bottom(), step, text.lineHeight()}, c.Labels[i], text)
		}
	}
	d.Rule(plot.X, plot.Bottom(), plot.Right(), plot.Bottom(), Pen{Color: Muted})
}

func (c Columns) top() float64 {
	top := c.Max
	if top > 0 {
		return top
	}
	for _, v := range c.Values {
		if !math.IsNaN(v) {
			top = max(top, v)
		}
	}
	if top <= 0 {
		return 1
	}
	return top
}
