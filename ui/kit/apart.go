package kit

import (
	"fyne.io/fyne/v2"

	"copleader/ui/look"
)

// Apart puts one thing at the left and one at the right of a line, or the second below the first where they have no room beside each other.
func Apart(left, right fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &apartLayout{}, Objects: []fyne.CanvasObject{left, right}}
}

type apartLayout struct{ width float32 }

func (l *apartLayout) together(o []fyne.CanvasObject, width float32) bool {
	return l.NaturalWidth(o) <= width
}

// HeightFor is one line's, or two.
func (l *apartLayout) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	left, right := HeightFor(o[0], min(width, ownWidth(o[0]))), HeightFor(o[1], min(width, ownWidth(o[1])))
	if l.together(o, width) || right == 0 {
		return max(left, right)
	}
	return left + look.GapInRow/2 + right
}

// NaturalWidth is that of one line.
func (l *apartLayout) NaturalWidth(o []fyne.CanvasObject) float32 {
	return ownWidth(o[0]) + look.GapInRow + ownWidth(o[1])
}

// Layout places both.
func (l *apartLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	left, right := min(size.Width, ownWidth(o[0])), min(size.Width, ownWidth(o[1]))
	high, low := HeightFor(o[0], left), HeightFor(o[1], right)
	if l.together(o, size.Width) {
		row := max(high, low)
		place(o[0], 0, Middle.offset(row, high), left, high)
		place(o[1], size.Width-right, Middle.offset(row, low), right, low)
		return
	}
	place(o[0], 0, 0, left, high)
	place(o[1], size.Width-right, high+look.GapInRow/2, right, low)
}

// MinSize is that of the wider one.
func (l *apartLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	w := widest(o)
	return fyne.NewSize(w, l.HeightFor(o, lastWidth(l.width, w)))
}
