package mail

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"mime"
	netmail "net/mail"
	"net/url"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	gomail "github.com/wneessen/go-mail"
)

// Person is somebody a message goes to.
type Person struct {
	Name  string // may be empty
	Email string
}

// Attachment is a file that goes with a message.
type Attachment struct {
	Name    string // with its ending, by which its kind is known
	Content []byte
}

// Draft is a message that nobody has sent yet.
type Draft struct {
	Subject string
	Text    string
	To      []Person
	// Bcc are the readers that do not see one another: groups always stand here.
	Bcc         []Person
	Attachments []Attachment
	Now         time.Time // the draft's date; the mail program puts its own when it sends
}

// FileName is what a draft is called on disk when nobody chose a name.
const FileName = "message.eml"

// Write writes the draft as a file that mail programs open for sending. Two
// drafts of the same content are the same to the byte.
func (d *Draft) Write(w io.Writer) error {
	mark := d.mark()
	msg := gomail.NewMsg(gomail.WithNoDefaultUserAgent(), gomail.WithBoundary("part-"+mark))
	// By this header mail programs open the file for editing instead of reading.
	msg.SetGenHeader("X-Unsent", "1")
	msg.SetDateWithValue(d.Now)
	// The library would write the name of this computer into the number.
	msg.SetMessageIDWithValue(mark + "@draft.invalid")
	// Not by the library's own way, which leaves the first line of a long one empty,
	// and readers find a space before the first word.
	msg.SetGenHeaderPreformatted(gomail.HeaderSubject, folded(line(d.Subject)))
	if to := addresses(d.To); len(to) > 0 {
		msg.ToMailAddress(to...)
	}
	if bcc := addresses(d.Bcc); len(bcc) > 0 {
		// The library leaves its own Bcc out of the file, since it means to send it.
		msg.SetGenHeader("Bcc", spelled(bcc)...)
	}
	msg.SetBodyString(gomail.TypeTextPlain, text(d.Text))
	for _, a := range d.Attachments {
		if err := msg.AttachReader(a.Name, bytes.NewReader(a.Content), attached(a.Name)); err != nil {
			return fmt.Errorf("mail: attaching %q: %w", a.Name, err)
		}
	}
	var out bytes.Buffer
	if _, err := msg.WriteTo(&out); err != nil {
		return fmt.Errorf("mail: making the draft: %w", err)
	}
	_, err := w.Write(out.Bytes())
	return err
}

// mark is a number that only the same draft has.
func (d *Draft) mark() string {
	sum := sha256.New()
	put := func(parts ...string) {
		for _, part := range parts {
			_, _ = fmt.Fprintf(sum, "%d:%s", len(part), part) // never fails
		}
	}
	put(d.Subject, d.Text, d.Now.UTC().Format(time.RFC3339))
	for _, people := range [][]Person{d.To, d.Bcc} {
		for _, p := range people {
			put(p.Name, p.Email)
		}
		put("|")
	}
	for _, a := range d.Attachments {
		put(a.Name, string(a.Content))
	}
	return hex.EncodeToString(sum.Sum(nil)[:15])
}

// addresses leaves out people without an address.
func addresses(people []Person) []*netmail.Address {
	var list []*netmail.Address
	for _, p := range people {
		if email := line(p.Email); email != "" {
			list = append(list, &netmail.Address{Name: line(p.Name), Address: strings.ReplaceAll(email, " ", "")})
		}
	}
	return list
}

// spelled writes addresses with their names encoded, so that nothing is left to
// encode that would take the address with it.
func spelled(people []*netmail.Address) []string {
	list := make([]string, len(people))
	for i, p := range people {
		list[i] = p.String()
	}
	return list
}

// folded is a text encoded for a header, every encoded word on a line of its own.
func folded(s string) string {
	return strings.ReplaceAll(mime.QEncoding.Encode("UTF-8", s), "?= =?", "?=\r\n =?")
}

// attached spells a file's name so that both old and new mail programs read it
// in any script: as an encoded word and as RFC 2231 has it.
func attached(name string) gomail.FileOption {
	return func(f *gomail.File) {
		name := line(filepath.Base(name))
		f.Header.Set("Content-Type", fmt.Sprintf("%s; name=%q", kindOf(name), mime.BEncoding.Encode("UTF-8", name)))
		if plain(name) {
			f.Header.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", name))
			return
		}
		// Readers that find both forms of the name take the poorer one, so there is one.
		f.Header.Set("Content-Disposition", "attachment; filename*=UTF-8''"+strings.ReplaceAll(url.QueryEscape(name), "+", "%20"))
	}
}

// plain reports whether a name can stand between quotes in a header.
func plain(name string) bool {
	return !strings.ContainsFunc(name, func(r rune) bool { return r > unicode.MaxASCII || r == '"' || r == '\\' })
}

// kinds are what our files are; the system's own table differs between computers.
var kinds = map[string]string{
	".pdf":  "application/pdf",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".md":   "text/markdown; charset=UTF-8",
	".html": "text/html; charset=UTF-8",
	".csv":  "text/csv; charset=UTF-8",
	".ics":  "text/calendar; charset=UTF-8",
	".vcf":  "text/vcard; charset=UTF-8",
}

func kindOf(name string) string {
	return cmp.Or(kinds[strings.ToLower(filepath.Ext(name))], "application/octet-stream")
}

// line is a text without line breaks and controls, which would begin a header of
// their own.
func line(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}

// text has line breaks as messages have them, and no other controls.
func text(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s)
	return strings.ReplaceAll(strings.TrimRight(s, "\n")+"\n", "\n", "\r\n")
}
