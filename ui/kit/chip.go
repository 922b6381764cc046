package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// Tone is the feeling a chip or badge carries, always with a word and, but for the plain ones, a sign.
type Tone int

// The tones.
const (
	PlainTone Tone = iota
	GoodTone
	WarnTone
	BadTone
)

// colours are a tone's ground, ink and sign.
func (t Tone) colours() (ground, ink fyne.ThemeColorName, sign Sign) {
	switch t {
	case GoodTone:
		return look.ColorGoodSoft, look.ColorGood, Dot
	case WarnTone:
		return look.ColorWarnSoft, look.ColorWarn, Triangle
	case BadTone:
		return look.ColorBadSoft, look.ColorBad, Square
	default:
		return look.ColorColumn, look.ColorInk, NoSign
	}
}

// chipFace is what is painted of a chip.
type chipFace struct {
	// ID names the chip for those who walk the window.
	ID       string
	tone     Tone
	text     string
	noSign   bool
	choice   bool
	selected bool
	menu     bool // it opens one, as its sign says
}

// Chip is a word on a soft round ground, to be read. It takes neither the focus nor the tap meant for the row it stands in.
type Chip struct {
	widget.BaseWidget
	chipFace
}

// NewChip makes a chip to be read.
func NewChip(tone Tone, text string) *Chip {
	c := &Chip{chipFace: chipFace{tone: tone, text: text}}
	c.ExtendBaseWidget(c)
	return c
}

// NewBadge makes the small count beside a name in the navigation: a tone's colours without its sign.
func NewBadge(tone Tone, text string) *Chip {
	c := NewChip(tone, text)
	c.noSign = true
	return c
}

// Set changes the tone and the word.
func (c *Chip) Set(tone Tone, text string) { c.tone, c.text = tone, text; c.Refresh() }

// CreateRenderer links the widget to its drawing.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	d := c.draw(c, func() (bool, bool) { return false, false })
	d.least = func() fyne.Size {
		word := longestWord([]Span{{Text: c.text, Bold: c.noSign}}, look.SizeSmall)
		return fyne.NewSize(min(c.least().Width, word+c.beside()), c.HeightFor(c.Size().Width))
	}
	return d
}

// FilterChip is a chip that is pressed to choose what is shown; it can be selected.
type FilterChip struct {
	pressable
	chipFace
}

// NewFilterChip makes a chip that chooses what is shown.
func NewFilterChip(text string, press func()) *FilterChip {
	c := &FilterChip{chipFace: chipFace{text: text, choice: true}}
	c.press = press
	c.ExtendBaseWidget(c)
	return c
}

// SetText changes the word.
func (c *FilterChip) SetText(text string) { c.text = text; c.Refresh() }

// SetSelected marks the chip as the chosen one, or not.
func (c *FilterChip) SetSelected(selected bool) {
	if c.selected != selected {
		c.selected = selected
		c.Refresh()
	}
}

// Selected tells whether the chip is the chosen one.
func (c *FilterChip) Selected() bool { return c.selected }

// CreateRenderer links the widget to its drawing.
func (c *FilterChip) CreateRenderer() fyne.WidgetRenderer {
	return c.draw(c, func() (bool, bool) { return c.hovered, c.focused })
}

// Text is the word on the chip.
func (c *chipFace) Text() string { return c.text }

// UINode tells those who walk the window what this is.
func (c *chipFace) UINode() (kind, id, text string) { return "chip", c.ID, c.text }

// Parts are the children: none.
func (c *chipFace) Parts() []fyne.CanvasObject { return nil }

func (c *chipFace) colours() (ground, ink fyne.ThemeColorName, sign Sign) {
	if c.selected {
		return look.ColorPrimarySoft, look.ColorPrimary, NoSign
	}
	ground, ink, sign = c.tone.colours()
	if c.noSign {
		sign = NoSign
	}
	return ground, ink, sign
}

func (c *chipFace) bold() fyne.TextStyle { return fyne.TextStyle{Bold: c.selected || c.noSign} }

// chipHigh is the height of a chip over its text, in points.
const chipHigh float32 = 3

func (c *chipFace) least() fyne.Size {
	// The width is that of the bold text, so that choosing a chip doesn't push its neighbours aside.
	style := fyne.TextStyle{Bold: c.choice || c.noSign}
	s := textSize(c.text, look.SizeSmall, style)
	w := up(s.Width) + 18
	if _, _, sign := c.colours(); sign != NoSign || c.menu {
		w += signSide(look.SizeSmall) + signGap
	}
	return fyne.NewSize(w, up(s.Height)+chipHigh)
}

// beside is what stands beside the words.
func (c *chipFace) beside() float32 {
	if _, _, sign := c.colours(); sign != NoSign || c.menu {
		return 18 + signSide(look.SizeSmall) + signGap
	}
	return 18
}

// NaturalWidth is that with the words in one line.
func (c *Chip) NaturalWidth() float32 { return c.least().Width }

// HeightFor is that of the lines the words take.
func (c *Chip) HeightFor(width float32) float32 {
	if width <= 0 || width >= c.least().Width {
		return c.least().Height
	}
	return NewSmall(Span{Text: c.text, Bold: c.noSign}).HeightFor(width-c.beside()) + chipHigh
}

// draw makes the renderer of either chip; state tells whether it is hovered and focused.
func (c *chipFace) draw(w fyne.Widget, state func() (hovered, focused bool)) *drawn {
	ring, ground, veil := newFocusRing(), &canvas.Rectangle{}, &canvas.Rectangle{}
	text := NewSmall()
	text.Align = fyne.TextAlignCenter
	var sign *shape
	paint := func() {
		fill, ink, s := c.colours()
		if c.menu {
			s = Caret
		}
		if sign == nil || sign.sign != s {
			sign = newShape(s)
		}
		ground.FillColor, ground.CornerRadius = look.Color(fill), look.RadiusRound
		veil.FillColor, veil.CornerRadius = look.Color("hover"), look.RadiusRound
		hovered, focused := state()
		veil.Hidden = !hovered
		text.Set(Span{Text: c.text, Bold: c.bold().Bold, Color: ink})
		sign.paint(look.Color(ink), look.Color(fill))
		ring.show(focused)
	}
	paint()
	return &drawn{
		widget: w, least: c.least, refresh: paint,
		objects: func() []fyne.CanvasObject {
			return append([]fyne.CanvasObject{ring.ring, ring.gap, ground, veil, text}, sign.objects...)
		},
		layout: func(size fyne.Size) {
			ring.place(size, size.Height/2)
			ground.Resize(size)
			veil.Resize(size)
			side := signSide(look.SizeSmall)
			ts := fyne.NewSize(min(up(text.NaturalWidth()), size.Width-c.beside()), 0)
			ts.Height = text.HeightFor(ts.Width)
			total := ts.Width
			if sign.sign != NoSign {
				total += side + signGap
			}
			x := whole((size.Width - total) / 2)
			switch {
			case c.menu:
				sign.place(x+up(ts.Width)+signGap, whole((size.Height-side)/2)+1, side)
			case sign.sign != NoSign:
				sign.place(x, whole((size.Height-side)/2), side)
				x += side + signGap
			}
			place(text, x, whole((size.Height-ts.Height)/2), ts.Width, ts.Height)
		},
	}
}
