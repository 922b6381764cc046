package data

// CommunityKind is what ties a community together (data/README.md, Charter).
type CommunityKind string

// The kinds of community.
const (
	Workplace    CommunityKind = "workplace"
	Professional CommunityKind = "professional"
	Hobby        CommunityKind = "hobby"
)

// Phase is what the leader is working on now; the leader picks it
// (data/README.md, Phases and stages).
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
// decides (data/README.md, Phases and stages).
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

// The sections of the charter (data/README.md, Charter).
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
	LeaderID    int64   // the one leader (data/README.md, Roles); 0 while nobody is chosen
	LeaderHours float64 // hours a week agreed for leading; negative means not agreed
	WorkWeek    float64 // length of the leader's working week in hours
	LeaderCoach string
	// AsksHours switches sponsors and leader's hours on for a community that is
	// no workplace one (data/README.md, Charter).
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

// Validate cleans the texts and checks the limits of data/README.md, Charter.
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
// community (data/README.md, Charter).
func (c *Community) WantsSponsors() bool { return c.Kind == Workplace || c.AsksHours }
