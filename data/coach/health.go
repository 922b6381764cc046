package coach

import (
	"slices"

	"copleader/data"
)

// answered reports whether there is a round that may be spoken about.
func (v *view) answered() bool { return v.round.Round.ID != 0 }

// cardsOf are the cards of the last round with one of the words.
func (v *view) cardsOf(words ...data.HealthWord) []data.CardResult {
	var cards []data.CardResult
	if !v.answered() {
		return nil
	}
	for i := range v.round.Cards {
		if c := &v.round.Cards[i]; !c.Figures.Withheld && slices.Contains(words, c.Figures.Word) {
			cards = append(cards, *c)
		}
	}
	return cards
}

// leaning says how the answers to a card lie, without a mean.
func leaning(f data.Figures) data.Phrase {
	return data.Say("%d of %d lean to the low side, %d to the high.", f.Low, f.Answers, f.High)
}

// seeRound is an offer to look at the answers to a card.
func (v *view) seeRound(card string) Offer {
	return Offer{Do: DoHealth, Label: data.Say("See the answers"), At: data.CardPlace(card), Rests: true}
}

// notSafe is C20: people do not feel safe to be honest.
func notSafe(v *view) *Finding {
	for _, c := range v.cardsOf(data.WordConcern, data.WordSplit) {
		if c.Card.Card != "safety" {
			continue
		}
		return &Finding{Title: data.Say("Show a mistake of your own first"),
			Text:     data.Say("On “%s”: %s", c.Card.Title, leaning(c.Figures)),
			Because:  data.Say("Trust comes before practice; small groups help, and nobody asks who said what."),
			Evidence: []Number{{"low", c.Figures.Low}, {"high", c.Figures.High}, {"answers", c.Figures.Answers}},
			RoundID:  v.round.Round.ID, Card: c.Card.Card,
			Worse: int64(c.Figures.LowShare),
			Offer: v.seeRound(c.Card.Card)}
	}
	return nil
}

// splitCard is C21: two camps on a card. Its mean is not quoted, on purpose.
func splitCard(v *view) *Finding {
	cards := v.cardsOf(data.WordSplit)
	if len(cards) == 0 {
		return nil
	}
	first, others := cards[0], len(cards)-1
	offer := v.planning("retrospective", "health_check_session")
	offer.Label, offer.Rests = data.Say("Plan a talk"), true
	f := Finding{Title: data.Say("Talk about “%s”", first.Card.Title),
		Text:     leaning(first.Figures),
		Because:  data.Say("What does each side see? The difference is what there is to learn."),
		Evidence: []Number{{"low", first.Figures.Low}, {"high", first.Figures.High}, {"answers", first.Figures.Answers}, {"cards", len(cards)}},
		RoundID:  v.round.Round.ID, Card: first.Card.Card,
		Worse: int64(len(cards)),
		Offer: offer}
	if others > 0 {
		f.Text = data.Say("%s %s.", f.Text, data.SayCount(others, "%d more card is split", "%d more cards are split"))
	}
	return &f
}

// concernWithoutAction is C23: a worry from the last round and nothing on the
// board that answers it.
func concernWithoutAction(v *view) *Finding {
	if !v.answered() || v.ago(v.round.Round.ClosedOn) < v.t.AnswerDays {
		return nil
	}
	answered := v.AnsweredCards(v.round.Round)
	open := slices.DeleteFunc(v.cardsOf(data.WordConcern), func(c data.CardResult) bool { return answered[c.Card.Card] })
	if len(open) == 0 {
		return nil
	}
	card, days := open[0].Card, v.ago(v.round.Round.ClosedOn)
	f := Finding{Title: data.Say("Choose one small action for “%s”", card.Title),
		Text:     data.Say("The round closed %s, and nothing on the board answers it.", data.Ago(days)),
		Because:  data.Say("People answer again when something came of it."),
		Evidence: []Number{{"days", days}, {"cards", len(open)}},
		RoundID:  v.round.Round.ID, Card: card.Card,
		Worse: int64(len(open)),
		Offer: Offer{Do: DoItem, Label: data.Say("Note an action"), At: data.Place{Kind: data.PlaceBoard},
			Item: data.Item{Kind: data.KindAction, Card: card.Card}, Title: data.Say("One step for “%s”", card.Title)}}
	for i := range open {
		f.Cards = append(f.Cards, open[i].Card.Card)
	}
	if others := len(open) - 1; others > 0 {
		f.Text = data.Say("%s %s.", f.Text, data.SayCount(others, "%d more concern waits too", "%d more concerns wait too"))
	}
	return &f
}

// roundDue is C22: few answered, or the last round is long ago. A community
// that never had one counts from its first day; an open round needs no other.
func roundDue(v *view) *Finding {
	if len(v.OpenRounds(v.today)) > 0 {
		return nil
	}
	if v.answered() && v.round.HasRate() && 100*v.round.Returned < v.t.RepliesPercent*v.round.Invited {
		return &Finding{Title: data.Say("Ask why few answered"),
			Text:     data.Say("%d of %d answered the last health check.", v.round.Returned, v.round.Invited),
			Because:  data.Say("A short deck during an event reaches more people."),
			Evidence: []Number{{"returned", v.round.Returned}, {"invited", v.round.Invited}},
			RoundID:  v.round.Round.ID,
			Worse:    int64(100 - v.round.Percent()),
			Offer:    Offer{Do: DoRound, Label: data.Say("Plan a short round"), At: data.Place{Kind: data.PlaceHealth}, Rests: true}}
	}
	last, events := v.Community.StartedOn, len(v.held)
	if v.answered() {
		last, events = v.round.Round.ClosedOn, 0
		for i := range v.held {
			if v.held[i].On > last {
				events++
			}
		}
	}
	days := v.ago(last)
	if last == 0 || days < v.t.RoundDays || events < v.t.RoundEvents {
		return nil
	}
	f := Finding{Title: data.Say("Ask how people are doing"),
		Text:     data.Say("The last health check was %s.", data.Ago(days)),
		Because:  data.Say("Looking back now and then keeps a community on course."),
		Evidence: []Number{{"days", days}, {"events", events}},
		Worse:    int64(days / v.t.RoundDays),
		Offer:    Offer{Do: DoRound, Label: data.Say("Start a round"), At: data.Place{Kind: data.PlaceHealth}}}
	switch {
	case v.answered():
	case len(v.ClosedRounds(v.today)) > 0:
		f.Text = data.SayCount(events, "No health check had enough answers yet, after %d event.", "No health check had enough answers yet, after %d events.")
	default:
		f.Text = data.SayCount(events, "There was no health check yet, after %d event.", "There was no health check yet, after %d events.")
	}
	return &f
}
