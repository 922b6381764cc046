package exchange

import (
	"context"
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// openTables reads the sheets of an OpenDocument spreadsheet.
func (b *book) openTables(ctx context.Context) ([]Table, error) {
	if kind, err := b.plainPart("mimetype"); err != nil || kind != "" && !strings.Contains(kind, "opendocument.spreadsheet") {
		return nil, errNoTable
	}
	if err := b.encrypted(); err != nil {
		return nil, err
	}
	r := &openReader{maker: &tableMaker{ctx: ctx}, hidden: map[string]bool{}}
	if err := b.walkUntil("content.xml", unlessStopped(ctx, r.token)); err != nil {
		return nil, err
	}
	return r.shown(), nil
}

// plainPart reads a small part that is no XML; "" where there is none.
func (b *book) plainPart(name string) (string, error) {
	f := b.parts[name]
	if f == nil {
		return "", nil
	}
	opened, err := f.Open()
	if err != nil {
		return "", errDamaged
	}
	defer func() { _ = opened.Close() }()
	text, err := io.ReadAll(io.LimitReader(opened, maxText))
	return string(text), err
}

// encrypted looks for the password that an OpenDocument file tells of in its list of parts.
func (b *book) encrypted() error {
	const list = "meta-inf/manifest.xml"
	if b.parts[list] == nil {
		return nil
	}
	return b.walkUntil(list, func(_ []string, t xml.Token) error {
		if start, is := t.(xml.StartElement); is && start.Name.Local == "encryption-data" {
			return errEncrypted
		}
		return nil
	})
}

// openReader reads the rows of an OpenDocument spreadsheet as its tokens come by.
type openReader struct {
	maker *tableMaker

	style  string          // that is being read
	hidden map[string]bool // styles of sheets that aren't shown
	unseen []bool          // by the place of the table

	merged   []merged
	filtered bool // the row isn't shown
	line     int  // of the row, from 1
	rows     int  // how often the row stands there
	cells    []string
	empty    int // cells passed over without anything in them

	skipped int    // elements within one that is not read
	kind    string // of the cell's value
	value   string
	times   int // how often the cell stands there
	deep    int // how many rows it stands in
	text    []byte
	written int // paragraphs so far
}

// unread are elements whose words don't stand in a cell.
var unread = map[string]bool{"annotation": true, "shapes": true, "forms": true, "tracked-changes": true, "frame": true, "custom-shape": true, "ruby-text": true}

func (r *openReader) token(at []string, t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		if r.skipped > 0 || unread[t.Name.Local] {
			r.skipped++
			return nil
		}
		r.start(t)
	case xml.CharData:
		if r.skipped == 0 && (slices.Contains(at, "p") || slices.Contains(at, "h")) {
			r.text = append(r.text, t...)
		}
	case xml.EndElement:
		if r.skipped > 0 {
			r.skipped--
			return nil
		}
		return r.end(t.Name.Local)
	}
	return nil
}

func (r *openReader) start(t xml.StartElement) {
	switch t.Name.Local {
	case "style":
		r.style = attribute(t, "name")
	case "table-properties":
		r.hidden[r.style] = attribute(t, "display") == "false"
	case "table":
		r.merged = r.merged[:0]
		r.maker.begin(attribute(t, "name"))
		r.unseen = append(r.unseen, r.hidden[attribute(t, "style-name")])
		r.line = 0
	case "table-row":
		r.line, r.cells, r.empty = r.line+1, r.cells[:0], 0
		r.rows = repeated(t, "number-rows-repeated")
		r.filtered = slices.Contains([]string{"collapse", "filter"}, attribute(t, "visibility"))
	case "table-cell", "covered-table-cell":
		r.text, r.written = r.text[:0], 0
		r.times, r.deep = repeated(t, "number-columns-repeated"), repeated(t, "number-rows-spanned")
		r.kind = attribute(t, "value-type")
		r.value = attribute(t, valueNames[r.kind])
	case "p", "h":
		if r.written > 0 {
			r.text = append(r.text, '\n')
		}
		r.written++
	case "s":
		r.space(t)
	case "tab":
		r.text = append(r.text, '\t')
	case "line-break":
		r.text = append(r.text, '\n')
	}
}

// valueNames are the attributes in which the values of each kind stand.
var valueNames = map[string]string{"date": "date-value", "time": "time-value", "boolean": "boolean-value",
	"float": "value", "currency": "value", "percentage": "value"}

// shown are the sheets that are shown, or all where none is.
func (r *openReader) shown() []Table {
	var shown []Table
	for i, t := range r.maker.tables {
		if !r.unseen[i] {
			shown = append(shown, t)
		}
	}
	if len(shown) == 0 {
		return r.maker.tables
	}
	return shown
}

// space is a row of spaces, written as their number.
func (r *openReader) space(t xml.StartElement) {
	n := min(repeated(t, "c"), 100)
	r.text = append(r.text, strings.Repeat(" ", n)...)
}

// repeated is how often a row or a cell stands there.
func repeated(t xml.StartElement, name string) int {
	n, err := strconv.Atoi(attribute(t, name))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, 1<<24)
}

func (r *openReader) end(name string) error {
	switch name {
	case "table-cell", "covered-table-cell":
		return r.endCell()
	case "table-row":
		return r.endRow()
	case "table":
		err := r.maker.spread(r.merged)
		r.merged = nil
		return err
	}
	return nil
}

func (r *openReader) endCell() error {
	text := r.said()
	if text == "" {
		r.empty = min(r.empty+r.times, 1<<24)
		return nil
	}
	if len(r.cells)+r.empty+r.times > maxColumns {
		return errColumns
	}
	for ; r.empty > 0; r.empty-- {
		r.cells = append(r.cells, "")
	}
	if r.deep > 1 && len(r.merged) < maxRows {
		r.merged = append(r.merged, merged{len(r.cells), r.line, r.line + r.deep - 1})
	}
	for range r.times {
		r.cells = append(r.cells, text)
	}
	return nil
}

// endRow adds the row as often as it stands there; every one of them counts.
func (r *openReader) endRow() error {
	if len(r.maker.tables) == 0 {
		return errDamaged // rows outside of any table
	}
	if len(r.cells) > 0 {
		for i := range r.rows {
			if err := r.maker.add(r.line+i, r.cells); err != nil {
				return err
			}
			if r.filtered {
				r.maker.hidden(r.line + i)
			}
		}
	}
	r.line += r.rows - 1
	return nil
}

// said is what stands in the cell that has been read.
func (r *openReader) said() string {
	switch r.kind {
	case "date":
		return isoMoment(r.value)
	case "time":
		return durationWords(r.value)
	case "boolean":
		return truth(r.value == "true")
	case "float", "currency", "percentage":
		return asNumber.said(r.value, false)
	}
	return string(r.text)
}

var duration = regexp.MustCompile(`^PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})(?:[.,]\d+)?S)?$`)

// durationWords writes PT14H05M00S as 14:05.
func durationWords(value string) string {
	m := duration.FindStringSubmatch(value)
	if m == nil {
		return value
	}
	minutes := 60*number(m[1]) + number(m[2]) + (number(m[3])+30)/60
	return clockWords(minutes/60, minutes%60)
}
