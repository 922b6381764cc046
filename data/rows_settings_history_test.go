package data

import "testing"

// Given settings, then what can be chosen counts, and everything else is the default.
func TestHistoryKept(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		years, size string
		wantYears   int
		wantSize    int
	}{
		{"", "", 2, 50},
		{"1", "20", 1, 20},
		{"5", "200", 5, 200},
		{"0", "0", 0, 0},
		{"-1", "1", 2, 50},
		{"nine", "50 MB", 2, 50},
	} {
		s := Snapshot{Settings: []Setting{{Key: HistoryYearsSetting, Value: tc.years}, {Key: HistorySizeSetting, Value: tc.size}}}
		if years, size := s.HistoryKept(); years != tc.wantYears || size != tc.wantSize {
			t.Errorf("%q, %q: %d years, %d MB", tc.years, tc.size, years, size)
		}
	}
}
