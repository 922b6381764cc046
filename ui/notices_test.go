package ui

import (
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
