package kit_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// note is what the fields of these tests belong to.
type note struct {
	ID    int64
	Text  string
	Votes int
	On    data.Date
	Open  bool
}

// fieldsOf shows a set of fields in a window; what is changed is applied to the note unless refuse is set.
func fieldsOf(t *testing.T, n *note, refuse *error) (*uitest.Window, *kit.FieldSet[note], *[]string) {
	t.Helper()
	return fieldsThat(t, n, refuse, false)
}

// fieldsThat shows a set of fields that is read first, or isn't.
func fieldsThat(t *testing.T, n *note, refuse *error, reads bool) (*uitest.Window, *kit.FieldSet[note], *[]string) {
	t.Helper()
	w := uitest.Open(t, uitest.Options{})
	s := kit.NewFieldSet[note](w.Deps(), kit.NewDeeds(w.Deps(), nil))
	s.Reads = reads
	var log []string
	s.Change = func(visit store.Visit, change func(*note)) func(context.Context) error {
		return func(context.Context) error {
			log = append(log, visit.Field)
			if *refuse == nil {
				change(n)
			}
			return *refuse
		}
	}
	s.Row = func() kit.RowShown { return kit.RowShown{Table: "note", ID: n.ID, Name: "A note"} }
	w.Show(kit.VStack(8,
		s.Text("text", "Text", 0, func(n *note) *string { return &n.Text }),
		s.Number("votes", "Votes", -1, func(n *note) *int { return &n.Votes }),
		s.Date("on", "On", func(n *note) *data.Date { return &n.On }),
		s.Tick("open", "Open", func(n *note) bool { return n.Open }, func(n *note, on bool) { n.Open = on })))
	s.Show(n, true)
	w.Settle()
	return w, s, &log
}

// Given fields, when they are typed into and left, then what was typed is kept, an empty number as none.
func TestFieldSetKeeps(t *testing.T) {
	n, fine := &note{Text: "old", Votes: 3}, error(nil)
	w, s, log := fieldsOf(t, n, &fine)
	w.Type("Text", "new")
	w.Type("Votes", "")
	w.Type("On", "2026-12-05")
	w.Tap("Open")
	s.Flush()
	if want := (note{0, "new", -1, data.NewDate(2026, 12, 5), true}); *n != want {
		t.Errorf("kept is %+v, want %+v", *n, want)
	}
	if len(*log) != 4 {
		t.Errorf("kept in %d writes: %v", len(*log), *log)
	}
}

// Given a field that somebody is in, when the same thing is shown again, then the text stays; another thing's text replaces it.
func TestFieldSetLeavesTheFocusedField(t *testing.T) {
	n, fine := &note{Text: "old"}, error(nil)
	w, s, _ := fieldsOf(t, n, &fine)
	w.Type("Text", "half a wo")
	s.Show(&note{Text: "from the file"}, false)
	text := func() string { return s.Input("text").(*kit.TextField).Text }
	if got := text(); got != "half a wo" {
		t.Errorf("the field shows %q", got)
	}
	s.Show(&note{Text: "another"}, true)
	if got := text(); got != "another" {
		t.Errorf("the field shows %q", got)
	}
}

// Given a store that refuses, then the sentence stands below its field and the text stays. Another thing shows its own, and the first
// shows the text and the sentence again when one comes back to it.
func TestFieldSetTells(t *testing.T) {
	n, refuse := &note{}, error(data.Invalid("text", "Please fill this in."))
	w, s, _ := fieldsOf(t, n, &refuse)
	w.Type("Text", "x")
	w.Leave()
	if got := w.ErrorAt("Text"); got != "Please fill this in." {
		t.Errorf("below the field stands %q", got)
	}
	text := func() string { return s.Input("text").(*kit.TextField).Text }
	s.Show(&note{Text: "from the file"}, false)
	if got := text(); got != "x" {
		t.Errorf("the refused text became %q", got)
	}
	n.ID = 2
	s.Show(&note{ID: 2, Text: "another"}, true)
	if got := w.ErrorAt("Text"); got != "" || text() != "another" {
		t.Errorf("another thing's field has %q, below it stands %q", text(), got)
	}
	n.ID = 0
	s.Show(&note{Text: "from the file"}, true)
	if got := w.ErrorAt("Text"); got != "Please fill this in." || text() != "x" {
		t.Errorf("shown again, the field has %q, below it stands %q", text(), got)
	}
	refuse = nil
	s.Flush()
	if n.Text != "x" || w.ErrorAt("Text") != "" || len(w.Unkept.All()) != 0 {
		t.Errorf("once it can be kept, it is not: %+v, below it stands %q", n, w.ErrorAt("Text"))
	}
}

// Given texts that make no sense, then each is held with the reason, and let go of once it does.
func TestFieldSetRefuses(t *testing.T) {
	n, fine := &note{}, error(nil)
	w, s, log := fieldsOf(t, n, &fine)
	w.Type("Votes", "a dozen")
	w.Type("On", "4pm")
	s.Flush()
	all := w.Unkept.Refused()
	if len(all) != 2 || len(*log) != 0 {
		t.Fatalf("held is %+v, given to the file %v", all, *log)
	}
	want := kit.Unkept{Spot: kit.Spot{Table: "note", Field: "on"}, Row: "A note", Label: "On", Text: "4pm", Why: w.ErrorAt("On")}
	if all[1] != want || want.Why == "" {
		t.Errorf("held is %+v, want %+v", all[1], want)
	}
	w.Type("Votes", "12")
	w.Type("On", "")
	s.Flush()
	if len(w.Unkept.All()) != 0 || n.Votes != 12 || w.ErrorAt("On") != "" {
		t.Errorf("still held is %+v, kept %+v", w.Unkept.All(), n)
	}
}

// Given a list and what is chosen in it, then they stand side by side in a wide window and below one another in a narrow one,
// never beyond the room there is.
func TestSplit(t *testing.T) {
	uitest.Open(t, uitest.Options{})
	box := func(high float32) fyne.CanvasObject { return kit.Space(100, high) }
	for _, tc := range []struct {
		width, height, list, detail float32
		listSize, detailSize, at    fyne.Size // at is the detail's place
	}{
		{1014, 500, 300, 900, fyne.NewSize(600, 300), fyne.NewSize(400, 500), fyne.NewSize(614, 0)},
		{500, 514, 900, 900, fyne.NewSize(500, 250), fyne.NewSize(500, 250), fyne.NewSize(0, 264)},
		{500, 514, 100, 900, fyne.NewSize(500, 100), fyne.NewSize(500, 400), fyne.NewSize(0, 114)},
		{500, 514, 900, 100, fyne.NewSize(500, 400), fyne.NewSize(500, 100), fyne.NewSize(0, 414)},
	} {
		list, detail := box(tc.list), box(tc.detail)
		split := kit.Split(0.6, 640, list, detail)
		split.Resize(fyne.NewSize(tc.width, tc.height))
		at := fyne.NewSize(detail.Position().X, detail.Position().Y)
		if list.Size() != tc.listSize || detail.Size() != tc.detailSize || at != tc.at {
			t.Errorf("%g × %g: list %v, detail %v at %v", tc.width, tc.height, list.Size(), detail.Size(), at)
		}
	}
}

// Given a text that is being typed, when its row goes and another comes into its place, then the text is held for the row it was typed
// into, and never goes into the other.
func TestTypedTextOfARowThatGoes(t *testing.T) {
	n, fine := &note{ID: 1, Text: "old"}, error(nil)
	w, s, _ := fieldsOf(t, n, &fine)
	w.Type("Text", "half a sen")
	*n = note{ID: 2, Text: "another"}
	s.Show(n, true)
	w.Leave()
	all := w.Unkept.Refused()
	if len(all) != 1 || all[0].Spot != (kit.Spot{Table: "note", ID: 1, Field: "text"}) || all[0].Text != "half a sen" || all[0].Label != "Text" {
		t.Errorf("held is %+v", all)
	}
	if n.Text != "another" || w.Field("Text").Text != "another" {
		t.Errorf("the other row has %q, the field reads %q", n.Text, w.Field("Text").Text)
	}
}
