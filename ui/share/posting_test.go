package share

import (
	"context"
	"errors"
	"net/mail"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/ui/desk"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// withAddresses gives the demo's sponsors addresses, and takes those of its last members.
func withAddresses(t testing.TB, b *bench) {
	t.Helper()
	ctx := context.Background()
	for _, sponsor := range b.Read().Sponsors {
		sponsor.Email = "s" + string(rune('0'+sponsor.ID)) + "@example.org"
		if err := store.Rows(b.Store, store.Sponsors).Save(ctx, &sponsor); err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range b.Read().Members[20:] {
		if err := store.Rows(b.Store, store.Members).Change(ctx, m.ID, store.Visit{Field: "email"}, func(m *data.Member) { m.Email = "" }); err != nil {
			t.Fatal(err)
		}
	}
}

// draft reads the message that lies ready.
func (b *bench) draft(document string) *mail.Message {
	b.T.Helper()
	f, err := os.Open(filepath.Join(b.folder, "mail-"+document, "message.eml"))
	if err != nil {
		b.T.Fatal(err)
	}
	b.T.Cleanup(func() { _ = f.Close() })
	m, err := mail.ReadMessage(f)
	if err != nil {
		b.T.Fatal(err)
	}
	return m
}

// Given the results, when they are mailed, then what leaves is shown first, the draft goes to the sponsors with the workbook, and
// that it was sent is noted only when the leader says so.
func TestMailResultsToSponsors(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	withAddresses(t, b)
	contacts := len(b.Read().Contacts)
	b.TapNode(b.ByID("button", "mail.results"))
	b.Want("E-mail “Results workbook”", "This leaves your computer", "Πυξίδα – results workbook – 2026-11.xlsx", "2 readers, who see one another")
	if _, err := os.Stat(filepath.Join(b.folder, "mail-results")); err == nil {
		t.Error("something was made before it was wanted")
	}
	b.Type("Subject", "Half a year of testing")
	b.TapNode(b.ByID("button", "mail.open"))
	m := b.draft("results")
	if got := m.Header.Get("Subject"); got != "Half a year of testing" {
		t.Errorf("the subject is %q", got)
	}
	if got := m.Header.Get("X-Unsent"); got != "1" {
		t.Errorf("X-Unsent is %q", got)
	}
	if to, err := m.Header.AddressList("To"); err != nil || len(to) != 2 {
		t.Errorf("to %v, %v", to, err)
	}
	made(t, filepath.Join(b.folder, "mail-results", "Πυξίδα – results workbook – 2026-11.xlsx"), "PK")
	b.handedOver("Half a year of testing")
	if n := len(b.Read().Contacts); n != contacts {
		t.Errorf("%d contacts are noted, nothing was sent yet", n-contacts)
	}
	b.Want("Some desktops leave files out", "With it go: Πυξίδα – results workbook – 2026-11.xlsx")
	b.TapNode(b.ByID("button", "handed.sent"))
	s := b.Read()
	if len(s.Contacts) != contacts+2 || s.Contacts[contacts].On != datatest.Today {
		t.Errorf("contacts are %+v", s.Contacts[contacts:])
	}
}

// handedOver sees that the results were handed to the mail program, with their readers, text and workbook.
func (b *bench) handedOver(subject string) {
	b.T.Helper()
	if n := len(b.Mailer.Letters); n != 1 {
		b.T.Fatalf("%d letters were handed over", n)
	}
	l, folder := b.Mailer.Letters[0], filepath.Join(b.folder, "mail-results")
	if l.Subject != subject || len(l.To) != 2 || l.To[0].Name == "" || len(l.Bcc) != 0 || !strings.HasPrefix(l.Text, "Good day Amélie") {
		b.T.Errorf("handed over %+v", l)
	}
	if l.Draft != filepath.Join(folder, "message.eml") || !slices.Equal(l.Files, []string{filepath.Join(folder, "Πυξίδα – results workbook – 2026-11.xlsx")}) {
		b.T.Errorf("handed over the files %v, the draft %s", l.Files, l.Draft)
	}
}

// Given the announcement, then its readers don't see one another, those without an address are counted, and once sent it stands
// at its event.
func TestMailAnnouncement(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	withAddresses(t, b)
	before := len(b.Read().Announcements)
	b.screen.Arrive(kit.Paper{Document: "announce", Mail: true})
	b.Want("readers, who don't see one another", "more are meant, whose addresses are not known.", "Πυξίδα – calendar – 2026-12-05.ics")
	b.TapNode(b.ByID("button", "mail.copy"))
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(got, "Six more short talks") {
		t.Errorf("copied is %q", got)
	}
	b.TapNode(b.ByID("button", "mail.show"))
	if len(b.Files.Opened) != 1 || b.Files.Opened[0] != filepath.Join(b.folder, "mail-announce") {
		t.Errorf("opened %v", b.Files.Opened)
	}
	if len(b.Mailer.Letters) != 0 {
		t.Error("a mail program was asked")
	}
	b.Want("The draft and its files lie in " + filepath.Join(b.folder, "mail-announce"))
	m := b.draft("announce")
	if m.Header.Get("To") != "" || !strings.Contains(m.Header.Get("Bcc"), "m13@meridian.example") {
		t.Errorf("to %q, bcc %q", m.Header.Get("To"), m.Header.Get("Bcc"))
	}
	b.TapNode(b.ByID("button", "handed.sent"))
	if s := b.Read(); len(s.Announcements) != before+1 || s.Announcements[before].EventID == 0 {
		t.Errorf("announcements are %+v", s.Announcements)
	}
}

// Given addresses that are none, then the field says so and nothing is made; read again as they are typed.
func TestMailToNoAddress(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	withAddresses(t, b)
	b.TapNode(b.ByID("button", "mail.results"))
	b.Type("To; they see one another", "Ann <ann@example.org>\nnobody")
	b.Want("Line 2 is no e-mail address.")
	b.TapNode(b.ByID("button", "mail.open"))
	if len(b.Mailer.Letters) != 0 {
		t.Error("a letter was handed over")
	}
	b.Type("To; they see one another", "Ann <ann@example.org>")
	b.Want("1 reader: Ann")
}

// Given a round that fewer answered than may be told about, then what was said in it may not leave.
func TestRefusedMail(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	few := data.Round{Code: "FEW-1", Name: "Few", Scale: data.Agreement5, OpenedOn: datatest.Today, Invited: 9, MinGroup: 5}
	if err := b.Store.StartRound(context.Background(), &few, []string{"growth"}); err != nil {
		t.Fatal(err)
	}
	if err := b.Store.EnterTally(context.Background(), data.Tally{RoundID: few.ID, Card: "growth", Channel: data.FromRoom, Counts: data.Counts{0, 0, 1, 2, 0}}); err != nil {
		t.Fatal(err)
	}
	if err := b.Store.CloseRound(context.Background(), few.ID); err != nil {
		t.Fatal(err)
	}
	b.screen.Arrive(kit.Paper{Document: "group", RoundID: few.ID, Mail: true})
	b.Want("does not leave this computer by mail")
	for _, id := range []string{"mail.open", "mail.show", "mail.copy"} {
		button := b.ByID("button", id)
		if d, ok := button.Object.(fyne.Disableable); !ok || !d.Disabled() {
			t.Errorf("%s is offered all the same", id)
		}
		b.TapNode(button)
	}
	if len(b.Files.Opened) != 0 || len(b.Mailer.Letters) != 0 {
		t.Error("it was opened all the same")
	}
}

func TestPeople(t *testing.T) {
	t.Parallel()
	list, wrong := people(" Ann <ann@example.org>\n\nbob@example.org\n王晓梅 < w@example.org >\n")
	if wrong != 0 || len(list) != 3 || list[0].Name != "Ann" || list[1].Email != "bob@example.org" || list[2].Name != "王晓梅" || list[2].Email != "w@example.org" {
		t.Errorf("%+v, %d", list, wrong)
	}
	for text, want := range map[string]int{"": 0, "Ann": 1, "a@b.org\nBcc: x": 2, "Ann <>": 1} {
		if _, wrong := people(text); wrong != want {
			t.Errorf("%q: line %d, want %d", text, wrong, want)
		}
	}
}

// Given the sponsors' report, when the leader's part is written, then it is kept and the last one's words stand beside it.
func TestWriteThePartOfTheReport(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	old := data.SponsorReport{From: datatest.Today.AddDays(-200), Until: datatest.Today.AddDays(-110), Lines: "We began.", Asks: "Two hours", SentOn: datatest.Today.AddDays(-109)}
	if err := store.Rows(b.Store, store.Reports).Save(context.Background(), &old); err != nil {
		t.Fatal(err)
	}
	before := len(b.Read().Reports)
	b.Fire("share.open.sponsor")
	b.TapNode(b.ByID("button", "reader.words"))
	b.Want("Your part of the report", "Last time: We began.", " · Last time: Two hours")
	b.Type("Risks", "The leader has 3 hours")
	b.Tap("Save")
	s := b.Read()
	if len(s.Reports) != before+1 || s.Reports[before].Risks != "The leader has 3 hours" {
		t.Errorf("reports are %+v", s.Reports)
	}
}

// TestPostingPicture draws a letter before it leaves, to be looked at.
func TestPostingPicture(t *testing.T) {
	if !uitest.KeepsPictures() {
		t.Skip("no folder for pictures is named")
	}
	b := open(t, datatest.Demo(t), uitest.Options{})
	withAddresses(t, b)
	b.TapNode(b.ByID("button", "mail.results"))
	b.Keep("share-mail")
}

// Given what a mail program may answer, then the window says which way the letter went and whether it answered, and never that nothing
// is left to do.
func TestHanded(t *testing.T) {
	t.Parallel()
	for o, want := range map[desk.Outcome]string{
		{}:                                       "No program here opens the message.",
		{Way: desk.ByPortal, Answer: desk.Taken}: "Your mail program has the message.",
		{Way: desk.ByPortal, Answer: desk.Cancelled}:  "You put the message aside",
		{Way: desk.ByPortal, Answer: desk.NoAnswer}:   "has not answered yet",
		{Way: desk.ByThunderbird, Answer: desk.Taken}: "Thunderbird has the message.",
		{Way: desk.ByXdgEmail, Answer: desk.Taken}:    "Your mail program has the message.",
		{Way: desk.ByMAPI, Answer: desk.Taken}:        "Your mail program has the message.",
		{Way: desk.ByMAPI, Answer: desk.Closed}:       "you sent it, or kept it there.",
		{Way: desk.ByMAPI, Answer: desk.Cancelled}:    "You put the message aside",
		{Way: desk.ByDraft, Answer: desk.Taken}:       "The draft was opened like any file;",
	} {
		for _, files := range []bool{false, true} {
			got := Handed(words.English(), o, files)
			if o == (desk.Outcome{Way: desk.ByPortal, Answer: desk.Taken}) && files {
				want = "please look there whether they are attached"
			}
			if !strings.Contains(got, want) || strings.Contains(got, "attach") && !files {
				t.Errorf("%+v: %q, want %q", o, got, want)
			}
		}
	}
}

// Given no program that opens the message, then the window says so, and still gives the text as edited and shows the files; what fills
// no report is not offered to be noted.
func TestMailWithoutAProgram(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Mailer.Outcome = desk.Outcome{}
	b.TapNode(b.ByID("button", "mail.digest"))
	b.Type("Text", "News, as edited")
	b.TapNode(b.ByID("button", "mail.open"))
	b.Want("No program here opens the message.")
	b.WantNot("Note that it was sent")
	b.TapNode(b.ByID("button", "handed.copy"))
	if got := fyne.CurrentApp().Clipboard().Content(); got != "News, as edited" {
		t.Errorf("copied is %q", got)
	}
	b.TapNode(b.ByID("button", "handed.show"))
	if want := filepath.Join(b.folder, "mail-digest"); len(b.Files.Opened) != 1 || b.Files.Opened[0] != want {
		t.Errorf("opened %v", b.Files.Opened)
	}
	b.Keep("share-mail-handed")
	b.TapNode(b.ByID("button", "handed.close"))
	b.WantNot("No program here opens the message.")
}

// Given letters of thanks, when they are mailed without saying whose, then the dialog lets choose, and the letter becomes that one's.
func TestChooseWhoseThanksAreMailed(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.screen.Arrive(kit.Paper{Document: "thanks", Mail: true})
	b.Want("Choose whom this one is for", "For whom")
	zoe := b.Read().Members[0]
	b.Choose("For whom", zoe.Name)
	b.Want("1 reader: " + zoe.Name)
	b.Tap("Open in the mail program")
	if len(b.Mailer.Letters) != 1 {
		t.Errorf("%d letters were handed over", len(b.Mailer.Letters))
	}
}

// Given a letter to everybody, then its readers leave subject and text in sight.
func TestManyReadersLeaveTheTextInSight(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Fire("share.mail.digest")
	if n := strings.Count(b.Field("Readers, who don't see one another").Text, "@"); n < 20 {
		t.Fatalf("it goes to %d", n)
	}
	foot := b.Find("Open in the mail program").At.Y
	for _, field := range []string{"Subject", "Text"} {
		if n := b.Field(field); n.At.Y+60 > foot {
			t.Errorf("%s stands at %v, below the foot at %v", field, n.At, foot)
		}
	}
}

// Given a letter that is handed over, then that the mail program is asked is said until it has answered, not after. Where nothing shows
// folders, it is said what lies where, in words.
func TestTheMailProgramIsAskedUntilItAnswers(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	withAddresses(t, b)
	b.screen.Arrive(kit.Paper{Document: "announce", Mail: true})
	b.TapNode(b.ByID("button", "mail.open"))
	if n := b.LastNotice(); len(b.Mailer.Letters) != 1 || n != "" {
		t.Errorf("once there is an answer to %d letters it says %q", len(b.Mailer.Letters), n)
	}
	b.Files.OpenError = errors.New("nothing does")
	b.TapNode(b.ByID("button", "handed.show"))
	if n, want := b.LastNotice(), "The letter and its files lie in "+filepath.Join(b.folder, "mail-announce")+"."; !strings.Contains(n, want) {
		t.Errorf("it says %q", n)
	}
}
