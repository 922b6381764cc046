package exchange

import (
	"bytes"
	"encoding/binary"
	"iter"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// decoded is the text of a file, however its program wrote letters: UTF-8 with or
// without a mark, UTF-16 of either order, else line by line UTF-8 or Windows-1252
// (data/README.md, What comes in). What is no text at all is an error.
func decoded(content []byte) (string, error) {
	text, err := decodedAs(content)
	switch {
	case err != nil:
		return "", err
	case len(text) > maxContent:
		return "", errTooLarge
	case strings.IndexByte(text, 0) >= 0:
		return "", errNoTable
	}
	return text, nil
}

func decodedAs(content []byte) (string, error) {
	switch {
	case bytes.HasPrefix(content, []byte("\xEF\xBB\xBF")):
		return decodedAs(content[3:])
	case bytes.HasPrefix(content, []byte("\xFF\xFE")):
		return written(fromUTF16(content[2:], binary.LittleEndian))
	case bytes.HasPrefix(content, []byte("\xFE\xFF")):
		return written(fromUTF16(content[2:], binary.BigEndian))
	case zeros(content, 1):
		return written(fromUTF16(content, binary.LittleEndian))
	case zeros(content, 0):
		return written(fromUTF16(content, binary.BigEndian))
	case utf8.Valid(content):
		return string(content), nil
	}
	return written(fromLines(content))
}

// fromLines reads each line by itself: a list to which another program has added a line may have two ways to write letters.
func fromLines(content []byte) iter.Seq[rune] {
	return func(yield func(rune) bool) {
		for line := range bytes.Lines(content) {
			if !mostlyUTF8(line) {
				for r := range from1252(line) {
					if !yield(r) {
						return
					}
				}
				continue
			}
			for _, r := range string(line) {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// written is a text of runes, in the room that it needs: a text that grows step by step takes thrice the memory.
func written(runes iter.Seq[rune]) (string, error) {
	size := 0
	for r := range runes {
		if size += utf8.RuneLen(r); size > maxContent {
			return "", errTooLarge
		}
	}
	var b strings.Builder
	b.Grow(size)
	for r := range runes {
		b.WriteRune(r)
	}
	return b.String(), nil
}

func from1252(content []byte) iter.Seq[rune] {
	return func(yield func(rune) bool) {
		for _, c := range content {
			if !yield(charmap.Windows1252.DecodeByte(c)) {
				return
			}
		}
	}
}

// fromUTF16 are the letters of UTF-16; half of one at the end, where the text is cut off, is left.
func fromUTF16(content []byte, order binary.ByteOrder) iter.Seq[rune] {
	return func(yield func(rune) bool) {
		for i := 0; i+1 < len(content); i += 2 {
			r := rune(order.Uint16(content[i:]))
			if utf16.IsSurrogate(r) {
				second := rune(utf8.RuneError)
				if i+3 < len(content) {
					second = rune(order.Uint16(content[i+2:]))
				}
				if r = utf16.DecodeRune(r, second); r != utf8.RuneError {
					i += 2
				}
			}
			if !yield(r) {
				return
			}
		}
	}
}

// zeros reports whether every other byte of the beginning, from the first or the
// second on, is zero, as in UTF-16 without a mark; its first letters are plain ones.
func zeros(content []byte, from int) bool {
	head := content[:min(len(content), 32)&^1]
	if len(head) < 4 {
		return false
	}
	order := binary.ByteOrder(binary.BigEndian)
	if from == 1 {
		order = binary.LittleEndian
	}
	plain := 0
	for i := 0; i < len(head); i += 2 {
		if u := order.Uint16(head[i:]); u > 0 && u < 0x80 {
			plain++
		}
	}
	return 4*plain >= 3*len(head)/2
}

// mostlyUTF8 reports whether the text is UTF-8, perhaps damaged in a place or two:
// then it has more letters of several bytes than bytes that fit nowhere.
func mostlyUTF8(content []byte) bool {
	if utf8.Valid(content) {
		return true
	}
	good, bad := 0, 0
	for i := 0; i < len(content); {
		r, size := utf8.DecodeRune(content[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		i += size
	}
	return good > bad
}
