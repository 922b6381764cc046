package forleader

import (
	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/press"
)

// RosterPages makes the list of members on paper: exactly the rows and
// columns that the screen shows.
func RosterPages(d *press.Draft) (press.Product, error) {
	table := tableOf(d)
	if len(table.rows) == 0 {
		return nil, data.Fault(data.CodeNothing, "There is nobody on this list.")
	}
	p := &press.Running{Pages: press.PagesOn(d, d.Opt.Paper.Landscape())}
	p.Side = press.NarrowSide
	p.Open(p.Say.Text("%s: members", p.Community.Name), table.lead)
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
	p.Table(t, rows)
	p.Annex()
	return p.Doc, p.Doc.Err()
}
