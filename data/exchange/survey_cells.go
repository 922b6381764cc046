package exchange

import (
	"context"
	"encoding/xml"
	"path"
	"slices"
	"strconv"
	"strings"

	"copleader/data"
)

// filledForm is a questionnaire as it came back: its sheets, and what is left of the
// names by which its fields are known.
type filledForm struct {
	tables   []Table
	lines    []map[int][]string // the cells of each table, by line
	formulas map[place]bool     // cells in which something is reckoned

	code, version string           // empty where their names were lost
	fields        map[string]place // by name, in lower case
	asked         []string         // the keys of the cards that it has names for, in lower case
}

// place is a cell of a form: its table from 0, its line and its column from 1.
type place struct{ table, line, column int }

// cell is what stands in one cell.
type cell struct {
	text    string
	formula bool
}

func (f *filledForm) at(p place) cell {
	c := cell{formula: f.formulas[p]}
	if row := f.lines[p.table][p.line]; p.column >= 1 && p.column <= len(row) {
		c.text = row[p.column-1]
	}
	return c
}

// readForm reads the sheets of a questionnaire, hidden ones too, and its names.
func readForm(ctx context.Context, content []byte) (*filledForm, error) {
	b, err := openBook(content)
	if err != nil {
		return nil, err
	}
	r := formReader{book: b, maker: &tableMaker{ctx: ctx, errors: true}, formulas: map[place]bool{}}
	if b.openDocument() {
		err = r.readOpen()
	} else {
		err = r.readSheets()
	}
	if err != nil {
		return nil, err
	}
	f := &filledForm{tables: r.maker.tables, formulas: r.formulas, fields: map[string]place{}}
	for _, t := range f.tables {
		lines := map[int][]string{}
		for _, row := range t.Rows {
			lines[row.Line] = row.Cells
		}
		f.lines = append(f.lines, lines)
	}
	f.readNames(b.names)
	return f, nil
}

// formReader reads the cells of a questionnaire, and notes where there are formulas:
// what one gives is not what somebody answered.
type formReader struct {
	*book
	maker    *tableMaker
	formulas map[place]bool
}

// maxFormulas is how many formulas are looked at; a questionnaire has none.
const maxFormulas = 10_000

func (r *formReader) note(line, column int) error {
	if r.formulas[place{len(r.maker.tables) - 1, line, column}] = true; len(r.formulas) > maxFormulas {
		return errTooLarge
	}
	return nil
}

// readSheets reads an Excel workbook. How its numbers are shown doesn't count: an
// answer in a cell for days is a number still.
func (r *formReader) readSheets() error {
	cells := &bookReader{book: r.book, maker: r.maker}
	if err := cells.readTexts(); err != nil {
		return err
	}
	reckoned := false
	token := unlessStopped(r.maker.ctx, func(at []string, t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			reckoned = t.Name.Local == "f" || reckoned && t.Name.Local != "c"
		case xml.EndElement:
			// An error like #N/A is what a formula left behind.
			if t.Name.Local == "c" && (reckoned || cells.kind == "e") {
				if err := r.note(cells.line, cells.column); err != nil {
					return err
				}
			}
		}
		return cells.token(at, t)
	})
	for _, sheet := range r.order {
		if path.Ext(sheet.part) == ".bin" {
			return errNoBook // a binary workbook
		}
		r.maker.begin(sheet.name)
		cells.line = 0
		if err := r.walkUntil(sheet.part, token); err != nil {
			return err
		}
	}
	return nil
}

// readOpen reads an OpenDocument spreadsheet with its names.
func (r *formReader) readOpen() error {
	if kind, err := r.plainPart("mimetype"); err != nil || kind != "" && !strings.Contains(kind, "opendocument.spreadsheet") {
		return errNoBook
	}
	cells := &openReader{maker: r.maker, hidden: map[string]bool{}}
	return r.walkUntil("content.xml", unlessStopped(r.maker.ctx, func(at []string, t xml.Token) error {
		if err := cells.token(at, t); err != nil {
			return err
		}
		start, is := t.(xml.StartElement)
		if !is || cells.skipped > 0 {
			return nil
		}
		switch start.Name.Local {
		case "table-cell":
			if attribute(start, "formula") != "" {
				return r.note(cells.line, len(cells.cells)+cells.empty+1)
			}
		case "named-range":
			r.openName(start, attribute(start, "cell-range-address"))
		case "named-expression":
			r.openName(start, attribute(start, "expression"))
		}
		return nil
	}))
}

// openName keeps a name as Excel would write what it refers to.
func (r *formReader) openName(t xml.StartElement, refers string) {
	name := strings.ToLower(attribute(t, "name"))
	if _, there := r.names[name]; name == "" || there || len(refers) > maxText {
		return
	}
	refers = strings.TrimPrefix(refers, "of:")
	refers, _, _ = strings.Cut(refers, ":") // the first cell of a merged field
	if dot := strings.LastIndex(refers, "."); dot >= 0 && strings.HasPrefix(refers, "$") {
		refers = refers[:dot] + "!" + refers[dot+1:]
	}
	r.names[name] = refers
}

// readNames finds the fields that are known by their names.
func (f *filledForm) readNames(names map[string]string) {
	f.code, f.version = constantOf(names[data.SurveyRoundName]), constantOf(names[data.SurveyFormName])
	sheets := map[string]int{}
	for i, t := range f.tables {
		sheets[strings.ToLower(t.Name)] = i
	}
	for name, refers := range names {
		if key, is := strings.CutPrefix(name, data.SurveyAnswerName); is && key != "" {
			f.asked = append(f.asked, key)
		}
		if !isField(name) {
			continue
		}
		sheet, line, column, ok := cellOf(refers)
		if table, there := sheets[data.CleanLine(sheet)]; ok && there {
			f.fields[name] = place{table, line, column}
		}
	}
	slices.Sort(f.asked)
}

// isField reports whether a name is that of a field.
func isField(name string) bool {
	return strings.HasPrefix(name, data.SurveyAnswerName) || strings.HasPrefix(name, data.SurveyDirectionName) || strings.HasPrefix(name, data.SurveyCommentName)
}

// cellOf reads "Answers!$E$3" or "'Our answers'!$E$3".
func cellOf(refers string) (sheet string, line, column int, ok bool) {
	at := strings.LastIndex(refers, "!")
	if at < 0 {
		return "", 0, 0, false
	}
	sheet = strings.TrimPrefix(refers[:at], "$")
	if len(sheet) >= 2 && sheet[0] == '\'' && sheet[len(sheet)-1] == '\'' {
		sheet = strings.ReplaceAll(sheet[1:len(sheet)-1], "''", "'")
	}
	// A merged field may come back as a range; its first cell holds the text.
	ref, _, _ := strings.Cut(strings.ReplaceAll(refers[at+1:], "$", ""), ":")
	column, line, ok = splitPlace(ref)
	return strings.ToLower(sheet), line, column, ok
}

// constantOf reads the text that a defined name stands for: "CT-01W" in quotes, though
// some keep a number without them.
func constantOf(refers string) string {
	refers = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(refers), "="))
	if len(refers) >= 2 && refers[0] == '"' && refers[len(refers)-1] == '"' {
		refers = strings.ReplaceAll(refers[1:len(refers)-1], `""`, `"`)
	}
	return data.CleanLine(refers)
}

// splitPlace reads "E3" as column 5 and row 3.
func splitPlace(s string) (column, row int, ok bool) {
	letters := strings.TrimRight(s, "0123456789")
	if letters == "" || len(letters) > 3 {
		return 0, 0, false
	}
	for _, l := range letters {
		if l < 'A' || l > 'Z' {
			return 0, 0, false
		}
		column = 26*column + int(l-'A') + 1
	}
	row, err := strconv.Atoi(s[len(letters):])
	return column, row, err == nil && row > 0
}
