package ui

import (
	"testing"

	"copleader/ui/kit"
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
