package ui

import (
	"context"
	"os"
	"slices"
	"testing"

	"copleader/data/store"
	"copleader/ui/uitest"
)

// A file that breaks after it was used can be had again from the day's copy, and the broken one stays as it is.
func TestBrokenFileIsRestoredFromItsCopy(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Nurses who teach")
	st.start(Start{File: path})
	st.noTrouble()
	st.Want("Copy proven 21 Nov 2026")
	copies := store.CopiesOf(context.Background(), path, st.Clock.Now(), st.folders.Backups())
	if len(copies) != 1 {
		t.Fatalf("copies after the first opening: %v", copies)
	}
	st.w.closeCommunity()
	st.start(Start{File: path})
	if again := store.CopiesOf(context.Background(), path, st.Clock.Now(), st.folders.Backups()); len(again) != 1 {
		t.Errorf("copies of one day: %v", again)
	}
	st.w.closeCommunity()
	const broken = "this was a community once"
	if err := os.WriteFile(path, []byte(broken), 0o600); err != nil {
		t.Fatal(err)
	}
	st.start(Start{File: path})
	st.Tap("Restore “Nurses who teach” as of 21 Nov 2026, 12:00")
	st.Settle()
	st.noTrouble()
	if st.w.shell == nil || st.w.shell.store.ReadOnly() || st.w.shell.store.Path() == path {
		t.Fatal("the copy is not open for writing")
	}
	st.Want("Nurses who teach")
	if left, err := os.ReadFile(path); err != nil || string(left) != broken {
		t.Errorf("the broken file now holds %q (%v)", left, err)
	}
}

// Given a journal that a crash left of another state of the file, then the file opens without it.
func TestFileOpensWithoutAJournalThatIsNotItsOwn(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Nurses who teach")
	journal := slices.Concat([]byte("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7\x00\x00\x00\x01"), make([]byte, 8), []byte{0, 0, 2, 0, 0, 0, 16, 0}, make([]byte, 512-28),
		[]byte{0, 0, 0, 1}, make([]byte, 4100))
	if err := os.WriteFile(path+"-journal", journal, 0o600); err != nil {
		t.Fatal(err)
	}
	st.start(Start{File: path})
	st.Want("is whole, but beside it lies “own.cop-journal”")
	st.Tap("Open without it")
	st.Settle()
	st.noTrouble()
	if st.w.shell == nil || st.w.shell.store.ReadOnly() {
		t.Fatal("the file is not open for writing")
	}
}
