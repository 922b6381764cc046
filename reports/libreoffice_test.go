package reports_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports/sheet/sheettest"
)

// soffice converts documents with LibreOffice, all in one go since starting it
// takes seconds, and gives the folder of the results.
func soffice(t *testing.T, to string, documents map[string][]byte, how ...string) string {
	t.Helper()
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless",
		"--convert-to", to, "--outdir", out}
	args = append(args, how...)
	for name, content := range documents {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	tool(t, "soffice", args...)
	return out
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// manyCards is the demo with a deck of random counts, among them every kind of
// tie that rounding could get wrong.
func manyCards(t *testing.T, cards int) *data.Snapshot {
	t.Helper()
	snap := demoSnapshot(t)
	random := rand.New(rand.NewPCG(1, 2))
	snap.CardVersions, snap.RoundCards, snap.Tallies = nil, nil, nil
	for i := range cards {
		id := int64(i + 1)
		card := fmt.Sprintf("card_%d", i+1)
		snap.CardVersions = append(snap.CardVersions, data.CardVersion{ID: id, Card: card, Version: 1, Rank: i + 1, Title: fmt.Sprintf("Title %d", i+1),
			Low: "low", High: "high", Ask: "?", Pillar: data.Pillars[i%4], MadeOn: today.AddDays(-200)})
		for r := range snap.Rounds {
			snap.RoundCards = append(snap.RoundCards, data.RoundCard{ID: int64(len(snap.RoundCards) + 1), RoundID: snap.Rounds[r].ID, CardVersionID: id, Rank: i + 1})
			var counts data.Counts
			for k := range counts {
				counts[k] = random.IntN(9)
			}
			snap.Tallies = append(snap.Tallies, data.Tally{ID: int64(len(snap.Tallies) + 1), RoundID: snap.Rounds[r].ID, Card: card, Channel: data.FromRoom, Counts: counts})
		}
	}
	return snap
}

func TestLibreOfficeOpensAndRecalculatesTheWorkbooks(t *testing.T) {
	t.Parallel()
	// Given the workbooks with every computed result taken out,
	demo, _ := write(t, "results", demoSnapshot(t), options())
	many, _ := write(t, "results", manyCards(t, 60), options())
	lit := demoSnapshot(t)
	for i := range lit.Rounds {
		lit.Rounds[i].Scale = data.TrafficLight
	}
	for i, card := range data.Deck {
		setCounts(lit, 0, card.Card, data.Counts{i % 7, 5, 9 - i%4})
		setCounts(lit, 1, card.Card, data.Counts{i % 3, 4, 5 + i%5})
	}
	lights, _ := write(t, "results", lit, options())
	survey, _ := write(t, "survey", demoSnapshot(t), options())
	roster, _ := write(t, "roster", demoSnapshot(t), options())
	board, _ := write(t, "board-xlsx", demoSnapshot(t), options())
	documents := map[string][]byte{"survey.xlsx": survey, "roster.xlsx": roster, "board.xlsx": board}
	for name, content := range map[string][]byte{"demo.xlsx": demo, "many.xlsx": many, "lights.xlsx": lights} {
		documents[name] = sheettest.Open(t, content).WithoutResults()
		if strings.Contains(sheettest.Open(t, documents[name]).Parts()["xl/worksheets/sheet3.xml"], "</f><v>") {
			t.Fatal("the results were not taken out; what follows would prove nothing")
		}
	}

	// when LibreOffice opens and saves them,
	out := soffice(t, "xlsx", documents)

	// then the figures are the same, those of the demo and all others,
	checkRound2(t, sheettest.Open(t, read(t, filepath.Join(out, "demo.xlsx"))))
	for name, made := range map[string][]byte{"demo.xlsx": demo, "many.xlsx": many, "lights.xlsx": lights} {
		sameRows(t, name, "Results", made, read(t, filepath.Join(out, name)))
	}
	sameRows(t, "roster.xlsx", "Members", roster, read(t, filepath.Join(out, "roster.xlsx")))
	sameRows(t, "board.xlsx", "Board", board, read(t, filepath.Join(out, "board.xlsx")))
	// and a survey keeps its names and drop-downs.
	kept := sheettest.Open(t, read(t, filepath.Join(out, "survey.xlsx")))
	sheet, ref := kept.Place("a_growth")
	if sheet != "Answers" || len(kept.Choices(sheet, ref)) != 6 || kept.Names()["cop_round"] != `"CT-01W"` {
		t.Errorf("after LibreOffice: %s of %s offers %q; round %s", ref, sheet, kept.Choices(sheet, ref), kept.Names()["cop_round"])
	}
}

// sameRows fails where a sheet reads otherwise than it was made.
func sameRows(t *testing.T, name, sheet string, made, saved []byte) {
	t.Helper()
	want, got := sheettest.Open(t, made).Rows(sheet), sheettest.Open(t, saved).Rows(sheet)
	if len(got) != len(want) {
		t.Fatalf("%s has %d rows, had %d", name, len(got), len(want))
	}
	for i := range want {
		if g, w := strings.TrimRight(strings.Join(got[i], "|"), "|"), strings.TrimRight(strings.Join(want[i], "|"), "|"); g != w {
			t.Errorf("%s, row %d:\n got %s\nwant %s", name, i+1, g, w)
		}
	}
}

func TestEachSurveySheetPrintsOnOnePage(t *testing.T) {
	t.Parallel()
	long := demoSnapshot(t)
	for i := range long.CardVersions {
		long.CardVersions[i].Low = strings.Repeat("A long statement. ", 11)
	}
	short, _ := write(t, "survey", demoSnapshot(t), options())
	wordy, _ := write(t, "survey", long, options())
	results, _ := write(t, "results", demoSnapshot(t), options())
	out := soffice(t, "pdf", map[string][]byte{"short.xlsx": short, "wordy.xlsx": wordy, "results.xlsx": results})
	info := tool(t, "pdfinfo", filepath.Join(out, "results.pdf"))
	if want := fmt.Sprintf("Pages:           %d\n", len(sheettest.Open(t, results).Sheets())); !strings.Contains(info, want) {
		t.Errorf("not each sheet of the results is a page, want %s:\n%s", want, info)
	}
	for _, name := range []string{"short.pdf", "wordy.pdf"} {
		info := tool(t, "pdfinfo", filepath.Join(out, name))
		if !strings.Contains(info, "Pages:           2\n") || !strings.Contains(info, "841.89 x 595") {
			t.Errorf("%s is not two lying pages of A4:\n%s", name, info)
		}
	}
	text := flat(tool(t, "pdftotext", "-layout", filepath.Join(out, "short.pdf"), "-"))
	for _, card := range data.Deck {
		if !strings.Contains(text, card.Title[:8]) {
			t.Errorf("the printed form lacks %q", card.Title)
		}
	}
}
