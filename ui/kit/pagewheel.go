package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// pageWheel lies under the content of a scroll and takes the turns of the wheel, which the toolkit's scroll would keep at its ends too.
type pageWheel struct {
	widget.BaseWidget
	scroll *container.Scroll
}

func newPageWheel(scroll *container.Scroll) *pageWheel {
	w := &pageWheel{scroll: scroll}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled scrolls.
func (w *pageWheel) Scrolled(e *fyne.ScrollEvent) { turn(w.scroll, e) }

// CreateRenderer draws nothing.
func (w *pageWheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// turn scrolls; where there is no more to scroll, what the whole window is scrolled in, if it is smaller than its pages.
func turn(s *container.Scroll, e *fyne.ScrollEvent) {
	before := s.Offset
	s.Scrolled(e)
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	if s.Offset != before || c == nil || c.Overlays().Top() != nil {
		return
	}
	if port, is := c.Content().(*container.Scroll); is && port != s {
		port.Scrolled(e)
	}
}
