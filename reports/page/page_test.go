package page

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2/theme"
)

// source holds the fonts the program hands in.
func source(system bool) FontSource {
	return FontSource{
		Regular:    theme.DefaultTextFont().Content(),
		Bold:       theme.DefaultTextBoldFont().Content(),
		Italic:     theme.DefaultTextItalicFont().Content(),
		BoldItalic: theme.DefaultTextBoldItalicFont().Content(),
		Emoji:      theme.DefaultEmojiFont().Content(),
		System:     system,
		CacheDir:   filepath.Join(os.TempDir(), "copleader-page-test"),
	}
}

var (
	embeddedFonts = sync.OnceValue(func() *Fonts { return NewFonts(source(false)) })
	allFonts      = sync.OnceValue(func() *Fonts { return NewFonts(source(true)) })
)

var created = time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)

func newDocument(fonts *Fonts) *Document {
	return New(fonts, Setup{Title: "Πυξίδα", Author: "Amélie Fournier", Language: "en", Created: created})
}

// written finishes a document and gives its bytes.
func written(t *testing.T, d *Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := d.Write(&out); err != nil {
		t.Fatal(err)
	}
	keep(t, out.Bytes())
	return out.Bytes()
}

// keep saves what a test made where PAGE_OUT says, to be looked at.
func keep(t *testing.T, pdf []byte) {
	t.Helper()
	if dir := os.Getenv("PAGE_OUT"); dir != "" {
		name := strings.NewReplacer("/", "_", " ", "_").Replace(t.Name())
		if err := os.WriteFile(filepath.Join(dir, name+".pdf"), pdf, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// tool skips a test whose tool is not installed, except where everything has
// to be there.
func tool(t *testing.T, name string) {
	t.Helper()
	if _, err := exec.LookPath(name); err == nil {
		return
	}
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is not installed", name)
	}
	t.Skipf("%s is not installed", name)
}

func onFile(t *testing.T, pdf []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "made.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// extracted is the text of a PDF as another program reads it.
func extracted(t *testing.T, pdf []byte) string {
	t.Helper()
	tool(t, "pdftotext")
	out, err := exec.Command("pdftotext", "-enc", "UTF-8", onFile(t, pdf), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// checked has qpdf look for faults in the structure of a PDF.
func checked(t *testing.T, pdf []byte) {
	t.Helper()
	tool(t, "qpdf")
	out, err := exec.Command("qpdf", "--check", onFile(t, pdf)).CombinedOutput()
	if err != nil || strings.Contains(string(out), "WARNING") {
		t.Fatalf("qpdf: %v\n%s", err, out)
	}
}

// requireChinese skips a test on a computer without a Chinese font, unless
// everything has to be there.
func requireChinese(t *testing.T) {
	t.Helper()
	fonts := allFonts()
	fonts.read()
	if fonts.system.find(wish{cluster: "王"}) != nil {
		return
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("no font for Chinese is installed")
	}
	t.Skip("no font for Chinese is installed")
}

// place is where a word stands, in millimetres from the top left corner.
type place struct {
	word                    string
	left, top, right, lower float64
}

var wordBox = regexp.MustCompile(`<word xMin="([0-9.]+)" yMin="([0-9.]+)" xMax="([0-9.]+)" yMax="([0-9.]+)">([^<]*)</word>`)

// wordsOf finds the words of a PDF and their places by another program.
func wordsOf(t *testing.T, pdf []byte) []place {
	t.Helper()
	tool(t, "pdftotext")
	out, err := exec.Command("pdftotext", "-bbox", "-enc", "UTF-8", onFile(t, pdf), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	var found []place
	for _, m := range wordBox.FindAllStringSubmatch(string(out), -1) {
		mm := func(s string) float64 {
			v, err := strconv.ParseFloat(s, 64)
			if err != nil {
				t.Fatal(err)
			}
			return v * perPoint
		}
		found = append(found, place{m[5], mm(m[1]), mm(m[2]), mm(m[3]), mm(m[4])})
	}
	return found
}
