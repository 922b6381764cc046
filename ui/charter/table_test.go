package charter

import (
	"context"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// entry is what is typed into a field of a form, or chosen in it when it begins with "=".
type entry struct{ label, value string }

func (b *bench) fillIn(entries []entry) {
	b.T.Helper()
	for _, e := range entries {
		if choice, chosen := strings.CutPrefix(e.value, "="); chosen {
			b.Choose(e.label, choice)
		} else {
			b.Type(e.label, e.value)
		}
	}
}

// lastDeed is the deed of a table's last row.
func (b *bench) lastDeed(id string, table Table) uitest.Node {
	b.T.Helper()
	var last uitest.Node
	for _, n := range b.FindAll(map[string]string{"edit": "Edit", "remove": "Remove"}[id]) {
		if l, ok := n.Object.(*kit.LinkBtn); ok && l.ID == id+"."+string(table) {
			last = n
		}
	}
	return last
}

// openFor opens the page that has a part, at the part.
func openFor(t *testing.T, p Part) *bench {
	t.Helper()
	if p == PartSponsors {
		return openSponsors(t, datatest.Demo(t), uitest.Options{})
	}
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.at(p)
	return b
}

// Given each table, when a row is added, changed, removed and brought back by the notice, then file and page follow.
func TestEveryTable(t *testing.T) {
	for _, tc := range []struct {
		part        Part
		table       Table
		add, title  string
		needed      string // the field that may not stay empty
		fill        []entry
		want        []string // on the page
		again       entry
		wantAgain   string
		read        func(*data.Snapshot) any
		first, then any
	}{
		{PartSponsors, TableSponsors, "Add sponsor", "Þórdís O'Neil", "Name",
			[]entry{{"Name", "Þórdís O'Neil"}, {"Function", "Director"}, {"Kind of sponsor", "=High-level champion"}, {"E-mail (may stay empty)", "t@x.org"}, {"What they hope for", "Calm"}},
			[]string{"Þórdís O'Neil", "Director · High-level champion", "t@x.org", "Calm"}, entry{"Function", "Dean"}, "Dean · High-level champion",
			func(s *data.Snapshot) any { r := s.Sponsors[len(s.Sponsors)-1]; r.ID = 0; return r },
			data.Sponsor{Name: "Þórdís O'Neil", Function: "Director", Kind: data.Champion, Email: "t@x.org", HopesFor: "Calm"},
			data.Sponsor{Name: "Þórdís O'Neil", Function: "Dean", Kind: data.Champion, Email: "t@x.org", HopesFor: "Calm"}},
		{PartDefine, TableStakeholders, "Add stakeholder", "王晓梅", "Name",
			[]entry{{"Name", "王晓梅"}, {"Function", "Works council"}, {"What is at stake for them", "Hours"}, {"Attitude (only for you)", "=Doubts"}},
			[]string{"王晓梅", "Works council", "Hours", "Doubts (only you see this)"}, entry{"Attitude (only for you)", "=Neutral"}, "Neutral (only you see this)",
			func(s *data.Snapshot) any { r := s.Stakes[len(s.Stakes)-1]; r.ID = 0; return r },
			data.Stakeholder{Name: "王晓梅", Function: "Works council", Stake: "Hours", Attitude: data.Doubts},
			data.Stakeholder{Name: "王晓梅", Function: "Works council", Stake: "Hours", Attitude: data.Neutral}},
		{PartDefine, TableRoles, "Describe a role", "Welcomer", "",
			[]entry{{"Role", "=Welcomer"}, {"What it does here", "Greets"}},
			[]string{"Welcomer", "Greets"}, entry{"What it does here", "Greets newcomers"}, "Greets newcomers",
			func(s *data.Snapshot) any { r := s.RoleDefs[len(s.RoleDefs)-1]; r.ID = 0; return r },
			data.RoleDefinition{Role: data.RoleWelcomer, Duty: "Greets"}, data.RoleDefinition{Role: data.RoleWelcomer, Duty: "Greets newcomers"}},
		{PartDefine, TableTerms, "Add word", "Oracle", "Word",
			[]entry{{"Word", "Oracle"}, {"What we mean by it", "Knows what is right"}},
			[]string{"Oracle", "Knows what is right"}, entry{"What we mean by it", "Tells right from wrong"}, "Tells right from wrong",
			func(s *data.Snapshot) any { r := s.Terms[len(s.Terms)-1]; r.ID = 0; return r },
			data.Term{Term: "Oracle", Meaning: "Knows what is right"}, data.Term{Term: "Oracle", Meaning: "Tells right from wrong"}},
		{PartMandate, TableChannels, "Add channel", "List", "Name",
			[]entry{{"Name", "List"}, {"What for", "=To discuss"}, {"Link or place", "list@x.org"}},
			[]string{"List", "To discuss", "list@x.org"}, entry{"Link or place", "board"}, "board",
			func(s *data.Snapshot) any { r := s.Channels[len(s.Channels)-1]; r.ID = 0; return r },
			data.Channel{Name: "List", Use: data.UseDiscuss, Link: "list@x.org"}, data.Channel{Name: "List", Use: data.UseDiscuss, Link: "board"}},
		{PartMeasures, TableMeasures, "Add measure", "Fewer late defects", "How we shall know",
			[]entry{{"How we shall know", "Fewer late defects"}, {"At the start", "12"}, {"Target", "6"}, {"To be reached by", "2027-06-30"}, {"Who tells the number", "Support"}},
			[]string{"Fewer late defects", "from 12 · to 6", "to be reached by 30 Jun 2027", "told by: Support"}, entry{"Target", "5"}, "from 12 · to 5",
			func(s *data.Snapshot) any { r := s.Measures[len(s.Measures)-1]; r.ID = 0; return r },
			data.Measure{Wording: "Fewer late defects", Kind: data.MeasureOutside, Baseline: "12", Target: "6", Source: "Support", Due: data.NewDate(2027, 6, 30)},
			data.Measure{Wording: "Fewer late defects", Kind: data.MeasureOutside, Baseline: "12", Target: "5", Source: "Support", Due: data.NewDate(2027, 6, 30)}},
		{PartCanvas, TableSlows, "Add what slows", "No time", "In a few words",
			[]entry{{"In a few words", "No time"}, {"Strength, 1 to 5", "4"}},
			[]string{"No time", "strength 4 of 5"}, entry{"Strength, 1 to 5", "2"}, "strength 2 of 5",
			func(s *data.Snapshot) any { r := s.Forces[len(s.Forces)-1]; r.ID = 0; return r },
			data.Force{Side: data.ForceSlows, Text: "No time", Strength: 4}, data.Force{Side: data.ForceSlows, Text: "No time", Strength: 2}},
	} {
		t.Run(string(tc.table), func(t *testing.T) {
			b := openFor(t, tc.part)
			b.screen.Arrive(map[Table]string{TableStakeholders: "stakeholders", TableTerms: "vocabulary"}[tc.table])
			rows := func() int { return len(b.screen.state.View().Tables[tc.table]) }
			before := rows()
			b.Tap(tc.add)
			if tc.needed != "" {
				b.Tap("Save")
				if got := b.ErrorAt(tc.needed); got != "Please fill this in." {
					t.Errorf("%s empty: %q", tc.needed, got)
				}
			}
			b.fillIn(tc.fill)
			b.Tap("Save")
			if got := tc.read(b.Read()); got != tc.first || rows() != before+1 {
				t.Fatalf("the file has %+v, want %+v; %d rows of %d", got, tc.first, rows(), before+1)
			}
			b.Want(tc.want...)
			nth := func(id string) uitest.Node { return b.lastDeed(id, tc.table) }
			b.TapNode(nth("edit"))
			b.fillIn([]entry{tc.again})
			b.Key("Escape")
			b.Tap("Drop it")
			if got := tc.read(b.Read()); got != tc.first {
				t.Errorf("Escape changed the file to %+v", got)
			}
			b.TapNode(nth("edit"))
			b.fillIn([]entry{tc.again})
			b.Tap("Save")
			if got := tc.read(b.Read()); got != tc.then {
				t.Errorf("the file has %+v, want %+v", got, tc.then)
			}
			b.Want(tc.wantAgain)
			b.TapNode(nth("remove"))
			if rows() != before || b.HasText(tc.title) {
				t.Errorf("%d rows of %d after removing", rows(), before)
			}
			n := b.Notices[len(b.Notices)-1]
			if n.Text != "“"+tc.title+"” was removed." || n.Action != "Undo" {
				t.Errorf("the notice is %+v", n)
			}
			n.Do()
			b.Settle()
			if got := tc.read(b.Read()); got != tc.then || rows() != before+1 {
				t.Errorf("brought back, the file has %+v", got)
			}
			b.Want(tc.title)
			b.Undo()
			b.Want(tc.want...)
		})
	}
}

// Given a removal after which something else was done, then the notice's Undo leaves that alone and says so.
func TestUndoOfAnOldRemoval(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.at(PartMandate)
	b.Tap("Remove")
	if err := b.Store.ChangeCommunity(context.Background(), store.Visit{}, func(c *data.Community) { c.Tagline = "new" }); err != nil {
		t.Fatal(err)
	}
	b.Notices[0].Do()
	if got := b.LastNotice(); !strings.HasPrefix(got, "Something else was done since") || b.community().Tagline != "new" {
		t.Errorf("the notice says %q, the tagline %q", got, b.community().Tagline)
	}
}

// Given two removals that are called the same, when the second was taken back by Ctrl+Z, then its notice brings the
// first back no more than the first's notice brought the second back.
func TestUndoOfTheOtherRemoval(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	all := len(b.Read().RoleDefs)
	b.TapNode(b.lastDeed("remove", TableRoles))
	b.TapNode(b.lastDeed("remove", TableRoles))
	notices := slices.Clone(b.Notices)
	want := func(rows int) {
		t.Helper()
		if got := len(b.Read().RoleDefs); got != rows || !strings.HasPrefix(b.LastNotice(), "Something else was done since") {
			t.Errorf("%d rows of %d, the notice says %q", got, all, b.LastNotice())
		}
	}
	notices[0].Do()
	want(all - 2)
	b.Undo()
	notices[1].Do()
	want(all - 1)
}

// Given sponsors and measures, when contacts and values are noted under them, then they stand there, the latest first.
func TestUnderRows(t *testing.T) {
	b := openFor(t, PartSponsors)
	b.Tap("Note a talk or report")
	b.fillIn([]entry{{"How", "=Report"}, {"On", "no day"}})
	b.Tap("Save")
	if got := b.ErrorAt("On"); got != "Please write a day, for example 5 Dec 2026." {
		t.Errorf("no day: %q", got)
	}
	b.fillIn([]entry{{"On", "2026-11-20"}, {"In a few words", "Sent figures"}})
	b.Tap("Save")
	s := b.Read()
	if got := s.Contacts[len(s.Contacts)-1]; got.SponsorID != 1 || got.Kind != data.ContactReport || got.On.String() != "2026-11-20" || got.Note != "Sent figures" {
		t.Errorf("the file has %+v", got)
	}
	if under := b.screen.state.View().Tables[TableSponsors][0].Under; len(under) != 2 || under[0].Title != "Report, 20 Nov 2026" {
		t.Errorf("under the sponsor stand %+v", under)
	}
	b.Want("Report, 20 Nov 2026", "Sent figures")
	b.TapNode(b.ByID("button", "remove.contacts"))
	b.WantNot("Report, 20 Nov 2026")
	b = openFor(t, PartMeasures)
	for _, day := range []string{"2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-21"} {
		b.Tap("Note a value")
		b.fillIn([]entry{{"What it reads", "1" + day[8:] + " %"}, {"On", day}})
		b.Tap("Save")
	}
	b.Want("from 31 % of runs · now 121 % · to 10 %", "121 % on 21 Nov 2026", "Show 3 more")
	b.WantNot("119 % on 19 Nov 2026")
	b.Tap("Show 3 more")
	b.Want("119 % on 19 Nov 2026", "19 % on 1 Nov 2026")
	if got := b.screen.state.View().Tables[TableMeasures][0].Under[0].Lines; len(got) != 1 || got[0] != "Pipeline statistics" {
		t.Errorf("the source is not taken from the measure: %v", got)
	}
}

// Given limits of data/README.md, Charter, then a sponsor or measure too many, and a role described twice, are refused in
// the form.
func TestLimitsOfTables(t *testing.T) {
	st := datatest.Demo(t)
	for _, name := range []string{"C", "D", "E"} {
		if err := store.Rows(st, store.Sponsors).Save(context.Background(), &data.Sponsor{Name: name}); err != nil {
			t.Fatal(err)
		}
	}
	b := openSponsors(t, st, uitest.Options{})
	b.Fire("members.addSponsor")
	b.Type("Name", "F")
	b.Tap("Save")
	b.Want("There is room for 5; please take one away first.")
	b.Key("Escape")
	b.Tap("Drop it")
	b = open(t, st, uitest.Options{})
	b.Fire("charter.addRole")
	b.Choose("Role", "Core team")
	b.Tap("Save")
	if got := b.ErrorAt("Role"); got != "This role is described already." {
		t.Errorf("the role: %q", got)
	}
	b.Key("Escape")
	b.Tap("Drop it")
	b.Fire("charter.addMeasure")
	b.fillIn([]entry{{"How we shall know", "Sharing"}, {"Where the figure comes from", "=A health card"}, {"Health card", "=Passing on what we know"}})
	b.Tap("Save")
	s := datatest.Read(t, st)
	if got := s.Measures[len(s.Measures)-1]; got.Kind != data.MeasureDimension || got.Card != "sharing" {
		t.Errorf("the file has %+v", got)
	}
	b.Fire("charter.addSupport")
	b.fillIn([]entry{{"In a few words", "x"}, {"Strength, 1 to 5", "6"}})
	b.Tap("Save")
	if got := b.ErrorAt("Strength, 1 to 5"); got != "Please choose a number from 1 to 5." {
		t.Errorf("the strength: %q", got)
	}
}

// Given a row and a note, when they are tapped with the other button, then their deeds are offered.
func TestMenusOfRows(t *testing.T) {
	b := openFor(t, PartSponsors)
	b.TapSecondary("Engineering director · Business owner")
	b.Want("Note a talk or report", "Edit", "Remove")
	b.Tap("Edit")
	b.Want("Change sponsor")
	b.Key("Escape")
	b = openFor(t, PartDefine)
	b.TapSecondary("25 weeks ago, Purpose")
	b.Tap("Remove")
	if n := len(b.Read().Notes); n != 0 {
		t.Errorf("%d notes are left", n)
	}
	b.Want("What was said when you wrote this, and why: a note keeps it, with its day.")
	b.Notices[len(b.Notices)-1].Do()
	b.Want("Two people asked whether operations belong: yes.")
}

// Given a part, when a note is added there, then it is about that part, and stands beside it only.
func TestNotes(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.at(PartMeasures)
	b.WantNot("Two people asked")
	b.at(PartMandate)
	b.Tap("Add note")
	b.Tap("Save")
	if got := b.ErrorAt("Note"); got != "Please fill this in." {
		t.Errorf("an empty note: %q", got)
	}
	b.Type("Note", "HR agrees")
	b.Tap("Save")
	b.Want("today, Mandate and agreements", "HR agrees")
	s := b.Read()
	if got := s.Notes[len(s.Notes)-1]; got.Section != data.SectionMandate || got.On != datatest.Today || got.Text != "HR agrees" {
		t.Errorf("the file has %+v", got)
	}
	b.TapNode(b.ByID("button", "edit.notes"))
	b.fillIn([]entry{{"About", "=Measures"}})
	b.Tap("Save")
	b.WantNot("HR agrees")
	b.at(PartMeasures)
	b.Want("HR agrees")
	b.Undo()
	b.WantNot("HR agrees")
}

// Given a file that is only read, then fields are shut and no deed is offered, but everything can be seen.
func TestReadOnly(t *testing.T) {
	w := uitest.Open(t, uitest.Options{ReadOnly: true})
	s := New(w.Deps(), datatest.Demo(t))
	w.ShowPage(s)
	for _, p := range Parts {
		s.open(p)
		w.Settle()
		w.WantNot("Edit", "Remove", "Agree this version", "Add sponsor", "Add note", "Note a value", "Note a talk or report", "Follow up", "Ask the sponsors", "Note a report", "Note what you asked",
			"Work on this now", "Put 3 lines on the board…", "Add an item that serves it", "Edit the canvas", "Choose a picture…", "Pass leadership to…")
	}
	s.open(PartDefine)
	if f, ok := w.Field("Who belongs").Object.(*kit.Reading); !ok || !f.Disabled() {
		t.Error("a field can be typed into")
	}
	for _, c := range w.Commands.All() {
		if !slices.Contains(harmless, c.ID) && w.Fire(c.ID) {
			t.Errorf("%s did something", c.ID)
		}
	}
}

// elsewhere are the commands that only lead to another page; harmless are all that change nothing.
var (
	elsewhere = []string{"charter.poster", "charter.print", "charter.sheets"}
	harmless  = append([]string{"charter.compare", "charter.stage"}, elsewhere...)
)

// Given a file that can't be read, then the page says so and Try again brings it back.
func TestFailingStore(t *testing.T) {
	st, faults := datatest.Breakable(t)
	faults.Set(datatest.Reading(errBroken))
	w := uitest.Open(t, uitest.Options{})
	s := New(w.Deps(), st)
	w.ShowPage(s)
	w.Want("Something went wrong.", "Try again")
	s.Arrive("needs")
	for _, c := range w.Commands.All() {
		if !slices.Contains(elsewhere, c.ID) && w.Fire(c.ID) {
			t.Errorf("%s did something", c.ID)
		}
	}
	s.Arrive(PartVersions)
	w.Want("Something went wrong.")
	s.Leave()
	s.New()
	faults.Set()
	w.Tap("Try again")
	w.Want("18 of 18 filled")
	if w.FocusText() != "" || s.at != PartDefine {
		t.Errorf("the field asked for is not gone to: %s", s.at)
	}
	faults.Set(datatest.Reading(errBroken))
	s.Load()
	w.Want("Something went wrong.")
	faults.Set()
	s.Load()
	w.Want("18 of 18 filled")
}

// Given two readings under way, when the older one comes last, then it is dropped.
func TestLateAnswerIsDropped(t *testing.T) {
	st := datatest.Demo(t)
	late := &uitest.HandRunner{}
	w := uitest.Open(t, uitest.Options{Runner: late})
	s := New(w.Deps(), st)
	w.ShowPage(s)
	late.Work(0)
	if err := st.ChangeCommunity(context.Background(), store.Visit{}, func(c *data.Community) { c.Tagline = "newer" }); err != nil {
		t.Fatal(err)
	}
	s.Load()
	late.Finish(1)
	late.Finish(0)
	if got := s.state.View().Community.Tagline; got != "newer" {
		t.Errorf("the late answer is shown: %q", got)
	}
}
