package kit

import (
	"slices"
	"sort"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// Column is one typed column of a List. A cell is text, a chip, or an object of its own: set one of Text, Chip and Make.
type Column[T any] struct {
	ID, Title string
	// Fixed is a width at text scale 1; without it the column shares what is left by Weight (1 when 0).
	Fixed, Weight float32
	// HideBelow leaves the column out when the list is narrower than this times the text scale.
	HideBelow float32
	// Hidden, where given, leaves the column out while it says so.
	Hidden func() bool
	// Off leaves it out until the person wants it, and Stays keeps it from being left out, where columns are arranged.
	Off, Stays bool
	// Text gives the cell's spans; "\n" begins a second line.
	Text func(row T) []Span
	// Chip gives the cell's chip; an empty text shows none.
	Chip func(row T) (Tone, string)
	// Make makes an object once for each visible row, Show fills it again and again; it may be up to a line high.
	Make func() fyne.CanvasObject
	Show func(cell fyne.CanvasObject, row T)
	// Compare makes the column sortable by a tap on its title.
	Compare func(a, b T) int
}

// ListOptions say what a List shows and does.
type ListOptions[T any] struct {
	Columns []Column[T]
	// Key tells rows apart across reloads.
	Key func(row T) int64
	// OnSelect is called when the person selects another row, OnTap on every tap, OnOpen on Enter.
	OnSelect, OnTap, OnOpen func(row T)
	// OnRename is called on F2; without it F2 is Enter.
	OnRename func(row T)
	// OnDelete is called on the Delete key; what it takes away has to offer Undo.
	OnDelete func(row T)
	// Menu gives the context menu of a row.
	Menu func(row T) []*fyne.MenuItem
	// Section gives the heading a row stands under; a heading is shown where it changes.
	Section func(row T) string
	// Whole shows all rows without a scroll of its own, inside a page that scrolls; for up to some fifty rows.
	Whole bool
	// OnSort is called after the person has sorted.
	OnSort func(column string, descending bool)
	// Keys, where given, has keys and letters before the list; Enter opens all the same.
	Keys KeyTaker
	// OnMark, where given, lets several rows be chosen together; it is called when others are than before.
	OnMark func()
	// Boxes shows a box to tick beside each row, and one for all at the head; All says that one, "All shown".
	Boxes bool
	All   string
	// Arranging, where given, lets the person arrange the columns.
	Arranging *Arranging
	// Untitled leaves the titles away as long as just the columns are shown that stand there at first: they speak for themselves.
	Untitled bool
}

// placeList is a List without the type of its rows: it knows each by its place among those given. So its code is in the program once,
// and not again for every type of row.
type placeList struct {
	widget.BaseWidget
	spoken
	self     widgetWithKeys // the List that this is of
	options  ListOptions[int]
	source   []int // 0, 1, 2 …
	rows     []int
	offsets  []float32 // of each row's top, and the total at the end
	measured float32   // the width offsets were computed for
	scale    float32

	first    []Column[int]      // the columns as the program has them
	off      map[string]bool    // those left out
	sized    map[string]float32 // and those sized by hand, at text scale 1
	arranged bool               // by the person: then all that are wanted are shown, and what has no room is scrolled to
	link     *LinkBtn           // below the list, to choose the columns; nil without one

	words     []float32 // the longest word of each column, nil when it has to be looked for
	lines     []float32 // and the longest line
	wordScale float32

	selected   int64
	chosen     bool
	focused    bool
	pressed    bool           // the focus is coming by the pointer
	marked     map[int64]bool // chosen together, none while one is selected
	anchor     int64          // where choosing with Shift begins
	tapped     int64          // the row tapped last,
	tappedAt   time.Time      // and when
	typed      typedAhead     // where there is no field that searches
	sortBy     string
	descending bool

	head    *listHead
	headIn  fyne.CanvasObject // the head, or what cuts it where it is wider than the list
	inner   *fyne.Container
	scroll  *container.Scroll
	room    footRoom
	search  *TextField // narrows it down; nil where nothing does
	visible map[int]*listRow
	pool    []*listRow
	probe   *Para
	frame   func() // paints it, once the list is drawn
}

// listMeasured is the number of rows up to which every row is measured.
const listMeasured = 400

// Measures of a list row, in points.
const (
	rowSide   float32 = 10
	rowHigh   float32 = 8
	columnGap float32 = 16
)

// widgetWithKeys is a widget that can have the focus.
type widgetWithKeys interface {
	fyne.Widget
	fyne.Focusable
}

// build makes an empty list, of a List.
func (l *placeList) build(self widgetWithKeys, options ListOptions[int]) {
	l.self, l.options, l.visible, l.probe = self, options, map[int]*listRow{}, NewBody()
	l.recall()
	l.head = newListHead(l)
	l.inner = &fyne.Container{Layout: listLayout{l}}
	l.scroll, l.headIn = container.NewVScroll(l.inner), l.head
	if options.Arranging != nil {
		l.scroll, l.headIn = container.NewScroll(l.inner), container.NewClip(&fyne.Container{Layout: headLayout{l}, Objects: []fyne.CanvasObject{l.head}})
	}
	l.scroll.OnScrolled = func(fyne.Position) {
		l.fill(false)
		l.placeHead()
	}
	l.ExtendBaseWidget(self)
}

// setPlaces shows so many other rows; selection, sorting and scrolling stay, and so do the marks of those that are shown.
func (l *placeList) setPlaces(count int) {
	l.source = make([]int, count)
	for i := range l.source {
		l.source[i] = i
	}
	l.arrange()
	if l.keepMarks() {
		l.markedAnew()
	}
}

// arrange sorts the rows and shows them.
func (l *placeList) arrange() {
	l.rows = l.source
	if c, ok := l.column(l.sortBy); ok && c.Compare != nil {
		l.rows = slices.Clone(l.source)
		sort.SliceStable(l.rows, func(i, j int) bool {
			if l.descending {
				i, j = j, i
			}
			return c.Compare(l.rows[i], l.rows[j]) < 0
		})
	}
	l.measured, l.words = 0, nil
	l.Refresh()
}

func (l *placeList) column(id string) (Column[int], bool) {
	for _, c := range l.options.Columns {
		if c.ID == id && id != "" {
			return c, true
		}
	}
	return Column[int]{}, false
}

// SortBy sorts as a tap on a title would; an empty column shows the rows as they were given.
func (l *placeList) SortBy(column string, descending bool) {
	l.sortBy, l.descending = column, descending
	l.arrange()
}

// Sorted is the column sorted by, empty when rows stand as given.
func (l *placeList) Sorted() (column string, descending bool) { return l.sortBy, l.descending }

// tapTitle sorts by a column: upwards, then downwards, then as given.
func (l *placeList) tapTitle(id string) {
	switch {
	case l.sortBy != id:
		l.sortBy, l.descending = id, false
	case !l.descending:
		l.descending = true
	default:
		l.sortBy, l.descending = "", false
	}
	l.arrange()
	if l.options.OnSort != nil {
		l.options.OnSort(l.sortBy, l.descending)
	}
}

// scrollTo moves a row into view; a list shown whole lets its page do it.
func (l *placeList) scrollTo(index int) {
	room := l.scroll.Size().Height
	switch {
	case index < 0 || index+1 >= len(l.offsets):
		return
	case l.options.Whole:
		partInSight(l.self, l.head.Size().Height+l.offsets[index], l.offsets[index+1]-l.offsets[index])
		return
	case room <= 0:
		return
	}
	top, bottom := l.offsets[index], l.offsets[index+1]
	switch {
	case top < l.scroll.Offset.Y:
		scrollTo(l.scroll, fyne.NewPos(l.scroll.Offset.X, top))
	case bottom > l.scroll.Offset.Y+room:
		scrollTo(l.scroll, fyne.NewPos(l.scroll.Offset.X, bottom-room))
	}
}

// window is the first and the one after the last row that can be seen.
func (l *placeList) window() (from, to int) {
	if l.options.Whole {
		return 0, len(l.rows)
	}
	top := l.scroll.Offset.Y
	bottom := top + l.scroll.Size().Height
	from = max(0, sort.Search(len(l.rows), func(i int) bool { return l.offsets[i+1] > top }))
	to = sort.Search(len(l.rows), func(i int) bool { return l.offsets[i] >= bottom })
	return from, to
}

// fill makes the rows that can be seen; with again set, all of them are shown anew.
func (l *placeList) fill(again bool) {
	width := l.inner.Size().Width
	if width <= 0 {
		return
	}
	l.measure(width)
	from, to := l.window()
	for i, r := range l.visible {
		if i < from || i >= to {
			l.pool = append(l.pool, r)
			delete(l.visible, i)
		}
	}
	widths := l.widths(width)
	objects := make([]fyne.CanvasObject, 0, to-from)
	for i := from; i < to; i++ {
		r, known := l.visible[i]
		if !known {
			r = l.takeRow()
			l.visible[i] = r
		}
		r.Move(fyne.NewPos(0, l.offsets[i]))
		if !known || again {
			r.show(i, widths)
		}
		r.Resize(fyne.NewSize(width, l.offsets[i+1]-l.offsets[i]))
		objects = append(objects, r)
	}
	l.inner.Objects = objects
	canvas.Refresh(l.inner)
}

// showChosen shows which rows are chosen; those that look as before are left alone.
func (l *placeList) showChosen() {
	l.fill(false)
	if l.frame != nil {
		l.frame()
	}
	for i, r := range l.visible {
		if r.look() != r.looked {
			r.show(i, r.widths)
		}
	}
}

func (l *placeList) takeRow() *listRow {
	if n := len(l.pool); n > 0 {
		r := l.pool[n-1]
		l.pool = l.pool[:n-1]
		return r
	}
	return newListRow(l)
}

// Parts are the children.
func (l *placeList) Parts() []fyne.CanvasObject {
	if l.options.Whole {
		return []fyne.CanvasObject{l.headIn, l.inner}
	}
	return []fyne.CanvasObject{l.headIn, l.scroll}
}

// UINode tells those who walk the window what this is.
func (l *placeList) UINode() (kind, id, text string) { return "list", "", "" }

// CreateRenderer links the widget to its drawing.
func (l *placeList) CreateRenderer() fyne.WidgetRenderer {
	frame := &canvas.Rectangle{StrokeWidth: 2, CornerRadius: look.RadiusField} // that it has the focus, where no row shows it
	paint := func() {
		frame.FillColor, frame.StrokeColor = look.Color(look.ColorSurface), look.Color(look.ColorPrimary)
		SetShown(frame, l.focused && l.selectedIndex() < 0)
	}
	paint()
	l.frame = paint
	return &drawn{
		widget: l.self, objects: always(append([]fyne.CanvasObject{frame}, l.Parts()...)...),
		layout: func(size fyne.Size) {
			frame.Move(fyne.NewPos(1, 1))
			frame.Resize(size.SubtractWidthHeight(2, 2))
			h := l.head.HeightFor(l.wide(size.Width))
			place(l.headIn, 0, 0, size.Width, h)
			if l.options.Whole {
				place(l.inner, 0, h, size.Width, size.Height-h)
			} else {
				place(l.scroll, 0, h, size.Width, size.Height-h)
				l.scroll.Refresh()
			}
			l.placeHead() // the scroll goes back on its own where there is more room
			l.fill(true)
		},
		least: func() fyne.Size {
			h := l.head.HeightFor(0) + l.lineRow()
			if l.options.Whole {
				h = l.HeightFor(lastWidth(l.Size().Width, guessedWidth))
			}
			return fyne.NewSize(scaled(120), h)
		},
		refresh: func() { l.measured = 0; paint(); l.head.Refresh() },
	}
}

// listLayout gives the inner container the height of all rows; the list itself places them.
type listLayout struct{ list *placeList }

func (x listLayout) Layout([]fyne.CanvasObject, fyne.Size) {}

func (x listLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	width := x.list.Size().Width
	if width <= 0 {
		return fyne.NewSize(1, 1)
	}
	wide := x.list.wide(width)
	height := x.list.total(wide)
	if x.list.options.Whole {
		return fyne.NewSize(1, height)
	}
	if wide == width {
		wide = 1
	}
	return fyne.NewSize(wide, height+x.list.room.below(x.list.scroll, height))
}
