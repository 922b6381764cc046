package press

import (
	"io"
	"strings"
	"unicode"
)

// Markdown is a text for wikis, channels and mail in the making.
type Markdown struct {
	out strings.Builder
	// plain leaves all marks out, for messages.
	Plain bool
	// links makes web addresses ones that can be clicked everywhere; channels
	// and mail see to that themselves.
	Links bool
}

// Write gives the text with one line end at its end.
func (m *Markdown) Write(w io.Writer) error {
	_, err := io.WriteString(w, m.Text()+"\n")
	return err
}

// Text is what was written so far.
func (m *Markdown) Text() string { return strings.TrimRight(m.out.String(), "\n") }

// Heading begins a part; level 1 is the title.
func (m *Markdown) Heading(level int, text string) {
	if m.Plain {
		m.out.WriteString(OneLine(text) + "\n\n")
		return
	}
	m.out.WriteString(strings.Repeat("#", level) + " " + m.escaped(OneLine(text)) + "\n\n")
}

// Paragraph writes a text; its line ends stay where they are.
func (m *Markdown) Paragraph(text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	m.out.WriteString(m.block(text, "") + "\n\n")
}

// Fact is a line with its label: "**Where:** Room Halley".
func (m *Markdown) Fact(label, text string) {
	switch {
	case strings.TrimSpace(text) == "":
	case m.Plain:
		m.out.WriteString(OneLine(label) + ": " + OneLine(text) + "\n")
	default:
		m.out.WriteString("**" + m.escaped(OneLine(label)) + ":** " + m.block(text, "") + "  \n")
	}
}

// Label is a line in bold over what belongs to it.
func (m *Markdown) Label(text string) {
	m.out.WriteString("**" + m.escaped(OneLine(text)) + "**\n\n")
}

// EndFacts closes a block of facts.
func (m *Markdown) EndFacts() { m.out.WriteString("\n") }

// Bullets are the entries of a list; empty ones are left out.
func (m *Markdown) Bullets(texts []string) {
	for _, text := range texts {
		if strings.TrimSpace(text) != "" {
			m.out.WriteString("- " + m.block(text, "  ") + "\n")
		}
	}
	m.out.WriteString("\n")
}

// Part is a heading with a list, left out when there is nothing to list.
func (m *Markdown) Part(title string, texts []string) {
	if len(texts) > 0 {
		m.Heading(2, title)
		m.Bullets(texts)
	}
}

// block is a text of several lines, each escaped, with a hard break at the end
// of all but the last.
func (m *Markdown) block(text, indent string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i, line := range lines {
		lines[i] = m.escaped(strings.TrimSpace(line))
	}
	if m.Plain {
		return strings.Join(lines, "\n"+indent)
	}
	return strings.Join(lines, "  \n"+indent)
}

// escaped is a line in which nothing is taken for markup. A link stays a link.
func (m *Markdown) escaped(line string) string {
	if m.Plain {
		return line
	}
	words := strings.Split(line, " ")
	for i, word := range words {
		switch {
		case !strings.HasPrefix(word, "https://") && !strings.HasPrefix(word, "http://") || strings.ContainsAny(word, "<>[]()`\\"):
			words[i] = escapedWord(word)
		case m.Links:
			link := strings.TrimRight(word, ".,;:!?") // the sentence's end is no part of it
			words[i] = "<" + link + ">" + word[len(link):]
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
