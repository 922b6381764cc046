package data

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Named is a person of the roster whom a text names, or may name.
type Named struct {
	Member Member
	// Word is the single word of the name that stands there, "" where the text surely
	// means the person.
	Word string
}

// NamedIn is whom the told part of a story names although it may not, a person of the
// roster (data/README.md, Sponsors). The witness has a field of its own.
func (s *Snapshot) NamedIn(story *ValueStory) (Named, bool) {
	if story.Consent == ConsentNamed {
		return Named{}, false
	}
	text := strings.Join([]string{story.Title, story.Situation, story.Met, story.Did, story.CameOfIt}, "\n")
	folded := Fold(CleanLine(text))
	for _, m := range s.Members {
		near := slices.ContainsFunc([]string{m.Name, m.SortAs, m.Called, m.Email}, func(name string) bool {
			return name != "" && strings.Contains(folded, Fold(CleanLine(name)))
		})
		if near && s.TracesOf(m).Points(text) { // the closer look is dear
			return Named{Member: m}, true
		}
	}
	words := wordsLikeNames(text)
	for _, m := range s.Members {
		if m.Erased() {
			continue
		}
		for _, part := range wordsOf(m.Called + " " + m.Name) {
			if isName(part) && words[Fold(part)] {
				return Named{m, part}, true
			}
		}
	}
	return Named{}, false
}

// shortName is the fewest letters of a name that may be the first word of a sentence:
// "An" is a name and a word.
const shortName = 3

// wordsLikeNames are the words of a text that may be somebody's name, folded, also without
// an "s" behind them: those in capitals or of a script without them. What stands beside
// a number is none, "May 2026", nor is a very short word that begins a sentence.
func wordsLikeNames(text string) map[string]bool {
	found := map[string]bool{}
	words, number := wordsOf(text), func(word string) bool {
		first, _ := utf8.DecodeRuneInString(word)
		return unicode.IsDigit(first)
	}
	begins := sentenceBegins(text)
	for i, word := range words {
		beside := i > 0 && number(words[i-1]) || i+1 < len(words) && number(words[i+1])
		if !isName(word) || beside || begins[i] && utf8.RuneCountInString(word) < shortName {
			continue
		}
		found[Fold(word)] = true
		if bare, genitive := strings.CutSuffix(Fold(word), "s"); genitive && utf8.RuneCountInString(bare) >= shortName {
			found[bare] = true
		}
	}
	return found
}

// isName reports whether a word may be somebody's name by how it is written: of two
// letters or more, not beginning with a small one.
func isName(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return utf8.RuneCountInString(word) > 1 && unicode.IsLetter(first) && !unicode.IsLower(first)
}

// inWord reports whether a letter goes on with a word.
func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) }

func wordsOf(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !inWord(r) })
}

// sentenceBegins tells of each word of a text whether a sentence may begin with it.
func sentenceBegins(text string) []bool {
	var begins []bool
	start, within := true, false
	for _, r := range text {
		switch {
		case inWord(r) && !within:
			begins, start = append(begins, start), false
		case strings.ContainsRune(".!?:\n“”\"„«–", r):
			start = true
		}
		within = inWord(r)
	}
	return begins
}
