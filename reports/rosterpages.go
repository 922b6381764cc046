package reports

import (
	"copleader/data"
	"copleader/reports/page"
)

// makeRosterPages makes the list of members on paper: exactly the rows and
// columns that the screen shows.
func makeRosterPages(d *draft) (product, error) {
	table := d.rosterTable()
	if len(table.rows) == 0 {
		return nil, data.Fault(data.CodeNothing, "There is nobody on this list.")
	}
	p := &running{sheetPages: newPages(d, d.opt.Paper.Landscape())}
	p.side = charterSide
	p.open(p.say.Text("%s: members", p.Community.Name), table.lead)
	shares := []float64{26, 22, 16, 22, 12, 30, 15}
	t := page.Table{Text: page.Style{Size: 9.5, MaxLines: 3}}
	for i, head := range table.heads {
		t.Columns = append(t.Columns, page.TableColumn{Head: head, Share: shares[min(i, len(shares)-1)], Align: page.AlignLeft})
	}
	var rows [][]page.TableCell
	for _, row := range table.rows {
		cells := make([]page.TableCell, len(row.cells))
		for i, text := range row.cells {
			cells[i] = page.TableCell{Text: text, Bold: i == 0}
		}
		rows = append(rows, cells)
	}
	p.table(t, rows)
	p.annex()
	return p.doc, p.doc.Err()
}
