package members

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// wide has room for all chips, those of people who have left too.
var wide = uitest.Options{Width: 1600, Height: 800}

// Given a member with a role and a level set by hand, when it is noted that they left some days ago, then both end that day and
// the history stays.
func TestLeaveOnADay(t *testing.T) {
	st := datatest.Demo(t)
	if err := st.DeclareLevel(context.Background(), 2, data.Active, "", 0); err != nil {
		t.Fatal(err)
	}
	b := open(t, st, wide)
	b.pick("Łukasz Wiśniewski")
	b.tapMore()
	b.Tap("Łukasz Wiśniewski has left")
	b.Type("Left on", "2026-04-01")
	b.Tap("Note it")
	b.Want("The day of leaving lies before the day of joining.")
	b.Type("Left on", "2026-11-14")
	b.Tap("Note it")
	b.Want("Everyone 23", "Left 1")
	if m := b.member(2); m.LeftOn.String() != "2026-11-14" || len(b.Read().RolesOf(2, today)) != 0 {
		t.Errorf("the file has %+v, roles %v", m, b.Read().RolesOf(2, today))
	}
	if got := b.LastNotice(); got != "Łukasz Wiśniewski left. What they did stays in the figures." {
		t.Errorf("the notice says %q", got)
	}
	b.Want("laid down a role: Core team", "1 week ago  left", "spoke: “Accessibility checks by hand”")
	b.WantNot("Why?", "Core team\n")
	if b.Commands.Get("members.left").Can() || b.Commands.Get("members.declare").Can() {
		t.Error("somebody who left could leave again, or be given a level")
	}
	b.Undo()
	b.Want("Everyone 24")
	if got := b.Read().RolesOf(2, today); len(got) != 1 {
		t.Errorf("after undo the roles are %v", got)
	}
	b.Fire("members.left")
	b.Type("Left on", "2026-12-31")
	b.Tap("Note it")
	b.Want("Everyone 24", "leaves 31 Dec 2026")
	if got := b.LastNotice(); got != "Łukasz Wiśniewski leaves on 31 Dec 2026. What they did stays in the figures." {
		t.Errorf("the notice says %q", got)
	}
}

// Given the leader, when they pass the lead on, then the day is checked and exactly one leads.
func TestTheLeaderPassesOn(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.pick("Zoë Marchand-Núñez")
	b.tapMore()
	b.Tap("Pass leadership on")
	b.Tap("Pass leadership")
	if got := b.ErrorAt("To whom"); got != "Please choose who it is." {
		t.Errorf("below To whom stands %q", got)
	}
	b.Choose("To whom", "Олена Шевченко")
	b.Type("Leads from", "2027-01-01")
	b.Tap("Pass leadership")
	if got := b.ErrorAt("Leads from"); got == "" {
		t.Error("a day to come was taken")
	}
	b.Type("Leads from", "2026-11-20")
	b.Tap("Pass leadership")
	s := b.Read()
	if s.Community.LeaderID != 5 || s.LeaderOn(today.AddDays(-2)) != 1 || s.LeaderOn(today) != 5 {
		t.Errorf("member %d leads", s.Community.LeaderID)
	}
	b.Want("Hand over to Олена Шевченко", "The binder", "The file", "A note to the members", "A note to the sponsors")
	handsOver(b)
	b.Tap("Close")
	b.Want("passed the lead on")
}

// handsOver walks through what is left once leadership was passed on.
func handsOver(b *bench) {
	b.T.Helper()
	last := func() any { return b.Visits[len(b.Visits)-1].Args }
	for _, step := range []struct{ key, document string }{{"binder", "handover"}, {"file", "handover-file"}} {
		b.TapNode(b.ByID("button", "hand."+step.key))
		paper, is := last().(kit.Saving)
		if !is || paper.Document != step.document {
			b.T.Fatalf("%s leads to %+v", step.key, last())
		}
		paper.Then()
		b.Settle()
		b.Want("Hand over to Олена Шевченко")
	}
	b.TapNode(b.ByID("button", "hand.members"))
	letter, is := last().(kit.Message)
	if !is || len(letter.To) != 22 || letter.By != "Zoë Marchand-Núñez" || !strings.Contains(letter.Subject, "Олена Шевченко leads our community") {
		b.T.Fatalf("the note to the members is %+v", last())
	}
	letter.Then(false) // put aside: it is still to be done
	b.Settle()
	b.TapNode(b.ByID("button", "hand.members"))
	last().(kit.Message).Then(true)
	b.Settle()
	b.TapNode(b.ByID("button", "hand.sponsors"))
	if letter, is = last().(kit.Message); !is || len(letter.To) != 0 {
		b.T.Fatalf("the note to the sponsors is %+v", last())
	}
	b.Fire("members.handing")
	b.Want("A note to the sponsors")
	letter.Then(true)
	b.Settle()
	if b.Commands.Get("members.handing").Can() {
		b.T.Error("all is done, and still it goes on")
	}
}

// Given a person, when they are erased, then what changes is said before, a tick is asked for, the name is gone from the file and
// its copies, and the figures stand.
func TestErase(t *testing.T) {
	st := datatest.Demo(t)
	b := &bench{Bench: uitest.NewBench(t, st, uitest.Options{Height: 1400, Width: 1600})}
	asked, forgot := 0, 0
	deps := b.Deps()
	deps.Beyond = kit.Beyond{Copies: func() []string { asked++; return nil }, Forget: func() error { forgot++; return nil }}
	b.screen = New(deps, st, "")
	b.Put(b.screen)
	before := b.Read()
	b.pick("王晓梅")
	b.Want("Edit")
	b.tapMore()
	b.Tap("Forget 王晓梅…")
	b.Want("7 attendances stay, under “former member 1”.", "What you printed, sent or copied elsewhere is out of reach.", "I know that this can't be undone")
	b.Tap("Forget for good")
	b.Want("Please tick this first; there is no way back.")
	if m := b.member(6); m.Erased() || asked > 0 || forgot > 0 {
		t.Fatal("erased without the tick")
	}
	b.Tap("Keep")
	b.Fire("members.erase")
	b.TapNode(b.ByID("check", "erase.sure"))
	b.Tap("Forget for good")
	b.Settle()
	s := b.Read()
	if m, _ := s.MemberByID(6); m.Name != "former member 1" || m.Email != "" || !m.Erased() || asked != 1 || forgot != 1 {
		t.Errorf("the file has %+v; copies were asked for %d times, documents forgotten %d times", m, asked, forgot)
	}
	if len(s.Attendance) != len(before.Attendance) {
		t.Errorf("%d attendances of %d are left", len(s.Attendance), len(before.Attendance))
	}
	b.WantNot("王晓梅")
	b.Want("Left 1", "former member 1")
	if got := b.LastNotice(); got != "The person was forgotten. The figures are as they were." {
		t.Errorf("the notice says %q", got)
	}
	if _, can := st.NextUndo(context.Background()); can {
		t.Error("the erasure could be undone")
	}
	b.checkErasedIsLocked(t)
}

// checkErasedIsLocked sees that nothing more can be done to the erased person shown, but to the next one.
func (b *bench) checkErasedIsLocked(t *testing.T) {
	t.Helper()
	b.WantNot("More", "Note a contribution", "Edit")
	for _, id := range []string{"members.erase", "members.remove", "members.note", "members.lead"} {
		if b.Commands.Get(id).Can() {
			t.Errorf("%s is offered for an erased person", id)
		}
	}
	if b.screen.pane.fields.Input("unit") != nil {
		t.Error("the fields of an erased person can be typed into")
	}
	b.screen.Arrive(int64(5))
	b.Settle()
	if b.screen.pane.fields.Input("unit") == nil {
		t.Error("the fields of the next person can't be typed into")
	}
}

// Erasing that fails says so and leaves the person.
func TestEraseFails(t *testing.T) {
	st, faults := datatest.Breakable(t)
	faults.Set(datatest.Writing(data.Fault(data.CodeFull, "There is no space left; nothing was changed.")))
	b := open(t, st, uitest.Options{})
	b.pick("Олена Шевченко")
	b.Fire("members.erase")
	b.TapNode(b.ByID("check", "erase.sure"))
	b.Tap("Forget for good")
	if got, m := b.LastNotice(), b.member(5); got != "There is no space left; nothing was changed." || m.Erased() {
		t.Errorf("the notice says %q", got)
	}
	faults.Set(datatest.Reading(data.Fault(data.CodeUnreadable, "The file cannot be read just now.")))
	b.Tap("Changes")
	if got := b.LastNotice(); got != "The file cannot be read just now." {
		t.Errorf("reading the changes says %q", got)
	}
}

// Given a person, when everything about them is saved, then the file is about just that person; a folder that can't be written
// to is told of, and a file that is only read can tell too.
func TestEverythingAboutAPerson(t *testing.T) {
	path := filepath.Join(t.TempDir(), "person.html")
	for name, readOnly := range map[string]bool{"own": false, "only read": true} {
		t.Run(name, func(t *testing.T) {
			b := open(t, datatest.Demo(t), uitest.Options{ReadOnly: readOnly})
			b.pick("Олена Шевченко")
			b.Files.SavePath = path
			if !b.Fire("members.person") {
				t.Fatal("it is not offered")
			}
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if text := string(content); !strings.Contains(text, "Олена Шевченко") || !strings.Contains(text, "How we name tests") ||
				strings.Contains(text, "m06@meridian.example") {
				t.Errorf("the file holds\n%.400s", text)
			}
			if n := b.Notices[len(b.Notices)-1]; !strings.HasPrefix(n.Text, "“person.html” is saved in ") || n.Action != "Open" {
				t.Errorf("the notice is %+v", n)
			}
		})
	}
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Files.SavePath = filepath.Join(t.TempDir(), "nowhere", "person.html")
	b.Fire("members.person")
	if got := b.LastNotice(); got == "" || strings.Contains(got, "is saved in") {
		t.Errorf("the notice says %q", got)
	}
	if _, err := os.Stat(b.Files.SavePath); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file came to be: %v", err)
	}
}
