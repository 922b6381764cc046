package health

import (
	"context"
	"strconv"

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

// noNumber is the error of a field whose text is no number.
func noNumber(field string) error { return data.Invalid(field, "Write a whole number.") }

// roundFields are the fields a round begins with and can be changed in later.
type roundFields struct {
	name, code, send  *kit.TextField
	closes            *kit.DateField
	invited, minGroup *kit.NumberField
	event             *kit.Select // the session it is run in
}

func (s *Screen) newRoundFields(r data.Round) *roundFields {
	return &roundFields{name: kit.NewEntry(r.Name), code: kit.NewEntry(r.Code), send: kit.NewEntry(r.HowToSend),
		closes: kit.NewDateField(s.deps.Clock, nil, r.ClosesOn, nil), invited: kit.NewNumberField(nil, r.Invited, true, nil),
		minGroup: kit.NewNumberField(nil, r.MinGroup, true, nil), event: kit.NewSelect(s.sessionOptions(r), itoa(int(r.EventID)), nil)}
}

// sessionOptions are the events a round can be run in; none stands first.
func (s *Screen) sessionOptions(r data.Round) []kit.Option {
	options := []kit.Option{{Key: "0", Text: s.deps.Say.Text("None")}}
	for _, event := range s.state.Sessions(r) {
		options = append(options, kit.Option{Key: itoa(int(event.ID)), Text: event.Title})
	}
	return options
}

// read takes what was typed into a round.
func (f *roundFields) read(r *data.Round) error {
	closes, err := f.closes.DateIn("closesOn")
	if err != nil {
		return err
	}
	invited, _, err := f.invited.Value()
	if err != nil {
		return noNumber("invited")
	}
	minGroup, _, err := f.minGroup.Value()
	if err != nil {
		return noNumber("minGroup")
	}
	event, _ := strconv.ParseInt(f.event.Chosen(), 10, 64) // the options hold numbers only
	r.Name, r.Code, r.HowToSend, r.ClosesOn, r.Invited, r.MinGroup, r.EventID = f.name.Text, f.code.Text, f.send.Text, closes, invited, minGroup, event
	return nil
}

// rows are the fields of a form; between stands what only one of the forms has.
func (f *roundFields) rows(s *Screen, between ...kit.FormField) []kit.FormField {
	say := s.deps.Say
	rows := []kit.FormField{
		{Name: "name", Label: say.Text("Name"), Input: f.name},
		{Name: "code", Label: say.Text("Code"), Input: f.code, Beside: true},
	}
	rows = append(rows, between...)
	return append(rows,
		kit.FormField{Name: "closesOn", Label: say.Text("Answers until"), Input: f.closes},
		kit.FormField{Name: "invited", Label: say.Text("Invited"), Input: f.invited, Beside: true},
		kit.FormField{Name: "minGroup", Label: say.Text("Fewest answers to show"), Input: f.minGroup, Beside: true},
		kit.FormField{Name: "event", Label: say.Text("Run in the event"), Input: f.event},
		kit.FormField{Name: "howToSend", Label: say.Text("How to send answers back"), Input: f.send,
			Hint: say.Text("Stands on the forms, with name and code.")})
}

// openNew asks for another round and calls then, where given, once it has begun.
func (s *Screen) openNew(then func()) {
	say := s.deps.Say
	idea := s.state.Suggest()
	f := s.newRoundFields(data.Round{Name: idea.Name, Code: idea.Code, ClosesOn: idea.ClosesOn, Invited: idea.Invited, MinGroup: idea.MinGroup})
	scale := kit.NewSelect([]kit.Option{
		{Key: string(data.Agreement5), Text: say.Of(data.Agreement5.Phrase())},
		{Key: string(data.TrafficLight), Text: say.Of(data.TrafficLight.Phrase())},
	}, string(idea.Scale), nil)
	cards := s.newCardChoice()
	var open *kit.FormDialog
	var started int64
	cards.onChoose = func(oneByOne bool) {
		open.Label("chosen").Hidden = !oneByOne
		open.Relayout()
	}
	open = kit.OpenForm(s.deps, kit.Form{
		Title: say.Text("New round"), Intro: idea.Advice, Width: 560, SaveText: say.Text("Start the round"),
		Fields: f.rows(s,
			kit.FormField{Name: "scale", Label: say.Text("Answers"), Input: scale, Hint: say.Text("One scale holds for all cards and stays.")},
			kit.FormField{Name: "cards", Label: say.Text("Cards"), Input: cards.choice},
			kit.FormField{Name: "chosen", Input: cards.checks}),
		Save: func() error {
			r := data.Round{Scale: data.Scale(scale.Chosen()), OpenedOn: s.deps.Clock.Today()}
			if err := f.read(&r); err != nil {
				return err
			}
			err := s.state.store.StartRound(context.Background(), &r, cards.keys())
			started = r.ID
			return err
		},
		OnClose: func(saved bool) {
			if saved {
				s.Arrive(started)
				if then != nil {
					then()
				}
			}
		},
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
	say := s.deps.Say
	f := s.newRoundFields(r)
	kit.OpenForm(s.deps, kit.Form{
		Title: say.Text("Change %s", r.Name), Fields: f.rows(s), Width: 560,
		Save: func() error {
			var changed data.Round
			if err := f.read(&changed); err != nil {
				return err
			}
			return s.state.rounds.Change(context.Background(), r.ID, store.Visit{}, func(r *data.Round) {
				r.Name, r.Code, r.HowToSend, r.ClosesOn = changed.Name, changed.Code, changed.HowToSend, changed.ClosesOn
				r.Invited, r.MinGroup, r.EventID = changed.Invited, changed.MinGroup, changed.EventID
			})
		},
	})
}

// openAct asks for the next small step that answers a card (data/README.md, Health cards, the
// action sheet).
func (s *Screen) openAct(key string) { s.openStep(key, nil) }

// openStep is openAct for who wants to know that the step was put on the board.
func (s *Screen) openStep(key string, then func()) {
	say := s.deps.Say
	name, ok := s.state.CardTitle(key)
	if !ok {
		return
	}
	title := kit.NewEntry("")
	options := []kit.Option{{Key: "0", Text: say.Text("Nobody yet")}}
	for _, m := range s.state.People() {
		options = append(options, kit.Option{Key: strconv.FormatInt(m.ID, 10), Text: m.Name})
	}
	owner := kit.NewSelect(options, "0", nil)
	due := kit.NewDateField(s.deps.Clock, nil, 0, nil)
	kit.OpenForm(s.deps, kit.Form{
		Title: say.Text("Act on “%s”", name),
		Intro: say.Text("One small step is enough. It goes to the board as an action, linked to the card."),
		Fields: []kit.FormField{
			{Name: "title", Label: say.Text("Next small step"), Input: title},
			{Name: "owner", Label: say.Text("Owner"), Input: owner},
			{Name: "due", Label: say.Text("Due"), Input: due, Beside: true},
		},
		SaveText: say.Text("Put it on the board"),
		Save: func() error {
			on, err := due.DateIn("due")
			if err != nil {
				return err
			}
			id, _ := strconv.ParseInt(owner.Chosen(), 10, 64) // the options hold numbers only
			return s.state.Act(context.Background(), &data.Item{Title: title.Text, OwnerID: id, Due: on, Card: key})
		},
		OnClose: func(saved bool) {
			if saved && then != nil {
				then()
			}
		},
	})
}
