package health

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
)

// deckChoice is which cards a round asks.
type deckChoice string

const (
	wholeDeck  deckChoice = "all"
	shortDeck  deckChoice = "short"
	chosenDeck deckChoice = "choose"
)

// sessionOptions are the events a round can be run in; none stands first.
func (s *Screen) sessionOptions(r data.Round) []kit.Option {
	options := []kit.Option{{Key: "0", Text: s.deps.Say.Text("None")}}
	for _, event := range s.state.Sessions(r) {
		options = append(options, kit.Option{Key: itoa(int(event.ID)), Text: event.Title})
	}
	return options
}

// roundForm is what a round begins with and can be changed in later; between stands what only one of the forms has.
func (s *Screen) roundForm(r *data.Round, between func(*kit.RowForm)) *kit.RowForm {
	form := kit.NewRowForm(s.deps, r, data.RoundFields).Line("name", "code")
	between(form)
	form.Line("closesOn", "invited", "minGroup").Line("event").Line("howToSend")
	form.Offer("event", s.sessionOptions(*r))
	return form
}

// openNew asks for another round and calls then, where given, once it has begun.
func (s *Screen) openNew(then func()) {
	idea := s.state.Suggest()
	r := data.Round{Name: idea.Name, Code: idea.Code, ClosesOn: idea.ClosesOn, Invited: idea.Invited, MinGroup: idea.MinGroup,
		Scale: idea.Scale, OpenedOn: s.deps.Clock.Today()}
	say, cards := s.deps.Say, s.newCardChoice()
	form := s.roundForm(&r, func(form *kit.RowForm) {
		form.Line("scale").Also(kit.FormField{Name: "cards", Label: say.Text("Cards"), Input: cards.choice},
			kit.FormField{Name: "chosen", Input: cards.checks})
	})
	var open *kit.FormDialog
	cards.onChoose = func(oneByOne bool) {
		open.Label("chosen").Hidden = !oneByOne
		open.Relayout()
	}
	open = form.Open(kit.Form{
		Title: say.Text("New round"), Intro: idea.Advice, Width: 560, SaveText: say.Text("Start the round"),
		Save: func() error { return s.state.store.StartRound(context.Background(), &r, cards.keys()) },
		OnClose: kit.OnceSaved(func() {
			s.Arrive(r.ID)
			if then != nil {
				then()
			}
		}),
	})
	cards.onChoose(false)
}

// cardChoice lets the cards of a round be chosen.
type cardChoice struct {
	choice   *kit.Select
	checks   *fyne.Container // shown when cards are chosen one by one
	boxes    []*kit.Check
	deck     []DeckCard
	onChoose func(oneByOne bool)
}

func (s *Screen) newCardChoice() *cardChoice {
	c := &cardChoice{deck: s.state.DeckCards(), checks: kit.VStack(2)}
	for _, card := range c.deck {
		box := kit.NewCheck(card.Title, true, nil)
		box.ID = "card." + card.Card
		c.boxes = append(c.boxes, box)
		c.checks.Objects = append(c.checks.Objects, box)
	}
	var options []kit.Option
	for _, d := range []struct {
		choice deckChoice
		cards  int
	}{{wholeDeck, len(c.deck)}, {shortDeck, len(data.ShortDeck)}, {chosenDeck, 0}} {
		options = append(options, kit.Option{Key: string(d.choice), Text: deckWord(s.deps.Say, d.choice, d.cards)})
	}
	c.choice = kit.NewSelect(options, string(wholeDeck), func(key string) { c.onChoose(deckChoice(key) == chosenDeck) })
	return c
}

// keys are the cards chosen.
func (c *cardChoice) keys() []string {
	if deckChoice(c.choice.Chosen()) == shortDeck {
		return data.ShortDeck
	}
	var out []string
	for i, card := range c.deck {
		if deckChoice(c.choice.Chosen()) == wholeDeck || c.boxes[i].Ticked() {
			out = append(out, card.Card)
		}
	}
	return out
}

// openChange asks for what may change about a round; its scale and cards stay.
func (s *Screen) openChange(r data.Round) {
	form := s.roundForm(&r, func(*kit.RowForm) {})
	form.Open(kit.Form{
		Title: s.deps.Say.Text("Change %s", r.Name), Width: 560,
		Save: func() error {
			return s.state.rounds.Change(context.Background(), r.ID, store.Visit{}, func(now *data.Round) { _ = form.ReadInto(now) }) // it went well once
		},
	})
}

// openAct asks for the next small step that answers a card (data/README.md, Health cards).
func (s *Screen) openAct(key string) { s.openStep(key, nil) }

// openStep is openAct for who wants to know that the step was put on the board.
func (s *Screen) openStep(key string, then func()) {
	say, row := s.deps.Say, data.Item{Card: key}
	name, ok := s.state.CardTitle(key)
	if !ok {
		return
	}
	people := []kit.Option{{Key: "0", Text: say.Text("Nobody yet")}}
	for _, m := range s.state.People() {
		people = append(people, kit.Option{Key: kit.KeyOf(m.ID), Text: m.Name})
	}
	form := kit.NewRowForm(s.deps, &row, data.ItemFields).Line("title").Line("owner", "due").Ask("title", say.Text("Next small step"))
	form.Offer("owner", people)
	form.Open(kit.Form{
		Title:    say.Text("Agree a step on “%s”", name),
		Intro:    say.Text("One small step is enough. It goes to the board as an action, linked to the card."),
		SaveText: say.Text("Put it on the board"),
		Save:     func() error { return s.state.Act(context.Background(), &row) },
		OnClose:  kit.OnceSaved(then),
	})
}
