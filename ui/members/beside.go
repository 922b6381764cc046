package members

import "copleader/ui/kit"

// fitHead fits what stands around list and pane to the room there is: where the person has the list's place, the head of the
// page keeps its title only; in a narrow window the line below the list has its deeds only.
func (s *Screen) fitHead() {
	alone := s.beside.Alone()
	changed := kit.SetShown(s.pane.back, alone)
	changed = kit.SetShown(s.chips, !alone) || changed
	changed = kit.SetShown(s.actions, !alone) || changed
	changed = kit.SetShown(s.foot, !s.choosing.Several()) || changed
	changed = kit.SetShown(s.order, !s.beside.Narrow()) || changed
	if changed {
		s.Content().Refresh()
	}
}

// StepOut leaves one selected where several are chosen, or shows the list again, where a person has its place.
func (s *Screen) StepOut() bool {
	switch {
	case s.state.group == Sponsors:
		return s.sponsors.StepOut()
	case s.list.Unmark():
		return true
	case !s.beside.Alone():
		return false
	}
	s.backToList()
	return true
}

// backToList shows the list again.
func (s *Screen) backToList() {
	s.pane.flush()
	s.beside.Open(false)
	s.deps.Focus(s.list)
}
