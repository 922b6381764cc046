package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

// Given a bar with room, then the words of each deed stand in one line, also of one that comes back after there was no room.
func TestChosenBarWrapsNoWords(t *testing.T) {
	lit(t)
	deeds := []*Btn{NewBtn(Outlined, "Move to", nil), NewBtn(Outlined, "Change the owner", nil)}
	bar := NewChosenBar(ChosenDeeds{Buttons: deeds, MoreWord: "More", ClearWord: "Clear"})
	bar.Set("3 items chosen")
	for _, width := range []float32{800, 250, 800} {
		bar.Resize(fyne.NewSize(width, HeightFor(bar, width)))
		for _, o := range deeds {
			if one := HeightFor(o, 1000); width == 800 && (!o.Visible() || o.Size().Height > one || HeightFor(o, o.Size().Width) > one) {
				t.Errorf("at %v points a deed has %v, shown: %v", width, o.Size(), o.Visible())
			}
		}
	}
}
