package charter

import (
	"slices"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given asks, follow-ups and reports, then they stand in the order in which they matter, with how each stands.
func TestBackingView(t *testing.T) {
	t.Parallel()
	today := datatest.Today
	v := demoView(t, func(s *data.Snapshot) {
		s.Items = append(s.Items, data.Item{ID: 91, Title: "A bigger room", Kind: data.KindSponsorAsk, Column: data.ColumnDone, Outcome: "Room 4", CreatedOn: today.AddDays(-9)})
		s.Items = append(s.Items, data.Item{ID: 92, Title: "Later", Kind: data.KindSponsorAsk, Column: data.ColumnIdea, CreatedOn: today.AddDays(1)})
		s.Reports = []data.SponsorReport{
			{ID: 1, From: today.AddDays(-180), Until: today.AddDays(-91), Asks: "Old ask", SentOn: today.AddDays(-80), SentTo: "both"},
			{ID: 2, From: today.AddDays(-90), Until: today.AddDays(-1), Asks: "A budget\nTwo hours", Lines: "Better"},
		}
		s.FollowUps = []data.FollowUp{
			{ID: 1, SponsorID: 1, What: "Closed", State: data.Done, On: today.AddDays(-3)},
			{ID: 2, SponsorID: 2, What: "No day", State: data.Asked, On: today},
			{ID: 3, SponsorID: 1, What: "Late", State: data.SaidYes, On: today.AddDays(-20), Due: today.AddDays(-1), Note: "by phone"},
			{ID: 4, SponsorID: 1, What: "Soon", State: data.Asked, On: today, Due: today.AddDays(2)},
			{ID: 5, SponsorID: 1, What: "Not yet", State: data.Asked, On: today.AddDays(1)},
			{ID: 6, MemberID: 1, What: "A member's", State: data.Asked, On: today},
		}
		s.Contacts = append(s.Contacts, data.SponsorContact{ID: 90, SponsorID: 2, On: today.AddDays(5), Kind: data.ContactTalk})
	})
	want := []Ask{{9, "Two protected hours a month", "Doing"}, {0, "Old ask", "asked in the report of 22 Aug 2026"}, {91, "A bigger room", "Done · Room 4"}}
	if !slices.Equal(v.Asks, want) {
		t.Errorf("the asks are %+v, want %+v", v.Asks, want)
	}
	var titles []string
	for _, r := range v.Tables[TableFollowUps] {
		titles = append(titles, r.Title)
	}
	if want := []string{"Late", "Soon", "No day", "Closed"}; !slices.Equal(titles, want) {
		t.Errorf("the follow-ups are %q, want %q", titles, want)
	}
	late := v.Tables[TableFollowUps][0]
	if !late.Late || !late.Open || !slices.Equal(late.Lines, []string{"Amélie Fournier · Said yes, noted 3 weeks ago · due 20 Nov 2026", "by phone"}) {
		t.Errorf("the late one is %+v", late)
	}
	reports := v.Tables[TableReports]
	if len(reports) != 2 || reports[0].Lines[0] != "not sent yet" || reports[1].Lines[0] != "sent 2 Sep 2026 to both" {
		t.Errorf("the reports are %+v", reports)
	}
	if got := v.Tables[TableSponsors][1].Lines; got[len(got)-1] != "last heard from you 18 weeks ago" {
		t.Errorf("the second sponsor is %q; a contact to come counts", got)
	}
}

// Given a sponsor, when something asked is noted, changed, done and removed, then file and page follow, and undo brings it back.
func TestFollowUpOnASponsor(t *testing.T) {
	b := openSponsors(t, datatest.Demo(t), uitest.Options{})
	b.WantNot("Asked and promised", "Reports")
	b.Tap("Note what you asked")
	b.Tap("Save")
	if got := b.ErrorAt("What you asked or promised"); got != "Please fill this in." {
		t.Errorf("without a word: %q", got)
	}
	b.fillIn([]entry{{"What you asked or promised", "Two hours"}, {"Sponsor", "=Κατερίνα Δήμου"}, {"Due (may stay empty)", "2026-11-20"}, {"Note (only for you)", "after the holidays"}})
	b.Tap("Save")
	last := func() data.FollowUp { f := b.Read().FollowUps; return f[len(f)-1] }
	want := data.FollowUp{ID: last().ID, SponsorID: 2, What: "Two hours", State: data.Asked, On: datatest.Today, Due: data.NewDate(2026, 11, 20), Note: "after the holidays"}
	if last() != want {
		t.Errorf("the file has %+v, want %+v", last(), want)
	}
	b.Want("Asked and promised", "Κατερίνα Δήμου · Asked, noted today · due 20 Nov 2026", "after the holidays")
	b.TapNode(b.ByID("button", "edit.followUps"))
	b.Choose("How it stands", "Said yes")
	b.Tap("Save")
	if last().State != data.SaidYes {
		t.Errorf("the file has %+v", last())
	}
	b.TapNode(b.ByID("button", "done.followUps"))
	if last().State != data.Done {
		t.Errorf("done, the file has %+v", last())
	}
	before := len(b.Read().FollowUps)
	b.TapNode(b.ByID("button", "remove.followUps"))
	if got := len(b.Read().FollowUps); got != before-1 {
		t.Errorf("removed, the file has %d", got)
	}
	b.WantNot("Asked and promised")
	b.Undo()
	b.Want("Asked and promised", "Done, noted today")
}

// Given a report that was sent, when it is noted, then the file holds it and its asks stand among what we asked for.
func TestReportNoted(t *testing.T) {
	b := openSponsors(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Note a report")
	b.fillIn([]entry{{"In three lines: what improved, what worries us, what we ask", "Better"}, {"What we ask, one a line", "A budget\nTwo hours"},
		{"From", "2026-12-01"}, {"Sent on", "2026-11-20"}, {"Sent to", "Amélie"}})
	b.Tap("Save")
	if got := b.ErrorAt("Until"); got != "The last day lies before the first." {
		t.Errorf("upside down: %q", got)
	}
	b.fillIn([]entry{{"From", "2026-08-01"}})
	b.Tap("Save")
	want := data.SponsorReport{ID: 1, From: data.NewDate(2026, 8, 1), Until: datatest.Today, Lines: "Better", Asks: "A budget\nTwo hours",
		SentOn: data.NewDate(2026, 11, 20), SentTo: "Amélie"}
	if got := b.Read().Reports; len(got) != 1 || got[0] != want {
		t.Errorf("the file has %+v", got)
	}
	b.Want("1 Aug 2026 to 21 Nov 2026", "sent 20 Nov 2026 to Amélie", "A budget", "asked in the report of 21 Nov 2026")
	b.TapNode(b.ByID("button", "edit.reports"))
	b.fillIn([]entry{{"Sent to", "both"}})
	b.Tap("Save")
	b.Want("sent 20 Nov 2026 to both")
	b.TapNode(b.ByID("button", "remove.reports"))
	if got := b.Read().Reports; len(got) != 0 {
		t.Errorf("removed, the file has %+v", got)
	}
}

// Given asks, then each leads to its item, and another is begun on the board.
func TestAsksLiveOnTheBoard(t *testing.T) {
	b := openSponsors(t, datatest.Demo(t), uitest.Options{})
	b.TapNode(b.ByID("button", "ask.show"))
	b.Tap("Ask the sponsors")
	if len(b.Visits) < 2 || b.Visits[0].Page != "backlog" || b.Visits[0].Args != (data.Place{Kind: data.PlaceItem, ID: 9}) {
		t.Fatalf("the visits are %+v", b.Visits)
	}
	begun, ok := b.Visits[len(b.Visits)-1].Args.(kit.Begun)
	if item, is := begun.Row.(data.Item); !ok || !is || item.Kind != data.KindSponsorAsk {
		t.Errorf("begun is %+v", begun)
	}
}

// Given a sponsor's name typed with an address behind, then the address stands where it belongs.
func TestSponsorTypedWithAnAddress(t *testing.T) {
	b := openSponsors(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Add sponsor")
	b.Type("Name", "Núñez Prado, Ana; np@meridian.example")
	b.TapNode(b.ByID("button", "save"))
	all := b.Read().Sponsors
	if last := all[len(all)-1]; last.Name != "Ana Núñez Prado" || last.Email != "np@meridian.example" {
		t.Errorf("the file has %q, %q", last.Name, last.Email)
	}
}
