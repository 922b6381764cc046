package reports_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports/chartertext"
	"copleader/reports/page"
	"copleader/reports/sheet/sheettest"
)

// pagesText is the text of all pages.
func pagesText(t *testing.T, content []byte) string {
	t.Helper()
	return strings.Join(pagesOf(t, content), "\n")
}

func containsAll(text string, wanted ...string) bool {
	for _, want := range wanted {
		if !strings.Contains(text, want) {
			return false
		}
	}
	return true
}

// wants tells which of the texts are missing.
func wants(t *testing.T, what, text string, wanted ...string) {
	t.Helper()
	for _, want := range wanted {
		if !strings.Contains(text, want) {
			t.Errorf("%s lacks %q:\n%.1500s", what, want, text)
		}
	}
}

// workbookWithin takes the results workbook out of a report.
func workbookWithin(t *testing.T, content []byte) *sheettest.Book {
	t.Helper()
	path := filepath.Join(t.TempDir(), "book.xlsx")
	tool(t, "pdfdetach", "-save", "1", "-o", path, save(t, "report.pdf", content))
	book, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return sheettest.Open(t, book)
}

// Given the demo, then its first page is the report: what improved, one worry, the ask, what came of it, measures, what comes;
// the figures stand behind it, each of them in a named cell of the workbook within it.
func TestSponsorReportIsThatOfTheDemo(t *testing.T) {
	content, report := write(t, "sponsor", demoSnapshot(t), options())
	pages := pagesOf(t, content)
	if report.Pages != 2 || len(pages) != 2 {
		t.Fatalf("%d pages", report.Pages)
	}
	front, annex := flat(pages[0]), flat(pages[1])
	wants(t, "the front", front, "Πυξίδα", "Stage: Maturing", "Leader: Zoë Marchand-Núñez", "23 Aug 2026 to 21 Nov 2026", "In three lines",
		"“Helping one another”, “Working across teams”, “A shared direction” and “A common way of working”", "8 of 15 lack protected time",
		"Decision Who decides By when Two protected hours a month the sponsors no day set yet", "Fewer reruns in Payments", "from 31 to 19 % of its runs",
		"31 % of runs", "on the way", "12 of 23", "Counted by this program; 21 Nov 2026", "What comes next", "5 Dec 2026: Second lightning round")
	if strings.Contains(front, "Fingerprint") || strings.Count(front, "Two protected hours a month") != 1 {
		t.Errorf("the front holds the method, or asks twice:\n%s", front)
	}
	wants(t, "the annex", annex, "Core", "Peripheral", "every 21 days", "mean", "1 4 of 5 request for help waits for an answer units took part", "4 1 4 26 events held still to come",
		"Health check: 15 of 23 answered", "Round 2, closed on 14 Nov 2026.", "65 %", "Time and backing", "split: at least one in 3 low", "Pace and rhythm", "concern", "down", "1/6/8 (15)",
		"Flaky-test checklist (Artefact), used again 6×", "Figures do not rank people or teams")
	if strings.Contains(front+annex, "hours of members") {
		t.Error("costs are told although nobody ticked them")
	}
	book := workbookWithin(t, content)
	said := front + " " + annex
	for name := range book.Names() {
		value := flat(book.Named(name))
		if strings.HasPrefix(name, "fig_") && !strings.HasPrefix(name, "fig_stories") && !strings.Contains(said, value) {
			t.Errorf("the report does not tell %s: %q", name, value)
		}
	}
	for _, name := range []string{"fig_members", "fig_core", "fig_events_held", "fig_roti_mean", "fig_returned", "fig_low_support", "word_support",
		"change_rhythm", "fig_units", "fig_measure_1_now", "fig_fingerprint"} {
		if book.Named(name) == "" {
			t.Errorf("no cell is called %s", name)
		}
	}
	if got, want := book.Named("fig_fingerprint"), fingerprint(t, annex); got != want {
		t.Errorf("fingerprints %s and %s", got, want)
	}
	tool(t, "qpdf", "--check", save(t, "report.pdf", content))
}

func fingerprint(t *testing.T, text string) string {
	t.Helper()
	match := regexp.MustCompile(`Fingerprint ([0-9A-F-]{14})`).FindStringSubmatch(text)
	if match == nil {
		t.Fatal("no fingerprint on paper")
	}
	return match[1]
}

// numbers are the figures of a text.
var numbers = regexp.MustCompile(`\d+(\.\d+)?`)

// Every number of the health table on paper is that of a named cell.
func TestHealthOnPaperIsThatOfTheCells(t *testing.T) {
	content, _ := write(t, "sponsor", demoSnapshot(t), options())
	book := workbookWithin(t, content)
	back := tool(t, "pdftotext", "-layout", "-f", "2", "-l", "2", save(t, "report.pdf", content), "-")
	for _, card := range data.Deck {
		row := ""
		for _, line := range strings.Split(back, "\n") {
			if strings.Contains(line, card.Title) && (strings.Contains(line, "change") || strings.Contains(line, "up") || strings.Contains(line, "down")) {
				row = strings.Replace(line, card.Title, "", 1)
				break
			}
		}
		var want []string
		for _, part := range []string{"low", "half", "high"} {
			if n := book.Named("fig_" + part + "_" + card.Card); n != "0" {
				want = append(want, n)
			}
		}
		votes := 0
		for _, felt := range []string{"better", "same", "worse"} {
			n, _ := strconv.Atoi(book.Named("fig_" + felt + "_" + card.Card))
			votes, want = votes+n, append(want, strconv.Itoa(n))
		}
		want = append(want, strconv.Itoa(votes))
		if got := numbers.FindAllString(row, -1); strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%s: %v on paper, %v in the cells (%s)", card.Card, got, want, row)
		}
		wants(t, card.Card, row, book.Named("word_"+card.Card))
	}
}

// Given few answers to a card, then what leaves the machine tells low, half-way
// and high at most, and nothing below the threshold.
func TestSponsorReportMergesAndWithholds(t *testing.T) {
	snap := demoSnapshot(t)
	setCounts(snap, 1, "growth", data.Counts{1, 1, 1, 2, 1})
	setCounts(snap, 1, "safety", data.Counts{1, 0, 1, 1, 0})
	content, _ := write(t, "sponsor", snap, options())
	back := tool(t, "pdftotext", "-layout", "-f", "2", "-l", "2", save(t, "report.pdf", content), "-")
	for _, line := range strings.Split(back, "\n") {
		switch {
		case strings.Contains(line, "Growing in my craft"):
			if got := strings.Join(numbers.FindAllString(line, -1), " "); got != "2 1 3" {
				t.Errorf("six answers tell %q", got)
			}
			wants(t, "six answers", line, "withheld")
		case strings.Contains(line, "Safe to be honest"):
			wants(t, "three answers", line, "withheld (fewer than 5 answers)")
		}
	}
}

func TestSponsorReportTakesItsPeriodAndWords(t *testing.T) {
	snap := demoSnapshot(t)
	snap.Reports = []data.SponsorReport{
		{ID: 1, From: today.AddDays(-200), Until: today.AddDays(-100), Lines: "Long ago", SentOn: today.AddDays(-99)},
		{ID: 2, From: today.AddDays(-60), Until: today, Lines: "We help one another more\nTime is short",
			Risks: "The room is lost in March", Learned: "Shorter talks", Asks: "A room on Thursdays"},
	}
	content, _ := write(t, "sponsor", snap, options())
	text := flat(pagesText(t, content))
	wants(t, "the report", text, "22 Sep 2026 to 21 Nov 2026", "We help one another more", "Time is short",
		"The room is lost in March", "Shorter talks", "A room on Thursdays")
	if strings.Contains(text, "Long ago") {
		t.Error("an old report speaks")
	}
	if got := workbookWithin(t, content).Named("fig_period"); got != "22 Sep 2026 to 21 Nov 2026" {
		t.Errorf("the workbook's period is %q", got)
	}
	opt := options()
	opt.From, opt.Until = today.AddDays(-200), today.AddDays(-100)
	content, _ = write(t, "sponsor", snap, opt)
	wants(t, "the older report", flat(pagesText(t, content)), "5 May 2026 to 13 Aug 2026", "Long ago")
}

// No member is named beside the leader, whatever the consent of a story.
func TestSponsorReportNamesNobody(t *testing.T) {
	snap := demoSnapshot(t)
	for i := range snap.Stories {
		snap.Stories[i].Consent = data.ConsentNamed
		snap.Stories[i].MemberID = snap.Members[1].ID
	}
	secret := snap.Stories[0]
	secret.ID, secret.Title, secret.Consent, secret.On = 99, "Between us", data.ConsentInternal, today
	hidden := secret
	hidden.ID, hidden.Title, hidden.Consent, hidden.Evidence = 100, "Told quietly", data.ConsentAnonymous, "The one in Room 7"
	snap.Stories = append(snap.Stories, secret, hidden)
	content, _ := write(t, "sponsor", snap, options())
	text := flat(pagesText(t, content))
	for _, m := range snap.Members[1:] {
		if strings.Contains(text, m.Name) {
			t.Errorf("%s is named", m.Name)
		}
	}
	wants(t, "the report", text, "Told quietly")
	if strings.Contains(text, "Between us") || strings.Contains(text, "Room 7") {
		t.Error("it tells what was told in confidence")
	}
}

// logo is a picture of the given size.
func logo(t *testing.T, width, height int) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestLogoIsPrintedOrLeftOutAndSaid(t *testing.T) {
	for _, name := range []string{"poster", "charter", "sponsor"} {
		snap := demoSnapshot(t)
		snap.LogoPNG = logo(t, 60, 40)
		content, report := write(t, name, snap, options())
		if list := tool(t, "pdfimages", "-list", save(t, "doc.pdf", content)); !strings.Contains(list, "60") || len(report.Remarks) != 0 {
			t.Errorf("%s: %v, pictures:\n%s", name, report.Remarks, list)
		}
		snap.LogoPNG = []byte("\x89PNG\r\n\x1a\n no picture")
		content, report = write(t, name, snap, options())
		if len(report.Remarks) != 1 || !strings.Contains(report.Remarks[0].Key, "left out") {
			t.Errorf("%s says %v of a picture that is none", name, report.Remarks)
		}
		tool(t, "qpdf", "--check", save(t, "doc.pdf", content))
	}
}

func TestPosterIsTheCanvas(t *testing.T) {
	snap := demoSnapshot(t)
	for _, paper := range []page.Paper{page.A4, page.A3, page.Letter} {
		opt := options()
		opt.Paper = paper
		content, report := write(t, "poster", snap, opt)
		text := flat(pagesText(t, content))
		if report.Pages != 1 {
			t.Errorf("%s: %d pages", paper.Name, report.Pages)
		}
		for _, box := range snap.Canvas {
			wants(t, paper.Name, text, opt.Say.Of(box.Box.Phrase()), opt.Say.Of(box.Box.Question()))
			wants(t, paper.Name, text, box.Lines...)
		}
		wants(t, paper.Name, text, snap.Community.PrimaryPurpose, "Leader: Zoë Marchand-Núñez", "Version 2")
		if info := tool(t, "pdfinfo", save(t, "poster.pdf", content)); paper.Name == "A3" && !strings.Contains(info, "1190.55 x 841.89") {
			t.Errorf("not on A3: %s", info)
		}
	}
	opt := options()
	opt.Blank = true
	content, report := write(t, "poster", snap, opt)
	text := flat(pagesText(t, content))
	if report.Pages != 9 || strings.Contains(text, "Nobody tests alone") {
		t.Errorf("%d empty pages:\n%s", report.Pages, text)
	}
	for _, box := range data.Boxes {
		if question := opt.Say.Of(box.Question()); strings.Count(text, question) != 2 {
			t.Errorf("%q stands %d times", question, strings.Count(text, question))
		}
	}
	opt.Parts = []string{"questions"}
	if _, report := write(t, "poster", snap, opt); report.Pages != 7 {
		t.Errorf("%d question sheets", report.Pages)
	}
}

// What is too much for the canvas ends in "…" and stands whole behind it.
func TestPosterLosesNothing(t *testing.T) {
	snap := demoSnapshot(t)
	var lines data.Lines
	for range 60 {
		lines = append(lines, strings.Repeat("long ", 19)+"end")
	}
	snap.Canvas[0].Lines = append(lines, "the very last line")
	snap.Forces = []data.Force{{ID: 1, Side: data.ForceSlows, Text: "No time", Strength: 4}, {ID: 2, Side: data.ForceSupports, Text: "Curious people", Strength: 2}}
	content, report := write(t, "poster", snap, options())
	pages := pagesOf(t, content)
	if strings.Contains(pages[0], "the very last line") || report.Pages < 3 {
		t.Errorf("%d pages", report.Pages)
	}
	wants(t, "the poster", flat(strings.Join(pages, " ")), "the very last line", "In full", "No time", "4 of 5", "Curious people", "2 of 5")
}

func TestCharterOnOnePageAndAnnex(t *testing.T) {
	snap := demoSnapshot(t)
	last := len(snap.Versions) - 1
	snap.Versions[last].Text = strings.Replace(chartertext.Lines(snap, options().Say), "Testing software well", "Testing things well", 1)
	content, _ := write(t, "charter", snap, options())
	pages := pagesOf(t, content)
	c := &snap.Community
	front, rest := flat(pages[0]), flat(strings.Join(pages[1:], " "))
	wants(t, "the page", front, c.Name, c.Tagline, c.PrimaryPurpose, c.Domain, c.WhoWeAre, c.Practice, "changed since version 2", "Leader: Zoë Marchand-Núñez")
	for _, list := range []data.Lines{c.Needs, c.MemberBenefits, c.StakeholderBenefits, c.InScope, c.OutOfScope, c.MayDecide, c.NotOurs, c.WorkingAgreement} {
		wants(t, "the page", front, list...)
	}
	wants(t, "the annex", rest, "Sponsors", "Amélie Fournier", "Who took which role", "Łukasz Wiśniewski", "Flaky", "Nobody tests alone", "Flaky reruns down",
		"Changed since version 2", "Taken away: Our subject: Testing things well", "New: Our subject: Testing software well",
		"Versions", "Mandate added", "core team")
	tool(t, "qpdf", "--check", save(t, "charter.pdf", content))
}

func TestWorkshopIsTwoHoursByTheClock(t *testing.T) {
	content, report := write(t, "workshop", demoSnapshot(t), options())
	text := flat(pagesText(t, content))
	if report.Pages != 3 {
		t.Errorf("%d pages", report.Pages)
	}
	wants(t, "the workshop", text, "0:00", "0:08", "0:15", "0:37", "0:57", "1:10", "1:15", "1:27", "1:39", "1:47", "1:53", "1:58", "2:00", "End",
		"One sentence and three reasons", "give 6 minutes each to blocks 1 and 2", "Our name", "seven question sheets")
	snap := demoSnapshot(t)
	snap.Events[9].Format, snap.Events[9].Start = "vision_workshop", 16*60
	content, _ = write(t, "workshop", snap, options())
	wants(t, "a planned workshop", flat(pagesText(t, content)), "16:00", "16:57", "18:00", snap.Events[9].Title)
}

// Nothing is cut silently: what is too long for a card is said beside it.
func TestCutTextIsReported(t *testing.T) {
	snap := demoSnapshot(t)
	if _, report := write(t, "cards", snap, options()); len(report.Remarks) != 0 {
		t.Errorf("the demo is cut: %v", report.Remarks)
	}
	snap.CardVersions[0].Low = strings.Repeat("far too long a statement ", 200)
	_, report := write(t, "cards", snap, options())
	if len(report.Remarks) != 1 || !strings.Contains(report.Remarks[0].Key, "ends in") {
		t.Errorf("a cut statement is reported as %v", report.Remarks)
	}
}
