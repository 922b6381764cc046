package events

import (
	"copleader/data"
	"copleader/data/words"
)

// statusWord speaks how far an event has come.
func statusWord(say *words.Say, status data.EventStatus) string {
	switch status {
	case data.StatusIdea:
		return say.Text("Idea")
	case data.StatusPlanned:
		return say.Text("Planned")
	case data.StatusAnnounced:
		return say.Text("Announced")
	case data.StatusHeld:
		return say.Text("Held")
	case data.StatusCancelled:
		return say.Text("Cancelled")
	}
	return string(status)
}

// partWord speaks a part at an event, as the line of those who take it begins.
func partWord(say *words.Say, part data.EventPart) string {
	switch part {
	case data.PartFacilitator:
		return say.Text("Leads")
	case data.PartSpeaker:
		return say.Text("Speaks")
	case data.PartMinutes:
		return say.Text("Minutes")
	case data.PartPrepared:
		return say.Text("Prepares")
	}
	return string(part)
}

// replyWord speaks what somebody said about coming.
func replyWord(say *words.Say, reply data.Reply) string {
	switch reply {
	case data.ReplyYes:
		return say.Text("said yes")
	case data.ReplyNo:
		return say.Text("said no")
	}
	return say.Text("no answer yet")
}

// voteWord says what a vote means (domain.md 7).
func voteWord(say *words.Say, vote int) string {
	switch vote {
	case 1:
		return say.Text("1, lost time")
	case 3:
		return say.Text("3, got back what I put in")
	case 5:
		return say.Text("5, more than worth it")
	}
	return say.Text("%d", vote)
}
