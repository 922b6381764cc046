package reports_test

import (
	"bytes"
	"context"
	"image/png"
	"os/exec"
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports"
)

// Given the demo, then each who gave something has a page that tells what it was,
// and names nobody else of the members but who leads.
func TestThanksAreForEachAlone(t *testing.T) {
	snap := demoSnapshot(t)
	content, _ := write(t, "thanks", snap, options())
	pages := pagesOf(t, content)
	all := flat(strings.Join(pages, " "))
	said(t, "the letters", all, "Thank you, Łukasz Wiśniewski", "25 Apr 2026 to 21 Nov 2026", "This page is yours.", "you spoke at “", "you led “")
	if strings.Contains(all, "of 12") {
		t.Error("a letter tells how many there are")
	}
	leader, _ := snap.Leader()
	if strings.Contains(all, "Thank you, "+leader.Name) {
		t.Error("the leader thanks themselves")
	}
	for _, page := range pages {
		named := 0
		for _, m := range snap.Members {
			if m.ID != leader.ID && strings.Contains(flat(page), m.Name) {
				named++
			}
		}
		if named > 1 {
			t.Errorf("a page names %d members:\n%s", named, page)
		}
	}
	opt := options()
	opt.MemberID = snap.Members[1].ID
	one, report := write(t, "thanks", snap, opt)
	if text := flat(strings.Join(pagesOf(t, one), " ")); report.Pages != 1 || !strings.HasPrefix(text, "Thank you, Łukasz Wiśniewski") {
		t.Errorf("the letter to one has %d pages:\n%s", report.Pages, text)
	}
	opt.MemberID = leader.ID // who wants a page of their own has it, and does not sign it
	own, _ := write(t, "thanks", snap, opt)
	if text := flat(strings.Join(pagesOf(t, own), " ")); strings.Count(text, leader.Name) != 1 {
		t.Errorf("the leader's own page says:\n%s", text)
	}
}

// Given somebody who gave nothing, then there is no letter for them.
func TestNobodyIsThankedForNothing(t *testing.T) {
	snap := demoSnapshot(t)
	snap.Contributions, snap.EventRoles, snap.Items = nil, nil, nil
	var out bytes.Buffer
	_, err := reports.Write(context.Background(), "thanks", held{snap}, options(), &out)
	if !data.IsCode(err, data.CodeNothing) {
		t.Errorf("the letters of a community where nobody gave anything: %v", err)
	}
}

// Given the letters of thanks, then they leave only to the person they are for.
func TestThanksLeaveToOneReaderOnly(t *testing.T) {
	snap := addressed(t)
	all := letter(t, "thanks", snap, options())
	if len(all.Leaving(snap).Refused) == 0 {
		t.Error("the pages of everybody may leave in one letter")
	}
	opt := options()
	opt.MemberID = snap.Members[2].ID
	snap.Members[2].Called = "Lena"
	one := letter(t, "thanks", snap, opt)
	if refused := one.Leaving(snap).Refused; len(refused) != 0 || len(one.To) != 1 || len(one.Bcc) != 0 {
		t.Errorf("the letter to one goes to %v, refused %v", one.To, refused)
	}
	said(t, "the letter", one.Text, "Good day Lena,", "– ", "This page is yours.", "Zoë Marchand-Núñez\nΠυξίδα")
}

// Given a link to join at, then the invitation tells hook, next event, free places
// to speak and the link, and its picture has a code that says the link.
func TestInvitation(t *testing.T) {
	snap := demoSnapshot(t)
	snap.Community.HowToJoin = "Say hello at https://example.org/join."
	text := textFileOf(t, "invite", snap, options())
	said(t, "the invitation", text, "# Come to Πυξίδα\n", "Finding our way in testing, together", "5 Dec 2026, Second lightning round: 4 places to speak",
		"https://example.org/join", "Nobody has to be an expert")
	l := letter(t, "invite", snap, options())
	if strings.Contains(l.Text, "#") || len(l.Attached) != 1 || l.Attached[0] != "invite-png" {
		t.Errorf("the letter takes along %v:\n%s", l.Attached, l.Text)
	}
	content, _ := write(t, "invite-png", snap, options())
	picture, err := png.Decode(bytes.NewReader(content))
	if err != nil || picture.Bounds().Dx() != 1200 || picture.Bounds().Dy() != 630 {
		t.Fatalf("the picture: %v", err)
	}
	if _, err := exec.LookPath("zbarimg"); err == nil { // the squares have a test of their own
		if got := tool(t, "zbarimg", "-q", "--raw", save(t, "invitation.png", content)); !strings.HasSuffix(strings.TrimSpace(got), "https://example.org/join") {
			t.Errorf("the code says %q", got)
		}
	}
	snap.Community.HowToJoin, snap.Channels = "Come by.", nil
	if _, report := write(t, "invite-png", snap, options()); len(report.Remarks) != 1 {
		t.Errorf("without a link: %v", report.Remarks)
	}
}

// Given two rounds, then the slide is one page across, with each card's word in both.
func TestSlideTellsTheRoundsBefore(t *testing.T) {
	content, report := write(t, "group-slide", demoSnapshot(t), options())
	text := flat(strings.Join(pagesOf(t, content), " "))
	said(t, "the slide", text, "What we said", "15 of 23 answered", "Round 1", "Round 2", "Time and backing", "split", "concern")
	if report.Pages != 1 {
		t.Errorf("the slide has %d pages", report.Pages)
	}
	words := 0
	for _, word := range []string{"split", "concern", "strong", "mixed"} {
		words += strings.Count(text, word) - 1 // once they are explained
	}
	if words < 26 {
		t.Errorf("the slide tells %d words for 14 cards in two rounds:\n%s", words, text)
	}
}

// Given the demo, then the pitch is one page with need, gain and ask.
func TestPitchIsOnePage(t *testing.T) {
	snap := demoSnapshot(t)
	for _, much := range []bool{false, true} {
		if much {
			for _, list := range []*data.Lines{&snap.Community.Needs, &snap.Community.MemberBenefits, &snap.Community.StakeholderBenefits} {
				*list = nil
				for range 7 {
					*list = append(*list, strings.TrimSpace(strings.Repeat("needed ", 22)))
				}
			}
		}
		content, report := write(t, "pitch", snap, options())
		text := flat(strings.Join(pagesOf(t, content), " "))
		said(t, "the pitch", text, "Πυξίδα", flat(snap.Community.PrimaryPurpose), "The need", snap.Community.Needs[0], "What members gain", "What we ask of you", "21 Nov 2026")
		if report.Pages != 1 {
			t.Errorf("the pitch has %d pages", report.Pages)
		}
	}
}

// Given members of whom some said yes to be named, then the page begins with what a
// newcomer needs, and names those alone for what to ask about.
func TestPageBeginsWithWhatANewcomerNeeds(t *testing.T) {
	snap := demoSnapshot(t)
	for i := range snap.Members {
		snap.Members[i].AskOpenly = i == 1
	}
	text := textFileOf(t, "page", snap, options())
	at := -1
	for _, heading := range []string{"\n## Start here\n", "\n## Library\n", "\n## Whom to ask about what\n", "\n## Wanted and offered\n", "\n## Charter\n", "\n## Dates\n"} {
		next := strings.Index(text, heading)
		if next < 0 || next < at {
			t.Errorf("%q stands at %d, after %d:\n%s", heading, next, at, text[:min(len(text), 3000)])
		}
		at = next
	}
	_, after, _ := strings.Cut(text, "## Whom to ask about what\n")
	whom, _, _ := strings.Cut(after, "\n## ")
	said(t, "whom to ask", whom, "- CI: Łukasz Wiśniewski", "- flaky tests: Łukasz Wiśniewski")
	said(t, "the page", text, "- Community channel (To announce) <https://chat.meridian.example/pyxida>\n", "- Flaky-test checklist (Artefact) <https://wiki.meridian.example/pyxida/flaky-test-checklist>")
	if strings.Contains(whom, "Ελένη") {
		t.Errorf("somebody who did not say yes is named:\n%s", whom)
	}
}
