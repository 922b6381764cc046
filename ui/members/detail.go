package members

import (
	"slices"
	"strings"

	"copleader/data"
)

// Detail is one person as the pane at the right shows them.
type Detail struct {
	Member data.Member
	Leads  bool
	InCore bool
	Roles  []RoleChoice

	// MayHaveLevel is false for contacts, whom no level is declared for.
	MayHaveLevel bool
	Declared     data.Level // "" while the data decide
	Level        string     // heading: the level in force
	Sentence     string     // why
	Remarks      []string   // the flag in plain words, and the leader's own word
	// Overdue says that the leader's own word was to be looked at again by now, "" if not.
	Overdue string

	Hints   []Hint
	History []Happening
}

// RoleChoice is a role and whether the person holds it.
type RoleChoice struct {
	Role  data.Role
	Word  string
	Holds bool
}

// Happening is one line of a person's history.
type Happening struct {
	On   data.Date
	Ago  string
	Text string
}

// Detail words the selected person; ok is false when nobody is selected.
func (s *State) Detail() (d Detail, ok bool) {
	place, there := s.roster.place[s.selected]
	if !there {
		return Detail{}, false
	}
	p := &s.roster.people[place]
	d = Detail{Member: *p.member, Leads: slices.Contains(p.roles, data.RoleLeader), InCore: slices.Contains(p.roles, data.RoleCoreTeam),
		MayHaveLevel: p.member.Kind == data.KindMember}
	for _, role := range data.Roles[1:] {
		d.Roles = append(d.Roles, RoleChoice{Role: role, Word: s.say.Of(role.Phrase()), Holds: slices.Contains(p.roles, role)})
	}
	s.wordLevel(&d, p)
	d.Hints = s.hintsAbout(s.selected)
	d.History = s.history(p)
	return d, true
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
	d.Remarks = append(d.Remarks, s.declaredSentence(st))
	if due := st.Declared.ReviewOn; due != 0 && due <= s.roster.today {
		d.Overdue = s.say.Text("To be looked at again since %s", due)
	}
}

// declaredSentence says who decided the level, and why.
func (s *State) declaredSentence(st data.Standing) string {
	said := s.say.Text("Set by you on %s; the data show: %s.", st.Declared.DeclaredOn, s.say.Of(st.Inferred.Phrase()))
	if st.Declared.Reason != "" {
		said = s.say.Text("%s Your reason: %s.", said, strings.TrimSuffix(st.Declared.Reason, "."))
	}
	if st.Declared.ReviewOn > s.roster.today {
		said = s.say.Text("%s Look at it again on %s.", said, st.Declared.ReviewOn)
	}
	return said
}

// flagSentence says a flag of domain.md 4.2 in plain words.
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
// (domain.md 4.2: after 90 days by default).
func (s *State) Reviewing() data.Date {
	return s.calendar.Today().AddDays(s.roster.snapshot.Thresholds().DeclaredDays)
}

// LeaderName is who leads now, "" while nobody does.
func (s *State) LeaderName() string {
	leader, _ := s.roster.snapshot.Leader()
	return leader.Name
}

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

// history is what is known of a person, the latest first.
func (s *State) history(p *person) []Happening {
	h := historian{state: s, member: p.member}
	h.acts()
	h.attendance()
	h.standing()
	slices.SortStableFunc(h.found, func(a, b Happening) int { return b.On.Sub(a.On) })
	return h.found
}

// historian gathers one person's history.
type historian struct {
	state  *State
	member *data.Member
	active map[int64]bool // events at which the person did something
	found  []Happening
}

func (h *historian) tell(on data.Date, text string) {
	if on != 0 && on <= h.state.roster.today {
		h.found = append(h.found, Happening{On: on, Text: text, Ago: h.state.say.WeeksAgo(h.state.roster.today.Sub(on))})
	}
}

// acts tells the acts of giving; what somebody did at one event is one line.
func (h *historian) acts() {
	s, say := h.state.roster.snapshot, h.state.say
	h.active = map[int64]bool{}
	parts := map[int64][]string{}
	acts := s.ActsOf(h.member.ID, h.state.roster.today)
	for _, a := range acts {
		if a.ItemID == 0 && a.EventID != 0 {
			parts[a.EventID] = append(parts[a.EventID], partWord(say, a.Kind))
		}
	}
	for _, a := range acts {
		switch {
		case a.Kind == data.ItemDone:
			item, _ := s.ItemByID(a.ItemID)
			h.tell(a.On, say.Text("finished “%s”", item.Title))
		case a.EventID != 0:
			if !h.active[a.EventID] {
				h.active[a.EventID] = true
				event, _ := s.EventByID(a.EventID)
				h.tell(a.On, say.Text("%s: “%s”", say.List(parts[a.EventID]), event.Title))
			}
		default:
			h.byHand(a)
		}
	}
}

func (h *historian) byHand(a data.Act) {
	word := actWord(h.state.say, a.Kind)
	if item, there := h.state.roster.snapshot.ItemByID(a.ItemID); there {
		word = h.state.say.Text("%s: “%s”", word, item.Title)
	}
	if a.Note != "" {
		word = h.state.say.Text("%s: %s", word, a.Note)
	}
	h.tell(a.On, word)
}

func (h *historian) attendance() {
	s := h.state.roster.snapshot
	for i := range s.Attendance {
		a := &s.Attendance[i]
		if a.MemberID != h.member.ID || !a.Present || h.active[a.EventID] {
			continue
		}
		if event, there := s.EventByID(a.EventID); there && event.HeldBy(h.state.roster.today) {
			h.tell(event.On, h.state.say.Text("came to “%s”", event.Title))
		}
	}
}

// standing tells how the person stood: roles, levels set by hand, joining, leaving.
func (h *historian) standing() {
	s, say, id := h.state.roster.snapshot, h.state.say, h.member.ID
	for i := range s.Roles {
		if r := &s.Roles[i]; r.MemberID == id && r.From != h.member.JoinedOn {
			h.tell(r.From, say.Text("took on a role: %s", say.Of(r.Role.Phrase())))
		}
		if r := &s.Roles[i]; r.MemberID == id {
			h.tell(r.To, say.Text("laid down a role: %s", say.Of(r.Role.Phrase())))
		}
	}
	for i := range s.LeaderTerms {
		if t := &s.LeaderTerms[i]; t.MemberID == id {
			h.tell(t.From, say.Text("began to lead the community"))
			h.tell(t.To, say.Text("passed the lead on"))
		}
	}
	for i := range s.Declared {
		if d := &s.Declared[i]; d.MemberID == id {
			h.tell(d.DeclaredOn, say.Text("level set by you: %s", say.Of(d.Level.Phrase())))
		}
	}
	h.tell(h.member.LeftOn, say.Text("left"))
	h.tell(h.member.JoinedOn, say.Text("joined"))
}
