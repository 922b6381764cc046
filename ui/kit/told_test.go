package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given something drawn with its words, then Tab goes to it, Ctrl+C and its menu copy the words.
func TestWhatIsDrawnIsCopiedAsText(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	bar := kit.NewTold("Trust: 1, 2, 4", "Copy as text", kit.NewAnswerBar(1, 2, 4))
	w.Show(kit.NewPage(kit.VStack(8, kit.Left(kit.NewBtn(kit.Quiet, "Before", nil)), bar)))
	clipboard := fyne.CurrentApp().Clipboard()
	w.Win.Canvas().FocusNext()
	w.Win.Canvas().FocusNext()
	w.Shortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	if got := clipboard.Content(); got != "Trust: 1, 2, 4" {
		t.Errorf("copied %q", got)
	}
	clipboard.SetContent("")
	bar.TappedSecondary(&fyne.PointEvent{})
	w.Tap("Copy as text")
	if got := clipboard.Content(); got != "Trust: 1, 2, 4" {
		t.Errorf("copied by the menu: %q", got)
	}
}

// Given a list with the focus, then Ctrl+C copies the rows that are chosen, a line each, what is drawn in them too.
func TestRowsAreCopiedAsText(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	type card struct {
		name   string
		counts []int
	}
	cards := []card{{"Trust", []int{1, 0, 4}}, {"Growth", []int{0, 3, 2}}}
	l := kit.NewList(kit.ListOptions[card]{
		Columns: []kit.Column[card]{
			{ID: "name", Title: "Card", Text: func(c card) []kit.Span { return []kit.Span{kit.Plain(c.name)} }},
			{ID: "answers", Title: "Answers", Make: func() fyne.CanvasObject { return kit.Over(kit.NewAnswerBar(), kit.Note("")) },
				Show: func(o fyne.CanvasObject, c card) { o.(*fyne.Container).Objects[0].(*kit.AnswerBar).Set(c.counts...) }},
			{ID: "word", Title: "Word", Chip: func(card) (kit.Tone, string) { return kit.GoodTone, "strong" }},
		},
		Key: func(c card) int64 { return int64(len(c.name)) },
	})
	l.SetRows(cards)
	w.Show(l)
	w.Tap("Growth")
	w.Shortcut(&fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()})
	if got := fyne.CurrentApp().Clipboard().Content(); got != "Growth\t0 3 2\tstrong" {
		t.Errorf("copied %q", got)
	}
}
