package press

import (
	"math"

	"copleader/reports/page"
)

// Annex prints whole what the tables had to cut.
func (p *Running) Annex() {
	if len(p.cut) == 0 {
		return
	}
	size := usualSize
	if p.annexHeight(size)+annexHead <= p.Area.H {
		p.Section(p.Say.Text("In full"), 1) // a page of its own for a line or two would be waste
	} else {
		size = p.annexSize()
		p.Open(p.Say.Text("In full"), p.Say.Text("What was too long for its place"))
	}
	for i, c := range p.cut {
		if p.titled(i) {
			p.Need(subNeeds)
			p.Text(c.title, page.Style{Size: size, Bold: true}, 0.4)
		}
		p.Text(c.text, page.Style{Size: size}, p.annexGap(i))
	}
	p.cut = nil
}

// titled reports whether a cut text has its title above it: one of its own that is not
// as long as itself.
func (p *Running) titled(at int) bool {
	c := p.cut[at]
	return c.title != c.text && !p.goesOn(at) && p.Doc.Measure(0, c.title, page.Style{Size: usualSize, Bold: true}).Width < 2*p.Area.W
}

// goesOn reports whether a cut text belongs to the same as the one before.
func (p *Running) goesOn(at int) bool {
	return at > 0 && at < len(p.cut) && p.cut[at].title == p.cut[at-1].title
}

func (p *Running) annexGap(at int) float64 {
	if p.goesOn(at + 1) {
		return 0.5
	}
	return 3
}

// annexHead is what the heading of an annex takes on a page of its own, in millimetres.
const annexHead = 24.0

// annexHeight is how much room the texts of the annex take in a size of letters.
func (p *Running) annexHeight(size float64) float64 {
	high := 0.0
	for i, c := range p.cut {
		if p.titled(i) {
			high += p.Doc.Measure(p.Area.W, c.title, page.Style{Size: size, Bold: true}).Height + 0.4
		}
		high += p.Doc.Measure(p.Area.W, c.text, page.Style{Size: size}).Height + p.annexGap(i)
	}
	return high
}

func (p *Running) annexSize() float64 {
	return p.FullSize(func(size float64) float64 { return p.annexHeight(size) + annexHead })
}

// fullSizes are sizes of letters that are tried, the usual one first, and fewLines is the
// share of a page that is no page of a few lines.
var fullSizes = []float64{usualSize, 10, 9.5, 9, 8.5, 11, 11.5, 12}

const fewLines = 0.24

// FullSize is the first size of letters in which what takes so much room, from the top
// of a page on, fits on one page or does not end on a page of a few lines; else the usual.
func (p *Running) FullSize(high func(size float64) float64) float64 {
	room := p.Doc.Paper().Height - marginTop - marginBottom
	for _, size := range fullSizes {
		if h := high(size); h <= room || math.Mod(h, room) > fewLines*room {
			return size
		}
	}
	return usualSize
}
