package reports_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports"
	"copleader/reports/sheet/sheettest"
)

func figures(t *testing.T, snap *data.Snapshot, opt reports.Options) map[string]string {
	t.Helper()
	figs, err := reports.Figures(snap, opt)
	if err != nil {
		t.Fatal(err)
	}
	return figs
}

// Given the figures that go on paper, then a cell of the workbook has the name of
// each, and the same in it.
func TestEveryFigureOnPaperHasItsCell(t *testing.T) {
	snap := demoSnapshot(t)
	setCounts(snap, 1, "growth", data.Counts{0, 1, 1, 1, 1}) // withheld: no figure
	opt := options()
	opt.From, opt.Until = today.AddDays(-90), today.AddDays(-1)
	figs := figures(t, snap, opt)
	content, _ := write(t, "results", snap, opt)
	book := sheettest.Open(t, content)
	names := book.Names()
	for name, text := range figs {
		if _, there := names[name]; !there {
			t.Errorf("no cell is named %s", name)
			continue
		}
		if got := book.Named(name); got != text {
			t.Errorf("%s is %q on paper and %q in its cell", name, text, got)
		}
	}
	if _, told := figs["fig_low_growth"]; told {
		t.Error("a withheld card has figures")
	}
	if len(figs) < 80 {
		t.Errorf("only %d figures", len(figs))
	}
}

// sinceTheStart asks for all of the demo's time, not for its last quarter.
func sinceTheStart() reports.Options {
	opt := options()
	opt.From = today.AddDays(-210)
	return opt
}

// The figures of the demo, reckoned by hand from data/README.md, Demo.
func TestTheFiguresOfTheDemo(t *testing.T) {
	figs := figures(t, demoSnapshot(t), sinceTheStart())
	for name, want := range map[string]string{
		"fig_members": "23", "fig_core": "3", "fig_active": "5", "fig_occasional": "7", "fig_peripheral": "8",
		"fig_gave": "12", "fig_gave_share": "52\u00a0%", "fig_attendances": "76", "fig_guests": "5", "fig_events_held": "9",
		"fig_events_planned": "1", "fig_units": "5", "fig_units_all": "5", "fig_help_waiting": "1", "fig_worse_rhythm": "8", "fig_roti_votes": "69", "fig_invited": "23", "fig_returned": "15", "fig_rate": "65\u00a0%",
		"fig_finished": "5", "fig_stories": "2", "word_rhythm": "concern", "change_rhythm": "down", "fig_low_rhythm": "6", "answers_rhythm": "15",
	} {
		if figs[name] != want {
			t.Errorf("%s is %q, should be %q", name, figs[name], want)
		}
	}
}

// Given a period, then only what happened in it is counted, and rows dated later
// are unknown to the whole workbook.
func TestAPeriodBoundsTheWorkbook(t *testing.T) {
	opt := options()
	opt.From, opt.Until = data.NewDate(2026, 7, 1), data.NewDate(2026, 9, 30)
	figs := figures(t, demoSnapshot(t), opt)
	if figs["fig_events_held"] != "4" || figs["fig_period"] != "1 Jul 2026 to 30 Sep 2026" || figs["fig_returned"] != "14" {
		t.Errorf("%s: %s events, %s answered", figs["fig_period"], figs["fig_events_held"], figs["fig_returned"])
	}
	content, _ := write(t, "results", demoSnapshot(t), opt)
	text := sheettest.Open(t, content).AllText()
	for _, other := range []string{"Round 2", "Reading flaky tests", "Accessibility checks by hand"} {
		if strings.Contains(text, other) {
			t.Errorf("the third quarter knows of %q", other)
		}
	}
	if !strings.Contains(text, "21 Nov 2026 by CoP Leader 1.2") {
		t.Error("the day of making is not told")
	}
	opt.From = opt.Until.AddDays(1)
	if _, err := reports.Figures(demoSnapshot(t), opt); !data.IsCode(err, data.CodeInvalid) {
		t.Errorf("a period that ends before it begins gives %v", err)
	}
}

// Given the same figures, then the fingerprint is the same; given one other, another.
func TestTheFingerprintIsThatOfTheFigures(t *testing.T) {
	before := figures(t, demoSnapshot(t), options())["fig_fingerprint"]
	if !regexp.MustCompile(`^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$`).MatchString(before) {
		t.Errorf("the fingerprint is %q", before)
	}
	snap := demoSnapshot(t)
	snap.Members[3].Note = "something private"
	if again := figures(t, snap, options())["fig_fingerprint"]; again != before {
		t.Errorf("%s became %s although no figure changed", before, again)
	}
	snap.Events[0].Guests++
	if after := figures(t, snap, sinceTheStart())["fig_fingerprint"]; after == figures(t, demoSnapshot(t), sinceTheStart())["fig_fingerprint"] {
		t.Error("another figure has the same fingerprint")
	}
}

// Given small counts, then the figures cover them as the workbook does.
func TestFiguresCoverFewPeople(t *testing.T) {
	opt := options()
	opt.From = today.AddDays(-40) // one newcomer since
	if got := figures(t, demoSnapshot(t), opt)["fig_joined"]; got != "<5" {
		t.Errorf("newcomers: %q", got)
	}
	names := []string{}
	for name := range figures(t, emptySnapshot(), options()) {
		names = append(names, name)
	}
	if slices.Contains(names, "fig_core") || slices.Contains(names, "fig_rate") {
		t.Errorf("an empty community has figures it can't have: %v", names)
	}
}
