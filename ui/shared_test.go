package ui

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"copleader/data/store"
	"copleader/ui/uitest"
)

// inSharedFolder opens a community that lies where a program keeps folders alike.
func inSharedFolder(t *testing.T, o uitest.Options, s store.Shared) (st *stage, path string) {
	t.Helper()
	st = setStage(t, o)
	path = st.community("Ours")
	st.shared = map[string]store.Shared{filepath.Dir(path): s}
	st.start(Start{File: path})
	return st, path
}

// A file in a synchronised folder can be kept on this computer: whole, with the copies where it lay, and the old one left alone.
func TestAFileInASynchronisedFolderIsKeptOnThisComputer(t *testing.T) {
	st, path := inSharedFolder(t, uitest.Options{}, store.Shared{Service: "OneDrive"})
	st.Want("This file lies in a folder of OneDrive", "two computers may change one file at once")
	st.Tap("Keep it on this computer")
	st.noTrouble()
	kept := filepath.Join(st.folders.Communities(), "own.cop")
	if st.w.shell.store.Path() != kept || st.w.shell.store.ReadOnly() || communityName(t, st) != "Ours" {
		t.Fatalf("open is %s", st.w.shell.store.Path())
	}
	copies := filepath.Join(filepath.Dir(path), "Backups")
	if got := store.CopiesOf(context.Background(), kept, st.Clock.Now(), copies); len(got) != 1 || st.w.copiesFolder() != copies {
		t.Errorf("copies in %s: %v", st.w.copiesFolder(), got)
	}
	st.Want("This community is kept in "+st.folders.Communities()+" now", "Copy proven 21 Nov 2026")
	if _, err := os.Stat(path); err != nil || st.w.prefs.file() != kept {
		t.Errorf("the old file: %v; the next start opens %s", err, st.w.prefs.file())
	}
}

// Given a file that was kept on this computer and went on there, when the old one is opened again, then the kept one is named and opened
// instead, and no second one is made of the old state.
func TestAFileKeptOnThisComputerIsFoundAgain(t *testing.T) {
	st, path := inSharedFolder(t, uitest.Options{}, store.Shared{Service: "OneDrive"})
	st.Tap("Keep it on this computer")
	kept := st.w.shell.store.Path()
	st.w.closeCommunity()
	st.again()
	st.start(Start{File: path})
	st.Want("It lies on this computer too, as “"+filepath.Base(kept)+"”", "That is later than this one here.")
	st.WantNot("Keep it on this computer")
	st.Tap("Open the one on this computer")
	if now := st.w.shell.store.Path(); now != kept {
		t.Errorf("open is %s", now)
	}
	if files := communitiesIn(filepath.Dir(kept)); len(files) != 1 {
		t.Errorf("on this computer lie %v", files)
	}
}

// A file that may stay where it is is not asked about again; one on the network says so; where this computer has no folder of its own,
// none is offered.
func TestAFileMayStayInASharedFolder(t *testing.T) {
	st, path := inSharedFolder(t, uitest.Options{}, store.Shared{Network: true})
	st.Want("This file lies on another computer", "A network may break off")
	st.Tap("Leave it there")
	st.w.closeCommunity()
	st.again()
	st.start(Start{File: path})
	st.noTrouble()
	st.WantNot("This file lies on another computer")

	other := st.community("Others")
	st.shared[filepath.Dir(other)] = store.Shared{Service: "Dropbox"}
	st.shared[st.folders.Communities()] = store.Shared{Service: "Dropbox"}
	st.shared[ownFolder()] = store.Shared{Network: true}
	st.start(Start{File: other})
	st.Want("This file lies in a folder of Dropbox", "Please open it on one computer at a time.")
	st.WantNot("Keep it on this computer")
}

// TestPictureOfSharedFolders is looked at, not compared.
func TestPictureOfSharedFolders(t *testing.T) {
	folder := os.Getenv("COPLEADER_PICTURES")
	if folder == "" {
		t.Skip("no pictures are wanted")
	}
	st, _ := inSharedFolder(t, uitest.Options{}, store.Shared{Service: "OneDrive"})
	st.Picture(filepath.Join(folder, "shared.png"))
}
