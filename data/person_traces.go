package data

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Traces finds where texts name one person: by the name as it stands on the
// roster and as it stood before, by how it is sorted, by names on lists, by e-mail
// address and phone (data/README.md, Privacy).
type Traces struct {
	names  [][]rune // replaced where they stand as words of their own
	emails [][]rune
	phones [][]rune      // their digits
	worded []nameInWords // names of several words, in whatever accents and capitals
	maybe  [][]rune      // could as well mean somebody else
}

// TracesOf is what to look for when the person is erased, who was known as earlier
// before, also by records joined into theirs. A name that somebody else bears too
// can't be told apart, so its places are only pointed out.
func (s *Snapshot) TracesOf(m Member, earlier ...Member) Traces {
	var t Traces
	t.add(s, m, true)
	for _, e := range earlier {
		e.ID = m.ID
		t.add(s, e, false)
	}
	t.addKnown(s, m)
	return t
}

// add adds one way in which the person is, or was, known.
func (t *Traces) add(s *Snapshot, m Member, now bool) {
	t.addNames(s, m, now)
	if m.Email != "" && !s.others(m.ID, func(o *Member) bool { return AddressKey(o.Email) == AddressKey(m.Email) }) {
		t.emails = addText(t.emails, m.Email)
	}
	if digits := digitsIn(m.Phone); len(digits) >= surePhone && !s.others(m.ID, func(o *Member) bool { return digitsIn(o.Phone) == digits }) {
		t.phones = addText(t.phones, digits)
	}
	if m.Called != "" && m.Called != m.Name {
		t.maybe = addText(t.maybe, m.Called)
	}
}

// addNames adds the names that somebody has, or had.
func (t *Traces) addNames(s *Snapshot, m Member, now bool) {
	shared, alike := s.namesake(m)
	for _, name := range []string{m.Name, m.SortAs} {
		words := len(strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == ',' }))
		switch {
		case name == "" || name == m.SortAs && words < 2 && name != m.Name:
			// One word to sort by is often a family name alone.
		case shared || words < 2 && !now: // one word of before may have been a slip
			t.maybe = addText(t.maybe, name)
		default:
			t.names = addText(t.names, name)
			if !alike {
				t.addWorded(name)
			}
		}
	}
}

func addText(list [][]rune, text string) [][]rune {
	if slices.ContainsFunc(list, func(is []rune) bool { return string(is) == text }) {
		return list
	}
	return append(list, []rune(text))
}

// others reports whether somebody else on the roster is such.
func (s *Snapshot) others(id int64, such func(*Member) bool) bool {
	return slices.ContainsFunc(s.Members, func(o Member) bool { return o.ID != id && such(&o) })
}

// namesake reports whether somebody else on the roster has the same name, or one that
// lists would take for the same.
func (s *Snapshot) namesake(m Member) (shared, alike bool) {
	key, near := NameKey(m.Name), longestWord(NameKey(m.Name))
	for i := range s.Members {
		o := &s.Members[i]
		shared = shared || o.ID != m.ID && o.Name == m.Name
		alike = alike || o.ID != m.ID && key != "" && holdsWord(Fold(o.Name), near) && NameKey(o.Name) == key
	}
	return shared, alike
}

// span is a place in a text, in runes.
type span struct{ from, to int }

// Replace puts as in every place that surely names the person. A text that is the
// e-mail address and nothing else becomes empty.
func (t Traces) Replace(text, as string) string {
	if !t.worthLooking(text) {
		return text
	}
	runes := []rune(text)
	found := t.sure(runes)
	if len(found) == 0 {
		return text
	}
	var b strings.Builder
	at := 0
	if len(found) == 1 && found[0] == (span{0, len(runes)}) && strings.Contains(text, "@") {
		return ""
	}
	for _, p := range found {
		b.WriteString(string(runes[at:p.from]))
		b.WriteString(as)
		at = p.to
	}
	b.WriteString(string(runes[at:]))
	return b.String()
}

// Names reports whether the text surely names the person.
func (t Traces) Names(text string) bool {
	return t.worthLooking(text) && len(t.sure([]rune(text))) > 0
}

// Points reports whether a reader would know from the text whom it means: the name as
// it stands or is jotted down, an ending behind it too, or how the person is called.
func (t Traces) Points(text string) bool {
	if !t.worthLooking(text) {
		return false
	}
	runes := []rune(text)
	return len(t.sure(runes))+len(places(runes, t.maybe, same, wordEnds))+len(t.jotted(runes)) > 0 ||
		len(places(runes, t.inflected(), same, wordBegins)) > 0
}

// inflected are names of several words: behind these an ending is no other name.
func (t Traces) inflected() [][]rune {
	var whole [][]rune
	for _, name := range t.names {
		if len(strings.Fields(string(name))) > 1 {
			whole = append(whole, name)
		}
	}
	return whole
}

// wordBegins reports whether no word goes on before the place.
func wordBegins(text []rune, p span) bool { return !joined(text, p.from-1, p.from) }

// sure lists the places that surely name the person, in order, none within another.
func (t Traces) sure(text []rune) []span {
	found := places(text, t.names, same, wordEnds)
	found = append(found, places(text, t.emails, sameFold, addressEnds)...)
	found = append(found, t.inWords(text, true)...)
	found = append(found, t.calls(text)...)
	slices.SortFunc(found, func(a, b span) int {
		if a.from != b.from {
			return a.from - b.from
		}
		return b.to - a.to
	})
	clear := found[:0]
	for _, p := range found {
		if len(clear) == 0 || p.from >= clear[len(clear)-1].to {
			clear = append(clear, p)
		}
	}
	return clear
}

// doubtful lists places that may mean the person: how they are called, a name
// that others share, the name as a part of a longer word, the name jotted down
// without its accents or capitals, its words in another order.
func (t Traces) doubtful(text []rune) []span {
	found := places(text, t.maybe, same, wordEnds)
	found = append(found, places(text, t.names, same, func([]rune, span) bool { return true })...)
	for _, p := range append(t.jotted(text), t.inWords(text, false)...) {
		if !slices.Contains(found, p) {
			found = append(found, p)
		}
	}
	sure := t.sure(text)
	return slices.DeleteFunc(found, func(p span) bool {
		return slices.ContainsFunc(sure, func(s span) bool { return s.from <= p.from && p.to <= s.to })
	})
}

// jotted lists where a name stands in any form that searching would find.
func (t Traces) jotted(text []rune) []span {
	var folded []rune
	var names [][]rune
	var at []int // where each folded rune comes from: "æ" is folded to two
	for i, r := range text {
		for _, f := range Fold(string(r)) {
			folded, at = append(folded, f), append(at, i)
		}
	}
	for _, name := range t.names {
		names = append(names, []rune(Fold(string(name))))
	}
	found := places(folded, names, same, wordEnds)
	for i, p := range found {
		found[i] = span{at[p.from], at[p.to-1] + 1}
	}
	return found
}

// worthLooking spares most texts the closer look.
func (t Traces) worthLooking(text string) bool {
	runes := utf8.RuneCountInString(text)
	for _, list := range [][][]rune{t.names, t.emails, t.phones, t.maybe} {
		for _, name := range list {
			if runes >= len(name) {
				return true
			}
		}
	}
	return slices.ContainsFunc(t.worded, func(n nameInWords) bool { return runes >= n.shortest })
}

// places finds every name in the text.
func places(text []rune, names [][]rune, equal func(a, b rune) bool, ends func([]rune, span) bool) []span {
	var found []span
	for _, name := range names {
		for i := 0; i < len(text); i++ {
			to, ok := matchAt(text, i, name, equal)
			if ok && ends(text, span{i, to}) {
				found = append(found, span{i, to})
				i = to - 1
			}
		}
	}
	return found
}

// matchAt reports where a name that begins at i ends. Any space in the text, a
// line break too, stands for a space of the name.
func matchAt(text []rune, i int, name []rune, equal func(a, b rune) bool) (to int, ok bool) {
	for n := 0; n < len(name); n++ {
		if i >= len(text) {
			return 0, false
		}
		if unicode.IsSpace(name[n]) {
			from := i
			for i < len(text) && unicode.IsSpace(text[i]) {
				i++
			}
			if i == from {
				return 0, false
			}
			continue
		}
		if !equal(name[n], text[i]) {
			return 0, false
		}
		i++
	}
	return i, len(name) > 0
}

func same(a, b rune) bool     { return a == b }
func sameFold(a, b rune) bool { return unicode.ToLower(a) == unicode.ToLower(b) }

// unspaced are scripts that set no space between words, or that put endings
// straight after a name: there a letter beside a name does not make it another.
var unspaced = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul,
	unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}

// wordEnds reports whether the place is not a part of a longer word.
func wordEnds(text []rune, p span) bool {
	return !joined(text, p.from-1, p.from) && !joined(text, p.to-1, p.to)
}

// joined reports whether the runes at two neighbouring places are of one word.
func joined(text []rune, a, b int) bool {
	if a < 0 || b >= len(text) {
		return false
	}
	ofWord := func(r rune) bool {
		return (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)) && !unicode.In(r, unspaced...)
	}
	return ofWord(text[a]) && ofWord(text[b])
}

// addressEnds reports whether the place is not a part of a longer address.
func addressEnds(text []rune, p span) bool {
	part := func(i int) bool {
		return i >= 0 && i < len(text) && (unicode.IsLetter(text[i]) || unicode.IsDigit(text[i]) || strings.ContainsRune("_%+-", text[i]))
	}
	return !part(p.from-1) && (p.from == 0 || text[p.from-1] != '.') && !part(p.to)
}
