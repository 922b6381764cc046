package exchange

import (
	"fmt"
	"io"
	"mime/quotedprintable"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// property is a line of a card: NAME;TYPE=work:value.
type property struct {
	name  string
	types []string // in lower case
	value string   // as it stands there, letters decoded
	line  int
	old   bool // of a card of version 2.1, where only some signs have a backslash before them
}

func (p property) is(is string) bool { return slices.Contains(p.types, is) }

// text is the whole value.
func (p property) text() string { return p.plain(p.value) }

// parts are the first n parts of a value of several, those that lack empty.
func (p property) parts(n int) []string {
	parts, from := make([]string, 0, n), 0
	for i := 0; i < len(p.value) && len(parts) < n; i++ {
		switch p.value[i] {
		case '\\':
			i++
		case ';':
			parts = append(parts, p.plain(p.value[from:i]))
			from = i + 1
		}
	}
	if len(parts) < n {
		parts = append(parts, p.plain(p.value[min(from, len(p.value)):]))
	}
	return append(parts, make([]string, n-len(parts))...)
}

var (
	plainSigns = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\N`, "\n", `\,`, ",", `\;`, ";", `\:`, ":")
	plainOld   = strings.NewReplacer(`\\`, `\`, `\,`, ",", `\;`, ";", `\:`, ":")
)

// plain takes the backslashes away.
func (p property) plain(value string) string {
	if p.old {
		return plainOld.Replace(value)
	}
	return plainSigns.Replace(value)
}

// wanted are the properties that say anything of use; the others, pictures among them,
// are passed over.
var wanted = []string{"BEGIN", "END", "VERSION", "AGENT", "FN", "N", "NICKNAME", "EMAIL", "TEL", "PRONOUNS", "ORG", "ADR", "TZ", "NOTE", "KIND",
	"X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS"}

// cardLines cuts a text into the lines of cards.
type cardLines struct {
	text string // what is still to be read
	at   int    // the last line read, from 1
	old  bool   // within a card of version 2.1
}

// physical is the next line as it stands in the text.
func (l *cardLines) physical() (line string, more bool) {
	if l.text == "" {
		return "", false
	}
	l.at++
	at := strings.IndexAny(l.text, "\r\n")
	if at < 0 {
		line, l.text = l.text, ""
		return line, true
	}
	line = l.text[:at]
	if strings.HasPrefix(l.text[at:], "\r\n") {
		at++
	}
	l.text = l.text[at+1:]
	return line, true
}

// next is the next property that is wanted.
func (l *cardLines) next() (property, bool) {
	for {
		line, more := l.physical()
		if !more {
			return property{}, false
		}
		p, quoted, charset := headOfProperty(line)
		p.line = l.at
		takes := slices.Contains(wanted, p.name)
		p.value = l.whole(p.value, quoted, takes)
		if !takes {
			continue
		}
		if quoted {
			p.value = unquoted(p.value, charset)
		}
		if p.name == "VERSION" {
			l.old = strings.TrimSpace(p.value) == "2.1"
		}
		p.old = l.old
		p.value = strings.TrimSpace(p.value)
		return p, true
	}
}

// whole adds the lines that go on with the value.
func (l *cardLines) whole(value string, quoted, takes bool) string {
	var b strings.Builder
	b.WriteString(value)
	add := func(s string) {
		if takes && b.Len() < 1<<20 {
			b.WriteString(s)
		}
	}
	for quoted && strings.HasSuffix(value, "=") {
		line, more := l.physical()
		if !more {
			break
		}
		value = line
		add("\n" + line)
	}
	for len(l.text) > 0 && (l.text[0] == ' ' || l.text[0] == '\t') {
		line, _ := l.physical()
		if l.old && !quoted {
			add(line) // its space belongs to the value
		} else {
			add(line[1:])
		}
	}
	return b.String()
}

// colonOf is the place of the colon before the value; one in quotes belongs to what
// stands before, unless there is no other.
func colonOf(line string) int {
	inQuotes := false
	for i := range len(line) {
		switch {
		case line[i] == '"':
			inQuotes = !inQuotes
		case line[i] == ':' && !inQuotes:
			return i
		}
	}
	return strings.IndexByte(line, ':')
}

// headOfProperty reads what stands before the colon.
func headOfProperty(line string) (p property, quoted bool, charset string) {
	colon := colonOf(line)
	if colon < 0 {
		return property{}, false, ""
	}
	p.value = line[colon+1:]
	parameters := strings.Split(line[:min(colon, 4096)], ";")
	p.name = strings.ToUpper(strings.TrimSpace(parameters[0]))
	if at := strings.LastIndexByte(p.name, '.'); at >= 0 {
		p.name = p.name[at+1:] // item1.EMAIL
	}
	for _, parameter := range parameters[1:] {
		name, value, named := strings.Cut(strings.ToLower(parameter), "=")
		if !named {
			name, value = "type", name // as 2.1 writes it
		}
		value = strings.Trim(value, `" `)
		switch name = strings.TrimSpace(name); {
		case value == "quoted-printable":
			quoted = true
		case name == "type":
			p.types = append(p.types, strings.Split(value, ",")...)
		case name == "pref" && value == "1":
			p.types = append(p.types, "pref")
		case name == "charset":
			charset = value
		}
	}
	return p, quoted, charset
}

// unquoted decodes what is written as =C3=BC, its letters by the name of their code
// page, else as UTF-8, else as Windows-1252.
func unquoted(value, charset string) string {
	content, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(value)))
	if err != nil && len(content) == 0 {
		return value
	}
	if page := codePages[headingWord(charset)]; page != nil && charset != "utf-8" && charset != "us-ascii" {
		if text, err := page.NewDecoder().Bytes(content); err == nil {
			return string(text)
		}
	}
	if utf8.Valid(content) {
		return string(content)
	}
	text, _ := charmap.Windows1252.NewDecoder().Bytes(content)
	return string(text)
}

// codePages are the code pages of one byte a letter, by their names without signs.
var codePages = func() map[string]*charmap.Charmap {
	pages := map[string]*charmap.Charmap{}
	for _, e := range charmap.All {
		if page, is := e.(*charmap.Charmap); is {
			pages[headingWord(fmt.Sprint(page))] = page
		}
	}
	return pages
}()
