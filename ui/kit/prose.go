package kit

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"copleader/ui/look"
)

// Prose shows a text in the Markdown that documents are written in (press.Markdown) as it reads: headings, paragraphs with bold words,
// lists. Whatever else stands there is shown as it is.
func Prose(markdown string) *fyne.Container {
	stack := VStack(8)
	FillProse(stack, markdown)
	return stack
}

// FillProse puts the text into a stack in place of what stands there.
func FillProse(stack *fyne.Container, markdown string) {
	stack.Objects = nil
	var lines []string // of the paragraph under way
	var list *fyne.Container
	end := func() {
		list = nil
		if len(lines) > 0 {
			stack.Objects = append(stack.Objects, NewPara(ProseSpans(strings.Join(lines, "\n"))...))
			lines = nil
		}
	}
	for line := range strings.Lines(markdown) {
		line = strings.TrimRight(line, " \r\n")
		level := len(line) - len(strings.TrimLeft(line, "#"))
		entry, listed := strings.CutPrefix(strings.TrimLeft(line, " "), "- ")
		switch {
		case line == "":
			end()
		case level > 0 && strings.HasPrefix(line[level:], " "):
			end()
			stack.Objects = append(stack.Objects, proseHeading(level, strings.TrimSpace(line[level:])))
		case listed:
			if list == nil {
				end()
				list = VStack(2)
				stack.Objects = append(stack.Objects, list)
			}
			list.Objects = append(list.Objects, Row(RowOptions{Gap: 6}, Fixed(10, NewPara(Muted("·"))), Weight(1, NewPara(ProseSpans(entry)...))))
		default:
			lines = append(lines, strings.TrimLeft(line, " "))
		}
	}
	end()
}

func proseHeading(level int, text string) *Para {
	p := NewPara(Bold(plainProse(text)))
	p.TextSize = look.SizeCardHeading
	if level == 1 {
		p.TextSize = look.SizeName
	}
	return p
}

// ProseSpans reads the bold words of a line, and takes away what keeps signs from being read as marks.
func ProseSpans(text string) []Span {
	var spans []Span
	bold := false
	var now strings.Builder
	put := func() {
		if now.Len() > 0 {
			spans = append(spans, Span{Text: now.String(), Bold: bold})
			now.Reset()
		}
	}
	runes := []rune(text)
	for i := 0; i < len(runes); i++ {
		next := rune(0)
		if i+1 < len(runes) {
			next = runes[i+1]
		}
		switch {
		case runes[i] == '\\' && (unicode.IsPunct(next) || unicode.IsSymbol(next)):
			now.WriteRune(next)
			i++
		case runes[i] == '*' && next == '*':
			put()
			bold = !bold
			i++
		default:
			now.WriteRune(runes[i])
		}
	}
	put()
	return spans
}

// plainProse is a line without its marks.
func plainProse(text string) string {
	var out strings.Builder
	for _, s := range ProseSpans(text) {
		out.WriteString(s.Text)
	}
	return out.String()
}
