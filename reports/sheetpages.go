package reports

import (
	"copleader/reports/page"
)

// Margins of text pages in millimetres.
const (
	marginSide   = 20.0
	marginTop    = 18.0
	marginBottom = 20.0
)

// sheetPages draws documents made of titled pages with a footer.
type sheetPages struct {
	*draft
	doc   *page.Document
	foot  string       // beside the community's name and the page's number
	plain map[int]bool // pages without a footer
	side  float64      // of the footer, as the page's margin
}

// newSheetPages begins a document of titled pages on upright paper.
func newSheetPages(d *draft, actualSize bool) *sheetPages {
	setup := d.pageSetup(d.opt.Paper.Upright())
	setup.ActualSize = actualSize
	return pagesOf(d, setup)
}

// newPages begins a document of titled pages on a paper as it lies.
func newPages(d *draft, paper page.Paper) *sheetPages { return pagesOf(d, d.pageSetup(paper)) }

func pagesOf(d *draft, setup page.Setup) *sheetPages {
	p := &sheetPages{draft: d, plain: map[int]bool{}, side: marginSide, doc: page.New(d.opt.Fonts, setup)}
	p.doc.OnEveryPage(p.footer)
	return p
}

// begin starts a page with its title and a line below, and gives what is left.
func (p *sheetPages) begin(title, lead string) *column {
	p.doc.AddPage()
	p.doc.Bookmark(0, title, 0)
	col := &column{doc: p.doc, area: p.doc.Paper().Area().Trimmed(p.side, marginTop, p.side, marginBottom)}
	heading := titleText
	heading.Size = 22
	col.text(title, heading, 0.5)
	if lead != "" {
		col.text(lead, page.Style{Size: 11, Color: page.Muted}, 5)
	}
	return col
}

func (p *sheetPages) footer(number, count int) {
	if p.plain[number] {
		return
	}
	paper := p.doc.Paper()
	y := paper.Height - 10
	s := page.Style{Size: 8, Color: page.Muted, MaxLines: 1}
	third := (paper.Width - 2*p.side) / 3
	p.doc.Text(page.Rect{X: p.side, Y: y, W: third, H: 5}, p.Community.Name, s)
	s.Align = page.AlignCenter
	p.doc.Text(page.Rect{X: p.side + third, Y: y, W: third, H: 5}, p.foot, s)
	s.Align = page.AlignRight
	p.doc.Text(page.Rect{X: p.side + 2*third, Y: y, W: third, H: 5}, p.say.Text("%d of %d", number, count), s)
}

// blank is a labelled line to write on.
func (p *sheetPages) blank(r page.Rect, label string) {
	s := page.Style{Size: 10, Color: page.Muted}
	took := p.doc.Measure(r.W, label, s)
	p.doc.TextLine(r.X, r.Bottom()-2, label, s)
	p.doc.Rule(r.X+took.Width+3, r.Bottom()-1, r.Right(), r.Bottom()-1, page.Pen{Color: page.Muted, Width: 0.5})
}

// line is a text in the middle of a row, smaller if it is too long.
func (p *sheetPages) line(r page.Rect, text string) {
	p.fit(r, text, page.Style{Size: 10, Valign: page.ValignMiddle, LineHeight: 1.2})
}

// fit sets a text as large as its style says, or smaller until all of it fits.
func (p *sheetPages) fit(r page.Rect, text string, s page.Style) { p.fitText(p.doc, r, text, s) }
