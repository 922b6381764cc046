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

// Colour is the community's own colour on what it prints. The window keeps its look, and
// colours that mean something (low and high, lights, warnings) stay as they are.
type Colour string

// The colours to choose from; each is dark enough for text on white, and is told from
// those that mean something.
const (
	Teal     Colour = "teal"
	Blue     Colour = "blue"
	DarkBlue Colour = "darkBlue"
	Violet   Colour = "violet"
	Plum     Colour = "plum"
	WineRed  Colour = "wineRed"
	Brown    Colour = "brown"
	Olive    Colour = "olive"
)

// Colours lists the colours in the order they are offered; the first is the usual one.
var Colours = []Colour{Teal, Blue, DarkBlue, Violet, Plum, WineRed, Brown, Olive}

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
	Colour      Colour // of what is printed
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
	CadenceDays         int  // planned spacing of events, 7–92; 0 means not set
	PausedUntil         Date // the community rests until this day, on which it is back; 0 for no pause
	UsualSlot           string
	ReviewOn            Date
}

// UsualWeek is the length of a working week until another is given
// (data/README.md, Charter).
const UsualWeek = 40

// HoursNotAgreed is the value of LeaderHours while no hours are agreed.
const HoursNotAgreed = -1

// NewCommunity is a community of which only the name is known.
func NewCommunity(name string) Community {
	return Community{Name: name, Colour: Teal, Kind: Workplace, LeaderHours: HoursNotAgreed, WorkWeek: UsualWeek,
		Phase: Define, Stage: Potential}
}

// CommunityFields describes the community and its charter.
var CommunityFields = Fields[Community]{
	bare("id", func(c *Community) *int64 { return &c.ID }),
	line("name", Say("Name of the community"), 60, func(c *Community) *string { return &c.Name }).must().under(SectionIdentity).counting().outside().printed(Say("Name")),
	line("tagline", Say("One line that says who we are"), 120, func(c *Community) *string { return &c.Tagline }).under(SectionIdentity).printed(Say("In one line")).outside(),
	bare("logoHash", func(c *Community) *string { return &c.LogoHash }),
	choice("colour", Say("Our colour on what we print"), func(c *Community) *Colour { return &c.Colour }, Colours...).under(SectionIdentity),
	choice("kind", Say("What kind of community"), func(c *Community) *CommunityKind { return &c.Kind }, Workplace, Professional, Hobby).under(SectionIdentity).counting().printed(Say("Kind of community")),
	date("startedOn", Say("Start date"), func(c *Community) *Date { return &c.StartedOn }).under(SectionIdentity).counting().printed(Say("Since")),
	link("leader", Say("Leader"), func(c *Community) *int64 { return &c.LeaderID }).under(SectionIdentity).counting(),
	hours("leaderHours", Say("Hours a week agreed for leading"), 0, 120, func(c *Community) *float64 { return &c.LeaderHours }).orNone(HoursNotAgreed).under(SectionIdentity).counting().printed(Say("Time for leading")),
	hours("workWeek", Say("Hours in the leader's working week"), 1, 120, func(c *Community) *float64 { return &c.WorkWeek }).emptied(UsualWeek).under(SectionIdentity),
	line("leaderCoach", Say("Who coaches the leader at first"), 120, func(c *Community) *string { return &c.LeaderCoach }).under(SectionIdentity).printed(Say("Coach of the leader")),
	tick("asksHours", Say("Sponsors and hours for leading matter here too"), func(c *Community) *bool { return &c.AsksHours }).under(SectionIdentity),
	choice("phase", Say("What we are working on now"), func(c *Community) *Phase { return &c.Phase }, Phases...),
	choice("stage", Say("How far we have grown"), func(c *Community) *Stage { return &c.Stage }, Stages...),
	zone("timeZone", Say("Time zone in which events are planned"), func(c *Community) *string { return &c.TimeZone }).under(SectionIdentity).printed(Say("Time zone of our events")),
	text("primaryPurpose", Say("What we are here for, in one or two sentences"), 300, func(c *Community) *string { return &c.PrimaryPurpose }).under(SectionPurpose).counting().outside().printed(Say("Why we are here")),
	list("needs", Say("Needs we exist to answer"), 7, 160, func(c *Community) *Lines { return &c.Needs }).under(SectionPurpose).counting().printed(Say("Needs we answer")).outside(),
	list("memberBenefits", Say("What members gain"), 7, 160, func(c *Community) *Lines { return &c.MemberBenefits }).under(SectionPurpose).counting().outside(),
	list("stakeholderBenefits", Say("What others gain"), 7, 160, func(c *Community) *Lines { return &c.StakeholderBenefits }).under(SectionPurpose).counting().outside(),
	text("domain", Say("The subject that ties us together"), 300, func(c *Community) *string { return &c.Domain }).under(SectionInterest).counting().printed(Say("Our subject")),
	list("inScope", Say("Topics inside"), 10, 80, func(c *Community) *Lines { return &c.InScope }).under(SectionInterest).printed(Say("Belongs to it")),
	list("outOfScope", Say("Topics left outside"), 10, 80, func(c *Community) *Lines { return &c.OutOfScope }).under(SectionInterest).printed(Say("Does not belong to it")),
	text("whoWeAre", Say("Who belongs"), 400, func(c *Community) *string { return &c.WhoWeAre }).under(SectionCommunity).counting(),
	choice("membershipPolicy", Say("Who may join"), func(c *Community) *MembershipPolicy { return &c.MembershipPolicy }, "", OpenToAll, OnRequest, ByInvitation).under(SectionCommunity),
	text("howToJoin", Say("How to join"), 200, func(c *Community) *string { return &c.HowToJoin }).under(SectionCommunity),
	text("expectedCommitment", Say("What we ask of a member"), 200, func(c *Community) *string { return &c.ExpectedCommitment }).under(SectionCommunity).outside(),
	text("practice", Say("The work we all do"), 400, func(c *Community) *string { return &c.Practice }).under(SectionPractice).counting(),
	list("repertoire", Say("What we already share: methods, stories, tools"), 12, 120, func(c *Community) *Lines { return &c.Repertoire }).under(SectionPractice).printed(Say("What we share already")),
	list("mayDecide", Say("We decide ourselves"), 7, 120, func(c *Community) *Lines { return &c.MayDecide }).under(SectionMandate),
	list("mayPropose", Say("We only recommend"), 7, 120, func(c *Community) *Lines { return &c.MayPropose }).under(SectionMandate).printed(Say("We recommend")),
	list("notOurs", Say("Hands off"), 7, 120, func(c *Community) *Lines { return &c.NotOurs }).under(SectionMandate).printed(Say("Not ours to decide")),
	list("workingAgreement", Say("How we treat one another"), 7, 120, func(c *Community) *Lines { return &c.WorkingAgreement }).under(SectionMandate),
	choice("decisionRule", Say("How we decide"), func(c *Community) *DecisionRule { return &c.DecisionRule }, "", ByConsent, ByMajority, ByLeader).under(SectionMandate),
	text("decisionNote", Say("More on how we decide"), 120, func(c *Community) *string { return &c.DecisionNote }).under(SectionMandate).printed(Say("In more words")),
	number("cadenceDays", Say("Days between events, as planned"), 7, 92, func(c *Community) *int { return &c.CadenceDays }).orNone(0).under(SectionMandate).counting().printed(Say("Rhythm")),
	line("usualSlot", Say("Usual slot"), 60, func(c *Community) *string { return &c.UsualSlot }).under(SectionMandate).outside(),
	date("reviewOn", Say("When we look at the charter again"), func(c *Community) *Date { return &c.ReviewOn }).under(SectionMeasures).counting().printed(Say("To be reviewed by")),
	date("pausedUntil", Say("We pause until"), func(c *Community) *Date { return &c.PausedUntil }).under(SectionMandate).saying(Say("From that day on the community is back; until then hints on events, the board, stories and the health check rest.")),
}

// Validate cleans the texts and checks the limits.
func (c *Community) Validate() error { return CommunityFields.validate(c, nil) }

// Paused reports whether the community rests on the day, on purpose.
func (c *Community) Paused(day Date) bool { return c.PausedUntil > day }

// WantsSponsors reports whether sponsors and leader's hours count for this
// community (data/README.md, Charter).
func (c *Community) WantsSponsors() bool { return c.Kind == Workplace || c.AsksHours }
