package share

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/kit"
	"copleader/ui/look"
)

// sheet shows a page of a document as wide as there is room, on white paper in the dark too.
type sheet struct {
	widget.BaseWidget
	page *canvas.Image
}

func newSheet() *sheet {
	s := &sheet{page: &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth}}
	s.ExtendBaseWidget(s)
	return s
}

// set shows a page, or an empty sheet while nil.
func (s *sheet) set(page image.Image) {
	s.page.Image = page
	s.Refresh()
}

// paperRatio is an upright sheet's height to its width, for as long as no page is there.
const paperRatio = 1.414

// ratio is the height of the page to its width.
func (s *sheet) ratio() float32 {
	if s.page.Image == nil {
		return paperRatio
	}
	size := s.page.Image.Bounds().Size()
	if size.X == 0 {
		return paperRatio
	}
	return float32(size.Y) / float32(size.X)
}

// mostWide is how wide a page is shown at most, in points: it can be read then.
const mostWide float32 = 720

// wide is how wide the page is in a room.
func (s *sheet) wide(room float32) float32 {
	if s.ratio() < 1 {
		return room // a page that lies down takes all there is
	}
	return min(room, mostWide)
}

// HeightFor is the page's height at a width.
func (s *sheet) HeightFor(width float32) float32 { return s.wide(width) * s.ratio() }

// NaturalWidth takes what there is.
func (s *sheet) NaturalWidth() float32 { return mostWide }

// UINode tells those who walk the window what this is.
func (s *sheet) UINode() (kind, id, text string) { return "picture", "page", "" }

// Parts are the children: none.
func (s *sheet) Parts() []fyne.CanvasObject { return nil }

// CreateRenderer links the widget to its drawing.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer {
	paper := &canvas.Rectangle{StrokeWidth: 1}
	paint := func() {
		paper.FillColor, paper.StrokeColor = look.Paper, look.Color(look.ColorLine)
	}
	paint()
	return kit.Render(s, kit.Drawing{
		Objects: []fyne.CanvasObject{paper, s.page},
		Layout: func(size fyne.Size) {
			wide := s.wide(size.Width)
			at, full := fyne.NewPos(0, 0), fyne.NewSize(wide, min(size.Height, wide*s.ratio()))
			paper.Move(at)
			paper.Resize(full)
			s.page.Move(at)
			s.page.Resize(full)
		},
		Least: func() fyne.Size { return fyne.NewSize(160, 160) },
		Refresh: func() {
			paint()
			paper.Refresh()
			s.page.Refresh()
		},
	})
}
