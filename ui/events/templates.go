package events

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
)

func sameTemplate(a, b data.EventTemplate) bool {
	for i := range data.EventTemplateFields {
		if f := &data.EventTemplateFields[i]; f.Input != data.InputNone && !f.Same(&a, &b) {
			return false
		}
	}
	return a.ID == b.ID
}

// templateCard shows one of the leader's own templates, as the formats are shown.
func (s *Screen) templateCard(t data.EventTemplate) fyne.CanvasObject {
	say := s.deps.Say
	format := s.state.FormatIn(templateKey + kit.KeyOf(t.ID))
	body := kit.VStack(8, kit.Note(say.Text("%s · %s", data.FormatName(t.Format), data.SayCount(t.Minutes, "%d minute", "%d minutes"))), s.formatSteps(format))
	if t.Purpose != "" {
		body.Objects = slices.Insert(body.Objects, 0, fyne.CanvasObject(kit.NewBody(kit.Plain(t.Purpose))))
	}
	if len(t.Checks) > 0 {
		body.Objects = append(body.Objects, kit.NewSmall(kit.Muted(say.Text("Checklist: ")), kit.Plain(say.List(t.Checks))))
	}
	card := kit.NewCard(t.Name, "", body)
	if !s.deps.ReadOnly {
		plan := kit.NewLinkBtn(say.Text("Plan one"), func() { s.openPlan(data.Event{Format: templateKey + kit.KeyOf(t.ID)}, nil) })
		change := kit.NewLinkBtn(say.Text("Change…"), func() { s.openTemplate(t) })
		remove := kit.NewLinkBtn(say.Text("Remove"), func() { s.removeTemplate(t) })
		plan.ID, change.ID, remove.ID = "plan."+templateKey+kit.KeyOf(t.ID), "change."+templateKey+kit.KeyOf(t.ID), "remove."+templateKey+kit.KeyOf(t.ID)
		card.SetCorner(kit.Line(plan, change, remove))
	}
	return card
}

// keepTemplate asks what of the event shown is to be planned from again.
func (s *Screen) keepTemplate() {
	e := s.pane.detail.Event
	s.openTemplate(s.state.programme.snapshot.TemplateOf(&e))
}

// openTemplate asks for a template; one without an ID is added.
func (s *Screen) openTemplate(t data.EventTemplate) {
	say := s.deps.Say
	title := say.Text("Keep as a template")
	if t.ID != 0 {
		title = say.Text("Change the template")
	}
	form := kit.NewRowForm(s.deps, &t, data.EventTemplateFields).Line("name").Line("format", "minutes").Line("purpose").Line("place", "link").Line("audience").
		Line("steps").Line("checks").Tall(4, "steps", "checks")
	form.Offer("format", s.formatOptions())
	form.Open(kit.Form{Title: title, Intro: say.Text("It stands before the formats when you plan an event."), Width: 560,
		Save:    func() error { return s.state.rows.templates.Save(context.Background(), &t) },
		OnClose: kit.OnceSaved(func() { s.deps.Tell(say.Text("“%s” stands among the formats.", t.Name)) })})
}

// removeTemplate takes a template away and offers to bring it back.
func (s *Screen) removeTemplate(t data.EventTemplate) {
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) { return s.state.rows.templates.Remove(ctx, t.ID) }, func(done store.Done) {
		s.deeds.OfferUndo(s.deps.Say.Text("The template “%s” was removed.", t.Name), done.Undo, nil)
	})
}

// openChecklist asks for the whole checklist of the event shown, a line each.
func (s *Screen) openChecklist() {
	say, e := s.deps.Say, s.pane.detail.Event
	text := kit.NewArea(6, s.state.programme.snapshot.ChecklistOf(e.ID).String())
	kit.OpenForm(s.deps, kit.Form{Title: say.Text("Checklist of “%s”", s.called(&e)), Intro: say.Text("What is due stands on Overview, and moves with the event."),
		Fields: []kit.FormField{{Name: "checks", Label: say.Text("Checklist"), Hint: say.Of(data.ChecklistHint), Input: text}},
		Save: func() error {
			lines := data.ChecksOf(data.ParseLines(text.Text))
			return s.state.store.SetChecklist(context.Background(), e.ID, lines)
		}})
}
