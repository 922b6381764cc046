package figures

import (
	"cmp"
	"slices"

	"copleader/data"
)

// mostNamed is how many cards that rose a line names; one more goes by its number.
const mostNamed = 4

// FirstLines are what improved and what worries us: each in the leader's own words,
// else in what the figures say. The third line, what we ask, is that of the asks.
func (r *Period) FirstLines() (improved, worries string) {
	return cmp.Or(lineOf(r.Human, 0), r.improved()), cmp.Or(lineOf(r.Human, 1), r.worry())
}

// Before reports whether the round lies before the period.
func (r *Period) Before() bool {
	closed := r.Round.Round.ClosedOn
	return closed != 0 && closed < r.From
}

// Dated adds the day of a round that lies before the period to what its figures say improved; the leader's own words stay as they are.
func (r *Period) Dated(improved string) string {
	if !r.Before() || improved != r.improved() {
		return improved
	}
	return r.Say.Text("%s Asked until %s, before this period.", improved, r.Round.Round.ClosedOn)
}

// uncompared says why a round stands alone: it was the first, or too few answered the others.
func (r *Period) uncompared() string {
	if len(r.ClosedRounds(r.Opt.Today)) > 1 {
		return r.Say.Text("Fewer than %d answered in any other round of the health check; there is nothing to compare “%s” with yet.",
			r.Round.MinGroup, r.Round.Round.Name)
	}
	return r.Say.Text("This was the first health check; there is nothing to compare it with yet.")
}

// improved names the cards that rose clearly, or says why none can be told.
func (r *Period) improved() string {
	say := r.Say
	up := r.CardsWith(func(c *data.CardResult) bool { return c.Change == data.ChangeUp })
	var titles []string
	for _, c := range up[:min(len(up), mostNamed)] {
		titles = append(titles, say.Text("“%s”", c.Card.Title))
	}
	if more := len(up) - mostNamed; more > 0 {
		titles = append(titles, say.Count(more, "%d more", "%d more"))
	}
	switch {
	case len(up) > 0:
		return say.Text("Clearly up in the health check: %s.", titles)
	case r.Round.Round.ID == 0:
		return say.Text("Nobody can say yet: no round of the health check has been closed.")
	case r.tellsNothing():
		return r.tooFew()
	case r.Round.Previous == nil:
		return r.uncompared()
	}
	if !r.comparable() {
		return say.Text("No card of the health check can be compared with %s.", r.Round.Previous.Name)
	}
	return say.Text("No card of the health check rose clearly since %s.", r.Round.Previous.Name)
}

// comparable reports whether the change of any card may be told.
func (r *Period) comparable() bool {
	return len(r.CardsWith(func(c *data.CardResult) bool {
		return c.Change == data.ChangeUp || c.Change == data.ChangeDown || c.Change == data.ChangeUnclear
	})) > 0
}

// NothingStandsOut stands where no card can be named, and says what is withheld.
func (r *Period) NothingStandsOut() string {
	say, few := r.Say, r.few()
	switch {
	case r.tellsNothing():
		return r.tooFew()
	case few > 0:
		return say.Count(few, "No card stands out; %d has too few answers.", "No card stands out; %d have too few answers.")
	}
	return say.Text("No card stands out.")
}

// NothingChanged stands where no card moved clearly, and says where that can't be told.
func (r *Period) NothingChanged() string {
	switch {
	case r.Round.Previous == nil:
		return r.uncompared()
	case !r.comparable():
		return r.Say.Text("No card can be compared with %s.", r.Round.Previous.Name)
	}
	return r.Say.Text("No clear change on any card.")
}

// worry says the one thing to talk about first in plain words. Where nothing can be
// told it says so: silence would read as calm.
func (r *Period) worry() string {
	say := r.Say
	if r.Round.Round.ID == 0 {
		return say.Text("Nobody can say yet: no round of the health check has been closed.")
	}
	few := r.few()
	concerns := r.Concerns()
	switch {
	case r.tellsNothing():
		return r.tooFew()
	case len(concerns) > 0:
		return say.Text("%s (“%s”).", r.plain(&concerns[0]), concerns[0].Card.Title)
	case few > 0:
		return say.Count(few, "No card of the health check stands out; %d has too few answers.", "No card of the health check stands out; %d have too few answers.")
	}
	return say.Text("No card of the health check stands out.")
}

// few counts the cards that too few answered for a word: what is withheld, and with a
// low threshold more than that.
func (r *Period) few() int {
	return len(r.CardsWith(func(c *data.CardResult) bool { return c.Figures.Withheld || c.Figures.Word == data.WordNone }))
}

// tellsNothing reports that there is no card of which a word can be said.
func (r *Period) tellsNothing() bool { return r.few() == len(r.Round.Cards) }

// tooFew says so.
func (r *Period) tooFew() string {
	return r.Say.Text("It can't be told: no card of the health check has %d answers or more.", max(data.MinGroupSize, r.Round.MinGroup))
}

// Concerns are the cards on which opinions split, then those with many low answers.
func (r *Period) Concerns() []data.CardResult {
	return data.SortForTalk(r.CardsWith(func(c *data.CardResult) bool {
		return c.Figures.Word == data.WordSplit || c.Figures.Word == data.WordConcern
	}))
}

// Strengths are the strong cards, those with the most high answers first.
func (r *Period) Strengths() []data.CardResult {
	cards := r.CardsWith(func(c *data.CardResult) bool { return c.Figures.Word == data.WordStrong })
	slices.SortStableFunc(cards, func(a, b data.CardResult) int {
		return cmp.Compare(b.Figures.High*a.Figures.Answers, a.Figures.High*b.Figures.Answers)
	})
	return cards
}

// CardsWith are the cards of the round that a reader asks for.
func (r *Period) CardsWith(keep func(*data.CardResult) bool) []data.CardResult {
	var cards []data.CardResult
	for i := range r.Round.Cards {
		if keep(&r.Round.Cards[i]) {
			cards = append(cards, r.Round.Cards[i])
		}
	}
	return cards
}

// plain says in plain words how many gave a card low answers. A card in words of the
// community's own is quoted.
func (r *Period) plain(c *data.CardResult) string {
	low, m := c.Figures.Low, c.Figures.Answers
	for _, usual := range data.Deck {
		if key, known := plainWords[usual.Card]; known && usual.Card == c.Card.Card && usual.Low == c.Card.Low {
			return r.Say.Of(data.Phrase{Key: key.Key, Args: []any{low, m}})
		}
	}
	return r.Say.Text("%d of %d are closer to “%s”", low, m, c.Card.Low)
}

// plainWords are the low statements of the usual cards as somebody outside says them.
var plainWords = map[string]data.Phrase{
	"growth":             {Key: "%d of %d do not grow in their craft here"},
	"mutual_help":        {Key: "%d of %d do not think of asking here when they are stuck"},
	"safety":             {Key: "%d of %d keep doubts and unfinished work to themselves"},
	"collaboration":      {Key: "%d of %d see teams solve the same thing apart"},
	"sharing":            {Key: "%d of %d see good solutions stay with the team that found them"},
	"direction":          {Key: "%d of %d do not know where the community is going"},
	"practice_alignment": {Key: "%d of %d see our agreements fade"},
	"enjoyment":          {Key: "%d of %d do not look forward to the sessions"},
	"feedback":           {Key: "%d of %d hear no feedback on what they bring"},
	"decisions":          {Key: "%d of %d see topics come back without a decision"},
	"motivation":         {Key: "%d of %d have taken nothing on by choice"},
	"value":              {Key: "%d of %d use nothing from here in their work"},
	"rhythm":             {Key: "%d of %d say that the pace does not suit them"},
	"support":            {Key: "%d of %d lack protected time"},
}
