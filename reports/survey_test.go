package reports_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports"
	"copleader/reports/page"
	"copleader/reports/sheet/sheettest"
)

func TestSurveyCanBeRecognisedAndFilledIn(t *testing.T) {
	content, _ := write(t, "survey", demoSnapshot(t), options())
	book := sheettest.Open(t, content)

	if got := strings.Join(book.Sheets(), "|"); got != "Start here|Answers" {
		t.Errorf("sheets %s", got)
	}
	names := book.Names()
	if names["cop_round"] != `"CT-01W"` || names["cop_form"] != `"1"` {
		t.Errorf("round %s, form %s", names["cop_round"], names["cop_form"])
	}
	if want := 3*len(data.Deck) + 3; len(names) != want {
		t.Errorf("%d defined names, want %d: %v", len(names), want, names)
	}
	for i, card := range data.Deck {
		row := book.Find("Answers", card.Title)
		if row[0] != fmt.Sprint(i+1) || row[2] != card.Low || row[3] != card.High {
			t.Errorf("row of %s: %q", card.Card, row)
		}
		for _, prefix := range []string{"a_", "d_", "c_"} {
			sheet, ref := book.Place(prefix + card.Card)
			if sheet != "Answers" || book.Locked(sheet, ref) || book.Cell(sheet, ref) != "" {
				t.Errorf("%s%s is %s of %q, locked %v, holding %q", prefix, card.Card, ref, sheet, book.Locked(sheet, ref), book.Cell(sheet, ref))
			}
			if !strings.HasSuffix(ref, strings.TrimLeft(refRow(book, card.Title), "ABCDEFG")) {
				t.Errorf("%s%s points to %s, not to its card's row", prefix, card.Card, ref)
			}
		}
	}
	if _, ref := book.Place("c_next"); book.Locked("Answers", ref) {
		t.Error("the free line is locked")
	}
}

// refRow is the place of the cell with the text on the answer sheet.
func refRow(book *sheettest.Book, text string) string {
	for i, row := range book.Rows("Answers") {
		for _, cell := range row {
			if cell == text {
				return fmt.Sprintf("B%d", i+1)
			}
		}
	}
	return ""
}

func TestSurveyOffersTheAnswersOfItsScale(t *testing.T) {
	five := []string{"1 – the low statement fits", "2 – closer to the low statement", "3 – half-way", "4 – closer to the high statement",
		"5 – the high statement fits", "0 – no opinion"}
	lights := []string{"1 – ■ red: the low statement fits", "2 – ▲ amber: some real problems", "3 – ● green: the high statement fits", "0 – no opinion"}
	for scale, want := range map[data.Scale][]string{data.Agreement5: five, data.TrafficLight: lights} {
		snap := demoSnapshot(t)
		snap.Rounds[1].Scale = scale
		content, _ := write(t, "survey", snap, options())
		book := sheettest.Open(t, content)
		for _, card := range data.Deck {
			_, ref := book.Place("a_" + card.Card)
			if got := book.Choices("Answers", ref); strings.Join(got, "|") != strings.Join(want, "|") {
				t.Fatalf("%s of %s offers %q", card.Card, scale, got)
			}
			_, ref = book.Place("d_" + card.Card)
			if got := book.Choices("Answers", ref); strings.Join(got, "|") != "↗ better|→ same|↘ worse" {
				t.Fatalf("the direction of %s offers %q", card.Card, got)
			}
		}
	}
}

func TestSurveyLocksAllButTheAnswerCells(t *testing.T) {
	content, _ := write(t, "survey", demoSnapshot(t), options())
	book := sheettest.Open(t, content)
	open := map[string]bool{}
	for name, place := range book.Names() {
		if !strings.HasPrefix(name, "cop_") {
			_, ref, _ := strings.Cut(strings.ReplaceAll(place, "$", ""), "!")
			open[ref] = true
		}
	}
	for row := 1; row <= 20; row++ {
		for column := 'A'; column <= 'H'; column++ {
			ref := fmt.Sprintf("%c%d", column, row)
			merged := row == 17 && column >= 'C' && column <= 'G' // the free line is one cell of five
			if locked := book.Locked("Answers", ref); locked == (open[ref] || merged) {
				t.Errorf("%s: locked %v", ref, locked)
			}
		}
	}
}

func TestSurveyIsProtectedWithoutPasswordAndHidesNothing(t *testing.T) {
	content, _ := write(t, "survey", demoSnapshot(t), options())
	parts := sheettest.Open(t, content).Parts()
	for name, part := range parts {
		if strings.HasPrefix(name, "xl/worksheets/sheet") {
			if !strings.Contains(part, "<sheetProtection") || !strings.Contains(part, `sheet="true"`) && !strings.Contains(part, `sheet="1"`) {
				t.Errorf("%s is not protected", name)
			}
			if strings.Contains(part, "hashValue") || strings.Contains(part, "password=") {
				t.Errorf("%s has a password", name)
			}
		}
		if strings.Contains(name, "vba") {
			t.Errorf("a macro: %s", name)
		}
	}
	if strings.Contains(parts["xl/workbook.xml"], `state="`) {
		t.Error("a sheet is hidden")
	}
}

func TestSurveySaysWhatPeopleMustKnow(t *testing.T) {
	snap := demoSnapshot(t)
	snap.Rounds[1].ClosedOn, snap.Rounds[1].ClosesOn = 0, today.AddDays(9)
	snap.Rounds[1].HowToSend = "Put it into the box by the coffee machine."
	content, _ := write(t, "survey", snap, options())
	text := sheettest.Open(t, content).Text("Start here")
	for _, want := range []string{"Πυξίδα", "Round 2", "CT-01W", "30 Nov 2026", "5 minutes", "coffee machine", "Confidential, not anonymous",
		"fewer than 5 answers", "m01@meridian.example", "Version 1"} {
		if !strings.Contains(text, want) {
			t.Errorf("the first sheet does not say %q:\n%s", want, text)
		}
	}
	content, _ = write(t, "survey", demoSnapshot(t), options())
	if text := sheettest.Open(t, content).Text("Start here"); !strings.Contains(text, "closed on 14 Nov 2026") || strings.Contains(text, "send it to") {
		t.Errorf("the form of a closed round does not say so:\n%s", text)
	}
}

func TestSurveyIsForTheOpenRoundElseTheLast(t *testing.T) {
	code := func(snap *data.Snapshot, opt reports.Options) string {
		content, _ := write(t, "survey", snap, opt)
		return sheettest.Open(t, content).Names()["cop_round"]
	}
	snap := demoSnapshot(t)
	if got := code(snap, options()); got != `"CT-01W"` {
		t.Errorf("with all rounds closed: %s", got)
	}
	chosen := options()
	chosen.RoundID = snap.Rounds[0].ID
	if got := code(snap, chosen); got != `"CT-13W"` {
		t.Errorf("the chosen round: %s", got)
	}
	snap.Rounds[0].ClosedOn = 0
	if got := code(snap, options()); got != `"CT-13W"` {
		t.Errorf("the open round: %s", got)
	}
}

func TestSurveyRefusesAKeyThatIsNoName(t *testing.T) {
	snap := demoSnapshot(t)
	snap.CardVersions[0].Card = "my card!"
	var out bytes.Buffer
	_, err := reports.Write(context.Background(), "survey", held{snap}, options(), &out)
	if !data.IsCode(err, data.CodeInvalid) {
		t.Errorf("got %v", err)
	}
}

func TestWorkbooksKnowTheCommunityAndNotTheUser(t *testing.T) {
	for _, name := range []string{"survey", "results", "roster"} {
		content, _ := write(t, name, demoSnapshot(t), options())
		book := sheettest.Open(t, content)
		if book.Author() != "Πυξίδα" || book.LastAuthor() != "Πυξίδα" || book.Title() == "" {
			t.Errorf("%s: author %q, last author %q, title %q", name, book.Author(), book.LastAuthor(), book.Title())
		}
	}
}

func TestPaperOfWorkbooks(t *testing.T) {
	for paper, want := range map[page.Paper]string{page.A4: `paperSize="9"`, page.Letter: `paperSize="1"`} {
		opt := options()
		opt.Paper = paper
		content, _ := write(t, "survey", demoSnapshot(t), opt)
		for name, part := range sheettest.Open(t, content).Parts() {
			if strings.HasPrefix(name, "xl/worksheets/sheet") && (!strings.Contains(part, want) || !strings.Contains(part, `orientation="landscape"`)) {
				t.Errorf("%s of %s is not set up for it", name, paper.Name)
			}
		}
	}
}
