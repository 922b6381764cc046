package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// Picks are rows that stand one below the other in a card, of which several can be chosen together: with Ctrl or Shift held, or by the
// boxes that stand beside them once choosing has begun. It is the Choosable of a card, as a List is that of a page.
type Picks struct {
	// OnMark is called when others are chosen than before; nil where none can be.
	OnMark func()
	// OnDelete is called on the Delete key while a box has the focus; what it takes away has to offer Undo.
	OnDelete func()
	// Rest is what has the focus once none of the rows has a box any more; nil for nothing.
	Rest fyne.Focusable

	rows   []*PickRow
	marked map[int64]bool
	anchor int64 // where choosing with Shift begins
	begun  bool  // the boxes are shown

	before []*PickRow // those drawn anew
	at     int        // which of them has the focus, -1 for none
}

// Begin forgets the rows, before they are made anew.
func (p *Picks) Begin() { p.before, p.at, p.rows = p.rows, p.focused(), nil }

// focused is the place of the row whose box has the focus, -1 for none.
func (p *Picks) focused() int {
	c := currentCanvas()
	return slices.IndexFunc(p.rows, func(r *PickRow) bool { return c != nil && c.Focused() == r.box })
}

// place is where a row stands, -1 for one that is gone.
func (p *Picks) place(key int64) int {
	return slices.IndexFunc(p.rows, func(r *PickRow) bool { return r.key == key })
}

// Row makes the next row, whose secondary tap opens a menu.
func (p *Picks) Row(key int64, spoken string, content fyne.CanvasObject, menu func() []*fyne.MenuItem) *PickRow {
	r := &PickRow{picks: p, key: key, content: content, menu: menu}
	r.box = NewCheck("", p.marked[key], func(bool) { p.toggle(key) })
	r.box.ID, r.box.Spoken = "pick."+KeyOf(key), spoken
	r.box.PassKeys(p)
	r.box.Hidden = !p.begun
	r.ExtendBaseWidget(r)
	p.rows = append(p.rows, r)
	return r
}

// End forgets the marks of rows that are there no more, and has the focus go on where one of them had it.
func (p *Picks) End() {
	n := len(p.marked)
	for key := range p.marked {
		if p.place(key) < 0 {
			delete(p.marked, key)
		}
	}
	if p.begun && (len(p.marked) != n || len(p.rows) < 2) {
		p.show(len(p.marked) > 0)
	}
	if p.at >= 0 {
		p.focusHeir()
	}
	p.before = nil
}

// focusHeir gives the focus to the row drawn anew, else to the one that stands there now, and where no boxes are left to Rest: a box that
// is gone would go on receiving keys.
func (p *Picks) focusHeir() {
	c := currentCanvas()
	if c == nil {
		return
	}
	at := p.place(p.before[p.at].key)
	if at < 0 {
		at = min(p.at, len(p.rows)-1)
	}
	c.Unfocus()
	switch {
	case at >= 0 && p.begun:
		c.Focus(p.rows[at].box)
	case p.Rest != nil:
		c.Focus(p.Rest)
	}
}

// Marked are the keys of the rows chosen together, in the order shown.
func (p *Picks) Marked() (keys []int64) {
	for _, r := range p.rows {
		if p.marked[r.key] {
			keys = append(keys, r.key)
		}
	}
	return keys
}

// MarkCount is how many rows are chosen.
func (p *Picks) MarkCount() int { return len(p.marked) }

// Begun tells that the boxes are shown.
func (p *Picks) Begun() bool { return p.begun }

// Start shows the boxes, with the focus on the first.
func (p *Picks) Start() {
	if p.OnMark == nil || len(p.rows) == 0 {
		return
	}
	p.show(true)
	p.FocusFirst()
}

// FocusFirst puts the focus on the box of the first row chosen, or of the first.
func (p *Picks) FocusFirst() {
	at := max(0, slices.IndexFunc(p.rows, func(r *PickRow) bool { return p.marked[r.key] }))
	if c := currentCanvas(); c != nil && at < len(p.rows) && p.begun {
		c.Focus(p.rows[at].box)
	}
}

// MarkAll chooses all rows.
func (p *Picks) MarkAll() {
	if p.OnMark != nil && len(p.rows) > 0 {
		p.mark(0, len(p.rows)-1)
	}
}

// Unmark chooses none, takes the boxes away and tells whether there was something to take away.
func (p *Picks) Unmark() (were bool) {
	if were = p.begun; were {
		p.marked = nil
		p.show(false)
	}
	return were
}

// mark chooses the rows between two places, and no others.
func (p *Picks) mark(from, to int) {
	p.marked = map[int64]bool{}
	for _, r := range p.rows[max(0, min(from, to)) : max(from, to)+1] {
		p.marked[r.key] = true
	}
	p.show(true)
}

// toggle chooses a row, or does so no more.
func (p *Picks) toggle(key int64) {
	if p.place(key) < 0 {
		return // gone, with the focus or under the pointer
	}
	if p.marked == nil {
		p.marked = map[int64]bool{}
	}
	p.anchor = key
	if p.marked[key] {
		delete(p.marked, key)
	} else {
		p.marked[key] = true
	}
	p.show(true)
}

// extend chooses all rows from where the choosing began to one.
func (p *Picks) extend(key int64) {
	if to := p.place(key); to >= 0 {
		p.mark(max(0, p.place(p.anchor)), to)
	}
}

// show draws what is chosen, and tells of it.
func (p *Picks) show(begun bool) {
	p.begun = begun
	for _, r := range p.rows {
		r.box.Set(p.marked[r.key])
		SetShown(r.box, begun)
		r.Refresh()
	}
	if p.OnMark != nil {
		Guard(p.OnMark)
	}
}

// TakeKey takes Delete from a box, and moves from one to the next.
func (p *Picks) TakeKey(e *fyne.KeyEvent) bool {
	c, at := currentCanvas(), p.focused()
	switch {
	case at < 0:
		return false
	case e.Name == fyne.KeyDelete && p.OnDelete != nil && len(p.marked) > 0:
		Guard(p.OnDelete)
		return true
	case e.Name == fyne.KeyDown && at+1 < len(p.rows):
		at++
	case e.Name == fyne.KeyUp && at > 0:
		at--
	default:
		passScroll(e)
		return false
	}
	c.Focus(p.rows[at].box)
	if heldKeys()&fyne.KeyModifierShift != 0 {
		p.extend(p.rows[at].key)
	}
	return true
}

// TakeRune takes no letter.
func (p *Picks) TakeRune(rune) bool { return false }

// PickRow is one of the rows of Picks.
type PickRow struct {
	widget.BaseWidget
	picks   *Picks
	key     int64
	content fyne.CanvasObject
	menu    func() []*fyne.MenuItem
	box     *Check
	held    fyne.KeyModifier // when the pointer was pressed
}

// MouseDown remembers which keys are held.
func (r *PickRow) MouseDown(e *desktop.MouseEvent) { r.held = e.Modifier }

// MouseUp is not wanted here.
func (r *PickRow) MouseUp(*desktop.MouseEvent) {}

// Tapped chooses the row with Ctrl or Shift held, and without once choosing has begun.
func (r *PickRow) Tapped(*fyne.PointEvent) {
	held := r.held | holding
	r.held = 0
	switch {
	case r.picks.OnMark == nil:
	case held&fyne.KeyModifierShift != 0:
		r.picks.extend(r.key)
	case held&fyne.KeyModifierShortcutDefault != 0 || r.picks.begun:
		r.picks.toggle(r.key)
	}
}

// TappedSecondary opens the menu of the row.
func (r *PickRow) TappedSecondary(e *fyne.PointEvent) {
	if c := currentCanvas(); c != nil && r.menu != nil {
		if items := r.menu(); len(items) > 0 {
			widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, e.AbsolutePosition)
		}
	}
}

// Parts are the children.
func (r *PickRow) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{r.box, r.content} }

// UINode tells those who walk the window what this is.
func (r *PickRow) UINode() (kind, id, text string) { return "row", KeyOf(r.key), "" }

// boxRoom is the room of the box, once it is shown.
func (r *PickRow) boxRoom() float32 {
	if !r.box.Visible() {
		return 0
	}
	return up(r.box.MinSize().Width) + look.GapInRow
}

// HeightFor is that of the content beside the box.
func (r *PickRow) HeightFor(width float32) float32 {
	return max(HeightFor(r.box, width), HeightFor(r.content, width-r.boxRoom()))
}

// CreateRenderer links the widget to its drawing.
func (r *PickRow) CreateRenderer() fyne.WidgetRenderer {
	ground := &canvas.Rectangle{CornerRadius: look.RadiusField}
	paint := func() {
		ground.FillColor = look.Color(look.ColorPrimarySoft)
		SetShown(ground, r.picks.marked[r.key])
	}
	layout := func(size fyne.Size) {
		room := r.boxRoom()
		ground.Move(fyne.NewPos(-6, -3)) // the card has room around its rows
		ground.Resize(size.AddWidthHeight(12, 6))
		place(r.box, 0, 0, r.box.MinSize().Width, r.box.MinSize().Height)
		place(r.content, room, 0, size.Width-room, size.Height)
	}
	paint()
	return &drawn{
		widget: r, objects: always(append([]fyne.CanvasObject{ground}, r.Parts()...)...), layout: layout,
		least: func() fyne.Size {
			width := r.boxRoom() + up(r.content.MinSize().Width)
			return fyne.NewSize(width, r.HeightFor(lastWidth(r.Size().Width, width)))
		},
		refresh: func() { paint(); layout(r.Size()); r.content.Refresh() },
	}
}
