package forleader

import (
	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/press"
)

// RosterPages makes the list of members on paper: exactly the rows and
// columns that the screen shows.
func RosterPages(d *press.Draft) (press.Product, error) {
	table := shownTable(d)
	if len(table.rows) == 0 {
		return nil, data.Fault(data.CodeNothing, "There is nobody on this list.")
	}
	// A list that is a little too long for a page is set a little smaller; over several pages the rows are spread evenly.
	p := rosterOn(d, table, rosterSizes[0])
	for _, size := range rosterSizes[1:] {
		if p.Doc.Pages() == 1 || len(table.rows) > rosterTried {
			break
		}
		if q := rosterOn(d, table, size); q.Doc.Pages() == 1 {
			p = q
		}
	}
	p.Annex()
	return p.Doc, p.Doc.Err()
}

// Sizes of letters that are tried, the usual one first. So many rows don't fit on one page in any of them.
var rosterSizes = []float64{9.5, 9, 8.5}

const rosterTried = 50

// rosterLines are the most lines of a cell: the longest name and unit that a form takes stand whole, so that no page of two names follows the list.
const rosterLines = 9

// rosterOn sets the list in a size of letters.
func rosterOn(d *press.Draft, table rosterTable, size float64) *press.Running {
	p := &press.Running{Pages: press.PagesOn(d, d.Opt.Paper.Landscape())}
	p.Side, p.Foot = press.NarrowSide, d.Say.Text("For the leader alone")
	p.Open(p.Say.Text("%s: members", p.Community.Name), table.lead)
	t := page.Table{Text: page.Style{Size: size, MaxLines: rosterLines}}
	columns := table.onPaper()
	for _, i := range columns {
		c := table.columns[i]
		t.Columns = append(t.Columns, page.TableColumn{Head: c.head, Share: c.share, Align: page.AlignLeft})
	}
	var rows [][]page.TableCell
	for _, row := range table.rows {
		cells := make([]page.TableCell, 0, len(columns))
		for _, i := range columns {
			cell := page.TableCell{Text: row.cells[i], Bold: table.columns[i].key == rosterName}
			if cell.Bold && row.cells[i+1] != "" {
				cell.Text += " · " + row.cells[i+1] // the roles, which have no column on paper either; below, they would cost a line each
			}
			cells = append(cells, cell)
		}
		rows = append(rows, cells)
	}
	p.EvenTable(t, rows)
	return p
}

// onPaper are the places of the columns that stand on paper: those of the window, which has none for the roles.
func (t rosterTable) onPaper() (places []int) {
	for i, c := range t.columns {
		if c.key != rosterRoles {
			places = append(places, i)
		}
	}
	return places
}
