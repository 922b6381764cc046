package kit

import (
	"strings"

	"fyne.io/fyne/v2"
)

// copyRows copies the rows that are chosen as text, a line each with a tab between columns, as spreadsheets take them.
func (l *placeList) copyRows() {
	var lines []string
	cells := map[string]fyne.CanvasObject{} // that draw, to ask what they show
	for _, row := range l.rows {
		if l.isMarked(row) || len(l.marked) == 0 && l.chosen && l.options.Key(row) == l.selected {
			lines = append(lines, l.rowText(row, cells))
		}
	}
	if len(lines) > 0 {
		fyne.CurrentApp().Clipboard().SetContent(strings.Join(lines, "\n"))
	}
}

// rowText is what the columns say of a row.
func (l *placeList) rowText(row int, cells map[string]fyne.CanvasObject) string {
	var said []string
	columns, _ := l.toldColumns()
	for _, c := range columns {
		said = append(said, strings.Join(strings.Fields(cellText(c, row, cells)), " "))
	}
	return strings.TrimRight(strings.Join(said, "\t"), "\t")
}

// wordsOf is what an object and what stands in it say of themselves.
func wordsOf(o fyne.CanvasObject) string {
	if !o.Visible() {
		return ""
	}
	if named, is := o.(interface {
		UINode() (kind, id, text string)
	}); is {
		if _, _, text := named.UINode(); text != "" {
			return text
		}
	}
	var said []string
	for _, child := range childrenOf(o) {
		if words := wordsOf(child); words != "" {
			said = append(said, words)
		}
	}
	return strings.Join(said, " ")
}
