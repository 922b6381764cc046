package exchange

import (
	"regexp"
	"strings"

	"copleader/data"
)

// ItemsIn reads items of the backlog out of a table.
func ItemsIn(t *Table, c Columns) []Item {
	f := fillerOf(t, apart(c, "title", "description", "column"), data.ItemFields)
	var items []Item
	for i := range t.Rows[min(max(c.Head+1, 0), len(t.Rows)):] {
		row := &t.Rows[c.Head+1+i]
		b := f.row(row)
		title, description := f.part(row, "the title"), f.part(row, "the description")
		if title == "" && description == "" && len(b.Given) == 0 {
			continue // a sum, a remark
		}
		titled(&b, title, description)
		intoColumn(&b, data.CleanLine(f.part(row, "the column")))
		if owner := data.CleanLine(f.part(row, KeyOwner)); owner != "" {
			b.Named = map[string]string{"owner": owner}
		}
		b.settle(data.ItemFields, b.Row.Validate, data.Item{}, neededOfItem...)
		items = append(items, b)
	}
	return items
}

var (
	itemMark = regexp.MustCompile(`^(?:[-*•·–—‣▪◦]\s+|\(?\d{1,3}[.)]\s+)?(\[[ xX]?\]|☐|☑|✓|✔|✅)?\s*`)
	indented = regexp.MustCompile(`^(?: {2,}|\t)\s*\S`)
)

// PastedItems reads items of the backlog out of a pasted text: a piece of a spreadsheet, or one item a line, with or
// without marks before it; what is ticked is done, and lines that stand further in tell more of the item above.
func PastedItems(text string) []Item {
	if len(text) > maxContent {
		return nil
	}
	if t := PastedTable(text); len(t.Rows) > 0 && widthOf(&t) > 1 && (strings.Contains(text, "\t") || GuessColumns(&t, Items).Head >= 0) {
		if c := GuessColumns(&t, Items); c.has("title") {
			return ItemsIn(&t, c)
		}
	}
	entries := entriesOf(text)
	items := make([]Item, 0, len(entries))
	for _, e := range entries {
		b := Item{Line: e.line}
		titled(&b, e.title, outdented(e.more))
		if e.done {
			b.Row.Column = data.ColumnDone
			b.give("column")
		}
		b.settle(data.ItemFields, b.Row.Validate, data.Item{}, neededOfItem...)
		items = append(items, b)
	}
	return items
}

// entry is one item of a pasted list.
type entry struct {
	line        int
	title, more string
	done        bool
}

// entriesOf are the items of a list, one a line.
func entriesOf(text string) []entry {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(text)
	var entries []entry
	further := false // whether lines that stand in belong to the one above
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n++
		bare := strings.TrimSpace(line)
		switch {
		case bare == "":
			continue
		case further && indented.MatchString(line):
			entries[len(entries)-1].more += strings.TrimRight(line, " ") + "\n"
			continue
		case len(entries) == maxRows:
			return nil // far more than anybody can mean to paste
		}
		further = further || !indented.MatchString(line)
		mark := itemMark.FindStringSubmatch(bare)
		entries = append(entries, entry{line: n, title: bare[len(mark[0]):], done: mark[1] != "" && !strings.Contains("[ ] [] ☐", mark[1])})
	}
	return entries
}

// outdented takes away how far all lines stand in.
func outdented(text string) string {
	text = strings.ReplaceAll(text, "\t", "    ")
	least := -1
	for line := range strings.Lines(text) {
		if n := len(line) - len(strings.TrimLeft(line, " ")); least < 0 || n < least {
			least = n
		}
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(line[max(least, 0):])
	}
	return b.String()
}
