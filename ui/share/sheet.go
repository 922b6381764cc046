package share

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/kit"
	"copleader/ui/look"
)

// sheet shows a page of a document as wide as there is room, or larger or smaller than that, on white paper in the dark too. Its keys turn
// the pages.
type sheet struct {
	widget.BaseWidget
	page    *canvas.Image
	named   string // for those who don't see it
	keys    func(e *fyne.KeyEvent) bool
	runes   func(r rune) bool
	zoom    float32 // 1 is as wide as there is room
	room    float32 // in which it is seen
	focused bool
}

func newSheet() *sheet {
	s := &sheet{page: &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth}, zoom: 1}
	s.ExtendBaseWidget(s)
	return s
}

// FocusGained shows that the keys turn the pages.
func (s *sheet) FocusGained() { s.focused = true; s.Refresh() }

// FocusLost shows that they do so no more.
func (s *sheet) FocusLost() { s.focused = false; s.Refresh() }

// Tapped has the keys turn the pages from now on.
func (s *sheet) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil && s.keys != nil {
		c.Focus(s)
	}
}

// TypedKey turns the pages; the window has the other keys.
func (s *sheet) TypedKey(e *fyne.KeyEvent) {
	if s.keys == nil || !s.keys(e) {
		kit.PassKey(e)
	}
}

// TypedRune makes the page larger and smaller.
func (s *sheet) TypedRune(r rune) {
	if s.runes != nil {
		s.runes(r)
	}
}

// set shows a page that is called so, or an empty sheet while nil.
func (s *sheet) set(page image.Image, named string) {
	s.page.Image, s.named = page, named
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

// rim stays free around the page, in points: shapes that are cut by the edge of a scroll are drawn wrongly.
const rim float32 = 4

// wide is how wide the page is in a room.
func (s *sheet) wide(room float32) float32 {
	room -= 2 * rim
	if s.ratio() < 1 {
		return room * s.zoom // a page that lies down takes all there is
	}
	return min(room, mostWide) * s.zoom
}

// HeightFor is the page's height at a width.
func (s *sheet) HeightFor(width float32) float32 { return s.wide(width)*s.ratio() + 2*rim }

// NaturalWidth takes what there is.
func (s *sheet) NaturalWidth() float32 { return mostWide }

// UINode tells those who walk the window what this is.
func (s *sheet) UINode() (kind, id, text string) { return "picture", "page", "" }

// AccessibilityLabel is which page of what it shows.
func (s *sheet) AccessibilityLabel() string { return s.named }

// AccessibilityRole is text: what is on a page is read in the document.
func (s *sheet) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Parts are the children: none.
func (s *sheet) Parts() []fyne.CanvasObject { return nil }

// CreateRenderer links the widget to its drawing.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer {
	paper, frame := &canvas.Rectangle{}, &canvas.Rectangle{FillColor: color.Transparent}
	paint := func() {
		paper.FillColor, frame.StrokeColor, frame.StrokeWidth = look.Paper, look.Color(look.ColorLine), 1
		if s.focused {
			frame.StrokeColor, frame.StrokeWidth = look.Color(look.ColorPrimary), 2
		}
	}
	paint()
	return kit.Render(s, kit.Drawing{
		Objects: []fyne.CanvasObject{paper, s.page, frame},
		Layout: func(size fyne.Size) {
			room := s.room
			if room == 0 {
				room = size.Width
			}
			wide := s.wide(room)
			at, full := fyne.NewPos(rim, rim), fyne.NewSize(wide, min(size.Height-2*rim, wide*s.ratio()))
			paper.Move(at)
			paper.Resize(full)
			s.page.Move(at)
			s.page.Resize(full)
			frame.Move(at)
			frame.Resize(full)
		},
		Least: func() fyne.Size {
			if s.room == 0 {
				return fyne.NewSize(160, 160)
			}
			return fyne.NewSize(s.wide(s.room)+2*rim, s.HeightFor(s.room))
		},
		Refresh: func() {
			paint()
			paper.Refresh()
			frame.Refresh()
			s.page.Refresh()
		},
	})
}

// pan shows a sheet that may be wider than the room, and is then moved sideways; up and down the page it stands on scrolls.
type pan struct {
	container.Scroll
	sheet *sheet
	page  *kit.Scroll
}

func newPan(s *sheet, page *kit.Scroll) *pan {
	p := &pan{sheet: s, page: page}
	p.Direction, p.Content = container.ScrollHorizontalOnly, s
	p.ExtendBaseWidget(p)
	return p
}

// Scrolled moves the sheet sideways, or the page.
func (p *pan) Scrolled(e *fyne.ScrollEvent) {
	if e.Scrolled.DX == 0 {
		p.page.Scrolled(e)
		return
	}
	p.Scroll.Scrolled(e)
}

// move moves the sheet sideways by most of what is seen of it, and reports whether there was anything left to see.
func (p *pan) move(by float32) bool {
	last := max(0, p.sheet.Size().Width-p.Size().Width)
	x := min(last, max(0, p.Offset.X+by*0.8*p.Size().Width))
	if x == p.Offset.X {
		return false
	}
	p.ScrollToOffset(fyne.NewPos(x, 0))
	return true
}

// HeightFor is the sheet's height.
func (p *pan) HeightFor(width float32) float32 {
	p.sheet.room = width
	return p.sheet.HeightFor(width)
}

// NaturalWidth is the sheet's.
func (p *pan) NaturalWidth() float32 { return p.sheet.NaturalWidth() }

// Parts are the children.
func (p *pan) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{p.sheet} }
