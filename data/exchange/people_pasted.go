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
	people, _ := pastedPeople(text, false)
	return people
}

// pastedPeople also gives the lines of the text that name nobody; came says that it is about who came to a meeting.
func pastedPeople(text string, came bool) ([]Person, []Passed) {
	if len(text) > maxContent {
		return nil, nil
	}
	if t, passed, is := pastedRoster(text); is {
		c := GuessColumns(&t, People)
		people := PeopleIn(&t, c)
		return people, append(passed, notTaken(&t, c, people)...)
	}
	text, passed := withoutTalk(plainLines(text), came)
	units := unitsOf(addressesBeneath(text))
	r := nameReader{turning: surnamesBehind(units), inUnits: unitsBehind(units), counting: came, passed: passed}
	for _, u := range units {
		if r.read(u); len(r.people) > maxRows {
			break // which is told of the source
		}
	}
	return r.people, r.passed
}

// addressesBeneath puts an address that stands alone on its line behind the name above, where it is made of that name.
func addressesBeneath(text string) string {
	if !strings.Contains(text, "@") {
		return text
	}
	lines := strings.Split(text, "\n")
	for i := 1; i < len(lines); i++ {
		above, email := strings.TrimSpace(lines[i-1]), strings.TrimSpace(lines[i])
		if isLikeName(turned(above)) && data.IsEmail(email) && isMadeOf(email, above) {
			lines[i-1], lines[i] = above+" <"+email+">", ""
		}
	}
	return strings.Join(lines, "\n")
}

// isMadeOf reports whether a word of a name stands in what an address has before the @.
func isMadeOf(email, name string) bool {
	local := localPart(email)
	return slices.ContainsFunc(strings.Fields(name), func(word string) bool {
		word = spelled(word)
		return len(word) > 2 && strings.Contains(local, word)
	})
}

// pastedRoster takes a text for a table of people, if it is one; passed are lines that were left out before.
func pastedRoster(text string) (t Table, passed []Passed, is bool) {
	text = plainLines(text)
	if t, passed, is = labelledTable(text); is {
		return t, passed, true
	}
	text, passed = withoutTalk(text, false)
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
	var lines [][]string
	var numbers []int
	for i, line := range withoutNumbers(strings.Split(text, "\n")) {
		if parts := partsOf(line); len(parts) > 0 {
			lines, numbers = append(lines, parts), append(numbers, i+1)
		}
	}
	var units []unit
	paired := isInPairs(lines)
	for i, parts := range lines {
		for _, part := range besideAddress(parts, paired) {
			units = append(units, unit{numbers[i], part})
		}
	}
	return units
}

// partsOf are the parts of a line that stand by themselves.
func partsOf(line string) (parts []string) {
	if mailLine.MatchString(line) {
		return nil
	}
	line = bullet.ReplaceAllString(mailHeading.ReplaceAllString(line, ""), "")
	line = mention.ReplaceAllString(line, ";$1")
	for _, part := range strings.FieldsFunc(namesApart(line), func(r rune) bool { return strings.ContainsRune(betweenPeople, r) }) {
		if part = data.CleanLine(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// numberBefore is a number before what it counts, without a sign between.
var numberBefore = regexp.MustCompile(`^\s*(\d{1,4})\s+(\pL.*)$`)

// withoutNumbers takes the numbers off lines that are counted by them from the first on: "1 Ada Lovelace", "2 Grace Hopper".
func withoutNumbers(lines []string) []string {
	bare, n := slices.Clone(lines), 0
	for i, line := range lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		m := numberBefore.FindStringSubmatch(line)
		if n++; m == nil || number(m[1]) != n {
			return lines
		}
		bare[i] = m[2]
	}
	if n < 2 {
		return lines
	}
	return bare
}

// mention is what stands before a name where chats point at somebody: "@Ada Lovelace @Grace Hopper".
var mention = regexp.MustCompile(`(?:^|\s)@(\p{Lu})`)

// namesApart parts whole names with strokes between them: "Ada Lovelace / Grace Hopper".
func namesApart(line string) string {
	for _, sign := range []string{" / ", " | "} {
		parts := strings.Split(line, sign)
		if len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool { return !isLikeName(strings.TrimSpace(part)) }) {
			return strings.Join(parts, ";")
		}
	}
	return line
}

// surnamesBehind reports whether a comma stands between surname and given name, all
// over the text: then most parts hold just one, and of half of them nobody would take the halves for two people, or each has an address.
func surnamesBehind(units []unit) bool {
	one, surely, addressed := 0, 0, 0
	for _, u := range units {
		beside, email := addressIn(u.text)
		bare, _ := cutSuffix(beside)
		if strings.Count(bare, ",") == 1 {
			one++
			if isTurned(bare) {
				surely++
			}
			if email != "" {
				addressed++
			}
		}
	}
	return one > 1 && 2*one > len(units) && (2*surely >= one || addressed == one)
}

// unitsBehind reports whether all over the text a whole name stands before a comma, and a unit behind: "Ada Lovelace, Sales".
func unitsBehind(units []unit) bool {
	seen := map[string]int{}
	unitly := 0
	for _, u := range units {
		beside, _ := addressIn(u.text)
		name, behind, found := strings.Cut(beside, ",")
		if behind = strings.TrimSpace(behind); !found || !isLikeName(strings.TrimSpace(name)) || strings.ContainsAny(behind, ",@") || behind == "" {
			return false
		}
		if seen[behind]++; seen[behind] == 2 || isUnit(behind) {
			unitly++
		}
	}
	return len(units) > 1 && unitly > 0
}

// allCapitals is what a unit is called in short, and nobody with a given name.
var allCapitals = regexp.MustCompile(`^\p{Lu}{1,2}[\p{Lu}&/+-]*$`)

// unitWords are what units are called, as headingWord writes it.
var unitWords = wordSet(`marketing sales it hr finance legal support engineering development research operations purchasing accounting controlling management
	product design quality testing security production logistics einkauf vertrieb personal entwicklung forschung buchhaltung produktion logistik recht
	qualitat verwaltung geschaftsfuhrung achats ventes comptabilite juridique recherche production compras ventas contabilidad recursoshumanos investigacion`)

// nameReader reads names out of the parts of a text.
type nameReader struct {
	turning bool // "Lovelace, Ada" throughout
	inUnits bool // "Ada Lovelace, Sales" throughout
	people  []Person

	counting bool     // guests whom the text only counts are wanted too
	passed   []Passed // what names nobody
}

func (r *nameReader) read(u unit) {
	addresses := address.FindAllStringIndex(u.text, -1)
	name, unit, email, inUnit := besideUnit(u.text)
	switch {
	case len(addresses) == 1 && inUnit:
		r.people = append(r.people, with(personOf(u.line, name, email), "unit", unit))
	case len(addresses) == 1 && inThree.MatchString(u.text):
		m := inThree.FindStringSubmatch(u.text)
		r.people = append(r.people, with(personOf(u.line, m[1], m[2]), "unit", m[3]))
	case len(addresses) == 1:
		r.withAddress(u, addresses[0])
	case len(addresses) > 1:
		r.several(u, addresses)
	default:
		r.names(u)
	}
}

// besideUnit parts a whole name, a unit and an address: "Ada Lovelace | Sales | ada@firm.example", "Ada Lovelace ada@firm.example Sales".
func besideUnit(text string) (name, unit, email string, is bool) {
	if m := unitBetween.FindStringSubmatch(text); m != nil {
		return m[1], m[2], m[3], isLikeName(m[1]) && !isLikeName(m[2])
	}
	if m := unitAfter.FindStringSubmatch(text); m != nil {
		return m[1], m[3], m[2], isLikeName(m[1])
	}
	return "", "", "", false
}

// unitAfter is a name, an address and a unit without signs between.
var unitAfter = regexp.MustCompile(`^\s*([^,|<>@]+?)\s+([^\s,<>()|@]+@[^\s,<>()|@]+)\s+(\pL[\pL &-]*?)\s*$`)

// unitBetween is a name, a unit and an address, with commas or bars between.
var unitBetween = regexp.MustCompile(`^\s*([^,|<>@]+?)\s*[,|]\s*(\pL[^,|<>@]*?)\s*[,|]\s*<?([^\s,<>()|]+@[^\s,<>()|]+?)>?\s*$`)

// inThree is a name, an address and a unit, with commas between.
var inThree = regexp.MustCompile(`^\s*([^,<>@]+?)\s*,\s*([^\s,<>()]+@[^\s,<>()]+)\s*,\s*(\pL[^,@]*?)\s*$`)

// besideNames are signs that stand between names and addresses.
const besideNames = " ,;:<>\"'\u2013-"

// several reads a list of addresses, each with its name before it or without any.
func (r *nameReader) several(u unit, addresses [][]int) {
	from := 0
	for _, at := range addresses {
		name := strings.TrimRight(strings.TrimLeft(u.text[from:at[0]], besideNames+")]"), besideNames+"([")
		r.addressed(u, strings.TrimSuffix(name, "mailto"), strings.TrimRight(u.text[at[0]:at[1]], "."), "")
		from = at[1]
	}
	if rest := strings.Trim(u.text[from:], besideNames+"()[]."); rest != "" {
		r.names(unit{u.line, rest})
	}
}

// names reads a part without any address: one name, or several with commas between.
func (r *nameReader) names(u unit) {
	text := strings.Trim(u.text, " ,;\"")
	if m := unitAndPhone.FindStringSubmatch(text); m != nil && isLikeName(m[1]) {
		r.people = append(r.people, with(with(personOf(u.line, m[1], ""), "unit", m[2]), "phone", m[3]))
		return
	}
	if r.inUnits {
		name, unit, _ := strings.Cut(text, ",")
		r.addInUnit(u.line, name, unit)
		return
	}
	if strings.Count(text, ",") == 0 || r.turning && strings.Count(text, ",") == 1 || isTurned(text) {
		r.oneOrTwo(u.line, text)
		return
	}
	if bare, suffix := cutSuffix(text); suffix != "" && isTurned(bare) {
		r.oneOrTwo(u.line, turned(bare)+suffix)
		return
	}
	for _, name := range listed(text) {
		r.oneOrTwo(u.line, strings.TrimSpace(leadingAnd.ReplaceAllString(name, "")))
	}
}

// unitAndPhone is a name, a unit and a telephone number, with commas between.
var unitAndPhone = regexp.MustCompile(`^([^,]+?)\s*,\s*(\pL[\pL\d &/.-]{0,60}?)\s*,\s*(\+?\(?\d[\d\s()/.-]{5,20}\d)$`)

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
	if isSuffix(after) {
		return true
	}
	words := strings.Fields(before)
	return len(words) == 1 || len(strings.Fields(after)) == 1 || len(words) > 1 && particles[words[0]] && !between.MatchString(" "+words[0]+" ")
}

// What stands beside a name without a comma: a number, and a unit behind a dash.
var (
	phoneBehind = regexp.MustCompile(`^(.*\pL[^\d+]*?)[\s,:(–-]+(\+?\(?\d[\d\s()/.-]{5,20}\d)\)?$`)
	phoneLabel  = regexp.MustCompile(`(?i)[\s,(–-]+(?:tel|telefon|phone|mobile?|handy|cell|tél|móvil)\.?$`)
	unitBehind  = regexp.MustCompile(`^(.+?) [–—-] (\pL[\pL\d &/.-]{1,60})$`)
)

func (r *nameReader) add(line int, name, email string) {
	name = data.CleanLine(bareName(strings.TrimLeft(name, "@"), " \t,;:\"<>|*_`"))
	if guestsIn(name) > 0 && email == "" {
		if r.counting {
			r.people = append(r.people, personOf(line, name, ""))
		} else {
			r.passed = append(r.passed, Passed{line, name})
		}
		return
	}
	name = withoutAside(strings.TrimSpace(strings.TrimFunc(name, isSign)))
	if email == "" && !strings.ContainsFunc(name, unicode.IsLetter) {
		return // a rule, a number, an empty bracket
	}
	phone, unit := "", ""
	if m := phoneBehind.FindStringSubmatch(name); m != nil {
		name, phone = phoneLabel.ReplaceAllString(m[1], ""), m[2]
	}
	if m := unitBehind.FindStringSubmatch(name); m != nil && isLikeName(m[1]) {
		name, unit = m[1], m[2]
	}
	if bare, ended := strings.CutSuffix(name, "."); ended && isLikeName(bare) && len(bare)-strings.LastIndexByte(bare, ' ') > 4 {
		name = bare // of a sentence
	}
	turned, is := turnedByAddress(name, email)
	p := personOf(line, turned, email)
	if is {
		p.doubt(data.Say("The text says “%s”; the order is that of the address.", shortened(name, 80)))
	}
	r.people = append(r.people, with(with(p, "phone", phone), "unit", unit))
}

// addInUnit adds somebody with a unit.
func (r *nameReader) addInUnit(line int, name, unit string) {
	r.add(line, name, "")
	if last := len(r.people) - 1; last >= 0 && r.people[last].Line == line {
		r.people[last] = with(r.people[last], "unit", strings.TrimSpace(unit))
	}
}

// with fills a text of somebody, if there is any.
func with(p Person, key, text string) Person {
	if f := data.MemberFields.Of(key); text != "" && !p.gives(key) {
		*f.Text(&p.Row) = p.fitted(text, f)
		p.give(key)
	}
	return p
}

// isSign reports whether a letter is a picture or a mark around a name.
func isSign(r rune) bool { return unicode.Is(unicode.S, r) || r == 0xFE0F || r == 0x200D || r == ' ' }
