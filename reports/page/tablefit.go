package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// FitWords is a table whose columns are wide enough, as far as the others can spare it, that no word of theirs breaks: an address above
// all, which nobody can put together again.
func (d *Document) FitWords(width float64, t Table, rows [][]TableCell) Table {
	t = t.withDefaults()
	widths := t.widths(width)
	needs, sum := make([]float64, len(widths)), 0.0
	for i := range needs {
		needs[i] = d.longestWord(t, i, rows)
		sum += needs[i]
	}
	room := width - columnGap*float64(len(widths))
	if sum > room {
		return t
	}
	shared := shareWithNeeds(widths, needs, room)
	columns := make([]TableColumn, len(shared))
	for i, c := range t.Columns {
		c.Share = shared[i] + columnGap
		columns[i] = c
	}
	t.Columns = columns
	return t
}

// shareWithNeeds gives each what it needs and shares what is left of the room as the widths were.
func shareWithNeeds(widths, needs []float64, room float64) []float64 {
	out, given := make([]float64, len(widths)), make([]bool, len(widths))
	for again := true; again; {
		again = false
		left, sum := room, 0.0
		for i, w := range widths {
			if given[i] {
				left -= out[i]
			} else {
				sum += w
			}
		}
		for i, w := range widths {
			if given[i] {
				continue
			}
			if out[i] = left * w / max(sum, 1e-9); out[i] < needs[i] {
				out[i], given[i], again = needs[i], true, true
				break
			}
		}
	}
	return out
}

// longestWord is the width of the word of the most letters in a column, its head's among them.
func (d *Document) longestWord(t Table, column int, rows [][]TableCell) float64 {
	widest := 0.0
	for _, word := range strings.Fields(t.Columns[column].Head) {
		widest = max(widest, d.Measure(wordsRoom, word, t.Head).Width)
	}
	word, style, most := "", t.Text, 0
	for _, row := range rows {
		if column >= len(row) {
			continue
		}
		for _, w := range strings.Fields(row[column].Text) {
			if n := utf8.RuneCountInString(w); n > most && n <= longestLetters && !breaksAnywhere(w) {
				word, style, most = w, t.cellStyle(row[column], column), n
			}
		}
	}
	if word != "" {
		widest = max(widest, d.Measure(wordsRoom, word, style).Width+0.2)
	}
	return widest
}

// wordsRoom is more than any word needs, in millimetres, and longestLetters are so many that a word breaks in any case.
const (
	wordsRoom      = 1000
	longestLetters = 60
)

// breaksAnywhere tells scripts that know no spaces.
func breaksAnywhere(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
	})
}
