package exchange

import (
	"strings"

	"copleader/data"
)

// maxName is how much of a name is kept; more is none.
const maxName = 120

// roll gathers who was there, each person once however often they joined: whoever has the same address, or the
// same name where one of the two has none.
type roll struct {
	all     []*seen
	byEmail map[string]*seen
	byName  map[string]*seen
}

// seen is what a list tells of one person.
type seen struct {
	Attendee
	spans   []span
	open    instant // when they joined, while it isn't told that they left
	untimed int     // seconds of which nobody knows when
	told    []int   // how long each stay was, as the list says
}

func newRoll() *roll { return &roll{byEmail: map[string]*seen{}, byName: map[string]*seen{}} }

// person is the person of a row.
func (r *roll) person(name, email string, line int) *seen {
	name = beginning(name, maxName)
	key, address := data.Fold(name), strings.ToLower(email)
	s := r.byEmail[address]
	if address == "" {
		s = nil
	}
	if same := r.byName[key]; s == nil && same != nil && (address == "" || same.Email == "") {
		s = same
	}
	if s == nil {
		s = &seen{Attendee: Attendee{Name: name, Line: line}}
		r.all = append(r.all, s)
	}
	if r.byName[key] == nil {
		r.byName[key] = s
	}
	if s.Email == "" && address != "" {
		s.Email = email
	}
	if address != "" {
		r.byEmail[address] = s
	}
	return s
}

// noteAction notes that somebody joined or left.
func (s *seen) noteAction(action string, at instant) {
	switch {
	case leaving.MatchString(action):
		if s.open > 0 {
			s.spans = append(s.spans, span{s.open, at})
		}
		s.open = 0
	case joining.MatchString(action) && s.open == 0:
		s.open = at
	}
}

// bounds are when the first came and the last went.
func (r *roll) bounds() (first, last instant) {
	take := func(at instant) {
		if at > 0 && (first == 0 || at < first) {
			first = at
		}
		last = max(last, at)
	}
	for _, s := range r.all {
		take(s.open)
		for _, stay := range s.spans {
			take(stay.from)
			take(stay.to)
		}
	}
	return first, last
}

// close ends the stay of those of whom it isn't told that they left: with the meeting.
func (r *roll) close(ends instant) {
	for _, s := range r.all {
		if s.open > 0 && ends > s.open {
			s.spans = append(s.spans, span{s.open, ends})
		}
	}
}

// people are all of them, with the minutes that each was there. Of a single stay the list's own figure counts, as it
// leaves out what lies between several joins.
func (r *roll) people() []Attendee {
	var people []Attendee
	for _, s := range r.all {
		seconds := stay(s.spans) + s.untimed
		if len(s.told) == 1 && len(s.spans) <= 1 {
			seconds = s.told[0]
		}
		s.Minutes, s.Attendee.spans, s.Guests = minutesOf(seconds), s.spans, guestsIn(s.Name)
		people = append(people, s.Attendee)
	}
	return people
}

// together are the minutes of somebody who stands on several lists of one meeting: what lies over each other counts once. 0 where none of
// the lists says.
func together(all []*Attendee) int {
	var spans []span
	sum, longest, timed := 0, 0, true
	for _, a := range all {
		if a.Minutes == 0 {
			continue
		}
		sum, longest = sum+a.Minutes, max(longest, a.Minutes)
		spans, timed = append(spans, a.spans...), timed && len(a.spans) > 0
	}
	if !timed {
		return longest
	}
	return max(longest, min(sum, minutesOf(stay(spans))))
}
