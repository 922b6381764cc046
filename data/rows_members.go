package data

import "slices"

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
	Phone         string
	Pronouns      string
	Organisation  string
	Unit          string
	Site          string
	TimeZone      string
	Kind          MemberKind
	JoinedOn      Date
	LeftOn        Date
	Interests     Lines
	Knows         Lines // what others may ask about
	AskOpenly     bool  // said yes to standing under "Whom to ask" on the community's page
	ResourcesOnly bool
	Note          string // private
	ErasedOn      Date   // of a former member whose name was erased; zero for everybody else
}

// MemberFields describes a person on the roster.
var MemberFields = Fields[Member]{
	bare("id", func(m *Member) *int64 { return &m.ID }),
	line("name", Say("Name"), 120, func(m *Member) *string { return &m.Name }).must().noWords(ofPerson).community(),
	line("sortAs", Say("Sorted in lists as"), 120, func(m *Member) *string { return &m.SortAs }).noWords(ofPerson),
	line("called", Say("Wants to be called"), 60, func(m *Member) *string { return &m.Called }).noWords(ofPerson).community().printed(Say("Called")),
	email("email", Say("E-mail"), func(m *Member) *string { return &m.Email }).maybe().noWords(ofPerson),
	line("phone", Say("Phone"), 40, func(m *Member) *string { return &m.Phone }).maybe().noWords(ofPerson),
	line("pronouns", Say("Pronouns"), 40, func(m *Member) *string { return &m.Pronouns }).maybe().noWords(ofPerson),
	line("organisation", Say("Organisation"), 120, func(m *Member) *string { return &m.Organisation }).noWords(ofPerson),
	line("unit", Say("Unit"), 80, func(m *Member) *string { return &m.Unit }).noWords(ofPerson).community(),
	line("site", Say("Site"), 80, func(m *Member) *string { return &m.Site }).noWords(ofPerson),
	zone("timeZone", Say("Time zone"), func(m *Member) *string { return &m.TimeZone }),
	choice("kind", Say("Stands as"), func(m *Member) *MemberKind { return &m.Kind }, KindMember, KindContact),
	date("joinedOn", Say("Joined on"), func(m *Member) *Date { return &m.JoinedOn }).must(),
	date("leftOn", Say("Left on"), func(m *Member) *Date { return &m.LeftOn }),
	list("interests", Say("Interested in"), 20, 60, func(m *Member) *Lines { return &m.Interests }),
	list("knows", Say("Ask about"), 20, 60, func(m *Member) *Lines { return &m.Knows }).
		saying(Say("What others may ask this person about, with commas between.")).community(),
	tick("askOpenly", Say("Said yes to be named on our page for what to ask about"), func(m *Member) *bool { return &m.AskOpenly }),
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

// MemberRoleFields describes a role held for a time.
var MemberRoleFields = Fields[MemberRole]{
	bare("id", func(r *MemberRole) *int64 { return &r.ID }),
	belongs("member", unseen, func(r *MemberRole) *int64 { return &r.MemberID }),
	choice("role", Say("Role"), func(r *MemberRole) *Role { return &r.Role }, Roles[1:]...),
	date("from", Say("From"), func(r *MemberRole) *Date { return &r.From }).in("from_day").must(),
	date("to", Say("Until"), func(r *MemberRole) *Date { return &r.To }).in("to_day"),
}

// Validate cleans the texts and checks the limits.
func (r *MemberRole) Validate() error {
	return MemberRoleFields.validate(r, func(k *check) {
		k.failing(r.To != 0 && r.To < r.From, "to", "The last day lies before the first.")
	})
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

// LeaderTermFields describes a stretch of leading.
var LeaderTermFields = Fields[LeaderTerm]{
	bare("id", func(l *LeaderTerm) *int64 { return &l.ID }),
	belongs("member", unseen, func(l *LeaderTerm) *int64 { return &l.MemberID }),
	date("from", Say("Leads from"), func(l *LeaderTerm) *Date { return &l.From }).in("from_day").must(),
	date("to", unseen, func(l *LeaderTerm) *Date { return &l.To }).in("to_day"),
}

// Validate cleans the texts and checks the limits.
func (l *LeaderTerm) Validate() error { return LeaderTermFields.validate(l, nil) }

// DeclaredLevel is the leader's choice of a level for a member (data/README.md, Levels).
type DeclaredLevel struct {
	ID         int64
	MemberID   int64
	Level      Level
	Reason     string
	DeclaredOn Date
	ReviewOn   Date
	EndedOn    Date // zero while it holds
}

// DeclaredLevelFields describes a level that the leader chose.
var DeclaredLevelFields = Fields[DeclaredLevel]{
	bare("id", func(d *DeclaredLevel) *int64 { return &d.ID }),
	belongs("member", unseen, func(d *DeclaredLevel) *int64 { return &d.MemberID }),
	choice("level", Say("Level"), func(d *DeclaredLevel) *Level { return &d.Level }, Levels...),
	line("reason", Say("Reason"), 120, func(d *DeclaredLevel) *string { return &d.Reason }).maybe().private(),
	date("declaredOn", unseen, func(d *DeclaredLevel) *Date { return &d.DeclaredOn }).must(),
	date("reviewOn", Say("Look at it again on"), func(d *DeclaredLevel) *Date { return &d.ReviewOn }),
	date("endedOn", unseen, func(d *DeclaredLevel) *Date { return &d.EndedOn }),
}

// Validate cleans the texts and checks the limits.
func (d *DeclaredLevel) Validate() error { return DeclaredLevelFields.validate(d, nil) }

// Level is how close a person is to the centre at present (data/README.md, Levels).
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

// Phrase says what somebody did who gave in a way that is noted by hand.
func (k ContributionKind) Phrase() Phrase { return named(contributionNames, k) }

var contributionNames = map[ContributionKind]Phrase{
	Welcomed:    {Key: "Guided a newcomer"},
	Represented: {Key: "Spoke for the community outside"},
	Helped:      {Key: "Answered a request"},
	Reviewed:    {Key: "Gave feedback on someone's work"},
	Published:   {Key: "Wrote or updated something for all"},
	Mentored:    {Key: "Mentored somebody"},
}

// contributionsByHand are the kinds that may be noted.
func contributionsByHand() []ContributionKind {
	return slices.DeleteFunc(slices.Clone(ContributionKinds), func(k ContributionKind) bool { return !k.ByHand() })
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

// ContributionFields describes an act of giving noted by hand.
var ContributionFields = Fields[Contribution]{
	bare("id", func(c *Contribution) *int64 { return &c.ID }),
	belongs("member", unseen, func(c *Contribution) *int64 { return &c.MemberID }),
	date("on", Say("On"), func(c *Contribution) *Date { return &c.On }).in("day").must(),
	choice("kind", Say("What they did"), func(c *Contribution) *ContributionKind { return &c.Kind }, contributionsByHand()...).otherwise(Say("This kind is counted from events and the board; it can't be noted by hand.")),
	link("whom", Say("Whom"), func(c *Contribution) *int64 { return &c.WhomID }),
	link("item", Say("About"), func(c *Contribution) *int64 { return &c.ItemID }),
	line("note", Say("In a few words"), 200, func(c *Contribution) *string { return &c.Note }),
}

// Validate cleans the texts and checks the limits.
func (c *Contribution) Validate() error { return ContributionFields.validate(c, nil) }

// HelpReceived notes that a member was helped.
type HelpReceived struct {
	ID       int64
	MemberID int64
	On       Date
	ItemID   int64
	Note     string
}

// HelpReceivedFields describes a note of help.
var HelpReceivedFields = Fields[HelpReceived]{
	bare("id", func(h *HelpReceived) *int64 { return &h.ID }),
	belongs("member", unseen, func(h *HelpReceived) *int64 { return &h.MemberID }),
	date("on", Say("On"), func(h *HelpReceived) *Date { return &h.On }).in("day").must(),
	link("item", Say("With a request on the board"), func(h *HelpReceived) *int64 { return &h.ItemID }),
	line("note", Say("In a few words"), 200, func(h *HelpReceived) *string { return &h.Note }).private(),
}

// Validate cleans the texts and checks the limits.
func (h *HelpReceived) Validate() error { return HelpReceivedFields.validate(h, nil) }

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

// FollowUpFields describes something asked or promised.
var FollowUpFields = Fields[FollowUp]{
	bare("id", func(f *FollowUp) *int64 { return &f.ID }),
	link("member", unseen, func(f *FollowUp) *int64 { return &f.MemberID }),
	link("sponsor", Say("Sponsor"), func(f *FollowUp) *int64 { return &f.SponsorID }),
	line("guest", Say("Name"), 120, func(f *FollowUp) *string { return &f.Guest }),
	link("event", Say("For an event"), func(f *FollowUp) *int64 { return &f.EventID }),
	link("item", Say("For an item"), func(f *FollowUp) *int64 { return &f.ItemID }),
	word("rule", unseen, 8, func(f *FollowUp) *string { return &f.Rule }),
	line("what", Say("What you asked or promised"), 200, func(f *FollowUp) *string { return &f.What }).must(),
	choice("state", Say("How it stands"), func(f *FollowUp) *FollowUpState { return &f.State }, FollowUpStates...),
	date("on", unseen, func(f *FollowUp) *Date { return &f.On }).in("day").must(),
	date("due", Say("Due"), func(f *FollowUp) *Date { return &f.Due }).maybe(),
	text("note", Say("Note"), 1000, func(f *FollowUp) *string { return &f.Note }).private(),
}

// Validate cleans the texts and checks the limits.
func (f *FollowUp) Validate() error {
	return FollowUpFields.validate(f, func(k *check) {
		k.failing(f.MemberID == 0 && f.SponsorID == 0 && f.Guest == "", "who", "Please say who it is about.")
	})
}
