package data

import "strings"

// checkLetters leaves out I and O, which are taken for 1 and 0.
const checkLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ"

// FormCode is the short code on a printed form, from which its round, language
// and version are known when it is typed in later: "CT-01W.en1.K". The letter at
// the end tells a slip of the finger.
func FormCode(round, language, version string) string {
	code := strings.ToUpper(round) + "." + language + version
	return code + "." + string(checkLetter(code))
}

// ValidFormCode reports whether a code was typed as it stands on the form.
func ValidFormCode(code string) bool {
	body, letter, ok := cutLast(strings.TrimSpace(code), ".")
	return ok && strings.EqualFold(letter, string(checkLetter(body)))
}

// FormMark is what the code on a printed form tells.
type FormMark struct {
	Round    string // the round's code, in capitals
	Language string
	Version  string // of the form
}

// ParseFormCode reads the code as it was typed; ok is false for a slip of the
// finger, which the letter at the end gives away.
func ParseFormCode(code string) (mark FormMark, ok bool) {
	if !ValidFormCode(code) {
		return FormMark{}, false
	}
	body, _, _ := cutLast(strings.TrimSpace(code), ".")
	round, form, found := cutLast(body, ".")
	version := strings.TrimLeftFunc(form, func(r rune) bool { return r < '0' || r > '9' })
	if !found || round == "" || version == "" {
		return FormMark{}, false
	}
	return FormMark{Round: strings.ToUpper(round), Language: strings.ToLower(strings.TrimSuffix(form, version)), Version: version}, true
}

// RoundOfForm finds the round that a form's code belongs to.
func (s *Snapshot) RoundOfForm(code string) (Round, bool) {
	mark, ok := ParseFormCode(code)
	if !ok {
		return Round{}, false
	}
	for i := range s.Rounds {
		if strings.EqualFold(s.Rounds[i].Code, mark.Round) {
			return s.Rounds[i], true
		}
	}
	return Round{}, false
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// checkLetter weighs each character by its place, so that two that changed
// places are noticed as well. Case doesn't matter.
func checkLetter(s string) byte {
	sum := 0
	for i, r := range []rune(strings.ToUpper(s)) {
		sum += (i + 1) * int(r)
	}
	// 23 is prime, so no weight below it hides a character.
	return checkLetters[sum%23]
}
