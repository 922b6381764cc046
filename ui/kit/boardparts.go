package kit

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// boardColumn draws one column: head, and its items in a scroll; or a strip.
type boardColumn struct {
	widget.BaseWidget
	BoardColumn
	board  *Board
	items  []*boardItem
	stack  *fyne.Container
	scroll *Scroll
	head   *fyne.Container
	title  *Para
	note   *Para
	fold   *railBtn
	add    *plusBtn

	least      float32 // what it needs, 0 for not known, at a text scale
	leastScale float32
}

func newBoardColumn(b *Board) *boardColumn {
	c := &boardColumn{board: b, stack: VStack(boardItemGap), title: newPara(look.SizeText, nil), note: NewSmall()}
	c.scroll = newScroll(Edges{4, 8, 8, 8}, c.stack)
	c.head = Row(RowOptions{Gap: 8, Align: Middle, StackBelow: 130, StackGap: 2}, Weight(1, c.title), Own(c.note))
	c.add = newPlusBtn(func() {
		if b.options.OnAdd != nil {
			b.options.OnAdd(c.ID)
		}
	})
	c.fold = newRailBtn(func() { b.Fold(c.ID, !b.folded(c)) })
	c.ExtendBaseWidget(c)
	return c
}

// show fills the column.
func (c *boardColumn) show(column BoardColumn, items []*boardItem) {
	c.BoardColumn, c.items, c.least = column, items, 0
	c.stack.Objects = make([]fyne.CanvasObject, len(items))
	for i, item := range items {
		c.stack.Objects[i] = item
	}
	c.title.Ground, c.note.Ground = look.ColorColumn, look.ColorColumn
	c.title.Set(Bold(column.Title))
	note := Muted(column.Note)
	if column.NoteTone != PlainTone {
		_, ink, sign := column.NoteTone.colours()
		note = Span{Text: column.Note, Bold: true, Color: ink, Sign: sign}
	}
	c.note.Set(note)
	c.fold.text = column.RailText
	c.add.ID, c.add.text = "add."+column.ID, column.Add
	c.drawHead()
}

func (c *boardColumn) drawHead() {
	c.head.Refresh()
	c.fold.compact = !c.board.folded(c)
	c.fold.Refresh()
	c.add.Refresh()
}

// arrange lays the column out in its room.
func (c *boardColumn) arrange(size fyne.Size) {
	if c.board.folded(c) {
		place(c.fold, 0, 0, size.Width, size.Height)
		return
	}
	h, room := c.headHeight(), c.headRoom(size.Width)
	if c.Rail {
		place(c.fold, size.Width-30, 4, 26, h-8)
	}
	if c.Add != "" {
		place(c.add, 12+room+4, whole((h-plusSide())/2), plusSide(), plusSide())
	}
	place(c.head, 12, 8, room, h-16)
	place(c.scroll, 0, h, size.Width, size.Height-h)
	c.scroll.arrange()
	c.stack.Layout.Layout(c.stack.Objects, c.stack.Size())
}

// leastWidth is the width in which no word breaks, in the head or on an item.
func (c *boardColumn) leastWidth() float32 {
	if scale := look.TextScale(); c.least == 0 || c.leastScale != scale {
		beside := -c.headRoom(0)
		c.least, c.leastScale = max(scaled(boardLeast), up(max(c.title.MinSize().Width, c.note.MinSize().Width))+beside), scale
		for _, item := range c.items {
			c.least = max(c.least, up(item.content.MinSize().Width)+2*itemPadding+c.scroll.Edges.width())
		}
	}
	return c.least
}

// headHeight is the height of the column's head.
func (c *boardColumn) headHeight() float32 {
	return HeightFor(c.head, max(1, c.headRoom(c.Size().Width))) + 16
}

// headRoom is the width of title and note in a column of a width, beside its buttons.
func (c *boardColumn) headRoom(width float32) float32 {
	room := width - 24
	if c.Rail {
		room -= 24
	}
	if c.Add != "" {
		room -= plusSide() - 2
	}
	return room
}

// bodyTop is where the items' scroll begins on the board.
func (c *boardColumn) bodyTop() float32 { return c.headHeight() }

// itemTop is where an item stands on the board now.
func (c *boardColumn) itemTop(item *boardItem) float32 {
	return c.bodyTop() + c.scroll.Edges.Top + item.Position().Y - c.scroll.Offset()
}

// Parts are the children.
func (c *boardColumn) Parts() []fyne.CanvasObject {
	if c.board.folded(c) {
		return []fyne.CanvasObject{c.fold}
	}
	parts := []fyne.CanvasObject{c.head}
	if c.Add != "" {
		parts = append(parts, c.add)
	}
	if parts = append(parts, c.scroll); c.Rail {
		parts = append(parts, c.fold)
	}
	return parts
}

// UINode tells those who walk the window what this is.
func (c *boardColumn) UINode() (kind, id, text string) { return "column", c.ID, c.Title }

// CreateRenderer links the widget to its drawing.
func (c *boardColumn) CreateRenderer() fyne.WidgetRenderer {
	ground := &canvas.Rectangle{CornerRadius: look.RadiusCard}
	paint := func() { ground.FillColor = look.Color(look.ColorColumn) }
	paint()
	return &drawn{
		widget:  c,
		objects: func() []fyne.CanvasObject { return append([]fyne.CanvasObject{ground}, c.Parts()...) },
		layout: func(size fyne.Size) {
			ground.Resize(size)
			c.arrange(size)
		},
		least: func() fyne.Size { return fyne.NewSize(scaled(railWidth), scaled(120)) },
		refresh: func() {
			paint()
			c.drawHead()
			for _, item := range c.items {
				item.Refresh()
			}
		},
	}
}

// boardItem is one item's paper.
type boardItem struct {
	widget.BaseWidget
	ID      int64
	board   *Board
	title   string
	content fyne.CanvasObject
	focused bool
	hovered bool
	held    fyne.KeyModifier // when the pointer was pressed
	looked  bool             // marked, as it was drawn last
	memo    itemMemo
}

// itemMemo keeps the height at the last width, which is asked for several times at every layout.
type itemMemo struct{ width, scale, height float32 }

func newBoardItem(b *Board, item BoardItem) *boardItem {
	w := &boardItem{board: b, ID: item.ID}
	w.ExtendBaseWidget(w)
	return w
}

func (w *boardItem) show(item BoardItem) {
	other := w.content != item.Content
	w.title, w.content = item.Title, item.Content
	if other {
		w.Refresh()
	}
}

// itemPadding stands between an item's edge and what is on it, in points.
const itemPadding float32 = 10

// HeightFor is that of what stands on the item.
func (w *boardItem) HeightFor(width float32) float32 {
	now := itemMemo{width: width, scale: look.TextScale(), height: w.memo.height}
	if now != w.memo || now.height == 0 {
		now.height = HeightFor(w.content, width-2*itemPadding) + 2*itemPadding
		w.memo = now
	}
	return w.memo.height
}

// MouseDown remembers which keys are held: with them a tap chooses several.
func (w *boardItem) MouseDown(e *desktop.MouseEvent) { w.held = e.Modifier }

// MouseUp is not wanted here.
func (w *boardItem) MouseUp(*desktop.MouseEvent) {}

// Tapped gives the item the focus and opens it; with Ctrl or Shift held it is chosen with others.
func (w *boardItem) Tapped(*fyne.PointEvent) {
	held := w.held | holding
	if w.held = 0; w.board.pressed(w.ID, held) {
		return
	}
	w.board.Unmark()
	w.board.FocusItem(w.ID)
	w.open()
}

func (w *boardItem) open() {
	if w.board.options.OnOpen != nil {
		Guard(func() { w.board.options.OnOpen(w.ID) })
	}
}

// TappedSecondary opens the menu of the item, or of all that are marked with it.
func (w *boardItem) TappedSecondary(e *fyne.PointEvent) {
	if w.held = 0; !w.board.marked[w.ID] {
		w.board.Unmark()
	}
	w.board.FocusItem(w.ID)
	w.openMenu(e.AbsolutePosition)
}

func (w *boardItem) openMenu(at fyne.Position) {
	c := fyne.CurrentApp().Driver().CanvasForObject(w)
	if items := w.board.menuItems(w.ID); c != nil && len(items) > 0 {
		widget.ShowPopUpMenuAtPosition(guardedMenu(c, items), c, at)
	}
}

// Dragged moves the ghost.
func (w *boardItem) Dragged(e *fyne.DragEvent) { w.board.dragged(w, e.Dragged) }

// DragEnd drops.
func (w *boardItem) DragEnd() { w.board.dropped() }

// FocusGained shows the ring and scrolls the item into view.
func (w *boardItem) FocusGained() {
	if w.focused = true; len(w.board.marked) == 0 {
		w.board.anchor = w.ID
	}
	w.Refresh()
	FocusInSight()
}

// FocusLost takes the ring away.
func (w *boardItem) FocusLost() { w.focused = false; w.Refresh() }

// TypedRune finds, in the field that searches the board.
func (w *boardItem) TypedRune(r rune) {
	if w.board.search != nil && !unicode.IsSpace(r) {
		w.board.search.BeginWith(r)
	}
}

// arrows are the steps of the arrow keys.
var arrows = map[fyne.KeyName]struct{ dx, dy int }{
	fyne.KeyLeft: {-1, 0}, fyne.KeyRight: {1, 0}, fyne.KeyUp: {0, -1}, fyne.KeyDown: {0, 1},
}

// TypedKey moves the focus, opens the item and its menu.
func (w *boardItem) TypedKey(e *fyne.KeyEvent) {
	if by, ok := arrows[e.Name]; ok {
		w.walk(by.dx, by.dy)
		return
	}
	switch e.Name {
	case fyne.KeyDelete:
		if w.board.options.OnDelete != nil {
			Guard(func() { w.board.options.OnDelete(w.ID) })
		}
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		w.open()
	case fyne.KeyF2:
		if w.board.options.OnRename == nil {
			w.open()
			return
		}
		Guard(func() { w.board.options.OnRename(w.ID) })
	case desktop.KeyMenu:
		w.openMenu(fyne.CurrentApp().Driver().AbsolutePositionForObject(w).AddXY(16, 16))
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF10:
		if e.Name != fyne.KeyEscape || !w.board.Unmark() {
			PassEscape(e)
		}
	}
}

// walk moves the focus by an arrow; with Shift the item it comes to is chosen with others, without, none is.
func (w *boardItem) walk(dx, dy int) {
	b, next := w.board, w.board.beside(w.ID, dx, dy)
	switch {
	case next == 0:
	case b.options.OnMark != nil && heldKeys()&fyne.KeyModifierShift != 0:
		b.extend(next)
	default:
		b.Unmark()
		b.FocusItem(next)
	}
}

// TypedShortcut moves the item on Alt and an arrow, and chooses others with it on Ctrl; the window has all other shortcuts.
func (w *boardItem) TypedShortcut(s fyne.Shortcut) {
	if w.board.takesShortcut(w.ID, s) {
		return
	}
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierAlt {
		if by, arrow := arrows[c.KeyName]; arrow {
			w.board.shift(w.ID, by.dx, by.dy)
			return
		}
	}
	PassShortcut(s)
}

// MouseIn shows that the item can be picked up.
func (w *boardItem) MouseIn(*desktop.MouseEvent) { w.hovered = true; w.Refresh() }

// MouseMoved is not wanted here.
func (w *boardItem) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends the hover.
func (w *boardItem) MouseOut() { w.hovered = false; w.Refresh() }

// Cursor is the hand.
func (w *boardItem) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Parts are the children.
func (w *boardItem) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{w.content} }

// UINode tells those who walk the window what this is.
func (w *boardItem) UINode() (kind, id, text string) { return "item", itoa(int(w.ID)), w.title }

// UIValue is "true" for an item chosen with others.
func (w *boardItem) UIValue() string {
	if w.board.marked[w.ID] {
		return "true"
	}
	return ""
}

// style is the paper of the item as it is now.
func (w *boardItem) style() BoxStyle {
	s := BoxStyle{Fill: look.ColorSurface, Radius: look.RadiusField, Shadow: true}
	if w.board.marked[w.ID] {
		s.Fill, s.Border = look.ColorPrimarySoft, look.ColorPrimary
	} else if w.hovered {
		s.Border = look.ColorField
	}
	if d := w.board.drag; d != nil && d.item == w {
		// The place the item was taken from stays, paler.
		s.Fill, s.Shadow, s.Border = look.ColorColumn, false, look.ColorLine
	}
	return s
}

// CreateRenderer links the widget to its drawing.
func (w *boardItem) CreateRenderer() fyne.WidgetRenderer {
	ring, ground := newFocusRing(), &canvas.Rectangle{}
	tick := newShape(TickedBox) // that it is chosen is never said by colour alone
	paint := func() {
		w.looked = w.board.marked[w.ID]
		w.style().paint(ground)
		tick.paint(look.Color(look.ColorPrimary), look.Color(look.ColorSurface))
		ring.show(w.focused)
	}
	paint()
	return &drawn{
		widget: w,
		objects: func() []fyne.CanvasObject {
			objects := []fyne.CanvasObject{ring.ring, ring.gap, ground, w.content}
			if w.board.marked[w.ID] {
				objects = append(objects, tick.objects...)
			}
			return objects
		},
		layout: func(size fyne.Size) {
			ring.place(size, look.RadiusField)
			ground.Resize(size)
			place(w.content, itemPadding, itemPadding, size.Width-2*itemPadding, size.Height-2*itemPadding)
			side := signSide(look.SizeSmall)
			tick.place(size.Width-side+4, -4, side) // on the corner, clear of the title
		},
		least: func() fyne.Size {
			return fyne.NewSize(scaled(60), w.HeightFor(lastWidth(w.Size().Width, scaled(boardLeast))))
		},
		refresh: func() {
			w.memo = itemMemo{}
			paint()
			w.content.Refresh()
		},
	}
}
