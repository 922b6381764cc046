package kit

import (
	"slices"

	"fyne.io/fyne/v2"
)

// boardDrag is a drag under way. The distance is the sum of what Dragged reports, and the point that decides is the middle of
// the ghost: that is right with every driver, while pointer positions are not.
type boardDrag struct {
	item  *boardItem
	start fyne.Position // the item's place on the board when the drag began
	moved fyne.Delta
}

// dragged moves the ghost by a distance.
func (b *Board) dragged(item *boardItem, by fyne.Delta) {
	if b.options.Fixed {
		return
	}
	if b.drag == nil {
		d := fyne.CurrentApp().Driver()
		start := d.AbsolutePositionForObject(item).Subtract(d.AbsolutePositionForObject(b))
		b.drag = &boardDrag{item: item, start: start}
		title := item.title
		if n := len(b.about(item.ID)); n > 1 && b.options.Several != nil {
			title = b.options.Several(n)
		}
		b.ghost.Show(title, item.Size())
		item.Refresh()
	}
	b.drag.moved.DX += by.DX
	b.drag.moved.DY += by.DY
	b.ghost.MoveTo(b.drag.place())
	b.scrollUnder(b.drag.middle())
	b.showMark()
}

func (d *boardDrag) place() fyne.Position {
	return fyne.NewPos(whole(d.start.X+d.moved.DX), whole(d.start.Y+d.moved.DY))
}

func (d *boardDrag) middle() fyne.Position {
	size := d.item.Size()
	return d.place().AddXY(size.Width/2, size.Height/2)
}

// dropped ends the drag and asks for the move.
func (b *Board) dropped() {
	drag := b.drag
	if drag == nil {
		return
	}
	b.drag = nil
	b.ghost.Hide()
	drag.item.Refresh()
	b.FocusItem(drag.item.ID) // the press took the focus from wherever it was; the keys go on with what was moved
	without := b.about(drag.item.ID)
	column, index := placeDrop(b.slots(without...), drag.middle())
	from, at := b.find(drag.item.ID)
	if column < 0 || (len(without) == 1 && column == from && index == at) {
		return
	}
	b.moveAll(drag.item.ID, column, index)
}

// slots are the columns as placeDrop sees them, without the items that are dragged.
func (b *Board) slots(without ...int64) []slotColumn {
	out := make([]slotColumn, len(b.columns))
	for i, c := range b.columns {
		out[i] = slotColumn{x: c.Position().X - b.scroll.Offset.X, width: c.Size().Width}
		if b.folded(c) {
			// What is dropped on a strip goes to its end.
			continue
		}
		for _, item := range c.items {
			if !slices.Contains(without, item.ID) {
				out[i].items = append(out[i].items, slotItem{top: c.itemTop(item), height: item.Size().Height})
			}
		}
	}
	return out
}

// showMark puts the line where the item would drop.
func (b *Board) showMark() {
	slots := b.slots(b.about(b.drag.item.ID)...)
	column, index := placeDrop(slots, b.drag.middle())
	if column < 0 || b.folded(b.columns[column]) {
		b.ghost.Point(fyne.Position{}, fyne.Size{})
		return
	}
	s := slots[column]
	y := b.columns[column].bodyTop() + 2
	switch {
	case index < len(s.items):
		y = s.items[index].top - boardItemGap/2
	case len(s.items) > 0:
		last := s.items[len(s.items)-1]
		y = last.top + last.height + boardItemGap/2
	}
	b.ghost.Point(fyne.NewPos(whole(s.x)+8, whole(y)-2), fyne.NewSize(max(0, s.width-16), 4))
}

// scrollUnder scrolls the column under a point when the point nears its upper or lower edge, and the board at its sides.
func (b *Board) scrollUnder(p fyne.Position) {
	const near, by float32 = 28, 12
	column, _ := placeDrop(b.slots(), p)
	if column >= 0 {
		c := b.columns[column]
		top, bottom := c.bodyTop(), b.Size().Height
		switch {
		case p.Y < top+near:
			c.scroll.SetOffset(max(0, c.scroll.Offset()-by))
		case p.Y > bottom-near:
			c.scroll.SetOffset(c.scroll.Offset() + by)
		}
	}
	widest := max(0, b.strip.Size().Width-b.scroll.Size().Width)
	switch {
	case p.X < near:
		b.scroll.ScrollToOffset(fyne.NewPos(max(0, b.scroll.Offset.X-by), 0))
	case p.X > b.Size().Width-near && widest > 0:
		b.scroll.ScrollToOffset(fyne.NewPos(min(widest, b.scroll.Offset.X+by), 0))
	}
}
