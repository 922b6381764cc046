package kit_test

import (
	"errors"
	"slices"
	"testing"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// bin is a file that can be full.
type bin struct {
	full  error
	kept  []string
	marks []string
}

// keeping gives a text to the bin.
func (b *bin) keeping(in *kit.InOrder, field, text string) kit.Keeping {
	return kit.Keeping{Unkept: kit.Unkept{Spot: kit.Spot{Table: "note", Field: field}, Label: field, Text: text}, In: in,
		Deed: func() error {
			if b.full == nil {
				b.kept = append(b.kept, text)
			}
			return b.full
		},
		Told: func(mark string) { b.marks = append(b.marks, mark) }}
}

// Given a full disk, then a text is held and said once; it is tried again every few seconds, and when there is room it is kept, its mark
// goes, and no timer is left.
func TestHeldUntilThereIsRoom(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	b, in := &bin{full: data.Fault(data.CodeFull, "No space left.")}, kit.NewInOrder(uitest.Inline{})
	w.Unkept.Keep(b.keeping(in, "text", "a"))
	for range 3 {
		w.Timer.Pass(kit.RetryEvery)
	}
	if all := w.Unkept.Refused(); len(all) != 1 || all[0].Text != "a" || all[0].Why != "No space left." || !all[0].Helps {
		t.Errorf("held is %+v", all)
	}
	if len(w.Notices) != 1 || !w.Notices[0].Unkept || w.LastNotice() != "No space left." {
		t.Errorf("said was %+v", w.Notices)
	}
	if want := slices.Repeat([]string{"This is not kept yet."}, 4); !slices.Equal(b.marks, want) {
		t.Errorf("the field was told %q", b.marks)
	}
	b.full = nil
	w.Timer.Pass(kit.RetryEvery)
	w.Timer.Pass(kit.RetryEvery)
	if len(w.Unkept.All()) != 0 || !slices.Equal(b.kept, []string{"a"}) || b.marks[len(b.marks)-1] != "" {
		t.Errorf("held is %+v, kept %q, told %q", w.Unkept.All(), b.kept, b.marks)
	}
}

// Given a text that could not be kept, when another is typed while the first is on its way again, then the file ends with the later one
// and an earlier failure says nothing any more.
func TestLaterTextWins(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	hand := &uitest.HandRunner{}
	b, in := &bin{full: errors.New("full")}, kit.NewInOrder(hand)
	w.Unkept.Keep(b.keeping(in, "text", "first"))
	hand.FinishAll()
	w.Unkept.TryAgain()
	w.Unkept.Keep(b.keeping(in, "text", "second"))
	if got, _ := w.Unkept.At(kit.Spot{Table: "note", Field: "text"}); got.Text != "second" || len(w.Unkept.Refused()) != 1 {
		t.Errorf("held is %+v", w.Unkept.All())
	}
	hand.Finish(1)
	b.full = nil
	hand.FinishAll()
	w.Timer.Pass(kit.RetryEvery)
	hand.FinishAll()
	if !slices.Equal(b.kept, []string{"second"}) || len(w.Unkept.All()) != 0 {
		t.Errorf("kept is %q, held %+v", b.kept, w.Unkept.All())
	}
}

// Given a deed that panics, or a row that is gone, then the text is held; only the first is tried again.
func TestHeldAfterAFault(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	in := kit.NewInOrder(uitest.Inline{})
	tries := 0
	broken := (&bin{}).keeping(in, "broken", "a")
	broken.Deed = func() error { tries++; panic("broken") }
	w.Unkept.Keep(broken)
	gone := &bin{full: data.Fault(data.CodeNotFound, "It is gone.")}
	w.Unkept.Keep(gone.keeping(in, "gone", "b"))
	w.Timer.Pass(kit.RetryEvery)
	if all := w.Unkept.Refused(); len(all) != 2 || !all[0].Helps || all[1].Helps || tries != 2 {
		t.Errorf("held is %+v, tried %d times", all, tries)
	}
	w.Unkept.Forget(func(u kit.Unkept) bool { return u.Text == "a" })
	w.Timer.Pass(kit.RetryEvery)
	if tries != 2 || len(w.Unkept.All()) != 1 {
		t.Errorf("what was let go of was tried again: %d", tries)
	}
}
