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

// words are what stands on the button, as it is written.
func (b *Btn) words(ink fyne.ThemeColorName) Span { return Span{Text: b.text, Bold: true, Color: ink} }

// NaturalWidth is that of the words in one line.
func (b *Btn) NaturalWidth() float32 {
	return up(up(textSize(b.text, look.SizeBody, fyne.TextStyle{Bold: true}).Width) + 2*btnSide + b.caretRoom())
}

// caretRoom is what the caret of a menu takes.
func (b *Btn) caretRoom() float32 {
	if !b.menu {
		return 0
	}
	return signSide(look.SizeSmall)*0.75 + 4
}

// leastWidth is that in which no word breaks.
func (b *Btn) leastWidth() float32 {
	return up(longestWord([]Span{b.words(look.ColorInk)}, look.SizeBody) + 2*btnSide + b.caretRoom())
}

// least is the size with the words in one line.
func (b *Btn) least() fyne.Size { return fyne.NewSize(b.NaturalWidth(), b.HeightFor(0)) }

// HeightFor is that of one line, or of as many as the words take where they have less room.
func (b *Btn) HeightFor(width float32) float32 {
	line := lineHeightOf(look.SizeBody, true)
	if width <= 0 || width >= b.NaturalWidth() {
		return line + 16
	}
	text := newPara(look.SizeBody, []Span{b.words(look.ColorInk)})
	return max(line, text.HeightFor(width-2*btnSide-b.caretRoom())) + 16
}

// CreateRenderer links the widget to its drawing.
func (b *Btn) CreateRenderer() fyne.WidgetRenderer {
	ring, body, veil := newFocusRing(), &canvas.Rectangle{}, &canvas.Rectangle{}
	text, caret := newPara(look.SizeBody, nil), newShape(Caret)
	text.Align = fyne.TextAlignCenter
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
		text.Set(b.words(ink))
		caret.paint(look.Color(ink), look.Color(fill))
		ring.show(b.focused)
	}
	paint()
	return &drawn{
		widget: b, objects: always(objects...), refresh: paint,
		least: func() fyne.Size { return fyne.NewSize(b.leastWidth(), b.HeightFor(b.Size().Width)) },
		layout: func(size fyne.Size) {
			ring.place(size, look.RadiusField)
			body.Resize(size)
			veil.Resize(size)
			side := evenSide(signSide(look.SizeSmall) * 0.75)
			w := min(up(text.NaturalWidth()), size.Width-2*btnSide-b.caretRoom())
			all := w
			if b.menu {
				all += side + 4
			}
			x, high := whole((size.Width-all)/2), text.HeightFor(w)
			place(text, x, whole((size.Height-high)/2), w, high)
			caret.place(x+w+4, whole((size.Height-side)/2)+1, side)
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

// words are the link as it is written.
func (b *LinkBtn) words(ink fyne.ThemeColorName) Span {
	return Span{Text: b.text, Bold: true, Color: ink}
}

// NaturalWidth is that of the words in one line.
func (b *LinkBtn) NaturalWidth() float32 {
	return up(textSize(b.text, look.SizeSmall, fyne.TextStyle{Bold: true}).Width)
}

// HeightFor is that of the lines the words take.
func (b *LinkBtn) HeightFor(width float32) float32 {
	line := up(textSize(b.text, look.SizeSmall, fyne.TextStyle{Bold: true}).Height)
	if width <= 0 || width >= b.NaturalWidth() {
		return line + 6
	}
	return max(line, NewSmall(b.words(look.ColorInk)).HeightFor(width)) + 6
}

// leastWidth is that in which no word breaks.
func (b *LinkBtn) leastWidth() float32 {
	return longestWord([]Span{b.words(look.ColorInk)}, look.SizeSmall)
}

// CreateRenderer links the widget to its drawing.
func (b *LinkBtn) CreateRenderer() fyne.WidgetRenderer {
	ring, text, under := newFocusRing(), NewSmall(), &canvas.Rectangle{}
	paint := func() {
		ink := look.ColorPrimary
		if b.disabled {
			ink = look.ColorMuted
		}
		text.Set(b.words(ink))
		under.FillColor = look.Color(ink)
		under.Hidden = !b.hovered || b.disabled
		ring.show(b.focused)
	}
	paint()
	return &drawn{
		widget: b, objects: always(ring.ring, ring.gap, text, under), refresh: paint,
		least: func() fyne.Size { return fyne.NewSize(b.leastWidth(), b.HeightFor(b.Size().Width)) },
		layout: func(size fyne.Size) {
			ring.place(size, 4)
			high := text.HeightFor(size.Width)
			y := whole((size.Height - high) / 2)
			place(text, 0, y, size.Width, high)
			under.Move(fyne.NewPos(0, whole(y+high)-2))
			under.Resize(fyne.NewSize(min(size.Width, up(text.NaturalWidth())), 1))
		},
	}
}
