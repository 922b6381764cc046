package reports_test

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports"
	"copleader/reports/sheet/sheettest"
)

// said fails unless a text holds all of these.
func said(t *testing.T, title, text string, all ...string) {
	t.Helper()
	for _, one := range all {
		if !strings.Contains(text, one) {
			t.Errorf("%s does not say %q:\n%s", title, one, text)
		}
	}
}

func textFileOf(t *testing.T, name string, snap *data.Snapshot, opt reports.Options) string {
	t.Helper()
	content, _ := write(t, name, snap, opt)
	return string(content)
}

func TestThePageTellsAllThatIsPublic(t *testing.T) {
	snap := demoSnapshot(t)
	snap.Minutes[0].Text, snap.Minutes[0].Decisions = "We drew the canvas.\nIt hangs in the hall.", "Meet every third week\nPublish all minutes"
	text := textFileOf(t, "page", snap, options())
	said(t, "the page", text, "# Πυξίδα\n", "**Leader:** Zoë Marchand-Núñez", "Łukasz Wiśniewski, Ελένη Παπαδοπούλου and Søren Ødegaard",
		"Amélie Fournier · Engineering director", "## Charter\n", "### Purpose\n", "- A place to ask when a test suite is stuck",
		"## Dates\n", "Saturday, 5 Dec 2026, 16:00–17:00 (time in Berlin): Second lightning round · Room Halley",
		"## Board\n", "- Accessibility test checklist (Standard): Олена Шевченко", "Kata evening for beginners (Event idea). A good first contribution",
		"## How we shall know\n", "Use in my work · at the start: 3.4 · now: 3.7 · target: 4.0",
		"## Log\n", "- 14 Nov 2026: Health check “Round 2”: 15 of 23 answered", "Agreed: version 2 of our charter (Mandate added)",
		"## Minutes\n", "### 30 May 2026: Kick-off: shape our vision", "We drew the canvas.  \nIt hangs in the hall.", "- Publish all minutes")
	if strings.Contains(text, "hours") && strings.Contains(text, "of 37.5") {
		t.Error("the page tells what the leader was promised")
	}
	before := strings.Index(text, "## Log")
	if at := strings.Index(text, "### 3 Oct 2026"); at < before || strings.Index(text, "### 30 May 2026") < at {
		t.Error("the minutes do not stand below the log, the latest first")
	}
}

func TestThePageForABrowserIsTheSamePage(t *testing.T) {
	snap := demoSnapshot(t)
	snap.Items[0].Title, snap.Items[0].Links = "<script>alert(1)</script> & *stars*", data.Lines{"https://example.org/a?b=1&c=2"}
	content, _ := write(t, "page-html", snap, options())
	var page struct {
		Lang, Title, Text string
		Links             []string
		Open              int
		Scripts           int
	}
	python(t, "html.parser", `
import sys, json
from html.parser import HTMLParser
class Reader(HTMLParser):
    def __init__(self):
        super().__init__(); self.stack=[]; self.text=''; self.links=[]; self.lang=''; self.scripts=0; self.title=''
    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag == 'html': self.lang = a.get('lang')
        if tag == 'a': self.links.append(a.get('href'))
        if tag == 'script' or any(k.startswith('on') for k in a): self.scripts += 1
        if tag not in ('meta', 'br', 'hr', 'img', 'link'): self.stack.append(tag)
    def handle_endtag(self, tag):
        if self.stack and self.stack[-1] == tag: self.stack.pop()
        else: self.stack.append('!' + tag)
    def handle_data(self, d):
        if 'title' in self.stack: self.title += d
        elif 'style' not in self.stack: self.text += d
r = Reader(); r.feed(sys.stdin.buffer.read().decode('utf-8'))
print(json.dumps(dict(Lang=r.lang, Title=r.title, Text=r.text, Links=r.links, Open=len(r.stack), Scripts=r.scripts)))
`, content, &page)
	if page.Lang != "en" || page.Title != "Πυξίδα" || page.Open != 0 || page.Scripts != 0 {
		t.Errorf("language %q, title %q, %d tags open or out of place, %d scripts", page.Lang, page.Title, page.Open, page.Scripts)
	}
	said(t, "the page", page.Text, "<script>alert(1)</script> & *stars*", "Second lightning round", "A place to ask when a test suite is stuck",
		"Zoë Marchand-Núñez", "As of 21 Nov 2026.")
	if !slices.Contains(page.Links, "https://example.org/a?b=1&c=2") || slices.ContainsFunc(page.Links, func(l string) bool { return !strings.HasPrefix(l, "https://") }) {
		t.Errorf("links: %q", page.Links)
	}
}

func TestTheDigestTellsItsPeriodAndKeepsConfidences(t *testing.T) {
	snap := demoSnapshot(t)
	clinic := &snap.Events[6]
	clinic.Confidential = true
	opt := options()
	opt.From, opt.Until = clinic.On.AddDays(-10), clinic.On.AddDays(25)
	text := textFileOf(t, "digest", snap, opt)
	said(t, "the digest", text, "23 Sep 2026 to 28 Oct 2026", "- 3 Oct 2026: Problem clinic\n", "- 24 Oct 2026: Accessibility checks by hand",
		"## Thank you\n", "- for speaking: Łukasz Wiśniewski", "Second lightning round", "## Where you can help\n\n- Slow interface suite in Payments\n- Kata evening for beginners")
	// Who leads and signs it thanks nobody of the same name.
	for _, other := range []string{"Two stuck test suites", "Half-year retrospective", "Round 2", "minutes: Wiki", "Zoë Marchand-Núñez"} {
		if strings.Contains(text, other) {
			t.Errorf("the digest of October tells %q:\n%s", other, text)
		}
	}
	opt.From = opt.Until.AddDays(1)
	var out bytes.Buffer
	if _, err := reports.Write(context.Background(), "digest", held{snap}, opt, &out); !data.IsCode(err, data.CodeInvalid) {
		t.Errorf("a period that ends before it begins gives %v", err)
	}
}

func TestMinutesHoldAllThatIsKnown(t *testing.T) {
	snap := demoSnapshot(t)
	e := snap.Events[6]
	opt := options()
	opt.EventID = e.ID
	for i := range snap.Minutes {
		if m := &snap.Minutes[i]; m.EventID == e.ID {
			m.Text, m.Decisions = "Two cases.\nBoth solved.", "Split the suite\nMeet the owners"
		}
	}
	snap.Items[0].EventID, snap.Items[0].Links = e.ID, data.Lines{"https://example.org/checklist"}
	text := textFileOf(t, "minutes", snap, opt)
	said(t, "the minutes", text, "# Minutes: Two stuck test suites\n", "**Present:** ", "## Programme\n\n- 16:00 ", "Two cases.  \nBoth solved.",
		"## Decisions\n\n- Split the suite\n- Meet the owners\n", "## Made\n\n- Flaky-test checklist https://example.org/checklist",
		"## Worth the time\n\n7 votes from 1 to 5", "mean 4.6", "Next: Second lightning round")
	for i := range snap.Roti {
		if snap.Roti[i].EventID == e.ID {
			snap.Roti[i].Votes = data.Counts{0, 0, 1, 1, 2}
		}
	}
	if text := textFileOf(t, "minutes", snap, opt); strings.Contains(text, "Worth the time") {
		t.Error("the minutes tell the votes of four")
	}
}

func TestAnAnnouncementSaysWhenAnEventIsCalledOff(t *testing.T) {
	snap := demoSnapshot(t)
	opt := options()
	opt.EventID = snap.Events[9].ID
	said(t, "the announcement", textFileOf(t, "announce", snap, opt), "# Second lightning round\n", "(time in Berlin)", "Everyone is welcome", "**With:** Žofie Dvořáková")
	snap.Events[9].Status = data.StatusCancelled
	text := textFileOf(t, "announce", snap, opt)
	said(t, "the announcement", text, "# Called off: Second lightning round\n", "does not take place: Saturday, 5 Dec 2026")
	if strings.Contains(text, "welcome") {
		t.Errorf("it still invites:\n%s", text)
	}
}

func TestTheBoardAsAWorkbook(t *testing.T) {
	snap := demoSnapshot(t)
	content, _ := write(t, "board-xlsx", snap, options())
	book := sheettest.Open(t, content)
	rows := book.Rows("Board")
	if len(rows) != 3+len(snap.Items) {
		t.Fatalf("%d rows for %d items", len(rows)-3, len(snap.Items))
	}
	find := func(title string) []string {
		for _, row := range rows {
			if len(row) > 1 && row[1] == title {
				return row
			}
		}
		t.Fatalf("%q is missing", title)
		return nil
	}
	row := find("Slow interface suite in Payments")
	if row[0] != "Ready" || row[2] != "Help request" || row[4] != "5" || row[6] == "" {
		t.Errorf("%q", row)
	}
	if row := find("Host an outside meetup"); row[0] != "Parked" || row[13] != "No budget this year" {
		t.Errorf("a parked item does not say why: %q", row)
	}
	if row := find("Accessibility test checklist"); row[3] != "Олена Шевченко" || row[6] != "26 Sep 2026" {
		t.Errorf("56 days in Doing: %q", row)
	}
	if row := find("Two protected hours a month"); !strings.Contains(row[11], "Time and backing") {
		t.Errorf("what it serves: %q", row)
	}
}

func TestAPersonGetsEverything(t *testing.T) {
	snap := demoSnapshot(t)
	m := &snap.Members[1]
	m.Note, m.Called = "Asked for fewer evenings", "Luke"
	snap.FollowUps = append(snap.FollowUps, data.FollowUp{ID: 90, MemberID: m.ID, On: today, What: "Lead the next lab", State: data.SaidYes, Note: "likes mornings"})
	snap.Declared = append(snap.Declared, data.DeclaredLevel{ID: 90, MemberID: m.ID, Level: data.Active, DeclaredOn: today.AddDays(-3), Reason: "on leave"})
	snap.Members[2].Note = "Works with Łukasz Wiśniewski on a secret"
	opt := options()
	opt.MemberID = m.ID
	text := textFileOf(t, "person", snap, opt)
	said(t, "the file", text, "Everything about Łukasz Wiśniewski", "Asked for fewer evenings", "Luke", "m02@meridian.example", "Core team, from 25 Apr 2026",
		"At 8 of 9 events", "on leave", "24 Oct 2026: Accessibility checks by hand (there, spoke)", "Flaky-test checklist", "Lead the next lab (Said yes)", "likes mornings",
		"1 note about somebody else names you")
	if strings.Contains(text, "secret") {
		t.Error("what is noted about others is told")
	}
	for _, other := range snap.Members {
		if other.ID != m.ID && strings.Contains(text, other.Name) {
			t.Errorf("the file names %s", other.Name)
		}
	}
	opt.MemberID = 4711
	var out bytes.Buffer
	if _, err := reports.Write(context.Background(), "person", held{snap}, opt, &out); !data.IsCode(err, data.CodeNotFound) {
		t.Errorf("nobody's file: %v", err)
	}
}

// Given a person of whom every field is filled, then the file about them tells each under its label, and speaks to them, not to the leader.
func TestAPersonGetsEveryField(t *testing.T) {
	snap, opt := demoSnapshot(t), options()
	m := &snap.Members[1]
	opt.MemberID = m.ID
	var want []string
	for i := range data.MemberFields {
		f := &data.MemberFields[i]
		switch filled := "filled in as " + f.Key; f.Input {
		case data.InputLine, data.InputText:
			*f.Text(m) = filled
			want = append(want, opt.Say.Of(f.Label), filled)
		case data.InputList:
			*f.List(m) = data.Lines{filled, "and more"}
			want = append(want, opt.Say.Of(f.Label), filled+", and more")
		case data.InputDate:
			if !f.Label.IsZero() {
				*f.Date(m) = today.AddDays(-400)
				want = append(want, opt.Say.Of(f.Label), "17 Oct 2025")
			}
		}
	}
	text := textFileOf(t, "person", snap, opt)
	said(t, "the file", text, want...)
	if strings.Contains(text, "only for you") {
		t.Error("it says to the person what is meant for the leader")
	}
}
