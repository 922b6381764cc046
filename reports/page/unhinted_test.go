package page

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/go-text/typesetting/font"
)

// Given the fonts that are embedded, then each letter keeps its shape without what makes it fit a coarse grid, and the file of a
// short text is small.
func TestLettersKeepTheirShapeWithoutHints(t *testing.T) {
	for i, ttf := range embeddedBytes() {
		small := unhinted(ttf)
		before, after := parse(ttf), parse(small)
		if after == nil || len(small) != len(ttf) || tablesOf(small)["fpgm"].length != 0 || tablesOf(ttf)["fpgm"].length == 0 {
			t.Fatalf("font %d is not read any more, or keeps its programme", i)
		}
		a, b := font.NewFace(before), font.NewFace(after)
		for glyph := range font.GID(tablesOf(ttf)["loca"].length/4 - 1) {
			was, okWas := a.GlyphDataOutline(glyph)
			is, okIs := b.GlyphDataOutline(glyph)
			if okWas != okIs || !reflect.DeepEqual(was, is) {
				t.Fatalf("font %d: glyph %d has another shape", i, glyph)
			}
		}
	}
	d := newDocument(allFonts())
	d.AddPage()
	d.Text(A4.Area().Inset(20), "The quick brown fox jumps over the lazy dog", Style{Size: 11})
	content := written(t, d)
	checked(t, content)
	if len(content) > 7<<10 {
		t.Errorf("a line of text takes %d bytes", len(content))
	}
}

// Given a damaged font, then it stays as it is, or its remains are worked on without a fault.
func TestUnhintedBearsDamage(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	ttf := embeddedBytes()[0]
	for range 200 {
		broken := bytes.Clone(ttf)
		for range 20 {
			broken[r.IntN(400)] = byte(r.IntN(256))
		}
		loca := tablesOf(ttf)["loca"]
		binary.BigEndian.PutUint32(broken[loca.at+4*r.IntN(loca.length/4-1):], r.Uint32())
		unhinted(broken[:r.IntN(len(broken)+1)])
	}
}

func embeddedBytes() [][]byte {
	f := allFonts()
	f.read()
	return [][]byte{f.source.Regular, f.source.Bold}
}
