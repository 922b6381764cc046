package kit_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// nameForm opens a form with a name, a unit and a choice.
func nameForm(w *uitest.Window, save func(name, unit string) error) (*kit.FormDialog, *[]bool) {
	name, unit := kit.NewEntry(""), kit.NewEntry("")
	closed := &[]bool{}
	f := kit.OpenForm(w.Deps(), kit.Form{
		Title: "Add member",
		Fields: []kit.FormField{
			{Name: "name", Label: "Name", Input: name},
			{Name: "unit", Label: "Unit", Input: unit},
			{Name: "level", Label: "Level", Beside: true, Input: kit.NewSelect(kit.Options("Core", "Active"), "Core", nil)},
		},
		Save:    func() error { return save(name.Text, unit.Text) },
		OnClose: func(saved bool) { *closed = append(*closed, saved) },
	})
	return f, closed
}

func TestFormFocusesItsFirstFieldAndSavesOnEnter(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	var got string
	_, closed := nameForm(w, func(name, _ string) error { got = name; return nil })

	w.Keys("Ada")
	w.Key(fyne.KeyReturn)

	if got != "Ada" || len(*closed) != 1 || !(*closed)[0] {
		t.Errorf("saved %q, closed %v", got, *closed)
	}
	w.WantNot("Add member")
}

func TestFormPutsErrorsAtTheirFields(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	f, closed := nameForm(w, func(_, unit string) error {
		if unit == "" {
			return data.Invalid("unit", "A unit is needed.")
		}
		return nil
	})
	before := f.Label("unit").Size().Height

	w.Type("Name", "Ada")
	w.Tap("Save")

	if w.ErrorAt("Unit") != "A unit is needed." || w.ErrorAt("Name") != "" || f.Trouble() != "" {
		t.Errorf("at Unit %q, at Name %q, whole %q", w.ErrorAt("Unit"), w.ErrorAt("Name"), f.Trouble())
	}
	if after := f.Label("unit").Size().Height; after <= before {
		t.Errorf("the field did not grow for its message: %v, then %v", before, after)
	}
	w.Keys("Data")
	if got := w.Field("Unit").Object.(*kit.TextField).Text; got != "Data" {
		t.Errorf("the first wrong field has not got the focus; it holds %q", got)
	}
	if now := f.Label("unit").Size().Height; w.ErrorAt("Unit") != "" || now != before {
		t.Errorf("once something is typed, %q still stands at Unit, which is %v high and was %v", w.ErrorAt("Unit"), now, before)
	}
	w.Tap("Save")
	if len(*closed) != 1 || !(*closed)[0] {
		t.Errorf("the right form did not close: %v", *closed)
	}
}

func TestFormShowsOtherErrorsAtItsFoot(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{data.Fault(data.CodeFull, "The disk is full; nothing was changed."), "The disk is full; nothing was changed."},
		{errors.New("sql: broken"), "Something went wrong"},
		{data.Invalid("elsewhere", "No."), "Please look at the marked field"},
	} {
		w := uitest.Open(t, uitest.Options{})
		f, closed := nameForm(w, func(_, _ string) error { return c.err })
		w.Tap("Save")
		w.Want(c.want)
		if !f.Open() || len(*closed) != 0 {
			t.Errorf("%v: the form closed", c.err)
		}
		w.Tap("Cancel")
		if f.Open() || len(*closed) != 1 || (*closed)[0] {
			t.Errorf("%v: Cancel closed with %v", c.err, *closed)
		}
	}
}

func TestFormEscapeCancelsFromEverywhere(t *testing.T) {
	for _, where := range []string{"in a field", "on the select", "on a button", "nowhere"} {
		t.Run(where, func(t *testing.T) {
			w := uitest.Open(t, uitest.Options{})
			f, closed := nameForm(w, func(_, _ string) error { return nil })
			switch where {
			case "on the select":
				w.Win.Canvas().Focus(w.Field("Level").Object.(fyne.Focusable))
			case "on a button":
				w.Win.Canvas().Focus(w.Find("Save").Object.(fyne.Focusable))
			case "nowhere":
				w.Leave()
			}
			w.Key(fyne.KeyEscape)
			if f.Open() || len(*closed) != 1 || (*closed)[0] {
				t.Errorf("open %v, closed %v", f.Open(), *closed)
			}
			if w.Win.Canvas().OnTypedKey() != nil {
				t.Error("the window's keys were not given back")
			}
		})
	}
}

func TestFormTallerThanTheWindowScrollsAndKeepsItsButtons(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Width: 960, Height: 640, Scale: 2})
	var fields []kit.FormField
	for _, name := range []string{"One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight"} {
		fields = append(fields, kit.FormField{Name: name, Label: name, Input: kit.NewEntry("")})
	}
	kit.OpenForm(w.Deps(), kit.Form{Title: "Long", Fields: fields, Save: func() error { return data.Invalid("Eight", "Wrong.") }})
	save := w.Find("Save")
	if save.At.Y+save.Size.Height > 640 {
		t.Errorf("Save ends at %v", save.At.Y+save.Size.Height)
	}
	w.Tap("Save")
	eight := w.Field("Eight")
	if eight.At.Y+eight.Size.Height > save.At.Y {
		t.Errorf("the wrong field was not scrolled into view: it ends at %v, the buttons begin at %v", eight.At.Y+eight.Size.Height, save.At.Y)
	}
}

func TestAsk(t *testing.T) {
	for _, c := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyReturn, 1}, {fyne.KeyEscape, 0}} {
		w := uitest.Open(t, uitest.Options{})
		done := 0
		d := kit.Ask(w.Win.Canvas(), kit.Question{Title: "Erase this person?", Text: "This cannot be undone.", Yes: "Erase", No: "Keep", Do: func() { done++ }})
		w.Want("This cannot be undone.")
		w.Key(c.key)
		if done != c.want || d.Open() {
			t.Errorf("%s: done %d times, open %v", c.key, done, d.Open())
		}
	}
}

// Given a question whose yes loses something, then no has the focus, so that Enter never does it.
func TestAskThatLoses(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	done := 0
	d := kit.Ask(w.Win.Canvas(), kit.Question{Title: "Drop it?", Yes: "Drop it", No: "Keep it", Loses: true, Do: func() { done++ }})
	if got := w.FocusText(); got != "Keep it" {
		t.Errorf("the focus is on %q", got)
	}
	w.Key(fyne.KeyReturn)
	if done != 0 || d.Open() {
		t.Errorf("Enter did it %d times, open %v", done, d.Open())
	}
}

func TestCommandsAskAgainAndWaitForDialogs(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	fired, can := 0, false
	w.Commands.Add(&kit.Command{ID: "add", Title: "Add member", Shortcut: kit.Ctrl(fyne.KeyN), Enabled: func() bool { return can }, Do: func() { fired++ }})
	w.Show(kit.NewPage(kit.Left(w.Commands.Button(kit.Primary, "add"))))
	w.Win.SetMainMenu(fyne.NewMainMenu(w.Commands.Menu("Members", "add", "", "unknown")))

	item := w.Win.MainMenu().Items[0].Items[0]
	if !item.Disabled || kit.MenuWords(item) != "Add member" || len(w.Win.MainMenu().Items[0].Items) != 2 {
		t.Errorf("menu item %+v", item)
	}
	item.Action() // a disabled item's shortcut fires all the same
	if fired != 0 {
		t.Error("a disabled command fired")
	}
	can = true
	item.Action()
	if fired != 1 {
		t.Error("an enabled command did not fire")
	}
	q := kit.Ask(w.Win.Canvas(), kit.Question{Title: "?", Yes: "Yes", No: "No", Do: func() {}})
	if w.Commands.Fire("add") || fired != 1 {
		t.Error("a command fired behind a dialog")
	}
	q.Close()
	if !w.Commands.Fire("add") || fired != 2 {
		t.Error("the command did not fire after the dialog")
	}
	if got := kit.ShortcutWords(kit.CtrlShift(fyne.KeyZ)); got != "Ctrl+Shift+Z" {
		t.Errorf("shortcut %q", got)
	}
}

func TestNoticeBar(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	n := kit.NewNoticeBar("Copy details", "Dismiss")
	changes, undone := 0, 0
	n.OnChange = func() { changes++ }
	w.Show(kit.NewPage(kit.VStack(8, n, kit.NewPara(kit.Plain("below")))))
	w.WantNot("Dismiss")

	n.Post(kit.Notice{Text: "Member removed", Action: "Undo", Do: func() { undone++ }})
	w.Want("Member removed", "Undo", "Dismiss")
	w.WantNot("Copy details")
	w.Tap("Undo")
	if undone != 1 || changes != 2 {
		t.Errorf("undone %d, changes %d", undone, changes)
	}
	w.WantNot("Member removed")

	n.Post(kit.Notice{Kind: kit.Trouble, Text: "Something went wrong.", Details: "sql: broken"})
	w.Tap("Copy details")
	if got := fyne.CurrentApp().Clipboard().Content(); got != "Something went wrong.\nsql: broken" {
		t.Errorf("copied %q", got)
	}
	w.Tap("Dismiss")
	if _, on := n.Notice(); on {
		t.Error("not dismissed")
	}
}

func TestFailIsNoTroubleWhereThereWasNothingToDo(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	w.Deps().Fail(data.Fault(data.CodeNothing, "There is nothing to redo."))
	if len(w.Notices) != 1 || w.Notices[0].Kind != kit.Info {
		t.Errorf("notices %+v", w.Notices)
	}
}

func TestFailOffersDetailsWhereThereAreMore(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	worded := data.Fault(data.CodeFull, "The disk is full.")
	caused := data.Fault(data.CodeFull, "The disk is full.")
	caused.Cause = errors.New("ENOSPC")
	deps := w.Deps()
	for _, err := range []error{nil, worded, caused, errors.New("sql: broken")} {
		deps.Fail(err)
	}
	if len(w.Notices) != 3 {
		t.Fatalf("%d notices", len(w.Notices))
	}
	for i, want := range []struct{ text, details string }{
		{"The disk is full.", ""}, {"The disk is full.", caused.Error()}, {"Something went wrong", "sql: broken"},
	} {
		n := w.Notices[i]
		if !strings.HasPrefix(n.Text, want.text) || n.Details != want.details || n.Kind != kit.Trouble {
			t.Errorf("notice %d: %+v", i, n)
		}
	}
}

// Given a command that names what it is done to, then it says so, and its plain words while there is nothing.
func TestCommandNamesWhatItIsDoneTo(t *testing.T) {
	about := ""
	c := kit.Command{Title: "Remove an event", Named: func() string {
		if about == "" {
			return ""
		}
		return "Remove “" + about + "”"
	}}
	if got := c.Words(); got != "Remove an event" {
		t.Errorf("with nothing to name it says %q", got)
	}
	about = "Kata evening"
	if got := c.Words(); got != "Remove “Kata evening”" {
		t.Errorf("it says %q", got)
	}
}

// Given a choice among many, when what is typed fits none, then that is said.
func TestAChoiceWithoutMatchSaysSo(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	var options []kit.Option
	for n := range 40 {
		options = append(options, kit.Option{Key: fmt.Sprint(n), Text: fmt.Sprintf("Member %d", n)})
	}
	choice := kit.NewSelect(options, "", nil)
	choice.Placeholder = "Choose…"
	w.Show(kit.NewPage(kit.NewLabelled("Who", choice)))
	w.Tap("Choose…")
	w.WantNot("Nothing is called that.")
	w.Keys("zz")
	w.Want("Nothing is called that.")
	w.Key(fyne.KeyBackspace)
	w.Key(fyne.KeyBackspace)
	w.Keys("7")
	w.WantNot("Nothing is called that.")
}
