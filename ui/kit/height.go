package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Tall is what knows its height for a width, because text in it wraps.
type Tall interface {
	HeightFor(width float32) float32
}

// tallLayout is a layout that knows the height of its objects for a width.
type tallLayout interface {
	fyne.Layout
	HeightFor(objects []fyne.CanvasObject, width float32) float32
}

// guessedWidth stands for the width of a thing that was never laid out, so that its smallest size isn't a tower.
const guessedWidth float32 = 320

// HeightFor is the height an object wants at a width, in whole points; 0 when it is hidden.
func HeightFor(o fyne.CanvasObject, width float32) float32 {
	if o == nil || !o.Visible() {
		return 0
	}
	switch o := o.(type) {
	case Tall:
		return up(o.HeightFor(width))
	case *fyne.Container:
		if l, ok := o.Layout.(tallLayout); ok {
			return up(l.HeightFor(o.Objects, width))
		}
	case *widget.Label:
		// A wrapped label only knows its height after it was given its width.
		if o.Wrapping != fyne.TextWrapOff {
			o.Resize(fyne.NewSize(width, o.Size().Height))
		}
	}
	return up(o.MinSize().Height)
}

// ownWidth is the width an object takes when nothing forces it; natural is asked where the smallest width is narrower,
// because the text could wrap.
func ownWidth(o fyne.CanvasObject) float32 {
	if o == nil || !o.Visible() {
		return 0
	}
	return naturalWidth(o)
}

// naturalWidth is the width with every text in one line, of what is hidden too.
func naturalWidth(o fyne.CanvasObject) float32 {
	switch o := o.(type) {
	case interface{ NaturalWidth() float32 }:
		return up(o.NaturalWidth())
	case *fyne.Container:
		if l, ok := o.Layout.(interface {
			NaturalWidth(objects []fyne.CanvasObject) float32
		}); ok {
			return up(l.NaturalWidth(o.Objects))
		}
	}
	return up(o.MinSize().Width)
}

// up rounds up to a whole point: fractional heights would make every stack drift off the pixels. The tolerance keeps 36.0001,
// which is rounding of floats, at 36.
func up(v float32) float32 { return float32(math.Ceil(float64(v) - 0.001)) }

// whole rounds to the nearest whole point.
func whole(v float32) float32 { return float32(math.Round(float64(v))) }

// place moves and resizes an object onto whole points.
func place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(whole(x), whole(y)))
	o.Resize(fyne.NewSize(max(0, whole(x+width)-whole(x)), max(0, whole(height))))
}

// widest is the widest smallest width among objects.
func widest(objects []fyne.CanvasObject) float32 {
	var w float32
	for _, o := range objects {
		if o.Visible() {
			w = max(w, up(o.MinSize().Width))
		}
	}
	return w
}

// shown are the visible ones among objects.
func shown(objects []fyne.CanvasObject) []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o.Visible() {
			out = append(out, o)
		}
	}
	return out
}
