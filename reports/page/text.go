package page

// Align says where the lines of a text stand in their box.
type Align int

// AlignStart is where reading begins: left, or right for right-to-left text.
const (
	AlignStart Align = iota
	AlignLeft
	AlignCenter
	AlignRight
)

// Valign says where a text stands in the height of its box.
type Valign int

// The heights a text can stand at.
const (
	ValignTop Valign = iota
	ValignMiddle
	ValignBottom
)

// Style is how a text is set. The zero Style is 10-point regular Ink, as many
// lines as the box takes.
type Style struct {
	Size         float64 // points; 0 is 10
	Bold, Italic bool
	Color        Color // None is Ink
	Align        Align
	Valign       Valign
	LineHeight   float64 // times Size; 0 is 1.36, which suits Noto Sans
	MaxLines     int     // 0 is as many as the box takes
}

const (
	defaultSize       = 10
	defaultLineHeight = 1.36
)

func (s Style) withDefaults() Style {
	if s.Size <= 0 {
		s.Size = defaultSize
	}
	if s.LineHeight <= 0 {
		s.LineHeight = defaultLineHeight
	}
	if s.Color == None {
		s.Color = Ink
	}
	return s
}

// lineHeight is in millimetres.
func (s Style) lineHeight() float64 { return s.Size * s.LineHeight * perPoint }

// unit is one em unit in millimetres.
func (s Style) unit() float64 { return s.Size * perPoint / em }

// TextResult says what became of a text: the height and width it takes in
// millimetres, its lines, and whether it had to be cut, ending in "…".
type TextResult struct {
	Height, Width float64
	Lines         int
	Truncated     bool
}

// Text sets a text in a box, broken into lines, and says what it took. What
// does not fit the box's height or the style's lines is cut and ends in "…";
// a box of no height takes any number of lines. At least one line is printed.
func (d *Document) Text(box Rect, text string, s Style) (result TextResult) {
	defer d.guard()
	if d.err != nil {
		return TextResult{}
	}
	d.begin()
	s = s.withDefaults()
	lines, truncated := d.setter.set(text, box.W/s.unit(), s, linesIn(box.H, s))
	result = measured(lines, truncated, s)
	top := box.Y
	switch s.Valign {
	case ValignMiddle:
		top += (box.H - result.Height) / 2
	case ValignBottom:
		top += box.H - result.Height
	}
	if box.H <= 0 {
		top = box.Y
	}
	for i, line := range lines {
		y := top + float64(i)*s.lineHeight() + d.setter.baseline(s)
		d.drawLine(line, startOf(line, box.X, box.W, s), y, s)
	}
	return result
}

// Measure tells what Text would take in a box of this width and any height,
// and prints nothing. Without a width nothing is broken but at line ends.
func (d *Document) Measure(width float64, text string, s Style) (result TextResult) {
	defer d.guard()
	if d.err != nil {
		return TextResult{}
	}
	s = s.withDefaults()
	units := width / s.unit()
	if width <= 0 {
		units = widest
	}
	lines, truncated := d.setter.set(text, units, s, s.MaxLines)
	return measured(lines, truncated, s)
}

// TextLine sets a text on one line, never broken or cut, with its baseline at
// y. It begins at x, ends there or is centred on it, as the style's Align says.
func (d *Document) TextLine(x, y float64, text string, s Style) (result TextResult) {
	defer d.guard()
	if d.err != nil {
		return TextResult{}
	}
	d.begin()
	s = s.withDefaults()
	lines, _ := d.setter.set(oneLine(text), widest, s, 1)
	for _, line := range lines {
		d.drawLine(line, startOf(line, x, 0, s), y, s)
	}
	return measured(lines, false, s)
}

// widest is a width no line reaches, in em units; the wrapper takes no larger.
const widest = 1 << 24

// Baseline is how far below the top of its first line a text's baseline
// stands, for placing things beside a Text.
func (d *Document) Baseline(s Style) float64 {
	if d.err != nil {
		return 0
	}
	return d.setter.baseline(s.withDefaults())
}

// baseline centres the letters of the base font in the line's height.
func (t *setter) baseline(s Style) float64 {
	ascent, descent := 1.07, 0.29 // Noto Sans
	if face := t.faces.base(s); face != nil {
		if extents, ok := face.FontHExtents(); ok {
			upem := float64(face.Upem())
			ascent, descent = float64(extents.Ascender)/upem, -float64(extents.Descender)/upem
		}
	}
	return (s.LineHeight + ascent - descent) / 2 * s.Size * perPoint
}

// linesIn is how many lines a box of height h takes: 0 for no limit.
func linesIn(h float64, s Style) int {
	if h <= 0 {
		return s.MaxLines
	}
	n := max(1, int(h/s.lineHeight()+1e-6))
	if s.MaxLines > 0 {
		n = min(n, s.MaxLines)
	}
	return n
}

func measured(lines []setLine, truncated bool, s Style) TextResult {
	result := TextResult{
		Height: float64(len(lines)) * s.lineHeight(),
		Lines:  len(lines), Truncated: truncated,
	}
	for _, line := range lines {
		result.Width = max(result.Width, line.width*s.unit())
	}
	return result
}

// startOf is the x a line begins at, in a box from x of width w.
func startOf(line setLine, x, w float64, s Style) float64 {
	free := w - line.width*s.unit()
	switch {
	case s.Align == AlignCenter:
		return x + free/2
	case s.Align == AlignRight, s.Align == AlignStart && line.rtl && w > 0:
		return x + free
	}
	return x
}

// Fit is the style with the largest size, in steps of half a point from its
// own down to least, at which the whole text stands in the box. When none
// does, it is the least, and Text will cut.
func (d *Document) Fit(box Rect, text string, s Style, least float64) Style {
	s = s.withDefaults()
	for s.Size > least {
		result := d.Measure(box.W, text, s)
		if !result.Truncated && result.Height <= box.H+1e-6 {
			return s
		}
		s.Size = max(least, s.Size-0.5)
	}
	return s
}
