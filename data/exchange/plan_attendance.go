package exchange

import (
	"slices"
	"strings"

	"copleader/data"
)

// MeetingList is one attendance list in a plan: which event of ours it is about.
type MeetingList struct {
	Source string
	From   int // which of the sources of the plan it is, from 0
	Attended
	Found []int64     // events of ours that it may be about, the likeliest first
	Do    Decision    // Replace: it is about Ours; Add: about an event still to be added; Along: about that of list Ours; Leave
	Why   data.Phrase // why it waits for the leader; zero where it doesn't

	said       bool // the leader decided
	event      int  // place in Plan.Rows of the event that comes in with it, -1 for none
	first, end int  // its people in Plan.Rows
}

// AddAttendance adds an attendance list to the plan. It is about the event of its day
// whose title is most like its own; without one, about an event to be added. Where that
// event may well be another, the leader says.
func (p *Plan) AddAttendance(source string, a Attended) {
	p.addList(source, a)
	p.settleLists()
}

// addList adds a list of which it is not found out yet what it is about.
func (p *Plan) addList(source string, a Attended) {
	at := len(p.Lists)
	l := MeetingList{Source: source, From: p.from, Attended: a, event: -1, first: len(p.Rows), end: len(p.Rows) + len(a.People)}
	p.Lists = append(p.Lists, l)
	for i := range a.People {
		p.Rows = append(p.Rows, PlanRow{Source: source, From: p.from, Line: a.People[i].Line, Doubts: a.Doubts, came: &a.People[i], list: at})
	}
}

// settleLists finds out which event each list is about and what everybody on it means, by all that comes in with it. What the leader said stays.
func (p *Plan) settleLists() {
	for _, titled := range []bool{true, false} { // a list without a title may be of the meeting of one that has it
		for i := range p.Lists {
			if !p.Lists[i].said && (p.Lists[i].Title != "") == titled {
				p.placeList(i)
			}
		}
	}
	for _, lists := range p.meetings() {
		p.lookAtMeeting(lists)
	}
}

// DecideList says which event a list is about; what each person on it means is looked
// at again.
func (p *Plan) DecideList(list int, d Decision) {
	l := &p.Lists[list]
	if _, there := p.snapshot.EventByID(d.Ours); d.Do == Replace && !there {
		return
	}
	if d.Do == Along && (d.Ours < 0 || int(d.Ours) >= len(p.Lists) || p.leading(int(d.Ours)) == list) {
		return
	}
	l.Do, l.said, l.Why = d, true, data.Phrase{}
	p.settleLists()
}

// EventsOf lists the events that a list may be about: those of its day first, then
// the others that lie behind, the newest first.
func (p *Plan) EventsOf(list int) []data.Event {
	var near, far []data.Event
	for i := range p.snapshot.Events {
		e := p.snapshot.Events[i]
		switch {
		case slices.Contains(p.Lists[list].Found, e.ID):
			near = append(near, e)
		case e.On <= p.today && e.Status != data.StatusCancelled:
			far = append(far, e)
		}
	}
	slices.SortStableFunc(far, func(a, b data.Event) int { return int(b.On) - int(a.On) })
	return append(near, far...)
}

// placeList finds the event that a list is about.
func (p *Plan) placeList(list int) {
	l := &p.Lists[list]
	l.Found, l.event, l.Why, l.Do = p.eventsLike(&l.Attended), p.eventComing(l), data.Phrase{}, Decision{Do: Add}
	switch {
	case l.copied != nil:
		p.placeCopied(l)
	case len(l.Found) > 0 && p.anotherThan(&l.Attended, l.Found[0]):
		l.Do = Decision{Do: Leave}
	case len(l.Found) > 0:
		l.Do = Decision{Replace, l.Found[0]}
	case l.On == 0 || l.On > p.today:
		l.Do = Decision{Do: Leave} // nothing says which it was
	case l.event < 0:
		p.placeBeside(list)
	}
}

// placeCopied makes a list of another community file be about what becomes of its event.
func (p *Plan) placeCopied(l *MeetingList) {
	if l.event < 0 {
		return
	}
	switch r := &p.Rows[l.event]; {
	case r.Do.Do == Replace:
		l.Do = r.Do
	case r.Do.Do == Add:
		return
	case len(r.Found) > 0 && r.State != Doubtful:
		l.Do = Decision{Replace, r.Found[0]}
	default:
		l.Do, l.Why = Decision{Do: Leave}, data.Say("Please decide about the event first.")
	}
	if l.Do.Do == Replace && !slices.Contains(l.Found, l.Do.Ours) {
		l.Found = append([]int64{l.Do.Ours}, l.Found...)
	}
}

// eventComing is the place of the event that comes in with a list, -1 for none: that of its day and title, else the only one of its day, as it would be if it
// was ours already.
func (p *Plan) eventComing(l *MeetingList) int {
	if l.copied != nil {
		return p.originOf(l.From, data.RowEvent, l.copied.event)
	}
	if row, comes := p.events[keyOfEvent(&data.Event{On: l.On, Title: l.Title})]; comes {
		return row
	}
	only := -1
	for i := range p.Rows {
		r := &p.Rows[i]
		if r.event == nil || l.On == 0 || r.event.Row.On != l.On || r.Do.Do != Add {
			continue
		}
		if only >= 0 {
			return -1
		}
		only = i
	}
	if only >= 0 && another(&l.Attended, &p.Rows[only].event.Row) {
		return -1
	}
	return only
}

// eventsLike are our events of the day of a list, the likeliest first.
func (p *Plan) eventsLike(a *Attended) []int64 {
	type likely struct {
		id    int64
		words int
	}
	var found []likely
	wanted := strings.Fields(data.Fold(a.Title))
	for i := range p.snapshot.Events {
		e := &p.snapshot.Events[i]
		if e.On != a.On || e.Status == data.StatusCancelled {
			continue
		}
		words := wordsIn(e.Title, wanted)
		if a.Start != 0 && e.Start == a.Start {
			words++
		}
		found = append(found, likely{e.ID, words})
	}
	slices.SortStableFunc(found, func(a, b likely) int { return b.words - a.words })
	ids := make([]int64, len(found))
	for i := range found {
		ids[i] = found[i].id
	}
	return ids
}

// wordsIn is how many of the words of a title are among those wanted, folded.
func wordsIn(title string, wanted []string) int {
	n := 0
	for _, w := range strings.Fields(data.Fold(title)) {
		if slices.Contains(wanted, w) {
			n++
		}
	}
	return n
}

// hoursApart is from how many minutes on two beginnings are those of two meetings.
const hoursApart = 120

// another reports whether a list may be about another meeting than an event of its day:
// they begin hours apart, and their titles have no word in common; a list without a title is of
// that day's event.
func another(a *Attended, e *data.Event) bool {
	apart := int(a.Start) - int(e.Start)
	return a.Title != "" && a.Start != 0 && e.Start != 0 && max(apart, -apart) >= hoursApart && wordsIn(e.Title, strings.Fields(data.Fold(a.Title))) == 0
}

// anotherThan is another for an event of ours.
func (p *Plan) anotherThan(a *Attended, id int64) bool {
	e, _ := p.snapshot.EventByID(id)
	return another(a, &e)
}

// presentAt are the people of ours who are noted at the event of a list.
func (p *Plan) presentAt(l *MeetingList) map[int64]bool {
	present := map[int64]bool{}
	event := p.oursOf(l)
	for i := range p.snapshot.Attendance {
		if a := &p.snapshot.Attendance[i]; event != 0 && a.EventID == event && a.Present {
			present[a.MemberID] = true
		}
	}
	return present
}

// oursOf is the event of ours that a list is about, 0 for none.
func (p *Plan) oursOf(l *MeetingList) int64 {
	switch {
	case l.Do.Do == Replace:
		return l.Do.Ours
	case l.Do.Do == Add && l.event >= 0 && p.Rows[l.event].Do.Do == Replace:
		return p.Rows[l.event].Do.Ours
	}
	return 0
}

// newMeeting is the event that a list is about where we have none.
func (p *Plan) newMeeting(l *MeetingList) data.Event {
	b := Event{Row: data.Event{Title: l.Title, On: l.On, Start: l.Start, Minutes: l.Minutes, Status: data.StatusHeld}}
	if b.Row.Title == "" {
		b.Row.Title = l.Source
	}
	return p.newEvent(&b)
}
