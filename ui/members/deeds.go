package members

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/exchange"
	"copleader/data/store"
	"copleader/ui/kit"
)

// register makes the screen's deeds known. Those on a person name them, since the palette offers them on every page.
func (s *Screen) register() {
	say := s.deps.Say
	s.deps.Commands.Add(
		&kit.Command{ID: "members.add", Title: say.Text("Add member"), Enabled: func() bool { return !s.deps.ReadOnly },
			Do: func() { s.here(func() { s.openAdd(data.Member{}, nil) }) }},
		s.on("members.note", say.Text("Note a contribution"), func(n string) string { return say.Text("Note a contribution of %s", n) },
			nil, func(id int64) { s.openNote(data.Contribution{MemberID: id}, nil) }),
		s.on("members.help", say.Text("Note that somebody was helped"), func(n string) string { return say.Text("Note that %s was helped", n) },
			s.mayHaveLevel, func(id int64) { s.openHelp(data.HelpReceived{MemberID: id}, nil) }),
		s.on("members.core", say.Text("Take into the core team"), s.coreTitle, s.mayHaveLevel,
			func(id int64) { s.toggleRole(id, data.RoleCoreTeam) }),
		s.onHint("members.write", say.Text("Write to a member"), func(n string) string { return say.Text("Write to %s", n) }, s.openWrite),
		s.onHint("members.written", say.Text("Note that you wrote to a member"),
			func(n string) string { return say.Text("Note that you wrote to %s", n) }, s.followUp),
	)
	s.registerChosen()
	s.registerLeaving()
	s.registerBringing()
	s.registerJoining()
	s.deps.Commands.Add(
		&kit.Command{ID: "members.columns", Title: say.Text("Choose the columns of the list"), Enabled: s.Loaded, Do: func() { s.here(s.list.OpenColumns) }},
		&kit.Command{ID: "members.print", Title: say.Text("Print or save the list of members…"), Enabled: func() bool { return s.tellsLevels() && s.deps.Go != nil },
			Named: s.printWords, Do: s.printList},
		&kit.Command{ID: "members.moving", Title: say.Text("People moving between the levels"), Enabled: s.tellsLevels,
			Do: func() { s.here(s.openMoves) }},
		&kit.Command{ID: "members.reckoning", Title: say.Text("How levels are worked out"), Enabled: s.tellsLevels,
			Do: func() { s.here(s.openReckoning) }},
	)
}

// printWords say that a document is about those chosen alone, where some are.
func (s *Screen) printWords() string {
	n := s.list.MarkCount()
	if n == 0 {
		return ""
	}
	return s.deps.Say.Count(n, "Print or save a list of %d member…", "Print or save a list of %d members…")
}

// printList makes a document of whom the list shows, or of those chosen alone.
func (s *Screen) printList() {
	ids := s.list.Marked()
	if len(ids) == 0 {
		ids = s.VisibleIDs()
	}
	s.deps.Go("share", kit.Listed{Members: ids})
}

// PrintsList is the command that makes a document of the list.
func (s *Screen) PrintsList() string { return "members.print" }

// tellsLevels tells that levels may be shown.
func (s *Screen) tellsLevels() bool { return s.Loaded() && !s.deps.ForGuests() }

// registerLeaving makes known what changes who leads and who is there.
func (s *Screen) registerLeaving() {
	say := s.deps.Say
	s.deps.Commands.Add(
		&kit.Command{ID: "members.pass", Title: say.Text("Pass leadership…"), Enabled: func() bool { return !s.deps.ReadOnly },
			Do: func() { s.here(func() { s.openPass(s.state.Leader()) }) }},
		&kit.Command{ID: "members.handing", Title: say.Text("Go on with handing over"), Enabled: s.isHanding, Do: func() { s.here(s.openHanding) }},
		s.onlyHere(s.on("members.lead", say.Text("Pass leadership"), s.passTitle,
			func() bool { return s.pane.detail.Leads || s.state.MayLead(s.state.Selected()) }, s.openPass)),
		&kit.Command{ID: "members.person", Title: say.Text("Everything about a person as a file"),
			Named:   s.named(func(n string) string { return say.Text("Everything about %s as a file", n) }),
			Enabled: func() bool { return s.Loaded() && s.state.Selected() != 0 && !s.several() }, // a file that is only read can tell too
			Do:      func() { s.here(func() { s.savePerson(s.state.Selected()) }) }},
		s.on("members.erase", say.Text("Forget this person"), func(n string) string { return say.Text("Forget %s…", n) },
			func() bool { return s.state.MayErase(s.state.Selected()) }, s.openErase),
	)
}

// registerBringing makes known how people come in from elsewhere, and how two records of one person become one.
func (s *Screen) registerBringing() {
	say := s.deps.Say
	s.deps.Commands.Add(
		s.on("members.join", say.Text("Join two records of one person"), func(n string) string { return say.Text("Join %s with another record…", n) },
			func() bool { return s.state.MayJoin(s.state.Selected()) }, func(id int64) { s.openJoin(id, s.pane.detail.Twin.ID) }),
		&kit.Command{ID: "members.bring", Title: say.Text("Bring in people…"), Enabled: func() bool { return !s.deps.ReadOnly && s.deps.Go != nil },
			Do: func() { s.deps.Go("intake", kit.Bring{Likely: exchange.People}) }},
	)
}

// on is a command on the selected person, whom it names; while several are chosen it is not theirs.
func (s *Screen) on(id, title string, named func(name string) string, may func() bool, do func(memberID int64)) *kit.Command {
	return &kit.Command{ID: id, Title: title, WhyNot: s.whyNotGo(id),
		Enabled: func() bool {
			return !s.deps.ReadOnly && s.Loaded() && s.state.Selected() != 0 && !s.several() && !s.pane.detail.Member.Erased() && (may == nil || may())
		},
		Named: s.named(named),
		Do:    func() { s.here(func() { do(s.state.Selected()) }) }}
}

// onlyHere marks a command about whoever is selected, which means nothing on another page.
func (s *Screen) onlyHere(c *kit.Command) *kit.Command {
	c.Here = true
	return c
}

// named gives words the name of the selected person, if there is one.
func (s *Screen) named(words func(name string) string) func() string {
	return func() string {
		if s.state.Selected() == 0 {
			return ""
		}
		return words(s.state.NameOf(s.state.Selected()))
	}
}

func (s *Screen) mayHaveLevel() bool { return s.pane.detail.MayHaveLevel }

// here does something on this page, wherever it was asked for.
func (s *Screen) here(do func()) {
	if s.deps.Go != nil {
		s.deps.Go(Page, nil)
	}
	s.pane.flush()
	s.WhenLoaded(do)
}

func (s *Screen) coreTitle(name string) string {
	if s.pane.detail.InCore {
		return s.deps.Say.Text("Let %s leave the core team", name)
	}
	return s.deps.Say.Text("Take %s into the core team", name)
}

// menuOf is the context menu of a person, who has been selected by then, or of all who are chosen.
func (s *Screen) menuOf(int64) []*fyne.MenuItem {
	if s.deps.ReadOnly {
		return nil
	}
	if s.several() {
		return s.deps.Commands.Menu("", chosenMenu...).Items
	}
	return s.deps.Commands.Menu("", "members.note", "members.ask", "members.mail", "members.came", "members.declare", "members.core", "members.lead", "members.join", "",
		"members.left", "members.remove").Items
}

// toggleRole gives a role or ends it.
func (s *Screen) toggleRole(id int64, role data.Role) {
	for _, r := range s.pane.detail.Roles {
		if r.Role == role {
			s.setRole(id, role, !r.Holds)
		}
	}
}

func (s *Screen) setRole(id int64, role data.Role, holds bool) {
	s.deeds.Do(func(ctx context.Context) error { return s.state.store.SetRole(ctx, id, role, holds) }, nil)
}

// remove takes people off the roster and offers to bring them back.
func (s *Screen) remove(ids []int64) {
	say, name := s.deps.Say, s.state.NameOf(ids[0])
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) { return s.state.store.RemoveMembers(ctx, ids) }, func(done store.Done) {
		s.offerUndo(ids, say.Count(len(ids), "%[2]s was removed, with everything noted about them.", "%[1]d members were removed, with everything noted about them.", name), done)
	})
}
