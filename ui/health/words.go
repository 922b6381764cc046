package health

import (
	"copleader/data"
	"copleader/data/words"
)

// channelWord speaks a way in which answers come.
func channelWord(say *words.Say, c data.AnswerChannel) string {
	switch c {
	case data.FromRoom:
		return say.Text("In the room")
	case data.FromBallots:
		return say.Text("Paper ballots")
	}
	return say.Text("Workbooks")
}

// deckWord speaks a choice of cards.
func deckWord(say *words.Say, d deckChoice, n int) string {
	switch d {
	case shortDeck:
		return say.Count(n, "Short deck: %d card", "Short deck: %d cards")
	case chosenDeck:
		return say.Text("Choose cards")
	}
	return say.Count(n, "All cards: %d", "All cards: %d")
}
