package backlog

import (
	"copleader/data"
	"copleader/data/words"
)

// kindWord speaks a kind as briefly as a chip needs it.
func kindWord(say *words.Say, k data.ItemKind) string {
	switch k {
	case data.KindEventIdea:
		return say.Text("Event")
	case data.KindHelpRequest:
		return say.Text("Help")
	case data.KindKnowledgeGap:
		return say.Text("Who knows?")
	case data.KindSponsorAsk:
		return say.Text("Ask")
	}
	return say.Of(k.Phrase())
}

// kindName speaks a kind in full, for choosing.
func kindName(say *words.Say, k data.ItemKind) string {
	if k == data.KindReuse {
		return say.Text("Offer to reuse")
	}
	return say.Of(k.Phrase())
}
