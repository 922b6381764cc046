package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"copleader/ui/look"
)

// WarnBtn is a warning that leads to what it warns of; its words wrap where there is little room.
type WarnBtn struct {
	pressable
	// ID names the button for those who walk the window.
	ID   string
	text *Para
}

// NewWarnBtn makes one.
func NewWarnBtn(text string, press func()) *WarnBtn {
	b := &WarnBtn{text: NewSmall()}
	b.press = press
	b.ExtendBaseWidget(b)
	b.SetText(text)
	return b
}

// SetText changes what it warns of.
func (b *WarnBtn) SetText(text string) {
	b.text.Set(Span{Sign: Triangle, Color: look.ColorWarn}, Span{Text: text, Bold: true, Color: look.ColorWarn})
	b.Refresh()
}

// Text is what it warns of.
func (b *WarnBtn) Text() string { return b.text.Text() }

// UINode tells those who walk the window what this is.
func (b *WarnBtn) UINode() (kind, id, text string) { return "button", b.ID, b.Text() }

// Parts are the children: none that act by themselves.
func (b *WarnBtn) Parts() []fyne.CanvasObject { return nil }

// AccessibilityLabel is the text.
func (b *WarnBtn) AccessibilityLabel() string { return b.Text() }

// AccessibilityRole is button.
func (b *WarnBtn) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// HeightFor is that of the wrapped words.
func (b *WarnBtn) HeightFor(width float32) float32 { return b.text.HeightFor(width) + 6 }

// CreateRenderer links the widget to its drawing.
func (b *WarnBtn) CreateRenderer() fyne.WidgetRenderer {
	ring, veil := newFocusRing(), &canvas.Rectangle{CornerRadius: 4}
	paint := func() {
		veil.FillColor = look.Color("hover")
		veil.Hidden = !b.hovered || b.disabled
		ring.show(b.focused)
		b.text.Refresh()
	}
	paint()
	return &drawn{
		widget: b, objects: always(ring.ring, ring.gap, veil, b.text), refresh: paint,
		layout: func(size fyne.Size) {
			ring.place(size, 4)
			veil.Resize(size)
			b.text.Move(fyne.NewPos(0, 3))
			b.text.Resize(fyne.NewSize(size.Width, size.Height-6))
		},
		least: func() fyne.Size { return fyne.NewSize(60, b.HeightFor(lastWidth(b.Size().Width, guessedWidth))) },
	}
}
