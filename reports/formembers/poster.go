package formembers

import (
	"copleader/data"
	"copleader/reports/chartertext"
	"copleader/reports/page"
	"copleader/reports/press"
)

// Poster makes the vision canvas for the wall (data/README.md, Canvas): filled,
// or empty with the question sheets of the workshop.
func Poster(d *press.Draft) (press.Product, error) {
	paper := d.Opt.Paper.Landscape()
	p := &poster{Draft: d, doc: page.New(d.Opt.Fonts, d.PageSetup(paper)), k: paper.Height / page.A4.Width, since: chartertext.SinceAgreed(d)}
	if d.Wants(partCanvas, true) {
		p.canvas()
		p.forces()
		p.annex()
	}
	if d.Wants(partQuestions, d.Opt.Blank) {
		p.questions()
	}
	if p.doc.Pages() == 0 {
		return nil, data.Fault(data.CodeInvalid, "Please choose at least one part of the poster.")
	}
	return p.doc, p.doc.Err()
}

// The parts of the poster.
const (
	partCanvas    = "canvas"
	partQuestions = "questions"
)

// PosterParts are what the poster may be made of, in their order.
var PosterParts = []press.Part{
	{Key: partCanvas, Title: data.Phrase{Key: "Canvas"}},
	{Key: partQuestions, Title: data.Phrase{Key: "Question sheets of the workshop"}},
}

// poster draws the canvas. Its measures are those of A4, times k.
type poster struct {
	*press.Draft
	doc *page.Document
	k   float64
	cut []data.BoxKey
	// since is the canvas beside the version agreed last
	since chartertext.Since
}

// canvasColumns are the boxes as they hang on the wall
// (data/README.md, Canvas).
var canvasColumns = [][]data.BoxKey{
	{data.BoxVision, data.BoxMeasures},
	{data.BoxImportance, data.BoxImpact, data.BoxCommunication},
	{data.BoxHow, data.BoxResources},
}

// Measures of the poster on A4 in millimetres and points.
const (
	posterMargin  = 12.0
	posterBand    = 27.0
	posterGap     = 5.0
	posterPad     = 4.5
	posterHeading = 14.0 // points
	posterMost    = 16.0 // points of the lines, at most and at least
	posterLeast   = 6.5
)

func (p *poster) canvas() {
	p.doc.AddPage()
	p.doc.Bookmark(0, p.Say.Text("Canvas"), 0)
	area := p.doc.Paper().Area().Inset(posterMargin * p.k)
	band, area := area.CutTop(posterBand * p.k)
	p.band(band)
	area = area.Trimmed(0, posterGap*p.k, 0, 8*p.k)
	gap := posterGap * p.k
	width := (area.W - 2*gap) / 3
	size := p.lineSize(width, area.H)
	for i, column := range canvasColumns {
		r := page.Rect{X: area.X + float64(i)*(width+gap), Y: area.Y, W: width, H: area.H}
		p.column(r, column, size)
	}
	p.foot()
}

// band is the head of the canvas: name and picture, and the purpose that holds
// the vision in a sentence.
func (p *poster) band(r page.Rect) {
	c := &p.Community
	p.doc.Box(r, page.Look{Fill: page.Level(1), Radius: 4 * p.k})
	inner := r.Trimmed(7*p.k, 3.5*p.k, 7*p.k, 3.5*p.k)
	if logo := p.Logo(); logo != nil {
		var field page.Rect
		field, inner = inner.CutLeft(inner.H * 1.25)
		p.doc.Box(field, page.Look{Fill: page.Surface, Radius: 2 * p.k})
		p.doc.Picture(field.Inset(1.2*p.k), logo)
		inner = inner.Trimmed(5*p.k, 0, 0, 0)
	}
	name, purpose := inner, page.Rect{}
	sentence := c.PrimaryPurpose
	if p.Opt.Blank {
		sentence = ""
	}
	if sentence != "" {
		name, purpose = inner.CutLeft(inner.W * 0.42)
		purpose = purpose.Trimmed(6*p.k, 0, 0, 0)
		p.doc.Rule(purpose.X-3*p.k, purpose.Y, purpose.X-3*p.k, purpose.Bottom(), page.Pen{Color: page.Primary, Width: 1})
		p.FitText(p.doc, purpose, sentence, page.Style{Size: 13.5 * p.k, Color: page.OnPrimary, Valign: page.ValignMiddle, LineHeight: 1.3})
	}
	title := name
	if c.Tagline != "" {
		var tagline page.Rect
		title, tagline = name.CutTop(name.H * 0.62)
		p.FitText(p.doc, tagline, c.Tagline, page.Style{Size: 11 * p.k, Color: page.PrimarySoft, LineHeight: 1.2})
	}
	p.FitText(p.doc, title, c.Name, page.Style{Size: 25 * p.k, Bold: true, Color: page.OnPrimary, Valign: page.ValignMiddle, LineHeight: 1.15})
}

// lineSize is the size of letters at which all boxes of every column fit.
func (p *poster) lineSize(width, height float64) float64 {
	for size := posterMost; size > posterLeast; size -= 0.5 {
		fits := true
		for _, column := range canvasColumns {
			high := posterGap * p.k * float64(len(column)-1)
			for _, box := range column {
				high += p.boxHeight(box, width, size)
			}
			fits = fits && high <= height
		}
		if fits {
			return size
		}
	}
	return posterLeast
}

// lines are what stands in a box, nothing on an empty canvas.
func (p *poster) lines(box data.BoxKey) data.Lines {
	if p.Opt.Blank {
		return nil
	}
	return p.BoxLines(box)
}

func (p *poster) lineStyle(size float64) page.Style {
	return page.Style{Size: size * p.k, LineHeight: 1.27}
}

// headHeight is the height of a box's heading and question.
func (p *poster) headHeight(box data.BoxKey, width float64) float64 {
	question := p.doc.Measure(width-2*posterPad*p.k, p.Say.Of(box.Question()), p.questionStyle())
	return (posterPad+7)*p.k + question.Height + 2*p.k
}

func (p *poster) questionStyle() page.Style {
	return page.Style{Size: 9 * p.k, Color: page.Muted, LineHeight: 1.25}
}

// posterHang is where a line begins behind its bullet.
const posterHang = 4.2

func (p *poster) boxHeight(box data.BoxKey, width, size float64) float64 {
	high := p.headHeight(box, width) + posterPad*p.k
	style := p.lineStyle(size)
	for _, line := range p.lines(box) {
		high += p.doc.Measure(width-(2*posterPad+posterHang)*p.k, line, style).Height + 1.3*p.k
	}
	return max(high, 30*p.k)
}

// column draws boxes one below the other and gives each its share of what is
// left over.
func (p *poster) column(r page.Rect, boxes []data.BoxKey, size float64) {
	gap := posterGap * p.k
	need := 0.0
	for _, box := range boxes {
		need += p.boxHeight(box, r.W, size)
	}
	room := r.H - gap*float64(len(boxes)-1)
	for _, box := range boxes {
		share := p.boxHeight(box, r.W, size) / need * room
		field := page.Rect{X: r.X, Y: r.Y, W: r.W, H: share}
		p.box(field, box, size)
		r.Y += share + gap
	}
}

func (p *poster) box(r page.Rect, box data.BoxKey, size float64) {
	p.doc.Box(r, page.Look{Fill: page.Surface, Radius: 3 * p.k, Stroke: page.Pen{Color: page.Muted.Mixed(page.Surface, 0.35), Width: 0.8 * p.k}})
	p.doc.Clip(r, 3*p.k, func() {
		p.doc.Box(page.Rect{X: r.X, Y: r.Y, W: r.W, H: 1.6 * p.k}, page.Look{Fill: page.Primary})
	})
	inner := r.Inset(posterPad * p.k)
	head, rest := inner.CutTop(7 * p.k)
	p.doc.Text(head, p.boxTitle(box), page.Style{Size: posterHeading * p.k, Bold: true, Color: page.Primary, MaxLines: 1})
	took := p.doc.Text(page.Rect{X: rest.X, Y: rest.Y, W: rest.W}, p.Say.Of(box.Question()), p.questionStyle())
	rest = rest.Trimmed(0, took.Height+2*p.k, 0, 0)
	style := p.lineStyle(size)
	for _, line := range p.lines(box) {
		if rest.H < p.doc.LineHeight(style) {
			p.cut = append(p.cut, box)
			return
		}
		high := p.doc.LineHeight(style)
		p.doc.Mark(page.Disc, rest.X+1.1*p.k, rest.Y+high/2, 1.5*p.k, page.Primary)
		said := p.doc.Text(page.Rect{X: rest.X + posterHang*p.k, Y: rest.Y, W: rest.W - posterHang*p.k, H: rest.H}, line, style)
		if said.Truncated {
			p.cut = append(p.cut, box)
			return
		}
		_, rest = rest.CutTop(said.Height + 1.3*p.k)
	}
}

// boxTitle names a box, with a word where it changed since it was agreed.
func (p *poster) boxTitle(box data.BoxKey) string {
	for _, section := range p.since.Sections {
		for _, f := range section.Fields {
			if section.Section == "" && f.Key == string(box) && !p.Opt.Blank {
				return p.since.Mark(p.Draft, f)
			}
		}
	}
	return p.Say.Of(box.Phrase())
}

// foot says who leads, and since when the canvas is as it is.
func (p *poster) foot() {
	paper := p.doc.Paper()
	r := page.Rect{X: posterMargin * p.k, Y: paper.Height - (posterMargin+5)*p.k, W: paper.Width - 2*posterMargin*p.k, H: 5 * p.k}
	s := page.Style{Size: 8.5 * p.k, Color: page.Muted, MaxLines: 1}
	if p.Opt.Blank {
		p.doc.Text(r, p.Say.Text("One idea on each note. Alone, share, cluster, agree."), s)
		return
	}
	if leader, ok := p.Leader(); ok {
		p.doc.Text(r, p.Say.Text("Leader: %s", leader.Name), s)
	}
	s.Align = page.AlignRight
	p.doc.Text(r, p.since.Stand(p.Draft), s)
}
