package events

import (
	"time"

	"copleader/data"
	"copleader/data/words"
)

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

// voteWord says what a vote means (data/README.md, Feedback).
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

// weekdayWords speaks the days of a week over their columns, from one on.
func weekdayWords(say *words.Say, start time.Weekday) (words [7]string) {
	for i := range words {
		words[i] = say.ShortWeekday((start + time.Weekday(i)) % 7)
	}
	return words
}
