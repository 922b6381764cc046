package page

import "slices"

// TableColumn is a column of a table.
type TableColumn struct {
	Head  string
	Share float64 // of the table's width; all shares are weighed against their sum
	Align Align
}

// TableCell is a cell of a table.
type TableCell struct {
	Text  string
	Bold  bool
	Color Color   // None is the table's
	Link  string  // where the cell leads
	Mark  Mark    // drawn before the text if it has a Tint
	Tint  Color   // of the mark
	Bars  []int   // answers, drawn as a bar instead of the text
	Arrow *Trend  // drawn before the text
	Place Place   // of the document that the cell leads to
	Least float64 // height of the cell in millimetres, if the text needs less
}

// Table is how a table is set. Heads are repeated on every page.
type Table struct {
	Columns []TableColumn
	Text    Style // of the cells; its MaxLines is how tall a cell may become
	Head    Style
	Gap     float64 // above and below a cell's text, millimetres
	// Later is the height of each page after the first, where the rows are to be spread evenly over all of them; with 0 each
	// page is filled, and the last one holds what is left.
	Later float64
	// Cut is told the place and the whole of a text that had to end in "…".
	Cut func(row, column int, text string)
}

// columnGap is the white between two columns.
const columnGap = 3.0

// Table draws rows from the top of an area and gives what is left of it. When
// an area is full, next begins a page and gives the area to go on in. A row is
// never torn apart.
func (d *Document) Table(area Rect, t Table, rows [][]TableCell, next func() Rect) Rect {
	if d.err != nil {
		return area
	}
	t = t.withDefaults()
	area = d.tableHead(area, t)
	heights := make([]float64, len(rows))
	for i, row := range rows {
		heights[i] = d.rowHeight(area.W, t, row)
	}
	breaks := evenly(heights, area.H, t.Later-d.headHeight(area.W, t))
	for i, row := range rows {
		high := heights[i]
		if high > area.H+1e-6 || slices.Contains(breaks, i) {
			area = d.tableHead(next(), t)
		}
		strip, rest := area.CutTop(high)
		d.tableRow(strip, t, i, row)
		area = rest
	}
	if len(rows) > 0 {
		d.Rule(area.X, area.Y, area.Right(), area.Y, Pen{Color: Line, Width: 0.6})
	}
	return area
}

// evenly are the rows with which another page begins, so that no page holds much less than the others: on the first page and on the
// later ones is so much room. None begins where all fit on the first, or where later pages have none.
func evenly(heights []float64, first, later float64) (breaks []int) {
	s := spread{heights, first, later}
	pages := s.pages()
	if pages < 2 {
		return nil
	}
	share := 0.0
	for _, h := range heights {
		share += h / (first + later*float64(pages-1))
	}
	earliest := s.earliest(pages)
	at, used, want := 0, 0.0, 0.0
	for p := range pages - 1 {
		want += share * s.room(p)
		for end := s.reach(at, p); at < end && (at < earliest[p+1] || used < want-1e-6); at++ {
			used += heights[at]
		}
		breaks = append(breaks, at)
	}
	return breaks
}

// spread is rows over pages.
type spread struct {
	heights      []float64
	first, later float64 // room on the first page, and on each other
}

func (s spread) room(page int) float64 {
	if page == 0 {
		return s.first
	}
	return s.later
}

// reach is how far a page reaches that begins with a row.
func (s spread) reach(from, page int) int {
	to, used := from, 0.0
	for to < len(s.heights) && used+s.heights[to] <= s.room(page)+1e-6 {
		used += s.heights[to]
		to++
	}
	return to
}

// pages is how many pages the rows need, 0 where one of them fits on none.
func (s spread) pages() int {
	pages := 1
	for at := s.reach(0, 0); at < len(s.heights); pages++ {
		further := s.reach(at, pages)
		if further == at {
			return 0
		}
		at = further
	}
	return pages
}

// earliest is, for each page, the first row with which it may begin for the rest to fit.
func (s spread) earliest(pages int) []int {
	rows := make([]int, pages+1)
	rows[pages] = len(s.heights)
	for p := pages - 1; p > 0; p-- {
		used := 0.0
		for rows[p] = rows[p+1]; rows[p] > 0 && used+s.heights[rows[p]-1] <= s.later+1e-6; rows[p]-- {
			used += s.heights[rows[p]-1]
		}
	}
	return rows
}

// TableHeight is the height that a head and rows take.
func (d *Document) TableHeight(width float64, t Table, rows [][]TableCell) float64 {
	t = t.withDefaults()
	high := d.headHeight(width, t)
	for _, row := range rows {
		high += d.rowHeight(width, t, row)
	}
	return high
}

func (t Table) withDefaults() Table {
	if t.Text.Size <= 0 {
		t.Text.Size = 9.5
	}
	if t.Text.MaxLines <= 0 {
		t.Text.MaxLines = 6
	}
	if t.Text.LineHeight <= 0 {
		t.Text.LineHeight = 1.28
	}
	if t.Head.Size <= 0 {
		t.Head = Style{Size: t.Text.Size * 0.88, Bold: true, Color: Muted}
	}
	t.Head.LineHeight, t.Head.MaxLines = 1.2, 2
	if t.Gap <= 0 {
		t.Gap = 1.1
	}
	return t
}

// widths are the widths of the columns without the gaps between them.
func (t Table) widths(width float64) []float64 {
	sum := 0.0
	for _, c := range t.Columns {
		sum += c.Share
	}
	widths := make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		widths[i] = max(4, width*c.Share/max(sum, 1e-9)-columnGap)
	}
	return widths
}

func (d *Document) headHeight(width float64, t Table) float64 {
	high := 0.0
	for i, w := range t.widths(width) {
		high = max(high, d.Measure(w, t.Columns[i].Head, t.Head).Height)
	}
	if high > 0 {
		high += 1.6
	}
	return high
}

func (d *Document) tableHead(area Rect, t Table) Rect {
	high := d.headHeight(area.W, t)
	if high == 0 {
		return area
	}
	strip, rest := area.CutTop(high)
	x := strip.X
	for i, w := range t.widths(area.W) {
		s := t.Head
		s.Align, s.Valign = t.Columns[i].Align, ValignBottom
		d.Text(Rect{x, strip.Y, w, strip.H - 1.2}, t.Columns[i].Head, s)
		x += w + columnGap
	}
	return rest
}

func (d *Document) rowHeight(width float64, t Table, row []TableCell) float64 {
	high := t.Text.lineHeight()
	for i, w := range t.widths(width) {
		if i >= len(row) {
			break
		}
		s := t.cellStyle(row[i], i)
		high = max(high, d.Measure(w-row[i].indent(s), row[i].Text, s).Height, row[i].Least)
	}
	return high + 2*t.Gap
}

func (t Table) cellStyle(c TableCell, column int) Style {
	s := t.Text
	s.Bold = s.Bold || c.Bold
	if s.Align = t.Columns[column].Align; s.Align == AlignStart {
		// Names of every script stand below one another.
		s.Align = AlignLeft
	}
	if c.Color != None {
		s.Color = c.Color
	}
	return s
}

// indent is the room a mark or arrow takes before the text.
func (c TableCell) indent(s Style) float64 {
	if c.Tint != None || c.Arrow != nil {
		return s.Size * perPoint * 1.15
	}
	return 0
}

func (d *Document) tableRow(strip Rect, t Table, number int, row []TableCell) {
	d.Rule(strip.X, strip.Y, strip.Right(), strip.Y, Pen{Color: Line, Width: 0.6})
	x := strip.X
	for i, w := range t.widths(strip.W) {
		if i < len(row) {
			cell := Rect{x, strip.Y + t.Gap, w, strip.H - 2*t.Gap}
			if d.tableCell(cell, t, row[i], i) && t.Cut != nil {
				t.Cut(number, i, row[i].Text)
			}
		}
		x += w + columnGap
	}
}

// tableCell draws one cell and tells whether its text had to be cut.
func (d *Document) tableCell(r Rect, t Table, c TableCell, column int) (cut bool) {
	s := t.cellStyle(c, column)
	if len(c.Bars) > 0 {
		high := min(r.H, s.Size*perPoint*1.45)
		d.AnswerBar(Rect{r.X, r.Y + (r.H-high)/2, r.W, high}, c.Bars)
		return false
	}
	indent := c.indent(s)
	middle := r.Y + s.lineHeight()/2
	size := s.Size * perPoint * 0.72
	switch {
	case c.Arrow != nil:
		d.Arrow(*c.Arrow, r.X+size*0.6, middle, size, Pen{Color: s.withDefaults().Color, Width: s.Size * 0.11})
	case c.Tint != None:
		d.Mark(c.Mark, r.X+size*0.6, middle, size, c.Tint)
	}
	took := d.Text(r.Trimmed(indent, 0, 0, 0), c.Text, s)
	if c.Link != "" {
		d.Link(r, c.Link)
	}
	d.LinkTo(r, c.Place)
	return took.Truncated
}
