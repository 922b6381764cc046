package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"copleader/data"
	"copleader/ui/uimap"
)

// An event is dragged to another day in the month, by mouse; one Undo takes it back.
func TestJourneyOfDraggingInTheMonth(t *testing.T) {
	d := newDesk(t)
	path := communityOnDisk(t)
	event := func(s *data.Snapshot) data.Event { e, _ := s.EventByID(10); return e }
	was := event(onDisk(d, path))
	d.start(path)
	d.read("Πυξίδα")
	d.key("ctrl+4")
	d.click("chip", "Month")
	now := data.DateOf(time.Now())
	for on := now; was.On.String()[:7] != on.String()[:7]; on = on.AddMonths(1) {
		d.click("button", "Later")
	}
	words := was.Start.String() + " " + was.Title
	m := d.waitFor("the event in its month", func(m uimap.Map) bool { return nodeOf(m, "text", words).Text != "" })
	from, month := nodeOf(m, "text", words).Centre, nodeOf(m, "month", "#events.month").Rect
	day, by := month.Width/7, 1
	if from.X+day > month.X+month.Width {
		day, by = -day, -1
	}
	d.drag(from, uimap.Point{X: from.X + day, Y: from.Y})
	d.thereAndBack(path, "another day", func(s *data.Snapshot) bool { return event(s).On == was.On.AddDays(by) && event(s).Start == was.Start })
	d.menu("File", "Quit")
	d.awaitEnd()
}

// What somebody wrote anywhere is found by keyboard alone, and Enter leads to it: minutes, a person, a document.
func TestJourneyOfSearchingEverywhere(t *testing.T) {
	d := newDesk(t)
	path := communityOnDisk(t)
	d.start(path)
	d.read("Πυξίδα")
	for _, tc := range []struct{ words, finds, leads string }{
		{"twelve faults", "Two stuck test suites", "#events.came"},
		{"lukasz", "Łukasz Wiśniewski", "m02@meridian.example"},
		{"sponsor report", "Sponsor report", "Print…"},
	} {
		d.key("ctrl+shift+f")
		d.paste(tc.words)
		d.waitFor("what holds “"+tc.words+"”", func(m uimap.Map) bool {
			return slices.ContainsFunc(m.Nodes, func(n uimap.Node) bool { return n.ID == "found" && strings.Contains(n.Text, tc.finds) })
		})
		d.key("Return")
		d.waitFor("where it stands", func(m uimap.Map) bool {
			id, byID := strings.CutPrefix(tc.leads, "#")
			return m.Layers > 0 && !slices.ContainsFunc(m.Nodes, func(n uimap.Node) bool { return n.ID == "found" }) &&
				(byID && slices.ContainsFunc(m.Nodes, func(n uimap.Node) bool { return n.ID == id }) || says(m, tc.leads))
		})
		d.key("Escape")
	}
	d.key("ctrl+q")
	d.awaitEnd()
}

// On a screen of 1280 × 800, with text at 200 %, a member is added and an event planned; the window is no larger than the screen, and
// what is pressed is in sight.
func TestJourneyWithLargeText(t *testing.T) {
	d := newDeskOf(t, "1280x800")
	path := communityOnDisk(t)
	d.start(path)
	d.read("Πυξίδα")
	for range 5 {
		d.key("ctrl+plus")
	}
	d.key("ctrl+3")
	d.key("ctrl+n")
	d.find("button", "#save")
	d.fill("Name", "Ada Byron")
	d.click("button", "#save")
	d.kept(path, "a member more", func(s *data.Snapshot) bool { return s.Members[len(s.Members)-1].Name == "Ada Byron" })
	d.key("ctrl+4")
	d.key("ctrl+n")
	d.find("button", "#save")
	d.fill("Title", "Lab of large letters")
	d.click("button", "#save")
	d.kept(path, "an event more", func(s *data.Snapshot) bool { return s.Events[len(s.Events)-1].Title == "Lab of large letters" })
	d.command("Announce:", "Lab of large letters")
	d.click("button", "#spread.note")
	d.kept(path, "it announced", func(s *data.Snapshot) bool { return s.Events[len(s.Events)-1].Status == data.StatusAnnounced })
	var width, height int
	said, err := d.output("xdotool", "getwindowgeometry", "--shell", d.window)
	for line := range strings.Lines(said) {
		_, _ = fmt.Sscanf(line, "WIDTH=%d", &width)
		_, _ = fmt.Sscanf(line, "HEIGHT=%d", &height)
	}
	if err != nil || width == 0 || width > 1280 || height > 800 {
		d.fail("the window is %d × %d, %v", width, height, err)
	}
	d.key("ctrl+q")
	d.awaitEnd()
}
