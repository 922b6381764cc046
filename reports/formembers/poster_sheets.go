package formembers

import (
	"cmp"
	"slices"

	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/press"
)

// title begins a further page of the poster.
func (p *poster) title(title, lead string) page.Rect {
	p.doc.AddPage()
	p.doc.Bookmark(0, title, 0)
	col := press.Column{Doc: p.doc, Area: p.doc.Paper().Area().Inset(posterMargin * 1.5 * p.k)}
	col.Text(title, page.Style{Size: 24 * p.k, Bold: true, LineHeight: 1.2}, p.k)
	if lead != "" {
		col.Text(lead, page.Style{Size: 11 * p.k, Color: page.Muted}, 4*p.k)
	}
	return col.Area
}

// forces draws what helps and what brakes the vision, the strongest first, each
// as long as it is strong.
func (p *poster) forces() {
	if len(p.Forces) == 0 && !p.Opt.Blank {
		return
	}
	area := p.title(p.Say.Text("Force field"), p.Say.Text("What helps the vision and what brakes it, each as long as it is strong. Weakening a brake usually helps more than pushing harder."))
	gap := 8 * p.k
	width := (area.W - gap) / 2
	for i, side := range []data.ForceSide{data.ForceSupports, data.ForceSlows} {
		r := page.Rect{X: area.X + float64(i)*(width+gap), Y: area.Y, W: width, H: area.H}
		color := page.Good
		if side == data.ForceSlows {
			color = page.Bad
		}
		head, rest := r.CutTop(9 * p.k)
		p.doc.Text(head, p.Say.Of(side.Phrase()), page.Style{Size: 14 * p.k, Bold: true, Color: color, MaxLines: 1})
		p.forceSide(rest, side, color)
	}
}

// forceRows is how many lines the empty force field has.
const forceRows = 6

func (p *poster) forceSide(r page.Rect, side data.ForceSide, color page.Color) {
	if p.Opt.Blank {
		for i := 1; i <= forceRows; i++ {
			y := r.Y + float64(i)*r.H/(forceRows+1)
			p.doc.Rule(r.X, y, r.Right(), y, page.Pen{Color: page.Muted, Width: 0.6 * p.k})
		}
		return
	}
	var forces []data.Force
	for _, f := range p.Forces {
		if f.Side == side {
			forces = append(forces, f)
		}
	}
	slices.SortStableFunc(forces, func(a, b data.Force) int { return cmp.Compare(b.Strength, a.Strength) })
	const least = 8.0
	row := max(least*p.k, min(17*p.k, r.H/float64(max(1, len(forces)))))
	for _, f := range forces {
		if r.H < row {
			p.doc.AddPage()
			r = page.Rect{X: r.X, Y: posterMargin * p.k, W: r.W, H: p.doc.Paper().Height - 2*posterMargin*p.k}
		}
		strip, rest := r.CutTop(row)
		r = rest
		bar := page.Rect{X: strip.X, Y: strip.Bottom() - 3.4*p.k, W: strip.W * float64(min(5, max(0, f.Strength))) / 5, H: 2.2 * p.k}
		look := page.Look{Fill: color, Radius: p.k}
		p.doc.Box(bar, look)
		if side == data.ForceSlows {
			p.doc.Hatch(bar, p.k, 1.2*p.k, page.Pen{Color: color.Mixed(page.Surface, 0.5), Width: p.k})
		}
		label := p.Say.Text("%d of %d", f.Strength, 5)
		s := page.Style{Size: 10.5 * p.k, Valign: page.ValignBottom}
		text := page.Rect{X: strip.X, Y: strip.Y, W: strip.W - 18*p.k, H: strip.H - 4.2*p.k}
		p.FitText(p.doc, text, f.Text, s)
		s.Align, s.Color, s.MaxLines = page.AlignRight, page.Muted, 1
		p.doc.Text(page.Rect{X: text.Right(), Y: text.Y, W: 18 * p.k, H: text.H}, label, s)
	}
}

// annex prints whole the boxes that were too full for the canvas.
func (p *poster) annex() {
	if len(p.cut) == 0 {
		return
	}
	area := p.title(p.Say.Text("In full"), p.Say.Text("What was too long for its place and ends in “…” there"))
	next := func() page.Rect {
		p.doc.AddPage()
		area = p.doc.Paper().Area().Inset(posterMargin * 1.5 * p.k)
		return area
	}
	style := page.Style{Size: 10 * p.k}
	for _, box := range p.cut {
		head := style
		head.Bold, head.Color = true, page.Primary
		area = p.doc.Flow(area, p.Say.Of(box.Phrase()), head, next)
		for _, line := range p.lines(box) {
			area = p.doc.Flow(area, line, style, next)
			_, area = area.CutTop(1.5 * p.k)
		}
		_, area = area.CutTop(4 * p.k)
	}
}

// questions are the seven sheets of the workshop, to hang up and stick notes on.
func (p *poster) questions() {
	for i, box := range data.Boxes {
		p.doc.AddPage()
		p.doc.Bookmark(0, p.Say.Of(box.Phrase()), 0)
		r := p.doc.Paper().Area().Inset(posterMargin * p.k)
		p.doc.Box(r, page.Look{Stroke: page.Pen{Color: page.Primary, Width: 2 * p.k}, Radius: 5 * p.k})
		inner := r.Inset(9 * p.k)
		head, rest := inner.CutTop(38 * p.k)
		number, text := head.CutLeft(26 * p.k)
		x, y := number.X+9*p.k, number.Y+10*p.k
		p.doc.Circle(x, y, 9*p.k, page.Look{Fill: page.Primary})
		p.doc.Text(page.Rect{X: x - 9*p.k, Y: y - 9*p.k, W: 18 * p.k, H: 18 * p.k}, p.Say.Text("%d", i+1),
			page.Style{Size: 24 * p.k, Bold: true, Color: page.OnPrimary, Align: page.AlignCenter, Valign: page.ValignMiddle, LineHeight: 1})
		p.FitText(p.doc, text, p.Say.Of(box.Question()), page.Style{Size: 25 * p.k, Bold: true, LineHeight: 1.2})
		foot := page.Style{Size: 10 * p.k, Color: page.Muted, MaxLines: 1, Valign: page.ValignBottom}
		p.doc.Text(rest, p.Say.Text("%s · %s", p.Community.Name, p.Say.Of(box.Phrase())), foot)
		foot.Align = page.AlignRight
		p.doc.Text(rest, p.Say.Text("One idea on each note"), foot)
	}
}
