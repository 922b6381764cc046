package members

import (
	"context"

	"copleader/data"
	"copleader/ui/kit"
)

// openAdd asks for another person, of whom something may be known already.
func (s *Screen) openAdd(row data.Member, saved func()) {
	say := s.deps.Say
	if row.JoinedOn == 0 {
		row.JoinedOn = s.deps.Clock.Today()
	}
	form := kit.NewRowForm(s.deps, &row, data.MemberFields).Line("name").Line("email").Line("unit", "joinedOn").Line("knows")
	contact := kit.NewCheck(s.contactWords(), row.Kind == data.KindContact, nil)
	form.Also(kit.FormField{Name: "kind", Input: contact})
	form.Open(kit.Form{
		Title: say.Text("Add member"), SaveText: say.Text("Add member"),
		Save: func() error {
			setContact(&row, contact.Ticked())
			return s.state.Add(context.Background(), &row)
		},
		OnClose: func(was bool) {
			if was {
				s.search.Reset("")
				s.Load()
				s.list.Select(row.ID)
			}
			kit.OnceSaved(saved)(was)
		},
	})
}

// openDeclare asks which level holds, why, and when to look at it again (data/README.md, Levels).
func (s *Screen) openDeclare(id int64, level data.Level) {
	say := s.deps.Say
	if level == "" {
		level = data.Active
	}
	choice := kit.NewSelect(s.levelOptions()[1:], string(level), nil)
	reason := kit.NewEntry(s.state.Reason(id))
	review := kit.NewDateField(s.deps.Clock, nil, s.state.Reviewing(), nil)
	kit.OpenForm(s.deps, kit.Form{
		Title: say.Text("Set the level of %s", s.state.NameOf(id)),
		Intro: say.Text("The list then shows both, your word and what the data show."),
		Fields: []kit.FormField{
			{Name: "level", Label: say.Text("Level"), Input: choice},
			{Name: "reason", Label: say.Text("Reason (may stay empty)"), Input: reason},
			{Name: "reviewOn", Label: say.Text("Look at it again on"), Input: review},
		},
		SaveText: say.Text("Set the level"),
		Save: func() error {
			on, err := review.DateIn("reviewOn")
			if err != nil {
				return err
			}
			return s.state.Declare(context.Background(), id, data.Level(choice.Chosen()), reason.Text, on)
		},
		OnClose: func(bool) { s.pane.show() },
	})
}

// levelOptions are the choices of the level field, the data's own word first.
func (s *Screen) levelOptions() []kit.Option {
	return append([]kit.Option{{Text: s.deps.Say.Text("As the data show")}}, kit.OptionsOf(s.deps.Say, data.Levels)...)
}
