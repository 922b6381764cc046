package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// listHead is the row of column titles.
type listHead struct {
	widget.BaseWidget
	list   *placeList
	all    *headBox // nil where rows have no boxes
	titles []*listTitle
	edges  []*columnEdge // between titles, where columns can be sized
}

func newListHead(l *placeList) *listHead {
	h := &listHead{list: l}
	if l.options.Boxes {
		h.all = newHeadBox(l.options.All, func() {
			if l.MarkCount() == len(l.rows) {
				l.Unmark()
			} else {
				l.MarkAll()
			}
		})
	}
	h.entitle()
	h.ExtendBaseWidget(h)
	return h
}

// entitle makes the titles of the columns as they stand now.
func (h *listHead) entitle() {
	l := h.list
	h.titles, h.edges = nil, nil
	for _, c := range l.options.Columns {
		t := newListTitle(c.Title)
		if c.Compare != nil {
			t.press = func() { l.tapTitle(c.ID) }
		} else {
			t.disabled = true
		}
		if l.options.Arranging != nil {
			t.items = func() []*fyne.MenuItem { return l.columnItems(c.ID) }
			h.edges = append(h.edges, newColumnEdge(func(by float32) { l.size(c.ID, by) }, l.keepColumns))
		}
		h.titles = append(h.titles, t)
	}
}

// HeightFor is that of the title with the most lines, or nothing when no column has a title.
func (h *listHead) HeightFor(width float32) float32 {
	var high float32
	var widths []float32
	if h.list.options.Untitled && !h.list.showsMore() {
		return 0
	}
	if width > 0 {
		widths = h.list.widths(width)
	}
	for i, t := range h.titles {
		switch {
		case t.text == "":
		case widths == nil:
			high = max(high, lineHeightOf(look.SizeSmall, true))
		case widths[i] > 0:
			high = max(high, t.heightFor(widths[i]))
		}
	}
	if high == 0 {
		return 0
	}
	return high + 16
}

// Parts are the children.
func (h *listHead) Parts() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if h.all != nil {
		out = append(out, h.all)
	}
	for _, t := range h.titles {
		out = append(out, t)
	}
	for _, e := range h.edges {
		out = append(out, e)
	}
	return out
}

// CreateRenderer links the widget to its drawing.
func (h *listHead) CreateRenderer() fyne.WidgetRenderer {
	rule := &canvas.Rectangle{}
	paint := func() {
		rule.FillColor = look.Color(look.ColorLine)
		rule.Hidden = h.HeightFor(0) == 0
		if h.all != nil {
			h.all.show(h.list.MarkCount(), len(h.list.rows))
		}
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
			if h.all != nil {
				side := boxSide()
				place(h.all, rowSide, whole((size.Height-side)/2), side, side)
			}
			x := rowSide + h.list.boxRoom()
			for i, w := range h.list.widths(size.Width) {
				t := h.titles[i]
				t.Hidden = w == 0 || size.Height <= 0
				if len(h.edges) > 0 {
					h.edges[i].Hidden = t.Hidden || x+w >= size.Width-rowSide-1 // nothing stands behind the last
					place(h.edges[i], x+w, 4, columnGap, size.Height-8)
				}
				if w > 0 {
					place(t, x, 4, min(w, max(24, t.naturalWidth())), size.Height-8)
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
	text  string
	sign  Sign
	items func() []*fyne.MenuItem // what can be done with the column, nil for nothing
}

// TappedSecondary opens the column's menu.
func (t *listTitle) TappedSecondary(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil && t.items != nil {
		widget.ShowPopUpMenuAtPosition(guardedMenu(c, t.items()), c, e.AbsolutePosition)
	}
}

// TypedKey opens the column's menu on Down and F2.
func (t *listTitle) TypedKey(e *fyne.KeyEvent) {
	if t.items != nil && (e.Name == fyne.KeyDown || e.Name == fyne.KeyF2 || e.Name == desktop.KeyMenu) {
		popMenuBelow(t, t.items())
		return
	}
	t.pressable.TypedKey(e)
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

// words are the title as it is written.
func (t *listTitle) words(ink fyne.ThemeColorName) Span {
	return Span{Text: t.text, Bold: true, Color: ink}
}

// signRoom is what the sign of the column sorted by takes, which has to have its place before.
func (t *listTitle) signRoom() float32 { return signGap + signSide(look.SizeCount) }

// naturalWidth is that of the title in one line.
func (t *listTitle) naturalWidth() float32 {
	return up(textSize(t.text, look.SizeSmall, fyne.TextStyle{Bold: true}).Width) + t.signRoom()
}

// leastWidth is that in which no word breaks.
func (t *listTitle) leastWidth() float32 {
	return longestWord([]Span{t.words(look.ColorMuted)}, look.SizeSmall) + t.signRoom()
}

// heightFor is that of the lines the title has at a width.
func (t *listTitle) heightFor(width float32) float32 {
	return NewSmall(t.words(look.ColorMuted)).HeightFor(width - t.signRoom())
}

// CreateRenderer links the widget to its drawing.
func (t *listTitle) CreateRenderer() fyne.WidgetRenderer {
	ring, text := newFocusRing(), NewSmall()
	sign := newShape(NoSign)
	paint := func() {
		if sign.sign != t.sign {
			sign = newShape(t.sign)
		}
		ink := look.ColorMuted
		if t.hovered && !t.disabled {
			ink = look.ColorInk
		}
		text.Set(t.words(ink))
		sign.paint(look.Color(ink), look.Color(look.ColorSurface))
		ring.show(t.focused)
	}
	paint()
	return &drawn{
		widget: t, refresh: paint,
		least: func() fyne.Size {
			return fyne.NewSize(min(t.leastWidth(), t.naturalWidth()), lineHeightOf(look.SizeSmall, true))
		},
		objects: func() []fyne.CanvasObject {
			return append([]fyne.CanvasObject{ring.ring, ring.gap, text}, sign.objects...)
		},
		layout: func(size fyne.Size) {
			ring.place(size, 4)
			side, room := signSide(look.SizeCount), size.Width-t.signRoom()
			high := text.HeightFor(room)
			place(text, 0, whole((size.Height-high)/2), room, high)
			sign.place(min(up(text.NaturalWidth()), room)+signGap, whole((size.Height-side)/2), side)
		},
	}
}
