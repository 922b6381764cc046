package data

import "slices"

// ErasePlan tells beforehand what erasing a person changes
// (data/README.md, Privacy): their figures stay, the name goes everywhere the
// file reaches.
type ErasePlan struct {
	MemberID int64
	Name     string
	As       Phrase // what stands in the place of the name: "former member 3"
	// Removed is that the person is not in the file any more, only in its history and its copies.
	Removed bool
	// Refusal is why the person can't be erased now, nil if they can.
	Refusal *Error

	Stays    []Phrase // the figures that stay, without the name
	Goes     []Phrase // what is taken away
	Mentions []Mention
	// Names reports whether a text surely names the person.
	Names func(text string) bool
	Reach []Phrase // the journal, the copies, and what the program can't reach
}

// Mention is a text that names the person, or may.
type Mention struct {
	Where    Phrase
	Text     string // the name with some words around it
	Secret   bool   // its words are not shown
	Replaced bool   // false for one to look at: it may mean somebody else
	Node     Place
	OnMember int64 // the person on whose record it stands, 0 for none
}

// Count is how many of the mentions are replaced, and how many only shown.
func (p *ErasePlan) Count() (replaced, shown int) {
	for _, m := range p.Mentions {
		if m.Replaced {
			replaced++
		} else {
			shown++
		}
	}
	return replaced, shown
}

// Lines is the whole plan as sentences, without the single mentions.
func (p *ErasePlan) Lines() []Phrase {
	lines := append(slices.Clone(p.Goes), p.Stays...)
	replaced, shown := p.Count()
	if replaced > 0 {
		lines = append(lines, SayCount(replaced, "In %d text the name is replaced by “%s”.", "In %d texts the name is replaced by “%s”.", p.As))
	}
	if shown > 0 {
		lines = append(lines, SayCount(shown, "%d text may name the person in other words; it is not changed. Please look at it.",
			"%d texts may name the person in other words; they are not changed. Please look at them."))
	}
	return append(lines, p.Reach...)
}

// FormerMember is what an erased person is called.
func FormerMember(n int) Phrase { return Say("former member %d", n) }

// MayErase reports, as a data.Error, why the person can't be erased.
func (s *Snapshot) MayErase(memberID int64) *Error {
	m, there := s.MemberByID(memberID)
	switch {
	case !there:
		return Fault(CodeNotFound, "This is not there any more; nothing was changed.")
	case m.Erased():
		return Fault(CodeInvalid, "This person was forgotten already; nothing was changed.")
	case s.Community.LeaderID == memberID:
		return Fault(CodeInvalid, "This member leads the community; please pass leadership to somebody else first. Nothing was changed.")
	}
	return nil
}

// ErasePlan says what erasing the member would change, who was known as earlier before.
func (s *Snapshot) ErasePlan(memberID int64, earlier ...Member) ErasePlan {
	plan := ErasePlan{MemberID: memberID, As: FormerMember(s.erased() + 1), Refusal: s.MayErase(memberID)}
	m, there := s.MemberByID(memberID)
	if !there {
		return plan
	}
	plan.Stays = s.staysOf(m)
	plan.Goes = s.goesOf(m)
	plan.look(s, m, earlier)
	return plan
}

// ErasePlanOfRemoved says what erasing somebody would change who was removed and
// is as the history knew them last. No row of theirs is left that figures need.
func (s *Snapshot) ErasePlanOfRemoved(m Member, earlier ...Member) ErasePlan {
	plan := ErasePlan{MemberID: m.ID, As: Say("a former member"), Removed: true}
	plan.look(s, m, earlier)
	return plan
}

// look finds where the file names the person.
func (p *ErasePlan) look(s *Snapshot, m Member, earlier []Member) {
	p.Name = m.Name
	p.Names = s.TracesOf(m, earlier...).Names
	p.Mentions = s.mentionsOf(m, earlier...)
	p.Reach = []Phrase{
		Say("The history forgets the name; nothing done up to now can be undone any more."),
		Say("All copies of this community in the folders of copies are removed, also in one that you chose and also those you put there yourself, after one without the person was made and checked."),
		Say("What you printed, sent or copied elsewhere is out of reach."),
	}
}

// erased counts the people erased so far.
func (s *Snapshot) erased() int {
	return count(s.Members, func(m *Member) bool { return m.Erased() })
}

func count[T any](rows []T, is func(*T) bool) int {
	n := 0
	for i := range rows {
		if is(&rows[i]) {
			n++
		}
	}
	return n
}

// told lists the counts that are not zero.
func told(counts ...Phrase) []Phrase {
	return slices.DeleteFunc(counts, func(p Phrase) bool { return p.Many != "" && p.N == 0 })
}

func (s *Snapshot) staysOf(m Member) []Phrase {
	id := m.ID
	came := count(s.Attendance, func(a *Attendance) bool { return a.MemberID == id && a.Present })
	parts := count(s.EventRoles, func(r *EventRole) bool { return r.MemberID == id }) - s.comingParts(id)
	acts := count(s.Contributions, func(c *Contribution) bool { return c.MemberID == id })
	items := count(s.Items, func(i *Item) bool { return i.OwnerID == id || i.ProposerID == id })
	roles := count(s.Roles, func(r *MemberRole) bool { return r.MemberID == id }) +
		count(s.LeaderTerms, func(t *LeaderTerm) bool { return t.MemberID == id })
	levels := count(s.Declared, func(d *DeclaredLevel) bool { return d.MemberID == id })
	asked := count(s.Invitations, func(i *Invitation) bool { return i.MemberID == id })
	return told(
		SayCount(came, "%d attendance stays, under “%s”.", "%d attendances stay, under “%s”.", FormerMember(s.erased()+1)),
		SayCount(parts, "%d part at an event stays.", "%d parts at events stay."),
		SayCount(acts, "%d contribution stays, without its note.", "%d contributions stay, without their notes."),
		SayCount(items, "%d item on the board stays.", "%d items on the board stay."),
		SayCount(roles, "%d role with its dates stays.", "%d roles with their dates stay."),
		SayCount(levels, "%d level set by you stays, without its reason.", "%d levels set by you stay, without their reasons."),
		SayCount(asked, "%d invitation to a health check stays, as a count.", "%d invitations to health checks stay, as counts."),
	)
}

// comingParts counts what the member was to do at events not yet held.
func (s *Snapshot) comingParts(memberID int64) int {
	return count(s.EventRoles, func(r *EventRole) bool {
		e, _ := s.EventByID(r.EventID)
		return r.MemberID == memberID && e.NotYetHeld()
	})
}

func (s *Snapshot) goesOf(m Member) []Phrase {
	id := m.ID
	follow := count(s.FollowUps, func(f *FollowUp) bool { return f.MemberID == id })
	help := count(s.HelpReceived, func(h *HelpReceived) bool { return h.MemberID == id && h.Note != "" })
	stories := count(s.Stories, func(t *ValueStory) bool { return t.MemberID == id })
	thanks := count(s.MeetingLines, func(l *MeetingLine) bool { return l.MemberID == id })
	hints := count(s.Dismissals, func(d *Dismissal) bool { return d.MemberID == id })
	coming := s.comingParts(id)
	return append([]Phrase{Say("The name and all else that tells who it was go: addresses, phone, unit, interests, skills, the private note.")}, told(
		SayCount(coming, "%d part at a coming event goes.", "%d parts at coming events go."),
		SayCount(follow, "%d follow-up goes.", "%d follow-ups go."),
		SayCount(help, "%d note about help received goes.", "%d notes about help received go."),
		SayCount(thanks, "%d thank-you at a meeting goes.", "%d thank-yous at meetings go."),
		SayCount(stories, "%d story is no longer linked with a person.", "%d stories are no longer linked with a person."),
		SayCount(hints, "%d hint put aside goes.", "%d hints put aside go."),
	)...)
}

// EraseFrom takes the person out of their own record: what tells who it was
// goes, the days that figures need stay.
func (m *Member) EraseFrom(as string, today Date) {
	kept := Member{ID: m.ID, Name: as, Kind: m.Kind, JoinedOn: m.JoinedOn, LeftOn: m.LeftOn,
		ResourcesOnly: m.ResourcesOnly, ErasedOn: today}
	if kept.LeftOn == 0 || kept.LeftOn > today {
		kept.LeftOn = max(today, kept.JoinedOn)
	}
	*m = kept
}
