package kit_test

import (
	"testing"

	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given chips that fold, when there is no room for all, then the first stand in one line and the others in a menu, which says what is
// chosen of them; with room for all there is no menu.
func TestChipsFold(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Width: 800, Height: 300})
	chosen := -1
	chips := kit.NewChipRow([]string{"Everyone 24", "Core 3", "Active 5", "Occasional 7", "Sponsors 2"}, 0, func(i int) { chosen = i }).Fold("More")
	w.Show(kit.VStack(8, chips))
	w.Want("Sponsors 2")
	w.WantNot("More")
	w.Resize(300, 300)
	w.Want("Everyone 24", "Core 3", "More")
	w.WantNot("Occasional 7", "Sponsors 2")
	if one := w.Find("Core 3").Size.Height; chips.Size().Height > one+1 {
		t.Errorf("the chips are %g high, one of them %g", chips.Size().Height, one)
	}
	w.Tap("More")
	w.Tap("Sponsors 2")
	if chosen != 4 {
		t.Errorf("chosen is %d", chosen)
	}
	w.Want("Sponsors 2")
	w.WantNot("More")
	w.Tap("Core 3")
	w.Want("More")
	w.Resize(800, 300)
	w.Want("Occasional 7", "Sponsors 2")
	w.WantNot("More")
}

// Given a column with a long word, then it takes the width of the word from columns that can spare it, and nothing breaks inside.
func TestColumnsHaveRoomForTheirWords(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Width: 420, Height: 300})
	text := func(words string) func(int64) []kit.Span {
		return func(int64) []kit.Span { return []kit.Span{kit.Plain(words)} }
	}
	list := kit.NewList(kit.ListOptions[int64]{Key: func(id int64) int64 { return id }, Columns: []kit.Column[int64]{
		{ID: "a", Title: "A", Weight: 6, Text: text("a b c d e f g h")},
		{ID: "b", Title: "B", Weight: 1, Text: text("Operations in Reykjavík")},
		{ID: "c", Title: "C", Fixed: 80, HideBelow: 100, Text: text("may go")},
	}})
	w.Show(list)
	list.SetRows([]int64{1, 2})
	w.Settle()
	word := kit.NewBody(kit.Plain("Operations"))
	if got := w.Find("Operations in Reykjavík").Size.Width; got < word.NaturalWidth() {
		t.Errorf("the column is %g wide, its longest word %g", got, word.NaturalWidth())
	}
	w.Want("may go")
	w.Resize(180, 300)
	w.WantNot("may go")
	if got := w.Find("Operations in Reykjavík").Size.Width; got < word.NaturalWidth() {
		t.Errorf("in a narrow list the column is %g wide, its longest word %g", got, word.NaturalWidth())
	}
}
