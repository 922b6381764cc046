package members

import (
	"context"

	"copleader/data"
	"copleader/data/store"
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
	before, led := s.state.Leader(), s.state.LeaderName()
	switch now := s.state.LeaderName(); {
	case leads || id == 0:
		form.Title = say.Text("Pass leadership on")
		form.Intro = say.Text("From that day somebody else leads in place of %s, who stays a member.", name)
		if id == 0 {
			form.Intro = say.Text("From that day they lead the community.")
		}
		term.MemberID = 0
		fields.Line("member").Ask("member", say.Text("To whom")).Offer("member", memberOptions(s.state.Others(id)))
	case now != "":
		form.Intro = say.Text("From that day %s leads the community in place of %s, who stays a member.", name, now)
	}
	fields.Line("from")
	form.OnClose = func(saved bool) {
		if saved {
			s.startHanding(handing{to: term.MemberID, was: before, by: led, from: term.From})
		}
	}
	fields.Open(form)
}

// passTitle names the deed: to the person selected, or from the leader to somebody.
func (s *Screen) passTitle(name string) string {
	if s.pane.detail.Leads {
		return s.deps.Say.Text("Pass leadership on")
	}
	return s.deps.Say.Text("Pass leadership to %s", name)
}

// openLeave asks on which day some people left, or are going to; what they did stays in the figures.
func (s *Screen) openLeave(ids []int64) {
	say, n, name := s.deps.Say, len(ids), s.state.NameOf(ids[0])
	row := data.Member{LeftOn: s.deps.Clock.Today()}
	kit.NewRowForm(s.deps, &row, data.MemberFields).Line("leftOn").OpenMany(s.deeds, kit.Form{
		Title:    say.Count(n, "%[2]s has left", "%[1]d members have left", name),
		Intro:    say.Text("Their history stays with its dates, and their roles end on that day. They are found under “Left” from then on."),
		SaveText: say.Text("Note it"),
	}, func(ctx context.Context) (store.Done, error) {
		if row.LeftOn == 0 {
			return store.Done{}, data.NoDate("leftOn")
		}
		return s.state.store.LeaveTogether(ctx, ids, row.LeftOn)
	}, func(done store.Done) { s.offerUndo(ids, s.leftWords(ids, row.LeftOn), done) })
}

// openErase asks whether a person is to be erased, after it is said what that changes.
func (s *Screen) openErase(id int64) {
	s.deps.Runner.Run(func() func() {
		plan, err := s.state.store.ErasePlan(context.Background(), id)
		return func() {
			if err != nil {
				s.deps.Fail(err)
				return
			}
			kit.AskErase(s.deps, s.deeds, s.state.store, plan, nil)
		}
	})
}

// savePerson asks where the file with everything about a person is to be put, and makes it there.
func (s *Screen) savePerson(id int64) {
	say := s.deps.Say
	s.deps.Files.ChooseSave(say.Text("Save everything about %s", s.state.NameOf(id)), s.state.PersonFile(), func(path string) {
		at := Moment{Today: s.deps.Clock.Today(), Now: s.deps.Clock.Now()}
		s.deeds.Do(func(ctx context.Context) error { return s.state.SavePerson(ctx, id, at, path) }, func() {
			if s.deps.Notice != nil {
				s.deps.Notice(kit.Notice{Text: s.state.SavedLine(path), Action: say.Text("Open"),
					Do: func() { s.deps.OpenWithSystem(path) }})
			}
		})
	})
}
