package reports

import (
	"io"
	"strings"
	"unicode"
)

// markdown is a text for wikis, channels and mail in the making.
type markdown struct{ out strings.Builder }

// Write gives the text with one line end at its end.
func (m *markdown) Write(w io.Writer) error {
	_, err := io.WriteString(w, strings.TrimRight(m.out.String(), "\n")+"\n")
	return err
}

// heading begins a part; level 1 is the title.
func (m *markdown) heading(level int, text string) {
	m.out.WriteString(strings.Repeat("#", level) + " " + escaped(oneLine(text)) + "\n\n")
}

// paragraph writes a text; its line ends stay where they are.
func (m *markdown) paragraph(text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	m.out.WriteString(block(text, "") + "\n\n")
}

// fact is a line with its label: "**Where:** Room Halley".
func (m *markdown) fact(label, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	m.out.WriteString("**" + escaped(oneLine(label)) + ":** " + block(text, "") + "  \n")
}

// endFacts closes a block of facts.
func (m *markdown) endFacts() { m.out.WriteString("\n") }

// bullets are the entries of a list; empty ones are left out.
func (m *markdown) bullets(texts []string) {
	for _, text := range texts {
		if strings.TrimSpace(text) != "" {
			m.out.WriteString("- " + block(text, "  ") + "\n")
		}
	}
	m.out.WriteString("\n")
}

// part is a heading with a list, left out when there is nothing to list.
func (m *markdown) part(title string, texts []string) {
	if len(texts) > 0 {
		m.heading(2, title)
		m.bullets(texts)
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// block is a text of several lines, each escaped, with a hard break at the end
// of all but the last.
func block(text, indent string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i, line := range lines {
		lines[i] = escaped(strings.TrimSpace(line))
	}
	return strings.Join(lines, "  \n"+indent)
}

// escaped is a line in which nothing is taken for markup. A link stays a link.
func escaped(line string) string {
	words := strings.Split(line, " ")
	for i, word := range words {
		if !strings.HasPrefix(word, "https://") && !strings.HasPrefix(word, "http://") || strings.ContainsAny(word, "<>[]()`") {
			words[i] = escapedWord(word)
		}
	}
	line = strings.Join(words, " ")
	first := strings.IndexFunc(line, func(r rune) bool { return !unicode.IsDigit(r) })
	switch {
	case strings.HasPrefix(line, "- "), strings.HasPrefix(line, "+ "), strings.HasPrefix(line, "#"), line == "-", line == "+",
		strings.HasPrefix(line, "---"), strings.HasPrefix(line, "==="), strings.HasPrefix(line, "~~~"):
		return `\` + line
	case first > 0 && (line[first] == '.' || line[first] == ')'):
		return line[:first] + `\` + line[first:]
	}
	return line
}

func escapedWord(word string) string {
	var out strings.Builder
	for _, r := range word {
		if strings.ContainsRune("\\`*_[]<>|&", r) {
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}
