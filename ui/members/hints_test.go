package members

import (
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// The demo's people of whom the coach speaks, and what it says (data/README.md, Demo).
func TestHints(t *testing.T) {
	t.Parallel()
	state := stateOf(t, datatest.Read(t, datatest.Demo(t)))
	hints := map[int64]Hint{}
	for _, id := range state.VisibleIDs() {
		state.Select(id)
		d, _ := state.Detail()
		if len(d.Hints) > 1 {
			t.Errorf("%d hints about %s", len(d.Hints), d.Member.Name)
		}
		for _, h := range d.Hints {
			hints[id] = h
		}
		if alert := state.Row(id).Alert; (alert == "stopped coming") != (hints[id].Rule == "C14") {
			t.Errorf("%s: %q beside %q", d.Member.Name, alert, hints[id].Rule)
		}
	}
	if len(hints) != 4 {
		t.Errorf("hints about %d people: %v", len(hints), hints)
	}
	for id, want := range map[int64]Hint{
		5: {"C30", "Organised 3 things without a role.", "Invite Олена Шевченко into the core team?",
			"Hello Олена Шевченко, thank you for all you have organised lately. Would you like to join the core team? We can talk about how much time suits you."},
		9: {"C14", "Was at 3 of 5 events, and at none of the 4 since.", "Write to Nguyễn Thị Hạnh",
			"Hello Nguyễn Thị Hạnh, how are you? I am planning our next events and would like to know what would be useful to you. No need to explain anything."},
	} {
		if hints[id] != want {
			t.Errorf("%d: %+v, want %+v", id, hints[id], want)
		}
	}
}

// Done keeps the hint away for 60 days, from the list too; Undo brings it back.
func TestHintDone(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.screen.Arrive(int64(9))
	b.Settle()
	b.Want("Was at 3 of 5 events, and at none of the 4 since.", "Write to Nguyễn Thị Hạnh", "stopped coming")
	before := len(b.FindAll("stopped coming"))
	b.Tap("Done")
	b.WantNot("Was at 3 of 5 events", "Write to Nguyễn Thị Hạnh")
	if got := len(b.FindAll("stopped coming")); got != before-1 {
		t.Errorf("%d rows say it, %d before", got, before)
	}
	rows := b.Read().FollowUps
	if last := rows[len(rows)-1]; last.MemberID != 9 || last.Rule != "C14" || last.State != data.Done || last.On != today || last.What != "Write to Nguyễn Thị Hạnh" {
		t.Errorf("noted: %+v", last)
	}
	if got := b.LastNotice(); got != "Noted. Nguyễn Thị Hạnh is left in peace for 60 days." {
		t.Errorf("the notice says %q", got)
	}
	b.Notices[len(b.Notices)-1].Do()
	b.Settle()
	b.Want("Was at 3 of 5 events")
}

// Write gives a text to copy, as changed; what is copied may be noted as done at once.
func TestHintWrite(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.screen.Arrive(int64(5))
	b.Settle()
	b.Tap("Write")
	b.Want("Write to Олена Шевченко", "m05@meridian.example", "Hello Олена Шевченко, thank you for all you have organised lately.")
	b.Type("Text", "Hi Олена")
	b.Tap("Copy")
	if got := fyne.CurrentApp().Clipboard().Content(); got != "Hi Олена" {
		t.Errorf("copied: %q", got)
	}
	b.Want("Organised 3 things without a role.")
	b.Notices[len(b.Notices)-1].Do()
	b.Settle()
	b.WantNot("Organised 3 things without a role.")
}

// Both deeds are commands that name the person; without a hint they are not offered.
func TestHintCommands(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	if b.Fire("members.write") || b.Fire("members.written") {
		t.Error("a command without a hint was done")
	}
	b.screen.Arrive(int64(5))
	b.Settle()
	words := map[string]string{}
	for _, c := range b.Commands.All() {
		words[c.ID] = c.Words()
	}
	for id, want := range map[string]string{"members.write": "Write to Олена Шевченко", "members.written": "Note that you wrote to Олена Шевченко"} {
		if words[id] != want {
			t.Errorf("%s says %q", id, words[id])
		}
	}
	b.Fire("members.written")
	b.Settle()
	b.WantNot("Organised 3 things without a role.")
}

// From Overview one arrives at the text, or at the form for another member, also before the first Load.
func TestArriveToBegin(t *testing.T) {
	later := &uitest.HandRunner{}
	b := uitest.NewBench(t, datatest.Demo(t), uitest.Options{Runner: later})
	s := New(b.Deps(), b.Store, "")
	b.Put(s)
	s.Arrive(kit.Begun{Row: data.FollowUp{MemberID: 5, Rule: "C30"}})
	b.WantNot("Hello")
	later.FinishAll()
	b.Want("Write to Олена Шевченко", "Hello Олена Шевченко")
	b.Tap("Close")
	s.Arrive(kit.Begun{Row: data.Member{}})
	b.Settle()
	b.Want("Joined on")
}

func TestHintsReadOnly(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{ReadOnly: true})
	b.screen.Arrive(int64(5))
	b.Settle()
	b.Want("Organised 3 things without a role.")
	b.WantNot("Write", "Done")
}

func TestFollowUpFails(t *testing.T) {
	st, faults := datatest.Breakable(t)
	faults.Set(datatest.Writing(data.Fault(data.CodeFull, "There is no space left; nothing was changed.")))
	b := open(t, st, uitest.Options{})
	b.screen.Arrive(int64(5))
	b.Settle()
	b.Tap("Done")
	b.Want("Organised 3 things without a role.")
	if got := b.LastNotice(); got != "There is no space left; nothing was changed." {
		t.Errorf("the notice says %q", got)
	}
}
