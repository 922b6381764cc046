package main

import (
	"fmt"
	"os"
	"os/exec"
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

	d.clip("Ada Lovelace <ada@example.org>; Grace Hopper; Katherine Johnson; Hedy Lamarr; Mary Somerville; Sophie Germain; Emmy Noether; " +
		"Rosalind Franklin; Lise Meitner; Vera Rubin; Dorothy Hodgkin; Maria Mitchell")
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
	d.kept(path, "a series of six", func(s *data.Snapshot) bool {
		n := 0
		for _, e := range s.Events {
			if e.SeriesID != 0 && e.Start == 16*60 {
				n++
			}
		}
		return n == 6 && len(s.Series) == 1
	})

	d.command("Open “Health cards”")
	d.read("Print…")
	d.key("ctrl+p")
	d.read("actual size, on ")
	d.key("ctrl+Return")
	d.waitFor("the deck at the printer", func(uimap.Map) bool { _, err := os.Stat(printed); return err == nil })
	text, err := exec.Command("pdftotext", printed, "-").Output()
	if err != nil || !strings.Contains(string(text), "Readers of long books") || !strings.Contains(string(text), "Able to decide") {
		d.fail("printed is %q, %v", text, err)
	}
	d.key("ctrl+q")
	d.awaitEnd()
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
			return
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
