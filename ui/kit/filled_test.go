package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// formOf opens a form with a name, a number and a choice; saved tells how often it was saved.
func formOf(w *uitest.Window) (form *kit.FormDialog, saved *int) {
	saved = new(int)
	form = kit.OpenForm(w.Deps(), kit.Form{Title: "Add somebody", Fields: []kit.FormField{
		{Name: "name", Label: "Name", Input: kit.NewEntry("")},
		{Name: "seats", Label: "Seats", Input: kit.NewNumberField(nil, 3, true, nil)},
		{Name: "kind", Label: "Kind", Input: kit.NewSelect(kit.Options("Member", "Contact"), "Member", nil)},
	}, Save: func() error { *saved++; return nil }})
	return form, saved
}

// Given a form as it was opened, then Escape closes it; half filled it asks first, with the cursor on what loses nothing, and going on
// leads back into the field.
func TestEscapeInAHalfFilledForm(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	form, _ := formOf(w)
	w.Key(fyne.KeyEscape)
	if form.Open() {
		t.Fatal("Escape did not close what nobody filled in")
	}
	form, _ = formOf(w)
	w.Keys("Lars")
	for _, ask := range []func(){func() { w.Key(fyne.KeyEscape) }, func() { w.Tap("Cancel") }} {
		ask()
		w.Want("Drop what you filled in?")
		if !form.Open() || w.FocusText() != "Go on writing" {
			t.Fatalf("open %t, the cursor is on %q", form.Open(), w.FocusText())
		}
		w.Key(fyne.KeyEscape)
		w.WantNot("Drop what you filled in?")
	}
	w.Type("Name", "Lars")
	w.Key(fyne.KeyEscape)
	w.Tap("Go on writing")
	w.Keys(" Holm")
	if got := w.Field("Name").Text; got != "Lars Holm" {
		t.Errorf("typed on, the field reads %q", got)
	}
	w.Key(fyne.KeyEscape)
	w.Tap("Drop it")
	if form.Open() || len(w.Unkept.All()) != 0 {
		t.Errorf("open %t, held %+v", form.Open(), w.Unkept.All())
	}
}

// Given a form, when it is filled in, then that is held until the form is saved or is as it was; a choice counts like a text.
func TestHalfFilledFormIsHeld(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	_, saved := formOf(w)
	w.Keys("Lars")
	w.Type("Seats", "12")
	all := w.Unkept.All()
	if len(all) != 1 || !all[0].Form || all[0].Label != "Add somebody" || all[0].Text != "Name: Lars\nSeats: 12" || len(w.Unkept.Refused()) != 0 {
		t.Fatalf("held is %+v", all)
	}
	w.Type("Seats", "3")
	w.Type("Name", "")
	if all := w.Unkept.All(); len(all) != 0 {
		t.Errorf("as it was opened, held is %+v", all)
	}
	w.Choose("Kind", "Contact")
	w.Key(fyne.KeyEscape)
	w.Tap("Go on writing")
	w.Type("Name", "Ana")
	w.Tap("Save")
	if *saved != 1 || len(w.Unkept.All()) != 0 {
		t.Errorf("saved %d times, held is %+v", *saved, w.Unkept.All())
	}
}

// Given a field in a dialog, when the pointer is clicked beside the dialog, then the cursor stays where it was, and a number half typed is
// typed on.
func TestClickBesideADialog(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	formOf(w)
	w.Type("Seats", "1")
	w.ClickBeside()
	w.Keys("2")
	if got := w.Field("Seats").Text; got != "12" {
		t.Errorf("the field reads %q", got)
	}
	if all := w.Unkept.All(); len(all) != 1 || !strings.Contains(all[0].Text, "12") {
		t.Errorf("held is %+v", all)
	}
}

// Given a form over another of the same title, when it is dropped, then what was filled into the one below is held still.
func TestFormsOfOneTitle(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	formOf(w)
	w.Type("Name", "Lars")
	formOf(w)
	w.Keys("Ana")
	if all := w.Unkept.All(); len(all) != 2 {
		t.Fatalf("held is %+v", all)
	}
	w.Key(fyne.KeyEscape)
	w.Tap("Drop it")
	if all := w.Unkept.All(); len(all) != 1 || all[0].Text != "Name: Lars" {
		t.Errorf("held is %+v", all)
	}
}

// Given a dialog into which a field comes later, then what is typed there is held too.
func TestFieldThatComesLaterIsHeld(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	body := kit.VStack(8, kit.NewLabelled("Name", kit.NewEntry("")))
	d := kit.OpenDialog(w.Win.Canvas(), kit.DialogOptions{Title: "Add somebody", Body: body, Deps: w.Deps()})
	body.Add(kit.NewLabelled("Town", kit.NewEntry("")))
	d.Relayout()
	w.Settle()
	w.Type("Town", "Graz")
	if all := w.Unkept.All(); len(all) != 1 || all[0].Text != "Town: Graz" {
		t.Errorf("held is %+v", all)
	}
}
