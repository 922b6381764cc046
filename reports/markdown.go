package reports

import (
	"io"
	"strings"
	"unicode"
)

// markdown is a text for wikis, channels and mail in the making.
type markdown struct {
	out strings.Builder
	// plain leaves all marks out, for messages.
	plain bool
	// links makes web addresses ones that can be clicked everywhere; channels
	// and mail see to that themselves.
	links bool
}

// Write gives the text with one line end at its end.
func (m *markdown) Write(w io.Writer) error {
	_, err := io.WriteString(w, m.text()+"\n")
	return err
}

func (m *markdown) text() string { return strings.TrimRight(m.out.String(), "\n") }

// heading begins a part; level 1 is the title.
func (m *markdown) heading(level int, text string) {
	if m.plain {
		m.out.WriteString(oneLine(text) + "\n\n")
		return
	}
	m.out.WriteString(strings.Repeat("#", level) + " " + m.escaped(oneLine(text)) + "\n\n")
}

// paragraph writes a text; its line ends stay where they are.
func (m *markdown) paragraph(text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	m.out.WriteString(m.block(text, "") + "\n\n")
}

// fact is a line with its label: "**Where:** Room Halley".
func (m *markdown) fact(label, text string) {
	switch {
	case strings.TrimSpace(text) == "":
	case m.plain:
		m.out.WriteString(oneLine(label) + ": " + oneLine(text) + "\n")
	default:
		m.out.WriteString("**" + m.escaped(oneLine(label)) + ":** " + m.block(text, "") + "  \n")
	}
}

// endFacts closes a block of facts.
func (m *markdown) endFacts() { m.out.WriteString("\n") }

// bullets are the entries of a list; empty ones are left out.
func (m *markdown) bullets(texts []string) {
	for _, text := range texts {
		if strings.TrimSpace(text) != "" {
			m.out.WriteString("- " + m.block(text, "  ") + "\n")
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
func (m *markdown) block(text, indent string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i, line := range lines {
		lines[i] = m.escaped(strings.TrimSpace(line))
	}
	if m.plain {
		return strings.Join(lines, "\n"+indent)
	}
	return strings.Join(lines, "  \n"+indent)
}

// escaped is a line in which nothing is taken for markup. A link stays a link.
func (m *markdown) escaped(line string) string {
	if m.plain {
		return line
	}
	words := strings.Split(line, " ")
	for i, word := range words {
		switch {
		case !strings.HasPrefix(word, "https://") && !strings.HasPrefix(word, "http://") || strings.ContainsAny(word, "<>[]()`\\"):
			words[i] = escapedWord(word)
		case m.links:
			words[i] = "<" + word + ">"
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
