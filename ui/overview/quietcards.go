package overview

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
)

// Shown at first of the cards that grow with what they hold.
const (
	followUpsShown = 4
	checksShown    = 4
	holesShown     = 3
)

// followUps is the card of what was asked of people, nil if nothing is open.
func (s *Screen) followUps() fyne.CanvasObject {
	return s.growing(s.deps.Say.Text("Follow-ups"), &s.allFollowUps, growing{
		len(s.view.FollowUps), followUpsShown, func(i int) fyne.CanvasObject { return s.followUp(&s.view.FollowUps[i]) }})
}

// holes is the card of where the red thread breaks off, nil if it doesn't.
func (s *Screen) holes() fyne.CanvasObject {
	return s.growing(s.deps.Say.Text("Loose ends"), &s.allHoles, growing{
		len(s.view.Holes), holesShown, func(i int) fyne.CanvasObject { return s.hole(&s.view.Holes[i]) }})
}

// growing is a list of which only the first rows are shown until more are wanted.
type growing struct {
	rows, shown int
	row         func(i int) fyne.CanvasObject
}

// growing is the card of a list, nil for an empty one; all tells whether every row is shown.
func (s *Screen) growing(title string, all *bool, g growing) fyne.CanvasObject {
	if g.rows == 0 {
		return nil
	}
	say, rows := s.deps.Say, kit.VStack(9)
	shown := min(g.rows, g.shown)
	if *all {
		shown = g.rows
	}
	for i := range shown {
		if i > 0 {
			rows.Objects = append(rows.Objects, kit.NewRule())
		}
		rows.Objects = append(rows.Objects, g.row(i))
	}
	text := say.Count(g.rows-shown, "and %d more", "and %d more")
	if *all {
		text = say.Text("Show fewer")
	}
	if g.rows > g.shown {
		rows.Objects = append(rows.Objects, kit.Left(kit.NewLinkBtn(text, func() {
			*all = !*all
			s.show()
		})))
	}
	return kit.NewCard(title, "", rows)
}

// followUp is one row: who, what, since when, how far, and the deed that closes it.
func (s *Screen) followUp(f *FollowUp) fyne.CanvasObject {
	say, row := s.deps.Say, f.Row
	who := kit.NewLinkBtn(f.Who, func() { s.deps.GoTo(f.At) })
	words := kit.VStack(1)
	if f.At.Kind == "" {
		words.Objects = append(words.Objects, kit.NewBody(kit.Bold(f.Who)))
	} else {
		words.Objects = append(words.Objects, kit.Left(who))
	}
	state := kit.Line(kit.NewChip(kit.PlainTone, f.State))
	if f.Due != "" {
		tone := kit.PlainTone
		if f.Late {
			tone = kit.WarnTone
		}
		state = kit.Line(kit.NewChip(kit.PlainTone, f.State), kit.NewChip(tone, f.Due))
	}
	words.Objects = append(words.Objects, kit.NewSmall(kit.Plain(f.What)), kit.Note(f.About), kit.Pad(kit.Edges{Top: 3}, state))
	if s.deps.ReadOnly {
		return words
	}
	done := kit.NewBtn(kit.Quiet, say.Text("Done"), func() { s.answer(row, data.Done) })
	done.ID = "overview.followUp.done"
	var more *kit.LinkBtn
	more = kit.NewLinkBtn(say.Text("More"), func() { kit.MenuBelow(more, s.answers(f)) })
	more.ID = "overview.followUp.more"
	return kit.Row(kit.RowOptions{Gap: 20, Align: kit.Middle, StackBelow: 380, StackGap: 6}, kit.Weight(1, words),
		kit.Own(kit.VStack(4, kit.Right(done), kit.Right(more))))
}

// answers are what can be noted of a follow-up beside that it is done, and the way to its event.
func (s *Screen) answers(f *FollowUp) []*fyne.MenuItem {
	say, row := s.deps.Say, f.Row
	var items []*fyne.MenuItem
	if row.State == data.Asked {
		items = append(items, fyne.NewMenuItem(say.Text("Said yes"), func() { s.answer(row, data.SaidYes) }))
	}
	items = append(items, fyne.NewMenuItem(say.Text("Said no"), func() { s.answer(row, data.SaidNo) }))
	if row.EventID != 0 {
		items = append(items, fyne.NewMenuItem(say.Text("Open the event"), func() { s.deps.GoTo(data.Place{Kind: data.PlaceEvent, ID: row.EventID}) }))
	}
	return items
}

// answer notes how far a follow-up has come; one that is closed by it can be taken back at once.
func (s *Screen) answer(row data.FollowUp, state data.FollowUpState) {
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) { return s.state.Answer(ctx, row, state) }, func(done store.Done) {
		if state == data.SaidYes {
			return
		}
		s.deeds.OfferUndo(s.deps.Say.Text("“%s” is noted.", row.What), done.Undo, nil)
	})
}

// hole is one row: the sentence, and the deed that takes the thread up again.
func (s *Screen) hole(h *Hole) fyne.CanvasObject {
	text := kit.NewSmall(kit.Plain(h.Text))
	var deed fyne.CanvasObject
	switch {
	case h.Begun == nil:
		deed = kit.NewLinkBtn(h.Button, func() { s.deps.GoTo(h.Node) })
	case s.deps.ReadOnly:
		deed = kit.NewLinkBtn(s.deps.Say.Text("Open"), func() { s.deps.GoTo(h.Node) })
	default:
		deed = kit.NewLinkBtn(h.Button, func() { s.begin(h.At, h.Begun) })
	}
	return kit.Row(kit.RowOptions{Gap: 20, Align: kit.Middle, StackBelow: 380, StackGap: 4}, kit.Weight(1, text), kit.Own(deed))
}

// checks is the card of what is due for events, nil if nothing is.
func (s *Screen) checks() fyne.CanvasObject {
	return s.growing(s.deps.Say.Text("Due for events"), &s.allChecks, growing{
		len(s.view.Checks), checksShown, func(i int) fyne.CanvasObject { return s.check(&s.view.Checks[i]) }})
}

// check is one line, with the box that ticks it and the way to its event.
func (s *Screen) check(c *Check) fyne.CanvasObject {
	tone := kit.PlainTone
	if c.Late {
		tone = kit.WarnTone
	}
	about := kit.NewLinkBtn(c.About, func() { s.deps.GoTo(data.Place{Kind: data.PlaceEvent, ID: c.EventID}) })
	words := kit.VStack(1, kit.NewBody(kit.Plain(c.Text)), kit.Wrap(8, about, kit.NewChip(tone, c.Due)))
	if s.deps.ReadOnly {
		return words
	}
	id := c.ID
	box := kit.NewCheck("", false, func(on bool) {
		s.deeds.Do(func(ctx context.Context) error { return s.state.TickCheck(ctx, id, on) }, nil)
	})
	box.ID = "check." + kit.KeyOf(id)
	return kit.Row(kit.RowOptions{Gap: 8}, kit.Fixed(24, box), kit.Weight(1, words))
}
