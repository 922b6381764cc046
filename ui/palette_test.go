package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"copleader/ui/look"
	"copleader/ui/uitest"
)

func TestPaletteFindsWithoutAccents(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	st.Fire("help.palette")
	st.Keys("lukasz")
	st.Settle()
	st.Want("Łukasz Wiśniewski")
	st.Key(fyne.KeyReturn)
	st.Settle()
	st.noTrouble()
	if st.w.shell.at.spec.name != "members" {
		t.Errorf("the palette leads to %s", st.w.shell.at.spec.name)
	}
	if st.Win.Canvas().Overlays().Top() != nil {
		t.Error("the palette is still there")
	}
}

func TestPaletteByKeys(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	st.Fire("help.palette")
	st.Key(fyne.KeyDown)
	st.Key(fyne.KeyReturn)
	if got := st.w.shell.at.spec.name; got != pageSpecs[1].name {
		t.Errorf("the second entry leads to %s, want %s", got, pageSpecs[1].name)
	}
	st.Fire("help.palette")
	st.Keys("zzzz")
	st.Want("Nothing is called that.")
	st.Key(fyne.KeyReturn)
	st.Key(fyne.KeyEscape)
	if st.Win.Canvas().Overlays().Top() != nil {
		t.Error("Escape leaves the palette open")
	}
	st.Fire("help.palette")
	st.Keys("dark")
	st.Key(fyne.KeyReturn)
	if st.w.prefs.variant() != look.Dark {
		t.Error("the palette doesn't fire commands")
	}
}

func TestShortcutSheetListsCommands(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	st.w.typedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	st.Settle()
	st.Want("Keys and shortcuts", "Ctrl+K", "Ctrl+1", "Ctrl+Z")
}

// Given a deed of a page that was never shown, when it is chosen in the palette, then it is done once the page knows what it is about, or
// it is said that it can't be.
func TestThePaletteDoesItOrSaysWhyNot(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	st.Fire("help.palette")
	st.Keys("cancel an event")
	st.Key(fyne.KeyReturn)
	st.Settle()
	if n := st.notice(); n != "“Second lightning round” is cancelled." {
		t.Errorf("the notice says %q", n)
	}
	st.Fire("help.palette")
	st.Keys("add a vote")
	st.Key(fyne.KeyReturn)
	st.Settle()
	if n := st.notice(); n != "“Add a vote” can't be done just now: choose here what it is about, and try again." {
		t.Errorf("the notice says %q", n)
	}
}
