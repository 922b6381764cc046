package exchange

import (
	"slices"
	"strings"

	"copleader/data"
)

// Table is one sheet of a workbook, or what stands in a text file or a pasted
// text in rows and columns.
type Table struct {
	Name string // of the sheet; empty where there is only one
	Rows []TableRow

	Hidden int       // how many of the rows the sheet doesn't show
	Near   data.Date // days without a year are meant near this one; 0 where such are none
}

// TableRow is one row; those in which nothing stands are left out. Days are
// written 2026-11-30, times 14:05 and numbers without groups, however the sheet
// shows them; texts are clean (data.CleanText).
type TableRow struct {
	Line  int // as the program that made it counts, from 1
	Cells []string
}

// Columns says what stands in the columns of a table.
type Columns struct {
	Head int      // place of the row with the headings in Rows; -1 for none
	Keys []string // for each column the key of a field; empty for one that is left out
}

// notTaken are the rows of a table of which nothing was brought.
func notTaken[T any](t *Table, c Columns, brought []Brought[T]) []Passed {
	taken := make(map[int]bool, len(brought))
	for i := range brought {
		taken[brought[i].Line] = true
	}
	var passed []Passed
	for i := range t.Rows {
		row := &t.Rows[i]
		if i == c.Head || taken[row.Line] {
			continue
		}
		filled := slices.DeleteFunc(slices.Clone(row.Cells), func(cell string) bool { return cell == "" })
		passed = append(passed, Passed{row.Line, strings.Join(filled, ", ")})
	}
	return passed
}
