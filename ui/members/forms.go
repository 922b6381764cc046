package members

import (
	"cmp"
	"context"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
)

// openAdd asks for another person, of whom something may be known already.
func (s *Screen) openAdd(row data.Member, saved func()) {
	say := s.deps.Say
	row.JoinedOn = cmp.Or(row.JoinedOn, s.deps.Clock.Today())
	twin := &twinNote{screen: s, box: kit.VStack(0)}
	form := kit.NewRowForm(s.deps, &row, data.MemberFields).Line("name").Line("email").Also(kit.FormField{Name: "twin", Input: twin.box}).
		Line("unit", "joinedOn").Line("knows").Addressed()
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
func (s *Screen) openDeclare(ids []int64, level data.Level) {
	say, n, name := s.deps.Say, len(ids), s.state.NameOf(ids[0])
	row := data.DeclaredLevel{MemberID: ids[0], Level: cmp.Or(level, data.Active), ReviewOn: s.state.Reviewing()}
	intro := say.Text("The list then shows both, your word and the level worked out.")
	if n == 1 {
		row.Reason = s.state.Reason(ids[0])
	} else if out := s.list.MarkCount() - n; out > 0 {
		intro = say.Text("%s %s", intro, say.Count(out, "%d of those chosen is a contact or has left, and gets none.", "%d of those chosen are contacts or have left, and get none."))
	}
	kit.NewRowForm(s.deps, &row, data.DeclaredLevelFields).Line("level").Line("reason").Line("reviewOn").OpenMany(s.deeds, kit.Form{
		Title:    say.Count(n, "Set the level of %[2]s", "Set the level of %[1]d members", name),
		Intro:    intro,
		SaveText: say.Text("Set the level"),
		OnClose:  func(bool) { s.pane.show() },
	}, func(ctx context.Context) (store.Done, error) { return s.state.store.DeclareLevels(ctx, ids, row) }, func(done store.Done) {
		if n > 1 {
			s.offerUndo(ids, say.Count(n, "The level of %d member was set.", "The level of %d members was set."), done)
		}
	})
}

// levelOptions are the choices of the level field, the data's own word first.
func (s *Screen) levelOptions() []kit.Option {
	return append([]kit.Option{{Text: s.deps.Say.Text("Worked out")}}, kit.OptionsOf(s.deps.Say, data.Levels)...)
}
