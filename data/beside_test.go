package data

import "testing"

// Given what is gone from an order, then the next that still is takes its place, or the nearest before it.
func TestBeside(t *testing.T) {
	order := []int64{1, 2, 3, 4}
	for _, c := range []struct {
		gone  int64
		still []int64
		want  int64
	}{{2, []int64{1, 3, 4}, 3}, {2, []int64{1, 4}, 4}, {4, []int64{1, 2}, 2}, {3, nil, 0}, {9, order, 0}} {
		got := Beside(order, c.gone, func(id int64) bool {
			for _, s := range c.still {
				if s == id {
					return true
				}
			}
			return false
		})
		if got != c.want {
			t.Errorf("beside %d of which %v are left stands %d, want %d", c.gone, c.still, got, c.want)
		}
	}
}
