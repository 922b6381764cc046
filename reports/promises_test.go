package reports_test

import (
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/reports/sheet/sheettest"
)

// Given an open round, then the letter that asks for answers promises what is so: answers and comments are kept without a name.
func TestTheSurveysLetterSaysWhatIsKept(t *testing.T) {
	snap := addressed(t)
	snap.Rounds[1].ClosedOn = 0
	l := letter(t, "survey", snap, options())
	said(t, "the letter", l.Text, "Your answers and comments are kept, without your name", "comments are read by whoever leads")
	if strings.Contains(l.Text, "only counts") {
		t.Errorf("the letter says that only counts are kept:\n%s", l.Text)
	}
}

// Given stories that may not name anybody, then one whose text does so leaves in no document, whoever it names, and it is said;
// with consent to names the same story is told.
func TestAStoryWithoutConsentToNamesIsHeldBackWhenItNamesSomebody(t *testing.T) {
	snap := demoSnapshot(t)
	var who data.Member
	for _, m := range snap.Members {
		if m.Name == "Олена Шевченко" {
			who = m
		}
	}
	story := data.ValueStory{ID: 51, On: today, Title: "A release saved", Cycle: snap.Stories[0].Cycle, Consent: data.ConsentAnonymous,
		MemberID: who.ID, Situation: "It was late.", Did: "They paired."}
	for text, held := range map[string]bool{"Олена Шевченко saved us": true, "what олена шевченко did": true, "Шевченко": true, "We saved a week.": false} {
		for _, consent := range []data.Consent{data.ConsentAnonymous, data.ConsentTeam, data.ConsentNamed} {
			story.CameOfIt, story.Consent = text, consent
			told := demoSnapshot(t)
			told.Stories = append(told.Stories, story)
			content, report := write(t, "stories", told, options())
			there := strings.Contains(flat(strings.Join(pagesOf(t, content), " ")), text)
			want := !held || consent == data.ConsentNamed
			if there != want || (len(report.Remarks) == 0) != want {
				t.Errorf("%s, %q: told %v, remarks %v", consent, text, there, report.Remarks)
			}
		}
	}
	story.CameOfIt, story.Consent = "Олена Шевченко saved us", data.ConsentAnonymous
	snap.Stories = append(snap.Stories, story)
	page, _ := write(t, "sponsor", snap, options())
	if strings.Contains(flat(strings.Join(pagesOf(t, page), " ")), "Шевченко saved") {
		t.Error("the report names her")
	}
	book, _ := write(t, "results", snap, options())
	if cells := sheettest.Open(t, book).AllText(); strings.Contains(cells, "Шевченко saved") {
		t.Error("the workbook names her")
	}
}

// Given an event for members only, then no text for those who are none offers a place at it, its link or its room; an open one it does.
func TestOutsidersAreNotOfferedWhatIsForMembersOnly(t *testing.T) {
	for audience, open := range map[data.Audience]bool{data.MembersOnly: false, data.OpenEvent: true} {
		snap := demoSnapshot(t)
		snap.Events = append(snap.Events, data.Event{ID: 113, Title: "Test talk", Format: "brown_bag", On: today.AddDays(2), Start: 16 * 60, TimeZone: "Europe/Berlin",
			Minutes: 60, Status: data.StatusPlanned, Audience: audience, Brought: -1, Place: "Room X", Link: "https://secret.example/memb"})
		for name, offers := range map[string][]string{"invite": {"Test talk", "https://secret.example/memb", "1 place to speak"}, "page": {"https://secret.example/memb", "Room X", "1 place to speak"}} {
			text := textFileOf(t, name, snap, options())
			for _, offer := range offers {
				if strings.Contains(text, offer) != open {
					t.Errorf("%s, for %q: offers %q %v, want %v:\n%s", name, audience, offer, !open, open, text)
				}
			}
		}
		said(t, "the page's dates", textFileOf(t, "page", snap, options()), "Test talk")
	}
}

// Given the slide, then its letter promises no more than the slide has; the page's letter tells all three.
func TestTheLetterWithTheSlideTellsWhatTheSlideHas(t *testing.T) {
	snap := demoSnapshot(t)
	const all = "where we differ, and what we do about it"
	if l := letter(t, "group-slide", snap, options()); strings.Contains(l.Text, all) || !strings.Contains(l.Text, "Here is a slide with what we said, card by card.") {
		t.Errorf("the slide's letter reads\n%s", l.Text)
	}
	said(t, "the page's letter", letter(t, "group", snap, options()).Text, all)
}

// Given one member, then the letter to sponsors counts one, in the singular.
func TestOneMemberIsOne(t *testing.T) {
	snap := datatest.Read(t, datatest.Founded(t))
	later := options() // than the first day, which has no letter
	later.Today = later.Today.AddDays(1)
	l := letter(t, "sponsor", snap, later)
	said(t, "the letter", l.Text, "In figures: 0 events, 1 member.")
	said(t, "the demo's letter", letter(t, "sponsor", demoSnapshot(t), options()).Text, " events, 23 members.")
}

// Given days on which nothing is planned, then the year promises no event on them, and the page tells of them.
func TestAPauseIsKeptInTheYear(t *testing.T) {
	const habit = "about now: an event"
	year := func(snap *data.Snapshot) string {
		content, _ := write(t, "year", snap, options())
		return flat(strings.Join(pagesOf(t, content), " "))
	}
	free := demoSnapshot(t)
	before := strings.Count(year(free), habit)
	holiday, pause := demoSnapshot(t), demoSnapshot(t)
	holiday.Pauses = []data.Pause{{ID: 1, Name: "Christmas break", First: data.NewDate(2026, 12, 19), Last: data.NewDate(2027, 1, 10)}}
	pause.Community.PausedUntil = today.AddDays(60)
	if got := year(holiday); strings.Count(got, habit) != before-1 || !strings.Contains(got, "Christmas break") {
		t.Errorf("with a holiday the year reads\n%s", got)
	}
	if got := year(pause); strings.Count(got, habit) >= before || !strings.Contains(got, "We pause until 20 Jan 2027") {
		t.Errorf("in a pause the year reads\n%s", got)
	}
	said(t, "the page", textFileOf(t, "page", holiday, options()), "19 Dec 2026 to 10 Jan 2027: Christmas break")
	start, _, _ := strings.Cut(textFileOf(t, "page", pause, options()), "## Charter")
	said(t, "the page's start", start, "We pause until")
}

// Given a community that has just begun, then nothing outward says that something is not decided, nor welcomes who founded it.
func TestABeginningIsNotToldAsAGap(t *testing.T) {
	snap := datatest.Read(t, datatest.Founded(t))
	snap.Community.MembershipPolicy, snap.Community.PrimaryPurpose = "", "We learn from one another."
	opt := options()
	opt.Today = snap.Community.StartedOn
	for _, name := range []string{"page", "invite", "digest"} {
		text := textFileOf(t, name, snap, opt)
		for _, never := range []string{"Not decided", "new member"} {
			if strings.Contains(text, never) {
				t.Errorf("%s says %q:\n%s", name, never, text)
			}
		}
	}
	snap.Members = append(snap.Members, data.Member{ID: 99, Name: "Ada Byron", Kind: data.KindMember, JoinedOn: opt.Today})
	said(t, "the digest", textFileOf(t, "digest", snap, opt), "1 new member: welcome!")
}

// Given known sponsors, then what goes to them greets them.
func TestSponsorsAreGreetedWhateverGoesToThem(t *testing.T) {
	greets(t, letter(t, "stories", addressed(t), options()), "Good day Amélie Fournier and Κατερίνα Δήμου,")
}

// Given measures, then the pitch says from where to where each should go, so that a bare number explains itself.
func TestThePitchSaysWhereAMeasureShouldGo(t *testing.T) {
	snap := demoSnapshot(t)
	snap.Measures = []data.Measure{{ID: 1, Wording: "Use in my work", Baseline: "3.4", Target: "4.0"}, {ID: 2, Wording: "Reviews", Target: "12"}}
	content, _ := write(t, "pitch", snap, options())
	said(t, "the pitch", flat(strings.Join(pagesOf(t, content), " ")), "Use in my work: from 3.4 to 4.0", "Reviews: it should reach 12")
}
