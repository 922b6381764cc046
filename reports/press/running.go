package press

import (
	"cmp"

	"copleader/reports/page"
)

// Notice is a sentence in a soft box.
func (p *Running) Notice(text string) {
	style := page.Style{Size: 10.5, Bold: true, Color: page.Level(1), LineHeight: 1.3}
	high := p.Doc.Measure(p.Area.W-10, text, style).Height + 5
	p.Need(high)
	box, rest := p.Area.CutTop(high)
	p.Area = rest.Trimmed(0, 4, 0, 0)
	p.Doc.Box(box, page.Look{Fill: page.PrimarySoft, Radius: 2.5})
	p.Doc.Text(box.Trimmed(5, 2.5, 5, 0), text, style)
}

// Lines are lines to write on.
func (p *Running) Lines(n int) {
	for range n {
		p.Need(9)
		p.Gap(9)
		p.Doc.Rule(p.Area.X, p.Area.Y-1, p.Area.Right(), p.Area.Y-1, page.Pen{Color: page.Line, Width: 0.7})
	}
	p.Gap(2)
}

// Running fills pages with text and tables from top to bottom and begins
// another page where one is full. What a table has to cut stands whole on the
// last pages.
type Running struct {
	*Pages
	Area page.Rect // what is left of the page
	Head string    // stands small over pages that go on
	Size float64   // of texts in points; 0 is the usual one
	cut  []cutText
}

// cutText is a text that a table had no room for.
type cutText struct{ title, text string }

// NewRunning begins a document of running pages.
func NewRunning(d *Draft) *Running { return &Running{Pages: NewPages(d, false)} }

// Open begins a page with its title, a bookmark, and a line below.
func (p *Running) Open(title, lead string) {
	p.Head = title
	p.Area = p.Begin(title, lead).Area
}

// tinyRest is the share of a page that must be free for another part to begin on it.
const tinyRest = 0.6

// OpenOn is Open on a page of its own, or on this one where most of it is free; it
// gives where the part begins on the page.
func (p *Running) OpenOn(title, lead string) float64 {
	if p.Area.H < tinyRest*(p.Doc.Paper().Height-marginTop-marginBottom) {
		p.Open(title, lead)
		return 0
	}
	p.Gap(8)
	p.Head = title
	top := p.Area.Y
	p.Doc.Bookmark(0, title, top)
	heading := TitleText
	heading.Size = 22
	p.Text(title, heading, 0.5)
	p.Text(lead, page.Style{Size: 11, Color: page.Muted}, 5)
	return top
}

// Next begins the page on which something goes on.
func (p *Running) Next() page.Rect {
	p.Doc.AddPage()
	p.Area = p.Doc.Paper().Area().Trimmed(p.Side, marginTop, p.Side, marginBottom)
	took := p.Doc.Text(page.Rect{X: p.Area.X, Y: p.Area.Y - 6, W: p.Area.W, H: 5}, p.Head, page.Style{Size: 9, Bold: true, Color: page.Muted, MaxLines: 1})
	_, p.Area = p.Area.CutTop(took.Height - 2)
	return p.Area
}

// Need begins another page unless so many millimetres are left.
func (p *Running) Need(high float64) {
	if p.Area.H < high {
		p.Next()
	}
}

// Whole begins another page for what takes so many millimetres, where only a little of
// it would stand on that page otherwise.
func (p *Running) Whole(high float64) {
	page := p.Doc.Paper().Height - marginTop - marginBottom
	if over := high - p.Area.H; over > 0 && over < tinyRest*page/2 && high < page {
		p.Next()
	}
}

// Gap leaves so many millimetres.
func (p *Running) Gap(high float64) { _, p.Area = p.Area.CutTop(high) }

// Text sets a paragraph, over several pages if it has to be.
func (p *Running) Text(s string, style page.Style, gap float64) {
	p.Area = p.Doc.Flow(p.Area, s, style, p.Next)
	p.Gap(gap)
}

// Section is a heading that stays with what follows, and has a bookmark.
func (p *Running) Section(title string, level int) {
	p.Need(24 * p.scale())
	p.Gap(3 * p.scale())
	if level > 0 {
		p.Doc.Bookmark(level, title, p.Area.Y)
	}
	style := SectionText
	style.Size *= p.scale()
	p.Text(title, style, 1.2)
}

// usualSize is that of texts, in points.
const usualSize = 10.5

// scale is how large texts and gaps are beside the usual.
func (p *Running) scale() float64 { return cmp.Or(p.Size, usualSize) / usualSize }

func (p *Running) subText() page.Style {
	return page.Style{Size: cmp.Or(p.Size, usualSize), Bold: true}
}

func (p *Running) bodyText() page.Style {
	return page.Style{Size: cmp.Or(p.Size, usualSize), LineHeight: 1.3}
}

// The room of the mark before an entry, and what has to be free for a small heading.
const (
	bulletHang = 5.0
	subNeeds   = 14.0
)

// Sub is a small heading.
func (p *Running) Sub(title string) {
	p.Need(subNeeds)
	p.Text(title, p.subText(), 0.4)
}

// Nothing says that there is nothing to list.
func (p *Running) Nothing(text string) {
	p.Text(text, page.Style{Size: cmp.Or(p.Size, usualSize), Italic: true, Color: page.Muted}, 2)
}

// Bullets are the entries of a list.
func (p *Running) Bullets(texts []string) {
	const hang = bulletHang
	style := p.bodyText()
	for _, text := range texts {
		p.Need(p.Doc.LineHeight(style))
		mark := style
		mark.Bold, mark.Color = true, page.Primary
		p.Doc.Text(page.Rect{X: p.Area.X, Y: p.Area.Y, W: hang}, "•", mark)
		indented := func(r page.Rect) page.Rect { return r.Trimmed(hang, 0, 0, 0) }
		rest := p.Doc.Flow(indented(p.Area), text, style, func() page.Rect { return indented(p.Next()) })
		p.Area = page.Rect{X: rest.X - hang, Y: rest.Y, W: rest.W + hang, H: rest.H}
		p.Gap(0.9 * p.scale())
	}
	p.Gap(1.5 * p.scale())
}

// Facts are labels with what belongs to them; empty ones are left out.
func (p *Running) Facts(facts [][2]string) {
	const wide = 40.0
	style := p.bodyText()
	style.Align = page.AlignLeft
	key := style
	key.Bold, key.Color = true, page.Primary
	for _, fact := range facts {
		if fact[1] == "" {
			continue
		}
		label := p.Doc.Measure(wide-3, fact[0], key)
		p.Need(label.Height)
		top, number := p.Area.Y, p.Doc.PageNumber()
		p.Doc.Text(page.Rect{X: p.Area.X, Y: top, W: wide - 3}, fact[0], key)
		beside := func(r page.Rect) page.Rect { return r.Trimmed(wide, 0, 0, 0) }
		rest := p.Doc.Flow(beside(p.Area), fact[1], style, func() page.Rect { return beside(p.Next()) })
		p.Area = page.Rect{X: rest.X - wide, Y: rest.Y, W: rest.W + wide, H: rest.H}
		if below := top + label.Height - p.Area.Y; number == p.Doc.PageNumber() && below > 0 {
			p.Gap(below)
		}
		p.Gap(p.scale())
	}
	p.Gap(1.5 * p.scale())
}

// Table draws rows over as many pages as they need. The first cell of a row
// says in the annex what a cut text belongs to.
func (p *Running) Table(t page.Table, rows [][]page.TableCell) {
	t.Cut = func(row, column int, text string) {
		title := rows[row][0].Text
		if column == 0 {
			title = t.Columns[0].Head
		}
		p.InFull(title, text)
	}
	p.Need(18)
	p.Area = p.Doc.Table(p.Area, t, rows, p.Next)
	p.Gap(3)
}

// EvenTable is a table whose pages hold about as many rows each, and whose words don't break.
func (p *Running) EvenTable(t page.Table, rows [][]page.TableCell) {
	t = p.Doc.FitWords(p.Area.W, t, rows)
	t.Later = p.Doc.Paper().Height - marginTop - marginBottom - 3 // which the line above takes
	p.Table(t, rows)
}

// InFull keeps a text that had no room, for the last pages.
func (p *Running) InFull(title, text string) { p.cut = append(p.cut, cutText{title, text}) }

// Ticks is a list to tick off with a pen.
func (p *Running) Ticks(texts []string) {
	style := page.Style{Size: 10.5, LineHeight: 1.3}
	for _, text := range texts {
		high := p.Doc.Measure(p.Area.W-8, text, style).Height
		p.Need(high + 1.6)
		p.Doc.CheckBox(p.Area.X, p.Area.Y+0.5, 3.8, false)
		p.Doc.Text(page.Rect{X: p.Area.X + 7, Y: p.Area.Y, W: p.Area.W - 8}, text, style)
		p.Gap(high + 1.6)
	}
}

// Indent moves the left edge of what follows.
func (p *Running) Indent(by float64) {
	p.Side += by
	p.Area = page.Rect{X: p.Area.X + by, Y: p.Area.Y, W: p.Area.W - by, H: p.Area.H}
}

// Field is something written under its heading: a text, or a list of lines.
type Field struct {
	Title, Text string
	Lines       []string // nil for a text
}

// SectionOf is a section with its fields: texts as facts, lists in rows where they are
// short. Its heading stays with what follows.
func (p *Running) SectionOf(title string, level int, fields []Field) {
	if len(fields) > 0 && fields[0].Lines != nil {
		_, high := p.row(alike(fields))
		p.Need(sectionRoom + min(high, highestList))
	}
	p.Section(title, level)
	for len(fields) > 0 {
		same := alike(fields)
		if same[0].Lines != nil {
			p.lists(same)
		} else {
			var facts [][2]string
			for _, f := range same {
				facts = append(facts, [2]string{f.Title, f.Text})
			}
			p.Facts(facts)
		}
		fields = fields[len(same):]
	}
}

// alike are the first of the fields, up to the one that is of the other kind.
func alike(fields []Field) []Field {
	n := 1
	for n < len(fields) && (fields[n].Lines == nil) == (fields[0].Lines == nil) {
		n++
	}
	return fields[:n]
}

// Lists stand side by side so far apart, as many as that in a row, if none is higher;
// sectionRoom is what the heading above takes.
const (
	listsApart  = 6.0
	listsBeside = 4
	highestList = 70.0
	sectionRoom = 12.0
)

// lists are lists in rows where they are short, else one below another.
func (p *Running) lists(lists []Field) {
	for len(lists) > 0 {
		n, high := p.row(lists)
		if n == 1 {
			p.List(lists[0])
		} else {
			p.Need(high)
			p.beside(lists[:n])
		}
		lists = lists[n:]
	}
}

// row is how many of the lists stand in one row, and how high it is.
func (p *Running) row(lists []Field) (n int, high float64) {
	for n = min(len(lists), listsBeside); n > 1; n-- {
		wide, fits := p.listWidth(n), true
		high = 0
		for _, l := range lists[:n] {
			fits = fits && p.Doc.Measure(0, l.Title, p.subText()).Width <= wide
			high = max(high, p.listHeight(wide, l))
		}
		if fits && high <= highestList {
			return n, high
		}
	}
	return 1, p.listHeight(p.Area.W, lists[0])
}

func (p *Running) listWidth(n int) float64 {
	return (p.Area.W - listsApart*float64(n-1)) / float64(n)
}

// List is a list under its heading, if it has one.
func (p *Running) List(l Field) {
	if l.Title != "" {
		p.Sub(l.Title)
	}
	p.Bullets(l.Lines)
}

// beside sets lists side by side.
func (p *Running) beside(lists []Field) {
	whole, wide, lowest := p.Area, p.listWidth(len(lists)), 0.0
	for i, l := range lists {
		p.Area = page.Rect{X: whole.X + float64(i)*(wide+listsApart), Y: whole.Y, W: wide, H: whole.H}
		p.List(l)
		lowest = max(lowest, p.Area.Y)
	}
	p.Area = whole
	p.Gap(lowest - whole.Y)
}

// ListHeight is how much room a list takes on the page.
func (p *Running) ListHeight(lines []string) float64 {
	return p.listHeight(p.Area.W, Field{Lines: lines})
}

// listHeight is how much room a list takes at most.
func (p *Running) listHeight(wide float64, l Field) float64 {
	high := p.Doc.Measure(wide, l.Title, p.subText()).Height + 4
	for _, text := range l.Lines {
		high += p.Doc.Measure(wide-bulletHang, text, p.bodyText()).Height + 0.9
	}
	return max(high, subNeeds)
}
