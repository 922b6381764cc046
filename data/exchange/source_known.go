package exchange

import (
	"slices"
	"strings"
	"unicode"
)

// namesPeople reports whether headings hold an address or a phone number, as a row of
// people does that was taken for headings: nothing of them is kept.
func namesPeople(headings string) bool {
	return slices.ContainsFunc(strings.Split(headings, "|"), func(cell string) bool {
		digits := 0
		for _, r := range cell {
			if unicode.IsDigit(r) {
				digits++
			}
		}
		return strings.Contains(cell, "@") || digits >= 7 && !strings.ContainsFunc(cell, unicode.IsLetter)
	})
}
