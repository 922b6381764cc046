package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// floating is what floats over the foot of the page, nil for nothing; refloat places it.
var (
	floating fyne.CanvasObject
	refloat  func()
)

// Float says what floats over the foot of what is shown, nil for nothing, and what places it: whatever scrolls beneath it can be scrolled
// so far that its end is not hidden.
func Float(over fyne.CanvasObject, placing func(), shown ...fyne.CanvasObject) {
	floating, refloat = over, placing
	for _, o := range shown {
		relayScrolls(o)
	}
}

// Refloat places what floats anew, after something has come or gone at the foot of a page that can be pressed.
func Refloat() {
	if floating != nil && floating.Visible() {
		refloat()
	}
}

// relayScrolls has every scroll ask again how high its content is.
func relayScrolls(in fyne.CanvasObject) {
	if in == nil || !in.Visible() {
		return
	}
	if s, is := in.(*container.Scroll); is {
		s.Refresh()
	}
	for _, child := range childrenOf(in) {
		relayScrolls(child)
	}
}

// footRoom is the room that a scroll has below the end of its content.
type footRoom float32

// below gives the room below content of a height, as much as what floats there hides. What a person scrolled to stays where it is when
// that has gone.
func (r *footRoom) below(s *container.Scroll, content float32) float32 {
	used := s.Offset.Y + s.Size().Height - content
	*r = footRoom(max(0, hiddenBelow(s), min(float32(*r), used)))
	return float32(*r)
}

// hiddenBelow is how much of the foot of an object is hidden by what floats over it.
func hiddenBelow(o fyne.CanvasObject) float32 {
	if floating == nil || !floating.Visible() {
		return 0
	}
	d := fyne.CurrentApp().Driver()
	if c := d.CanvasForObject(floating); c == nil || c != d.CanvasForObject(o) {
		return 0
	}
	at, over := d.AbsolutePositionForObject(o), d.AbsolutePositionForObject(floating)
	foot := at.Y + o.Size().Height
	beside := over.X >= at.X+o.Size().Width || over.X+floating.Size().Width <= at.X
	if beside || over.Y >= foot || over.Y+floating.Size().Height <= at.Y+o.Size().Height/2 {
		return 0
	}
	return foot - over.Y
}

// focusAir is the distance kept from a thing, around which a ring shows that it has the focus.
const focusAir float32 = 4

// FreeAbove is how high up in its window something has to stand that floats between left and right and would begin at y, so that it hides
// nothing that can be pressed and doesn't scroll. Where there is no such place, it hides at least nothing of what is chosen together.
func FreeAbove(shown fyne.CanvasObject, left, right, y, height float32) float32 {
	over := func(y float32, hides func(fyne.CanvasObject) bool) (top float32) {
		top = y
		eachFixed(shown, func(o fyne.CanvasObject, at fyne.Position) {
			size := o.Size()
			if hides(o) && at.Y < y+height && at.Y+size.Height > y && at.X < right && at.X+size.Width > left {
				top = min(top, at.Y-height-focusAir)
			}
		})
		return top
	}
	bars := func(o fyne.CanvasObject) bool { _, is := o.(*ChosenBar); return is }
	foot := max(0, over(y, bars))
	for {
		// What is high is a part of the page more than something pressed.
		top := over(y, func(o fyne.CanvasObject) bool { return bars(o) || o.Size().Height < 2*height })
		switch {
		case top == y:
			return y
		case top < 0:
			return foot
		}
		y = top // what stands higher may be hidden now
	}
}

// eachFixed goes through all that can be pressed and stands in no scroll, and what is chosen together, wherever it stands.
func eachFixed(in fyne.CanvasObject, do func(fyne.CanvasObject, fyne.Position)) {
	fixedIn(in, false, do)
}

func fixedIn(in fyne.CanvasObject, scrolled bool, do func(fyne.CanvasObject, fyne.Position)) {
	if in == nil || !in.Visible() {
		return
	}
	_, scrolls := in.(*container.Scroll)
	scrolled = scrolled || scrolls
	_, pressed := in.(fyne.Tappable)
	if _, bar := in.(*ChosenBar); pressed && !scrolled || bar {
		do(in, fyne.CurrentApp().Driver().AbsolutePositionForObject(in))
	}
	for _, child := range childrenOf(in) {
		fixedIn(child, scrolled, do)
	}
}
