package ui

import (
	"context"
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"copleader/data/store"
	"copleader/ui/kit"
)

// replayWay is undoing or redoing.
type replayWay struct {
	offer  fyne.Shortcut // what the field with the focus is offered first
	replay func(context.Context) (store.Deed, error)
	told   func(store.Deed) kit.Notice
}

// takeBack undoes the newest deed.
func (s *shell) takeBack() {
	say := s.deps.Say
	s.replay(replayWay{offer: &fyne.ShortcutUndo{}, replay: s.store.Undo, told: func(d store.Deed) kit.Notice {
		return kit.Notice{Text: say.Text("Undone: %s.", d), Newest: true, Action: say.Text("Redo"),
			Do: func() { s.deps.Commands.Fire("edit.redo") }}
	}})
}

// doAgain redoes what was undone last.
func (s *shell) doAgain() {
	say := s.deps.Say
	s.replay(replayWay{offer: &fyne.ShortcutRedo{}, replay: s.store.Redo, told: func(d store.Deed) kit.Notice {
		return kit.Notice{Text: say.Text("Done again: %s.", d), Newest: true, Action: say.Text("Undo"),
			Do: func() { s.deps.Commands.Fire("edit.undo") }}
	}})
}

// replay undoes or redoes, unless the field with the focus can do so with what was typed in it. Behind a dialog only fields do.
func (s *shell) replay(way replayWay) {
	if s.inField(way.offer) || s.window.Canvas().Overlays().Top() != nil {
		return
	}
	s.leave()
	s.window.work.whenSettled(func() {
		s.window.work.Run(func() func() {
			deed, err := way.replay(context.Background())
			return func() {
				if err != nil {
					s.deps.Fail(err)
					return
				}
				s.deps.Notice(way.told(deed))
			}
		})
	})
}

// inField offers undo or redo to the field with the focus and tells whether that did anything.
func (s *shell) inField(offer fyne.Shortcut) bool {
	focused := s.window.Canvas().Focused()
	entry := entryOf(focused)
	takes, ok := focused.(fyne.Shortcutable)
	if entry == nil || !ok {
		return false
	}
	before := entry.Text
	takes.TypedShortcut(offer)
	return entry.Text != before
}

// entryOf is the entry that a focused field is, or is made from; nil for anything else.
func entryOf(focused fyne.Focusable) *widget.Entry {
	if entry, ok := focused.(*widget.Entry); ok {
		return entry
	}
	v := reflect.ValueOf(focused)
	if v.Kind() != reflect.Pointer || v.Elem().Kind() != reflect.Struct {
		return nil
	}
	field := v.Elem().FieldByName("Entry")
	if !field.IsValid() || !field.CanAddr() {
		return nil
	}
	entry, _ := field.Addr().Interface().(*widget.Entry)
	return entry
}
