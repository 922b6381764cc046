package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestPlaceDrop(t *testing.T) {
	// Two columns of two items, an empty one, and a strip; 10 apart.
	columns := []slotColumn{
		{x: 0, width: 100, items: []slotItem{{40, 50}, {98, 50}}},
		{x: 110, width: 100, items: []slotItem{{40, 100}, {148, 20}}},
		{x: 220, width: 100},
		{x: 330, width: 34},
	}
	for _, c := range []struct {
		name          string
		at            fyne.Position
		column, index int
	}{
		{"above all", fyne.NewPos(50, 0), 0, 0},
		{"over the first half of the first", fyne.NewPos(50, 64), 0, 0},
		{"over the second half of the first", fyne.NewPos(50, 65), 0, 1},
		{"between the two", fyne.NewPos(50, 94), 0, 1},
		{"below all", fyne.NewPos(50, 700), 0, 2},
		{"a high item counts by its middle", fyne.NewPos(160, 89), 1, 0},
		{"and below its middle", fyne.NewPos(160, 90), 1, 1},
		{"the empty column", fyne.NewPos(270, 300), 2, 0},
		{"the strip", fyne.NewPos(340, 300), 3, 0},
		{"in the gap, nearer to the left", fyne.NewPos(103, 0), 0, 0},
		{"in the gap, nearer to the right", fyne.NewPos(107, 0), 1, 0},
		{"a little beside the board", fyne.NewPos(-20, 0), 0, 0},
		{"beside the board", fyne.NewPos(-30, 0), -1, -1},
		{"right of the board", fyne.NewPos(400, 0), -1, -1},
	} {
		column, index := placeDrop(columns, c.at)
		if column != c.column || index != c.index {
			t.Errorf("%s: column %d, index %d; want %d, %d", c.name, column, index, c.column, c.index)
		}
	}
	if column, _ := placeDrop(nil, fyne.NewPos(0, 0)); column != -1 {
		t.Errorf("no columns: %d", column)
	}
}

func TestSegmentEdges(t *testing.T) {
	for _, c := range []struct {
		counts []int
		width  int
		want   []int
	}{
		{[]int{1, 1}, 100, []int{0, 50, 100}},
		{[]int{4, 4, 1, 3, 3}, 150, []int{0, 40, 80, 90, 120, 150}},
		{[]int{1, 1, 1}, 100, []int{0, 33, 67, 100}},
		{[]int{0, 0, 5, 0, 0}, 80, []int{0, 0, 0, 80, 80, 80}},
		{[]int{0, 0, 0}, 80, []int{0, 0, 0, 0}},
	} {
		got := segmentEdges(c.counts, c.width)
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%v on %d: %v, want %v", c.counts, c.width, got, c.want)
				break
			}
		}
	}
}

func TestDotPlacesStayInTheirRingAndApart(t *testing.T) {
	for level := range 5 {
		for _, count := range []int{0, 1, 2, 5, 1000} {
			places := dotPlaces(level, count)
			if len(places) != min(count, ringRoom(level)) {
				t.Errorf("level %d: %d dots for %d people", level, len(places), count)
			}
			for i, p := range places {
				for _, q := range places[:i] {
					dx, dy := p.X-q.X, p.Y-q.Y
					if dx*dx+dy*dy < dotSide*dotSide {
						t.Errorf("level %d, %d people: two dots touch", level, count)
					}
				}
			}
		}
	}
}

func TestInitials(t *testing.T) {
	for name, want := range map[string]string{
		"Olena Shevchenko": "OS", "Олена Шевченко": "ОШ", "王晓梅": "王", "Zoë Marchand-Núñez": "ZM",
		"": "", "Þórdís \"O'Neil\" 王晓梅": "Þ王", "  plato ": "P", "💻": "💻",
	} {
		if got := Initials(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
