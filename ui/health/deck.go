package health

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// deckPage shows the cards as they are worded now.
type deckPage struct{ screen *Screen }

func newDeckPage(s *Screen) *deckPage { return &deckPage{screen: s} }

// show draws the deck, two cards side by side.
func (p *deckPage) show() []fyne.CanvasObject {
	say := p.screen.deps.Say
	out := []fyne.CanvasObject{kit.Note(say.Text("Adapt the cards to what your community is after. A wording that a round has used stays with that round; a change makes a new one."))}
	cards := p.screen.state.DeckCards()
	for i := 0; i < len(cards); i += 2 {
		cells := []kit.Cell{kit.Weight(1, p.card(cards[i])), kit.Spring()}
		if i+1 < len(cards) {
			cells[1] = kit.Weight(1, p.card(cards[i+1]))
		}
		out = append(out, kit.Row(kit.RowOptions{Gap: look.GapCards, Equal: true, StackBelow: 620}, cells...))
	}
	return out
}

func (p *deckPage) card(c DeckCard) fyne.CanvasObject {
	say := p.screen.deps.Say
	content := statements(c.Low, c.High)
	foot := []kit.Cell{kit.Weight(1, kit.Note(c.Ask))}
	if !p.screen.deps.ReadOnly {
		edit := kit.NewLinkBtn(say.Text("Change the wording"), func() { p.screen.openWording(c) })
		edit.ID = "card." + c.Card
		foot = append(foot, kit.Own(edit))
	}
	if c.Version > 1 {
		earlier := kit.NewLinkBtn(say.Text("Earlier wordings"), func() { p.screen.openWordings(c) })
		earlier.ID = "wordings." + c.Card
		foot = append(foot, kit.Own(earlier))
	}
	content.Objects = append(content.Objects, kit.Row(kit.RowOptions{Gap: 12, Align: kit.Middle}, foot...))
	return kit.NewCard(say.Text("%d. %s", c.Rank, c.Title), c.Note, content)
}

// openWording asks for other words on a card. A wording that a round has used stays with it
// (data/README.md, Health cards).
func (s *Screen) openWording(c DeckCard) {
	say := s.deps.Say
	now := c.CardVersion
	form := kit.NewRowForm(s.deps, &now, data.CardVersionFields).Line("title").Line("low").Line("high").Line("ask").Tall(2, "low", "high")
	same := kit.NewCheck(say.Text("Same meaning: only a slip is put right"), false, nil)
	intro := ""
	if c.Used {
		intro = say.Text("A round has used this wording, so a change makes wording %d. Rounds are compared only where the meaning stayed the same.", c.Version+1)
		form.Also(kit.FormField{Name: "sameMeaning", Input: same})
	}
	form.Open(kit.Form{
		Title: say.Text("Change the wording"), Intro: intro, Width: 540,
		Save: func() error {
			now.Low, now.High = data.CleanLine(now.Low), data.CleanLine(now.High)
			if now == c.CardVersion {
				return nil
			}
			return s.state.store.ChangeCard(context.Background(), c.Card, same.Ticked(), func(v *data.CardVersion) {
				v.Title, v.Low, v.High, v.Ask = now.Title, now.Low, now.High, now.Ask
			})
		},
	})
}
