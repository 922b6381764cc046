package reports_test

import (
	"fmt"
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports"
	"copleader/reports/page"
)

// pagesOf are the texts of a document's pages.
func pagesOf(t *testing.T, content []byte) []string {
	t.Helper()
	pages := strings.Split(tool(t, "pdftotext", save(t, "doc.pdf", content), "-"), "\f")
	return pages[:len(pages)-1] // behind the last page stands another feed
}

func TestCardsHoldEveryTitleStatementAndQuestion(t *testing.T) {
	for _, paper := range []page.Paper{page.A4, page.Letter} {
		for _, perSheet := range []int{1, 2, 4, 8} {
			t.Run(fmt.Sprintf("%s %d a sheet", paper.Name, perSheet), func(t *testing.T) {
				opt := options()
				opt.Paper, opt.PerSheet = paper, perSheet
				content, report := write(t, "cards", demoSnapshot(t), opt)
				pages := pagesOf(t, content)
				sheets := len(data.Deck)/perSheet + 1 // one card at least is blank
				if len(pages) != 2+2*sheets || report.Pages != len(pages) {
					t.Fatalf("%d pages, %d reported, want %d", len(pages), report.Pages, 2+2*sheets)
				}
				if report.Unprintable != 0 {
					t.Errorf("%d unprintable characters", report.Unprintable)
				}
				for i, card := range data.Deck {
					front, back := flat(pages[2+2*(i/perSheet)]), flat(pages[3+2*(i/perSheet)])
					for _, text := range []string{card.Title, card.Low, card.High} {
						if !strings.Contains(front, text) {
							t.Errorf("the front of %s lacks %q:\n%s", card.Card, text, front)
						}
					}
					for _, text := range []string{card.Ask, card.Card + " · version 1"} {
						if !strings.Contains(back, text) {
							t.Errorf("the back of %s lacks %q:\n%s", card.Card, text, back)
						}
					}
					if strings.Contains(front, card.Card+" · version") {
						t.Errorf("key and version of %s stand on the front", card.Card)
					}
				}
			})
		}
	}
}

func TestCardsBeginWithHowToUseThem(t *testing.T) {
	content, _ := write(t, "cards", demoSnapshot(t), options())
	pages := pagesOf(t, content)
	first := flat(pages[0])
	for _, want := range []string{"Health cards", "Πυξίδα", "They judge nobody", "What happens with the answers", "Vote at the same moment",
		"Nobody has to explain a vote", "No names in notes", "fewer than 5 answers", "50 mm", "actual size", "flip on long edge"} {
		if !strings.Contains(first, want) {
			t.Errorf("the first page does not say %q", want)
		}
	}
	if !strings.Contains(flat(pages[2]), "50 mm") {
		t.Error("a sheet of cards has no rule to check its size by")
	}
	info := tool(t, "pdfinfo", save(t, "cards.pdf", content))
	if !strings.Contains(info, "Πυξίδα") || !strings.Contains(info, "A4") {
		t.Errorf("author and paper: %s", info)
	}
	tool(t, "qpdf", "--check", save(t, "cards.pdf", content))
}

func TestCardsTakeTheNewestWordingOfTheDeck(t *testing.T) {
	snap := demoSnapshot(t)
	changed := snap.CardVersions[2]
	changed.ID, changed.Version, changed.Title, changed.MadeOn = 99, 2, "Free to say so", today
	later := changed
	later.ID, later.Version, later.Title, later.MadeOn = 100, 3, "Not yet", today.AddDays(1)
	snap.CardVersions = append(snap.CardVersions, changed, later)
	text := func(opt reports.Options) string {
		content, _ := write(t, "cards", snap, opt)
		return flat(strings.Join(pagesOf(t, content), " "))
	}
	got := text(options())
	if !strings.Contains(got, "Free to say so") || !strings.Contains(got, "safety · version 2") ||
		strings.Contains(got, "Safe to be honest") || strings.Contains(got, "Not yet") {
		t.Errorf("the deck is not the newest:\n%s", got)
	}
	opt := options()
	opt.RoundID = snap.Rounds[0].ID
	if got := text(opt); !strings.Contains(got, "Safe to be honest") {
		t.Errorf("a round's deck is not the one it used:\n%s", got)
	}
	empty, _ := write(t, "cards", emptySnapshot(), options())
	if got := flat(strings.Join(pagesOf(t, empty), " ")); !strings.Contains(got, "Safe to be honest") {
		t.Error("a new community does not get the default deck")
	}
}

func TestCardsReportWhatNoFontCanPrint(t *testing.T) {
	snap := demoSnapshot(t)
	snap.CardVersions[0].Title = "Growing \U000F0001\U000F0002"
	_, report := write(t, "cards", snap, options())
	// On the card and at a glance, and in the outline of the document: each
	// printed place counts.
	if report.Unprintable != 4 {
		t.Errorf("%d unprintable characters, want 4", report.Unprintable)
	}
}

func TestBacksStandBehindTheirFronts(t *testing.T) {
	content, _ := write(t, "cards", demoSnapshot(t), options())
	path := save(t, "cards.pdf", content)
	at := func(pageNumber int, word string) float64 {
		out := tool(t, "pdftotext", "-bbox", "-f", fmt.Sprint(pageNumber), "-l", fmt.Sprint(pageNumber), path, "-")
		for _, line := range strings.Split(out, "\n") {
			var left, top, right, bottom float64
			line = strings.TrimSpace(line)
			if n, _ := fmt.Sscanf(line, `<word xMin="%f" yMin="%f" xMax="%f" yMax="%f">`, &left, &top, &right, &bottom); n == 4 && strings.Contains(line, ">"+word+"<") {
				return left
			}
		}
		t.Fatalf("no word %q on page %d", word, pageNumber)
		return 0
	}
	const middle = 595.28 / 2
	if front, back := at(3, "Growing"), at(4, "growth"); front > middle || back < middle {
		t.Errorf("card 1: front at %.0f, back at %.0f; they must lie on different halves", front, back)
	}
	if front, back := at(3, "Helping"), at(4, "mutual_help"); front < middle || back > middle {
		t.Errorf("card 2: front at %.0f, back at %.0f; they must lie on different halves", front, back)
	}
}
