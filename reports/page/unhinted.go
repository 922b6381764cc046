package page

import (
	"bytes"
	"encoding/binary"
)

// unhinted is a font without what only makes letters fit a coarse grid of dots, and without its names: nothing that
// prints a PDF uses them, and they are half of what a page's letters take in the file. A font that is built otherwise
// than expected stays as it is.
func unhinted(ttf []byte) []byte {
	tables := tablesOf(ttf)
	glyf, loca, head := tables["glyf"], tables["loca"], tables["head"]
	if glyf.length == 0 || loca.length == 0 || head.length < 54 {
		return ttf
	}
	out := bytes.Clone(ttf)
	wide := binary.BigEndian.Uint16(out[head.at+50:]) != 0
	from := -1
	for _, to := range offsets(out[loca.at:loca.at+loca.length], wide) {
		if from >= 0 && from < to && to <= glyf.length {
			dropInstructions(out[glyf.at+from : glyf.at+to])
		}
		from = to
	}
	for name, kept := range map[string][]byte{"fpgm": nil, "cvt ": nil, "name": nil, "prep": noGaps} {
		if t, there := tables[name]; there && t.length >= len(kept) {
			copy(out[t.at:], kept)
			binary.BigEndian.PutUint32(out[t.entry+12:], uint32(len(kept)))
		}
	}
	return out
}

// noGaps asks for thin stems to be drawn where they fall between two dots: PUSHW 511, SCANCTRL, PUSHB 4, SCANTYPE.
var noGaps = []byte{0xB8, 0x01, 0xFF, 0x85, 0xB0, 0x04, 0x8D}

// fontTable is where a table of a font stands, and its line in the list of them.
type fontTable struct{ entry, at, length int }

// tablesOf are the tables of a font as far as they lie within it.
func tablesOf(ttf []byte) map[string]fontTable {
	tables := map[string]fontTable{}
	if len(ttf) < 12 {
		return tables
	}
	for i := range int(binary.BigEndian.Uint16(ttf[4:])) {
		entry := 12 + 16*i
		if entry+16 > len(ttf) {
			break
		}
		t := fontTable{entry, int(binary.BigEndian.Uint32(ttf[entry+8:])), int(binary.BigEndian.Uint32(ttf[entry+12:]))}
		if t.at+t.length <= len(ttf) {
			tables[string(ttf[entry:entry+4])] = t
		}
	}
	return tables
}

// offsets are where each glyph begins, and where the last one ends.
func offsets(loca []byte, wide bool) (all []int) {
	if wide {
		for i := 0; i+4 <= len(loca); i += 4 {
			all = append(all, int(binary.BigEndian.Uint32(loca[i:])))
		}
		return all
	}
	for i := 0; i+2 <= len(loca); i += 2 {
		all = append(all, 2*int(binary.BigEndian.Uint16(loca[i:])))
	}
	return all
}

// Flags of a part of a composed glyph.
const (
	wideArguments   = 0x0001
	oneScale        = 0x0008
	moreParts       = 0x0020
	twoScales       = 0x0040
	fourScales      = 0x0080
	hasInstructions = 0x0100
)

// dropInstructions takes the instructions out of a glyph, which stays as long: what is left over is nought.
func dropInstructions(glyph []byte) {
	if len(glyph) < 12 {
		return
	}
	contours := int(int16(binary.BigEndian.Uint16(glyph)))
	if contours < 0 {
		dropFromParts(glyph[10:])
		return
	}
	at := 10 + 2*contours
	if at+2 > len(glyph) {
		return
	}
	from := at + 2 + int(binary.BigEndian.Uint16(glyph[at:]))
	if from > len(glyph) {
		return
	}
	clear(glyph[at+2+copy(glyph[at+2:], glyph[from:]):])
	binary.BigEndian.PutUint16(glyph[at:], 0)
}

// dropFromParts does so where a glyph is composed of others.
func dropFromParts(parts []byte) {
	for len(parts) >= 4 {
		flags := binary.BigEndian.Uint16(parts)
		binary.BigEndian.PutUint16(parts, flags&^hasInstructions)
		length := 6
		if flags&wideArguments != 0 {
			length += 2
		}
		switch {
		case flags&oneScale != 0:
			length += 2
		case flags&twoScales != 0:
			length += 4
		case flags&fourScales != 0:
			length += 8
		}
		parts = parts[min(length, len(parts)):]
		if flags&moreParts == 0 {
			clear(parts)
			return
		}
	}
}
