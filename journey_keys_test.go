package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"copleader/data"
	"copleader/ui/uimap"
)

// A leader's first evening, by keyboard alone: a new community, twelve people out of a message, a series of six, and the deck of health
// cards on paper; what the printer was given is the deck.
func TestJourneyOfTheFirstEveningByKeyboard(t *testing.T) {
	d := newDesk(t)
	printed := d.withPrinter()
	d.start()
	d.onto("#start.name")
	d.paste("Readers of long books")
	d.onto("#start.leader")
	d.paste("Ada Byron")
	d.chooseZone()
	d.onto("#start.go")
	d.key("Return")
	d.waitFor("the window of the community", func(m uimap.Map) bool { return nodeOf(m, "nav", "#page.overview").ID != "" })
	path := filepath.Join(d.home, "Documents", "CoP Leader", "Readers of long books.cop")

	d.clip(twelvePeople)
	d.key("ctrl+shift+v")
	d.read("New 12")
	d.onto("#intake.take")
	d.key("Return")
	d.kept(path, "twelve people", func(s *data.Snapshot) bool { return len(s.Members) == 13 })

	d.command("Plan a series")
	d.read("Here stand the days, each to be corrected.")
	d.paste("every second Thursday, six times, at 16:00")
	d.read("Plan 6 events")
	d.key("Return")
	d.read("6 events are planned.")
	d.kept(path, "a series of six", seriesOfSix)

	d.command("Open “Health cards”")
	d.read("Print…")
	d.key("ctrl+p")
	d.read("actual size, on ")
	d.key("ctrl+Return")
	d.deckAtPrinter(printed)
	d.key("ctrl+q")
	d.awaitEnd()
}

// An event is moved in the month and an item on the board by keyboard alone; one Undo takes each back.
func TestJourneyOfMovingByKeyboard(t *testing.T) {
	d := newDesk(t)
	path := communityOnDisk(t)
	event := func(s *data.Snapshot) data.Event { e, _ := s.EventByID(10); return e }
	was := event(onDisk(d, path))
	isOn := func(days int) func(*data.Snapshot) bool {
		return func(s *data.Snapshot) bool { return event(s).On == was.On.AddDays(days) && event(s).Start == was.Start }
	}
	d.start(path)
	d.read("Πυξίδα")
	d.command("Show the month")
	month := func() uimap.Node { return nodeOf(d.see(), "month", "#events.month") }
	d.waitFor("the month with the keys", func(uimap.Map) bool { return month().Focused })
	for days := was.On.Sub(data.DateOf(time.Now())); days > 0; days-- {
		if days < 7 {
			d.key("Right")
			continue
		}
		d.key("Down")
		days -= 6
	}
	d.key("space")
	d.read(was.Title + "” is taken up")
	d.key("Right", "Down", "Return")
	d.thereAndBack(path, "an event carried to another day", isOn(8))
	d.key("alt+Up")
	d.thereAndBack(path, "an event pushed to another day", isOn(1))

	d.key("Escape")
	d.waitFor("nothing with the keys", func(uimap.Map) bool { return !month().Focused })
	d.key("ctrl+5", "Down")
	item := d.focusedItem()
	column := func(s *data.Snapshot) data.Column {
		i := slices.IndexFunc(s.Items, func(i data.Item) bool { return fmt.Sprint(i.ID) == item })
		return s.Items[i].Column
	}
	before := column(onDisk(d, path))
	after := data.Columns[slices.Index(data.Columns, before)+1]
	d.key("alt+Right")
	d.thereAndBack(path, "an item in the next column", func(s *data.Snapshot) bool { return column(s) == after })
	d.key("ctrl+q")
	d.awaitEnd()
}

// focusedItem is the item of the board that has the focus.
func (d *desk) focusedItem() (id string) {
	d.t.Helper()
	d.waitFor("an item with the keys", func(m uimap.Map) bool {
		at := slices.IndexFunc(m.Nodes, func(n uimap.Node) bool { return n.Kind == "item" && n.Focused })
		if at >= 0 {
			id = m.Nodes[at].ID
		}
		return at >= 0
	})
	return id
}

// withPrinter puts a printer on the desk, before the program starts, and gives the name of what it is to print.
func (d *desk) withPrinter() (printed string) {
	d.t.Helper()
	bin, printed := d.t.TempDir(), filepath.Join(d.t.TempDir(), "printed.pdf")
	for name, script := range map[string]string{
		"lpstat": "[ \"$1\" = -e ] && echo Laser; exit 0\n",
		"lp":     fmt.Sprintf("for last; do :; done; cp \"$last\" '%s.part' && mv '%s.part' '%s'\n", printed, printed, printed),
	} {
		if err := os.WriteFile(filepath.Join(bin, name), []byte("#!/bin/sh\n"+script), 0o700); err != nil {
			d.t.Fatal(err)
		}
	}
	d.t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	return printed
}

// command does what the palette finds first for some words, and for the name of what it is done to.
func (d *desk) command(words string, of ...string) {
	d.t.Helper()
	d.key("ctrl+k")
	d.paste(strings.Join(append([]string{words}, of...), " "))
	d.waitFor("the palette to find it", func(m uimap.Map) bool {
		return slices.ContainsFunc(m.Nodes, func(n uimap.Node) bool {
			return n.ID == "found" && strings.HasPrefix(n.Text, words) && (len(of) == 0 || strings.Contains(n.Text, of[0]))
		})
	})
	d.key("Return")
}

// onto goes to something with Tab.
func (d *desk) onto(id string) {
	d.t.Helper()
	is := func(n uimap.Node) bool { return n.Focused && "#"+n.ID == id }
	d.waitFor("something to go to: "+id, func(m uimap.Map) bool {
		return slices.ContainsFunc(m.Nodes, func(n uimap.Node) bool { return "#"+n.ID == id })
	})
	for range 60 {
		m := d.see()
		if slices.ContainsFunc(m.Nodes, is) {
			d.act(func() {}) // a Tab that the program was slow to take goes further
			if slices.ContainsFunc(d.see().Nodes, is) {
				return
			}
		}
		d.do("xdotool", "key", "Tab")
		for end := time.Now().Add(settling); d.see().Seq == m.Seq && time.Now().Before(end); time.Sleep(poll) {
		}
	}
	d.fail("Tab never comes to %s; in the window:\n%s", id, listed(d.see()))
}

// chooseZone answers the question for the time zone, which is there where the computer doesn't say.
func (d *desk) chooseZone() {
	d.t.Helper()
	if len(matching(d.see(), "select", "#start.zone")) == 0 {
		return
	}
	d.onto("#start.zone")
	d.types("Berlin")
	d.key("Return")
}
