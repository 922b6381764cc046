package reports_test

import (
	"bytes"
	"context"
	"fmt"
	netmail "net/mail"
	"regexp"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/words"
	"copleader/reports"
	"copleader/reports/mail"
)

// addressed is the demo in which some have an address: every second member, and
// the sponsors.
func addressed(t *testing.T) *data.Snapshot {
	t.Helper()
	snap := demoSnapshot(t)
	for i := range snap.Members {
		snap.Members[i].Email = ""
		if i%2 == 0 {
			snap.Members[i].Email = fmt.Sprintf("m%d@example.org", i)
		}
	}
	for i := range snap.Sponsors {
		snap.Sponsors[i].Email = fmt.Sprintf("s%d@example.org", i)
	}
	return snap
}

func letter(t *testing.T, name string, snap *data.Snapshot, opt reports.Options) reports.Letter {
	t.Helper()
	l, err := reports.LetterFor(snap, name, opt)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return l
}

func TestGroupsDoNotSeeOneAnother(t *testing.T) {
	snap := addressed(t)
	snap.Rounds[1].ClosedOn = 0
	for _, name := range []string{"announce", "minutes", "digest", "page", "group", "calendar"} {
		l := letter(t, name, snap, options())
		if len(l.To) != 0 || len(l.Bcc) != 12 || l.Without != 11 {
			t.Errorf("%s goes to %d, hidden to %d, %d have no address", name, len(l.To), len(l.Bcc), l.Without)
		}
		if l.Subject == "" || strings.TrimSpace(l.Text) == "" || strings.Contains(l.Text, "**") || strings.Contains(l.Text, `\`) {
			t.Errorf("%s reads %q:\n%s", name, l.Subject, l.Text)
		}
	}
	if l := letter(t, "sponsor", snap, options()); len(l.To) != 2 || len(l.Bcc) != 0 {
		t.Errorf("the sponsors' letter goes to %v, hidden to %v", l.To, l.Bcc)
	}
}

// Given addresses that the form takes, then a letter reaches them, and whom it can't reach is named.
func TestALetterReachesEveryAddressOrNamesThePerson(t *testing.T) {
	snap, opt := addressed(t), options()
	snap.Members[0].Email, snap.Members[1].Email, snap.Members[2].Email = "s.o'brien+x@example.org", "ute@büro.example", "δοκιμή@example.org"
	l := letter(t, "digest", snap, opt)
	var to []string
	for _, p := range l.Bcc {
		to = append(to, p.Email)
	}
	if !slices.Contains(to, "s.o'brien+x@example.org") || !slices.Contains(to, "ute@xn--bro-hoa.example") {
		t.Errorf("to %v", to)
	}
	if !slices.Equal(l.Unreached, []string{snap.Members[2].Name}) {
		t.Errorf("unreached %v", l.Unreached)
	}
	draft, err := l.Draft(t.Context(), held{snap})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := draft.Write(&out); err != nil {
		t.Fatal(err)
	}
	var got []string
	python(t, "email", `
import sys, json, email
from email import policy
m = email.message_from_binary_file(sys.stdin.buffer, policy=policy.default)
print(json.dumps([a.addr_spec for a in m['bcc'].addresses]))
`, out.Bytes(), &got)
	if !slices.Equal(got, to) {
		t.Errorf("python reads %v of %v", got, to)
	}
	opt.MemberID = snap.Members[1].ID
	if own := letter(t, "person", snap, opt); len(own.Leaving(snap).Refused) > 0 {
		t.Errorf("what is known of a person is refused to them: %v", own.Leaving(snap).Refused)
	}
}

func TestAnInvitationGoesToThoseWhoHaveNotReplied(t *testing.T) {
	snap := addressed(t)
	snap.Rounds[1].ClosedOn, snap.Rounds[1].ClosesOn = 0, today.AddDays(5)
	snap.Invitations = nil
	for i, m := range snap.Members[:6] {
		snap.Invitations = append(snap.Invitations, data.Invitation{ID: int64(i + 1), RoundID: snap.Rounds[1].ID, MemberID: m.ID, Replied: i == 0})
	}
	l := letter(t, "survey", snap, options())
	if got := fmt.Sprint(l.Bcc); got != "[{Ελένη Παπαδοπούλου m2@example.org} {Олена Шевченко m4@example.org}]" || l.Without != 3 {
		t.Errorf("goes to %s, %d have no address", got, l.Without)
	}
	for _, needed := range []string{snap.Rounds[1].Code, "26 Nov 2026", "5 minutes", "confidential, not anonymous", "Where fewer than 5"} {
		if !strings.Contains(l.Text, needed) {
			t.Errorf("the invitation does not say %q:\n%s", needed, l.Text)
		}
	}
	if !slices.Equal(l.Attached, []string{"survey"}) {
		t.Errorf("attached: %v", l.Attached)
	}
	snap.Rounds[1].ClosedOn = today
	if _, err := reports.LetterFor(snap, "survey", options()); !data.IsCode(err, data.CodeNothing) {
		t.Errorf("without an open round: %v", err)
	}
}

func TestSponsorsGetAtMost120Words(t *testing.T) {
	snap := addressed(t)
	written := func(lines, asks string) {
		snap.Reports = []data.SponsorReport{{ID: 1, From: today.AddDays(-90), Until: today, Lines: lines, Asks: asks}}
	}
	written("More people help one another.\nThe rhythm suffers.\nWe ask for time.", "Two protected hours a month")
	l := letter(t, "sponsor", snap, options())
	for _, needed := range []string{"More people help one another.", "The rhythm suffers.", "Two protected hours", "23 members", "15 of 23", "Zoë Marchand-Núñez", "Πυξίδα"} {
		if !strings.Contains(l.Text, needed) {
			t.Errorf("the letter does not say %q:\n%s", needed, l.Text)
		}
	}
	for _, long := range []string{strings.Repeat("many words ", 300), strings.Repeat("很多字", 700), strings.Repeat("a ", 990)} {
		written(long+"\n"+long+"\n"+long, long)
		snap.Community.Name = strings.Repeat("a ", 30)
		for _, name := range []string{"sponsor", "results"} {
			l := letter(t, name, snap, options())
			if n := len(strings.Fields(l.Text)); n > 120 || n < 20 || len([]rune(l.Text)) > 1500 {
				t.Errorf("%s: %d words, %d letters", name, n, len([]rune(l.Text)))
			}
		}
	}
}

// Given asks of a sentence each, then the letter has at most 120 words, and each of its
// parts is whole or left out: no line ends in "…", and no quotation stays open.
func TestALetterLeavesOutWholeThings(t *testing.T) {
	snap := addressed(t)
	asks := []string{"Agree that every tester may spend two hours a month of paid working time on the community, in all five units, from January",
		"Pay the room and camera for the hybrid sessions in Berlin, Lisbon and Shanghai in the coming year", "Name a second sponsor"}
	snap.Items = slices.DeleteFunc(snap.Items, func(i data.Item) bool { return i.Kind == data.KindSponsorAsk })
	for i, ask := range asks {
		snap.Items = append(snap.Items, data.Item{ID: int64(800 + i), Kind: data.KindSponsorAsk, Title: ask, Column: data.ColumnIdea, Due: today.AddDays(30)})
	}
	for _, name := range []string{"sponsor", "results"} {
		text := letter(t, name, snap, options()).Text
		wants(t, name, flat(text), "What improved: Clearly up in the health check: “Helping one another”, “Working across teams”, “A shared direction” and “A common way of working”.",
			"What worries us: 8 of 15 lack protected time (“Time and backing”).", asks[0]+" – to be decided by", " more, attached")
		if strings.Contains(text, "…") || strings.Count(text, "“") != strings.Count(text, "”") || len(strings.Fields(text)) > 120 {
			t.Errorf("%s, %d words:\n%s", name, len(strings.Fields(text)), text)
		}
	}
	snap.Items = slices.DeleteFunc(snap.Items, func(i data.Item) bool { return i.Kind == data.KindSponsorAsk })
	snap.Reports = []data.SponsorReport{{ID: 1, From: today.AddDays(-90), Until: today, Lines: strings.Repeat("word ", 150) + "\nThe rhythm suffers.", Asks: asks[2]}}
	text := letter(t, "sponsor", snap, options()).Text
	wants(t, "a line too long", flat(text), "What improved: see what is attached", "What worries us: The rhythm suffers.", asks[2], "Good day Amélie Fournier", "Next: Second lightning round")
}

// Given an event of which nothing is written down yet, then no letter says that it tells what was decided; once it is, both do.
func TestALetterWithUnwrittenMinutesSaysSo(t *testing.T) {
	snap := addressed(t)
	for name, want := range map[string][2]string{"minutes": {"is not written down yet", "here is what we said and decided"}, "minutes-pdf": {"are not written yet", "What we decided"}} {
		if text := flat(letter(t, name, snap, options()).Text); !strings.Contains(text, want[0]) || strings.Contains(text, "ecided") {
			t.Errorf("%s, unwritten:\n%s", name, text)
		}
		written := *snap
		written.Minutes = append(slices.Clone(snap.Minutes), data.Minutes{ID: 900, EventID: snap.Events[8].ID, Decisions: "Begin earlier"})
		wants(t, name, flat(letter(t, name, &written, options()).Text), want[1])
	}
}

// Given a period that begins after the last round was closed, then the letter says of which day the round is, that it lies before, and how
// many answered, with all that is in a letter of a longer period.
func TestALetterOnAnEarlierRoundSaysHowManyAnswered(t *testing.T) {
	snap, opt := addressed(t), options()
	opt.From, opt.Until = today.AddDays(-5), today
	for _, name := range []string{"sponsor", "results"} {
		text := letter(t, name, snap, opt).Text
		wants(t, name, flat(text), "Health check of 14 Nov 2026, before this period: 15 of 23 answered.", "What improved: Clearly up", "What worries us: 8 of 15",
			"Two protected hours", "Next: Second lightning round", "Good day Amélie Fournier")
		if n := len(strings.Fields(text)); n > 120 || strings.Count(text, "before this period") != 1 {
			t.Errorf("%s, %d words:\n%s", name, n, text)
		}
	}
}

func TestWhatTellsAboutFewerThanTheThresholdIsRefused(t *testing.T) {
	snap := addressed(t)
	said := func(l reports.Letter) string {
		leaving := l.Leaving(snap)
		var reasons []string
		for _, reason := range leaving.Refused {
			reasons = append(reasons, words.English().Of(reason))
		}
		return strings.Join(reasons, " | ")
	}
	opt := options()
	for _, name := range []string{"roster", "roster-csv", "roster-vcf"} {
		opt.Roster = nil
		if got := said(letter(t, name, snap, opt)); got != "" {
			t.Errorf("%s of everyone is refused: %s", name, got)
		}
		opt.Roster = []int64{snap.Members[0].ID, snap.Members[1].ID, snap.Members[2].ID, snap.Members[3].ID}
		if got := said(letter(t, name, snap, opt)); !strings.Contains(got, "only 4 people") {
			t.Errorf("%s of four people: %q", name, got)
		}
		l := letter(t, name, snap, opt)
		if _, err := l.Draft(context.Background(), held{snap}); !data.IsCode(err, data.CodeInvalid) {
			t.Errorf("%s of four people becomes a draft: %v", name, err)
		}
	}
	opt = options()
	if got := said(letter(t, "group", snap, opt)); got != "" {
		t.Errorf("the results of fifteen are refused: %s", got)
	}
	for i := range snap.Returns {
		snap.Returns[i].Returned = 4
	}
	for _, card := range data.Deck {
		setCounts(snap, 1, card.Card, data.Counts{0, 1, 1, 1, 1})
	}
	opt.RoundID = 2
	if got := said(letter(t, "group", snap, opt)); !strings.Contains(got, "Only 4 answered") {
		t.Errorf("the results of four: %q", got)
	}
	opt.MemberID = snap.Members[2].ID
	l := letter(t, "person", snap, opt)
	if got := said(l); got != "" || fmt.Sprint(l.To) != "[{Ελένη Παπαδοπούλου m2@example.org}]" {
		t.Errorf("the person does not get their own: %v, %s", l.To, got)
	}
	l.Bcc = []mail.Person{{Email: "spy@example.org"}}
	if got := said(l); !strings.Contains(got, "one person") {
		t.Errorf("another reader gets it too: %q", got)
	}
}

func TestConfidentialMinutesStayAmongThoseWhoWereThere(t *testing.T) {
	snap := addressed(t)
	clinic := &snap.Events[6]
	clinic.Confidential = true
	opt := options()
	opt.EventID = clinic.ID
	l := letter(t, "minutes", snap, opt)
	if len(l.Bcc)+l.Without != 7 {
		t.Errorf("seven were there, it goes to %d and %d have no address", len(l.Bcc), l.Without)
	}
	if refused := l.Leaving(snap).Refused; len(refused) != 0 {
		t.Errorf("refused: %v", refused)
	}
	l.To = []mail.Person{{Name: "Amélie Fournier", Email: "s0@example.org"}}
	if refused := l.Leaving(snap).Refused; len(refused) != 1 || !strings.Contains(words.English().Of(refused[0]), "Amélie Fournier was not") {
		t.Errorf("a sponsor gets them: %v", refused)
	}
}

func TestBeforeSendingItSaysWhatLeaves(t *testing.T) {
	snap := addressed(t)
	say := words.English()
	for _, doc := range reports.AllDocuments() {
		opt := everyOption(snap)
		snap.Rounds[1].ClosedOn = today
		if doc.Name == "survey" {
			snap.Rounds[1].ClosedOn = 0
		}
		l := letter(t, doc.Name, snap, opt)
		leaving := l.Leaving(snap)
		if len(leaving.Files) == 0 || say.Of(leaving.Readers) == "" {
			t.Errorf("%s: %+v", doc.Name, leaving)
			continue
		}
		for _, f := range leaving.Files {
			if say.Of(f.Title) == "" || say.Of(f.Holds) == "" || say.Of(f.Names) == "" {
				t.Errorf("%s: %+v", doc.Name, f)
			}
		}
	}
}

func TestADraftCarriesTheLetterAndItsFiles(t *testing.T) {
	snap := addressed(t)
	l := letter(t, "announce", snap, options())
	d, err := l.Draft(context.Background(), held{snap})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Attachments) != 1 || d.Attachments[0].Name != "Πυξίδα – calendar – 2026-12-05.ics" || len(d.Bcc) != len(l.Bcc) || d.Subject != "Second lightning round: 5 Dec 2026, 16:00" {
		t.Errorf("%q, %d files, %d readers", d.Subject, len(d.Attachments), len(d.Bcc))
	}
	cal := calendarBy(t, "icalendar", d.Attachments[0].Content)
	if len(cal.Events) != 1 || cal.Events[0].Summary != "Second lightning round" {
		t.Errorf("the calendar holds %+v", cal)
	}
	var twice [2]bytes.Buffer
	for i := range twice {
		d, err := l.Draft(context.Background(), held{snap})
		if err != nil {
			t.Fatal(err)
		}
		if err := d.Write(&twice[i]); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(twice[0].Bytes(), twice[1].Bytes()) {
		t.Error("two drafts of the same letter differ")
	}
	m, err := netmail.ReadMessage(&twice[0])
	if err != nil {
		t.Fatal(err)
	}
	if m.Header.Get("Date") != "Sat, 21 Nov 2026 00:00:00 +0000" {
		t.Errorf("dated %s", m.Header.Get("Date"))
	}
}

// sentences end so.
var sentences = regexp.MustCompile(`[.?](\s|$)`)

// Given any document, then its letter says in whole sentences what it is for this reader and what to do with it, greets, tells what
// is attached, and is signed; where it is about an event, or one comes, the hour and the place are told.
func TestALetterSaysWhatItIsFor(t *testing.T) {
	t.Parallel()
	for _, doc := range reports.AllDocuments() {
		snap := addressed(t)
		if doc.Name == "survey" {
			snap.Rounds[1].ClosedOn = 0
		}
		snap.Events = append(snap.Events, data.Event{ID: 70, Title: "Round 3", Format: "health_check_session", On: today.AddDays(40), Start: 9 * 60, Minutes: 90,
			TimeZone: snap.Community.TimeZone, Place: "Cellar", Status: data.StatusPlanned})
		l := letter(t, doc.Name, snap, everyOption(snap))
		if doc.Name != "invite" && (!strings.HasPrefix(l.Text, "Good day") || len(sentences.FindAllString(l.Text, -1)) < 2) {
			t.Errorf("%s does not say what it is for:\n%s", doc.Name, l.Text)
		}
		if strings.Contains(l.Text, "something from our community") || strings.Contains(l.Text, "%!") {
			t.Errorf("%s:\n%s", doc.Name, l.Text)
		}
		if len(l.Attached) > 0 && doc.Name != "invite" && !strings.Contains(strings.ToLower(l.Text), "attached") {
			t.Errorf("%s does not say what is attached (%v):\n%s", doc.Name, l.Attached, l.Text)
		}
		want := map[string]string{"kit": "It is for: Second lightning round · Saturday, 5 Dec 2026, 16:00–17:00", "calendar": "Next: Second lightning round · Saturday, 5 Dec 2026, 16:00–17:00",
			"year": "Next: Second", "page": "Next: Second", "invite-png": "Next: Second", "cards": "Next: Round 3", "ballots": "Cellar"}[doc.Name]
		if !strings.Contains(l.Text, want) {
			t.Errorf("%s lacks %q:\n%s", doc.Name, want, l.Text)
		}
	}
	opt := options()
	opt.Blank = true
	if l := letter(t, "poster", addressed(t), opt); !strings.Contains(l.Text, "empty canvas") {
		t.Errorf("the empty poster's letter:\n%s", l.Text)
	}
}

// Given a round on which nobody's views split, then its letter promises no page of where we differ; given asks and a third line of
// the leader's, then "What we ask" is said once.
func TestALetterPromisesWhatIsThere(t *testing.T) {
	t.Parallel()
	snap := addressed(t)
	if text := letter(t, "group", snap, options()).Text; !strings.Contains(text, "where we differ") {
		t.Errorf("the demo's letter:\n%s", text)
	}
	setCounts(snap, 1, "support", data.Counts{0, 1, 3, 7, 4})
	if text := letter(t, "group", snap, options()).Text; strings.Contains(text, "where we differ") {
		t.Errorf("without a split:\n%s", text)
	}
	snap.Reports = []data.SponsorReport{{ID: 1, From: today.AddDays(-90), Until: today, Lines: "Better.\nWorse.\nTime for all testers.", Asks: "Two protected hours a month"}}
	if text := letter(t, "sponsor", snap, options()).Text; strings.Count(text, "What we ask") != 1 || !strings.Contains(text, "Two protected hours a month – to be decided by") {
		t.Errorf("the sponsors' letter:\n%s", text)
	}
}
