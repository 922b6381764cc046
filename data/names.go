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

// Phrase is the role's name (domain.md 6).
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

// Phrase is the column's heading on the board (domain.md 9.2).
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

func named[T ~string](names map[T]Phrase, word T) Phrase {
	if phrase, known := names[word]; known {
		return phrase
	}
	return Say("%s", string(word))
}
