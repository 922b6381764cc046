package kit

import "fyne.io/fyne/v2"

// Fill puts a head and a foot at their own heights above and below a body that takes the rest: a list with a line under it.
// Head and foot may be nil. Where there is less room than all three want, the body gets less, so a body that scrolls itself
// never grows beyond its card.
func Fill(gap float32, head, body, foot fyne.CanvasObject) *fyne.Container {
	l := &fillLayout{gap: gap, head: head, body: body, foot: foot}
	c := &fyne.Container{Layout: l}
	for _, o := range []fyne.CanvasObject{head, body, foot} {
		if o != nil {
			c.Objects = append(c.Objects, o)
		}
	}
	return c
}

type fillLayout struct {
	gap              float32
	head, body, foot fyne.CanvasObject
	width            float32
}

// ends are the heights of head and foot, each with the gap between it and the body.
func (l *fillLayout) ends(width float32) (head, foot float32) {
	if l.head != nil && l.head.Visible() {
		head = HeightFor(l.head, width) + l.gap
	}
	if l.foot != nil && l.foot.Visible() {
		foot = HeightFor(l.foot, width) + l.gap
	}
	return head, foot
}

func (l *fillLayout) HeightFor(_ []fyne.CanvasObject, width float32) float32 {
	head, foot := l.ends(width)
	return head + HeightFor(l.body, width) + foot
}

func (l *fillLayout) NaturalWidth(objects []fyne.CanvasObject) float32 {
	var w float32
	for _, o := range objects {
		w = max(w, ownWidth(o))
	}
	return w
}

func (l *fillLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	head, foot := l.ends(size.Width)
	if head > 0 {
		place(l.head, 0, 0, size.Width, head-l.gap)
	}
	place(l.body, 0, head, size.Width, size.Height-head-foot)
	if foot > 0 {
		place(l.foot, 0, size.Height-foot+l.gap, size.Width, foot-l.gap)
	}
}

func (l *fillLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := widest(objects)
	return fyne.NewSize(w, l.HeightFor(objects, lastWidth(l.width, w)))
}
