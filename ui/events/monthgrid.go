package events

import (
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// monthGrid is a month of days with one of them chosen. It has the focus as a whole: arrows go from day to day, Page Up and
// Page Down from month to month, Home and End to its first and last day, T to today, Enter opens what is on the day; Space takes
// an event up for the arrows to carry to another day, where Enter puts it; Insert plans one.
type monthGrid struct {
	widget.BaseWidget
	month   Month
	chosen  data.Date
	focused bool
	// choose is told of another day, open of a day that is opened, event of an event that is tapped.
	choose, open func(day data.Date)
	event        func(id int64)
	today        func() data.Date
	now          func() time.Time
	// plan is told of a day on which an event is to be planned, drop of an event to begin on another day, nil where nothing may be
	// changed; carrying is told of an event that was taken up, or of none.
	plan     func(day data.Date)
	drop     func(id int64, on data.Date)
	carrying func(e DayEvent)
	// find is told of a letter that was typed here.
	find func(letter rune)

	carried  int64 // an event taken up with the keys
	carries  DayEvent
	aimed    *dayCell // where a drag would put something
	tapped   data.Date
	tappedAt time.Time

	heads []*kit.Para
	cells []*dayCell
}

// dayCell is what is drawn of a day.
type dayCell struct {
	day Day
	box *kit.Box
}

// Measures of the grid in points; a day grows with what stands in it.
const (
	cellGap  float32 = 4
	cellHigh float32 = 76
)

func newMonthGrid() *monthGrid {
	g := &monthGrid{}
	g.ExtendBaseWidget(g)
	return g
}

// show draws a month, with a day of it chosen.
func (g *monthGrid) show(month Month, chosen data.Date) {
	g.month, g.chosen = month, chosen
	g.heads, g.cells = nil, nil
	for _, name := range month.Weekdays {
		g.heads = append(g.heads, kit.Note(name))
	}
	for _, week := range month.Weeks {
		for _, day := range week {
			g.cells = append(g.cells, g.cellOf(day))
		}
	}
	g.Refresh()
}

func (g *monthGrid) cellOf(day Day) *dayCell {
	c := &dayCell{day: day}
	number := kit.NewSmall(g.numberSpan(day))
	stack := kit.VStack(3, number)
	for _, e := range day.Events {
		stack.Objects = append(stack.Objects, newDayEvent(g, e))
	}
	style := g.styleOf(day, false)
	number.Ground = style.Fill
	c.box = kit.NewBox(style, stack)
	return c
}

func (g *monthGrid) numberSpan(day Day) kit.Span {
	span := kit.Plain(dayNumber(day.Number))
	switch {
	case day.Today:
		span.Bold, span.Color = true, look.ColorPrimary
	case day.Outside:
		span.Color = look.ColorMuted
	}
	return span
}

// eventBox is an event on its day: time and title.
func eventBox(e DayEvent, carried bool) *kit.Box {
	text := kit.NewSmall(kit.Plain(e.Clock + " " + e.Title))
	fill := look.ColorPrimarySoft
	switch e.Section {
	case Held:
		fill = look.ColorColumn
	case Cancelled:
		fill = look.ColorColumn
		text.Set(kit.Muted(e.Clock + " (" + e.Title + ")"))
	}
	text.Ground = fill
	style := kit.BoxStyle{Fill: fill, Radius: look.RadiusField, Padding: kit.Sides(2, 3)}
	if carried {
		style.Border = look.ColorPrimary
	}
	return kit.NewBox(style, text)
}

// Parts are the children.
func (g *monthGrid) Parts() []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, h := range g.heads {
		parts = append(parts, h)
	}
	for _, c := range g.cells {
		parts = append(parts, c.box)
	}
	return parts
}

// UINode tells those who walk the window what this is.
func (g *monthGrid) UINode() (kind, id, text string) { return "month", "events.month", g.month.Title }

// UIValue is the day chosen.
func (g *monthGrid) UIValue() string { return g.chosen.String() }

// AccessibilityLabel is the day chosen and what is on it.
func (g *monthGrid) AccessibilityLabel() string {
	for _, c := range g.cells {
		if c.day.On != g.chosen {
			continue
		}
		words := []string{c.day.Words}
		for _, e := range c.day.Events {
			words = append(words, e.Clock+" "+e.Title)
		}
		return strings.Join(words, ", ")
	}
	return g.month.Title
}

// AccessibilityRole is button: a press opens what is on the day.
func (g *monthGrid) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// cellWidth is the width of a day in a grid of a width, in whole points.
func cellWidth(width float32) float32 { return float32(int((width - 6*cellGap) / 7)) }

// headHigh is the height of the line of weekdays.
func (g *monthGrid) headHigh() float32 {
	if len(g.heads) == 0 {
		return 0
	}
	return kit.HeightFor(g.heads[0], 200) + cellGap
}

// weekHigh is the height of a week: that of its fullest day.
func (g *monthGrid) weekHigh(week int, width float32) float32 {
	high := cellHigh
	for _, c := range g.cells[7*week : 7*week+7] {
		high = max(high, kit.HeightFor(c.box, cellWidth(width)))
	}
	return high
}

// HeightFor is the height of all weeks.
func (g *monthGrid) HeightFor(width float32) float32 {
	high := g.headHigh()
	for week := range g.month.Weeks {
		high += g.weekHigh(week, width) + cellGap
	}
	return high
}

// CreateRenderer links the widget to its drawing.
func (g *monthGrid) CreateRenderer() fyne.WidgetRenderer { return &monthRenderer{g} }

type monthRenderer struct{ grid *monthGrid }

func (r *monthRenderer) Objects() []fyne.CanvasObject { return r.grid.Parts() }

func (r *monthRenderer) Layout(size fyne.Size) {
	g, w := r.grid, cellWidth(size.Width)
	for i, h := range g.heads {
		h.Move(fyne.NewPos(float32(i)*(w+cellGap)+6, 0))
		h.Resize(fyne.NewSize(w-6, kit.HeightFor(h, w)))
	}
	y := g.headHigh()
	for week := range g.month.Weeks {
		high := g.weekHigh(week, size.Width)
		for i, c := range g.cells[7*week : 7*week+7] {
			c.box.Move(fyne.NewPos(float32(i)*(w+cellGap), y))
			c.box.Resize(fyne.NewSize(w, high))
		}
		y += high + cellGap
	}
}

func (r *monthRenderer) MinSize() fyne.Size {
	width := r.grid.Size().Width
	if width <= 0 {
		return fyne.NewSize(7*cellHigh, 6*cellHigh)
	}
	return fyne.NewSize(1, r.grid.HeightFor(width))
}

func (r *monthRenderer) Refresh() {
	for _, o := range r.grid.Parts() {
		o.Refresh()
	}
	r.Layout(r.grid.Size())
	canvas.Refresh(r.grid)
}

func (r *monthRenderer) Destroy() {}

// chosenAt is where the chosen day lies from left to right.
func (g *monthGrid) chosenAt() (x, width float32) {
	for _, c := range g.cells {
		if c.day.On == g.chosen {
			return c.box.Position().X, c.box.Size().Width
		}
	}
	return 0, 0
}

// cellAt is the day at a place.
func (g *monthGrid) cellAt(pos fyne.Position) *dayCell {
	for _, c := range g.cells {
		if holds(c.box, pos) {
			return c
		}
	}
	return nil
}

func holds(o fyne.CanvasObject, pos fyne.Position) bool {
	at, size := o.Position(), o.Size()
	return pos.X >= at.X && pos.X < at.X+size.Width && pos.Y >= at.Y && pos.Y < at.Y+size.Height
}

// twice is how soon after a tap another on the same day makes a double one: the toolkit's own would hold every single tap back.
const twice = 400 * time.Millisecond

// Tapped chooses the day; a second tap soon after plans an event on it.
func (g *monthGrid) Tapped(e *fyne.PointEvent) {
	c := g.cellAt(e.Position)
	if c == nil {
		return
	}
	now := g.now()
	if c.day.On == g.tapped && now.Sub(g.tappedAt) < twice {
		g.tapped = 0
		g.plan(c.day.On)
		return
	}
	g.tapped, g.tappedAt = c.day.On, now
	g.choose(c.day.On)
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(g); canvas != nil {
		canvas.Focus(g)
	}
}

// FocusGained shows which day has the focus.
func (g *monthGrid) FocusGained() { g.setFocused(true); kit.FocusInSight() }

// FocusLost takes that away.
func (g *monthGrid) FocusLost() { g.setFocused(false) }

func (g *monthGrid) setFocused(focused bool) {
	g.focused = focused
	g.show(g.month, g.chosen)
}

// TypedRune finds.
func (g *monthGrid) TypedRune(r rune) {
	if g.find != nil && !unicode.IsSpace(r) {
		g.find(r)
	}
}

// TypedShortcut moves the first event of the chosen day that may be moved by a day, or a week, on Alt and an arrow; the window has all
// other shortcuts.
func (g *monthGrid) TypedShortcut(s fyne.Shortcut) {
	by := 0
	if c, is := s.(*desktop.CustomShortcut); is && c.Modifier == fyne.KeyModifierAlt {
		by = map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: -7, fyne.KeyDown: 7}[c.KeyName]
	}
	if by == 0 {
		kit.PassShortcut(s)
	} else if g.pickUp() {
		g.chosen = g.chosen.AddDays(by)
		g.letGo(true)
	}
}

// TypedKey goes from day to day; Escape with nothing taken up, F1 and F10 are for the window.
func (g *monthGrid) TypedKey(e *fyne.KeyEvent) {
	if to, goes := kit.DayByKey(e.Name, g.chosen, g.today()); goes {
		g.choose(to)
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		switch {
		case g.carried != 0:
			g.letGo(true)
		case e.Name != fyne.KeySpace || !g.pickUp():
			g.open(g.chosen)
		}
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF10:
		if e.Name == fyne.KeyEscape && g.carried != 0 {
			g.letGo(false)
			return
		}
		kit.PassEscape(e)
	case fyne.KeyInsert:
		g.plan(g.chosen)
	}
}

// Cursor is the hand: every day can be chosen.
func (g *monthGrid) Cursor() desktop.Cursor { return desktop.PointerCursor }
