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

// startWords say when an event begins whose time the clocks of its zone don't show once; empty for any other.
func startWords(say *words.Say, e *data.Event) string {
	switch e.StartHour() {
	case data.HourSkipped:
		return say.Text("Clocks are set forward on this day in %s, so there is no %s: %s is meant.", e.TimeZone, e.Start.String(), e.Begins().String())
	case data.HourTwice:
		return say.Text("Clocks are set back on this day in %s, so %s comes twice: the first is meant.", e.TimeZone, e.Start.String())
	}
	return ""
}
