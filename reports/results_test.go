package reports_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"copleader/data"
	"copleader/reports"
	"copleader/reports/sheet/sheettest"
)

// round2 is the table of data/README.md, Demo: mean, high %, low %, SD, word and
// change of the second round, and the mean of the first.
var round2 = []struct {
	card, before, mean, sd, high, low, word, change string
}{
	{"growth", "3.6", "3.9", "0.9", "73\u00a0%", "7\u00a0%", "strong", "no clear change"},
	{"mutual_help", "3.3", "4.1", "0.7", "80\u00a0%", "0\u00a0%", "strong", "up"},
	{"safety", "3.8", "3.8", "0.9", "67\u00a0%", "7\u00a0%", "mixed", "no clear change"},
	{"collaboration", "2.9", "3.5", "0.9", "57\u00a0%", "14\u00a0%", "mixed", "up"},
	{"sharing", "3.4", "3.8", "0.9", "67\u00a0%", "7\u00a0%", "mixed", "no clear change"},
	{"direction", "2.5", "3.4", "0.9", "50\u00a0%", "14\u00a0%", "mixed", "up"},
	{"practice_alignment", "2.8", "3.3", "0.9", "43\u00a0%", "21\u00a0%", "mixed", "up"},
	{"enjoyment", "4.0", "3.9", "0.9", "73\u00a0%", "7\u00a0%", "strong", "no clear change"},
	{"feedback", "2.8", "3.1", "1.0", "33\u00a0%", "27\u00a0%", "mixed", "no clear change"},
	{"decisions", "3.0", "3.3", "0.9", "43\u00a0%", "21\u00a0%", "mixed", "no clear change"},
	{"motivation", "3.7", "3.5", "0.9", "53\u00a0%", "13\u00a0%", "mixed", "no clear change"},
	{"value", "3.4", "3.7", "0.8", "64\u00a0%", "7\u00a0%", "mixed", "no clear change"},
	{"rhythm", "3.9", "2.9", "1.1", "27\u00a0%", "40\u00a0%", "concern", "down"},
	{"support", "2.8", "2.8", "1.6", "40\u00a0%", "53\u00a0%", "split", "no clear change"},
}

// checkRound2 compares the sheet “Results” with the table, by the columns' headings.
func checkRound2(t *testing.T, book *sheettest.Book) {
	t.Helper()
	heads := book.Find("Results", "Mean before")
	column := func(title string) int {
		for i, head := range heads {
			if head == title {
				return i
			}
		}
		t.Fatalf("no column %q in %q", title, heads)
		return -1
	}
	for i, want := range round2 {
		row := book.Find("Results", data.Deck[i].Title)
		if data.Deck[i].Card != want.card || row[column("● High statement")] != data.Deck[i].High || row[column("■ Low statement")] != data.Deck[i].Low {
			t.Errorf("row %d is not that of %s: %q", i+1, want.card, row)
		}
		for title, text := range map[string]string{"Mean": want.mean, "SD": want.sd, "High %": want.high, "Low %": want.low,
			"Word": want.word, "Mean before": want.before, "Change": want.change} {
			if got := row[column(title)]; got != text {
				t.Errorf("%s, %s: %q, want %q", want.card, title, got, text)
			}
		}
		clear := "yes"
		if want.change == "no clear change" {
			clear = "no"
		}
		if row[column("Clear?")] != clear {
			t.Errorf("%s: clear? %q, want %q", want.card, row[column("Clear?")], clear)
		}
		for name, text := range map[string]string{"mean_": want.mean, "high_": want.high, "low_": want.low, "word_": want.word, "change_": want.change} {
			if got := book.Named(name + want.card); got != text {
				t.Errorf("the name %s%s shows %q, want %q", name, want.card, got, text)
			}
		}
	}
}

func TestResultsAreThoseOfTheDemo(t *testing.T) {
	content, _ := write(t, "results", demoSnapshot(t), options())
	book := sheettest.Open(t, content)
	if got := strings.Join(book.Sheets(), "|"); got !=
		"Read me|Summary|All cards|Results|Trend|Trend charts|Participation|Events|Outputs|Value stories|Measures|Actions and asks|Figures|Method" {
		t.Errorf("sheets %s", got)
	}
	checkRound2(t, book)
}

func TestDerivedCellsAreFormulasAndCountsAreNot(t *testing.T) {
	content, _ := write(t, "results", demoSnapshot(t), options())
	book := sheettest.Open(t, content)
	for _, name := range []string{"answers_", "high_", "low_", "mean_", "word_", "change_"} {
		for _, card := range data.Deck {
			sheet, ref := book.Place(name + card.Card)
			if formula := book.Formula(sheet, ref); formula == "" {
				t.Errorf("%s%s in %s is no formula", name, card.Card, ref)
			}
		}
	}
	for column := 'E'; column <= 'I'; column++ {
		for row := 5; row < 5+len(data.Deck); row++ {
			ref := fmt.Sprintf("%c%d", column, row)
			if formula := book.Formula("Results", ref); formula != "" || book.Cell("Results", ref) == "" {
				t.Errorf("%s should be a plain count, is %q %q", ref, formula, book.Cell("Results", ref))
			}
		}
	}
}

func TestResultsNameNobody(t *testing.T) {
	snap := demoSnapshot(t)
	snap.Stories[0].Consent = data.ConsentNamed
	snap.Stories[0].MemberID = snap.Members[1].ID
	content, _ := write(t, "results", snap, options())
	book := sheettest.Open(t, content)
	text := book.AllText()
	for _, part := range book.Parts() {
		text += part
	}
	for _, m := range snap.Members {
		if strings.Contains(text, m.Name) {
			t.Errorf("the workbook names %s", m.Name)
		}
	}
	for _, s := range snap.Sponsors {
		if strings.Contains(text, s.Name) {
			t.Errorf("the workbook names the sponsor %s", s.Name)
		}
	}
	for _, s := range snap.Stakes {
		if strings.Contains(text, s.Name) {
			t.Errorf("the workbook names the stakeholder %s", s.Name)
		}
	}
}

// setCounts gives a card of the last round other counts.
func setCounts(snap *data.Snapshot, round int, card string, counts data.Counts) {
	for i := range snap.Tallies {
		if t := &snap.Tallies[i]; t.RoundID == snap.Rounds[round].ID && t.Card == card {
			t.Counts, t.NoOpinion = counts, 0
			t.Better, t.Same, t.Worse = 0, 0, 0
		}
	}
}

func TestFewAnswersAreWithheld(t *testing.T) {
	snap := demoSnapshot(t)
	setCounts(snap, 1, "growth", data.Counts{0, 1, 1, 1, 1}) // 4 answers
	setCounts(snap, 1, "safety", data.Counts{1, 2, 1, 2, 1}) // 7 answers
	setCounts(snap, 0, "sharing", data.Counts{1, 1, 1, 2})   // 5 answers, the round before
	content, _ := write(t, "results", snap, options())
	book := sheettest.Open(t, content)

	// Four answers: the title, the statements, and nothing else.
	for i, cell := range book.Find("Results", "Growing in my craft") {
		if i >= 4 && i < 26 && cell != "withheld (<5)" || i >= 26 && cell != "" {
			t.Errorf("column %d of a card with 4 answers reads %q", i+1, cell)
		}
	}
	// Seven answers: low, half-way and high, of which only shares and the word follow.
	row := book.Find("Results", "Safe to be honest")
	if got, want := strings.Join(row[4:23], "|"), strings.Join([]string{
		"withheld (5–7)", "withheld (5–7)", "withheld (5–7)", "withheld (5–7)", "withheld (5–7)", "3", "1", "3", "0", "7",
		"43\u00a0%", "43\u00a0%", "withheld (5–7)", "withheld (5–7)", "withheld (5–7)", "split", "3.8", "withheld (5–7)", "withheld (5–7)"}, "|"); got != want {
		t.Errorf("seven answers:\n got %s\nwant %s", got, want)
	}
	// Five answers before: now is shown whole, before and the change are not.
	row = book.Find("Results", "Passing on what we know")
	if row[17] != "3.8" || row[20] != "withheld (5–7)" || row[21] != "withheld (5–7)" || row[26] != "withheld (5–7)" {
		t.Errorf("five answers before: %q", row[17:])
	}
	// Nor does any other sheet give the figures away.
	for _, sheet := range []string{"Trend"} {
		for _, title := range []string{"Growing in my craft", "Safe to be honest"} {
			row := book.Find(sheet, title)
			if last := row[len(row)-1]; !strings.HasPrefix(last, "withheld") {
				t.Errorf("%s of %s reads %q", title, sheet, last)
			}
		}
	}
}

func TestARoundWithFewRepliesShowsOnlyTheirNumber(t *testing.T) {
	snap := demoSnapshot(t)
	for i := range snap.Returns {
		snap.Returns[i].Returned = 4
	}
	for _, card := range data.Deck {
		setCounts(snap, 1, card.Card, data.Counts{0, 1, 1, 1, 1})
	}
	opt := options()
	opt.RoundID = 2
	content, _ := write(t, "results", snap, opt)
	book := sheettest.Open(t, content)
	if text := book.Text("Results"); !strings.Contains(text, "4 of 23 (17\u00a0%) answered") {
		t.Errorf("it does not say how many replied:\n%s", text)
	}
	for _, card := range data.Deck {
		for i, cell := range book.Find("Results", card.Title) {
			if i >= 4 && i < 26 && cell != "withheld (<5)" || i >= 26 && cell != "" {
				t.Fatalf("%s, column %d: %q", card.Card, i+1, cell)
			}
		}
	}
	for _, word := range []string{"strong", "split", "concern"} {
		if strings.Contains(book.Text("Summary"), word) {
			t.Errorf("the summary speaks of %q", word)
		}
	}
}

func TestResultsOfLightsHaveNoMean(t *testing.T) {
	snap := demoSnapshot(t)
	for i := range snap.Rounds {
		snap.Rounds[i].Scale = data.TrafficLight
	}
	for _, card := range data.Deck {
		setCounts(snap, 0, card.Card, data.Counts{6, 4, 4})
		setCounts(snap, 1, card.Card, data.Counts{1, 4, 10})
	}
	content, _ := write(t, "results", snap, options())
	book := sheettest.Open(t, content)
	row := book.Find("Results", "Enjoyment")
	want := "1|4|10|0|15|67\u00a0%|7\u00a0%|mixed|up|yes||||6|4|4|14|1|-1"
	if got := strings.Join(row[4:], "|"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if text := book.Text("Results"); strings.Contains(text, "Mean") || strings.Contains(text, "SD") {
		t.Errorf("lights have a mean:\n%s", text)
	}
	if row := book.Find("Trend", "Enjoyment (lights)"); row[2] != "29\u00a0%" || row[3] != "67\u00a0%" {
		t.Errorf("share of green: %q", row)
	}
}

func TestATrendBreaksWhereTheScaleChanges(t *testing.T) {
	snap := demoSnapshot(t)
	snap.Rounds[0].Scale = data.TrafficLight
	for _, card := range data.Deck {
		setCounts(snap, 0, card.Card, data.Counts{2, 4, 8})
	}
	content, _ := write(t, "results", snap, options())
	book := sheettest.Open(t, content)
	if row := book.Find("Trend", "Enjoyment (lights)"); row[2] != "57\u00a0%" || row[3] != "" {
		t.Errorf("the lights: %q", row)
	}
	row := book.Find("Trend", "Enjoyment")
	if row[2] != "" || row[3] != "3.9" {
		t.Errorf("the five steps: %q", row)
	}
	if row := book.Find("Results", "Enjoyment"); row[20] != "–" || row[21] != "not comparable" {
		t.Errorf("a change across scales: %q", row[20:])
	}
}

func TestATrendBreaksWhereACardIsReworded(t *testing.T) {
	snap := demoSnapshot(t)
	reworded := snap.CardVersions[7]
	reworded.ID, reworded.Version, reworded.High = int64(len(snap.CardVersions)+1), 2, "I smile all day."
	snap.CardVersions = append(snap.CardVersions, reworded)
	for i := range snap.RoundCards {
		if rc := &snap.RoundCards[i]; rc.RoundID == snap.Rounds[1].ID && rc.CardVersionID == snap.CardVersions[7].ID {
			rc.CardVersionID = reworded.ID
		}
	}
	content, _ := write(t, "results", snap, options())
	book := sheettest.Open(t, content)
	if row := book.Find("Trend", "Enjoyment"); row[2] != "4.0" || row[3] != "" {
		t.Errorf("the old wording: %q", row)
	}
	if row := book.Find("Trend", "Enjoyment (new wording)"); row[2] != "" || row[3] != "3.9" {
		t.Errorf("the new wording: %q", row)
	}
	if row := book.Find("Results", "Enjoyment"); row[3] != "I smile all day." || row[21] != "not comparable" {
		t.Errorf("the row: %q", row)
	}
}

func TestAnOpenRoundHasNoResults(t *testing.T) {
	snap := demoSnapshot(t)
	snap.Rounds[1].ClosedOn = 0
	content, _ := write(t, "results", snap, options())
	if text := sheettest.Open(t, content).Text("Results"); !strings.Contains(text, "Round 1: 14 of 21") {
		t.Errorf("the last closed round is not taken:\n%.300s", text)
	}
	opt := options()
	opt.RoundID = snap.Rounds[1].ID
	var out bytes.Buffer
	if _, err := reports.Write(context.Background(), "results", held{snap}, opt, &out); !data.IsCode(err, data.CodeInvalid) {
		t.Errorf("the open round was not refused: %v", err)
	}
}

func TestSmallCountsOfPeopleAreCovered(t *testing.T) {
	content, _ := write(t, "results", demoSnapshot(t), options())
	book := sheettest.Open(t, content)
	// 3 core, 8 active, 4 occasional, 6 peripheral in round 1: the four, and
	// with them the six, since the whole is known.
	row := book.Find("Participation", "Round 1, 22 Aug 2026")
	if got := strings.Join(row, "|"); got != "Round 1, 22 Aug 2026|3|8|<5|withheld|8|0" {
		t.Errorf("round 1: %s", got)
	}
	row = book.Find("Participation", "Today, 21 Nov 2026")
	if got := strings.Join(row, "|"); got != "Today, 21 Nov 2026|3|5|7|8|12|0" {
		t.Errorf("today: %s", got)
	}
	row = book.Find("Participation", "Oct 2026")
	if got := strings.Join(row, "|"); got != "Oct 2026|2|13|9|<5|0|" {
		t.Errorf("October: %s", got)
	}
}

// Given new members by month of whom one month's is too few, then no month follows from the others and their total; a month
// that the period cuts says from when.
func TestNewMembersByMonthCannotBeWorkedOut(t *testing.T) {
	snap := demoSnapshot(t)
	for month, n := range map[int]int{8: 17, 9: 6, 10: 1, 11: 5} {
		for i := range n {
			snap.Members = append(snap.Members, data.Member{ID: int64(1000*month + i), Name: "N", Kind: data.KindMember, JoinedOn: data.NewDate(2026, time.Month(month), 1+i%20)})
		}
	}
	for i := range snap.Members[:24] {
		snap.Members[i].JoinedOn = today.AddDays(-210)
	}
	opt := options()
	opt.From = data.NewDate(2026, 8, 1)
	content, _ := write(t, "results", snap, opt)
	book := sheettest.Open(t, content)
	for month, want := range map[string]string{"Aug 2026": "17", "Sep 2026": "withheld", "Oct 2026": "<5", "Nov 2026": "withheld"} {
		if row := book.Find("Participation", month); row[4] != want {
			t.Errorf("%s: %q new members, want %q", month, row[4], want)
		}
	}
	if got := book.Named("fig_joined"); got != "29" {
		t.Errorf("%q new members", got)
	}
	content, _ = write(t, "results", snap, options())
	book = sheettest.Open(t, content)
	if row := book.Find("Participation", "from 23 Aug"); row[1] != "0" {
		t.Errorf("August: %q", row)
	}
	if text := book.Text("Participation"); strings.Contains(text, "\nAug 2026\t") {
		t.Error("a month cut short is named whole")
	}
}

func TestEventsOutputsAndStoriesOfTheDemo(t *testing.T) {
	snap := demoSnapshot(t)
	snap.Events[6].Confidential = true
	content, _ := write(t, "results", snap, sinceTheStart())
	book := sheettest.Open(t, content)
	if row := book.Find("Events", "Six tools in one hour"); strings.Join(row[:7], "|") != "1 Aug 2026|Lightning talks|Six tools in one hour|12|3|4.5|11" {
		t.Errorf("E04: %q", row)
	}
	if row := book.Find("Events", "Half-year retrospective"); row[5] != "–" || row[6] != "0" {
		t.Errorf("a mean without votes: %q", row)
	}
	if text := book.Text("Events"); strings.Contains(text, "Two stuck test suites") || !strings.Contains(text, "(confidential)") {
		t.Errorf("a confidential event:\n%s", text)
	}
	if strings.Contains(book.Text("Events"), "Second lightning round") {
		t.Error("a planned event stands among those held")
	}
	if row := book.Find("Outputs", "Flaky-test checklist"); row[1] != "Artefact" || row[4] != "6" {
		t.Errorf("B01: %q", row)
	}
	if row := book.Find("Value stories", "A slow suite retired"); row[4] != "kept back" {
		t.Errorf("the witness of an anonymous story: %q", row)
	}
	if row := book.Find("Measures", "Use in my work"); row[3] != "3.7" || row[5] != "14 Nov 2026" {
		t.Errorf("a measure read from a card: %q", row)
	}
	if row := book.Find("Actions and asks", "Two protected hours a month"); row[2] != "the sponsors" || !strings.Contains(row[1], "Time and backing") {
		t.Errorf("B09: %q", row)
	}
	snap.Stories[1].Consent = data.ConsentInternal
	content, _ = write(t, "results", snap, options())
	if strings.Contains(sheettest.Open(t, content).AllText(), "A slow suite retired") {
		t.Error("a story for internal use only was told")
	}
}

func TestRowsOfTheFutureStayOut(t *testing.T) {
	opt := options()
	opt.Today = today.AddDays(-60) // the first round is closed, the second not begun
	content, _ := write(t, "results", demoSnapshot(t), opt)
	book := sheettest.Open(t, content)
	text := book.AllText()
	for _, later := range []string{"Round 2", "Accessibility checks by hand", "Nov 2026"} {
		if strings.Contains(text, later) {
			t.Errorf("on %s the workbook knows of %q", opt.Today, later)
		}
	}
}

func TestTheMethodStatesTheSettingsInForce(t *testing.T) {
	snap := demoSnapshot(t)
	snap.Settings = append(snap.Settings, data.Setting{ID: 1, Key: "health.concernPercent", Value: "45"})
	content, _ := write(t, "results", snap, options())
	book := sheettest.Open(t, content)
	if !strings.Contains(book.Text("Method"), "At least 45\u00a0% low") {
		t.Errorf("the method does not know the setting:\n%s", book.Text("Method"))
	}
	if got := book.Named("word_rhythm"); got != "mixed" {
		t.Errorf("rhythm is %q with 40 %% low, although 45 are asked for", got)
	}
	sheet, ref := book.Place("word_rhythm")
	if formula := book.Formula(sheet, ref); !strings.Contains(formula, ">=45*") {
		t.Errorf("the formula knows nothing of it: %s", formula)
	}
}

func TestStringsNeverBecomeFormulas(t *testing.T) {
	snap := demoSnapshot(t)
	snap.Items[0].Title, snap.Community.PrimaryPurpose = "=1+2", "=HYPERLINK(\"http://x\")"
	snap.Members[0].Name = "=1+2"
	for _, name := range []string{"results", "roster"} {
		content, _ := write(t, name, snap, options())
		book := sheettest.Open(t, content)
		if !strings.Contains(book.AllText(), "=1+2") {
			t.Errorf("%s does not show the text", name)
		}
		for part, xml := range book.Parts() {
			if strings.Contains(xml, "<f>1+2</f>") || strings.Contains(xml, "<f>HYPERLINK") || strings.Contains(xml, "<f>=") {
				t.Errorf("%s of %s holds a formula made of a text", part, name)
			}
		}
	}
}
