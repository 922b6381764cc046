package kit

import "fyne.io/fyne/v2"

// wide is the width of head and rows where the list has so much room: a list whose columns the person arranged shows all of them, and is
// scrolled sideways where they need more.
func (l *placeList) wide(room float32) float32 {
	if !l.arranged || l.options.Whole {
		return room
	}
	need, n := 2*rowSide+l.boxRoom(), 0
	for i, c := range l.options.Columns {
		if l.leftOut(c, room) {
			continue
		}
		n++
		switch fixed := l.fixedWidth(c); {
		case l.sized[c.ID] > 0:
			need += fixed
		default:
			need += max(fixed, l.longestWords()[i])
		}
	}
	return max(room, up(need+columnGap*float32(max(0, n-1))))
}

// headLayout has the head as wide as the rows, and as far to the left.
type headLayout struct{ list *placeList }

func (h headLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	place(h.list.head, -h.list.scroll.Offset.X, 0, h.list.wide(size.Width), size.Height)
}

func (h headLayout) MinSize([]fyne.CanvasObject) fyne.Size { return h.list.head.MinSize() }

// placeHead puts the titles above their columns.
func (l *placeList) placeHead() {
	if l.headIn != fyne.CanvasObject(l.head) {
		place(l.head, -l.scroll.Offset.X, 0, l.wide(l.headIn.Size().Width), l.headIn.Size().Height)
	}
}

// columnInSight scrolls so far sideways that a column can be seen.
func (l *placeList) columnInSight(id string) {
	room := l.scroll.Size().Width
	x := rowSide + l.boxRoom()
	for i, w := range l.widths(l.wide(room)) {
		switch {
		case w == 0:
			continue
		case l.options.Columns[i].ID == id:
			l.sideways(sightOffset(l.scroll.Offset.X, room, x, w))
			return
		}
		x += w + columnGap
	}
}

// sidewaysBy scrolls by an arrow: about a column, or a third of what is seen where that is more.
func (l *placeList) sidewaysBy(arrow fyne.KeyName) {
	room := l.scroll.Size().Width
	step := whole(min(room*3/4, max(scaled(columnUsual), room/3)))
	if arrow == fyne.KeyLeft {
		step = -step
	}
	l.sideways(l.scroll.Offset.X + step)
}

// sideways scrolls to a place from left to right, as far as there is something.
func (l *placeList) sideways(x float32) {
	room := l.scroll.Size().Width
	scrollTo(l.scroll, fyne.NewPos(min(max(0, x), l.wide(room)-room), l.scroll.Offset.Y))
}
