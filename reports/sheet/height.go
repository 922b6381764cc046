package sheet

import (
	"math"
	"strings"
	"unicode"
)

const (
	pointsPerLine = 15.0 // height of a line of 11 points
	padding       = 5.0  // above and below the text of a row, together
	// Words don't fill a line to its end; this share of it holds letters.
	fullShare = 0.87
	maxHeight = 409.0 // the highest a row may be
)

// heightFor is the height in points that shows every text of a row, at least
// the given one. It errs towards too high: not every program makes a row higher
// by itself when it opens a file.
func (s *Sheet) heightFor(least float64, cells []Cell) float64 {
	height := least
	for i, c := range cells {
		text, ok := c.Value.(string)
		if !ok || text == "" || s.layout.PrintColumns > 0 && i >= s.layout.PrintColumns {
			continue
		}
		size := c.Style.Size
		if size == 0 {
			size = defaultSize
		}
		lines := 1
		if c.Style.Wrap && i < len(s.layout.Widths) {
			width := s.layout.Widths[i] - 1.5*float64(c.Style.Indent)
			lines = linesIn(text, width*defaultSize/size, c.Style.Bold)
		}
		height = max(height, float64(lines)*pointsPerLine*size/defaultSize+padding)
	}
	return math.Min(math.Ceil(4*height)/4, maxHeight) // whole pixels
}

// linesIn is how many lines a text takes in a column so many characters wide.
func linesIn(text string, width float64, bold bool) int {
	lines := 0
	for _, line := range strings.Split(text, "\n") {
		wide := lettersWide(line)
		if bold {
			wide *= 1.1
		}
		lines += max(1, int(math.Ceil(wide/(max(1, width)*fullShare))))
	}
	return lines
}

// lettersWide is the width of a text in digits of the sheet's font, in which
// the widths of columns are counted; Chinese and its neighbours take two.
func lettersWide(s string) float64 {
	wide := 0.0
	for _, r := range s {
		if r < unicode.MaxASCII {
			wide += asciiWide[r]
		} else {
			wide += letterWide(r)
		}
	}
	return wide
}

// asciiWide is letterWide of the commonest letters: it is asked of every one in a long list.
var asciiWide = func() (wide [unicode.MaxASCII]float64) {
	for r := range wide {
		wide[r] = letterWide(rune(r))
	}
	return wide
}()

func letterWide(r rune) float64 {
	switch {
	case unicode.Is(unicode.Mn, r):
		return 0
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) || r > 0xFFFF:
		return 2
	case strings.ContainsRune("mwMW", r):
		return 1.6
	case strings.ContainsRune("ijlI.,:;'|! ", r):
		return 0.5
	case strings.ContainsRune("tfr()-", r):
		return 0.68
	case strings.ContainsRune("scz", r):
		return 0.82
	case unicode.IsUpper(r):
		return 1.2
	}
	return 1
}
