package data

import (
	"cmp"
	"slices"
)

// About is everything the file holds about one person, for the person to have
// (data/README.md, Privacy). Answers to health checks are not among it: whose they are is
// not known.
type About struct {
	Member   Member
	Leads    bool
	Terms    []LeaderTerm
	Roles    []MemberRole
	Standing Standing // the level by the data, and by the leader's word
	Levels   []DeclaredLevel
	Events   []AboutEvent // the latest first
	Acts     []Act        // of giving, the latest first, derived and noted by hand
	Guided   []Contribution
	Help     []HelpReceived
	Proposed []Item
	Owned    []Item
	// FollowUps are the leader's notes on what was asked of the person.
	FollowUps []FollowUp
	PutAside  []Dismissal // hints about the person that the leader put aside
	Stories   []ValueStory
	Thanked   []MeetingLine
	Asked     []AboutRound
	Mentions  []Mention // texts elsewhere that name the person
}

// AboutEvent is one event and what the person had to do with it.
type AboutEvent struct {
	Event    Event
	Expected Reply
	Present  bool
	Minutes  int // present for, 0 means the whole event
	Parts    []EventPart
}

// AboutRound is a health check the person was asked to, and whether they replied.
type AboutRound struct {
	Round   Round
	Replied bool
}

// AboutMember gathers everything about one person; ok is false when there is no such person.
func (s *Snapshot) AboutMember(memberID int64, today Date) (about About, ok bool) {
	m, ok := s.MemberByID(memberID)
	if !ok {
		return About{}, false
	}
	is := func(id int64) bool { return id == memberID }
	return About{
		Member:    m,
		Leads:     s.Community.LeaderID == memberID,
		Terms:     where(s.LeaderTerms, func(t *LeaderTerm) bool { return is(t.MemberID) }),
		Roles:     where(s.Roles, func(r *MemberRole) bool { return is(r.MemberID) }),
		Standing:  s.Standings(today).ByMember(memberID),
		Levels:    where(s.Declared, func(d *DeclaredLevel) bool { return is(d.MemberID) }),
		Events:    s.aboutEvents(memberID),
		Acts:      s.ActsOf(memberID, today),
		Guided:    where(s.Contributions, func(c *Contribution) bool { return is(c.WhomID) }),
		Help:      where(s.HelpReceived, func(h *HelpReceived) bool { return is(h.MemberID) }),
		Proposed:  where(s.Items, func(i *Item) bool { return is(i.ProposerID) }),
		Owned:     where(s.Items, func(i *Item) bool { return is(i.OwnerID) }),
		FollowUps: where(s.FollowUps, func(f *FollowUp) bool { return is(f.MemberID) }),
		PutAside:  where(s.Dismissals, func(d *Dismissal) bool { return is(d.MemberID) }),
		Stories:   where(s.Stories, func(t *ValueStory) bool { return is(t.MemberID) }),
		Thanked:   where(s.MeetingLines, func(l *MeetingLine) bool { return is(l.MemberID) }),
		Asked:     s.aboutRounds(memberID),
		Mentions:  s.mentionsOf(m),
	}, true
}

// where lists the rows that are such.
func where[T any](rows []T, such func(*T) bool) []T {
	var found []T
	for i := range rows {
		if such(&rows[i]) {
			found = append(found, rows[i])
		}
	}
	return found
}

func (s *Snapshot) aboutEvents(memberID int64) []AboutEvent {
	var list []AboutEvent
	at := map[int64]int{}
	of := func(eventID int64) *AboutEvent {
		i, known := at[eventID]
		if !known {
			event, there := s.EventByID(eventID)
			if !there {
				return nil
			}
			i = len(list)
			at[eventID], list = i, append(list, AboutEvent{Event: event})
		}
		return &list[i]
	}
	for i := range s.Attendance {
		a := &s.Attendance[i]
		if a.MemberID != memberID {
			continue
		}
		if e := of(a.EventID); e != nil {
			e.Expected, e.Present, e.Minutes = a.Expected, a.Present, a.MinutesPresent
		}
	}
	for i := range s.EventRoles {
		r := &s.EventRoles[i]
		if r.MemberID != memberID {
			continue
		}
		if e := of(r.EventID); e != nil {
			e.Parts = append(e.Parts, r.Part)
		}
	}
	slices.SortStableFunc(list, func(a, b AboutEvent) int {
		return cmp.Or(cmp.Compare(b.Event.On, a.Event.On), cmp.Compare(b.Event.ID, a.Event.ID))
	})
	return list
}

func (s *Snapshot) aboutRounds(memberID int64) []AboutRound {
	var list []AboutRound
	for i := range s.Invitations {
		v := &s.Invitations[i]
		if v.MemberID != memberID {
			continue
		}
		if r, there := s.RoundByID(v.RoundID); there {
			list = append(list, AboutRound{r, v.Replied})
		}
	}
	return list
}
