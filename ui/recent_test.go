package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"copleader/data/store"

	"copleader/ui/uitest"
)

// Given files opened before, then those are offered that are there and not open, called so that each is told from the others.
func TestRecents(t *testing.T) {
	t.Parallel()
	all := []opened{{Path: "/d/open.cop", Name: "Open"}, {Path: "/d/a.cop", Name: "A"}, {Path: "/e/a.cop", Name: "A"}, {Path: "/d/gone.cop"},
		{Path: "/d/plain.cop"}, {Path: "relative.cop"}, {Path: ""}}
	for i := range 12 {
		all = append(all, opened{Path: "/many/" + string(rune('a'+i)) + ".cop"})
	}
	got := recents(all, "/d/open.cop", func(path string) bool { return path != "/d/gone.cop" })
	var texts []string
	for _, r := range got {
		texts = append(texts, r.text)
	}
	if want := []string{"A (a.cop) – d", "A (a.cop) – e", "plain.cop", "a.cop", "b.cop", "c.cop", "d.cop", "e.cop", "f.cop"}; !slices.Equal(texts, want) {
		t.Errorf("offered %q, want %q", texts, want)
	}
}

// recentEntries are the labels under File, Open recent.
func (st *stage) recentEntries() []string {
	st.t.Helper()
	var labels []string
	for _, i := range st.menuItem("File", "Open recent").ChildMenu.Items {
		labels = append(labels, i.Label)
	}
	return labels
}

// The files opened last stand in the menu with their numbers, and their keys open them.
func TestOpenRecent(t *testing.T) {
	st := setStage(t, uitest.Options{})
	first, second := st.inUsualFolder("first.cop", "Πυξίδα"), st.inUsualFolder("second.cop", "Readers")
	st.start(Start{File: first})
	if !st.menuItem("File", "Open recent").Disabled || st.Commands.Get("file.recent.1").Can() {
		t.Error("something is offered after the first file")
	}
	st.w.open(second, store.Options{})
	if got := st.recentEntries(); !slices.Equal(got, []string{"1  Πυξίδα (first.cop)"}) {
		t.Errorf("offered %q", got)
	}
	if !st.Fire("file.recent.1") || st.w.shell.store.Path() != first {
		t.Fatalf("open: %s", st.w.shell.store.Path())
	}
	st.noTrouble()
	if got := st.recentEntries(); !slices.Equal(got, []string{"1  Readers (second.cop)"}) {
		t.Errorf("offered %q", got)
	}
	// In the palette, by a few letters of its name.
	st.Fire("help.palette")
	st.Keys("recent read\n")
	if st.w.shell.store.Path() != second {
		t.Errorf("the palette opened %s", st.w.shell.store.Path())
	}
	st.Fire("help.keys")
	st.Want("Open one of the files opened last", "Ctrl+Shift+1 … 9")
	st.WantNot("Open recent: ")
	st.Tap("Close")
}

// A file that is gone when it is chosen is taken off the list; the open community stays open. One that comes back is offered again
// only once it was opened again.
func TestOpenRecentThatIsGone(t *testing.T) {
	st := setStage(t, uitest.Options{})
	first, second := st.inUsualFolder("first.cop", "Πυξίδα"), st.inUsualFolder("second.cop", "Readers")
	st.start(Start{File: first})
	st.w.open(second, store.Options{})
	if err := os.Rename(first, filepath.Join(t.TempDir(), "moved.cop")); err != nil {
		t.Fatal(err)
	}
	st.Fire("file.recent.1")
	if n := st.notice(); !strings.Contains(n, "“first.cop” is not there any more, so it was taken off the list.") {
		t.Errorf("notice %q", n)
	}
	if st.w.shell == nil || st.w.shell.store.Path() != second || len(st.recentEntries()) != 0 {
		t.Error("the open community is not there any more, or the other is still offered")
	}
	if opened := openPreferences(st.folders).now.Opened; len(opened) != 1 {
		t.Errorf("remembered: %+v", opened)
	}
}

// A file removed while the window was away is not offered once the window has the focus again.
func TestRecentIsLookedForAgain(t *testing.T) {
	st := setStage(t, uitest.Options{})
	first, second := st.inUsualFolder("first.cop", "Πυξίδα"), st.inUsualFolder("second.cop", "Readers")
	st.start(Start{File: first})
	st.w.open(second, store.Options{})
	if err := os.Remove(first); err != nil {
		t.Fatal(err)
	}
	st.w.lookForRecent()
	if got := st.recentEntries(); len(got) != 0 {
		t.Errorf("offered %q", got)
	}

}
