package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given a list without a field that searches, when letters are typed, then the row that begins with them is gone to; a space among them
// belongs to them and opens nothing, whereas one by itself opens.
func TestLettersFindARow(t *testing.T) {
	names, opened := []string{"Ana Ruiz", "Anders", "An other", "Bo"}, []int{}
	w := uitest.Open(t, uitest.Options{})
	list := kit.NewList(kit.ListOptions[int]{Key: func(i int) int64 { return int64(i) }, OnOpen: func(i int) { opened = append(opened, i) },
		Columns: []kit.Column[int]{{ID: "name", Title: "Name", Text: func(i int) []kit.Span { return []kit.Span{kit.Plain(names[i])} }}}})
	w.Show(list)
	list.SetRows([]int{0, 1, 2, 3})
	w.Win.Canvas().Focus(list)
	want := func(typed string, row int) {
		t.Helper()
		w.Keys(typed)
		if got, _ := list.Selected(); got != row || len(opened) > 0 {
			t.Errorf("after %q %q is selected, %v opened", typed, names[got], opened)
		}
	}
	want("b", 3)
	want("an", 0)
	want("d", 1)
	want("b", 3)
	want("an other", 2)
	w.Key(fyne.KeyHome)
	w.Key(fyne.KeySpace)
	if len(opened) != 1 {
		t.Errorf("a space by itself opened %v", opened)
	}
}

// Given a board and the field that searches it, when letters are typed on an item, then they are looked for, spaces too, and nothing is
// opened; Down leads to what was found.
func TestLettersFindOnTheBoard(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	b, typed := newLiveBoard(), ""
	search := kit.NewSearch("Find…", func(text string) { typed = text })
	w.Show(kit.Fill(8, search, b.Board, nil))
	b.Follow(search)
	b.FocusItem(3)
	w.Keys("a book")
	if typed != "a book" || len(b.opened) > 0 {
		t.Errorf("looked for is %q, opened %v", typed, b.opened)
	}
	w.Key(fyne.KeyDown)
	if b.Focused() == 0 {
		t.Errorf("Down leads to %T", w.Win.Canvas().Focused())
	}
}
