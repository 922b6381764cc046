package members

import (
	"fyne.io/fyne/v2"

	"copleader/ui/kit"
	"copleader/ui/look"
)

// narrowBelow is the width, in points at text scale 1, below which list and pane take turns: one above the other, each would show
// two lines only in a small window with large text.
const narrowBelow float32 = 640

// sideBySide puts list and pane side by side where there is room, else the one that is wanted.
func (s *Screen) sideBySide(list, pane fyne.CanvasObject) *fyne.Container {
	split := kit.Split(0.63, narrowBelow, list, pane)
	return &fyne.Container{Layout: &turnsLayout{s, split.Layout}, Objects: split.Objects}
}

type turnsLayout struct {
	screen *Screen
	wide   fyne.Layout
}

func (l *turnsLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	narrow := size.Width < narrowBelow*look.TextScale()
	if narrow != l.screen.narrow {
		l.screen.narrow = narrow
		l.screen.takeTurns()
	}
	if !narrow {
		l.wide.Layout(o, size)
		return
	}
	for _, one := range o {
		if one.Visible() {
			one.Move(fyne.NewPos(0, 0))
			one.Resize(fyne.NewSize(size.Width, min(size.Height, kit.HeightFor(one, size.Width))))
		}
	}
}

func (l *turnsLayout) MinSize(o []fyne.CanvasObject) fyne.Size { return l.wide.MinSize(o) }

// takeTurns shows what there is room for: in a narrow window the list, until a person is opened. The head of the page then
// keeps its title only, so that the person has the room; the list goes without the line below it.
func (s *Screen) takeTurns() {
	person := s.pane.detail.Member.ID != 0
	opened := s.narrow && s.opened && person
	turned := false
	for o, show := range map[fyne.CanvasObject]bool{s.listPart: !opened, s.pane.box: person && (!s.narrow || opened),
		s.pane.back: opened, s.chips: !opened, s.actions: !opened, s.foot: !s.narrow} {
		turned = visible(o, show) || turned
	}
	if turned {
		s.content.Refresh()
	}
}

// visible shows something or hides it, and reports whether that is a change.
func visible(o fyne.CanvasObject, show bool) bool {
	switch {
	case show == o.Visible():
		return false
	case show:
		o.Show()
	default:
		o.Hide()
	}
	return true
}

// open shows the person selected where the list has all the room.
func (s *Screen) open() { s.turnTo(true) }

// backToList shows the list again.
func (s *Screen) backToList() {
	s.pane.flush()
	s.turnTo(false)
	s.deps.Focus(s.list)
}

func (s *Screen) turnTo(person bool) {
	if s.opened != person {
		s.opened = person
		s.takeTurns()
	}
}
