package reports_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/sheet/sheettest"
)

// Given a community in which nothing happened yet, then its report is one page that says so, with no annex, and its workbook has
// no empty list.
func TestSponsorReportOfANewCommunity(t *testing.T) {
	for name, snap := range map[string]*data.Snapshot{"empty": emptySnapshot(), "one member": oneMember(t)} {
		content, report := write(t, "sponsor", snap, options())
		if report.Pages != 1 {
			t.Errorf("%s: %d pages", name, report.Pages)
		}
		wants(t, name, flat(pagesText(t, content)), "What worries us Nobody can say yet: no round of the health check has been closed.",
			"No story may be told yet.", "The charter names no measure yet.", "Nothing is planned yet.", "The workbook inside this report", "Fingerprint")
		book := workbookWithin(t, content)
		if got := strings.Join(book.Sheets(), "|"); got != "Read me|Summary|Figures" {
			t.Errorf("%s: sheets %s", name, got)
		}
		if text := book.Text("Read me"); !strings.Contains(text, "Sheets that would be empty in this period: All cards, Results, Trend, Trend charts, Participation, Events") {
			t.Errorf("%s: what is left out is not said:\n%s", name, text)
		}
	}
}

// Without a round, or with every card withheld, the report does not sound calm.
func TestSponsorReportIsNotCalmWhereNothingIsKnown(t *testing.T) {
	snap := demoSnapshot(t)
	for _, card := range data.Deck {
		setCounts(snap, 1, card.Card, data.Counts{0, 1, 1, 1, 1})
	}
	content, _ := write(t, "sponsor", snap, options())
	front := flat(pagesOf(t, content)[0])
	if strings.Count(front, "It can't be told: no card of the health check has 5 answers or more.") != 2 {
		t.Errorf("all cards withheld:\n%s", front)
	}
	setCounts(snap, 1, "growth", data.Counts{0, 0, 0, 5, 5})
	content, _ = write(t, "sponsor", snap, options())
	wants(t, "one card told", flat(pagesOf(t, content)[0]), "What worries us No card of the health check stands out; 13 have too few answers.")
	content, _ = write(t, "sponsor", noRound(t), options())
	wants(t, "no round", flat(pagesOf(t, content)[0]), "What worries us Nobody can say yet: no round of the health check has been closed.")
}

// All cards that rose are named, or how many more there are; a worry in words of the community's own is quoted.
func TestSponsorReportNamesWhatRoseAndWorries(t *testing.T) {
	snap := demoSnapshot(t)
	for _, card := range []string{"growth", "safety"} {
		setCounts(snap, 1, card, data.Counts{0, 0, 0, 0, 15})
		setCounts(snap, 0, card, data.Counts{14})
	}
	for i := range snap.CardVersions {
		if snap.CardVersions[i].Card == "support" {
			snap.CardVersions[i].Low = "My boss frowns."
		}
	}
	content, _ := write(t, "sponsor", snap, options())
	wants(t, "the front", flat(pagesOf(t, content)[0]), "“Growing in my craft”, “Helping one another”, “Safe to be honest”, “Working across teams” and 2 more.",
		"8 of 15 are closer to “My boss frowns.” (“Time and backing”).")
}

// Given asks in the leader's words and on the board, then each stands once in the sending: with the decision, who takes it and by
// when; what the last report asked is not asked again beside new asks.
func TestAsksStandOnce(t *testing.T) {
	snap := addressed(t)
	for i := range snap.Items {
		if snap.Items[i].Kind == data.KindSponsorAsk {
			snap.Items[i].Due = data.NewDate(2026, 12, 15)
		}
	}
	snap.Reports = []data.SponsorReport{
		{ID: 1, From: today.AddDays(-200), Until: today.AddDays(-100), Asks: "A bigger room", SentOn: today.AddDays(-99)},
		{ID: 2, From: today.AddDays(-90), Until: today, Asks: "two protected hours a month; engineering director\nA guest in March; learning budget; end of January",
			Lines: "More help\nTime is short\nTwo protected hours a month"},
	}
	content, _ := write(t, "sponsor", snap, options())
	front := flat(pagesOf(t, content)[0])
	wants(t, "the front", front, "Decision Who decides By when two protected hours a month A guest in March engineering director learning budget 15 Dec 2026 end of January", "Time is short")
	book := workbookWithin(t, content)
	l := letter(t, "sponsor", snap, options())
	wants(t, "the letter", flat(l.Text), "two protected hours a month – to be decided by engineering director, until 15 Dec 2026", "A guest in March – to be decided by learning budget, until end of January")
	for what, text := range map[string]string{"front": front, "asks": book.Text("Actions and asks"), "letter": l.Text} {
		if strings.Count(strings.ToLower(text), "two protected hours") != 1 || strings.Contains(text, "A bigger room") {
			t.Errorf("%s:\n%s", what, text)
		}
	}
	snap.Reports = snap.Reports[:1]
	content, _ = write(t, "results", snap, options())
	if text := sheettest.Open(t, content).Text("Actions and asks"); !strings.Contains(text, "A bigger room") {
		t.Errorf("what was asked and not answered is gone:\n%s", text)
	}
}

// Given a third line beside asks, of this report or on the board, then the page and the letter have one list of them, without the line
// above it; a day as the leader writes days is told as all days are. Alone, the line stands as it was written.
func TestTheThirdLineIsAnAsk(t *testing.T) {
	line := "Give us two protected hours and a room"
	for _, c := range []struct {
		asks   string
		front  []string
		letter string
	}{
		{"A room on Thursdays; Katerina; 1.2.", []string{"A room on Thursdays", "Katerina", "1 Feb 2027"}, "What we ask: A room on Thursdays – to be decided by Katerina, until 1 Feb 2027"},
		{"", []string{line}, "What we ask: " + line},
	} {
		snap := demoSnapshot(t)
		snap.Reports = []data.SponsorReport{{ID: 1, From: today.AddDays(-90), Until: today, Lines: "More help\nTime is short\n" + line, Asks: c.asks}}
		content, _ := write(t, "sponsor", snap, options())
		front := regexp.MustCompile(`Decision.*What came of it`).FindString(flat(pagesOf(t, content)[0]))
		wants(t, "the table of asks", front, append(c.front, "Two protected hours a month", "no day set yet")...)
		if c.asks != "" && strings.Contains(flat(pagesText(t, content)), line) {
			t.Errorf("the third line stands beside the asks:\n%s", front)
		}
		l := letter(t, "sponsor", snap, options())
		wants(t, "the letter", flat(l.Text), c.letter, "Two protected hours a month – to be decided by the sponsors")
		snap.Items = slices.DeleteFunc(snap.Items, func(i data.Item) bool { return i.Kind == data.KindSponsorAsk })
		if content, _ = write(t, "sponsor", snap, options()); c.asks == "" && strings.Contains(pagesOf(t, content)[0], "Decision") {
			t.Error("a line alone stands in a table")
		}
		if l = letter(t, "sponsor", snap, options()); c.asks == "" && strings.Contains(l.Text, "to be decided by") {
			t.Errorf("a line alone is told with whom it doesn't name:\n%s", l.Text)
		}
	}
}

// Given more of everything than a page holds, then the first page is the report all the same: what comes next stands on it.
func TestSponsorReportIsOnePageHoweverMuchThereIs(t *testing.T) {
	snap := demoSnapshot(t)
	for i := range 6 {
		snap.Measures = append(snap.Measures, data.Measure{ID: int64(700 + i), Wording: strings.Repeat("A long measure ", 8), Kind: data.MeasureOutside,
			Baseline: "30 %", Target: "10 %", Source: strings.Repeat("controlling ", 9)})
		snap.Items = append(snap.Items, data.Item{ID: int64(900 + i), Title: strings.Repeat("ask and ", 11) + string(rune('A'+i)), Kind: data.KindSponsorAsk,
			Column: data.ColumnReady, CreatedOn: today})
	}
	snap.Measures = snap.Measures[:data.MaxMeasures]
	snap.Reports = []data.SponsorReport{{ID: 1, From: today.AddDays(-90), Until: today, Lines: strings.Repeat("improved ", 80) + "\n" + strings.Repeat("worry ", 90)}}
	for _, paper := range []page.Paper{page.A4, page.Letter} {
		opt := options()
		opt.Paper = paper
		content, _ := write(t, "sponsor", snap, opt)
		wants(t, paper.Name, flat(pagesOf(t, content)[0]), "What comes next", "5 Dec 2026: Second lightning round", "and 4 more in the workbook")
	}
}

// Costs are told if the leader ticks them, and change no fingerprint.
func TestCostsOnlyIfTicked(t *testing.T) {
	opt := options()
	without := figures(t, demoSnapshot(t), opt)
	opt.Parts = []string{"costs"}
	with := figures(t, demoSnapshot(t), opt)
	if without["fig_hours_members"] != "" || with["fig_hours_members"] != "35" || with["fig_hours_leading"] != "39" || with["fig_fingerprint"] != without["fig_fingerprint"] {
		t.Errorf("with %v, without %v", with, without)
	}
	content, _ := write(t, "sponsor", demoSnapshot(t), opt)
	wants(t, "the report", flat(pagesText(t, content)), "35 hours of members at events, 39 hours agreed for leading")
}

// Given help that was noted, then the report tells what sponsors hope for.
func TestSponsorReportTellsOfHelp(t *testing.T) {
	snap := demoSnapshot(t)
	for i := range snap.Items {
		if snap.Items[i].Kind == data.KindHelpRequest {
			snap.Items[i].AnsweredOn = snap.Items[i].CreatedOn.AddDays(3)
		}
	}
	across, known := 0, 0
	for i := range snap.Contributions {
		if c := &snap.Contributions[i]; c.Kind == data.Helped && c.On >= today.AddDays(-90) {
			c.WhomID = snap.Members[0].ID // Platform
			known++
			if giver, _ := snap.MemberByID(c.MemberID); giver.Unit != "Platform" {
				across++
			}
		}
	}
	content, _ := write(t, "sponsor", snap, options())
	wants(t, "the annex", flat(pagesText(t, content)), "days until a request for help was answered (1 answered)", "3.0", "times help went from one unit to another", fmt.Sprintf("%d of %d", across, known))
}

// A number is a number, and every list has its filter; charts draw only what changed clearly.
func TestTheWorkbookIsOneToWorkWith(t *testing.T) {
	content, _ := write(t, "results", demoSnapshot(t), options())
	book := sheettest.Open(t, content)
	parts := book.Parts()
	tables, charts := 0, ""
	for name, xml := range parts {
		switch {
		case strings.HasPrefix(name, "xl/tables/"):
			tables++
		case strings.HasPrefix(name, "xl/charts/"):
			charts += xml
			if !strings.Contains(xml, "<v>") {
				t.Errorf("%s holds no values", name)
			}
		}
	}
	if tables != 11 {
		t.Errorf("%d lists have a filter", tables)
	}
	for _, title := range []string{"<v>A shared direction</v>", "<v>Pace and rhythm</v>", "<v>Helping one another</v>", "<v>3.4</v>", "<v>Low</v>"} {
		if !strings.Contains(charts, title) {
			t.Errorf("no chart holds %s", title)
		}
	}
	trend := book.Text("Trend charts") // their words; the lines stand in the charts
	if !strings.Contains(trend, "changed clearly") {
		t.Errorf("the sheet does not say what is drawn: %s", trend)
	}
	for place, want := range map[string]string{"fig_rate": "65\u00a0%", "fig_measure_3_now": "3.7", "fig_measure_1_now": "19\u00a0%"} {
		sheet, ref := book.Place(place)
		if got := book.Cell(sheet, ref); got != want || !book.IsNumber(sheet, ref) {
			t.Errorf("%s reads %q, a number: %v", place, got, book.IsNumber(sheet, ref))
		}
	}
	if text := book.Text("Method"); strings.Contains(text, "Settings") || strings.Count(text, "\n") > 24 {
		t.Errorf("the method explains more than the figures:\n%s", text)
	}
	if rows := len(book.Rows("Summary")); rows > 30 {
		t.Errorf("the summary has %d rows", rows)
	}
}

// Given three asks of a sentence each, then each stands whole on the first page while it
// has room, and no page of a line or two comes of it.
func TestAsksStandWholeOnTheFirstPage(t *testing.T) {
	snap := demoSnapshot(t)
	asks := []string{"Agree that every tester may spend two hours a month of paid working time on the community, in all five units, from January",
		"Pay the room and camera for the hybrid sessions in Berlin, Lisbon and Shanghai in the coming year", "Name a second sponsor"}
	snap.Items = slices.DeleteFunc(snap.Items, func(i data.Item) bool { return i.Kind == data.KindSponsorAsk })
	for i, ask := range asks {
		snap.Items = append(snap.Items, data.Item{ID: int64(800 + i), Kind: data.KindSponsorAsk, Title: ask, Column: data.ColumnIdea, Due: today.AddDays(30)})
	}
	content, report := write(t, "sponsor", snap, options())
	if report.Pages != 2 {
		t.Errorf("%d pages, want the report and its annex", report.Pages)
	}
	front := flat(pagesOf(t, content)[0])
	for _, ask := range asks {
		for word := range strings.FieldsSeq(ask) {
			if !strings.Contains(front, word) {
				t.Errorf("the first page lacks %q of %q", word, ask)
			}
		}
	}
	if strings.Contains(front, "…") {
		t.Errorf("the first page cuts a text:\n%s", front)
	}
}

// Given a measure that the program counts, then it says over which time, where the measure's own words don't.
func TestACountedMeasureSaysOverWhichTime(t *testing.T) {
	snap := demoSnapshot(t)
	snap.Measures = []data.Measure{{ID: 1, Wording: "Events", Kind: data.MeasureInApp, Counts: data.CountEvents, Baseline: "6", Target: "8"},
		{ID: 2, Wording: "Attendances in half a year", Kind: data.MeasureInApp, Counts: data.CountAttendances},
		{ID: 3, Wording: "Members", Kind: data.MeasureInApp, Counts: data.CountMembers}}
	content, _ := write(t, "sponsor", snap, options())
	if front := flat(pagesOf(t, content)[0]); strings.Count(front, "Counted by this program, in half a year; 21 Nov 2026") != 1 || !strings.Contains(front, "reached") {
		t.Errorf("the report:\n%s", front)
	}
	content, _ = write(t, "page", snap, options())
	wants(t, "the page", string(content), "- Events · at the start: 6 · now: 9 in half a year · target: 8\n", "- Attendances in half a year · now: 76\n", "- Members · now: 23\n")
}

// Given a round of which nobody noted how many were invited, then the source of its
// measure stands whole in the table.
func TestAMeasuresSourceStandsWhole(t *testing.T) {
	snap := demoSnapshot(t)
	last := &snap.Rounds[len(snap.Rounds)-1]
	last.Invited = 0
	snap.Invitations = slices.DeleteFunc(snap.Invitations, func(i data.Invitation) bool { return i.RoundID == last.ID })
	content, report := write(t, "sponsor", snap, options())
	if report.Pages != 2 || strings.Contains(pagesOf(t, content)[0], "…") {
		t.Errorf("%d pages:\n%s", report.Pages, pagesOf(t, content)[0])
	}
}

// Given a long name, then the head of the report, its foot and a badge have it whole.
func TestTheCommunitysNameIsNeverCut(t *testing.T) {
	latin, arabic := "Community of Practice Software Testing, Meridian Mobility AG", "مجتمع الممارسة لاختبار البرمجيات وضمان الجودة في شركة ميريديان"
	for _, doc := range []struct{ name, community string }{{"sponsor", latin}, {"sponsor", arabic}, {"sponsor", strings.Repeat("测试实践社区", 10)}, {"kit", latin}} {
		snap := demoSnapshot(t)
		snap.Events[9].Title = "Wie wir Barrierefreiheit, Testdaten und Schnittstellen gemeinsam prüfen: zweite Runde der Blitzvorträge" // at the foot of the kit
		snap.Community.Name = doc.community
		content, report := write(t, doc.name, snap, options())
		text := pagesText(t, content)
		if strings.Contains(text, "…") || len(report.Remarks) > 0 {
			t.Errorf("%s of %s cuts: %v", doc.name, doc.community, report.Remarks)
		}
		if doc.community == latin && !strings.Contains(flat(text), latin) {
			t.Errorf("%s lacks the name", doc.name)
		}
	}
}

// Given more formats than the column has lines, then it says how many more; a heading
// over many votes is whole.
func TestWhatWasOnSaysHowManyMore(t *testing.T) {
	snap := demoSnapshot(t)
	formats := data.Formats
	held := snap.Events[0]
	for i := range 21 {
		held.ID, held.Format, held.On = int64(900+i), formats[i].Key, today.AddDays(-30)
		snap.Events = append(snap.Events, held)
	}
	for i := range snap.Roti {
		snap.Roti[i].Votes = data.Counts{10, 20, 60, 200, 100}
	}
	content, _ := write(t, "sponsor", snap, options())
	annex := pagesOf(t, content)[1]
	if !regexp.MustCompile(`and 1[0-9] more`).MatchString(annex) || !strings.Contains(annex, "3 means “got back what I put in”") {
		t.Errorf("the annex:\n%s", annex)
	}
}
