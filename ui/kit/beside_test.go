package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given a list and a pane, when the room gets too narrow for both, then one of them is shown; with room they stand beside each other.
func TestBeside(t *testing.T) {
	uitest.Open(t, uitest.Options{}) // for the theme
	list, pane, back := kit.Space(100, 300), kit.Space(100, 900), kit.Space(60, 20)
	changes := 0
	beside := kit.NewBeside(kit.BesideOptions{List: list, Pane: pane, Back: back, Share: 0.3, Most: 0.4, Reads: 300, Changed: func() { changes++ }})
	type seen struct{ list, pane, back bool }
	check := func(when string, want seen, changed int) {
		t.Helper()
		got := seen{list.Visible(), pane.Visible(), back.Visible()}
		if got != want || beside.ShowsPane() != want.pane || beside.Alone() != want.back || changes != changed {
			t.Errorf("%s: %+v after %d changes, want %+v after %d", when, got, changes, want, changed)
		}
	}
	resize := func(width float32) { beside.Content().Resize(fyne.NewSize(width, 500)) }

	resize(1018)
	check("wide", seen{list: true, pane: true}, 0)
	if w, x := list.Size().Width, pane.Position().X; w < 300 || w > 301 || x <= w || pane.Size().Height > 500 {
		t.Errorf("the list is %v wide and the pane begins at %v, %v tall", w, x, pane.Size().Height)
	}
	resize(500)
	check("narrow", seen{list: true}, 1)
	if list.Size().Width != 500 {
		t.Errorf("alone, the list is %v wide", list.Size().Width)
	}
	beside.Open(true)
	beside.Open(true)
	check("opened", seen{pane: true, back: true}, 2)
	if pane.Position().Y <= back.Size().Height || pane.Size().Width != 500 {
		t.Errorf("below its way back the pane begins at %v, %v wide", pane.Position().Y, pane.Size().Width)
	}
	beside.Offer(false)
	check("with nothing to show", seen{list: true}, 3)
	resize(1018)
	check("wide again, with nothing to show", seen{list: true}, 4)
	if list.Size().Width != 1018 {
		t.Errorf("with nothing beside it, the list is %v wide", list.Size().Width)
	}
	beside.Offer(true)
	beside.Open(false)
	check("with something to show", seen{list: true, pane: true}, 6)
}
