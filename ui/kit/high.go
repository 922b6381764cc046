package kit

import "fyne.io/fyne/v2"

// High keeps an object at a height in points, whatever it wants itself: a list in a dialog, which scrolls inside.
func High(height float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: highLayout{height}, Objects: []fyne.CanvasObject{o}}
}

type highLayout struct{ height float32 }

func (l highLayout) HeightFor([]fyne.CanvasObject, float32) float32 { return l.height }

func (l highLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		place(o, 0, 0, size.Width, size.Height)
	}
}

func (l highLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(widest(objects), l.height)
}
