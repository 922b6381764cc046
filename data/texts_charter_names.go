package data

// Phrase is the heading of the section in the charter
// (data/README.md, Charter).
func (s Section) Phrase() Phrase { return named(sectionNames, s) }

var sectionNames = map[Section]Phrase{
	SectionIdentity:  {Key: "Identity"},
	SectionPurpose:   {Key: "Purpose"},
	SectionInterest:  {Key: "Shared interest"},
	SectionCommunity: {Key: "Community"},
	SectionPractice:  {Key: "Practice"},
	SectionMandate:   {Key: "Mandate and agreements"},
	SectionMeasures:  {Key: "Measures"},
}

// Phrase names the kind of community.
func (k CommunityKind) Phrase() Phrase { return named(communityKindNames, k) }

var communityKindNames = map[CommunityKind]Phrase{
	Workplace:    {Key: "At a workplace"},
	Professional: {Key: "Professional, may span organisations"},
	Hobby:        {Key: "A hobby"},
}

// Phrase names the colour.
func (c Colour) Phrase() Phrase { return named(colourNames, c) }

var colourNames = map[Colour]Phrase{
	Teal:     {Key: "Teal"},
	Blue:     {Key: "Blue"},
	DarkBlue: {Key: "Dark blue"},
	Violet:   {Key: "Violet"},
	Plum:     {Key: "Plum"},
	WineRed:  {Key: "Wine red"},
	Brown:    {Key: "Brown"},
	Olive:    {Key: "Olive green"},
}

// Phrase says who may join.
func (p MembershipPolicy) Phrase() Phrase { return named(policyNames, p) }

var policyNames = map[MembershipPolicy]Phrase{
	"":           {Key: "Not decided"},
	OpenToAll:    {Key: "Open to all"},
	OnRequest:    {Key: "On request"},
	ByInvitation: {Key: "By invitation"},
}

// Phrase says how the community decides.
func (r DecisionRule) Phrase() Phrase { return named(ruleNames, r) }

var ruleNames = map[DecisionRule]Phrase{
	"":         {Key: "Not decided"},
	ByConsent:  {Key: "By consent"},
	ByMajority: {Key: "By majority vote"},
	ByLeader:   {Key: "The leader, after advice"},
}

// Phrase names the kind of sponsor (data/README.md, Roles).
func (k SponsorKind) Phrase() Phrase { return named(sponsorKindNames, k) }

var sponsorKindNames = map[SponsorKind]Phrase{
	"":            {Key: "Not said"},
	BusinessOwner: {Key: "Business owner"},
	Champion:      {Key: "High-level champion"},
	BudgetHolder:  {Key: "Budget holder"},
}

// Phrase says how a sponsor was met.
func (k ContactKind) Phrase() Phrase { return named(contactKindNames, k) }

var contactKindNames = map[ContactKind]Phrase{
	ContactReview: {Key: "Review"},
	ContactReport: {Key: "Report"},
	ContactTalk:   {Key: "Talk"},
}

// Phrase names the attitude, which only the leader sees.
func (a Attitude) Phrase() Phrase { return named(attitudeNames, a) }

var attitudeNames = map[Attitude]Phrase{
	"":       {Key: "Not said"},
	Supports: {Key: "Supports"},
	Neutral:  {Key: "Neutral"},
	Doubts:   {Key: "Doubts"},
}

// Phrase says what the channel is for.
func (u ChannelUse) Phrase() Phrase { return named(channelUseNames, u) }

var channelUseNames = map[ChannelUse]Phrase{
	UseAnnounce: {Key: "To announce"},
	UseDiscuss:  {Key: "To discuss"},
	UseArchive:  {Key: "To keep things"},
}

// Phrase says where the measure's figure comes from.
func (k MeasureKind) Phrase() Phrase { return named(measureKindNames, k) }

var measureKindNames = map[MeasureKind]Phrase{
	MeasureInApp:     {Key: "Counted by this program"},
	MeasureDimension: {Key: "A health card"},
	MeasureOutside:   {Key: "A number from outside"},
	MeasureStory:     {Key: "A story"},
}

// Phrase names the side of the force field.
func (s ForceSide) Phrase() Phrase { return named(forceSideNames, s) }

var forceSideNames = map[ForceSide]Phrase{
	ForceSupports: {Key: "Supports the vision"},
	ForceSlows:    {Key: "Slows the vision"},
}

// Question is the question of the workshop that fills the box
// (data/README.md, Canvas).
func (b BoxKey) Question() Phrase { return boxQuestions[b] }

var boxQuestions = map[BoxKey]Phrase{
	BoxVision:        {Key: "What picture of this community do we want to make real, and what should it reach?"},
	BoxImportance:    {Key: "Why does it matter at this moment?"},
	BoxHow:           {Key: "Which activities will carry us there?"},
	BoxMeasures:      {Key: "By what signs shall we see progress?"},
	BoxImpact:        {Key: "Which people and things will feel a change?"},
	BoxResources:     {Key: "What do we need to have?"},
	BoxCommunication: {Key: "Which channels will help?"},
}

// QuestionText is a question of a worksheet in the words it is asked in
// (data/README.md, Worksheets); what is no question has none.
func QuestionText(key string) Phrase { return questionTexts[key] }

var questionTexts = map[string]Phrase{
	"design.activities":      {Key: "Which activities would wake people up and make the group feel present?"},
	"design.interaction":     {Key: "What forms of contact, among people and with our material, keep them engaged?"},
	"design.recognition":     {Key: "How might we thank members for service or for strong work?"},
	"design.communication":   {Key: "How do we keep in touch between events so that the purpose is served?"},
	"design.collaboration":   {Key: "How will members work with one another on common goals?"},
	"design.learning":        {Key: "What do we want to learn, and who brings material or experience from outside?"},
	"grow.culture":           {Key: "What tone and habits mark us?"},
	"grow.engaged":           {Key: "Who takes part at present, and in what way?"},
	"grow.reputation":        {Key: "How do people outside see our members?"},
	"grow.character":         {Key: "Are we playful or sober? Does our look show it?"},
	"grow.awareness":         {Key: "How do likely members hear of us, and what should they hear?"},
	"grow.joining":           {Key: "How does someone join and find their feet?"},
	"grow.leadersPath":       {Key: "How does a newcomer come to lead something?"},
	"perform.energy":         {Key: "Which activities give energy and make the community visible?"},
	"perform.cycle":          {Key: "What repeating pattern of events is forming?"},
	"perform.processes":      {Key: "Which standing habits keep things lively?"},
	"perform.cultureSigns":   {Key: "Which customs have appeared, and how do we show them?"},
	"perform.roles":          {Key: "Which roles or subgroups have formed; how are they filled?"},
	"perform.outputs":        {Key: "What can members produce that serves them and the whole?"},
	"perform.recognition":    {Key: "How is a member's work noticed, here and by the employer?"},
	"transform.flow":         {Key: "How do people enter, take part, lead and leave?"},
	"transform.succession":   {Key: "How do we find, prepare and back the next leaders?"},
	"transform.purposeCheck": {Key: "How far do we serve the people we meant to serve?"},
	"transform.success":      {Key: "How do we measure success now?"},
	"transform.better":       {Key: "What could we do better?"},
	"transform.future":       {Key: "Carry on, change, merge, split or close?"},
}
