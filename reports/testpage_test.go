package reports_test

import (
	"strings"
	"testing"

	"copleader/reports"
	"copleader/reports/page"
)

// Given the test page on either paper, then its line is 50 mm long on it, to an eighth of a millimetre, and it says what to do.
func TestTestPageHasALineOf50Millimetres(t *testing.T) {
	for _, paper := range []page.Paper{page.A4, page.Letter} {
		content, err := reports.TestPage(reports.Options{Paper: paper})
		if err != nil {
			t.Fatal(err)
		}
		longest, s := 0, scanned(t, content, 1)
		for y := range s.height {
			run := 0
			for _, grey := range s.pix[y*s.width : (y+1)*s.width] {
				run++
				if grey > 200 {
					run = 0
				}
				longest = max(longest, run)
			}
		}
		if longest < page.CheckRuleLength*perMM-2 || longest > page.CheckRuleLength*perMM+2 {
			t.Errorf("%s: the longest line is %.2f mm", paper.Name, float64(longest)/perMM)
		}
		if text := tool(t, "pdftotext", save(t, "test.pdf", content), "-"); !strings.Contains(text, "Measure the line below") || !strings.Contains(text, "actual size") {
			t.Errorf("it says %q", text)
		}
	}
}
