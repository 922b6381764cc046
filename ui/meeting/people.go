package meeting

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"copleader/data"
	"copleader/data/store"
)

// Person is somebody who came, or may have.
type Person struct {
	ID   int64
	Name string
}

// Here are the members who came, in the order in which they were ticked.
func (s *State) Here() []Person {
	var here []Person
	for _, a := range s.snapshot.Attendance {
		if m, known := s.snapshot.MemberByID(a.MemberID); known && a.EventID == s.event.ID && a.Present {
			here = append(here, Person{m.ID, m.Name})
		}
	}
	return here
}

// Came counts who came, in words.
func (s *State) Came() string {
	n := len(s.Here())
	if s.event.Guests == 0 {
		return s.say.Text("%d, no guests", n)
	}
	return s.say.Text("%d and %s", n, s.say.Count(s.event.Guests, "%d guest", "%d guests"))
}

// oftenOf and oftenAt tell who comes often: to so many of the last events that were held.
const (
	oftenOf = 6
	oftenAt = 3
)

// mostOften is how many names of those who often come are told.
const mostOften = 6

// Often are the members who come often and are not ticked.
func (s *State) Often() []Person {
	held := s.snapshot.HeldEvents(s.clock.Today())
	times := map[int64]int{}
	for _, e := range held[max(0, len(held)-oftenOf):] {
		for _, a := range s.snapshot.Attendance {
			if a.EventID == e.ID && a.Present {
				times[a.MemberID]++
			}
		}
	}
	var often []Person
	for _, p := range s.mayCome() {
		if times[p.ID] >= oftenAt && len(often) < mostOften {
			often = append(often, p)
		}
	}
	return often
}

// mayCome are the members who are not ticked, those who said that they come first, then by name.
func (s *State) mayCome() []Person {
	here, yes := map[int64]bool{}, map[int64]bool{}
	for _, a := range s.snapshot.Attendance {
		if a.EventID == s.event.ID {
			here[a.MemberID], yes[a.MemberID] = a.Present, a.Expected == data.ReplyYes
		}
	}
	people := s.snapshot.People(s.clock.Today())
	data.SortByName(people, s.say.Lang())
	slices.SortStableFunc(people, func(a, b data.Member) int {
		switch {
		case yes[a.ID] == yes[b.ID]:
			return 0
		case yes[a.ID]:
			return -1
		}
		return 1
	})
	var list []Person
	for i := range people {
		if !here[people[i].ID] {
			list = append(list, Person{people[i].ID, people[i].Name})
		}
	}
	return list
}

// mostFound is how many people are offered for some letters.
const mostFound = 4

// Found are the members who are meant by some letters and are not ticked: those of whose names a word begins with them first. What somebody
// wants to be called and their address count too, so that Latin letters find names of other scripts.
func (s *State) Found(typed string) []Person {
	sought := data.Fold(strings.TrimSpace(typed))
	if sought == "" {
		return nil
	}
	var begins, holds []Person
	for _, p := range s.mayCome() {
		m, _ := s.snapshot.MemberByID(p.ID)
		switch {
		case beginsWith(&m, sought):
			begins = append(begins, p)
		case strings.Contains(data.Fold(p.Name), sought):
			holds = append(holds, p)
		}
	}
	found := append(begins, holds...)
	return found[:min(len(found), mostFound)]
}

// beginsWith tells whether a word of what somebody is called, or of their address, begins with some letters, which are folded.
func beginsWith(m *data.Member, sought string) bool {
	address, _, _ := strings.Cut(m.Email, "@")
	for _, name := range []string{m.Name, m.Called, address} {
		name = data.Fold(name)
		for _, before := range []string{" ", "-", ".", "_"} {
			if strings.HasPrefix(name, sought) || strings.Contains(name, before+sought) {
				return true
			}
		}
	}
	return false
}

// SetPresent ticks a member, or takes the tick away.
func (s *State) SetPresent(memberID int64, present bool) func(context.Context) error {
	return func(ctx context.Context) error {
		return s.store.SetPresent(ctx, s.event.ID, []int64{memberID}, present)
	}
}

// LeadersCame is the deed of ticking whoever leads the event: the meeting begins, and they are there. Before its day it is a rehearsal, and
// nobody came to anything.
func (s *State) LeadersCame() func(context.Context) error {
	led := slices.DeleteFunc(s.snapshot.Leading(s.event.ID), func(id int64) bool {
		return slices.ContainsFunc(s.Here(), func(p Person) bool { return p.ID == id })
	})
	early := s.event.On > s.clock.Today()
	return func(ctx context.Context) error {
		if early || len(led) == 0 {
			return nil
		}
		return s.store.SetPresent(ctx, s.event.ID, led, true)
	}
}

// IsNoted tells whether somebody of this name is ticked, or noted as a guest.
func (s *State) IsNoted(name string) bool {
	sought := data.Fold(name)
	return slices.ContainsFunc(s.Here(), func(p Person) bool { return data.Fold(p.Name) == sought }) || slices.ContainsFunc(s.snapshot.LinesOf(s.event.ID, data.LineGuest), func(l data.MeetingLine) bool {
		return data.Fold(l.Text) == sought
	})
}

// SetGuests says how many guests came: no fewer than are noted by name.
func (s *State) SetGuests(n int) func(context.Context) error {
	n = max(n, len(s.snapshot.LinesOf(s.event.ID, data.LineGuest)))
	return func(ctx context.Context) error {
		return store.Rows(s.store, store.Events).Change(ctx, s.event.ID, store.Visit{}, func(e *data.Event) { e.Guests = n })
	}
}

// Named is the member who is named in a text, those who came before others; 0 for nobody or more than one.
func (s *State) Named(text string) int64 {
	var here, others []int64
	came := s.Here()
	for _, m := range s.snapshot.People(s.clock.Today()) {
		if !data.NameIn(text, m.Name) && (m.Called == "" || !data.NameIn(text, m.Called)) {
			continue
		}
		if slices.ContainsFunc(came, func(p Person) bool { return p.ID == m.ID }) {
			here = append(here, m.ID)
		} else {
			others = append(others, m.ID)
		}
	}
	switch {
	case len(here) == 1:
		return here[0]
	case len(here) == 0 && len(others) == 1:
		return others[0]
	}
	return 0
}

// lettersOfName is how many letters of a name tell who is meant, at least.
const lettersOfName = 2

// Meant is the member who is meant before a colon: by name, else by letters with which only one of those who came begins, or else only one
// of all; 0 for nobody or more than one.
func (s *State) Meant(who string) int64 {
	if id := s.Named(who); id != 0 {
		return id
	}
	sought := data.Fold(strings.TrimSpace(who))
	if len([]rune(sought)) < lettersOfName {
		return 0
	}
	only := func(ids []int64) int64 {
		ids = slices.DeleteFunc(ids, func(id int64) bool {
			m, _ := s.snapshot.MemberByID(id)
			return !beginsWith(&m, sought)
		})
		if len(ids) != 1 {
			return 0
		}
		return ids[0]
	}
	var here, all []int64
	for _, p := range s.Here() {
		here = append(here, p.ID)
	}
	for _, m := range s.snapshot.People(s.clock.Today()) {
		all = append(all, m.ID)
	}
	return cmp.Or(only(here), only(all))
}
