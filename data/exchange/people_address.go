package exchange

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"copleader/data"
)

// OnePerson reads what was typed where one person is named, if an address stands beside the name: "Ada Lovelace <ada@firm.example>",
// "Lovelace, Ada; ada@firm.example". A name alone is left to whoever asked for it, and so is a text that names several.
func OnePerson(typed string) (m data.Member, is bool) {
	if strings.Count(typed, "@") != 1 || strings.ContainsAny(strings.TrimSpace(typed), "\n\r") {
		return m, false
	}
	name, email := addressIn(typed)
	people, _ := pastedPeople(name+" <"+email+">", false)
	if len(people) != 1 || !people[0].Refused.IsZero() || people[0].Row.Email == "" {
		return m, false
	}
	return people[0].Row, true
}

// withAddress reads a part with one address in it, and who stands before and behind it in the same list.
func (r *nameReader) withAddress(u unit, at []int) {
	head, behind := u.text, ""
	if m := behindAddress.FindStringSubmatch(u.text[at[1]:]); m != nil && strings.ContainsFunc(u.text[:at[0]], unicode.IsLetter) {
		head, behind = u.text[:at[1]], m[1]
	}
	name, email := addressIn(head)
	unitBehind := ""
	if isUnit(behind) {
		unitBehind, behind = behind, ""
	}
	r.addressed(u, name, strings.Trim(email, "'"), unitBehind)
	if behind != "" {
		r.names(unit{u.line, behind})
	}
}

// addressed adds whose address it is, and those who stand before in the same list and have none.
func (r *nameReader) addressed(u unit, names, email, inUnit string) {
	w := r.whose(u, bareName(names, strings.ReplaceAll(besideNames, "'", "")), email)
	from := len(r.people)
	r.add(u.line, w.name, email)
	for i := range r.people[from:] {
		p := &r.people[from+i]
		*p = with(*p, "unit", cmp.Or(w.unit, inUnit))
		if w.asks && p.Asks.IsZero() {
			p.Asks = twoAsks
		}
	}
}

// bareName takes signs away from around a name, and single quotes that stand around all of it or have no other: those around a part of it,
// such as of a nickname, are the name's.
func bareName(name, signs string) string {
	for {
		name = strings.Trim(name, signs)
		first, last, n := strings.HasPrefix(name, "'"), strings.HasSuffix(name, "'"), strings.Count(name, "'")
		switch {
		case first && last && n > 1 && n < 4:
			name = name[1 : len(name)-1]
		case first && n%2 == 1:
			name = name[1:]
		case last && n%2 == 1:
			name = name[:len(name)-1]
		default:
			return name
		}
	}
}

// behindAddress is what stands in a list behind an address in angle brackets.
var behindAddress = regexp.MustCompile(`^'?>\s*,\s*(\pL.*)$`)

// isUnit reports whether a word is what a unit is called, and nobody.
func isUnit(word string) bool { return unitWords[headingWord(word)] || allCapitals.MatchString(word) }

// owner is whose an address is.
type owner struct {
	name, unit string
	asks       bool // they may be two people after all
}

// whose tells which of the names before an address have it; those of a list that stand before, and have none, are added by themselves.
func (r *nameReader) whose(u unit, names, email string) owner {
	bare, suffix := cutSuffix(names)
	before, behind, found := strings.Cut(bare, ",")
	before, behind = strings.TrimSpace(before), strings.TrimSpace(behind)
	switch {
	case !found:
		return owner{name: names}
	case strings.Contains(behind, ","): // more than surname and given name
	case isLikeName(before) && (r.inUnits || isUnit(behind)):
		return owner{name: before + suffix, unit: behind}
	case r.turning, isTurned(bare), !strings.Contains(u.text, "<"):
		return owner{name: turned(bare) + suffix}
	case !isAllIn(behind, email):
		return owner{name: turned(bare) + suffix, asks: !isMadeOf(email, before) && !isInitials(email, before, behind)}
	}
	parts := listed(names)
	for _, part := range parts[:len(parts)-1] {
		r.add(u.line, part, "")
	}
	return owner{name: parts[len(parts)-1]}
}

// cutSuffix takes "Jr.", "PhD" and the like off the end, with the comma before.
func cutSuffix(name string) (bare, suffix string) {
	if at := strings.LastIndexByte(name, ','); at > 0 && isSuffix(name[at+1:]) {
		return strings.TrimSpace(name[:at]), ", " + strings.TrimSpace(name[at+1:])
	}
	return name, ""
}

// listed are the parts of a list with commas between; "PhD" and the like belong to the part before.
func listed(text string) []string {
	parts := strings.Split(text, ",")
	for i := len(parts) - 1; i > 0; i-- {
		if isSuffix(parts[i]) {
			parts[i-1] += ", " + strings.TrimSpace(parts[i])
			parts = slices.Delete(parts, i, i+1)
		}
	}
	return parts
}

// isAllIn reports whether an address holds all words of a name, as "grace.hopper@…" those of Grace Hopper: then nothing else belongs to it.
func isAllIn(name, email string) bool {
	return !slices.ContainsFunc(strings.Fields(name), func(word string) bool { return !strings.Contains(localPart(email), spelled(word)) })
}

// isInitials reports whether an address is made of the initials of a surname and given names: "mjgl@…" of María José García López.
func isInitials(email, surname, given string) bool {
	first := func(words string) (initials string) {
		for word := range strings.FieldsSeq(words) {
			initials += string([]rune(spelled(word) + " ")[:1])
		}
		return initials
	}
	local := localPart(email)
	return local == first(given)+first(surname) || local == first(surname)+first(given)
}

// localPart is what an address has before the @, spelled to be held against names.
func localPart(email string) string {
	local, _, _ := strings.Cut(email, "@")
	return spelled(local)
}

// besideAddress joins a name and the address that stands alone behind it, with a sign between people between: "Ada Lovelace; ada@…".
// In a single line they belong together only where the address is made of the name.
func besideAddress(parts []string, throughout bool) []string {
	joined := slices.Clone(parts)
	for i := len(joined) - 1; i > 0; i-- {
		name, email := joined[i-1], strings.Trim(joined[i], "<>")
		if !strings.Contains(name, "@") && data.IsEmail(email) && (throughout || isMadeOf(email, name)) {
			joined[i-1] = name + " <" + email + ">"
			joined = slices.Delete(joined, i, i+1)
		}
	}
	return joined
}

// isInPairs reports whether a text goes through name and address, name and address, more than once.
func isInPairs(lines [][]string) bool {
	pairs := 0
	for _, parts := range lines {
		if len(parts)%2 != 0 {
			return false
		}
		for i := 0; i < len(parts); i += 2 {
			if strings.Contains(parts[i], "@") || !data.IsEmail(strings.Trim(parts[i+1], "<>")) {
				return false
			}
			pairs++
		}
	}
	return pairs > 1
}
