package kit

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// CommitAfter is how long after the last key a field writes what was typed.
const CommitAfter = 2 * time.Second

// TextField is a field to type into. What was typed is committed when the field is left, on Enter (in a single line), two
// seconds after the last key, and on Flush; never twice for the same text.
type TextField struct {
	widget.Entry
	spoken
	self fyne.Widget // the outermost, which stands in the window
	// ID names the field for those who walk the window.
	ID string
	// OnCommit is given the text that is to be kept.
	OnCommit func(text string)
	// OnTyped is called after every change by the person, for searching while typing.
	OnTyped func(text string)
	// OnKey, where given, is asked before a key is typed, and tells whether it took the key.
	OnKey func(e *fyne.KeyEvent) bool

	timer     Timer
	stop      func()
	committed string
	owed      bool // the text is to be committed although nothing was typed since
	focused   bool
	entered   bool // and no key came since
	setting   bool
	visits    int
	rows      int
	most      int  // rows it grows to, 0 for any number
	pressed   bool // the pointer is being pressed
	unseen    bool // entered with the pointer, and not scrolled to since
	seenRow   int  // of the cursor, when last scrolled to
	memo      fieldMemo
	heading   bool // its letters are those of a page's heading
	searches  bool // what is typed is no content of its own
	returning bool // the cursor comes back in the middle of a visit
	onEdit    func()
	onEnter   func()
	onLine    func() // one of several lines that were pasted
	onDown    func() // Down in a single line: from a search field into what it found
	onSave    func()
	onOpen    func()                  // what F4 and Alt+Down open
	onEntered func()                  // of a field that is read (Reading): it is entered,
	onLeft    func()                  // it is left,
	onStepOut func()                  // and Enter or Escape step out of it,
	refused   func() bool             // but Enter does not while what stands there is refused
	check     func(text string) error // finds what is wrong with what was committed, where nobody keeps it yet,
	onInvalid func(err error)         // who is told, nil for nothing wrong
	// written is a text as it is shown once the field is left, "" for one that makes no sense; nil leaves it as it was typed.
	written func(text string) string
}

// NewTextField makes a single-line field. With a nil timer only leaving, Enter and Flush commit.
func NewTextField(timer Timer, text string, onCommit func(text string)) *TextField {
	f := &TextField{timer: timer, OnCommit: onCommit}
	f.setUp(f, text)
	return f
}

// NewTextArea makes a field of several lines, at least rows high, that grows with its text. Tab leaves it.
func NewTextArea(timer Timer, rows int, text string, onCommit func(text string)) *TextField {
	f := &TextField{timer: timer, OnCommit: onCommit}
	f.manyLines(rows)
	f.setUp(f, text)
	return f
}

// OnEnter has Enter do something in a field of a single line.
func (f *TextField) OnEnter(do func()) { f.onEnter = do }

// NewEntry makes a single-line field that commits nothing by itself: for forms.
func NewEntry(text string) *TextField { return NewTextField(nil, text, nil) }

// NewArea makes a field of several lines that commits nothing by itself: for forms.
func NewArea(rows int, text string) *TextField { return NewTextArea(nil, rows, text, nil) }

// searchID names the fields that search.
const searchID = "search"

// NewSearch makes the field that narrows down what is shown while it is typed into.
func NewSearch(placeholder string, onTyped func(text string)) *TextField {
	f := NewTextField(nil, "", nil)
	f.ID, f.searches = searchID, true
	f.OnTyped = onTyped
	f.SetPlaceHolder(placeholder)
	return f
}

// LeadTo says where Down and Enter lead from a field that searches.
func (f *TextField) LeadTo(found func()) { f.onDown, f.onEnter = found, found }

// BeginWith enters a field that searches with the first letter, which was typed at what it narrows down.
func (f *TextField) BeginWith(letter rune) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
		c.Focus(f)
		f.TypedRune(letter)
	}
}

// Clear ends a search.
func (f *TextField) Clear() {
	if f.Text != "" {
		f.SetText("")
	}
}

// Aside marks a field whose text is no content: a dialog in which only that was typed is not half filled.
func (f *TextField) Aside() { f.searches = true }

// manyLines makes it a field of several lines.
func (f *TextField) manyLines(rows int) {
	f.rows = max(1, rows)
	f.MultiLine = true
	f.Wrapping = fyne.TextWrapWord
	f.Scroll = fyne.ScrollVerticalOnly
}

// setUp finishes a new field; self is the outermost widget, which is what stands in the window and takes the focus.
func (f *TextField) setUp(self fyne.Widget, text string) {
	f.self = self
	f.ExtendBaseWidget(self)
	f.committed = text
	f.set(text)
	f.OnChanged = f.changed
	f.OnSubmitted = func(string) { f.enter() }
}

// set changes the text without counting as typing.
func (f *TextField) set(text string) {
	f.setting = true
	f.SetText(text)
	f.setting = false
}

func (f *TextField) changed(text string) {
	f.tellAnswered()
	if f.onEdit != nil {
		Guard(f.onEdit)
	}
	if f.setting {
		return
	}
	if f.OnTyped != nil {
		Guard(func() { f.OnTyped(text) })
	}
	f.halt()
	if f.timer != nil && f.Pending() {
		f.stop = f.timer.After(CommitAfter, f.Flush)
	}
}

func (f *TextField) halt() {
	if f.stop != nil {
		f.stop()
		f.stop = nil
	}
}

func (f *TextField) enter() {
	f.Flush()
	switch {
	case f.onEnter != nil:
		Guard(f.onEnter)
	case f.refused != nil && f.refused():
	case f.onStepOut != nil:
		f.onStepOut()
	}
}

// Flush commits what was typed and not yet committed; call it before a page is left or the window closes.
func (f *TextField) Flush() {
	f.halt()
	if !f.Pending() {
		return
	}
	f.committed, f.owed = f.Text, false
	if f.OnCommit != nil {
		Guard(func() { f.OnCommit(f.Text) })
	}
	if f.check != nil && f.onInvalid != nil {
		Guard(func() { f.onInvalid(f.check(f.Text)) })
	}
}

// Pending tells whether something typed is not committed yet.
func (f *TextField) Pending() bool { return f.owed || f.Text != f.committed }

// SetIfIdle shows a text that was loaded, unless the person is in the field: what has the focus is never overwritten.
func (f *TextField) SetIfIdle(text string) {
	if f.focused {
		return
	}
	f.Reset(text)
}

// Reset shows a text whatever happens and takes it as committed: another thing's field is now shown here.
func (f *TextField) Reset(text string) {
	f.halt()
	f.committed, f.owed = text, false
	if f.Text != text {
		f.set(text)
	}
}

// Offer shows a text that was typed here before and could not be kept; it is committed when the field is left.
func (f *TextField) Offer(text string) {
	f.Reset(text)
	f.owed = true
}

// Bring shows a text that is held for this field, in place of any that nobody is typing; what is being typed is newer.
func (f *TextField) Bring(text string) {
	if f.Text == text || f.focused && f.typing() {
		return
	}
	f.Offer(text)
}

// typing tells whether something was typed that was given to nobody yet.
func (f *TextField) typing() bool { return f.Text != f.committed }

// Focused tells whether the person is in the field.
func (f *TextField) Focused() bool { return f.focused }

// Visit counts how often the field has been entered: all writes of one visit are one act.
func (f *TextField) Visit() int { return f.visits }

// FocusGained begins a visit.
func (f *TextField) FocusGained() {
	f.focused, f.entered = true, true
	if f.onEntered != nil {
		f.onEntered()
	}
	f.Entry.FocusGained()
	if f.returning {
		return
	}
	f.visits++
	if f.pressed {
		f.unseen = true
		return
	}
	if f.rows == 0 { // entered by a key, what is typed takes the place of what stands there
		f.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	f.keepInSight()
}

// comeBack puts the cursor back, as if it had never left.
func (f *TextField) comeBack(c fyne.Canvas) {
	if at, is := f.self.(fyne.Focusable); is {
		f.returning = true
		c.Focus(at)
		f.returning = false
	}
}

// keepInSight scrolls to the field, or to the line with the cursor.
func (f *TextField) keepInSight() {
	f.unseen, f.seenRow = false, f.CursorRow
	FocusInSight()
}

// followCursor is called after every key: the cursor may have left the window, and the field may have been entered with the
// pointer where only its edge was to be seen.
func (f *TextField) followCursor() {
	if f.focused && (f.unseen || f.CursorRow != f.seenRow) {
		f.keepInSight()
	}
}

// sight is the line with the cursor.
func (f *TextField) sight() (top, height float32) {
	return f.CursorPosition().Y, lineHeightOf(look.SizeText, false)
}

// clicked puts the cursor where a click was that something else took. Of a field that was never drawn the driver doesn't know yet in which
// window it is, so that is given.
func (f *TextField) clicked(c fyne.Canvas, at fyne.Position) {
	f.pressed = true
	c.Focus(f)
	f.pressed = false
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = at
	f.MouseDown(e)
	f.MouseUp(e)
}

// MouseDown enters the field, and leaves the page where it is under the pointer.
func (f *TextField) MouseDown(e *desktop.MouseEvent) {
	f.pressed = true
	f.Entry.MouseDown(e)
	f.pressed = false
	f.seenRow = f.CursorRow
}

// TypedRune types. A space whose key went elsewhere has pressed what led here: it is no text, and would replace what stands there.
func (f *TextField) TypedRune(r rune) {
	pressed := f.entered && r == ' '
	f.entered = false
	if pressed {
		return
	}
	f.Entry.TypedRune(r)
	f.followCursor()
}

// FocusLost ends the visit and commits.
func (f *TextField) FocusLost() {
	f.focused = false
	f.Entry.FocusLost()
	f.showWritten()
	f.Flush()
	if f.onLeft != nil {
		f.onLeft()
	}
}

// AcceptsTab is false, so that Tab moves on from a field of several lines too.
func (f *TextField) AcceptsTab() bool { return false }

// TypedKey hands Escape, F1 and F10 on; everything else is typing.
func (f *TextField) TypedKey(e *fyne.KeyEvent) {
	f.entered = false
	switch {
	case e.Name == fyne.KeyEscape && f.ID == searchID && f.Text != "":
		f.Clear() // the next one leaves the field
		return
	case e.Name == fyne.KeyEscape && f.onStepOut != nil:
		f.onStepOut()
		return
	case e.Name == fyne.KeyEscape || e.Name == fyne.KeyF1 || e.Name == fyne.KeyF10:
		PassEscape(e)
		return
	case e.Name == fyne.KeyF4 && f.onOpen != nil:
		Guard(f.onOpen)
		return
	}
	taken := false
	if f.OnKey != nil {
		Guard(func() { taken = f.OnKey(e) })
	}
	if taken {
		return
	}
	if e.Name == fyne.KeyDown && f.onDown != nil {
		Guard(f.onDown)
		return
	}
	f.Entry.TypedKey(e)
	f.followCursor()
}

// fieldRim is what a field adds to its text on either side: inner padding and border, in points.
const fieldRim float32 = 10

// fieldText is where the text of a field begins: Fyne's inner padding.
const fieldText float32 = 8

// fieldMemo keeps the last height, which is asked for several times at every layout.
type fieldMemo struct {
	text                 string
	width, scale, height float32
}

// HeightFor is the height of one line, or of all lines of the wrapped text where there may be several.
func (f *TextField) HeightFor(width float32) float32 {
	switch {
	case f.heading:
		return up(lineHeightOf(look.SizePageHeading, true)) + 16
	case f.rows == 0:
		return up(lineHeightOf(look.SizeText, false)) + 16
	}
	now := fieldMemo{text: f.Text, width: width, scale: look.TextScale(), height: f.memo.height}
	if now != f.memo || now.height == 0 {
		now.height = f.wrappedHeight(width)
		f.memo = now
	}
	return f.memo.height
}

// wrappedHeight is the height of all lines of the wrapped text.
func (f *TextField) wrappedHeight(width float32) float32 {
	rows := 0
	for _, text := range strings.Split(f.Text, "\n") {
		rows += max(1, len(wrapPieces(pieces([]Span{{Text: text}}, look.SizeText), width-2*fieldRim)))
	}
	// Fyne's own lines are not of whole height.
	line := textSize("Mg", look.SizeText, fyne.TextStyle{}).Height
	rows = max(rows, f.rows)
	if f.most > 0 {
		rows = min(rows, f.most)
	}
	return up(line*float32(rows)) + 18
}

// GrowTo lets a field of several lines grow no higher than so many; then it scrolls.
func (f *TextField) GrowTo(rows int) { f.most = rows }

// MinSize grows with the text.
func (f *TextField) MinSize() fyne.Size {
	return fyne.NewSize(scaled(48), f.HeightFor(lastWidth(f.Size().Width, guessedWidth)))
}

// CreateRenderer puts the focus ring behind Fyne's field, whose own sign of focus is a border of the same width in another
// colour, and what passes the wheel on above it.
func (f *TextField) CreateRenderer() fyne.WidgetRenderer {
	r := &fieldRenderer{WidgetRenderer: f.Entry.CreateRenderer(), field: f, ring: newFocusRing()}
	r.wheel = newWheel(f.self, r.WidgetRenderer.Objects())
	r.ring.show(f.focused)
	return r
}

// fieldRenderer is Fyne's renderer of a field with a ring behind it and the wheel above it.
type fieldRenderer struct {
	fyne.WidgetRenderer
	field *TextField
	ring  *focusRing
	wheel *wheel
}

// Objects are the ring, the field's own and the wheel.
func (r *fieldRenderer) Objects() []fyne.CanvasObject {
	own := append([]fyne.CanvasObject{r.ring.ring, r.ring.gap}, r.WidgetRenderer.Objects()...)
	return append(own, r.wheel)
}

// Layout places all of them.
func (r *fieldRenderer) Layout(size fyne.Size) {
	r.ring.place(size, look.RadiusField)
	r.wheel.Resize(size)
	r.WidgetRenderer.Layout(size)
}

// Refresh shows the ring while the field has the focus.
func (r *fieldRenderer) Refresh() {
	r.ring.show(r.field.focused)
	r.ring.place(r.field.Size(), look.RadiusField)
	r.WidgetRenderer.Refresh()
}

// UINode tells those who walk the window what this is.
func (f *TextField) UINode() (kind, id, text string) { return "field", f.ID, f.PlaceHolder }

// UIValue is what was typed.
func (f *TextField) UIValue() string { return f.Text }
