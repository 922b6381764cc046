package ui

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/storage"

	"copleader/ui/uitest"
)

// What the toolkit does with a file that was chosen opens no community, since that would drop the locks of the one that is open; other
// files it reads as ever.
func TestTheToolkitOpensNoCommunity(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Ours")
	st.start(Start{File: path})
	read := func(path string) string {
		t.Helper()
		r, err := storage.Reader(storage.NewFileURI(path))
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil || r.URI().Path() != path || r.Close() != nil {
			t.Fatalf("%v, %v", r.URI(), err)
		}
		return string(content)
	}
	if got := read(path); got != "" {
		t.Errorf("%d bytes of the open community were read", len(got))
	}
	if can, err := storage.CanRead(storage.NewFileURI(filepath.Join(t.TempDir(), "gone.COP"))); !can || err != nil {
		t.Errorf("a community was tried to be read: %v, %v", can, err)
	}
	letter := filepath.Join(t.TempDir(), "letter.txt")
	if err := os.WriteFile(letter, []byte("Dear members"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := read(letter); got != "Dear members" {
		t.Errorf("of the letter: %q", got)
	}
	if can, _ := storage.CanRead(storage.NewFileURI(letter + "x")); can {
		t.Error("a letter that is gone can be read")
	}
}
