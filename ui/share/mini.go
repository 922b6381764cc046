package share

import (
	"context"
	"image"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/kit"
	"copleader/ui/look"
)

// mini is the first page of a document, as small as a stamp; a drawing of its kind until it is there, and for other programs' files.
type mini struct {
	widget.BaseWidget
	order Order
	page  image.Image
	lines []string // of a text
	kind  pictureKind
}

// The size of a mini, in points; a page that lies down is as high as it needs.
const (
	miniWidth  float32 = 80
	miniHeight float32 = 112
)

// mini makes the one of a document, to be drawn soon.
func (s *Screen) mini(name string, c Choices) *mini {
	m := &mini{}
	for _, d := range s.state.known() {
		if d.Name == name {
			m.order, m.kind = s.order(d, c), kindOf(d)
		}
	}
	m.ExtendBaseWidget(m)
	s.minis = append(s.minis, m)
	return m
}

// drawMinis draws the first pages, one after the other, away from the window; what is drawn for an older look at the file is dropped.
func (s *Screen) drawMinis() {
	now := s.drawn.Add(1)
	s.waiting = len(s.minis)
	for _, m := range s.minis {
		s.drawing.Run(func() func() {
			if s.drawn.Load() != now {
				return nil
			}
			page, lines := s.firstPage(m.order)
			s.giveBack() // one document after the other, so that all of them never lie there together
			return func() {
				if s.drawn.Load() == now {
					s.waiting--
					m.set(page, lines)
				}
			}
		})
	}
}

// pageOfMini is how wide a first page is drawn, in pixels: sharp on a fine screen.
const pageOfMini = 240

// linesOfMini is how many lines of a text have room.
const linesOfMini = 26

// firstPage draws the first page of a PDF, or gives the first lines of a text; neither where that can't be done.
func (s *Screen) firstPage(o Order) (image.Image, []string) {
	ctx := context.Background()
	switch {
	case o.Kind() == "md":
		made, err := s.state.Draw(ctx, o)
		if err != nil {
			return nil, nil
		}
		lines := strings.Split(beginning(string(made.Content)), "\n")
		return nil, lines[:min(linesOfMini, len(lines))]
	case o.Kind() != "pdf" || s.viewer == nil:
		return nil, nil
	}
	if _, err := s.viewer.get(); err != nil {
		return nil, nil // nothing is made that can't be shown
	}
	made, err := s.state.Draw(ctx, o)
	if err != nil {
		return nil, nil
	}
	drawing, err := s.draws(made.Content)
	if err != nil || drawing == nil {
		return nil, nil
	}
	defer func() { _ = drawing.Close() }()
	page, err := drawing.Page(ctx, 0, pageOfMini, 2*pageOfMini)
	if err != nil {
		return nil, nil
	}
	return page, nil
}

// set shows a page or lines; with neither the drawing stays.
func (m *mini) set(page image.Image, lines []string) {
	m.page, m.lines = page, lines
	m.Refresh()
}

// high is how high the paper is.
func (m *mini) high() float32 {
	if m.page == nil || m.page.Bounds().Dx() == 0 {
		return miniHeight
	}
	return float32(int(miniWidth * float32(m.page.Bounds().Dy()) / float32(m.page.Bounds().Dx())))
}

// HeightFor is that of an upright page, so that nothing moves when the page comes.
func (m *mini) HeightFor(float32) float32 { return miniHeight }

// NaturalWidth is that of a page.
func (m *mini) NaturalWidth() float32 { return miniWidth }

// UINode tells those who walk the window what this is.
func (m *mini) UINode() (kind, id, text string) { return "picture", "first." + m.order.Name, "" }

// Parts are the children: none.
func (m *mini) Parts() []fyne.CanvasObject { return nil }

// CreateRenderer links the widget to its drawing.
func (m *mini) CreateRenderer() fyne.WidgetRenderer {
	paper := &canvas.Rectangle{StrokeWidth: 1, CornerRadius: 3}
	page := &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth}
	drawn := newPicture(m.kind)
	drawn.size = miniWidth / pictureWidth
	text := make([]*canvas.Text, linesOfMini)
	objects := []fyne.CanvasObject{paper, page, drawn}
	for i := range text {
		text[i] = canvas.NewText("", look.InkOnPaper)
		text[i].TextSize = 3
		objects = append(objects, text[i])
	}
	paint := func() {
		paper.FillColor, paper.StrokeColor = look.Paper, look.Color(look.ColorLine)
		paper.Hidden = m.page == nil && m.lines == nil
		page.Hidden, drawn.Hidden = m.page == nil, !paper.Hidden
		page.Image = m.page
		size := fyne.NewSize(miniWidth, m.high())
		paper.Resize(size)
		page.Resize(size)
		for i := range text {
			text[i].Hidden = i >= len(m.lines)
			if !text[i].Hidden {
				text[i].Text = cutTo(m.lines[i], miniLetters)
				text[i].Move(fyne.NewPos(5, 5+float32(4*i)))
				text[i].Resize(text[i].MinSize())
			}
		}
	}
	paint()
	return kit.Render(m, kit.Drawing{Objects: objects, Refresh: func() {
		paint()
		for _, o := range objects {
			o.Refresh()
		}
	}, Layout: func(fyne.Size) { drawn.Resize(drawn.MinSize()); paint() },
		Least: func() fyne.Size { return fyne.NewSize(miniWidth, miniHeight) }})
}

// miniLetters is how many letters of a line have room.
const miniLetters = 44

// cutTo is the beginning of a line.
func cutTo(line string, most int) string {
	letters := []rune(line)
	return string(letters[:min(most, len(letters))])
}
