package data

import "slices"

// JoinedWith is the record that stays when another record of the same person is
// taken into it (data/README.md, What comes in): what it lacks is filled from the
// other, lists hold what either holds, and whoever is still there on one of them is
// there. The notes of both stay.
func (m Member) JoinedWith(other Member) Member {
	for i := range MemberFields {
		f := &MemberFields[i]
		switch f.Input {
		case InputLine:
			if *f.Text(&m) == "" {
				*f.Text(&m) = *f.Text(&other)
			}
		case InputList:
			*f.List(&m) = f.List(&m).With(*f.List(&other), f.Room)
		}
	}
	if other.Note != "" && other.Note != m.Note {
		m.Note = cut(joinTexts(m.Note, other.Note), MemberFields.Of("note").Limit)
	}
	m.AskOpenly = m.AskOpenly || other.AskOpenly
	m.ResourcesOnly = m.ResourcesOnly && other.ResourcesOnly
	if m.Kind == KindContact && other.Kind == KindMember {
		m.Kind = KindMember
	}
	m.JoinedOn = min(m.JoinedOn, other.JoinedOn)
	if m.LeftOn == 0 || other.LeftOn == 0 {
		m.LeftOn = 0
	} else {
		m.LeftOn = max(m.LeftOn, other.LeftOn)
	}
	return m
}

// KnownOnceJoined is what lists may call a person whose other record was taken into
// joined: its name and address, where they are not those of the record that stays, nor
// of anybody else.
func (s *Snapshot) KnownOnceJoined(joined, other Member) []KnownName {
	var known []KnownName
	limit := KnownNameFields.Of("name").Limit
	add := func(name string, taken func(*Member) bool) {
		stands := slices.ContainsFunc(s.KnownNames, func(n KnownName) bool { return n.Name == name })
		if name == "" || len([]rune(name)) > limit || stands || taken(&joined) || s.others(joined.ID, taken) {
			return
		}
		known = append(known, KnownName{Name: name, MemberID: joined.ID})
	}
	key := NameKey(other.Name)
	add(key, func(m *Member) bool { return slices.Contains(NameKeys(m.Name, m.Called), key) })
	address := AddressKey(other.Email)
	add(address, func(m *Member) bool { return AddressKey(m.Email) == address })
	return known
}

func joinTexts(one, other string) string {
	if one == "" {
		return other
	}
	return one + "\n" + other
}

func cut(text string, most int) string {
	runes := []rune(text)
	return string(runes[:min(len(runes), most)])
}

// TwinsRule is the hint that two records may be of one person, among the rules of the
// coach; the leader's "They are two people" is kept as a row that sets it aside for
// each of the two, whose Worse is the ID of the other.
const TwinsRule = "twins"

// ToldApart reports whether the leader said that two records are of two people.
func (s *Snapshot) ToldApart(one, other int64) bool {
	return count(s.Dismissals, func(d *Dismissal) bool { return d.Rule == TwinsRule && d.MemberID == one && d.Worse == other }) > 0
}

// HangsOn counts what hangs on the record of a person and moves with them when it is
// joined with another; what is not there is not told.
func (s *Snapshot) HangsOn(memberID int64) []Phrase {
	came := count(s.Attendance, func(a *Attendance) bool { return a.MemberID == memberID && a.Present })
	parts := count(s.EventRoles, func(r *EventRole) bool { return r.MemberID == memberID })
	gave := count(s.Contributions, func(c *Contribution) bool { return c.MemberID == memberID })
	help := count(s.HelpReceived, func(h *HelpReceived) bool { return h.MemberID == memberID })
	items := count(s.Items, func(i *Item) bool { return i.OwnerID == memberID || i.ProposerID == memberID })
	follow := count(s.FollowUps, func(f *FollowUp) bool { return f.MemberID == memberID })
	roles := count(s.Roles, func(r *MemberRole) bool { return r.MemberID == memberID }) +
		count(s.LeaderTerms, func(t *LeaderTerm) bool { return t.MemberID == memberID })
	levels := count(s.Declared, func(d *DeclaredLevel) bool { return d.MemberID == memberID })
	asked := count(s.Invitations, func(i *Invitation) bool { return i.MemberID == memberID })
	thanks := count(s.MeetingLines, func(l *MeetingLine) bool { return l.MemberID == memberID })
	stories := count(s.Stories, func(t *ValueStory) bool { return t.MemberID == memberID })
	return told(
		SayCount(came, "came to %d event", "came to %d events"),
		SayCount(parts, "%d part at an event", "%d parts at events"),
		contributions(gave),
		SayCount(help, "helped %d time", "helped %d times"),
		SayCount(items, "%d item on the board", "%d items on the board"),
		SayCount(follow, "%d follow-up", "%d follow-ups"),
		SayCount(roles, "%d role with its dates", "%d roles with their dates"),
		SayCount(levels, "%d level set by you", "%d levels set by you"),
		SayCount(asked, "asked in %d health check", "asked in %d health checks"),
		SayCount(thanks, "thanked %d time", "thanked %d times"),
		SayCount(stories, "%d story", "%d stories"),
	)
}

// BothCame counts the events at which both of two records were noted as present;
// joined, the person was there once.
func (s *Snapshot) BothCame(one, other int64) int {
	at := map[int64]bool{}
	for i := range s.Attendance {
		if a := &s.Attendance[i]; a.MemberID == one && a.Present {
			at[a.EventID] = true
		}
	}
	return count(s.Attendance, func(a *Attendance) bool { return a.MemberID == other && a.Present && at[a.EventID] })
}
