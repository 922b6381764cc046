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
