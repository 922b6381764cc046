package data

// MemberKind tells members from contacts outside the community.
type MemberKind string

// The kinds of record on the roster.
const (
	KindMember  MemberKind = "member"
	KindContact MemberKind = "contact" // uses an output or supplies a service
)

// Phrase says which of the two a record is.
func (k MemberKind) Phrase() Phrase { return named(memberKindNames, k) }

var memberKindNames = map[MemberKind]Phrase{
	KindMember:  {Key: "Member"},
	KindContact: {Key: "Contact"},
}

// Member is a person on the roster (data/README.md, Privacy). Names are one
// free field: never split, never upper-cased.
type Member struct {
	ID            int64
	Name          string
	SortAs        string // for ordering, when the name alone sorts badly
	Called        string // how the person wants to be addressed
	Email         string
	Organisation  string
	Unit          string
	Site          string
	TimeZone      string
	Kind          MemberKind
	JoinedOn      Date
	LeftOn        Date
	Interests     Lines
	Knows         Lines // what others may ask about
	ResourcesOnly bool
	Note          string // private
	ErasedOn      Date   // of a former member whose name was erased; zero for everybody else
}

// MemberFields describes a person on the roster.
var MemberFields = Fields[Member]{
	bare("id", func(m *Member) *int64 { return &m.ID }),
	line("name", Say("Name"), 120, func(m *Member) *string { return &m.Name }).must().noWords("the name itself"),
	line("sortAs", Say("Sorted in lists as"), 120, func(m *Member) *string { return &m.SortAs }).noWords("the name itself"),
	line("called", Say("Wants to be called"), 60, func(m *Member) *string { return &m.Called }).noWords("the name itself"),
	email("email", Say("E-mail"), func(m *Member) *string { return &m.Email }).maybe().noWords("the person's own address"),
	line("organisation", Say("Organisation"), 120, func(m *Member) *string { return &m.Organisation }).noWords("where the person works"),
	line("unit", Say("Unit"), 80, func(m *Member) *string { return &m.Unit }).noWords("where the person works"),
	line("site", Say("Site"), 80, func(m *Member) *string { return &m.Site }).noWords("where the person works"),
	zone("timeZone", Say("Time zone"), func(m *Member) *string { return &m.TimeZone }),
	choice("kind", Say("Stands as"), func(m *Member) *MemberKind { return &m.Kind }, KindMember, KindContact),
	date("joinedOn", Say("Joined on"), func(m *Member) *Date { return &m.JoinedOn }).must(),
	date("leftOn", Say("Left on"), func(m *Member) *Date { return &m.LeftOn }),
	list("interests", Say("Interested in"), 20, 60, func(m *Member) *Lines { return &m.Interests }),
	list("knows", Say("Ask about"), 20, 60, func(m *Member) *Lines { return &m.Knows }).
		saying(Say("What others may ask this person about, with commas between.")),
	tick("resourcesOnly", Say("Wants our resources only"), func(m *Member) *bool { return &m.ResourcesOnly }),
	text("note", Say("Note"), 2000, func(m *Member) *string { return &m.Note }).private(),
	date("erasedOn", unseen, func(m *Member) *Date { return &m.ErasedOn }),
}

// Validate cleans the texts and checks the limits.
func (m *Member) Validate() error {
	return MemberFields.validate(m, func(k *check) {
		k.failing(m.LeftOn != 0 && m.LeftOn < m.JoinedOn, "leftOn", "The day of leaving lies before the day of joining.")
	})
}

// Erased reports whether the person was erased: the row stays for the figures,
// under a name that tells nothing.
func (m *Member) Erased() bool { return m.ErasedOn != 0 }

// IsMember reports whether the record counts among the members on the day:
// no contact, joined, not left.
func (m *Member) IsMember(today Date) bool {
	return m.Kind == KindMember && m.JoinedOn <= today && (m.LeftOn == 0 || m.LeftOn > today)
}

// SortKey is the text by which the roster is ordered.
func (m *Member) SortKey() string {
	if m.SortAs != "" {
		return m.SortAs
	}
	return m.Name
}

// Role is a part somebody takes in the community (data/README.md, Roles). The
// leader is no row here: Community.LeaderID is the one reference.
type Role string

// The roles a member can hold, beside plain membership.
const (
	RoleLeader            Role = "leader" // only in RoleDefinition
	RoleCoreTeam          Role = "coreTeam"
	RoleLibrarian         Role = "librarian"
	RoleWelcomer          Role = "welcomer"
	RoleAgendaActivist    Role = "agendaActivist"
	RoleCriticalFriend    Role = "criticalFriend"
	RoleValueDetective    Role = "valueDetective"
	RoleExternalMessenger Role = "externalMessenger"
	RoleExpert            Role = "expert"
)

// Roles lists every role a definition may describe.
var Roles = []Role{RoleLeader, RoleCoreTeam, RoleLibrarian, RoleWelcomer, RoleAgendaActivist,
	RoleCriticalFriend, RoleValueDetective, RoleExternalMessenger, RoleExpert}

// MemberRole is a role held from one day to another.
type MemberRole struct {
	ID       int64
	MemberID int64
	Role     Role
	From     Date
	To       Date // zero while it lasts
}

// Validate checks the limits.
func (r *MemberRole) Validate() error {
	var k check
	oneOf(&k, "role", r.Role, Roles[1:]...)
	k.neededDate("from", r.From)
	k.date("to", r.To)
	k.failing(r.To != 0 && r.To < r.From, "to", "The last day lies before the first.")
	return k.err()
}

// Holds reports whether the role is held on the day.
func (r *MemberRole) Holds(day Date) bool { return r.From <= day && (r.To == 0 || r.To > day) }

// LeaderTerm is a stretch of time in which one member led; the open one repeats
// Community.LeaderID with its first day.
type LeaderTerm struct {
	ID       int64
	MemberID int64
	From     Date
	To       Date
}

// Validate checks the limits.
func (l *LeaderTerm) Validate() error {
	var k check
	k.neededDate("from", l.From)
	k.date("to", l.To)
	return k.err()
}

// DeclaredLevel is the leader's choice of a level for a member
// (data/README.md, Levels).
type DeclaredLevel struct {
	ID         int64
	MemberID   int64
	Level      Level
	Reason     string
	DeclaredOn Date
	ReviewOn   Date
	EndedOn    Date // zero while it holds
}

// Validate cleans the reason and checks the limits.
func (d *DeclaredLevel) Validate() error {
	var k check
	oneOf(&k, "level", d.Level, Levels...)
	k.line("reason", &d.Reason, 120)
	k.neededDate("declaredOn", d.DeclaredOn)
	k.date("reviewOn", d.ReviewOn)
	k.date("endedOn", d.EndedOn)
	return k.err()
}

// Level is how close a person is to the centre at present
// (data/README.md, Levels).
type Level string

// The levels from the centre outward.
const (
	Core          Level = "core"
	Active        Level = "active"
	Occasional    Level = "occasional"
	Peripheral    Level = "peripheral"
	Transactional Level = "transactional"
)

// Levels lists the levels from the centre outward.
var Levels = []Level{Core, Active, Occasional, Peripheral, Transactional}

// ContributionKind is a kind of giving (data/README.md, Contributions).
type ContributionKind string

// The kinds of contribution. The first four and "spoke" come from events and
// the board, the others are noted by hand.
const (
	Facilitated ContributionKind = "facilitated"
	Prepared    ContributionKind = "prepared"
	TookMinutes ContributionKind = "minutes"
	ItemDone    ContributionKind = "itemDone"
	Welcomed    ContributionKind = "welcomed"
	Represented ContributionKind = "represented"
	Spoke       ContributionKind = "spoke"
	Helped      ContributionKind = "helped"
	Reviewed    ContributionKind = "reviewed"
	Published   ContributionKind = "published"
	Mentored    ContributionKind = "mentored"
)

// ContributionKinds lists the kinds in the order of
// data/README.md, Contributions.
var ContributionKinds = []ContributionKind{Facilitated, Prepared, TookMinutes, ItemDone, Welcomed,
	Represented, Spoke, Helped, Reviewed, Published, Mentored}

// Organising reports whether the kind is an organising act.
func (k ContributionKind) Organising() bool {
	switch k {
	case Facilitated, Prepared, TookMinutes, ItemDone, Welcomed, Represented:
		return true
	}
	return false
}

// ByHand reports whether the leader may note the kind; the others are derived
// from events and the board.
func (k ContributionKind) ByHand() bool {
	switch k {
	case Welcomed, Represented, Helped, Reviewed, Published, Mentored:
		return true
	}
	return false
}

// Contribution is an act of giving noted by hand. Acts that follow from events
// and the board are derived (see Contributions) and never stored.
type Contribution struct {
	ID       int64
	MemberID int64
	On       Date
	Kind     ContributionKind
	WhomID   int64 // the newcomer of a "welcomed", 0 for none
	ItemID   int64 // the help request or artefact it belongs to, 0 for none
	Note     string
}

// Validate cleans the note and checks the limits.
func (c *Contribution) Validate() error {
	var k check
	k.failing(!c.Kind.ByHand(), "kind", "This kind is counted from events and the board; it can't be noted by hand.")
	k.neededDate("on", c.On)
	k.line("note", &c.Note, 200)
	return k.err()
}

// HelpReceived notes that a member was helped.
type HelpReceived struct {
	ID       int64
	MemberID int64
	On       Date
	ItemID   int64
	Note     string
}

// Validate cleans the note and checks the limits.
func (h *HelpReceived) Validate() error {
	var k check
	k.neededDate("on", h.On)
	k.line("note", &h.Note, 200)
	return k.err()
}

// FollowUpState is how far an asking has come.
type FollowUpState string

// The states of a follow-up.
const (
	Asked   FollowUpState = "asked"
	SaidYes FollowUpState = "yes"
	SaidNo  FollowUpState = "no"
	Done    FollowUpState = "done"
)

// FollowUpStates lists the states in the order they are offered.
var FollowUpStates = []FollowUpState{Asked, SaidYes, SaidNo, Done}

// FollowUp is something the leader asked of, or owes to, a person.
type FollowUp struct {
	ID        int64
	MemberID  int64 // one of member, sponsor, guest
	SponsorID int64
	Guest     string
	EventID   int64
	ItemID    int64
	Rule      string // the coach rule it answers, "" for none
	What      string
	State     FollowUpState
	On        Date // asked or noted
	Due       Date
	Note      string // private
}

// Open reports whether something is still to come of it.
func (f *FollowUp) Open() bool { return f.State == Asked || f.State == SaidYes }

// Validate cleans the texts and checks the limits.
func (f *FollowUp) Validate() error {
	var k check
	k.failing(f.MemberID == 0 && f.SponsorID == 0 && CleanLine(f.Guest) == "", "who", "Please say who it is about.")
	k.line("guest", &f.Guest, 120)
	k.line("rule", &f.Rule, 8)
	k.needed("what", &f.What, 200)
	oneOf(&k, "state", f.State, FollowUpStates...)
	k.neededDate("on", f.On)
	k.date("due", f.Due)
	k.text("note", &f.Note, 1000)
	return k.err()
}
