package page

import (
	"fmt"
	"math"
)

// Color is an opaque colour of a page, or None, or a shade of the community's own
// colour, which a document draws in the one it was set up with. The names below are the
// light tokens of the look; a document uses them and no literals.
type Color uint32

// None draws nothing as a fill or a stroke, and stands for Ink in a text.
const None Color = 0

const opaque = 0xFF000000

// The light tokens: text, surfaces, and the three words of judgement with their soft
// grounds.
const (
	Ink       Color = opaque | 0x1D2733
	Muted     Color = opaque | 0x566478
	Canvas    Color = opaque | 0xF4F6F9
	Surface   Color = opaque | 0xFFFFFF
	Column    Color = opaque | 0xE9EDF2
	Line      Color = opaque | 0xE2E7EE
	Field     Color = opaque | 0x566478
	OnPrimary Color = opaque | 0xFFFFFF
	Good      Color = opaque | 0x2C7A4B
	Warn      Color = opaque | 0x8A5F00
	Bad       Color = opaque | 0xB83A2E
	GoodSoft  Color = opaque | 0xE1F3E7
	WarnSoft  Color = opaque | 0xFFF4D6
	BadSoft   Color = opaque | 0xFBE6E3
)

// The community's own colour, by the place of the shade in Shades.
const (
	Primary     Color = 2 // for titles, heads, marks; as Level(2)
	PrimarySoft Color = 6 // the ground of what stands out
)

// Shades are the community's own colour: five steps from dark to light, of which the
// second is the colour itself, and a soft ground.
type Shades [6]Color

// Teal are the shades until others are chosen.
var Teal = ShadesOf(0x0F4C53, 0x1F6F78, 0x3F8790, 0x5C8D94, 0x6F9499, 0xE3F0F1)

// ShadesOf are shades written as 0xRRGGBB.
func ShadesOf(rgb ...Color) (s Shades) {
	for i := range s {
		s[i] = opaque | rgb[i]
	}
	return s
}

// RGB is the colour itself, for what is no page.
func (s Shades) RGB() (r, g, b uint8) {
	red, green, blue := s.orTeal().of(Primary).parts()
	return uint8(red), uint8(green), uint8(blue) //nolint:gosec // parts are bytes
}

// Hex is the colour itself as RRGGBB.
func (s Shades) Hex() string {
	r, g, b := s.RGB()
	return fmt.Sprintf("%02X%02X%02X", r, g, b)
}

// of is the colour that stands for c: one of the shades, or c itself.
func (s Shades) of(c Color) Color {
	if c == None || int(c) > len(s) {
		return c
	}
	return s[c-1]
}

func (s Shades) orTeal() Shades {
	if s == (Shades{}) {
		return Teal
	}
	return s
}

// On paper low is light and hatched, high is dark, so that grey prints tell them
// apart; on the screen they are as the look has them.
var answers = [...]Color{opaque | 0xF6D3CD, opaque | 0xFBEBE8, opaque | 0xC2CAD5, opaque | 0x74B58C, opaque | 0x23633D}

// Level is the shade of a participation level, 1 (core) to 5 (outside).
func Level(n int) Color { return Color(clamp(n, 1, 5)) } //nolint:gosec // 1 to 5

// Answer is the colour of an answer, 1 (low) to 5 (high).
func Answer(n int) Color { return answers[clamp(n, 1, len(answers))-1] }

// RGB is the colour with these parts.
func RGB(r, g, b uint8) Color {
	return opaque | Color(r)<<16 | Color(g)<<8 | Color(b)
}

// Mixed is c with a share (0 to 1) of other in it, for tints: paper has no
// transparency here, because printers flatten it in their own ways.
func (c Color) Mixed(other Color, share float64) Color {
	share = math.Min(1, math.Max(0, share))
	r1, g1, b1 := c.parts()
	r2, g2, b2 := other.parts()
	mix := func(a, b int) uint8 { return uint8(math.Round(float64(a)*(1-share) + float64(b)*share)) }
	return RGB(mix(r1, r2), mix(g1, g2), mix(b1, b2))
}

// How a page without colour treats light and dark: tints vanish, light lines
// stay as a light grey, and what is dark is black.
const (
	tintLuminance = 0.70
	darkLuminance = 0.16
	lightLine     = 0xC4
)

// fill is the colour of a filled shape as the document prints it.
func (d *Document) fill(c Color) (r, g, b int) {
	c = d.setup.Shades.of(c)
	if !d.setup.BlackWhite {
		return c.parts()
	}
	switch l := luminance(c); {
	case l > tintLuminance:
		return 0xFF, 0xFF, 0xFF
	case l < darkLuminance:
		return 0, 0, 0
	}
	return c.grey()
}

// line is the colour of a line as the document prints it.
func (d *Document) line(c Color) (r, g, b int) {
	c = d.setup.Shades.of(c)
	if !d.setup.BlackWhite {
		return c.parts()
	}
	switch l := luminance(c); {
	case l > 0.97:
		return 0xFF, 0xFF, 0xFF
	case l > darkLuminance:
		return lightLine, lightLine, lightLine
	}
	return 0, 0, 0
}

// letter is the colour of a text as the document prints it.
func (d *Document) letter(c Color) (r, g, b int) {
	c = d.setup.Shades.of(c)
	if !d.setup.BlackWhite {
		return c.parts()
	}
	if luminance(c) > 0.5 {
		return 0xFF, 0xFF, 0xFF
	}
	return 0, 0, 0
}

// grey is the grey as light as the colour.
func (c Color) grey() (r, g, b int) {
	l := luminance(c)
	if l <= 0.0031308 {
		l *= 12.92
	} else {
		l = 1.055*math.Pow(l, 1/2.4) - 0.055
	}
	v := int(math.Round(l * 255))
	return v, v, v
}

// TextOn is the text colour that can be read on c: Ink or white.
func TextOn(c Color) Color {
	if contrast(OnPrimary, c) > contrast(Ink, c) {
		return OnPrimary
	}
	return Ink
}

// parts are the colour's red, green and blue; of a shade that nobody has chosen yet,
// those of Teal.
func (c Color) parts() (r, g, b int) {
	c = Teal.of(c)
	return int(c >> 16 & 0xFF), int(c >> 8 & 0xFF), int(c & 0xFF)
}

// contrast is the ratio of WCAG 2: from 1 to 21.
func contrast(a, b Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func luminance(c Color) float64 {
	linear := func(part int) float64 {
		v := float64(part) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	r, g, b := c.parts()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func clamp(n, low, high int) int { return max(low, min(n, high)) }
