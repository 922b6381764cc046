package kit

import (
	"fyne.io/fyne/v2"
)

// VStack puts objects below one another, each as high as it wants to be at the stack's width.
func VStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &stackLayout{gap: gap}, Objects: objects}
}

type stackLayout struct {
	gap   float32
	width float32
}

func (l *stackLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	var sum float32
	for i, o := range shown(objects) {
		if i > 0 {
			sum += l.gap
		}
		sum += HeightFor(o, width)
	}
	return sum
}

func (l *stackLayout) NaturalWidth(objects []fyne.CanvasObject) float32 {
	var w float32
	for _, o := range objects {
		w = max(w, ownWidth(o))
	}
	return w
}

func (l *stackLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	var y float32
	for _, o := range shown(objects) {
		h := HeightFor(o, size.Width)
		place(o, 0, y, size.Width, h)
		y += h + l.gap
	}
}

func (l *stackLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := widest(objects)
	return fyne.NewSize(w, l.HeightFor(objects, lastWidth(l.width, w)))
}

// lastWidth is the width to ask heights for: the one last laid out, else a guess no narrower than the smallest.
func lastWidth(last, smallest float32) float32 {
	if last > 0 {
		return last
	}
	return max(smallest, guessedWidth)
}

// Edges are distances inside an object's four sides, in points.
type Edges struct{ Top, Right, Bottom, Left float32 }

// All is the same distance on all four sides.
func All(n float32) Edges { return Edges{n, n, n, n} }

// Sides is one distance above and below, another left and right.
func Sides(vertical, horizontal float32) Edges {
	return Edges{vertical, horizontal, vertical, horizontal}
}

func (e Edges) width() float32  { return e.Left + e.Right }
func (e Edges) height() float32 { return e.Top + e.Bottom }

// Pad keeps edges free around one object, which fills the rest.
func Pad(edges Edges, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &padLayout{edges: edges}, Objects: []fyne.CanvasObject{o}}
}

type padLayout struct {
	edges Edges
	width float32
}

func (l *padLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	var h float32
	for _, o := range shown(objects) {
		h = max(h, HeightFor(o, width-l.edges.width()))
	}
	return h + l.edges.height()
}

func (l *padLayout) NaturalWidth(objects []fyne.CanvasObject) float32 {
	var w float32
	for _, o := range objects {
		w = max(w, ownWidth(o))
	}
	return w + l.edges.width()
}

func (l *padLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	for _, o := range objects {
		place(o, l.edges.Left, l.edges.Top, size.Width-l.edges.width(), size.Height-l.edges.height())
	}
}

func (l *padLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := widest(objects) + l.edges.width()
	return fyne.NewSize(w, l.HeightFor(objects, lastWidth(l.width, w)))
}

// Over lays objects on top of one another, the last one uppermost, all as large as the whole.
func Over(objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &padLayout{}, Objects: objects}
}

// Fit gives one object its own height, or less where there is less room: a card as tall as its content that scrolls inside
// when the window is too small for it.
func Fit(o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &fitLayout{}, Objects: []fyne.CanvasObject{o}}
}

type fitLayout struct{ padLayout }

func (l *fitLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	for _, o := range objects {
		place(o, 0, 0, size.Width, min(size.Height, HeightFor(o, size.Width)))
	}
}

func (l *fitLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	// What fits itself in must not ask for its full height.
	return fyne.NewSize(widest(objects), 1)
}

// MinWidth keeps an object at least this wide times the text scale.
func MinWidth(width float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &minWidthLayout{least: width}, Objects: []fyne.CanvasObject{o}}
}

type minWidthLayout struct {
	padLayout
	least float32
}

func (l *minWidthLayout) NaturalWidth(objects []fyne.CanvasObject) float32 {
	return max(scaled(l.least), l.padLayout.NaturalWidth(objects))
}

func (l *minWidthLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	s := l.padLayout.MinSize(objects)
	return fyne.NewSize(max(s.Width, scaled(l.least)), s.Height)
}

// Space is an empty thing of a fixed size.
func Space(width, height float32) fyne.CanvasObject {
	return &fyne.Container{Layout: fixedLayout{width, height}}
}

type fixedLayout struct{ width, height float32 }

func (fixedLayout) Layout([]fyne.CanvasObject, fyne.Size) {}

func (l fixedLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.width, l.height)
}
