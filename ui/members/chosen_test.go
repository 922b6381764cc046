package members

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// five are the first five of the demo's list, in its order.
func five(b *bench) []int64 { return b.screen.VisibleIDs()[:5] }

// chooseFive chooses them by their boxes.
func (b *bench) chooseFive() []int64 {
	b.T.Helper()
	ids := five(b)
	for _, id := range ids {
		b.TapBox(fmt.Sprint(id))
	}
	b.Want("5 members chosen")
	return ids
}

// units are the units of some members, in the file.
func (b *bench) units(ids []int64) []string {
	var units []string
	for _, id := range ids {
		units = append(units, b.member(id).Unit)
	}
	return units
}

// Given five people chosen by their boxes, when their unit is changed, then all five are in it, the notice counts them, and one undo
// takes it back.
func TestUnitOfFive(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	ids := b.chooseFive()
	before := b.units(ids)
	b.TapNode(b.ByID("button", "chosen.members.unit"))
	b.Want("Change the unit of 5 members")
	b.Type("Unit", "Archive\n")
	if got := b.units(ids); slices.Compact(slices.Clone(got))[0] != "Archive" || len(slices.Compact(got)) != 1 {
		t.Errorf("their units are %v", got)
	}
	if n := b.Notices[len(b.Notices)-1]; n.Text != "The unit of 5 members was changed." || n.Action == "" {
		t.Errorf("told is %+v", n)
	}
	b.Want("5 members chosen") // for the next deed
	b.Undo()
	if got := b.units(ids); !slices.Equal(got, before) {
		t.Errorf("after the undo %v, before %v", got, before)
	}
}

// Given five people chosen, then each other deed is done to all of them at once.
func TestDeedsOnFive(t *testing.T) {
	for name, tc := range map[string]struct {
		do   func(b *bench)
		done func(b *bench, ids []int64) int // of how many it is true
	}{
		"level": {func(b *bench) {
			b.TapNode(b.ByID("button", "chosen.members.declare"))
			b.Tap("Occasional")
			b.Tap("Set the level")
		}, func(b *bench, ids []int64) int {
			return count(b.Read().Declared, func(d data.DeclaredLevel) bool { return slices.Contains(ids, d.MemberID) && d.Level == data.Occasional })
		}},
		"topics": {func(b *bench) {
			b.TapNode(b.ByID("button", "chosen.members.topics"))
			b.Type("Add to “Ask about”", "gliding, kites\n")
		}, func(b *bench, ids []int64) int {
			return count(b.Read().Members, func(m data.Member) bool {
				return slices.Contains(ids, m.ID) && slices.Contains(m.Knows, "gliding") && slices.Contains(m.Knows, "kites")
			})
		}},
		"role": {func(b *bench) {
			b.TapNode(b.ByID("button", "chosen.members.roles"))
			b.Tap("Expert")
		}, func(b *bench, ids []int64) int {
			return count(b.Read().Roles, func(r data.MemberRole) bool {
				return slices.Contains(ids, r.MemberID) && r.Role == data.RoleExpert && r.To == 0
			})
		}},
		"follow-up": {func(b *bench) {
			b.Fire("members.ask")
			b.Type("What you asked or promised", "A short talk in May\n")
		}, func(b *bench, ids []int64) int {
			return count(b.Read().FollowUps, func(f data.FollowUp) bool { return slices.Contains(ids, f.MemberID) && f.What == "A short talk in May" })
		}},
		"left": {func(b *bench) {
			b.Fire("members.left")
			b.Key(fyne.KeyReturn)
		}, func(b *bench, ids []int64) int {
			return count(b.Read().Members, func(m data.Member) bool { return slices.Contains(ids, m.ID) && m.LeftOn == datatest.Today })
		}},
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t, datatest.Demo(t), uitest.Options{})
			b.Tap("Active 5") // neither the leader, who can't leave, nor contacts, who have no roles
			ids := b.chooseFive()
			tc.do(b)
			if n := tc.done(b, ids); n != 5 {
				t.Errorf("done to %d", n)
			}
			if at := b.Win.Canvas().Focused(); slices.Contains([]string{"level", "role", "topics"}, name) && at != fyne.Focusable(b.screen.list) {
				t.Errorf("the focus is on %T", at)
			}
			b.Undo()
			if n := tc.done(b, ids); n != 0 {
				t.Errorf("after the undo still done to %d", n)
			}
		})
	}
}

func count[T any](rows []T, is func(T) bool) (n int) {
	for _, r := range rows {
		if is(r) {
			n++
		}
	}
	return n
}

// Given five people chosen, when they are ticked at an event, then the latest event is offered and all five came.
func TestTickFive(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	ids := b.chooseFive()
	b.Fire("members.came")
	b.Want("5 members came to…")
	b.Tap("Tick them")
	latest := b.screen.state.Attended()[0]
	if n := count(b.Read().Attendance, func(a data.Attendance) bool {
		return a.EventID == latest.ID && a.Present && slices.Contains(ids, a.MemberID)
	}); n != 5 {
		t.Errorf("%d of five came to “%s”", n, latest.Title)
	}
}

// Given several chosen, when Delete is pressed, then all of them are gone, and the notice brings them back, chosen again.
func TestDeleteSeveral(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Name")
	b.Tap(b.screen.state.NameOf(b.screen.VisibleIDs()[1]))
	b.Holding(fyne.KeyModifierShift, func() { b.Key(fyne.KeyDown); b.Key(fyne.KeyDown) })
	ids := b.screen.chosen()
	b.Want("3 members chosen")
	b.Key(fyne.KeyDelete)
	b.Want("21 of 21 shown")
	b.WantNot("members chosen")
	n := b.Notices[len(b.Notices)-1]
	if n.Text != "3 members were removed, with everything noted about them." {
		t.Errorf("told is %q", n.Text)
	}
	n.Do()
	b.Want("3 members chosen")
	if got := b.screen.chosen(); !slices.Equal(got, ids) {
		t.Errorf("chosen are %v, want %v", got, ids)
	}
}

// Given the leader among several, when they are removed, then nobody is, and it is said why.
func TestLeaderAmongSeveral(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Win.Canvas().Focus(b.screen.list)
	b.Shortcut(&fyne.ShortcutSelectAll{})
	b.Want("24 members chosen")
	b.Key(fyne.KeyDelete)
	b.Want("24 members chosen")
	if n := b.Notices[len(b.Notices)-1]; n.Kind != kit.Trouble {
		t.Errorf("told is %+v", n)
	}
}

// Given several chosen, when a search hides some, then those shown stay chosen; Escape leaves one selected first, wherever the keys are.
func TestChosenAreShown(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.screen.list.Mark(1, 2, 3)
	b.Type("Find…", "zoe")
	b.Want("1 member chosen")
	b.Type("Find…", "")
	b.Want("1 member chosen")
	if b.screen.StepOut(); b.screen.several() {
		t.Error("stepping out leaves several chosen")
	}
	b.WantNot("member chosen")
	if b.screen.StepOut() {
		t.Error("there was nothing more to step out of")
	}
}

// Given several chosen, then the row's menu and the page's commands count them, and those on one person rest.
func TestCommandsOnSeveral(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	ids := b.chooseFive()
	words := func() (all []string) {
		for _, i := range b.screen.menuOf(ids[0]) {
			all = append(all, kit.MenuWords(i))
		}
		return all
	}
	if got := words(); !slices.Contains(got, "Change the unit of 5 members…") || !slices.Contains(got, "5 members were added by mistake") {
		t.Errorf("the menu offers %v", got)
	}
	for id, can := range map[string]bool{"members.note": false, "members.erase": false, "members.person": false, "members.unit": true, "members.remove": true} {
		if got := b.Commands.Get(id).Can(); got != can {
			t.Errorf("%s can: %v", id, got)
		}
	}
	b.screen.list.Unmark()
	if got := words(); !slices.Contains(got, "Note a contribution of "+b.screen.state.NameOf(b.screen.state.Selected())) {
		t.Errorf("afterwards the menu offers %v", got)
	}
}

// Given contacts among those chosen, then only members get a level, and that is said.
func TestLevelLeavesContactsOut(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Win.Canvas().Focus(b.screen.list)
	b.Shortcut(&fyne.ShortcutSelectAll{})
	b.Fire("members.declare")
	b.Want("Set the level of 23 members", "1 of those chosen is a contact or has left, and gets none.")
	b.Tap("Set the level")
	if n := count(b.Read().Declared, func(d data.DeclaredLevel) bool { return d.DeclaredOn == datatest.Today && d.EndedOn == 0 }); n != 23 {
		t.Errorf("%d were set", n)
	}
}

// Choosing among ten thousand people: Shift and Ctrl+A beside a key that only moves, and what the menu says of those chosen. A frame has 16 ms.
func BenchmarkChoosing10000(b *testing.B) {
	w := open(b, datatest.Filled(b, datatest.Large(10000, 100, 5000)), uitest.Options{})
	list, unit := w.screen.list, w.Commands.Get("members.unit")
	w.Win.Canvas().Focus(list)
	down := func() { list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) }
	run := func(name string, do func()) {
		b.Run(name, func(b *testing.B) {
			for range b.N {
				do()
			}
		})
	}
	run("move", down)
	release := kit.HoldKeys(fyne.KeyModifierShift)
	run("extend", down)
	release()
	run("all", func() { list.TypedShortcut(&fyne.ShortcutSelectAll{}) })
	run("words", func() { unit.Words(); unit.Can() })
}

// Given five chosen, then the page is drawn to be looked at, light and dark, and with large text.
func TestChosenLook(t *testing.T) {
	if !uitest.KeepsPictures() {
		t.Skip("no folder is named for pictures")
	}
	for name, o := range map[string]uitest.Options{"light": {}, "dark": {Dark: true}, "200": {Scale: 2}, "small-200": {Width: 960, Height: 640, Scale: 2}, "small": {Width: 960, Height: 640}} {
		b := open(t, datatest.Demo(t), o)
		b.Win.Canvas().Focus(b.screen.list)
		b.Holding(fyne.KeyModifierShift, func() {
			for range 4 {
				b.Key(fyne.KeyDown)
			}
		})
		b.Keep("members-chosen-" + name)
	}
}

// Given five people chosen, when the list is printed, then just they are in it; without a choice, all that are shown are.
func TestTheChosenArePrinted(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	ids := b.chooseFive()
	printed := func() []int64 {
		b.Fire("members.print")
		shown, _ := b.Visits[len(b.Visits)-1].Args.(kit.Listed)
		return shown.Members
	}
	if got := printed(); !slices.Equal(got, ids) {
		t.Errorf("printed are %v, chosen %v", got, ids)
	}
	b.screen.StepOut()
	if got := printed(); !slices.Equal(got, b.screen.VisibleIDs()) {
		t.Errorf("printed are %v", got)
	}
}
