package sheet

import (
	"strings"
	"unicode"
	"unicode/utf16"
)

// maxText is the longest text of a cell in UTF-16 units; what is longer would
// be cut silently, or the file refused.
const maxText = 32767

// clean makes any text fit for a cell: valid, without control characters but
// line ends, and not longer than limit UTF-16 units, ending in "…" if cut.
func clean(s string, limit int) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\r' || r == '\u2028' || r == '\u2029':
			return '\n'
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r) || r == 0xFEFF || r&0xFFFE == 0xFFFE:
			return -1
		}
		return r
	}, s)
	return cut(s, limit)
}

func cut(s string, limit int) string {
	if len(s) <= limit { // at least one byte stands for every unit
		return s
	}
	units := 0
	end := 0 // where one more character, the "…", still fits
	for i, r := range s {
		if units < limit {
			end = i
		}
		units += utf16.RuneLen(r)
		if units > limit {
			return s[:end] + "…"
		}
	}
	return s
}

// Quote is a text as it stands within a formula.
func Quote(s string) string {
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}

// Nameable reports whether a key can be part of the name of a cell.
func Nameable(key string) bool {
	return key != "" && !strings.ContainsFunc(key, func(r rune) bool {
		return r != '_' && r != '.' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}
