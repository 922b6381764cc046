package kit_test

import (
	"testing"

	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given a notice with several links, when there is little room for it, as with large text, then they stand below its words, and beside
// them where there is room.
func TestNoticeLinksStandBelowWhereItIsNarrow(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Width: 660, Height: 700, Scale: 2})
	bar := kit.NewNoticeBar("Copy details", "Dismiss")
	w.Show(kit.VStack(0, bar))
	bar.Post(kit.Notice{Text: "The program was cut off last time. Everything is kept up to now.", Details: "more", Action: "Go on with it", Do: func() {}})
	w.Resize(661, 700)
	text, act := w.FindAll("The program was cut off")[0], w.FindAll("Go on with it")[0]
	if act.At.X > text.At.X+40 || act.At.Y < text.At.Y+text.Size.Height {
		t.Errorf("with large text the words are at %v, %v, the link at %v", text.At, text.Size, act.At)
	}
	w.Resize(1600, 700)
	text, act = w.FindAll("The program was cut off")[0], w.FindAll("Go on with it")[0]
	if act.At.X < text.At.X+40 || act.At.Y > text.At.Y+text.Size.Height {
		t.Errorf("with room the words are at %v, %v, the link at %v", text.At, text.Size, act.At)
	}
}
