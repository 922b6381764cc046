package press

import (
	"copleader/reports/page"
)

// Margins of text pages in millimetres.
const (
	marginSide   = 20.0
	marginTop    = 18.0
	marginBottom = 20.0
)

// NarrowSide is the margin of pages that hold much.
const NarrowSide = 15.0

// Pages draws documents made of titled pages with a footer.
type Pages struct {
	*Draft
	Doc   *page.Document
	Foot  string       // beside the community's name and the page's number
	Plain map[int]bool // pages without a footer
	Side  float64      // of the footer, as the page's margin
}

// NewPages begins a document of titled pages on upright paper.
func NewPages(d *Draft, actualSize bool) *Pages {
	setup := d.PageSetup(d.Opt.Paper.Upright())
	setup.ActualSize = actualSize
	return pagesOf(d, setup)
}

// PagesOn begins a document of titled pages on a paper as it lies.
func PagesOn(d *Draft, paper page.Paper) *Pages { return pagesOf(d, d.PageSetup(paper)) }

func pagesOf(d *Draft, setup page.Setup) *Pages {
	p := &Pages{Draft: d, Plain: map[int]bool{}, Side: marginSide, Doc: page.New(d.Opt.Fonts, setup)}
	p.Doc.OnEveryPage(p.footer)
	return p
}

// Begin starts a page with its title and a line below, and gives what is left.
func (p *Pages) Begin(title, lead string) *Column {
	p.Doc.AddPage()
	p.Doc.Bookmark(0, title, 0)
	col := &Column{Doc: p.Doc, Area: p.Doc.Paper().Area().Trimmed(p.Side, marginTop, p.Side, marginBottom)}
	heading := TitleText
	heading.Size = 22
	col.Text(title, heading, 0.5)
	if lead != "" {
		col.Text(lead, page.Style{Size: 11, Color: page.Muted}, 5)
	}
	return col
}

func (p *Pages) footer(number, count int) {
	if p.Plain[number] {
		return
	}
	paper := p.Doc.Paper()
	strip := page.Rect{X: p.Side, Y: paper.Height - 11, W: paper.Width - 2*p.Side, H: 6.2} // two lines of small letters
	s := page.Style{Size: 8, Color: page.Muted, LineHeight: 1.2, Valign: page.ValignMiddle}
	left, rest := strip.CutLeft(strip.W / 3)
	own := s // the community's name in its colour, on every page
	own.Bold, own.Color = true, page.Primary
	p.Fit(left.Trimmed(0, 0, 2, 0), p.Community.Name, own)
	middle, right := rest.CutLeft(rest.W / 2)
	if p.Doc.Measure(middle.W, p.Foot, s).Height > p.Doc.LineHeight(s)*1.5 {
		middle, right = rest.CutLeft(rest.W - footNumber)
	}
	s.Align = page.AlignCenter
	p.Fit(middle, p.Foot, s)
	s.Align = page.AlignRight
	p.Doc.Text(right, p.Say.Text("%d of %d", number, count), s)
}

// footNumber is the room that the page's number takes at least, in millimetres.
const footNumber = 20.0

// Blank is a labelled line to write on.
func (p *Pages) Blank(r page.Rect, label string) {
	s := page.Style{Size: 10, Color: page.Muted}
	took := p.Doc.Measure(r.W, label, s)
	p.Doc.TextLine(r.X, r.Bottom()-2, label, s)
	p.Doc.Rule(r.X+took.Width+3, r.Bottom()-1, r.Right(), r.Bottom()-1, page.Pen{Color: page.Muted, Width: 0.5})
}

// Line is a text in the middle of a row, smaller if it is too long.
func (p *Pages) Line(r page.Rect, text string) {
	p.Fit(r, text, page.Style{Size: 10, Valign: page.ValignMiddle, LineHeight: 1.2})
}

// Fit sets a text as large as its style says, or smaller until all of it fits.
func (p *Pages) Fit(r page.Rect, text string, s page.Style) { p.FitText(p.Doc, r, text, s) }
