package kit

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// listRow is the template of one row, used again for another row when the list scrolls.
type listRow struct {
	widget.BaseWidget
	list    *placeList
	index   int
	widths  []float32
	section string
	heading *Para
	cells   []fyne.CanvasObject
	hovered bool
	held    fyne.KeyModifier // when the pointer was pressed
	looked  rowLook          // as it was shown last
}

// rowLook is what a row shows of being chosen.
type rowLook struct{ selected, taken, ticked, focused bool }

func newListRow(l *placeList) *listRow {
	r := &listRow{list: l, index: -1, heading: NewSmall()}
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
func (r *listRow) row() (row int, ok bool) {
	if r.index < 0 || r.index >= len(r.list.rows) {
		return row, false
	}
	return r.list.rows[r.index], true
}

// look is how the row should look now.
func (r *listRow) look() rowLook {
	return rowLook{r.selected(), r.taken(), r.ticked(), r.list.focused && r.selected()}
}

// show fills the template with a row; every property is set, since the template has shown others before.
func (r *listRow) show(index int, widths []float32) {
	if r.index != index {
		r.hovered = false
	}
	r.index, r.widths, r.looked = index, widths, rowLook{}
	row, ok := r.row()
	if !ok {
		return
	}
	r.looked = r.look()
	r.section = r.list.sectionAt(index)
	r.heading.Set(Span{Text: r.section, Bold: true, Color: look.ColorMuted})
	for i, c := range r.list.options.Columns {
		r.fillCell(c, r.cells[i], row)
	}
	r.Refresh()
}

func (r *listRow) fillCell(c Column[int], cell fyne.CanvasObject, row int) {
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

func (r *listRow) selected() bool {
	row, ok := r.row()
	return ok && r.list.chosen && r.list.options.Key(row) == r.list.selected
}

// taken tells whether a deed would be about the row: it is marked, or, where none is, selected.
func (r *listRow) taken() bool {
	row, ok := r.row()
	if !ok || len(r.list.marked) == 0 {
		return ok && r.selected()
	}
	return r.list.isMarked(row)
}

// ticked tells whether the row is marked.
func (r *listRow) ticked() bool {
	row, ok := r.row()
	return ok && r.list.isMarked(row)
}

func (r *listRow) ground() fyne.ThemeColorName {
	if r.taken() {
		return look.ColorPrimarySoft
	}
	return look.ColorSurface
}

// MouseDown remembers which keys are held: with them a tap chooses several.
func (r *listRow) MouseDown(e *desktop.MouseEvent) { r.held = e.Modifier }

// MouseUp is not wanted here.
func (r *listRow) MouseUp(*desktop.MouseEvent) {}

// Tapped selects the row and gives the list the keyboard; on its box, or with Ctrl or Shift held, it chooses several.
func (r *listRow) Tapped(e *fyne.PointEvent) {
	held := r.held | holding
	r.held = 0
	r.list.takeFocus()
	switch {
	case r.list.options.OnMark == nil:
	case held&(fyne.KeyModifierShift|fyne.KeyModifierShortcutDefault) != 0:
		r.list.choose(r.index, held, true)
		return
	case r.list.options.Boxes && e.Position.X < rowSide+r.list.boxRoom():
		r.list.toggle(r.index)
		return
	}
	r.list.pick(r.index)
	row, ok := r.row()
	switch {
	case !ok:
	case r.list.options.OnTap != nil:
		Guard(func() { r.list.options.OnTap(row) })
	case r.list.tappedAgain(r.list.options.Key(row), time.Now()):
		r.list.doWith(r.index, r.list.options.OnOpen)
	}
}

// doubleTap is how soon a second tap makes a double one. The toolkit's own way would have every single tap wait for a second.
const doubleTap = 400 * time.Millisecond

// tappedAgain tells whether a row was tapped just before.
func (l *placeList) tappedAgain(key int64, now time.Time) bool {
	again := l.tapped == key && now.Sub(l.tappedAt) < doubleTap
	l.tapped, l.tappedAt = key, now
	if again {
		l.tappedAt = time.Time{} // a third tap begins anew
	}
	return again
}

// TappedSecondary opens the menu of the row, or of all that are marked with it.
func (r *listRow) TappedSecondary(e *fyne.PointEvent) {
	r.held = 0
	r.list.takeFocus()
	if r.ticked() {
		r.list.goTo(r.index)
	} else {
		r.list.pick(r.index)
	}
	r.menu(e.AbsolutePosition)
}

func (r *listRow) menu(at fyne.Position) {
	row, ok := r.row()
	c := fyne.CurrentApp().Driver().CanvasForObject(r)
	if !ok || c == nil || r.list.options.Menu == nil {
		return
	}
	if items := r.list.options.Menu(row); len(items) > 0 {
		widget.ShowPopUpMenuAtPosition(guardedMenu(c, items), c, at)
	}
}

// MouseIn shows that the row can be selected.
func (r *listRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.Refresh() }

// MouseMoved is not wanted here.
func (r *listRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends the hover.
func (r *listRow) MouseOut() { r.hovered = false; r.Refresh() }

// Parts are the children.
func (r *listRow) Parts() []fyne.CanvasObject { return r.cells }

// UINode tells those who walk the window what this is.
func (r *listRow) UINode() (kind, id, text string) {
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

// UIValue is "true" for a row chosen with others.
func (r *listRow) UIValue() string {
	if r.ticked() {
		return "true"
	}
	return ""
}

// CreateRenderer links the widget to its drawing.
func (r *listRow) CreateRenderer() fyne.WidgetRenderer {
	ground, bar := &canvas.Rectangle{}, &canvas.Rectangle{}
	rule, above := &canvas.Rectangle{}, &canvas.Rectangle{} // over the row, and over its section's heading
	box := &listBox{}
	var groundTop float32
	var groundSize fyne.Size
	placeGround := func() {
		in := float32(1)
		if ground.StrokeWidth > 0 {
			in = 2 // a stroke stands half outside, and the scroll cuts what is outside the first row
		}
		place(ground, in, groundTop+in, groundSize.Width-2*in, groundSize.Height-groundTop-2*in)
	}
	paint := func() {
		taken := r.taken()
		focused := r.list.focused && r.selected()
		ground.Hidden = !taken && !r.hovered && !focused
		ground.FillColor = look.Color("hover")
		if taken {
			ground.FillColor = look.Color(look.ColorPrimarySoft)
		}
		// The whole list has the focus; the row shows where.
		ground.StrokeWidth = 0
		if focused {
			ground.StrokeColor, ground.StrokeWidth = look.Color(look.ColorPrimary), 2
		}
		placeGround()
		bar.FillColor = look.Color(look.ColorPrimary)
		bar.Hidden = !taken && !r.selected()
		if r.list.options.Boxes {
			box.paint(map[bool]Sign{false: EmptyBox, true: TickedBox}[r.ticked()], r.ground())
		}
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
			objects := []fyne.CanvasObject{ground, bar, rule, above, r.heading}
			if r.list.options.Boxes {
				objects = append(objects, box.objects()...)
			}
			return append(objects, r.cells...)
		},
		layout: func(size fyne.Size) {
			top := float32(0)
			if r.section != "" {
				top = sectionHeight()
				place(r.heading, rowSide, 8, size.Width-2*rowSide, lineHeightOf(look.SizeSmall, true))
			}
			groundTop, groundSize = top, size
			placeGround()
			place(bar, 0, top, 3, size.Height-top)
			place(rule, 0, top, size.Width, 1)
			place(above, 0, 0, size.Width, 1)
			if r.list.options.Boxes {
				box.place(rowSide, top, size.Height-top)
			}
			r.placeCells(top, size.Height-top)
		},
		least: func() fyne.Size { return fyne.NewSize(1, r.list.lineRow()) },
	}
}

// placeCells puts the cells into their columns, their middles on one line.
func (r *listRow) placeCells(top, height float32) {
	x := rowSide + r.list.boxRoom()
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
