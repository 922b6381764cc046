package reports_test

import (
	"slices"
	"strings"
	"testing"

	"copleader/reports"
	"copleader/reports/sheet/sheettest"
)

// Given a list of the window, then the pages, the workbook and the table for other programs have its columns and rows, in its order, and
// nothing else; its headings stand above the rows, or are a column; the file is called by what is listed.
func TestAListIsMadeAsTheWindowShowsIt(t *testing.T) {
	snap, opt := demoSnapshot(t), options()
	opt.List = &reports.List{Title: "Events", Lead: "2 chosen", Columns: []reports.ListColumn{{Head: "Day", Share: 90}, {Head: "Event", Share: 300}},
		Rows: []reports.ListRow{{Section: "Coming up", Cells: []string{"Sat 5 Dec\nin 2 weeks", "Zebra round"}}, {Section: "Held", Cells: []string{"Sat 14 Nov", "=Accessible"}}}}
	content, report := write(t, "list", snap, opt)
	text := flat(textOf(t, report, content))
	last := 0
	for _, want := range []string{"Πυξίδα: Events", "2 chosen", "Coming up", "Day", "Event", "Zebra round", "Held", "=Accessible"} {
		at := strings.Index(text[last:], want)
		if at < 0 {
			t.Fatalf("%q does not stand behind the others on the pages:\n%s", want, text)
		}
		last += at
	}
	content, _ = write(t, "list-xlsx", snap, opt)
	rows := sheettest.Open(t, content).Rows("Events")
	want := [][]string{{"Group", "Day", "Event"}, {"Coming up", "Sat 5 Dec\nin 2 weeks", "Zebra round"}, {"Held", "Sat 14 Nov", "=Accessible"}}
	if len(rows) != 5 || !slices.EqualFunc(rows[2:], want, slices.Equal[[]string]) {
		t.Errorf("the workbook has %q", rows)
	}
	content, _ = write(t, "list-csv", snap, opt)
	got := csvRows(t, content)
	if want[2][2] = "'=Accessible"; !slices.EqualFunc(got, want, slices.Equal[[]string]) {
		t.Errorf("other programs read %q", got)
	}
	doc, err := reports.Find("list-xlsx")
	if name := doc.Called(snap, opt); err != nil || name != "Πυξίδα – events – 2026-11.xlsx" {
		t.Errorf("it is called %q", name)
	}
}
