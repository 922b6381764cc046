package data

// WrittenField is one field of the charter that is written as words
// (data/README.md, Charter); either Text or List leads to it.
type WrittenField struct {
	Key     string // as errors call it
	Section Section
	Label   Phrase
	Text    func(*Community) *string
	List    func(*Community) *Lines
}

// WrittenFields are the written fields in the order of the charter. The screen
// makes its fields from them, the documents their lines.
var WrittenFields = []WrittenField{
	{Key: "name", Section: SectionIdentity, Label: Phrase{Key: "Name of the community"},
		Text: func(c *Community) *string { return &c.Name }},
	{Key: "tagline", Section: SectionIdentity, Label: Phrase{Key: "One line that says who we are"},
		Text: func(c *Community) *string { return &c.Tagline }},
	{Key: "leaderCoach", Section: SectionIdentity, Label: Phrase{Key: "Who coaches the leader at first"},
		Text: func(c *Community) *string { return &c.LeaderCoach }},
	{Key: "timeZone", Section: SectionIdentity, Label: Phrase{Key: "Time zone in which events are planned"},
		Text: func(c *Community) *string { return &c.TimeZone }},

	{Key: "primaryPurpose", Section: SectionPurpose, Label: Phrase{Key: "What we are here for, in one or two sentences"},
		Text: func(c *Community) *string { return &c.PrimaryPurpose }},
	{Key: "needs", Section: SectionPurpose, Label: Phrase{Key: "Needs we exist to answer"},
		List: func(c *Community) *Lines { return &c.Needs }},
	{Key: "memberBenefits", Section: SectionPurpose, Label: Phrase{Key: "What members gain"},
		List: func(c *Community) *Lines { return &c.MemberBenefits }},
	{Key: "stakeholderBenefits", Section: SectionPurpose, Label: Phrase{Key: "What others gain"},
		List: func(c *Community) *Lines { return &c.StakeholderBenefits }},

	{Key: "domain", Section: SectionInterest, Label: Phrase{Key: "The subject that ties us together"},
		Text: func(c *Community) *string { return &c.Domain }},
	{Key: "inScope", Section: SectionInterest, Label: Phrase{Key: "Topics inside"},
		List: func(c *Community) *Lines { return &c.InScope }},
	{Key: "outOfScope", Section: SectionInterest, Label: Phrase{Key: "Topics left outside"},
		List: func(c *Community) *Lines { return &c.OutOfScope }},

	{Key: "whoWeAre", Section: SectionCommunity, Label: Phrase{Key: "Who belongs"},
		Text: func(c *Community) *string { return &c.WhoWeAre }},
	{Key: "howToJoin", Section: SectionCommunity, Label: Phrase{Key: "How to join"},
		Text: func(c *Community) *string { return &c.HowToJoin }},
	{Key: "expectedCommitment", Section: SectionCommunity, Label: Phrase{Key: "What we ask of a member"},
		Text: func(c *Community) *string { return &c.ExpectedCommitment }},

	{Key: "practice", Section: SectionPractice, Label: Phrase{Key: "The work we all do"},
		Text: func(c *Community) *string { return &c.Practice }},
	{Key: "repertoire", Section: SectionPractice, Label: Phrase{Key: "What we already share: methods, stories, tools"},
		List: func(c *Community) *Lines { return &c.Repertoire }},

	{Key: "mayDecide", Section: SectionMandate, Label: Phrase{Key: "We decide ourselves"},
		List: func(c *Community) *Lines { return &c.MayDecide }},
	{Key: "mayPropose", Section: SectionMandate, Label: Phrase{Key: "We only recommend"},
		List: func(c *Community) *Lines { return &c.MayPropose }},
	{Key: "notOurs", Section: SectionMandate, Label: Phrase{Key: "Hands off"},
		List: func(c *Community) *Lines { return &c.NotOurs }},
	{Key: "workingAgreement", Section: SectionMandate, Label: Phrase{Key: "How we treat one another"},
		List: func(c *Community) *Lines { return &c.WorkingAgreement }},
	{Key: "decisionNote", Section: SectionMandate, Label: Phrase{Key: "More on how we decide"},
		Text: func(c *Community) *string { return &c.DecisionNote }},
	{Key: "usualSlot", Section: SectionMandate, Label: Phrase{Key: "Usual slot"},
		Text: func(c *Community) *string { return &c.UsualSlot }},
}
