package reports_test

import (
	"context"
	"io"
	"runtime"
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports"
)

// Given the demo, and a community full of everything, then another program finds
// nothing wrong with the build of any PDF.
func TestEveryPDFIsWellBuilt(t *testing.T) {
	t.Parallel()
	for title, snap := range map[string]*data.Snapshot{"demo": demoSnapshot(t), "crammed": crammed(t), "hostile": hostileSnapshot(t, 0)} {
		checked := 0
		for _, doc := range reports.AllDocuments() {
			if !strings.HasSuffix(doc.File, ".pdf") {
				continue
			}
			content, _ := write(t, doc.Name, snap, everyOption(snap))
			if said := tool(t, "qpdf", "--check", save(t, doc.File, content)); !strings.Contains(said, "No syntax or stream encoding errors found") {
				t.Errorf("%s, %s: %s", title, doc.Name, said)
			}
			checked++
		}
		if checked < 12 {
			t.Errorf("only %d documents are PDFs", checked)
		}
	}
}

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
