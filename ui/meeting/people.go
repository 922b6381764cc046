package meeting

import (
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

// Found are the members who are meant by some letters and are not ticked: those of whose names a word begins with them first.
func (s *State) Found(typed string) []Person {
	sought := data.Fold(strings.TrimSpace(typed))
	if sought == "" {
		return nil
	}
	var begins, holds []Person
	for _, p := range s.mayCome() {
		switch name := data.Fold(p.Name); {
		case strings.HasPrefix(name, sought) || strings.Contains(name, " "+sought) || strings.Contains(name, "-"+sought):
			begins = append(begins, p)
		case strings.Contains(name, sought):
			holds = append(holds, p)
		}
	}
	found := append(begins, holds...)
	return found[:min(len(found), mostFound)]
}

// SetPresent ticks a member, or takes the tick away.
func (s *State) SetPresent(memberID int64, present bool) func(context.Context) error {
	return func(ctx context.Context) error {
		return s.store.SetPresent(ctx, s.event.ID, []int64{memberID}, present)
	}
}

// SetGuests says how many guests came.
func (s *State) SetGuests(n int) func(context.Context) error {
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
