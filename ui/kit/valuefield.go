package kit

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"copleader/data"
	"copleader/data/words"
	"copleader/ui/look"
)

// DateField is a field for a day, written as people write days, which may be empty, with a button that opens a calendar. A text that
// may be read otherwise has how it was read said beside it while somebody is in the field; once it is left, it is written out.
type DateField struct {
	widget.BaseWidget
	// Entry is the field itself.
	Entry *TextField
	// OnCommit is given the date that is to be kept; the zero date for an empty field.
	OnCommit func(date data.Date)
	// OnInvalid is given what is wrong with a text that is no date, or nil once it is right again; a Labelled field sets it.
	OnInvalid func(err error)
	// OnHour is given a time that was written along with the day: "next Thu 16:00".
	OnHour func(at data.Clock)
	// WithHour keeps such a time with the day, where no other field takes it; else it is passed over.
	WithHour bool

	deps   Deps
	onRead func(said string)
	button *calendarBtn
}

// NewDateField makes one. With a nil timer only leaving, Enter and Flush commit.
func NewDateField(deps Deps, timer Timer, date data.Date, onCommit func(date data.Date)) *DateField {
	f := &DateField{deps: deps, OnCommit: onCommit}
	f.Entry = NewTextField(timer, f.written(date), func(string) { f.commit() })
	f.Entry.OnTyped = func(string) { f.sayRead() }
	f.Entry.written = func(string) string { return f.writtenOut() }
	f.button = newCalendarBtn(deps.Say, f.openCalendar)
	f.Entry.onOpen = f.openByKey
	f.ExtendBaseWidget(f)
	return f
}

// Date is the date typed so far; the error says what is wrong with it, in a person's words.
func (f *DateField) Date() (data.Date, error) {
	date, _, err := f.reader().Read(f.Entry.Text)
	return date, err
}

// Hour is the time written along with the day; not ok for none.
func (f *DateField) Hour() (at data.Clock, ok bool) { return f.reader().ReadHour(f.Entry.Text) }

// writtenOut is what was typed as the field shows it once it is left, "" for what is no day.
func (f *DateField) writtenOut() string {
	date, err := f.Date()
	if err != nil || date == 0 {
		return ""
	}
	f.sayHow("")
	at, timed := f.Hour()
	switch {
	case timed && f.WithHour:
		return f.deps.Say.Text("%s, %s", f.written(date), at)
	case timed && f.OnHour != nil:
		f.Entry.Flush() // the day first: once the time is kept, the field shows what the file holds
		f.OnHour(at)
	}
	return f.written(date)
}

// written is a day as the field shows it.
func (f *DateField) written(date data.Date) string { return dayText(f.deps.Say, date) }

// dayText is a day as fields show it.
func dayText(say *words.Say, date data.Date) string {
	if date == 0 {
		return "" // a form without words has empty fields
	}
	return say.OnWeekday(date)
}

func (f *DateField) reader() data.DayReader {
	return data.DayReader{Today: f.deps.Clock.Today(), Habits: f.deps.Habits()}
}

// sayRead says how the text is read where it may be read otherwise.
func (f *DateField) sayRead() {
	date, sure, err := f.reader().Read(f.Entry.Text)
	at, timed := f.Hour()
	timed = timed && (f.WithHour || f.OnHour != nil)
	switch {
	case err != nil || sure && !timed:
		f.sayHow("")
	case timed:
		f.sayHow(f.deps.Say.Text("%s, %s", f.deps.Say.InWords(date), at))
	default:
		f.sayHow(f.deps.Say.InWords(date))
	}
}

// sayHow says how the text was read, "" for nothing.
func (f *DateField) sayHow(said string) {
	if f.onRead != nil {
		f.onRead(said)
	}
}

// DateIn is the date typed so far into a form's field, 0 for none; the error stands at the field.
func (f *DateField) DateIn(field string) (data.Date, error) {
	if at, is := f.Hour(); is && f.OnHour != nil {
		f.OnHour(at)
	}
	date, err := f.Date()
	return date, data.At(field, err)
}

// NeededIn is the date typed into a form's field that must not stay empty.
func (f *DateField) NeededIn(field string) (data.Date, error) {
	date, err := f.DateIn(field)
	if err == nil && date == 0 {
		err = data.NoDate(field)
	}
	return date, err
}

func (f *DateField) commit() {
	date, err := f.Date()
	if f.OnInvalid != nil {
		f.OnInvalid(err)
	}
	if err == nil && f.OnCommit != nil {
		f.OnCommit(date)
	}
}

// SetIfIdle shows a date that was loaded, unless the person is in the field.
func (f *DateField) SetIfIdle(date data.Date) {
	if f.Entry.Focused() {
		return
	}
	f.Reset(date)
}

// Reset shows a date whatever happens: that of another thing.
func (f *DateField) Reset(date data.Date) {
	f.Entry.Reset(f.written(date))
	f.sayHow("")
}

// SetDate writes a date into the field as the person would, and commits it.
func (f *DateField) SetDate(date data.Date) {
	f.Entry.set(f.written(date))
	f.sayHow("")
	f.Entry.Flush()
}

// Flush commits what was typed.
func (f *DateField) Flush() { f.Entry.Flush() }

// openByKey opens the calendar where days can be chosen.
func (f *DateField) openByKey() {
	if !f.Disabled() {
		f.openCalendar()
	}
}

// openCalendar shows a calendar under the field, with the field's day chosen.
func (f *DateField) openCalendar() {
	c := fyne.CurrentApp().Driver().CanvasForObject(f)
	if c == nil {
		return
	}
	at, err := f.Date()
	if err != nil {
		at = 0
	}
	var pop *widget.PopUp
	days := newCalendar(f.deps, at)
	days.onLeave = func() { pop.Hide(); f.leave() }
	days.onChoose = func(day data.Date) {
		pop.Hide()
		f.SetDate(day)
		f.leave()
	}
	pop = widget.NewPopUp(Pad(All(8), days.content()), c)
	closeOnEscape(c, pop)
	pop.ShowAtPosition(popUpPlace(c, f, pop.MinSize()))
	c.Focus(days)
}

// leave tells that nobody is in the calendar any more.
func (f *DateField) leave() {
	if f.Entry.onLeft != nil {
		f.button.hovered = false // the calendar lay over it, so the pointer went unseen
		f.Entry.onLeft()
	}
}

// popUpPlace is where a pop-up of a size goes: under an object, or above it where there is no room below.
func popUpPlace(c fyne.Canvas, under fyne.CanvasObject, size fyne.Size) fyne.Position {
	pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(under)
	x := min(pos.X, max(0, c.Size().Width-size.Width))
	y := pos.Y + under.Size().Height + 2
	if y+size.Height > c.Size().Height {
		y = max(0, pos.Y-size.Height-2)
	}
	return fyne.NewPos(x, y)
}

// closeOnEscape hides a pop-up on Escape. The handler before comes back with the first key after the pop-up has gone, since
// a tap beside it closes it without telling.
func closeOnEscape(c fyne.Canvas, pop *widget.PopUp) {
	before := c.OnTypedKey()
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		c.SetOnTypedKey(before)
		switch {
		case pop.Visible() && e.Name == fyne.KeyEscape:
			pop.Hide()
		case pop.Visible():
			closeOnEscape(c, pop)
		case before != nil:
			before(e)
		}
	})
}

// Parts are the children.
func (f *DateField) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{f.Entry, f.button} }

// Disable makes the field read-only.
func (f *DateField) Disable() { f.Entry.Disable(); f.button.Disable() }

// Enable lets the field be typed into again.
func (f *DateField) Enable() { f.Entry.Enable(); f.button.Enable() }

// Disabled tells whether the field is read-only.
func (f *DateField) Disabled() bool { return f.Entry.Disabled() }

// HeightFor is that of a field.
func (f *DateField) HeightFor(width float32) float32 { return f.Entry.HeightFor(width) }

// widestDay is told in as many letters as any.
var widestDay = data.NewDate(2026, time.September, 30)

// NaturalWidth has room for a date.
func (f *DateField) NaturalWidth() float32 {
	return up(textSize(f.written(widestDay), look.SizeText, fyne.TextStyle{}).Width) + 2*fieldRim + f.HeightFor(0)
}

// CreateRenderer links the widget to its drawing.
func (f *DateField) CreateRenderer() fyne.WidgetRenderer {
	return &drawn{
		widget: f, objects: always(f.Entry, f.button),
		layout: func(size fyne.Size) {
			f.Entry.Resize(size)
			side := size.Height - 8
			f.button.Move(fyne.NewPos(size.Width-side-4, 4))
			f.button.Resize(fyne.NewSquareSize(side))
		},
		least:   func() fyne.Size { return fyne.NewSize(f.NaturalWidth(), f.HeightFor(0)) },
		refresh: func() { f.Entry.Refresh(); f.button.Refresh() },
	}
}

// calendarBtn is the drawn calendar leaf that opens the calendar. The keyboard does so from the field, with F4 or Alt+Down, so Tab
// passes it over.
type calendarBtn struct {
	widget.BaseWidget
	say               *words.Say
	press             func()
	hovered, disabled bool
}

func newCalendarBtn(say *words.Say, press func()) *calendarBtn {
	b := &calendarBtn{say: say, press: press}
	b.ExtendBaseWidget(b)
	return b
}

// Tapped presses.
func (b *calendarBtn) Tapped(*fyne.PointEvent) {
	if !b.disabled {
		Guard(b.press)
	}
}

// MouseIn shows that a press would do something.
func (b *calendarBtn) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved is not wanted here.
func (b *calendarBtn) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends the hover.
func (b *calendarBtn) MouseOut() { b.hovered = false; b.Refresh() }

// Disable makes presses do nothing.
func (b *calendarBtn) Disable() { b.disabled = true; b.Refresh() }

// Enable makes presses work again.
func (b *calendarBtn) Enable() { b.disabled = false; b.Refresh() }

// Disabled tells whether presses do nothing.
func (b *calendarBtn) Disabled() bool { return b.disabled }

// UINode tells those who walk the window what this is.
func (b *calendarBtn) UINode() (kind, id, text string) { return "button", "calendar", "" }

// Parts are the children: none.
func (b *calendarBtn) Parts() []fyne.CanvasObject { return nil }

// CreateRenderer links the widget to its drawing.
func (b *calendarBtn) CreateRenderer() fyne.WidgetRenderer {
	veil := &canvas.Rectangle{CornerRadius: 6}
	leaf, head := &canvas.Rectangle{CornerRadius: 2}, &canvas.Rectangle{}
	paint := func() {
		leaf.FillColor, leaf.StrokeColor, leaf.StrokeWidth = look.Color(look.ColorSurface), look.Color(look.ColorMuted), 1.5
		head.FillColor = look.Color(look.ColorMuted)
		veil.FillColor = look.Color("hover")
		veil.Hidden = !b.hovered || b.disabled
	}
	paint()
	return &drawn{
		widget: b, objects: always(veil, leaf, head), refresh: paint,
		layout: func(size fyne.Size) {
			veil.Resize(size)
			side := evenSide(size.Width * 0.5)
			x := whole((size.Width - side) / 2)
			y := whole((size.Height - side) / 2)
			leaf.Move(fyne.NewPos(x, y))
			leaf.Resize(fyne.NewSquareSize(side))
			head.Move(fyne.NewPos(x, y))
			head.Resize(fyne.NewSize(side, max(3, whole(side/4))))
		},
		least: func() fyne.Size { return fyne.NewSquareSize(20) },
	}
}

// NumberField is a field for a whole number, which may be empty.
type NumberField struct {
	TextField
	// Min and Max are the limits of what is committed; no limits when both are 0.
	Min, Max int
	// OnInvalid is told whether what was typed can't be kept, with the sentence Complaint; a Labelled field sets it.
	OnInvalid func(err error)
	// Complaint is the sentence shown for a text that is no number within the limits.
	Complaint data.Phrase
}

// NewNumberField makes one; known is false for an empty field. onCommit gets the number and whether there is one.
func NewNumberField(timer Timer, value int, known bool, onCommit func(value int, known bool)) *NumberField {
	f := &NumberField{Complaint: data.Say("Write a whole number.")}
	f.timer = timer
	f.TextField.OnCommit = func(string) {
		value, known, err := f.Value()
		if f.OnInvalid != nil {
			f.OnInvalid(err)
		}
		if err == nil && onCommit != nil {
			onCommit(value, known)
		}
	}
	f.setUp(f, numberText(value, known))
	return f
}

// FocusGained selects the number, so that typing replaces it: figures are entered one after the other with Tab.
func (f *NumberField) FocusGained() {
	f.TextField.FocusGained()
	if f.returning {
		return
	}
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func numberText(value int, known bool) string {
	if !known {
		return ""
	}
	return strconv.Itoa(value)
}

// Value is the number typed so far, whether there is one, and what is wrong with it.
func (f *NumberField) Value() (value int, known bool, err error) {
	text := strings.TrimSpace(f.Text)
	if text == "" {
		return 0, false, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || (f.Max != f.Min && (n < f.Min || n > f.Max)) {
		return 0, false, &data.Error{Code: data.CodeInvalid, Key: f.Complaint.Key, Args: f.Complaint.Args}
	}
	return n, true, nil
}

// SetValueIfIdle shows a number that was loaded, unless the person is in the field.
func (f *NumberField) SetValueIfIdle(value int, known bool) { f.SetIfIdle(numberText(value, known)) }
