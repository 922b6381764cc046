package data

// SponsorKind tells the three kinds of sponsor apart (data/README.md, Roles).
type SponsorKind string

// The kinds of sponsor; "" means not said.
const (
	BusinessOwner SponsorKind = "businessOwner"
	Champion      SponsorKind = "champion"
	BudgetHolder  SponsorKind = "budgetHolder"
)

// Sponsor gives legitimacy, time or money; usually not a member.
type Sponsor struct {
	ID       int64
	Name     string
	Function string
	Kind     SponsorKind
	Email    string
	HopesFor string
}

// MaxSponsors is the most sponsors a charter names (data/README.md, Charter).
const MaxSponsors = 5

// SponsorFields describes a sponsor.
var SponsorFields = Fields[Sponsor]{
	bare("id", func(s *Sponsor) *int64 { return &s.ID }),
	line("name", Say("Name"), 120, func(s *Sponsor) *string { return &s.Name }).must().community(),
	line("function", Say("Function"), 120, func(s *Sponsor) *string { return &s.Function }).community(),
	choice("kind", Say("Kind of sponsor"), func(s *Sponsor) *SponsorKind { return &s.Kind }, "", BusinessOwner, Champion, BudgetHolder),
	email("email", Say("E-mail"), func(s *Sponsor) *string { return &s.Email }).maybe(),
	text("hopesFor", Say("What they hope for"), 300, func(s *Sponsor) *string { return &s.HopesFor }).community(),
}

// Validate cleans the texts and checks the limits.
func (s *Sponsor) Validate() error { return SponsorFields.validate(s, nil) }

// ContactKind is how a sponsor was met.
type ContactKind string

// The kinds of contact with a sponsor; reports and reviews count for rule C02.
const (
	ContactReview ContactKind = "review"
	ContactReport ContactKind = "report"
	ContactTalk   ContactKind = "talk"
)

// SponsorContact is one dated contact with a sponsor.
type SponsorContact struct {
	ID        int64
	SponsorID int64
	On        Date
	Kind      ContactKind
	Note      string
}

// SponsorContactFields describes a contact with a sponsor.
var SponsorContactFields = Fields[SponsorContact]{
	bare("id", func(s *SponsorContact) *int64 { return &s.ID }),
	belongs("sponsor", Say("With"), func(s *SponsorContact) *int64 { return &s.SponsorID }),
	date("on", Say("On"), func(s *SponsorContact) *Date { return &s.On }).in("day").must(),
	choice("kind", Say("How"), func(s *SponsorContact) *ContactKind { return &s.Kind }, ContactReview, ContactReport, ContactTalk),
	text("note", Say("In a few words"), 1000, func(s *SponsorContact) *string { return &s.Note }),
}

// Validate cleans the texts and checks the limits.
func (s *SponsorContact) Validate() error { return SponsorContactFields.validate(s, nil) }

// Attitude of a stakeholder; private to the leader.
type Attitude string

// The attitudes; "" means not said.
const (
	Supports Attitude = "supports"
	Neutral  Attitude = "neutral"
	Doubts   Attitude = "doubts"
)

// Stakeholder has an interest or provides support, without duties here.
type Stakeholder struct {
	ID       int64
	Name     string
	Function string
	Stake    string
	Attitude Attitude
}

// StakeholderFields describes a stakeholder.
var StakeholderFields = Fields[Stakeholder]{
	bare("id", func(s *Stakeholder) *int64 { return &s.ID }),
	line("name", Say("Name"), 120, func(s *Stakeholder) *string { return &s.Name }).must().community(),
	line("function", Say("Function"), 120, func(s *Stakeholder) *string { return &s.Function }).community(),
	text("stake", Say("What is at stake for them"), 160, func(s *Stakeholder) *string { return &s.Stake }).community(),
	choice("attitude", Say("Attitude"), func(s *Stakeholder) *Attitude { return &s.Attitude }, "", Supports, Neutral, Doubts).private(),
}

// Validate cleans the texts and checks the limits.
func (s *Stakeholder) Validate() error { return StakeholderFields.validate(s, nil) }
