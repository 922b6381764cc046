package exchange

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"copleader/data"
)

// PeopleIn reads people out of a table.
func PeopleIn(t *Table, c Columns) []Person {
	f := fillerOf(t, c, data.MemberFields)
	f.blank.Kind = data.KindMember
	var people []Person
	for i := range t.Rows[min(max(c.Head+1, 0), len(t.Rows)):] {
		row := &t.Rows[c.Head+1+i]
		p := f.row(row)
		parts := joined(f.part(row, KeyGivenName), f.part(row, KeyMiddleName), f.part(row, KeySurname))
		if isNobody(p.Row.Name) {
			p.Row.Name, p.Given = "", slices.DeleteFunc(p.Given, func(key string) bool { return key == "name" })
		}
		if isNobody(p.Row.Email) {
			p.Row.Email, p.Given = "", slices.DeleteFunc(p.Given, func(key string) bool { return key == "email" })
		}
		if p.Row.Name == "" && len(p.Given) == 0 && parts == "" || !strings.Contains(p.Row.Email, "@") && isSum(p.Row.Name+parts) {
			continue // nothing stands in the columns that count: a sum, a remark
		}
		person(f, &p, parts)
		if said := f.part(row, KeyActive); isAway(said) && p.Asks.IsZero() {
			p.Asks = data.Say("The list says “%s” of them.", shortened(data.CleanLine(said), 40))
		}
		people = append(people, p)
	}
	return people
}

// away is how lists say of somebody that they are not there, or no person.
var away = wordSet(`deactivated inactive disabled blocked suspended left former removed deleted locked declined notattending notgoing cancelled canceled bot app
	deaktiviert inaktiv gesperrt ausgeschieden ehemalig ausgetreten abgesagt abgemeldet geloscht desactive inactif bloque refuse annule
	desactivado inactivo bloqueado baja rechazado cancelado`)

func isAway(said string) bool {
	on, ticked := tickIn(said)
	return said != "" && (ticked && !on || away[headingWord(said)])
}

// personOf is somebody of whom only a name and an address are known.
func personOf(line int, name, email string) Person {
	f := filler[data.Member]{blank: data.Member{Kind: data.KindMember}}
	p := Person{Row: f.blank, Line: line}
	if p.Row.Name = name; name != "" {
		p.Given = append(p.Given, "name")
	}
	if p.Row.Email = email; email != "" {
		p.Given = append(p.Given, "email")
	}
	person(&f, &p, "")
	return p
}

// person settles the name and the address of somebody, and checks the rest.
func person(f *filler[data.Member], p *Person, parts string) {
	m := &p.Row
	name, email := addressIn(m.Email)
	if email != "" && email != m.Email {
		if m.Email = email; strings.Contains(name, "@") {
			p.Doubts = append(p.Doubts, data.Say("There are several addresses; only the first is taken: %s.", shortened(email, 80)))
		}
	}
	if named, address := addressIn(m.Name); address != "" {
		m.Name = named
		if m.Email == "" {
			m.Email = address
			p.Given = append(p.Given, "email")
		}
	}
	m.Email = ofGuest(m.Email)
	firstPhone(p)
	m.Name = turned(listMark.ReplaceAllString(data.CleanLine(m.Name), ""))
	switch {
	case m.Name != "":
	case parts != "":
		m.Name = parts
	case m.Email != "":
		if m.Name = nameOfAddress(m.Email); m.Name != "" {
			p.Doubts = append(p.Doubts, data.Say("There is no name; it was made of the address %s.", shortened(m.Email, 80)))
		}
	}
	if m.Name != "" && !p.gives("name") {
		p.Given = append([]string{"name"}, p.Given...)
	}
	if m.Name == "" {
		p.Refused = data.Say("There is no name.")
		return
	}
	if isProgram(m.Name) {
		p.Asks = programAsks
	} else if maybeTwo(m.Name) {
		p.Asks = twoAsks
	}
	p.settle(data.MemberFields, p.Row.Validate, f.blank, "name")
}

// twoAsks is why a name is asked about that may be those of two people.
var twoAsks = data.Say("These may be two people; if so, please bring them one by one.")

// guestAccount is the name of the account that Microsoft gives somebody from outside: "ada_firm.example#EXT#@…".
var guestAccount = regexp.MustCompile(`^(.+)_([^_@]+)#[Ee][Xx][Tt]#@`)

// ofGuest is the address behind the account of a guest.
func ofGuest(email string) string {
	if m := guestAccount.FindStringSubmatch(email); m != nil && len(email) < 400 {
		return m[1] + "@" + m[2]
	}
	return email
}

// firstPhone leaves the first of several numbers, as Google writes them into one cell.
func firstPhone(p *Person) {
	first, others, several := strings.Cut(p.Row.Phone, ":::")
	if p.Row.Phone = data.CleanLine(first); several && strings.TrimSpace(others) != "" {
		p.Doubts = append(p.Doubts, data.Say("There are several numbers; only the first is taken: %s.", shortened(p.Row.Phone, 80)))
	}
}

// joined writes the parts of a name after one another; a part that holds the first
// one already is the whole name.
func joined(given, middle, surname string) string {
	given, middle, surname = data.CleanLine(given), data.CleanLine(middle), data.CleanLine(surname)
	if given != "" && strings.Contains(surname, ",") {
		return turned(surname)
	}
	held := slices.Index(strings.Fields(data.Fold(surname)), data.Fold(given))
	if given != "" && held >= 0 && len(strings.Fields(surname)) > 1 {
		return surname
	}
	return strings.Join(strings.Fields(given+" "+middle+" "+surname), " ")
}

// suffixes stand behind a comma without being a given name, folded.
var suffixes = []string{"jr", "sr", "ii", "iii", "phd", "md", "msc", "bsc", "ma", "ba", "mba", "dr", "esq", "pmp", "jun", "junior", "sen", "senior"}

// isSuffix reports whether what stands behind a comma is no given name: "Jr.", "PhD", "geb. Meier".
func isSuffix(behind string) bool {
	return slices.Contains(suffixes, headingWord(behind)) || birthName.MatchString(strings.TrimSpace(behind))
}

// birthName is the name that somebody was born with.
var birthName = regexp.MustCompile(`(?i)^(?:geb\.|geborene?|née?|born|nacid[ao])\s+\pL`)

// turned writes "Lovelace, Ada" as "Ada Lovelace"; what stands in brackets stays behind.
func turned(name string) string {
	bare, behind := name, ""
	if at := strings.IndexByte(name, '('); at > 0 && strings.HasSuffix(name, ")") {
		bare, behind = strings.TrimSpace(name[:at]), " "+name[at:]
	}
	surname, given, found := strings.Cut(bare, ",")
	surname, given = strings.TrimSpace(surname), strings.TrimSpace(given)
	if !found {
		if surname, given, found = capitalsFirst(bare); !found {
			return name
		}
	}
	if surname == "" || given == "" || strings.Contains(given, ",") || isSuffix(given) {
		return name
	}
	return given + " " + surname + behind
}

// capitalsFirst parts a name as it stands in French lists: "DUPONT Jean", "LE GOFF Anne-Marie".
func capitalsFirst(name string) (surname, given string, is bool) {
	words := strings.Fields(name)
	first, long := 0, false
	for first < len(words) && isCapitals(words[first]) {
		long = long || len(letters(words[first])) > 2 // "JP Morgan" is no surname
		first++
	}
	for _, word := range words[first:] {
		runes := []rune(word)
		is = len(runes) > 1 && unicode.IsUpper(runes[0]) && unicode.IsLower(runes[1])
		if !is {
			return "", "", false
		}
	}
	return strings.Join(words[:first], " "), strings.Join(words[first:], " "), is && long
}

// isCapitals reports whether a word has two letters or more, all of them capitals.
func isCapitals(word string) bool {
	n := 0
	for _, r := range word {
		if unicode.IsUpper(r) {
			n++
		} else if unicode.IsLetter(r) {
			return false
		}
	}
	return n > 1 && !strings.ContainsAny(word, ".0123456789")
}

// listMark is what stands before an entry of a list, but for numbers.
var listMark = regexp.MustCompile(`^(?:[-*•·–—‣▪◦☐☑✓>]+\s+|\[[ xX]?\]\s*)+`)

var address = regexp.MustCompile(`[^\s<>"'()\[\],;:|]+@[^\s<>"'()\[\],;:|]+`)

// aroundAddress are the signs that stand around an address and are left when it is taken out.
var aroundAddress = strings.NewReplacer("<>", "", "< >", "", "()", "", "( )", "", "[ ]", "", "mailto:", "", `"`, "")

// addressIn finds the address in a text, and what stands beside it.
func addressIn(text string) (beside, email string) {
	text = strings.TrimSpace(text)
	if !strings.Contains(text, "@") {
		return text, ""
	}
	at := address.FindStringIndex(text)
	if at == nil {
		return text, ""
	}
	email = strings.TrimRight(text[at[0]:at[1]], ".")
	beside = text[:at[0]] + " " + text[at[1]:]
	return strings.Trim(data.CleanLine(aroundAddress.Replace(beside)), " ,;:<>|\u2013-\u2014"), email
}

// nameOfAddress makes a name of what stands before the @: of ada.lovelace@… "Ada Lovelace".
func nameOfAddress(email string) string {
	local, _, _ := strings.Cut(email, "@")
	words := strings.FieldsFunc(local, func(r rune) bool { return !unicode.IsLetter(r) })
	for i, word := range words {
		runes := []rune(word)
		words[i] = string(unicode.ToUpper(runes[0])) + string(runes[1:])
	}
	return strings.Join(words, " ")
}
