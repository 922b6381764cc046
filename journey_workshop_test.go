package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"copleader/data"
)

// The kick-off workshop, from silent writing to the printed poster: ideas are shared after the silence, put together and into the boxes on
// the wall, a name is chosen by dots and taken over, the lead is passed to whoever said yes; the end agrees the charter, puts the first
// items on the board, and leads to the poster.
func TestJourneyThroughTheWorkshop(t *testing.T) {
	d, r := newRoom(t, data.VisionWorkshop, nil)
	r.begin()
	r.forwardTo("Alone, in silence")
	r.shows("What picture of this community do we want to make real", "5:00")
	r.idea("Testing is a craft here")
	if said := everybodySees(d.see()); strings.Contains(said, "Testing is a craft here") {
		d.fail("in silence everybody sees %q", said)
	}
	d.key("Escape")
	r.forwardTo("Share")
	r.shows("Testing is a craft here")
	r.idea("A craft, not a phase")
	d.key("Escape")
	d.drag(d.row("A craft, not a phase").Centre, d.row("Testing is a craft here").Centre)
	r.shows("Testing is a craft here (A craft, not a phase)")
	r.forwardTo("Agree")
	d.drag(d.row("Testing is a craft here").Centre, d.find("field", "Our picture").Centre)
	d.kept(r.path, "the picture on the wall", func(s *data.Snapshot) bool {
		return strings.Contains(wallText(s, data.BoxVision), "Testing is a craft here")
	})
	r.shows("Our picture")

	r.forwardTo("Agree", "How and measures")
	r.idea("A lab each month")
	d.key("Escape")
	r.menuOf("A lab each month", "Into the box “How”")
	d.kept(r.path, "the activity on the wall", func(s *data.Snapshot) bool { return strings.Contains(wallText(s, data.BoxHow), "A lab each month") })

	r.forwardTo("Agree", "Force field: helps and brakes")
	r.idea("Deadlines")
	d.key("Escape")
	r.menuOf("Deadlines", "Slows the vision")
	r.shows("Slows the vision", "Deadlines")

	r.forwardTo("Agree", "Name")
	r.idea("Lodestar")
	d.key("Escape")
	d.click("button", "#meeting.choose")
	r.shows("We are called “Lodestar”.")
	r.forwardTo("Leader")
	r.idea("Ada Byron")
	d.key("Escape")
	d.click("button", "#meeting.choose")
	r.shows("Ada Byron leads.")
	d.kept(r.path, "the name and the leader in the charter", func(s *data.Snapshot) bool {
		m, _ := s.MemberByID(s.Community.LeaderID)
		return s.Community.Name == "Lodestar" && m.Name == "Ada Byron"
	})
	r.end()
	d.kept(r.path, "the charter agreed and the first items on the board", func(s *data.Snapshot) bool {
		last := s.Versions[len(s.Versions)-1]
		return last.Note == "Our hour" && strings.Contains(last.Text, "Lodestar") && itemTitled(s, "A lab each month")
	})
	d.click("button", "See the poster")
	d.read("Charter poster")
	if poster := r.poster(); !strings.Contains(poster, "Lodestar") || !strings.Contains(poster, "A lab each month") {
		d.fail("the poster says %q", poster)
	}
}

// wallText is what stands in a box of the canvas.
func wallText(s *data.Snapshot, box data.BoxKey) string {
	for _, b := range s.Canvas {
		if b.Box == box {
			return strings.Join(b.Lines, "\n")
		}
	}
	return ""
}

func itemTitled(s *data.Snapshot, title string) bool {
	for i := range s.Items {
		if s.Items[i].Title == title {
			return true
		}
	}
	return false
}

// menuOf takes an entry of the menu of an idea.
func (r *hour) menuOf(idea, entry string) {
	r.t.Helper()
	r.clickAt(r.row(idea).Centre, "3")
	r.click("menuitem", entry)
}

// poster is the text of the poster as the file prints it now.
func (r *hour) poster() string {
	r.t.Helper()
	out := r.t.TempDir()
	r.do(os.Getenv(builtProgram), "-export", out, "-only", "poster", r.path)
	text, err := exec.Command("pdftotext", filepath.Join(out, "charter-poster.pdf"), "-").Output()
	if err != nil {
		r.fail("the poster: %v", err)
	}
	return string(text)
}
