package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"copleader/ui/look"
)

// plusBtn is a small button with a plus: adds something to what it stands in.
type plusBtn struct {
	pressable
	// ID names the button for those who walk the window.
	ID   string
	text string
}

func newPlusBtn(press func()) *plusBtn {
	b := &plusBtn{}
	b.press = press
	b.ExtendBaseWidget(b)
	return b
}

// plusSide is the side of the button.
func plusSide() float32 { return evenSide(look.Size(look.SizeText) + 10) }

// UINode tells those who walk the window what this is.
func (b *plusBtn) UINode() (kind, id, text string) { return "button", b.ID, b.text }

// Parts are the children: none.
func (b *plusBtn) Parts() []fyne.CanvasObject { return nil }

// AccessibilityLabel is what is added.
func (b *plusBtn) AccessibilityLabel() string { return b.text }

// AccessibilityRole is button.
func (b *plusBtn) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer links the widget to its drawing.
func (b *plusBtn) CreateRenderer() fyne.WidgetRenderer {
	ring, veil, plus := newFocusRing(), &canvas.Rectangle{}, newShape(Plus)
	paint := func() {
		veil.FillColor, veil.CornerRadius, veil.Hidden = look.Color("hover"), look.RadiusField, !b.hovered
		plus.paint(look.Color(look.ColorInk), look.Color(look.ColorColumn))
		ring.show(b.focused)
		ring.gap.FillColor = look.Color(look.ColorColumn)
	}
	paint()
	return &drawn{
		widget: b, refresh: paint,
		objects: func() []fyne.CanvasObject {
			return append([]fyne.CanvasObject{ring.ring, ring.gap, veil}, plus.objects...)
		},
		layout: func(size fyne.Size) {
			ring.place(size, look.RadiusField)
			veil.Resize(size)
			side := signSide(look.SizeText)
			plus.place(whole((size.Width-side)/2), whole((size.Height-side)/2), side)
		},
		least: func() fyne.Size { return fyne.NewSquareSize(plusSide()) },
	}
}
