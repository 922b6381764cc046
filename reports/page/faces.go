package page

import (
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/segmenter"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/text/unicode/norm"
)

// faces is one document's own view of the fonts: a font may be shared, a face
// may not.
type faces struct {
	*fontSet
	system   *systemFonts // nil when not allowed
	language string
	byFont   map[faceKey]*font.Face
	asText   map[*font.Face]*embedded // faces whose letters can be real text in the PDF
	clusters segmenter.Segmenter
}

type faceKey struct {
	font *font.Font
	bold bool
}

func newFaces(fonts *Fonts, language string) *faces {
	set := fonts.read()
	return &faces{
		fontSet:  set,
		system:   fonts.system,
		language: language,
		byFont:   make(map[faceKey]*font.Face),
		asText:   make(map[*font.Face]*embedded),
	}
}

// base is the face that gives the measures of a style, its "…" and its boxes.
func (c *faces) base(s Style) *font.Face { return c.embedded(c.chain(s)[0]) }

func (c *faces) chain(s Style) []*embedded {
	return c.styles[styleIndex(s.Bold, s.Italic)]
}

func (c *faces) embedded(e *embedded) *font.Face {
	face := c.face(e.font, false)
	c.asText[face] = e
	return face
}

func (c *faces) face(f *font.Font, bold bool) *font.Face {
	key := faceKey{f, bold}
	face := c.byFont[key]
	if face == nil {
		face = font.NewFace(f)
		if bold {
			// For fonts with a weight axis, whose file is regular.
			face.SetVariations([]font.Variation{{Tag: opentype.MustNewTag("wght"), Value: 700}})
		}
		c.byFont[key] = face
	}
	return face
}

// ResolveFace satisfies the segmenter, which would choose rune by rune; split
// chooses for a whole character at a time instead.
func (c *faces) ResolveFace(rune) *font.Face { return c.embedded(c.styles[0][0]) }

// split cuts runs of one direction and script where the font or the bidi level
// changes. A character stays whole: an accent is not taken from another font
// than its letter, nor half a family emoji.
func (c *faces) split(text []rune, runs []shaping.Input, levels []int, s Style) []segment {
	var out []segment
	for _, run := range runs {
		current := segment{Input: run}
		current.RunEnd = run.RunStart // nothing yet
		for _, end := range c.clusterEnds(text[run.RunStart:run.RunEnd], run.RunStart) {
			cluster := text[current.RunEnd:end]
			level := levels[current.RunEnd]
			face, missing := current.Face, current.missing
			if face == nil || missing || !isBlank(cluster) {
				face, missing = c.choose(cluster, s)
			}
			begins := current.RunEnd == run.RunStart
			if !begins && (face != current.Face || missing != current.missing || level != current.level) {
				out = append(out, current)
				current.RunStart = current.RunEnd
			}
			current.Face, current.missing, current.level = face, missing, level
			current.RunEnd = end
		}
		if current.RunEnd > current.RunStart {
			out = append(out, current)
		}
	}
	return out
}

// segment is a run of one face, direction and level. missing says that no font
// has its characters.
type segment struct {
	shaping.Input
	level   int
	missing bool
}

// clusterEnds are the borders between characters as a reader sees them, in
// text that begins at offset.
func (c *faces) clusterEnds(text []rune, offset int) []int {
	var ends []int
	c.clusters.Init(text)
	for it := c.clusters.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		ends = append(ends, offset+g.Offset+len(g.Text))
	}
	return ends
}

// choose finds the first face of the chain that has a whole character. Emoji
// are looked for in the emoji font first: DejaVu has some, of another kind.
func (c *faces) choose(cluster []rune, s Style) (face *font.Face, missing bool) {
	if face = c.covering(cluster, s); face != nil {
		return face, false
	}
	// The letter alone may exist where the accented one does not; the shaper
	// puts the accent on.
	if parts := []rune(norm.NFD.String(string(cluster))); len(parts) != len(cluster) {
		if face = c.covering(parts, s); face != nil {
			return face, false
		}
	}
	if len(cluster) > 1 {
		if face = c.covering(cluster[:1], s); face != nil {
			return face, false
		}
	}
	return c.base(s), true
}

func (c *faces) covering(cluster []rune, s Style) *font.Face {
	emoji := isEmoji(cluster)
	if emoji && c.emoji != nil {
		if face := c.face(c.emoji, false); covers(face, cluster) {
			return face
		}
	}
	for _, e := range c.chain(s) {
		if face := c.embedded(e); covers(face, cluster) {
			return face
		}
	}
	if c.emoji != nil {
		if face := c.face(c.emoji, false); covers(face, cluster) {
			return face
		}
	}
	if c.system == nil {
		return nil
	}
	f := c.system.find(wish{
		cluster: string(cluster), bold: s.Bold, italic: s.Italic,
		emoji: emoji, language: c.language,
	})
	if f == nil {
		return nil
	}
	return c.face(f, s.Bold)
}

func covers(face *font.Face, cluster []rune) bool {
	for _, r := range cluster {
		if ignorable(r) {
			continue
		}
		if _, ok := face.NominalGlyph(r); !ok {
			return false
		}
	}
	return true
}

// ignorable characters shape others and are not seen themselves.
func ignorable(r rune) bool { return harfbuzz.IsDefaultIgnorable(r) }

func isBlank(cluster []rune) bool {
	for _, r := range cluster {
		if r != ' ' && r != '\u00A0' && !ignorable(r) {
			return false
		}
	}
	return true
}

// isEmoji tells characters meant as pictures: those of the emoji planes, and
// those followed by the sign that asks for a picture.
func isEmoji(cluster []rune) bool {
	for _, r := range cluster {
		if r == '\uFE0F' || r >= 0x1F000 && r <= 0x1FAFF {
			return true
		}
	}
	return false
}
