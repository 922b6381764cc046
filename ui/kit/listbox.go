package kit

import (
	"fyne.io/fyne/v2"

	"copleader/ui/look"
)

// listBox is the drawing of a box to tick.
type listBox struct{ shapes map[Sign]*shape }

// boxSigns are what a box can show.
var boxSigns = []Sign{EmptyBox, PartBox, TickedBox}

// paint shows one of them; the others stay where they are, unseen.
func (b *listBox) paint(shown Sign, ground fyne.ThemeColorName) {
	for _, sign := range boxSigns {
		s := b.of(sign)
		for _, o := range s.objects {
			SetShown(o, sign == shown)
		}
		s.paint(look.Color(look.ColorField), look.Color(ground))
	}
}

func (b *listBox) of(sign Sign) *shape {
	if b.shapes == nil {
		b.shapes = map[Sign]*shape{}
		for _, s := range boxSigns {
			b.shapes[s] = newShape(s)
		}
	}
	return b.shapes[sign]
}

func (b *listBox) objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, sign := range boxSigns {
		all = append(all, b.of(sign).objects...)
	}
	return all
}

// place puts the box in the middle of a height.
func (b *listBox) place(x, top, height float32) {
	for _, sign := range boxSigns {
		side := boxSide()
		b.of(sign).place(x, top+whole((height-side)/2), side)
	}
}

// headBox ticks all rows, or none.
type headBox struct {
	pressable
	text string
	sign Sign
}

func newHeadBox(text string, press func()) *headBox {
	b := &headBox{text: text, sign: EmptyBox}
	b.press = press
	b.ExtendBaseWidget(b)
	return b
}

// show draws whether all rows are ticked, some, or none.
func (b *headBox) show(ticked, of int) {
	switch {
	case ticked == 0:
		b.sign = EmptyBox
	case ticked < of:
		b.sign = PartBox
	default:
		b.sign = TickedBox
	}
	b.Refresh()
}

// UINode tells those who walk the window what this is.
func (b *headBox) UINode() (kind, id, text string) { return "check", "all", b.text }

// UIValue is "true" when all are ticked.
func (b *headBox) UIValue() string {
	return map[Sign]string{EmptyBox: "false", PartBox: "some", TickedBox: "true"}[b.sign]
}

// AccessibilityLabel is what it ticks.
func (b *headBox) AccessibilityLabel() string { return b.text }

// AccessibilityRole is button.
func (b *headBox) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Parts are the children: none.
func (b *headBox) Parts() []fyne.CanvasObject { return nil }

// CreateRenderer links the widget to its drawing.
func (b *headBox) CreateRenderer() fyne.WidgetRenderer {
	ring, box := newFocusRing(), &listBox{}
	paint := func() {
		box.paint(b.sign, look.ColorSurface)
		ring.show(b.focused)
	}
	paint()
	return &drawn{
		widget: b, refresh: paint,
		objects: func() []fyne.CanvasObject { return append([]fyne.CanvasObject{ring.ring, ring.gap}, box.objects()...) },
		layout: func(size fyne.Size) {
			ring.place(size, 2)
			box.place(0, 0, size.Height)
		},
		least: func() fyne.Size { return fyne.NewSquareSize(boxSide()) },
	}
}
