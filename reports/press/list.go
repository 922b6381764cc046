package press

// List is a list as the window shows it: the rows that are shown, or those chosen among them, in the columns that are shown, in their order.
type List struct {
	Title   string // what is listed: "Events"
	Lead    string // which of it: "3 chosen"
	Columns []ListColumn
	Rows    []ListRow
}

// ListColumn is a column of a list.
type ListColumn struct {
	Head  string
	Share float64 // of the width, set against the others'
}

// ListRow is a row of a list, a text for each column.
type ListRow struct {
	Section string // the heading under which it stands, "" for none
	Cells   []string
}

// Sections are the headings in their order, each with its rows.
func (l *List) Sections() (titles []string, rows [][]ListRow) {
	for i, r := range l.Rows {
		if i == 0 || r.Section != l.Rows[i-1].Section {
			titles, rows = append(titles, r.Section), append(rows, nil)
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], r)
	}
	return titles, rows
}
