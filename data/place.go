package data

// PlaceKind is a kind of thing or page that something leads to.
type PlaceKind string

// The kinds through which the red thread runs, from what the community is for to
// what came of it.
const (
	PlaceMeasure PlaceKind = "measure"
	PlaceBox     PlaceKind = "box"
	PlaceCard    PlaceKind = "card"
	PlaceItem    PlaceKind = "item"
	PlaceEvent   PlaceKind = "event"
	// PlaceAttendance is that people came to an event; its ID is the event's.
	// Who they were is no part of the thread.
	PlaceAttendance PlaceKind = "attendance"
	PlaceStory      PlaceKind = "story"
)

// The other kinds. One that names many of something may stand without an ID.
const (
	PlaceCharter  PlaceKind = "charter" // Key names the field or part, "canvas"
	PlaceMember   PlaceKind = "member"
	PlaceMembers  PlaceKind = "members"
	PlaceSponsors PlaceKind = "sponsors" // all of them
	PlaceEvents   PlaceKind = "events"
	PlaceBoard    PlaceKind = "board" // with an ID, at that item
	PlaceStories  PlaceKind = "stories"
	PlaceRound    PlaceKind = "round"
	PlaceHealth   PlaceKind = "health"
	PlaceDocument PlaceKind = "document" // Key is its name, "sponsor"
)

// ThreadKinds lists the kinds of the red thread in their order.
var ThreadKinds = []PlaceKind{PlaceMeasure, PlaceBox, PlaceCard, PlaceItem, PlaceEvent, PlaceAttendance, PlaceStory}

// PlaceKinds lists all kinds.
var PlaceKinds = append(ThreadKinds[:len(ThreadKinds):len(ThreadKinds)], PlaceCharter, PlaceMember, PlaceMembers, PlaceSponsors, PlaceEvents,
	PlaceBoard, PlaceStories, PlaceRound, PlaceHealth, PlaceDocument)

// Place is something to be led to: by its ID, or by its key. Only the window
// knows which page shows it.
type Place struct {
	Kind PlaceKind
	ID   int64
	Key  string
}

// BoxPlace is the place of a canvas box.
func BoxPlace(box BoxKey) Place { return Place{Kind: PlaceBox, Key: string(box)} }

// CardPlace is the place of a health card.
func CardPlace(card string) Place { return Place{Kind: PlaceCard, Key: card} }

// CharterPlace is the place of a field or part of the charter.
func CharterPlace(field string) Place { return Place{Kind: PlaceCharter, Key: field} }
