package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
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
	if n := st.notice(); n != "“Sat 5 Dec · Second lightning round” is cancelled." {
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

// Given minutes that nobody wrote, when somebody asks to publish them, then it is said why that can't be; once they are written, their text
// is shown.
func TestThePaletteSaysWhyNothingIsPublished(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	publish := func() {
		st.Fire("help.palette")
		st.Keys("publish")
		st.Key(fyne.KeyReturn)
		st.Settle()
	}
	for id, want := range map[int64]string{
		10: "“Sat 14 Nov · Half-year retrospective” has no minutes yet: write them first, then publish them.", // the latest that was held
		8:  "“Sat 24 Oct · Accessibility checks by hand” has no minutes yet: write them first, then publish them.",
	} {
		st.w.goTo("events", id)
		st.Settle()
		publish()
		if n := st.notice(); n != want {
			t.Errorf("the notice says %q", n)
		}
	}
	if err := st.w.shell.store.ChangeMinutes(t.Context(), 8, store.Visit{}, func(m *data.Minutes) { m.Text = "We looked." }); err != nil {
		t.Fatal(err)
	}
	st.w.goTo("events", int64(10)) // that of another event waits now
	st.Settle()
	publish()
	st.Want("Publish the minutes of “Sat 24 Oct · Accessibility checks by hand”", "We looked.")
}

// Given deeds that name the event they would be done to, when a word of its name is typed, then what is called so comes before them; a
// word of a deed finds the deed first.
func TestThePaletteKnowsDeedsByTheirOwnWords(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	st.w.goTo("events", int64(10))
	st.Settle()
	st.w.shell.makeAll()
	all := st.w.everything()
	first := func(typed string) string { return search(all, typed, 1)[0].text }
	for typed, want := range map[string]string{
		"second lightning": "Second lightning round", "lightning": "Sat 5 Dec · Second lightning round",
		"cancel": "Cancel “Sat 5 Dec · Second lightning round”", "cancel an event": "Cancel “Sat 5 Dec · Second lightning round”", "leadership": "Pass leadership…",
	} {
		if got := first(typed); got != want {
			t.Errorf("%q finds %q first, want %q", typed, got, want)
		}
	}
	deeds := 0
	for _, f := range search(all, "lightning", 50) {
		if f.command != "" {
			deeds++
		} else if deeds > 0 {
			t.Errorf("%q comes after a deed that is done to something of that name", f.text)
		}
	}
	if deeds == 0 {
		t.Error("no deed is found by what it is done to")
	}
}

// Given the page Members, when “remove” is typed, then no event or item elsewhere is what Enter removes; once it is said what, it is, and on its
// own page at once.
func TestThePaletteRemovesNothingElsewhere(t *testing.T) {
	all := fold([]find{{text: "Remove “Lean coffee”", deed: "Remove an event", command: "events.remove"}, {text: "Ask to remove a table", deed: "Ask to remove a table", command: "members.ask", here: true}})
	if first := search(all, "remove", 2)[0].command; first != "members.ask" {
		t.Errorf("first is %s", first)
	}
	if first := search(all, "remove lean", 2)[0].command; first != "events.remove" {
		t.Errorf("said what, first is %s", first)
	}
	all[0].here = true
	if first := search(all, "remove", 2)[0].command; first != "events.remove" {
		t.Errorf("on its page, first is %s", first)
	}
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	st.w.goTo("events", nil)
	st.w.goTo("members", nil)
	st.Settle()
	undo := st.w.shell.undo
	st.Fire("help.palette")
	st.Keys("remove")
	st.Key(fyne.KeyReturn)
	if st.w.shell.undo != undo {
		t.Errorf("done is %q", st.w.shell.undo)
	}
}
