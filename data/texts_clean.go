package data

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// CleanLine makes foreign or typed text fit for one line: valid UTF-8, composed
// (NFC), no control characters and none that is not seen, line breaks and tabs as
// single spaces, no space at the ends.
func CleanLine(s string) string {
	s = clean(s, false)
	if !isPlain(s) {
		s = withoutInvisible(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

// withoutInvisible takes out what chats and web pages leave in a line without anybody
// seeing it. Joiners stay between letters: Persian, Hindi and emoji are written with them.
func withoutInvisible(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(invisible, r) {
			return -1
		}
		return r
	}, s)
	words := strings.Fields(s)
	for i := range words {
		words[i] = strings.Trim(words[i], joiners)
	}
	return norm.NFC.String(strings.Join(words, " "))
}

// joiners bind the letters on either side of them, or keep them apart.
const joiners = "\u200C\u200D"

// invisible characters draw nothing in one line of text: soft hyphens, places where a
// line may break, marks of direction, and letters that fill room.
var invisible = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x00AD, Hi: 0x00AD, Stride: 1}, {Lo: 0x061C, Hi: 0x061C, Stride: 1}, {Lo: 0x180E, Hi: 0x180E, Stride: 1},
		{Lo: 0x200B, Hi: 0x200B, Stride: 1}, {Lo: 0x200E, Hi: 0x200F, Stride: 1}, {Lo: 0x2060, Hi: 0x2064, Stride: 1},
		{Lo: 0x3164, Hi: 0x3164, Stride: 1}, {Lo: 0xFFA0, Hi: 0xFFA0, Stride: 1},
	},
	LatinOffset: 1,
}

// CleanText is CleanLine for several lines: line breaks stay, as "\n", and a
// line keeps its inner spacing.
func CleanText(s string) string {
	if strings.ContainsAny(s, "\r\u2028\u2029") {
		s = lineEnds.Replace(s) // which takes memory even where it finds none
	}
	return strings.Trim(clean(s, true), " \n")
}

// lineEnds are the ways to end a line, made "\n".
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n")

func clean(s string, keepBreaks bool) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' && keepBreaks:
			return r
		case strings.ContainsRune(breaks, r):
			return ' '
		case unicode.Is(unwanted, r) || r&0xFFFE == 0xFFFE:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return norm.NFC.String(s) // last: what is taken out may have parted a letter from its accent
}

// breaks end a line or a word, and are one space in a line.
const breaks = "\t\n\v\f\r\u0085\u2028\u2029"

// unwanted characters draw nothing: controls, the byte order mark, code points
// that are no characters, and the overrides of direction that could make a name
// read as another.
var unwanted = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x0000, Hi: 0x001F, Stride: 1}, {Lo: 0x007F, Hi: 0x009F, Stride: 1}, {Lo: 0x202A, Hi: 0x202E, Stride: 1},
		{Lo: 0x2066, Hi: 0x2069, Stride: 1}, {Lo: 0xFDD0, Hi: 0xFDEF, Stride: 1}, {Lo: 0xFEFF, Hi: 0xFEFF, Stride: 1},
	},
	LatinOffset: 2,
}

// Length is the number of characters a limit of data/README.md counts.
func Length(s string) int { return utf8.RuneCountInString(s) }

// Lines is a list of short texts, one to a line, as the charter and the canvas
// use them. In the file it is one text, its lines joined by "\n".
type Lines []string

// ParseLines splits typed text into its lines, cleaned, empty ones left out and
// a leading bullet taken away.
func ParseLines(s string) Lines {
	var out Lines
	for _, line := range strings.Split(CleanText(s), "\n") {
		line = strings.TrimSpace(strings.TrimLeft(CleanLine(line), "·•*–- "))
		if line != "" {
			out = append(out, line)
		}
	}
	return out
}

// String is the text of the list, one entry a line.
func (l Lines) String() string { return strings.Join(l, "\n") }
