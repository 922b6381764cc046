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
	Found []int64  // events of ours that it may be about, the likeliest first
	Do    Decision // Replace: it is about Ours; Add: about an event still to be added; Leave

	coming int // place in Plan.Rows of the event that comes in with it, -1 for none
}

// AddAttendance adds an attendance list to the plan. It is about the event of its day
// whose title is most like its own; without one, about an event to be added. Where that
// event may well be another, the leader says.
func (p *Plan) AddAttendance(source string, a Attended) {
	l := MeetingList{Source: source, From: p.sources - 1, Attended: a, Found: p.eventsLike(&a), Do: Decision{Do: Add}, coming: -1}
	if row, comes := p.events[keyOfEvent(&data.Event{On: a.On, Title: a.Title})]; comes {
		l.coming = row
	}
	switch {
	case len(l.Found) > 0 && p.another(&a, l.Found[0]):
		l.Do = Decision{Do: Leave}
	case len(l.Found) > 0:
		l.Do = Decision{Replace, l.Found[0]}
	case a.On == 0 || a.On > p.today || a.Title == "" && l.coming < 0:
		l.Do = Decision{Do: Leave} // nothing says which it was
	}
	at := len(p.Lists)
	p.Lists = append(p.Lists, l)
	for i := range a.People {
		p.Rows = append(p.Rows, PlanRow{Source: source, Line: a.People[i].Line, Doubts: a.Doubts, came: &a.People[i], list: at})
	}
	p.lookAtList(at)
}

// DecideList says which event a list is about; what each person on it means is looked
// at again.
func (p *Plan) DecideList(list int, d Decision) {
	if _, there := p.snapshot.EventByID(d.Ours); d.Do == Replace && !there {
		return
	}
	p.Lists[list].Do = d
	p.lookAtList(list)
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

// another reports whether a list may be about another meeting than our event of its day:
// they begin hours apart, and their titles have no word in common; a list without a title is of
// that day's event.
func (p *Plan) another(a *Attended, id int64) bool {
	e, _ := p.snapshot.EventByID(id)
	apart := int(a.Start) - int(e.Start)
	return a.Title != "" && a.Start != 0 && e.Start != 0 && max(apart, -apart) >= hoursApart && wordsIn(e.Title, strings.Fields(data.Fold(a.Title))) == 0
}

// lookAtList finds out what everybody on a list means. What the leader said about
// somebody stays.
func (p *Plan) lookAtList(list int) {
	l := &p.Lists[list]
	present := p.presentAt(l)
	seen := map[int64]int{} // places of rows
	for i := range p.Rows {
		r := &p.Rows[i]
		if r.came == nil || r.list != list {
			continue
		}
		r.Found, r.State, r.Why = p.whoIs(data.NameKeys(r.came.Name, ""), r.came.Email)
		r.again = false
		switch {
		case l.Do.Do == Leave:
			r.State, r.Do, r.Why = Doubtful, Decision{Do: Leave}, data.Say("Please choose which event this list is about.")
		case r.State == New && p.comesIn(r.came):
			r.Do = Decision{Do: Add}
		case r.State == New && isProgram(r.came.Name):
			r.State, r.Do, r.Why = Doubtful, Decision{Do: Leave}, programAsks
		case r.State == Same && present[r.Found[0]]:
			r.Do, r.Why = Decision{Do: Leave}, data.Say("Is noted there already.")
		case r.State == Same:
			if first, twice := seen[r.Found[0]]; twice {
				r.Do, r.Why, r.again = Decision{Do: Leave}, data.Say("Stands %s already.", p.place(r, first)), true
				continue
			}
			seen[r.Found[0]] = i
			r.State, r.Do = New, Decision{Replace, r.Found[0]}
		default:
			r.Do = Decision{Do: Leave} // somebody of ours, who is no guest
			if r.State == New {
				r.State, r.Do, r.Why = Doubtful, Decision{Do: Guest}, data.Say("Nobody of this name is on the roster.")
			}
		}
	}
}

// comesIn reports whether somebody on a list comes in with the same plan.
func (p *Plan) comesIn(a *Attendee) bool {
	row, met := p.metBefore(data.NameKeys(a.Name, ""), a.Email)
	return met && p.Rows[row].Do.Do == Add
}

// presentAt are the people of ours who are noted at the event of a list.
func (p *Plan) presentAt(l *MeetingList) map[int64]bool {
	present := map[int64]bool{}
	if l.Do.Do != Replace {
		return present
	}
	for i := range p.snapshot.Attendance {
		if a := &p.snapshot.Attendance[i]; a.EventID == l.Do.Ours && a.Present {
			present[a.MemberID] = true
		}
	}
	return present
}

// newMeeting is the event that a list is about where we have none.
func (p *Plan) newMeeting(l *MeetingList) data.Event {
	b := Event{Row: data.Event{Title: l.Title, On: l.On, Start: l.Start, Minutes: l.Minutes, Status: data.StatusHeld}}
	if b.Row.Title == "" {
		b.Row.Title = l.Source
	}
	return p.newEvent(&b)
}
