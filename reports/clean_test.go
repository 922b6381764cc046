package reports_test

import (
	"context"
	"io"
	"runtime"
	"testing"

	"copleader/reports"
)

// Given ten times the answers, then the workbook of results takes no more memory
// for each of them than their counts need: the answers themselves are only read.
func TestMemoryIsFlatInTheNumberOfAnswers(t *testing.T) {
	allocated := func(people int) uint64 {
		snap := answered(t, people)
		var before, after runtime.MemStats
		least := ^uint64(0)
		for range 3 {
			runtime.GC()
			runtime.ReadMemStats(&before)
			if _, err := reports.Write(context.Background(), "results", held{snap}, options(), io.Discard); err != nil {
				t.Fatal(err)
			}
			runtime.ReadMemStats(&after)
			least = min(least, after.TotalAlloc-before.TotalAlloc)
		}
		return least
	}
	few, many := allocated(700), allocated(7000)
	t.Logf("%d KB for 9,800 answers, %d KB for 98,000", few>>10, many>>10)
	if many > few+few/4 {
		t.Errorf("%d bytes for 9,800 answers, %d for 98,000", few, many)
	}
}
