package members

import (
	"context"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// showKnown shows what lists call the person, and lets go of a name that means somebody else.
func (p *pane) showKnown() {
	s, names := p.screen, p.detail.Known
	say := s.deps.Say
	p.known.Objects, p.known.Hidden = nil, len(names) == 0
	if p.known.Hidden {
		return
	}
	p.known.Objects = append(p.known.Objects, kit.Note(say.Text("Lists call them")))
	for _, name := range names {
		row := kit.Wrap(look.GapInRow, kit.NewSmall(kit.Plain(say.Text("“%s”", name))))
		if !s.deps.ReadOnly {
			forget := kit.NewLinkBtn(say.Text("That is not them"), func() { s.forgetKnown(name) })
			forget.ID = "known.forget"
			row.Objects = append(row.Objects, forget)
		}
		p.known.Objects = append(p.known.Objects, row)
	}
}

// forgetKnown takes away a name that lists call somebody by.
func (s *Screen) forgetKnown(name string) {
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) {
		return s.state.store.TakeIn(ctx, data.Intake{Unlearn: []string{name}})
	}, func(done store.Done) {
		s.deeds.OfferUndo(s.deps.Say.Text("The next list asks again who “%s” is.", name), done.Undo, nil)
	})
}
