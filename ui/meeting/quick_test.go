package meeting

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given a file that writes more slowly than somebody types, when one line after another is typed, each with Enter behind, then each is
// written down once as it was typed, in every field for such lines.
func TestLinesTypedFastEachStandAlone(t *testing.T) {
	late := &uitest.HandRunner{}
	b := lead(t, "lean_coffee", uitest.Options{Runner: late})
	b.view.forward()
	for key, lines := range map[string][]string{"d": {"alpha", "beta", "gamma"}, "w": {"sor", "luk", "zed"}, "i": {"one", "two", "three"}} {
		b.view.Focus()
		b.Keys(key)
		for _, line := range lines {
			b.Keys(line + "\n")
		}
	}
	late.FinishAll()
	d := b.Read()
	of := func(kind data.LineKind) (texts []string) {
		for _, l := range d.LinesOf(10, kind) {
			texts = append(texts, l.Text)
		}
		return texts
	}
	for kind, want := range map[data.LineKind][]string{data.LineDecision: {"alpha", "beta", "gamma"}, data.LineGuest: {"zed"}, data.LineIdea: {"one", "two", "three"}} {
		if got := of(kind); !slices.Equal(got, want) {
			t.Errorf("%s: written down is %q, not %q", kind, got, want)
		}
	}
	b.view.state.Take(d)
	var here []string
	for _, p := range b.view.state.Here() {
		here = append(here, p.Name)
	}
	if !slices.Equal(here, []string{"Søren Ødegaard", "Łukasz Wiśniewski"}) {
		t.Errorf("here are %q", here)
	}
}

// Given several lines on the clipboard, when they are pasted into a field for lines, then each is an entry of its own, the first behind what
// was typed before; whom a thank-you names and nobody knows is not asked for in the middle of them, and who is ticked is no guest.
func TestLinesPastedStandAloneEach(t *testing.T) {
	b := lead(t, "lean_coffee", uitest.Options{})
	b.view.forward()
	pastes := func(key, typed, text string) {
		b.view.Focus()
		b.Keys(key + typed)
		clipboard := fyne.CurrentApp().Clipboard()
		clipboard.SetContent(text)
		b.Shortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	}
	pastes("d", "First: ", "we meet at four\r\n\r\n- we rotate\n")
	pastes("t", "", "Zed: the cake\nSøren: the talk")
	pastes("i", "", "one\ntwo")
	pastes("n", "", "only one\n")
	if strings.TrimSpace(b.view.writing.field.Text) != "only one" {
		t.Errorf("a single line is typed on, the field reads %q", b.view.writing.field.Text)
	}
	b.Key(fyne.KeyReturn)
	pastes("w", "", "Søren Ødegaard\nŁukasz Wiśniewski")
	b.view.Take(b.Read())
	pastes("w", "", "Søren Ødegaard\nZed")
	d := b.Read()
	for kind, want := range map[data.LineKind][]string{data.LineDecision: {"First: we meet at four", "we rotate"}, data.LineThanks: {"Zed: the cake", "the talk"},
		data.LineIdea: {"one", "two"}, data.LineNote: {"only one"}, data.LineGuest: {"Zed"}} {
		var got []string
		for _, l := range d.LinesOf(10, kind) {
			got = append(got, l.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: written down is %q, not %q", kind, got, want)
		}
	}
	if n := d.CameTo(10); n != 2 || b.view.coming.field.Text != "" || b.view.putting.field.Text != "" {
		t.Errorf("%d came, the fields read %q and %q", n, b.view.coming.field.Text, b.view.putting.field.Text)
	}
}

// Given a file that takes nothing just now, when a line is typed, then its words stand in the field again; typed on meanwhile, they are
// told, and trying again writes them down.
func TestLinesThatFailAreNotLost(t *testing.T) {
	late := &uitest.HandRunner{}
	var told []kit.Notice
	w := uitest.NewBench(t, datatest.Demo(t), uitest.Options{Runner: late})
	deps := w.Deps()
	deps.Notice = func(n kit.Notice) { told = append(told, n) }
	deeds, field := kit.NewDeeds(deps, nil), kit.NewEntry("")
	w.Show(field)
	fails, kept := true, []string{}
	types := func(words string) {
		field.SetText(words)
		deeds.DoTyped(kit.Typed{Field: field, Deed: func(context.Context) error {
			if fails {
				return errors.New("full")
			}
			kept = append(kept, words)
			return nil
		}})
	}
	types("alpha")
	if field.Text != "" {
		t.Errorf("while it is written, the field reads %q", field.Text)
	}
	late.FinishAll()
	if field.Text != "alpha" || len(told) != 1 {
		t.Errorf("once it failed, the field reads %q, told is %+v", field.Text, told)
	}
	types("alpha")
	field.SetText("bet")
	late.FinishAll()
	if field.Text != "bet" || len(told) != 2 || told[1].Action != "Try again" {
		t.Fatalf("typed on, the field reads %q, told is %+v", field.Text, told)
	}
	fails = false
	told[1].Do()
	late.FinishAll()
	if !slices.Equal(kept, []string{"alpha"}) || field.Text != "bet" {
		t.Errorf("tried again, kept is %q, the field reads %q", kept, field.Text)
	}
}

// Given the field for lines with nothing in it, when the space bar is pressed, then the meeting goes on, and the page has the keys.
func TestSpaceGoesOnFromAnEmptyField(t *testing.T) {
	b := lead(t, "retrospective", uitest.Options{})
	b.view.Focus()
	b.Keys("d")
	b.Keys("We meet at four")
	b.Key(fyne.KeyReturn)
	at := b.view.state.run.At
	b.Keys(" ")
	if b.view.state.run.At != at+1 || b.Win.Canvas().Focused() != fyne.Focusable(b.view.next) {
		t.Errorf("at part %d, the focus is in %T", b.view.state.run.At, b.Win.Canvas().Focused())
	}
	b.Keys("d")
	b.Keys("a b")
	if b.view.writing.field.Text != "a b" {
		t.Errorf("the field reads %q", b.view.writing.field.Text)
	}
}
