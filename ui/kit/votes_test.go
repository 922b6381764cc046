package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// Given votes in a wide and in a narrow room, then they stand at its right as dots, or as a number with one dot, and never leave it.
func TestVotesKeepToTheirRoom(t *testing.T) {
	test.NewTempApp(t)
	for _, tc := range []struct {
		votes  int
		room   float32
		dots   int
		number bool
	}{{0, 40, 0, false}, {1, 4, 1, false}, {8, 46, 8, false}, {8, 45, 1, true}, {12, 200, 1, true}} {
		v := NewVotes(tc.votes)
		v.Resize(fyne.NewSize(tc.room, 20))
		dots, number := 0, false
		for _, o := range test.TempWidgetRenderer(t, v).Objects() {
			if !o.Visible() {
				continue
			}
			if _, dot := o.(*canvas.Circle); dot {
				dots++
			} else {
				number = true
			}
			if right := o.Position().X + o.Size().Width; o.Position().X < 0 || right > tc.room {
				t.Errorf("%d votes in %v: something stands from %v to %v", tc.votes, tc.room, o.Position().X, right)
			}
		}
		if dots != tc.dots || number != tc.number {
			t.Errorf("%d votes in %v: %d dots, a number: %v", tc.votes, tc.room, dots, number)
		}
	}
}
