package backlog

import (
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data/datatest"
	"copleader/ui/uitest"
)

// Given an item with the focus, or a row of library or stories, when words are typed, then they are looked for; no title is another after it.
func TestTypingFindsAndWritesNothing(t *testing.T) {
	titles := func(b *bench) (all []string) {
		for _, i := range b.Read().Items {
			all = append(all, i.Title)
		}
		for _, s := range b.Read().Stories {
			all = append(all, s.Title)
		}
		return all
	}
	for _, view := range []View{Board, Library, Stories} {
		b := open(t, datatest.Demo(t), uitest.Options{})
		before := titles(b)
		b.screen.showView(view)
		b.Settle()
		b.screen.ChooseAll()
		b.screen.StepOut()
		b.Keys("test plan")
		if got := b.screen.search.Text; got != "test plan" {
			t.Errorf("view %d: looked for is %q", view, got)
		}
		b.Key(fyne.KeyReturn)
		b.Leave()
		for i, title := range titles(b) {
			if title != before[i] {
				t.Errorf("view %d: %q is now called %q", view, before[i], title)
			}
		}
	}
}

// Given an item that a key opened, when letters are typed, then they stand behind its title and take nothing away.
func TestTypingIntoAnOpenItemKeepsItsTitle(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.focus("Monthly digest")
	b.Key(fyne.KeyReturn)
	b.Keys("s")
	b.Key(fyne.KeyReturn)
	b.Key(fyne.KeyEscape)
	b.item("Monthly digests")
}
