package sheet

import (
	"cmp"

	"github.com/xuri/excelize/v2"
)

// The light tokens of the look that workbooks use.
const (
	Ink       = "1D2733"
	Muted     = "566478"
	Line      = "E2E7EE"
	Field     = "566478"
	Column    = "E9EDF2"
	Surface   = "FFFFFF"
	OnPrimary = "FFFFFF"
	Good      = "2C7A4B"
	Warn      = "8A5F00"
	Bad       = "B83A2E"
	GoodSoft  = "E1F3E7"
	WarnSoft  = "FFF4D6"
	BadSoft   = "FBE6E3"
)

// Primary is the community's own colour, which a workbook is set up with.
const (
	Primary = "primary"
	teal    = "1F6F78" // until another is chosen
)

// color is a colour as the file writes it.
func (b *Book) color(token string) string {
	if token != Primary {
		return token
	}
	return cmp.Or(b.setup.Primary, teal)
}

// Format is how a cell's value is shown.
type Format int

// The formats. Free text is kept as text even when it is edited later, so that
// it never becomes a formula.
const (
	General Format = iota
	FreeText
	Whole
	OneDecimal
	Percent
	Day
)

// Border says which lines a cell has.
type Border int

// The borders: none, a quiet line below, a quiet frame, and the frame of a
// cell that can be typed into.
const (
	NoBorder Border = iota
	LineBelow
	Frame
	InputFrame
)

// Style is the look of a cell. The zero Style is 11-point regular Ink.
type Style struct {
	Size         float64
	Bold, Italic bool
	Color, Fill  string
	Align        string // "left", "center", "right"; empty is by the value's kind
	Middle       bool   // centred in the row's height; else at its top
	Wrap         bool
	Indent       int
	Format       Format
	Border       Border
	Unlocked     bool // may be changed on a protected sheet
}

// family is set in every style: one without loses the font's name, and some
// readers then show another.
const (
	family      = "Calibri"
	defaultSize = 11
)

var numberFormats = map[Format]string{
	General: "General", FreeText: "@", Whole: "0", OneDecimal: "0.0", Percent: "0\"\u00a0\"%", Day: "d mmm yyyy",
}

// style is the number of a look in the workbook.
func (b *Book) style(s Style) int {
	if id, known := b.styles[s]; known || b.err != nil {
		return id
	}
	id, err := b.file.NewStyle(b.spelled(s))
	b.keep(err)
	b.styles[s] = id
	return id
}

func (b *Book) spelled(s Style) *excelize.Style {
	if s.Size == 0 {
		s.Size = defaultSize
	}
	if s.Color == "" {
		s.Color = Ink
	}
	format := numberFormats[s.Format]
	out := &excelize.Style{
		Font:         &excelize.Font{Family: family, Size: s.Size, Bold: s.Bold, Italic: s.Italic, Color: b.color(s.Color)},
		Alignment:    &excelize.Alignment{Horizontal: s.Align, Vertical: "top", WrapText: s.Wrap, Indent: s.Indent},
		Protection:   &excelize.Protection{Locked: !s.Unlocked},
		Border:       borders(s.Border),
		CustomNumFmt: &format,
	}
	if s.Format == FreeText || s.Format == General {
		// The built-in formats, which every reader knows by number.
		out.CustomNumFmt = nil
		if s.Format == FreeText {
			out.NumFmt = 49
		}
	}
	if s.Middle {
		out.Alignment.Vertical = "center"
	}
	if s.Fill != "" {
		out.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{b.color(s.Fill)}}
	}
	return out
}

func borders(b Border) []excelize.Border {
	const thin = 1
	switch b {
	case LineBelow:
		return []excelize.Border{{Type: "bottom", Color: Line, Style: thin}}
	case Frame, InputFrame:
		color := Line
		if b == InputFrame {
			color = Field
		}
		var out []excelize.Border
		for _, side := range []string{"left", "right", "top", "bottom"} {
			out = append(out, excelize.Border{Type: side, Color: color, Style: thin})
		}
		return out
	}
	return nil
}
