package reports_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"copleader/data"
)

func TestKitIsForTheNextEvent(t *testing.T) {
	content, report := write(t, "kit", demoSnapshot(t), options())
	pages := pagesOf(t, content)
	if report.Pages != len(pages) {
		t.Errorf("%d pages, %d reported", len(pages), report.Pages)
	}
	agenda := flat(pages[0])
	for _, want := range []string{"Second lightning round", "Saturday, 5 Dec 2026, 16:00–17:00", "Room Halley", "16:05", "42 min", "Six talks", "17:00", "End", "Ægir Strømø"} {
		if !strings.Contains(agenda, want) {
			t.Errorf("the agenda lacks %q:\n%s", want, agenda)
		}
	}
	if !strings.Contains(pages[1], "Visitors: name") || !strings.Contains(pages[1], "Ægir Strømø") {
		t.Errorf("visitors have a page of their own, of a few lines:\n%s", pages[1])
	}
	all := flat(strings.Join(pages, " "))
	for _, want := range []string{"Who is here", "Visitors", "My question", "Was it worth the time?", "got back what I put in"} {
		if !strings.Contains(all, want) {
			t.Errorf("the kit lacks %q", want)
		}
	}
	if strings.Contains(all, "Åsa Lindqvist") {
		t.Error("a contact stands among the members")
	}
	if got := strings.Count(all, "Þórdís Jónsdóttir"); got != 2 {
		t.Errorf("a member stands %d times, want once on the sheet and once on a badge", got)
	}
	tool(t, "qpdf", "--check", save(t, "kit.pdf", content))
}

func TestTextsForChannels(t *testing.T) {
	snap := demoSnapshot(t)
	snap.Events[9].Purpose = "Six *short* talks\n# and <more>"
	snap.Events[9].Link = "https://example.org/a_b_c"
	content, _ := write(t, "announce", snap, options())
	for _, want := range []string{"# Second lightning round\n", "Six \\*short\\* talks  \n\\# and \\<more\\>\n",
		"**When:** Saturday, 5 Dec 2026, 16:00–17:00 (time in Berlin)", "**Where:** Room Halley", "**Link:** https://example.org/a_b_c",
		"Žofie Dvořáková and Ægir Strømø"} {
		if !strings.Contains(string(content), want) {
			t.Errorf("the announcement lacks %q:\n%s", want, content)
		}
	}

	snap.Events[9].On, snap.Events[9].Start = data.NewDate(2027, time.March, 28), 2*60+30 // the clocks of Berlin skip that
	content, _ = write(t, "announce", snap, options())
	if want := "**When:** Sunday, 28 Mar 2027, 03:30–04:30 (time in Berlin)"; !strings.Contains(string(content), want) {
		t.Errorf("the announcement lacks %q:\n%s", want, content)
	}

	content, _ = write(t, "minutes", demoSnapshot(t), options())
	for _, want := range []string{"# Minutes: Half-year retrospective\n", "**Led by:** Zoë Marchand-Núñez", "**Present:** ", "- 16:00 Opening\n",
		"## Actions\n\n- Try an earlier time slot: Ελένη Παπαδοπούλου\n"} {
		if !strings.Contains(string(content), want) {
			t.Errorf("the minutes lack %q:\n%s", want, content)
		}
	}
	opt := options()
	opt.EventID = demoSnapshot(t).Events[3].ID
	content, _ = write(t, "minutes", demoSnapshot(t), opt)
	if text := string(content); !strings.Contains(text, "3 guests") || !strings.Contains(text, "with who to ask about each") {
		t.Errorf("the minutes of a chosen event:\n%s", text)
	}

	content, _ = write(t, "digest", demoSnapshot(t), options())
	for _, want := range []string{"# News from Πυξίδα\n", "14 Nov 2026: Half-year retrospective", "1 new member", "5 Dec 2026, 16:00–17:00 (time in Berlin): Second lightning round",
		"## Where you can help\n\n- Slow interface suite in Payments\n- Kata evening for beginners\n"} {
		if !strings.Contains(string(content), want) {
			t.Errorf("the digest lacks %q:\n%s", want, content)
		}
	}
}

// Given a community of hundreds, then names are printed for those who are likely to come: who said yes, takes a part or came lately.
func TestALargeCommunityHasNamesForWhoIsLikelyToCome(t *testing.T) {
	snap := demoSnapshot(t)
	next := snap.ComingEvents(today)[0]
	for i := range 300 {
		snap.Members = append(snap.Members, data.Member{ID: int64(1000 + i), Name: fmt.Sprintf("Quiet %d", i), Kind: data.KindMember, JoinedOn: today.AddDays(-200)})
	}
	snap.Attendance = append(snap.Attendance, data.Attendance{ID: 9000, EventID: next.ID, MemberID: 1007, Expected: data.ReplyYes})
	opt := options()
	for part, most := range map[string]int{"badges": 6, "tableCards": 12} {
		opt.Parts = []string{part}
		content, report := write(t, "kit", snap, opt)
		text := pagesText(t, content)
		if report.Pages > most || !containsAll(text, "Quiet 7", "Zoë") || containsAll(text, "Quiet 8") {
			t.Errorf("%s take %d pages:\n%.600s", part, report.Pages, text)
		}
	}
	opt.Parts = []string{"attendance"}
	if content, _ := write(t, "kit", snap, opt); !containsAll(pagesText(t, content), "Quiet 8", "Quiet 299") {
		t.Error("the attendance sheet leaves somebody out")
	}
}
