package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/ui/kit"
	"copleader/ui/look"
	"copleader/ui/uitest"
)

// Given a notice over any page, at any size of the window, then whatever can be pressed there can be scrolled out from under it; and
// where nothing of the page moved for it, nothing moves when it goes.
func TestNoticesHideNoButton(t *testing.T) {
	for _, height := range []float32{640, 900} {
		st := setStage(t, uitest.Options{Width: 1100, Height: height})
		st.start(Start{Demo: true})
		for _, spec := range pageSpecs {
			st.w.goTo(spec.name, nil)
			st.Settle()
			st.w.notice(kit.Notice{Kind: kit.Warning, Text: "Something that a person ought to know before going on with what they are doing just now, and more."})
			st.Settle()
			bar := st.w.frame.bar
			for _, n := range st.Covered(bar) {
				if !bar.Holds(n.Object) {
					t.Errorf("%s, %v high: beneath the notice lies %T %q at %v, %v; the notice at %v", spec.name, height, n.Object, n.Text, n.At, n.Size, bar.Position())
				}
			}
			st.w.frame.bar.Dismiss()
		}
	}
}

// Given a notice over Members, whatever stands at the foot of the list can be pressed still: with several chosen, and when one alone is
// left.
func TestNoticesHideNothingOfTheChosen(t *testing.T) {
	for _, height := range []float32{760, 820} {
		st := setStage(t, uitest.Options{Width: 1280, Height: height})
		st.start(Start{Demo: true})
		st.w.goTo("members", nil)
		st.Settle()
		free := func(when string) {
			t.Helper()
			for _, n := range st.Covered(st.w.frame.bar) {
				if !st.w.frame.bar.Holds(n.Object) {
					t.Errorf("%v high, %s, beneath the notice lies %q", height, when, n.Text)
				}
			}
		}
		st.Fire("edit.all")
		st.Want("24 members chosen")
		st.w.notice(kit.Notice{Text: "Done again: change the unit of 3 members.", Action: "Undo", Do: func() {}})
		st.Settle()
		free("with all chosen")
		st.TapNode(st.ByID("button", "chosen.clear"))
		st.Want("24 of 24 shown")
		free("with one alone")
		st.Fire("edit.all")
		free("with all chosen again")
	}
}

// Given several chosen on any page and at any size of window and text, then a notice stands beside what says so, never over it, whichever
// came first.
func TestNoticesStandBesideTheChosen(t *testing.T) {
	for _, o := range []struct {
		width, height float32
		scale         int
	}{{1280, 800, ordinaryScale}, {960, 640, len(scales) - 1}} {
		st := setStage(t, uitest.Options{Width: o.width, Height: o.height})
		st.start(Start{Demo: true})
		st.w.setLook(look.Light, o.scale)
		for _, page := range []string{"members", "events", "backlog", "history"} {
			st.w.goTo(page, nil)
			st.Settle()
			beside := func(when string) {
				t.Helper()
				bar, chosen := st.w.frame.bar, st.ByID("box", "chosen")
				at, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(bar), bar.Size()
				if at.Y < chosen.At.Y+chosen.Size.Height && chosen.At.Y < at.Y+size.Height && at.X < chosen.At.X+chosen.Size.Width && chosen.At.X < at.X+size.Width {
					t.Errorf("%s at %v, %s: the notice at %v, %v lies over the chosen at %v, %v", page, o, when, at, size, chosen.At, chosen.Size)
				}
			}
			long := kit.Notice{Kind: kit.Warning, Text: "Something that a person ought to know before going on with what they are doing just now, and rather more of it than that.",
				Action: "Undo", Do: func() {}, Also: "Tell those whom it concerns", AlsoDo: func() {}}
			st.Fire("edit.all")
			st.w.notice(long)
			st.Settle()
			beside("the notice last")
			st.TapNode(st.ByID("button", "chosen.clear"))
			st.Fire("edit.all")
			beside("the chosen last")
			st.w.frame.bar.Dismiss()
		}
	}
}

// Given a dialog that is open, at any size of the window, when there is something to tell, then it is read over the dialog, where nothing that
// can be pressed is hidden by it; once the dialog is closed, it stands over the page. With two dialogs it stands over the upper one.
func TestNoticesStandOverDialogs(t *testing.T) {
	for _, o := range []uitest.Options{{Width: 1280, Height: 800}, {Width: 960, Height: 640, Scale: 2}} {
		st := setStage(t, o)
		st.start(Start{Demo: true})
		st.w.goTo("members", nil)
		st.Settle()
		st.Fire("members.add")
		st.w.notice(kit.Notice{Kind: kit.Warning, Text: "No program here opens it. The link is copied."})
		st.Want("The link is copied.", "Joined on")
		st.Keep(fmt.Sprintf("notice-over-dialog-%v", o.Width))
		bar := st.w.frame.bar
		for _, n := range st.Covered(bar) {
			if _, types := n.Object.(*kit.TextField); !types && !bar.Holds(n.Object) {
				t.Errorf("%v: beneath the notice lies %T %q", o.Width, n.Object, n.Text)
			}
		}
		st.Tap("Dismiss")
		st.WantNot("The link is copied.")
		st.w.notice(kit.Notice{Kind: kit.Warning, Text: "Said again."})
		above := kit.Ask(st.w.Canvas(), kit.Question{Title: "Sure?", Text: "It is asked.", Yes: "Yes", No: "No", Do: func() {}})
		st.WantNot("Said again.")
		st.w.notice(kit.Notice{Kind: kit.Warning, Text: "Said above."})
		st.Want("Said above.", "Sure?")
		above.Close()
		st.Want("Said above.", "Joined on")
		st.Key(fyne.KeyEscape)
		st.Want("Said above.", "Overview", "Add member")
		st.w.frame.bar.Dismiss()
		st.WantNot("Said above.")
	}
}

// Given something that went wrong, then it is told until another deed is done, or another page is gone to a while later; what was typed and is
// not kept, and a warning, stays.
func TestTroubleGoesWithTheNextDeedOrPage(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	st.faulty = true
	trouble := kit.Notice{Kind: kit.Trouble, Text: "This computer has no program for it."}
	st.w.notice(trouble)
	st.renameCommunity("Another")
	if n := st.notice(); n != "" {
		t.Errorf("after another deed it says %q", n)
	}
	st.w.notice(trouble)
	st.w.goTo("members", nil)
	if n := st.notice(); n != trouble.Text {
		t.Errorf("before it can be read it says %q", n)
	}
	st.Clock.Time = st.Clock.Time.Add(readingTime)
	st.w.goTo("events", nil)
	if n := st.notice(); n != "" {
		t.Errorf("on another page it says %q", n)
	}
	for _, stays := range []kit.Notice{{Kind: kit.Trouble, Unkept: true, Text: "Not kept."}, {Kind: kit.Warning, Text: "Where is it?", Action: "Choose", Do: func() {}}} {
		st.w.notice(stays)
		st.Clock.Time = st.Clock.Time.Add(readingTime)
		st.w.goTo("members", nil)
		st.w.goTo("events", nil)
		if n := st.notice(); n != stays.Text {
			t.Errorf("it says %q in place of %q", n, stays.Text)
		}
	}
}
