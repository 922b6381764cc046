package ui

import (
	"context"
	"os"
	"strings"
	"testing"

	"copleader/data/store"
	"copleader/ui/uitest"
)

// forget erases a person through the window.
func (st *stage) forget(id int64) {
	st.t.Helper()
	st.goToMember(id)
	st.Fire("members.erase")
	st.Tap("I know that this can't be undone")
	st.Tap("Forget for good")
	st.Settle()
}

// naming are the copies in the folder of copies that hold a text.
func (st *stage) naming(text string) (paths []string) {
	st.t.Helper()
	for _, c := range st.w.shell.store.Copies(context.Background(), st.w.copiesFolders()...) {
		if content, err := os.ReadFile(c.Path); err != nil || strings.Contains(string(content), text) {
			paths = append(paths, c.Path)
		}
	}
	return paths
}

// Given a copy that can't be removed when somebody is forgotten, then the foot says so for as long as it names them, also after the next
// start; it is tried again by itself, and once the copy is gone the foot says nothing of it any more.
func TestForgettingGoesOnUntilNoCopyNamesThem(t *testing.T) {
	st := setStage(t, uitest.Options{Width: 1280, Height: 900})
	path := st.aWeekLater("Ours")
	const name = "Olena Bondar"
	kept, err := st.w.shell.store.CopyBefore(t.Context(), st.folders.Backups(), store.BeforeImport)
	if err != nil {
		t.Fatal(err)
	}
	held, err := store.Open(t.Context(), kept.Path, store.Options{Clock: st.Clock.Now})
	if err != nil {
		t.Fatal(err)
	}
	st.forget(st.called(name))
	if n := st.notice(); !strings.Contains(n, "tried again by itself") {
		t.Errorf("the notice says %q", n)
	}
	st.Want("Copies still name somebody who was forgotten")
	st.w.closeCommunity()
	st.again()
	st.start(Start{File: path})
	st.Want("Copies still name somebody who was forgotten")
	st.TapNode(st.ByID("button", "foot.naming"))
	st.Want("still name them")
	st.Tap("Try again")
	st.Want("Copies still name somebody who was forgotten")
	if got := st.naming(name); len(got) != 1 || got[0] != kept.Path {
		t.Fatalf("copies that name them: %v", got)
	}
	if err := held.Close(); err != nil {
		t.Fatal(err)
	}
	st.Timer.Pass(copyAgain)
	st.Settle()
	st.WantNot("Copies still name somebody who was forgotten")
	if got := st.naming(name); len(got) != 0 || len(st.w.shell.store.Copies(t.Context(), st.folders.Backups())) == 0 {
		t.Errorf("copies that name them: %v", got)
	}
}

// called is the number of a member.
func (st *stage) called(name string) int64 {
	st.t.Helper()
	s, err := st.w.shell.store.Snapshot(context.Background())
	if err != nil {
		st.t.Fatal(err)
	}
	for _, m := range s.Members {
		if m.Name == name {
			return m.ID
		}
	}
	st.t.Fatalf("nobody is called %s", name)
	return 0
}

// Given a file that was open for reading only until now, when it is opened for changes, then nobody says that a folder of copies was
// there before; once copies were made and the folder is gone, that is said.
func TestAFolderOfCopiesIsMissedOnlyAfterACopyWasInIt(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Ours")
	held, err := store.Open(t.Context(), path, store.Options{Clock: st.Clock.Now, Owner: "Bo"})
	if err != nil {
		t.Fatal(err)
	}
	st.start(Start{File: path})
	if !st.w.shell.store.ReadOnly() {
		t.Fatal("the file is open for changes twice")
	}
	st.w.closeCommunity()
	if err := held.Close(); err != nil {
		t.Fatal(err)
	}
	for _, gone := range []bool{false, true} {
		st.again()
		st.start(Start{File: path})
		st.Want("Copy proven")
		if got := strings.Contains(st.notice(), "was not there any more"); got != gone {
			t.Errorf("missed: %v, want %v", got, gone)
		}
		st.w.closeCommunity()
		if err := os.RemoveAll(st.folders.Backups()); err != nil {
			t.Fatal(err)
		}
	}
}
