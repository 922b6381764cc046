package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copleader/ui/look"
	"copleader/ui/uitest"
)

// brokenPage writes nonsense over the page on which a text lies.
func brokenPage(t testing.TB, path, text string) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(content, []byte(text))
	if at < 0 {
		t.Fatalf("%q is not in the file", text)
	}
	copy(content[at/4096*4096:], bytes.Repeat([]byte{0xEE}, 16))
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// damaged is a community whose only member can't be read.
func (st *stage) damaged() string {
	st.t.Helper()
	path := st.community("Nurses who teach")
	brokenPage(st.t, path, "Ana Kova")
	return path
}

// What can be read of a damaged file comes into a new one, with a report of what could not; the damaged one is left alone.
func TestWhatCanBeReadOfADamagedFile(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.damaged()
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	st.start(Start{File: path})
	st.Want("This file could not be opened", "is damaged")
	st.Tap("Take what can be read into a new file")
	st.Want("What could be read is in a new file", "“Nurses who teach”: 0 members", "What could not be read", "Members, number 1: could not be read.",
		"Charter, “Nurses who teach”: “Leader” led to what could not be read")
	report := filepath.Join(t.TempDir(), "report.txt")
	st.Files.SavePath = report
	st.Tap("Save this report…")
	if said, err := os.ReadFile(report); err != nil || !strings.Contains(string(said), "Members, number 1: could not be read.\n") || !strings.Contains(string(said), "on 21 Nov 2026") {
		t.Errorf("the report says %s (%v)", said, err)
	}
	st.Tap("Open the new file")
	st.noTrouble()
	if want := filepath.Join(st.folders.Communities(), "own rescued.cop"); st.w.shell == nil || st.w.shell.store.Path() != want || communityName(t, st) != "Nurses who teach" {
		t.Fatal("the new file is not open")
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, before) {
		t.Errorf("the damaged file was touched (%v)", err)
	}
}

// TestPictureOfRescuing is looked at, not compared.
func TestPictureOfRescuing(t *testing.T) {
	folder := os.Getenv("COPLEADER_PICTURES")
	if folder == "" {
		t.Skip("no pictures are wanted")
	}
	for name, o := range map[string]uitest.Options{"light": {}, "dark": {Dark: true}, "double": {Scale: 2}} {
		st := setStage(t, o)
		switch name {
		case "dark":
			st.w.setLook(look.Dark, ordinaryScale)
		case "double":
			st.w.setLook(look.Light, len(scales)-1)
		}
		st.start(Start{File: st.damaged()})
		st.Picture(filepath.Join(folder, "damaged-"+name+".png"))
		st.Tap("Take what can be read into a new file")
		st.Picture(filepath.Join(folder, "rescued-"+name+".png"))
	}
}
