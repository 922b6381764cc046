package members

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// showWelcome shows what helps somebody who joined lately: three things to tick, the last by itself.
func (p *pane) showWelcome() {
	w, s := p.detail.Welcome, p.screen
	say, id := s.deps.Say, p.detail.Member.ID
	p.welcome.Objects, p.welcome.Hidden = nil, !w.Shown
	if !w.Shown {
		return
	}
	written := kit.NewCheck(w.Written, w.WrittenID != 0, func(ticked bool) {
		s.tick(ticked, func(ctx context.Context) error { return s.state.Written(ctx, id) },
			func(ctx context.Context) (store.Done, error) { return s.state.rows.followUps.Remove(ctx, w.WrittenID) })
	})
	paired := kit.NewCheck(w.Paired, w.PairedID != 0, func(ticked bool) {
		if ticked {
			s.openPair(id)
			return
		}
		s.tick(false, nil, func(ctx context.Context) (store.Done, error) {
			return s.state.rows.contributions.Remove(ctx, w.PairedID)
		})
	})
	first := kit.NewCheck(w.First, w.Came, nil)
	first.Disable() // the attendance tells
	written.ID, paired.ID, first.ID = "welcome.written", "welcome.paired", "welcome.first"
	if s.deps.ReadOnly {
		written.Disable()
		paired.Disable()
	}
	_, hinted := s.state.finding(id, welcomeRule) // which offers the same
	rows := kit.VStack(0, p.welcomeRow(written, say.Text("Write a welcome"), w.WrittenID == 0 && !hinted && !s.deps.ReadOnly, func() { s.writeWelcome(id) }),
		paired, p.welcomeRow(first, say.Text("Show"), w.FirstEventID != 0 && s.deps.Go != nil, func() { s.deps.Go("events", w.FirstEventID) }))
	done := 0
	for _, c := range []*kit.Check{written, paired, first} {
		if c.Ticked() {
			done++
		}
	}
	head := kit.CardTitle("")
	head.Set(kit.Bold(say.Text("Welcome")), kit.Span{Text: "  " + say.Text("%d of %d", done, 3), Color: look.ColorMuted, Size: look.SizeSmall})
	p.welcome.Objects = []fyne.CanvasObject{kit.Lifted(kit.VStack(6, head, rows))}
}

// welcomeRow is a tick with a way to do it beside it, where there is one.
func (p *pane) welcomeRow(check *kit.Check, words string, leads bool, do func()) fyne.CanvasObject {
	if !leads {
		return check
	}
	link := kit.NewLinkBtn(words, do)
	link.ID = check.ID + ".do"
	return kit.Row(kit.RowOptions{Gap: look.GapInRow, Align: kit.Middle}, kit.Weight(1, check), kit.Own(link))
}

// tick notes something or takes the note away.
func (s *Screen) tick(ticked bool, note func(context.Context) error, remove func(context.Context) (store.Done, error)) {
	if ticked {
		s.deeds.Do(note, nil)
		return
	}
	s.deeds.DoUndoably(remove, func(done store.Done) { s.deeds.OfferUndo(s.deps.Say.Text("The note was removed."), done.Undo, nil) })
}

// openPair asks who guides a newcomer.
func (s *Screen) openPair(id int64) {
	say, row := s.deps.Say, data.Contribution{WhomID: id}
	form := kit.NewRowForm(s.deps, &row, data.ContributionFields).Line("member").Ask("member", say.Text("Who guides them"))
	form.Offer("member", memberOptions(s.state.Others(id)))
	form.Open(kit.Form{
		Title:    say.Text("Pair %s with somebody", s.state.NameOf(id)),
		Intro:    say.Text("Somebody who says hello, answers questions and comes along the first time. It counts as their contribution."),
		SaveText: say.Text("Note it"),
		Save:     func() error { return s.state.Pair(context.Background(), id, row.MemberID) },
		OnClose:  func(bool) { s.pane.show() }, // a tick that did not hold goes back
	})
}

// writeWelcome shows a text of welcome to begin from.
func (s *Screen) writeWelcome(id int64) {
	s.openText(letter{memberID: id, draft: s.state.WelcomeDraft(id), done: func() {
		s.deeds.Do(func(ctx context.Context) error { return s.state.Written(ctx, id) }, nil)
	}})
}
