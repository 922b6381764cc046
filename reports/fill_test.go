package reports_test

import (
	"regexp"
	"strconv"
	"testing"

	"copleader/data"
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
