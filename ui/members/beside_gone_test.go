package members

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data/datatest"
	"copleader/ui/uitest"
)

// Given some people chosen together, when they are removed, then whoever stood behind them is shown, not the first of all.
func TestTheNextIsShownOnceSomeAreRemoved(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	ids := b.screen.VisibleIDs()
	at := slices.IndexFunc(ids, func(id int64) bool { return !b.screen.state.Leads(id) })
	at += 5
	b.screen.selectPerson(ids[at+1])
	b.screen.list.Mark(ids[at], ids[at+1])
	b.Fire("members.remove")
	b.Settle()
	if got := b.screen.state.Selected(); got != ids[at+2] {
		t.Errorf("%s is shown, want %s", b.screen.state.NameOf(got), b.screen.state.NameOf(ids[at+2]))
	}
}

// Given the leader selected, when Delete is pressed, then it is said why nobody is removed.
func TestDeleteOnTheLeaderSaysWhyNot(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.screen.selectPerson(b.screen.state.Leader())
	b.Win.Canvas().Focus(b.screen.list)
	b.Key(fyne.KeyDelete)
	if got := b.LastNotice(); got != "Who leads the community can't be taken off the list: pass leadership on first." {
		t.Errorf("it says %q", got)
	}
	if n := len(b.Read().Members); n != 24 {
		t.Errorf("the file has %d people", n)
	}
}
