package exchange

import (
	"context"
	"slices"
	"strings"

	"copleader/data"
)

// PastedTable is what was copied out of a spreadsheet, or a text in columns.
func PastedTable(text string) Table {
	tables, err := textTables(context.Background(), strings.ToValidUTF8(text, "\uFFFD"))
	if err != nil || len(tables) == 0 {
		return Table{} // nothing, or far more than anybody can mean to paste
	}
	return tables[0]
}

// textTables reads a text in columns.
func textTables(ctx context.Context, text string) ([]Table, error) {
	if len(text) > maxContent {
		return nil, errTooLarge
	}
	r := &recordReader{text: text, line: 1}
	if mark, after, found := strings.Cut(text, "\n"); found && len(mark) <= 7 && strings.HasPrefix(strings.ToLower(mark), "sep=") {
		r.text, r.line, r.between = after, 2, strings.TrimRight(mark, "\r")[4:]
	}
	if len(r.between) != 1 {
		r.between = betweenCells(r.text)
	}
	m := &tableMaker{ctx: ctx}
	m.begin("")
	for r.more() {
		line := r.line
		cells, err := r.record()
		if err != nil {
			return nil, err
		}
		if onlyRules(cells) {
			continue
		}
		if err := m.add(line, cells); err != nil {
			return nil, err
		}
	}
	return m.tables, nil
}

// onlyRules reports whether a row only rules off others, as tables are drawn in letters.
func onlyRules(cells []string) bool {
	ruled := false
	for _, cell := range cells {
		if cell = strings.TrimSpace(cell); cell != "" && !isRuler(cell) {
			return false
		}
		ruled = ruled || cell != ""
	}
	return ruled
}

// unprotected takes the sign away that keeps a spreadsheet from taking a text for a formula.
func unprotected(cell string) string {
	if len(cell) > 1 && cell[0] == '\'' && strings.IndexByte("=+-@", cell[1]) >= 0 {
		return cell[1:]
	}
	return cell
}

// betweenCells is the sign between the cells of a text: the one that parts most of its
// first lines into the same number of cells; "" where none does. Tabs stand in no sentence and in no day, so
// it is enough that they stand in every other line: lists of meetings have lines of all widths.
func betweenCells(text string) string {
	if tabbed(text) {
		return "\t"
	}
	best, bestLines := "", 0
	for _, sign := range []string{"\t", ";", ",", "|"} {
		if lines := alike(text, sign); lines > bestLines {
			best, bestLines = sign, lines
		}
	}
	return best
}

// tabbed reports whether tabs stand in at least half of the first lines, and in more than one.
func tabbed(text string) bool {
	lines, tabs := 0, 0
	for line := range strings.Lines(text[:min(len(text), 64<<10)]) {
		if strings.TrimSpace(line) != "" {
			lines++
		}
		if strings.Contains(line, "\t") {
			tabs++
		}
		if lines == 60 {
			break
		}
	}
	return tabs > 1 && 2*tabs >= lines
}

// alike counts the lines of the beginning that have the most frequent number of cells,
// if that is more than one. Two cells in a few lines are two halves of a sentence.
func alike(text, sign string) int {
	r := &recordReader{text: text[:min(len(text), 64<<10)], between: sign}
	widths, width, lines := map[int]int{}, 0, 0
	for n := 0; n < 60 && r.more(); n++ {
		cells, err := r.record()
		if len(cells) > 1 || cells[0] != "" {
			lines++
		}
		if n := len(cells); n > 1 {
			if widths[n]++; widths[n] > widths[width] {
				width = n
			}
		}
		if err != nil {
			break // too many columns, which is told when the text is read
		}
	}
	if width < 3 && 2*widths[width] <= lines {
		return 0
	}
	return widths[width]
}

// recordReader reads a text in columns row by row. Nothing that can stand in such a
// text is an error but more columns than are read: programs differ on quotes.
type recordReader struct {
	text    string // what is still to be read
	line    int
	between string   // one byte, or "" where a line is one cell
	cells   []string // of the last row read; the next one is written over it
	literal bool     // a quote that was never closed has been seen: from there on lines end where they end
}

func (r *recordReader) more() bool { return r.text != "" }

func (r *recordReader) record() ([]string, error) {
	r.cells = r.cells[:0]
	for {
		cell, ended := r.cell()
		if r.cells = append(r.cells, cell); ended {
			return r.cells, nil
		}
		// Empty columns beyond the last one that is used are no columns.
		if len(r.cells) > maxColumns && cell != "" {
			return r.cells, errColumns
		}
		if len(r.cells) > 64*maxColumns {
			return r.cells, errColumns
		}
	}
}

// cell reads up to the next sign between cells, or to the end of the row.
func (r *recordReader) cell() (cell string, ended bool) {
	if strings.HasPrefix(r.text, `"`) && r.between != "" {
		if quoted, length, closed := r.quoted(); closed {
			r.line += strings.Count(r.text[:length], "\n")
			r.text = r.text[length:]
			rest, ended := r.plain()
			return quoted + strings.TrimRight(rest, " "), ended
		}
	}
	return r.plain()
}

// plain is the text up to the end of the cell.
func (r *recordReader) plain() (cell string, ended bool) {
	at := strings.IndexAny(r.text, r.between+"\r\n")
	if at < 0 {
		cell, r.text = r.text, ""
		return cell, true
	}
	cell, ended = r.text[:at], r.text[at] == '\r' || r.text[at] == '\n'
	length := at + 1
	if strings.HasPrefix(r.text[at:], "\r\n") {
		length++
	}
	if r.text = r.text[length:]; ended {
		r.line++
	} else if r.text == "" {
		r.text = "\n" // an empty cell at the very end
	}
	return cell, ended
}

// quoted reads a cell in quotes, in which two of them stand for one.
func (r *recordReader) quoted() (cell string, length int, closed bool) {
	text := r.text[1:]
	if r.literal {
		if at := strings.IndexAny(text, "\r\n"); at >= 0 {
			text = text[:at]
		}
	}
	var b strings.Builder
	for from := 0; ; {
		at := strings.IndexByte(text[from:], '"')
		if at < 0 {
			r.literal = true
			return "", 0, false
		}
		at += from
		if b.WriteString(text[from:at]); !strings.HasPrefix(text[at:], `""`) {
			return b.String(), at + 2, true
		}
		b.WriteByte('"')
		from = at + 2
	}
}

// tableMaker gathers the rows of the tables of one file, and stops at its limits.
type tableMaker struct {
	ctx    context.Context
	tables []Table
	seen   int // rows, empty ones too
	rows   int // of all tables
	cells  int
	bytes  int
	errors bool // what a formula without a result leaves in a cell is told as it stands there
}

func (m *tableMaker) begin(name string) {
	m.tables = append(m.tables, Table{Name: data.CleanLine(name)})
}

// add takes a row; one in which nothing stands is no row.
func (m *tableMaker) add(line int, cells []string) error {
	if m.seen++; m.seen%256 == 0 && m.ctx.Err() != nil {
		return m.ctx.Err()
	}
	filled := 0
	for i := range cells {
		if cells[i] = unprotected(cleanCell(cells[i])); !m.errors && isCellError(cells[i]) {
			cells[i] = "" // nothing is known
		}
		if cells[i] != "" {
			filled = i + 1
			m.bytes += len(cells[i])
		}
	}
	if filled == 0 {
		return nil
	}
	t := &m.tables[len(m.tables)-1]
	t.Rows = append(t.Rows, TableRow{Line: line, Cells: slices.Clone(cells[:filled])})
	m.rows++
	m.cells += filled
	switch {
	case filled > maxColumns:
		return errColumns
	case m.rows > maxRows:
		return errRows
	case m.cells > maxCells, m.bytes > maxContent:
		return errTooLarge
	}
	return nil
}

// cellErrors is what spreadsheets write where a formula has no result, in the four languages.
var cellErrors = map[string]bool{"#N/A": true, "#REF!": true, "#VALUE!": true, "#NAME?": true, "#DIV/0!": true, "#NUM!": true, "#NULL!": true, "#NV": true,
	"#BEZUG!": true, "#WERT!": true, "#ZAHL!": true, "#VALEUR!": true, "#NOM?": true, "#NOMBRE!": true, "#VALOR!": true, "#¡REF!": true, "#¿NOMBRE?": true,
	"#¡VALOR!": true, "#¡DIV/0!": true}

func isCellError(cell string) bool {
	code, ours := strings.CutPrefix(cell, "Err:") // of LibreOffice
	return cellErrors[cell] || ours && onlyDigits.MatchString(code)
}

// merged is a cell that stands in several rows at once.
type merged struct{ column, from, to int } // from 0 on; lines

// spread puts what stands in merged cells into each of their rows.
func (m *tableMaker) spread(all []merged) error {
	t := &m.tables[len(m.tables)-1]
	at := make(map[int]int, len(t.Rows))
	for i := range t.Rows {
		at[t.Rows[i].Line] = i
	}
	for _, cell := range all {
		first, there := at[cell.from]
		if !there || t.Rows[first].cell(cell.column) == "" || cell.column >= maxColumns {
			continue
		}
		for line := cell.from + 1; line <= min(cell.to, cell.from+maxRows); line++ {
			if m.cells++; m.cells > maxCells || m.ctx.Err() != nil {
				return errTooLarge
			}
			i, there := at[line]
			if !there || t.Rows[i].cell(cell.column) != "" {
				continue
			}
			for len(t.Rows[i].Cells) <= cell.column {
				t.Rows[i].Cells = append(t.Rows[i].Cells, "")
			}
			t.Rows[i].Cells[cell.column] = t.Rows[first].cell(cell.column)
		}
	}
	return nil
}

// hidden counts the row that was added last among those that are not shown, if anything stands in it.
func (m *tableMaker) hidden(line int) {
	t := &m.tables[len(m.tables)-1]
	if n := len(t.Rows); n > 0 && t.Rows[n-1].Line == line {
		t.Hidden++
	}
}

// cleanCell is data.CleanText, in an instant for plain letters.
func cleanCell(cell string) string {
	for i := 0; i < len(cell); i++ {
		if cell[i] < 0x20 || cell[i] >= 0x7F {
			return strings.TrimSpace(data.CleanText(cell))
		}
	}
	return strings.Trim(cell, " ")
}
