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
	line("name", Say("Name"), 120, func(s *Sponsor) *string { return &s.Name }).must(),
	line("function", Say("Function"), 120, func(s *Sponsor) *string { return &s.Function }),
	choice("kind", Say("Kind of sponsor"), func(s *Sponsor) *SponsorKind { return &s.Kind }, "", BusinessOwner, Champion, BudgetHolder),
	email("email", Say("E-mail"), func(s *Sponsor) *string { return &s.Email }).maybe(),
	text("hopesFor", Say("What they hope for"), 300, func(s *Sponsor) *string { return &s.HopesFor }),
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

// Validate cleans the texts and checks the limits.
func (s *SponsorContact) Validate() error {
	var k check
	k.neededDate("on", s.On)
	oneOf(&k, "kind", s.Kind, ContactReview, ContactReport, ContactTalk)
	k.text("note", &s.Note, 1000)
	return k.err()
}

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

// Validate cleans the texts and checks the limits.
func (s *Stakeholder) Validate() error {
	var k check
	k.needed("name", &s.Name, 120)
	k.line("function", &s.Function, 120)
	k.text("stake", &s.Stake, 160)
	oneOf(&k, "attitude", s.Attitude, "", Supports, Neutral, Doubts)
	return k.err()
}
