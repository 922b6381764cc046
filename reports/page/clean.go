package page

import (
	"strings"
	"unicode"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"
)

// paragraphLimit is the longest paragraph shaped in one go, in characters:
// positions are 32-bit numbers, and longer ones would overflow.
const paragraphLimit = 10000

// clean makes any bytes fit for print: valid UTF-8, composed (fonts place
// decomposed accents badly), without controls and non-characters. Every kind
// of line end becomes "\n".
func clean(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return norm.NFC.String(strings.Map(printable, s))
}

func printable(r rune) rune {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return '\n'
	case '\t':
		return ' '
	case '\u00AD', '\uFEFF': // soft hyphen (nothing here hyphenates), byte order mark
		return -1
	}
	if unicode.IsControl(r) || r >= 0xFDD0 && r <= 0xFDEF || r&0xFFFE == 0xFFFE {
		return -1
	}
	return r
}

// paragraphs splits cleaned text at its line ends, without trailing blanks,
// and cuts what is too long to be shaped in one go at a blank.
func paragraphs(s string) [][]rune {
	var out [][]rune
	for _, p := range strings.Split(s, "\n") {
		text := []rune(strings.TrimRightFunc(p, unicode.IsSpace))
		for len(text) > paragraphLimit {
			cut := paragraphLimit
			for i := cut; i > cut-1000; i-- {
				if text[i-1] == ' ' {
					cut = i
					break
				}
			}
			out = append(out, text[:cut])
			text = text[cut:]
		}
		out = append(out, text)
	}
	return out
}

// oneLine is cleaned text without line ends and doubled blanks.
func oneLine(s string) string {
	return strings.Join(strings.Fields(clean(s)), " ")
}

// utf16BE is text as the PDF's own strings want it: UTF-16 with a byte order
// mark. The library's converter mangles what lies above U+FFFF.
func utf16BE(s string) string {
	units := utf16.Encode([]rune(s))
	out := make([]byte, 0, 2+2*len(units))
	out = append(out, 0xFE, 0xFF)
	for _, u := range units {
		out = append(out, byte(u>>8), byte(u))
	}
	return string(out)
}

// belowAstral replaces what lies above U+FFFF, where it cannot be written.
func belowAstral(s string) string {
	return strings.Map(func(r rune) rune {
		if r > 0xFFFF {
			return '\uFFFD'
		}
		return r
	}, s)
}
