package uitest_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// failing is a test that notes its failure instead of failing.
type failing struct {
	testing.TB
	said string
}

func (f *failing) Helper() {}

func (f *failing) Errorf(format string, args ...any) { f.said += fmt.Sprintf(format, args...) }

func (f *failing) Fatalf(format string, args ...any) {
	f.said += fmt.Sprintf(format, args...)
	runtime.Goexit()
}

// failure runs something that should fail a test and gives what it said.
func failure(t *testing.T, do func(w *uitest.Window)) string {
	f := &failing{TB: t}
	done := make(chan struct{})
	go func() {
		defer close(done)
		w := uitest.Open(f, uitest.Options{})
		do(w)
	}()
	<-done
	return f.said
}

func TestTapDoesNotReachBehindADialog(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	pressed := 0
	w.Show(kit.NewPage(kit.Left(kit.NewBtn(kit.Primary, "Behind", func() { pressed++ }))))
	behind := w.Find("Behind")
	w.Tap("Behind")
	kit.Ask(w.Win.Canvas(), kit.Question{Title: "Sure?", Yes: "Yes", No: "No", Do: func() {}})
	w.TapNode(behind)
	if pressed != 1 {
		t.Errorf("pressed %d times", pressed)
	}
	w.Want("Sure?")
	w.WantNot("Behind")
}

func TestTapScrollsIntoView(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Width: 300, Height: 200})
	pressed := ""
	stack := kit.VStack(8)
	for i := range 40 {
		text := fmt.Sprintf("Button %02d", i)
		stack.Add(kit.Left(kit.NewBtn(kit.Quiet, text, func() { pressed = text })))
	}
	w.Show(kit.NewPage(stack))
	for _, want := range []string{"Button 39", "Button 00", "Button 20"} {
		w.Tap(want)
		if pressed != want {
			t.Errorf("tapped %q, pressed %q", want, pressed)
		}
	}
}

func TestTypeReplacesWhatStandsThere(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	f := kit.NewEntry("old text")
	w.Show(kit.NewPage(kit.VStack(8, kit.NewLabelled("Name", f), kit.NewSearch("Find…", nil))))
	w.Type("Name", "Þórdís 王")
	if f.Text != "Þórdís 王" {
		t.Errorf("the field holds %q", f.Text)
	}
	w.Type("Find…", "x")
	if got := w.FocusText(); got != "Find…" {
		t.Errorf("the focus is at %q", got)
	}
}

func TestFailuresSayWhatIsThere(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(w *uitest.Window)
		want string
	}{
		"a text that is not there": {func(w *uitest.Window) {
			w.Show(kit.NewPage(kit.NewPara(kit.Plain("something else"))))
			w.Tap("Save")
		}, "something else"},
		"a wanted text":    {func(w *uitest.Window) { w.Show(kit.NewPage(kit.Note("here"))); w.Want("there") }, `"there" is not on screen`},
		"an unwanted text": {func(w *uitest.Window) { w.Show(kit.NewPage(kit.Note("here"))); w.WantNot("here") }, `"here" is on screen`},
		"a field that is not there": {func(w *uitest.Window) {
			w.Show(kit.NewPage(kit.NewLabelled("Unit", kit.NewEntry(""))))
			w.Type("Name", "x")
		}, "Unit"},
		"a disabled field": {func(w *uitest.Window) {
			f := kit.NewEntry("")
			f.Disable()
			w.Show(kit.NewPage(kit.NewLabelled("Unit", f)))
			w.Type("Unit", "x")
		}, "disabled"},
		"a disabled menu item": {func(w *uitest.Window) {
			w.Commands.Add(&kit.Command{ID: "x", Title: "Undo", Enabled: func() bool { return false }, Do: func() {}})
			w.Win.SetMainMenu(fyne.NewMainMenu(w.Commands.Menu("Edit", "x")))
			w.Menu("Undo")
		}, "disabled"},
	} {
		if said := failure(t, c.do); !strings.Contains(said, c.want) {
			t.Errorf("%s: the test said %q, want %q in it", name, said, c.want)
		}
	}
}

func TestPasteReplacesWhatStandsThere(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	f := kit.NewEntry("old text")
	w.Show(kit.NewPage(kit.NewLabelled("Name", f)))
	w.Paste("Name", "Þórdís 王")
	if f.Text != "Þórdís 王" {
		t.Errorf("the field holds %q", f.Text)
	}
}

// Given three works, then each is done, and comes back, when it is told to, and only once.
func TestHandRunner(t *testing.T) {
	var log []string
	r := &uitest.HandRunner{}
	run := func(name string, next func()) {
		r.Run(func() func() {
			log = append(log, name)
			return next
		})
	}
	run("first", func() { run("later", func() { log = append(log, "later is back") }) })
	run("second", func() { log = append(log, "second is back") })
	run("third", nil)
	r.Work(0)
	r.Finish(1)
	r.Finish(1)
	r.FinishAll()
	if got := strings.Join(log, ", "); got != "first, second, second is back, third, later, later is back" {
		t.Errorf("it went %s", got)
	}
}
