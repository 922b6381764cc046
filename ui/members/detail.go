package members

import (
	"slices"
	"strings"

	"copleader/data"
)

// Detail is one person as the pane at the right shows them.
type Detail struct {
	Member data.Member
	About  string // what they are here, and since when
	Leads  bool
	InCore bool
	Roles  []RoleChoice

	// MayHaveLevel is false for contacts and those who left, whom no level is declared for.
	MayHaveLevel bool
	Declared     data.Level // "" while the data decide
	Level        string     // heading: the level in force
	Sentence     string     // why
	Remarks      []string   // the flag in plain words, and the leader's own word
	// Overdue says that the leader's own word was to be looked at again by now, "" if not.
	Overdue string

	// Both is the leader's word beside the data's, "" where they don't differ.
	Both string

	Known     []string // names and addresses that lists call them by, once the leader said so
	Twin      Twin     // a record that may be of the same person, if any
	Hints     []Hint
	Welcome   Welcome
	FollowUps []FollowUp
	Balance   string // a question, "" unless switched on
	History   []Happening
}

// RoleChoice is a role and whether the person holds it.
type RoleChoice struct {
	Role  data.Role
	Word  string
	Holds bool
}

// Detail words the selected person; ok is false when nobody is selected.
func (s *State) Detail() (d Detail, ok bool) {
	place, there := s.roster.place[s.selected]
	if !there {
		return Detail{}, false
	}
	p := &s.roster.people[place]
	d = Detail{Member: *p.member, Leads: slices.Contains(p.roles, data.RoleLeader), InCore: slices.Contains(p.roles, data.RoleCoreTeam),
		MayHaveLevel: p.member.Kind == data.KindMember && !p.left(s.roster.today)}
	for _, role := range data.Roles[1:] {
		d.Roles = append(d.Roles, RoleChoice{Role: role, Word: s.say.Of(role.Phrase()), Holds: slices.Contains(p.roles, role)})
	}
	d.About = s.about(&d)
	if s.forGuests() {
		return d, true // the rest is the leader's own
	}
	s.wordLevel(&d, p)
	for i := range s.roster.snapshot.KnownNames {
		if known := &s.roster.snapshot.KnownNames[i]; known.MemberID == s.selected {
			d.Known = append(d.Known, known.Name)
		}
	}
	d.Twin, d.Hints = s.twin(p.member), s.hintsAbout(s.selected)
	d.Welcome = s.welcome(p)
	d.FollowUps = s.followUps(s.selected)
	d.Balance = s.balance(s.selected)
	d.History = s.history(p)
	return d, true
}

// about says what somebody is here, and since when.
func (s *State) about(d *Detail) string {
	var parts []string
	if d.Leads {
		parts = append(parts, s.say.Text("Leads the community"))
	}
	if d.Member.Kind == data.KindContact {
		parts = append(parts, s.say.Text("Contact"))
	}
	for _, r := range d.Roles {
		if r.Holds {
			parts = append(parts, r.Word)
		}
	}
	if on := d.Member.JoinedOn; on != 0 {
		parts = append(parts, s.say.Text("Joined %s, %s", s.say.OnWeekday(on), s.say.Ago(s.roster.today.Sub(on))))
	}
	return strings.Join(parts, " · ")
}

// wordLevel words the level, why, and what is to be remarked, never as a fault.
func (s *State) wordLevel(d *Detail, p *person) {
	st := p.standing
	if st.MemberID == 0 {
		d.Level = s.say.Text("Not on the roster today")
		return
	}
	d.Level, d.Sentence = s.say.Of(st.Effective.Phrase()), s.say.Of(st.Sentence)
	if d.Member.Kind == data.KindContact {
		d.Level = s.say.Text("Contact")
		return
	}
	if st.Declared != nil {
		d.Declared = st.Declared.Level
	}
	if !s.Enough() {
		return
	}
	if flag := s.flagSentence(st); flag != "" {
		d.Remarks = append(d.Remarks, flag)
	}
	if st.Declared == nil {
		return
	}
	d.Both = s.both(st)
	d.Remarks = append(d.Remarks, s.declaredSentence(st))
	if due := st.Declared.ReviewOn; due != 0 && due <= s.roster.today {
		d.Overdue = s.say.Text("To be looked at again since %s", due)
	}
}

// both says the leader's word and the data's where they differ (data/README.md, Levels).
func (s *State) both(st data.Standing) string {
	if st.Declared == nil || st.Inferred == "" || st.Declared.Level == st.Inferred {
		return ""
	}
	return s.say.Text("you: %s · worked out: %s", s.say.Of(st.Declared.Level.Phrase()), s.say.Of(st.Inferred.Phrase()))
}

// declaredSentence says who decided the level, and why.
func (s *State) declaredSentence(st data.Standing) string {
	said := s.say.Text("Set by you on %s; worked out: %s.", st.Declared.DeclaredOn, s.say.Of(st.Inferred.Phrase()))
	if st.Declared.Reason != "" {
		said = s.say.Text("%s Your reason: %s.", said, strings.TrimSuffix(st.Declared.Reason, "."))
	}
	if st.Declared.ReviewOn > s.roster.today {
		said = s.say.Text("%s Look at it again on %s.", said, st.Declared.ReviewOn)
	}
	return said
}

// flagSentence says a flag of data/README.md, Levels in plain words.
func (s *State) flagSentence(st data.Standing) string {
	switch {
	case st.DeclaredCoreNotSeen:
		return s.say.Text("Has a core role, but events and board don't show it at present. Perhaps something is not entered, or it is time to talk.")
	case st.Flag == data.FlagNewcomer:
		return s.say.Text("New here; the level settles after %s. Newcomers often learn by watching first.", s.fewEvents())
	case st.Flag == data.FlagTooLittleData:
		return s.say.Text("Too few events since joining to tell more; the level settles after %s.", s.fewEvents())
	case st.Flag == data.FlagDormant:
		return s.say.Text("Not met at any event for long. Reading along can't be seen here; a friendly word may be welcome.")
	}
	return ""
}

func (s *State) fewEvents() data.Phrase {
	return data.SayCount(s.roster.snapshot.Thresholds().FewEvents, "%d event", "%d events")
}

// Reviewing is the day on which a level declared today is to be looked at again
// (data/README.md, Levels: after 90 days by default).
func (s *State) Reviewing() data.Date {
	return s.calendar.Today().AddDays(s.roster.snapshot.Thresholds().DeclaredDays)
}

// Reason is why the leader set the level that is in force, "" while none is.
func (s *State) Reason(id int64) string {
	if declared := s.roster.standings.ByMember(id).Declared; declared != nil {
		return declared.Reason
	}
	return ""
}

// Leads tells whether somebody is the leader.
func (s *State) Leads(id int64) bool { return id != 0 && s.roster.snapshot.Community.LeaderID == id }

// Leader is who leads now, 0 while nobody does.
func (s *State) Leader() int64 { return s.roster.snapshot.Community.LeaderID }

// LeaderName is who leads now, "" while nobody does.
func (s *State) LeaderName() string {
	leader, _ := s.roster.snapshot.Leader()
	return leader.Name
}

// MayErase tells whether somebody could be erased: anybody but the leader and those erased already.
func (s *State) MayErase(id int64) bool { return s.roster.snapshot.MayErase(id) == nil }

// MayLead tells whether somebody could be made the leader: a member who does not
// lead already.
func (s *State) MayLead(id int64) bool {
	m, there := s.roster.snapshot.MemberByID(id)
	return there && m.IsMember(s.roster.today) && s.roster.snapshot.Community.LeaderID != id
}

// NameOf is somebody's name, "" for nobody.
func (s *State) NameOf(id int64) string {
	m, _ := s.roster.snapshot.MemberByID(id)
	return m.Name
}
