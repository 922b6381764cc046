package data

// Snapshot is everything one community file holds, read in one transaction.
// Every screen, document and rule is a function over a snapshot. Its slices are
// shared between readers and must not be changed. Rows stand in the order of
// their IDs, ranked rows (agenda lines, items, card versions …) in rank order
// within their owner.
type Snapshot struct {
	Community  Community
	LogoPNG    []byte // the picture for prints, nil for none
	ReadOnly   bool
	Sponsors   []Sponsor
	Contacts   []SponsorContact
	Reports    []SponsorReport
	Stakes     []Stakeholder
	RoleDefs   []RoleDefinition
	Terms      []Term
	Channels   []Channel
	Measures   []Measure
	Values     []MeasureValue
	Versions   []CharterVersion
	Notes      []CharterNote
	Worksheets []WorksheetAnswer
	RoadMarks  []RoadMark
	Canvas     []CanvasBox
	Forces     []Force

	Members       []Member
	Roles         []MemberRole
	LeaderTerms   []LeaderTerm
	Declared      []DeclaredLevel
	Contributions []Contribution
	HelpReceived  []HelpReceived
	FollowUps     []FollowUp

	Events        []Event
	EventRoles    []EventRole
	Agenda        []AgendaLine
	Attendance    []Attendance
	Minutes       []Minutes
	Roti          []RotiTally
	Perfection    []PerfectionNote
	Announcements []Announcement
	Series        []Series
	Pauses        []Pause
	Checks        []CheckLine
	Templates     []EventTemplate
	Meetings      []Meeting // at most one
	MeetingParts  []MeetingPart
	MeetingLines  []MeetingLine

	Items  []Item
	Moves  []ItemMove
	Reuses []Reuse

	CardVersions []CardVersion
	Rounds       []Round
	RoundCards   []RoundCard
	Returns      []RoundReturn
	Tallies      []Tally
	Responses    []Response
	Answers      []Answer
	Invitations  []Invitation
	Outward      []OutwardCounts
	Periods      []OutwardPeriod

	Stories    []ValueStory
	Exports    []Export
	Dismissals []Dismissal
	Settings   []Setting

	KnownNames   []KnownName
	KnownColumns []KnownColumns

	asTold bool      // counts of rounds are those that documents tell
	whole  *Snapshot // of one for guests, what they are not shown; else nil
}

// MemberByID finds a member; ok is false when there is none (any more).
func (s *Snapshot) MemberByID(id int64) (Member, bool) {
	return byID(s.Members, id, func(m *Member) int64 { return m.ID })
}

// HasMember reports whether a person is there.
func (s *Snapshot) HasMember(id int64) bool {
	_, there := s.MemberByID(id)
	return there
}

// EventByID finds an event.
func (s *Snapshot) EventByID(id int64) (Event, bool) {
	return byID(s.Events, id, func(e *Event) int64 { return e.ID })
}

// RoundByID finds a round.
func (s *Snapshot) RoundByID(id int64) (Round, bool) {
	return byID(s.Rounds, id, func(r *Round) int64 { return r.ID })
}

// ItemByID finds an item; items stand by column and rank, so all are looked at.
func (s *Snapshot) ItemByID(id int64) (Item, bool) {
	for i := range s.Items {
		if s.Items[i].ID == id {
			return s.Items[i], true
		}
	}
	return Item{}, false
}

// Leader is the one member who leads; ok is false while nobody does.
func (s *Snapshot) Leader() (Member, bool) { return s.MemberByID(s.Community.LeaderID) }

// byID searches rows that stand in the order of their IDs.
func byID[T any](rows []T, id int64, key func(*T) int64) (T, bool) {
	low, high := 0, len(rows)
	for low < high {
		mid := (low + high) / 2
		if key(&rows[mid]) < id {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low < len(rows) && key(&rows[low]) == id {
		return rows[low], true
	}
	var none T
	return none, false
}
