package data

import "strconv"

// The settings that say how much of the history is kept: years and megabytes, "0" for no bound.
const (
	HistoryYearsSetting = "history.years"
	HistorySizeSetting  = "history.megabytes"
)

// What may be chosen for them; the first is the default.
var (
	HistoryYears = []int{2, 1, 5, 0}
	HistorySizes = []int{50, 20, 200, 0}
)

// HistoryKept is how many years and megabytes of the history are kept, 0 for no bound. A value that can't be chosen is passed over,
// so that a strange file doesn't have its history forgotten.
func (s *Snapshot) HistoryKept() (years, megabytes int) {
	return chosen(s.Setting(HistoryYearsSetting), HistoryYears), chosen(s.Setting(HistorySizeSetting), HistorySizes)
}

func chosen(value string, among []int) int {
	for _, n := range among {
		if strconv.Itoa(n) == value {
			return n
		}
	}
	return among[0]
}
