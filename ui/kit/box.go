package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// BoxStyle is how a box is painted.
type BoxStyle struct {
	Fill    fyne.ThemeColorName
	Border  fyne.ThemeColorName // none when empty
	Radius  float32
	Padding Edges
	Shadow  bool // only for what can be picked up, or lies over something else
}

// Box is a rounded rectangle around one object.
type Box struct {
	widget.BaseWidget
	style   BoxStyle
	content fyne.CanvasObject
}

// NewBox makes a box.
func NewBox(style BoxStyle, content fyne.CanvasObject) *Box {
	b := &Box{style: style, content: content}
	b.ExtendBaseWidget(b)
	return b
}

// Band is a soft-coloured box inside a card: look.ColorPrimarySoft, ColorWarnSoft, ColorColumn.
func Band(fill fyne.ThemeColorName, content fyne.CanvasObject) *Box {
	return NewBox(BoxStyle{Fill: fill, Radius: look.RadiusField, Padding: All(10)}, content)
}

// Lifted is the one thing of a card that is to be seen first: on primary soft, with a bar at its left.
func Lifted(content fyne.CanvasObject) *fyne.Container {
	bar := NewBox(BoxStyle{Fill: look.ColorPrimary, Radius: look.RadiusField}, nil)
	ground := NewBox(BoxStyle{Fill: look.ColorPrimarySoft, Radius: look.RadiusField, Padding: Sides(12, 14)}, content)
	return &fyne.Container{Layout: &liftedLayout{}, Objects: []fyne.CanvasObject{bar, Pad(Edges{Left: liftedBar}, ground)}}
}

// liftedBar is how much of the bar is seen, in points.
const liftedBar = 3

// liftedLayout lets the ground lie over a bar no wider than their corners: a wider one would shimmer through at the other end.
type liftedLayout struct{ padLayout }

func (l *liftedLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.padLayout.Layout(o, size)
	place(o[0], 0, 0, 2*look.RadiusField, size.Height)
}

// SetContent puts something else into the box.
func (b *Box) SetContent(o fyne.CanvasObject) {
	b.content = o
	b.Refresh()
}

// SetStyle paints the box differently.
func (b *Box) SetStyle(style BoxStyle) {
	b.style = style
	b.Refresh()
}

// Parts are the children.
func (b *Box) Parts() []fyne.CanvasObject {
	if b.content == nil {
		return nil
	}
	return []fyne.CanvasObject{b.content}
}

// HeightFor is the content's height and the padding.
func (b *Box) HeightFor(width float32) float32 {
	return HeightFor(b.content, width-b.style.Padding.width()) + b.style.Padding.height()
}

// NaturalWidth is the content's own width and the padding.
func (b *Box) NaturalWidth() float32 { return ownWidth(b.content) + b.style.Padding.width() }

// CreateRenderer links the widget to its drawing.
func (b *Box) CreateRenderer() fyne.WidgetRenderer { return b.draw(b) }

// draw makes the renderer of a box; self is the outermost widget, which is what stands in the window.
func (b *Box) draw(self fyne.Widget) fyne.WidgetRenderer {
	ground := &canvas.Rectangle{}
	paint := func() { b.style.paint(ground) }
	paint()
	return &drawn{
		widget:  self,
		objects: func() []fyne.CanvasObject { return append([]fyne.CanvasObject{ground}, b.Parts()...) },
		layout: func(size fyne.Size) {
			ground.Resize(size)
			if b.content != nil {
				e := b.style.Padding
				place(b.content, e.Left, e.Top, size.Width-e.width(), size.Height-e.height())
			}
		},
		least: func() fyne.Size {
			w := b.style.Padding.width()
			if b.content != nil {
				w += up(b.content.MinSize().Width)
			}
			return fyne.NewSize(w, b.HeightFor(lastWidth(b.Size().Width, w)))
		},
		refresh: func() {
			paint()
			if b.content != nil {
				b.content.Refresh()
			}
		},
	}
}

// paint gives a rectangle the style's colours.
func (s BoxStyle) paint(r *canvas.Rectangle) {
	r.FillColor = look.Color(s.Fill)
	r.CornerRadius = s.Radius
	r.StrokeWidth = 0
	if s.Border != "" {
		r.StrokeColor, r.StrokeWidth = look.Color(s.Border), 1
	}
	r.Shadow = canvas.Shadow{}
	if s.Shadow {
		r.Shadow = liftShadow()
	}
}

// liftShadow is the one shadow, of what can be picked up or lies over something else.
func liftShadow() canvas.Shadow {
	ink, ok := color.NRGBAModel.Convert(look.Color(look.ColorInk)).(color.NRGBA)
	if !ok || look.Contrast(ink, color.Black) > 10 {
		// Light ink means the dark palette, where a shadow cannot be seen and a light one would glow.
		ink = color.NRGBA{}
	}
	ink.A = 60
	return canvas.Shadow{Color: ink, BlurRadius: 3, Offset: fyne.NewPos(0, 1), Variant: canvas.DropShadow}
}

// Card is a white box with a title, perhaps a note or a deed in its corner, and content as tall as it needs. In a card that is
// given less room, the content gets less: a list in it scrolls.
type Card struct {
	Box
	title  *Para
	note   *Para
	corner fyne.CanvasObject
	inside fyne.CanvasObject
}

// NewCard makes a card. The title may be empty; the note stands muted at the right of the title.
func NewCard(title, note string, content fyne.CanvasObject) *Card {
	c := &Card{title: CardTitle(title), note: Note(note), inside: content}
	c.style = BoxStyle{
		Fill: look.ColorSurface, Border: look.ColorLine, Radius: look.RadiusCard, Padding: All(look.CardPadding),
	}
	c.corner = c.note
	c.ExtendBaseWidget(c)
	c.arrange()
	return c
}

// cardGap stands between a card's title and its content, in points.
const cardGap float32 = 10

// arrange puts the parts together again.
func (c *Card) arrange() {
	var head fyne.CanvasObject
	c.note.Hidden = c.note.Text() == ""
	if c.title.Text() != "" || c.corner != c.note || !c.note.Hidden {
		head = Row(RowOptions{Gap: 12, Align: Middle}, Weight(1, c.title), Own(c.corner))
	}
	c.content = Fill(cardGap, head, c.inside, nil)
	c.Refresh()
}

// SetTitle changes the title; spans may follow in another style, such as a muted count.
func (c *Card) SetTitle(title string, more ...Span) {
	c.title.Set(append([]Span{Bold(title)}, more...)...)
	c.arrange()
}

// SetNote changes the note in the corner.
func (c *Card) SetNote(note string) {
	c.note.SetText(note)
	c.corner = c.note
	c.arrange()
}

// SetCorner puts an object in the corner instead of the note.
func (c *Card) SetCorner(o fyne.CanvasObject) {
	c.corner = o
	c.arrange()
}

// SetContent puts something else under the title.
func (c *Card) SetContent(o fyne.CanvasObject) {
	c.inside = o
	c.arrange()
}

// UINode tells those who walk the window what this is.
func (c *Card) UINode() (kind, id, text string) { return "card", "", c.title.Text() }

// CreateRenderer links the widget to its drawing.
func (c *Card) CreateRenderer() fyne.WidgetRenderer { return c.draw(c) }
