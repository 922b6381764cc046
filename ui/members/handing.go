package members

import (
	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// handing is what is left to do once leadership was passed on, a step after the other.
type handing struct {
	to   int64  // who leads now
	was  int64  // who led before,
	by   string // by name
	from data.Date
	done map[string]bool

	dialog *kit.Dialog // as it was opened last
}

// handStep is one of the steps.
type handStep struct {
	key, title, note, button string
	do                       func(then func(done bool))
}

// startHanding begins the steps after leadership was passed on, and shows them.
func (s *Screen) startHanding(h handing) {
	h.done = map[string]bool{}
	s.handing = &h
	s.WhenLoaded(s.openHanding)
}

// isHanding tells whether steps are left.
func (s *Screen) isHanding() bool {
	if s.handing == nil || !s.Loaded() {
		return false
	}
	for _, step := range s.handSteps() {
		if !s.handing.done[step.key] {
			return true
		}
	}
	return false
}

// handSteps are what whoever leads next is given, and those who are told.
func (s *Screen) handSteps() []handStep {
	say, h := s.deps.Say, s.handing
	name := s.state.NameOf(h.to)
	save := func(document string) func(then func(bool)) {
		return func(then func(bool)) {
			s.deps.Go("share", kit.Saving{Document: document, Then: func() { then(true) }})
		}
	}
	subject := say.Text("%s leads our community from %s", name, say.OnWeekday(h.from))
	steps := []handStep{
		{"binder", say.Text("The binder"), say.Text("What %s has to know, on paper; your private notes are left out.", name), say.Text("Save the binder…"), save("handover")},
		{"file", say.Text("The file"), say.Text("The community to go on with, without your private notes."), say.Text("Save the file…"), save("handover-file")},
		{"members", say.Text("A note to the members"), say.Text("Who leads from now on, and a thank-you."), say.Text("Write to the members…"), func(then func(bool)) {
			s.deps.Go("share", kit.Message{To: s.state.OtherIDs(h.was), Subject: subject, By: h.by, Then: then, Text: []string{
				say.Text("%[1]s leads our community from %[2]s. Please turn to %[1]s with whatever you would have asked me.", name, say.OnDay(h.from)),
				say.Text("Thank you for what you brought and what you made possible.")}})
		}},
	}
	if s.state.HasSponsors() {
		steps = append(steps, handStep{"sponsors", say.Text("A note to the sponsors"), say.Text("Who speaks with them from now on."), say.Text("Write to the sponsors…"), func(then func(bool)) {
			s.deps.Go("share", kit.Message{Subject: subject, By: h.by, Then: then, Text: []string{
				say.Text("%[1]s leads our community from %[2]s, and will tell you how it goes.", name, say.OnDay(h.from)),
				say.Text("Thank you for backing us.")}})
		}})
	}
	return steps
}

// openHanding shows the steps, the next one first.
func (s *Screen) openHanding() {
	if s.handing == nil || s.deps.Canvas() == nil {
		return
	}
	say, h := s.deps.Say, s.handing
	if h.dialog != nil {
		h.dialog.Close()
	}
	rows, next := kit.VStack(12), fyne.Focusable(nil)
	for _, step := range s.handSteps() {
		kind, sign, tone := kit.Outlined, kit.EmptyBox, look.ColorInk
		if h.done[step.key] {
			sign, tone = kit.TickedBox, look.ColorGood
		} else if next == nil {
			kind = kit.Primary
		}
		button := kit.NewBtn(kind, step.button, func() {
			h.dialog.Close()
			step.do(func(done bool) { s.handedOver(step.key, done) })
		})
		button.ID = "hand." + step.key
		if kind == kit.Primary {
			next = button
		}
		words := kit.VStack(0, kit.NewPara(kit.Span{Sign: sign, Color: tone, Text: step.title, Bold: true}), kit.Note(step.note))
		rows.Objects = append(rows.Objects, kit.Row(kit.RowOptions{Gap: 14, Align: kit.Middle, StackBelow: 380, StackGap: 6}, kit.Weight(1, words), kit.Own(button)))
	}
	done := kit.NewBtn(kit.Outlined, say.Text("Close"), func() { h.dialog.Close() })
	done.ID = "cancel"
	h.dialog = kit.OpenDialog(s.deps.Canvas(), kit.DialogOptions{Title: say.Text("Hand over to %s", s.state.NameOf(h.to)), Width: 560,
		Body: kit.VStack(14, kit.NewPara(kit.Muted(say.Text("Leadership is passed on. These are left; “Go on with handing over” brings you back here."))), rows),
		Foot: kit.Row(kit.RowOptions{}, kit.Spring(), kit.Own(done))})
	if next == nil {
		next = done
	}
	s.deps.Focus(next)
}

// handedOver comes back from a step.
func (s *Screen) handedOver(key string, done bool) {
	if s.handing == nil {
		return
	}
	if done {
		s.handing.done[key] = true
	}
	s.here(s.openHanding)
}
