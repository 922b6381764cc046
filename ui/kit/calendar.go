package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"copleader/data"
	"copleader/ui/look"
)

// calendar is a month in which a day is chosen. It has the focus as a whole: arrows go from day to day, Page Up and Page Down from month to
// month, Home and End to its first and last day, T to today; Enter chooses the day that has the ring, Escape leaves. Today is bold and underlined, the day chosen before filled.
type calendar struct {
	widget.BaseWidget
	onChoose func(day data.Date)
	onLeave  func()

	deps           Deps
	title          *Para
	at, chosen     data.Date // the day with the ring, and the one chosen before, 0 for none
	focused        bool
	heads, numbers []*canvas.Text
	fill, today    *canvas.Rectangle
	ring           *focusRing
}

// calendarWeeks is as many weeks as a month may touch, so that the calendar keeps its size.
const calendarWeeks = 6

// newCalendar makes one; without a day chosen it opens at today.
func newCalendar(deps Deps, chosen data.Date) *calendar {
	c := &calendar{deps: deps, at: chosen, chosen: chosen, title: CardTitle(""), ring: newFocusRing(),
		fill: &canvas.Rectangle{CornerRadius: look.RadiusField}, today: &canvas.Rectangle{}}
	if chosen == 0 {
		c.at = deps.Clock.Today()
	}
	for i := range 7 {
		c.heads = append(c.heads, centred(deps.Say.ShortWeekday((deps.Habits().WeekStart+time.Weekday(i))%7)))
	}
	for range 7 * calendarWeeks {
		c.numbers = append(c.numbers, centred(""))
	}
	c.ExtendBaseWidget(c)
	c.show()
	return c
}

func centred(text string) *canvas.Text {
	return &canvas.Text{Text: text, Alignment: fyne.TextAlignCenter}
}

// content is the calendar below its month and what goes to the months beside it.
func (c *calendar) content() fyne.CanvasObject {
	say := c.deps.Say
	earlier := NewLinkBtn(say.Text("Earlier"), func() { c.goTo(c.at.AddMonths(-1)) })
	later := NewLinkBtn(say.Text("Later"), func() { c.goTo(c.at.AddMonths(1)) })
	return VStack(8, Row(RowOptions{Gap: 12, Align: Middle}, Weight(1, c.title), Own(earlier), Own(later)), c)
}

// goTo puts the ring around a day.
func (c *calendar) goTo(day data.Date) {
	c.at = day
	c.show()
	c.Refresh()
}

// first is the day in the first cell.
func (c *calendar) first() data.Date {
	year, month, _ := c.at.Civil()
	return data.NewDate(year, month, 1).WeekFrom(c.deps.Habits().WeekStart)
}

// show writes the days of the month.
func (c *calendar) show() {
	year, month, _ := c.at.Civil()
	c.title.Set(Bold(c.deps.Say.MonthTitle(month, year)))
	first := c.first()
	for i, t := range c.numbers {
		_, _, number := first.AddDays(i).Civil()
		t.Text = itoa(number)
	}
}

// paint gives each day its colour.
func (c *calendar) paint() {
	_, month, _ := c.at.Civil()
	first, today := c.first(), c.deps.Clock.Today()
	for _, t := range c.heads {
		t.Color, t.TextSize = look.Color(look.ColorMuted), look.Size(look.SizeSmall)
	}
	for i, t := range c.numbers {
		day := first.AddDays(i)
		t.TextSize, t.TextStyle.Bold = look.Size(look.SizeText), day == today
		_, of, _ := day.Civil()
		switch {
		case day == c.chosen:
			t.Color = look.Color(look.ColorOnPrimary)
		case of != month:
			t.Color = look.Color(look.ColorMuted)
		default:
			t.Color = look.Color(look.ColorInk)
		}
	}
	c.fill.FillColor = look.Color(look.ColorPrimary)
	c.today.FillColor = look.Color(look.ColorPrimary)
	if today == c.chosen {
		c.today.FillColor = look.Color(look.ColorOnPrimary)
	}
	c.ring.show(c.focused)
}

// cell is how large a day is.
func (c *calendar) cell() fyne.Size { return fyne.NewSize(up(scaled(40)), up(scaled(32))) }

// layout places the days; the ring is around one, the chosen day and today where they are in sight.
func (c *calendar) layout(fyne.Size) {
	cell := c.cell()
	put := func(o fyne.CanvasObject, i, row int) {
		o.Move(fyne.NewPos(float32(i)*cell.Width, float32(row)*cell.Height))
		o.Resize(cell)
	}
	for i, t := range c.heads {
		put(t, i, 0)
	}
	for i, t := range c.numbers {
		put(t, i%7, i/7+1)
	}
	first := c.first()
	mark := func(o fyne.CanvasObject, day data.Date, place func(at fyne.Position)) {
		i := day.Sub(first)
		inside := i >= 0 && i < len(c.numbers)
		setVisible(o, inside)
		if inside {
			place(fyne.NewPos(float32(i%7)*cell.Width, float32(i/7+1)*cell.Height))
		}
	}
	mark(c.fill, c.chosen, func(at fyne.Position) {
		c.fill.Move(at.AddXY(4, 3))
		c.fill.Resize(cell.SubtractWidthHeight(8, 6))
	})
	mark(c.today, c.deps.Clock.Today(), func(at fyne.Position) {
		wide := whole(cell.Width * 0.4)
		c.today.Move(at.AddXY(whole((cell.Width-wide)/2), cell.Height-7))
		c.today.Resize(fyne.NewSize(wide, 2))
	})
	i := c.at.Sub(first)
	at := fyne.NewPos(float32(i%7)*cell.Width, float32(i/7+1)*cell.Height).AddXY(4, 3)
	c.ring.place(cell.SubtractWidthHeight(8, 6), look.RadiusField)
	for _, r := range []*canvas.Rectangle{c.ring.ring, c.ring.gap} {
		r.Move(r.Position().Add(at))
	}
}

func setVisible(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

// CreateRenderer links the widget to its drawing.
func (c *calendar) CreateRenderer() fyne.WidgetRenderer {
	c.paint()
	return &drawn{widget: c, objects: always(append([]fyne.CanvasObject{c.ring.ring, c.ring.gap, c.fill, c.today}, c.Parts()...)...),
		layout: c.layout, refresh: c.paint,
		least: func() fyne.Size {
			cell := c.cell()
			return fyne.NewSize(7*cell.Width, (calendarWeeks+1)*cell.Height)
		},
	}
}

// Parts are the words and numbers.
func (c *calendar) Parts() []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, t := range append(c.heads[:7:7], c.numbers...) {
		parts = append(parts, t)
	}
	return parts
}

// UINode tells those who walk the window what this is.
func (c *calendar) UINode() (kind, id, text string) {
	return "calendar", "calendar.days", c.title.Text()
}

// UIValue is the day with the ring, in words.
func (c *calendar) UIValue() string { return c.deps.Say.InWords(c.at) }

// Tapped chooses the day tapped.
func (c *calendar) Tapped(e *fyne.PointEvent) {
	cell := c.cell()
	row, column := int(e.Position.Y/cell.Height)-1, int(e.Position.X/cell.Width)
	if e.Position.Y < cell.Height || row >= calendarWeeks || column > 6 {
		return
	}
	c.choose(c.first().AddDays(7*row + column))
}

func (c *calendar) choose(day data.Date) { Guard(func() { c.onChoose(day) }) }

// FocusGained shows the ring.
func (c *calendar) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost takes it away.
func (c *calendar) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune is not wanted here.
func (c *calendar) TypedRune(rune) {}

// TypedKey goes from day to day.
func (c *calendar) TypedKey(e *fyne.KeyEvent) {
	if to, goes := DayByKey(e.Name, c.at, c.deps.Clock.Today()); goes {
		c.goTo(to)
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.choose(c.at)
	case fyne.KeyEscape:
		Guard(c.onLeave)
	}
}

// DayByKey is the day to which a key leads from another in anything that shows a month; not ok for keys that lead nowhere.
func DayByKey(key fyne.KeyName, at, today data.Date) (to data.Date, ok bool) {
	switch key {
	case fyne.KeyLeft:
		return at.AddDays(-1), true
	case fyne.KeyRight:
		return at.AddDays(1), true
	case fyne.KeyUp:
		return at.AddDays(-7), true
	case fyne.KeyDown:
		return at.AddDays(7), true
	case fyne.KeyPageUp:
		return at.AddMonths(-1), true
	case fyne.KeyPageDown:
		return at.AddMonths(1), true
	case fyne.KeyHome:
		return at.AddDays(1 - dayOf(at)), true
	case fyne.KeyEnd:
		next := at.AddDays(1 - dayOf(at)).AddMonths(1)
		return next.AddDays(-1), true
	case fyne.KeyT:
		return today, true
	}
	return at, false
}

// dayOf is which day of its month a day is.
func dayOf(d data.Date) int {
	_, _, day := d.Civil()
	return day
}

// Cursor is the hand: every day can be chosen.
func (c *calendar) Cursor() desktop.Cursor { return desktop.PointerCursor }
