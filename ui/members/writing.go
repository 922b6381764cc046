package members

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// showHints shows what the coach has to say about the person.
func (p *pane) showHints() {
	s, id := p.screen, p.detail.Member.ID
	p.hints.Objects = nil
	for _, h := range p.detail.Hints {
		text := kit.NewSmall(kit.Plain(h.Reason+" "), kit.Bold(h.Title))
		text.Ground = look.ColorPrimarySoft
		body := kit.VStack(8, text)
		if !s.deps.ReadOnly {
			write := kit.NewBtn(kit.Outlined, s.deps.Say.Text("Write"), func() { s.openWrite(id, h.Rule) })
			done := kit.NewBtn(kit.Quiet, s.deps.Say.Text("Done"), func() { s.followUp(id, h.Rule) })
			write.ID, done.ID = "hint.write."+h.Rule, "hint.done."+h.Rule
			body.Objects = append(body.Objects, kit.Wrap(look.GapInRow, write, done))
		}
		p.hints.Objects = append(p.hints.Objects, kit.Band(look.ColorPrimarySoft, body))
	}
	p.hints.Hidden = len(p.hints.Objects) == 0
}

// onHint is a command about the first hint on the selected person, whom it names.
func (s *Screen) onHint(id, title string, named func(name string) string, do func(memberID int64, rule string)) *kit.Command {
	about := func() bool { return !s.deps.ReadOnly && s.Loaded() && len(s.pane.detail.Hints) > 0 }
	return &kit.Command{ID: id, Title: title, Enabled: about,
		Named: func() string {
			if !about() {
				return ""
			}
			return named(s.pane.detail.Member.Name)
		},
		Do: func() {
			s.here(func() {
				if about() {
					do(s.pane.detail.Member.ID, s.pane.detail.Hints[0].Rule)
				}
			})
		}}
}

// openWrite shows the text to begin from that a hint offers.
func (s *Screen) openWrite(id int64, rule string) { s.writeAbout(id, rule, nil) }

// writeAbout does so and calls saved, where given, once it is noted that the text was sent.
func (s *Screen) writeAbout(id int64, rule string, saved func()) {
	if f, ok := s.state.finding(id, rule); ok {
		s.openText(letter{memberID: id, draft: s.deps.Say.Of(f.Offer.Draft), done: func() { s.follow(id, rule, saved) }})
	}
}

// letter is a text to somebody.
type letter struct {
	memberID int64
	draft    string
	done     func() // notes that it was sent
}

// openText shows a text to begin from, to be copied into whatever is written with.
func (s *Screen) openText(l letter) {
	if s.deps.ReadOnly {
		return
	}
	say, name := s.deps.Say, s.state.NameOf(l.memberID)
	text := kit.NewArea(5, l.draft)
	body := kit.VStack(10, kit.NewPara(kit.Muted(say.Text("A text to begin from; change it as you like. Nothing is sent from here."))))
	if m, _ := s.state.roster.snapshot.MemberByID(l.memberID); m.Email != "" {
		body.Objects = append(body.Objects, kit.NewBody(kit.Muted(say.Text("To:")+" "), kit.Plain(m.Email)))
	}
	body.Objects = append(body.Objects, kit.NewLabelled(say.Text("Text"), text))
	var d *kit.Dialog
	copyText := func() {
		fyne.CurrentApp().Clipboard().SetContent(text.Text)
		d.Close()
		s.offerDone(name, l.done)
	}
	leave := kit.NewBtn(kit.Outlined, say.Text("Close"), func() { d.Leave() })
	copied := kit.NewBtn(kit.Primary, say.Text("Copy"), copyText)
	d = kit.OpenDialog(s.deps.Canvas(), kit.DialogOptions{Title: say.Text("Write to %s", name), Body: body, Width: 520, Save: copyText, Deps: s.deps,
		Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow}, kit.Spring(), kit.Own(leave), kit.Own(copied))})
	s.deps.Focus(copied)
}

// offerDone asks, once the text was copied, whether it was sent.
func (s *Screen) offerDone(name string, done func()) {
	if s.deps.Notice == nil {
		return
	}
	say := s.deps.Say
	s.deps.Notice(kit.Notice{Text: say.Text("The text for %s is copied. Once it is sent:", name), Action: say.Text("Done"), Do: done})
}

// followUp notes that somebody was written to and offers to take that back.
func (s *Screen) followUp(id int64, rule string) { s.follow(id, rule, nil) }

func (s *Screen) follow(id int64, rule string, saved func()) {
	name := s.state.NameOf(id)
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) { return s.state.FollowUp(ctx, id, rule) }, func(done store.Done) {
		s.deeds.OfferUndo(s.deps.Say.Count(s.state.PeaceDays(), "Noted. %[2]s is left in peace for %[1]d day.",
			"Noted. %[2]s is left in peace for %[1]d days.", name), done.Undo, nil)
		kit.OnceSaved(saved)(true)
	})
}
