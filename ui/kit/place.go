package kit

import "fyne.io/fyne/v2"

// slotColumn is a board column as seen from the board: where it stands and where its items stand, the dragged one left out.
type slotColumn struct {
	x, width float32
	items    []slotItem
}

// slotItem is where an item of a column stands.
type slotItem struct{ top, height float32 }

// dropSlack is how far beside the board's columns a drop still counts, in points; further out it does nothing.
const dropSlack float32 = 24

// placeDrop decides into which column and before which item a point falls: the nearest column, before the first item whose
// middle lies below the point. Both are -1 when the point is beside the board.
func placeDrop(columns []slotColumn, p fyne.Position) (column, index int) {
	column = -1
	nearest := dropSlack
	for i, c := range columns {
		d := distance(p.X, c.x, c.x+c.width)
		if d < nearest || (d == nearest && column < 0) {
			column, nearest = i, d
		}
	}
	if column < 0 {
		return -1, -1
	}
	for i, item := range columns[column].items {
		if p.Y < item.top+item.height/2 {
			return column, i
		}
	}
	return column, len(columns[column].items)
}

// distance of a value from a range, 0 inside.
func distance(v, from, to float32) float32 {
	switch {
	case v < from:
		return from - v
	case v > to:
		return v - to
	default:
		return 0
	}
}
