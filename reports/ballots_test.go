package reports_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports"
)

func TestBallotsHoldEveryForm(t *testing.T) {
	content, report := write(t, "ballots", demoSnapshot(t), options())
	pages := pagesOf(t, content)
	if len(pages) != 5 || report.Unprintable != 0 {
		t.Fatalf("%d pages, %d unprintable", len(pages), report.Unprintable)
	}
	code := data.FormCode("CT-01W", "en", "1")
	for i, wants := range [][]string{
		{"0:00", "10 min", "Explain and reassure", "0:58", "22 min", "1:25", "nobody has to explain a vote", code},
		{"Tally sheet", "Invited (N)", "Answered (r)", "no opinion", "counts only, no names", code},
		{"What we do about it", "Next small step", "Owner", "Until", code},
		{"Secret ballot", "no name", "Low statement", code},
		{"low fits", "half-way", "high fits", "no opinion", "better", "worse"},
	} {
		for _, want := range wants {
			if !strings.Contains(flat(pages[i]), want) {
				t.Errorf("page %d lacks %q:\n%s", i+1, want, flat(pages[i]))
			}
		}
	}
	for _, card := range data.Deck {
		for _, page := range []int{1, 3} {
			if !strings.Contains(flat(pages[page]), card.Title) {
				t.Errorf("page %d lacks %q", page+1, card.Title)
			}
		}
		if ballot := flat(pages[3]); !strings.Contains(ballot, card.Low) || !strings.Contains(ballot, card.High) {
			t.Errorf("the ballot lacks the statements of %s", card.Card)
		}
	}
	if got := strings.Count(flat(pages[4]), "half-way"); got != 8 {
		t.Errorf("%d sets of numbers on the sheet, want 8", got)
	}
	lit := demoSnapshot(t)
	for i := range lit.Rounds {
		lit.Rounds[i].Scale = data.TrafficLight
	}
	content2, _ := write(t, "ballots", lit, options())
	if pages := pagesOf(t, content2); len(pages) != 5 || strings.Count(flat(pages[4]), "between") != 8 {
		t.Errorf("the sheet of lights is missing: %d pages", len(pages))
	}
	tool(t, "qpdf", "--check", save(t, "ballots.pdf", content))
}

func TestGroupPageSaysWhatWeSaid(t *testing.T) {
	content, _ := write(t, "group", demoSnapshot(t), options())
	pages := pagesOf(t, content)
	if len(pages) != 1 {
		t.Fatalf("%d pages, want 1", len(pages))
	}
	text := flat(pages[0])
	for _, want := range []string{"15 of 23", "part of the members; others may differ", "split", "concern", "no clear change",
		"Time and backing: 8 low and 6 high. Who needs to hear this?", "Two protected hours a month", "Try an earlier time slot"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %q:\n%s", want, text)
		}
	}
	for _, card := range data.Deck {
		if !strings.Contains(text, card.Title) {
			t.Errorf("the page lacks %q", card.Title)
		}
	}
	for _, m := range demoSnapshot(t).Members {
		if strings.Contains(text, m.Name) {
			t.Errorf("the page names %s", m.Name)
		}
	}
}

func TestGroupPageMergesAndWithholdsFewAnswers(t *testing.T) {
	snap := demoSnapshot(t)
	setCounts(snap, 1, "growth", data.Counts{0, 1, 1, 1, 1})  // 4
	setCounts(snap, 1, "support", data.Counts{2, 1, 1, 2, 1}) // 7
	content, _ := write(t, "group", snap, options())
	text := flat(pagesOf(t, content)[0])
	if !strings.Contains(text, "withheld (fewer than 5 answers)") {
		t.Errorf("four answers are shown:\n%s", text)
	}
	if !strings.Contains(text, "Time and backing: 3 low and 3 high") {
		t.Errorf("seven answers are not merged:\n%s", text)
	}
	laid := flat(tool(t, "pdftotext", "-layout", save(t, "group.pdf", content), "-"))
	if !strings.Contains(laid, "Time and backing 3 1 3") {
		t.Errorf("the bar of seven answers is not merged:\n%s", laid)
	}
	snap.Rounds[0].ClosedOn, snap.Rounds[1].ClosedOn = 0, 0
	var out bytes.Buffer
	if _, err := reports.Write(context.Background(), "group", held{snap}, options(), &out); !data.IsCode(err, data.CodeNothing) {
		t.Errorf("an open round: %v", err)
	}
}
