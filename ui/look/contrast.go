package look

import (
	"image/color"
	"math"
)

// Contrast is the contrast of two opaque colours after WCAG 2, from 1 to 21.
func Contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	if la < lb {
		la, lb = lb, la
	}
	return (la + 0.05) / (lb + 0.05)
}

// darkCount is the dark of the two colours a count can have inside a bar.
var darkCount = color.NRGBA{R: 0x12, G: 0x18, B: 0x1F, A: 0xFF}

// Readable gives white or near black, whichever is read better on a ground. A brightness threshold would choose wrong on the
// middle tones of the answer bars.
func Readable(ground color.Color) color.Color {
	white := color.NRGBA{R: 0xFF, G: 0xFF, B: 0xFF, A: 0xFF}
	if Contrast(white, ground) >= Contrast(darkCount, ground) {
		return white
	}
	return darkCount
}

// HatchShare is how much ink the hatch lines of an answer bar carry: more would make the count on them hard to read.
const HatchShare = 0.18

// Mix lays share (0 to 1) of over upon ground; both opaque.
func Mix(over, ground color.Color, share float64) color.NRGBA {
	o, g := opaque(over), opaque(ground)
	blend := func(a, b uint8) uint8 { return uint8(math.Round(float64(a)*share + float64(b)*(1-share))) }
	return color.NRGBA{R: blend(o.R, g.R), G: blend(o.G, g.G), B: blend(o.B, g.B), A: 0xFF}
}

func opaque(c color.Color) color.NRGBA {
	n, ok := color.NRGBAModel.Convert(c).(color.NRGBA)
	if !ok {
		return color.NRGBA{A: 0xFF}
	}
	return n
}

func luminance(c color.Color) float64 {
	n := opaque(c)
	return 0.2126*linear(n.R) + 0.7152*linear(n.G) + 0.0722*linear(n.B)
}

func linear(channel uint8) float64 {
	v := float64(channel) / 255
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}
