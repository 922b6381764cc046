package kit_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// listening is a canvas that knows which shortcuts it was told of; those in tests forget them.
type listening struct {
	fyne.Canvas
	fyne.ShortcutHandler
}

func (l *listening) AddShortcut(s fyne.Shortcut, do func(fyne.Shortcut)) {
	l.ShortcutHandler.AddShortcut(s, do)
}

func (l *listening) RemoveShortcut(s fyne.Shortcut) { l.ShortcutHandler.RemoveShortcut(s) }

// Given a dialog over another one, then Ctrl+Enter is for the upper one alone, and for the lower one again once the upper one is gone.
func TestCtrlEnterIsForTheUppermostDialog(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	w.Show(kit.Note("Page"))
	canvas := &listening{Canvas: w.Win.Canvas()}
	var saved []string
	open := func(name string, saves bool) *kit.Dialog {
		o := kit.DialogOptions{Title: name, Body: kit.Note(name)}
		if saves {
			o.Save = func() { saved = append(saved, name) }
		}
		return kit.OpenDialog(canvas, o)
	}
	press := func() {
		canvas.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	}
	open("lower", true)
	upper := open("upper", true)
	press()
	upper.Close()
	press()
	question := open("question", false)
	press()
	question.Close()
	press()
	if want := []string{"upper", "lower", "lower"}; !slices.Equal(saved, want) {
		t.Errorf("saved are %q, want %q", saved, want)
	}
}

// Given a dialog whose content gets higher and lower, then its top stays where it is as long as all of it has room below.
func TestADialogStaysWhereItIsAsItGrows(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Width: 960, Height: 640})
	w.Show(kit.Note("Page"))
	first, rest := kit.Note("First"), kit.VStack(0)
	d := kit.OpenDialog(w.Win.Canvas(), kit.DialogOptions{Title: "Plan", Body: kit.VStack(8, first, rest)})
	top := func(lines int) float32 {
		rest.Objects = nil
		for range lines {
			rest.Add(kit.Note("A line more"))
		}
		d.Relayout()
		w.Settle()
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(first).Y
	}
	at := top(0)
	for _, lines := range []int{3, 1, 5, 0} {
		if got := top(lines); got != at {
			t.Errorf("with %d lines more the first one lies at %v, before at %v", lines, got, at)
		}
	}
	if got := top(20); got >= at || got < 0 {
		t.Errorf("with twenty lines the first one lies at %v", got)
	}
	top(0)
	w.Win.Resize(fyne.NewSize(960, 900))
	if again, was := top(0), at; again <= was {
		t.Errorf("in a higher window the first line lies at %v, was %v", again, was)
	}
}
