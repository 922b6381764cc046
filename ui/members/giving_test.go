package members

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given an act noted by hand, then it can be changed and removed in the history, and brought back.
func TestChangeAndRemoveAContribution(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1600, Width: 1280})
	b.pick("Олена Шевченко")
	b.Tap("Contributions")
	b.WantNot("came to “Half-year retrospective”", "joined")
	before := len(b.Read().Contributions)
	b.Tap("Edit")
	b.Tap("Change…")
	b.Choose("What they did", "Gave feedback on someone's work")
	b.Type("In a few words", "a pull request")
	b.Tap("Save")
	b.Want("gave feedback on someone's work: a pull request")
	rows := b.Read().Contributions
	at := slices.IndexFunc(rows, func(c data.Contribution) bool { return c.Note == "a pull request" })
	if len(rows) != before || at < 0 || rows[at].Kind != data.Reviewed || rows[at].MemberID != 5 || rows[at].WhomID != 0 || rows[at].ItemID != 0 {
		t.Fatalf("the file has %+v", rows)
	}
	b.Tap("Edit")
	b.Tap("Remove")
	b.WantNot("gave feedback")
	if got := len(b.Read().Contributions); got != before-1 {
		t.Errorf("%d rows of %d are left", got, before)
	}
	b.Notices[len(b.Notices)-1].Do()
	b.Settle()
	b.Want("gave feedback on someone's work: a pull request")
}

// Guiding a newcomer names whom; answering a request names which; nothing else asks for either.
func TestNoteWhomAndAbout(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.pick("Олена Шевченко")
	b.Tap("Note a contribution")
	b.Want("Whom")
	b.WantNot("About")
	b.Tap("Note it")
	if got := b.ErrorAt("Whom"); got != "Please choose who it is." {
		t.Errorf("below Whom stands %q", got)
	}
	b.Choose("Whom", "Ægir Strømø")
	b.Tap("Note it")
	b.Want("guided a newcomer: Ægir Strømø")
	b.Tap("Note a contribution")
	b.Choose("What they did", "Answered a request")
	b.WantNot("Whom")
	b.Choose("About", "Slow interface suite in Payments")
	b.Tap("Note it")
	b.Want("helped: “Slow interface suite in Payments”")
	rows := b.Read().Contributions
	welcomed, helped := rows[len(rows)-2], rows[len(rows)-1]
	if welcomed.Kind != data.Welcomed || welcomed.WhomID != 22 || helped.Kind != data.Helped || helped.ItemID == 0 || helped.WhomID != 0 {
		t.Errorf("the file has %+v and %+v", welcomed, helped)
	}
	b.Tap("Note a contribution")
	b.Choose("What they did", "Mentored somebody")
	b.WantNot("Whom", "About")
}

// Given help received, then it is noted, changed and removed under a chip of its own.
func TestHelpReceived(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1600, Width: 1280})
	b.pick("王晓梅")
	b.WantNot("Help received")
	b.tapMore()
	b.Tap("Note that 王晓梅 was helped")
	b.Choose("With a request on the board", "Slow interface suite in Payments")
	b.Type("In a few words (only for you)", "found the wait")
	b.Tap("Note it")
	b.WantNot("was helped")
	b.Tap("Help received")
	b.Want("was helped: “Slow interface suite in Payments”: found the wait")
	rows := b.Read().HelpReceived
	if last := rows[len(rows)-1]; last.MemberID != 6 || last.On != today || last.ItemID == 0 {
		t.Errorf("the file has %+v", last)
	}
	b.Tap("Edit")
	b.Tap("Change…")
	b.Type("On", "2026-13-01")
	b.Tap("Note it")
	if got := b.ErrorAt("On"); !strings.HasPrefix(got, "Please write a day") {
		t.Errorf("below On stands %q", got)
	}
	b.Type("On", "2026-11-01")
	b.Tap("Note it")
	b.Want("3 weeks ago")
	b.Tap("Edit")
	b.Tap("Remove")
	b.WantNot("Help received", "was helped")
	if got := len(b.Read().HelpReceived); got != len(rows)-1 {
		t.Errorf("%d rows are left", got)
	}
	b.Undo()
	b.Want("Help received")
}

// Given the changes to a record, then each says which field changed from what to what, undoing included.
func TestChangesToTheRecord(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1600, Width: 1280})
	b.pick("王晓梅")
	b.Tap("Changes")
	b.Want("put on the roster")
	b.Type("Unit", "Archive")
	b.Leave()
	b.Want("Unit: “Archive”, before “Data”")
	b.Type("Ask about", "")
	b.Leave()
	b.Want("Ask about: “data checks” taken out")
	b.Tap("Dates and more")
	b.Type("Joined on", "2026-05-05")
	b.Leave()
	b.Tap("Wants our resources only")
	b.Want("Joined on: “5 May 2026”, before “25 Apr 2026”", "Wants our resources only: “yes”, before “no”")
	b.Undo()
	b.Want("undone: Wants our resources only: “no”, before “yes”")
	b.pick("Олена Шевченко")
	b.WantNot("Unit: “Archive”")
	b.Want("came to “Half-year retrospective”")
}

// Given a follow-up, when it is added by typing, answered by its chip, changed and removed, then the file follows and undo brings
// it back.
func TestFollowUp(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1600, Width: 1280})
	b.pick("Олена Шевченко")
	b.WantNot("Follow-ups")
	b.tapMore()
	b.Tap("Add a follow-up with Олена Шевченко")
	b.Tap("Note it")
	if got := b.ErrorAt("What you asked or promised"); got != "Please fill this in." {
		t.Errorf("below the first field stands %q", got)
	}
	b.Type("What you asked or promised", "Speak about naming")
	b.Type("Due (may stay empty)", "2026-12-01")
	b.Choose("For an event", "Sat 5 Dec · Second lightning round")
	b.Type("Note (only for you)", "prefers mornings")
	b.Tap("Note it")
	b.Want("Follow-ups", "Speak about naming", "today · due 1 Dec 2026 · prefers mornings", "Sat 5 Dec · Second lightning round")
	last := func() data.FollowUp { rows := b.Read().FollowUps; return rows[len(rows)-1] }
	if f := last(); f.MemberID != 5 || f.State != data.Asked || f.EventID != 10 || f.On != today || f.Rule != "" {
		t.Errorf("the file has %+v", f)
	}
	b.Tap("Second lightning round")
	if v := b.Visits[len(b.Visits)-1]; v.Page != "events" || v.Args != int64(10) {
		t.Errorf("went to %+v", v)
	}
	b.Tap("Asked")
	b.Tap("Said yes")
	if f := last(); f.State != data.SaidYes {
		t.Errorf("state %q", f.State)
	}
	b.Tap("Said yes")
	b.Tap("Change…")
	b.Type("What you asked or promised", "Speak about names")
	b.Choose("How it stands", "Done")
	b.Tap("Note it")
	b.WantNot("Speak about names")
	b.Tap("Show 1 closed")
	b.Want("Speak about names")
	b.TapNode(b.ByID("chip", fmt.Sprintf("followup.%d", last().ID)))
	b.Tap("Remove")
	b.WantNot("Follow-ups", "Speak about names")
	b.Notices[len(b.Notices)-1].Do()
	b.Settle()
	b.Want("Follow-ups", "Speak about names")
}

// Given a newcomer, then each tick writes its row and takes it away again.
func TestWelcomeTicks(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.screen.Arrive(int64(22))
	b.Settle()
	b.Want("Welcome", "Welcome sent", "Has a buddy", "First event; the next is on 5 Dec 2026")
	before := b.Read()
	b.TapNode(b.ByID("check", "welcome.written"))
	b.Want("Welcome sent, today")
	s := b.Read()
	if f := s.FollowUps[len(s.FollowUps)-1]; f.MemberID != 22 || f.Rule != "C13" || f.State != data.Done || f.What != "Welcome Ægir Strømø" {
		t.Errorf("the file has %+v", f)
	}
	b.TapNode(b.ByID("check", "welcome.written"))
	b.WantNot("Welcome sent, today")
	if got := len(b.Read().FollowUps); got != len(before.FollowUps) {
		t.Errorf("%d follow-ups are left", got)
	}
	b.TapNode(b.ByID("check", "welcome.paired"))
	b.Tap("Note it")
	if got := b.ErrorAt("Who guides them"); got != "Please choose who it is." {
		t.Errorf("below the field stands %q", got)
	}
	b.Tap("Cancel")
	if got := b.ByID("check", "welcome.paired").Object.(*kit.Check).Ticked(); got {
		t.Error("the tick stays after Cancel")
	}
	b.TapNode(b.ByID("check", "welcome.paired"))
	b.Choose("Who guides them", "Олена Шевченко")
	b.Tap("Note it")
	b.Want("Has a buddy: Олена Шевченко, today")
	s = b.Read()
	if c := s.Contributions[len(s.Contributions)-1]; c.MemberID != 5 || c.WhomID != 22 || c.Kind != data.Welcomed || c.On != today {
		t.Errorf("the file has %+v", c)
	}
	b.TapNode(b.ByID("check", "welcome.paired"))
	b.Want("Has a buddy")
	if got := len(b.Read().Contributions); got != len(before.Contributions) {
		t.Errorf("%d contributions are left", got)
	}
	b.TapNode(b.ByID("button", "welcome.first.do"))
	if v := b.Visits[len(b.Visits)-1]; v.Page != "events" || v.Args != int64(10) {
		t.Errorf("went to %+v", v)
	}
	b.TapNode(b.ByID("button", "welcome.written.do"))
	b.Want("Hello Ægir Strømø, good to have you with us. Our next event is “Second lightning round” on 5 Dec 2026")
	b.Tap("Copy")
	b.Notices[len(b.Notices)-1].Do()
	b.Settle()
	b.Want("Welcome sent, today")
}

// Other pages begin a note or a follow-up with what is known of it, and hear when it was saved.
func TestArriveWithSomethingBegun(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	saved := 0
	begin := func(row any) { b.screen.Arrive(kit.Begun{Row: row, Saved: func() { saved++ }}); b.Settle() }
	begin(data.FollowUp{MemberID: 6, What: "Speak at the lab", EventID: 10, Due: today.AddDays(3)})
	b.Want("Follow up with 王晓梅", "Speak at the lab", "Sat 5 Dec · Second lightning round", "Tue 24 Nov 2026")
	b.Tap("Cancel")
	if saved != 0 {
		t.Error("saved by Cancel")
	}
	begin(data.FollowUp{MemberID: 6, What: "Speak at the lab", EventID: 10})
	b.Tap("Note it")
	begin(data.Contribution{MemberID: 6, Kind: data.Welcomed, WhomID: 21})
	b.Want("Note a contribution of 王晓梅", "نور الهدى بنعلي")
	b.Tap("Note it")
	begin(data.HelpReceived{MemberID: 6})
	b.Tap("Note it")
	begin(data.Member{Name: "Ada", Email: "ada@example.org"})
	b.Tap("Add member")
	if saved != 4 {
		t.Errorf("%d of 4 were told of", saved)
	}
	s := b.Read()
	if m := s.Members[len(s.Members)-1]; m.Name != "Ada" || m.Email != "ada@example.org" || m.JoinedOn != today {
		t.Errorf("the file has %+v", m)
	}
	begin(data.FollowUp{MemberID: 5, Rule: "C30"})
	b.Tap("Copy")
	b.Notices[len(b.Notices)-1].Do()
	b.Settle()
	if saved != 5 {
		t.Errorf("the word sent was not told of: %d", saved)
	}
	b.WantNot("Organised 3 things without a role.")
	visits := len(b.Visits)
	begin(data.FollowUp{What: "about nobody"})
	if len(b.Visits) != visits || b.HasText("about nobody") {
		t.Error("something was begun about nobody")
	}
}
