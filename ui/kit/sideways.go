package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Sideways keeps an object at least so wide, in points at text scale 1, and is scrolled sideways where it has less room.
type Sideways struct {
	widget.BaseWidget
	least   float32
	content fyne.CanvasObject
	scroll  *container.Scroll
}

// NewSideways makes one.
func NewSideways(least float32, content fyne.CanvasObject) *Sideways {
	s := &Sideways{least: least, content: content}
	s.scroll = container.NewHScroll(&fyne.Container{Layout: sidewaysLayout{s}, Objects: []fyne.CanvasObject{content}})
	s.ExtendBaseWidget(s)
	return s
}

func (s *Sideways) width(room float32) float32 { return max(room, up(scaled(s.least))) }

// InSight scrolls so far that a part of the content is seen.
func (s *Sideways) InSight(x, width float32) {
	if room := s.scroll.Size().Width; room > 0 && room < s.width(room) {
		to := min(max(0, sightOffset(s.scroll.Offset.X, room, x, width)), s.width(room)-room)
		s.scroll.ScrollToOffset(fyne.NewPos(to, 0))
	}
}

// Parts are the children.
func (s *Sideways) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{s.scroll} }

// HeightFor is that of the content at the width it has.
func (s *Sideways) HeightFor(width float32) float32 { return HeightFor(s.content, s.width(width)) }

// CreateRenderer links the widget to its drawing.
func (s *Sideways) CreateRenderer() fyne.WidgetRenderer {
	return &drawn{
		widget: s, objects: always(s.scroll),
		layout: func(size fyne.Size) {
			s.scroll.Resize(size)
			s.scroll.Refresh()
		},
		least: func() fyne.Size {
			return fyne.NewSize(scaled(60), s.HeightFor(lastWidth(s.Size().Width, guessedWidth)))
		},
		refresh: func() { s.content.Refresh() },
	}
}

type sidewaysLayout struct{ s *Sideways }

func (l sidewaysLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	place(o[0], 0, 0, size.Width, size.Height)
}

func (l sidewaysLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.s.width(0), 1)
}
