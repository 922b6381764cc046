package data

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// foldedLetters are letters that Unicode doesn't take apart, as somebody writes
// them who has no such key.
var foldedLetters = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th",
	'ħ': "h", 'ŧ': "t", 'ı': "i", 'ς': "σ",
}

// Fold makes texts that differ only in accents, case or form of the letters
// equal, for searching: "Łukasz Ødegaard" becomes "lukasz odegaard".
func Fold(s string) string {
	if isPlain(s) {
		return strings.ToLower(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFKD.String(s) {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		r = unicode.ToLower(r)
		if other, known := foldedLetters[r]; known {
			b.WriteString(other)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isPlain reports whether there are only letters that need no taking apart.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// SearchedFor is what a search looks for, word by word, folded.
func SearchedFor(query string) []string { return strings.Fields(Fold(query)) }

// HoldsAll reports whether a folded text holds all that is sought (SearchedFor).
func HoldsAll(folded string, sought []string) bool {
	for _, w := range sought {
		if !strings.Contains(folded, w) {
			return false
		}
	}
	return true
}

// NameIn reports whether a text holds a whole name or one of its words, however its letters are accented.
func NameIn(text, name string) bool {
	words := strings.FieldsFunc(Fold(text), func(r rune) bool { return strings.ContainsRune(" ,.:;!?()“”\"", r) })
	folded := Fold(name)
	if len(words) > 0 && strings.Contains(Fold(text), folded) {
		return true
	}
	for _, part := range strings.Fields(folded) {
		if len([]rune(part)) > 2 && slices.Contains(words, part) {
			return true
		}
	}
	return false
}
