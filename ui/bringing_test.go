package ui

import (
	"strings"
	"testing"

	"copleader/ui/intake"
	"copleader/ui/uitest"
)

// Given each page from which something comes in, when its deed is done, then the page Bring in is shown, takes what is pasted for what was
// in view, and once it came in the page that shows it stands there.
func TestBringingInFromEachPage(t *testing.T) {
	for _, c := range []struct {
		command, pasted, back string
		want                  []string
	}{
		{"members.bring", "Ada Lovelace\nGrace Hopper", "members", []string{"People", "Bring 2 rows in"}},
		{"backlog.bring", "Write a checklist\nTry another room", "backlog", []string{"Backlog items", "Bring 2 rows in"}},
		{"events.bring", "Łukasz Wiśniewski\nZoë Marchand-Núñez\nSomebody Else", "events", []string{"Accessibility checks by hand, ", "Bring 1 row in", "Counts among the guests"}},
	} {
		st := setStage(t, uitest.Options{})
		st.start(Start{Demo: true})
		page, _, _ := strings.Cut(c.command, ".")
		st.w.goTo(page, int64(8))
		if !st.Fire(c.command) {
			t.Fatalf("%s does nothing", c.command)
		}
		st.noTrouble()
		if at := st.w.shell.at.spec.name; at != intake.Page {
			t.Errorf("%s leads to %s", c.command, at)
		}
		st.Paste("Paste here", c.pasted)
		st.Tap("Read this")
		st.Want(c.want...)
		st.Tap(c.want[1])
		st.noTrouble()
		if at := st.w.shell.at.spec.name; at != c.back {
			t.Errorf("what came in is shown on %s, want %s", at, c.back)
		}
	}
}

// In a file that is only read, nothing comes in.
func TestNothingComesInWhereOneOnlyReads(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Ours")
	st.start(Start{File: path})
	st.w.shell.deps.ReadOnly = true
	for _, id := range []string{"view.intake", "file.paste"} {
		if st.Fire(id) {
			t.Errorf("%s was done", id)
		}
	}
}
