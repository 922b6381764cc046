package ui

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// Given drafts and documents made to be looked at, when they are forgotten, then none is left, and nothing else in the cache goes.
func TestMadeDocumentsAreForgotten(t *testing.T) {
	t.Parallel()
	f := Folders{Cache: t.TempDir()}
	draft, other := filepath.Join(f.made(), "mail-digest", "message.eml"), filepath.Join(f.Demos(), "x.cop")
	for _, path := range []string{draft, other} {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 { // the second time there is nothing
		if err := f.forgetMade(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(draft); !os.IsNotExist(err) {
		t.Errorf("the draft is still there: %v", err)
	}
	if _, err := os.Stat(other); err != nil {
		t.Errorf("something else went: %v", err)
	}
}

// Given documents made two days ago and just now, then only the old ones are forgotten.
func TestOldMadeDocumentsAreForgotten(t *testing.T) {
	t.Parallel()
	f := Folders{Cache: t.TempDir()}
	f.forgetOldMade(time.Now()) // nothing was made yet
	old, fresh := filepath.Join(f.made(), "mail-digest"), filepath.Join(f.made(), "charter.pdf")
	if err := os.MkdirAll(old, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(old, "message.eml"), fresh} {
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chtimes(old, time.Time{}, time.Now().Add(-48*time.Hour)); err != nil {
		t.Fatal(err)
	}
	f.forgetOldMade(time.Now())
	if _, err := os.Stat(old); !os.IsNotExist(err) {
		t.Errorf("the old draft is still there: %v", err)
	}
	if _, err := os.Stat(fresh); err != nil {
		t.Errorf("the fresh document went: %v", err)
	}
}
