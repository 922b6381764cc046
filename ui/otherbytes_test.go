package ui

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/ui/uitest"
)

// writeOver puts the bytes of another file into one, as programs do that keep folders alike, and reads the page anew.
func (st *stage) writeOver(path string, content []byte) {
	st.t.Helper()
	if err := os.WriteFile(path, content, 0o600); err != nil {
		st.t.Fatal(err)
	}
	st.w.shell.reload()
	st.Settle()
}

// bytesOf are those of a community that is not open.
func (st *stage) bytesOf(name string) []byte {
	st.t.Helper()
	content, err := os.ReadFile(st.community(name))
	if err != nil {
		st.t.Fatal(err)
	}
	return content
}

// Given another community's bytes, or none of any, in the open file, then the copies are offered as what they are, usable, and one is restored
// into a new file; what lies in the old one is left as it is.
func TestCopiesAreRestoredBesideAFileThatHoldsSomethingElse(t *testing.T) {
	for name, content := range map[string]func(*stage) []byte{
		"another community": func(st *stage) []byte { return st.bytesOf("Brewers") },
		"nothing":           func(*stage) []byte { return nil },
		"noise":             func(*stage) []byte { return bytes.Repeat([]byte("synchronised "), 20000) },
	} {
		t.Run(name, func(t *testing.T) {
			st := setStage(t, uitest.Options{})
			path, theirs := st.aWeekLater("Ours"), content(st)
			st.writeOver(path, theirs)
			st.Want("The file can't be read")
			st.WantNot("All changes saved", "Copy proven")
			st.Fire("file.restore")
			st.Want("14 Nov 2026, 12:00", "1 member, 0 events and 0 items")
			st.WantNot("Not usable.")
			st.Key(fyne.KeyDown)
			st.Key(fyne.KeyReturn)
			st.Want("“Ours” as it was on 14 Nov 2026, 12:00 goes into a new file, which is opened.")
			st.Tap("Restore")
			st.noTrouble()
			st.Want("Open now is “own restored.cop”, the copy, in ", "“own.cop” was left as it is.")
			if got := st.memberCount(); got != 1 || communityName(t, st) != "Ours" || st.w.shell.store.Path() == path {
				t.Errorf("%d members of %q in %s", got, communityName(t, st), st.w.shell.store.Path())
			}
			if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, theirs) {
				t.Errorf("what lies there was written (%v)", err)
			}
		})
	}
}

// Given a file that holds another community than when it was open last, when it is opened, then that is said, nothing of it is shown or
// written, and a copy of the one it held is offered; whoever wants the other may have it.
func TestAFileThatHoldsAnotherCommunityIsNotOpenedWithoutAWord(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path, theirs := st.aWeekLater("Ours"), st.bytesOf("Brewers")
	st.w.closeCommunity()
	if err := os.WriteFile(path, theirs, 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "link.cop")
	if err := os.Symlink(path, link); err != nil {
		t.Skip(err)
	}
	for _, way := range []string{path, link} {
		st.start(Start{File: way})
		st.Want("“own.cop” holds another community than when it was open here last: “Brewers”.", "Restore “Ours” as of 21 Nov 2026, 12:00")
		if st.w.shell != nil {
			t.Fatal("it is open")
		}
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, theirs) {
		t.Errorf("it was written (%v)", err)
	}
	st.Tap("Open it all the same")
	st.noTrouble()
	if got := communityName(t, st); got != "Brewers" {
		t.Fatalf("open is %q", got)
	}
	st.w.closeCommunity()
	st.start(Start{})
	if got := communityName(t, st); got != "Brewers" {
		t.Errorf("the next time %q", got)
	}
}

// Given a text that is not kept, when the page can't be shown any more, then the foot leads to the text.
func TestTheFootLeadsToTextsOfAPageThatCannotBeShown(t *testing.T) {
	st := setStage(t, uitest.Options{Width: 1280, Height: 900})
	path := st.aWeekLater("Ours")
	s, err := st.w.shell.store.Snapshot(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	st.goToMember(s.Members[1].ID)
	st.Type("E-mail", "lars at example")
	st.Leave()
	st.writeOver(path, st.bytesOf("Brewers"))
	st.Want("Another program wrote something else into “own.cop”")
	if strings.Contains(strings.Join(st.Texts(), "\n"), "this was not kept") {
		t.Error("of a reading it is said that it was not kept")
	}
	st.Tap("1 field is not kept yet")
	st.Want("Not kept yet", "lars at example", "Copy")
}
