package exchange

import (
	"context"
	"encoding/xml"
	"path"
	"strconv"
	"strings"
)

// tables reads the sheets of an Excel workbook. They are not read by excelize, which
// tells a cell only as it is shown: "Jul-26" for a day.
func (b *book) tables(ctx context.Context) ([]Table, error) {
	if err := b.readContents(); err != nil {
		return nil, err
	}
	r := &bookReader{book: b, maker: &tableMaker{ctx: ctx}}
	if err := r.readStyles(); err != nil {
		return nil, err
	}
	if err := r.readTexts(); err != nil {
		return nil, err
	}
	visible := false
	for _, sheet := range b.order {
		visible = visible || !sheet.hidden
	}
	for _, sheet := range b.order {
		if sheet.hidden && visible {
			continue // lists to choose from, mostly
		}
		if path.Ext(sheet.part) == ".bin" {
			return nil, errNoBook // a binary workbook
		}
		r.maker.begin(sheet.name)
		r.line = 0
		r.merged = r.merged[:0]
		if err := b.walkUntil(sheet.part, unlessStopped(ctx, r.token)); err != nil {
			return nil, err
		}
		if err := r.maker.spread(r.merged); err != nil {
			return nil, err
		}
	}
	return r.maker.tables, nil
}

// unlessStopped looks now and then whether the time for a file is over.
func unlessStopped(ctx context.Context, yield func(at []string, t xml.Token) error) func([]string, xml.Token) error {
	n := 0
	return func(at []string, t xml.Token) error {
		if n++; n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		return yield(at, t)
	}
}

// bookReader reads the cells of the sheets of a workbook, row by row.
type bookReader struct {
	*book
	maker   *tableMaker
	texts   []string     // those that cells share, by number
	formats []cellFormat // by number

	merged []merged
	unseen bool // the row is not shown
	line   int  // of the row, as it is counted in the sheet
	column int  // of the cell, from 1
	cells  []string
	kind   string
	format cellFormat
	value  []byte
}

// maxShared is how many shared texts there may be: each may stand in a cell.
const maxShared = maxCells

// readTexts reads the texts that cells refer to by number.
func (r *bookReader) readTexts() error {
	if r.shared == "" {
		return nil
	}
	var text []byte
	return r.walkUntil(r.shared, unlessStopped(r.maker.ctx, func(at []string, t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local == "si" {
				text = text[:0]
			}
		case xml.CharData:
			if isText(at) {
				text = append(text, t...)
			}
		case xml.EndElement:
			if t.Name.Local == "si" {
				r.texts = append(r.texts, unescaped(string(text)))
			}
			if len(r.texts) > maxShared {
				return errTooLarge
			}
		}
		return nil
	}))
}

func (r *bookReader) token(at []string, t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		r.start(t)
	case xml.CharData:
		if at[len(at)-1] == "v" || isText(at) {
			r.value = append(r.value, t...)
		}
	case xml.EndElement:
		switch t.Name.Local {
		case "c":
			return r.end()
		case "row":
			err := r.maker.add(r.line, r.cells)
			if r.unseen {
				r.maker.hidden(r.line)
			}
			return err
		}
	}
	return nil
}

func (r *bookReader) start(t xml.StartElement) {
	switch t.Name.Local {
	case "row":
		r.line, r.column, r.cells = r.line+1, 0, r.cells[:0]
		r.unseen = attribute(t, "hidden") == "1" || attribute(t, "hidden") == "true"
		if n, err := strconv.Atoi(attribute(t, "r")); err == nil {
			r.line = n
		}
	case "mergeCell":
		first, last, _ := strings.Cut(attribute(t, "ref"), ":")
		column, from, ok := splitPlace(first)
		_, to, whole := splitPlace(last)
		if ok && whole && from < to && len(r.merged) < maxRows {
			r.merged = append(r.merged, merged{column - 1, from, to})
		}
	case "c":
		r.column++
		if column, _, ok := splitPlace(attribute(t, "r")); ok {
			r.column = column
		}
		r.kind, r.value, r.format = attribute(t, "t"), r.value[:0], asNumber
		if n, err := strconv.Atoi(attribute(t, "s")); err == nil && n >= 0 && n < len(r.formats) {
			r.format = r.formats[n]
		}
	}
}

// end puts a cell into its row. Nothing is lost: a cell beyond the columns that are
// read is a fault, unless nothing stands in it.
func (r *bookReader) end() error {
	text, err := r.said()
	if err != nil || text == "" {
		return err
	}
	if r.column > maxColumns {
		return errColumns
	}
	for len(r.cells) < r.column {
		r.cells = append(r.cells, "")
	}
	r.cells[r.column-1] = text
	return nil
}

// said is what stands in the cell that has been read.
func (r *bookReader) said() (string, error) {
	value := string(r.value)
	switch r.kind {
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(value))
		if value == "" {
			return "", nil
		}
		if err != nil || n < 0 || n >= len(r.texts) {
			return "", errDamaged // the text that it refers to is not there
		}
		return r.texts[n], nil
	case "inlineStr", "str":
		return unescaped(value), nil
	case "b":
		return truth(value == "1" || value == "true"), nil
	case "e":
		return "", nil // #N/A and the like: nothing is known
	case "d":
		return isoMoment(value), nil
	}
	return r.format.said(value, r.old), nil
}

// truth is a yes or no as spreadsheets write it.
func truth(on bool) string {
	if on {
		return "TRUE"
	}
	return "FALSE"
}

// unescaped reads the signs that Excel writes by their number: _x000D_.
func unescaped(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for {
		at := strings.Index(text, "_x")
		if at < 0 || at+7 > len(text) {
			break
		}
		n, err := strconv.ParseUint(text[at+2:at+6], 16, 16)
		if err != nil || text[at+6] != '_' {
			b.WriteString(text[:at+2])
			text = text[at+2:]
			continue
		}
		b.WriteString(text[:at])
		b.WriteRune(rune(n))
		text = text[at+7:]
	}
	return b.String() + text
}
