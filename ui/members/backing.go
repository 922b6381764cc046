package members

// showBody shows the list with the person beside it, or who backs the community.
func (s *Screen) showBody() {
	backing := s.state.group == Sponsors
	if s.add != nil {
		text := s.deps.Say.Text("Add member")
		if backing {
			text = s.deps.Say.Text("Add sponsor")
		}
		s.add.SetText(text)
	}
	if backing {
		s.sponsors.Search(s.state.Query())
		s.sponsors.Load()
		s.Put(s.sponsors.Content())
		return
	}
	s.Put(s.beside.Content())
	s.beside.Refresh()
}

// withSponsors does something with the sponsors in view.
func (s *Screen) withSponsors(do func()) {
	s.here(func() {
		if s.state.Query() != "" { // whom it is about may be none of those found
			s.search.Clear()
		}
		if s.state.group != Sponsors {
			s.arriveIn(Sponsors)
		}
		do()
	})
}

// leaveSponsors shows the people again.
func (s *Screen) leaveSponsors() {
	if s.state.group != Sponsors {
		return
	}
	s.state.Choose(Everyone)
	if s.Loaded() {
		s.showChips()
		s.showList()
		s.showBody()
	}
}
