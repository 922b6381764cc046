package main

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/demo"
	"copleader/data/store"
	"copleader/ui/uimap"
)

// oddName has everything that a name may have and a program may trip over.
const oddName = `Þórdís "O'Neil" 王晓梅 👩‍💻`

// A leader's first hour: a member with an odd name, an event, who came, an item dragged, answers of a round, each
// undone and redone, and everything found again after the program was quit by its menu and opened once more.
func TestJourneyThroughAnHourOfLeading(t *testing.T) {
	d := newDesk(t)
	path := communityOnDisk(t)
	d.start(path)
	d.read("Πυξίδα")
	for _, stop := range stops {
		stop.travel(d)
		d.thereAndBack(path, stop.what, stop.holds)
	}
	d.menu("File", "Quit")
	d.awaitEnd()

	d.start(path)
	d.key("ctrl+3")
	d.fill("Find…", "thordis")
	d.read(oddName)
	d.key("ctrl+4")
	d.read("Lab of odd tests")
	d.key("ctrl+5")
	m := d.waitFor("the item in its new column", func(m uimap.Map) bool { return says(m, "Kata evening for beginners") })
	item, column := nodeOf(m, "item", "#13"), nodeOf(m, "column", "#planned")
	if item.Centre.X < column.Rect.X || item.Centre.X > column.Rect.X+column.Rect.Width {
		d.fail("the item stands at %v, its column at %v", item.Centre, column.Rect)
	}
	d.key("ctrl+6")
	d.click("chip", "Round 3")
	d.waitFor("the counts entered before", func(m uimap.Map) bool { return nodeOf(m, "field", "#tally.growth.4").Value == "6" })
	d.menu("File", "Quit")
	d.awaitEnd()
	for _, stop := range stops {
		if !stop.holds(onDisk(d, path)) {
			d.fail("after all, the file lacks: %s", stop.what)
		}
	}
}

// stop is one deed of the journey and how the file shows it.
type stop struct {
	what   string
	travel func(d *desk)
	holds  func(*data.Snapshot) bool
}

var stops = []stop{
	{"a member with an odd name", func(d *desk) {
		d.key("ctrl+3")
		d.click("button", "Add member")
		d.find("button", "#save") // the form, whose fields are called as those of the pane are
		d.fill("Name", oddName)
		d.click("button", "Add member")
		d.read(oddName)
	}, func(s *data.Snapshot) bool { return s.Members[len(s.Members)-1].Name == oddName }},
	{"an event", func(d *desk) {
		d.key("ctrl+4")
		d.click("button", "Plan event")
		d.find("button", "#save") // the form, whose fields are called as those of the pane are
		d.fill("Title", "Lab of odd tests")
		d.click("button", "Plan event")
		d.read("Lab of odd tests")
	}, func(s *data.Snapshot) bool { return s.Events[len(s.Events)-1].Title == "Lab of odd tests" }},
	{"who came", func(d *desk) {
		d.click("row", "#9")
		d.read("What do we keep, change, stop?")
		d.click("button", "#events.came")
		d.read("Half-year retrospective”?")
		d.click("row", "#2")
		d.click("button", "Done")
	}, func(s *data.Snapshot) bool {
		last := s.Attendance[len(s.Attendance)-1]
		return last.EventID == 9 && last.MemberID == 2 && last.Present
	}},
	{"an item dragged", func(d *desk) {
		d.key("ctrl+5")
		d.drag(d.find("item", "#13").Centre, d.find("item", "#10").Centre)
	}, func(s *data.Snapshot) bool {
		item, ok := s.ItemByID(13)
		return ok && item.Column == data.ColumnPlanned
	}},
	{"a round", func(d *desk) {
		d.key("ctrl+6")
		d.click("button", "New round")
		d.click("button", "Start the round")
		d.find("button", "Invite members")
	}, func(s *data.Snapshot) bool { return len(s.Rounds) == 3 && s.Rounds[2].Open() }},
	{"a tally", func(d *desk) {
		d.click("chip", "Round 3")
		d.click("button", "Enter counts")
		d.fill("#tally.growth.4", "6")
		d.key("Tab")
	}, func(s *data.Snapshot) bool {
		last := s.Tallies[len(s.Tallies)-1]
		return last.RoundID == 3 && last.Counts == data.Counts{0, 0, 0, 6, 0}
	}},
}

// nodeOf is the first node of a kind and text or #id, empty when there is none.
func nodeOf(m uimap.Map, kind, text string) uimap.Node {
	if found := matching(m, kind, text); len(found) > 0 {
		return found[0]
	}
	return uimap.Node{}
}

// communityOnDisk is the demo community in a file of its own.
func communityOnDisk(t *testing.T) string {
	t.Helper()
	snapshot, err := demo.Snapshot(data.DateOf(time.Now()))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "Πυξίδα 100% #1.cop")
	s, err := store.Create(context.Background(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Fill(context.Background(), snapshot); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// onDisk reads the file beside the running program.
func onDisk(d *desk, path string) *data.Snapshot {
	d.t.Helper()
	s, err := store.Open(context.Background(), path, store.Options{ReadOnly: true})
	if err != nil {
		d.fail("the file can't be read beside the program: %v", err)
	}
	defer func() { _ = s.Close() }()
	snapshot, err := s.Snapshot(context.Background())
	if err != nil {
		d.fail("the file can't be read beside the program: %v", err)
	}
	return snapshot
}

// kept waits until the file says what it should.
func (d *desk) kept(path, what string, holds func(*data.Snapshot) bool) {
	d.t.Helper()
	d.waitFor(what, func(uimap.Map) bool { return holds(onDisk(d, path)) })
}

// thereAndBack waits until a deed is in the file, undoes it, redoes it, and looks each time.
func (d *desk) thereAndBack(path, what string, done func(*data.Snapshot) bool) {
	d.t.Helper()
	d.kept(path, what+" kept", done)
	d.key("ctrl+z")
	d.read("Undone: ")
	d.kept(path, what+" undone", func(s *data.Snapshot) bool { return !done(s) })
	d.key("ctrl+shift+z")
	d.read("Done again: ") // the screens are read anew with this; before, a click could meet what is about to move
	d.kept(path, what+" redone", done)
}
