package health

import (
	"strconv"

	"fyne.io/fyne/v2"

	"copleader/ui/backlog"
	"copleader/ui/kit"
	"copleader/ui/look"
)

func itoa(n int) string { return strconv.Itoa(n) }

// showItem goes to an item on the board.
func (s *Screen) showItem(id int64) {
	if s.deps.Go != nil {
		s.deps.Go(backlog.Page, id)
	}
}

// openCard shows everything about one card of the round shown.
func (s *Screen) openCard(key string) {
	card, ok := s.state.Card(key)
	if !ok || s.deps.Canvas() == nil {
		return
	}
	say := s.deps.Say
	body := kit.VStack(10, statements(card.Low, card.High))
	if card.Counts != nil {
		body.Objects = append(body.Objects, kit.NewAnswerBar(card.Counts...))
	}
	for _, line := range card.Lines {
		body.Objects = append(body.Objects, kit.NewBody(kit.Plain(line)))
	}
	if card.Ask != "" {
		body.Objects = append(body.Objects, kit.NewBody(kit.Muted(say.Text("To ask: %s", card.Ask))))
	}
	if len(card.Comments) > 0 {
		body.Objects = append(body.Objects, kit.CardTitle(say.Text("Comments")))
		for _, c := range card.Comments {
			body.Objects = append(body.Objects, kit.NewBody(kit.Plain(c)))
		}
	}
	var d *kit.Dialog
	closing := kit.NewBtn(kit.Primary, say.Text("Close"), func() { d.Close() })
	cells := append(s.cardDeeds(card, func() { d.Close() }), kit.Spring(), kit.Own(closing))
	d = kit.OpenDialog(s.deps.Canvas(), kit.DialogOptions{Title: card.Title, Body: body, Width: 560,
		Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow, StackBelow: 380}, cells...)})
	s.deps.Canvas().Focus(closing)
}

// cardDeeds are the buttons at the foot of a card's dialog; leave closes it.
func (s *Screen) cardDeeds(card CardView, leave func()) []kit.Cell {
	say := s.deps.Say
	if card.ItemID != 0 {
		return []kit.Cell{kit.Own(kit.NewBtn(kit.Outlined, say.Text("Show on the board"), func() {
			leave()
			s.showItem(card.ItemID)
		}))}
	}
	if s.deps.ReadOnly {
		return nil
	}
	return []kit.Cell{kit.Own(kit.NewBtn(kit.Outlined, say.Text("Act on it"), func() {
		leave()
		s.openAct(card.Key)
	}))}
}

// statements are a card's two sides, the low one first as on paper.
func statements(low, high string) *fyne.Container {
	return kit.VStack(6,
		kit.NewBody(kit.Span{Sign: kit.Square, Color: look.ColorBad}, kit.Plain(low)),
		kit.NewBody(kit.Span{Sign: kit.Dot, Color: look.ColorGood}, kit.Plain(high)))
}
