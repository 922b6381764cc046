package kit

import "copleader/data"

// placePages are the pages on which places are shown; their Arrive takes the data.Place.
var placePages = map[data.PlaceKind]string{
	data.PlaceCharter: "charter", data.PlaceMeasure: "charter", data.PlaceBox: "charter",
	data.PlaceMember: "members", data.PlaceMembers: "members", data.PlaceSponsors: "members",
	data.PlaceEvent: "events", data.PlaceEvents: "events", data.PlaceAttendance: "events",
	data.PlaceItem: "backlog", data.PlaceBoard: "backlog", data.PlaceStory: "backlog", data.PlaceStories: "backlog",
	data.PlaceRound: "health", data.PlaceHealth: "health", data.PlaceCard: "health",
	data.PlaceDocument: "share",
}

// PageOf is the page on which a place is shown.
func PageOf(p data.Place) string { return placePages[p.Kind] }

// GoTo shows a place on its page.
func (d Deps) GoTo(p data.Place) {
	if d.Go != nil {
		d.Go(PageOf(p), p)
	}
}

// BeginAt begins a row on the page of a place.
func (d Deps) BeginAt(p data.Place, b Begun) {
	if d.Go != nil {
		d.Go(PageOf(p), b)
	}
}
