package main

import (
	"fmt"
	"slices"
	"testing"

	"copleader/data"
	"copleader/ui/uimap"
)

// fiveUnits tells whether five members, and no others, are in a unit that nobody was in.
func fiveUnits(unit string) func(*data.Snapshot) bool {
	return func(s *data.Snapshot) bool {
		n := 0
		for i := range s.Members {
			if s.Members[i].Unit == unit {
				n++
			}
		}
		return n == 5
	}
}

// formGone waits until the form that changes the unit is gone: keys pressed before go to it.
func (d *desk) formGone() {
	d.t.Helper()
	d.waitFor("the form to close", func(m uimap.Map) bool { return !says(m, "Change the unit of 5 members") })
}

// A leader moves five members to another unit at once, by keyboard alone: Shift and the arrows choose, the menu has the deed; one undo
// takes it back, one redo does it again. Escape leaves one selected, and Ctrl+A chooses all.
func TestJourneySeveralByKeyboard(t *testing.T) {
	d := newDesk(t)
	path := communityOnDisk(t)
	d.start(path)
	d.read("Πυξίδα")
	d.key("ctrl+3")
	d.read("24 of 24 shown")
	d.key("ctrl+f", "Down")
	d.key("shift+Down", "shift+Down", "shift+Down", "shift+Down")
	d.read("5 members chosen")
	d.key("ctrl+k")
	d.paste("change the unit of 5")
	d.key("Return")
	d.read("Change the unit of 5 members")
	d.key("ctrl+a")
	d.paste("Night shift")
	d.key("Return")
	d.formGone()
	d.thereAndBack(path, "the unit of five members", fiveUnits("Night shift"))
	d.read("5 members chosen")
	d.key("ctrl+f", "Down")
	d.key("ctrl+a")
	d.read("24 members chosen")
	d.key("Escape")
	d.read("24 of 24 shown")
	d.menu("File", "Quit")
	d.awaitEnd()
}

// The same by mouse: Ctrl and Shift with clicks, boxes, the bar below the list, the menu of a row.
func TestJourneySeveralByMouse(t *testing.T) {
	d := newDesk(t)
	path := communityOnDisk(t)
	d.start(path)
	d.read("Πυξίδα")
	d.key("ctrl+3")
	d.read("24 of 24 shown")
	var rows []uimap.Node
	for _, n := range d.see().Nodes {
		if n.Kind == "row" && !n.Offscreen {
			rows = append(rows, n)
		}
	}
	if len(rows) < 8 {
		d.fail("only %d rows are in sight", len(rows))
	}
	row := func(i int) uimap.Node { return d.find("row", "#"+rows[i].ID) }
	d.clickAt(row(0).Centre, "1")
	d.held("shift", func() { d.clickAt(row(2).Centre, "1") })
	d.read("3 members chosen")
	d.held("ctrl", func() { d.clickAt(row(4).Centre, "1") })
	d.read("4 members chosen")
	box := row(6)
	d.clickAt(uimap.Point{X: box.Rect.X + 16, Y: box.Centre.Y}, "1")
	d.read("5 members chosen")
	d.click("button", "Unit…")
	d.read("Change the unit of 5 members")
	d.fill("Unit", "Night shift")
	d.click("button", "Change the unit")
	d.formGone()
	d.thereAndBack(path, "the unit of five members", fiveUnits("Night shift"))
	d.kept(path, "those clicked, and no others", func(s *data.Snapshot) bool {
		return !slices.ContainsFunc([]int{0, 1, 2, 4, 6}, func(i int) bool {
			return !slices.ContainsFunc(s.Members, func(m data.Member) bool { return fmt.Sprint(m.ID) == rows[i].ID && m.Unit == "Night shift" })
		})
	})
	d.clickAt(row(4).Centre, "3")
	d.read("Change the topics of 5 members…")
	d.key("Escape")
	d.waitFor("the menu to close", func(m uimap.Map) bool { return !says(m, "Change the topics of 5 members…") })
	d.click("button", "Clear")
	d.read("24 of 24 shown")
	d.menu("File", "Quit")
	d.awaitEnd()
}
