package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/ui/uimap"
)

// backups is where the copies of the day are put on this desk.
func (d *desk) backups() string { return filepath.Join(d.home, "Documents", "CoP Leader", "Backups") }

// Last week's copy is restored from the menu, by the keyboard; what came since is gone from the file, and the same list brings it back.
func TestJourneyOfRestoringLastWeek(t *testing.T) {
	d := newDesk(t)
	path := communityOnDisk(t)
	lastWeek := time.Now().AddDate(0, 0, -7)
	before, err := store.Open(context.Background(), path, store.Options{Clock: func() time.Time { return lastWeek }})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := before.KeepCopy(context.Background(), d.backups()); err != nil {
		t.Fatal(err)
	}
	if err := before.Close(); err != nil {
		t.Fatal(err)
	}
	added := func(s *data.Snapshot) bool { return s.Members[len(s.Members)-1].Name == oddName }
	d.start(path)
	d.read("Πυξίδα")
	stops[0].travel(d)
	d.kept(path, "the new member", added)

	day := words.English().Date(data.DateOf(lastWeek))
	d.menu("File", "Restore a copy…")
	d.read(day)
	d.read("Since then: 1 member added") // and whatever the road noted by itself in the meantime
	d.key("Down")
	d.read("becomes what it was on " + day)
	d.key("Return")
	d.click("button", "Restore")
	d.read("is what it was on " + day)
	d.kept(path, "the member gone", func(s *data.Snapshot) bool { return !added(s) })

	d.click("button", "Show the copies…")
	d.read("made before a copy was restored")
	d.key("Return")
	d.click("button", "Restore")
	d.read("is what it was on " + words.English().Date(data.DateOf(time.Now())))
	d.kept(path, "the member back", added)
	d.menu("File", "Quit")
	d.awaitEnd()
	if !added(onDisk(d, path)) {
		d.fail("the restoring was not undone")
	}
}

// named is a community of a name in a file called team.cop.
func named(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "team.cop")
	s, err := store.Create(context.Background(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Found(context.Background(), store.Founding{Name: name, Leader: "Ana of " + name, TimeZone: "Europe/Berlin"}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// Of two communities in files of one name, the one that breaks comes back from its own copy, and the broken file stays as it is.
func TestJourneyOfTwoCommunitiesOfOneName(t *testing.T) {
	d := newDesk(t)
	first, second := named(t, "Weavers"), named(t, "Potters")
	for path, name := range map[string]string{first: "Weavers", second: "Potters"} {
		d.start(path)
		d.read(name)
		d.read("Copy proven")
		d.menu("File", "Quit")
		d.awaitEnd()
	}
	broken := []byte("a synchronised folder wrote something else here")
	if err := os.WriteFile(second, broken, 0o600); err != nil {
		t.Fatal(err)
	}
	d.start(second)
	d.read("This file could not be opened")
	restore := d.find("button", "#closed.restore")
	if !bytes.Contains([]byte(restore.Text), []byte("Potters")) {
		d.fail("offered: %q", restore.Text)
	}
	d.click("button", "#closed.restore")
	d.read("Open now is “team restored.cop”")
	d.read("Copy proven")
	d.key("ctrl+3")
	d.read("Ana of Potters")
	d.menu("File", "Quit")
	d.awaitEnd()
	if left, err := os.ReadFile(second); err != nil || !bytes.Equal(left, broken) {
		d.fail("the broken file was written: %v", err)
	}
	if s := onDisk(d, filepath.Join(d.home, "Documents", "CoP Leader", "team restored.cop")); s.Community.Name != "Potters" {
		d.fail("restored is %q", s.Community.Name)
	}
}

// A journal of another state lies beside the file: nothing is rolled into it, and it opens without.
func TestJourneyOfAStaleJournal(t *testing.T) {
	d := newDesk(t)
	path := named(t, "Weavers")
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	// The head of a journal, and one page of another state of the file: nothing but the page's number and the bytes.
	stale := slices.Concat([]byte("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7\x00\x00\x00\x01"), make([]byte, 8), []byte{0, 0, 2, 0, 0, 0, 16, 0}, make([]byte, 512-28),
		[]byte{0, 0, 0, 1}, make([]byte, 4100))
	if err := os.WriteFile(path+"-journal", stale, 0o600); err != nil {
		t.Fatal(err)
	}
	d.start(path)
	d.read("is whole, but beside it lies")
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, before) {
		d.fail("the file was written before anybody was asked: %v", err)
	}
	d.click("button", "Open without it")
	d.read("Copy proven")
	d.waitFor("the journal put aside", func(uimap.Map) bool {
		aside, err := os.ReadFile(path + "-journal.aside")
		return err == nil && bytes.Equal(aside, stale)
	})
	d.key("ctrl+3")
	d.read("Ana of Weavers")
	d.menu("File", "Quit")
	d.awaitEnd()
}
