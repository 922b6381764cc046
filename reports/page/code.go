package page

import (
	"fmt"
	"strings"

	"github.com/skip2/go-qrcode"
)

// Code is a QR code: a text as squares that telephones read.
type Code struct {
	dark [][]bool // with the white margin that readers need
}

// NewCode makes the code of a text, an address of the web for one.
func NewCode(text string) (*Code, error) {
	made, err := qrcode.New(text, qrcode.Medium)
	if err != nil {
		return nil, fmt.Errorf("page: %w", err)
	}
	return &Code{dark: made.Bitmap()}, nil
}

// Dark are the squares of a code, row by row, with the margin that readers need: for those who draw it elsewhere.
func (c *Code) Dark() [][]bool { return c.dark }

// Code draws a code as large as it fits into a box, on white.
func (d *Document) Code(r Rect, c *Code) {
	defer d.guard()
	if d.err != nil || c == nil || len(c.dark) == 0 {
		return
	}
	d.begin()
	side := min(r.W, r.H)
	d.Box(Rect{r.X, r.Y, side, side}, Look{Fill: Surface})
	square := side / float64(len(c.dark)) / perPoint
	left, top := r.X/perPoint, (d.paper.Height-r.Y)/perPoint
	// One path for all, so that no white line is seen between two squares.
	var path strings.Builder
	c.eachRun(func(row, from, until int) {
		fmt.Fprintf(&path, "%.3f %.3f %.3f %.3f re ", left+float64(from)*square, top-float64(row+1)*square, float64(until-from)*square, square)
	})
	d.pdf.SetFillColor(d.letter(Ink))
	d.pdf.RawWriteStr(path.String() + "f")
}

// eachRun gives the dark squares that lie side by side.
func (c *Code) eachRun(yield func(row, from, until int)) {
	for row, dark := range c.dark {
		for from := 0; from < len(dark); from++ {
			if !dark[from] {
				continue
			}
			until := from
			for until < len(dark) && dark[until] {
				until++
			}
			yield(row, from, until)
			from = until
		}
	}
}
