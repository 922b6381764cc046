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

// monthTitle speaks a month of a year in full.
func monthTitle(say *words.Say, month time.Month, year int) string {
	switch month {
	case time.January:
		return say.Text("January %d", year)
	case time.February:
		return say.Text("February %d", year)
	case time.March:
		return say.Text("March %d", year)
	case time.April:
		return say.Text("April %d", year)
	case time.May:
		return say.Text("May %d", year)
	case time.June:
		return say.Text("June %d", year)
	case time.July:
		return say.Text("July %d", year)
	case time.August:
		return say.Text("August %d", year)
	case time.September:
		return say.Text("September %d", year)
	case time.October:
		return say.Text("October %d", year)
	case time.November:
		return say.Text("November %d", year)
	}
	return say.Text("December %d", year)
}

// weekdayWords speaks the days of a week over their columns, from Monday on.
func weekdayWords(say *words.Say) [7]string {
	return [7]string{say.Text("Mon"), say.Text("Tue"), say.Text("Wed"), say.Text("Thu"), say.Text("Fri"), say.Text("Sat"), say.Text("Sun")}
}
