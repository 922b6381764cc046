package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// wheel lies over a field and takes nothing but the turns of the mouse's wheel. Fyne's fields scroll themselves, which ours
// never need upwards or downwards, since they are as high as their text; without it the page would stand still wherever the
// pointer rests on a field.
type wheel struct {
	widget.BaseWidget
	over fyne.CanvasObject
	own  *container.Scroll // the field's; nil if it has none
}

// newWheel makes one over a field that consists of parts.
func newWheel(over fyne.CanvasObject, parts []fyne.CanvasObject) *wheel {
	w := &wheel{over: over}
	for _, part := range parts {
		if s, ok := part.(*container.Scroll); ok {
			w.own = s
		}
	}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled moves the page up and down, and a long line in its field sideways.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) {
	if around := w.around(); around != nil && e.Scrolled.DX == 0 {
		turn(around, e)
		return
	}
	if w.own != nil {
		w.own.Scrolled(e)
	}
}

// around is the innermost scroll that the field stands in.
func (w *wheel) around() *container.Scroll {
	c := currentCanvas()
	if c == nil {
		return nil
	}
	way, _ := wayTo(c, w.over)
	if len(way.scrolls) == 0 {
		return nil
	}
	return way.scrolls[len(way.scrolls)-1]
}

// CreateRenderer draws nothing.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}
