package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The names of the program's own colours. A screen names a colour, it never holds one: the theme answers with the value
// for the look in use at the moment of drawing.
const (
	// ColorInk is the colour of text.
	ColorInk fyne.ThemeColorName = "cop-ink"
	// ColorMuted is the colour of second text: labels, notes, dates.
	ColorMuted fyne.ThemeColorName = "cop-muted"
	// ColorCanvas is the window behind everything.
	ColorCanvas fyne.ThemeColorName = "cop-canvas"
	// ColorSurface is a card's paper.
	ColorSurface fyne.ThemeColorName = "cop-surface"
	// ColorColumn is a board column, a plain chip and a quiet button.
	ColorColumn fyne.ThemeColorName = "cop-column"
	// ColorLine is the colour of quiet rules.
	ColorLine fyne.ThemeColorName = "cop-line"
	// ColorField is the border of what can be typed into.
	ColorField fyne.ThemeColorName = "cop-field"
	// ColorPrimary marks the one main action and selection.
	ColorPrimary fyne.ThemeColorName = "cop-primary"
	// ColorPrimarySoft is the ground of what is selected.
	ColorPrimarySoft fyne.ThemeColorName = "cop-primary-soft"
	// ColorOnPrimary is text on primary.
	ColorOnPrimary fyne.ThemeColorName = "cop-on-primary"
	// ColorGood, with a dot and a word.
	ColorGood fyne.ThemeColorName = "cop-good"
	// ColorWarn, with a triangle and a word.
	ColorWarn fyne.ThemeColorName = "cop-warn"
	// ColorBad, with a square and a word.
	ColorBad fyne.ThemeColorName = "cop-bad"
	// ColorGoodSoft is the ground under good.
	ColorGoodSoft fyne.ThemeColorName = "cop-good-soft"
	// ColorWarnSoft is the ground under warn.
	ColorWarnSoft fyne.ThemeColorName = "cop-warn-soft"
	// ColorBadSoft is the ground under bad.
	ColorBadSoft fyne.ThemeColorName = "cop-bad-soft"
	// ColorLevel1 to ColorLevel5 are the dots of people in their ring, core outward.
	ColorLevel1 fyne.ThemeColorName = "cop-level-1"
	// ColorLevel2 is the active ring's.
	ColorLevel2 fyne.ThemeColorName = "cop-level-2"
	// ColorLevel3 is the occasional ring's.
	ColorLevel3 fyne.ThemeColorName = "cop-level-3"
	// ColorLevel4 is the peripheral ring's.
	ColorLevel4 fyne.ThemeColorName = "cop-level-4"
	// ColorLevel5 is that of contacts outside.
	ColorLevel5 fyne.ThemeColorName = "cop-level-5"
	// ColorAnswer1 to ColorAnswer5 are the segments of an answer bar, low to high.
	ColorAnswer1 fyne.ThemeColorName = "cop-answer-1"
	// ColorAnswer2 is the second lowest answer's.
	ColorAnswer2 fyne.ThemeColorName = "cop-answer-2"
	// ColorAnswer3 is the middle answer's.
	ColorAnswer3 fyne.ThemeColorName = "cop-answer-3"
	// ColorAnswer4 is the second highest answer's.
	ColorAnswer4 fyne.ThemeColorName = "cop-answer-4"
	// ColorAnswer5 is the highest answer's.
	ColorAnswer5 fyne.ThemeColorName = "cop-answer-5"
)

// Levels are the five level colours, core outward.
var Levels = [5]fyne.ThemeColorName{ColorLevel1, ColorLevel2, ColorLevel3, ColorLevel4, ColorLevel5}

// Answers are the five answer colours, low to high.
var Answers = [5]fyne.ThemeColorName{ColorAnswer1, ColorAnswer2, ColorAnswer3, ColorAnswer4, ColorAnswer5}

// The names of the sizes of text; all grow with the reader's text scale.
const (
	// SizeText is ordinary text, 14.
	SizeText = theme.SizeNameText
	// SizeBody is text in lists and on buttons, 13.
	SizeBody fyne.ThemeSizeName = "cop-body"
	// SizeSmall is second text, 12.
	SizeSmall = theme.SizeNameCaptionText
	// SizeCount is a count inside a bar, 10.
	SizeCount fyne.ThemeSizeName = "cop-count"
	// SizeCardHeading is a card's heading, 15 bold.
	SizeCardHeading = theme.SizeNameSubHeadingText
	// SizeName is a person's or event's name at the head of its card, 17 bold.
	SizeName fyne.ThemeSizeName = "cop-name"
	// SizeStep is the title of the first of the next steps, 20 bold.
	SizeStep fyne.ThemeSizeName = "cop-step"
	// SizeFigure is a figure to be seen from afar, 22 bold.
	SizeFigure fyne.ThemeSizeName = "cop-figure"
	// SizeCountdown is the clock of a meeting, read from across the room, 72 bold.
	SizeCountdown fyne.ThemeSizeName = "cop-countdown"
	// SizePageHeading is a page's heading, 22 bold.
	SizePageHeading = theme.SizeNameHeadingText
)

// Measures of the look, in points; they don't grow with the text.
const (
	// RadiusField is the corner of fields and buttons.
	RadiusField float32 = 8
	// RadiusCard is the corner of cards.
	RadiusCard float32 = 12
	// RadiusRound makes a chip of any height round at its ends.
	RadiusRound float32 = 99
	// GapInRow stands between the things in one row.
	GapInRow float32 = 8
	// GapCards stands between cards.
	GapCards float32 = 14
	// CardPadding stands between a card's edge and what it holds.
	CardPadding float32 = 16
	// Edge stands between a page and its window.
	Edge float32 = 24
)

// tone is one colour as the three palettes give it.
type tone struct{ light, dark, high uint32 }

// tones holds every own colour. The level and answer colours of people's dots and bars are chosen so that each reaches 3 : 1
// against the surface or wears a ring; the test beside this file computes it.
var tones = map[fyne.ThemeColorName]tone{
	ColorInk:         {0x1D2733, 0xE8EDF3, 0xFFFFFF},
	ColorMuted:       {0x566478, 0x9AA7B6, 0xD6D6D6},
	ColorCanvas:      {0xF4F6F9, 0x12181F, 0x000000},
	ColorSurface:     {0xFFFFFF, 0x1B232D, 0x000000},
	ColorColumn:      {0xE9EDF2, 0x161D25, 0x1C1C1C},
	ColorLine:        {0xE2E7EE, 0x2C3743, 0x9A9A9A},
	ColorField:       {0x566478, 0x9AA7B6, 0xFFFFFF},
	ColorPrimary:     {0x1F6F78, 0x5FB4BD, 0xFFD84A},
	ColorPrimarySoft: {0xE3F0F1, 0x1D3A3E, 0x2E2A00},
	ColorOnPrimary:   {0xFFFFFF, 0x12181F, 0x000000},
	ColorGood:        {0x2C7A4B, 0x63C08A, 0x7CF29A},
	ColorWarn:        {0x8A5F00, 0xE6B450, 0xFFC24D},
	ColorBad:         {0xB83A2E, 0xE57F73, 0xFF9C8F},
	ColorGoodSoft:    {0xE1F3E7, 0x1C3326, 0x06280F},
	ColorWarnSoft:    {0xFFF4D6, 0x3A3018, 0x2B1D00},
	ColorBadSoft:     {0xFBE6E3, 0x3C2220, 0x330B06},
	ColorLevel1:      {0x0F4C53, 0xBFE3E6, 0xFFFFFF},
	ColorLevel2:      {0x1F6F78, 0x8FCBD1, 0xFFE98A},
	ColorLevel3:      {0x3F8790, 0x5FB4BD, 0xFFD84A},
	ColorLevel4:      {0x5C8D94, 0x4E98A1, 0xD9B53A},
	ColorLevel5:      {0x6F9499, 0x458790, 0xB39A55},
	ColorAnswer1:     {0x9C2F24, 0xE57F73, 0xFF9C8F},
	ColorAnswer2:     {0xE0A096, 0x8F4A42, 0x7A2E24},
	ColorAnswer3:     {0xD9DEE6, 0x3A4654, 0x5A5A5A},
	ColorAnswer4:     {0x93C9A7, 0x3F7F5A, 0x63B57E},
	ColorAnswer5:     {0x23633D, 0x63C08A, 0x7CF29A},
}

// Paper is the colour of a printed page, on screen as on the desk, in the dark too.
var Paper color.Color = color.White

// InkOnPaper is the colour of what is written there.
var InkOnPaper color.Color = color.NRGBA{R: 0x1D, G: 0x27, B: 0x33, A: 0xFF}

// value gives the tone's colour in a variant.
func (t tone) value(v fyne.ThemeVariant) color.NRGBA {
	rgb := t.light
	switch v {
	case theme.VariantDark:
		rgb = t.dark
	case variantHigh:
		rgb = t.high
	}
	return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 0xFF}
}

// textSizes are the sizes of text at scale 1, in points.
var textSizes = map[fyne.ThemeSizeName]float32{
	SizeText:                 14,
	SizeBody:                 13,
	SizeSmall:                12,
	SizeCount:                10,
	SizeCardHeading:          15,
	SizeName:                 17,
	SizeStep:                 20,
	SizeFigure:               22,
	SizeCountdown:            72,
	SizePageHeading:          22,
	theme.SizeNameInlineIcon: 18,
}

// plainSizes are the sizes that stay the same at every text scale.
var plainSizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNamePadding:            4,
	theme.SizeNameInnerPadding:       8,
	theme.SizeNameInputRadius:        RadiusField,
	theme.SizeNameButtonRadius:       RadiusField,
	theme.SizeNameSelectionRadius:    RadiusField,
	theme.SizeNameMenuRadius:         RadiusField,
	theme.SizeNamePopupRadius:        RadiusCard,
	theme.SizeNameCardRadius:         RadiusCard,
	theme.SizeNameDialogRadius:       RadiusCard,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameSeparatorThickness: 1,
	theme.SizeNameScrollBar:          10,
	theme.SizeNameScrollBarSmall:     3,
	// No blur behind a dialog: it makes old and virtual graphics slow.
	theme.SizeNameModalBlurRadius: 0,
}
