package data

// What the field's own words are called wherever a person reads them. A word
// that is not known (of a later version's file) is spoken as it stands.

// Phrase is the level's name; "" says that there is none yet.
func (l Level) Phrase() Phrase { return named(levelNames, l) }

var levelNames = map[Level]Phrase{
	"":            {Key: "Not enough events yet"},
	Core:          {Key: "Core"},
	Active:        {Key: "Active"},
	Occasional:    {Key: "Occasional"},
	Peripheral:    {Key: "Peripheral"},
	Transactional: {Key: "Transactional"},
}

// Phrase is the role's name (data/README.md, Roles).
func (r Role) Phrase() Phrase { return named(roleNames, r) }

var roleNames = map[Role]Phrase{
	RoleLeader:            {Key: "Leader"},
	RoleCoreTeam:          {Key: "Core team"},
	RoleLibrarian:         {Key: "Librarian"},
	RoleWelcomer:          {Key: "Welcomer"},
	RoleAgendaActivist:    {Key: "Agenda activist"},
	RoleCriticalFriend:    {Key: "Critical friend"},
	RoleValueDetective:    {Key: "Value detective"},
	RoleExternalMessenger: {Key: "External messenger"},
	RoleExpert:            {Key: "Expert"},
}

// Phrase is the column's heading on the board (data/README.md, Backlog).
func (c Column) Phrase() Phrase { return named(columnNames, c) }

var columnNames = map[Column]Phrase{
	ColumnIdea:    {Key: "Idea"},
	ColumnReady:   {Key: "Ready"},
	ColumnPlanned: {Key: "Planned"},
	ColumnDoing:   {Key: "Doing"},
	ColumnDone:    {Key: "Done"},
	ColumnParked:  {Key: "Parked"},
}

// Phrase is the pillar's name; the domain is called what ties us together.
func (p Pillar) Phrase() Phrase { return named(pillarNames, p) }

var pillarNames = map[Pillar]Phrase{
	PillarDomain:    {Key: "Shared interest"},
	PillarCommunity: {Key: "Community"},
	PillarPractice:  {Key: "Practice"},
	PillarSupport:   {Key: "Support"},
}

// Phrase is the item's kind (data/README.md, Backlog).
func (k ItemKind) Phrase() Phrase { return named(itemKindNames, k) }

var itemKindNames = map[ItemKind]Phrase{
	KindEventIdea:    {Key: "Event idea"},
	KindHelpRequest:  {Key: "Help request"},
	KindKnowledgeGap: {Key: "Knowledge gap"},
	KindArtefact:     {Key: "Artefact"},
	KindStandard:     {Key: "Standard"},
	KindExperiment:   {Key: "Experiment"},
	KindReuse:        {Key: "Reuse"},
	KindOutreach:     {Key: "Outreach"},
	KindOnboarding:   {Key: "Onboarding"},
	KindSponsorAsk:   {Key: "Ask to the sponsors"},
	KindAction:       {Key: "Action"},
	KindVisit:        {Key: "Visit"},
}

// Phrase is the heading of the box on the canvas (data/README.md, Canvas).
func (b BoxKey) Phrase() Phrase { return named(boxNames, b) }

var boxNames = map[BoxKey]Phrase{
	BoxVision:        {Key: "Our picture"},
	BoxImportance:    {Key: "Why now"},
	BoxHow:           {Key: "How"},
	BoxMeasures:      {Key: "Signs"},
	BoxImpact:        {Key: "Who feels it"},
	BoxResources:     {Key: "What we need"},
	BoxCommunication: {Key: "Channels"},
}

// Phrase is the phase's name (data/README.md, Phases and stages); what is no
// phase has none.
func (p Phase) Phrase() Phrase { return phaseNames[p] }

var phaseNames = map[Phase]Phrase{
	Define:    {Key: "Define"},
	Design:    {Key: "Design"},
	Grow:      {Key: "Grow"},
	Perform:   {Key: "Perform"},
	Transform: {Key: "Transform"},
}

// Phrase is the stage's name (data/README.md, Phases and stages); what is no
// stage has none.
func (s Stage) Phrase() Phrase { return stageNames[s] }

var stageNames = map[Stage]Phrase{
	Potential:      {Key: "Potential"},
	Coalescing:     {Key: "Coalescing"},
	Maturing:       {Key: "Maturing"},
	Stewardship:    {Key: "Stewardship"},
	Transformation: {Key: "Transformation"},
}

// Did says what somebody did who gave in this way, as a line about them goes on.
func (k ContributionKind) Did() Phrase { return named(didWords, k) }

var didWords = map[ContributionKind]Phrase{
	Facilitated: {Key: "led"},
	Prepared:    {Key: "prepared"},
	TookMinutes: {Key: "took the minutes"},
	ItemDone:    {Key: "finished"},
	Welcomed:    {Key: "guided a newcomer"},
	Represented: {Key: "spoke for the community outside"},
	Spoke:       {Key: "spoke"},
	Helped:      {Key: "helped"},
	Reviewed:    {Key: "gave feedback on someone's work"},
	Published:   {Key: "wrote or updated something for all"},
	Mentored:    {Key: "mentored somebody"},
}

// Phrase says how far the follow-up has come.
func (s FollowUpState) Phrase() Phrase { return named(followUpNames, s) }

var followUpNames = map[FollowUpState]Phrase{
	Asked:   {Key: "Asked"},
	SaidYes: {Key: "Said yes"},
	SaidNo:  {Key: "Said no"},
	Done:    {Key: "Done"},
}

// FormatName is the name of the format of events with the key
// (data/README.md, Formats).
func FormatName(key string) Phrase {
	if format, known := FormatOf(key); known {
		return Phrase{Key: format.Name}
	}
	return Say("%s", key)
}

func named[T ~string](names map[T]Phrase, word T) Phrase {
	if phrase, known := names[word]; known {
		return phrase
	}
	return Say("%s", string(word))
}
