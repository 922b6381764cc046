package mail_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"io"
	"mime"
	"mime/multipart"
	netmail "net/mail"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"copleader/reports/mail"
)

func draft() mail.Draft {
	return mail.Draft{
		Subject: "Πυξίδα: 10 minutes for the community, 王晓梅 & Ελένη – please answer until Friday, the 4th of December",
		Text:    "Dear all,\n\nzwölf Sätze – 十二句話.\n.a line that begins with a dot\nFrom here on\n" + strings.Repeat("long ", 300) + "\n",
		To:      []mail.Person{{Name: "Zoë Marchand-Núñez", Email: "zoe@example.org"}},
		Bcc: []mail.Person{{Name: "王晓梅", Email: "wang@example.org"}, {Name: "Παπαδοπούλου, Ελένη", Email: "eleni@example.org"},
			{Email: "plain@example.org"}, {Name: "Nobody"}},
		Attachments: []mail.Attachment{
			{Name: "health-survey.xlsx", Content: bytes.Repeat([]byte{0, 1, 2, 255, '\r', '\n'}, 5000)},
			{Name: "Αθήνα 王晓梅 \"1\".pdf", Content: []byte("%PDF-1.3 not really")},
			{Name: "leer.md", Content: nil}},
		Now: time.Date(2026, 11, 21, 9, 30, 0, 0, time.UTC),
	}
}

func written(t *testing.T, d mail.Draft) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := d.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// message is what another reader found in a draft.
type message struct {
	Subject, To, Bcc, Unsent, From, Date, Text string
	Defects                                    int
	Files                                      []file
}

type file struct {
	Name, Kind string
	Content    []byte
}

// byPython reads a draft with python's email package.
func byPython(t *testing.T, content []byte) message {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("python3 is missing")
		}
		t.Skip("python3 is missing")
	}
	const reader = `
import sys, json, base64, email
from email import policy
m = email.message_from_binary_file(sys.stdin.buffer, policy=policy.default)
body = m.get_body(('plain',))
files = [dict(Name=a.get_filename(), Kind=a.get_content_type(), Content=base64.b64encode(a.get_payload(decode=True)).decode()) for a in m.iter_attachments()]
defects = len(m.defects) + sum(len(p.defects) for p in m.walk()) + sum(len(v.defects) for v in m.values())
print(json.dumps(dict(Subject=m['subject'], To=m['to'] or '', Bcc=m['bcc'] or '', Unsent=m['x-unsent'], From=m['from'] or '', Date=m['date'], Text=body.get_content(), Files=files, Defects=defects)))
`
	cmd := exec.Command(python, "-c", reader)
	cmd.Stdin = bytes.NewReader(content)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("python: %v\n%s", err, &complaint)
	}
	var m message
	if err := json.Unmarshal(out, &m); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return m
}

func TestAnotherReaderFindsTheSameParts(t *testing.T) {
	d := draft()
	m := byPython(t, written(t, d))
	if m.Subject != d.Subject || m.Unsent != "1" || m.From != "" || m.Defects != 0 {
		t.Errorf("subject %q, unsent %q, from %q, %d defects", m.Subject, m.Unsent, m.From, m.Defects)
	}
	if m.To != "Zoë Marchand-Núñez <zoe@example.org>" {
		t.Errorf("to %q", m.To)
	}
	if m.Bcc != `王晓梅 <wang@example.org>, "Παπαδοπούλου, Ελένη" <eleni@example.org>, plain@example.org` {
		t.Errorf("bcc %q", m.Bcc)
	}
	if m.Date != "Sat, 21 Nov 2026 09:30:00 +0000" {
		t.Errorf("date %q", m.Date)
	}
	if strings.ReplaceAll(m.Text, "\r\n", "\n") != d.Text {
		t.Errorf("text %q", m.Text)
	}
	if len(m.Files) != len(d.Attachments) {
		t.Fatalf("%d files", len(m.Files))
	}
	kinds := []string{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/pdf", "text/markdown"}
	for i, f := range m.Files {
		if f.Name != d.Attachments[i].Name || f.Kind != kinds[i] || !bytes.Equal(f.Content, d.Attachments[i].Content) {
			t.Errorf("file %d is %q, %q, %d bytes", i, f.Name, f.Kind, len(f.Content))
		}
	}
}

// The standard library of Go is a second reader, which needs nothing installed.
func TestGoReadsTheSame(t *testing.T) {
	d := draft()
	m, err := netmail.ReadMessage(bytes.NewReader(written(t, d)))
	if err != nil {
		t.Fatal(err)
	}
	bcc, err := m.Header.AddressList("Bcc")
	if err != nil || len(bcc) != 3 || bcc[1].Name != "Παπαδοπούλου, Ελένη" {
		t.Errorf("bcc %v, %v", bcc, err)
	}
	_, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	parts := multipart.NewReader(m.Body, params["boundary"])
	for {
		part, err := parts.NextPart()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		_, params, _ := mime.ParseMediaType(part.Header.Get("Content-Disposition"))
		if params["filename"] != "" {
			names = append(names, params["filename"])
		}
		content, _ := io.ReadAll(part)
		if part.Header.Get("Content-Transfer-Encoding") == "base64" {
			if _, err := base64.StdEncoding.DecodeString(strings.ReplaceAll(string(content), "\r\n", "")); err != nil {
				t.Error(err)
			}
		}
	}
	if want := []string{"health-survey.xlsx", "Αθήνα 王晓梅 \"1\".pdf", "leer.md"}; !slices.Equal(names, want) {
		t.Errorf("files %q", names)
	}
}

func TestEveryLineEndsAsMessagesDoAndIsShort(t *testing.T) {
	content := string(written(t, draft()))
	if strings.Contains(strings.ReplaceAll(content, "\r\n", ""), "\n") {
		t.Error("a bare line end")
	}
	for line := range strings.SplitSeq(content, "\r\n") {
		if len(line) > 300 {
			t.Errorf("a line of %d bytes: %.80s", len(line), line)
		}
		for _, r := range line {
			if r > 126 {
				t.Fatalf("a letter that old programs can't read: %q", line)
			}
		}
	}
}

func TestSameDraftSameBytesOtherDraftOthers(t *testing.T) {
	want := written(t, draft())
	var wait sync.WaitGroup
	for range 4 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			d := draft()
			var out bytes.Buffer
			if err := d.Write(&out); err != nil || !bytes.Equal(out.Bytes(), want) {
				t.Errorf("differs, %v", err)
			}
		}()
	}
	wait.Wait()
	d := draft()
	d.Attachments[1].Content = []byte("other")
	m, _ := netmail.ReadMessage(bytes.NewReader(written(t, d)))
	n, _ := netmail.ReadMessage(bytes.NewReader(want))
	if m.Header.Get("Message-Id") == n.Header.Get("Message-Id") {
		t.Error("two messages have one number")
	}
	if number := n.Header.Get("Message-Id"); !strings.HasSuffix(number, "@draft.invalid>") {
		t.Errorf("the number %s names a computer", number)
	}
}

func TestNoTextBeginsAHeader(t *testing.T) {
	evil := "x\r\nBcc: spy@example.org\r\n\r\nbody"
	d := mail.Draft{Subject: evil, Text: "Good\x00 day\r\n.\r\nQUIT", To: []mail.Person{{Name: evil, Email: "a@b\r\nCc: spy@example.org"}},
		Bcc:         []mail.Person{{Name: evil, Email: evil}},
		Attachments: []mail.Attachment{{Name: "a\r\nX-Evil: 1\r\n\"; x=\".pdf", Content: []byte("x")}}}
	m, err := netmail.ReadMessage(bytes.NewReader(written(t, d)))
	if err != nil {
		t.Fatal(err)
	}
	for name := range m.Header {
		if !slices.Contains([]string{"Date", "Message-Id", "Mime-Version", "Subject", "X-Unsent", "Bcc", "To", "Content-Type"}, name) {
			t.Errorf("a header %q: %v", name, m.Header[name])
		}
	}
	if p := byPython(t, written(t, d)); len(p.Files) != 1 || strings.Contains(p.Text, "\x00") || !strings.Contains(p.Text, "QUIT") {
		t.Errorf("%d files, text %q", len(p.Files), p.Text)
	}
}

func TestALargeGroupGetsItsDraft(t *testing.T) {
	d := draft()
	d.Bcc = nil
	for i := range 300 {
		d.Bcc = append(d.Bcc, mail.Person{Name: strings.Repeat("Ελένη, ", i%9) + "王", Email: "m" + strings.Repeat("x", i%40) + "@example.org"})
	}
	m, err := netmail.ReadMessage(bytes.NewReader(written(t, d)))
	if err != nil {
		t.Fatal(err)
	}
	bcc, err := m.Header.AddressList("Bcc")
	if err != nil || len(bcc) != 300 {
		t.Fatalf("%d readers, %v", len(bcc), err)
	}
	for i, p := range bcc {
		if p.Name != d.Bcc[i].Name || p.Address != d.Bcc[i].Email {
			t.Errorf("reader %d is %v", i, p)
		}
	}
	for line := range strings.SplitSeq(string(written(t, d)), "\r\n") {
		if len(line) > 300 {
			t.Fatalf("a line of %d bytes", len(line))
		}
	}
}

func TestADraftWithoutAnythingIsStillOne(t *testing.T) {
	m := byPython(t, written(t, mail.Draft{}))
	if m.Unsent != "1" || m.To != "" || m.Bcc != "" || len(m.Files) != 0 {
		t.Errorf("%+v", m)
	}
}
