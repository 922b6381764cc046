package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// Para is text that wraps, with bold, muted and coloured parts in it and no padding around it.
type Para struct {
	widget.BaseWidget
	// TextSize is SizeText when empty.
	TextSize fyne.ThemeSizeName
	// Align of the lines.
	Align fyne.TextAlign
	// MaxLines cuts the text with … after so many lines; 0 shows all.
	MaxLines int
	// Ground is the colour behind, which hollow signs are filled with; surface when empty.
	Ground fyne.ThemeColorName

	spans []Span
	memo  paraMemo
}

// paraMemo keeps the last wrapping, which is asked for several times at every layout.
type paraMemo struct {
	width, scale   float32
	lines          []line
	valid          bool
	least, natural float32 // not known yet when 0
}

// NewPara makes a paragraph in ordinary text size.
func NewPara(spans ...Span) *Para { return newPara(look.SizeText, spans) }

// NewSmall makes a paragraph in small text.
func NewSmall(spans ...Span) *Para { return newPara(look.SizeSmall, spans) }

// NewBody makes a paragraph in the size of lists.
func NewBody(spans ...Span) *Para { return newPara(look.SizeBody, spans) }

// Note is small muted text.
func Note(text string) *Para { return NewSmall(Muted(text)) }

// PageTitle is the heading of a page.
func PageTitle(text string) *Para { return newPara(look.SizePageHeading, []Span{Bold(text)}) }

// CardTitle is the heading of a card or of a part of a page.
func CardTitle(text string) *Para { return newPara(look.SizeCardHeading, []Span{Bold(text)}) }

// Figure is a figure to be seen from afar.
func Figure(text string) *Para { return newPara(look.SizeFigure, []Span{Bold(text)}) }

func newPara(size fyne.ThemeSizeName, spans []Span) *Para {
	p := &Para{TextSize: size, spans: spans}
	p.ExtendBaseWidget(p)
	return p
}

// Set changes what the paragraph says.
func (p *Para) Set(spans ...Span) {
	p.spans = spans
	p.memo = paraMemo{}
	p.Refresh()
}

// SetText keeps the style of the first span and changes its words.
func (p *Para) SetText(text string) {
	var first Span
	if len(p.spans) > 0 {
		first = p.spans[0]
	}
	first.Text = text
	p.Set(first)
}

// Text is what the paragraph says, without style.
func (p *Para) Text() string {
	var b strings.Builder
	for _, s := range p.spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// UINode tells those who walk the window what this is.
func (p *Para) UINode() (kind, id, text string) { return "text", "", p.Text() }

// Parts are the children: none that can be acted on.
func (p *Para) Parts() []fyne.CanvasObject { return nil }

// AccessibilityLabel is the text.
func (p *Para) AccessibilityLabel() string { return p.Text() }

// AccessibilityRole is text.
func (p *Para) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// wrapped are the lines at a width.
func (p *Para) wrapped(width float32) []line {
	scale := look.TextScale()
	p.forget(scale)
	if p.memo.valid && p.memo.width == width {
		return p.memo.lines
	}
	lines := wrapPieces(pieces(p.spans, p.textSize()), width)
	if p.MaxLines > 0 && len(lines) > p.MaxLines {
		lines = lines[:p.MaxLines]
		lines[p.MaxLines-1].endWith("…", width)
	}
	p.memo.width, p.memo.lines, p.memo.valid = width, lines, true
	return lines
}

// forget drops the memo when the text scale has changed.
func (p *Para) forget(scale float32) {
	if p.memo.scale != scale {
		p.memo = paraMemo{scale: scale}
	}
}

// HeightFor is the height of the wrapped text; an empty text keeps one line's height.
func (p *Para) HeightFor(width float32) float32 {
	var h float32
	for _, l := range p.wrapped(width) {
		h += l.height
	}
	if h == 0 {
		return lineHeightOf(p.textSize(), false)
	}
	return h
}

// NaturalWidth is the width of the text in one line.
func (p *Para) NaturalWidth() float32 {
	p.forget(look.TextScale())
	if p.memo.natural == 0 {
		for _, l := range wrapPieces(pieces(p.spans, p.textSize()), 1e6) {
			p.memo.natural = max(p.memo.natural, up(l.width))
		}
	}
	return p.memo.natural
}

// CreateRenderer links the widget to its drawing.
func (p *Para) CreateRenderer() fyne.WidgetRenderer {
	var objects []fyne.CanvasObject
	layout := func(size fyne.Size) {
		objects = objects[:0:0]
		var y float32
		for _, l := range p.wrapped(size.Width) {
			x := p.lineStart(l, size.Width)
			for _, r := range l.runs {
				objects = append(objects, p.drawRun(r, x, y, l)...)
			}
			y += l.height
		}
	}
	layout(p.Size())
	return &drawn{
		widget:  p,
		objects: func() []fyne.CanvasObject { return objects },
		layout:  layout,
		least: func() fyne.Size {
			return fyne.NewSize(p.leastWidth(), p.HeightFor(lastWidth(p.Size().Width, guessedWidth)))
		},
	}
}

func (p *Para) textSize() fyne.ThemeSizeName {
	if p.TextSize == "" {
		return look.SizeText
	}
	return p.TextSize
}

// leastWidth is the width in which no word breaks, but never more than that of a long word.
func (p *Para) leastWidth() float32 {
	p.forget(look.TextScale())
	if p.memo.least == 0 {
		p.memo.least = min(longestWord(p.spans, p.textSize()), up(scaled(widestWord)))
	}
	return p.memo.least
}

func (p *Para) lineStart(l line, width float32) float32 {
	switch p.Align {
	case fyne.TextAlignCenter:
		return whole((width - l.width) / 2)
	case fyne.TextAlignTrailing:
		return whole(width - l.width)
	default:
		return 0
	}
}

// drawRun makes the objects of one run, at its line's start x and top y.
func (p *Para) drawRun(r run, x, y float32, l line) []fyne.CanvasObject {
	if r.sign != NoSign {
		s := newShape(r.sign)
		ground := p.Ground
		if ground == "" {
			ground = look.ColorSurface
		}
		s.paint(look.Color(r.style.ink), look.Color(ground))
		side := signSide(r.style.size)
		// A sign stands on the baseline like a capital letter.
		s.place(x+r.x, y+l.baseline-side, side)
		return s.objects
	}
	t := canvas.NewText(r.text, nil)
	t.TextStyle = r.style.text()
	paintText(t, r.style.ink, r.style.size)
	t.Move(fyne.NewPos(whole(x+r.x), whole(y+l.baseline-baselineOf(r.style.size, t.TextStyle))))
	// A taller object would centre its text and lift it off the line.
	t.Resize(t.MinSize())
	return []fyne.CanvasObject{t}
}
