package page

import "fmt"

const (
	// artGap keeps art away from the paper's edge, since office printers leave
	// about 4 to 6 mm white, and from a cut just as far: so a frame stands in the
	// middle of its card, and a crooked cut spoils nothing.
	artGap = 8.5
)

// Grid divides a sheet into equal cards that meet at the cuts, numbered row by
// row from 0 at the top left.
type Grid struct {
	Paper         Paper
	Columns, Rows int
}

// Sheet is the grid of 1, 2, 4 or 8 cards on a paper. Four on A4 are A6.
func Sheet(paper Paper, perSheet int) (Grid, error) {
	long, short := 1, 1
	switch perSheet {
	case 1:
	case 2:
		long = 2
	case 4:
		long, short = 2, 2
	case 8:
		long, short = 4, 2
	default:
		return Grid{}, fmt.Errorf("page: %d cards do not fit a sheet; 1, 2, 4 or 8 do", perSheet)
	}
	if paper.lying() {
		return Grid{Paper: paper, Columns: long, Rows: short}, nil
	}
	return Grid{Paper: paper, Columns: short, Rows: long}, nil
}

// Len is the number of cards on one sheet.
func (g Grid) Len() int { return g.Columns * g.Rows }

// Trim is the card as it is cut out.
func (g Grid) Trim(i int) Rect {
	column, row := g.at(i)
	w, h := g.Paper.Width/float64(g.Columns), g.Paper.Height/float64(g.Rows)
	return Rect{X: float64(column) * w, Y: float64(row) * h, W: w, H: h}
}

// Art is the part of a card that may be printed on: clear of the paper's edge
// and of the cuts.
func (g Grid) Art(i int) Rect {
	return g.Trim(i).Inset(artGap)
}

// Back is the place, on the other side of the sheet, behind card i when the
// sheet is turned over its long edge: the columns change sides on upright
// paper, the rows on paper that lies down.
func (g Grid) Back(i int) int {
	column, row := g.at(i)
	if g.Paper.lying() {
		row = g.Rows - 1 - row
	} else {
		column = g.Columns - 1 - column
	}
	return row*g.Columns + column
}

func (g Grid) at(i int) (column, row int) {
	i = clamp(i, 0, g.Len()-1)
	return i % g.Columns, i / g.Columns
}
