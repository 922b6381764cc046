package kit

import (
	"fyne.io/fyne/v2"

	"copleader/ui/look"
)

// ChosenBar says how many rows are chosen together, and offers what can be done with all of them. It is one line high: the deeds that
// have no room in it are in its menu, which holds all of them.
type ChosenBar struct {
	Box
	count *Para
	deeds []fyne.CanvasObject
	more  *Btn
	clear *LinkBtn
}

// ChosenDeeds are what a bar offers.
type ChosenDeeds struct {
	// Buttons are the usual deeds, the likeliest first.
	Buttons []*Btn
	// More gives all deeds, under the words MoreWord.
	More     func() []*fyne.MenuItem
	MoreWord string
	// Clear leaves one selected, under the words ClearWord.
	Clear     func()
	ClearWord string
	// Back puts the focus back to what they were chosen in: the bar goes with the choice, and a deed is over sooner or later.
	Back func()
}

// NewChosenBar makes a bar, hidden until Set says how many are chosen.
func NewChosenBar(d ChosenDeeds) *ChosenBar {
	b := &ChosenBar{count: newPara(look.SizeBody, nil), more: NewMenuBtn(Outlined, d.MoreWord, d.More)}
	b.clear = NewLinkBtn(d.ClearWord, func() { d.back(); d.Clear() })
	for _, btn := range append(d.Buttons[:len(d.Buttons):len(d.Buttons)], b.more) {
		press := btn.press
		btn.press = func() { d.back(); press() }
		if btn != b.more {
			b.deeds = append(b.deeds, btn)
		}
	}
	b.more.ID, b.clear.ID = "chosen.more", "chosen.clear"
	b.count.Ground = look.ColorPrimarySoft
	b.style = BoxStyle{Fill: look.ColorPrimarySoft, Border: look.ColorLine, Radius: look.RadiusField, Padding: Edges{Top: 7, Right: 12, Bottom: 7, Left: 12}}
	objects := append([]fyne.CanvasObject{b.count}, b.deeds...)
	b.content = &fyne.Container{Layout: chosenLayout{b}, Objects: append(objects, b.more, b.clear)}
	b.ExtendBaseWidget(b)
	b.Hide()
	return b
}

// back puts the focus back, where that is known.
func (d *ChosenDeeds) back() {
	if d.Back != nil {
		d.Back()
	}
}

// Set says how many are chosen; with empty words there are none, and nothing is shown. It tells whether that is a change of what stands
// in the window.
func (b *ChosenBar) Set(words string) (changed bool) {
	if words != "" {
		b.count.Set(Bold(words))
		b.content.Refresh()
	}
	return SetShown(b, words != "")
}

// UINode tells those who walk the window what this is.
func (b *ChosenBar) UINode() (kind, id, text string) { return "box", "chosen", "" }

// CreateRenderer links the widget to its drawing.
func (b *ChosenBar) CreateRenderer() fyne.WidgetRenderer { return b.draw(b) }

// chosenLayout is one line: how many, the deeds there is room for, the menu, and the way back at the right.
type chosenLayout struct{ bar *ChosenBar }

func (l chosenLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	b := l.bar
	put := func(o fyne.CanvasObject, x, width float32) {
		h := HeightFor(o, width)
		place(o, x, whole((size.Height-h)/2), width, h)
	}
	back, more := ownWidth(b.clear), ownWidth(b.more)
	end := size.Width - back
	put(b.clear, end, back)
	count := max(1, min(ownWidth(b.count), end-more-2*look.GapInRow))
	put(b.count, 0, count)
	x := count + look.GapInRow
	room := true
	for _, o := range b.deeds {
		w := naturalWidth(o) // of a hidden one too
		room = room && x+w+2*look.GapInRow+more <= end
		SetShown(o, room)
		if room {
			put(o, x, w)
			x += w + look.GapInRow
		}
	}
	put(b.more, x, more)
}

func (l chosenLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	b := l.bar
	width := ownWidth(b.more) + ownWidth(b.clear) + 2*look.GapInRow
	return fyne.NewSize(width, max(HeightFor(b.more, width), HeightFor(b.count, ownWidth(b.count))))
}

// HeightFor is one line, two where the words of how many need them.
func (l chosenLayout) HeightFor(_ []fyne.CanvasObject, width float32) float32 {
	b := l.bar
	count := max(1, min(ownWidth(b.count), width-ownWidth(b.clear)-ownWidth(b.more)-2*look.GapInRow))
	return max(HeightFor(b.more, width), HeightFor(b.count, count))
}
