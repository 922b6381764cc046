package kit

import (
	"cmp"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"copleader/ui/look"
)

// Span is a stretch of text in one style; a sign may stand before it.
type Span struct {
	Text   string
	Bold   bool
	Italic bool
	// Color is ink when empty.
	Color fyne.ThemeColorName
	// Size is the paragraph's own when empty.
	Size fyne.ThemeSizeName
	// Sign is drawn before the text, in its colour.
	Sign Sign
}

// Plain is ordinary text.
func Plain(text string) Span { return Span{Text: text} }

// Bold is bold text.
func Bold(text string) Span { return Span{Text: text, Bold: true} }

// Muted is second text.
func Muted(text string) Span { return Span{Text: text, Color: look.ColorMuted} }

// Warned is a warning inside a text: the triangle and the words in the colour of warning.
func Warned(text string) Span { return Span{Text: text, Color: look.ColorWarn, Sign: Triangle} }

// style is what makes two pieces of text one run.
type style struct {
	bold, italic bool
	ink          fyne.ThemeColorName
	size         fyne.ThemeSizeName
}

func (s style) text() fyne.TextStyle { return fyne.TextStyle{Bold: s.bold, Italic: s.italic} }

func (s style) width(text string) float32 { return textSize(text, s.size, s.text()).Width }

// piece is what is never broken by choice: a word, one character of a script without spaces, or a sign.
type piece struct {
	text   string
	style  style
	sign   Sign
	spaced bool // a space stands before it
	breaks bool // a line may end before it
	newRow bool // a line must end before it
}

func (p piece) width() float32 {
	if p.sign != NoSign {
		return signSide(p.style.size) + signGap
	}
	return p.style.width(p.text)
}

// signGap stands between a sign and its word, in points.
const signGap float32 = 4

// pieces breaks spans into pieces; ownSize is the size of spans that name none.
func pieces(spans []Span, ownSize fyne.ThemeSizeName) []piece {
	var b breaking
	for _, span := range spans {
		b.style = style{bold: span.Bold, italic: span.Italic, ink: cmp.Or(span.Color, look.ColorInk), size: cmp.Or(span.Size, ownSize)}
		if span.Sign != NoSign {
			b.spaced = b.spaced || strings.HasPrefix(span.Text, " ")
			b.put(piece{sign: span.Sign, breaks: b.spaced})
			span.Text = strings.TrimLeft(span.Text, " ")
		}
		b.text([]rune(span.Text))
	}
	return b.out
}

// breaking is how far spans are broken into pieces.
type breaking struct {
	out   []piece
	word  []rune // begun
	style style  // of the span
	// What lies between the piece put last and the next: a space, a line's end, the hyphen of one word.
	spaced, newRow, hyphened bool
}

// put puts a piece behind what is there.
func (b *breaking) put(p piece) {
	p.style, p.spaced, p.newRow = b.style, b.spaced, b.newRow
	b.out = append(b.out, p)
	b.spaced, b.newRow, b.hyphened = false, false, false
}

// flush puts the word that was begun.
func (b *breaking) flush() {
	if len(b.word) > 0 {
		b.put(piece{text: string(b.word), breaks: b.spaced || b.hyphened})
		b.word = nil
	}
}

// text breaks the text of a span.
func (b *breaking) text(text []rune) {
	for i, r := range text {
		switch {
		case r == '-' && i > 0 && i+1 < len(text) && unicode.IsLetter(text[i-1]) && unicode.IsLetter(text[i+1]):
			b.word = append(b.word, r)
			b.flush()
			b.hyphened = true
		case r == '\n':
			b.flush()
			b.newRow = true
		case r == ' ' || r == '\t' || r == '\r':
			b.flush()
			b.spaced = true
		case spaceless(r):
			b.flush()
			b.put(piece{text: string(r), breaks: true})
		default:
			b.word = append(b.word, r)
		}
	}
	b.flush()
}

// spaceless tells the scripts that are written without spaces and may be broken between any two characters.
func spaceless(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// run is a stretch of one style in a line.
type run struct {
	text  string
	style style
	sign  Sign
	x     float32
	width float32
}

// line is one line of a wrapped paragraph.
type line struct {
	runs     []run
	width    float32
	height   float32
	baseline float32
}

// wrapper breaks pieces into lines of a width.
type wrapper struct {
	width float32
	lines []line
	row   []piece
	used  float32
}

// wrapPieces breaks pieces into lines no wider than width, as far as words allow; a word wider than the line is cut.
func wrapPieces(all []piece, width float32) []line {
	w := &wrapper{width: width}
	for i := 0; i < len(all); {
		// What may not be broken apart travels together.
		j := i + 1
		for j < len(all) && !all[j].breaks && !all[j].newRow {
			j++
		}
		w.add(all[i:j])
		i = j
	}
	w.end()
	return w.lines
}

func (w *wrapper) add(group []piece) {
	if group[0].newRow {
		w.end()
	}
	need := float32(0)
	for _, p := range group {
		need += p.width()
	}
	if group[0].spaced && len(w.row) > 0 {
		need += group[0].style.width(" ")
	}
	if len(w.row) > 0 && w.used+need > w.width+0.5 {
		w.end()
	}
	if len(w.row) == 0 && need > w.width+0.5 && w.width > 0 {
		w.cut(group)
		return
	}
	w.row = append(w.row, group...)
	w.used += need
}

// cut spreads a group that is wider than a line over several.
func (w *wrapper) cut(group []piece) {
	for _, p := range group {
		if p.sign != NoSign {
			w.row = append(w.row, p)
			w.used += p.width()
			continue
		}
		rest := []rune(p.text)
		for len(rest) > 0 {
			n := fitting(rest, p.style, w.width-w.used)
			if n == 0 && len(w.row) > 0 {
				w.end()
				continue
			}
			n = max(1, n)
			part := p
			part.text = string(rest[:n])
			w.row = append(w.row, part)
			w.used += part.width()
			rest = rest[n:]
			if len(rest) > 0 {
				w.end()
			}
		}
	}
}

// fitting is how many of the characters fit a width.
func fitting(text []rune, st style, width float32) int {
	low, high := 0, len(text)
	for low < high {
		mid := (low + high + 1) / 2
		if st.width(string(text[:mid])) <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return low
}

// end closes the line being filled: neighbours of one style become one run, so that scripts join and kern as they should.
func (w *wrapper) end() {
	if len(w.row) == 0 {
		return
	}
	var l line
	for i, p := range w.row {
		space := ""
		if p.spaced && i > 0 {
			space = " "
		}
		last := len(l.runs) - 1
		if last >= 0 && p.sign == NoSign && l.runs[last].sign == NoSign && l.runs[last].style == p.style {
			l.runs[last].text += space + p.text
			continue
		}
		if space != "" && last >= 0 && l.runs[last].sign == NoSign {
			l.runs[last].text += space
		}
		l.runs = append(l.runs, run{text: p.text, style: p.style, sign: p.sign})
	}
	l.measure()
	w.lines = append(w.lines, l)
	w.row, w.used = nil, 0
}

// measure places the runs and finds the line's height and baseline.
func (l *line) measure() {
	var x, below float32
	for i := range l.runs {
		r := &l.runs[i]
		r.x = x
		if r.sign != NoSign {
			r.width = signSide(r.style.size) + signGap
		} else {
			r.width = r.style.width(r.text)
		}
		x += r.width
		base := baselineOf(r.style.size, r.style.text())
		l.baseline = max(l.baseline, base)
		below = max(below, textSize("Mg", r.style.size, r.style.text()).Height-base)
	}
	l.width = x
	l.height = up(l.baseline + below)
}

// endWith shortens a line so that … fits behind it.
func (l *line) endWith(ellipsis string, width float32) {
	for len(l.runs) > 0 {
		last := &l.runs[len(l.runs)-1]
		if last.sign == NoSign {
			room := width - last.x
			if last.style.width(last.text+ellipsis) <= room {
				last.text = strings.TrimRight(last.text, " ") + ellipsis
				break
			}
			runes := []rune(last.text)
			if n := fitting(runes, last.style, room-last.style.width(ellipsis)); n > 0 {
				last.text = strings.TrimRight(string(runes[:n]), " ") + ellipsis
				break
			}
		}
		if len(l.runs) == 1 {
			last.text = ellipsis
			break
		}
		l.runs = l.runs[:len(l.runs)-1]
	}
	l.measure()
}

// longestWord is the width of the longest word of a text, up to which nothing breaks inside one.
func longestWord(spans []Span, ownSize fyne.ThemeSizeName) float32 {
	longest, _ := extent(spans, ownSize)
	return longest
}

// extent is the width of the longest word of a text, and that of its longest line where none is broken.
func extent(spans []Span, ownSize fyne.ThemeSizeName) (word, line float32) {
	var inWord, inLine float32
	for _, p := range pieces(spans, ownSize) {
		if p.breaks || p.newRow {
			inWord = 0
		}
		switch {
		case p.newRow:
			inLine = 0
		case p.spaced && inLine > 0:
			inLine += p.style.width(" ")
		}
		inWord += p.width()
		inLine += p.width()
		word, line = max(word, up(inWord)), max(line, up(inLine))
	}
	return word, line
}
