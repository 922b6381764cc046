package members

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// joinForm is the open dialog in which two records of one person are joined.
type joinForm struct {
	screen *Screen
	stays  int64
	goes   int64 // 0 until it is chosen
	body   *fyne.Container
	other  *kit.Select
	dialog *kit.FormDialog
}

// openJoin asks with which record one is joined, 0 for not chosen yet, shows both side by side, and joins them.
func (s *Screen) openJoin(id, other int64) {
	say := s.deps.Say
	f := &joinForm{screen: s, stays: id, goes: other, body: kit.VStack(10)}
	records := s.state.Records(id)
	options := make([]kit.Option, len(records))
	for i := range records {
		options[i] = kit.Option{Key: kit.KeyOf(records[i].ID), Text: recordWords(&records[i])}
	}
	chosen := ""
	if other != 0 {
		chosen = kit.KeyOf(other)
	}
	f.other = kit.NewSelect(options, chosen, func(key string) {
		f.stays, f.goes = id, kit.IDOf(key)
		f.show()
	})
	f.other.In(say).ID, f.other.Placeholder = "join.other", say.Text("Choose the other record")
	f.show()
	f.dialog = kit.OpenForm(s.deps, kit.Form{
		Title:    say.Text("Join %s with another record", s.state.NameOf(id)),
		Intro:    say.Text("For two records of one person. One of them stays and takes over what hangs on the other, which goes. One Undo takes it back."),
		Fields:   []kit.FormField{{Name: "other", Label: say.Text("The other record"), Input: f.other}, {Input: f.body}},
		SaveText: say.Text("Join them"), CancelText: say.Text("Keep both"), Width: 640,
		Save: func() error {
			if f.goes == 0 {
				return data.Invalid("other", "Please choose who it is.")
			}
			return nil
		},
		OnClose: kit.OnceSaved(func() { s.join(f.stays, f.goes) }),
	})
}

// recordWords tell records of one name apart.
func recordWords(m *data.Member) string {
	for _, more := range []string{m.Unit, m.Email} {
		if more != "" {
			return m.Name + " · " + more
		}
	}
	return m.Name
}

// show draws both records as far as they are chosen.
func (f *joinForm) show() {
	say := f.screen.deps.Say
	f.body.Objects = nil
	if f.goes == 0 {
		f.put(kit.Note(say.Text("Those who may be the same person stand first.")))
		return
	}
	j := f.screen.state.Joined(f.stays, f.goes)
	f.put(columns(kit.Muted(say.Text("Stays")), kit.Muted(say.Text("Goes")), kit.Muted(say.Text("Afterwards"))))
	for _, field := range j.Fields {
		f.put(kit.VStack(0, kit.Note(field.Label), columns(kit.Plain(held(field.Stays)), kit.Plain(held(field.Goes)), kit.Bold(held(field.After)))))
	}
	if len(j.Fields) == 0 {
		f.put(kit.NewBody(kit.Plain(say.Text("Both records say the same."))))
	}
	if j.Same != "" {
		f.put(kit.Note(j.Same))
	}
	swap := kit.NewLinkBtn(say.Text("Let the other one stay"), func() {
		f.stays, f.goes = f.goes, f.stays
		f.show()
	})
	swap.ID = "join.swap"
	f.put(kit.Left(swap), kit.NewRule(), kit.NewBody(kit.Plain(j.Moves)))
}

func (f *joinForm) put(parts ...fyne.CanvasObject) {
	f.body.Objects = append(f.body.Objects, parts...)
	f.body.Refresh()
	if f.dialog != nil {
		f.dialog.Relayout()
	}
}

// held is what a record holds in a field, or a sign that it is empty.
func held(text string) string {
	if text == "" {
		return "–"
	}
	return text
}

// columns are three texts side by side.
func columns(stays, goes, after kit.Span) fyne.CanvasObject {
	return kit.Row(kit.RowOptions{Gap: look.GapInRow}, kit.Weight(1, kit.NewBody(stays)), kit.Weight(1, kit.NewBody(goes)), kit.Weight(1, kit.NewBody(after)))
}

// join joins two records and offers to take that back.
func (s *Screen) join(stays, goes int64) {
	say := s.deps.Say
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) { return s.state.store.JoinMembers(ctx, stays, goes) }, func(done store.Done) {
		s.arriveAt(stays)
		s.deeds.OfferUndo(say.Text("The two records of %s are one now.", s.state.NameOf(stays)), done.Undo, nil)
	})
}

// showTwin says that another record may be of the person shown, with a way to look at both.
func (p *pane) showTwin() {
	t, s := p.detail.Twin, p.screen
	p.twin.Objects, p.twin.Hidden = nil, t.ID == 0
	if p.twin.Hidden {
		return
	}
	say, id := s.deps.Say, p.detail.Member.ID
	text := kit.NewSmall(kit.Plain(t.Text))
	text.Ground = look.ColorPrimarySoft
	body := kit.VStack(8, text)
	if !s.deps.ReadOnly {
		both := kit.NewBtn(kit.Outlined, say.Text("Look at both"), func() { s.openJoin(id, t.ID) })
		apart := kit.NewBtn(kit.Quiet, say.Text("They are two people"), func() { s.keepApart(id, t.ID) })
		both.ID, apart.ID = "twin.both", "twin.apart"
		body.Objects = append(body.Objects, kit.Wrap(look.GapInRow, both, apart))
	}
	p.twin.Objects = []fyne.CanvasObject{kit.Band(look.ColorPrimarySoft, body)}
}

// keepApart notes that two records are of two people.
func (s *Screen) keepApart(one, other int64) {
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) { return s.state.Apart(ctx, one, other) }, func(done store.Done) {
		s.deeds.OfferUndo(s.deps.Say.Text("They stay two people; nothing asks about them again."), done.Undo, nil)
	})
}
