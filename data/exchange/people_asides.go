package exchange

import (
	"regexp"
	"strconv"
	"strings"

	"copleader/data"
)

// countedGuests is a line that counts guests and names nobody: "3 Gäste", "+ 2 guests", "y 1 invitado".
var countedGuests = regexp.MustCompile(`(?i)^(?:[+&]|and|und|sowie|plus|et|y)?\s*(\d{1,3})\s*x?\s+(?:(?:more|other|further|external|weitere|externe|autres?|otr[oa]s)\s+)?` +
	`(?:guests?|visitors?|gast|gäste|gaeste|besucher(?:innen)?|invitée?s?|visiteurs?|invitad[oa]s?|visitantes?)(?:\s+(?:more|extern\pL*))?[.!]?$`)

// guestsIn is how many guests a line counts; 0 for none.
func guestsIn(line string) int {
	m := countedGuests.FindStringSubmatch(line)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

// besideName is what stands in brackets behind a name and tells of this time only, or how to speak of somebody: "(ab 10:30)", "(she/her)".
var besideName = regexp.MustCompile(`(?i)^(.*\S)\s*[(\[](?:(?:\pL{2,6}/){1,2}\pL{2,6}|` +
	`(?:ab|bis|von|erst ab|nur|from|until|till|since|only|à partir|dès|jusqu'|depuis|desde|hasta|solo)\b[^()\[\]]*)[)\]]$`)

// withoutAside is a name without such a bracket.
func withoutAside(name string) string {
	if m := besideName.FindStringSubmatch(name); m != nil {
		return m[1]
	}
	return name
}

// twoSpellings writes letters as they stand in addresses, of whatever spelling, in one way.
var twoSpellings = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u", "ß", "ss", "ı", "i", "ø", "o", "ł", "l", "đ", "d", "æ", "a")

// spelled are the letters of a name, or of a part of an address, to be held against each other.
func spelled(text string) string { return twoSpellings.Replace(letters(text)) }

// givenAndSurname are the two parts of an address that is made of a name: aylin.oezdemir@…
var givenAndSurname = regexp.MustCompile(`^(\pL[\pL-]+)[._](\pL[\pL-]+)@`)

// turnedByAddress writes the given name first where the address does and the text does not: "Özdemir Aylin <aylin.oezdemir@…>".
func turnedByAddress(name, email string) (turned string, is bool) {
	m := givenAndSurname.FindStringSubmatch(email)
	words := strings.Fields(name)
	if m == nil || len(words) < 2 || strings.ContainsAny(name, ",()[]") {
		return name, false
	}
	given, surname := spelled(m[1]), spelled(m[2])
	for at := 1; at < len(words); at++ {
		first, behind := spelled(strings.Join(words[:at], "")), spelled(strings.Join(words[at:], ""))
		switch {
		case first == given && behind == surname:
			return name, false
		case first == surname && behind == given:
			turned, is = data.CleanLine(strings.Join(words[at:], " ")+" "+strings.Join(words[:at], " ")), true
		}
	}
	if !is {
		return name, false
	}
	return turned, true
}
