package reports_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/words"
	"copleader/reports"
	"copleader/reports/page"
	"copleader/reports/sheet/sheettest"
)

// Given a round that promised another threshold than the settings have, then every document tells the one of the round.
func TestTheThresholdToldIsThatOfTheRound(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		setting string
		round   int
	}{{"5", 8}, {"8", 5}} {
		snap := demoSnapshot(t)
		snap.Settings = append(snap.Settings, data.Setting{Key: "health.minGroup", Value: c.setting})
		snap.Rounds[1].MinGroup = c.round
		content, _ := write(t, "sponsor", snap, options())
		report := flat(pagesText(t, content))
		content, _ = write(t, "results", snap, options())
		book := flat(sheettest.Open(t, content).AllText())
		wrong, right := "ewer than "+c.setting+" answers", map[int]string{5: "ewer than 5 answers", 8: "ewer than 8 answers"}[c.round]
		for place, text := range map[string]string{"report": report, "workbook": book} {
			if strings.Contains(text, wrong) || !strings.Contains(text, right) || strings.Contains(text, "With 8 to 7") {
				t.Errorf("setting %s, round %d: the %s has %q or lacks %q", c.setting, c.round, place, wrong, right)
			}
		}
	}
}

// Given an event over several days whose hours pass midnight, then text and calendar tell the same end.
func TestAnEventOverDaysEndsOnItsLastDay(t *testing.T) {
	t.Parallel()
	snap := demoSnapshot(t)
	snap.Events[9].Start, snap.Events[9].Minutes, snap.Events[9].LastDay = 22*60, 180, snap.Events[9].On.AddDays(3)
	opt := options()
	opt.EventID = 10
	content, _ := write(t, "announce", snap, opt)
	wants(t, "the announcement", string(content), "Saturday, 5 Dec 2026, 22:00 – Tuesday, 8 Dec 2026, 01:00")
	content, _ = write(t, "calendar", snap, opt)
	wants(t, "the calendar", string(content), "DTSTART:20261205T210000Z", "DTEND:20261208T000000Z")
}

// Given a community that began some days ago, then the digest speaks of no day before; whoever began it is new nowhere, and no round
// is told of as promised while there was none.
func TestAYoungCommunityIsNotOlderThanItIs(t *testing.T) {
	t.Parallel()
	snap := demoSnapshot(t)
	snap.Community.StartedOn = today.AddDays(-1)
	for i := range snap.Members {
		snap.Members[i].JoinedOn = snap.Community.StartedOn
	}
	content, _ := write(t, "digest", snap, options())
	wants(t, "the digest", string(content), "22 new members")
	if joined := figures(t, snap, options())["fig_joined"]; joined != "22" {
		t.Errorf("the report tells of %s new members", joined)
	}
	content, _ = write(t, "results", snap, options())
	if row := sheettest.Open(t, content).Find("Participation", "Round 1, 22 Aug 2026"); len(row) < 2 || row[1] != "nobody is noted as a member then" {
		t.Errorf("before anybody joined: %q", row)
	}
	snap.Rounds = nil
	content, _ = write(t, "handover", snap, options())
	if text := flat(pagesText(t, content)); strings.Contains(text, "Members were promised this") {
		t.Error("without a round something was promised")
	}
	snap.Events, snap.EventRoles, snap.Attendance, snap.Contributions, snap.Items = nil, nil, nil, nil, nil
	content, _ = write(t, "digest", snap, options())
	wants(t, "the digest of a community begun yesterday", string(content), "20 Nov 2026 to 21 Nov 2026")
}

// Given whoever leads an event and speaks there, then the binder names them once.
func TestTheBinderNamesNobodyTwiceInARow(t *testing.T) {
	t.Parallel()
	snap := demoSnapshot(t)
	snap.EventRoles = append(snap.EventRoles, data.EventRole{ID: 900, EventID: 10, MemberID: 3, Part: data.PartSpeaker})
	content, _ := write(t, "handover", snap, options())
	if text := flat(pagesText(t, content)); strings.Contains(text, "Παπαδοπούλου and Ελένη") || strings.Contains(text, "Παπαδοπούλου, Ελένη") {
		t.Error("she is named twice")
	}
}

// Given a large community, a demo and communities of which little is known, then no document on paper ends on a page of a few lines.
func TestNoDocumentEndsOnAPageOfAFewLines(t *testing.T) {
	t.Parallel()
	little := demoSnapshot(t)
	little.Community.Needs, little.Community.Domain, little.Canvas, little.Versions, little.RoleDefs, little.Measures = nil, "", nil, nil, nil, nil
	generous := demoSnapshot(t)
	for i := range 33 {
		generous.Contributions = append(generous.Contributions, data.Contribution{ID: int64(900 + i), MemberID: 1, On: today.AddDays(-i), Kind: data.Helped, ItemID: int64(1 + i%20)})
	}
	for name, snap := range map[string]*data.Snapshot{"large": datatest.Large(500, 60, 2000), "little": little, "generous": generous} {
		for _, paper := range []page.Paper{page.A4, page.Letter} {
			for _, doc := range []string{"year", "charter", "thanks", "handover", "minutes-pdf", "board", "stories", "kit", "sponsor"} {
				opt := everyOption(snap)
				opt.Paper = paper
				content, report := write(t, doc, snap, opt)
				if report.Pages < 2 {
					continue
				}
				if share := filled(t, content, report.Pages); share < 0.25 {
					t.Errorf("%s, %s: the last of %d pages of %s ends at %.2f", name, paper.Name, report.Pages, doc, share)
				}
			}
		}
	}
}

// Given the first day of a community, then nothing is reported to sponsors, nor written to them, but it says what to do: with events
// before that day, the start is to be moved. A day alone is told as one.
func TestNothingIsReportedOnTheFirstDay(t *testing.T) {
	young, old := emptySnapshot(), demoSnapshot(t)
	for what, c := range map[string]struct {
		snap *data.Snapshot
		want string
	}{"young": {young, "on its first day there is nothing to report yet"}, "with a past": {old, "Move its start on Members"}} {
		c.snap.Community.StartedOn = today
		var out bytes.Buffer
		_, err := reports.Write(context.Background(), "sponsor", held{c.snap}, options(), &out)
		if said := words.English().Sentence(err); !data.IsCode(err, data.CodeNothing) || !strings.Contains(said, c.want) {
			t.Errorf("%s: %s, %v", what, said, err)
		}
		if _, err := reports.LetterFor(c.snap, "sponsor", options()); !data.IsCode(err, data.CodeNothing) {
			t.Errorf("%s: a letter is written: %v", what, err)
		}
		c.snap.Community.StartedOn = today.AddDays(-1)
		write(t, "sponsor", c.snap, options())
	}
	young.Community.StartedOn = today
	content, _ := write(t, "results", young, options())
	if period := sheettest.Open(t, content).Named("fig_period"); period != "21 Nov 2026" {
		t.Errorf("a period of one day is told as %q", period)
	}
}
