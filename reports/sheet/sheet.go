package sheet

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// Layout is how a sheet is set up before its first row.
type Layout struct {
	Name       string // at most 31 characters
	Widths     []float64
	Upright    bool // printed on upright paper; else lying
	OnePage    bool // all of it on one printed page; else as wide as one page
	Freeze     int  // rows that stay in sight; they also repeat on every printed page
	FreezeLeft int  // columns that stay in sight
	// PrintColumns are the first columns, which alone are printed; 0 is all. Behind them
	// texts stand in one line, so that no row is higher than what is printed of it.
	PrintColumns int
	Charted      bool // charts are drawn from its cells
	Protected    bool // only unlocked cells may be changed; no password
	Tab          string
}

// Sheet is one sheet of a workbook; its rows are added from top to bottom.
type Sheet struct {
	book    *Book
	name    string
	layout  Layout
	stream  *excelize.StreamWriter
	last    int  // number of the last row, 0 before the first
	lastCol int  // number of columns any row reached
	drawn   bool // charts stand beyond the rows
	filters bool // a list has its filter
	heads   [mostHeads][]Cell
	kept    [][]any // the values of its rows, where charts are drawn from them
	done    bool
}

// Cell is a value or a formula with its look. Value is a text, a whole number,
// a float64, a time.Time of which the day is shown, or nil; beside a formula it
// is what the formula gives, for readers that do not compute.
type Cell struct {
	Value   any
	Formula string // without "="
	Style   Style
}

// Add begins a sheet.
func (b *Book) Add(layout Layout) *Sheet {
	s := &Sheet{book: b, name: layout.Name, layout: layout}
	if b.err != nil {
		return s
	}
	if len(b.sheets) == 0 {
		b.keep(b.file.SetSheetName(b.file.GetSheetName(0), s.name))
	} else {
		_, err := b.file.NewSheet(s.name)
		b.keep(err)
	}
	b.sheets = append(b.sheets, s)
	b.begun()
	if b.err == nil {
		s.prepare()
	}
	return s
}

// prepare sets what has to stand in the file before the rows.
func (s *Sheet) prepare() {
	file := s.book.file
	fit, grid := true, false
	props := excelize.SheetPropsOptions{FitToPage: &fit}
	if s.layout.Tab != "" {
		tab := s.book.color(s.layout.Tab)
		props.TabColorRGB = &tab
	}
	s.book.keep(file.SetSheetProps(s.name, &props))
	s.book.keep(file.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &grid}))
	s.paper()
	stream, err := file.NewStreamWriter(s.name)
	s.book.keep(err)
	if s.book.err != nil {
		return
	}
	s.stream = stream
	for i, width := range slices.Backward(s.layout.Widths) { // the library puts each before the others; readers want them in order
		s.book.keep(stream.SetColWidth(i+1, i+1, width))
	}
	if s.layout.Freeze > 0 || s.layout.FreezeLeft > 0 {
		pane := "bottomLeft"
		if s.layout.FreezeLeft > 0 {
			pane = "bottomRight"
		}
		s.book.keep(stream.SetPanes(&excelize.Panes{
			Freeze: true, XSplit: s.layout.FreezeLeft, YSplit: s.layout.Freeze,
			TopLeftCell: Ref(s.layout.Freeze+1, s.layout.FreezeLeft+1), ActivePane: pane,
		}))
	}
}

// Codes of the papers in the file format.
const (
	codeLetter = 1
	codeA4     = 9
)

func (s *Sheet) paper() {
	file := s.book.file
	size, orientation, wide, high := codeA4, "landscape", 1, 0
	if s.book.setup.Letter {
		size = codeLetter
	}
	if s.layout.Upright {
		orientation = "portrait"
	}
	if s.layout.OnePage {
		high = 1
	}
	s.book.keep(file.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high}))
	side, top, bottom, edge, centred := 0.5, 0.5, 0.7, 0.3, true // inches
	s.book.keep(file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &bottom, Header: &edge, Footer: &edge, Horizontally: &centred}))
	setup := s.book.setup
	s.book.keep(file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
		OddFooter: "&L" + footer(setup.Author) + "&C" + footer(setup.Title) + "&R&P / &N"}))
}

// footer is a text fit for a footer, where "&" begins a code and all three
// parts together may hold 255 characters.
func footer(s string) string {
	runes := []rune(strings.Join(strings.Fields(clean(s, maxText)), " "))
	if len(runes) > 60 {
		runes = append(runes[:59], '…')
	}
	return strings.ReplaceAll(string(runes), "&", "&&")
}

// rowsAtOnce is how many rows are written before a look whether to go on.
const rowsAtOnce = 500

// Row adds a row and gives its number, counted from 1. It is made as high as
// its texts need, and at least so many points.
func (s *Sheet) Row(least float64, cells ...Cell) int {
	s.last++
	s.lastCol = max(s.lastCol, len(cells))
	if s.last%rowsAtOnce == 0 {
		s.book.begun()
	}
	if s.book.err != nil || s.stream == nil {
		return s.last
	}
	if s.layout.Charted {
		s.keepRow(cells)
	}
	if s.last <= mostHeads {
		s.heads[s.last-1] = cells
	}
	values := make([]any, len(cells))
	for i, c := range cells {
		if s.layout.PrintColumns > 0 && i >= s.layout.PrintColumns {
			c.Style.Wrap = false
		}
		values[i] = excelize.Cell{StyleID: s.book.style(c.Style), Formula: c.Formula, Value: value(c.Value)}
	}
	s.book.keep(s.stream.SetRow(Ref(s.last, 1), values, excelize.RowOpts{Height: s.heightFor(least, cells)}))
	return s.last
}

// value is a cell's value as the library takes it without changing its meaning.
func value(v any) any {
	switch v := v.(type) {
	case string:
		if v == "" {
			return nil
		}
		return clean(v, maxText)
	case time.Time:
		// The day's number, because the library would choose a format itself
		// and shows some days without their year.
		day := time.Date(v.Year(), v.Month(), v.Day(), 0, 0, 0, 0, time.UTC)
		return int(day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
	case fmt.Stringer:
		return clean(v.String(), maxText)
	}
	return v
}

// Skip leaves a row empty.
func (s *Sheet) Skip() { s.Row(0) }

// Next is the number the next row will have.
func (s *Sheet) Next() int { return s.last + 1 }

// Merge makes one cell of several in a row that stands already.
func (s *Sheet) Merge(row, from, to int) {
	if s.book.err == nil {
		s.book.keep(s.stream.MergeCell(Ref(row, from), Ref(row, to)))
	}
}

// mostHeads is the lowest row that may hold headings of a list.
const mostHeads = 6

// Filter lets the reader sort and choose the rows from a heading to the last
// row so far, if the heading's cells are texts on one line, all different: office
// programs take a file for damaged in which they are not.
func (s *Sheet) Filter(heading int) {
	if s.book.err != nil || s.last <= heading || !distinct(s.heads[heading-1], s.lastCol) {
		return
	}
	if s.filters { // the library knows one a sheet
		s.book.keep(errors.New("sheet: two lists with a filter on one sheet"))
		return
	}
	s.filters = true
	s.book.keep(s.stream.AddTable(&excelize.Table{
		Range: Ref(heading, 1) + ":" + Ref(s.last, s.lastCol),
		Name:  fmt.Sprintf("list_%d", len(s.book.sheets)),
	}))
}

// distinct reports whether cells can head the columns of a list.
func distinct(heads []Cell, columns int) bool {
	seen := map[string]bool{}
	for _, c := range heads {
		text, _ := c.Value.(string)
		text = strings.ToLower(clean(text, maxText))
		if text == "" || seen[text] || strings.ContainsAny(text, "\r\n\t") || len(text) > maxProperty {
			return false
		}
		seen[text] = true
	}
	return len(heads) == columns
}

// Ref is a cell's place, "B4" for row 4 and column 2.
func Ref(row, column int) string {
	name, err := excelize.CoordinatesToCellName(max(column, 1), max(row, 1))
	if err != nil {
		return "A1"
	}
	return name
}

// Range is the place of cells for formulas on other sheets, names and charts:
// 'Trend'!$B$4:$C$9. One cell is a range whose ends are equal.
func (s *Sheet) Range(row, column, lastRow, lastColumn int) string {
	from, err := excelize.CoordinatesToCellName(max(column, 1), max(row, 1), true)
	s.book.keep(err)
	to, err := excelize.CoordinatesToCellName(max(lastColumn, 1), max(lastRow, 1), true)
	s.book.keep(err)
	quoted := "'" + strings.ReplaceAll(s.name, "'", "''") + "'!"
	if from == to {
		return quoted + from
	}
	return quoted + from + ":" + to
}

// At is the place of one cell for other sheets, names and charts.
func (s *Sheet) At(row, column int) string { return s.Range(row, column, row, column) }

// finish writes what stands behind the rows.
func (s *Sheet) finish() {
	if s.book.err != nil || s.stream == nil || s.done {
		return
	}
	s.done = true
	if s.layout.Freeze > 0 {
		s.book.define(excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: s.name,
			RefersTo: fmt.Sprintf("'%s'!$1:$%d", strings.ReplaceAll(s.name, "'", "''"), s.layout.Freeze)})
	}
	if (s.layout.OnePage || s.layout.PrintColumns > 0) && s.last > 0 && !s.drawn {
		columns := s.lastCol
		if s.layout.PrintColumns > 0 {
			columns = s.layout.PrintColumns
		}
		s.book.define(excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: s.name,
			RefersTo: s.Range(1, 1, s.last, columns)})
	}
	if s.layout.Protected {
		s.book.keep(s.book.file.ProtectSheet(s.name, &excelize.SheetProtectionOptions{
			SelectLockedCells: true, SelectUnlockedCells: true, FormatRows: true, FormatColumns: true}))
	}
	s.book.keep(s.stream.Flush())
}
