package overview

import (
	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
)

// health is the card of the last round: what is worth talking about, and the rest when it is wanted.
func (s *Screen) health() fyne.CanvasObject {
	h, say := &s.view.Health, s.deps.Say
	if h.RoundID == 0 && h.Open.ID != 0 {
		return kit.NewCard(say.Text("Health"), "", s.openRound())
	}
	if h.RoundID == 0 {
		action, do := say.Text("Start a round"), s.startRound
		if s.deps.ReadOnly {
			action = ""
		}
		return kit.NewCard(say.Text("Health"), "", kit.Empty(h.Sentence, action, do))
	}
	rows := kit.VStack(12)
	add := func(o fyne.CanvasObject) { rows.Objects = append(rows.Objects, o) }
	if h.Open.ID != 0 {
		add(s.openRound())
		add(kit.NewRule())
	}
	if h.Standing != "" {
		add(kit.NewPara(kit.Muted(h.Standing)))
	}
	if h.Sentence != "" {
		add(kit.NewPara(kit.Muted(h.Sentence)))
	}
	for i := range h.Talk {
		add(s.talk(&h.Talk[i]))
	}
	if s.allCards {
		rest := kit.VStack(3)
		for _, b := range h.Rest {
			rest.Objects = append(rest.Objects, s.bar(b))
		}
		add(rest)
	}
	if len(h.Talk)+len(h.Rest) > 0 {
		add(kit.NewRule())
		add(kit.Row(kit.RowOptions{Gap: 12, Align: kit.Middle, StackBelow: 380, StackGap: 6}, kit.Weight(1, answerLegend(s)), kit.Own(s.moreCards())))
	}
	card := kit.NewCard(say.Text("Worth talking about"), "", rows)
	round := kit.NewLinkBtn(h.Title, func() { s.deps.GoTo(data.Place{Kind: data.PlaceRound, ID: h.RoundID}) })
	round.ID = "overview.round"
	card.SetCorner(kit.Line(round, kit.Note(h.Note)))
	return card
}

// openRound says how the open round stands, and leads on in it: to its invitation while nobody has answered, then to its answers.
func (s *Screen) openRound() fyne.CanvasObject {
	open, say := s.view.Health.Open, s.deps.Say
	invite := func() {
		s.deps.Go("share", kit.Paper{Document: "survey", RoundID: open.ID, Mail: true})
	}
	enter := func() { s.deps.GoTo(data.Place{Kind: data.PlaceRound, ID: open.ID}) }
	words, do := say.Text("Invite members"), invite
	switch {
	case s.deps.ReadOnly:
		words, do = say.Text("See the round"), enter
	case open.Answered:
		words, do = say.Text("Enter answers"), enter
	}
	b := kit.NewBtn(kit.Outlined, words, do)
	b.ID = "overview.open"
	return kit.VStack(12, kit.NewPara(kit.Plain(open.Sentence)), kit.Left(b))
}

// moreCards opens the card to the rest, or shows fewer again.
func (s *Screen) moreCards() fyne.CanvasObject {
	h, say := &s.view.Health, s.deps.Say
	text := say.Count(len(h.Rest), "%d more card", "%d more cards")
	if len(h.Talk) == 0 {
		text = say.Count(len(h.Rest), "%d card", "%d cards")
	}
	if s.allCards {
		text = say.Text("Show fewer")
	}
	more := kit.NewLinkBtn(text, func() {
		s.allCards = !s.allCards
		s.show()
	})
	more.ID = "overview.cards"
	kit.SetShown(more, len(h.Rest) > 0)
	return more
}

// answerLegend says what the colours of a bar mean.
func answerLegend(s *Screen) fyne.CanvasObject {
	say := s.deps.Say
	return kit.Wrap(14, kit.NewLegend(say.Text("low fits"), 0, 1), kit.NewLegend(say.Text("half-way"), 2), kit.NewLegend(say.Text("high fits"), 3, 4))
}

// tones go with the words to talk about.
var tones = map[data.HealthWord]kit.Tone{data.WordSplit: kit.WarnTone, data.WordConcern: kit.BadTone}

// talk is a card that is worth talking about: title, word, answers, why.
func (s *Screen) talk(b *Bar) fyne.CanvasObject {
	title := kit.NewPara(kit.Bold(b.Card))
	return kit.VStack(4, kit.Row(kit.RowOptions{Gap: 12, Align: kit.Middle}, kit.Weight(1, title), kit.Own(kit.NewChip(tones[b.Word], b.Words))),
		kit.NewToldBar(s.deps.Say, b.Card, kit.NewAnswerBar(b.Counts...), b.Words, b.Note), kit.Note(b.Note))
}

// signs go with the words; a word is never told by colour alone.
var signs = map[data.HealthWord]kit.Sign{data.WordSplit: kit.Triangle, data.WordConcern: kit.Square, data.WordStrong: kit.Dot}

// bar is one card's line: title, answers, word.
func (s *Screen) bar(b Bar) fyne.CanvasObject {
	title := kit.NewSmall(kit.Plain(b.Card))
	title.MaxLines = 1
	if len(b.Counts) == 0 {
		return kit.Row(kit.RowOptions{Gap: 8, Align: kit.Middle}, kit.Fixed(150, title), kit.Weight(1, kit.Note(b.Words)))
	}
	return kit.Row(kit.RowOptions{Gap: 8, Align: kit.Middle}, kit.Fixed(150, title), kit.Weight(1, kit.NewToldBar(s.deps.Say, b.Card, kit.NewThinBar(b.Counts...), b.Words)),
		kit.Fixed(66, kit.NewSmall(kit.Span{Sign: signs[b.Word], Text: b.Words})))
}
