package share

import (
	"slices"

	"copleader/data"
	"copleader/data/coach"
)

// Due is a document that waits to be made now.
type Due struct {
	Document string // whose first page stands beside it
	EventID  int64  // of minutes; 0 for the sponsors' report
	Title    string
	Why      string
	Button   string
	Written  bool // the minutes are there, and not published
}

// ForReader is what there is for somebody, at a glance.
type ForReader struct {
	Title, Note string
	Documents   []Document
}

// Minutes are due for so many days; so many stand on the page at most.
const (
	minutesDays = 60
	minutesMost = 2
)

// due are the minutes to be written or published, what is longest ago first, and the report the sponsors wait for.
func (s *State) due(snapshot *data.Snapshot) []Due {
	today := s.clock.Today()
	published := map[int64]data.Minutes{}
	for _, m := range snapshot.Minutes {
		published[m.EventID] = m
	}
	var out []Due
	held := snapshot.HeldEvents(today)
	for i := range held {
		e := &held[i]
		m := published[e.ID]
		if m.PublishedOn != 0 || today.Sub(e.On) > minutesDays || len(out) == minutesMost {
			continue
		}
		d := Due{Document: "minutes-pdf", EventID: e.ID, Title: s.say.Text("Minutes of “%s”", e.Title), Button: s.say.Text("Write minutes"),
			Why: s.say.Text("Held %s, %s. Five lines are enough.", s.say.Near(e.On, today), data.SayCount(snapshot.CameTo(e.ID), "%d came", "%d came"))}
		if m.Text != "" {
			d.Written, d.Button = true, s.say.Text("Publish minutes")
			d.Why = s.say.Text("Held %s, written, and not published yet.", s.say.Near(e.On, today))
		}
		out = append(out, d)
	}
	if s.readOnly {
		out = nil // nothing can be written
	}
	for _, f := range coach.Findings(snapshot, nil, today) {
		if f.Offer.Do == coach.DoReport {
			out = append(out, Due{Document: "sponsor", Title: s.say.Text("Report to your sponsors"), Why: s.say.Of(f.Text), Button: s.say.Of(f.Offer.Label)})
		}
	}
	return out
}

// readers are what there is for sponsors, for members, for the next event and for the leader, the three most wanted of each.
func (s *State) readers(snapshot *data.Snapshot) []ForReader {
	var sponsors []string
	for i := range snapshot.Sponsors {
		sponsors = append(sponsors, snapshot.Sponsors[i].Name)
	}
	backing, names := []string{"sponsor", "results", "stories"}, s.say.List(sponsors)
	if len(sponsors) == 0 {
		backing, names = []string{"pitch", "sponsor", "stories"}, s.say.Text("nobody yet")
	}
	today, next := s.clock.Today(), s.say.Text("none is planned")
	if coming := snapshot.ComingEvents(today); len(coming) > 0 {
		next = s.say.Of(coming[0].Called(today))
	}
	all := []ForReader{
		{s.say.Text("Sponsors"), names, s.named(backing...)},
		{s.say.Text("Members"), s.say.Count(snapshot.ManyPeople(today), "%d person", "%d people"), s.named("group", "digest", "poster")},
		{s.say.Text("Next event"), next, s.named("kit", "announce", "board")},
		{s.say.Text("Me"), s.say.Text("stays with you"), s.named("year", "roster", "handover")},
	}
	if snapshot.IsForGuests() {
		for i := range all {
			all[i].Documents = slices.DeleteFunc(all[i].Documents, func(d Document) bool { return d.own() })
		}
	}
	return all
}

// named are documents by their names.
func (s *State) named(names ...string) []Document {
	var out []Document
	for _, name := range names {
		out = append(out, s.tileOf(name))
	}
	return out
}
