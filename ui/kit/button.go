package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// BtnKind is how strongly a button asks to be pressed.
type BtnKind int

// The kinds of button. A screen has one Primary, the next sensible deed.
const (
	Outlined BtnKind = iota
	Primary
	Quiet
)

// Btn is a button with words on it.
type Btn struct {
	pressable
	// ID names the button for those who walk the window; words change with the language.
	ID   string
	kind BtnKind
	text string
	menu bool
}

// NewBtn makes a button.
func NewBtn(kind BtnKind, text string, press func()) *Btn {
	b := &Btn{kind: kind, text: text}
	b.press = press
	b.ExtendBaseWidget(b)
	return b
}

// NewMenuBtn makes a button with a caret that opens a menu below itself; items are asked for when it opens.
func NewMenuBtn(kind BtnKind, text string, items func() []*fyne.MenuItem) *Btn {
	b := NewBtn(kind, text, nil)
	b.menu = true
	b.press = func() { popMenuBelow(b, items()) }
	return b
}

// MenuBelow opens a menu under an object, such as a chip that was pressed.
func MenuBelow(o fyne.CanvasObject, items []*fyne.MenuItem) { popMenuBelow(o, items) }

// popMenuBelow opens a menu under an object.
func popMenuBelow(o fyne.CanvasObject, items []*fyne.MenuItem) {
	d := fyne.CurrentApp().Driver()
	c := d.CanvasForObject(o)
	if c == nil || len(items) == 0 {
		return
	}
	pos := d.AbsolutePositionForObject(o).AddXY(0, o.Size().Height+2)
	widget.ShowPopUpMenuAtPosition(guardedMenu(c, items), c, pos)
}

// Text is what stands on the button.
func (b *Btn) Text() string { return b.text }

// SetText changes what stands on the button.
func (b *Btn) SetText(text string) { b.text = text; b.Refresh() }

// SetKind changes how strongly the button asks to be pressed.
func (b *Btn) SetKind(kind BtnKind) { b.kind = kind; b.Refresh() }

// UINode tells those who walk the window what this is.
func (b *Btn) UINode() (kind, id, text string) { return "button", b.ID, b.text }

// Parts are the children: none.
func (b *Btn) Parts() []fyne.CanvasObject { return nil }

// AccessibilityLabel is the text on the button.
func (b *Btn) AccessibilityLabel() string { return b.text }

// AccessibilityRole is button.
func (b *Btn) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

const btnSide float32 = 15

// colours are the fill, border and ink of the button's kind.
func (b *Btn) colours() (fill, border, ink fyne.ThemeColorName) {
	switch {
	case b.disabled:
		return look.ColorColumn, look.ColorColumn, look.ColorMuted
	case b.kind == Primary:
		return look.ColorPrimary, look.ColorPrimary, look.ColorOnPrimary
	case b.kind == Quiet:
		return look.ColorColumn, look.ColorColumn, look.ColorInk
	default:
		return look.ColorSurface, look.ColorField, look.ColorInk
	}
}

func (b *Btn) least() fyne.Size {
	w := up(textSize(b.text, look.SizeBody, fyne.TextStyle{Bold: true}).Width) + 2*btnSide
	if b.menu {
		w += signSide(look.SizeSmall)*0.75 + 4
	}
	return fyne.NewSize(up(w), lineHeightOf(look.SizeBody, true)+16)
}

// HeightFor is the same at every width.
func (b *Btn) HeightFor(float32) float32 { return b.least().Height }

// CreateRenderer links the widget to its drawing.
func (b *Btn) CreateRenderer() fyne.WidgetRenderer {
	ring, body, veil := newFocusRing(), &canvas.Rectangle{}, &canvas.Rectangle{}
	text, caret := boldText(b.text), newShape(Caret)
	objects := []fyne.CanvasObject{ring.ring, ring.gap, body, veil, text}
	if b.menu {
		objects = append(objects, caret.objects...)
	}
	paint := func() {
		fill, border, ink := b.colours()
		body.FillColor, body.StrokeColor, body.StrokeWidth = look.Color(fill), look.Color(border), 1
		body.CornerRadius, veil.CornerRadius = look.RadiusField, look.RadiusField
		veil.FillColor = look.Color("hover")
		veil.Hidden = !b.hovered || b.disabled
		text.Text = b.text
		paintText(text, ink, look.SizeBody)
		caret.paint(look.Color(ink), look.Color(fill))
		ring.show(b.focused)
	}
	paint()
	return &drawn{
		widget: b, objects: always(objects...), least: b.least, refresh: paint,
		layout: func(size fyne.Size) {
			ring.place(size, look.RadiusField)
			body.Resize(size)
			veil.Resize(size)
			ts := textSize(b.text, look.SizeBody, text.TextStyle)
			side := evenSide(signSide(look.SizeSmall) * 0.75)
			w := ts.Width
			if b.menu {
				w += side + 4
			}
			x := whole((size.Width - w) / 2)
			text.Move(fyne.NewPos(x, whole((size.Height-ts.Height)/2)))
			text.Resize(ts)
			caret.place(x+up(ts.Width)+4, whole((size.Height-side)/2)+1, side)
		},
	}
}

// LinkBtn is a deed written as bold coloured words: "Open", "Save as…".
type LinkBtn struct {
	pressable
	// ID names the button for those who walk the window.
	ID   string
	text string
}

// NewLinkBtn makes one.
func NewLinkBtn(text string, press func()) *LinkBtn {
	b := &LinkBtn{text: text}
	b.press = press
	b.ExtendBaseWidget(b)
	return b
}

// Text is what is written.
func (b *LinkBtn) Text() string { return b.text }

// SetText changes what is written.
func (b *LinkBtn) SetText(text string) { b.text = text; b.Refresh() }

// UINode tells those who walk the window what this is.
func (b *LinkBtn) UINode() (kind, id, text string) { return "button", b.ID, b.text }

// Parts are the children: none.
func (b *LinkBtn) Parts() []fyne.CanvasObject { return nil }

// AccessibilityLabel is the text.
func (b *LinkBtn) AccessibilityLabel() string { return b.text }

// AccessibilityRole is button.
func (b *LinkBtn) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (b *LinkBtn) least() fyne.Size {
	s := textSize(b.text, look.SizeSmall, fyne.TextStyle{Bold: true})
	return fyne.NewSize(up(s.Width), up(s.Height)+6)
}

// CreateRenderer links the widget to its drawing.
func (b *LinkBtn) CreateRenderer() fyne.WidgetRenderer {
	ring, text, under := newFocusRing(), boldText(b.text), &canvas.Rectangle{}
	paint := func() {
		ink := look.ColorPrimary
		if b.disabled {
			ink = look.ColorMuted
		}
		text.Text = b.text
		paintText(text, ink, look.SizeSmall)
		under.FillColor = look.Color(ink)
		under.Hidden = !b.hovered || b.disabled
		ring.show(b.focused)
	}
	paint()
	return &drawn{
		widget: b, objects: always(ring.ring, ring.gap, text, under), least: b.least, refresh: paint,
		layout: func(size fyne.Size) {
			ring.place(size, 4)
			ts := textSize(b.text, look.SizeSmall, text.TextStyle)
			y := whole((size.Height - ts.Height) / 2)
			text.Move(fyne.NewPos(0, y))
			text.Resize(ts)
			under.Move(fyne.NewPos(0, whole(y+ts.Height)-2))
			under.Resize(fyne.NewSize(up(ts.Width), 1))
		},
	}
}
