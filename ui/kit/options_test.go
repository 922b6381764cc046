package kit_test

import (
	"errors"
	"slices"
	"testing"

	"copleader/data"
	"copleader/data/words"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given words of the domain and rows, then their options lead back to them.
func TestOptions(t *testing.T) {
	t.Parallel()
	got := kit.OptionsOf(words.English(), []data.FollowUpState{data.SaidYes, data.Done})
	if want := []kit.Option{{Key: "yes", Text: "Said yes"}, {Key: "done", Text: "Done"}}; !slices.Equal(got, want) {
		t.Errorf("the options are %v, want %v", got, want)
	}
	for _, id := range []int64{0, 1, 1 << 40} {
		if back := kit.IDOf(kit.KeyOf(id)); back != id {
			t.Errorf("row %d comes back as %d", id, back)
		}
	}
	for _, key := range []string{"", "none", "99999999999999999999"} {
		if id := kit.IDOf(key); id != 0 {
			t.Errorf("%q stands for row %d", key, id)
		}
	}
}

// Given a date field of a form, then what is no date is told at the form's field, and so is an empty one that is needed.
func TestDateOfAForm(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	day, err := data.ParseDate("2026-12-05")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]struct {
		date        data.Date
		any, needed bool // it is taken
	}{
		"2026-12-05": {day, true, true},
		"":           {0, true, false},
		"soon":       {0, false, false},
	} {
		f := kit.NewDateField(w.Deps(), nil, 0, nil)
		f.Entry.SetText(text)
		date, err := f.DateIn("due")
		if date != want.date || (err == nil) != want.any || err != nil && !faultAt(err, "due") {
			t.Errorf("%q is read as %v, %v", text, date, err)
		}
		if date, err = f.NeededIn("on"); date != want.date || (err == nil) != want.needed || err != nil && !faultAt(err, "on") {
			t.Errorf("%q, needed, is read as %v, %v", text, date, err)
		}
	}
}

func faultAt(err error, field string) bool {
	var fault *data.Error
	return errors.As(err, &fault) && fault.Fields[field].Key != ""
}
