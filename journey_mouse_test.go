package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/ui/uimap"
)

// The leader's first evening of TestJourneyOfTheFirstEveningByKeyboard, by mouse alone: what is typed there, comes out of the clipboard here.
func TestJourneyOfTheFirstEveningByMouse(t *testing.T) {
	d := newDesk(t)
	printed := d.withPrinter()
	d.start()
	d.pasteByMouse("#start.name", "Readers of long books")
	d.pasteByMouse("#start.leader", "Ada Byron")
	if len(matching(d.see(), "select", "#start.zone")) > 0 {
		d.click("select", "#start.zone")
		d.clickAt(d.firstOf("menuitem").Centre, "1")
	}
	d.click("button", "#start.go")
	path := filepath.Join(d.home, "Documents", "CoP Leader", "Readers of long books.cop")

	d.click("nav", "#page.members")
	d.click("button", "#members.bring.first")
	d.pasteByMouse("#intake.paste", twelvePeople)
	d.click("button", "#intake.read")
	d.read("New 12")
	d.click("button", "#intake.take")
	d.kept(path, "twelve people", func(s *data.Snapshot) bool { return len(s.Members) == 13 })

	d.click("nav", "#page.events")
	d.menuByMouse("Events", "Plan a series")
	d.pasteByMouse("How often", "every second Thursday, six times, at 16:00")
	d.click("button", "Plan 6 events")
	d.kept(path, "a series of six", seriesOfSix)

	d.click("nav", "#page.health")
	d.menuByMouse("Health", "More", "Print the health cards")
	d.click("button", "#reader.print")
	d.read("actual size, on ")
	d.click("button", "#save")
	d.deckAtPrinter(printed)
	d.menuByMouse("File", "Quit")
	d.awaitEnd()
}

// firstOf is the first thing of a kind in the topmost layer that is in sight.
func (d *desk) firstOf(kind string) (first uimap.Node) {
	d.t.Helper()
	d.waitFor("the first "+kind, func(m uimap.Map) bool {
		at := slices.IndexFunc(m.Nodes, func(n uimap.Node) bool { return n.Kind == kind && n.Layer == m.Layers-1 && !n.Offscreen && !n.Disabled })
		if at >= 0 {
			first = m.Nodes[at]
		}
		return at >= 0
	})
	return first
}

// pasteByMouse puts a text into a field, through the menu of its right click.
func (d *desk) pasteByMouse(field, text string) {
	d.t.Helper()
	d.clip(text)
	d.clickAt(d.find("field", field).Centre, "3")
	d.click("menuitem", "Paste")
	d.waitFor(fmt.Sprintf("%q in the field %q", text, field), func(m uimap.Map) bool {
		return slices.ContainsFunc(m.Nodes, func(n uimap.Node) bool { return n.Kind == "field" && n.Value == text })
	})
}

// menuByMouse takes an entry of the menu bar, or of a menu beside one of it, with clicks.
func (d *desk) menuByMouse(path ...string) {
	d.t.Helper()
	m := d.waitFor("the menu "+path[0], func(m uimap.Map) bool {
		return slices.ContainsFunc(m.Menus, func(menu uimap.Menu) bool { return menu.Title == path[0] })
	})
	d.clickAt(m.Menus[slices.IndexFunc(m.Menus, func(menu uimap.Menu) bool { return menu.Title == path[0] })].Centre, "1")
	last := len(path) - 1
	for _, entry := range path[1:last] {
		at := d.find("menuitem", entry).Centre
		d.act(func() { d.do("xdotool", d.move(at)...) }) // the menu beside opens below the mouse
	}
	d.click("menuitem", path[last])
}

// What somebody wrote anywhere is found by mouse alone, and a click leads to it.
func TestJourneyOfSearchingEverywhereByMouse(t *testing.T) {
	d := newDesk(t)
	d.start(communityOnDisk(t))
	d.read("Πυξίδα")
	for _, tc := range []struct{ words, finds, leads string }{
		{"twelve faults", "Two stuck test suites", "Help with two stuck suites"},
		{"wisniewski", "Łukasz Wiśniewski", "m02@meridian.example"},
	} {
		d.menuByMouse("Edit", "Find everywhere…")
		d.pasteByMouse("#palette.field", tc.words)
		var found uimap.Node
		d.waitFor("what holds “"+tc.words+"”", func(m uimap.Map) bool {
			at := slices.IndexFunc(m.Nodes, func(n uimap.Node) bool { return n.ID == "found" && !n.Offscreen && strings.Contains(n.Text, tc.finds) })
			if at >= 0 {
				found = m.Nodes[at]
			}
			return at >= 0
		})
		d.clickAt(found.Centre, "1")
		d.waitFor("where it stands", func(m uimap.Map) bool { return m.Layers == 1 && says(m, tc.leads) })
	}
	d.menuByMouse("File", "Quit")
	d.awaitEnd()
}

// A meeting is led, minuted and its minutes are published by mouse alone, but for the words themselves.
func TestJourneyThroughAnHourByMouse(t *testing.T) {
	d, r := newRoom(t, "brown_bag", nil)
	d.start(r.path)
	d.click("nav", "#page.events")
	d.click("row", fmt.Sprintf("#%d", r.id))
	d.click("button", "Start meeting")
	d.click("button", "#meeting.decision")
	d.types("We meet at four")
	d.key("Return")
	d.row("We meet at four")
	d.click("button", "#meeting.next")
	d.click("button", "#meeting.end")
	d.click("button", "#meeting.ended")
	d.click("button", "Publish minutes")
	d.click("button", "#spread.save")
	d.pasteByMouse("#save.name", "Our hour.md")
	d.click("button", "#save")
	d.read("The text is saved in")
	d.click("button", "#spread.copy")
	d.published(r)
	d.click("button", "#cancel")
	d.menuByMouse("File", "Quit")
	d.awaitEnd()
}

// published waits until the minutes are noted as published, and compares what was copied with what was saved.
func (d *desk) published(r *hour) {
	d.t.Helper()
	d.kept(r.path, "the minutes published", func(s *data.Snapshot) bool {
		m := r.minutes(s)
		return r.event(s).Status == data.StatusHeld && m.Decisions == "We meet at four" && m.PublishedOn != 0 && m.Where != ""
	})
	copied, err := d.output("xclip", "-selection", "clipboard", "-out")
	if err != nil || !strings.Contains(copied, "# Minutes: Our hour") || !strings.Contains(copied, "We meet at four") {
		d.fail("copied is %q, %v", copied, err)
	}
	saved, err := os.ReadFile(filepath.Join(filepath.Dir(r.path), "Our hour.md"))
	if err != nil || strings.TrimSpace(string(saved)) != strings.TrimSpace(copied) {
		d.fail("saved is %q, %v; copied was %q", saved, err, copied)
	}
}

// twelvePeople are the members of the first evening, as a message has them.
const twelvePeople = "Ada Lovelace <ada@example.org>; Grace Hopper; Katherine Johnson; Hedy Lamarr; Mary Somerville; Sophie Germain; Emmy Noether; " +
	"Rosalind Franklin; Lise Meitner; Vera Rubin; Dorothy Hodgkin; Maria Mitchell"

// seriesOfSix tells whether there is one series, of six events at four.
func seriesOfSix(s *data.Snapshot) bool {
	n := 0
	for _, e := range s.Events {
		if e.SeriesID != 0 && e.Start == 16*60 {
			n++
		}
	}
	return n == 6 && len(s.Series) == 1
}

// deckAtPrinter waits until the printer was given something, and reads that it is the deck of health cards.
func (d *desk) deckAtPrinter(printed string) {
	d.t.Helper()
	d.waitFor("the deck at the printer", func(uimap.Map) bool { _, err := os.Stat(printed); return err == nil })
	text, err := exec.Command("pdftotext", printed, "-").Output()
	if err != nil || !strings.Contains(string(text), "Readers of long books") || !strings.Contains(string(text), "Able to decide") {
		d.fail("printed is %q, %v", text, err)
	}
}
