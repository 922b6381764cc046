package exchange

import (
	"bytes"
	"regexp"
	"strings"
)

// Kind is what a file is, by its first bytes: names of files are often wrong.
type Kind string

// The kinds of file.
const (
	KindTable     Kind = "table"     // text in columns, XLSX, ODS; a questionnaire and an attendance list are such ones
	KindCards     Kind = "cards"     // vCard
	KindCalendar  Kind = "calendar"  // iCalendar
	KindBoard     Kind = "board"     // JSON, as Trello writes it
	KindCommunity Kind = "community" // a community file of ours
	KindNone      Kind = ""
)

// jsonBegins is how JSON begins; a list of things to tick may begin with a bracket too.
var jsonBegins = regexp.MustCompile(`^(?:\{\s*["}]|\[\s*\{)`)

// Kind tells what the file is, without reading more than its beginning.
func (f File) Kind() Kind {
	content := f.Content
	switch {
	case len(content) == 0 || f.Err != nil:
		return KindNone
	case bytes.HasPrefix(content, []byte("SQLite format 3\x00")):
		return KindCommunity
	case f.zipped():
		return KindTable
	case bytes.HasPrefix(content, []byte("%PDF")), bytes.HasPrefix(content, []byte("\x89PNG")):
		return KindNone
	}
	text, err := decoded(content[:min(len(content), 4096)])
	if err != nil {
		return KindNone
	}
	text = strings.TrimSpace(text)
	switch upper := strings.ToUpper(text[:min(len(text), 32)]); {
	case strings.HasPrefix(upper, "BEGIN:VCARD"):
		return KindCards
	case strings.HasPrefix(upper, "BEGIN:VCALENDAR"):
		return KindCalendar
	case jsonBegins.MatchString(text[:min(len(text), 200)]):
		return KindBoard
	case upper == "", strings.HasPrefix(upper, "<"):
		return KindNone
	}
	return KindTable
}

// zipped reports whether the file is a workbook rather than a text.
func (f File) zipped() bool {
	return bytes.HasPrefix(f.Content, []byte("PK\x03\x04")) || bytes.HasPrefix(f.Content, []byte{0xD0, 0xCF, 0x11, 0xE0})
}
