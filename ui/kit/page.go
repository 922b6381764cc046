package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// Scroll is a vertical scroll that asks its content for its height at the width it has, before it lays it out. The bar floats
// over the content, so 12 points stay free at the right; 4 stay free on the other sides, since shapes cut by a scroll's edge
// are drawn wrongly and focus rings stand outside their button.
type Scroll struct {
	widget.BaseWidget
	// Edges are the distances kept free inside the scroll.
	Edges   Edges
	content fyne.CanvasObject
	inner   *fyne.Container
	scroll  *container.Scroll
	wheel   *pageWheel
	room    footRoom
	wanted  fyne.CanvasObject // to be in view once there is room
	most    float32           // how wide the content is at most, in points at text scale 1; 0 for any width
}

// NewScroll makes a scroll for a part of a page.
func NewScroll(content fyne.CanvasObject) *Scroll { return newScroll(Edges{4, 12, 4, 4}, content) }

// NewPage makes the scroll that fills a page under its header: the page's edge stays free at both sides.
func NewPage(content fyne.CanvasObject) *Scroll {
	return newScroll(Edges{4, look.Edge, look.Edge, look.Edge}, content)
}

func newScroll(edges Edges, content fyne.CanvasObject) *Scroll {
	s := &Scroll{Edges: edges, content: content}
	s.inner = &fyne.Container{Layout: scrollLayout{s}}
	s.scroll = container.NewVScroll(s.inner)
	s.wheel = newPageWheel(s.scroll)
	s.inner.Objects = []fyne.CanvasObject{s.wheel, content}
	s.ExtendBaseWidget(s)
	return s
}

// SetContent shows something else and scrolls to the top.
func (s *Scroll) SetContent(content fyne.CanvasObject) {
	s.content = content
	s.inner.Objects = []fyne.CanvasObject{s.wheel, content}
	s.scroll.Offset = fyne.Position{}
	s.Refresh()
}

// Replace shows something else and stays where it is scrolled to: the same page, loaded again.
func (s *Scroll) Replace(content fyne.CanvasObject) {
	s.content = content
	s.inner.Objects = []fyne.CanvasObject{s.wheel, content}
	s.Refresh()
}

// ScrollTo moves an object inside the content into view; where nothing was laid out yet, once it is.
func (s *Scroll) ScrollTo(o fyne.CanvasObject) {
	if s.scroll.Size().Height <= 0 {
		s.wanted = o
		return
	}
	s.wanted = nil
	s.Relayout()
	s.SetOffset(sightOffset(s.scroll.Offset.Y, s.scroll.Size().Height, s.topOf(o), o.Size().Height))
}

// ScrollToTop scrolls so far that something stands at the top, or as near as there is content.
func (s *Scroll) ScrollToTop(o fyne.CanvasObject) {
	s.SetOffset(max(0, min(s.topOf(o)-s.Edges.Top, s.inner.Size().Height-s.scroll.Size().Height)))
}

// topOf is where something lies below the top of the content.
func (s *Scroll) topOf(o fyne.CanvasObject) float32 { return placeIn(s.inner, o).Y }

// Offset is how far the content is scrolled.
func (s *Scroll) Offset() float32 { return s.scroll.Offset.Y }

// SetOffset scrolls the content.
func (s *Scroll) SetOffset(y float32) { s.scroll.ScrollToOffset(fyne.NewPos(0, y)) }

// ScrollPage scrolls by what is seen at once, down or up, and tells whether there was anything to scroll.
func (s *Scroll) ScrollPage(by int) bool {
	const seenAgain float32 = 40 // of what was seen before, in points
	room, before := s.scroll.Size().Height, s.scroll.Offset.Y
	last := max(0, s.inner.Size().Height-room)
	y := min(last, max(0, before+float32(by)*max(seenAgain, room-seenAgain)))
	if y == before {
		return false
	}
	s.SetOffset(y)
	return true
}

// ScrollToEnd scrolls to the foot of the content.
func (s *Scroll) ScrollToEnd() { s.SetOffset(max(0, s.inner.Size().Height-s.scroll.Size().Height)) }

// Scrolled lets something inside hand on the turns of the wheel.
func (s *Scroll) Scrolled(e *fyne.ScrollEvent) { s.scroll.Scrolled(e) }

// Parts are the children.
func (s *Scroll) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{s.scroll} }

// HeightFor is the height at which nothing needs to be scrolled.
func (s *Scroll) HeightFor(width float32) float32 {
	return HeightFor(s.content, s.across(width)) + s.Edges.height()
}

// across is how wide the content is in a width.
func (s *Scroll) across(width float32) float32 {
	width -= s.Edges.width()
	if s.most > 0 {
		width = min(width, up(scaled(s.most)))
	}
	return width
}

// Relayout lays the content out again, all that is in it too: call it after something inside changed its height.
func (s *Scroll) Relayout() {
	s.arrange()
	s.scroll.Refresh()
}

// arrange gives the content its height, and the bar the length that follows from it.
func (s *Scroll) arrange() {
	s.inner.Resize(fyne.NewSize(s.scroll.Size().Width, s.inner.MinSize().Height))
	s.inner.Layout.Layout(s.inner.Objects, s.inner.Size())
	barsAnew(s.scroll)
}

// scrollTo scrolls to a place and tells of it, as the toolkit does only where the pointer scrolls.
func scrollTo(s *container.Scroll, to fyne.Position) {
	if s.Offset == to {
		return
	}
	s.ScrollToOffset(to)
	if s.OnScrolled != nil {
		s.OnScrolled(s.Offset)
	}
}

// barsAnew has a scroll of the toolkit look at the size of its content again. Its Refresh would draw all of the content anew.
func barsAnew(s *container.Scroll) {
	at := s.Offset
	s.Offset.Y = -1
	s.ScrollToOffset(at)
}

// CreateRenderer links the widget to its drawing.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer {
	return &drawn{
		widget: s, objects: always(s.scroll),
		layout: func(size fyne.Size) {
			s.scroll.Resize(size)
			s.arrange()
			if s.wanted != nil {
				s.ScrollTo(s.wanted)
			}
		},
		least: func() fyne.Size {
			return fyne.NewSize(up(s.content.MinSize().Width)+s.Edges.width(), scaled(48))
		},
		refresh: func() { s.content.Refresh() },
	}
}

// scrollLayout gives the content the scroll's width and its own height.
type scrollLayout struct{ scroll *Scroll }

func (l scrollLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	e := l.scroll.Edges
	l.scroll.wheel.Resize(size.Max(l.scroll.scroll.Size()))
	width := l.scroll.across(size.Width)
	for _, o := range objects[1:] {
		place(o, e.Left, e.Top, width, max(HeightFor(o, width), 0))
	}
}

func (l scrollLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	w := l.scroll.scroll.Size().Width
	if w <= 0 {
		w = guessedWidth
	}
	// The width asked for is small, so that the scroll never holds the window open.
	height := l.scroll.HeightFor(w)
	return fyne.NewSize(1, height+l.scroll.room.below(l.scroll.scroll, height))
}

// Header is the head of a page: title, chips that choose what is shown, and deeds at the right, the primary one last.
type Header struct {
	Title   string
	Chips   fyne.CanvasObject
	Actions []fyne.CanvasObject
}

// NewHeader lays a page's head out; where there is no room for all in one line, chips and deeds move below the title.
func NewHeader(h Header) *fyne.Container {
	title := PageTitle(h.Title)
	chips := h.Chips
	if chips == nil {
		chips = Space(0, 0)
	}
	head := &fyne.Container{
		Layout:  &headerLayout{},
		Objects: []fyne.CanvasObject{title, chips, Wrap(look.GapInRow, h.Actions...)},
	}
	if row, is := chips.(*ChipRow); is {
		row.head = head
	}
	return head
}

type headerLayout struct{ width float32 }

// headerGap stands between title, chips and deeds, in points.
const headerGap float32 = 20

// headerRow is the least height of one line of a page's head, in points: that of a field.
const headerRow float32 = 36

// fits tells whether all three parts have room in one line, and whether title and chips have.
func (l *headerLayout) fits(o []fyne.CanvasObject, width float32) (all, pair bool) {
	title, chips, actions := ownWidth(o[0]), ownWidth(o[1]), ownWidth(o[2])
	return title+chips+actions+2*headerGap <= width, title+chips+headerGap <= width
}

// leastWidth is the width with which an object that folds still shows its beginning, or else all of it.
func leastWidth(o fyne.CanvasObject) float32 {
	if folds, can := o.(interface{ LeastWidth() float32 }); can && o.Visible() {
		return folds.LeastWidth()
	}
	return ownWidth(o)
}

// arrange places the parts and gives the height; with dry set it only counts.
func (l *headerLayout) arrange(o []fyne.CanvasObject, width float32, dry bool) float32 {
	put := func(o fyne.CanvasObject, x, y, w, row float32) {
		if !dry {
			h := HeightFor(o, w)
			place(o, x, y+Middle.offset(row, h), w, h)
		}
	}
	all, pair := l.fits(o, width)
	title := min(width, ownWidth(o[0]))
	row := max(headerRow, HeightFor(o[0], title))
	chips, actions := ownWidth(o[1]), ownWidth(o[2])
	if room := width - title - actions - 2*headerGap; !all && room >= leastWidth(o[1]) && actions > 0 {
		all, chips = true, room // the chips fold
	}
	if all {
		row = max(row, HeightFor(o[2], actions))
		put(o[0], 0, 0, title, row)
		put(o[1], title+headerGap, 0, chips, row)
		put(o[2], width-actions, 0, actions, row)
		return row
	}
	put(o[0], 0, 0, title, row)
	y := row
	if room := width - title - headerGap; actions > 0 && actions <= room {
		// The deeds stay beside the title; the chips go below.
		put(o[2], width-actions, 0, actions, row)
		if chips > 0 {
			h := HeightFor(o[1], width)
			put(o[1], 0, y+8, width, h)
			y += 8 + h
		}
		return y
	}
	if pair {
		put(o[1], title+headerGap, 0, chips, row)
	} else if chips > 0 {
		h := HeightFor(o[1], width)
		put(o[1], 0, y+8, width, h)
		y += 8 + h
	}
	if actions > 0 {
		h := HeightFor(o[2], width)
		put(o[2], 0, y+8, width, h)
		y += 8 + h
	}
	return y
}

func (l *headerLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.arrange(objects, width, true)
}

func (l *headerLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.arrange(objects, size.Width, false)
}

func (l *headerLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := widest(objects)
	return fyne.NewSize(w, l.HeightFor(objects, lastWidth(l.width, w)))
}

// mostAcross is how wide a page is at most, between its edges and in points at text scale 1: on a wide screen lines would grow too long to
// be read, and what belongs together would stand far apart.
const mostAcross float32 = 1600

// Screen puts a head above a body that fills the rest, up to a width at which it is still read easily. A *Scroll made by NewPage reaches
// the window's right edge and keeps the page's edges itself; anything else stands inside them.
func Screen(header, body fyne.CanvasObject) *fyne.Container {
	l := &screenLayout{}
	if l.scroll, _ = body.(*Scroll); l.scroll == nil {
		body = Pad(Edges{4, look.Edge, look.Edge, look.Edge}, body)
	} else {
		l.scroll.most = mostAcross
	}
	return &fyne.Container{Layout: l, Objects: []fyne.CanvasObject{Pad(Edges{22, look.Edge, 10, look.Edge}, header), body}}
}

type screenLayout struct {
	scroll *Scroll // the body, where it is one
	all    bool    // it takes all the width there is
}

func (l *screenLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := size.Width
	if !l.all {
		width = min(width, up(scaled(mostAcross))+2*look.Edge)
	}
	h := HeightFor(o[0], width)
	place(o[0], 0, 0, width, h)
	if l.scroll != nil {
		width = size.Width // with its bar at the window's edge
	}
	place(o[1], 0, h, width, size.Height-h)
}

func (*screenLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(widest(o), o[0].MinSize().Height+scaled(48))
}
