package members

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// followPane shows what was asked of the person and is owed to them; it is hidden while there is nothing.
type followPane struct {
	pane   *pane
	box    *fyne.Container
	closed bool // those that are closed are shown too
}

func newFollowPane(p *pane) *followPane { return &followPane{pane: p, box: kit.VStack(8)} }

func (f *followPane) show(other bool) {
	s := f.pane.screen
	f.closed = f.closed && !other
	f.box.Objects = nil
	all := f.pane.detail.FollowUps
	f.box.Hidden = len(all) == 0
	if f.box.Hidden {
		return
	}
	head := kit.RowOptions{Gap: look.GapInRow, Align: kit.Middle}
	title := kit.CardTitle(s.deps.Say.Text("Follow-ups"))
	if s.deps.ReadOnly {
		f.box.Objects = append(f.box.Objects, title)
	} else {
		add := kit.NewLinkBtn(s.deps.Say.Text("Add"), func() { s.deps.Commands.Fire("members.ask") })
		add.ID = "members.ask"
		f.box.Objects = append(f.box.Objects, kit.Row(head, kit.Weight(1, title), kit.Own(add)))
	}
	hidden := 0
	for i := range all {
		if !all[i].Open() && !f.closed {
			hidden++
			continue
		}
		f.box.Objects = append(f.box.Objects, f.row(all[i]))
	}
	if hidden > 0 {
		f.box.Objects = append(f.box.Objects, kit.Left(kit.NewLinkBtn(s.deps.Say.Count(hidden, "Show %d closed", "Show %d closed"), func() {
			f.closed = true
			f.show(false)
			f.pane.relayout()
		})))
	}
	f.box.Refresh()
}

// row is one follow-up with its state, which opens a menu.
func (f *followPane) row(up FollowUp) fyne.CanvasObject {
	second := kit.Muted(up.Second)
	if up.Late {
		second = kit.Warned(up.Second)
	}
	words := kit.VStack(0, kit.NewSmall(kit.Plain(up.What)), kit.NewSmall(second))
	if up.About != "" {
		words.Objects = append(words.Objects, kit.Left(kit.NewLinkBtn(up.About, func() { f.lead(up.Row) })))
	}
	options := kit.RowOptions{Gap: look.GapInRow}
	if f.pane.screen.deps.ReadOnly {
		return kit.Row(options, kit.Weight(1, words), kit.Own(kit.NewChip(kit.PlainTone, up.State)))
	}
	var chip *kit.FilterChip
	chip = kit.NewFilterChip(up.State, func() { kit.MenuBelow(chip, f.menu(up)) })
	chip.ID = "followup." + strconv.FormatInt(up.Row.ID, 10)
	return kit.Row(options, kit.Weight(1, words), kit.Own(chip))
}

// lead goes to what the follow-up is about.
func (f *followPane) lead(row data.FollowUp) {
	switch goTo := f.pane.screen.deps.Go; {
	case goTo == nil:
	case row.EventID != 0:
		goTo("events", row.EventID)
	case row.ItemID != 0:
		goTo("backlog", row.ItemID)
	}
}

func (f *followPane) menu(up FollowUp) []*fyne.MenuItem {
	s, say := f.pane.screen, f.pane.screen.deps.Say
	var items []*fyne.MenuItem
	for _, state := range data.FollowUpStates {
		item := fyne.NewMenuItem(say.Of(state.Phrase()), func() {
			s.deeds.Do(func(ctx context.Context) error { return s.state.Answer(ctx, up.Row, state) }, nil)
		})
		item.Checked = up.Row.State == state
		items = append(items, item)
	}
	return append(items, fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(say.Text("Change…"), func() { s.openFollowUp(up.Row, nil) }),
		fyne.NewMenuItem(say.Text("Remove"), func() {
			s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) { return s.state.rows.followUps.Remove(ctx, up.Row.ID) }, func(done store.Done) {
				s.deeds.OfferUndo(say.Text("“%s” was removed.", up.What), done.Undo, nil)
			})
		}))
}
