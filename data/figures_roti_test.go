package data

import "testing"

// Given votes, then their mean has one decimal, half away from zero, and below three votes there is none.
func TestRotiMean(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		votes Counts
		mean  Tenths
		ok    bool
	}{
		{Counts{}, 0, false},
		{Counts{0, 0, 0, 0, 2}, 0, false},
		{Counts{0, 0, 0, 0, 3}, 50, true},
		{Counts{0, 0, 2, 2, 2}, 40, true},
		{Counts{0, 0, 0, 3, 1}, 43, true}, // 4.25
		{Counts{1, 1, 1, 0, 0}, 20, true},
	} {
		r := RotiTally{Votes: tc.votes}
		if mean, ok := r.Mean(); mean != tc.mean || ok != tc.ok {
			t.Errorf("%v: %d, %v; want %d, %v", tc.votes, mean, ok, tc.mean, tc.ok)
		}
	}
}
