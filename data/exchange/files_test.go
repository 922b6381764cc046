package exchange_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"copleader/data/exchange"
	"copleader/data/words"
)

// Given files that are far too large, that are not there, and more of them than are read
// at once, then each is refused in words of its own and the others come in.
func TestFilesThatAreNotRead(t *testing.T) {
	dir := t.TempDir()
	path := func(name string, size int64) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte("Name\nAda\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(path, size); err != nil {
			t.Fatal(err)
		}
		return path
	}
	files := slices.Collect(exchange.Files(path("list", 9), filepath.Join(dir, "nothing"), dir, path("large", 65<<20), path("larger", 200<<20), path("late", 9)))
	for i, want := range []string{"", "could not be read", "no file in this folder", "far too large", "far too large", "can be read at once"} {
		f := files[i]
		if len(f.Content) > 64<<20+1 {
			t.Errorf("%s: %d bytes were read", f.Name, len(f.Content))
		}
		_, err := exchange.Tables(context.Background(), f)
		switch {
		case want == "" && err != nil:
			t.Errorf("%s: %v", f.Name, err)
		case want != "" && (err == nil || !strings.Contains(words.English().Sentence(err), want)):
			t.Errorf("%s: %v, want %s", f.Name, err, want)
		}
	}
}

// What a file is shows in its first bytes, whatever it is called.
func TestKindOfFile(t *testing.T) {
	for content, want := range map[string]exchange.Kind{
		"": exchange.KindNone, "Name;E-mail": exchange.KindTable, "\xff\xfeN\x00": exchange.KindTable, "PK\x03\x04": exchange.KindTable,
		"\r\n begin:vcard\r\n": exchange.KindCards, "\xef\xbb\xbfBEGIN:VCALENDAR": exchange.KindCalendar, " {\"name\":1}": exchange.KindBoard,
		"SQLite format 3\x00": exchange.KindCommunity, "%PDF-1.7": exchange.KindNone, "<html>": exchange.KindNone, "\x00\x01": exchange.KindNone,
	} {
		if got := (exchange.File{Name: "x.csv", Content: []byte(content)}).Kind(); got != want {
			t.Errorf("%q is taken for %q, want %q", content, got, want)
		}
	}
}
