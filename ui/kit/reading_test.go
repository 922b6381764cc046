package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// readingOf is a field of these tests as it is read.
func readingOf(t *testing.T, w *uitest.Window, id string) *kit.Reading {
	t.Helper()
	r, is := w.ByID("reading", id).Object.(*kit.Reading)
	if !is {
		t.Fatalf("%q is not read", id)
	}
	return r
}

// Given fields that are read first, then there is no field until somebody goes into one; by click, Enter, F2 and by typing, behind what stands
// there, one gets there, and once it is left it is read again, with what was written.
func TestReadingIsEntered(t *testing.T) {
	n, fine := &note{Text: "old", Votes: -1, On: data.NewDate(2026, 12, 5)}, error(nil)
	w, _, log := fieldsThat(t, n, &fine, true)
	w.Want("old", "Sat 5 Dec 2026", "nothing noted yet")
	r := readingOf(t, w, "text")
	if r.Shown() != nil {
		t.Fatal("the field is there before anybody wants it")
	}
	in := func(how string) *kit.TextField {
		t.Helper()
		f, is := w.Win.Canvas().Focused().(*kit.TextField)
		if !is || f != r.Shown() {
			t.Fatalf("%s leads to %T", how, w.Win.Canvas().Focused())
		}
		return f
	}
	for how, enter := range map[string]func(){
		"a click": func() { w.TapNode(w.ByID("reading", "text")) },
		"Enter":   func() { w.Win.Canvas().Focus(r); w.Key(fyne.KeyReturn) },
		"F2":      func() { w.Win.Canvas().Focus(r); w.Key(fyne.KeyF2) },
	} {
		enter()
		in(how)
		w.Leave()
		if r.Shown() != nil {
			t.Errorf("left after %s, the field is still there", how)
		}
	}
	w.Win.Canvas().Focus(r)
	w.Keys("er")
	if got := in("typing").Text; got != "older" {
		t.Errorf("the field reads %q", got)
	}
	w.Key(fyne.KeyReturn)
	if n.Text != "older" || r.Shown() != nil || len(*log) != 1 || w.Win.Canvas().Focused() != fyne.Focusable(r) {
		t.Errorf("kept is %q in %d writes; the focus is in %T", n.Text, len(*log), w.Win.Canvas().Focused())
	}
	w.Want("older")
	w.Key(fyne.KeyTab)
	if w.Win.Canvas().Focused() != fyne.Focusable(readingOf(t, w, "votes")) {
		t.Errorf("Tab leads to %T", w.Win.Canvas().Focused())
	}
}

// Given what makes no sense in a field that is read first, when Enter is pressed, then the field keeps the focus, so that Ctrl+Z is its own.
func TestEnterStaysInWhatIsRefused(t *testing.T) {
	n, fine := &note{Text: "old", Votes: -1, On: data.NewDate(2026, 12, 5)}, error(nil)
	w, _, log := fieldsThat(t, n, &fine, true)
	w.Win.Canvas().Focus(readingOf(t, w, "on"))
	w.Keys("31.2.")
	w.Key(fyne.KeyReturn)
	at, is := w.Win.Canvas().Focused().(*kit.TextField)
	if !is || at.Text != "31.2." || len(*log) != 0 {
		t.Fatalf("the focus is in %T, %d writes", w.Win.Canvas().Focused(), len(*log))
	}
	at.SetText("6.12.2026")
	w.Key(fyne.KeyReturn)
	if n.On != data.NewDate(2026, 12, 6) || w.Win.Canvas().Focused() != fyne.Focusable(readingOf(t, w, "on")) {
		t.Errorf("kept is %s; the focus is in %T", n.On, w.Win.Canvas().Focused())
	}
}

// Given fields that are read first, when one goes into one and steps out with Escape, then nothing around has moved at any time.
func TestReadingMovesNothing(t *testing.T) {
	n, fine := &note{Text: "A text that is read", On: data.NewDate(2026, 12, 5)}, error(nil)
	w, _, _ := fieldsThat(t, n, &fine, true)
	places := func() (at [3]fyne.Position) {
		for i, label := range []string{"Text", "Votes", "On"} {
			at[i] = w.Find(label).At
		}
		return at
	}
	before := places()
	for _, id := range []string{"text", "votes", "on"} {
		w.TapNode(w.ByID("reading", id))
		if got := places(); got != before {
			t.Errorf("in %s the labels stand at %v, before at %v", id, got, before)
		}
		w.Key(fyne.KeyEscape)
		if got := places(); got != before || readingOf(t, w, id).Shown() != nil {
			t.Errorf("after %s the labels stand at %v, before at %v", id, got, before)
		}
	}
}

// Given a field that is read first, when what is typed can't be kept, then the field and the sentence stay until it can; another row has
// its own text read, and the first shows the field again.
func TestReadingTellsTrouble(t *testing.T) {
	n, refuse := &note{Text: "old"}, error(data.Invalid("text", "Please fill this in."))
	w, s, _ := fieldsThat(t, n, &refuse, true)
	w.Type("Text", "x")
	w.Leave()
	r := readingOf(t, w, "text")
	if r.Shown() == nil || w.ErrorAt("Text") != "Please fill this in." {
		t.Fatalf("shown is %v, below the field stands %q", r.Shown(), w.ErrorAt("Text"))
	}
	n.ID = 2
	s.Show(&note{ID: 2, Text: "another"}, true)
	if r.Shown() != nil || r.Text() != "another" || w.ErrorAt("Text") != "" {
		t.Errorf("of another row is read %q; below it stands %q", r.Text(), w.ErrorAt("Text"))
	}
	n.ID = 0
	s.Show(n, true)
	if got := w.Field("Text").Text; r.Shown() == nil || got != "x" {
		t.Errorf("shown again, the field has %q", got)
	}
	refuse = nil
	s.Flush()
	if r.Shown() != nil || n.Text != "x" || r.Text() != "x" {
		t.Errorf("once kept, %q is read, shown is %v", r.Text(), r.Shown())
	}
}

// Given a file that may only be looked at, then what is read can't be gone into.
func TestReadingAlone(t *testing.T) {
	n, fine := &note{Text: "old"}, error(nil)
	w, s, _ := fieldsThat(t, n, &fine, true)
	s.Able(false)
	w.TapNode(w.ByID("reading", "text"))
	if r := readingOf(t, w, "text"); r.Shown() != nil || s.Input("text") != nil {
		t.Error("a field is there")
	}
	s.Able(true)
	w.TapNode(w.ByID("reading", "text"))
	if readingOf(t, w, "text").Shown() == nil {
		t.Error("no field is there")
	}
}

// Given what is read and has the focus, then Space enters the field as Enter does: the letter of that key, which the window gives to whoever
// has the focus by then, takes nothing away. Any other Space is typed.
func TestSpaceEntersAndTypesNothing(t *testing.T) {
	n, fine := &note{Text: "old", Votes: -1, On: data.NewDate(2026, 12, 5)}, error(nil)
	w, _, _ := fieldsThat(t, n, &fine, true)
	c := w.Win.Canvas()
	space := func() {
		w.Key(fyne.KeySpace)
		c.Focused().TypedRune(' ')
	}
	c.Focus(readingOf(t, w, "text"))
	space()
	f, is := c.Focused().(*kit.TextField)
	if !is || f.Text != "old" {
		t.Fatalf("after Space the focus is in %T, which reads %q", c.Focused(), f.Text)
	}
	w.Key(fyne.KeyEnd)
	space()
	if f.Text != "old " {
		t.Errorf("a space at the end reads %q", f.Text)
	}
	w.Key(fyne.KeyReturn)
	w.Key(fyne.KeyReturn)
	space()
	if f := c.Focused().(*kit.TextField); f.Text != " " {
		t.Errorf("entered by Enter, a space in place of all reads %q", f.Text)
	}
}
