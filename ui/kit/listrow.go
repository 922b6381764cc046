package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// listRow is the template of one row, used again for another row when the list scrolls.
type listRow[T any] struct {
	widget.BaseWidget
	list    *List[T]
	index   int
	widths  []float32
	section string
	heading *Para
	cells   []fyne.CanvasObject
	hovered bool
}

func newListRow[T any](l *List[T]) *listRow[T] {
	r := &listRow[T]{list: l, index: -1, heading: NewSmall()}
	for _, c := range l.options.Columns {
		switch {
		case c.Make != nil:
			r.cells = append(r.cells, c.Make())
		case c.Chip != nil:
			r.cells = append(r.cells, NewChip(PlainTone, ""))
		default:
			r.cells = append(r.cells, NewBody())
		}
	}
	r.ExtendBaseWidget(r)
	return r
}

// row is what is shown; the data may have shrunk since.
func (r *listRow[T]) row() (row T, ok bool) {
	if r.index < 0 || r.index >= len(r.list.rows) {
		return row, false
	}
	return r.list.rows[r.index], true
}

// show fills the template with a row; every property is set, since the template has shown others before.
func (r *listRow[T]) show(index int, widths []float32) {
	if r.index != index {
		r.hovered = false
	}
	r.index, r.widths = index, widths
	row, ok := r.row()
	if !ok {
		return
	}
	r.section = r.list.sectionAt(index)
	r.heading.Set(Span{Text: r.section, Bold: true, Color: look.ColorMuted})
	for i, c := range r.list.options.Columns {
		r.fillCell(c, r.cells[i], row)
	}
	r.Refresh()
}

func (r *listRow[T]) fillCell(c Column[T], cell fyne.CanvasObject, row T) {
	switch o := cell.(type) {
	case *Para:
		if c.Text != nil {
			o.MaxLines = 0
			if len(r.list.rows) > listMeasured {
				o.MaxLines = 2
			}
			o.Ground = r.ground()
			o.Set(c.Text(row)...)
			return
		}
	case *Chip:
		if c.Chip != nil {
			tone, text := c.Chip(row)
			o.Set(tone, text)
			return
		}
	}
	if c.Show != nil {
		c.Show(cell, row)
	}
}

func (r *listRow[T]) selected() bool {
	row, ok := r.row()
	return ok && r.list.chosen && r.list.options.Key(row) == r.list.selected
}

func (r *listRow[T]) ground() fyne.ThemeColorName {
	if r.selected() {
		return look.ColorPrimarySoft
	}
	return look.ColorSurface
}

// Tapped selects the row and gives the list the keyboard.
func (r *listRow[T]) Tapped(*fyne.PointEvent) {
	r.list.takeFocus()
	r.list.pick(r.index)
	if row, ok := r.row(); ok && r.list.options.OnTap != nil {
		Guard(func() { r.list.options.OnTap(row) })
	}
}

// TappedSecondary selects the row and opens its menu.
func (r *listRow[T]) TappedSecondary(e *fyne.PointEvent) {
	r.list.takeFocus()
	r.list.pick(r.index)
	r.menu(e.AbsolutePosition)
}

func (r *listRow[T]) menu(at fyne.Position) {
	row, ok := r.row()
	c := fyne.CurrentApp().Driver().CanvasForObject(r)
	if !ok || c == nil || r.list.options.Menu == nil {
		return
	}
	if items := r.list.options.Menu(row); len(items) > 0 {
		widget.ShowPopUpMenuAtPosition(guardedMenu(items), c, at)
	}
}

// MouseIn shows that the row can be selected.
func (r *listRow[T]) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.Refresh() }

// MouseMoved is not wanted here.
func (r *listRow[T]) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends the hover.
func (r *listRow[T]) MouseOut() { r.hovered = false; r.Refresh() }

// Parts are the children.
func (r *listRow[T]) Parts() []fyne.CanvasObject { return r.cells }

// UINode tells those who walk the window what this is.
func (r *listRow[T]) UINode() (kind, id, text string) {
	var parts []string
	for _, c := range r.cells {
		if p, ok := c.(*Para); ok && p.Text() != "" {
			parts = append(parts, p.Text())
		}
	}
	if row, ok := r.row(); ok {
		id = itoa(int(r.list.options.Key(row)))
	}
	return "row", id, strings.Join(parts, " | ")
}

// CreateRenderer links the widget to its drawing.
func (r *listRow[T]) CreateRenderer() fyne.WidgetRenderer {
	ground, bar := &canvas.Rectangle{}, &canvas.Rectangle{}
	rule, above := &canvas.Rectangle{}, &canvas.Rectangle{} // over the row, and over its section's heading
	paint := func() {
		selected := r.selected()
		ground.Hidden = !selected && !r.hovered
		ground.FillColor = look.Color("hover")
		if selected {
			ground.FillColor = look.Color(look.ColorPrimarySoft)
		}
		bar.FillColor = look.Color(look.ColorPrimary)
		bar.Hidden = !selected
		rule.FillColor = look.Color(look.ColorLine)
		rule.Hidden = r.index == 0 && r.section == ""
		above.FillColor = look.Color(look.ColorLine)
		above.Hidden = r.index == 0 || r.section == ""
		r.heading.Hidden = r.section == ""
	}
	paint()
	return &drawn{
		widget: r, refresh: paint,
		objects: func() []fyne.CanvasObject {
			return append([]fyne.CanvasObject{ground, bar, rule, above, r.heading}, r.cells...)
		},
		layout: func(size fyne.Size) {
			top := float32(0)
			if r.section != "" {
				top = sectionHeight()
				place(r.heading, rowSide, 8, size.Width-2*rowSide, lineHeightOf(look.SizeSmall, true))
			}
			place(ground, 0, top, size.Width, size.Height-top)
			// The focus is seen as a wider bar: the whole list has it, the row shows where.
			width := float32(3)
			if r.list.focused {
				width = 5
			}
			place(bar, 0, top, width, size.Height-top)
			place(rule, 0, top, size.Width, 1)
			place(above, 0, 0, size.Width, 1)
			r.placeCells(top, size.Height-top)
		},
		least: func() fyne.Size { return fyne.NewSize(1, r.list.lineRow()) },
	}
}

// placeCells puts the cells into their columns, their middles on one line.
func (r *listRow[T]) placeCells(top, height float32) {
	x := rowSide
	for i, cell := range r.cells {
		if i >= len(r.widths) || r.widths[i] == 0 {
			cell.Hide()
			continue
		}
		w := r.widths[i]
		if chip, ok := cell.(*Chip); ok {
			chip.Hidden = chip.text == ""
			w = min(w, chip.MinSize().Width)
		} else {
			cell.Show()
		}
		h := min(HeightFor(cell, w), height)
		place(cell, x, top+whole((height-h)/2), w, h)
		x += r.widths[i] + columnGap
	}
}

// listHead is the row of column titles.
type listHead[T any] struct {
	widget.BaseWidget
	list   *List[T]
	titles []*listTitle
}

func newListHead[T any](l *List[T]) *listHead[T] {
	h := &listHead[T]{list: l}
	for _, c := range l.options.Columns {
		t := newListTitle(c.Title)
		if c.Compare != nil {
			t.press = func() { l.tapTitle(c.ID) }
		} else {
			t.disabled = true
		}
		h.titles = append(h.titles, t)
	}
	h.ExtendBaseWidget(h)
	return h
}

// HeightFor is one line, or nothing when no column has a title.
func (h *listHead[T]) HeightFor(float32) float32 {
	for _, t := range h.titles {
		if t.text != "" {
			return lineHeightOf(look.SizeSmall, true) + 16
		}
	}
	return 0
}

// Parts are the children.
func (h *listHead[T]) Parts() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(h.titles))
	for i, t := range h.titles {
		out[i] = t
	}
	return out
}

// CreateRenderer links the widget to its drawing.
func (h *listHead[T]) CreateRenderer() fyne.WidgetRenderer {
	rule := &canvas.Rectangle{}
	paint := func() {
		rule.FillColor = look.Color(look.ColorLine)
		rule.Hidden = h.HeightFor(0) == 0
		for i, t := range h.titles {
			t.sign = NoSign
			if c := h.list.options.Columns[i]; c.ID != "" && c.ID == h.list.sortBy {
				// The way to read on: with the least first, it points down.
				t.sign = Caret
				if h.list.descending {
					t.sign = CaretUp
				}
			}
			t.Refresh()
		}
	}
	paint()
	return &drawn{
		widget: h, refresh: paint,
		objects: func() []fyne.CanvasObject { return append([]fyne.CanvasObject{rule}, h.Parts()...) },
		layout: func(size fyne.Size) {
			x := rowSide
			for i, w := range h.list.widths(size.Width) {
				t := h.titles[i]
				t.Hidden = w == 0
				if w > 0 {
					place(t, x, 4, min(w, max(24, t.least().Width)), size.Height-8)
					x += w + columnGap
				}
			}
			place(rule, 0, size.Height-1, size.Width, 1)
		},
		least: func() fyne.Size { return fyne.NewSize(1, h.HeightFor(0)) },
	}
}

// listTitle is one column title; a press sorts.
type listTitle struct {
	pressable
	text string
	sign Sign
}

func newListTitle(text string) *listTitle {
	t := &listTitle{text: text}
	t.ExtendBaseWidget(t)
	return t
}

// UINode tells those who walk the window what this is.
func (t *listTitle) UINode() (kind, id, text string) { return "title", "", t.text }

// Parts are the children: none.
func (t *listTitle) Parts() []fyne.CanvasObject { return nil }

func (t *listTitle) least() fyne.Size {
	s := textSize(t.text, look.SizeSmall, fyne.TextStyle{Bold: true})
	return fyne.NewSize(up(s.Width)+signGap+signSide(look.SizeCount), up(s.Height))
}

// CreateRenderer links the widget to its drawing.
func (t *listTitle) CreateRenderer() fyne.WidgetRenderer {
	ring, text := newFocusRing(), boldText(t.text)
	sign := newShape(NoSign)
	paint := func() {
		if sign.sign != t.sign {
			sign = newShape(t.sign)
		}
		ink := look.ColorMuted
		if t.hovered && !t.disabled {
			ink = look.ColorInk
		}
		paintText(text, ink, look.SizeSmall)
		sign.paint(look.Color(ink), look.Color(look.ColorSurface))
		ring.show(t.focused)
	}
	paint()
	return &drawn{
		widget: t, least: t.least, refresh: paint,
		objects: func() []fyne.CanvasObject {
			return append([]fyne.CanvasObject{ring.ring, ring.gap, text}, sign.objects...)
		},
		layout: func(size fyne.Size) {
			ring.place(size, 4)
			side := signSide(look.SizeCount)
			room := size.Width
			if t.sign != NoSign {
				room -= side + signGap
			}
			text.Text = shorten(t.text, room, look.SizeSmall, text.TextStyle)
			ts := text.MinSize()
			text.Move(fyne.NewPos(0, whole((size.Height-ts.Height)/2)))
			text.Resize(ts)
			sign.place(up(ts.Width)+signGap, whole((size.Height-side)/2), side)
		},
	}
}
