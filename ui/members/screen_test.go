package members

import (
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data/datatest"
	"copleader/ui/uitest"
)

// Given the demo community, then the screen shows what data/README.md, Demo says, the leader selected.
func TestDemoRoster(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Want("Everyone 24", "Core 3", "Active 5", "Occasional 7", "More",
		"24 of 24 shown · sorted by level, then name", "Олена Шевченко", "9 of 9", "Payments", "test naming, code review", "Sat 14 Nov")
	b.Tap("More")
	b.Want("Peripheral 8", "Contacts 1", "Sponsors 2")
	b.Key(fyne.KeyEscape)
	b.pick("Олена Шевченко")
	b.Want("m05@meridian.example", "At 9 of 9 events, 6 contributions since 24 May 2026.", "History", "finished “How we name tests”")
	b.screen.Arrive(int64(4))
	b.Settle()
	b.Want("not seen at work in the core", "Has a core role, but events and board don't show it at present.", "joined", "30 weeks ago")
}

// Given a file that is only read, then no field and no deed is offered.
func TestReadOnly(t *testing.T) {
	w := uitest.Open(t, uitest.Options{ReadOnly: true})
	s := New(w.Deps(), datatest.Demo(t), "")
	w.ShowPage(s)
	w.Want("Everyone 24")
	w.WantNot("Add member", "More", "Note a contribution")
	if w.Fire("members.add") || w.Fire("members.remove") {
		t.Error("a deed was done")
	}
	if s.pane.fields.Input("unit") != nil || !s.pane.level.Disabled() {
		t.Error("fields can be typed into")
	}
}

// Given a community just founded, then its one member stands there without a level, and the first step is offered.
func TestFounded(t *testing.T) {
	b := open(t, datatest.Founded(t), uitest.Options{})
	b.Want("Everyone 1", "Ada", "Leader", "Not enough events yet", "Add the people you would like to have with you; a name is enough.", "Add member")
	b.WantNot("Core 0", "Contacts 0", "Left 0")
}
