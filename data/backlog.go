package data

// Column of the board (domain.md 9.2).
type Column string

// The five columns and the Parked rail.
const (
	ColumnIdea    Column = "idea"
	ColumnReady   Column = "ready"
	ColumnPlanned Column = "planned"
	ColumnDoing   Column = "doing"
	ColumnDone    Column = "done"
	ColumnParked  Column = "parked"
)

// Columns lists the columns as they stand on the board, the rail last.
var Columns = []Column{ColumnIdea, ColumnReady, ColumnPlanned, ColumnDoing, ColumnDone, ColumnParked}

// ItemKind is a kind of backlog item (domain.md 9.1).
type ItemKind string

// The kinds of item.
const (
	KindEventIdea    ItemKind = "eventIdea"
	KindHelpRequest  ItemKind = "helpRequest"
	KindKnowledgeGap ItemKind = "knowledgeGap"
	KindArtefact     ItemKind = "artefact"
	KindStandard     ItemKind = "standard"
	KindExperiment   ItemKind = "experiment"
	KindReuse        ItemKind = "reuse"
	KindOutreach     ItemKind = "outreach"
	KindOnboarding   ItemKind = "onboarding"
	KindSponsorAsk   ItemKind = "sponsorAsk"
	KindAction       ItemKind = "action"
	KindVisit        ItemKind = "visit"
)

// ItemKinds lists the kinds in the order of domain.md 9.1.
var ItemKinds = []ItemKind{KindEventIdea, KindHelpRequest, KindKnowledgeGap, KindArtefact, KindStandard,
	KindExperiment, KindReuse, KindOutreach, KindOnboarding, KindSponsorAsk, KindAction, KindVisit}

// ItemSize is a rough size: S up to 2 hours, M up to a day, L more.
type ItemSize string

// The sizes; "" means not said.
const (
	SizeS ItemSize = "S"
	SizeM ItemSize = "M"
	SizeL ItemSize = "L"
)

// Item is a thing the community might do, on the backlog board.
type Item struct {
	ID           int64
	Title        string
	Kind         ItemKind
	Column       Column
	Rank         int // order within the column, smallest on top
	Description  string
	ProposerID   int64
	FromSurvey   bool // proposed in a survey, by nobody named
	OwnerID      int64
	Votes        int
	Size         ItemSize
	FirstStep    bool // "good first contribution"
	Box          BoxKey
	Card         string // key of the health card it answers
	MeasureID    int64
	EventID      int64
	Due          Date
	Links        Lines
	CreatedOn    Date
	StartedOn    Date
	DoneOn       Date
	AnsweredOn   Date // a help request's first answer
	Outcome      string
	ParkedReason string
}

// Validate cleans the texts and checks the limits of domain.md 9.1.
func (i *Item) Validate() error {
	var k check
	k.needed("title", &i.Title, 100)
	oneOf(&k, "kind", i.Kind, ItemKinds...)
	oneOf(&k, "column", i.Column, Columns...)
	k.text("description", &i.Description, 2000)
	k.between("votes", i.Votes, 0, 9999)
	oneOf(&k, "size", i.Size, "", SizeS, SizeM, SizeL)
	oneOf(&k, "box", i.Box, append([]BoxKey{""}, Boxes...)...)
	k.line("card", &i.Card, 40)
	for field, d := range map[string]Date{"due": i.Due, "startedOn": i.StartedOn, "doneOn": i.DoneOn, "answeredOn": i.AnsweredOn} {
		k.date(field, d)
	}
	k.neededDate("createdOn", i.CreatedOn)
	k.lines("links", &i.Links, 10, 500)
	k.text("outcome", &i.Outcome, 500)
	k.line("parkedReason", &i.ParkedReason, 200)
	return k.err()
}

// ItemMove is the day an item entered a column; age and time in a column follow from it.
type ItemMove struct {
	ID      int64
	ItemID  int64
	Column  Column
	On      Date
	Overrun bool // the column's soft limit was passed by this move
}

// Validate checks the limits.
func (m *ItemMove) Validate() error {
	var k check
	oneOf(&k, "column", m.Column, Columns...)
	k.neededDate("on", m.On)
	return k.err()
}

// Reuse notes that somebody used a finished item again.
type Reuse struct {
	ID     int64
	ItemID int64
	On     Date
	Note   string
}

// Validate cleans the note and checks the limits.
func (r *Reuse) Validate() error {
	var k check
	k.neededDate("on", r.On)
	k.line("note", &r.Note, 200)
	return k.err()
}

// LimitOf is the soft limit of a column with a core of the given size, 0 for
// none (domain.md 9.2): limits warn, they do not block.
func LimitOf(c Column, coreMembers int) int {
	switch c {
	case ColumnReady:
		return 15
	case ColumnDoing:
		return max(3, coreMembers/2)
	}
	return 0
}

// ArchiveAfterDays is how long a finished item stays on the board (domain.md 9.2).
const ArchiveAfterDays = 90

// OnBoard reports whether the item is shown on the board: a finished one is
// archived after 90 days.
func (i *Item) OnBoard(today Date) bool {
	return i.Column != ColumnDone || i.DoneOn == 0 || today.Sub(i.DoneOn) <= ArchiveAfterDays
}
