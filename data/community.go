package data

// Kind of a community (domain.md 2.1).
type CommunityKind string

// The kinds of community.
const (
	Workplace    CommunityKind = "workplace"
	Professional CommunityKind = "professional"
	Hobby        CommunityKind = "hobby"
)

// Phase is what the leader is working on now; the leader picks it (domain.md 3.1).
type Phase string

// The five phases in their order.
const (
	Define    Phase = "define"
	Design    Phase = "design"
	Grow      Phase = "grow"
	Perform   Phase = "perform"
	Transform Phase = "transform"
)

// Phases lists the phases in order.
var Phases = []Phase{Define, Design, Grow, Perform, Transform}

// Stage is how far the community has grown; evidence suggests it, the leader
// decides (domain.md 3.2).
type Stage string

// The five stages of Wenger's list of 2002, in order.
const (
	Potential      Stage = "potential"
	Coalescing     Stage = "coalescing"
	Maturing       Stage = "maturing"
	Stewardship    Stage = "stewardship"
	Transformation Stage = "transformation"
)

// Stages lists the stages in order.
var Stages = []Stage{Potential, Coalescing, Maturing, Stewardship, Transformation}

// MembershipPolicy says who may join.
type MembershipPolicy string

// The membership policies; "" means not decided.
const (
	OpenToAll    MembershipPolicy = "open"
	OnRequest    MembershipPolicy = "onRequest"
	ByInvitation MembershipPolicy = "byInvitation"
)

// DecisionRule says how the community decides.
type DecisionRule string

// The decision rules; "" means not decided.
const (
	ByConsent  DecisionRule = "consent"
	ByMajority DecisionRule = "majority"
	ByLeader   DecisionRule = "leaderAfterAdvice"
)

// Section is one of the six sections of the charter.
type Section string

// The sections of the charter (domain.md 2.1).
const (
	SectionIdentity  Section = "identity"
	SectionPurpose   Section = "purpose"
	SectionInterest  Section = "interest"
	SectionCommunity Section = "community"
	SectionPractice  Section = "practice"
	SectionMandate   Section = "mandate"
	SectionMeasures  Section = "measures"
)

// Sections lists the sections in the order of the charter.
var Sections = []Section{SectionIdentity, SectionPurpose, SectionInterest, SectionCommunity,
	SectionPractice, SectionMandate, SectionMeasures}

// Community is the community itself and its charter: one row. Lists that are
// more than lines of text (sponsors, channels, measures …) have types of their own.
type Community struct {
	ID          int64
	Name        string
	Tagline     string
	LogoHash    string // hash of a picture in the file, "" for none
	Kind        CommunityKind
	StartedOn   Date
	LeaderID    int64   // the one leader (domain.md 6); 0 while nobody is chosen
	LeaderHours float64 // hours a week agreed for leading; negative means not agreed
	WorkWeek    float64 // length of the leader's working week in hours
	LeaderCoach string
	// AsksHours switches sponsors and leader's hours on for a community that is
	// no workplace one (domain.md 2.1).
	AsksHours bool
	Phase     Phase
	Stage     Stage
	TimeZone  string // IANA zone in which events are planned

	PrimaryPurpose      string
	Needs               Lines
	MemberBenefits      Lines
	StakeholderBenefits Lines
	Domain              string
	InScope             Lines
	OutOfScope          Lines
	WhoWeAre            string
	MembershipPolicy    MembershipPolicy
	HowToJoin           string
	ExpectedCommitment  string
	Practice            string
	Repertoire          Lines
	MayDecide           Lines
	MayPropose          Lines
	NotOurs             Lines
	WorkingAgreement    Lines
	DecisionRule        DecisionRule
	DecisionNote        string
	CadenceDays         int // planned spacing of events, 7–92; 0 means not set
	UsualSlot           string
	ReviewOn            Date
}

// HoursNotAgreed is the value of LeaderHours while no hours are agreed.
const HoursNotAgreed = -1

// NewCommunity is a community of which only the name is known.
func NewCommunity(name string) Community {
	return Community{Name: name, Kind: Workplace, LeaderHours: HoursNotAgreed, WorkWeek: 40,
		Phase: Define, Stage: Potential}
}

// Validate cleans the texts and checks the limits of domain.md 2.1.
func (c *Community) Validate() error {
	var k check
	k.needed("name", &c.Name, 60)
	k.line("tagline", &c.Tagline, 120)
	oneOf(&k, "kind", c.Kind, Workplace, Professional, Hobby)
	k.date("startedOn", c.StartedOn)
	c.validateHours(&k)
	k.line("leaderCoach", &c.LeaderCoach, 120)
	oneOf(&k, "phase", c.Phase, Phases...)
	oneOf(&k, "stage", c.Stage, Stages...)
	k.zone("timeZone", c.TimeZone)
	k.text("primaryPurpose", &c.PrimaryPurpose, 300)
	k.lines("needs", &c.Needs, 7, 160)
	k.lines("memberBenefits", &c.MemberBenefits, 7, 160)
	k.lines("stakeholderBenefits", &c.StakeholderBenefits, 7, 160)
	k.text("domain", &c.Domain, 300)
	k.lines("inScope", &c.InScope, 10, 80)
	k.lines("outOfScope", &c.OutOfScope, 10, 80)
	k.text("whoWeAre", &c.WhoWeAre, 400)
	oneOf(&k, "membershipPolicy", c.MembershipPolicy, "", OpenToAll, OnRequest, ByInvitation)
	k.text("howToJoin", &c.HowToJoin, 200)
	k.text("expectedCommitment", &c.ExpectedCommitment, 200)
	k.text("practice", &c.Practice, 400)
	k.lines("repertoire", &c.Repertoire, 12, 120)
	k.lines("mayDecide", &c.MayDecide, 7, 120)
	k.lines("mayPropose", &c.MayPropose, 7, 120)
	k.lines("notOurs", &c.NotOurs, 7, 120)
	k.lines("workingAgreement", &c.WorkingAgreement, 7, 120)
	oneOf(&k, "decisionRule", c.DecisionRule, "", ByConsent, ByMajority, ByLeader)
	k.text("decisionNote", &c.DecisionNote, 120)
	if c.CadenceDays != 0 {
		k.between("cadenceDays", c.CadenceDays, 7, 92)
	}
	k.line("usualSlot", &c.UsualSlot, 60)
	k.date("reviewOn", c.ReviewOn)
	return k.err()
}

func (c *Community) validateHours(k *check) {
	if c.LeaderHours != HoursNotAgreed {
		k.failing(c.LeaderHours < 0 || c.LeaderHours > 60 || !halfStep(c.LeaderHours), "leaderHours",
			"Please give hours from 0 to 60 in steps of a half.")
	}
	k.failing(c.WorkWeek <= 0 || c.WorkWeek > 60 || !halfStep(c.WorkWeek), "workWeek",
		"Please give hours from 0.5 to 60 in steps of a half.")
}

func halfStep(h float64) bool { return 2*h == float64(int(2*h)) }

// WantsSponsors reports whether sponsors and leader's hours count for this
// community (domain.md 2.1).
func (c *Community) WantsSponsors() bool { return c.Kind == Workplace || c.AsksHours }

// SponsorKind tells the three kinds of sponsor apart (domain.md 6).
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

// MaxSponsors is the most sponsors a charter names (domain.md 2.1).
const MaxSponsors = 5

// Validate cleans the texts and checks the limits.
func (s *Sponsor) Validate() error {
	var k check
	k.needed("name", &s.Name, 120)
	k.line("function", &s.Function, 120)
	oneOf(&k, "kind", s.Kind, "", BusinessOwner, Champion, BudgetHolder)
	k.email("email", &s.Email)
	k.text("hopesFor", &s.HopesFor, 300)
	return k.err()
}

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

// RoleDefinition says what a role does here; who has it stands in MemberRole.
type RoleDefinition struct {
	ID   int64
	Role Role
	Duty string
}

// Validate cleans the texts and checks the limits.
func (r *RoleDefinition) Validate() error {
	var k check
	oneOf(&k, "role", r.Role, Roles...)
	k.text("duty", &r.Duty, 200)
	return k.err()
}

// Term is a word the community uses in its own sense.
type Term struct {
	ID      int64
	Term    string
	Meaning string
}

// Validate cleans the texts and checks the limits.
func (t *Term) Validate() error {
	var k check
	k.needed("term", &t.Term, 60)
	k.text("meaning", &t.Meaning, 160)
	return k.err()
}

// ChannelUse is what a channel is for.
type ChannelUse string

// The uses of a channel.
const (
	UseAnnounce ChannelUse = "announce"
	UseDiscuss  ChannelUse = "discuss"
	UseArchive  ChannelUse = "archive"
)

// Channel is a place where the community talks or keeps its minutes.
type Channel struct {
	ID   int64
	Name string
	Link string
	Use  ChannelUse
}

// Validate cleans the texts and checks the limits.
func (c *Channel) Validate() error {
	var k check
	k.needed("name", &c.Name, 80)
	k.line("link", &c.Link, 500)
	oneOf(&k, "use", c.Use, UseAnnounce, UseDiscuss, UseArchive)
	return k.err()
}

// MeasureKind is where a measure's figure comes from.
type MeasureKind string

// The kinds of measure (domain.md 2.1).
const (
	MeasureInApp     MeasureKind = "inApp"
	MeasureDimension MeasureKind = "surveyDimension"
	MeasureOutside   MeasureKind = "outsideNumber"
	MeasureStory     MeasureKind = "story"
)

// Measure is a yardstick of the charter: how we shall know.
type Measure struct {
	ID       int64
	Wording  string
	Kind     MeasureKind
	Card     string // the health card of kind surveyDimension
	Baseline string
	Target   string
	Due      Date
	Source   string
}

// MaxMeasures is the most measures a charter names (domain.md 2.1).
const MaxMeasures = 7

// Validate cleans the texts and checks the limits.
func (m *Measure) Validate() error {
	var k check
	k.needed("wording", &m.Wording, 120)
	oneOf(&k, "kind", m.Kind, MeasureInApp, MeasureDimension, MeasureOutside, MeasureStory)
	k.line("card", &m.Card, 40)
	k.line("baseline", &m.Baseline, 60)
	k.line("target", &m.Target, 60)
	k.date("due", m.Due)
	k.line("source", &m.Source, 120)
	return k.err()
}

// MeasureValue is what a measure read on a day.
type MeasureValue struct {
	ID        int64
	MeasureID int64
	On        Date
	Value     string
	Source    string
	Remark    string
}

// Validate cleans the texts and checks the limits.
func (m *MeasureValue) Validate() error {
	var k check
	k.neededDate("on", m.On)
	k.needed("value", &m.Value, 60)
	k.line("source", &m.Source, 120)
	k.line("remark", &m.Remark, 160)
	return k.err()
}

// CharterVersion is the charter as it was agreed on a day.
type CharterVersion struct {
	ID       int64
	Version  int
	AgreedOn Date
	Note     string
	AgreedBy string
	Text     string // the whole charter as readable lines, for comparing
}

// Validate cleans the texts and checks the limits.
func (v *CharterVersion) Validate() error {
	var k check
	k.between("version", v.Version, 1, 10000)
	k.neededDate("agreedOn", v.AgreedOn)
	k.text("note", &v.Note, 200)
	k.line("agreedBy", &v.AgreedBy, 200)
	k.text("text", &v.Text, 60000)
	return k.err()
}

// CharterNote is a dated note in a section of the charter.
type CharterNote struct {
	ID      int64
	Section Section
	On      Date
	Text    string
}

// Validate cleans the texts and checks the limits.
func (n *CharterNote) Validate() error {
	var k check
	oneOf(&k, "section", n.Section, Sections...)
	k.neededDate("on", n.On)
	k.text("text", &n.Text, 1000)
	k.failing(n.Text == "", "text", "Please fill this in.")
	return k.err()
}

// WorksheetAnswer is one dated answer to a question of a phase's worksheet
// (domain.md 2.3); answers are never overwritten.
type WorksheetAnswer struct {
	ID       int64
	Question string // "design.activities"
	On       Date
	Text     string
}

// Validate cleans the texts and checks the limits.
func (w *WorksheetAnswer) Validate() error {
	var k check
	oneOf(&k, "question", w.Question, WorksheetQuestions...)
	k.neededDate("on", w.On)
	k.text("text", &w.Text, 1000)
	return k.err()
}

// WorksheetQuestions are the keys of the worksheets of phases two to five, in
// order; the part before the dot is the phase.
var WorksheetQuestions = []string{
	"design.activities", "design.interaction", "design.recognition", "design.communication",
	"design.collaboration", "design.learning",
	"grow.culture", "grow.engaged", "grow.reputation", "grow.character", "grow.awareness",
	"grow.joining", "grow.leadersPath",
	"perform.energy", "perform.cycle", "perform.processes", "perform.cultureSigns",
	"perform.roles", "perform.outputs", "perform.recognition",
	"transform.flow", "transform.succession", "transform.purposeCheck", "transform.success",
	"transform.better", "transform.future",
}

// RoadMark is the leader's own tick on a step of the introduction road
// (domain.md 13), or the day the program first saw it reached.
type RoadMark struct {
	ID   int64
	Step int // 1–21
	On   Date
	// Ticked is the leader's word: done although the program can't see it, or
	// (false) open although the program would tick it.
	Ticked bool
	ByHand bool
}

// RoadSteps is the number of steps of the introduction road.
const RoadSteps = 21

// Validate checks the limits.
func (r *RoadMark) Validate() error {
	var k check
	k.between("step", r.Step, 1, RoadSteps)
	k.neededDate("on", r.On)
	return k.err()
}
