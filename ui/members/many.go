package members

import (
	"slices"

	"copleader/data"
	"copleader/data/store"
)

// Several people can be chosen together; what is done to them is one deed (data/README.md, Several at once).

// Known are those among some people whose records stand for somebody: who was forgotten is not to be put together again.
func (s *State) Known(ids []int64) []int64 {
	return s.those(ids, func(p *person) bool { return !p.member.Erased() })
}

// Levelled are those among some people who can have a level: contacts and those who left have none.
func (s *State) Levelled(ids []int64) []int64 {
	return s.those(ids, func(p *person) bool { return p.member.Kind == data.KindMember && !p.left(s.roster.today) })
}

// Staying are those among some people who have not left yet.
func (s *State) Staying(ids []int64) []int64 {
	return s.those(ids, func(p *person) bool { return p.member.LeftOn == 0 })
}

func (s *State) those(ids []int64, are func(*person) bool) []int64 {
	return slices.DeleteFunc(slices.Clone(ids), func(id int64) bool {
		place, there := s.roster.place[id]
		return !there || !are(&s.roster.people[place])
	})
}

// CommonUnit is the unit of some people, "" where they are of different ones.
func (s *State) CommonUnit(ids []int64) string {
	unit := ""
	for i, id := range ids {
		place, there := s.roster.place[id]
		if own := ""; there {
			own = s.roster.people[place].member.Unit
			if i > 0 && own != unit {
				return ""
			}
			unit = own
		}
	}
	return unit
}

// RolesOf are the roles, and of each whether all of some people hold it.
func (s *State) RolesOf(ids []int64) []RoleChoice {
	var choices []RoleChoice
	for _, role := range data.Roles[1:] {
		hold := s.those(ids, func(p *person) bool { return slices.Contains(p.roles, role) })
		choices = append(choices, RoleChoice{Role: role, Word: s.say.Of(role.Phrase()), Holds: len(hold) == len(ids)})
	}
	return choices
}

// overfull tells whose list of topics would get longer than there is room for, "" for nobody, and in which field.
func (r *Roster) overfull(ids []int64, t store.Topics) (name, field string) {
	for _, id := range ids {
		place, there := r.place[id]
		if !there {
			continue
		}
		m := *r.people[place].member
		t.Change(&m)
		switch {
		case len(m.Knows) > data.MemberFields.Of("knows").Room:
			return m.Name, "knows"
		case len(m.Interests) > data.MemberFields.Of("interests").Room:
			return m.Name, "interests"
		}
	}
	return "", ""
}

// Attended are the events at which somebody may have been, the latest first.
func (s *State) Attended() []data.Event {
	snapshot, today := s.roster.snapshot, s.roster.today
	var events []data.Event
	for i := range snapshot.Events {
		if e := &snapshot.Events[i]; e.On <= today && e.Status != data.StatusCancelled && e.Status != data.StatusIdea {
			events = append(events, *e)
		}
	}
	slices.SortStableFunc(events, func(a, b data.Event) int { return int(b.On) - int(a.On) })
	return events
}
