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

// sizes are those of the words and of the cap of the key.
func (b *KeyBtn) sizes() (text, keycap fyne.Size) {
	bold := fyne.TextStyle{Bold: true}
	text = textSize(b.text, b.textSize(), bold)
	key := textSize(b.key, look.SizeSmall, bold)
	return fyne.NewSize(up(text.Width), up(text.Height)), fyne.NewSize(up(key.Width)+12, up(key.Height)+3)
}

func (b *KeyBtn) least() fyne.Size {
	text, keycap := b.sizes()
	if b.wide {
		return fyne.NewSize(text.Width+keycap.Width+12+2*btnSide, max(text.Height, keycap.Height)+20)
	}
	return fyne.NewSize(max(text.Width, keycap.Width)+16, text.Height+keycap.Height+20)
}

// HeightFor is the same at every width.
func (b *KeyBtn) HeightFor(float32) float32 { return b.least().Height }

// CreateRenderer links the widget to its drawing.
func (b *KeyBtn) CreateRenderer() fyne.WidgetRenderer {
	ring, body, veil, keycap := newFocusRing(), &canvas.Rectangle{}, &canvas.Rectangle{}, &canvas.Rectangle{}
	text, key := boldText(b.text), boldText(b.key)
	paint := func() {
		fill, border, ink := b.colours()
		body.FillColor, body.StrokeColor, body.StrokeWidth = look.Color(fill), look.Color(border), 1
		keycap.FillColor, keycap.StrokeColor, keycap.StrokeWidth = look.Color(fill), look.Color(border), 1
		if b.wide {
			keycap.StrokeColor = look.Color(ink)
		}
		body.CornerRadius, veil.CornerRadius, keycap.CornerRadius = look.RadiusField, look.RadiusField, 4
		veil.FillColor, veil.Hidden = look.Color("hover"), !b.hovered || b.disabled
		text.Text, key.Text = b.text, b.key
		paintText(text, ink, b.textSize())
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
			words, capSize := b.sizes()
			at, capAt := b.places(size, words, capSize)
			text.Text = shorten(b.text, size.Width-8, b.textSize(), text.TextStyle)
			text.Move(at)
			text.Resize(words)
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
		x := max(4, whole((size.Width-words.Width-12-keycap.Width)/2))
		return fyne.NewPos(x, whole((size.Height-words.Height)/2)), fyne.NewPos(x+words.Width+12, whole((size.Height-keycap.Height)/2))
	}
	return fyne.NewPos(max(4, whole((size.Width-words.Width)/2)), size.Height-words.Height-7), fyne.NewPos(whole((size.Width-keycap.Width)/2), 8)
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
