package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Variant says whether the window is light, dark, or as the system wishes.
type Variant int

// The variants a reader can choose.
const (
	System Variant = iota
	Light
	Dark
	// High is of the highest contrast: light letters on black, and every border seen.
	High
)

// variantHigh is High among the toolkit's two.
const variantHigh fyne.ThemeVariant = 16

// The limits of the text scale.
const (
	MinScale float32 = 0.8
	MaxScale float32 = 2.0
)

// Theme is the program's look over Fyne's default theme.
type Theme struct {
	base    fyne.Theme
	variant Variant
	scale   float32
}

var _ fyne.Theme = (*Theme)(nil)

// New makes a theme for a variant and a text scale; the scale is kept between 0.8 and 2.
func New(variant Variant, scale float32) *Theme {
	return &Theme{base: theme.DefaultTheme(), variant: variant, scale: min(max(scale, MinScale), MaxScale)}
}

// Scale is the text scale in use.
func (t *Theme) Scale() float32 { return t.scale }

// shades are colours derived from ink, primary, muted or black by transparency.
var shades = map[fyne.ThemeColorName]struct {
	of    fyne.ThemeColorName
	alpha uint8
}{
	theme.ColorNameHover:     {ColorInk, 14},
	theme.ColorNamePressed:   {ColorInk, 28},
	theme.ColorNameFocus:     {ColorPrimary, 64},
	theme.ColorNameScrollBar: {ColorMuted, 160},
}

// mapped says which of our colours stands for a name of Fyne's.
var mapped = map[fyne.ThemeColorName]fyne.ThemeColorName{
	theme.ColorNameBackground:          ColorCanvas,
	theme.ColorNameForeground:          ColorInk,
	theme.ColorNamePlaceHolder:         ColorMuted,
	theme.ColorNameDisabled:            ColorMuted,
	theme.ColorNamePrimary:             ColorPrimary,
	theme.ColorNameHyperlink:           ColorPrimary,
	theme.ColorNameForegroundOnPrimary: ColorOnPrimary,
	theme.ColorNameForegroundOnError:   ColorSurface,
	theme.ColorNameForegroundOnSuccess: ColorSurface,
	theme.ColorNameForegroundOnWarning: ColorSurface,
	theme.ColorNameButton:              ColorColumn,
	theme.ColorNameDisabledButton:      ColorColumn,
	theme.ColorNameHeaderBackground:    ColorSurface,
	theme.ColorNameInputBackground:     ColorSurface,
	theme.ColorNameOverlayBackground:   ColorSurface,
	theme.ColorNameMenuBackground:      ColorSurface,
	theme.ColorNameInputBorder:         ColorField,
	theme.ColorNameSeparator:           ColorLine,
	theme.ColorNameSelection:           ColorPrimarySoft,
	theme.ColorNameError:               ColorBad,
	theme.ColorNameWarning:             ColorWarn,
	theme.ColorNameSuccess:             ColorGood,
}

// Color answers for our own names and for Fyne's.
func (t *Theme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	v = t.chosen(v)
	if name == theme.ColorNameMenuBackground && v != theme.VariantLight {
		// A menu has no border, and in the dark its shadow doesn't set it off from a card.
		name = map[fyne.ThemeVariant]fyne.ThemeColorName{theme.VariantDark: ColorLine, variantHigh: ColorColumn}[v]
	}
	if ours, ok := mapped[name]; ok {
		name = ours
	}
	if tone, ok := tones[name]; ok {
		return tone.value(v)
	}
	if shade, ok := shades[name]; ok {
		c := tones[shade.of].value(v)
		c.A = shade.alpha
		return c
	}
	if name == theme.ColorNameShadow {
		// The same name colours a pop-up's shadow, the veil behind a dialog and the fade at a scroll's edge, so it must stay
		// faint; in the dark less would not be seen.
		if v == theme.VariantLight {
			return color.NRGBA{A: 24}
		}
		return color.NRGBA{A: 90}
	}
	if v == variantHigh {
		v = theme.VariantDark
	}
	return t.base.Color(name, v)
}

// chosen gives the variant in use when the system asks for v.
func (t *Theme) chosen(v fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.variant {
	case Light:
		return theme.VariantLight
	case Dark:
		return theme.VariantDark
	case High:
		return variantHigh
	default:
		return v
	}
}

// Size answers for our own names and for Fyne's; sizes of text grow with the scale, paddings and radii don't.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := textSizes[name]; ok {
		return s * t.scale
	}
	if s, ok := plainSizes[name]; ok {
		return s
	}
	return t.base.Size(name)
}

// Font is Fyne's own Noto Sans.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource { return t.base.Font(style) }

// Icon is Fyne's own icon.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base.Icon(name) }

// Color is the colour of a name in the theme and variant in use.
func Color(name fyne.ThemeColorName) color.Color { return theme.Color(name) }

// Size is the size of a name in the theme in use.
func Size(name fyne.ThemeSizeName) float32 { return theme.Size(name) }

// TextScale is the text scale in use, 1 being ordinary.
func TextScale() float32 { return theme.Size(SizeText) / textSizes[SizeText] }
