package data

import (
	"cmp"
	"slices"
)

// Thread lists what a node is linked with, every link seen from both of its
// ends: walking from one thing to another, the way back is always there.
func (s *Snapshot) Thread(node Place) []Place {
	return s.threads([]Place{node})[node]
}

// threads lists what each of several nodes is linked with.
func (s *Snapshot) threads(nodes []Place) map[Place][]Place {
	linked := map[Place][]Place{}
	for _, n := range nodes {
		linked[n] = nil
	}
	note := func(from, to Place) {
		if _, wanted := linked[from]; wanted {
			linked[from] = append(linked[from], to)
		}
	}
	s.eachLink(func(a, b Place) {
		note(a, b)
		note(b, a)
	})
	for n, to := range linked {
		slices.SortFunc(to, func(a, b Place) int {
			return cmp.Or(cmp.Compare(slices.Index(ThreadKinds, a.Kind), slices.Index(ThreadKinds, b.Kind)),
				cmp.Compare(a.ID, b.ID), cmp.Compare(a.Key, b.Key))
		})
		linked[n] = slices.Compact(to)
	}
	return linked
}

// ThreadTitle is what the leader called the thing; empty for a box and for
// attendance, which have words of their own, and for what is gone.
func (s *Snapshot) ThreadTitle(node Place) string {
	switch node.Kind {
	case PlaceMeasure:
		m, _ := byID(s.Measures, node.ID, func(m *Measure) int64 { return m.ID })
		return m.Wording
	case PlaceCard:
		return s.cardTitle(node.Key)
	case PlaceItem:
		i, _ := s.ItemByID(node.ID)
		return i.Title
	case PlaceEvent:
		e, _ := s.EventByID(node.ID)
		return e.Title
	case PlaceStory:
		t, _ := byID(s.Stories, node.ID, func(t *ValueStory) int64 { return t.ID })
		return t.Title
	}
	return ""
}

// cardTitle is the title of a card's latest version.
func (s *Snapshot) cardTitle(card string) string {
	title, latest := "", -1
	for i := range s.CardVersions {
		if v := &s.CardVersions[i]; v.Card == card && v.Version > latest {
			title, latest = v.Title, v.Version
		}
	}
	return title
}

// CameTo counts the members who were at an event; guests are not among them.
func (s *Snapshot) CameTo(eventID int64) int {
	n := 0
	for i := range s.Attendance {
		if a := &s.Attendance[i]; a.EventID == eventID && a.Present {
			n++
		}
	}
	return n
}

// Leading are the members who lead an event.
func (s *Snapshot) Leading(eventID int64) (ids []int64) {
	for i := range s.EventRoles {
		if r := &s.EventRoles[i]; r.EventID == eventID && r.Part == PartFacilitator && r.MemberID != 0 {
			ids = append(ids, r.MemberID)
		}
	}
	return ids
}

// TooManyVotes says that there are more votes on an event than people were there; nothing while nobody is noted but
// who led it, who is ticked without being asked about.
func (s *Snapshot) TooManyVotes(eventID int64, votes int) (doubt Phrase, there bool) {
	e, _ := s.EventByID(eventID)
	people := s.CameTo(eventID) + e.Guests
	leading := s.Leading(eventID)
	others := slices.ContainsFunc(s.Attendance, func(a Attendance) bool {
		return a.EventID == eventID && a.Present && !slices.Contains(leading, a.MemberID)
	})
	if !others && e.Guests == 0 || votes <= people {
		return Phrase{}, false
	}
	return Say("%s, but %s.", SayCount(votes, "%d vote", "%d votes"), SayCount(people, "%d person was there", "%d people were there")), true
}

// eachLink yields every link once or more; both ends are there.
func (s *Snapshot) eachLink(yield func(a, b Place)) {
	t := s.threadRows()
	link := func(a, b Place) {
		if t.has(a) && t.has(b) {
			yield(a, b)
		}
	}
	for i := range s.Measures {
		m := &s.Measures[i]
		link(Place{Kind: PlaceMeasure, ID: m.ID}, CardPlace(m.Card))
	}
	for i := range s.Items {
		it := &s.Items[i]
		own := Place{Kind: PlaceItem, ID: it.ID}
		link(own, Place{Kind: PlaceMeasure, ID: it.MeasureID})
		link(own, BoxPlace(it.Box))
		link(own, CardPlace(it.Card))
		link(own, Place{Kind: PlaceEvent, ID: it.EventID})
	}
	for i := range s.Events {
		e := &s.Events[i]
		own := Place{Kind: PlaceEvent, ID: e.ID}
		for _, box := range e.Boxes {
			link(own, BoxPlace(BoxKey(box)))
		}
		link(own, Place{Kind: PlaceAttendance, ID: e.ID})
	}
	for i := range s.Stories {
		st := &s.Stories[i]
		own := Place{Kind: PlaceStory, ID: st.ID}
		link(own, Place{Kind: PlaceItem, ID: st.ItemID})
		link(own, Place{Kind: PlaceEvent, ID: st.EventID})
		link(own, Place{Kind: PlaceMeasure, ID: st.MeasureID})
	}
	s.eachRoundLink(link)
}

// eachRoundLink links the session a round was run in with the cards that were asked.
func (s *Snapshot) eachRoundLink(link func(a, b Place)) {
	sessions := map[int64]int64{}
	for i := range s.Rounds {
		if r := &s.Rounds[i]; r.EventID != 0 {
			sessions[r.ID] = r.EventID
		}
	}
	if len(sessions) == 0 {
		return
	}
	cards := indexOf(s.CardVersions, func(v *CardVersion) int64 { return v.ID })
	for i := range s.RoundCards {
		rc := &s.RoundCards[i]
		if at, event := cards.find(rc.CardVersionID), sessions[rc.RoundID]; at >= 0 && event != 0 {
			link(Place{Kind: PlaceEvent, ID: event}, CardPlace(s.CardVersions[at].Card))
		}
	}
}

// threadRows knows which rows are there, so that no link leads nowhere.
type threadRows struct {
	measures, items, events, stories index
	came                             map[int64]bool
	cards                            map[string]bool
}

func (s *Snapshot) threadRows() *threadRows {
	t := &threadRows{
		measures: indexOf(s.Measures, func(m *Measure) int64 { return m.ID }),
		items:    indexOf(s.Items, func(i *Item) int64 { return i.ID }),
		events:   indexOf(s.Events, func(e *Event) int64 { return e.ID }),
		stories:  indexOf(s.Stories, func(v *ValueStory) int64 { return v.ID }),
		came:     map[int64]bool{}, cards: map[string]bool{},
	}
	for i := range s.Attendance {
		if a := &s.Attendance[i]; a.Present && !t.came[a.EventID] {
			t.came[a.EventID] = true
		}
	}
	for i := range s.CardVersions {
		t.cards[s.CardVersions[i].Card] = true
	}
	return t
}

func (t *threadRows) has(n Place) bool {
	switch n.Kind {
	case PlaceMeasure:
		return n.ID != 0 && t.measures.find(n.ID) >= 0
	case PlaceBox:
		return slices.Contains(Boxes, BoxKey(n.Key))
	case PlaceCard:
		return n.Key != "" && t.cards[n.Key]
	case PlaceItem:
		return n.ID != 0 && t.items.find(n.ID) >= 0
	case PlaceEvent:
		return n.ID != 0 && t.events.find(n.ID) >= 0
	case PlaceAttendance:
		return t.came[n.ID]
	case PlaceStory:
		return n.ID != 0 && t.stories.find(n.ID) >= 0
	}
	return false
}
