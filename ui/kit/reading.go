package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"copleader/ui/look"
)

// Reading is the place of a field that is read until somebody goes into it: by a click, or with Enter, F2 or a letter once it has
// the focus. The field then lies so that its text stands where it stood, and nothing around it moves; once it is left, it is read again.
// The field itself is made when it is first wanted.
type Reading struct {
	pressable
	spoken
	// ID names the field for those who walk the window.
	ID string
	// Stays tells whether the field is to be seen although nobody is in it, since something about it waits for an answer.
	Stays func() bool
	// Told says more than the field holds, such as until when something is; nil for the text itself.
	Told func(text string) string

	words *Para
	text  string // what the field holds
	shown string // what is told of it
	face  *face  // is read in place of the text; nil for the text itself
	empty string // stands where there is no text
	build func() fyne.CanvasObject
	input fyne.CanvasObject // nil until it is first wanted
	drawn fyne.CanvasObject // the input, or what gives it the letters of a heading
	open  bool
	large bool      // read as a heading
	by    *Labelled // it stands below
	lines bool      // the field has room for several lines
}

// What a field has around its text beyond the place where that is read, in points.
const (
	readSide  float32 = fieldText // left and right
	readAbove float32 = 2         // above and below
	readGap   float32 = 4         // stands between a label and what is read below it
)

// ReadMargin is what fields that are read first need at their sides for their frames, and ReadBetween what stands between them, in points.
const (
	ReadMargin  float32 = 8
	ReadBetween float32 = 4
)

// NewReading makes a place for the field that is made by a function; empty is said where there is no text.
func NewReading(empty string, build func() fyne.CanvasObject) *Reading {
	r := &Reading{words: NewPara(), empty: empty, build: build}
	r.press = r.enterByKey
	r.ExtendBaseWidget(r)
	r.Set("")
	return r
}

// Set shows a text.
func (r *Reading) Set(text string) {
	shown := text
	if r.Told != nil && text != "" {
		shown = r.Told(text)
	}
	if r.text == text && r.shown == shown && len(r.words.spans) > 0 {
		return
	}
	r.text, r.shown = text, shown
	switch {
	case text == "":
		r.words.Set(Muted(r.empty))
	case r.large:
		r.words.Set(Bold(shown))
	default:
		r.words.Set(Plain(shown))
	}
}

// enlarge has it read as the heading of a page.
func (r *Reading) enlarge() {
	r.large, r.words.TextSize = true, look.SizePageHeading
}

// headingTheme writes ordinary text as large as the heading of a page.
type headingTheme struct{}

func (headingTheme) now() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

func (t headingTheme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	return t.now().Color(name, v)
}

func (t headingTheme) Font(style fyne.TextStyle) fyne.Resource { return t.now().Font(style) }

func (t headingTheme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.now().Icon(name) }

func (t headingTheme) Size(name fyne.ThemeSizeName) float32 {
	if name == look.SizeText {
		name = look.SizePageHeading
	}
	return t.now().Size(name)
}

// Text is what is read, empty for nothing.
func (r *Reading) Text() string { return r.shown }

// Input is the field, which is seen from now on, until it was entered and left.
func (r *Reading) Input() fyne.CanvasObject {
	if r.input == nil {
		r.input = r.build()
		r.drawn = r.input
		if r.by != nil {
			callIn(r.input, r.by)
		}
		if t := typedInto(r.input); t != nil {
			t.onEntered, t.onLeft, t.onStepOut, t.refused = r.show, r.settle, r.stepOut, r.Stays
			if r.large {
				t.heading, t.TextStyle.Bold = true, true
				r.drawn = container.NewThemeOverride(r.input, headingTheme{})
			}
		}
	}
	r.show()
	return r.input
}

// show has the field seen: it is entered again where the window that was left is come back to.
func (r *Reading) show() {
	if !r.open {
		r.open = true
		r.Refresh()
	}
}

// Shown is the field while it is to be seen, nil while its text is read.
func (r *Reading) Shown() fyne.CanvasObject {
	if !r.open {
		return nil
	}
	return r.input
}

// isRead tells whether what stands below a label is read first.
func isRead(input fyne.CanvasObject) bool {
	switch input := input.(type) {
	case *Reading:
		return true
	case *Select:
		return input.read
	}
	return false
}

// typedInto is the field for text in an input.
func typedInto(o fyne.CanvasObject) *TextField {
	switch o := o.(type) {
	case *TextField:
		return o
	case *NumberField:
		return &o.TextField
	case *DateField:
		return o.Entry
	}
	return nil
}

// enterByKey puts the cursor into the field: behind a text of several lines, whereas one of a single line is chosen.
func (r *Reading) enterByKey() {
	at := focusable(r.Input())
	c := fyne.CurrentApp().Driver().CanvasForObject(r)
	if c == nil || at == nil {
		return
	}
	c.Focus(at)
	if t := typedInto(r.input); t != nil && t.MultiLine {
		t.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	}
}

// settle shows what was written once nobody is in the field any more.
func (r *Reading) settle() {
	t := typedInto(r.input)
	if t == nil || !r.open {
		return
	}
	r.Set(t.Text)
	if date, is := r.input.(*DateField); is && date.button.hovered && !r.disabled {
		return // the calendar is about to open
	}
	if t.Focused() || r.Stays != nil && r.Stays() {
		return
	}
	r.open = false
	r.Refresh()
}

// stepOut leaves the field with the keyboard, which goes on from here.
func (r *Reading) stepOut() {
	c := fyne.CurrentApp().Driver().CanvasForObject(r)
	if c == nil {
		return
	}
	c.Unfocus()
	if !r.open {
		c.Focus(r)
	}
}

// Tapped puts the cursor where the click was.
func (r *Reading) Tapped(e *fyne.PointEvent) {
	if r.disabled {
		return
	}
	Guard(func() {
		input := r.Input()
		r.Resize(r.Size()) // so that the field has its place before it is clicked
		c := fyne.CurrentApp().Driver().CanvasForObject(r)
		if t := typedInto(input); t != nil && c != nil {
			t.clicked(c, e.Position.AddXY(readSide, readAbove))
		}
	})
}

// TypedKey goes into the field on F2 too.
func (r *Reading) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyF2 {
		r.fire()
		return
	}
	r.pressable.TypedKey(e)
}

// TypedRune goes into the field with a letter. It is written behind a text: the key that led here may have been one of many, and none of
// them is to take away what stands there. A day or a number is written anew, since nobody writes on in one.
func (r *Reading) TypedRune(letter rune) {
	if r.disabled || letter == ' ' {
		return
	}
	r.fire()
	c := fyne.CurrentApp().Driver().CanvasForObject(r)
	if c == nil || !r.open || c.Focused() == nil {
		return
	}
	if t, isText := r.input.(*TextField); isText && t.Text != "" {
		t.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	}
	c.Focused().TypedRune(letter)
}

// TypedShortcut copies what is read.
func (r *Reading) TypedShortcut(s fyne.Shortcut) {
	if _, copies := s.(*fyne.ShortcutCopy); copies {
		fyne.CurrentApp().Clipboard().SetContent(r.shown)
	}
}

// Cursor is that of text, since a click goes into it.
func (r *Reading) Cursor() desktop.Cursor {
	if r.disabled {
		return desktop.DefaultCursor
	}
	return desktop.TextCursor
}

// Disable leaves the text to be read alone.
func (r *Reading) Disable() {
	if d, is := r.input.(fyne.Disableable); is {
		d.Disable()
	}
	r.pressable.Disable()
}

// Enable lets the field be entered again.
func (r *Reading) Enable() {
	if d, is := r.input.(fyne.Disableable); is {
		d.Enable()
	}
	r.pressable.Enable()
}

// Disabled tells whether the field can't be entered from here: Tab passes by while it is entered already.
func (r *Reading) Disabled() bool { return r.disabled || r.open }

// UINode tells those who walk the window what this is.
func (r *Reading) UINode() (kind, id, text string) {
	if r.open {
		return "reading", r.ID, ""
	}
	return "reading", r.ID, r.words.Text()
}

// AccessibilityLabel is what is read, behind its label.
func (r *Reading) AccessibilityLabel() string { return labelAnd(r.Spoken, r.words.Text()) }

// callIt has the field that is made later know its label too.
func (r *Reading) callIt(by *Labelled) {
	r.by, r.Spoken = by, by.Label()
	if r.input != nil {
		callIn(r.input, by)
	}
}

// AccessibilityRole is text.
func (r *Reading) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Parts are the children: the field while it is seen.
func (r *Reading) Parts() []fyne.CanvasObject {
	if r.open && r.face != nil {
		return []fyne.CanvasObject{r.input, r.face.said}
	}
	if r.open {
		return []fyne.CanvasObject{r.input}
	}
	return nil
}

// HeightFor is that of the text, and never less than that of the field.
func (r *Reading) HeightFor(width float32) float32 {
	if r.face != nil {
		return r.face.heightFor(r, width)
	}
	line := up(lineHeightOf(look.SizeText, false))
	high := max(line, r.words.HeightFor(r.room(width))) + 16 - 2*readAbove
	if r.lines {
		high += 2 // as a field for several lines is higher
	}
	if r.open {
		high = max(high, HeightFor(r.input, width+2*readSide)-2*readAbove)
	}
	return high
}

// room is the width in which a field wraps its text.
func (r *Reading) room(width float32) float32 { return width + 2*(readSide-fieldRim) }

// NaturalWidth is that of the text in one line.
func (r *Reading) NaturalWidth() float32 {
	if r.face != nil {
		return max(ownWidth(r.face.picture), up(scaled(faceWidth)))
	}
	return r.words.NaturalWidth() + 2*(fieldRim-readSide)
}

// frame is what shows that the field has the focus, or the pointer over it, and what paints both.
func (r *Reading) frame() (ring *focusRing, veil *canvas.Rectangle, paint func()) {
	ring, veil = newFocusRing(), &canvas.Rectangle{CornerRadius: look.RadiusField}
	paint = func() {
		veil.FillColor = look.Color("hover")
		veil.Hidden = !r.hovered || r.disabled
		ring.show(r.focused)
	}
	paint()
	return ring, veil, paint
}

// CreateRenderer links the widget to its drawing.
func (r *Reading) CreateRenderer() fyne.WidgetRenderer {
	if r.face != nil {
		return r.face.renderer(r)
	}
	ring, veil, paint := r.frame()
	return &drawn{
		widget: r, refresh: paint,
		objects: func() []fyne.CanvasObject {
			if r.open {
				return []fyne.CanvasObject{r.drawn}
			}
			return []fyne.CanvasObject{ring.ring, ring.gap, veil, r.words}
		},
		layout: func(size fyne.Size) {
			at, frame := fyne.NewPos(-readSide, -readAbove), size.AddWidthHeight(2*readSide, 2*readAbove)
			if r.open {
				frame.Height = HeightFor(r.input, frame.Width)
				r.drawn.Move(at)
				r.drawn.Resize(frame)
				return
			}
			ring.placeAt(at, frame, look.RadiusField)
			veil.Move(at)
			veil.Resize(frame)
			top := fieldText - readAbove
			r.words.Move(fyne.NewPos(0, top))
			r.words.Resize(fyne.NewSize(r.room(size.Width), size.Height-top))
		},
		least: func() fyne.Size {
			w := scaled(48)
			return fyne.NewSize(w, r.HeightFor(lastWidth(r.Size().Width, guessedWidth)))
		},
	}
}
