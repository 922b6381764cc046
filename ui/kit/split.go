package kit

import (
	"fyne.io/fyne/v2"

	"copleader/ui/look"
)

// Split puts a list and what is chosen in it side by side, each as tall as it wants to be within the room there is; both must
// scroll inside when they get less. In a window narrower than stackBelow times the text scale the list stands above.
func Split(listShare, stackBelow float32, list, detail fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &splitLayout{listShare, stackBelow}, Objects: []fyne.CanvasObject{list, detail}}
}

type splitLayout struct{ share, stackBelow float32 }

func (l *splitLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	list, detail := o[0], o[1]
	if !detail.Visible() {
		place(list, 0, 0, size.Width, min(size.Height, HeightFor(list, size.Width)))
		return
	}
	if size.Width >= scaled(l.stackBelow) {
		w := whole((size.Width - look.GapCards) * l.share)
		rest := size.Width - look.GapCards - w
		place(list, 0, 0, w, min(size.Height, HeightFor(list, w)))
		place(detail, w+look.GapCards, 0, rest, min(size.Height, HeightFor(detail, rest)))
		return
	}
	room := size.Height - look.GapCards
	below := HeightFor(detail, size.Width)
	// The detail gets what the list leaves, but at least half.
	high := min(HeightFor(list, size.Width), max(room/2, room-below))
	place(list, 0, 0, size.Width, high)
	place(detail, 0, high+look.GapCards, size.Width, min(room-high, below))
}

func (l *splitLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	// Both scroll, so neither holds the window open.
	return fyne.NewSize(min(widest(o), scaled(280)), scaled(120))
}
