package data

import "slices"

// Beside is what stands where something was: of an order in which it stood, the next behind it that still is, else the nearest before it; 0
// for none.
func Beside(order []int64, gone int64, still func(id int64) bool) int64 {
	at := slices.Index(order, gone)
	if at < 0 {
		return 0
	}
	for _, id := range order[at:] {
		if still(id) {
			return id
		}
	}
	for _, id := range slices.Backward(order[:at]) {
		if still(id) {
			return id
		}
	}
	return 0
}
