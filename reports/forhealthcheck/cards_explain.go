package forhealthcheck

import (
	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/press"
)

// explain draws the first page: what the cards are for, what happens with the
// answers, the steps and the rules.
func (c *cardSheets) explain() {
	say := c.Say
	c.doc.AddPage()
	c.doc.Bookmark(0, say.Text("How to use the cards"), 0)
	inner := c.grid.Paper.Area().Trimmed(22, 20, 22, 34)
	col := press.Column{Doc: c.doc, Area: inner, Next: func() page.Rect { c.doc.AddPage(); return inner }}
	titleText, leadText, sectionText, bodyText := c.sized(press.TitleText), c.sized(press.LeadText), c.sized(press.SectionText), c.sized(press.BodyText)
	col.Text(say.Text("Health cards"), titleText, 0.5)
	col.Text(c.Community.Name, leadText, 6)
	col.Text(say.Text("With these cards a community looks at itself: what goes well, what does not, and what to do about it. They judge nobody, and there is no overall score. The talk is worth more than the figures."), bodyText, 6)
	c.marks(&col)
	col.Need(40)
	col.Text(say.Text("How it goes"), sectionText, 1)
	for i, step := range c.steps() {
		col.Numbered(say.Text("%d", i+1), step, bodyText, 1.4)
	}
	col.Area = col.Area.Trimmed(0, 5, 0, 0)
	col.Need(20)
	col.Text(say.Text("Rules"), sectionText, 1)
	for _, rule := range c.rules() {
		col.Numbered("•", rule, bodyText, 1.2)
	}
	col.Area = col.Area.Trimmed(0, 5, 0, 0)
	col.Need(30)
	col.Text(say.Text("What happens with the answers"), sectionText, 1)
	col.Text(say.Text("Only counts are kept: how many voted which way on each card. Whoever is in the room sees the votes; nobody writes down who voted how. With fewer than %d answers to a card its result is withheld. Figures do not rank people or teams.", c.MinGroup()), bodyText, 0)
	c.printing()
}

// sized is a style in the size of the form.
func (c *cardSheets) sized(s page.Style) page.Style {
	s.Size *= c.larger
	return s
}

func (c *cardSheets) steps() []string {
	say := c.Say
	return []string{
		say.Text("Read the card aloud: first the low statement, then the high one."),
		say.Text("Everybody thinks alone for a moment and chooses: low, between or high; or a number from 1 (low fits) to 5 (high fits). “No opinion” is an answer too."),
		say.Text("All show their vote at the same moment."),
		say.Text("A second vote: better, same or worse than three months ago?"),
		say.Text("Note the counts on the tally sheet and go on to the next card."),
		say.Text("At the end, talk about two or three cards: those with the most low votes and those on which you differ most. On the back of each card is a question to begin with."),
		say.Text("Agree on one to three small steps, each with an owner and a date."),
	}
}

func (c *cardSheets) rules() []string {
	say := c.Say
	return []string{
		say.Text("Vote at the same moment, so that nobody leans on another."),
		say.Text("Look at the differences: they are worth the most talk."),
		say.Text("Nobody has to explain a vote."),
		say.Text("No names in notes."),
	}
}

// marks draws what the shapes stand for, in a soft box.
func (c *cardSheets) marks(col *press.Column) {
	const height = 15.0
	box, rest := col.Area.CutTop(height)
	col.Area = rest.Trimmed(0, 6, 0, 0)
	c.doc.Box(box, page.Look{Fill: page.Canvas, Radius: 3})
	step := box.W / 6
	_, middle := box.Center()
	label := page.Style{Size: 10 * min(1.2, c.larger)}
	shapes := []struct {
		mark  page.Mark
		color page.Color
		text  string
	}{{page.Square, page.Bad, c.Say.Text("low")}, {page.Triangle, page.Warn, c.Say.Text("between")}, {page.Disc, page.Good, c.Say.Text("high")}}
	for i, s := range shapes {
		x := box.X + step*float64(i) + 7
		c.doc.Mark(s.mark, x, middle, 5, s.color)
		c.doc.TextLine(x+4.5, middle+1.3, s.text, label)
	}
	arrows := []struct {
		trend page.Trend
		text  string
	}{{page.Rising, c.Say.Text("better")}, {page.Steady, c.Say.Text("same")}, {page.Falling, c.Say.Text("worse")}}
	for i, a := range arrows {
		x := box.X + step*float64(i+3) + 7
		c.doc.Arrow(a.trend, x, middle, 5, page.Pen{Color: page.Ink, Width: 1.4})
		c.doc.TextLine(x+4.5, middle+1.3, a.text, label)
	}
}

// printing says at the foot how to print, with a rule to check the size by.
func (c *cardSheets) printing() {
	y := c.grid.Paper.Height - 24
	c.doc.CheckRule(22, y, c.Say.Text("This line is 50 mm long when the size is right."), page.Style{Size: 9 * c.larger, Color: page.Muted})
	c.doc.TextLine(22, y+6*c.larger, c.Say.Text("Print at actual size on both sides, flip on long edge; then cut at the marks."),
		page.Style{Size: 9 * c.larger, Bold: true})
}

// glance draws the deck on as few pages as it takes: one, which is also the back
// of the first, or more in large print.
func (c *cardSheets) glance(cards []data.CardVersion) {
	c.doc.AddPage()
	c.doc.Bookmark(0, c.Say.Text("The cards at a glance"), 0)
	inner := c.grid.Paper.Area().Trimmed(22, 20, 22, 18)
	col := press.Column{Doc: c.doc, Area: inner, Next: func() page.Rect { c.doc.AddPage(); return inner }}
	col.Text(c.Say.Text("The cards at a glance"), c.sized(press.TitleText), 5)
	high := 17 * c.larger * c.larger
	if c.Opt.Form != press.LargePrint {
		high = min(high, col.Area.H/float64(max(1, len(cards))))
	}
	for i, card := range cards {
		col.Need(high)
		row, rest := col.Area.CutTop(high)
		col.Area = rest
		c.glanceRow(row, i+1, card)
	}
}

// glanceRow is one card; its statements are left out where there is no room.
func (c *cardSheets) glanceRow(row page.Rect, number int, card data.CardVersion) {
	hang, pillarWidth := 9.0*c.larger, 44.0
	name := page.Style{Size: min(11*c.larger, row.H*1.6), Bold: true, MaxLines: 1}
	figure, pillar := name, name
	figure.Color = page.Primary
	pillar.Bold, pillar.Color, pillar.Align = false, page.Muted, page.AlignRight
	c.doc.Text(page.Rect{X: row.X, Y: row.Y, W: hang}, c.Say.Text("%d", number), figure)
	took := c.doc.Text(page.Rect{X: row.X + hang, Y: row.Y, W: row.W - hang - pillarWidth}, card.Title, name)
	c.doc.Text(page.Rect{X: row.Right() - pillarWidth, Y: row.Y, W: pillarWidth}, c.Say.Of(card.Pillar.Phrase()), pillar)
	if rest := row.H - took.Height - 2; rest > 6 {
		half := (row.W - hang) / 2
		small := page.Style{Size: 8.5 * c.larger * max(1, min(c.larger, 1.25)), Color: page.Muted, LineHeight: 1.25}
		top := row.Y + took.Height
		low := page.Rect{X: row.X + hang, Y: top, W: half, H: rest}
		c.glanceStatement(low, page.Square, page.Bad, card.Low, small)
		low.X += half
		c.glanceStatement(low, page.Disc, page.Good, card.High, small)
	}
	line := row.Bottom() - 1
	c.doc.Rule(row.X, line, row.Right(), line, page.Pen{Color: page.Line, Width: 0.6})
}

func (c *cardSheets) glanceStatement(r page.Rect, mark page.Mark, color page.Color, text string, s page.Style) {
	c.doc.Mark(mark, r.X+1.3, r.Y+1.9, 2.2, color)
	c.fit(r.Trimmed(4, 0, 3, 0), text, s)
}
