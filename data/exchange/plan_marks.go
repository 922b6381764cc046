package exchange

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"copleader/data"
)

// marksOf finds events of ours by what calendars know them by.
func marksOf(s *data.Snapshot) map[string]int64 {
	marks := map[string]int64{}
	for i := range s.Events {
		if key := data.MarkKey(s.Events[i].CalendarMark); key != "" {
			marks[key] = s.Events[i].ID
		}
	}
	return marks
}

// knownEvent is the event of ours that a calendar means: one that we sent, or one that came in with the calendar before.
func (p *Plan) knownEvent(b *Event) (data.Event, bool) {
	var id int64
	if _, err := fmt.Sscanf(b.uid, "event-%d.", &id); err != nil || b.uid != p.snapshot.EventUID(id) {
		id = cmp.Or(p.marks[data.MarkKey(b.Row.CalendarMark)], p.moved[b])
	}
	return p.snapshot.EventByID(id)
}

// isOwn reports whether what a calendar brings is an event that we sent.
func (p *Plan) isOwn(b *Event, ours *data.Event) bool {
	return strings.HasPrefix(b.uid, "event-") && b.uid == p.snapshot.EventUID(ours.ID)
}

// ownAgain is an event that we sent, as it comes back: without what is told there in other words than ours, and at the clock
// of its place.
func ownAgain(b *Event, ours *data.Event) Event {
	c := *b
	c.Given = slices.DeleteFunc(slices.Clone(b.Given), func(key string) bool {
		return key == "purpose" || key == "link" || key == "timeZone" || ours.Confidential && key == "title" || key == "place" && ours.Place == ""
	})
	if b.gives("start") {
		c.Row.ToZone(ours.TimeZone)
	}
	return c
}

// lookAtKnown finds out what a calendar says anew about an event of ours that it knows.
func (p *Plan) lookAtKnown(r *PlanRow, ours *data.Event) {
	r.Found, r.State = []int64{ours.ID}, Same
	if first, twice := p.known[ours.ID]; twice {
		r.State, r.Why = Doubtful, data.Say("The same event stands %s already.", p.place(r, first))
		return
	}
	p.known[ours.ID], p.events[keyOfEvent(&r.event.Row)] = len(p.Rows), len(p.Rows)
	if len(p.changesOf(r, ours.ID)) == 0 {
		return
	}
	after := p.eventAfter(r.event, *ours)
	moved := after.On != ours.On || after.Start != ours.Start
	switch why := p.faultReplacing(r, ours.ID); {
	case !why.IsZero():
		r.State, r.Why = Refused, why
	case p.isOwn(r.event, ours):
		r.State, r.Why = Doubtful, data.Say("It is an event of ours, as a calendar has it.")
	case moved && ours.Status == data.StatusHeld:
		r.State, r.Why = Doubtful, data.Say("It was held on %s; the calendar has it on %s.", ours.On, after.On)
	case moved && saysAsBefore(&r.event.Row, ours):
		r.State, r.Why = Changed, data.Say("Ours was moved since; it stays.")
	default:
		r.State, r.Do = Changed, Decision{Replace, ours.ID}
		if after.On != ours.On {
			r.Why = data.Say("It was moved from %s to %s.", ours.On, after.On)
		}
	}
}

// saysAsBefore reports whether the calendar has an event when it had it the last time.
func saysAsBefore(e, ours *data.Event) bool { return e.CalendarMark == ours.CalendarMark }

// eventAfter is our event with what is brought written over it, and with what the calendar knows it by.
func (p *Plan) eventAfter(b *Event, ours data.Event) data.Event {
	after := replaced(data.EventFields, ours, p.asOfEvent(b, &ours))
	if after.On != ours.On && !b.gives("lastDay") {
		after.LastDay = 0
	}
	if b.Row.CalendarMark != "" && !p.isOwn(b, &ours) && (b.uid != "" || ours.CalendarMark == "") {
		after.CalendarMark = b.Row.CalendarMark
	}
	return after
}

// nearby is within how many days an event of a series that was moved as a whole is looked for.
const nearby = 6

// findMoved finds for events of a series that stand on other days than before which of ours they are: the nearest that the
// calendar does not have any more, and that was not held.
func (p *Plan) findMoved(events []Event) {
	stays, coming := map[string]bool{}, map[string][]*Event{}
	for i := range events {
		key := data.MarkKey(events[i].Row.CalendarMark)
		stays[key] = true
		if series := data.MarkSeries(key); series != "" && p.marks[key] == 0 && events[i].Refused.IsZero() && len(p.ours[keyOfEvent(&events[i].Row)]) == 0 {
			coming[series] = append(coming[series], &events[i])
		}
	}
	if len(coming) == 0 {
		return
	}
	for i := range p.snapshot.Events {
		ours := &p.snapshot.Events[i]
		key := data.MarkKey(ours.CalendarMark)
		if b := p.nearest(coming[data.MarkSeries(key)], ours); b != nil && !stays[key] && ours.NotYetHeld() {
			p.moved[b] = ours.ID
		}
	}
}

// nearest is the event nearest to one of ours that is not known yet, nil for none nearby.
func (p *Plan) nearest(list []*Event, ours *data.Event) (found *Event) {
	for _, b := range list {
		if far := days(b, ours); far <= nearby && p.moved[b] == 0 && (found == nil || far < days(found, ours)) {
			found = b
		}
	}
	return found
}

// days is how many days lie between what is brought and an event of ours.
func days(b *Event, ours *data.Event) int {
	far := b.Row.On.Sub(ours.On)
	return max(far, -far)
}
