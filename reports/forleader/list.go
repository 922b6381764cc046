package forleader

import (
	"bytes"
	"encoding/csv"
	"slices"

	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/press"
	"copleader/reports/sheet"
)

// A list of the window becomes a document as it is shown there: the same rows, columns and order. It is for the leader.

// listed is the list asked for, or why there is none.
func listed(d *press.Draft) (*press.List, error) {
	if d.Opt.List == nil || len(d.Opt.List.Rows) == 0 {
		return nil, data.Fault(data.CodeNothing, "There is nothing on this list.")
	}
	return d.Opt.List, nil
}

// listLead says when the list stood so, and which part of it that is.
func listLead(d *press.Draft, l *press.List) string {
	return press.Dotted(d.Say.Text("As of %s", d.Opt.Today), l.Lead)
}

// ListPages makes a list of the window on paper.
func ListPages(d *press.Draft) (press.Product, error) {
	l, err := listed(d)
	if err != nil {
		return nil, err
	}
	p := &press.Running{Pages: press.PagesOn(d, listPaper(d, l))}
	p.Side, p.Foot = press.NarrowSide, d.Say.Text("For the leader alone")
	p.Open(d.Say.Text("%s: %s", d.Community.Name, l.Title), listLead(d, l))
	t := page.Table{Text: page.Style{Size: 9.5, MaxLines: rosterLines}}
	for _, c := range l.Columns {
		t.Columns = append(t.Columns, page.TableColumn{Head: c.Head, Share: c.Share, Align: page.AlignLeft})
	}
	titles, groups := l.Sections()
	for i, rows := range groups {
		if titles[i] != "" {
			p.Section(titles[i], 1)
		}
		p.EvenTable(t, listCells(rows))
	}
	p.Annex()
	return p.Doc, p.Doc.Err()
}

// listPaper lies where the columns are many.
func listPaper(d *press.Draft, l *press.List) page.Paper {
	if len(l.Columns) > 3 {
		return d.Opt.Paper.Landscape()
	}
	return d.Opt.Paper
}

func listCells(rows []press.ListRow) [][]page.TableCell {
	out := make([][]page.TableCell, len(rows))
	for i, r := range rows {
		for n, text := range r.Cells {
			out[i] = append(out[i], page.TableCell{Text: text, Bold: n == 0})
		}
	}
	return out
}

// listTable is a list as rows of texts below their heads; where it has headings, they are a column of their own.
func listTable(d *press.Draft, l *press.List) [][]string {
	grouped := slices.ContainsFunc(l.Rows, func(r press.ListRow) bool { return r.Section != "" })
	under := func(section string, cells []string) []string {
		if grouped {
			return append([]string{section}, cells...)
		}
		return cells
	}
	var heads []string
	for _, c := range l.Columns {
		heads = append(heads, c.Head)
	}
	rows := [][]string{under(d.Say.Text("Group"), heads)}
	for _, r := range l.Rows {
		rows = append(rows, under(r.Section, r.Cells))
	}
	return rows
}

// ListBook makes a list of the window as a workbook.
func ListBook(d *press.Draft) (press.Product, error) {
	l, err := listed(d)
	if err != nil {
		return nil, err
	}
	rows := listTable(d, l)
	var widths []float64
	for range len(rows[0]) - len(l.Columns) {
		widths = append(widths, 18)
	}
	for _, c := range l.Columns {
		widths = append(widths, listWidth(c))
	}
	book := sheet.New(d.BookSetup())
	s := book.Add(sheet.Layout{Name: l.Title, Widths: widths, Freeze: 3, Tab: sheet.Primary})
	s.Row(30, sheet.Cell{Value: d.Say.Text("%s: %s", d.Community.Name, l.Title), Style: press.HeadingStyle})
	s.Row(18, sheet.Cell{Value: listLead(d, l), Style: sheet.Style{Color: sheet.Muted}})
	heading := s.Row(22, press.Headings(rows[0]...)...)
	for _, row := range rows[1:] {
		cells := make([]sheet.Cell, len(row))
		for i, text := range row {
			cells[i] = press.TextCell(text)
		}
		s.Row(0, cells...)
	}
	s.Filter(heading)
	return press.Writing(book.Write), book.Err()
}

// listWidth is the width of a column in a workbook, whose shares are those of a window.
func listWidth(c press.ListColumn) float64 { return min(60, max(12, c.Share/7)) }

// ListCSV makes a list of the window for other programs.
func ListCSV(d *press.Draft) (press.Product, error) {
	l, err := listed(d)
	if err != nil {
		return nil, err
	}
	return csvOf(d, listTable(d, l))
}

// csvOf are rows of texts as a plain table.
func csvOf(d *press.Draft, rows [][]string) (press.Product, error) {
	var out bytes.Buffer
	// Without this mark Excel reads the letters of the system's old code page.
	out.WriteString("\ufeff")
	w := csv.NewWriter(&out)
	w.Comma, w.UseCRLF = d.Opt.CellSeparator(), true
	for _, row := range rows {
		for i, cell := range row {
			row[i] = harmless(cell)
		}
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return press.Bytes(out.Bytes()), w.Error()
}
