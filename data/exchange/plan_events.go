package exchange

import (
	"slices"
	"strings"

	"copleader/data"
)

// eventKey makes events equal that are one: the day and the folded title.
type eventKey struct {
	on    data.Date
	title string
}

func keyOfEvent(e *data.Event) eventKey {
	return eventKey{e.On, strings.Join(strings.Fields(data.Fold(e.Title)), " ")}
}

// eventKeys finds events of ours by what they are known by.
func eventKeys(s *data.Snapshot) map[eventKey][]int64 {
	keys := map[eventKey][]int64{}
	for i := range s.Events {
		key := keyOfEvent(&s.Events[i])
		keys[key] = append(keys[key], s.Events[i].ID)
	}
	return keys
}

// AddEvents adds events from a source to the plan.
func (p *Plan) AddEvents(source string, events []Event) {
	often := oftenIn(events)
	p.findMoved(events)
	for i := range events {
		b := &events[i]
		p.add(PlanRow{Source: source, Line: b.Line, Doubts: b.Doubts, event: b}, b.Refused, asksOfEvent(b, often), p.lookAtEvent)
	}
}

// asksOfEvent is what only the leader can tell about an event: one that was called off is rarely wanted, and what
// takes place day by day is rarely the community's.
func asksOfEvent(b *Event, often map[string]int) data.Phrase {
	switch n := often[keyOfEvent(&b.Row).title]; {
	case !b.Asks.IsZero():
		return b.Asks
	case b.Row.Status == data.StatusCancelled:
		return data.Say("It was called off.")
	case n > 0:
		return data.Say("It takes place %d times, more often than once a week.", n)
	}
	return data.Phrase{}
}

// veryOften is from how many times on something that takes place more often than once a week is asked about.
const veryOften = 20

// oftenIn are the titles of events that take place very often, each with how many times.
func oftenIn(events []Event) map[string]int {
	type seen struct {
		times       int
		first, last data.Date
	}
	all := map[string]seen{}
	for i := range events {
		e := &events[i].Row
		key := keyOfEvent(e).title
		s, again := all[key]
		if !again {
			s.first = e.On
		}
		all[key] = seen{s.times + 1, min(s.first, e.On), max(s.last, e.On)}
	}
	often := map[string]int{}
	for title, s := range all {
		if s.times >= veryOften && s.last.Sub(s.first) < 7*(s.times-1) {
			often[title] = s.times
		}
	}
	return often
}

// The doubts about an event of which no time is told.
var (
	wholeDay = data.Say("It lasts the whole day; please give a time.")
	noTime   = data.Say("No time is told; please give one.")
)

// Timeless reports whether a row is an event of which no time is told.
func (p *Plan) Timeless(row int) bool {
	r := &p.Rows[row]
	return r.event != nil && r.State != Refused && !r.event.gives("start")
}

// SetStart gives the time at which an event begins that comes in without one.
func (p *Plan) SetStart(row int, at data.Clock) {
	if !p.Timeless(row) {
		return
	}
	r := &p.Rows[row]
	timed := *r.event
	timed.Row.Start, timed.Given = at, append(slices.Clone(timed.Given), "start")
	r.event = &timed
	r.Doubts = slices.DeleteFunc(slices.Clone(r.Doubts), func(d data.Phrase) bool { return samePhrase(d, wholeDay) || samePhrase(d, noTime) })
}

func (p *Plan) lookAtEvent(r *PlanRow) {
	b := r.event
	if ours, is := p.knownEvent(b); is {
		p.lookAtKnown(r, &ours)
		return
	}
	key := keyOfEvent(&b.Row)
	if first, twice := p.events[key]; twice {
		r.State, r.Why, r.Found = Doubtful, data.Say("An event of this day and title stands %s already.", p.place(r, first)), p.Rows[first].Found
		return
	}
	p.events[key] = len(p.Rows)
	if r.Found = p.ours[key]; len(r.Found) > 0 {
		ours, _ := p.snapshot.EventByID(r.Found[0])
		if r.State = Same; len(p.changesOf(r, ours.ID)) > 0 {
			r.State, r.Do = Changed, Decision{Replace, ours.ID}
		}
		return
	}
	if r.Found = p.sameHour(&b.Row); len(r.Found) > 0 {
		ours, _ := p.snapshot.EventByID(r.Found[0])
		r.State, r.Why = Doubtful, data.Say("“%s” is at the same time.", ours.Title)
		return
	}
	e := p.newEvent(b)
	if err := e.Validate(); err != nil {
		r.State, r.Why = Refused, faultOf(err)
		return
	}
	r.State, r.Do = New, Decision{Do: Add}
}

// asOfEvent is what an event that is brought says about one of ours, without what a
// calendar can only know less well: its format, its spelling of our title, and how
// far the event has come once it was held.
func (p *Plan) asOfEvent(b *Event, ours *data.Event) *Event {
	c := *b
	if p.isOwn(b, ours) {
		c = ownAgain(b, ours)
	}
	c.Given = slices.DeleteFunc(slices.Clone(c.Given), func(key string) bool {
		return key == "format" || key == "title" && keyOfEvent(&b.Row).title == keyOfEvent(ours).title ||
			key == "status" && (ours.Status == data.StatusHeld || b.Row.Status == data.StatusPlanned)
	})
	return &c
}

// sameHour are our events that begin at the very time.
func (p *Plan) sameHour(e *data.Event) []int64 {
	var found []int64
	if e.Start == 0 {
		return nil
	}
	for i := range p.snapshot.Events {
		if o := &p.snapshot.Events[i]; o.On == e.On && o.Start == e.Start {
			found = append(found, o.ID)
		}
	}
	return found
}

// newEvent fills what an event must have and no source told.
func (p *Plan) newEvent(b *Event) data.Event {
	e := b.Row
	if e.TimeZone == "" {
		e.TimeZone = p.zone
	}
	if _, known := data.FormatOf(e.Format); !known {
		e.Format = formatNamed(e.Title)
	}
	if e.Minutes == 0 {
		e.Minutes = 60
	}
	if e.Audience == "" {
		e.Audience = data.OpenEvent
	}
	if e.Brought == 0 {
		e.Brought = data.NotCounted
	}
	switch {
	case e.Status == "" && e.On < p.today:
		e.Status = data.StatusHeld
	case e.Status == "":
		e.Status = data.StatusPlanned
	case e.Status == data.StatusPlanned && e.On < p.today:
		e.Status = data.StatusHeld
	}
	return e
}

// formatNamed is the format whose name stands in a title, else the usual one.
func formatNamed(title string) string {
	folded := data.Fold(title)
	for _, f := range data.Formats {
		if strings.Contains(folded, data.Fold(f.Name)) {
			return f.Key
		}
	}
	return usualFormat
}
