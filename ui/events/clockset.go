package events

import (
	"context"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
)

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
