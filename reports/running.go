package reports

import (
	"copleader/data"
	"copleader/reports/page"
)

// running fills pages with text and tables from top to bottom and begins
// another page where one is full. What a table has to cut stands whole on the
// last pages.
type running struct {
	*sheetPages
	area page.Rect // what is left of the page
	head string    // stands small over pages that go on
	cut  []cutText
}

// cutText is a text that a table had no room for.
type cutText struct{ title, text string }

// newRunning begins a document of running pages.
func newRunning(d *draft) *running { return &running{sheetPages: newSheetPages(d, false)} }

// open begins a page with its title, a bookmark, and a line below.
func (p *running) open(title, lead string) {
	p.head = title
	p.area = p.begin(title, lead).area
}

// next begins the page on which something goes on.
func (p *running) next() page.Rect {
	p.doc.AddPage()
	p.area = p.doc.Paper().Area().Trimmed(p.side, marginTop, p.side, marginBottom)
	took := p.doc.Text(page.Rect{X: p.area.X, Y: p.area.Y - 6, W: p.area.W, H: 5}, p.head, page.Style{Size: 9, Bold: true, Color: page.Muted, MaxLines: 1})
	_, p.area = p.area.CutTop(took.Height - 2)
	return p.area
}

// need begins another page unless so many millimetres are left.
func (p *running) need(high float64) {
	if p.area.H < high {
		p.next()
	}
}

func (p *running) gap(high float64) { _, p.area = p.area.CutTop(high) }

// text sets a paragraph, over several pages if it has to be.
func (p *running) text(s string, style page.Style, gap float64) {
	p.area = p.doc.Flow(p.area, s, style, p.next)
	p.gap(gap)
}

// section is a heading that stays with what follows, and has a bookmark.
func (p *running) section(title string, level int) {
	p.need(24)
	p.gap(3)
	if level > 0 {
		p.doc.Bookmark(level, title, p.area.Y)
	}
	p.text(title, sectionText, 1.2)
}

// sub is a small heading.
func (p *running) sub(title string) {
	p.need(14)
	p.text(title, page.Style{Size: 10.5, Bold: true}, 0.4)
}

// nothing says that there is nothing to list.
func (p *running) nothing(text string) {
	p.text(text, page.Style{Size: 10.5, Italic: true, Color: page.Muted}, 2)
}

// bullets are the entries of a list.
func (p *running) bullets(texts []string) {
	const hang = 5.0
	style := page.Style{Size: 10.5, LineHeight: 1.3}
	for _, text := range texts {
		p.need(p.doc.LineHeight(style))
		mark := style
		mark.Bold, mark.Color = true, page.Primary
		p.doc.Text(page.Rect{X: p.area.X, Y: p.area.Y, W: hang}, "•", mark)
		indented := func(r page.Rect) page.Rect { return r.Trimmed(hang, 0, 0, 0) }
		rest := p.doc.Flow(indented(p.area), text, style, func() page.Rect { return indented(p.next()) })
		p.area = page.Rect{X: rest.X - hang, Y: rest.Y, W: rest.W + hang, H: rest.H}
		p.gap(0.9)
	}
	p.gap(1.5)
}

// facts are labels with what belongs to them; empty ones are left out.
func (p *running) facts(facts [][2]string) {
	const wide = 40.0
	style := page.Style{Size: 10.5, LineHeight: 1.3}
	key := style
	key.Bold, key.Color = true, page.Primary
	for _, fact := range facts {
		if fact[1] == "" {
			continue
		}
		label := p.doc.Measure(wide-3, fact[0], key)
		p.need(label.Height)
		top, number := p.area.Y, p.doc.PageNumber()
		p.doc.Text(page.Rect{X: p.area.X, Y: top, W: wide - 3}, fact[0], key)
		beside := func(r page.Rect) page.Rect { return r.Trimmed(wide, 0, 0, 0) }
		rest := p.doc.Flow(beside(p.area), fact[1], style, func() page.Rect { return beside(p.next()) })
		p.area = page.Rect{X: rest.X - wide, Y: rest.Y, W: rest.W + wide, H: rest.H}
		if below := top + label.Height - p.area.Y; number == p.doc.PageNumber() && below > 0 {
			p.gap(below)
		}
		p.gap(1)
	}
	p.gap(1.5)
}

// table draws rows over as many pages as they need. The first cell of a row
// says in the annex what a cut text belongs to.
func (p *running) table(t page.Table, rows [][]page.TableCell) {
	t.Cut = func(row, column int, text string) {
		title := rows[row][0].Text
		if column == 0 {
			title = t.Columns[0].Head
		}
		p.cut = append(p.cut, cutText{title, text})
	}
	p.need(18)
	p.area = p.doc.Table(p.area, t, rows, p.next)
	p.gap(3)
}

// annex prints whole what the tables had to cut.
func (p *running) annex() {
	if len(p.cut) == 0 {
		return
	}
	p.open(p.say.Text("In full"), p.say.Text("What was too long for its place and ends in “…” there"))
	for _, c := range p.cut {
		title := p.doc.Measure(0, c.title, page.Style{Size: 10.5, Bold: true})
		if title.Width < 2*p.area.W && c.title != c.text {
			p.sub(c.title)
		}
		p.text(c.text, page.Style{Size: 10.5}, 3)
	}
	p.cut = nil
}

// ticks is a list to tick off with a pen.
func (p *running) ticks(texts []string) {
	style := page.Style{Size: 10.5, LineHeight: 1.3}
	for _, text := range texts {
		high := p.doc.Measure(p.area.W-8, text, style).Height
		p.need(high + 1.6)
		p.doc.CheckBox(p.area.X, p.area.Y+0.5, 3.8, false)
		p.doc.Text(page.Rect{X: p.area.X + 7, Y: p.area.Y, W: p.area.W - 8}, text, style)
		p.gap(high + 1.6)
	}
}

// byName lists people's names as the language sorts them.
func (d *draft) byName(members []data.Member) []string {
	directory := data.DirectoryOf(members, d.say.Lang(), nil)
	names := make([]string, 0, directory.Len())
	for i := range directory.Len() {
		names = append(names, directory.At(i).Name)
	}
	return names
}
