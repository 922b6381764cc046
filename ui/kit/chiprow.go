package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// ChipRow is a row of chips of which one is selected. Where there is no room it goes on in a second line, or, where that was asked for,
// has the chips that find no room in a menu at its end.
type ChipRow struct {
	widget.BaseWidget
	choose   func(index int)
	chips    []*FilterChip
	selected int
	wrap     *fyne.Container
	more     *FilterChip // opens the menu; nil where the row goes on in a second line
	moreWord string
	fitting  int             // how many chips there is room for beside the menu
	head     *fyne.Container // the page's head that gives the row its room; nil where something else does
}

// NewChipRow makes the row of chips beside a page's title.
func NewChipRow(texts []string, selected int, choose func(index int)) *ChipRow {
	r := &ChipRow{choose: choose, wrap: Wrap(look.GapInRow)}
	r.ExtendBaseWidget(r)
	r.Set(texts, selected)
	return r
}

// Fold has the chips that find no room in a menu of this name, and gives the same row back.
func (r *ChipRow) Fold(more string) *ChipRow {
	r.moreWord = more
	r.more = NewFilterChip("", func() { popMenuBelow(r.more, r.folded()) })
	r.more.ID, r.more.menu = "more", true
	r.put()
	return r
}

// Set changes texts and selection without calling back. Chips are kept, so that one with the focus keeps it.
func (r *ChipRow) Set(texts []string, selected int) {
	for i := len(r.chips); i < len(texts); i++ {
		r.chips = append(r.chips, NewFilterChip("", func() { r.tap(i) }))
	}
	r.chips = r.chips[:len(texts)]
	before := r.NaturalWidth()
	for i, c := range r.chips {
		c.text, c.selected = texts[i], i == selected
	}
	r.selected = selected
	r.put()
	r.Refresh()
	if r.head != nil && r.NaturalWidth() != before {
		r.head.Refresh() // it gave the room that the row took
	}
}

// put puts the chips into the row.
func (r *ChipRow) put() {
	objects := make([]fyne.CanvasObject, 0, len(r.chips)+1)
	for _, c := range r.chips {
		objects = append(objects, c)
	}
	if r.more != nil {
		objects = append(objects, r.more)
	}
	r.wrap.Objects = objects
	r.fit(r.Size().Width)
}

// folded are the chips that found no room, as a menu.
func (r *ChipRow) folded() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for i := r.fitting; i < len(r.chips); i++ {
		item := fyne.NewMenuItem(r.chips[i].text, func() { r.tap(i) })
		item.Checked = i == r.selected
		items = append(items, item)
	}
	return items
}

// fit shows the chips there is room for. The menu stands for the one selected where that is in it.
func (r *ChipRow) fit(width float32) {
	if r.more == nil {
		return
	}
	r.more.Hidden, r.fitting = true, len(r.chips)
	if r.NaturalWidth() > width && width > 0 {
		r.more.Hidden = false
		room := width - r.moreWidth()
		r.fitting = 0
		for r.fitting < len(r.chips)-1 && room >= r.chips[r.fitting].least().Width+look.GapInRow {
			room -= r.chips[r.fitting].least().Width + look.GapInRow
			r.fitting++
		}
	}
	for i, c := range r.chips {
		c.Hidden = i >= r.fitting
	}
	r.more.text, r.more.selected = r.moreWord, r.selected >= r.fitting
	if r.more.selected && r.selected < len(r.chips) {
		r.more.text = r.chips[r.selected].text
	}
}

// moreWidth is the most that the menu takes: it may stand for any chip.
func (r *ChipRow) moreWidth() float32 {
	face := r.more.chipFace
	face.text = r.moreWord
	w := face.least().Width
	for _, c := range r.chips[min(1, len(r.chips)):] {
		face.text = c.text
		w = max(w, face.least().Width)
	}
	return w
}

// LeastWidth is that with the first chip and the menu alone.
func (r *ChipRow) LeastWidth() float32 {
	if r.more == nil || len(r.chips) == 0 {
		return r.NaturalWidth()
	}
	return min(r.NaturalWidth(), r.chips[0].least().Width+look.GapInRow+r.moreWidth())
}

// Selected is the index of the selected chip.
func (r *ChipRow) Selected() int { return r.selected }

func (r *ChipRow) tap(index int) {
	for i, c := range r.chips {
		c.SetSelected(i == index)
	}
	r.selected = index
	if r.more != nil {
		r.fit(r.Size().Width)
		r.Refresh()
	}
	if r.choose != nil {
		r.choose(index)
	}
}

// Parts are the children.
func (r *ChipRow) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{r.wrap} }

// HeightFor is that of the lines of chips.
func (r *ChipRow) HeightFor(width float32) float32 {
	r.fit(width)
	return HeightFor(r.wrap, width)
}

// NaturalWidth is that of all chips in one line.
func (r *ChipRow) NaturalWidth() float32 {
	var w float32
	for i, c := range r.chips {
		if i > 0 {
			w += look.GapInRow
		}
		w += up(c.least().Width)
	}
	return w
}

// CreateRenderer links the widget to its drawing.
func (r *ChipRow) CreateRenderer() fyne.WidgetRenderer {
	d := wrapRenderer(r, r.wrap).(*drawn)
	inner := d.layout
	d.layout = func(size fyne.Size) {
		r.fit(size.Width)
		inner(size)
	}
	return d
}
