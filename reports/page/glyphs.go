package page

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/go-text/typesetting/di"
	"golang.org/x/text/unicode/bidi"
)

// drawLine prints a line from its left end x on the baseline y.
func (d *Document) drawLine(line setLine, x, y float64, s Style) {
	for _, run := range line.runs {
		width := advance(run.Output) * s.unit()
		if e := d.setter.faces.asText[run.Face]; e != nil && isPlain(run) && !d.borrowsSigns(run, s) {
			d.selectFont(e, s)
			d.pdf.SetTextColor(d.letter(s.Color))
			// The library leaves out the colour of a text that has the colour of
			// the last fill, even where the end of a clip or another page has
			// undone that fill.
			d.pdf.SetFillColor(d.letter(s.Color))
			d.pdf.Text(x, y, string(unmarked(run.text)))
		} else {
			d.drawOutlines(run, x, y, s)
			d.drawCopy(run, x, y, width, s)
		}
		x += width
	}
}

// borrowsSigns tells a run of arrows and marks that the base font lacks: these are drawn,
// since a font of their own in the file takes more room than all else on a short page.
func (d *Document) borrowsSigns(run setRun, s Style) bool {
	if run.Face == d.setter.faces.base(s) {
		return false
	}
	for _, r := range run.text {
		if r != ' ' && r != '\u00A0' && !unicode.IsSymbol(r) {
			return false
		}
	}
	return true
}

// isPlain tells whether a run can be printed as real text: its letters one by
// one, each with its usual glyph at its usual place.
func isPlain(run setRun) bool {
	if run.missing || run.Direction != di.DirectionLTR || len(run.Glyphs) != len(run.text) {
		return false
	}
	for i, r := range run.text {
		g := run.Glyphs[i]
		if isMark(r) && g.Advance == 0 {
			continue
		}
		if r > 0xFFFF || g.TextIndex() != run.offset+i || g.XOffset != 0 || g.YOffset != 0 {
			return false
		}
		if usual, ok := run.Face.NominalGlyph(r); !ok || usual != g.GlyphID {
			return false
		}
	}
	return true
}

// drawOutlines prints a run as shapes, and counts what no font has.
func (d *Document) drawOutlines(run setRun, x, y float64, s Style) {
	d.pdf.SetFillColor(d.letter(s.Color))
	boxed := -1
	for _, g := range run.Glyphs {
		left := x
		x += float64(g.Advance) / 64 * s.unit()
		if left > d.paper.Width || x < -s.Size*perPoint {
			continue // a line that was never broken may run far off the page
		}
		o := d.outlineOf(run.Face, g.GlyphID)
		d.setOutline(o, left+float64(g.XOffset)/64*s.unit(), y-float64(g.YOffset)/64*s.unit(), s.Size)
		if (!o.known || g.GlyphID == 0) && boxed != g.TextIndex() {
			boxed = g.TextIndex()
			d.unprintable++
		}
	}
}

// drawCopy lays an invisible copy of a run under its outlines, as wide as
// they are, so that the text can be found, marked and copied. Right-to-left
// text lies there as it is seen, which is what readers of PDF expect.
func (d *Document) drawCopy(run setRun, x, y, width float64, s Style) {
	e := d.setter.faces.chain(s)[0]
	d.selectFont(e, s)
	pieces := copyPieces(run)
	natural := 0.0
	for _, p := range pieces {
		natural += d.copyWidth(p)
	}
	if natural <= 0 || width <= 0 {
		return
	}
	stretch := width / natural
	d.pdf.RawWriteStr(fmt.Sprintf("3 Tr %.3f Tz", stretch*100))
	for _, p := range pieces {
		if p.astral {
			d.drawAstral(x, y, p.text)
		} else {
			d.pdf.Text(x, y, p.text)
		}
		x += d.copyWidth(p) * stretch
	}
	d.pdf.RawWriteStr("0 Tr 100 Tz")
}

// copyPiece is a stretch of text below or above U+FFFF.
type copyPiece struct {
	text   string
	astral bool
}

func copyPieces(run setRun) []copyPiece {
	text := unmarked(run.text)
	if run.level%2 == 1 {
		seen := make([]rune, len(text))
		for i, r := range text {
			seen[len(seen)-1-i] = mirrored(r)
		}
		text = seen
	}
	var out []copyPiece
	if len(text) == 0 {
		return nil
	}
	for start, i := 0, 1; i <= len(text); i++ {
		if i < len(text) && (text[i] > 0xFFFF) == (text[start] > 0xFFFF) {
			continue
		}
		out = append(out, copyPiece{text: string(text[start:i]), astral: text[start] > 0xFFFF})
		start = i
	}
	return out
}

// mirrored is a bracket as it is seen in right-to-left text.
func mirrored(r rune) rune {
	if properties, _ := bidi.LookupRune(r); properties.IsBracket() {
		turned, _ := utf8.DecodeRuneInString(bidi.ReverseString(string(r)))
		return turned
	}
	return r
}

// copyWidth is a piece's width in the selected font as a viewer will see it.
func (d *Document) copyWidth(p copyPiece) float64 {
	if p.astral { // drawn as one blank
		return d.pdf.GetStringWidth(" ")
	}
	return d.pdf.GetStringWidth(p.text)
}

// drawAstral prints a blank that says it stands for characters above U+FFFF,
// which the library cannot write.
func (d *Document) drawAstral(x, y float64, text string) {
	var hex strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&hex, "%04X", u)
	}
	d.pdf.RawWriteStr("/Span <</ActualText <FEFF" + hex.String() + ">>> BDC")
	d.pdf.Text(x, y, " ")
	d.pdf.RawWriteStr("EMC")
}
