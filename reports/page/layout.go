package page

import (
	"math"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
)

const (
	// em is the size everything is shaped at, in units; the real size is
	// applied when drawing. At 500 the widths of a font with 1000 units are
	// exact, and a paragraph of paragraphLimit fits the shaper's numbers.
	em = 500
	// perPoint is millimetres in a point.
	perPoint = 25.4 / 72
)

// setter makes lines out of text.
type setter struct {
	faces     *faces
	language  language.Language
	segmenter shaping.Segmenter
	shaper    shaping.HarfbuzzShaper
	wrapper   shaping.LineWrapper
}

// setLine is one line, its runs from left to right.
type setLine struct {
	runs  []setRun
	width float64 // em units
	rtl   bool    // of the paragraph: decides where the line starts
}

// setRun is one shaped run of a line with the text it stands for.
type setRun struct {
	shaping.Output
	text    []rune
	offset  int // of text in the paragraph: glyph clusters count from there
	level   int
	missing bool
}

// plainFeatures are switched off where letters become real text in the PDF,
// whose viewer advances by plain widths.
var plainFeatures = []shaping.FontFeature{
	{Tag: opentype.MustNewTag("kern"), Value: 0},
	{Tag: opentype.MustNewTag("liga"), Value: 0},
	{Tag: opentype.MustNewTag("clig"), Value: 0},
}

// set breaks text into lines of at most width em units. maxLines 0 is no limit.
func (t *setter) set(text string, width float64, s Style, maxLines int) (lines []setLine, truncated bool) {
	all := paragraphs(clean(text))
	for len(all) > 0 && len(all[len(all)-1]) == 0 {
		all = all[:len(all)-1] // blank lines at the end are of no use to print
	}
	limit := int(math.Ceil(width - 1e-6))
	for i, paragraph := range all {
		left := 0
		if maxLines > 0 {
			left = maxLines - len(lines)
		}
		more, cut := t.setParagraph(paragraph, setting{
			Style: s, limit: max(1, limit), maxLines: left, continues: i < len(all)-1,
		})
		lines = append(lines, more...)
		if cut {
			return lines, true
		}
	}
	return lines, false
}

// setting is how a paragraph is to be set.
type setting struct {
	Style
	limit     int  // em units
	maxLines  int  // 0 is no limit
	continues bool // more paragraphs follow
}

func (t *setter) setParagraph(text []rune, how setting) (lines []setLine, truncated bool) {
	if len(text) == 0 {
		if how.maxLines == 1 && how.continues {
			return []setLine{t.ellipsisLine(how.Style)}, true
		}
		return []setLine{{}}, false
	}
	if !readFromRight[t.language] {
		text = guided(text)
	}
	rtl := rightToLeft(text)
	direction := di.DirectionLTR
	if rtl {
		direction = di.DirectionRTL
	}
	segments := t.segments(text, direction, how.Style)
	outputs := make([]shaping.Output, 0, len(segments))
	for _, s := range segments {
		outputs = append(outputs, t.shape(s.Input, how.Style))
	}
	config := shaping.WrapConfig{
		Direction:          direction,
		TruncateAfterLines: how.maxLines,
		Truncator:          t.ellipsis(direction, how.Style),
		TextContinues:      how.continues,
	}
	wrapped, cut := t.wrapper.WrapParagraph(config, how.limit, text, shaping.NewSliceIterator(outputs))
	truncated = cut > 0 || how.continues && how.maxLines > 0 && len(wrapped) == how.maxLines
	for i, line := range wrapped {
		lines = append(lines, finish(line, finishing{
			text: text, segments: segments, rtl: rtl,
			ellipsis: truncated && i == len(wrapped)-1,
		}))
	}
	return lines, truncated
}

// readFromRight are the languages whose own sentences are read from the right.
var readFromRight = map[language.Language]bool{"ar": true, "fa": true, "he": true, "ur": true}

// segments cuts a paragraph into runs that can be shaped.
func (t *setter) segments(text []rune, direction di.Direction, s Style) []segment {
	whole := shaping.Input{
		Text: text, RunEnd: len(text), Direction: direction,
		Size: em << 6, Language: t.language,
	}
	runs := t.segmenter.Split(whole, t.faces)
	return t.faces.split(text, runs, bidiLevels(text, direction == di.DirectionRTL), s)
}

// shape gives a run its glyphs. A damaged system font may panic; its run is
// then set in the base font, as boxes that are counted.
func (t *setter) shape(in shaping.Input, s Style) (out shaping.Output) {
	defer func() {
		if recover() != nil {
			in.Face = t.faces.base(s)
			out = t.shaper.Shape(in)
		}
	}()
	if t.faces.asText[in.Face] != nil && in.Direction == di.DirectionLTR {
		in.FontFeatures = plainFeatures
	}
	return t.shaper.Shape(in)
}

func (t *setter) ellipsis(direction di.Direction, s Style) shaping.Output {
	return t.shape(shaping.Input{
		Text: []rune("…"), RunEnd: 1, Direction: direction, Face: t.faces.base(s),
		Size: em << 6, Script: language.Common, Language: t.language,
	}, s)
}

func (t *setter) ellipsisLine(s Style) setLine {
	out := t.ellipsis(di.DirectionLTR, s)
	return setLine{runs: []setRun{{Output: out, text: []rune("…")}}, width: advance(out)}
}

// finishing is what a wrapped line still needs to know.
type finishing struct {
	text     []rune
	segments []segment
	rtl      bool
	ellipsis bool // the last run is the "…", which indexes no text
}

// finish takes the blanks off a line's end and puts its runs in visual order.
func finish(line shaping.Line, f finishing) setLine {
	out := setLine{rtl: f.rtl}
	base := 0
	if f.rtl {
		base = 1
	}
	ended := false // a visible character was seen, coming from the end
	for i := len(line) - 1; i >= 0; i-- {
		run := line[i]
		if f.ellipsis && i == len(line)-1 {
			out.runs = append(out.runs, setRun{Output: run, text: []rune("…"), level: base, offset: 0})
			continue
		}
		from := run.Runes.Offset
		segment := segmentAt(f.segments, from)
		set := setRun{
			Output: run, text: f.text[from : from+run.Runes.Count], offset: from,
			level: segment.level, missing: segment.missing,
		}
		if !ended {
			ended = trimEnd(set)
		}
		out.runs = append(out.runs, set)
	}
	for i, k := 0, len(out.runs)-1; i < k; i, k = i+1, k-1 { // back to logical order
		out.runs[i], out.runs[k] = out.runs[k], out.runs[i]
	}
	visualOrder(out.runs, func(r setRun) int { return r.level })
	for _, run := range out.runs {
		out.width += advance(run.Output)
	}
	return out
}

func segmentAt(segments []segment, offset int) segment {
	for _, s := range segments {
		if offset < s.RunEnd {
			return s
		}
	}
	return segments[len(segments)-1]
}

// trimEnd takes the width of blanks at a run's logical end and tells whether
// it met anything else.
func trimEnd(run setRun) (ended bool) {
	for i := range run.Glyphs {
		g := &run.Glyphs[i] // right to left the end comes first
		if run.level%2 == 0 {
			g = &run.Glyphs[len(run.Glyphs)-1-i]
		}
		if k := g.TextIndex() - run.offset; k < 0 || k >= len(run.text) || !unicode.IsSpace(run.text[k]) {
			return true
		}
		g.Advance = 0
	}
	return false
}

// advance is a run's width in em units, from its glyphs: some may have been
// trimmed after shaping.
func advance(run shaping.Output) float64 {
	sum := 0.0
	for i := range run.Glyphs {
		sum += float64(run.Glyphs[i].Advance) / 64
	}
	return sum
}
