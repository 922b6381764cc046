package members

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// bench is the screen in a window over a real file.
type bench struct {
	*uitest.Bench
	screen *Screen
}

func open(t testing.TB, st *store.Store, o uitest.Options) *bench {
	t.Helper()
	b := &bench{Bench: uitest.NewBench(t, st, o)}
	b.screen = New(b.Deps(), st, "")
	b.Put(b.screen)
	return b
}

// member reads somebody from the file.
func (b *bench) member(id int64) data.Member {
	b.T.Helper()
	m, ok := b.Read().MemberByID(id)
	if !ok {
		b.T.Fatalf("member %d is not in the file", id)
	}
	return m
}

// fieldText is what stands in a field of the person shown.
func (b *bench) fieldText(name string) string {
	b.T.Helper()
	f, ok := b.screen.pane.fields.Input(name).(*kit.TextField)
	if !ok {
		b.T.Fatalf("no field %q", name)
	}
	return f.Text
}

// pick selects somebody in the list.
func (b *bench) pick(name string) {
	b.T.Helper()
	b.Tap(name)
	if got := b.screen.pane.detail.Member.Name; got != name {
		b.T.Fatalf("the pane shows %q, want %q", got, name)
	}
}

// tapMore opens the menu of what can be done with the person: it stands below the one of the chips.
func (b *bench) tapMore() {
	b.T.Helper()
	all := b.FindAll("More")
	b.TapNode(all[len(all)-1])
}

// Given the demo community, then the screen shows what data/README.md, Demo says, the leader selected.
func TestDemoRoster(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Want("Everyone 24", "Core 3", "Active 5", "Occasional 7", "More",
		"24 of 24 shown · sorted by level, then name", "Олена Шевченко", "9 of 9", "Payments", "test naming, code review", "Sat 14 Nov")
	b.Tap("More")
	b.Want("Peripheral 8", "Contacts 1", "Sponsors 2")
	b.Key(fyne.KeyEscape)
	b.pick("Олена Шевченко")
	b.Want("m05@meridian.example", "At 9 of 9 events, 6 contributions since 24 May 2026.", "History", "finished “How we name tests”")
	b.screen.Arrive(int64(4))
	b.Settle()
	b.Want("not seen at work in the core", "Has a core role, but events and board don't show it at present.", "joined", "30 weeks ago")
}

// Given the demo, when a chip is tapped and a name typed without its accents, then only those are shown, and Show everyone
// leads back.
func TestChipsAndSearch(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Occasional 7")
	b.Want("7 of 24 shown", "Güneş Yıldırım")
	b.WantNot("Žofie Dvořáková")
	b.Type("Find…", "gunes YILD")
	b.Want("1 of 24 shown", "Güneş Yıldırım")
	b.Type("Find…", "zzz")
	b.Want("Nobody found.", "0 of 24 shown")
	b.Tap("Show everyone")
	b.Want("24 of 24 shown", "Žofie Dvořáková")
	b.Type("Find…", "contract tests")
	b.Want("Þórdís Jónsdóttir", "1 of 24 shown")
}

// Given the list, when a heading is tapped once, twice, three times, then it is sorted, backwards, and as it was.
func TestSortByHeading(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	first := func() string { return b.screen.state.NameOf(b.screen.VisibleIDs()[0]) }
	b.Tap("Name")
	b.Want("sorted by name")
	if first() != "Åsa Lindqvist" && first() != "Ægir Strømø" {
		t.Errorf("first by name is %s", first())
	}
	b.Tap("Name")
	b.Want("sorted by name, backwards")
	b.Tap("Name")
	b.Want("sorted by level, then name")
	b.Tap("Last seen")
	b.Want("sorted by last seen, then name")
}

// Given the form, when a member is added by typing, then the file has them, the list shows them selected, and undo takes them
// out again.
func TestAddMember(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Core 3")
	b.Tap("Add member")
	b.Type("E-mail (may stay empty)", "not an address")
	b.Tap("Add member")
	if got := b.ErrorAt("Name"); got != "Please fill this in." {
		t.Errorf("below Name stands %q", got)
	}
	if got := b.ErrorAt("E-mail (may stay empty)"); got != "This does not look like an e-mail address." {
		t.Errorf("below the address stands %q", got)
	}
	name := `Þórdís "O'Neil" 王晓梅 👩‍💻`
	b.Type("Name", name)
	b.Type("E-mail (may stay empty)", "thordis@example.org")
	b.Type("Unit", "Data")
	b.Type("Ask about", "naming, mocks; pairs")
	b.Type("Joined on", "2026-11-02\n")
	b.Want("Everyone 25", name)
	m := b.member(25)
	if m.Name != name || m.Email != "thordis@example.org" || m.Unit != "Data" || m.JoinedOn.String() != "2026-11-02" ||
		m.Kind != data.KindMember || m.Knows.String() != "naming\nmocks\npairs" {
		t.Errorf("the file has %+v", m)
	}
	if got := b.screen.pane.detail.Member.ID; got != 25 {
		t.Errorf("the pane shows member %d, want the new one", got)
	}
	b.Undo()
	b.Want("Everyone 24")
	b.WantNot("王晓梅 👩‍💻")
}

// Given a person, when a field is typed into and left, then the file has it and undo brings the old text back on screen.
func TestEditInPlace(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.pick("Олена Шевченко")
	b.Type("Unit", "Data")
	if got := b.member(5).Unit; got != "Payments" {
		t.Errorf("kept before the field was left: %q", got)
	}
	b.Timer.Pass(kit.CommitAfter)
	if got := b.member(5).Unit; got != "Data" {
		t.Errorf("two seconds later the file has %q", got)
	}
	b.Keys("base")
	b.Leave()
	if got := b.member(5).Unit; got != "Database" {
		t.Errorf("the file has %q", got)
	}
	b.Undo() // the whole visit
	if got := b.member(5).Unit; got != "Payments" {
		t.Errorf("after undo the file has %q", got)
	}
	if got := b.fieldText("unit"); got != "Payments" {
		t.Errorf("after undo the field shows %q", got)
	}
	b.Type("Ask about", "naming · review")
	b.Leave()
	if got := b.member(5).Knows.String(); got != "naming\nreview" {
		t.Errorf("asked about: %q", got)
	}
}

// Given text typed about one person, when another is selected before it was kept, then it is kept about the first.
func TestSelectingKeepsWhatWasTyped(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.pick("Олена Шевченко")
	b.Type("Unit", "Archive")
	b.pick("王晓梅")
	if got := b.member(5).Unit; got != "Archive" {
		t.Errorf("the first has %q", got)
	}
	if got := b.member(6).Unit; got != "Data" {
		t.Errorf("the second has %q", got)
	}
}

// Given the fields out of sight, when they are opened and filled, then dates, checks and the private note are kept, and what
// is wrong is said at its field.
func TestMoreFields(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 2000, Width: 1280})
	b.pick("王晓梅")
	b.WantNot("Wants our resources only")
	b.Tap("Dates and more")
	b.Type("Name", "")
	b.Leave()
	if got := b.ErrorAt("Name"); got != "Please fill this in." {
		t.Errorf("below Name stands %q", got)
	}
	b.Type("Name", "王小梅")
	b.Leave()
	b.Type("Left on", "2026-13-40")
	b.Leave()
	if got := b.ErrorAt("Left on"); got != "Please write a day, for example 5 Dec 2026." {
		t.Errorf("below Left on stands %q", got)
	}
	b.Type("Left on", "2020-01-01")
	b.Leave()
	if got := b.ErrorAt("Left on"); got != "The day of leaving lies before the day of joining." {
		t.Errorf("below Left on stands %q", got)
	}
	b.Type("Left on", "")
	b.Type("Note (only for you)", "first\nsecond")
	b.Leave()
	b.Tap("Wants our resources only")
	m := b.member(6)
	if m.Name != "王小梅" || m.LeftOn != 0 || m.Note != "first\nsecond" || !m.ResourcesOnly {
		t.Errorf("the file has %+v", m)
	}
	b.Want("Uses our resources only, by choice.")
	b.Tap("More")
	b.Want("Transactional 1")
}

// Given a member, when a level is declared with a reason, then list and pane show both, and the data can decide again.
func TestDeclareLevel(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.pick("Олена Шевченко")
	b.Choose("Level", "Core")
	b.Type("Reason (only for you; may stay empty)", "Runs the clinic")
	b.Tap("Set the level")
	b.Want("you: Core · worked out: Active", "Core 4", "Set by you on 21 Nov 2026; worked out: Active. Your reason: Runs the clinic. Look at it again on 19 Feb 2027.")
	s := b.Read()
	if n := len(s.Declared); n != 1 || s.Declared[0].Level != data.Core || s.Declared[0].Reason != "Runs the clinic" {
		t.Errorf("the file has %+v", s.Declared)
	}
	b.Choose("Level", "Worked out")
	b.Want("Core 3")
	b.WantNot("you: Core · worked out: Active")
	b.Choose("Level", "Peripheral")
	b.Tap("Cancel")
	if got := b.screen.pane.level.Chosen(); got != "" {
		t.Errorf("after Cancel the field shows %q", got)
	}
}

// Given a declared level whose day of review has come, then the pane says so with the sign of warning's words.
func TestDeclaredLevelIsDue(t *testing.T) {
	st := datatest.Demo(t)
	if err := st.DeclareLevel(context.Background(), 5, data.Core, "", datatest.Today); err != nil {
		t.Fatal(err)
	}
	b := open(t, st, uitest.Options{})
	b.pick("Олена Шевченко")
	b.Want("To be looked at again since 21 Nov 2026")
}

// Given two members, when the lead is passed after a question, then exactly one leads.
func TestPassTheLead(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.pick("Олена Шевченко")
	b.tapMore()
	b.Tap("Pass leadership to Олена Шевченко")
	b.Want("From that day Олена Шевченко leads the community in place of Zoë Marchand-Núñez, who stays a member.")
	b.Tap("Keep as it is")
	if got := b.Read().Community.LeaderID; got != 1 {
		t.Errorf("after No member %d leads", got)
	}
	b.Fire("members.lead")
	b.Tap("Pass leadership")
	s := b.Read()
	if s.Community.LeaderID != 5 {
		t.Errorf("member %d leads", s.Community.LeaderID)
	}
	b.Tap("Close")
	b.Want("Leads the community", "began to lead the community")
	if b.Commands.Get("members.remove").Can() || b.Commands.Get("members.left").Can() || b.Commands.Get("members.erase").Can() {
		t.Error("the leader could be removed")
	}
	b.Undo()
	if got := b.Read().Community.LeaderID; got != 1 {
		t.Errorf("after undo member %d leads", got)
	}
}

// Given a member, when roles are ticked and unticked, then the file has them from today.
func TestRoles(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.pick("Олена Шевченко")
	b.TapNode(b.ByID("check", "role.coreTeam"))
	if roles := b.Read().RolesOf(5, datatest.Today); len(roles) != 1 || roles[0] != data.RoleCoreTeam {
		t.Errorf("roles are %v", roles)
	}
	b.Want("took on a role: Core team", "Core 4") // 3 organising acts and now the role
	b.Tap("Roles")
	b.Tap("Welcomer")
	if roles := b.Read().RolesOf(5, datatest.Today); len(roles) != 2 || roles[1] != data.RoleWelcomer {
		t.Errorf("roles are %v", roles)
	}
	b.TapNode(b.ByID("check", "role.welcomer"))
	b.TapNode(b.ByID("check", "role.coreTeam"))
	if roles := b.Read().RolesOf(5, datatest.Today); len(roles) != 0 {
		t.Errorf("roles are %v", roles)
	}
	b.Want("Core 3")
}

// Given a member, when they are removed, then the notice offers Undo, which brings them back with what they did.
func TestRemoveAndUndo(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.pick("Олена Шевченко")
	before := b.Read()
	b.tapMore()
	b.Tap("Олена Шевченко was added by mistake")
	if _, there := b.Read().MemberByID(5); there {
		t.Fatal("still in the file")
	}
	b.Want("Everyone 23")
	n := b.Notices[len(b.Notices)-1]
	if n.Text != "Олена Шевченко was removed, with everything noted about them." || n.Action != "Undo" {
		t.Errorf("the notice is %+v", n)
	}
	n.Do()
	b.Settle()
	b.Want("Everyone 24", "At 9 of 9 events, 6 contributions since 24 May 2026.")
	if after := b.Read(); len(after.Attendance) != len(before.Attendance) {
		t.Errorf("%d attendances came back of %d", len(after.Attendance), len(before.Attendance))
	}
	b.Fire("members.remove")
	if err := store.Rows(b.Store, store.Members).Change(context.Background(), 6, store.Visit{}, func(m *data.Member) { m.Site = "Bonn" }); err != nil {
		t.Fatal(err)
	}
	b.Notices[len(b.Notices)-1].Do()
	if got := b.LastNotice(); !strings.HasPrefix(got, "Something else was done since") {
		t.Errorf("undoing after another deed says %q", got)
	}
	if got := b.member(6).Site; got != "Bonn" {
		t.Errorf("the other deed was undone: %q", got)
	}
}

// Given a member, when it is noted that they left, then they stand under Left and their history says so.
func TestLeftToday(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.pick("Олена Шевченко")
	b.Fire("members.left")
	b.Tap("Note it")
	b.Want("Everyone 23")
	if got := b.member(5).LeftOn; got != datatest.Today {
		t.Errorf("left on %s", got)
	}
	b.Tap("More")
	b.Tap("Left 1")
	b.Want("left 21 Nov 2026", "1 of 24 shown")
}

// Given an act of giving that the events don't show, when it is noted, then it counts and stands in the history.
func TestNoteContribution(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.pick("Олена Шевченко")
	b.Tap("Note a contribution")
	b.Choose("What they did", "Mentored somebody")
	b.Type("In a few words", "pairing with Data")
	b.Tap("Note it")
	b.Want("mentored somebody: pairing with Data", "At 9 of 9 events, 7 contributions since 24 May 2026.")
	s := b.Read()
	last := s.Contributions[len(s.Contributions)-1]
	if last.MemberID != 5 || last.Kind != data.Mentored || last.On != datatest.Today || last.Note != "pairing with Data" {
		t.Errorf("the file has %+v", last)
	}
}

// Given a row, when its menu is opened and the arrows are used, then deeds and people can be reached without the mouse.
func TestKeyboardAndMenu(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.TapSecondary("王晓梅")
	b.Want("王晓梅 has left", "王晓梅 was added by mistake", "Take 王晓梅 into the core team")
	b.Key("Escape")
	b.screen.Find()
	if b.Win.Canvas().Focused() != b.screen.search {
		t.Error("Find does not lead to the search field")
	}
	b.Win.Canvas().Focus(b.screen.list)
	before := b.screen.state.Selected()
	b.Key("Down")
	if b.screen.state.Selected() == before {
		t.Error("Down does not move the selection")
	}
	b.screen.Arrive(int64(12))
	if got := b.screen.pane.detail.Member.Name; got != "Дмитрий Орлов" {
		t.Errorf("arrived at %q", got)
	}
	b.screen.Arrive(data.Active)
	b.Want("5 of 24 shown")
}

// Given somebody searched for, when Enter is pressed, then the first found is shown, and Down leads on into the list.
func TestFromTheSearchFieldIntoTheList(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.screen.Find()
	b.Keys("data")
	b.Key("Return")
	first := b.screen.VisibleIDs()[0]
	if got := b.screen.state.Selected(); got != first {
		t.Errorf("Enter shows %d, want %d", got, first)
	}
	b.Key("Down")
	b.Key("Down")
	if got := b.screen.state.Selected(); got != b.screen.VisibleIDs()[1] {
		t.Errorf("Down shows %d of %v", got, b.screen.VisibleIDs())
	}
}

// Given a file that is only read, then no field and no deed is offered.
func TestReadOnly(t *testing.T) {
	w := uitest.Open(t, uitest.Options{ReadOnly: true})
	s := New(w.Deps(), datatest.Demo(t), "")
	w.ShowPage(s)
	w.Want("Everyone 24")
	w.WantNot("Add member", "More", "Note a contribution")
	if w.Fire("members.add") || w.Fire("members.remove") {
		t.Error("a deed was done")
	}
	if s.pane.fields.Input("unit") != nil || !s.pane.level.Disabled() {
		t.Error("fields can be typed into")
	}
}

// Given a community just founded, then its one member stands there without a level, and the first step is offered.
func TestFounded(t *testing.T) {
	b := open(t, datatest.Founded(t), uitest.Options{})
	b.Want("Everyone 1", "Ada", "Leader", "Not enough events yet", "Add the people you would like to have with you; a name is enough.", "Add member")
	b.WantNot("Core 0", "Contacts 0", "Left 0")
}

// Given large text in a small window, when the list has all the room, then what can be done with it stands in sight below it.
func TestFootOfTheListInASmallWindow(t *testing.T) {
	for _, o := range []uitest.Options{{Width: 960, Height: 640, Scale: 2}, {Scale: 2}, {}} {
		b := open(t, datatest.Demo(t), o)
		window := b.Win.Canvas().Size()
		for _, deed := range []string{"Columns", "Print or save…", "People moving"} {
			n := b.Find(deed)
			if n.At.X+n.Size.Width > window.Width || n.At.Y+n.Size.Height > window.Height {
				t.Errorf("%v: %q stands at %v", o, deed, n.At)
			}
		}
	}
}
