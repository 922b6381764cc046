package charter

import (
	"slices"

	"copleader/data"
)

// spec describes one written field of the charter (domain.md 2.1): the screen
// makes its field from it, the text of a version its lines. Either text or list is set.
type spec struct {
	key     string // as data calls it in errors
	section data.Section
	label   data.Phrase
	rows    int // 0 is a single line
	text    func(*data.Community) *string
	list    func(*data.Community) *data.Lines
}

// specs are the written fields in the order of the charter.
var specs = []spec{
	{key: "name", section: data.SectionIdentity, label: data.Say("Name of the community"),
		text: func(c *data.Community) *string { return &c.Name }},
	{key: "tagline", section: data.SectionIdentity, label: data.Say("One line that says who we are"),
		text: func(c *data.Community) *string { return &c.Tagline }},
	{key: "leaderCoach", section: data.SectionIdentity, label: data.Say("Who coaches the leader at first"),
		text: func(c *data.Community) *string { return &c.LeaderCoach }},
	{key: "timeZone", section: data.SectionIdentity, label: data.Say("Time zone in which events are planned"),
		text: func(c *data.Community) *string { return &c.TimeZone }},

	{key: "primaryPurpose", section: data.SectionPurpose, label: data.Say("What we are here for, in one or two sentences"), rows: 2,
		text: func(c *data.Community) *string { return &c.PrimaryPurpose }},
	{key: "needs", section: data.SectionPurpose, label: data.Say("Needs we exist to answer"), rows: 3,
		list: func(c *data.Community) *data.Lines { return &c.Needs }},
	{key: "memberBenefits", section: data.SectionPurpose, label: data.Say("What members gain"), rows: 3,
		list: func(c *data.Community) *data.Lines { return &c.MemberBenefits }},
	{key: "stakeholderBenefits", section: data.SectionPurpose, label: data.Say("What others gain"), rows: 3,
		list: func(c *data.Community) *data.Lines { return &c.StakeholderBenefits }},

	{key: "domain", section: data.SectionInterest, label: data.Say("The subject that ties us together"), rows: 1,
		text: func(c *data.Community) *string { return &c.Domain }},
	{key: "inScope", section: data.SectionInterest, label: data.Say("Topics inside"), rows: 2,
		list: func(c *data.Community) *data.Lines { return &c.InScope }},
	{key: "outOfScope", section: data.SectionInterest, label: data.Say("Topics left outside"), rows: 2,
		list: func(c *data.Community) *data.Lines { return &c.OutOfScope }},

	{key: "whoWeAre", section: data.SectionCommunity, label: data.Say("Who belongs"), rows: 2,
		text: func(c *data.Community) *string { return &c.WhoWeAre }},
	{key: "howToJoin", section: data.SectionCommunity, label: data.Say("How to join"), rows: 1,
		text: func(c *data.Community) *string { return &c.HowToJoin }},
	{key: "expectedCommitment", section: data.SectionCommunity, label: data.Say("What we ask of a member"), rows: 1,
		text: func(c *data.Community) *string { return &c.ExpectedCommitment }},

	{key: "practice", section: data.SectionPractice, label: data.Say("The work we all do"), rows: 1,
		text: func(c *data.Community) *string { return &c.Practice }},
	{key: "repertoire", section: data.SectionPractice, label: data.Say("What we already share: methods, stories, tools"), rows: 2,
		list: func(c *data.Community) *data.Lines { return &c.Repertoire }},

	{key: "mayDecide", section: data.SectionMandate, label: data.Say("We decide ourselves"), rows: 2,
		list: func(c *data.Community) *data.Lines { return &c.MayDecide }},
	{key: "mayPropose", section: data.SectionMandate, label: data.Say("We only recommend"), rows: 2,
		list: func(c *data.Community) *data.Lines { return &c.MayPropose }},
	{key: "notOurs", section: data.SectionMandate, label: data.Say("Hands off"), rows: 2,
		list: func(c *data.Community) *data.Lines { return &c.NotOurs }},
	{key: "workingAgreement", section: data.SectionMandate, label: data.Say("How we treat one another"), rows: 3,
		list: func(c *data.Community) *data.Lines { return &c.WorkingAgreement }},
	{key: "decisionNote", section: data.SectionMandate, label: data.Say("More on how we decide"), rows: 1,
		text: func(c *data.Community) *string { return &c.DecisionNote }},
	{key: "usualSlot", section: data.SectionMandate, label: data.Say("Usual slot"),
		text: func(c *data.Community) *string { return &c.UsualSlot }},
}

// specOf finds a written field by its key.
func specOf(key string) spec {
	for _, f := range specs {
		if f.key == key {
			return f
		}
	}
	return spec{}
}

// Part is one of the parts of the charter that a chip chooses.
type Part string

// The parts in the order of their chips.
const (
	PartDefine    Part = "define"
	PartIdentity  Part = "identity"
	PartMandate   Part = "mandate"
	PartCanvas    Part = "canvas"
	PartMeasures  Part = "measures"
	PartDesign    Part = "design"
	PartGrow      Part = "grow"
	PartPerform   Part = "perform"
	PartTransform Part = "transform"
	PartVersions  Part = "versions"
)

// Parts lists the parts in the order of their chips.
var Parts = []Part{PartDefine, PartIdentity, PartMandate, PartCanvas, PartMeasures,
	PartDesign, PartGrow, PartPerform, PartTransform, PartVersions}

// sectionsOf are the sections of the charter that a part shows, whose notes stand
// beside it.
func sectionsOf(p Part) []data.Section {
	switch p {
	case PartIdentity:
		return []data.Section{data.SectionIdentity}
	case PartMandate:
		return []data.Section{data.SectionMandate}
	case PartMeasures:
		return []data.Section{data.SectionMeasures}
	case PartDefine:
		return []data.Section{data.SectionPurpose, data.SectionInterest, data.SectionCommunity, data.SectionPractice}
	}
	return nil
}

// partOf is the part in which a section is written.
func partOf(section data.Section) Part {
	for _, p := range Parts {
		for _, s := range sectionsOf(p) {
			if s == section {
				return p
			}
		}
	}
	return PartDefine
}

// placeOf is the part in which a field of the charter is found, by its key;
// the review is agreed with a version.
func placeOf(key string) (Part, bool) {
	switch key {
	case "kind", "startedOn", "leader", "leaderHours", "workWeek", "sponsors", "logo", "phase", "stage":
		return PartIdentity, true
	case "cadence", "cadenceDays", "channels", "decisionRule":
		return PartMandate, true
	case "membershipPolicy", "stakeholders", "roleDefinitions", "vocabulary":
		return PartDefine, true
	case "measures":
		return PartMeasures, true
	case "reviewOn":
		return PartVersions, true
	}
	if f := specOf(key); f.key != "" {
		return partOf(f.section), true
	}
	return "", false
}

// partOfKey is the place of a field's part among the parts.
func partOfKey(key string) int {
	p, _ := placeOf(key)
	return slices.Index(Parts, p)
}
