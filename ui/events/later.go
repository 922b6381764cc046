package events

import (
	"context"
	"slices"
	"strings"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// Later are the events of a series that come after one and are still to be held, by their ids.
func (s *State) Later(id int64) (ids []int64) {
	for i, e := range s.programme.snapshot.SeriesFrom(id) {
		if i > 0 {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// InSeries says which of how many of its series an event is, "" for one that belongs to none.
func (s *State) InSeries(e *data.Event) string {
	if e.SeriesID == 0 {
		return ""
	}
	nth, of := 0, 0
	events := s.programme.snapshot.Events
	for i := range events {
		if other := &events[i]; other.SeriesID == e.SeriesID {
			of++
			if other.On < e.On || other.On == e.On && other.ID <= e.ID {
				nth++
			}
		}
	}
	return s.say.Text("%d of %d in a series", nth, of)
}

// which asks whether a deed is for this event alone, or for the later ones of its series too; where there are none it is done at once. This
// one is what Enter means, unless the deed takes something away.
func (s *Screen) which(title string, loses bool, do func(ids []int64)) {
	id := s.state.Selected()
	later := s.state.Later(id)
	if len(later) == 0 {
		do([]int64{id})
		return
	}
	say := s.deps.Say
	var dialog *kit.Dialog
	answer := func(id, words string, ids ...int64) *kit.Btn {
		b := kit.NewBtn(kit.Outlined, words, func() {
			dialog.Close()
			if len(ids) > 0 {
				do(ids)
			}
		})
		b.ID = id
		return b
	}
	one, cancel := answer("which.one", say.Text("This one"), id), answer("question.no", say.Text("Leave it"))
	all := answer("which.later", say.Count(len(later), "This and the later one", "This and the %d later ones"), append([]int64{id}, later...)...)
	first := one
	if loses {
		first = cancel
	}
	first.SetKind(kit.Primary)
	dialog = kit.OpenDialog(s.deps.Canvas(), kit.DialogOptions{Title: title,
		Body: kit.NewPara(kit.Plain(say.Count(len(later), "It belongs to a series; %d of it comes later.", "It belongs to a series; %d of it come later."))),
		Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow, StackBelow: 380}, kit.Spring(), kit.Own(cancel), kit.Own(all), kit.Own(one))})
	s.deps.Focus(first)
}

// move asks for another day and time.
func (s *Screen) move() {
	say, e := s.deps.Say, s.pane.detail.Event
	row := e
	kit.NewRowForm(s.deps, &row, data.EventFields).Line("on", "start").Open(kit.Form{Title: say.Text("Move “%s”", s.called(&e)), SaveText: say.Text("Move"),
		Save: func() error {
			if row.On == 0 {
				return data.NoDate("on")
			}
			return nil
		},
		OnClose: kit.OnceSaved(func() { s.moveTo(row.On, row.Start) })})
}

// moveTo moves the event shown to a day and a time, alone or with the later ones of its series.
func (s *Screen) moveTo(on data.Date, start data.Clock) {
	say, e := s.deps.Say, s.pane.detail.Event
	if on == e.On && start == e.Start {
		return
	}
	s.which(say.Text("Move “%s”", s.called(&e)), false, func(ids []int64) {
		s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) {
			return s.state.store.MoveEvents(ctx, ids, on.Sub(e.On), start)
		}, func(done store.Done) {
			s.deeds.OfferUndo(say.Count(len(ids), "“%[2]s” is on %[3]s now.", "%[1]d events were moved.", e.Title, say.OnWeekday(on)), done.Undo, nil)
		})
	})
}

// cancel calls the event off, alone or with the later ones of its series.
func (s *Screen) cancel() {
	say, e := s.deps.Say, s.pane.detail.Event
	s.which(say.Text("Cancel “%s”", s.called(&e)), true, func(ids []int64) {
		s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) {
			return s.state.store.SetStatuses(ctx, ids, data.StatusCancelled)
		}, func(done store.Done) {
			s.deeds.OfferUndoAnd(say.Count(len(ids), "“%[2]s” is cancelled.", "%[1]d events are cancelled.", s.called(&e)), done.Undo, s.tellOff(ids))
		})
	})
}

// tellOff offers to tell those who meant to come to events that were called off; nothing where nobody did.
func (s *Screen) tellOff(ids []int64) kit.Followed {
	say, off := s.deps.Say, s.state.CalledOff(ids)
	n := len(off.Who)
	if n == 0 {
		return kit.Followed{}
	}
	return kit.Followed{Words: say.Count(n, "Tell the one who meant to come…", "Tell the %d who meant to come…"),
		Do: func() { s.deps.Go("share", kit.Message{To: off.Who, Subject: off.Subject, Text: off.Text}) }}
}

// CalledOff is whom to tell of events that were called off, and what.
type CalledOff struct {
	Who     []int64
	Subject string
	Text    []string
}

// CalledOff tells who said that they would come to some events, or has a part at them, and words what they are told.
func (s *State) CalledOff(ids []int64) (off CalledOff) {
	p := s.programme
	add := func(id int64) {
		m, there := p.snapshot.MemberByID(id)
		if there && m.IsMember(p.today) && m.ID != p.snapshot.Community.LeaderID && !slices.Contains(off.Who, id) {
			off.Who = append(off.Who, id)
		}
	}
	for i := range p.snapshot.EventRoles {
		if r := &p.snapshot.EventRoles[i]; slices.Contains(ids, r.EventID) {
			add(r.MemberID)
		}
	}
	for i := range p.snapshot.Attendance {
		if a := &p.snapshot.Attendance[i]; slices.Contains(ids, a.EventID) && a.Expected == data.ReplyYes {
			add(a.MemberID)
		}
	}
	for _, id := range ids {
		if e, there := p.snapshot.EventByID(id); there {
			off.Subject = s.say.Count(len(ids), "Called off: %[2]s", "Called off: %[1]d events", e.Title)
			off.Text = append(off.Text, s.say.Text("“%s” on %s does not take place.", e.Title, s.say.OnDay(e.On)))
		}
	}
	return off
}

// remove takes the event away, alone or with the later ones of its series, and offers to bring them back.
func (s *Screen) remove() {
	say, e := s.deps.Say, s.pane.detail.Event
	s.which(say.Text("Remove “%s”", s.called(&e)), true, func(ids []int64) {
		s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) { return s.state.store.RemoveEvents(ctx, ids) }, func(done store.Done) {
			s.deeds.OfferUndo(say.Count(len(ids), "“%[2]s” was removed, with its programme, minutes and who came.", "%[1]d events were removed, with their programmes, minutes and who came.", s.called(&e)),
				done.Undo, func() { s.Arrive(e.ID) })
		})
	})
}

// changed remembers a field that was changed in place, so that the same can be offered for the later ones of the series.
type changed struct {
	id  int64
	key string
	was data.Event
}

// noteChanged is told of a field of the event shown that is about to be kept.
func (s *Screen) noteChanged(key string) {
	if key == "on" && s.pane.detail.Event.Status == data.StatusHeld {
		s.heldMoved = s.pane.detail.Event.ID
	}
	if s.pane.detail.Event.SeriesID != 0 && key != "status" {
		s.changed = changed{s.pane.detail.Event.ID, key, s.pane.detail.Event}
	}
}

// askHeldAhead asks about an event that was held and moved to a day to come just now.
func (s *Screen) askHeldAhead() {
	e, say := s.pane.detail.Event, s.deps.Say
	if e.ID == 0 || s.heldMoved != e.ID {
		return
	}
	if e.Status == data.StatusHeld && e.On > s.deps.Clock.Today() {
		s.deps.Notice(kit.Notice{Kind: kit.Warning, Passing: true, Text: say.Text("“%s” is noted as held, and its day lies ahead.", s.called(&e)),
			Action: say.Text("It was not held"), Do: s.takeBack})
		s.heldMoved = 0
	}
}

// offerLater offers to change the later ones of the series as this one was.
func (s *Screen) offerLater() {
	c, say := s.changed, s.deps.Say
	e := s.pane.detail.Event
	if c.id == 0 || c.id != e.ID {
		return
	}
	f := data.EventFields.Of(c.key)
	later := s.state.Later(e.ID)
	if len(later) == 0 || f.Same(&e, &c.was) {
		return
	}
	s.changed = changed{}
	field := strings.ToLower(say.Of(f.Label))
	s.deps.Notice(kit.Notice{Text: say.Text("Changed in this one of the series: %s.", field), Newest: true,
		Action: say.Count(len(later), "The later one too", "The %d later ones too"), Do: func() { s.changeLater(c, e, later) }})
}

func (s *Screen) changeLater(c changed, e data.Event, later []int64) {
	if c.key != "on" {
		s.takeOver(e, []*data.Field{data.EventFields.Of(c.key)}, later)
		return
	}
	s.onLater(len(later), func(ctx context.Context) (store.Done, error) {
		return s.state.store.MoveEvents(ctx, later, e.On.Sub(c.was.On), store.SameTime)
	})
}

// onLater does something to the later ones of a series, and offers to take it back.
func (s *Screen) onLater(n int, deed func(context.Context) (store.Done, error)) {
	s.deeds.DoUndoably(deed, func(done store.Done) {
		s.deeds.OfferUndo(s.deps.Say.Count(n, "%d later one was changed too.", "%d later ones were changed too."), done.Undo, nil)
	})
}
