package press

import (
	"copleader/reports/page"
)

// Column is a place that is filled with text from top to bottom.
type Column struct {
	Doc  *page.Document
	Area page.Rect        // what is left
	Next func() page.Rect // begins another page where there is no room; nil never does
}

// Text sets a paragraph and leaves a gap of so many millimetres below.
func (c *Column) Text(s string, style page.Style, gap float64) {
	c.Need(c.Doc.Measure(c.Area.W, s, style).Height)
	took := c.Doc.Text(page.Rect{X: c.Area.X, Y: c.Area.Y, W: c.Area.W}, s, style)
	_, c.Area = c.Area.CutTop(took.Height + gap)
}

// Need begins another page unless so many millimetres are left.
func (c *Column) Need(high float64) {
	if c.Next != nil && c.Area.H < high {
		c.Area = c.Next()
	}
}

// Numbered sets a line with its number before it.
func (c *Column) Numbered(label, s string, style page.Style, gap float64) {
	hang := 6.5 * max(1, style.Size/BodyText.Size)
	c.Need(c.Doc.Measure(c.Area.W-hang, s, style).Height)
	number := style
	number.Bold, number.Color = true, page.Primary
	c.Doc.Text(page.Rect{X: c.Area.X, Y: c.Area.Y, W: hang}, label, number)
	inner := Column{Doc: c.Doc, Area: c.Area.Trimmed(hang, 0, 0, 0)}
	inner.Text(s, style, gap)
	_, c.Area = c.Area.CutTop(inner.Area.Y - c.Area.Y)
}

// Looks of running text on paper.
var (
	TitleText   = page.Style{Size: 26, Bold: true, LineHeight: 1.2}
	LeadText    = page.Style{Size: 13, Color: page.Muted}
	SectionText = page.Style{Size: 14, Bold: true, Color: page.Primary}
	BodyText    = page.Style{Size: 12}
)
