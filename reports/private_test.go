package reports_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports"
)

// marked is the demo in which every text that is private, or told in confidence,
// is a mark of its own, whatever field of whatever table it stands in.
func marked(t *testing.T) (snap *data.Snapshot, marks []string) {
	t.Helper()
	snap = demoSnapshot(t)
	mark := func(place *string) {
		*place = fmt.Sprintf("secretq%dq", len(marks))
		marks = append(marks, *place)
	}
	first := snap.Members[0].ID
	snap.Contacts = []data.SponsorContact{{ID: 1, SponsorID: snap.Sponsors[0].ID, On: today, Kind: data.ContactTalk}}
	snap.Notes = []data.CharterNote{{ID: 1, Section: data.SectionPurpose, On: today}}
	snap.Contributions = append(snap.Contributions, data.Contribution{ID: 900, MemberID: first, On: today, Kind: data.Helped})
	snap.HelpReceived = append(snap.HelpReceived, data.HelpReceived{ID: 900, MemberID: first, On: today})
	snap.FollowUps = append(snap.FollowUps, data.FollowUp{ID: 900, MemberID: first, On: today, Due: today, State: data.Asked})
	snap.Perfection = append(snap.Perfection, data.PerfectionNote{ID: 900, EventID: snap.Events[0].ID, Score: 9})
	snap.Announcements = append(snap.Announcements, data.Announcement{ID: 900, EventID: snap.Events[0].ID, On: today})
	snap.Dismissals = append(snap.Dismissals, data.Dismissal{ID: 900, Rule: "C14", MemberID: first, On: today, Until: today.AddDays(30)})
	snap.Declared = append(snap.Declared, data.DeclaredLevel{ID: 900, MemberID: first, Level: data.Core, DeclaredOn: today})
	snap.Stories = append(snap.Stories, data.ValueStory{ID: 900, On: today, Cycle: data.CycleApplied, Consent: data.ConsentInternal, MemberID: first})
	for i := range snap.Tallies {
		if snap.Tallies[i].RoundID == snap.Rounds[1].ID {
			snap.Responses = append(snap.Responses, data.Response{ID: 900, RoundID: snap.Rounds[1].ID, Channel: data.FromWorkbook})
			snap.Answers = append(snap.Answers, data.Answer{ID: 900, ResponseID: 900, Card: "growth", Value: 3})
			break
		}
	}
	for i := range snap.Members {
		mark(&snap.Members[i].Note)
	}
	for i := range snap.Sponsors {
		mark(&snap.Sponsors[i].Email)
	}
	clinic := &snap.Events[6]
	clinic.Confidential = true
	mark(&clinic.Title)
	mark(&clinic.Purpose)
	for i := range snap.Minutes {
		m := &snap.Minutes[i]
		if m.EventID == clinic.ID {
			mark(&m.Text)
			mark(&m.Decisions)
		}
	}
	snap.Minutes = append(snap.Minutes, data.Minutes{ID: 900, EventID: snap.Events[7].ID}) // not published
	mark(&snap.Minutes[len(snap.Minutes)-1].Text)
	mark(&snap.Minutes[len(snap.Minutes)-1].Decisions)
	for _, rows := range []any{snap.Contacts, snap.Notes, snap.Contributions, snap.HelpReceived, snap.FollowUps, snap.Perfection,
		snap.Announcements, snap.Dismissals, snap.Declared, snap.Stories[len(snap.Stories)-1:], snap.Responses, snap.Answers} {
		slice := reflect.ValueOf(rows)
		for i := range slice.Len() {
			row := slice.Index(i)
			for f := range row.NumField() {
				// Words of the program's own (kinds, keys) have types of their own or known names.
				name := row.Type().Field(f).Name
				if row.Field(f).Type() == reflect.TypeFor[string]() && name != "Card" && name != "Rule" {
					mark(row.Field(f).Addr().Interface().(*string))
				}
			}
		}
	}
	return snap, marks
}

// content is all text of a document, as far as it can be found in the file.
func textOf(t *testing.T, report reports.Report, content []byte) string {
	t.Helper()
	switch {
	case strings.HasSuffix(report.File, ".pdf"):
		return tool(t, "pdftotext", "-layout", save(t, report.File, content), "-")
	case strings.HasSuffix(report.File, ".xlsx"):
		return unzipped(t, content)
	}
	// Folded lines are put together again.
	return strings.ReplaceAll(string(content), "\r\n ", "")
}

// unzipped is every part of a workbook, one after the other.
func unzipped(t *testing.T, content []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, part := range archive.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, r); err != nil {
			t.Fatal(err)
		}
		_ = r.Close()
	}
	return all.String()
}

// Given a community full of private notes, then no document that is meant for
// others tells one of them; the one about a person tells those about that person.
func TestWhatIsPrivateStaysOutOfEveryDocumentForOthers(t *testing.T) {
	t.Parallel()
	snap, marks := marked(t)
	for i := range snap.Members {
		snap.Members[i].Email = fmt.Sprintf("m%d@example.org", i)
	}
	opt := everyOption(snap)
	for _, doc := range reports.Documents() {
		if doc.Whom == reports.AboutLeading {
			continue // whoever leads next is told
		}
		content, report := write(t, doc.Name, snap, opt)
		text := textOf(t, report, content)
		var told []string
		for _, mark := range marks {
			if strings.Contains(text, mark) {
				told = append(told, mark)
			}
		}
		if len(told) > 0 {
			t.Errorf("%s tells %v", doc.Name, told)
		}
		if doc.Name != "roster-vcf" && doc.Name != "roster-cards" && doc.Name != "roster-csv" {
			tellsNoAddress(t, doc.Name, text)
		}
	}
	if content, report := write(t, "person", snap, opt); !strings.Contains(textOf(t, report, content), snap.Members[0].Note) {
		t.Error("the person does not learn what is noted about them")
	}
}

// Given a person of whom everything is written down, then their own file tells
// each field under its label, which speaks to no particular reader: what is
// marked on the leader's screens as for the leader only is told as the leader's.
func TestPersonReadsEveryFieldOfTheirs(t *testing.T) {
	snap := demoSnapshot(t)
	m := &snap.Members[0]
	for i := range data.MemberFields {
		switch f := &data.MemberFields[i]; f.Input {
		case data.InputLine, data.InputText:
			*f.Text(m) = "told " + f.Key
		case data.InputList:
			*f.List(m) = data.Lines{"told " + f.Key}
		case data.InputDate:
			*f.Date(m) = today
		}
	}
	m.Email, m.ErasedOn, m.Kind, m.ResourcesOnly = "told@example.org", 0, data.KindContact, true
	content, report := write(t, "person", snap, everyOption(snap))
	text := textOf(t, report, content)
	for i := range data.MemberFields {
		f := &data.MemberFields[i]
		if f.Written() && (!strings.Contains(text, f.Label.Key) || f.Key != "email" && !strings.Contains(text, "told "+f.Key)) {
			t.Errorf("%s is not told", f.Key)
		}
	}
	for _, told := range []string{"contact, not as a member", "not expected at events", "told note", "told sortAs", "told knows"} {
		if !strings.Contains(text, told) {
			t.Errorf("without %q", told)
		}
	}
	if strings.Contains(text, "only for you") {
		t.Error("the person reads that it is only for them")
	}
}

// tellsNoAddress fails where a document tells an address: only the lists for
// other programs do, and what goes to whoever leads next. The leader's stands
// where people are to ask.
func tellsNoAddress(t *testing.T, name, text string) {
	t.Helper()
	text = strings.ReplaceAll(text, "m0@example.org", "")
	if at := strings.Index(text, "@example.org"); at >= 0 {
		t.Errorf("%s tells an address: %s", name, text[max(0, at-20):at+12])
	}
}

// Given a leader with an address, then what may be put where anybody reads it
// does not tell it.
func TestTheLeadersAddressIsNotPublished(t *testing.T) {
	snap := demoSnapshot(t)
	snap.Members[0].Email = "m0@example.org"
	for _, name := range []string{"page", "page-html", "digest", "announce"} {
		if content, _ := write(t, name, snap, options()); bytes.Contains(content, []byte("@example.org")) {
			t.Errorf("%s tells the leader's address", name)
		}
	}
}

// Given a document that is said to name nobody, then it names none of the members but the leader.
func TestWhatNamesNobodyNamesNobody(t *testing.T) {
	snap := demoSnapshot(t)
	for _, doc := range reports.Documents() {
		if doc.Whom != reports.AboutNobody && doc.Whom != reports.AboutAnswers {
			continue
		}
		text := textOf(t, reports.Report{File: doc.File}, demoDocuments(t)[doc.Name])
		for i := range snap.Members {
			if m := &snap.Members[i]; m.ID != snap.Community.LeaderID && strings.Contains(text, m.Name) {
				t.Errorf("%s names %s", doc.Name, m.Name)
			}
		}
	}
}
