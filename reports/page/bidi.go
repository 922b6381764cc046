package page

import (
	"github.com/go-text/typesetting/bidi"
	unibidi "golang.org/x/text/unicode/bidi"
)

// rightToLeft tells the direction of a paragraph: that of its first strong
// character outside isolates.
func rightToLeft(text []rune) bool {
	isolates := 0
	for _, r := range text {
		properties, _ := unibidi.LookupRune(r)
		switch properties.Class() {
		case unibidi.LRI, unibidi.RLI, unibidi.FSI:
			isolates++
		case unibidi.PDI:
			isolates = max(0, isolates-1)
		case unibidi.L:
			if isolates == 0 {
				return false
			}
		case unibidi.R, unibidi.AL:
			if isolates == 0 {
				return true
			}
		}
	}
	return false
}

// bidiLevels gives every character its embedding level. The library tells
// levels per stretch of one direction only, so that in a left-to-right
// paragraph a number after Arabic (level 2) and the Latin after it (level 0)
// come as one: markNumbers parts them again.
func bidiLevels(text []rune, rtl bool) []int {
	levels := make([]int, len(text))
	base := bidi.LeftToRight
	if rtl {
		base = bidi.RightToLeft
	}
	var paragraph bidi.Paragraph
	runs := paragraph.Segment(text, base)
	for i := range runs.NumRuns() {
		run := runs.Run(i)
		for k := run.Start; k < run.End; k++ {
			levels[k] = int(run.Level)
		}
		if !rtl && run.IsLeftToRight() {
			markNumbers(text[run.Start:run.End], levels[run.Start:run.End], run.Start > 0)
		}
	}
	return levels
}

// markNumbers gives level 2 to the numbers of a left-to-right stretch in a
// left-to-right paragraph that belong to the right-to-left text before it, and
// level 0 to the rest.
func markNumbers(text []rune, levels []int, afterRightToLeft bool) {
	afterLatin := !afterRightToLeft
	for i, r := range text {
		levels[i] = 0
		properties, _ := unibidi.LookupRune(r)
		switch properties.Class() {
		case unibidi.L:
			afterLatin = true
		case unibidi.R, unibidi.AL:
			afterLatin = false
		case unibidi.AN:
			levels[i] = 2
		case unibidi.EN:
			if !afterLatin {
				levels[i] = 2
			}
		}
	}
	// A single separator within a number belongs to it.
	for i := 1; i+1 < len(text); i++ {
		properties, _ := unibidi.LookupRune(text[i])
		if class := properties.Class(); class != unibidi.CS && class != unibidi.ES {
			continue
		}
		if levels[i-1] == 2 && levels[i+1] == 2 {
			levels[i] = 2
		}
	}
}

// visualOrder puts the runs of a line in the order they stand from left to
// right: rule L2 of the Unicode bidirectional algorithm.
func visualOrder[T any](line []T, level func(T) int) {
	highest, lowestOdd := 0, 1<<30
	for _, run := range line {
		l := level(run)
		highest = max(highest, l)
		if l%2 == 1 {
			lowestOdd = min(lowestOdd, l)
		}
	}
	for l := highest; l >= lowestOdd; l-- {
		for start := 0; start < len(line); start++ {
			end := start
			for end < len(line) && level(line[end]) >= l {
				end++
			}
			for i, k := start, end-1; i < k; i, k = i+1, k-1 {
				line[i], line[k] = line[k], line[i]
			}
			start = max(start, end)
		}
	}
}
