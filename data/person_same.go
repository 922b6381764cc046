package data

import (
	"slices"
	"strings"
	"unicode"
)

// NameKey makes names equal that a person would take for one: whatever the case,
// accents, letters written out (Müller, Mueller), hyphens, titles and the order of
// the words, and without what stands in brackets (data/README.md, What comes in).
// It is empty for a name without letters.
func NameKey(name string) string {
	words := nameWords(withoutBrackets(name))
	slices.Sort(words)
	return strings.Join(words, " ")
}

// NameKeys are the keys under which somebody may be met: the name's own, and with a
// nickname in brackets or the name they want to be called in the place of the first.
func NameKeys(name, called string) []string {
	keys := []string{NameKey(name)}
	words := nameWords(withoutBrackets(name))
	for _, nickname := range append(bracketed(name), called) {
		nick := nameWords(nickname)
		if len(nick) == 0 || len(words) < 2 {
			continue
		}
		other := append(nick, words[1:]...)
		if before, _, comma := strings.Cut(name, ","); comma { // the surname stands first
			other = append(nick, nameWords(withoutBrackets(before))...)
		}
		slices.Sort(other)
		if key := strings.Join(slices.Compact(other), " "); !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// titles stand before or after names and are no part of them.
var titles = map[string]bool{"dr": true, "prof": true, "professor": true, "mr": true, "mrs": true, "ms": true, "miss": true, "herr": true,
	"frau": true, "mme": true, "mlle": true, "monsieur": true, "madame": true, "sr": true, "sra": true, "srta": true, "don": true, "dona": true,
	"phd": true, "msc": true, "bsc": true, "ing": true, "dipl": true, "mag": true, "jr": true}

// writtenOut are letters that some write as two.
var writtenOut = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")

// nameWords are the folded words of a name, without titles.
func nameWords(name string) []string {
	folded := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r):
			return r
		case r == '\'' || r == '’' || r == '`', unicode.Is(unicode.Cf, r): // joiners, and what is not seen
			return -1
		}
		return ' '
	}, Fold(name))
	words := strings.Fields(folded)
	bare := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return titles[w] })
	if len(bare) == 0 {
		bare = words // somebody is called so
	}
	for i, w := range bare {
		if short := writtenOut.Replace(w); len(short) > 1 {
			bare[i] = short
		}
	}
	return bare
}

// brackets enclose what is said beside a name.
const brackets = `()[]{}""“”„“«»`

// withoutBrackets leaves out what stands in brackets or quotes.
func withoutBrackets(name string) string {
	var b strings.Builder
	for at := 0; at < len(name); {
		start, end, found := bracket(name[at:])
		if !found {
			b.WriteString(name[at:])
			break
		}
		b.WriteString(name[at:at+start] + " ")
		at += end
	}
	return b.String()
}

// bracketed lists what stands in brackets or quotes.
func bracketed(name string) []string {
	var all []string
	for {
		start, end, found := bracket(name)
		if !found {
			return all
		}
		all = append(all, name[start:end])
		name = name[end:]
	}
}

// bracket finds the first pair of brackets, both included.
func bracket(text string) (start, end int, found bool) {
	pairs := []rune(brackets)
	for start, opening := range text {
		for i := 0; i < len(pairs); i += 2 {
			if opening != pairs[i] {
				continue
			}
			after := start + len(string(opening))
			if at := strings.IndexRune(text[after:], pairs[i+1]); at >= 0 {
				return start, after + at + len(string(pairs[i+1])), true
			}
		}
	}
	return 0, 0, false
}

// AlmostSame reports whether two keys of names (NameKey) may mean one person: at
// least one word is the same, and each of the others is an initial of, or one slip of
// the pen away from, a word of the other name; a middle name may be missing.
func AlmostSame(one, other string) bool {
	short, long := strings.Fields(one), strings.Fields(other)
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) < 2 || len(long)-len(short) > 1 {
		return false
	}
	same, left := 0, slices.Clone(long)
	for _, w := range short {
		at := slices.Index(left, w)
		if at >= 0 && len(w) > 2 {
			same++
		}
		if at < 0 {
			at = slices.IndexFunc(left, func(l string) bool { return almostWord(w, l) })
		}
		if at < 0 {
			return false
		}
		left = slices.Delete(left, at, at+1)
	}
	return same > 0
}

// almostWord reports whether one word is the initial of the other or one slip away from it.
func almostWord(one, other string) bool {
	a, b := []rune(one), []rune(other)
	if len(a) == 1 || len(b) == 1 {
		return a[0] == b[0]
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 4 || len(b)-len(a) > 1 {
		return false
	}
	at := 0
	for at < len(a) && a[at] == b[at] {
		at++
	}
	if len(a) < len(b) {
		return slices.Equal(a[at:], b[at+1:])
	}
	swapped := at+1 < len(a) && a[at] == b[at+1] && a[at+1] == b[at] && slices.Equal(a[at+2:], b[at+2:])
	return at == len(a) || slices.Equal(a[at+1:], b[at+1:]) || swapped
}
