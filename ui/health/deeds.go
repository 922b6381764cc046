package health

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
)

// register makes the screen's deeds known. Those on a round are about the one shown and name it.
func (s *Screen) register() {
	say := s.deps.Say
	s.deps.Commands.Add(
		&kit.Command{ID: "health.new", Title: say.Text("New round"), Enabled: s.mayStart, Do: func() { s.here(func() { s.openNew(nil) }) }},
		s.about("health.close", say.Text("Close the round"), func(n string) string { return say.Text("Close %s", n) },
			func(r data.Round) bool { return r.Open() }, s.closeRound),
		s.about("health.reopen", say.Text("Open the round again"), func(n string) string { return say.Text("Open %s again", n) },
			func(r data.Round) bool { _, open := s.state.OpenRound(); return !r.Open() && !open }, s.reopen),
		s.about("health.change", say.Text("Change the round"), func(n string) string { return say.Text("Change %s", n) }, nil, s.openChange),
		s.about("health.remove", say.Text("Remove the round"), func(n string) string { return say.Text("Remove %s", n) }, nil, s.remove),
		s.about("health.ballots", say.Text("Type in ballots"), func(n string) string { return say.Text("Type in ballots of %s", n) },
			func(r data.Round) bool { return r.Open() }, s.openBallots),
		s.about("health.import", say.Text("Read in filled workbooks"), func(n string) string { return say.Text("Read in workbooks of %s", n) },
			func(r data.Round) bool { return r.Open() }, s.openImport),
		s.about("health.asked", say.Text("Who was invited"), func(n string) string { return say.Text("Who was invited to %s", n) }, nil, s.openAsked),
		s.paper("health.mailSurvey", say.Text("E-mail the survey"), func(n string) string { return say.Text("E-mail the survey of %s", n) },
			func(r data.Round) bool { return r.Open() }, kit.Paper{Document: "survey", Mail: true}),
		s.paper("health.printBallots", say.Text("Print ballots and tally sheet"), func(n string) string { return say.Text("Print ballots of %s", n) },
			func(r data.Round) bool { return r.Open() }, kit.Paper{Document: "ballots"}),
		s.paper("health.said", say.Text("Print what we said"), func(n string) string { return say.Text("Print what we said in %s", n) },
			func(r data.Round) bool { return !r.Open() }, kit.Paper{Document: "group"}),
		s.paper("health.mailSaid", say.Text("E-mail what we said"), func(n string) string { return say.Text("E-mail what we said in %s", n) },
			func(r data.Round) bool { return !r.Open() }, kit.Paper{Document: "group", Mail: true}),
		s.paper("health.mailResults", say.Text("E-mail the results to the sponsors"), func(n string) string { return say.Text("E-mail the results of %s to the sponsors", n) },
			func(r data.Round) bool { return !r.Open() }, kit.Paper{Document: "results", Mail: true}),
		&kit.Command{ID: "health.cards", Title: say.Text("Print the health cards"), Do: func() { s.deps.Go("share", kit.Paper{Document: "cards"}) }},
		s.talking(say.Text("Discuss the health check in the meeting"), func(n string) string { return say.Text("Discuss %s in the meeting", n) }),
		&kit.Command{ID: "health.deck", Title: say.Text("Show the deck of health cards"), Do: func() {
			s.here(func() { s.Arrive(Deck{}) })
		}},
		&kit.Command{ID: "health.act", Title: say.Text("Agree a step on a health card"), Named: s.actTitle,
			Enabled: func() bool { _, ok := s.selectedCard(); return ok && !s.deps.ReadOnly },
			Do: func() {
				if card, ok := s.selectedCard(); ok {
					s.here(func() { s.openAct(card) })
				}
			}},
	)
}

// paper is the deed of having a document made about the round shown, or a letter; it needs no right to write.
func (s *Screen) paper(id, title string, named func(name string) string, may func(data.Round) bool, p kit.Paper) *kit.Command {
	c := s.about(id, title, named, may, nil)
	c.Enabled = func() bool {
		r, ok := s.state.Round()
		return ok && s.Loaded() && may(r)
	}
	c.Do = func() {
		if r, ok := s.state.Round(); ok {
			s.entry.flush()
			p.RoundID = r.ID
			s.deps.Go("share", p)
		}
	}
	return c
}

// talking leads through the results; it needs no right to write.
func (s *Screen) talking(title string, named func(name string) string) *kit.Command {
	c := s.about("health.talk", title, named, nil, nil)
	c.Enabled = func() bool {
		r, ok := s.state.Round()
		return ok && s.Loaded() && s.mayTalk(r)
	}
	c.Do = func() { s.here(s.startTalk) }
	return c
}

// able are the commands that can be given now, as a menu.
func (s *Screen) able(ids ...string) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, item := range s.deps.Commands.Menu("", ids...).Items {
		if !item.Disabled {
			items = append(items, item)
		}
	}
	return items
}

func (s *Screen) mayStart() bool {
	_, open := s.state.OpenRound()
	return !s.deps.ReadOnly && s.Loaded() && !open
}

// about is a command about the round shown.
func (s *Screen) about(id, title string, named func(name string) string, may func(data.Round) bool, do func(data.Round)) *kit.Command {
	return &kit.Command{
		ID: id, Title: title,
		Named: func() string {
			if r, ok := s.state.Round(); ok {
				return named(r.Name)
			}
			return ""
		},
		Enabled: func() bool {
			r, ok := s.state.Round()
			return ok && s.Loaded() && !s.deps.ReadOnly && (may == nil || may(r))
		},
		Do: func() {
			s.here(func() {
				if r, ok := s.state.Round(); ok {
					do(r)
				}
			})
		},
	}
}

// here does something on this page, wherever it was asked for.
func (s *Screen) here(do func()) {
	if s.deps.Go != nil {
		s.deps.Go(Page, nil)
	}
	s.entry.flush()
	do()
}

// roundItems are the deeds on the round shown.
func (s *Screen) roundItems() []*fyne.MenuItem {
	return s.deps.Commands.Menu("", "health.ballots", "health.import", "health.asked", "",
		"health.change", "health.close", "health.reopen", "", "health.remove").Items
}

// selectedCard is the card selected among the results.
func (s *Screen) selectedCard() (string, bool) {
	round, ok := s.state.Round()
	if !s.Loaded() || !ok || round.Open() || s.state.Deck() {
		return "", false
	}
	return s.results.selected()
}

func (s *Screen) actTitle() string {
	if key, ok := s.selectedCard(); ok {
		if card, ok := s.state.Card(key); ok {
			return s.deps.Say.Text("Agree a step on “%s”", card.Title)
		}
	}
	return ""
}

// closeRound closes a round; first what can't be read has to be put right, since a closed round shows no fields.
func (s *Screen) closeRound(r data.Round) {
	if field := s.entry.unreadable(); field != nil {
		s.deps.Focus(field)
		return
	}
	if few := s.state.TooFew(r.ID); few != "" {
		say := s.deps.Say
		kit.Ask(s.deps.Canvas(), kit.Question{Title: say.Text("Close %s?", r.Name), Text: few, Yes: say.Text("Close it"), No: say.Text("Keep it open"),
			Do: func() { s.closeNow(r) }})
		return
	}
	s.closeNow(r)
}

func (s *Screen) closeNow(r data.Round) {
	s.deeds.Do(func(ctx context.Context) error { return s.state.store.CloseRound(ctx, r.ID) }, func() {
		s.deps.Tell(s.deps.Say.Text("%s is closed.", r.Name))
	})
}

// reopen opens a round again. Where its figures went out, it says first what documents tell from then on.
func (s *Screen) reopen(r data.Round) {
	if told := s.state.ToldAlready(r.ID); told != "" {
		say := s.deps.Say
		kit.Ask(s.deps.Canvas(), kit.Question{Title: say.Text("Open %s again?", r.Name), Text: told, Yes: say.Text("Open it again"), No: say.Text("Leave it closed"),
			Do: func() { s.reopenNow(r) }})
		return
	}
	s.reopenNow(r)
}

func (s *Screen) reopenNow(r data.Round) {
	s.deeds.Do(func(ctx context.Context) error { return s.state.store.ReopenRound(ctx, r.ID) }, nil)
}

// remove takes a round away and offers to bring it back.
func (s *Screen) remove(r data.Round) {
	say := s.deps.Say
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) { return s.state.rounds.Remove(ctx, r.ID) }, func(done store.Done) {
		s.deeds.OfferUndo(say.Text("%s was removed, with all its answers.", r.Name), done.Undo, func() { s.Arrive(r.ID) })
	})
}
