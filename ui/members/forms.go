package members

import (
	"cmp"
	"context"

	"copleader/data"
	"copleader/ui/kit"
)

// openAdd asks for another person, of whom something may be known already.
func (s *Screen) openAdd(row data.Member, saved func()) {
	say := s.deps.Say
	row.JoinedOn = cmp.Or(row.JoinedOn, s.deps.Clock.Today())
	twin := &twinNote{screen: s, box: kit.VStack(0)}
	form := kit.NewRowForm(s.deps, &row, data.MemberFields).Line("name").Line("email").Also(kit.FormField{Name: "twin", Input: twin.box}).
		Line("unit", "joinedOn").Line("knows")
	contact := kit.NewCheck(s.contactWords(), row.Kind == data.KindContact, nil)
	form.Also(kit.FormField{Name: "kind", Input: contact})
	twin.dialog = form.Open(kit.Form{
		Title: say.Text("Add member"), SaveText: say.Text("Add member"),
		Save: func() error {
			setContact(&row, contact.Ticked())
			return s.state.Add(context.Background(), &row)
		},
		OnClose: func(was bool) {
			if twin.shown != 0 && !was {
				s.arriveAt(twin.shown)
			}
			if was {
				s.search.Reset("")
				s.Load()
				s.list.Select(row.ID)
			}
			kit.OnceSaved(saved)(was)
		},
	})
	twin.watch(form)
}

// openDeclare asks which level holds, why, and when to look at it again (data/README.md, Levels).
func (s *Screen) openDeclare(id int64, level data.Level) {
	say := s.deps.Say
	row := data.DeclaredLevel{MemberID: id, Level: cmp.Or(level, data.Active), Reason: s.state.Reason(id), ReviewOn: s.state.Reviewing()}
	kit.NewRowForm(s.deps, &row, data.DeclaredLevelFields).Line("level").Line("reason").Line("reviewOn").Open(kit.Form{
		Title:    say.Text("Set the level of %s", s.state.NameOf(id)),
		Intro:    say.Text("The list then shows both, your word and the level worked out."),
		SaveText: say.Text("Set the level"),
		Save: func() error {
			return s.state.store.DeclareLevel(context.Background(), id, row.Level, row.Reason, row.ReviewOn)
		},
		OnClose: func(bool) { s.pane.show() },
	})
}

// levelOptions are the choices of the level field, the data's own word first.
func (s *Screen) levelOptions() []kit.Option {
	return append([]kit.Option{{Text: s.deps.Say.Text("Worked out")}}, kit.OptionsOf(s.deps.Say, data.Levels)...)
}
