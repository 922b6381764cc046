package events

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// ownOfEach are the fields that each event of a series has for itself, however alike the events are.
var ownOfEach = []string{"id", "on", "lastDay", "secondHour", "status", "guests", "brought", "series", "calendarMark"}

// Unlike are the fields in which a later event of its series differs from an event.
func (s *State) Unlike(id int64) (fields []*data.Field) {
	e, _ := s.programme.snapshot.EventByID(id)
	for i := range data.EventFields {
		f := &data.EventFields[i]
		if slices.Contains(ownOfEach, f.Key) {
			continue
		}
		if slices.ContainsFunc(s.Later(id), func(later int64) bool {
			other, _ := s.programme.snapshot.EventByID(later)
			return !f.Same(&e, &other)
		}) {
			fields = append(fields, f)
		}
	}
	return fields
}

// makeAlike asks which fields of the event shown the later ones of its series take over; what differs is ticked.
func (s *Screen) makeAlike() {
	say, e := s.deps.Say, s.pane.detail.Event
	fields, later := s.state.Unlike(e.ID), s.state.Later(e.ID)
	ticks, boxes := make([]*kit.Check, len(fields)), make([]fyne.CanvasObject, len(fields))
	for i, f := range fields {
		ticks[i] = kit.NewCheck(say.Of(f.Label), true, nil)
		boxes[i] = ticks[i]
	}
	var dialog *kit.Dialog
	save := func() {
		taken := make([]*data.Field, 0, len(fields))
		for i, f := range fields {
			if ticks[i].Ticked() {
				taken = append(taken, f)
			}
		}
		dialog.Close()
		s.takeOver(e, taken, later)
	}
	cancel, do := kit.NewBtn(kit.Outlined, say.Text("Leave them"), func() { dialog.Leave() }), kit.NewBtn(kit.Primary, say.Text("Change them"), save)
	cancel.ID, do.ID = "cancel", "save"
	dialog = kit.OpenDialog(s.deps.Canvas(), kit.DialogOptions{Deps: s.deps, Save: save,
		Title: say.Count(len(later), "Change the later one to be like “%[2]s”", "Change the %[1]d later ones to be like “%[2]s”", s.called(&e)),
		Body: kit.VStack(8, kit.NewPara(kit.Plain(say.Count(len(later), "It takes over what is ticked, and keeps its day.", "They take over what is ticked, and keep their days."))),
			kit.VStack(2, boxes...)),
		Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow, StackBelow: 380}, kit.Spring(), kit.Own(cancel), kit.Own(do))})
	s.deps.Focus(do)
}

// takeOver gives later events some fields of one, as one deed.
func (s *Screen) takeOver(e data.Event, fields []*data.Field, later []int64) {
	if len(fields) == 0 {
		return
	}
	s.onLater(len(later), func(ctx context.Context) (store.Done, error) {
		deed := store.Deed{Key: "change %d event", Many: "change %d events", N: len(later)}
		return s.state.store.ChangeEvents(ctx, deed, later, func(one *data.Event) {
			for _, f := range fields {
				f.Copy(one, &e)
			}
		})
	})
}
