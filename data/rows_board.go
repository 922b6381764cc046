package data

// Column of the board (data/README.md, Backlog).
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

// ItemKind is a kind of backlog item (data/README.md, Backlog).
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

// ItemKinds lists the kinds in the order of data/README.md, Backlog.
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

// Phrase says how long the size is.
func (s ItemSize) Phrase() Phrase { return named(itemSizeNames, s) }

var itemSizeNames = map[ItemSize]Phrase{
	"":    {Key: "Not said"},
	SizeS: {Key: "S – up to 2 hours"},
	SizeM: {Key: "M – up to a day"},
	SizeL: {Key: "L – more"},
}

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

// ItemFields describes a thing on the board.
var ItemFields = Fields[Item]{
	bare("id", func(i *Item) *int64 { return &i.ID }),
	line("title", Say("Title"), 100, func(i *Item) *string { return &i.Title }).must().outside(),
	choice("kind", Say("Kind"), func(i *Item) *ItemKind { return &i.Kind }, ItemKinds...),
	choice("column", Say("Column"), func(i *Item) *Column { return &i.Column }, Columns...).in("board_column"),
	bare("rank", func(i *Item) *int { return &i.Rank }),
	text("description", Say("Why, and what exactly"), 2000, func(i *Item) *string { return &i.Description }).community(),
	link("proposer", Say("Proposed by"), func(i *Item) *int64 { return &i.ProposerID }),
	tick("fromSurvey", Say("Came from a survey"), func(i *Item) *bool { return &i.FromSurvey }),
	link("owner", Say("Owner"), func(i *Item) *int64 { return &i.OwnerID }),
	number("votes", Say("Votes"), 0, 9999, func(i *Item) *int { return &i.Votes }),
	choice("size", Say("Size"), func(i *Item) *ItemSize { return &i.Size }, "", SizeS, SizeM, SizeL),
	tick("firstStep", Say("A good first step for a newcomer"), func(i *Item) *bool { return &i.FirstStep }),
	choice("box", Say("Box of the canvas"), func(i *Item) *BoxKey { return &i.Box }, append([]BoxKey{""}, Boxes...)...).called(boxOrNone),
	word("card", Say("Health card it answers"), 40, func(i *Item) *string { return &i.Card }),
	link("measure", Say("Measure it should move"), func(i *Item) *int64 { return &i.MeasureID }),
	link("event", Say("Event"), func(i *Item) *int64 { return &i.EventID }),
	date("due", Say("Due"), func(i *Item) *Date { return &i.Due }),
	list("links", Say("Links, one a line"), 10, 500, func(i *Item) *Lines { return &i.Links }).outside(),
	date("createdOn", unseen, func(i *Item) *Date { return &i.CreatedOn }).must(),
	date("startedOn", unseen, func(i *Item) *Date { return &i.StartedOn }),
	date("doneOn", Say("Finished on"), func(i *Item) *Date { return &i.DoneOn }),
	date("answeredOn", Say("First answer on"), func(i *Item) *Date { return &i.AnsweredOn }),
	text("outcome", Say("What came of it"), 500, func(i *Item) *string { return &i.Outcome }).community(),
	line("parkedReason", Say("Why it has to wait"), 200, func(i *Item) *string { return &i.ParkedReason }).community(),
}

func boxOrNone(word string) Phrase {
	if word == "" {
		return Say("None")
	}
	return BoxKey(word).Phrase()
}

// Validate cleans the texts and checks the limits.
func (i *Item) Validate() error { return ItemFields.validate(i, nil) }

// ItemMove is the day an item entered a column; age and time in a column follow from it.
type ItemMove struct {
	ID      int64
	ItemID  int64
	Column  Column
	On      Date
	Overrun bool // the column's soft limit was passed by this move
}

// ItemMoveFields describes a move on the board.
var ItemMoveFields = Fields[ItemMove]{
	bare("id", func(m *ItemMove) *int64 { return &m.ID }),
	belongs("item", unseen, func(m *ItemMove) *int64 { return &m.ItemID }),
	choice("column", unseen, func(m *ItemMove) *Column { return &m.Column }, Columns...).in("board_column"),
	date("on", unseen, func(m *ItemMove) *Date { return &m.On }).in("day").must(),
	tick("overrun", unseen, func(m *ItemMove) *bool { return &m.Overrun }),
}

// Validate cleans the texts and checks the limits.
func (m *ItemMove) Validate() error { return ItemMoveFields.validate(m, nil) }

// Reuse notes that somebody used a finished item again.
type Reuse struct {
	ID     int64
	ItemID int64
	On     Date
	Note   string
}

// ReuseFields describes a use of a finished item.
var ReuseFields = Fields[Reuse]{
	bare("id", func(r *Reuse) *int64 { return &r.ID }),
	belongs("item", unseen, func(r *Reuse) *int64 { return &r.ItemID }),
	date("on", Say("On"), func(r *Reuse) *Date { return &r.On }).in("day").must(),
	line("note", Say("Where, in a few words"), 200, func(r *Reuse) *string { return &r.Note }),
}

// Validate cleans the texts and checks the limits.
func (r *Reuse) Validate() error { return ReuseFields.validate(r, nil) }

// LimitOf is the soft limit of a column with a core of the given size, 0 for
// none (data/README.md, Backlog): limits warn, they do not block.
func LimitOf(c Column, coreMembers int) int {
	switch c {
	case ColumnReady:
		return 15
	case ColumnDoing:
		return max(3, coreMembers/2)
	}
	return 0
}

// ArchiveAfterDays is how long a finished item stays on the board (data/README.md, Backlog).
const ArchiveAfterDays = 90

// OnBoard reports whether the item is shown on the board: a finished one is
// archived after 90 days.
func (i *Item) OnBoard(today Date) bool {
	return i.Column != ColumnDone || i.DoneOn == 0 || today.Sub(i.DoneOn) <= ArchiveAfterDays
}
