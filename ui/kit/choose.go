package kit

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"copleader/data"
	"copleader/data/words"
	"copleader/ui/look"
)

// Option is one choice of a Select: the key the program keeps, the words a person reads.
type Option struct{ Key, Text string }

// Select lets one of several options be chosen from a list that opens under it.
type Select struct {
	pressable
	spoken
	// ID names the field for those who walk the window.
	ID string
	// Placeholder is shown while nothing is chosen.
	Placeholder string
	// OnChange is called when the person has chosen another option.
	OnChange func(key string)

	options []Option
	chosen  string
	say     *words.Say // what a list with a search field speaks
	onSave  func()
	probe   *Para // measures the words
	read    bool  // shows its words alone, and its frame once somebody is there, as a Reading does
}

// NewSelect makes one with an option chosen by its key.
func NewSelect(options []Option, chosen string, onChange func(key string)) *Select {
	s := &Select{options: options, chosen: chosen, OnChange: onChange, probe: NewPara(), say: words.English()}
	s.press = s.open
	s.ExtendBaseWidget(s)
	return s
}

// In has a list with a search field speak as the window does, and gives the same Select back.
func (s *Select) In(say *words.Say) *Select {
	s.say = say
	return s
}

// ReadFirst has the words shown alone until somebody is there, as a Reading does, and gives the same Select back.
func (s *Select) ReadFirst() *Select {
	s.read = true
	return s
}

// Options makes options whose key is their text.
func Options(texts ...string) []Option {
	out := make([]Option, len(texts))
	for i, t := range texts {
		out[i] = Option{Key: t, Text: t}
	}
	return out
}

// Chosen is the key of the chosen option.
func (s *Select) Chosen() string { return s.chosen }

// Set chooses an option without calling back.
func (s *Select) Set(key string) { s.chosen = key; s.Refresh() }

// SetOptions changes the options and what is chosen, without calling back.
func (s *Select) SetOptions(options []Option, chosen string) {
	s.options, s.chosen = options, chosen
	s.Refresh()
}

// Choose chooses an option as the person would.
func (s *Select) Choose(key string) {
	if s.disabled || key == s.chosen {
		return
	}
	s.chosen = key
	s.Refresh()
	s.tellAnswered()
	if s.OnChange != nil {
		Guard(func() { s.OnChange(key) })
	}
}

// chooseWords chooses the option of those words, if there is one.
func (s *Select) chooseWords(words string) {
	for _, o := range s.options {
		if o.Text == words {
			s.Choose(o.Key)
			return
		}
	}
}

func (s *Select) index() int {
	for i, o := range s.options {
		if o.Key == s.chosen {
			return i
		}
	}
	return -1
}

// Words are the words of the chosen option, or the placeholder.
func (s *Select) Words() string {
	if i := s.index(); i >= 0 {
		return s.options[i].Text
	}
	return s.Placeholder
}

// open shows the list.
func (s *Select) open() {
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	switch {
	case c == nil || len(s.options) == 0:
	case len(s.options) > menuOptions:
		openPicker(s, c)
	default:
		s.openMenu(c)
	}
}

// openMenu shows a short list.
func (s *Select) openMenu(c fyne.Canvas) *widget.PopUpMenu {
	items := make([]*fyne.MenuItem, len(s.options))
	for i, o := range s.options {
		items[i] = fyne.NewMenuItem(o.Text, func() { s.Choose(o.Key) })
		items[i].Checked = o.Key == s.chosen
	}
	menu := widget.NewPopUpMenu(guardedMenu(c, items), c)
	menu.ShowAtPosition(fyne.CurrentApp().Driver().AbsolutePositionForObject(s).AddXY(0, s.Size().Height+2))
	if menu.MinSize().Width < s.Size().Width {
		menu.Resize(fyne.NewSize(s.Size().Width, menu.MinSize().Height))
	}
	return menu
}

// TypedKey opens the list on Up, Down, Space and Enter, and steps through the options on Left and Right.
func (s *Select) TypedKey(e *fyne.KeyEvent) {
	step := func(by int) {
		if i := s.index() + by; i >= 0 && i < len(s.options) {
			s.Choose(s.options[i].Key)
		}
	}
	switch e.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyF2:
		s.fire()
	case fyne.KeyRight:
		step(1)
	case fyne.KeyLeft:
		step(-1)
	default:
		s.pressable.TypedKey(e)
	}
}

// TypedRune opens the list at what begins with the letter, or searches for it where the list is long.
func (s *Select) TypedRune(r rune) {
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	if s.disabled || c == nil || unicode.IsSpace(r) {
		return
	}
	if len(s.options) > menuOptions {
		s.open()
		if f := c.Focused(); f != nil && f != fyne.Focusable(s) {
			f.TypedRune(r)
		}
		return
	}
	wanted := data.Fold(string(r))
	at := slices.IndexFunc(s.options, func(o Option) bool { return strings.HasPrefix(data.Fold(o.Text), wanted) })
	menu := s.openMenu(c)
	for range at + 1 {
		menu.ActivateNext()
	}
}

// TypedShortcut lets Ctrl+Enter save the form.
func (s *Select) TypedShortcut(short fyne.Shortcut) {
	if isSaveKey(short) && s.onSave != nil {
		Guard(s.onSave)
	}
}

// UINode tells those who walk the window what this is.
func (s *Select) UINode() (kind, id, text string) { return "select", s.ID, s.Words() }

// UIValue is the key of what is chosen.
func (s *Select) UIValue() string { return s.chosen }

// Parts are the children: none.
func (s *Select) Parts() []fyne.CanvasObject { return nil }

// NaturalWidth is that of the widest option, within reason.
func (s *Select) NaturalWidth() float32 {
	w := textSize(s.Placeholder, look.SizeText, fyne.TextStyle{}).Width
	if len(s.options) > menuOptions {
		// A whole community's names are not measured one by one.
		w = scaled(220)
	}
	for _, o := range s.options[:min(len(s.options), menuOptions)] {
		w = max(w, textSize(o.Text, look.SizeText, fyne.TextStyle{}).Width)
	}
	return up(min(w, scaled(220))) + 2*fieldRim + signSide(look.SizeSmall) + 8
}

// HeightFor is that of a field, with as many lines as the words take.
func (s *Select) HeightFor(width float32) float32 {
	s.probe.spans, s.probe.memo = []Span{Plain(s.Words())}, paraMemo{}
	text := max(lineHeightOf(look.SizeText, false), s.probe.HeightFor(s.room(width)))
	if s.read {
		return up(text) + 16 - 2*readAbove
	}
	return text + 16
}

// room is what the words have of a width.
func (s *Select) room(width float32) float32 {
	if width <= 0 {
		return 1e6 // of one line
	}
	if s.read {
		width += 2 * readSide
	}
	return width - fieldText - fieldRim - s.caretSide() - 6
}

func (s *Select) caretSide() float32 { return evenSide(signSide(look.SizeSmall) * 0.8) }

// CreateRenderer links the widget to its drawing.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	ring, body, veil := newFocusRing(), &canvas.Rectangle{}, &canvas.Rectangle{}
	text, caret := NewPara(), newShape(Caret)
	paint := func() {
		body.FillColor, body.StrokeColor, body.StrokeWidth = look.Color(look.ColorSurface), look.Color(look.ColorField), 1
		ink := look.ColorInk
		if s.disabled && !s.read || s.index() < 0 {
			ink = look.ColorMuted
		}
		if s.disabled {
			body.FillColor, body.StrokeColor = look.Color(look.ColorColumn), look.Color(look.ColorColumn)
		}
		framed := !s.read || s.focused || s.hovered && !s.disabled
		body.Hidden = !framed
		body.CornerRadius, veil.CornerRadius = look.RadiusField, look.RadiusField
		veil.FillColor = look.Color("hover")
		veil.Hidden = !s.hovered || s.disabled
		text.Set(Span{Text: s.Words(), Color: ink})
		caret.paint(look.Color(ink), look.Color(look.ColorSurface))
		ring.show(s.focused)
	}
	paint()
	return &drawn{
		widget: s, refresh: paint,
		objects: func() []fyne.CanvasObject {
			if body.Hidden {
				return []fyne.CanvasObject{text}
			}
			return append([]fyne.CanvasObject{ring.ring, ring.gap, body, veil, text}, caret.objects...)
		},
		layout: func(size fyne.Size) {
			var at fyne.Position
			if s.read {
				at, size = fyne.NewPos(-readSide, -readAbove), size.AddWidthHeight(2*readSide, 2*readAbove)
			}
			ring.placeAt(at, size, look.RadiusField)
			// The border lies where Fyne's field has it, so that the two stand in one line.
			body.Move(at.AddXY(0.5, 0.5))
			body.Resize(size.SubtractWidthHeight(1.5, 1.5))
			veil.Move(at)
			veil.Resize(size)
			side, room := s.caretSide(), s.room(s.Size().Width)
			high := text.HeightFor(room)
			text.Move(at.AddXY(fieldText, whole((size.Height-high)/2)))
			text.Resize(fyne.NewSize(max(0, room), high))
			caret.place(at.X+size.Width-fieldRim-side, at.Y+whole((size.Height-side)/2)+1, side)
		},
		least: func() fyne.Size { return fyne.NewSize(min(s.NaturalWidth(), scaled(80)), s.HeightFor(0)) },
	}
}

// Check is a box to tick with words beside it.
type Check struct {
	pressable
	// ID names the box for those who walk the window.
	ID string
	// Spoken is what it is called where no words stand beside it.
	Spoken string
	// OnChange is called when the person has ticked or unticked the box.
	OnChange func(ticked bool)

	text   string
	ticked bool
}

// NewCheck makes one.
func NewCheck(text string, ticked bool, onChange func(ticked bool)) *Check {
	c := &Check{text: text, ticked: ticked, OnChange: onChange}
	c.press = func() {
		c.ticked = !c.ticked
		c.Refresh()
		if c.OnChange != nil {
			c.OnChange(c.ticked)
		}
	}
	c.ExtendBaseWidget(c)
	return c
}

// Ticked tells whether the box is ticked.
func (c *Check) Ticked() bool { return c.ticked }

// Set ticks or unticks the box without calling back.
func (c *Check) Set(ticked bool) { c.ticked = ticked; c.Refresh() }

// SetText changes the words beside the box.
func (c *Check) SetText(text string) { c.text = text; c.Refresh() }

// UINode tells those who walk the window what this is.
func (c *Check) UINode() (kind, id, text string) { return "check", c.ID, c.text }

// UIValue is "true" when ticked.
func (c *Check) UIValue() string {
	if c.ticked {
		return "true"
	}
	return "false"
}

// Parts are the children: none.
func (c *Check) Parts() []fyne.CanvasObject { return nil }

func (c *Check) side() float32 { return boxSide() }

// NaturalWidth is that of the box and the words in one line.
func (c *Check) NaturalWidth() float32 {
	return c.side() + 8 + up(textSize(c.text, look.SizeBody, fyne.TextStyle{}).Width)
}

// leastWidth is that in which no word breaks.
func (c *Check) leastWidth() float32 {
	return c.side() + 8 + min(longestWord([]Span{Plain(c.text)}, look.SizeBody), up(scaled(widestWord)))
}

// HeightFor leaves room enough to hit, and for as many lines as the words take.
func (c *Check) HeightFor(width float32) float32 {
	high := lineHeightOf(look.SizeBody, false)
	if room := width - c.side() - 8; width > 0 {
		high = max(high, NewBody(Plain(c.text)).HeightFor(room))
	}
	return max(c.side(), high) + 8
}

// CreateRenderer links the widget to its drawing.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	ring := newFocusRing()
	empty, ticked := newShape(EmptyBox), newShape(TickedBox)
	text := NewBody()
	paint := func() {
		ink := look.ColorInk
		box := look.ColorField
		if c.disabled {
			ink, box = look.ColorMuted, look.ColorLine
		}
		text.Set(Span{Text: c.text, Color: ink})
		for _, s := range []*shape{empty, ticked} {
			s.paint(look.Color(box), look.Color(look.ColorSurface))
		}
		ring.show(c.focused)
	}
	paint()
	return &drawn{
		widget: c, refresh: paint,
		objects: func() []fyne.CanvasObject {
			out := []fyne.CanvasObject{ring.ring, ring.gap}
			if c.ticked {
				out = append(out, ticked.objects...)
			} else {
				out = append(out, empty.objects...)
			}
			return append(out, text)
		},
		layout: func(size fyne.Size) {
			side := c.side()
			y := whole((size.Height - side) / 2)
			empty.place(0, y, side)
			ticked.place(0, y, side)
			ring.place(fyne.NewSquareSize(side), 2)
			ring.ring.Move(fyne.NewPos(-3, y-3))
			ring.gap.Move(fyne.NewPos(-1, y-1))
			room := size.Width - side - 8
			high := text.HeightFor(room)
			place(text, side+8, whole((size.Height-high)/2), room, high)
		},
		least: func() fyne.Size { return fyne.NewSize(c.leastWidth(), c.HeightFor(c.Size().Width)) },
	}
}
