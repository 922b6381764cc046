package reports_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/demo"
	"copleader/data/words"
	"copleader/reports/chartertext"
	"copleader/reports/page"
)

var bottomOf = regexp.MustCompile(`yMax="([0-9.]+)"`)

// filled is how far down the text of a page reaches, its foot left out, as a share of the height.
func filled(t *testing.T, content []byte, pageNumber int) float64 {
	t.Helper()
	n := strconv.Itoa(pageNumber)
	text := tool(t, "pdftotext", "-bbox", "-f", n, "-l", n, save(t, "doc.pdf", content), "-")
	high, _ := strconv.ParseFloat(regexp.MustCompile(`height="([0-9.]+)"`).FindStringSubmatch(text)[1], 64)
	lowest := 0.0
	for _, m := range bottomOf.FindAllStringSubmatch(text, -1) {
		if y, err := strconv.ParseFloat(m[1], 64); err == nil && y < high*0.93 {
			lowest = max(lowest, y)
		}
	}
	return lowest / high
}

// Given the demo on A4 and on Letter, with costs and without, then the report is a page and an annex of one, or of pages that are full.
func TestTheAnnexLeavesNoPageHalfEmpty(t *testing.T) {
	for _, paper := range []page.Paper{page.A4, page.Letter} {
		for _, parts := range [][]string{nil, {"costs"}} {
			opt := options()
			opt.Paper, opt.Parts = paper, parts
			content, report := write(t, "sponsor", demoSnapshot(t), opt)
			for p := 2; p < report.Pages; p++ {
				if share := filled(t, content, p); share < 0.6 {
					t.Errorf("%s with %v: page %d of %d ends at %.2f", paper.Name, parts, p, report.Pages, share)
				}
			}
		}
	}
}

// Given minutes of five people, then their names stand on the page, and no second one begins for them.
func TestMinutesOfAFewAreOnePage(t *testing.T) {
	for _, paper := range []page.Paper{page.A4, page.Letter} {
		opt := options()
		opt.Paper = paper
		if content, report := write(t, "minutes-pdf", demoSnapshot(t), opt); report.Pages != 1 {
			t.Errorf("%s: %d pages, the last ends at %.2f", paper.Name, report.Pages, filled(t, content, report.Pages))
		}
	}
}

// Given a community of one, then the report with costs has no annex of a line.
func TestNoAnnexOfALine(t *testing.T) {
	snap := oneMember(t)
	snap.Community.LeaderHours = data.Community{}.LeaderHours
	opt := options()
	opt.Parts = []string{"costs"}
	if _, report := write(t, "sponsor", snap, opt); report.Pages != 1 {
		t.Errorf("%d pages", report.Pages)
	}
}

// Given a community of which hardly anything is written, then binder and charter take few pages, and the contents lead to the chapters.
func TestATinyCommunityHasThinDocuments(t *testing.T) {
	for name, most := range map[string]int{"handover": 5, "charter": 1} {
		content, report := write(t, name, oneMember(t), options())
		if report.Pages > most {
			t.Errorf("%s has %d pages, want at most %d", name, report.Pages, most)
		}
		if text := pagesText(t, content); name == "handover" && !containsAll(text, "First 30 days", "How we run things", "Nothing is planned yet. Put the next date in first.") {
			t.Errorf("the binder lacks a chapter:\n%s", text)
		}
	}
	content, report := write(t, "handover", oneMember(t), options())
	pages := strings.Split(tool(t, "pdftotext", "-layout", save(t, "binder.pdf", content), "-"), "\f")
	for _, title := range []string{"Open promises and follow-ups", "How we run things"} {
		at := regexp.MustCompile(regexp.QuoteMeta(title) + `.*?\s([0-9])\n`).FindStringSubmatch(pages[0])
		if at == nil {
			t.Fatalf("the contents lack %q:\n%s", title, pages[0])
		}
		if n, _ := strconv.Atoi(at[1]); n < 2 || n > report.Pages || !containsAll(pages[n-1], title) {
			t.Errorf("%q is not on page %s", title, at[1])
		}
	}
}

// Given more events than a month has room for, then those left stand together below the month, and its name once.
func TestWhatHadNoRoomStandsTogether(t *testing.T) {
	snap := demoSnapshot(t)
	for i := range 30 {
		snap.Events = append(snap.Events, data.Event{ID: int64(500 + i), Title: "Gathering", Format: "lean_coffee", On: data.NewDate(2026, 9, 1+i), Status: data.StatusHeld, Minutes: 60})
	}
	content, report := write(t, "year", snap, options())
	text := flat(pagesText(t, content))
	if report.Pages > 2 || len(regexp.MustCompile("Sep 2026").FindAllString(text, -1)) > 60 {
		t.Errorf("%d pages", report.Pages)
	}
	if heads := regexp.MustCompile(`(?m)^\s*Sep 2026\s*$`).FindAllString(pagesOf(t, content)[1], -1); len(heads) != 1 {
		t.Errorf("the month's name stands %d times:\n%s", len(heads), pagesOf(t, content)[1])
	}
}

// Given a speaker whose name is written from right to left, then it stands beside its label, not at the far edge.
func TestANameFromRightToLeftStandsAtItsLabel(t *testing.T) {
	snap := demoSnapshot(t)
	next := snap.ComingEvents(today)[0]
	for i := range snap.EventRoles {
		if r := &snap.EventRoles[i]; r.EventID == next.ID && r.Part == data.PartFacilitator {
			for _, m := range snap.Members {
				if m.Name == "ليلى حدّاد" {
					r.MemberID = m.ID
				}
			}
		}
	}
	content, _ := write(t, "kit", snap, options())
	text := tool(t, "pdftotext", "-bbox", "-l", "1", save(t, "kit.pdf", content), "-")
	words := regexp.MustCompile(`xMin="([0-9.]+)"[^>]*>([^<]*)</word>`).FindAllStringSubmatch(text, -1)
	seen := false
	for _, w := range words {
		if x, _ := strconv.ParseFloat(w[1], 64); regexp.MustCompile(`\p{Arabic}`).MatchString(w[2]) {
			seen = true
			if x > 300 {
				t.Errorf("%q stands at %.0f", w[2], x)
			}
		}
	}
	if !seen {
		t.Error("the name is not there")
	}
}

// Given the demo, its charter changed since it was agreed, and a community of five hundred, on both papers, then the charter is a page and an annex of one, the binder ends on no page of
// a few lines, and no heading stands alone at the foot of a page.
func TestCharterAndBinderLeaveNoPageNearlyEmpty(t *testing.T) {
	changed := demoSnapshot(t)
	demo.AgreedTexts(changed, func(then *data.Snapshot) string { return chartertext.Lines(then, words.English()) })
	for name, snap := range map[string]*data.Snapshot{"demo": demoSnapshot(t), "changed": changed, "large": datatest.Large(500, 60, 2000)} {
		for _, paper := range []page.Paper{page.A4, page.Letter} {
			opt := options()
			opt.Paper = paper
			if content, report := write(t, "charter", snap, opt); report.Pages != 2 {
				t.Errorf("%s, %s: the charter has %d pages, the last ends at %.2f", name, paper.Name, report.Pages, filled(t, content, report.Pages))
			}
			content, report := write(t, "handover", snap, opt)
			if share := filled(t, content, report.Pages); share < 0.25 {
				t.Errorf("%s, %s: the binder's last page ends at %.2f", name, paper.Name, share)
			}
			for i, text := range strings.Split(tool(t, "pdftotext", "-layout", save(t, "binder.pdf", content), "-"), "\f") {
				lines := strings.Split(strings.TrimSpace(text), "\n")
				lines = slices.DeleteFunc(lines, func(s string) bool { return strings.TrimSpace(s) == "" })
				if n := len(lines); n > 2 && slices.Contains([]string{"Canvas", "Practice", "Measures", "Purpose", "Mandate and agreements"}, strings.TrimSpace(lines[n-2])) {
					t.Errorf("%s, %s: page %d ends with the heading %q", name, paper.Name, i+1, lines[n-2])
				}
			}
		}
	}
}

// Given a long title in a month that has room, then it stands whole there, and no page
// of one line follows.
func TestALongTitleStandsWholeInItsMonth(t *testing.T) {
	snap := demoSnapshot(t)
	title := "Wie wir Barrierefreiheit, Testdaten, Mutationstests und Schnittstellen gemeinsam prüfen: zweite Runde der Blitzvorträge"
	for i := range snap.Events {
		if snap.Events[i].ID == 10 {
			snap.Events[i].Title = title
		}
	}
	content, report := write(t, "year", snap, options())
	if text := pagesText(t, content); report.Pages != 1 || !strings.Contains(text, "Blitzvorträge") || strings.Contains(text, "…") {
		t.Errorf("%d pages:\n%s", report.Pages, text)
	}
}
