package events

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
)

// Several events of the list can be chosen together; what is done to them is one deed (data/README.md, Several at once).

// several tells that events are chosen together.
func (s *Screen) several() bool { return s.list.MarkCount() > 0 }

// severally has a command on the event shown be about all that are chosen, where several are; of those about gives whom it can be about,
// nil for all.
func (s *Screen) severally(c *kit.Command, named func(n int) string, about func(e *data.Event) bool, do func(ids []int64)) *kit.Command {
	one := *c
	c.Enabled = func() bool {
		if s.several() {
			return !s.deps.ReadOnly
		}
		return one.Enabled != nil && one.Enabled()
	}
	c.Named = func() string {
		if n := s.list.MarkCount(); n > 0 {
			return named(n)
		}
		if one.Named == nil {
			return ""
		}
		return one.Named()
	}
	c.Do = func() {
		if !s.several() {
			one.Do()
			return
		}
		ids := s.those(s.list.Marked(), about)
		if len(ids) == 0 {
			s.deps.Tell(s.deps.Say.Text("This can't be done with the events chosen."))
			return
		}
		s.here(func() { do(ids) })
	}
	return c
}

// those are the events among some of which something is so.
func (s *Screen) those(ids []int64, are func(e *data.Event) bool) []int64 {
	return slices.DeleteFunc(slices.Clone(ids), func(id int64) bool {
		e, there := s.state.programme.snapshot.EventByID(id)
		return !there || are != nil && !are(&e)
	})
}

// registerChosen makes known what can be done to several only.
func (s *Screen) registerChosen() {
	say := s.deps.Say
	many := func(id, title string, named func(n int) string, do func(ids []int64)) *kit.Command {
		return s.severally(&kit.Command{ID: id, Title: title, Here: true}, named, nil, do)
	}
	s.deps.Commands.Add(
		many("events.place", say.Text("Change where events are"), func(n int) string {
			return say.Count(n, "Change where %d event is…", "Change where %d events are…")
		}, s.placeMany),
		many("events.lead", say.Text("Change who leads events"), func(n int) string {
			return say.Count(n, "Change who leads %d event…", "Change who leads %d events…")
		}, s.leadMany),
		kit.PrintList(s.deps, "events.print", say.Text("Events"), func() kit.Shower { return s.list }, s.showsList),
	)
}

// chosenMenu are the deeds on several; an empty one is a separator.
var chosenMenu = []string{"events.move", "events.place", "events.lead", "events.announce", "events.print", "", "events.back", "events.cancel", "events.remove"}

// menuOf is the context menu of an event, which is shown by then, or of all that are chosen.
func (s *Screen) menuOf(int64) []*fyne.MenuItem {
	if !s.several() {
		return s.pane.menuItems()
	}
	return s.deps.Commands.Menu("", chosenMenu...).Items
}

// newChoosing makes what stands below the list.
func (s *Screen) newChoosing() *kit.Choosing {
	say, deps := s.deps.Say, s.deps
	line := kit.Pad(kit.Edges{Right: 10, Left: 10}, kit.Row(kit.RowOptions{Gap: 14, Align: kit.Middle}, kit.Spring(), kit.Own(s.list.ColumnsLink("events.columns")), kit.Own(deps.PrintLink("events.print"))))
	return kit.NewChoosing(deps, kit.ChoosingOptions{Rows: s.list, Line: line,
		Count: func(n int) string { return say.Count(n, "%d chosen", "%d chosen") },
		Buttons: []*kit.Btn{deps.ChosenBtn("events.move", say.Text("Move…")), deps.ChosenBtn("events.cancel", say.Text("Cancel them")),
			deps.ChosenBtn("events.remove", say.Text("Remove them"))},
		More: func() []*fyne.MenuItem { return s.menuOf(0) },
		Changed: func() {
			s.listBox.Refresh()
			s.browse.Refresh()
		},
	})
}

// showsList tells that the list is what the page shows.
func (s *Screen) showsList() bool { return s.Loaded() && s.chips.Selected() == viewAgenda }

// PrintsList is the command that makes a document of the list.
func (s *Screen) PrintsList() string { return "events.print" }

// ChooseAll chooses all that are shown.
func (s *Screen) ChooseAll() {
	if !s.deps.ReadOnly && s.showsList() {
		s.deps.Focus(s.list)
		s.list.MarkAll()
	}
}

// StepOut leaves one selected where several are chosen, or shows the list again, where an event has its place.
func (s *Screen) StepOut() bool {
	switch {
	case s.chips.Selected() != viewAgenda:
		return false
	case s.list.Unmark():
		return true
	case !s.browse.Alone():
		return false
	}
	s.backToList()
	return true
}

// backToList shows the list again.
func (s *Screen) backToList() {
	s.pane.flush()
	s.browse.Open(false)
	s.deps.Focus(s.list)
}

// offerUndo says what was done to some events, with a button that takes it back; they are chosen again then.
func (s *Screen) offerUndo(ids []int64, text string, done store.Done) {
	s.deeds.OfferUndo(text, done.Undo, func() {
		s.WhenLoaded(func() {
			if len(ids) > 1 {
				s.list.Mark(ids...)
			}
		})
	})
}

// doMany does a deed on several events and says what was done.
func (s *Screen) doMany(ids []int64, told string, deed func(ctx context.Context) (store.Done, error)) {
	s.deeds.DoUndoably(deed, func(done store.Done) { s.offerUndo(ids, told, done) })
}

// moveMany asks by how many days events are moved, and to which time of day.
func (s *Screen) moveMany(ids []int64) {
	say, n := s.deps.Say, len(ids)
	days, start := kit.NewNumberField(nil, 7, true, nil), kit.NewEntry("")
	days.ID, start.ID = "days", "start"
	by, at := 0, store.SameTime
	f := kit.Form{Title: say.Count(n, "Move %d event", "Move %d events"), SaveText: say.Text("Move"),
		Fields: []kit.FormField{
			{Name: "days", Label: say.Text("Days later"), Hint: say.Text("−7 is a week earlier, 0 leaves the day."), Input: days},
			{Name: "start", Label: say.Text("Begins at (may stay empty)"), Hint: say.Text("Empty: each keeps its time."), Input: start, Beside: true},
		}}
	read := func() error {
		var err error
		if by, _, err = days.Value(); err != nil {
			return data.Invalid("days", "Write a whole number.")
		}
		if at = store.SameTime; data.CleanLine(start.Text) != "" {
			if at, err = data.ReadClock(start.Text); err != nil {
				return data.At("start", err)
			}
		}
		return nil
	}
	f.Later = s.later(read, func(ctx context.Context) (store.Done, error) { return s.state.store.MoveEvents(ctx, ids, by, at) },
		func(done store.Done) {
			s.offerUndo(ids, say.Count(n, "%d event was moved.", "%d events were moved."), done)
		})
	kit.OpenForm(s.deps, f)
}

// later is the Later of a form that reads its inputs and does a deed away from the window.
func (s *Screen) later(read func() error, deed func(ctx context.Context) (store.Done, error), told func(store.Done)) func(done func(error)) {
	return func(done func(error)) {
		if err := read(); err != nil {
			done(err)
			return
		}
		s.deeds.Run(func() func() {
			undo, err := deed(context.Background())
			return func() {
				if done(err); err == nil {
					told(undo)
				}
			}
		})
	}
}

// placeMany asks where events are.
func (s *Screen) placeMany(ids []int64) {
	say, n := s.deps.Say, len(ids)
	var row data.Event
	kit.NewRowForm(s.deps, &row, data.EventFields).Line("place").OpenMany(s.deeds, kit.Form{
		Title: say.Count(n, "Change where %d event is", "Change where %d events are"), SaveText: say.Text("Change the place"),
	}, func(ctx context.Context) (store.Done, error) {
		deed := store.Deed{Key: "change where %d event is", Many: "change where %d events are", N: n}
		return s.state.store.ChangeEvents(ctx, deed, ids, func(e *data.Event) { e.Place = row.Place })
	}, func(done store.Done) {
		s.offerUndo(ids, say.Count(n, "The place of %d event was changed.", "The place of %d events was changed."), done)
	})
}

// leadMany asks who leads events.
func (s *Screen) leadMany(ids []int64) {
	say, n := s.deps.Say, len(ids)
	var row data.EventRole
	form := kit.NewRowForm(s.deps, &row, data.EventRoleFields).Line("member").Ask("member", say.Text("Leads"))
	form.Offer("member", s.teamOptions())
	form.OpenMany(s.deeds, kit.Form{
		Title: say.Count(n, "Change who leads %d event", "Change who leads %d events"), SaveText: say.Text("Change who leads"),
	}, func(ctx context.Context) (store.Done, error) {
		return s.state.store.LeadEvents(ctx, ids, row.MemberID)
	}, func(done store.Done) {
		name := s.state.programme.name(row.MemberID)
		if row.MemberID == 0 {
			name = say.Text("Nobody")
		}
		s.offerUndo(ids, say.Count(n, "%[2]s leads %[1]d event.", "%[2]s leads %[1]d events.", name), done)
	})
}

// announceMany notes where events were announced.
func (s *Screen) announceMany(ids []int64) {
	say, n := s.deps.Say, len(ids)
	row := data.Announcement{Channel: s.channelFor(data.UseAnnounce), On: s.deps.Clock.Today()}
	kit.NewRowForm(s.deps, &row, data.AnnouncementFields).Line("channel").Line("on").OpenMany(s.deeds, kit.Form{
		Title: say.Count(n, "Note that %d event was announced", "Note that %d events were announced"), SaveText: say.Text("Note as announced"),
	}, func(ctx context.Context) (store.Done, error) { return s.state.store.AnnounceEvents(ctx, ids, row) }, func(done store.Done) {
		s.offerUndo(ids, say.Count(n, "%d event is noted as announced.", "%d events are noted as announced."), done)
	})
}

// cancelMany calls events off.
func (s *Screen) cancelMany(ids []int64) {
	told := s.deps.Say.Count(len(ids), "%d event is cancelled.", "%d events are cancelled.")
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) {
		return s.state.store.SetStatuses(ctx, ids, data.StatusCancelled)
	}, func(done store.Done) { s.deeds.OfferUndoAnd(told, done.Undo, s.tellOff(ids)) })
}

// backMany plans events again that were cancelled, or noted as held too early.
func (s *Screen) backMany(ids []int64) {
	s.doMany(ids, s.deps.Say.Count(len(ids), "%d event is planned again.", "%d events are planned again."), func(ctx context.Context) (store.Done, error) {
		return s.state.store.SetStatuses(ctx, ids, data.StatusPlanned)
	})
}

// removeMany takes events away.
func (s *Screen) removeMany(ids []int64) {
	s.doMany(ids, s.deps.Say.Count(len(ids), "%d event was removed, with its programme, minutes and who came.", "%d events were removed, with their programmes, minutes and who came."),
		func(ctx context.Context) (store.Done, error) { return s.state.store.RemoveEvents(ctx, ids) })
}
