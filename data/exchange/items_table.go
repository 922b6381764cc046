package exchange

import (
	"slices"
	"strings"

	"copleader/data"
)

// ItemsIn reads items of the backlog out of a table.
func ItemsIn(t *Table, c Columns) []Item {
	f := fillerOf(t, apart(c, "title", "description", "column"), data.ItemFields)
	bare := unmarked(t.column(slices.Index(c.Keys, "title"), c.Head+1))
	var items []Item
	for i := range t.Rows[min(max(c.Head+1, 0), len(t.Rows)):] {
		row := &t.Rows[c.Head+1+i]
		b := f.row(row)
		title, done := bare(f.part(row, "the title"))
		description := c.joined(row, "description")
		if title == "" && description == "" && len(b.Given) == 0 || isRuler(title) && description == "" {
			continue // a sum, a remark
		}
		titled(&b, title, description)
		intoColumn(&b, data.CleanLine(f.part(row, "the column")))
		if done && !b.gives("column") {
			b.Row.Column = data.ColumnDone
			b.give("column")
		}
		if owner := data.CleanLine(f.part(row, KeyOwner)); owner != "" {
			b.Named = map[string]string{"owner": owner}
		}
		b.settle(data.ItemFields, b.Row.Validate, data.Item{}, neededOfItem...)
		items = append(items, b)
	}
	return items
}

// joined is what stands in all columns of a key, one below the other.
func (c *Columns) joined(row *TableRow, key string) string {
	var parts []string
	for at, k := range c.Keys {
		if cell := row.cell(at); k == key && cell != "" {
			parts = append(parts, cell)
		}
	}
	return strings.Join(parts, "\n")
}
