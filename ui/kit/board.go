package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// BoardItem is one item of a board, drawn by the screen.
type BoardItem struct {
	ID int64
	// Title is what the ghost shows while the item is dragged, and what those who walk the window read.
	Title string
	// Content is what stands on the item.
	Content fyne.CanvasObject
}

// BoardColumn is one column of a board.
type BoardColumn struct {
	ID, Title string
	// Note stands in the corner: how many items, "4 of 3"; NoteTone colours it.
	Note     string
	NoteTone Tone
	Items    []BoardItem
	// Add says what the button with the plus does, "Add to Idea"; without, there is none.
	Add string
	// Rail shows the column folded to a narrow strip with RailText turned upright; it opens on a press.
	Rail     bool
	RailText string
}

// BoardOptions say what a board does.
type BoardOptions struct {
	// OnMove is called when an item was dropped or moved by keys or menu; index counts without the item itself. The board
	// shows the move when SetColumns is called with the stored order.
	OnMove func(item int64, column string, index int)
	// OnOpen is called on a tap and on Enter, OnRename on F2; without it F2 is Enter.
	OnOpen, OnRename func(item int64)
	// Menu gives what the context menu offers before "Move to".
	Menu func(item int64) []*fyne.MenuItem
	// Last gives what it offers after "Move to": what takes away.
	Last func(item int64) []*fyne.MenuItem
	// MoveTo is the spoken words "Move to".
	MoveTo string
	// OnAdd is called by the button with the plus of a column.
	OnAdd func(column string)
	// OnDelete is called on the Delete key; what it takes away has to offer Undo.
	OnDelete func(item int64)
	// OnMark, where given, lets several items be chosen together; it is called when others are than before.
	OnMark func()
	// OnMoveMany is OnMove for several; index counts without them. Several says how many, "3 items".
	OnMoveMany func(items []int64, column string, index int)
	Several    func(n int) string
	// Fixed forbids moving: a file that may only be looked at.
	Fixed bool
}

// Board shows items in columns and lets them be moved by pointer, keys and menu.
type Board struct {
	widget.BaseWidget
	options BoardOptions
	columns []*boardColumn
	items   map[int64]*boardItem
	open    map[string]bool
	marked  map[int64]bool // chosen together, none while a deed is about the one with the focus
	anchor  int64          // where choosing with Shift begins
	strip   *fyne.Container
	scroll  *container.Scroll
	ghost   *Ghost
	drag    *boardDrag
	search  *TextField // narrows it down; nil where nothing does
}

// Measures of a board, in points.
const (
	boardGap     float32 = 10
	boardItemGap float32 = 8
	boardLeast   float32 = 118 // a column's least width at text scale 1
	railWidth    float32 = 34
)

// NewBoard makes a board.
func NewBoard(columns []BoardColumn, options BoardOptions) *Board {
	b := &Board{options: options, items: map[int64]*boardItem{}, open: map[string]bool{}}
	b.strip = &fyne.Container{Layout: boardLayout{b}}
	b.scroll = container.NewHScroll(b.strip)
	b.ghost = NewGhost(false)
	b.ExtendBaseWidget(b)
	b.SetColumns(columns)
	return b
}

// SetColumns shows the stored order. Items keep their widget, so that one with the focus keeps it wherever it moved.
func (b *Board) SetColumns(columns []BoardColumn) {
	known, heirs := b.items, b.heirs()
	old := b.columns
	b.items = map[int64]*boardItem{}
	b.columns = nil
	for i, c := range columns {
		var col *boardColumn
		if i < len(old) && old[i].ID == c.ID {
			col = old[i]
		} else {
			col = newBoardColumn(b)
		}
		items := make([]*boardItem, len(c.Items))
		for n, item := range c.Items {
			w, ok := known[item.ID]
			if !ok {
				w = newBoardItem(b, item)
			}
			w.show(item)
			b.items[item.ID] = w
			items[n] = w
		}
		col.show(c, items)
		b.columns = append(b.columns, col)
	}
	b.strip.Objects = nil
	for _, c := range b.columns {
		b.strip.Objects = append(b.strip.Objects, c)
	}
	gone := b.loseFocusOfGone(known)
	b.arrange(b.Size())
	if gone {
		b.focusHeir(heirs)
	}
	if b.keepMarks() {
		b.markedAnew()
	}
}

// arrange lays the board out in its room. No item is drawn anew by it: that is for those alone that show something else.
func (b *Board) arrange(size fyne.Size) {
	b.scroll.Resize(size)
	b.ghost.Layer.Resize(size)
	b.strip.Resize(fyne.NewSize(max(size.Width, b.strip.MinSize().Width), size.Height))
	b.strip.Layout.Layout(b.strip.Objects, b.strip.Size())
	for _, c := range b.columns {
		c.arrange(c.Size())
	}
	barsAnew(b.scroll)
	canvas.Refresh(b)
}

// loseFocusOfGone gives up the focus of an item that is no longer shown, and tells of it: a removed widget would go on receiving keys.
func (b *Board) loseFocusOfGone(before map[int64]*boardItem) (gone bool) {
	for id, item := range before {
		if _, still := b.items[id]; !still && item.focused {
			gone = true
			if c := currentCanvas(); c != nil {
				c.Unfocus()
			}
		}
	}
	return gone
}

// heirs are the items that may take the focus once the one that has it is gone: those below it, then those above, the nearest first.
func (b *Board) heirs() (ids []int64) {
	column, index := b.find(b.Focused())
	if column < 0 {
		return nil
	}
	items := b.columns[column].items
	for _, item := range items[index+1:] {
		ids = append(ids, item.ID)
	}
	for _, item := range slices.Backward(items[:index]) {
		ids = append(ids, item.ID)
	}
	return ids
}

// focusHeir has the keys go on beside what is gone.
func (b *Board) focusHeir(heirs []int64) {
	for _, id := range heirs {
		if b.items[id] != nil {
			b.FocusItem(id)
			return
		}
	}
}

// Follow lets letters typed on the board find in the search field that narrows it down; Down and Enter lead from there to the first item
// found.
func (b *Board) Follow(search *TextField) {
	b.search = search
	search.LeadTo(func() {
		if shown := b.shownItems(); len(shown) > 0 {
			b.FocusItem(shown[0].ID)
		}
	})
}

// FocusItem gives an item the focus and scrolls to it.
func (b *Board) FocusItem(id int64) {
	item, ok := b.items[id]
	if !ok {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
		c.Focus(item)
	}
}

// Focused is the item with the focus, 0 for none.
func (b *Board) Focused() int64 {
	for id, item := range b.items {
		if item.focused {
			return id
		}
	}
	return 0
}

// find is the column and the place of an item.
func (b *Board) find(id int64) (column, index int) {
	for c, col := range b.columns {
		for i, item := range col.items {
			if item.ID == id {
				return c, i
			}
		}
	}
	return -1, -1
}

// folded tells whether a column is shown as a strip.
func (b *Board) folded(c *boardColumn) bool { return c.Rail && !b.open[c.ID] }

// Fold opens a rail column, or folds it again.
func (b *Board) Fold(column string, folded bool) {
	b.open[column] = !folded
	b.Refresh()
	if b.keepMarks() {
		b.markedAnew()
	}
}

// move asks for a move by keys or menu.
func (b *Board) move(id int64, column, index int) {
	if b.options.Fixed || b.options.OnMove == nil || column < 0 || column >= len(b.columns) {
		return
	}
	Guard(func() { b.options.OnMove(id, b.columns[column].ID, index) })
}

// shift moves an item by keys: within its column, or to the same height in the next one.
func (b *Board) shift(id int64, dx, dy int) {
	column, index := b.find(id)
	switch {
	case column < 0:
	case b.marked[id]:
		b.shiftAll(id, dx, dy)
	case dy != 0:
		if to := index + dy; to >= 0 && to < len(b.columns[column].items) {
			b.move(id, column, to)
		}
	case column+dx >= 0 && column+dx < len(b.columns):
		b.move(id, column+dx, min(index, len(b.columns[column+dx].items)))
	}
}

// step moves the focus by keys.
func (b *Board) step(id int64, dx, dy int) {
	if next := b.beside(id, dx, dy); next != 0 {
		b.FocusItem(next)
	}
}

// beside is the item to which an arrow leads from another one, 0 for none.
func (b *Board) beside(id int64, dx, dy int) int64 {
	column, index := b.find(id)
	if column < 0 {
		return 0
	}
	if dy != 0 {
		if to := index + dy; to >= 0 && to < len(b.columns[column].items) {
			return b.columns[column].items[to].ID
		}
		return 0
	}
	for c := column + dx; c >= 0 && c < len(b.columns); c += dx {
		col := b.columns[c]
		if len(col.items) > 0 && !b.folded(col) {
			return col.items[min(index, len(col.items)-1)].ID
		}
	}
	return 0
}

// menuItems are the context menu of an item: the screen's own, "Move to" with every other column, and last what takes away.
func (b *Board) menuItems(id int64) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	if b.options.Menu != nil {
		items = b.options.Menu(id)
	}
	items = append(items, b.moveItems(id)...)
	if b.options.Last != nil {
		items = append(items, b.options.Last(id)...)
	}
	return items
}

// moveItems are "Move to", where there is somewhere to move an item to.
func (b *Board) moveItems(id int64) []*fyne.MenuItem {
	if b.options.Fixed || b.options.OnMove == nil {
		return nil
	}
	at, _ := b.find(id)
	if b.marked[id] {
		at = -1 // they may stand in different ones
	}
	var targets []*fyne.MenuItem
	for i, c := range b.columns {
		if i != at {
			targets = append(targets, fyne.NewMenuItem(c.Title, func() { b.moveAll(id, i, len(b.columns[i].items)) }))
		}
	}
	if len(targets) == 0 {
		return nil
	}
	move := fyne.NewMenuItem(b.options.MoveTo, nil)
	move.ChildMenu = fyne.NewMenu("", targets...)
	return []*fyne.MenuItem{move}
}

// Parts are the children.
func (b *Board) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{b.scroll, b.ghost.Layer} }

// UINode tells those who walk the window what this is.
func (b *Board) UINode() (kind, id, text string) { return "board", "", "" }

// CreateRenderer links the widget to its drawing.
func (b *Board) CreateRenderer() fyne.WidgetRenderer {
	return &drawn{
		widget: b, objects: always(b.scroll, b.ghost.Layer),
		layout: b.arrange,
		least:  func() fyne.Size { return fyne.NewSize(scaled(boardLeast), scaled(160)) },
		refresh: func() {
			for _, c := range b.columns {
				c.Refresh()
			}
		},
	}
}

// boardLayout gives open columns equal widths beside the folded ones.
type boardLayout struct{ board *Board }

func (l boardLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, w := range l.widths(size.Width) {
		place(l.board.columns[i], x, 0, w, size.Height)
		x += w + boardGap
	}
}

// widths share a width equally among the open columns; one whose words would break gets what it needs.
func (l boardLayout) widths(width float32) []float32 {
	out := make([]float32, len(l.board.columns))
	left := width - boardGap*float32(max(0, len(out)-1))
	var open []int
	for i, c := range l.board.columns {
		if l.board.folded(c) {
			out[i] = up(scaled(railWidth))
			left -= out[i]
		} else {
			open = append(open, i)
		}
	}
	for again := true; again; {
		again = false
		for at, i := range open {
			if least := l.board.columns[i].leastWidth(); left/float32(len(open)) < least {
				out[i], left = least, left-least
				open, again = slices.Delete(open, at, at+1), true
				break
			}
		}
	}
	for n, i := range open {
		out[i] = whole(left*float32(n+1)/float32(len(open))) - whole(left*float32(n)/float32(len(open)))
	}
	return out
}

func (l boardLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	w := boardGap * float32(max(0, len(l.board.columns)-1))
	for _, c := range l.board.columns {
		if l.board.folded(c) {
			w += up(scaled(railWidth))
		} else {
			w += c.leastWidth()
		}
	}
	return fyne.NewSize(w, 1)
}
