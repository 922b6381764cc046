package share

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/kit"
	"copleader/ui/look"
)

// card is one document: its picture, what it is, what can be done with it.
type card struct {
	widget.BaseWidget
	screen *Screen
	doc    Document
	box    *kit.Box
	open   *kit.LinkBtn
}

// card makes the card of a document.
func (s *Screen) card(d Document) *card {
	say := s.deps.Say
	c := &card{screen: s, doc: d}
	c.open = kit.NewLinkBtn(say.Text("Open"), func() { s.open(d) })
	c.open.ID = "open." + d.Name
	save := kit.NewLinkBtn(say.Text("Save as…"), func() { s.save(d, Choices{}) })
	save.ID = "save." + d.Name
	deeds := []fyne.CanvasObject{c.open, save}
	if d.Mailed {
		mail := kit.NewLinkBtn(say.Text("E-mail…"), func() { s.post(d, Choices{}) })
		mail.ID = "mail." + d.Name
		deeds = append(deeds, mail)
	}
	text := kit.Fill(10, kit.VStack(0, kit.NewPara(kit.Bold(d.Title)), kit.Note(d.About)), kit.Space(0, 12), kit.Wrap(12, deeds...))
	c.box = kit.NewBox(kit.BoxStyle{Fill: look.ColorSurface, Border: look.ColorLine, Radius: look.RadiusCard, Padding: kit.All(12)},
		kit.Row(kit.RowOptions{Gap: 10, Equal: true}, kit.Own(kit.Fit(newPicture(kindOf(d)))), kit.Weight(1, text)))
	c.ExtendBaseWidget(c)
	s.cards[d.Name] = c
	return c
}

// TappedSecondary opens the menu of the card's deeds.
func (c *card) TappedSecondary(e *fyne.PointEvent) {
	if at := c.screen.deps.Canvas(); at != nil {
		widget.ShowPopUpMenuAtPosition(c.screen.deps.Commands.Menu("", "share.open."+c.doc.Name, "share.save."+c.doc.Name, "share.mail."+c.doc.Name), at, e.AbsolutePosition)
	}
}

// UINode tells those who walk the window what this is.
func (c *card) UINode() (kind, id, text string) { return "document", c.doc.Name, c.doc.Title }

// Parts are the children.
func (c *card) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{c.box} }

// HeightFor is that of the box.
func (c *card) HeightFor(width float32) float32 { return c.box.HeightFor(width) }

// CreateRenderer links the widget to its drawing.
func (c *card) CreateRenderer() fyne.WidgetRenderer {
	return kit.Render(c, kit.Drawing{Objects: c.Parts(), Layout: c.box.Resize, Least: c.box.MinSize, Refresh: c.box.Refresh})
}

// progress says which documents are being made, each with a way to stop it.
type progress struct {
	screen *Screen
	box    *fyne.Container
}

func newProgress(s *Screen) *progress {
	p := &progress{screen: s, box: kit.VStack(6)}
	p.box.Hide()
	return p
}

// show draws the jobs that take long; short ones show nothing.
func (p *progress) show() {
	say := p.screen.deps.Say
	p.box.Objects = nil
	for _, j := range p.screen.jobs {
		if !j.late {
			continue
		}
		stop := kit.NewLinkBtn(say.Text("Cancel"), func() { p.screen.cancel(j) })
		stop.ID = "cancel." + j.order.Name
		text := kit.NewBody(kit.Plain(say.Text("Making “%s”. You can go on working.", j.order.Title)))
		p.box.Objects = append(p.box.Objects, kit.Band(look.ColorPrimarySoft,
			kit.Row(kit.RowOptions{Gap: 16, Align: kit.Middle}, kit.Weight(1, text), kit.Own(stop))))
	}
	p.box.Hidden = len(p.box.Objects) == 0
	p.screen.page.Refresh()
}

// before lists what was saved before.
type before struct {
	screen *Screen
	card   *kit.Card
	most   int // rows shown
}

// beforeShown is how many rows are shown at first, and more at a time.
const beforeShown = 30

func newBefore(s *Screen) *before {
	return &before{screen: s, card: kit.NewCard("", "", kit.Space(0, 0)), most: beforeShown}
}

func (b *before) show() {
	s, say := b.screen, b.screen.deps.Say
	rows := s.state.View().Before
	if len(rows) == 0 {
		b.card.SetContent(kit.Empty(say.Text("Nothing was saved yet. Documents you save are listed here, with their day."),
			say.Text("Show the documents"), func() { s.choose(showDocuments) }))
		return
	}
	list := kit.VStack(8)
	for i, e := range rows[:min(b.most, len(rows))] {
		if i > 0 {
			list.Objects = append(list.Objects, kit.NewRule())
		}
		list.Objects = append(list.Objects, b.row(e))
	}
	if hidden := len(rows) - b.most; hidden > 0 {
		list.Objects = append(list.Objects, kit.Left(kit.NewLinkBtn(say.Count(hidden, "Show %d more", "Show %d more"), func() {
			b.most += 10 * beforeShown
			b.show()
			s.page.Refresh()
		})))
	}
	b.card.SetContent(list)
}

// row is one document that was saved.
func (b *before) row(e Export) fyne.CanvasObject {
	words := kit.VStack(0, kit.NewBody(kit.Bold(e.Title)), kit.NewSmall(kit.Muted(e.On), kit.Muted("  "+e.Saved)))
	if e.Folder != "" {
		words.Objects = append(words.Objects, kit.Note(b.screen.deps.Say.Text("in %s", e.Folder)))
	}
	cells := []kit.Cell{kit.Weight(1, words)}
	if e.Name != "" {
		again := kit.NewLinkBtn(b.screen.deps.Say.Text("Save again…"), func() { b.screen.save(e.Document, Choices{}) })
		again.ID = "again." + e.Name
		cells = append(cells, kit.Own(again))
	}
	return kit.Row(kit.RowOptions{Gap: 12, Align: kit.Middle}, cells...)
}

// pictureKind is what the small picture of a document looks like.
type pictureKind int

// The kinds of picture.
const (
	pageOfText pictureKind = iota
	fourCards
	tableSheet
	barsSheet
	boxesSheet
)

// kindOf is the picture that a document has.
func kindOf(d Document) pictureKind {
	switch d.Name {
	case "cards":
		return fourCards
	case "results", "group", "sponsor":
		return barsSheet
	case "poster", "board":
		return boxesSheet
	}
	if d.Kind() == "xlsx" {
		return tableSheet
	}
	return pageOfText
}

// picture is a small drawing of a document's first page.
type picture struct {
	widget.BaseWidget
	kind pictureKind
	size float32 // 1 is that of the cards
}

// The size of a picture, in points.
const (
	pictureWidth  float32 = 46
	pictureHeight float32 = 64
)

func newPicture(kind pictureKind) *picture {
	p := &picture{kind: kind, size: 1}
	p.ExtendBaseWidget(p)
	return p
}

// Parts are the children: none.
func (p *picture) Parts() []fyne.CanvasObject { return nil }

// UINode tells those who walk the window what this is.
func (p *picture) UINode() (kind, id, text string) { return "picture", "", "" }

// mark is a rectangle of a picture.
type mark struct {
	x, y, w, h float32
	fill, line fyne.ThemeColorName
	radius     float32
}

// marks are what is drawn on the paper of a kind. The middle answer's colour is the
// grey of quiet lines that can still be seen in the dark.
func (k pictureKind) marks() []mark {
	paper := mark{w: pictureWidth, h: pictureHeight, fill: look.ColorSurface, line: look.ColorAnswer3, radius: 3}
	out := []mark{paper}
	lines := func(y float32) {
		for ; y < 58; y += 6 {
			out = append(out, mark{x: 5, y: y, w: 36, h: 1, fill: look.ColorAnswer3})
		}
	}
	title := mark{x: 5, y: 5, w: 26, h: 4, fill: look.ColorInk}
	switch k {
	case fourCards:
		for i := range 4 {
			x, y := 4+20*float32(i%2), 5+28*float32(i/2)
			out = append(out, mark{x: x, y: y, w: 18, h: 26, fill: look.ColorSurface, line: look.ColorAnswer3, radius: 3},
				mark{x: x, y: y + 6, w: 18, h: 5, fill: look.ColorAnswer2}, mark{x: x, y: y + 16, w: 18, h: 5, fill: look.ColorAnswer4})
		}
	case boxesSheet:
		out = append(out, mark{x: 4, y: 5, w: 38, h: 9, fill: look.ColorLevel1})
		for i := range 3 {
			x := 4 + 13*float32(i)
			out = append(out, mark{x: x, y: 17, w: 12, h: 19, fill: look.ColorColumn, line: look.ColorAnswer3},
				mark{x: x, y: 38, w: 12, h: 20, fill: look.ColorColumn, line: look.ColorAnswer3})
		}
	case tableSheet:
		out = append(out, mark{x: 5, y: 6, w: 36, h: 6, fill: look.ColorPrimary})
		lines(18)
		for _, x := range []float32{17, 29} {
			out = append(out, mark{x: x, y: 6, w: 1, h: 52, fill: look.ColorAnswer3})
		}
	case barsSheet:
		out = append(out, title, mark{x: 5, y: 15, w: 32, h: 4, fill: look.ColorAnswer4},
			mark{x: 5, y: 22, w: 19, h: 4, fill: look.ColorAnswer2}, mark{x: 5, y: 29, w: 27, h: 4, fill: look.ColorAnswer4})
		lines(40)
	default:
		out = append(out, title)
		lines(16)
	}
	return out
}

// whole is the nearest whole number.
func whole(v float32) float32 { return max(0, float32(int(v+0.5))) }

// CreateRenderer links the widget to its drawing.
func (p *picture) CreateRenderer() fyne.WidgetRenderer {
	marks := p.kind.marks()
	rectangles := make([]*canvas.Rectangle, len(marks))
	objects := make([]fyne.CanvasObject, len(marks))
	for i, m := range marks {
		r := &canvas.Rectangle{CornerRadius: m.radius}
		r.Move(fyne.NewPos(whole(m.x*p.size), whole(m.y*p.size)))
		r.Resize(fyne.NewSize(whole(m.w*p.size), whole(m.h*p.size)))
		rectangles[i], objects[i] = r, r
	}
	paint := func() {
		for i, m := range marks {
			rectangles[i].FillColor = look.Color(m.fill)
			if m.line != "" {
				rectangles[i].StrokeColor, rectangles[i].StrokeWidth = look.Color(m.line), 1
			}
		}
	}
	paint()
	return kit.Render(p, kit.Drawing{Objects: objects, Layout: func(fyne.Size) {}, Refresh: paint,
		Least: func() fyne.Size { return fyne.NewSize(whole(pictureWidth*p.size), whole(pictureHeight*p.size)) }})
}
