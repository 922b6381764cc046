package press

import (
	"strings"
	"unicode"

	"copleader/data"
	"copleader/reports/page"
)

// fitLongest is the longest text, in characters, whose best size is looked for;
// a card's texts are far shorter.
const fitLongest = 600

// leastSize is the smallest that letters are set, in points (reports/README.md, Rules of the press).
const leastSize = 7.0

// FitText sets a text as large as its style says, or smaller until all of it
// fits. What is too long even so ends in "…", and the report says it.
func (d *Draft) FitText(doc *page.Document, r page.Rect, text string, s page.Style) {
	least := min(s.Size, leastSize)
	if data.Length(text) > fitLongest {
		s.Size = least
	}
	for ; s.Size > least; s.Size *= 0.94 {
		took := doc.Measure(r.W, unbrokenHyphens(doc, r.W, text, s), s)
		if !took.Truncated && took.Height <= r.H {
			break
		}
	}
	if doc.Text(r, unbrokenHyphens(doc, r.W, text, s), s).Truncated {
		d.Remark(data.Say("Some text was too long for its place on paper and ends in “…”."))
	}
}

// unbrokenHyphens sets the line ends itself where a line would end at a hyphen
// within a word: programs that read the text back take such a hyphen for one of
// the typesetter's and drop it.
func unbrokenHyphens(doc *page.Document, width float64, text string, s page.Style) string {
	beyondLatin := strings.ContainsFunc(text, func(r rune) bool { return r > 0x24F && !unicode.IsPunct(r) })
	if !strings.Contains(text, "-") || beyondLatin || data.Length(text) > fitLongest {
		return text
	}
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && doc.Measure(2*width, longer, s).Width > width {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	return strings.Join(append(lines, line), "\n")
}
