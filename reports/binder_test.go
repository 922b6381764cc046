package reports_test

import (
	"context"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/reports"
	"copleader/reports/page"
)

func TestMinutesOnPaperAreWhole(t *testing.T) {
	snap := demoSnapshot(t)
	var said []string
	for i := range 1500 {
		said = append(said, fmt.Sprintf("word%04d", i))
	}
	e := snap.Events[3]
	for i := range snap.Minutes {
		if snap.Minutes[i].EventID == e.ID {
			snap.Minutes[i].Text, snap.Minutes[i].Decisions = strings.Join(said, " "), "We keep six talks\nWe end on time"
		}
	}
	snap.Items = append(snap.Items, data.Item{ID: 900, Title: "Ask for a timer", Kind: data.KindAction, Column: data.ColumnReady, EventID: e.ID,
		OwnerID: snap.Members[1].ID, Due: today.AddDays(9), CreatedOn: e.On})
	opt := options()
	opt.EventID = e.ID
	content, report := write(t, "minutes-pdf", snap, opt)
	text := flat(pagesText(t, content))
	wants(t, "the minutes", text, e.Title, "3 guests", "We keep six talks", "We end on time", "Ask for a timer", "Łukasz Wiśniewski", "30 Nov 2026",
		"11 votes from 1 to 5", "Next: Second lightning round", said[0], said[1499])
	if n := strings.Count(text, "word"); n != 1500 || report.Pages < 2 {
		t.Errorf("%d of 1500 words on %d pages", n, report.Pages)
	}
	tool(t, "qpdf", "--check", save(t, "minutes.pdf", content))
	content, _ = write(t, "minutes-pdf", demoSnapshot(t), options())
	wants(t, "minutes not yet written", flat(pagesText(t, content)), "Half-year retrospective", "Try an earlier time slot")
}

// Exactly the rows and columns that the screen shows, in its order.
func TestRosterOnPaperIsTheList(t *testing.T) {
	snap := demoSnapshot(t)
	opt := options()
	opt.Roster = []int64{snap.Members[8].ID, snap.Members[0].ID, snap.Members[7].ID}
	content, _ := write(t, "roster-pdf", snap, opt)
	text := flat(pagesText(t, content))
	wants(t, "the list", text, "Name", "Unit", "Level", "Events", "Ask about", "Last seen", "3 people", "9 of 9", "Occasional")
	first, second, third := strings.Index(text, "Nguyễn Thị Hạnh"), strings.Index(text, "Zoë Marchand-Núñez"), strings.Index(text, "Žofie Dvořáková")
	if first < 0 || second < first || third < second || strings.Contains(text, "Łukasz") {
		t.Errorf("the order is not that of the screen: %d, %d, %d\n%s", first, second, third, text)
	}
	opt.Roster = []int64{}
	if _, err := reports.Write(context.Background(), "roster-pdf", held{snap}, opt, io.Discard); !data.IsCode(err, data.CodeNothing) {
		t.Errorf("an empty list gives %v", err)
	}
}

// Given more members than a page holds, then no page of the list holds much less than the others.
func TestRosterOnPaperIsSpreadEvenly(t *testing.T) {
	for _, n := range []int{27, 60, 500} {
		snap := datatest.Large(n, 20, 100)
		content, _ := write(t, "roster-pdf", snap, options())
		var least, most float64 = 1, 0
		for number := range pagesOf(t, content) {
			share := filled(t, content, number+1)
			least, most = min(least, share), max(most, share)
		}
		if least < most-0.25 {
			t.Errorf("%d members: pages are filled between %.2f and %.2f", n, least, most)
		}
	}
}

func TestBoardOnPaper(t *testing.T) {
	snap := demoSnapshot(t)
	content, report := write(t, "board", snap, options())
	text := flat(pagesText(t, content))
	if report.Pages != 1 {
		t.Errorf("%d pages", report.Pages)
	}
	for i := range snap.Items {
		item := &snap.Items[i]
		if shown := strings.Contains(text, item.Title); shown != item.OnBoard(today) {
			t.Errorf("%q on the board: %v", item.Title, shown)
		}
	}
	wants(t, "the board", text, "Idea", "Ready", "Planned", "Doing", "Done", "Parked", "No budget this year", "a good first step")
	for i := range 400 {
		snap.Items = append(snap.Items, data.Item{ID: int64(1000 + i), Title: fmt.Sprintf("Thing%03d to do", i), Kind: data.KindArtefact,
			Column: data.Columns[i%len(data.Columns)], CreatedOn: today, DoneOn: today, Votes: i})
	}
	content, report = write(t, "board", snap, options())
	text = flat(pagesText(t, content))
	for i := range 400 {
		if want := fmt.Sprintf("Thing%03d", i); strings.Count(text, want) != 1 {
			t.Errorf("%s stands %d times", want, strings.Count(text, want))
		}
	}
	if report.Pages > 12 {
		t.Errorf("%d pages", report.Pages)
	}
}

func TestStoriesOnlyWithConsent(t *testing.T) {
	snap := demoSnapshot(t)
	story := func(id int64, title string, consent data.Consent) data.ValueStory {
		return data.ValueStory{ID: id, Title: title, On: today, Cycle: data.CycleApplied, Situation: "Stuck", CameOfIt: "Better",
			Evidence: "Witness of " + title, Consent: consent, MemberID: snap.Members[1].ID}
	}
	snap.Stories = []data.ValueStory{story(1, "Alpha", data.ConsentNamed), story(2, "Beta", data.ConsentTeam), story(3, "Gamma", data.ConsentAnonymous), story(4, "Delta", data.ConsentInternal)}
	content, _ := write(t, "stories", snap, options())
	text := flat(pagesText(t, content))
	wants(t, "the stories", text, "Alpha", "Beta", "Gamma", "Witness of Alpha", "Witness of Beta", "Who used it, and where?")
	if strings.Contains(text, "Delta") || strings.Contains(text, "Witness of Gamma") || strings.Count(text, snap.Members[1].Name) != 1 {
		t.Errorf("more is told than was agreed:\n%s", text)
	}
	snap.Stories = snap.Stories[3:]
	if _, err := reports.Write(context.Background(), "stories", held{snap}, options(), io.Discard); !data.IsCode(err, data.CodeNothing) {
		t.Errorf("without consent: %v", err)
	}
}

func TestYearOnAPage(t *testing.T) {
	snap := demoSnapshot(t)
	snap.Events[3].Confidential = true
	content, report := write(t, "year", snap, options())
	text := flat(pagesText(t, content))
	wants(t, "the year", text, "Jun 2026 to May 2027", "every 21 days", "Half-year retrospective", "16:00 · Second lightning round", "Health check closed: Round 2",
		"Review the charter", "Charter agreed, version 2")
	if report.Pages != 1 || strings.Contains(text, snap.Events[3].Title) || strings.Contains(text, snap.Events[0].Title) {
		t.Errorf("%d pages:\n%s", report.Pages, text)
	}
	for i := range 200 {
		e := snap.Events[9]
		e.ID, e.Title, e.On = int64(500+i), fmt.Sprintf("Session%03d", i), today.AddDays(1+i%8)
		snap.Events = append(snap.Events, e)
	}
	content, _ = write(t, "year", snap, options())
	text = flat(pagesText(t, content))
	for i := range 200 {
		if want := fmt.Sprintf("Session%03d", i); !strings.Contains(text, want) {
			t.Fatalf("%s is lost", want)
		}
	}
	wants(t, "a full month", text, "more", "In full")
}

// The binder has its six chapters as bookmarks and in its contents, tells what
// is open, and nothing that is private.
func TestHandoverBinder(t *testing.T) {
	snap := demoSnapshot(t)
	secret := "Entre nous"
	snap.Members[1].Note, snap.Contacts[0].Note, snap.Stakes[0].Attitude = secret, secret, data.Doubts
	snap.FollowUps = []data.FollowUp{
		{ID: 1, MemberID: snap.Members[4].ID, What: "Join the core team", State: data.Asked, On: today.AddDays(-5), Due: today.AddDays(5), Note: secret},
		{ID: 2, SponsorID: snap.Sponsors[0].ID, What: "A room in March", State: data.SaidYes, On: today.AddDays(-9)},
		{ID: 3, Guest: "Prof. Ito", What: "Speak in January", State: data.Asked, On: today.AddDays(-2)},
		{ID: 4, MemberID: snap.Members[5].ID, What: "Long settled", State: data.Done, On: today.AddDays(-50)},
	}
	content, _ := write(t, "handover", snap, options())
	pages := pagesOf(t, content)
	text := flat(strings.Join(pages, " "))
	chapters := []string{"Charter", "Calendar", "Open promises and follow-ups", "Who to ask", "How we run things", "First 30 days"}
	wants(t, "the contents", flat(pages[0]), chapters...)
	wants(t, "the binder", text, snap.Community.PrimaryPurpose, "Second lightning round", "Join the core team", "26 Nov 2026", "A room in March", "Amélie Fournier (sponsor)",
		"Prof. Ito (guest)", "Mutation testing on one service", "Accessibility checks by hand", "amelie.fournier@meridian.example", "Short talks, clinics, one lab a quarter.",
		"What tone and habits mark us?", "Brown bag (2)", "By consent", "Talk with Amélie Fournier", "Fewer than 5 answers")
	for _, never := range []string{secret, "Long settled", "Doubts"} {
		if strings.Contains(text, never) {
			t.Errorf("the binder tells %q", never)
		}
	}
	path := save(t, "handover.pdf", content)
	tool(t, "qpdf", "--check", path)
	raw, err := exec.Command("qpdf", "--qdf", "--object-streams=disable", path, "-").Output()
	if err != nil {
		t.Skip("qpdf is missing")
	}
	if n := strings.Count(string(raw), "/Subtype /Link"); n < len(chapters)+2 {
		t.Errorf("%d links", n)
	}
	chapterLeads := []string{"What we agreed", "What comes, and what was", "What somebody waits for", "People, roles, sponsors, channels", "Habits, agreements", "To tick off"}
	for i, title := range chapters {
		// A title of ASCII stands in the outline as UTF-16.
		wide := "\xFE\xFF"
		for _, r := range title {
			wide += "\x00" + string(r)
		}
		hex := fmt.Sprintf("%x", wide)
		if !strings.Contains(string(raw), wide) && !strings.Contains(strings.ToLower(string(raw)), hex) {
			t.Errorf("no bookmark for chapter %d, %s", i+1, title)
		}
		for number, of := range pages {
			if number > 0 && strings.HasPrefix(of, title+"\n") && strings.Contains(of, chapterLeads[i]) && !strings.Contains(flat(pages[0]), fmt.Sprint(number+1)) {
				t.Errorf("the contents do not give page %d for %s", number+1, title)
			}
		}
	}
}

// Given a name and a unit as long as the form takes, then the list of members, badges and table cards have both whole, and the list has no page
// of what was too long.
func TestTheLongestNameAndUnitStandWhole(t *testing.T) {
	t.Parallel()
	snap := demoSnapshot(t)
	m := &snap.Members[1]
	m.Name = "Maximiliane Konstantina Freifrau von und zu Hohenlohe Waldenburg Schillingsfürst die Jüngere von der alten Mühle am Bach"
	m.Unit = "Abteilung Versuche, Messungen und Berichte, Werkstatt am alten Hafen, Gebäude 17"
	if err := m.Validate(); err != nil || data.Length(m.Name) < 115 || data.Length(m.Unit) != 80 {
		t.Fatal(data.Length(m.Name), data.Length(m.Unit), err)
	}
	whole := func(what, text string, words ...string) {
		for _, word := range words {
			if !strings.Contains(text, word) {
				t.Errorf("%s lacks %q:\n%.2000s", what, word, text)
			}
		}
	}
	opt := options()
	list, _ := write(t, "roster-pdf", snap, opt)
	text := pagesText(t, list)
	whole("the list", text, strings.Fields(m.Name+" "+m.Unit)...)
	if strings.Contains(text, "In full") {
		t.Errorf("the list has a page of what was too long:\n%s", text)
	}
	for _, part := range []string{"badges", "tableCards"} {
		opt.Parts = []string{part}
		content, report := write(t, "kit", snap, opt)
		whole(part, pagesText(t, content), strings.Fields(m.Name+" "+m.Unit)...)
		if len(report.Remarks) > 0 {
			t.Errorf("%s: %v", part, report.Remarks)
		}
	}
}

// Given dozens of events whose minutes are not out, then the binder names the last of them and counts those before.
func TestTheBinderNamesTheLastMinutesThatAreMissing(t *testing.T) {
	t.Parallel()
	content, _ := write(t, "handover", datatest.Large(30, 60, 100), options())
	text := flat(pagesText(t, content))
	_, late, _ := strings.Cut(text, "Minutes not yet published")
	late, _, there := strings.Cut(late, "before these")
	if n := strings.Count(late, "•"); !there || n != 13 || !strings.Contains(late, "14 Nov 2026: Half-year retrospective") {
		t.Errorf("%d lines:\n%.900s", n, late)
	}
}

func TestKitOfAChosenEventAndItsParts(t *testing.T) {
	snap := demoSnapshot(t)
	opt := options()
	opt.EventID, opt.Parts = snap.Events[8].ID, []string{"agenda"}
	content, report := write(t, "kit", snap, opt)
	if report.Pages != 1 {
		t.Errorf("%d pages of agenda", report.Pages)
	}
	wants(t, "the agenda", flat(pagesText(t, content)), snap.Events[8].Title, "16:05", "Facts")
	opt.Parts = []string{"tableCards"}
	content, report = write(t, "kit", snap, opt)
	text := flat(pagesText(t, content))
	if want := (len(snap.People(today)) + 2) / 2; report.Pages != want || strings.Count(text, "Marchand-Núñez") < 1 {
		t.Errorf("%d pages of table cards, want %d", report.Pages, want)
	}
	tool(t, "qpdf", "--check", save(t, "kit.pdf", content))
	opt.Parts = []string{"nonsense"}
	if _, err := reports.Write(context.Background(), "kit", held{snap}, opt, io.Discard); !data.IsCode(err, data.CodeInvalid) {
		t.Errorf("no part gives %v", err)
	}
}

// Whatever paper is chosen, every printed document of the demo is sound.
func TestPrintedDocumentsOnEveryPaper(t *testing.T) {
	snap := demoSnapshot(t)
	for _, paper := range []page.Paper{page.Letter, page.A3} {
		opt := options()
		opt.Paper = paper
		for _, doc := range reports.Documents() {
			if doc.Kind() != "pdf" || !doc.Lets(reports.ChoosePaper) {
				continue
			}
			content, _ := write(t, doc.Name, snap, opt)
			info := tool(t, "pdfinfo", save(t, "doc.pdf", content))
			if paper.Name == "Letter" && !strings.Contains(info, "letter") || !strings.Contains(info, "Πυξίδα") {
				t.Errorf("%s on %s: %s", doc.Name, paper.Name, info)
			}
			tool(t, "qpdf", "--check", save(t, "doc.pdf", content))
		}
	}
}
