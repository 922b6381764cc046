package data

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// nameMost is how long a file's name may be in bytes, without its ending: systems allow some 143 to 255, and the names of copies,
// locks and drafts are longer by a date and a number.
const nameMost = 120

// refusedInNames are the characters that one system or another doesn't let stand in a file's name.
const refusedInNames = `<>:"/\|?*`

// reservedNames mean devices on Windows, with any ending and in any case.
var reservedNames = map[string]bool{"CON": true, "PRN": true, "AUX": true, "NUL": true, "COM": true, "LPT": true}

// FileName makes the name of a file, without its ending, from a name in whatever script, such as a community's. It is one that
// every system takes, and empty where nothing is left that could be read.
func FileName(name string) string {
	var b strings.Builder
	for _, r := range norm.NFC.String(strings.ToValidUTF8(name, " ")) {
		switch {
		case strings.ContainsRune(refusedInNames, r), unicode.IsSpace(r):
			b.WriteByte(' ')
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d', unicode.Is(unicode.Co, r), r == unicode.ReplacementChar:
			// A mark that nobody sees, such as one that turns the direction of writing round; the two joiners shape letters.
		default:
			b.WriteRune(r)
		}
	}
	clean := strings.Join(strings.Fields(b.String()), " ")
	clean = cutName(strings.Trim(clean, " .~-\u200c\u200d"))
	if !strings.ContainsFunc(clean, unicode.IsGraphic) {
		return ""
	}
	if device, _, _ := strings.Cut(clean, "."); reservedNames[strings.TrimRight(strings.ToUpper(strings.TrimSpace(device)), "0123456789¹²³$")] {
		clean = "_" + clean
	}
	return clean
}

// cutName cuts a name at its greatest length, between characters and not before an accent or the joined part of one.
func cutName(name string) string {
	if len(name) <= nameMost {
		return name
	}
	end := nameMost
	for end > 0 && !utf8.RuneStart(name[end]) {
		end--
	}
	for end > 0 {
		next, _ := utf8.DecodeRuneInString(name[end:])
		last, size := utf8.DecodeLastRuneInString(name[:end])
		if !unicode.Is(unicode.M, next) && next != '\u200d' && last != '\u200d' {
			break
		}
		end -= size
	}
	return strings.TrimRight(name[:end], " .")
}
