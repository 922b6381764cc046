package forhealthcheck

import (
	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/press"
)

// Cards makes the printed deck (data/README.md, Health cards): a page of
// explanations with the cards at a glance behind it, then sheets of cards with
// cut marks, each followed by its backs, in register when the paper is turned
// over its long edge. Key and version stand on the back only, so a deck serves
// many rounds.
func Cards(d *press.Draft) (press.Product, error) {
	cards := deck(d)
	perSheet := d.Opt.PerSheet
	if d.Opt.Form == press.LargePrint {
		perSheet = min(perSheet, largePerSheet)
	}
	grid, err := page.Sheet(d.Opt.Paper, perSheet)
	if err != nil {
		fault := data.Fault(data.CodeInvalid, "There can be 1, 2, 4 or 8 cards on a sheet, not %d.", d.Opt.PerSheet)
		fault.Cause = err
		return nil, fault
	}
	setup := d.PageSetup(d.Opt.Paper)
	setup.ActualSize, setup.TwoSided = true, true
	doc := page.New(d.Opt.Fonts, setup)
	c := &cardSheets{Draft: d, doc: doc, grid: grid, larger: larger(d) * min(1, grid.Paper.Upright().Height/page.A4.Height)}
	c.explain()
	c.glance(cards)
	if doc.Pages()%2 == 1 {
		doc.AddPage() // so that fronts and backs of the cards stay together
	}
	// One card more stays blank, to write an own one on.
	for spare := true; spare || len(cards)%grid.Len() != 0; spare = false {
		cards = append(cards, data.CardVersion{})
	}
	for first := 0; first < len(cards); first += grid.Len() {
		sheet := cards[first:min(first+grid.Len(), len(cards))]
		c.fronts(sheet, first)
		c.backs(sheet, first)
	}
	return doc, doc.Err()
}

// cardSheets draws the deck.
type cardSheets struct {
	*press.Draft
	doc    *page.Document
	grid   page.Grid
	larger float64 // how much larger letters are on the pages of explanations
}

// Large print: so many cards on a sheet at most, and letters so much larger, at
// least 16 points for running text.
const (
	largePerSheet = 2
	largeScale    = 1.4
)

// larger is how much larger letters are than usual.
func larger(d *press.Draft) float64 {
	if d.Opt.Form == press.LargePrint {
		return largeScale
	}
	return 1
}

// Measures of an A6 card in millimetres and points; other sizes are scaled.
const (
	cardWidth   = 93.5
	cardHeight  = 137.0
	cardHeader  = 16.0
	cardLow     = 0.36 // share of the height below the header
	cardBetween = 0.24
	cardRadius  = 3.5
	cardText    = 15.5 // points
	cardTitle   = 16.5
	cardTag     = 7.5
	markSize    = 6.8
	markAt      = 9.8  // of the mark's middle, from the left
	textAt      = 18.2 // of the statement, from the left
	cardPadding = 5.0
)

// fronts draws the fronts of one sheet; first is how many cards came before.
func (c *cardSheets) fronts(cards []data.CardVersion, first int) {
	c.doc.AddPage()
	for i, card := range cards {
		if i == 0 {
			c.doc.Bookmark(0, card.Title, 0)
		}
		c.front(c.grid.Art(i), card, first+i+1)
	}
	c.doc.CutMarks(c.grid)
	edge := c.grid.Paper.Height - 4.6
	c.doc.CheckRule(10, edge, c.Say.Text("50 mm at actual size"), page.Style{Size: 6, Color: page.Muted})
}

// scale is how much larger than A6 a card is.
func scale(r page.Rect) float64 { return min(r.W/cardWidth, r.H/cardHeight*1.25) }

// letterScale is how much larger letters are than on A6: a flat card has more
// room for them than its height alone tells.
func letterScale(r page.Rect, k float64) float64 { return (k + r.W/cardWidth) / 2 }

func (c *cardSheets) front(r page.Rect, card data.CardVersion, number int) {
	k := scale(r)
	look := page.Look{Stroke: page.Pen{Color: page.Muted.Mixed(page.Surface, 0.45), Width: 0.6}, Radius: cardRadius * k}
	header, body := r.CutTop(cardHeader * min(k, r.H/cardHeight*1.1))
	low, rest := body.CutTop(body.H * cardLow)
	between, high := rest.CutTop(body.H * cardBetween)
	c.doc.Clip(r, look.Radius, func() {
		c.doc.Box(low, page.Look{Fill: page.BadSoft})
		c.doc.Hatch(low, 0, 2.6*k, page.Pen{Color: page.BadSoft.Mixed(page.Bad, 0.08), Width: 2.2 * k})
		c.doc.Box(between, page.Look{Fill: page.WarnSoft})
		c.doc.Box(high, page.Look{Fill: page.GoodSoft})
	})
	if c.Opt.Form == press.BlackWhite { // where no tint tells the fields apart
		for _, y := range []float64{low.Y, between.Y, high.Y} {
			c.doc.Rule(r.X, y, r.Right(), y, page.Pen{Color: page.Ink, Width: 0.6})
		}
	}
	c.doc.Box(r, look)
	c.heading(header, card.Title, number, k)
	c.band(low, band{page.Square, page.Bad, c.Say.Text("LOW"), card.Low}, k)
	c.band(between, band{page.Triangle, page.Warn, c.Say.Text("BETWEEN"), ""}, k)
	c.band(high, band{page.Disc, page.Good, c.Say.Text("HIGH"), card.High}, k)
}

func (c *cardSheets) heading(r page.Rect, title string, number int, k float64) {
	letters := letterScale(r, k)
	r = r.Trimmed(cardPadding*k, 0, cardPadding*k, 0)
	figure := page.Style{Size: 14 * letters, Bold: true, Color: page.Primary, Align: page.AlignRight, Valign: page.ValignMiddle}
	if title == "" {
		y := r.Y + r.H*0.72
		c.doc.Rule(r.X, y, r.Right(), y, page.Pen{Color: page.Muted, Width: 0.5})
		return
	}
	label := c.Say.Text("%d", number)
	c.doc.Text(r, label, figure)
	r.W -= c.doc.Measure(0, label, figure).Width + 3*k
	c.fit(r, title, page.Style{Size: cardTitle * letters, Bold: true, Valign: page.ValignMiddle, LineHeight: 1.15})
}

// band is one of the three fields of a card.
type band struct {
	mark  page.Mark
	color page.Color
	tag   string
	text  string
}

func (c *cardSheets) band(r page.Rect, b band, k float64) {
	x, y := r.X+markAt*k, r.Y+r.H/2-1.6*k
	c.doc.Mark(b.mark, x, y, markSize*k, b.color)
	c.doc.TextLine(x, y+markSize*k/2+3.6*k, b.tag,
		page.Style{Size: cardTag * k, Bold: true, Color: b.color, Align: page.AlignCenter})
	if b.text == "" {
		return
	}
	box := page.Rect{X: r.X + textAt*k, Y: r.Y + 2*k, W: r.W - (textAt+cardPadding)*k, H: r.H - 4*k}
	c.fit(box, b.text, page.Style{Size: cardText * letterScale(r, k), Valign: page.ValignMiddle})
}

// fit sets a text as large as its style says, or smaller until all of it fits.
func (c *cardSheets) fit(r page.Rect, text string, s page.Style) { c.FitText(c.doc, r, text, s) }

// backs draws what stands behind the cards of one sheet.
func (c *cardSheets) backs(cards []data.CardVersion, first int) {
	c.doc.AddPage()
	for i, card := range cards {
		c.back(c.grid.Art(c.grid.Back(i)), card, first+i+1)
	}
	c.doc.CutMarks(c.grid)
}

func (c *cardSheets) back(r page.Rect, card data.CardVersion, number int) {
	k := scale(r)
	c.doc.Box(r, page.Look{Fill: page.Surface, Radius: cardRadius * k,
		Stroke: page.Pen{Color: page.Muted.Mixed(page.Surface, 0.45), Width: 0.6}})
	inner := r.Inset(cardPadding * k)
	small := page.Style{Size: 8 * k, Bold: true, Color: page.Primary}
	tag, rest := inner.CutTop(5 * k)
	c.doc.Text(tag, c.Say.Text("Ask in the session"), small)
	ask, rest := rest.CutTop(min(22*k, inner.H*0.3))
	c.fit(ask, card.Ask, page.Style{Size: cardText * k, Bold: true})
	foot := page.Style{Size: 6.5 * k, Color: page.Muted}
	line := rest.Bottom() - 1*k
	if card.Card == "" {
		c.doc.Rule(ask.X, ask.Y+9*k, ask.Right(), ask.Y+9*k, page.Pen{Color: page.Muted, Width: 0.5})
		foot.Color = page.Surface // an own card has no key yet
	}
	c.doc.TextLine(rest.X, line, c.Say.Text("%s · version %d", card.Card, card.Version), foot)
	foot.Align = page.AlignRight
	c.doc.TextLine(rest.Right(), line, c.Say.Text("%s %d", c.Say.Text("Card"), number), foot)
	notes := rest.Trimmed(0, 0, 0, 6*k)
	tag, notes = notes.CutTop(5 * k)
	small.Color = page.Muted
	c.doc.Text(tag, c.Say.Text("Notes (no names)"), small)
	for y := notes.Y + 8*k; y < notes.Bottom(); y += 8 * k {
		c.doc.Rule(notes.X, y, notes.Right(), y, page.Pen{Color: page.Line, Width: 0.7})
	}
}
