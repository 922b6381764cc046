package ui

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"copleader/data/datatest"
	"copleader/ui/kit"
)

// typedInto is a field and what was typed into it.
type typedInto struct{ id, text string }

// typist types into every field of every page and form, and looks where that has gone.
type typist struct {
	*tour
	at            kit.Page // the page typed into
	fields, forms int
}

// inputsIn are the fields below an object that can be typed into: not those that search, which hold nothing.
func inputsIn(o fyne.CanvasObject, yield func(f *kit.TextField, id string)) {
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case nil:
	case *kit.TextField:
		yield(o, o.ID)
	case *kit.NumberField:
		yield(&o.TextField, o.ID)
	case *kit.Reading:
		if !o.Disabled() || o.Shown() != nil {
			parts = []fyne.CanvasObject{o.Input()} // as somebody goes into it
		}
	case *fyne.Container:
		parts = o.Objects
	case *container.Scroll:
		parts = []fyne.CanvasObject{o.Content}
	case interface{ Parts() []fyne.CanvasObject }:
		parts = o.Parts()
	case fyne.Widget:
		parts = test.WidgetRenderer(o).Objects()
	}
	for _, part := range parts {
		inputsIn(part, yield)
	}
}

// noContent are fields that are no place for such a text, by the beginning of their IDs: those of a ballot take marks only, and have tests of
// their own; the period for which a document is made is no content, and stands in the document's name.
var noContent = map[string]bool{"ballot": true, "reader": true}

// typeAll types something into every field that can be read nowhere else. What a field makes of its own accord of it is no loss.
func (y *typist) typeAll(o fyne.CanvasObject) (all []typedInto) {
	inputsIn(o, func(f *kit.TextField, id string) {
		if f.Disabled() || id == "search" || noContent[strings.SplitN(id, ".", 2)[0]] {
			return
		}
		y.fields++
		text := fmt.Sprintf("zq%d", y.fields)
		f.SetText(text)
		f.Flush()
		all = append(all, typedInto{id, text})
	})
	return all
}

// want fails for each text that is neither in the file nor among what is not kept.
func (y *typist) want(when string, all []typedInto) {
	y.T.Helper()
	file, err := json.Marshal(datatest.Read(y.T, y.Store))
	if err != nil {
		y.T.Fatal(err)
	}
	held, err := json.Marshal(y.Unkept.All())
	if err != nil {
		y.T.Fatal(err)
	}
	for _, typed := range all {
		if !strings.Contains(string(file), typed.text) && !strings.Contains(string(held), typed.text) {
			y.T.Errorf("%s: what was typed into %q is lost", when, typed.id)
		}
	}
}

// visit types into everything at a place, into a page once. A form that was typed into asks on Escape, or has kept what was typed.
func (y *typist) visit(o fyne.CanvasObject, form bool) {
	if !form {
		if y.page != y.at {
			y.at = y.page
			all := y.typeAll(o)
			if leaver, is := y.page.(kit.Leaver); is {
				leaver.Leave()
			}
			y.want("a page", all)
		}
		return
	}
	all := y.typeAll(o)
	if len(all) == 0 {
		return
	}
	y.forms++
	overlays := y.Win.Canvas().Overlays()
	when := strings.Join(y.Texts()[:min(2, len(y.Texts()))], ", ")
	y.want(when, all)
	y.Win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	y.want("after Escape, "+when, all)
	if y.HasText("Drop what you filled in?") {
		y.Tap("Drop it")
	}
	if overlays.Top() == o {
		y.T.Errorf("%s: Escape does nothing", when)
	}
}

// Whatever is typed into any field of any page or form is in the file or among what is not kept, which the foot names, closing asks about
// and the next start offers; Escape drops nothing without asking.
func TestNothingTypedIsLost(t *testing.T) {
	y := &typist{}
	travel(t, func(w *tour) {
		y.tour, w.do = w, y.visit
	})
	if y.fields < 300 || y.forms < 40 {
		t.Errorf("only %d fields and %d forms were typed into", y.fields, y.forms)
	}
}
