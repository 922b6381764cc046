package ui

import (
	"fyne.io/fyne/v2"

	"copleader/ui/kit"
	"copleader/ui/look"
)

// turnGuestView takes what is the leader's own off every page, or shows it again (data/README.md, Guest view).
func (w *Window) turnGuestView() {
	w.guests = !w.guests
	if w.guests {
		w.frame.bar.Dismiss() // it may name somebody
	}
	w.shell.guestsCame()
	w.drawMenus()
}

// guestsCame has everything shown anew for whoever looks on now, pages out of sight too, so that none shows for a moment what it held.
func (s *shell) guestsCame() {
	s.leave()
	s.store.ShowGuests(s.window.guests)
	s.side.refresh()
	for _, p := range s.places {
		if p.news = allNew; p.page != nil {
			s.load(p)
		}
	}
	s.reckoned = false
	s.read(nil)
}

// guestSign says at the foot that guest view is on, and ends it.
func (b *sidebar) guestSign() fyne.CanvasObject {
	say := b.shell.deps.Say
	end := kit.NewLinkBtn(say.Text("End guest view"), func() { b.shell.deps.Commands.Fire("view.guests") })
	end.ID = "foot.guests"
	title, note := kit.NewSmall(kit.Span{Sign: kit.Dot, Color: look.ColorPrimary, Text: say.Text("Guest view"), Bold: true}),
		kit.Note(say.Text("Levels, last seen, private notes and follow-ups are hidden."))
	title.Ground, note.Ground = look.ColorPrimarySoft, look.ColorPrimarySoft
	return kit.Band(look.ColorPrimarySoft, kit.VStack(2, title, note, kit.Left(end)))
}
