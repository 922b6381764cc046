package kit_test

import (
	"slices"
	"testing"

	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given a text in Markdown as documents have it, then it reads without its marks, each piece in its place.
func TestProse(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	w.Show(kit.Prose("# Minutes: A \\*star\\*\n\n**When:** Sat 5 Dec  \n**Where:** Room #4  \n\n- one *plain*\n- two\\_three\n\nEnd\nof it 1\\. all\n"))
	got := w.Texts()
	for _, want := range []string{"Minutes: A *star*", "When: Sat 5 Dec\nWhere: Room #4", "one *plain*", "two_three", "End\nof it 1. all"} {
		if !slices.Contains(got, want) {
			t.Errorf("%q is not among %q", want, got)
		}
	}
}
