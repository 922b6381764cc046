package charter

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// foot is what stands below the rows of a table: the way to add one and to choose several; in its place, once some are chosen, what can
// be done with them.
func (b *tableBox) foot() fyne.CanvasObject {
	s, say := b.screen, b.screen.deps.Say
	b.many = kit.NewLinkBtn(say.Text("Choose several"), func() {
		if !b.picks.Unmark() {
			b.picks.Start()
		}
	})
	b.many.ID = "several." + string(b.table)
	deeds := b.manyDeeds()
	buttons := make([]*kit.Btn, len(deeds))
	for i, d := range deeds {
		buttons[i] = kit.NewBtn(kit.Outlined, d.words, d.do)
		buttons[i].ID = "chosen." + d.id + "." + string(b.table)
	}
	b.bar = kit.NewChoosing(s.deps, kit.ChoosingOptions{Rows: b.picks, Line: kit.Left(kit.Wrap(look.GapInRow+4, b.add, b.many)),
		Count:   func(n int) string { return say.Count(n, "%d chosen", "%d chosen") },
		Buttons: buttons,
		More:    func() []*fyne.MenuItem { return menuOf(deeds) },
		Back:    b.picks.FocusFirst,
		Changed: s.relayout,
	})
	b.picks.OnMark = func() {
		b.many.SetText(say.Text("Choose several"))
		if b.picks.Begun() {
			b.many.SetText(say.Text("Done choosing"))
			s.endPicking(b)
		}
		b.bar.Show()
		s.relayout()
	}
	b.picks.OnDelete = b.removeChosen
	return b.bar.Foot()
}

// manyDeeds are what can be done with several rows at once.
func (b *tableBox) manyDeeds() (deeds []rowDeed) {
	s, say := b.screen, b.screen.deps.Say
	switch b.table {
	case TableSponsors:
		deeds = append(deeds, rowDeed{"mail", say.Text("E-mail…"), func() { s.deps.Go("share", kit.Message{Sponsors: b.picks.Marked()}) }})
	case TableFollowUps:
		deeds = append(deeds, rowDeed{"done", say.Text("Done"), func() { s.close(b.picks.Marked()...) }})
	}
	return append(deeds, rowDeed{"remove", say.Text("Remove"), b.removeChosen})
}

// removeChosen takes all rows away that are chosen, and offers to bring them back.
func (b *tableBox) removeChosen() {
	s, ids := b.screen, b.picks.Marked()
	if len(ids) == 0 {
		return
	}
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) { return s.state.Remove(ctx, b.table, ids...) }, func(done store.Done) {
		s.deeds.OfferUndo(s.deps.Say.Count(len(ids), "%d entry was removed.", "%d entries were removed."), done.Undo, nil)
	})
}

// close notes that what was asked or promised is done.
func (s *Screen) close(ids ...int64) {
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) { return s.state.store.CloseFollowUps(ctx, ids) }, func(done store.Done) {
		if len(ids) > 1 {
			s.deeds.OfferUndo(s.deps.Say.Count(len(ids), "%d follow-up is done.", "%d follow-ups are done."), done.Undo, nil)
		}
	})
}

// endPicking ends the choosing in all tables but one, and tells whether there was any.
func (s *Screen) endPicking(but *tableBox) (were bool) {
	for _, b := range s.picking {
		if b != but && b.picks.Unmark() {
			were = true
		}
	}
	return were
}

// StepOut ends the choosing of several rows.
func (s *Screen) StepOut() bool { return s.endPicking(nil) }

// mainTable is the table of a part that has one which is most of it.
var mainTable = map[Part]Table{PartSponsors: TableSponsors, PartMeasures: TableMeasures}

// ChooseAll chooses all rows of the table in which some are, else of the one that is most of the part.
func (s *Screen) ChooseAll() {
	if s.deps.ReadOnly || !s.Loaded() {
		return
	}
	var main *tableBox
	for _, b := range s.picking {
		if b.picks.Begun() {
			b.picks.MarkAll()
			return
		}
		if b.table == mainTable[s.at] {
			main = b
		}
	}
	if main != nil {
		main.picks.MarkAll()
		main.picks.FocusFirst()
	}
}
