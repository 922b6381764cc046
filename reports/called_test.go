package reports_test

import (
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports"
)

// A document is called as a person would call it: the community, what it is, the day or the month; every name is one that every
// system takes, whatever the community is called.
func TestDocumentsAreCalledAsAPersonWould(t *testing.T) {
	snap, opt := demoSnapshot(t), options()
	for name, want := range map[string]string{
		"sponsor": "Πυξίδα – sponsor report – 2026-11.pdf", "results": "Πυξίδα – results workbook – 2026-11.xlsx",
		"cards": "Πυξίδα – health cards – 2026-11.pdf", "kit": "Πυξίδα – meeting kit – 2026-12-05.pdf",
		"minutes": "Πυξίδα – minutes – 2026-11-14.md", "roster-csv": "Πυξίδα – members for other programs – 2026-11.csv",
	} {
		doc, err := reports.Find(name)
		if got := doc.Called(snap, opt); err != nil || got != want {
			t.Errorf("%s is called %q, want %q", name, got, want)
		}
	}
	snap.Reports = []data.SponsorReport{{ID: 1, From: today.AddDays(-150), Until: today.AddDays(-60), Lines: "Begun"}}
	doc, _ := reports.Find("sponsor")
	if got := doc.Called(snap, opt); got != "Πυξίδα – sponsor report – 2026-09.pdf" {
		t.Errorf("another period: %q", got)
	}
	for _, community := range []string{"", "a/b:c*?", strings.Repeat("長", 60), strings.Repeat("W ", 40), "CON"} {
		snap.Community.Name = community
		seen := map[string]bool{}
		for _, d := range reports.AllDocuments() {
			name := d.Called(snap, opt)
			if seen[name] || len(name) > 130 || strings.ContainsAny(name, "/\\:*?\"<>|") || !strings.Contains(name, "2026-") || !strings.HasSuffix(name, "."+d.Kind()) {
				t.Errorf("%q: %s is called %q", community, d.Name, name)
			}
			seen[name] = true
		}
	}
}

// The letter's files have those names, where they are shown before it leaves and in the draft itself.
func TestALettersFilesAreCalledAsAPersonWould(t *testing.T) {
	snap := addressed(t)
	l := letter(t, "sponsor", snap, options())
	draft, err := l.Draft(t.Context(), held{snap})
	if err != nil || len(draft.Attachments) != 1 {
		t.Fatal(err)
	}
	want := "Πυξίδα – sponsor report – 2026-11.pdf"
	if got, shown := draft.Attachments[0].Name, l.Leaving(snap).Files[0].File; got != want || shown != want {
		t.Errorf("%q, shown as %q", got, shown)
	}
}
