package reports_test

import (
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports/sheet/sheettest"
)

// Given a round of which every card, or the change of every card, is withheld, then neither report nor workbook says that all is calm.
func TestSilenceIsNotToldAsCalm(t *testing.T) {
	withheld, few, low := addressed(t), addressed(t), addressed(t)
	low.Rounds[1].MinGroup = 4
	for i := range withheld.Tallies {
		if withheld.Tallies[i].RoundID == 2 {
			withheld.Tallies[i].Counts = data.Counts{0, 0, 2, 2}
			few.Tallies[i].Counts = data.Counts{0, 0, 3, 3}
			low.Tallies[i].Counts = data.Counts{4}
		}
	}
	for name, c := range map[string]struct {
		snap *data.Snapshot
		want string
		not  []string
	}{
		"every card withheld":   {withheld, "no card of the health check has 5 answers or more", []string{"stands out", "No clear change", "rose clearly"}},
		"a threshold of four":   {low, "no card of the health check has 5 answers or more", []string{"stands out", "No clear change", "rose clearly"}},
		"every change withheld": {few, "can be compared with Round 1", []string{"No clear change", "rose clearly"}},
	} {
		report, _ := write(t, "sponsor", c.snap, options())
		book, _ := write(t, "results", c.snap, options())
		first := flat(pagesOf(t, report)[0])
		for place, text := range map[string]string{"report": first, "summary": flat(sheettest.Open(t, book).Text("Summary"))} {
			if !strings.Contains(text, c.want) {
				t.Errorf("%s: the %s does not say %q:\n%.900s", name, place, c.want, text)
			}
			for _, calm := range c.not {
				if strings.Contains(text, calm) {
					t.Errorf("%s: the %s says %q", name, place, calm)
				}
			}
		}
	}
}
