package reports_test

import (
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/words"
	"copleader/reports"
	"copleader/reports/sheet/sheettest"
)

// toldOf is what every document that tells of the health check says, as plain words, by the document's name.
func toldOf(t *testing.T, snap *data.Snapshot) map[string]string {
	t.Helper()
	told := map[string]string{}
	for _, name := range []string{"sponsor", "group", "handover"} {
		content, _ := write(t, name, snap, options())
		told[name] = flat(strings.Join(pagesOf(t, content), " "))
	}
	for _, name := range []string{"page", "digest"} {
		content, _ := write(t, name, snap, options())
		told[name] = flat(string(content))
	}
	content, _ := write(t, "results", snap, options())
	book := sheettest.Open(t, content)
	told["results"] = flat(book.Text("Read me") + " " + book.Text("Summary") + " " + book.Text("Results") + " " + book.Text("Trend") + " " + book.Text("Figures"))
	for _, name := range []string{"group", "sponsor"} {
		told["letter with "+name] = flat(letter(t, name, snap, options()).Text)
	}
	return told
}

// Given a round of which nobody noted how many were asked, or to which more answered, then every page, sheet and letter says
// the same of it, and none tells a rate or its word.
func TestAnsweredIsToldTheSameEverywhere(t *testing.T) {
	t.Parallel()
	for invited, want := range map[int]string{0: "15 answered; how many were invited is not noted", 10: "15 answers; 10 were asked", 23: "15 of 23"} {
		snap := addressed(t)
		snap.Rounds[1].Invited = invited
		for name, text := range toldOf(t, snap) {
			if name == "handover" && !strings.Contains(text, "15 ") {
				continue // it tells of cards, not of who answered
			}
			if !strings.Contains(text, want) {
				t.Errorf("of %d asked, %s does not say %q:\n%.1200s", invited, name, want, text)
			}
			if invited == 23 {
				continue
			}
			for _, wrong := range []string{"150 %", "15 of 0", "15 of 10", "most members", "only those who replied", "(0 %)"} {
				if strings.Contains(text, wrong) {
					t.Errorf("of %d asked, %s says %q", invited, name, wrong)
				}
			}
		}
	}
}

// Given another round started and closed with nobody's answers, then no document tells less than before.
func TestARoundStartedAndClosedTakesNothingAway(t *testing.T) {
	t.Parallel()
	before, snap := toldOf(t, addressed(t)), addressed(t)
	snap.Rounds = append(snap.Rounds, data.Round{ID: 90, Code: "CT-90", Name: "By mistake", Scale: data.Agreement5, OpenedOn: today, ClosedOn: today, Invited: 23, MinGroup: 5})
	for i, card := range snap.CardVersions {
		snap.RoundCards = append(snap.RoundCards, data.RoundCard{ID: int64(9000 + i), RoundID: 90, CardVersionID: card.ID, Rank: i + 1})
	}
	after := toldOf(t, snap)
	for _, name := range []string{"sponsor", "group", "letter with group", "letter with sponsor"} {
		a, b := fingerprinted(before[name]), fingerprinted(after[name])
		if a != b {
			t.Errorf("%s:\n%.900s\nwas\n%.900s", name, b, a)
		}
	}
	if got := after["results"]; !strings.Contains(got, "Round 2: 15 of 23 (65 %) answered") || strings.Contains(got, "No card stands out") {
		t.Errorf("the workbook says\n%.900s", got)
	}
}

// fingerprinted is a text with its fingerprint left out, which speaks of the round's name too.
func fingerprinted(text string) string {
	at := strings.Index(text, "Fingerprint ")
	if at < 0 {
		return text
	}
	return text[:at] + text[min(len(text), at+len("Fingerprint ABCD-EFGH-IJKL")):]
}

// A card's share never reaches a border of its word by rounding, in no document.
func TestSharesKeepToTheirWords(t *testing.T) {
	snap := addressed(t)
	snap.Rounds[1].Invited = 60
	for i := range snap.Returns {
		if snap.Returns[i].RoundID == snap.Rounds[1].ID {
			snap.Returns[i].Returned = 48
		}
	}
	setCounts(snap, 1, "growth", data.Counts{0, 0, 7, 10, 6})   // 16 of 23 high
	setCounts(snap, 1, "safety", data.Counts{3, 2, 0, 20, 23})  // 5 of 48 low
	setCounts(snap, 1, "feedback", data.Counts{3, 0, 0, 20, 7}) // 3 of 30 low
	content, _ := write(t, "results", snap, options())
	book := sheettest.Open(t, content)
	for title, want := range map[string]string{"Growing in my craft": "69\u00a0%|0\u00a0%|mixed", "Safe to be honest": "90\u00a0%|11\u00a0%|mixed", "Feedback": "90\u00a0%|10\u00a0%|strong"} {
		row := strings.Join(book.Find("Results", title), "|")
		if parts := strings.Split(row, "|"); parts[14]+"|"+parts[15]+"|"+parts[19] != want {
			t.Errorf("%s: %q, want %q", title, row, want)
		}
	}
	if said := words.English().Of(snap.Result(2).AnsweredPercent()); said != "48 of 60 (80\u00a0%) answered" {
		t.Error(said)
	}
}

// Given a report sent some weeks ago, then report, workbook and letter cover the days since, and tell the same fingerprint; what
// people gave is told as the half year's figure.
func TestOneSendingCoversOnePeriod(t *testing.T) {
	snap := addressed(t)
	snap.Reports = []data.SponsorReport{{ID: 1, From: today.AddDays(-130), Until: today.AddDays(-40), SentOn: today.AddDays(-38)}}
	told := toldOf(t, snap)
	content, _ := write(t, "results", snap, options())
	fingerprint := sheettest.Open(t, content).Named("fig_fingerprint")
	for _, name := range []string{"sponsor", "results", "letter with sponsor"} {
		for _, want := range []string{"13 Oct 2026 to 21 Nov 2026", fingerprint} {
			if !strings.Contains(told[name], want) {
				t.Errorf("%s lacks %q:\n%.900s", name, want, told[name])
			}
		}
	}
	if got := letter(t, "results", snap, options()).Text; !strings.Contains(got, fingerprint) || !strings.Contains(got, "13 Oct 2026 to 21 Nov 2026") {
		t.Errorf("the letter with the workbook says %q", got)
	}
	for name, want := range map[string]string{"sponsor": "gave something in half a year", "results": "Gave something in half a year"} {
		if !strings.Contains(told[name], want) {
			t.Errorf("%s lacks %q:\n%.1500s", name, want, told[name])
		}
	}
	if !strings.Contains(told["sponsor"], "from 13 Oct") {
		t.Errorf("the report does not say that October is cut:\n%.1500s", told["sponsor"])
	}
}

// inLights turns the demo's last round into one that asked with traffic lights.
func inLights(snap *data.Snapshot) {
	last := &snap.Rounds[len(snap.Rounds)-1]
	last.Scale = data.TrafficLight
	for i := range snap.Tallies {
		if t := &snap.Tallies[i]; t.RoundID == last.ID {
			t.Counts = data.Counts{t.Counts[0] + t.Counts[1], t.Counts[2], t.Counts[3] + t.Counts[4]}
		}
	}
}

// Given a measure that began as a mean and is a share now, then no document says how far it has come.
func TestAShareIsNotComparedWithAMean(t *testing.T) {
	t.Parallel()
	snap := demoSnapshot(t)
	inLights(snap)
	content, _ := write(t, "results", snap, options())
	book := sheettest.Open(t, content)
	row := book.Find("Measures", "Use in my work")
	if row[1] != "3.4" || row[2] != "4.0" || row[3] != "64\u00a0% high" || row[4] != "" && row[4] != "–" {
		t.Errorf("the workbook's row: %q", row)
	}
	content, _ = write(t, "sponsor", snap, options())
	_, measure, _ := strings.Cut(flat(strings.Join(pagesOf(t, content), " ")), "Use in my work")
	measure, _, _ = strings.Cut(measure, "Health check")
	if !strings.Contains(measure, "64 % high") || strings.Contains(measure, "reached") {
		t.Errorf("page 1 says of the measure %q", measure)
	}
}

// Given a community that holds events and keeps no register, then report and workbook say that it was not noted who came,
// and never that nobody did (data/README.md, Sponsors).
func TestWithoutARegisterNobodyIsSaidToStayAway(t *testing.T) {
	t.Parallel()
	snap := demoSnapshot(t)
	snap.Attendance = nil
	for i := range snap.Events {
		snap.Events[i].Guests = 0
	}
	opt := sinceTheStart()
	opt.Parts = []string{"costs"}
	content, _ := write(t, "sponsor", snap, opt)
	report := flat(strings.Join(pagesOf(t, content), " "))
	for _, wrong := range []string{"0 members came", "0 attendances", "units took part", "hours of members"} {
		if strings.Contains(report, wrong) {
			t.Errorf("the report says %q:\n%s", wrong, report)
		}
	}
	for _, want := range []string{"not noted not noted", "Who came was not noted.", "hours agreed for leading",
		"levels come from contributions alone"} {
		if !strings.Contains(report, want) {
			t.Errorf("the report lacks %q:\n%s", want, report)
		}
	}
	if edge := onPaper(t, content).levels["Peripheral"]; edge != "not noted" {
		t.Errorf("people at the edge are told as %q", edge)
	}
	nobodyStaysAwayInTheBook(t, snap, opt)
}

// nobodyStaysAwayInTheBook is the same of the workbook.
func nobodyStaysAwayInTheBook(t *testing.T, snap *data.Snapshot, opt reports.Options) {
	t.Helper()
	content, _ := write(t, "results", snap, opt)
	book := sheettest.Open(t, content)
	for name, text := range figures(t, snap, opt) {
		if got := book.Named(name); got != text {
			t.Errorf("%s is %q on paper and %q in its cell", name, text, got)
		}
	}
	_, days := under(book, "Participation", "Core")
	for _, row := range days {
		if len(row) > 4 && row[4] != "not noted" {
			t.Errorf("people at the edge: %q", row)
		}
	}
	for _, label := range []string{"Different members who came", "Attendances", "Guests", "Peripheral"} {
		if row := book.Find("Figures", label); row[1] != "not noted" {
			t.Errorf("the workbook's row: %q", row)
		}
	}
	head, rows := under(book, "Events", "Members")
	for _, row := range rows {
		if row[3] != "not noted" || row[4] != "not noted" {
			t.Errorf("an event's row: %q below %q", row, head)
		}
	}
	if len(rows) == 0 {
		t.Error("no event is listed")
	}
}

// Given a second round that too few answered, then the report rests on the first one and says so: its name, its day, that it
// lies before the period, why it isn't compared, and nothing of a measure that was taken from it.
func TestAReportOnAnEarlierRoundNamesIt(t *testing.T) {
	t.Parallel()
	snap := demoSnapshot(t)
	last := snap.Rounds[len(snap.Rounds)-1].ID
	for i := range snap.Returns {
		if snap.Returns[i].RoundID == last {
			snap.Returns[i].Returned = 4
		}
	}
	for i := range snap.Tallies {
		if tally := &snap.Tallies[i]; tally.RoundID == last {
			tally.Counts, tally.NoOpinion, tally.Better, tally.Same, tally.Worse = data.Counts{0, 1, 1, 1, 1}, 0, 1, 1, 1
		}
	}
	opt := options()
	opt.From, opt.Until = today.AddDays(-60), today
	closed := words.English().Date(snap.Rounds[0].ClosedOn)
	content, _ := write(t, "sponsor", snap, opt)
	report := flat(strings.Join(pagesOf(t, content), " "))
	for _, want := range []string{"Fewer than 5 answered in any other round of the health check; there is nothing to compare “Round 1” with yet.",
		"Asked until " + closed + ", before this period.", "Round 1, closed on " + closed + "."} {
		if !strings.Contains(report, want) {
			t.Errorf("the report lacks %q:\n%s", want, report)
		}
	}
	_, measure, _ := strings.Cut(report, "Use in my work 3.4 3.4 4.0")
	if strings.Contains(report, "This was the first") || !strings.HasPrefix(measure, " –") {
		t.Errorf("after the measure comes %.40q in\n%s", measure, report)
	}
	content, _ = write(t, "results", snap, opt)
	if row := sheettest.Open(t, content).Find("Measures", "Use in my work"); row[1] != row[3] || strings.Contains(strings.Join(row, " "), "behind") {
		t.Errorf("the workbook's row: %q", row)
	}
}

// Given one event without a register among others, then only it is not noted.
func TestOneEventWithoutARegister(t *testing.T) {
	t.Parallel()
	snap := demoSnapshot(t)
	var first data.Event
	for _, e := range snap.HeldEvents(today) {
		if first.ID == 0 || e.On < first.On {
			first = e
		}
	}
	snap.Attendance = slices.DeleteFunc(snap.Attendance, func(a data.Attendance) bool { return a.EventID == first.ID })
	content, _ := write(t, "results", snap, sinceTheStart())
	_, rows := under(sheettest.Open(t, content), "Events", "Members")
	for i, row := range rows {
		if (row[3] == "not noted") != (i == 0) {
			t.Errorf("row %d: %q", i, row)
		}
	}
	if got := figures(t, snap, sinceTheStart())["fig_attendances"]; got == "not noted" || got == "0" {
		t.Errorf("%s attendances", got)
	}
}

// Given a file begun today with a past brought into it, then a report tells of nothing, and of the past once the start was
// moved as Members offers (data/README.md, Levels).
func TestAMovedStartGivesTheReportItsPast(t *testing.T) {
	t.Parallel()
	snap := demoSnapshot(t)
	snap.Community.StartedOn = today
	if held := figures(t, snap, options())["fig_events_held"]; held != "0" {
		t.Fatalf("%s events since today", held)
	}
	snap.Community.StartedOn = snap.StartedTooLate(today)
	if held := figures(t, snap, sinceTheStart())["fig_events_held"]; held != "9" {
		t.Errorf("%s events since %s", held, snap.Community.StartedOn)
	}
	content, _ := write(t, "sponsor", snap, options())
	if report := flat(strings.Join(pagesOf(t, content), " ")); strings.Contains(report, "21 Nov 2026 to 21 Nov 2026") || !strings.Contains(report, "members came") {
		t.Errorf("the report says\n%.1500s", report)
	}
}
