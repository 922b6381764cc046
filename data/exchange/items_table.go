package exchange

import (
	"regexp"
	"slices"
	"strings"

	"copleader/data"
)

// ItemsIn reads items of the backlog out of a table.
func ItemsIn(t *Table, c Columns) []Item {
	f := fillerOf(t, apart(c, "title", "description", "column"), data.ItemFields)
	bare := unmarked(t.column(slices.Index(c.Keys, "title"), c.Head+1))
	archived := -1
	if c.Head >= 0 {
		archived = slices.IndexFunc(t.Rows[c.Head].Cells, func(cell string) bool { return archivedHeadings[headingWord(cell)] })
	}
	var items []Item
	for i := range t.Rows[min(max(c.Head+1, 0), len(t.Rows)):] {
		row := &t.Rows[c.Head+1+i]
		b := f.row(row)
		if ticked, _ := tickIn(row.cell(archived)); ticked {
			continue // it was put aside there
		}
		title, done := bare(f.part(row, "the title"))
		description := c.description(t, row)
		if title == "" && description == "" && len(b.Given) == 0 || isRuler(title) && description == "" {
			continue // a sum, a remark
		}
		titled(&b, title, description)
		intoColumn(&b, data.CleanLine(f.part(row, "the column")))
		if done && !b.gives("column") {
			b.Row.Column = data.ColumnDone
			b.give("column")
		}
		if owner, _ := addressIn(data.CleanLine(f.part(row, KeyOwner))); owner != "" {
			b.Named = map[string]string{"owner": owner}
		}
		waits(&b)
		b.settle(data.ItemFields, b.Row.Validate, data.Item{}, neededOfItem...)
		items = append(items, b)
	}
	return items
}

// archivedHeadings are over whether a card was archived.
var archivedHeadings = wordSet(`archived isarchived archiviert archive archivee archivado archivada`)

// waits takes what came of an item that is parked for why it has to wait: our own workbook has one column for both.
func waits(b *Item) {
	if b.Row.Column == data.ColumnParked && b.gives("outcome") && !b.gives("parkedReason") {
		b.Row.ParkedReason, b.Row.Outcome = b.fitted(b.Row.Outcome, data.ItemFields.Of("parkedReason")), ""
		b.Given = slices.DeleteFunc(b.Given, func(key string) bool { return key == "outcome" })
		b.give("parkedReason")
	}
}

// description is what stands in all columns that tell more of an item, one below the other; labels are written as those of cards are.
func (c *Columns) description(t *Table, row *TableRow) string {
	var parts []string
	for at, k := range c.Keys {
		cell := row.cell(at)
		if k != "description" || cell == "" {
			continue
		}
		if c.Head >= 0 && tagHeadings[headingWord(t.Rows[c.Head].cell(at))] {
			cell = hashed(listIn(colourBehind.ReplaceAllString(cell, "")))
		}
		parts = append(parts, cell)
	}
	return strings.Join(parts, "\n")
}

// tagHeadings are over labels.
var tagHeadings = wordSet(`tags labels etiketten schlagworter etiquettes etiquetas`)

// colourBehind is the colour of a label, which Trello's tables write behind its name: "Testing (green)"; of one without a name nothing is left.
var colourBehind = regexp.MustCompile(`\s*\((?:green|yellow|orange|red|purple|blue|sky|lime|pink|black|null)(?:_(?:light|dark))?\)`)

// hashed writes labels as words: "#low_effort #idea".
func hashed(labels []string) string {
	words := make([]string, len(labels))
	for i, label := range labels {
		words[i] = "#" + strings.ReplaceAll(data.CleanLine(label), " ", "_")
	}
	return strings.Join(words, " ")
}
