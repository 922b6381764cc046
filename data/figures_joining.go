package data

// LateJoining is a member of whom there is evidence before the day they joined.
type LateJoining struct {
	MemberID int64
	First    Date // the earliest day of an event they were at or of an act
	Gave     bool // … which was an act
}

// JoiningRule is the question about joining days among the rules of the coach; the
// leader's "Leave it" is kept as a row that sets it aside for a person.
const JoiningRule = "C32"

// JoinedTooLate lists the members who were at a held event or gave something before
// the day they joined: a roster typed in today with a past behind it. Those whom the
// leader decided to leave as they are are not asked about again (data/README.md,
// Levels).
func (s *Snapshot) JoinedTooLate(today Date) []LateJoining {
	members := indexOf(s.Members, func(m *Member) int64 { return m.ID })
	first := make([]LateJoining, len(s.Members))
	note := func(memberID int64, on Date, gave bool) {
		at := members.find(memberID)
		if at < 0 || on == 0 || on >= s.Members[at].JoinedOn {
			return
		}
		if f := &first[at]; f.First == 0 || on < f.First {
			*f = LateJoining{memberID, on, gave}
		}
	}
	events := indexOf(s.Events, func(e *Event) int64 { return e.ID })
	for i := range s.Attendance {
		a := &s.Attendance[i]
		if at := events.find(a.EventID); a.Present && at >= 0 && s.Events[at].HeldBy(today) {
			note(a.MemberID, s.Events[at].On, false)
		}
	}
	s.eachAct(today, func(a rawAct) { note(a.memberID, a.on, true) })
	left := s.leftAsTheyAre(today)
	var late []LateJoining
	for i := range first {
		if first[i].First != 0 && s.Members[i].IsMember(today) && !left[first[i].MemberID] {
			late = append(late, first[i])
		}
	}
	return late
}

// StartedTooLate is the earliest day of a held event, of an act, of a closed round or on
// which a member joined, where that lies before the community's start, else 0: a file begun
// today with a past behind it, of which no document would tell. A start that the leader decided to leave is asked about again
// only for something earlier still (data/README.md, Levels).
func (s *Snapshot) StartedTooLate(today Date) Date {
	first := s.KnownSince(today)
	gap := int64(s.Community.StartedOn.Sub(first))
	for i := range s.Dismissals {
		if d := &s.Dismissals[i]; d.Rule == JoiningRule && d.MemberID == 0 && d.On <= today && d.Worse >= gap {
			return 0
		}
	}
	if gap == 0 {
		return 0
	}
	return first
}

// KnownSince is the community's start, or the earliest day of which anything is noted
// where that lies before it.
func (s *Snapshot) KnownSince(today Date) Date {
	first := s.Community.StartedOn
	note := func(on Date) {
		if on != 0 {
			first = min(first, on)
		}
	}
	for i := range s.Events {
		if e := &s.Events[i]; e.HeldBy(today) {
			note(e.On)
		}
	}
	s.eachAct(today, func(a rawAct) { note(a.on) })
	for i := range s.Rounds {
		if r := &s.Rounds[i]; r.ClosedOn != 0 && r.ClosedOn <= today {
			note(r.OpenedOn)
			note(r.ClosedOn)
		}
	}
	for i := range s.Members {
		if m := &s.Members[i]; m.Kind == KindMember {
			note(m.JoinedOn)
		}
	}
	return first
}

// leftAsTheyAre are the members whose joining day the leader decided to keep.
func (s *Snapshot) leftAsTheyAre(today Date) map[int64]bool {
	left := map[int64]bool{}
	for i := range s.Dismissals {
		if d := &s.Dismissals[i]; d.Rule == JoiningRule && d.On <= today {
			left[d.MemberID] = true
		}
	}
	return left
}
