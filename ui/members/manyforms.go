package members

import (
	"context"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
)

// setLevels asks for the level of those chosen.
func (s *Screen) setLevels(ids []int64) {
	declared := data.Level("")
	if len(ids) == 1 && ids[0] == s.state.Selected() {
		declared = s.pane.detail.Declared
	}
	s.openDeclare(ids, declared)
}

// levelsByData lets the data decide again which level some people have.
func (s *Screen) levelsByData(ids []int64) {
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) {
		return s.state.store.DeclareLevels(ctx, ids, data.DeclaredLevel{})
	}, func(done store.Done) {
		s.offerUndo(ids, s.deps.Say.Count(len(ids), "The level of %d member is worked out again.", "The levels of %d members are worked out again."), done)
	})
}

// openUnit asks for the unit of some people.
func (s *Screen) openUnit(ids []int64) {
	say, n, name := s.deps.Say, len(ids), s.state.NameOf(ids[0])
	row := data.Member{Unit: s.state.CommonUnit(ids)}
	kit.NewRowForm(s.deps, &row, data.MemberFields).Line("unit").OpenMany(s.deeds, kit.Form{
		Title:    say.Count(n, "Change the unit of %[2]s", "Change the unit of %[1]d members", name),
		SaveText: say.Text("Change the unit"),
	}, func(ctx context.Context) (store.Done, error) { return s.state.store.SetUnits(ctx, ids, row.Unit) }, func(done store.Done) {
		s.offerUndo(ids, say.Count(n, "The unit of %[2]s was changed.", "The unit of %[1]d members was changed.", name), done)
	})
}

// openTopics asks which topics are added to those of some people, and which are taken away.
func (s *Screen) openTopics(ids []int64) {
	say, n, name := s.deps.Say, len(ids), s.state.NameOf(ids[0])
	var row data.Member
	var topics store.Topics
	gone, roster := kit.NewEntry(""), s.state.roster
	form := kit.NewRowForm(s.deps, &row, data.MemberFields).Line("knows").Line("interests").
		AlsoRead(kit.FormField{Name: "gone", Label: say.Text("Take away, from both"), Input: gone}, func() {
			topics = store.Topics{Knows: row.Knows, Interests: row.Interests, Gone: kit.ReadList(gone.Text)}
		})
	form.Ask("knows", say.Text("Add to “Ask about”")).Ask("interests", say.Text("Add to “Interested in”"))
	form.OpenMany(s.deeds, kit.Form{
		Title:    say.Count(n, "Change the topics of %[2]s", "Change the topics of %[1]d members", name),
		Intro:    say.Text("Commas between topics. Nobody gets one twice."),
		SaveText: say.Text("Change the topics"),
	}, func(ctx context.Context) (store.Done, error) {
		if who, field := roster.overfull(ids, topics); who != "" {
			return store.Done{}, data.Invalid(field, "%s has no room for more topics; please take some away first.", who)
		}
		return s.state.store.ChangeTopics(ctx, ids, topics)
	}, func(done store.Done) {
		s.offerUndo(ids, say.Count(n, "The topics of %[2]s were changed.", "The topics of %[1]d members were changed.", name), done)
	})
}

// openRoles asks for a role, and whether it is given or ended.
func (s *Screen) openRoles(ids []int64) {
	say, n, name := s.deps.Say, len(ids), s.state.NameOf(ids[0])
	choices := s.state.RolesOf(ids)
	row := data.MemberRole{Role: choices[0].Role}
	holds, ends := true, kit.NewCheck(say.Text("It ends today"), false, nil)
	form := kit.NewRowForm(s.deps, &row, data.MemberRoleFields).Line("role").
		AlsoRead(kit.FormField{Name: "ends", Input: ends}, func() { holds = !ends.Ticked() })
	form.OpenMany(s.deeds, kit.Form{
		Title:    say.Count(n, "Give or end a role of %[2]s", "Give or end a role of %[1]d members", name),
		SaveText: say.Text("Note it"),
	}, func(ctx context.Context) (store.Done, error) {
		return s.state.store.SetRoles(ctx, ids, row.Role, holds)
	}, func(done store.Done) { s.toldOfRole(ids, say.Of(row.Role.Phrase()), holds, done) })
}

// setRoles gives a role to some people, or ends it.
func (s *Screen) setRoles(ids []int64, r RoleChoice, holds bool) {
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) { return s.state.store.SetRoles(ctx, ids, r.Role, holds) },
		func(done store.Done) { s.toldOfRole(ids, r.Word, holds, done) })
}

func (s *Screen) toldOfRole(ids []int64, role string, holds bool, done store.Done) {
	say, name := s.deps.Say, s.state.NameOf(ids[0])
	if holds {
		s.offerUndo(ids, say.Count(len(ids), "%[2]s holds the role “%[3]s” from today.", "%[1]d members hold the role “%[3]s” from today.", name, role), done)
		return
	}
	s.offerUndo(ids, say.Count(len(ids), "%[2]s holds the role “%[3]s” no more.", "%[1]d members hold the role “%[3]s” no more.", name, role), done)
}

// askThem asks for something that is asked of some people, or owed to them.
func (s *Screen) askThem(ids []int64) {
	if len(ids) == 1 {
		s.openFollowUp(data.FollowUp{MemberID: ids[0]}, nil)
		return
	}
	say, n := s.deps.Say, len(ids)
	row := data.FollowUp{On: s.deps.Clock.Today(), State: data.Asked}
	s.followUpForm(&row).OpenMany(s.deeds, kit.Form{
		Title:    say.Count(n, "Follow up with %d member", "Follow up with %d members"),
		Intro:    say.Text("Each gets one of their own."),
		SaveText: say.Text("Note it"),
	}, func(ctx context.Context) (store.Done, error) { return s.state.store.AddFollowUps(ctx, ids, row) }, func(done store.Done) {
		s.offerUndo(ids, say.Count(n, "A follow-up with %d member is noted.", "A follow-up with %d members is noted."), done)
	})
}

// openCame asks to which event some people came.
func (s *Screen) openCame(ids []int64) {
	say, n, name := s.deps.Say, len(ids), s.state.NameOf(ids[0])
	events := s.state.Attended()
	if len(events) == 0 {
		s.deps.Tell(say.Text("No event was held yet."))
		return
	}
	row := data.Attendance{EventID: events[0].ID}
	form := kit.NewRowForm(s.deps, &row, data.AttendanceFields).Line("event")
	options := make([]kit.Option, len(events))
	for i := range events {
		options[i] = kit.Option{Key: kit.KeyOf(events[i].ID), Text: say.Of(events[i].Called(s.deps.Clock.Today()))}
	}
	form.Ask("event", say.Text("Event")).Offer("event", options)
	form.OpenMany(s.deeds, kit.Form{
		Title:    say.Count(n, "%[2]s came to…", "%[1]d members came to…", name),
		SaveText: say.Text("Tick them"),
	}, func(ctx context.Context) (store.Done, error) {
		return s.state.store.TickPresent(ctx, row.EventID, ids, true)
	}, func(done store.Done) {
		s.offerUndo(ids, say.Count(n, "%[2]s is ticked.", "%[1]d members are ticked.", name), done)
	})
}

// leftWords say that some people left, or are going to.
func (s *Screen) leftWords(ids []int64, on data.Date) string {
	say, name := s.deps.Say, s.state.NameOf(ids[0])
	if on > s.deps.Clock.Today() {
		return say.Count(len(ids), "%[2]s leaves on %[3]s. What they did stays in the figures.", "%[1]d members leave on %[3]s. What they did stays in the figures.", name, on)
	}
	return say.Count(len(ids), "%[2]s left. What they did stays in the figures.", "%[1]d members left. What they did stays in the figures.", name)
}
