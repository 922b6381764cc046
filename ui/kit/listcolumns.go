package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"copleader/data/words"
	"copleader/ui/look"
)

// ColumnKept is what is remembered of a column that the person arranged: a list of them is in the order shown.
type ColumnKept struct {
	ID    string  `json:"id"`
	Off   bool    `json:"off,omitempty"`
	Width float32 `json:"width,omitempty"` // at text scale 1; 0 as the program has it
}

// ShownColumns are the keys of the columns shown, in their order; nil where nothing was arranged.
func ShownColumns(kept []ColumnKept) (keys []string) {
	for _, c := range kept {
		if !c.Off {
			keys = append(keys, c.ID)
		}
	}
	return keys
}

// ColumnMemory remembers how the columns of lists were arranged, each under the name of its list.
type ColumnMemory interface {
	Columns(list string) []ColumnKept
	KeepColumns(list string, columns []ColumnKept)
}

// Arranging lets the person choose, order and size the columns of a list.
type Arranging struct {
	// Name is that of the list, under which Memory remembers; without a memory it stays so until the window closes.
	Name   string
	Memory ColumnMemory
	Say    *words.Say
}

// columnLeast is the least width of a column that is sized by hand, and columnStep how much a key changes it, at text scale 1.
const (
	columnLeast float32 = 40
	columnStep  float32 = 24
)

// recall arranges the columns as they are remembered; one that came to the program since stands behind.
func (l *placeList) recall() {
	l.first = slices.Clone(l.options.Columns)
	l.asAtFirst()
	if a := l.options.Arranging; a != nil && a.Memory != nil {
		l.ArrangeColumns(a.Memory.Columns(a.Name))
	}
}

// asAtFirst arranges the columns as the program has them.
func (l *placeList) asAtFirst() {
	l.words, l.arranged = nil, false
	l.options.Columns, l.off, l.sized = slices.Clone(l.first), map[string]bool{}, map[string]float32{}
	for _, c := range l.first {
		l.off[c.ID] = c.Off
	}
}

// ArrangeColumns arranges the columns; of those not named nothing changes, but they stand behind.
func (l *placeList) ArrangeColumns(kept []ColumnKept) {
	if len(kept) == 0 {
		return
	}
	l.arranged = true
	place := map[string]int{}
	for i, k := range kept {
		place[k.ID] = i
		if c, known := l.column(k.ID); known {
			l.off[k.ID] = k.Off && !c.Stays
			if k.Width >= columnLeast {
				l.sized[k.ID] = k.Width
			}
		}
	}
	at := func(c Column[int]) int {
		if i, named := place[c.ID]; named {
			return i
		}
		return len(kept)
	}
	slices.SortStableFunc(l.options.Columns, func(a, b Column[int]) int { return at(a) - at(b) })
	l.words = nil
}

// Arranged is how the person arranged the columns, nil where they are as the program has them.
func (l *placeList) Arranged() []ColumnKept {
	if !l.arranged {
		return nil
	}
	out := make([]ColumnKept, len(l.options.Columns))
	for i, c := range l.options.Columns {
		out[i] = ColumnKept{ID: c.ID, Off: l.off[c.ID], Width: l.sized[c.ID]}
	}
	return out
}

// takeOver has the columns be those that are shown now: from here on nothing but the person leaves one out.
func (l *placeList) takeOver() {
	if l.arranged {
		return
	}
	for i, w := range l.widths(l.Size().Width) {
		if c := l.options.Columns[i]; w == 0 && (c.Hidden == nil || !c.Hidden()) {
			l.off[c.ID] = true
		}
	}
	l.arranged = true
}

// toggle leaves a column out, or shows it and scrolls to it.
func (l *placeList) toggleColumn(id string) {
	shown := l.shows(id)
	l.takeOver()
	l.off[id] = shown
	l.rearranged()
	if !shown {
		l.columnInSight(id)
	}
}

// rearranged shows the columns as they are arranged now, and has that remembered.
func (l *placeList) rearranged() {
	l.visible, l.pool = map[int]*listRow{}, nil
	l.head.entitle()
	l.Refresh()
	l.head.Refresh()
	l.keepColumns()
}

func (l *placeList) keepColumns() {
	if a := l.options.Arranging; a.Memory != nil {
		a.Memory.KeepColumns(a.Name, l.Arranged())
	}
}

// showsMore tells whether a column is shown that is out of sight at first.
func (l *placeList) showsMore() bool {
	return slices.ContainsFunc(l.first, func(c Column[int]) bool { return c.Off && !l.off[c.ID] })
}

// leftOut tells whether a column is not shown at a list width.
func (l *placeList) leftOut(c Column[int], width float32) bool {
	return l.off[c.ID] || c.Hidden != nil && c.Hidden() || l.options.Arranging == nil && c.HideBelow > 0 && width < scaled(c.HideBelow)
}

// shows tells whether a column is shown now.
func (l *placeList) shows(id string) bool {
	for i, w := range l.widths(l.wide(l.Size().Width)) {
		if l.options.Columns[i].ID == id {
			return w > 0
		}
	}
	return false
}

// fixedWidth is the width of a column that shares no room with others, 0 for one that does.
func (l *placeList) fixedWidth(c Column[int]) float32 {
	if w := l.sized[c.ID]; w > 0 {
		return up(scaled(w))
	}
	return up(scaled(c.Fixed))
}

// size gives a column a width, from its present one.
func (l *placeList) size(id string, by float32) {
	l.takeOver()
	for i, w := range l.widths(l.wide(l.Size().Width)) {
		if l.options.Columns[i].ID == id && w > 0 {
			l.sized[id] = max(columnLeast, whole((w+by)/scaled(1)))
		}
	}
	l.measured = 0
	l.Refresh()
	l.head.Refresh()
}

// moveColumn puts a column before or behind the next one shown.
func (l *placeList) moveColumn(id string, by int) {
	l.takeOver()
	columns := l.options.Columns
	from := slices.IndexFunc(columns, func(c Column[int]) bool { return c.ID == id })
	to := from + by
	for to >= 0 && to < len(columns) && l.leftOut(columns[to], l.Size().Width) {
		to += by
	}
	if from < 0 || to < 0 || to >= len(columns) {
		return
	}
	c := columns[from]
	l.options.Columns = slices.Insert(slices.Delete(columns, from, from+1), to, c)
	l.rearranged()
}

// columnItems are what can be done with the columns, from the title of one, or from nowhere with an empty ID.
func (l *placeList) columnItems(id string) []*fyne.MenuItem {
	say := l.options.Arranging.Say
	var items []*fyne.MenuItem
	add := func(text string, do func()) { items = append(items, fyne.NewMenuItem(text, do)) }
	sized := func(by float32) func() {
		return func() { l.size(id, by); l.keepColumns() }
	}
	if id != "" {
		add(say.Text("Move left"), func() { l.moveColumn(id, -1) })
		add(say.Text("Move right"), func() { l.moveColumn(id, 1) })
		add(say.Text("Wider"), sized(scaled(columnStep)))
		add(say.Text("Narrower"), sized(-scaled(columnStep)))
		items = append(items, fyne.NewMenuItemSeparator())
	}
	for _, c := range l.first {
		if c.Stays || c.Title == "" || c.Hidden != nil && c.Hidden() {
			continue
		}
		item := fyne.NewMenuItem(c.Title, func() { l.toggleColumn(c.ID) })
		item.Checked = l.shows(c.ID)
		items = append(items, item)
	}
	items = append(items, fyne.NewMenuItemSeparator())
	add(say.Text("As at first"), func() { l.asAtFirst(); l.rearranged() })
	return items
}

// ColumnsLink is the way from the foot of a list to the menu in which columns are chosen.
func (l *placeList) ColumnsLink(id string) *LinkBtn {
	l.link = NewLinkBtn(l.options.Arranging.Say.Text("Columns"), l.OpenColumns)
	l.link.ID = id
	return l.link
}

// OpenColumns opens the menu in which columns are chosen, at the link to it, or below the titles where that is not to be seen.
func (l *placeList) OpenColumns() {
	at := l.headIn
	if c := fyne.CurrentApp().Driver().CanvasForObject(l.self); c != nil && l.link != nil && isSeen(c.Content(), l.link) {
		at = l.link
	}
	popMenuBelow(at, l.columnItems(""))
}

// columnEdge stands between two titles and sizes the column at its left when it is dragged. The keyboard does so in the title's menu.
type columnEdge struct {
	widget.BaseWidget
	drag    func(by float32)
	end     func()
	hovered bool
}

func newColumnEdge(drag func(by float32), end func()) *columnEdge {
	e := &columnEdge{drag: drag, end: end}
	e.ExtendBaseWidget(e)
	return e
}

// Dragged sizes the column.
func (e *columnEdge) Dragged(d *fyne.DragEvent) { Guard(func() { e.drag(d.Dragged.DX) }) }

// DragEnd has the width remembered.
func (e *columnEdge) DragEnd() { Guard(e.end) }

// MouseIn shows the edge.
func (e *columnEdge) MouseIn(*desktop.MouseEvent) { e.hovered = true; e.Refresh() }

// MouseMoved is not wanted here.
func (e *columnEdge) MouseMoved(*desktop.MouseEvent) {}

// MouseOut hides it again.
func (e *columnEdge) MouseOut() { e.hovered = false; e.Refresh() }

// Cursor is that of something that is pulled sideways.
func (e *columnEdge) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// UINode tells those who walk the window what this is.
func (e *columnEdge) UINode() (kind, id, text string) { return "edge", "", "" }

// Parts are the children: none.
func (e *columnEdge) Parts() []fyne.CanvasObject { return nil }

// CreateRenderer links the widget to its drawing.
func (e *columnEdge) CreateRenderer() fyne.WidgetRenderer {
	line := &canvas.Rectangle{}
	paint := func() {
		line.FillColor = look.Color(look.ColorField)
		line.Hidden = !e.hovered
	}
	paint()
	return &drawn{
		widget: e, objects: always(line), refresh: paint,
		layout: func(size fyne.Size) {
			line.Move(fyne.NewPos(whole(size.Width/2), 0))
			line.Resize(fyne.NewSize(1, size.Height))
		},
		least: func() fyne.Size { return fyne.NewSize(columnGap, 1) },
	}
}
