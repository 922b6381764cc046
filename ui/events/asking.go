package events

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// askedLines show who was asked and has no part yet.
func (p *pane) askedLines() []fyne.CanvasObject {
	say := p.screen.deps.Say
	var lines []fyne.CanvasObject
	for _, row := range p.detail.Asked {
		if row.HasPart {
			continue
		}
		line := kit.Wrap(6, kit.NewSmall(kit.Plain(row.Name)), p.askedChip(row))
		if row.Due != "" {
			line.Objects = append(line.Objects, dueWords(row))
		}
		if p.mayJoin(row) {
			put := kit.NewLinkBtn(say.Text("Put on the programme"), func() { p.putOnProgramme(row) })
			put.ID = "programme." + strconv.FormatInt(row.FollowUp.ID, 10)
			line.Objects = append(line.Objects, put)
		} else if row.FollowUp.State == data.Asked && !p.screen.deps.ReadOnly {
			line.Objects = append(line.Objects, kit.NewLinkBtn(say.Text("Write"), func() { p.screen.openAskingText(row.FollowUp) }))
		}
		lines = append(lines, partRow(say.Text("Asked"), line))
	}
	return lines
}

// dueWords say until when an answer is due.
func dueWords(row AskedRow) fyne.CanvasObject {
	if row.Overdue {
		return kit.NewSmall(kit.Warned(row.Due))
	}
	return kit.Note(row.Due)
}

// mayJoin tells whether somebody who said yes can be given a part: whoever is on the roster.
func (p *pane) mayJoin(row AskedRow) bool {
	return row.FollowUp.State == data.SaidYes && row.FollowUp.MemberID != 0 && !row.HasPart && !p.screen.deps.ReadOnly
}

func (p *pane) putOnProgramme(row AskedRow) {
	s := p.screen
	s.deeds.Do(func(ctx context.Context) error {
		return s.state.store.SetPart(ctx, row.FollowUp.EventID, row.FollowUp.MemberID, data.PartSpeaker, true)
	}, nil)
}

// askedChip says how it stands with somebody who was asked, with a menu of the answers.
func (p *pane) askedChip(row AskedRow) fyne.CanvasObject {
	if p.screen.deps.ReadOnly {
		return kit.NewChip(kit.PlainTone, row.Word)
	}
	var chip *kit.FilterChip
	chip = kit.NewFilterChip(row.Word, func() { kit.MenuBelow(chip, p.askedMenu(row)) })
	chip.ID = "asked." + strconv.FormatInt(row.FollowUp.ID, 10)
	chip.SetSelected(row.FollowUp.State == data.SaidYes)
	return chip
}

func (p *pane) askedMenu(row AskedRow) []*fyne.MenuItem {
	s, say := p.screen, p.screen.deps.Say
	var items []*fyne.MenuItem
	for _, state := range data.FollowUpStates {
		item := fyne.NewMenuItem(say.Of(state.Phrase()), func() {
			s.deeds.Do(func(ctx context.Context) error { return s.state.Answer(ctx, row.FollowUp, state) }, nil)
		})
		item.Checked = row.FollowUp.State == state
		items = append(items, item)
	}
	items = append(items, fyne.NewMenuItemSeparator())
	if p.mayJoin(row) {
		items = append(items, fyne.NewMenuItem(say.Text("Put on the programme"), func() { p.putOnProgramme(row) }))
	}
	items = append(items, fyne.NewMenuItem(say.Text("Write…"), func() { s.openAskingText(row.FollowUp) }),
		fyne.NewMenuItem(say.Text("Change…"), func() { s.openAsked(row.FollowUp, row.Name, nil) }))
	if row.FollowUp.MemberID != 0 {
		items = append(items, fyne.NewMenuItem(say.Text("Show %s", row.Name), func() { s.deps.Go("members", row.FollowUp.MemberID) }))
	}
	return append(items, fyne.NewMenuItem(say.Text("Remove"), func() { s.removeAsked(row) }))
}

func (s *Screen) removeAsked(row AskedRow) {
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) {
		return s.state.rows.followUps.Remove(ctx, row.FollowUp.ID)
	}, func(done store.Done) {
		s.deeds.OfferUndo(s.deps.Say.Text("That %s was asked is forgotten.", row.Name), done.Undo, nil)
	})
}

// hintLines show whose turn it might be to speak, with the reason, and the way to ask anybody else.
func (p *pane) hintLines() []fyne.CanvasObject {
	say := p.screen.deps.Say
	if p.detail.Section != Coming {
		return nil
	}
	var lines []fyne.CanvasObject
	if len(p.detail.Hints) > 0 {
		lines = append(lines, kit.Pad(kit.Edges{Top: 4}, kit.Note(say.Text("You might ask to speak:"))))
	}
	for _, hint := range p.detail.Hints {
		words := kit.NewSmall(kit.Plain(hint.Name), kit.Muted("\n"+hint.Reason))
		if p.screen.deps.ReadOnly {
			lines = append(lines, words)
			continue
		}
		ask := kit.NewLinkBtn(say.Text("Ask"), func() { p.screen.ask(hint) })
		ask.ID = "ask." + strconv.FormatInt(hint.ID, 10)
		lines = append(lines, kit.Row(kit.RowOptions{Gap: look.GapInRow, Align: kit.Middle}, kit.Weight(1, words), kit.Own(ask)))
	}
	if !p.screen.deps.ReadOnly {
		b := kit.NewLinkBtn(say.Text("Ask somebody else"), func() { p.screen.deps.Commands.Fire("events.ask") })
		b.ID = "events.ask"
		lines = append(lines, kit.Left(b))
	}
	return lines
}

// ask notes that somebody was asked to speak, and offers a text to write.
func (s *Screen) ask(hint Hint) {
	u := s.state.Asking(s.state.Selected())
	u.MemberID = hint.ID
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) { return s.state.rows.followUps.SaveUndoably(ctx, &u) }, func(done store.Done) {
		s.deeds.OfferUndo(s.deps.Say.Text("Noted that you asked %s.", hint.Name), done.Undo, nil)
		s.openAskingText(u)
	})
}

// openAsk begins a follow-up: who it is about is chosen first, unless that is known.
func (s *Screen) openAsk(begun data.FollowUp, then func()) {
	u := s.state.Asking(s.state.Selected())
	u.MemberID, u.SponsorID, u.Guest, u.ItemID, u.Rule = begun.MemberID, begun.SponsorID, begun.Guest, begun.ItemID, begun.Rule
	u.Note = begun.Note
	if begun.What != "" {
		u.What = begun.What
	}
	if begun.Due != 0 {
		u.Due = begun.Due
	}
	if name := s.state.programme.askedName(&u); name != "" {
		s.openAsked(u, name, then)
		return
	}
	say, id := s.deps.Say, u.EventID
	s.choose(choosing{title: say.Text("Whom do you ask?"),
		people: func(query string) []Candidate { return s.state.Candidates(id, query, false) },
		chosen: func(memberID int64) {
			u.MemberID = memberID
			s.openAsked(u, s.state.programme.name(memberID), then)
		},
		other: say.Text("Somebody from outside"),
		named: func(name string) {
			u.Guest = name
			s.openAsked(u, name, then)
		}})
}

// openAsked is the form of a follow-up; one without a name is about a guest who is named in it.
func (s *Screen) openAsked(u data.FollowUp, name string, then func()) {
	say := s.deps.Say
	form := kit.NewRowForm(s.deps, &u, data.FollowUpFields)
	outside := u.MemberID == 0 && u.SponsorID == 0
	if outside {
		form.Line("guest")
	}
	form.Line("what").Line("state", "due").Line("note")
	title, save := say.Text("Ask %s", name), say.Text("Note as asked")
	if name == "" {
		title = say.Text("Ask somebody from outside")
	}
	if u.ID != 0 {
		title, save = say.Text("%s was asked", name), say.Text("Save")
	}
	form.Open(kit.Form{Title: title, SaveText: save,
		Save: func() error {
			if outside && data.CleanLine(u.Guest) == "" {
				return data.Invalid("guest", "Please fill this in.")
			}
			return s.state.rows.followUps.Save(context.Background(), &u)
		},
		OnClose: kit.OnceSaved(then)})
}

// openAskingText shows a message to begin from, to be copied into whatever is written with.
func (s *Screen) openAskingText(u data.FollowUp) {
	say := s.deps.Say
	text := kit.NewArea(6, s.state.AskingText(&u))
	body := kit.VStack(10, kit.NewPara(kit.Muted(say.Text("A text to begin from; change it as you like. Nothing is sent from here."))))
	if address := s.state.AddressOf(&u); address != "" {
		body.Objects = append(body.Objects, kit.NewBody(kit.Muted(say.Text("To:")+" "), kit.Plain(address)))
	}
	body.Objects = append(body.Objects, kit.NewLabelled(say.Text("Text"), text))
	var d *kit.Dialog
	copyText := func() {
		fyne.CurrentApp().Clipboard().SetContent(text.Text)
		d.Close()
	}
	leave := kit.NewBtn(kit.Outlined, say.Text("Close"), func() { d.Leave() })
	copied := kit.NewBtn(kit.Primary, say.Text("Copy"), copyText)
	d = kit.OpenDialog(s.deps.Canvas(), kit.DialogOptions{Title: say.Text("Write to %s", s.state.programme.askedName(&u)), Body: body, Width: 520,
		Save: copyText, Deps: s.deps, Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow}, kit.Spring(), kit.Own(leave), kit.Own(copied))})
	s.deps.Focus(copied)
}
