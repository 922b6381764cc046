package kit_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// picked draws rows of Picks in a window, with a link that rests below them, and draws them anew.
func picked(t *testing.T) (w *uitest.Window, p *kit.Picks, draw func(keys ...int64)) {
	t.Helper()
	w = uitest.Open(t, uitest.Options{})
	rest := kit.NewLinkBtn("Add one", func() {})
	p = &kit.Picks{OnMark: func() {}, Rest: rest}
	rows := kit.VStack(8)
	w.Show(kit.VStack(8, rows, rest))
	return w, p, func(keys ...int64) {
		p.Begin()
		rows.Objects = nil
		for _, key := range keys {
			rows.Objects = append(rows.Objects, p.Row(key, people[key-1].name, kit.NewBody(kit.Plain(people[key-1].name)), nil))
		}
		rows.Refresh()
		p.End()
		w.Settle()
	}
}

// Given no rows, when all are chosen, then none is.
func TestPicksOfNothing(t *testing.T) {
	_, p, draw := picked(t)
	draw()
	p.MarkAll()
	if p.MarkCount() != 0 || p.Begun() {
		t.Errorf("chosen are %v, begun is %v", p.Marked(), p.Begun())
	}
}

// Given a box with the focus, when its row goes, then the focus is at the row that stands there now, or below where none does, and a
// box that is there no more chooses nothing; a row that is only drawn anew keeps the focus.
func TestPicksLetGo(t *testing.T) {
	w, p, draw := picked(t)
	draw(1, 2, 3)
	p.MarkAll()
	p.FocusFirst()
	stale := w.Win.Canvas().Focused()
	at := func(what, want string) {
		t.Helper()
		n, _ := w.Win.Canvas().Focused().(interface {
			UINode() (kind, id, text string)
		})
		if n == nil {
			t.Errorf("%s: nothing has the focus, want %s", what, want)
			return
		}
		if _, id, text := n.UINode(); id != want && text != want {
			t.Errorf("%s: the focus is at %q %q, want %q", what, id, text, want)
		}
	}
	at("all chosen", "pick.1")
	draw(1, 2, 3)
	at("drawn anew", "pick.1")
	if w.Win.Canvas().Focused() == stale {
		t.Error("the focus is at a box that is there no more")
	}
	draw(2, 3)
	at("the first gone", "pick.2")
	stale = w.Win.Canvas().Focused()
	draw()
	at("all gone", "Add one")
	stale.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if got := p.Marked(); p.MarkCount() != 0 || p.Begun() || !slices.Equal(got, nil) {
		t.Errorf("a box that is gone chose %v, %d", got, p.MarkCount())
	}
}
