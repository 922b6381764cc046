package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// KeyBtn is a button that shows the key which presses it too.
type KeyBtn struct {
	pressable
	// ID names the button for those who walk the window; words change with the language.
	ID       string
	key      string
	text     string
	wide     bool // the key stands behind the words, on the ground of the page's one primary button
	selected bool
}

// NewKeyBtn makes one with its key above the words.
func NewKeyBtn(key, text string, press func()) *KeyBtn {
	b := &KeyBtn{key: key, text: text}
	b.press = press
	b.ExtendBaseWidget(b)
	return b
}

// NewWideKeyBtn makes a primary one with its key behind the words.
func NewWideKeyBtn(key, text string, press func()) *KeyBtn {
	b := NewKeyBtn(key, text, press)
	b.wide = true
	return b
}

// SetText changes what stands on the button.
func (b *KeyBtn) SetText(text string) { b.text = text; b.Refresh() }

// SetSelected shows that what it stands for is chosen.
func (b *KeyBtn) SetSelected(selected bool) { b.selected = selected; b.Refresh() }

// UINode tells those who walk the window what this is.
func (b *KeyBtn) UINode() (kind, id, text string) { return "button", b.ID, b.text }

// Parts are the children: none.
func (b *KeyBtn) Parts() []fyne.CanvasObject { return nil }

// AccessibilityLabel is the text on the button.
func (b *KeyBtn) AccessibilityLabel() string { return b.text }

// AccessibilityRole is button.
func (b *KeyBtn) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (b *KeyBtn) colours() (fill, border, ink fyne.ThemeColorName) {
	switch {
	case b.wide:
		return look.ColorPrimary, look.ColorPrimary, look.ColorOnPrimary
	case b.selected:
		return look.ColorPrimarySoft, look.ColorPrimary, look.ColorPrimary
	}
	return look.ColorSurface, look.ColorField, look.ColorInk
}

// textSize is the size of the words.
func (b *KeyBtn) textSize() fyne.ThemeSizeName {
	if b.wide {
		return look.SizeCardHeading
	}
	return look.SizeSmall
}

// keySize is that of the cap of the key.
func (b *KeyBtn) keySize() fyne.Size {
	key := textSize(b.key, look.SizeSmall, fyne.TextStyle{Bold: true})
	return fyne.NewSize(up(key.Width)+12, up(key.Height)+3)
}

// The distances on the button, in points: from its sides, and of the words from a cap that stands before them.
const (
	keySide float32 = 8
	keyGap  float32 = 12
)

// words are what stands on the button, as it is written.
func (b *KeyBtn) words(ink fyne.ThemeColorName) Span {
	return Span{Text: b.text, Bold: true, Color: ink}
}

// beside is what stands beside the words.
func (b *KeyBtn) beside() float32 {
	if b.wide {
		return b.keySize().Width + keyGap + 2*btnSide
	}
	return 2 * keySide
}

// NaturalWidth is that with the words in one line.
func (b *KeyBtn) NaturalWidth() float32 {
	text := up(textSize(b.text, b.textSize(), fyne.TextStyle{Bold: true}).Width)
	return max(text+b.beside(), b.keySize().Width+2*keySide)
}

// least is the size in which no word breaks.
func (b *KeyBtn) least() fyne.Size {
	word := longestWord([]Span{b.words(look.ColorInk)}, b.textSize())
	return fyne.NewSize(max(word+b.beside(), b.keySize().Width+2*keySide), b.HeightFor(b.Size().Width))
}

// HeightFor is that of the lines of words, and of the cap above or beside them.
func (b *KeyBtn) HeightFor(width float32) float32 {
	text := lineHeightOf(b.textSize(), true)
	if width > 0 {
		text = max(text, newPara(b.textSize(), []Span{b.words(look.ColorInk)}).HeightFor(width-b.beside()))
	}
	if b.wide {
		return max(text, b.keySize().Height) + 20
	}
	return text + b.keySize().Height + 20
}

// CreateRenderer links the widget to its drawing.
func (b *KeyBtn) CreateRenderer() fyne.WidgetRenderer {
	ring, body, veil, keycap := newFocusRing(), &canvas.Rectangle{}, &canvas.Rectangle{}, &canvas.Rectangle{}
	text, key := newPara(b.textSize(), nil), boldText(b.key)
	text.Align = fyne.TextAlignCenter
	paint := func() {
		fill, border, ink := b.colours()
		body.FillColor, body.StrokeColor, body.StrokeWidth = look.Color(fill), look.Color(border), 1
		keycap.FillColor, keycap.StrokeColor, keycap.StrokeWidth = look.Color(fill), look.Color(border), 1
		if b.wide {
			keycap.StrokeColor = look.Color(ink)
		}
		body.CornerRadius, veil.CornerRadius, keycap.CornerRadius = look.RadiusField, look.RadiusField, 4
		veil.FillColor, veil.Hidden = look.Color("hover"), !b.hovered || b.disabled
		text.Set(b.words(ink))
		key.Text = b.key
		paintText(key, ink, look.SizeSmall)
		ring.show(b.focused)
	}
	paint()
	return &drawn{
		widget: b, objects: always(ring.ring, ring.gap, body, veil, keycap, key, text), least: b.least, refresh: paint,
		layout: func(size fyne.Size) {
			ring.place(size, look.RadiusField)
			body.Resize(size)
			veil.Resize(size)
			width := max(0, min(up(text.NaturalWidth()), size.Width-b.beside()))
			words, capSize := fyne.NewSize(width, text.HeightFor(width)), b.keySize()
			at, capAt := b.places(size, words, capSize)
			place(text, at.X, at.Y, words.Width, words.Height)
			keycap.Move(capAt)
			keycap.Resize(capSize)
			own := textSize(b.key, look.SizeSmall, key.TextStyle)
			key.Move(fyne.NewPos(whole(capAt.X+(capSize.Width-own.Width)/2), whole(capAt.Y+(capSize.Height-own.Height)/2)))
			key.Resize(own)
		},
	}
}

// places are where words and cap stand.
func (b *KeyBtn) places(size, words, keycap fyne.Size) (at, capAt fyne.Position) {
	if b.wide {
		x := whole((size.Width - words.Width - keyGap - keycap.Width) / 2)
		return fyne.NewPos(x, whole((size.Height-words.Height)/2)), fyne.NewPos(x+words.Width+keyGap, whole((size.Height-keycap.Height)/2))
	}
	return fyne.NewPos(whole((size.Width-words.Width)/2), size.Height-words.Height-7), fyne.NewPos(whole((size.Width-keycap.Width)/2), 8)
}

// KeyCap is the sign of a key, to be read.
type KeyCap struct {
	widget.BaseWidget
	key string
}

// NewKeyCap makes one.
func NewKeyCap(key string) *KeyCap {
	c := &KeyCap{key: key}
	c.ExtendBaseWidget(c)
	return c
}

// Parts are the children: none.
func (c *KeyCap) Parts() []fyne.CanvasObject { return nil }

// UINode tells those who walk the window what this is.
func (c *KeyCap) UINode() (kind, id, text string) { return "text", "", c.key }

func (c *KeyCap) least() fyne.Size {
	s := textSize(c.key, look.SizeSmall, fyne.TextStyle{Bold: true})
	return fyne.NewSize(up(s.Width)+12, up(s.Height)+3)
}

// CreateRenderer links the widget to its drawing.
func (c *KeyCap) CreateRenderer() fyne.WidgetRenderer {
	body, key := &canvas.Rectangle{}, boldText(c.key)
	paint := func() {
		body.FillColor, body.StrokeColor, body.StrokeWidth, body.CornerRadius = look.Color(look.ColorSurface), look.Color(look.ColorField), 1, 4
		paintText(key, look.ColorInk, look.SizeSmall)
	}
	paint()
	return &drawn{
		widget: c, objects: always(body, key), least: c.least, refresh: paint,
		layout: func(fyne.Size) {
			size := c.least()
			body.Resize(size)
			own := textSize(c.key, look.SizeSmall, key.TextStyle)
			key.Move(fyne.NewPos(whole((size.Width-own.Width)/2), whole((size.Height-own.Height)/2)))
			key.Resize(own)
		},
	}
}
