package data

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameInWords is a name of several words as lists take it for the same: whatever the
// accents, capitals, hyphens and letters written out (NameKey).
type nameInWords struct {
	words    []string
	longest  string
	shortest int  // how many letters a text that holds it has at least
	anyOrder bool // in which order the words stood is not known
	unsure   bool // may be something else than a name of the person
}

func inWordsOf(words []string) nameInWords {
	n := nameInWords{words: words, longest: longestWord(strings.Join(words, " ")), shortest: len(words) - 1}
	for _, w := range words {
		n.shortest += utf8.RuneCountInString(w)
	}
	return n
}

// addWorded adds a name, if it has several words: a single one in small letters is
// often a word of the language.
func (t *Traces) addWorded(name string) {
	bare := withoutBrackets(name)
	words := nameWords(bare)
	if surname, given, comma := strings.Cut(bare, ","); comma {
		words = append(nameWords(given), nameWords(surname)...)
	}
	n := inWordsOf(words)
	if len(n.words) < 2 || slices.ContainsFunc(t.worded, func(o nameInWords) bool { return slices.Equal(o.words, n.words) }) {
		return
	}
	t.worded = append(t.worded, n)
}

// addKnown adds what lists and joined records call the person. A name that shares no
// word with theirs ("Meeting room 2") is only pointed out.
func (t *Traces) addKnown(s *Snapshot, m Member) {
	own := nameWords(m.Name)
	for _, known := range s.KnownNames {
		switch {
		case known.MemberID != m.ID:
		case strings.Contains(known.Name, "@"):
			t.emails = addText(t.emails, known.Name)
		default:
			n := inWordsOf(strings.Fields(known.Name))
			n.anyOrder = true
			n.unsure = !slices.ContainsFunc(n.words, func(w string) bool { return utf8.RuneCountInString(w) > 1 && slices.Contains(own, w) })
			if len(n.words) > 1 {
				t.worded = append(t.worded, n)
			}
		}
	}
}

// InHeadings reports whether the person is among the headings of a table, as they are
// remembered: a row of people may have been taken for headings.
func (t Traces) InHeadings(headings string) bool {
	return t.Names(headings) || slices.ContainsFunc(strings.Split(headings, "|"), func(cell string) bool {
		is := func(text []rune) bool { return Fold(string(text)) == cell }
		return cell != "" && (slices.ContainsFunc(t.names, is) || slices.ContainsFunc(t.emails, is) || slices.ContainsFunc(t.maybe, is))
	})
}

// textWord is a word of a text, folded as names are.
type textWord struct {
	word string
	at   span
}

// inWords lists where a name stands in whatever accents and capitals, for sure or not.
// Sure are the words in their order, or with the surname first and a comma behind it.
func (t Traces) inWords(text []rune, sure bool) []span {
	if len(t.worded) == 0 {
		return nil
	}
	folded := Fold(string(text))
	var words []textWord
	var found []span
	for _, n := range t.worded {
		if !holdsWord(folded, n.longest) {
			continue
		}
		if words == nil {
			words = nameWordsIn(text)
		}
		for i := 0; i+len(n.words) <= len(words); i++ {
			if stands, surely := n.standsIn(text, words[i:i+len(n.words)]); stands && surely == sure {
				found = append(found, span{words[i].at.from, words[i+len(n.words)-1].at.to})
			}
		}
	}
	return found
}

// standsIn reports whether just these words of a text are the name.
func (n nameInWords) standsIn(text []rune, words []textWord) (stands, surely bool) {
	comma := 0 // behind how many words
	said := make([]string, len(words))
	for i := range words {
		said[i] = words[i].word
		if i == 0 {
			continue
		}
		switch one, is := gap(text, words[i-1].at.to, words[i].at.from); {
		case !is || one && comma > 0:
			return false, false
		case one:
			comma = i
		}
	}
	if n.anyOrder {
		wanted := slices.Sorted(slices.Values(n.words))
		slices.Sort(said)
		return slices.Equal(said, wanted), !n.unsure
	}
	for first := range n.words {
		turned := slices.Concat(n.words[first:], n.words[:first])
		if slices.Equal(said, turned) {
			after := (len(n.words) - first) % len(n.words)
			return true, comma == after
		}
	}
	return false, false
}

// gap reports whether what stands between two words may stand within a name, and
// whether it is a comma.
func gap(text []rune, from, to int) (comma, is bool) {
	for _, r := range text[from:to] {
		switch {
		case r == ',' && !comma:
			comma = true
		case unicode.IsSpace(r) || unicode.Is(unicode.Pd, r):
		default:
			return false, false
		}
	}
	return comma, true
}

// nameWordsIn takes a text apart into the words that names are made of.
func nameWordsIn(text []rune) []textWord {
	var words []textWord
	inside := func(i int) bool {
		r := text[i]
		return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) ||
			strings.ContainsRune("'’`", r) && i > 0 && joined(text, i-1, i-1) && i+1 < len(text) && joined(text, i+1, i+1)
	}
	for i := 0; i < len(text); i++ {
		if !inside(i) {
			continue
		}
		from := i
		for i < len(text) && inside(i) {
			i++
		}
		words = append(words, textWord{nameWord(string(text[from:i])), span{from, i}})
	}
	return words
}

// nameWord is a single word as it stands among nameWords, though it be a title.
func nameWord(word string) string {
	folded := strings.NewReplacer("'", "", "’", "", "`", "").Replace(Fold(word))
	if short := writtenOut.Replace(folded); len(short) > 1 {
		return short
	}
	return folded
}

func longestWord(text string) string {
	longest := ""
	for _, w := range strings.Fields(text) {
		if len(w) > len(longest) {
			longest = w
		}
	}
	return longest
}

// holdsWord spares most texts the closer look.
func holdsWord(folded, word string) bool {
	if word == "" {
		return false
	}
	return strings.Contains(folded, word) || strings.Contains(writtenOut.Replace(strings.NewReplacer("'", "", "’", "", "`", "").Replace(folded)), word)
}

// surePhone is how many digits a phone number has at least that nobody writes for anything else.
const surePhone = 7

// digitsIn are the digits of a phone number.
func digitsIn(phone string) string {
	return strings.Map(func(r rune) rune {
		if !isDigit(r) {
			return -1
		}
		return r
	}, phone)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// calls lists where a phone number of the person stands, whatever stands between its digits.
func (t Traces) calls(text []rune) []span {
	var found []span
	for _, phone := range t.phones {
		for i := range text {
			if text[i] != phone[0] || i > 0 && isDigit(text[i-1]) {
				continue
			}
			if to, is := dialled(text, i, phone); is {
				found = append(found, span{i, to})
			}
		}
	}
	return found
}

// dialled reports where a phone number ends that begins at i.
func dialled(text []rune, i int, phone []rune) (to int, is bool) {
	for _, digit := range phone {
		for i < len(text) && (unicode.IsSpace(text[i]) || strings.ContainsRune("-/().", text[i])) {
			i++
		}
		if i >= len(text) || text[i] != digit {
			return 0, false
		}
		i++
	}
	return i, i >= len(text) || !isDigit(text[i])
}
