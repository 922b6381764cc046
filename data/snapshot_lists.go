package data

import (
	"cmp"
	"slices"
)

// index finds rows by their ID. IDs are small and dense in a community file, so
// a slice serves; a file with strange IDs falls back on a map.
type index struct {
	dense  []int32 // place + 1, 0 for none
	sparse map[int64]int32
}

func indexOf[T any](rows []T, id func(*T) int64) index {
	var most int64
	dense := true
	for i := range rows {
		n := id(&rows[i])
		most = max(most, n)
		dense = dense && n >= 0
	}
	if dense && most <= int64(16*len(rows)+1024) {
		x := index{dense: make([]int32, most+1)}
		for i := range rows {
			x.dense[id(&rows[i])] = int32(i) + 1
		}
		return x
	}
	x := index{sparse: make(map[int64]int32, len(rows))}
	for i := range rows {
		x.sparse[id(&rows[i])] = int32(i) + 1
	}
	return x
}

// find is the place of the row, -1 when there is none.
func (x index) find(id int64) int {
	if x.sparse != nil {
		return int(x.sparse[id]) - 1
	}
	if id < 0 || id >= int64(len(x.dense)) {
		return -1
	}
	return int(x.dense[id]) - 1
}

// HeldBy reports whether the event was held on or before the day.
func (e *Event) HeldBy(day Date) bool { return e.Status == StatusHeld && e.On != 0 && e.On <= day }

// HeldEvents lists the events held up to today, the earliest first.
func (s *Snapshot) HeldEvents(today Date) []Event {
	return s.eventsWhere(func(e *Event) bool { return e.HeldBy(today) })
}

// ComingEvents lists the events planned or announced for today or later, the
// next first.
func (s *Snapshot) ComingEvents(today Date) []Event {
	return s.eventsWhere(func(e *Event) bool { return e.Coming(today) })
}

// Coming reports whether the event is planned or announced for the day or later.
func (e *Event) Coming(day Date) bool {
	return (e.Status == StatusPlanned || e.Status == StatusAnnounced) && e.Until() >= day
}

// NotYetHeld reports whether the event is an idea, planned or announced.
func (e *Event) NotYetHeld() bool {
	return e.Status == StatusIdea || e.Status == StatusPlanned || e.Status == StatusAnnounced
}

func (s *Snapshot) eventsWhere(keep func(*Event) bool) []Event {
	// Places are sorted, not rows: an event is large, and there may be thousands.
	var places []int32
	for i := range s.Events {
		if keep(&s.Events[i]) {
			places = append(places, int32(i))
		}
	}
	if len(places) == 0 {
		return nil
	}
	slices.SortFunc(places, func(a, b int32) int {
		x, y := &s.Events[a], &s.Events[b]
		return cmp.Or(cmp.Compare(x.On, y.On), cmp.Compare(x.Start, y.Start), cmp.Compare(a, b))
	})
	events := make([]Event, len(places))
	for i, place := range places {
		events[i] = s.Events[place]
	}
	return events
}

// People lists who is a member on the day; contacts are none.
func (s *Snapshot) People(today Date) []Member {
	var people []Member
	for i := range s.Members {
		if s.Members[i].IsMember(today) {
			people = append(people, s.Members[i])
		}
	}
	return people
}

// ManyPeople counts who is a member on the day; contacts are none.
func (s *Snapshot) ManyPeople(today Date) int {
	return count(s.Members, func(m *Member) bool { return m.IsMember(today) })
}

// RolesOf lists the roles a member holds on the day, the leader's first.
func (s *Snapshot) RolesOf(memberID int64, today Date) []Role {
	var roles []Role
	if memberID != 0 && memberID == s.Community.LeaderID {
		roles = append(roles, RoleLeader)
	}
	for i := range s.Roles {
		r := &s.Roles[i]
		if r.MemberID == memberID && r.Holds(today) && !slices.Contains(roles, r.Role) {
			roles = append(roles, r.Role)
		}
	}
	return roles
}

// CoreTeam lists the members of the core team on the day, the leader among them
// and first (data/README.md, Roles).
func (s *Snapshot) CoreTeam(today Date) []Member {
	var team []Member
	if leader, ok := s.Leader(); ok && leader.IsMember(today) {
		team = append(team, leader)
	}
	roles := s.coreRoles(today, s.Community.LeaderID)
	for i := range s.Members {
		m := &s.Members[i]
		if m.ID != s.Community.LeaderID && roles[m.ID] && m.IsMember(today) {
			team = append(team, *m)
		}
	}
	return team
}

// coreRoles are the members who lead or belong to the core team on the day.
func (s *Snapshot) coreRoles(day Date, leader int64) map[int64]bool {
	roles := map[int64]bool{}
	if leader != 0 {
		roles[leader] = true
	}
	for i := range s.Roles {
		if r := &s.Roles[i]; r.Role == RoleCoreTeam && r.Holds(day) {
			roles[r.MemberID] = true
		}
	}
	return roles
}

// LeaderOn is the member who led on the day. The dated terms say so; before the
// first of them its leader did, since a file begun today may hold a year of events,
// and a community without any has had the same leader from the start.
func (s *Snapshot) LeaderOn(day Date) int64 {
	if len(s.LeaderTerms) == 0 {
		return s.Community.LeaderID
	}
	first := &s.LeaderTerms[0]
	for i := range s.LeaderTerms {
		t := &s.LeaderTerms[i]
		if t.From <= day && (t.To == 0 || t.To > day) {
			return t.MemberID
		}
		if t.From < first.From {
			first = t
		}
	}
	if day < first.From {
		return first.MemberID
	}
	return 0
}

// Founded reports whether a member began the community by leading it: nobody is new in
// what is their own.
func (s *Snapshot) Founded(m *Member) bool {
	return m.ID == s.Community.LeaderID && m.JoinedOn <= s.Community.StartedOn
}
