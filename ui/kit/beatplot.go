package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"copleader/data"
	"copleader/ui/look"
)

// Measures of the beat, in points.
const (
	beatMonth  float32 = 74 // the least width of a month, at text scale 1
	beatGap    float32 = 4  // between two labels
	beatBeside float32 = 10 // between a gap's button and its words
	mostMonths         = 12
)

// beatSide is the side of a mark.
func beatSide() float32 { return evenSide(scaled(12)) }

// beatPlot is where everything stands at one width.
type beatPlot struct {
	first, last data.Date // the days shown
	months      []data.Date
	width       float32

	row               float32 // height of a line of small text
	above, line       float32 // of the row above the line, of the line
	nameTop, warnTop  float32
	height            float32
	marks             []beatPlace
	today             bool // its word has room
	todayAt           float32
	todayWord         float32  // where the word of today stands
	todayUntil        float32  // where its line ends
	gap               beatBand // of the first gap
	blockTop, blockAt float32  // of the button in the first gap
	inside            bool     // it stands in the band
}

// beatPlace is where a mark stands and which of its words have room.
type beatPlace struct {
	at                       int // in the view
	x, nameAt, dayAt, warnAt float32
	name, day, warn          bool
}

// beatBand is the ground of a gap, and where something is to be expected in it.
type beatBand struct{ from, until, next float32 }

// x is where a day stands.
func (p *beatPlot) x(on data.Date) float32 {
	return whole(p.width * float32(on.Sub(p.first)) / float32(p.last.Sub(p.first)+1))
}

// beatMonths are the first days of the months that have room, today's a little left of the middle.
func beatMonths(today data.Date, width float32) []data.Date {
	n := min(max(int(width/scaled(beatMonth)), 3), mostMonths)
	year, month, _ := today.Civil()
	months := make([]data.Date, n)
	for i := range months {
		months[i] = data.NewDate(year, month, 1).AddMonths(i - (n-1)/2)
	}
	return months
}

// plot finds a place for everything.
func (b *Beat) plot(width float32) *beatPlot {
	p := &beatPlot{width: width, months: beatMonths(b.view.Today, width), row: lineHeightOf(look.SizeSmall, false)}
	p.first, p.last = p.months[0], p.months[len(p.months)-1].AddMonths(1).AddDays(-1)
	p.above = p.row + 8
	p.line = p.above + p.row + beatSide()/2 + 2
	p.nameTop = p.line + beatSide()/2 + 6
	p.warnTop = p.nameTop + 2*p.row
	p.height = p.warnTop
	p.todayAt = p.x(b.view.Today)
	taken := beatTaken{}
	word := textSize(b.view.TodayWord, look.SizeSmall, fyne.TextStyle{Bold: true}).Width
	for i := range b.view.Marks {
		if m := &b.view.Marks[i]; m.On.Within(p.first, p.last) {
			p.marks = append(p.marks, beatPlace{at: i, x: p.x(m.On)})
		}
	}
	p.todayWord = b.besideDiamonds(p, word)
	p.today = taken.take(rowAbove, p.todayWord, p.todayWord+word, width)
	for _, i := range b.byWeight(p.marks) {
		b.name(p, &p.marks[i], &taken)
		if p.marks[i].warn {
			p.height = p.warnTop + p.row
		}
	}
	p.todayUntil = p.warnTop
	if taken.across(rowName, p.todayAt) || taken.across(rowDay, p.todayAt) {
		p.todayUntil = p.nameTop - 1 // it goes through nobody's words
	}
	b.placeGap(p, &taken)
	return p
}

// besideDiamonds is where the word of today stands: at its line, or behind the rounds that would lie on it, or before both where there it
// has no room.
func (b *Beat) besideDiamonds(p *beatPlot, word float32) float32 {
	x, first := p.todayAt, p.todayAt
	for _, m := range p.marks { // in the order of their days
		on := b.view.Marks[m.at].Sign == Diamond
		if from, until := m.x-beatSide()/2, m.x+beatSide()/2; on && from < x+word+beatGap && until > x-beatGap {
			x, first = until+beatGap, min(first, from)
		}
	}
	if x+word > p.width {
		return first - beatGap - word
	}
	return x
}

// byWeight are the places of marks in the order in which they get their words: the next one, what is late, what is nearest to today.
func (b *Beat) byWeight(marks []beatPlace) []int {
	order := make([]int, len(marks))
	for i := range order {
		order[i] = i
	}
	weight := func(i int) int {
		m := &b.view.Marks[marks[i].at]
		away := max(m.On.Sub(b.view.Today), b.view.Today.Sub(m.On))
		switch {
		case m.Strong:
			return -2000
		case m.Warn != "":
			return away - 1000
		}
		return away
	}
	slices.SortStableFunc(order, func(i, j int) int { return weight(i) - weight(j) })
	return order
}

// name finds room for the words of a mark.
func (b *Beat) name(p *beatPlot, at *beatPlace, taken *beatTaken) {
	m := &b.view.Marks[at.at]
	if m.Sign == Diamond {
		w := textSize(m.Name, look.SizeSmall, fyne.TextStyle{}).Width
		at.nameAt = at.x - beatSide()/2 - beatGap - w
		at.name = taken.take(rowAbove, at.nameAt, at.x+beatSide()/2, p.width)
		return
	}
	centre := func(row int, text string, bold bool) (float32, bool) {
		if text == "" {
			return 0, false
		}
		w := textSize(text, look.SizeSmall, fyne.TextStyle{Bold: bold}).Width
		if row == rowWarn {
			w += signSide(look.SizeSmall) + signGap
		}
		x := min(max(at.x-w/2, 0), p.width-w)
		return whole(x), taken.take(row, x, x+w, p.width)
	}
	at.nameAt, at.name = centre(rowName, m.Name, m.Strong)
	at.dayAt, at.day = centre(rowDay, m.Day, false)
	at.warnAt, at.warn = centre(rowWarn, m.Warn, false)
}

// The rows in which words stand.
const (
	rowAbove = iota
	rowName
	rowDay
	rowWarn
	beatRows
)

// beatTaken is what is taken in each row.
type beatTaken [beatRows][][2]float32

// take takes a stretch of a row, if it is free and inside.
func (t *beatTaken) take(row int, from, until, width float32) bool {
	if from < 0 || until > width+0.5 {
		return false
	}
	for _, s := range t[row] {
		if from < s[1]+beatGap && until > s[0]-beatGap {
			return false
		}
	}
	t[row] = append(t[row], [2]float32{from, until})
	return true
}

// across tells whether words of a row lie across a place.
func (t *beatTaken) across(row int, x float32) bool {
	return slices.ContainsFunc(t[row], func(s [2]float32) bool { return s[0]-2 < x && x < s[1]+2 })
}

// placeGap puts button and words of the first gap into its band, or below the line where it is too narrow for them.
func (b *Beat) placeGap(p *beatPlot, taken *beatTaken) {
	if len(b.view.Gaps) == 0 {
		return
	}
	g := b.view.Gaps[0]
	p.gap = b.band(p, g)
	button := b.plan.least()
	if b.view.Plan == "" {
		button = fyne.NewSize(0, 0)
	}
	words := up(b.nothing.NaturalWidth())
	p.blockAt, p.blockTop = p.gap.from+6, p.line+beatSide()
	until := p.blockAt + button.Width + beatBeside + words
	p.inside = until <= p.gap.until && taken.take(rowName, p.blockAt, until, p.width) && taken.take(rowDay, p.blockAt, until, p.width)
	height := max(button.Height, HeightFor(b.nothing, words))
	if p.inside {
		p.height = max(p.height, p.blockTop+height+8)
		return
	}
	p.blockAt, p.blockTop = 0, p.height+10
	p.height = p.blockTop + max(button.Height, HeightFor(b.nothing, max(1, p.width-button.Width-beatBeside)))
}

// band is where a gap lies.
func (b *Beat) band(p *beatPlot, g BeatGap) beatBand {
	within := func(x float32) float32 { return min(max(x, 0), p.width) }
	out := beatBand{next: p.x(g.Next), until: p.width}
	if g.Until != 0 {
		out.until = within(p.x(g.Until) - beatSide())
	}
	out.from = p.todayAt + 8
	if g.After > b.view.Today {
		// The words of the event before have their half of the way.
		out.from = min(p.x(g.After)+scaled(36), out.next-8)
	}
	out.from = within(min(out.from, out.until))
	return out
}

// beatDrawing draws a beat.
type beatDrawing struct {
	beat    *Beat
	ring    *focusRing
	objects []fyne.CanvasObject
}

func (d *beatDrawing) add(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(whole(x), whole(y)))
	o.Resize(fyne.NewSize(w, h))
	d.objects = append(d.objects, o)
}

// text writes in small letters.
func (d *beatDrawing) text(text string, ink fyne.ThemeColorName, bold bool, x, y float32) {
	t := canvas.NewText(text, nil)
	t.TextStyle.Bold = bold
	paintText(t, ink, look.SizeSmall)
	size := t.MinSize()
	d.add(t, x, y, size.Width, size.Height)
}

// rule draws a straight stretch.
func (d *beatDrawing) rule(ink fyne.ThemeColorName, x, y, w, h float32) {
	d.add(canvas.NewRectangle(look.Color(ink)), x, y, w, h)
}

func (d *beatDrawing) draw(size fyne.Size) {
	b := d.beat
	p := b.plot(size.Width)
	d.objects = d.objects[:0:0]
	if p.gap.until > p.gap.from {
		ground := canvas.NewRectangle(look.Color(look.ColorCanvas))
		ground.CornerRadius = look.RadiusField
		bottom := p.height
		if !p.inside {
			bottom = p.warnTop
		}
		d.add(ground, p.gap.from, p.above, p.gap.until-p.gap.from, bottom-p.above)
	}
	d.months(p)
	d.stretch(p)
	d.rule(look.ColorInk, p.todayAt-1, p.above+p.row, 2, p.todayUntil-p.above-p.row)
	if p.today {
		d.text(b.view.TodayWord, look.ColorInk, true, p.todayWord, p.above)
	}
	d.objects = append(d.objects, d.ring.ring, d.ring.gap)
	d.ring.show(false)
	for i := range p.marks {
		d.mark(p, &p.marks[i])
	}
	d.block(p)
}

// months writes their names, each behind a quiet line.
func (d *beatDrawing) months(p *beatPlot) {
	for i, first := range p.months {
		x := p.x(first)
		if i > 0 {
			d.rule(look.ColorLine, x, 0, 1, p.row)
			x += 8
		}
		_, month, _ := first.Civil()
		d.text(d.beat.view.Month(first, i == 0 || month == 1), look.ColorMuted, false, x, 0)
	}
}

// stretch draws the line, in dashes where nothing is.
func (d *beatDrawing) stretch(p *beatPlot) {
	x := float32(0)
	solid := func(until float32) {
		if until > x {
			d.rule(look.ColorMuted, x, p.line-1, until-x, 2)
		}
		x = max(x, until)
	}
	for _, g := range d.beat.view.Gaps {
		band := d.beat.band(p, g)
		if g.Next > p.last || band.until <= band.from {
			continue
		}
		solid(band.from)
		for ; x < band.until; x += 10 {
			d.rule(look.ColorMuted, x, p.line-1, min(6, band.until-x), 2)
		}
		d.rule(look.ColorMuted, band.next, p.line-7, 1, 14)
	}
	solid(p.width)
}

// mark draws a mark with its words.
func (d *beatDrawing) mark(p *beatPlot, at *beatPlace) {
	m := &d.beat.view.Marks[at.at]
	y, ink := p.line, look.ColorInk
	switch m.Sign {
	case Diamond:
		y = p.above + p.row/2
	case Dot, Ring:
		ink = look.ColorPrimary
	}
	side := beatSide()
	if m.Sign == Dot || m.Sign == Ring {
		side += 2 // which are drawn a little smaller than their square
	}
	corner := fyne.NewPos(whole(at.x-side/2), whole(y-side/2))
	if d.beat.at == at.at {
		d.ring.placeAt(corner, fyne.NewSquareSize(side), side/2)
		d.ring.show(true)
	}
	s := newShape(m.Sign)
	s.paint(look.Color(ink), look.Color(look.ColorSurface))
	s.thicken(2.5)
	s.place(corner.X, corner.Y, side)
	d.objects = append(d.objects, s.objects...)
	name, row := p.nameTop, p.row
	if m.Sign == Diamond {
		name = p.above
	}
	if at.name {
		d.text(m.Name, look.ColorInk, m.Strong, at.nameAt, name)
	}
	if at.day {
		d.text(m.Day, look.ColorMuted, false, at.dayAt, p.nameTop+row)
	}
	if at.warn {
		warn := newShape(Triangle)
		warn.paint(look.Color(look.ColorWarn), look.Color(look.ColorSurface))
		warn.place(at.warnAt, p.warnTop+(row-signSide(look.SizeSmall))/2, signSide(look.SizeSmall))
		d.objects = append(d.objects, warn.objects...)
		d.text(m.Warn, look.ColorWarn, false, at.warnAt+signSide(look.SizeSmall)+signGap, p.warnTop)
	}
}

// block places button and words of the first gap.
func (d *beatDrawing) block(p *beatPlot) {
	b := d.beat
	if len(b.view.Gaps) == 0 {
		return
	}
	x := p.blockAt
	words := min(up(b.nothing.NaturalWidth()), max(1, p.width-x))
	if b.view.Plan != "" {
		size := b.plan.least()
		place(b.plan, x, p.blockTop, size.Width, size.Height)
		d.objects = append(d.objects, b.plan)
		x += size.Width + beatBeside
		words = min(up(b.nothing.NaturalWidth()), max(1, p.width-x))
	}
	high := HeightFor(b.nothing, words)
	place(b.nothing, x, p.blockTop+Middle.offset(max(high, b.plan.least().Height), high), words, high)
	d.objects = append(d.objects, b.nothing)
}
