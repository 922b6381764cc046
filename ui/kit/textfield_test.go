package kit_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
	"copleader/ui/uitest"
)

func TestTextFieldCommitsOnceAndInTime(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(w *uitest.Window, f *kit.TextField)
		want []string
	}{
		{"on leaving", func(w *uitest.Window, _ *kit.TextField) { w.Type("Note", "abc"); w.Leave() }, []string{"abc"}},
		{"on Enter, not again on leaving", func(w *uitest.Window, _ *kit.TextField) {
			w.Type("Note", "abc\n")
			w.Leave()
		}, []string{"abc"}},
		{"two seconds after the last key", func(w *uitest.Window, _ *kit.TextField) {
			w.Type("Note", "ab")
			w.Timer.Pass(kit.CommitAfter - time.Millisecond)
			w.Keys("c")
			w.Timer.Pass(kit.CommitAfter - time.Millisecond)
		}, nil},
		{"and then it is due", func(w *uitest.Window, _ *kit.TextField) {
			w.Type("Note", "abc")
			w.Timer.Pass(kit.CommitAfter)
			w.Leave()
		}, []string{"abc"}},
		{"typing on commits again", func(w *uitest.Window, _ *kit.TextField) {
			w.Type("Note", "ab")
			w.Timer.Pass(kit.CommitAfter)
			w.Keys("c")
			w.Leave()
		}, []string{"ab", "abc"}},
		{"on Flush", func(w *uitest.Window, f *kit.TextField) { w.Type("Note", "abc"); f.Flush(); f.Flush() }, []string{"abc"}},
		{"on Escape", func(w *uitest.Window, _ *kit.TextField) { w.Type("Note", "abc"); w.Key(fyne.KeyEscape) }, []string{"abc"}},
		{"not when nothing changed", func(w *uitest.Window, _ *kit.TextField) { w.Type("Note", "old"); w.Leave() }, nil},
		{"not when loaded", func(w *uitest.Window, f *kit.TextField) { f.SetIfIdle("new"); w.Timer.Pass(time.Hour); f.Flush() }, nil},
		{"emptied too", func(w *uitest.Window, _ *kit.TextField) { w.Type("Note", ""); w.Leave() }, []string{""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := uitest.Open(t, uitest.Options{})
			var got []string
			f := kit.NewTextField(w.Timer, "old", func(s string) { got = append(got, s) })
			w.Show(kit.NewPage(kit.NewLabelled("Note", f)))

			c.do(w, f)

			if !slices.Equal(got, c.want) {
				t.Errorf("committed %q, want %q", got, c.want)
			}
		})
	}
}

func TestTextFieldWithFocusIsNotOverwritten(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	f := kit.NewTextField(w.Timer, "old", nil)
	w.Show(kit.NewPage(kit.NewLabelled("Note", f)))

	w.Type("Note", "typing")
	f.SetIfIdle("loaded")
	if f.Text != "typing" {
		t.Errorf("with the focus it shows %q", f.Text)
	}
	w.Leave()
	f.SetIfIdle("loaded")
	if f.Text != "loaded" {
		t.Errorf("without the focus it shows %q", f.Text)
	}
}

func TestTextFieldCountsVisits(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	f := kit.NewTextField(w.Timer, "", nil)
	w.Show(kit.NewPage(kit.NewLabelled("Note", f)))
	w.Type("Note", "a")
	w.Keys("b")
	first := f.Visit()
	w.Leave()
	w.Type("Note", "c")
	if first != 1 || f.Visit() != 2 {
		t.Errorf("visits %d, then %d; want 1, then 2", first, f.Visit())
	}
}

func TestTextAreaIsLeftByTabAndGrows(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Width: 400, Height: 600})
	a := kit.NewTextArea(w.Timer, 2, "", nil)
	b := kit.NewEntry("")
	w.Show(kit.NewPage(kit.VStack(8, kit.NewLabelled("Area", a), kit.NewLabelled("Next", b))))
	low := a.Size().Height

	w.Type("Area", "one\ntwo\nthree\nfour\nfive")
	if a.Text != "one\ntwo\nthree\nfour\nfive" {
		t.Fatalf("typed %q", a.Text)
	}
	if high := a.Size().Height; high < low*1.8 {
		t.Errorf("five lines are %v high, two were %v", high, low)
	}
	w.Key(fyne.KeyTab)
	if !b.Focused() {
		t.Error("Tab did not leave the area")
	}
}

func TestDateField(t *testing.T) {
	day := func(s string) data.Date {
		d, err := data.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		typed  string
		want   data.Date
		commit bool
	}{
		{"2027-01-31", day("2027-01-31"), true},
		{"", 0, true},
		{"31/01/2027", day("2027-01-31"), true},
		{"6 Dec 2026", day("2026-12-06"), true},
		{"5 Dec 2026", day("2026-12-05"), false}, // it is that day already
		{"next Thu", day("2026-11-26"), true},
		{"2027-02-31", 0, false},
		{"soon", 0, false},
	} {
		w := uitest.Open(t, uitest.Options{})
		var got []data.Date
		f := kit.NewDateField(w.Deps(), w.Timer, day("2026-12-05"), func(d data.Date) { got = append(got, d) })
		w.Show(kit.NewPage(kit.NewLabelled("When", f).Watch(w.Deps().Say)))

		w.Type("When", c.typed)
		w.Leave()

		if c.commit != (len(got) == 1) || (c.commit && got[0] != c.want) {
			t.Errorf("%q: committed %v, want %v", c.typed, got, c.want)
		}
		if wrong := w.ErrorAt("When") != ""; wrong != (c.want == 0 && c.typed != "") {
			t.Errorf("%q: error shown %q", c.typed, w.ErrorAt("When"))
		}
	}
}

func TestNumberField(t *testing.T) {
	for _, c := range []struct {
		typed string
		value int
		known bool
		right bool
	}{{"42", 42, true, true}, {"", 0, false, true}, {"x", 0, false, false}, {"61", 0, false, false}, {" 7 ", 7, true, true}} {
		w := uitest.Open(t, uitest.Options{})
		called := false
		var value int
		var known bool
		f := kit.NewNumberField(w.Timer, 5, true, func(v int, k bool) { called, value, known = true, v, k })
		f.Min, f.Max = 1, 60
		w.Show(kit.NewPage(kit.NewLabelled("Minutes", f).Watch(w.Deps().Say)))
		w.Type("Minutes", c.typed)
		w.Leave()
		if called != c.right || value != c.value || known != c.known {
			t.Errorf("%q: called %v with %d, %v", c.typed, called, value, known)
		}
		if shown := w.ErrorAt("Minutes"); (shown == "") != c.right {
			t.Errorf("%q: error shown %q", c.typed, shown)
		}
	}
}

func TestSelectByPointerAndKeys(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	var got []string
	options := []kit.Option{{Key: "a", Text: "First"}, {Key: "b", Text: "Second"}, {Key: "c", Text: "Third"}}
	s := kit.NewSelect(options, "a", func(k string) { got = append(got, k) })
	w.Show(kit.NewPage(kit.NewLabelled("Level", s)))

	w.Want("First")
	w.Choose("Level", "Second")
	w.Win.Canvas().Focus(s)
	w.Key(fyne.KeyRight)
	w.Key(fyne.KeyRight)
	if !slices.Equal(got, []string{"b", "c"}) {
		t.Errorf("chose %q", got)
	}
	w.Key(fyne.KeyDown)
	if w.Win.Canvas().Overlays().Top() == nil {
		t.Fatal("Down did not open the list")
	}
	w.Key(fyne.KeyEscape)
	if w.Win.Canvas().Overlays().Top() != nil {
		t.Error("Escape did not close the list")
	}
}

func TestCheckByPointerAndKeys(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	var got []bool
	c := kit.NewCheck("Announce", false, func(b bool) { got = append(got, b) })
	w.Show(kit.NewPage(kit.Left(c)))
	w.Tap("Announce")
	w.Win.Canvas().Focus(c)
	w.Key(fyne.KeySpace)
	w.Key(fyne.KeyReturn)
	if !slices.Equal(got, []bool{true, false, true}) || !c.Ticked() {
		t.Errorf("ticked %v", got)
	}
	c.Set(false)
	if len(got) != 3 || c.Ticked() {
		t.Error("Set must not call back")
	}
}

func TestCtrlEnterReachesTheForm(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	saved := 0
	kit.OpenForm(w.Deps(), kit.Form{Title: "Add", Fields: []kit.FormField{{Name: "note", Label: "Note", Input: kit.NewArea(2, "")}},
		Save: func() error { saved++; return nil }})
	w.Type("Note", "one\ntwo")
	if saved != 0 {
		t.Fatal("Enter in a field of several lines must not save")
	}
	w.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	if saved != 1 || w.Win.Canvas().Overlays().Top() != nil {
		t.Errorf("saved %d times", saved)
	}
}

func TestSelectOfManyIsSearched(t *testing.T) {
	options := kit.Options("Zoë Marchand", "Łukasz Wiśniewski", "Ελένη Παπαδοπούλου")
	for i := range 40 {
		options = append(options, kit.Option{Key: fmt.Sprint(i), Text: fmt.Sprintf("Person %02d", i)})
	}
	w := uitest.Open(t, uitest.Options{})
	var got []string
	s := kit.NewSelect(options, "3", func(k string) { got = append(got, k) })
	w.Show(kit.NewPage(kit.NewLabelled("Leads", s)))

	w.Choose("Leads", "Person 37")
	w.TapNode(w.Field("Leads"))
	w.Keys("zoe mar") // neither case nor accents count
	w.WantNot("Person 01")
	w.Key(fyne.KeyReturn)
	w.TapNode(w.Field("Leads"))
	w.Keys("person 3") // 03, 13, 23, 30 …
	w.Key(fyne.KeyDown)
	w.Key(fyne.KeyDown)
	w.Key(fyne.KeyDown)
	w.Key(fyne.KeyReturn)
	w.TapNode(w.Field("Leads"))
	w.Key(fyne.KeyEscape)

	if !slices.Equal(got, []string{"37", "Zoë Marchand", "23"}) {
		t.Errorf("chose %q", got)
	}
	if w.Win.Canvas().Overlays().Top() != nil {
		t.Error("Escape did not close the list")
	}
}

func TestTextAreaWrapsItsTextOnce(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	f := kit.NewTextArea(w.Timer, 2, strings.Repeat("What we are here for. ", 200), nil)
	high := f.HeightFor(400)
	if n := testing.AllocsPerRun(10, func() { f.HeightFor(400) }); n > 2 {
		t.Errorf("asked again for the same width it allocates %v times", n)
	}
	// What is remembered is not given for another width, text or size.
	if wide := f.HeightFor(800); wide >= high {
		t.Errorf("at 800 it is %v high, at 400 %v", wide, high)
	}
	w.SetTheme(look.Light, 2)
	if large := f.HeightFor(400); large < high*2 {
		t.Errorf("at 200%% it is %v high, at 100%% %v", large, high)
	}
	f.Reset("short")
	if low := f.HeightFor(400); low >= high/2 {
		t.Errorf("a short text is %v high", low)
	}
}

// Given a text of several lines, when Ctrl+Home and Ctrl+End are pressed, then the cursor goes to its ends; with Shift what lies between is
// chosen.
func TestTheEndsOfAText(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	f := kit.NewTextArea(w.Timer, 4, "", nil)
	w.Show(kit.NewPage(kit.NewLabelled("Note", f)))
	w.Type("Note", "first\nsecond\nthird")
	press := func(key fyne.KeyName, with fyne.KeyModifier) {
		w.Shortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | with})
	}
	press(fyne.KeyHome, 0)
	w.Keys("a ")
	press(fyne.KeyEnd, 0)
	w.Keys(" z")
	if f.Text != "a first\nsecond\nthird z" {
		t.Errorf("typed is %q", f.Text)
	}
	f.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(fyne.KeyHome, fyne.KeyModifierShift)
	f.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if got := f.SelectedText(); got != f.Text {
		t.Errorf("chosen is %q", got)
	}
}
