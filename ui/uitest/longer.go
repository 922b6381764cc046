package uitest

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"copleader/data/words"
)

// Longer is a made-up language in which every word is half again as long as in English. No leader speaks it; it shows where translations
// will find no room.
func Longer(t testing.TB) *words.Say {
	t.Helper()
	template, err := os.ReadFile(filepath.Join(house(t), "data", "words", "copleader.pot"))
	if err != nil {
		t.Fatal(err)
	}
	var catalogue strings.Builder
	catalogue.WriteString("msgid \"\"\nmsgstr \"\"\n\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\n")
	for entry := range strings.SplitSeq(string(template), "\n\n") {
		one, many := quotedAfter(entry, "msgid "), quotedAfter(entry, "msgid_plural ")
		switch {
		case one == "":
		case many != "":
			catalogue.WriteString("msgid " + strconv.Quote(one) + "\nmsgid_plural " + strconv.Quote(many) +
				"\nmsgstr[0] " + strconv.Quote(longer(one)) + "\nmsgstr[1] " + strconv.Quote(longer(many)) + "\n\n")
		default:
			catalogue.WriteString("msgid " + strconv.Quote(one) + "\nmsgstr " + strconv.Quote(longer(one)) + "\n\n")
		}
	}
	return words.Of("longer", []byte(catalogue.String()))
}

// quotedAfter is the text that stands in quotes behind a word at the beginning of a line, and in the lines below it.
func quotedAfter(entry, word string) (text string) {
	reading := false
	for line := range strings.SplitSeq(entry, "\n") {
		quoted, begins := strings.CutPrefix(line, word)
		reading = begins || reading && strings.HasPrefix(line, "\"")
		if part, err := strconv.Unquote(quoted); reading && err == nil {
			text += part
		}
	}
	return text
}

// house is the folder of the program's source.
func house(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for dir != filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		dir = filepath.Dir(dir)
	}
	t.Fatal("the program's source is not around the test")
	return ""
}

// LongWords is a text of the leader whose words are half again as long, but for those that are long already, within a limit of letters.
func LongWords(text string, most int) string {
	words := strings.Fields(text)
	for i, word := range words {
		if utf8.RuneCountInString(word) <= ordinaryWord {
			words[i] = longer(word)
		}
	}
	letters := []rune(strings.Join(words, " "))
	return strings.TrimSpace(string(letters[:min(most, len(letters))]))
}

// ordinaryWord is how many letters a word has that another language may have a longer one for.
const ordinaryWord = 8

// longer adds to every word its own first half; what is filled in stays.
func longer(sentence string) string {
	var out strings.Builder
	var word []rune
	end := func() {
		out.WriteString(string(word))
		if len(word) > 1 {
			out.WriteString(strings.ToLower(string(word[:(len(word)+1)/2])))
		}
		word = nil
	}
	filled := false
	for _, r := range sentence {
		switch {
		case filled:
			out.WriteRune(r)
			filled = !unicode.IsLetter(r) && r != '%'
		case r == '%':
			end()
			out.WriteRune(r)
			filled = true
		case unicode.IsLetter(r):
			word = append(word, r)
		default:
			end()
			out.WriteRune(r)
		}
	}
	end()
	return out.String()
}
