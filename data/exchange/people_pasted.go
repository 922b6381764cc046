package exchange

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"copleader/data"
)

// PastedPeople reads people out of a text as it stands in an e-mail, a chat or a
// spreadsheet (data/README.md, What comes in).
func PastedPeople(text string) []Person {
	people, _ := pastedPeople(text)
	return people
}

// pastedPeople also gives the lines of the text that name nobody.
func pastedPeople(text string) ([]Person, []Passed) {
	if len(text) > maxContent {
		return nil, nil
	}
	if t, passed, is := pastedRoster(text); is {
		c := GuessColumns(&t, People)
		people := PeopleIn(&t, c)
		return people, append(passed, notTaken(&t, c, people)...)
	}
	text, passed := withoutTalk(plainLines(text))
	units := unitsOf(text)
	r := nameReader{turning: surnamesBehind(units)}
	for _, u := range units {
		r.read(u)
	}
	return r.people, passed
}

// pastedRoster takes a text for a table of people, if it is one; passed are lines that were left out before.
func pastedRoster(text string) (t Table, passed []Passed, is bool) {
	text = plainLines(text)
	if t, passed, is = labelledTable(text); is {
		return t, passed, true
	}
	text, passed = withoutTalk(text)
	t, _, is = peopleTable(text)
	return t, passed, is
}

// plainLines is a text with one sign between its lines.
func plainLines(text string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(strings.ToValidUTF8(text, "\uFFFD"))
}

// peopleTable takes a text for a table where its lines have cells: with tabs between
// them, with headings, or with an address in each.
func peopleTable(text string) (t Table, c Columns, is bool) {
	t = PastedTable(text)
	if len(t.Rows) == 0 || widthOf(&t) < 2 {
		return t, c, false
	}
	c = GuessColumns(&t, People)
	named := c.has("name") || c.has(KeySurname) || c.has(KeyGivenName) || c.has("email")
	if strings.Contains(text, "\t") {
		return t, c, named
	}
	if c.Head >= 0 && len(t.Rows) > c.Head+1 {
		return t, c, c.different() > 1
	}
	return t, c, len(t.Rows) > 2 && widthOf(&t) > 2 && evenRows(&t) && c.has("email") && c.has("name")
}

// evenRows reports whether all rows have cells in the same columns.
func evenRows(t *Table) bool {
	for _, row := range t.Rows {
		if len(row.Cells) != len(t.Rows[0].Cells) || slices.Contains(row.Cells[:1], "") {
			return false
		}
	}
	return true
}

// unit is a part of a pasted text that stands by itself: a line, or what is between
// semicolons.
type unit struct {
	line int
	text string
}

// betweenPeople are signs that stand between people and never between the two halves of a name; the commas are those of Chinese,
// Japanese and Arabic.
const betweenPeople = ";；\t、，،؛"

var bullet = regexp.MustCompile(`^\s*(?:[-*•·–—‣▪◦☐☑✓>]+\s+|\(?\d{1,4}[.)]\s+|\[[ xX]?\]\s*)`)

// What stands before the people in the head of a message, in the four languages; and lines of it that name nobody.
var (
	mailHeading = regexp.MustCompile(`(?i)^\s*(?:to|cc|bcc|from|reply-to|an|von|kopie|blindkopie|à|a|de|para|cci|cco|copie|copia)\s?:\s*`)
	mailLine    = regexp.MustCompile(`(?i)^\s*(?:subject|date|sent|betreff|datum|gesendet|objet|envoyé|asunto|fecha|enviado(?: el)?)\s?:`)
)

func unitsOf(text string) []unit {
	var units []unit
	for i, line := range strings.Split(text, "\n") {
		if mailLine.MatchString(line) {
			continue
		}
		line = bullet.ReplaceAllString(mailHeading.ReplaceAllString(line, ""), "")
		for _, part := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(betweenPeople, r) }) {
			if part = data.CleanLine(part); part != "" {
				units = append(units, unit{i + 1, part})
			}
		}
	}
	return units
}

// surnamesBehind reports whether a comma stands between surname and given name, all
// over the text: then most parts hold just one.
func surnamesBehind(units []unit) bool {
	one := 0
	for _, u := range units {
		beside, _ := addressIn(u.text)
		if strings.Count(beside, ",") == 1 {
			one++
		}
	}
	return one > 1 && 2*one > len(units)
}

// nameReader reads names out of the parts of a text.
type nameReader struct {
	turning bool // "Lovelace, Ada" throughout
	people  []Person
}

func (r *nameReader) read(u unit) {
	addresses := address.FindAllStringIndex(u.text, -1)
	switch {
	case len(addresses) == 1 && inThree.MatchString(u.text):
		m := inThree.FindStringSubmatch(u.text)
		p := personOf(u.line, m[1], m[2])
		p.Row.Unit = p.fitted(m[3], data.MemberFields.Of("unit"))
		p.give("unit")
		r.people = append(r.people, p)
	case len(addresses) == 1:
		name, email := addressIn(u.text)
		name, email = r.notesBefore(u, name), strings.Trim(email, "'")
		r.add(u.line, name, email)
	case len(addresses) > 1:
		r.several(u, addresses)
	default:
		r.names(u)
	}
}

// inThree is a name, an address and a unit, with commas between.
var inThree = regexp.MustCompile(`^\s*([^,<>@]+?)\s*,\s*([^\s,<>()]+@[^\s,<>()]+)\s*,\s*(\pL[^,@]*?)\s*$`)

// notesBefore takes names that stand in a list before the one with the address:
// "Ada, Grace <grace@…>" are two people, if commas don't part names otherwise.
func (r *nameReader) notesBefore(u unit, name string) string {
	if r.turning || strings.Count(name, ",") == 0 || !strings.Contains(u.text, "<") || isTurned(name) {
		return name
	}
	parts := strings.Split(name, ",")
	for _, part := range parts[:len(parts)-1] {
		r.add(u.line, part, "")
	}
	return parts[len(parts)-1]
}

// several reads a list of addresses, each with its name before it or without any.
func (r *nameReader) several(u unit, addresses [][]int) {
	from := 0
	for _, at := range addresses {
		name := strings.Trim(u.text[from:at[0]], " ,;:<>()[]\"'\u2013-")
		r.add(u.line, strings.TrimSuffix(name, "mailto"), strings.TrimRight(u.text[at[0]:at[1]], "."))
		from = at[1]
	}
	if rest := strings.Trim(u.text[from:], " ,;:<>()[]\"'."); rest != "" {
		r.names(unit{u.line, rest})
	}
}

// names reads a part without any address: one name, or several with commas between.
func (r *nameReader) names(u unit) {
	text := strings.Trim(u.text, " ,;\"")
	if strings.Count(text, ",") == 0 || r.turning && strings.Count(text, ",") == 1 || isTurned(text) {
		r.oneOrTwo(u.line, text)
		return
	}
	for _, name := range strings.Split(text, ",") {
		r.oneOrTwo(u.line, strings.TrimSpace(leadingAnd.ReplaceAllString(name, "")))
	}
}

// The words between two people, and such a word behind a comma.
var (
	between    = regexp.MustCompile(`(?i)\s+(?:and|und|et|y|e|&|\+)\s+`)
	leadingAnd = regexp.MustCompile(`(?i)^\s*(?:and|und|et|y|e|&|\+)\s+`)
)

// oneOrTwo reads a name, or two whole ones with a word between: "Otto Berg and Piet van Dyck".
func (r *nameReader) oneOrTwo(line int, text string) {
	parts := between.Split(text, -1)
	for _, part := range parts {
		if len(strings.Fields(part)) < 2 {
			r.add(line, text, "")
			return
		}
	}
	for _, part := range parts {
		r.add(line, part, "")
	}
}

// maybeTwo reports whether a name may be that of two people: "Anna & Otto Berg". A Spanish name may have a y within it, and
// other names an e: "Ortega y Gasset".
func maybeTwo(name string) bool {
	at := between.FindStringIndex(name)
	if at == nil {
		return false
	}
	word := strings.ToLower(strings.TrimSpace(name[at[0]:at[1]]))
	return word != "y" && word != "e" || len(strings.Fields(name[:at[0]])) == 1
}

// isTurned reports whether a comma stands within one name, as nobody would write it
// between two: one side has a single word and the other one too, or a surname of
// several words stands before one given name.
func isTurned(name string) bool {
	before, after, found := strings.Cut(name, ",")
	if !found || strings.Contains(after, ",") {
		return false
	}
	if slices.Contains(suffixes, headingWord(after)) {
		return true
	}
	return len(strings.Fields(before)) == 1 || len(strings.Fields(after)) == 1
}

func (r *nameReader) add(line int, name, email string) {
	name = data.CleanLine(strings.Trim(strings.TrimLeft(name, "@"), " \t,;:\"'<>|*_`"))
	if email == "" && !strings.ContainsFunc(name, unicode.IsLetter) {
		return // a rule, a number, an empty bracket
	}
	r.people = append(r.people, personOf(line, name, email))
}
