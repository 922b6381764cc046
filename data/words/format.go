package words

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

// gap stands where a sentence asks for an argument that was not given. fmt would write "%!s(MISSING)",
// which no person should ever read; a catalogue of another hand may ask for anything.
const gap = "…"

// verb is one "%…" of a sentence, taken apart.
type verb struct {
	// style is what stands between the percent sign and the letter, without the argument's number
	style  string
	index  int // the argument's number from "%[2]s", counted from 1; 0 where none is given
	letter rune
	length int // bytes, the percent sign among them
}

// format fills the verbs of a sentence as fmt does, but never complains in the text: a missing argument is a
// gap, one too many is left out, one of another kind than the verb expects is written plainly.
func format(text string, args []any) string {
	if !strings.Contains(text, "%") {
		return text
	}
	if len(args) == 0 {
		return percents(strings.ReplaceAll(text, "%%", "%"))
	}
	return percents(filled(text, args))
}

// percents keeps a number and its percent sign together: with a space that no line breaks at.
func percents(text string) string {
	for from := 0; ; {
		at := strings.Index(text[from:], " %")
		if at < 0 {
			return text
		}
		if at += from; at > 0 && text[at-1] >= '0' && text[at-1] <= '9' {
			text = text[:at] + "\u00a0%" + text[at+2:]
		}
		from = at + 2
	}
}

func filled(text string, args []any) string {
	var said strings.Builder
	next := 0
	for {
		before, rest, found := strings.Cut(text, "%")
		said.WriteString(before)
		if !found {
			return said.String()
		}
		v, ok := parseVerb(rest)
		switch {
		case !ok:
			said.WriteByte('%')
			text = rest
			continue
		case v.letter == '%':
			said.WriteByte('%')
		default:
			if v.index > 0 {
				next = v.index - 1
			}
			said.WriteString(v.fill(args, next))
			next++
		}
		text = rest[v.length-1:]
	}
}

// parseVerb reads the verb at the start of rest, the text behind a percent sign.
func parseVerb(rest string) (v verb, ok bool) {
	i := 0
	for i < len(rest) && strings.IndexByte("+-#0123456789.", rest[i]) >= 0 {
		i++
	}
	v.style = rest[:i]
	if i < len(rest) && rest[i] == '[' {
		number, _, closed := strings.Cut(rest[i+1:], "]")
		index, err := strconv.Atoi(number)
		if !closed || err != nil || index < 1 {
			return verb{}, false
		}
		v.index = index
		i += len(number) + 2
	}
	letter, size := utf8.DecodeRuneInString(rest[i:])
	if !strings.ContainsRune("%dsvqfge", letter) || size == 0 {
		return verb{}, false
	}
	v.letter = letter
	v.length = 1 + i + size
	return v, true
}

func (v verb) fill(args []any, at int) string {
	if at >= len(args) {
		return gap
	}
	arg := args[at]
	if arg == nil {
		return ""
	}
	if v.style == "" { // most are; days stand in every row of long tables
		switch plain := arg.(type) {
		case string:
			if v.letter != 'q' {
				return plain
			}
		case int:
			return strconv.Itoa(plain)
		}
	}
	if !v.fits(arg) {
		return fmt.Sprint(arg)
	}
	return fmt.Sprintf("%"+v.style+string(v.letter), arg)
}

func (v verb) fits(arg any) bool {
	kind := reflect.TypeOf(arg).Kind()
	switch v.letter {
	case 'd':
		return reflect.Int <= kind && kind <= reflect.Uint64
	case 'f', 'g', 'e':
		return kind == reflect.Float32 || kind == reflect.Float64
	case 's', 'q':
		return kind == reflect.String
	}
	return true
}
