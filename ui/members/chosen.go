package members

import (
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
)

// chosen are those a deed is about: all who are chosen together, else the one selected.
func (s *Screen) chosen() []int64 {
	if s.list.MarkCount() > 0 {
		return s.list.Marked()
	}
	if id := s.state.Selected(); id != 0 {
		return []int64{id}
	}
	return nil
}

// several tells that others are chosen beside whoever is selected, or instead.
func (s *Screen) several() bool { return s.list.MarkCount() > 0 }

// howMany is how many a deed is about, and who, where it is one.
func (s *Screen) howMany() (n int, name string) {
	switch n = s.list.MarkCount(); {
	case n > 1:
		return n, ""
	case n == 1:
		return 1, s.state.NameOf(s.list.Marked()[0])
	case s.state.Selected() != 0:
		return 1, s.state.NameOf(s.state.Selected())
	}
	return 0, ""
}

// onChosen is a command on all who are chosen, or on the one selected, which is named; about gives those of them whom it can be about,
// nil for all.
func (s *Screen) onChosen(id, title string, named func(n int, name string) string, about func(ids []int64) []int64, do func(ids []int64)) *kit.Command {
	if about == nil {
		about = s.state.Known
	}
	return &kit.Command{ID: id, Title: title, WhyNot: s.whyNotGo(id),
		Enabled: func() bool {
			switch {
			case s.deps.ReadOnly || !s.Loaded():
				return false
			case s.several():
				return true // whom it can be about is told when it is done: there may be thousands
			}
			return len(about(s.state.Known(s.chosen()))) > 0
		},
		Named: func() string {
			n, name := s.howMany()
			if n == 0 {
				return ""
			}
			return named(n, name)
		},
		Do: func() {
			s.here(func() {
				if ids := about(s.state.Known(s.chosen())); len(ids) > 0 {
					do(ids)
				} else {
					s.deps.Tell(s.deps.Say.Text("This can't be done with those chosen: they are contacts, have left or were forgotten."))
				}
			})
		}}
}

// registerChosen makes known what can be done to several at once.
func (s *Screen) registerChosen() {
	say := s.deps.Say
	s.deps.Commands.Add(
		s.onChosen("members.declare", say.Text("Set a level"), func(n int, name string) string {
			return say.Count(n, "Set the level of %[2]s", "Set the level of %[1]d members…", name)
		}, s.state.Levelled, s.setLevels),
		s.onChosen("members.unit", say.Text("Change the unit"), func(n int, name string) string {
			return say.Count(n, "Change the unit of %[2]s…", "Change the unit of %[1]d members…", name)
		}, nil, s.openUnit),
		s.onChosen("members.topics", say.Text("Change topics"), func(n int, name string) string {
			return say.Count(n, "Change the topics of %[2]s…", "Change the topics of %[1]d members…", name)
		}, nil, s.openTopics),
		s.onChosen("members.roles", say.Text("Give or end a role"), func(n int, name string) string {
			return say.Count(n, "Give or end a role of %[2]s…", "Give or end a role of %[1]d members…", name)
		}, s.state.Levelled, s.openRoles),
		s.onChosen("members.mail", say.Text("Write an e-mail"), func(n int, name string) string {
			return say.Count(n, "Write an e-mail to %[2]s…", "Write an e-mail to %[1]d members…", name)
		}, nil, s.mail),
		s.onChosen("members.ask", say.Text("Add a follow-up"), func(n int, name string) string {
			return say.Count(n, "Add a follow-up with %[2]s", "Add a follow-up with %[1]d members…", name)
		}, nil, s.askThem),
		s.onChosen("members.came", say.Text("Note who came to an event"), func(n int, name string) string {
			return say.Count(n, "Note that %[2]s came to an event…", "Note that %[1]d members came to an event…", name)
		}, nil, s.openCame),
		s.onChosen("members.left", say.Text("Has left"), func(n int, name string) string {
			return say.Count(n, "%[2]s has left", "%[1]d members have left…", name)
		}, func(ids []int64) []int64 { return s.state.Staying(s.mayGo(ids)) }, s.openLeave),
		s.onChosen("members.remove", say.Text("Added by mistake"), func(n int, name string) string {
			return say.Count(n, "%[2]s was added by mistake", "%[1]d members were added by mistake", name)
		}, s.mayGo, s.remove),
	)
}

// mayGo are those who may leave the roster: not the leader alone; with others, the deed says why not.
func (s *Screen) mayGo(ids []int64) []int64 {
	if len(ids) == 1 && s.state.Leads(ids[0]) {
		return nil
	}
	return ids
}

// whyNotGo says of the deeds that take somebody off the roster why the leader can't be; nil for any other deed.
func (s *Screen) whyNotGo(id string) func() string {
	if !slices.Contains([]string{"members.left", "members.remove", "members.erase"}, id) {
		return nil
	}
	return func() string {
		if s.deps.ReadOnly || !s.Loaded() || s.several() || !s.state.Leads(s.state.Selected()) {
			return ""
		}
		return s.deps.Say.Text("Who leads the community can't be taken off the list: pass leadership on first.")
	}
}

// chosenMenu are the deeds on several; an empty one is a separator.
var chosenMenu = []string{"members.declare", "members.unit", "members.topics", "members.roles", "", "members.mail", "members.ask", "members.came", "members.print", "",
	"members.left", "members.remove"}

// newChoosing makes what stands below the list, with a line for while nobody is chosen.
func (s *Screen) newChoosing(line fyne.CanvasObject) *kit.Choosing {
	say, deps := s.deps.Say, s.deps
	return kit.NewChoosing(deps, kit.ChoosingOptions{Rows: s.list, Line: line,
		Count: func(n int) string { return say.Count(n, "%d member chosen", "%d members chosen") },
		Buttons: []*kit.Btn{deps.ChosenMenuBtn("members.declare", say.Text("Level"), s.levelsForChosen), deps.ChosenBtn("members.unit", say.Text("Unit…")),
			deps.ChosenBtn("members.topics", say.Text("Topics…")), deps.ChosenMenuBtn("members.roles", say.Text("Roles"), s.rolesOfChosen),
			deps.ChosenBtn("members.mail", say.Text("E-mail…")), deps.ChosenBtn("members.ask", say.Text("Follow up…"))},
		More: func() []*fyne.MenuItem { return deps.Commands.Menu("", chosenMenu...).Items },
		Changed: func() {
			s.fitHead()
			s.listBox.Refresh()
			s.beside.Refresh()
		},
	})
}

// ChooseAll chooses all who are shown.
func (s *Screen) ChooseAll() {
	switch {
	case s.deps.ReadOnly || !s.Loaded():
	case s.state.group == Sponsors:
		s.sponsors.ChooseAll()
	default:
		s.deps.Focus(s.list)
		s.list.MarkAll()
	}
}

// levelsForChosen are the levels to set, and the way back to the data's own.
func (s *Screen) levelsForChosen() []*fyne.MenuItem {
	ids := s.state.Levelled(s.state.Known(s.chosen()))
	if len(ids) == 0 {
		return nil
	}
	var items []*fyne.MenuItem
	for _, o := range s.levelOptions() {
		items = append(items, fyne.NewMenuItem(o.Text, func() {
			if o.Key == "" {
				s.levelsByData(ids)
				return
			}
			s.openDeclare(ids, data.Level(o.Key))
		}))
	}
	return items
}

// rolesOfChosen are the roles to give, or to end where all hold it.
func (s *Screen) rolesOfChosen() []*fyne.MenuItem {
	ids := s.state.Levelled(s.state.Known(s.chosen()))
	var items []*fyne.MenuItem
	for _, r := range s.state.RolesOf(ids) {
		item := fyne.NewMenuItem(r.Word, func() { s.setRoles(ids, r, !r.Holds) })
		item.Checked = r.Holds
		items = append(items, item)
	}
	return items
}

// offerUndo says what was done to some people, with a button that takes it back; they are chosen again then.
func (s *Screen) offerUndo(ids []int64, text string, done store.Done) {
	s.deeds.OfferUndo(text, done.Undo, func() { s.chooseAgain(ids) })
}

// chooseAgain chooses people who are back.
func (s *Screen) chooseAgain(ids []int64) {
	if len(ids) == 1 {
		s.arriveAt(ids[0])
		return
	}
	s.WhenLoaded(func() { s.list.Mark(ids...) })
}

// mail begins a letter to those chosen, none of whom sees the others.
func (s *Screen) mail(ids []int64) {
	s.deps.Go("share", kit.Message{To: ids})
}
