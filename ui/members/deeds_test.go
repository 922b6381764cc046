package members

import (
	"context"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/uitest"
)

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
