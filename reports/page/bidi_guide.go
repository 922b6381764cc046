package page

import (
	"slices"
	"unicode"

	unibidi "golang.org/x/text/unicode/bidi"
)

// leftMark is the sign that nobody sees and that stands for a letter read from the left.
const leftMark = '\u200E'

// isMark reports such a sign, or its mirror image.
func isMark(r rune) bool { return r == leftMark || r == '\u200F' }

// guided puts marks into a sentence in a language read from the left that names something
// from the right: "<name>, 4 May 2026" neither begins at the right nor is the 4 drawn into
// the name. What is mostly from the right stays as it is, and so does a number that no sign
// parts from what is.
func guided(text []rune) []rune {
	left, right := strongWords(text)
	if right == 0 || left == 0 {
		return text
	}
	out := make([]rune, 0, len(text)+4)
	if rightToLeft(text) {
		if right >= left {
			return text
		}
		out = append(out, leftMark)
	}
	behind, parted := 0, false // the place behind the last letter from the right, 0 after one from the left
	for i, r := range text {
		switch class := classOf(r); {
		case class == unibidi.EN && behind > 0:
			if parted && !rightAhead(text[i:]) {
				out = slices.Insert(out, behind, leftMark)
			}
			behind = 0
		case class == unibidi.L:
			behind = 0
		}
		out = append(out, r)
		switch class := classOf(r); {
		case isRight(class) || behind > 0 && belongs(class, len(out)-1-behind):
			behind, parted = len(out), false
		case isSign(r):
			parted = true
		}
	}
	return out
}

// belongs reports whether what stands some places behind a letter is a mark on it.
func belongs(class unibidi.Class, places int) bool { return class == unibidi.NSM && places == 0 }

func isSign(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

func classOf(r rune) unibidi.Class {
	properties, _ := unibidi.LookupRune(r)
	return properties.Class()
}

func isRight(class unibidi.Class) bool { return class == unibidi.R || class == unibidi.AL }

// strongWords counts the words that are read from the left and from the right.
func strongWords(text []rune) (left, right int) {
	within := false
	for _, r := range text {
		class := classOf(r)
		switch {
		case r == ' ' || r == '\u00A0':
			within = false
		case within:
		case class == unibidi.L:
			left, within = left+1, true
		case isRight(class):
			right, within = right+1, true
		}
	}
	return left, right
}

// rightAhead reports whether the next letter is read from the right.
func rightAhead(text []rune) bool {
	for _, r := range text {
		switch class := classOf(r); {
		case class == unibidi.L:
			return false
		case isRight(class):
			return true
		}
	}
	return false
}

// unmarked is a text without the signs that nobody sees.
func unmarked(text []rune) []rune {
	if !slices.ContainsFunc(text, isMark) {
		return text
	}
	return slices.DeleteFunc(slices.Clone(text), isMark)
}
