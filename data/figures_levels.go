package data

import (
	"cmp"
	"slices"
)

// Flag is a remark beside an inferred level (data/README.md, Levels).
type Flag string

// The flags; "" means there is nothing to remark.
const (
	FlagNone          Flag = ""
	FlagNewcomer      Flag = "newcomer"
	FlagTooLittleData Flag = "tooLittleData"
	FlagDormant       Flag = "dormant"
)

// Evidence is what a level is inferred from (data/README.md, Levels).
type Evidence struct {
	Contact       bool // outside the community
	ResourcesOnly bool // the member's own choice
	CoreRole      bool // leader or core team
	Events        int  // n: held in the window while a member
	Seen          int  // k: of these, with attendance
	Contributions int  // c: acts of giving in the window, those before joining too
	Organising    int  // o: of these, organising acts
	Talks         int  // s: of these, talks
	SpreadDays    int  // between the first and the last organising act
	StretchDays   int  // between the first and the last act of any kind
	SeenLately    bool // an act or a counted attendance not long ago
	GaveBefore    bool // one of the acts came before the joining day
	MemberDays    int  // since joining
}

// InferLevel applies the rule of data/README.md, Levels: the first line that fits wins.
// It reports too whether somebody with a core role is not seen as core.
func InferLevel(e Evidence, t Thresholds) (level Level, flag Flag, declaredCoreNotSeen bool) {
	level, flag = inferLevel(e, t)
	return level, flag, e.CoreRole && level != Core
}

func inferLevel(e Evidence, t Thresholds) (Level, Flag) {
	switch {
	case e.Contact || e.ResourcesOnly:
		return Transactional, FlagNone
	case e.core(t):
		return Core, FlagNone
	case e.Contributions >= t.ActiveActs && e.StretchDays >= t.ActiveStretchDays:
		return Active, FlagNone
	case e.Events < t.FewEvents:
		if e.MemberDays <= t.NewcomerDays {
			return Peripheral, FlagNewcomer
		}
		return Peripheral, FlagTooLittleData
	case e.regular(t), t.SometimesOneIn*e.Seen >= e.Events && e.Contributions >= t.SometimesActs:
		return Active, FlagNone
	case e.Seen >= t.OccasionalSeen, e.Contributions >= t.OccasionalActs:
		return Occasional, FlagNone
	case e.Seen == 0 && e.Contributions == 0 && e.MemberDays >= t.DormantDays:
		return Peripheral, FlagDormant
	}
	return Peripheral, FlagNone
}

func (e Evidence) core(t Thresholds) bool {
	if e.CoreRole {
		return e.Organising+e.Talks >= t.CoreRoleActs && e.SeenLately
	}
	return e.Events >= t.FewEvents && e.Organising >= t.CoreActs && e.SpreadDays >= t.CoreSpreadDays && e.regular(t)
}

func (e Evidence) regular(t Thresholds) bool { return t.RegularOneIn*e.Seen >= e.Events }

// Standing is how close one person is to the centre, and why.
type Standing struct {
	MemberID            int64
	Evidence            Evidence
	Inferred            Level // "" while too few events were held
	Effective           Level // the leader's choice where there is one, also before there are events enough; else Inferred
	Flag                Flag
	DeclaredCoreNotSeen bool
	Declared            *DeclaredLevel // the leader's choice in force, nil for none
	LastSeen            Date           // the last held event with attendance, 0 for never
	// Sentence says why, "At 9 of 9 events, 6 contributions since 24 May 2026."
	Sentence Phrase
}

// Standings are the levels of everyone on one day.
type Standings struct {
	// Enough tells whether enough events were held in the window; if not, there
	// nobody's level is inferred and none is counted.
	Enough bool
	From   Date // the window's first day
	Until  Date // and its last
	Events int  // held in the window
	// NotNoted reports that events were held in the window and nobody was ticked at
	// any: who is not seen to give something may well have come.
	NotNoted bool

	Members   int           // without contacts
	Contacts  int           // outside the community
	Counts    map[Level]int // by effective level; contacts are transactional
	New       map[Level]int // newcomers, by the level they count for
	SetByHand int           // how many effective levels are the leader's choice
	Gave      int           // members with an act of giving in the window

	thresholds Thresholds
	standings  []Standing
	byMember   index
}

// Window is the stretch of time that levels look at.
func (s *Snapshot) Window(today Date) (from, until Date) {
	t := s.Thresholds()
	return today.AddDays(1 - t.windowDays(s.Community.CadenceDays)), today
}

func (t Thresholds) windowDays(cadence int) int {
	return max(t.WindowDays, min(t.WindowMost, t.WindowCadences*cadence))
}

// Span tells how long the window is, "in half a year": whatever counts what people
// gave says so.
func (st *Standings) Span() Phrase {
	days := st.Until.Sub(st.From) + 1
	if days == halfYear {
		return Say("in half a year")
	}
	return SayCount(days, "in %d day", "in %d days")
}

// Standings infers everyone's level on the day.
func (s *Snapshot) Standings(today Date) *Standings {
	return s.Whole().standingsOn(today, s.Community.LeaderID)
}

// standingsOn takes the leader apart, for days on which somebody else led.
func (s *Snapshot) standingsOn(today Date, leader int64) *Standings {
	t := s.Thresholds()
	st := &Standings{Until: today, Counts: map[Level]int{}, New: map[Level]int{}, thresholds: t,
		standings: make([]Standing, len(s.Members)),
		byMember:  indexOf(s.Members, func(m *Member) int64 { return m.ID })}
	st.From = today.AddDays(1 - t.windowDays(s.Community.CadenceDays))
	days := s.heldDays(st.From, today)
	st.Events, st.NotNoted = len(days), len(days) > 0
	st.Enough = st.Events >= t.FewEvents

	roles := s.coreRoles(today, leader)
	for i := range s.Members {
		m := &s.Members[i]
		st.standings[i].Evidence = Evidence{Contact: m.Kind == KindContact, ResourcesOnly: m.ResourcesOnly,
			CoreRole: roles[m.ID], Events: countWithin(days, m), MemberDays: today.Sub(m.JoinedOn)}
	}
	lately := st.lately(days)
	st.addAttendance(s, lately)
	st.addActs(s, lately)
	declared := s.declaredOn(today)
	for i := range s.Members {
		if s.Members[i].onRoster(today) {
			st.judge(i, s.Members[i].ID, declared[s.Members[i].ID])
		}
	}
	return st
}

// onRoster reports whether the record counts on the day, contacts included.
func (m *Member) onRoster(day Date) bool {
	return m.JoinedOn <= day && (m.LeftOn == 0 || m.LeftOn > day)
}

// heldDays are the days of the events held within the window, in order.
func (s *Snapshot) heldDays(from, until Date) []Date {
	var days []Date
	for i := range s.Events {
		if e := &s.Events[i]; e.HeldBy(until) && e.On >= from {
			days = append(days, e.On)
		}
	}
	slices.Sort(days)
	return days
}

// countWithin counts the days on which the person was a member.
func countWithin(days []Date, m *Member) int {
	first, _ := slices.BinarySearch(days, m.JoinedOn)
	end := len(days)
	if m.LeftOn != 0 {
		end, _ = slices.BinarySearch(days, m.LeftOn)
	}
	return max(0, end-first)
}

// lately is the day from which on somebody was seen lately: so many days ago, or
// the last held event but one of the window, whichever is earlier.
func (st *Standings) lately(held []Date) Date {
	from := st.Until.AddDays(1 - st.thresholds.SeenLatelyDays)
	if len(held) > 1 {
		from = min(from, held[len(held)-2])
	}
	return from
}

func (st *Standings) addAttendance(s *Snapshot, lately Date) {
	events := indexOf(s.Events, func(e *Event) int64 { return e.ID })
	for i := range s.Attendance {
		a := &s.Attendance[i]
		if !a.Present {
			continue
		}
		at, who := events.find(a.EventID), st.byMember.find(a.MemberID)
		if at < 0 || who < 0 || !s.Events[at].HeldBy(st.Until) {
			continue
		}
		on, p := s.Events[at].On, &st.standings[who]
		p.LastSeen = max(p.LastSeen, on)
		st.NotNoted = st.NotNoted && on < st.From
		if on >= st.From && s.Members[who].onRoster(on) && p.Evidence.Seen < p.Evidence.Events {
			p.Evidence.Seen++
			p.Evidence.SeenLately = p.Evidence.SeenLately || on >= lately
		}
	}
}

func (st *Standings) addActs(s *Snapshot, lately Date) {
	all, organising := make([]stretch, len(s.Members)), make([]stretch, len(s.Members))
	s.eachAct(st.Until, func(a rawAct) {
		who := st.byMember.find(a.memberID)
		if who < 0 || a.on < st.From {
			return
		}
		e := &st.standings[who].Evidence
		e.Contributions++
		e.SeenLately = e.SeenLately || a.on >= lately
		e.GaveBefore = e.GaveBefore || a.on < s.Members[who].JoinedOn
		e.StretchDays = all[who].with(a.on)
		switch {
		case a.kind.Organising():
			e.Organising++
			e.SpreadDays = organising[who].with(a.on)
		case a.kind == Spoke:
			e.Talks++
		}
	})
}

// stretch is the time between the first and the last of some days.
type stretch struct{ first, last Date }

// with takes a day in and tells how many days lie between first and last.
func (s *stretch) with(day Date) int {
	if s.first == 0 || day < s.first {
		s.first = day
	}
	s.last = max(s.last, day)
	return s.last.Sub(s.first)
}

// judge infers one person's level and counts it.
func (st *Standings) judge(i int, id int64, declared *DeclaredLevel) {
	p := &st.standings[i]
	p.MemberID = id
	if p.Evidence.Contact {
		st.Contacts++
	} else {
		st.Members++
		if p.Evidence.Contributions > 0 {
			st.Gave++
		}
		p.Declared = declared
	}
	if st.Enough {
		p.Inferred, p.Flag, p.DeclaredCoreNotSeen = InferLevel(p.Evidence, st.thresholds)
		if st.NotNoted && p.Flag == FlagDormant {
			p.Flag = FlagNone // nobody could be seen
		}
	}
	p.Effective = p.Inferred
	if p.Declared != nil {
		p.Effective = p.Declared.Level
	}
	if st.Enough {
		st.count(p)
	}
}

// count adds somebody to the numbers by level.
func (st *Standings) count(p *Standing) {
	st.Counts[p.Effective]++
	if p.Declared != nil {
		st.SetByHand++
	}
	if p.Flag == FlagNewcomer {
		st.New[p.Effective]++
	}
}

// declaredOn is the leader's choice in force for each member on the day. It
// holds beyond its review date until the leader ends or replaces it.
func (s *Snapshot) declaredOn(day Date) map[int64]*DeclaredLevel {
	choices := map[int64]*DeclaredLevel{}
	for i := range s.Declared {
		d := &s.Declared[i]
		if d.DeclaredOn > day || d.EndedOn != 0 && d.EndedOn <= day {
			continue
		}
		if before := choices[d.MemberID]; before == nil ||
			cmp.Or(cmp.Compare(before.DeclaredOn, d.DeclaredOn), cmp.Compare(before.ID, d.ID)) < 0 {
			choices[d.MemberID] = d
		}
	}
	return choices
}

// ByMember is one person's standing; it is empty (no MemberID) for somebody who
// is not on the roster on that day.
func (st *Standings) ByMember(id int64) Standing {
	found := st.at(id)
	if found == nil {
		return Standing{}
	}
	p := *found
	p.Sentence = st.sentence(p)
	return p
}

// at is one person's standing without its sentence, nil for a stranger.
func (st *Standings) at(id int64) *Standing {
	i := st.byMember.find(id)
	if i < 0 || st.standings[i].MemberID == 0 {
		return nil
	}
	return &st.standings[i]
}

// sentence says why, never as a fault.
func (st *Standings) sentence(p Standing) Phrase {
	e := p.Evidence
	since := st.From
	if joined := st.Until.AddDays(-e.MemberDays); joined > since {
		since = joined
	}
	switch {
	case e.Contact:
		return Say("A contact, not a member.")
	case e.ResourcesOnly:
		return Say("Uses our resources only, by choice.")
	case !st.Enough:
		return Say("Not enough events yet: %d held since %s.", st.Events, st.From)
	case e.Events == 0 && e.Contributions == 0:
		return Say("No event took place since %s.", since)
	case st.NotNoted:
		return st.unnoted(e, since)
	case e.GaveBefore && e.Events > 0:
		return Say("At %d of %s since joining, %s since %s.", e.Seen, events(e.Events), contributions(e.Contributions), st.From)
	case e.GaveBefore:
		since = st.From
		fallthrough
	case e.Events == 0:
		return Say("%s since %s.", contributions(e.Contributions), since)
	case e.Contributions == 0:
		return Say("At %d of %s since %s.", e.Seen, events(e.Events), since)
	}
	return Say("At %d of %s, %s since %s.", e.Seen, events(e.Events), contributions(e.Contributions), since)
}

// unnoted is the sentence where no register is kept.
func (st *Standings) unnoted(e Evidence, since Date) Phrase {
	switch {
	case e.Contributions == 0:
		return Say("Who came to the events since %s was not noted.", since)
	case e.GaveBefore:
		since = st.From
	}
	return Say("%s since %s; who came was not noted.", contributions(e.Contributions), since)
}

func events(n int) Phrase        { return SayCount(n, "%d event", "%d events") }
func contributions(n int) Phrase { return SayCount(n, "%d contribution", "%d contributions") }
