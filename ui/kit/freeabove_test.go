package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Given buttons one above the other from the head of a window to its foot, then what floats stands at the foot, not outside; with room
// between two of them, there; and never over what is chosen together.
func TestFreeAboveStaysInTheWindow(t *testing.T) {
	test.NewTempApp(t)
	stack := func(without int, chosen ...fyne.CanvasObject) float32 {
		room := &fyne.Container{}
		for i := range 10 {
			if i != without {
				b := NewBtn(Outlined, "Press", func() {})
				b.Resize(fyne.NewSize(100, 36))
				b.Move(fyne.NewPos(0, float32(40*i)))
				room.Objects = append(room.Objects, b)
			}
		}
		for _, bar := range chosen {
			bar.Show()
			bar.Resize(fyne.NewSize(100, 36))
			bar.Move(fyne.NewPos(0, 350))
			room.Objects = append(room.Objects, bar)
		}
		w := test.NewTempWindow(t, room)
		w.SetPadded(false)
		w.Resize(fyne.NewSize(200, 400))
		return FreeAbove(room, 0, 100, 360, 30)
	}
	if y := stack(-1); y != 360 {
		t.Errorf("without room it stands at %v", y)
	}
	if y := stack(-1, NewChosenBar(ChosenDeeds{})); y > 320 || y < 300 {
		t.Errorf("without room and with several chosen at 350 it stands at %v", y)
	}
	if y := stack(4); y <= 150 || y >= 200 {
		t.Errorf("with room at 160 it stands at %v", y)
	}
}
