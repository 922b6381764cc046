package look_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"copleader/ui/look"
)

// pair is a colour on a ground that occurs on screen, and the contrast it needs: 4.5 for text, 3 for marks and borders.
type pair struct {
	over, ground fyne.ThemeColorName
	least        float64
}

func pairs() []pair {
	const text, mark = 4.5, 3
	out := []pair{
		{look.ColorOnPrimary, look.ColorPrimary, text},
		{look.ColorPrimary, look.ColorPrimarySoft, text},
		{look.ColorInk, look.ColorPrimarySoft, text},
		{look.ColorMuted, look.ColorPrimarySoft, text},
		{look.ColorGood, look.ColorGoodSoft, text},
		{look.ColorWarn, look.ColorWarnSoft, text},
		{look.ColorBad, look.ColorBadSoft, text},
		{look.ColorInk, look.ColorGoodSoft, text},
		{look.ColorInk, look.ColorWarnSoft, text},
		{look.ColorInk, look.ColorBadSoft, text},
		{look.ColorPrimary, look.ColorWarnSoft, text}, // deeds in the notice bar
		{look.ColorPrimary, look.ColorBadSoft, text},
		{look.ColorInk, theme.ColorNameMenuBackground, text},
		{look.ColorField, look.ColorSurface, mark},
		{look.ColorField, look.ColorCanvas, mark},
		{look.ColorPrimary, look.ColorColumn, mark}, // progress, focus ring on the board
	}
	for _, ground := range []fyne.ThemeColorName{look.ColorSurface, look.ColorCanvas, look.ColorColumn} {
		for _, ink := range []fyne.ThemeColorName{look.ColorInk, look.ColorMuted, look.ColorPrimary, look.ColorWarn, look.ColorBad, look.ColorGood} {
			if ink == look.ColorGood && ground != look.ColorSurface {
				continue // good is only said on cards and on its own soft ground
			}
			out = append(out, pair{ink, ground, text})
		}
	}
	for _, level := range look.Levels {
		out = append(out, pair{level, look.ColorSurface, mark})
	}
	return out
}

var variants = map[string]look.Variant{"light": look.Light, "dark": look.Dark, "high": look.High}

func TestContrastOfEveryPairInUse(t *testing.T) {
	for name, variant := range variants {
		th := look.New(variant, 1)
		for _, p := range pairs() {
			got := look.Contrast(th.Color(p.over, 0), th.Color(p.ground, 0))
			least := p.least
			if variant == look.High {
				least *= 1.5
			}
			if got < least {
				t.Errorf("%s: %s on %s is %.2f, needs %.1f", name, p.over, p.ground, got, least)
			}
		}
	}
}

func TestCountsInBarsCanBeRead(t *testing.T) {
	for name, variant := range variants {
		th := look.New(variant, 1)
		for i, answer := range look.Answers {
			ground := th.Color(answer, 0)
			count := look.Readable(ground)
			if got := look.Contrast(count, ground); got < 4.5 {
				t.Errorf("%s: a count on answer %d is %.2f", name, i+1, got)
			}
			if i < 2 {
				hatch := look.Mix(th.Color(look.ColorInk, 0), ground, look.HatchShare)
				if got := look.Contrast(count, hatch); got < 4.5 {
					t.Errorf("%s: a count on the hatch of answer %d is %.2f", name, i+1, got)
				}
			}
		}
	}
}

func TestContrastIsThatOfWCAG(t *testing.T) {
	black, white := color.Gray{Y: 0}, color.Gray{Y: 255}
	if got := look.Contrast(black, white); got != 21 {
		t.Errorf("black on white %v", got)
	}
	if got := look.Contrast(white, white); got != 1 {
		t.Errorf("white on white %v", got)
	}
	grey := color.NRGBA{R: 0x77, G: 0x77, B: 0x77, A: 255}
	if got := look.Contrast(grey, white); got < 4.47 || got > 4.49 {
		t.Errorf("#777 on white %v, should be 4.48", got)
	}
}

func TestSizesGrowWithTheScaleAndPaddingsDoNot(t *testing.T) {
	for _, c := range []struct{ scale, text, caption float32 }{{1, 14, 12}, {2, 28, 24}, {0.8, 11.2, 9.6}, {5, 28, 24}, {0, 11.2, 9.6}} {
		th := look.New(look.Light, c.scale)
		if got := th.Size(theme.SizeNameText); got != c.text {
			t.Errorf("scale %v: text %v, want %v", c.scale, got, c.text)
		}
		if got := th.Size(look.SizeSmall); got != c.caption {
			t.Errorf("scale %v: small %v, want %v", c.scale, got, c.caption)
		}
		if got := th.Size(theme.SizeNameInnerPadding); got != 8 {
			t.Errorf("scale %v: padding %v", c.scale, got)
		}
	}
}

func TestVariantCanBeForced(t *testing.T) {
	dark := look.New(look.Dark, 1).Color(look.ColorSurface, theme.VariantDark)
	light := look.New(look.Light, 1).Color(look.ColorSurface, theme.VariantLight)
	if dark == light {
		t.Fatal("light and dark are the same")
	}
	for _, c := range []struct {
		variant look.Variant
		asked   fyne.ThemeVariant
		want    color.Color
	}{
		{look.Dark, theme.VariantLight, dark}, {look.Light, theme.VariantDark, light},
		{look.System, theme.VariantLight, light}, {look.System, theme.VariantDark, dark},
	} {
		if got := look.New(c.variant, 1).Color(theme.ColorNameInputBackground, c.asked); got != c.want {
			t.Errorf("%v asked for %v: %v, want %v", c.variant, c.asked, got, c.want)
		}
	}
}
