package main

import (
	"slices"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/words"
	"copleader/ui/uimap"
)

// From each finding of the demo to the deed that answers it, with mouse and keyboard: the file says then that it is gone, and so
// does Overview.
func TestJourneyFromEachFindingToItsAnswer(t *testing.T) {
	d := newDesk(t)
	path := communityOnDisk(t)
	d.start(path)
	d.read("Next best steps")
	for _, a := range answers {
		d.step(a.rule)
		a.travel(d)
		d.kept(path, "an answer to "+a.rule, func(s *data.Snapshot) bool { return !finds(s, a.rule) })
		d.key("ctrl+1")
		d.waitFor(a.rule+" to go from Overview", func(m uimap.Map) bool {
			return says(m, "Next best steps") && nodeOf(m, "button", "#overview.step."+a.rule).ID == ""
		})
	}
	d.read("Nothing waits for you")
	if left := coach.Findings(onDisk(d, path), nil, data.DateOf(time.Now())); len(left) != 0 {
		d.fail("%s is left", left[0].Rule)
	}
	d.menu("File", "Quit")
	d.awaitEnd()
}

// finds tells whether a rule of the coach has something to say.
func finds(s *data.Snapshot, rule string) bool {
	found := coach.Findings(s, nil, data.DateOf(time.Now()))
	return slices.ContainsFunc(found, func(f coach.Finding) bool { return f.Rule == rule })
}

// step presses the button of a step on Overview. What was answered has gone, so the next one stands in sight.
func (d *desk) step(rule string) {
	d.t.Helper()
	d.key("ctrl+1")
	d.click("button", "#overview.step."+rule)
}

// answers are the deeds, in the order in which Overview names their findings (data/README.md, Demo).
var answers = []struct {
	rule   string
	travel func(d *desk)
}{
	{"C02", func(d *desk) {
		d.click("button", "#notice.act")
		d.read("Note a talk or report")
		d.key("ctrl+Return")
	}},
	{"C03", func(d *desk) { d.click("button", "Add item") }},
	{"C12", func(d *desk) {
		d.read("What was said and made")
		d.paste("Five lines are enough.")
		d.key("Tab")
		today := data.DateOf(time.Now()) // the demo ends with it
		d.menu("Events", "Publish minutes: “"+words.English().Of(data.Dated(today.AddDays(-28), today, "Accessibility checks by hand"))+"”")
		d.click("button", "Note as published")
	}},
	{"C05", (*desk).rest},
	{"C09", (*desk).rest},
	{"C10", func(d *desk) {
		d.find("button", "#save") // the form, whose fields are called as those of the pane are
		d.fill("Title", "Next time: two short parts")
		d.click("button", "Add item")
	}},
	{"C14", func(d *desk) {
		for _, row := range []string{"#9", "#11", "#16"} {
			d.click("row", row)
			d.writeTo("#hint.write.C14")
		}
	}},
	{"C17", func(d *desk) { d.click("button", "#save") }},
	{"C21", func(d *desk) { d.click("button", "#save") }},
	{"C28", func(d *desk) {
		d.key("Return")
		d.click("button", "Note who answered")
		d.click("button", "Note it")
		d.key("Escape")
	}},
	{"C18", func(d *desk) {
		d.key("alt+Right")
		d.key("ctrl+1")
		d.read("1 item has been in Doing for more than 45 days")
		d.step("C18")
		d.key("alt+Right")
	}},
	{"C30", func(d *desk) { d.writeTo("") }},
}

// rest presses the notice that lets a step rest which the file cannot see taken.
func (d *desk) rest() {
	d.t.Helper()
	d.read("can rest once you have done it.")
	d.click("button", "#notice.act")
}

// writeTo opens what is to be written to somebody, unless it is open, copies it and notes that it was sent.
func (d *desk) writeTo(button string) {
	d.t.Helper()
	if button != "" {
		d.click("button", button)
	}
	d.click("button", "Copy")
	d.click("button", "#notice.act")
	d.read("is left in peace")
}
