package kit

import (
	"fyne.io/fyne/v2"
)

// Wrap puts objects of their own width side by side and goes on in a new line where the width ends: chips, buttons.
func Wrap(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &wrapLayout{gap: gap}, Objects: objects}
}

type wrapLayout struct {
	gap   float32
	width float32
}

// lines breaks the shown objects into lines that fit a width; every line has at least one.
func (l *wrapLayout) lines(objects []fyne.CanvasObject, width float32) [][]fyne.CanvasObject {
	var lines [][]fyne.CanvasObject
	var x float32
	for _, o := range shown(objects) {
		w := ownWidth(o)
		if len(lines) == 0 || (x > 0 && x+w > width) {
			lines = append(lines, nil)
			x = 0
		}
		lines[len(lines)-1] = append(lines[len(lines)-1], o)
		x += w + l.gap
	}
	return lines
}

func lineHeight(line []fyne.CanvasObject, width float32) float32 {
	var h float32
	for _, o := range line {
		h = max(h, HeightFor(o, min(width, ownWidth(o))))
	}
	return h
}

func (l *wrapLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	var sum float32
	for i, line := range l.lines(objects, width) {
		if i > 0 {
			sum += l.gap
		}
		sum += lineHeight(line, width)
	}
	return sum
}

func (l *wrapLayout) NaturalWidth(objects []fyne.CanvasObject) float32 {
	var sum float32
	for i, o := range shown(objects) {
		if i > 0 {
			sum += l.gap
		}
		sum += ownWidth(o)
	}
	return sum
}

func (l *wrapLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	var y float32
	for _, line := range l.lines(objects, size.Width) {
		h := lineHeight(line, size.Width)
		var x float32
		for _, o := range line {
			w := min(size.Width, ownWidth(o))
			oh := HeightFor(o, w)
			place(o, x, y+whole((h-oh)/2), w, oh)
			x += w + l.gap
		}
		y += h + l.gap
	}
}

func (l *wrapLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := widest(objects)
	return fyne.NewSize(w, l.HeightFor(objects, lastWidth(l.width, w)))
}
