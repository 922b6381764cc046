package press

import (
	"math"
	"testing"

	"copleader/data"
	"copleader/reports/page"
)

// part is how much light one part of a colour gives (WCAG 2).
func part(v int) float64 {
	c := float64(v) / 255
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

// light is how light a colour 0xRRGGBB is, from 0 to 1.
func light(c page.Color) float64 {
	return 0.2126*part(int(c>>16&255)) + 0.7152*part(int(c>>8&255)) + 0.0722*part(int(c&255))
}

// contrast is the ratio of two colours, from 1 to 21.
func contrast(a, b page.Color) float64 {
	return (max(light(a), light(b)) + 0.05) / (min(light(a), light(b)) + 0.05)
}

// lightness is how light a grey print of the colour looks, from 0 to 100.
func lightness(c page.Color) float64 { return 116*math.Cbrt(light(c)) - 16 }

// apart is how far two colours look from one another (CIE 1976).
func apart(a, b page.Color) float64 {
	lab := func(c page.Color) (l, u, v float64) {
		red, green, blue := part(int(c>>16&255)), part(int(c>>8&255)), part(int(c&255))
		x := math.Cbrt((0.4124*red + 0.3576*green + 0.1805*blue) / 0.9505)
		y := math.Cbrt(light(c))
		z := math.Cbrt((0.0193*red + 0.1192*green + 0.9505*blue) / 1.089)
		return 116*y - 16, 500 * (x - y), 200 * (y - z)
	}
	l1, u1, v1 := lab(a)
	l2, u2, v2 := lab(b)
	return math.Sqrt((l1-l2)*(l1-l2) + (u1-u2)*(u1-u2) + (v1-v2)*(v1-v2))
}

// Given each colour that may be chosen, then text in it and on it can be read, its levels are marks that are told from paper and from
// one another without colour, and it is no colour that means something.
func TestEveryColourCanBeReadAndPrintedGrey(t *testing.T) {
	if len(shades) != len(data.Colours) {
		t.Errorf("%d colours have shades, %d may be chosen", len(shades), len(data.Colours))
	}
	for i, colour := range data.Colours {
		s, known := shades[colour]
		if !known || colour.Phrase().Key == "%s" {
			t.Errorf("%s has no shades or no name", colour)
			continue
		}
		dark, own, soft := s[0], s[1], s[5]
		for _, pair := range []struct {
			what         string
			over, ground page.Color
			least        float64
		}{
			{"title on paper", own, page.Surface, 4.5}, {"white on a band", page.Surface, own, 4.5}, {"white on a head", page.Surface, dark, 4.5},
			{"soft on a head", soft, dark, 4.5}, {"title on its soft ground", own, soft, 4.5}, {"ink on its soft ground", page.Ink, soft, 4.5},
			{"the lightest level on paper", s[4], page.Surface, 3},
		} {
			if got := contrast(pair.over, pair.ground); got < pair.least {
				t.Errorf("%s, %s: %.2f : 1", colour, pair.what, got)
			}
		}
		for n := 1; n < 5; n++ {
			if step := lightness(s[n]) - lightness(s[n-1]); step < 2.5 {
				t.Errorf("%s: level %d is only %.1f lighter than level %d", colour, n+1, step, n)
			}
		}
		for word, means := range map[string]page.Color{"good": page.Good, "warn": page.Warn, "bad": page.Bad, "high": page.Answer(5)} {
			if got := apart(own, means); got < 20 {
				t.Errorf("%s is %.0f apart from the colour of %s", colour, got, word)
			}
		}
		for _, other := range data.Colours[:i] {
			if got := apart(own, shades[other][1]); got < 20 {
				t.Errorf("%s is only %.0f apart from %s", colour, got, other)
			}
		}
	}
}
