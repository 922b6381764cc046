package events

import (
	"context"
	"time"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/ui/kit"
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

// askStart asks about a time that the clocks of an event's zone skip on its day, or show twice; any other needs no question. The answers
// change the event.
func (p *pane) askStart(e *data.Event) (question string, answers []kit.Answer) {
	say, start, begins := p.screen.deps.Say, e.Start.String(), e.Begins()
	answer := func(text string, change func(*data.Event)) {
		if !p.screen.deps.ReadOnly {
			answers = append(answers, kit.Answer{Text: text, Do: func() { p.answerStart(e.ID, change) }})
		}
	}
	at := func(text string, clock data.Clock) {
		if clock >= 0 && data.DateOf(e.StartsAt()) == e.On { // else it would be on another day
			answer(text, func(e *data.Event) { e.Start = clock })
		}
	}
	switch hour := e.StartHour(); {
	case hour == data.HourSkipped:
		at(say.Text("Yes, %s", begins), begins)
		before := e.Start - (begins - e.Start)
		at(say.Text("No, %s", before), before)
		return say.Text("Clocks go forward that night in %s, so %s does not exist. Is %s meant?", e.TimeZone, start, begins), answers
	case hour == data.HourTwice && e.SecondHour:
		answer(say.Text("The first is meant"), func(e *data.Event) { e.SecondHour = false })
		return say.Text("Clocks go back that night in %s, so %s comes twice. The second is meant, at %s.", e.TimeZone, start, offsetOf(e)), answers
	case hour == data.HourTwice:
		answer(say.Text("The second is meant"), func(e *data.Event) { e.SecondHour = true })
		return say.Text("Clocks go back that night in %s, so %s comes twice. The first is meant, at %s.", e.TimeZone, start, offsetOf(e)), answers
	}
	return "", nil
}

// answerStart keeps what was answered, which is one deed.
func (p *pane) answerStart(id int64, change func(*data.Event)) {
	s := p.screen
	s.deeds.Do(func(ctx context.Context) error { return s.state.rows.events.Change(ctx, id, store.Visit{}, change) }, nil)
}

// offsetOf is how far the clocks are from UTC when an event begins.
func offsetOf(e *data.Event) string { return e.StartsAt().Format("UTC-07:00") }
