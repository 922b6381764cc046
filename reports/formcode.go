package reports

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
