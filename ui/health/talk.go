package health

import (
	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// talk leads a group through the results of a round, one card after the other in the order in which talking is worth most: large
// enough for a wall, without comments and without who said what.
type talk struct {
	screen *Screen
	cards  []string
	at     int

	body *fyne.Container
	back *kit.Btn
	next *kit.Btn
}

// mayTalk tells whether the round shown has results to talk about.
func (s *Screen) mayTalk(r data.Round) bool { return !r.Open() && len(s.state.Results().Rows) > 0 }

// startTalk begins with the card to talk about first.
func (s *Screen) startTalk() {
	var cards []string
	for _, row := range s.state.Results().Rows {
		if row.Withheld == "" {
			cards = append(cards, row.Card)
		}
	}
	if len(cards) == 0 {
		s.deps.Tell(s.deps.Say.Text("Too few answered each card, so there is nothing to talk through."))
		return
	}
	say := s.deps.Say
	t := &talk{screen: s, cards: cards, body: kit.VStack(18)}
	t.back = kit.NewBtn(kit.Outlined, say.Text("Previous card"), func() { t.turn(-1) })
	t.next = kit.NewBtn(kit.Primary, say.Text("Next card"), func() { t.turn(1) })
	t.back.ID, t.next.ID = "talk.back", "talk.next"
	s.talk = t
	s.show()
	s.scroll.SetOffset(0)
	s.deps.Focus(t.next)
}

// endTalk goes back to the results.
func (s *Screen) endTalk() {
	s.talk = nil
	s.show()
	s.scroll.SetOffset(0)
}

// StepOut ends the talk, and tells whether there was one.
func (s *Screen) StepOut() bool {
	if s.talk == nil {
		return false
	}
	s.endTalk()
	return true
}

// turn goes on to another card; after the last it ends.
func (t *talk) turn(by int) {
	if t.at+by >= len(t.cards) {
		t.screen.endTalk()
		return
	}
	t.at = max(0, t.at+by)
	t.screen.show()
}

// show draws the card; one that is not there any more ends the talk.
func (t *talk) show() []fyne.CanvasObject {
	s, say := t.screen, t.screen.deps.Say
	card, ok := s.state.Card(t.cards[t.at])
	if !ok {
		s.talk = nil
		return s.results.show()
	}
	t.next.SetText(say.Text("Next card"))
	if t.at == len(t.cards)-1 {
		t.next.SetText(say.Text("End"))
	}
	able := t.back.Enable
	if t.at == 0 {
		able = t.back.Disable
	}
	able()
	end := kit.NewBtn(kit.Outlined, say.Text("Back to the results"), s.endTalk)
	end.ID = "talk.end"
	deeds := []fyne.CanvasObject{t.back, t.next, end}
	if !s.deps.ReadOnly {
		step := kit.NewBtn(kit.Outlined, say.Text("Put a small step on the board"), func() { s.openAct(card.Key) })
		step.ID = "talk.step"
		deeds = append(deeds, step)
	}
	t.body.Objects = t.parts(card)
	return []fyne.CanvasObject{kit.Note(say.Text("Card %d of %d, those with differing views first", t.at+1, len(t.cards))),
		kit.NewCard("", "", t.body), kit.Wrap(look.GapInRow, deeds...)}
}

// parts are what the group sees of a card.
func (t *talk) parts(card CardView) []fyne.CanvasObject {
	large := func(spans ...kit.Span) *kit.Para {
		p := kit.NewPara(spans...)
		p.TextSize = look.SizeName
		return p
	}
	parts := []fyne.CanvasObject{kit.Figure(card.Title),
		large(kit.Span{Sign: kit.Square, Color: look.ColorBad}, kit.Plain(card.Low)),
		large(kit.Span{Sign: kit.Dot, Color: look.ColorGood}, kit.Plain(card.High))}
	if card.Counts != nil {
		parts = append(parts, kit.NewToldBar(t.screen.deps.Say, card.Title, kit.NewAnswerBar(card.Counts...), card.Lines...))
	}
	for _, line := range card.Lines {
		parts = append(parts, kit.NewPara(kit.Plain(line)))
	}
	if len(card.More) > 0 {
		parts = append(parts, moreFigures(t.screen.deps, card.More, t.screen.relayout))
	}
	if card.Ask != "" {
		parts = append(parts, large(kit.Bold(card.Ask)))
	}
	return parts
}
