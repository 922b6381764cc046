package forhealthcheck

import (
	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/press"
)

// ballot is the secret ballot, without a name. All statements stand in one size:
// one set smaller than its neighbour would ask for less attention. Where they
// would not fit one page at least at ballotLeast, and in large print, there are
// as many pages as it takes.
func (b *ballots) ballot() {
	say, larger := b.Say, larger(b.Draft)
	title := say.Text("Secret ballot")
	lead := say.Text("%s, %s: no name, fold it, put it into the box. Print one for each person.", b.Community.Name, b.round.Name)
	col := b.Begin(title, lead)
	col.Text(say.Text("Tick one box for how far the statements fit, “–” for no opinion, and one arrow: better, same or worse than three months ago. Leave out what you like. Only counts are entered; the paper is thrown away."), page.Style{Size: 9.5 * larger}, 3)
	form := ballotMeasures{cell: 6.6 * min(larger, 1.2), options: b.options(), larger: larger, size: ballotMost * larger * larger}
	form.side = (col.Area.W - form.ticks() - 2*3) / 2
	room := col.Area.H - ballotHeadHigh
	if larger == 1 {
		for form.size > ballotLeast && b.ballotHigh(form)*float64(len(b.cards)) > room {
			form.size -= 0.25
		}
	}
	high := b.ballotHigh(form)
	if n := float64(len(b.cards)); high*n <= room {
		high = min(18*larger, room/n)
	}
	head := func() {
		strip, rest := col.Area.CutTop(ballotHeadHigh)
		b.ballotHead(strip, form)
		col.Area = rest
	}
	head()
	for i, card := range b.cards {
		if col.Area.H < high-1e-6 {
			col = b.Begin(title, lead)
			head()
		}
		r, rest := col.Area.CutTop(high)
		col.Area = rest
		b.ballotRow(r, i+1, card, form)
	}
}

const ballotHeadHigh = 8.0

// Sizes of the statements in points, at most and at least.
const (
	ballotMost  = 8.5
	ballotLeast = 7.0
)

// ballotHigh is the height of a row that holds the longest statement.
func (b *ballots) ballotHigh(f ballotMeasures) float64 {
	high := 0.0
	for _, card := range b.cards {
		for _, text := range []string{card.Low, card.High} {
			high = max(high, b.Doc.Measure(f.side, text, f.statement()).Height)
		}
	}
	return max(high, 5) + b.Doc.LineHeight(f.title()) + 3.5
}

// statement is how every statement is set.
func (f ballotMeasures) statement() page.Style {
	s := page.Style{Size: f.size, LineHeight: 1.25}
	if f.larger == 1 {
		s.Color = page.Muted
	}
	return s
}

// title is how a card's title is set.
func (f ballotMeasures) title() page.Style {
	return page.Style{Size: 9.5 * f.larger * min(f.larger, 1.2), Bold: true, MaxLines: 1}
}

// ballotMeasures are the measures of a ballot: boxes between two statements.
type ballotMeasures struct {
	cell, side float64
	options    int
	larger     float64
	size       float64 // of the statements
}

// ticks is the width of all boxes of a card.
func (f ballotMeasures) ticks() float64 { return f.cell * float64(f.options+1+directions) }

// directions are the three votes on where a card is going.
const directions = 3

func (b *ballots) ballotRow(r page.Rect, number int, card data.CardVersion, f ballotMeasures) {
	b.Doc.Rule(r.X, r.Y, r.Right(), r.Y, page.Pen{Color: page.Line, Width: 0.7})
	small := f.statement()
	box := 4.2 * min(f.larger, 1.2)
	took := b.Doc.Text(page.Rect{X: r.X, Y: r.Y + 1, W: r.W}, b.Say.Text("%d  %s", number, card.Title), f.title())
	text := page.Rect{X: r.X, Y: r.Y + 1 + took.Height, W: f.side, H: r.H - took.Height - 2}
	b.Doc.Text(text, card.Low, small)
	text.X = r.X + f.side + f.ticks() + 6
	b.Doc.Text(text, card.High, small)
	for k := range f.options + 1 + directions {
		gap := 0.0
		if k > f.options {
			gap = 2
		}
		b.Doc.CheckBox(r.X+f.side+3+float64(k)*f.cell+gap*0.5+(f.cell-box)/2, r.Y+took.Height+2, box, false)
	}
}

func (b *ballots) ballotHead(r page.Rect, f ballotMeasures) {
	side, cell, options := f.side, f.cell, f.options
	_, y := r.Center()
	x := func(k int) float64 { return r.X + side + 3 + (float64(k)+0.5)*cell }
	for k := range options {
		b.option(x(k), y, 3.6, k, options)
	}
	b.Doc.TextLine(x(options), y+1.2, "–", page.Style{Size: 10, Bold: true, Align: page.AlignCenter})
	for k, trend := range []page.Trend{page.Rising, page.Steady, page.Falling} {
		b.Doc.Arrow(trend, x(options+1+k)+0.8, y, 3.4, page.Pen{Color: page.Ink, Width: 1})
	}
	label := page.Style{Size: 8 * f.larger, Bold: true, Color: page.Bad, Valign: page.ValignMiddle}
	b.Doc.Text(page.Rect{X: r.X, Y: r.Y, W: side, H: r.H}, b.Say.Text("Low statement"), label)
	label.Color = page.Good
	b.Doc.Text(page.Rect{X: r.Right() - side, Y: r.Y, W: side, H: r.H}, b.Say.Text("High statement"), label)
}

// vote is one small card to hold up.
type vote struct {
	draw func(x, y, size float64)
	text string
}

// lights are eight sets of lights on one sheet.
func (b *ballots) lights() {
	say := b.Say
	mark := func(m page.Mark, color page.Color) func(x, y, size float64) {
		return func(x, y, size float64) { b.Doc.Mark(m, x, y, size, color) }
	}
	b.voteSets(4, append([]vote{
		{mark(page.Square, page.Bad), say.Text("low")}, {mark(page.Triangle, page.Warn), say.Text("between")},
		{mark(page.Disc, page.Good), say.Text("high")}, b.noOpinion()}, b.directions()...))
}

// numbers are eight sets of the numbers 1 to 5.
func (b *ballots) numbers() {
	say := b.Say
	texts := []string{say.Text("low fits"), "", say.Text("half-way"), "", say.Text("high fits")}
	var votes []vote
	for k, text := range texts {
		votes = append(votes, vote{func(x, y, size float64) { b.option(x, y, size*1.3, k, 5) }, text})
	}
	b.voteSets(5, append(append(votes, b.noOpinion()), b.directions()...))
}

func (b *ballots) noOpinion() vote {
	return vote{func(x, y, size float64) {
		b.Doc.Rule(x-size/2, y, x+size/2, y, page.Pen{Color: page.Muted, Width: 3})
	}, b.Say.Text("no opinion")}
}

func (b *ballots) directions() []vote {
	arrow := func(t page.Trend) func(x, y, size float64) {
		return func(x, y, size float64) { b.Doc.Arrow(t, x, y, size, page.Pen{Color: page.Ink, Width: 2.2}) }
	}
	return []vote{{arrow(page.Rising), b.Say.Text("better")}, {arrow(page.Steady), b.Say.Text("same")}, {arrow(page.Falling), b.Say.Text("worse")}}
}

// voteSets draws eight sets on a sheet: cut along the marks into sets, then
// along the thin lines into votes.
func (b *ballots) voteSets(columns int, votes []vote) {
	grid, err := page.Sheet(b.Opt.Paper.Upright(), 8)
	if err != nil {
		return // eight is always possible
	}
	b.Doc.AddPage()
	b.Plain[b.Doc.Pages()] = true
	for i := range grid.Len() {
		r := grid.Art(i)
		w, h := r.W/float64(columns), r.H/2
		for k, v := range votes {
			cell := page.Rect{X: r.X + float64(k%columns)*w, Y: r.Y + float64(k/columns)*h, W: w, H: h}
			b.Doc.Box(cell, page.Look{Stroke: page.Pen{Color: page.Muted.Mixed(page.Surface, 0.5), Width: 0.4, Dash: 1}})
			x, y := cell.Center()
			v.draw(x, y-2.5, min(w, h)*0.42)
			b.Doc.Text(page.Rect{X: cell.X, Y: cell.Bottom() - 6.5, W: w, H: 5}, v.text,
				page.Style{Size: 8, Align: page.AlignCenter, MaxLines: 1, Color: page.Muted})
		}
	}
	b.Doc.CutMarks(grid)
	b.Doc.TextLine(10, grid.Paper.Height-4.6, press.Dotted(b.Community.Name, b.code), page.Style{Size: 6.5, Bold: true, Color: page.Primary})
}
