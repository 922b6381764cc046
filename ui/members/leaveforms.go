package members

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
)

// openPass asks from which day somebody leads, and from the leader's own place who: a community has exactly one leader
// (data/README.md, Roles).
func (s *Screen) openPass(id int64) {
	say, name, leads := s.deps.Say, s.state.NameOf(id), s.state.Leads(id)
	term := data.LeaderTerm{MemberID: id, From: s.deps.Clock.Today()}
	form := kit.Form{
		Title:    say.Text("Pass leadership to %s", name),
		Intro:    say.Text("From that day %s leads the community.", name),
		SaveText: say.Text("Pass leadership"), CancelText: say.Text("Keep as it is"),
		Save: func() error { return s.state.Lead(context.Background(), term.MemberID, term.From) },
	}
	fields := kit.NewRowForm(s.deps, &term, data.LeaderTermFields)
	switch now := s.state.LeaderName(); {
	case leads:
		form.Title = say.Text("Pass leadership on")
		form.Intro = say.Text("From that day somebody else leads in place of %s, who stays a member.", name)
		term.MemberID = 0
		fields.Line("member").Ask("member", say.Text("To whom")).Offer("member", memberOptions(s.state.Others(id)))
	case now != "":
		form.Intro = say.Text("From that day %s leads the community in place of %s, who stays a member.", name, now)
	}
	fields.Line("from")
	form.OnClose = func(saved bool) {
		if saved {
			s.offerHandover()
		}
	}
	fields.Open(form)
}

// offerHandover offers what whoever leads next is given: the binder, and beside it the copy of the file.
func (s *Screen) offerHandover() {
	if s.deps.Notice != nil {
		say := s.deps.Say
		s.deps.Notice(kit.Notice{Text: say.Text("Leadership is passed on. Give the new leader the binder and the copy of the file."),
			Action: say.Text("Make them"), Do: func() { s.deps.Go("share", kit.Paper{Document: "handover"}) }})
	}
}

// passTitle names the deed: to the person selected, or from the leader to somebody.
func (s *Screen) passTitle(name string) string {
	if s.pane.detail.Leads {
		return s.deps.Say.Text("Pass leadership on")
	}
	return s.deps.Say.Text("Pass leadership to %s", name)
}

// openLeave asks on which day somebody left, or is going to; what they did stays in the figures.
func (s *Screen) openLeave(id int64) {
	say, name := s.deps.Say, s.state.NameOf(id)
	row, said := data.Member{LeftOn: s.deps.Clock.Today()}, ""
	kit.NewRowForm(s.deps, &row, data.MemberFields).Line("leftOn").Open(kit.Form{
		Title:    say.Text("%s has left", name),
		Intro:    say.Text("Their history stays with its dates, and their roles end on that day. They are found under “Left” from then on."),
		SaveText: say.Text("Note it"),
		Save: func() error {
			if row.LeftOn == 0 {
				return data.NoDate("leftOn")
			}
			said = say.Text("%s left. What they did stays in the figures.", name)
			if row.LeftOn > s.deps.Clock.Today() {
				said = say.Text("%s leaves on %s. What they did stays in the figures.", name, row.LeftOn)
			}
			return s.state.store.Leave(context.Background(), id, row.LeftOn)
		},
		OnClose: kit.OnceSaved(func() { s.deps.Tell(said) }),
	})
}

// openErase says beforehand what erasing a person changes, and asks to be told that it is understood: there is no way back.
func (s *Screen) openErase(id int64) {
	say, name := s.deps.Say, s.state.NameOf(id)
	e := s.state.Erasing(id)
	if e.Refusal != "" {
		s.deps.Tell(e.Refusal)
		return
	}
	sure := kit.NewCheck(say.Text("I know that this can't be undone"), false, nil)
	sure.ID = "erase.sure"
	fields := []kit.FormField{{Input: lines(e.Lines)}}
	if len(e.Replaced) > 0 {
		fields = append(fields, kit.FormField{Label: say.Text("Texts in which the name is replaced"), Input: lines(e.Replaced)})
	}
	if len(e.Unchanged) > 0 {
		fields = append(fields, kit.FormField{Label: say.Text("Texts to look at, which are not changed"), Input: lines(e.Unchanged)})
	}
	kit.OpenForm(s.deps, kit.Form{
		Title:    say.Text("Forget %s", name),
		Intro:    say.Text("The person goes for good; the figures stay. To note only that somebody left, there is “Has left”."),
		Fields:   append(fields, kit.FormField{Name: "sure", Input: sure}),
		SaveText: say.Text("Forget for good"), CancelText: say.Text("Keep"), Width: 560,
		Save: func() error {
			if !sure.Ticked() {
				return data.Invalid("sure", "Please tick this first; there is no way back.")
			}
			return nil
		},
		OnClose: kit.OnceSaved(func() {
			var left error // what it did not reach
			s.deeds.Do(func(ctx context.Context) error {
				gone, err := s.state.Erase(ctx, id, e)
				if !gone {
					return err
				}
				left = err
				return nil
			}, func() {
				if erased := s.state.options.Erased; erased != nil {
					erased(id, e.names)
				}
				if left != nil {
					s.deps.Fail(left)
					return
				}
				s.deps.Tell(say.Text("The person was forgotten. The figures are as they were."))
			})
		}),
	})
}

// lines are sentences below one another.
func lines(texts []string) *fyne.Container {
	stack := kit.VStack(4)
	for _, text := range texts {
		stack.Objects = append(stack.Objects, kit.NewSmall(kit.Plain(text)))
	}
	return stack
}

// savePerson asks where the file with everything about a person is to be put, and makes it there.
func (s *Screen) savePerson(id int64) {
	say := s.deps.Say
	s.deps.Files.ChooseSave(say.Text("Save everything about %s", s.state.NameOf(id)), s.state.PersonFile(), func(path string) {
		at := Moment{Today: s.deps.Clock.Today(), Now: s.deps.Clock.Now()}
		s.deeds.Do(func(ctx context.Context) error { return s.state.SavePerson(ctx, id, at, path) }, func() {
			if s.deps.Notice != nil {
				s.deps.Notice(kit.Notice{Text: s.state.SavedLine(path), Action: say.Text("Open"),
					Do: func() { s.deps.Fail(s.deps.Files.OpenWithSystem(path)) }})
			}
		})
	})
}
