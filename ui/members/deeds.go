package members

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
)

// register makes the screen's deeds known. Those on a person name them, since the palette offers them on every page.
func (s *Screen) register() {
	say := s.deps.Say
	writable := func() bool { return !s.deps.ReadOnly }
	selected := func() bool { return writable() && s.loading.Loaded() && s.state.Selected() != 0 }
	named := func(words func(name string) string) func() string {
		return func() string { return words(s.state.NameOf(s.state.Selected())) }
	}
	s.deps.Commands.Add(
		&kit.Command{ID: "members.add", Title: say.Text("Add member"), Enabled: writable, Do: func() { s.here(s.openAdd) }},
		&kit.Command{ID: "members.note", Title: say.Text("Note a contribution"), Enabled: selected,
			TitleNow: named(func(n string) string { return say.Text("Note a contribution of %s", n) }),
			Do:       func() { s.here(func() { s.openNote(s.state.Selected()) }) }},
		&kit.Command{ID: "members.declare", Title: say.Text("Set a level"), Enabled: func() bool { return selected() && s.pane.detail.MayHaveLevel },
			TitleNow: named(func(n string) string { return say.Text("Set the level of %s", n) }),
			Do:       func() { s.here(func() { s.openDeclare(s.state.Selected(), s.pane.detail.Declared) }) }},
		&kit.Command{ID: "members.core", Title: say.Text("Take into the core team"), Enabled: func() bool { return selected() && s.pane.detail.MayHaveLevel },
			TitleNow: named(s.coreTitle), Do: func() { s.here(func() { s.toggleRole(s.state.Selected(), data.RoleCoreTeam) }) }},
		&kit.Command{ID: "members.lead", Title: say.Text("Make leader"), Enabled: func() bool { return selected() && s.state.MayLead(s.state.Selected()) },
			TitleNow: named(func(n string) string { return say.Text("Make %s the leader", n) }),
			Do:       func() { s.here(func() { s.askLead(s.state.Selected()) }) }},
		s.onHint("members.write", say.Text("Write to a member"), func(n string) string { return say.Text("Write to %s", n) }, s.openWrite),
		s.onHint("members.written", say.Text("Note that you wrote to a member"),
			func(n string) string { return say.Text("Note that you wrote to %s", n) }, s.followUp),
		&kit.Command{ID: "members.left", Title: say.Text("Note that somebody left"), Enabled: func() bool { return selected() && !s.pane.detail.Leads },
			TitleNow: named(func(n string) string { return say.Text("Note that %s left today", n) }),
			Do:       func() { s.here(func() { s.leftToday(s.state.Selected()) }) }},
		&kit.Command{ID: "members.remove", Title: say.Text("Remove a member"), Enabled: func() bool { return selected() && !s.pane.detail.Leads },
			TitleNow: named(func(n string) string { return say.Text("Remove %s", n) }),
			Do:       func() { s.here(func() { s.remove(s.state.Selected()) }) }},
	)
}

// here does something on this page, wherever it was asked for.
func (s *Screen) here(do func()) {
	if s.deps.Go != nil {
		s.deps.Go(Page, nil)
	}
	s.pane.flush()
	s.loading.WhenLoaded(do)
}

func (s *Screen) coreTitle(name string) string {
	if s.pane.detail.InCore {
		return s.deps.Say.Text("Let %s leave the core team", name)
	}
	return s.deps.Say.Text("Take %s into the core team", name)
}

// menuOf is the context menu of a person, who has been selected by then.
func (s *Screen) menuOf(int64) []*fyne.MenuItem {
	if s.deps.ReadOnly {
		return nil
	}
	return s.deps.Commands.Menu("", "members.note", "members.declare", "members.core", "members.lead", "", "members.left", "members.remove").Items
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
	s.deeds.Do(func(ctx context.Context) error { return s.state.SetRole(ctx, id, role, holds) }, nil)
}

// askLead asks before the lead changes hands: a community has exactly one leader (domain.md 6).
func (s *Screen) askLead(id int64) {
	say, name := s.deps.Say, s.state.NameOf(id)
	text := say.Text("From today %s leads the community.", name)
	if now := s.state.LeaderName(); now != "" {
		text = say.Text("From today %s leads the community in place of %s, who stays a member.", name, now)
	}
	kit.Ask(s.deps.Canvas(), kit.Question{
		Title: say.Text("Pass the lead to %s?", name), Text: text,
		Yes: say.Text("Pass the lead"), No: say.Text("Keep as it is"),
		Do: func() { s.deeds.Do(func(ctx context.Context) error { return s.state.Lead(ctx, id) }, nil) },
	})
}

// leftToday notes that somebody left; what they did stays in the figures.
func (s *Screen) leftToday(id int64) {
	today, name := s.deps.Clock.Today(), s.state.NameOf(id)
	s.deeds.Do(func(ctx context.Context) error {
		return s.state.Change(ctx, id, "leftToday", 0, func(m *data.Member) { m.LeftOn = today })
	}, func() { s.deps.Tell(s.deps.Say.Text("%s left today. What they did stays in the figures.", name)) })
}

// remove takes somebody off the roster and offers to bring them back.
func (s *Screen) remove(id int64) {
	say, name := s.deps.Say, s.state.NameOf(id)
	s.deeds.Do(func(ctx context.Context) error { return s.state.Remove(ctx, id) }, func() {
		s.deeds.OfferUndo(say.Text("%s was removed, with everything noted about them.", name), s.state.UndoRemoval, func() { s.arriveAt(id) })
	})
}
