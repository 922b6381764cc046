package data

import (
	"cmp"
	"slices"
)

// ThreadKind is a kind of thing the red thread runs through.
type ThreadKind string

// The kinds, from what the community is for to what came of it.
const (
	ThreadMeasure ThreadKind = "measure"
	ThreadBox     ThreadKind = "box"
	ThreadCard    ThreadKind = "card"
	ThreadItem    ThreadKind = "item"
	ThreadEvent   ThreadKind = "event"
	// ThreadAttendance is that people came to an event; its ID is the event's.
	// Who they were is no part of the thread.
	ThreadAttendance ThreadKind = "attendance"
	ThreadStory      ThreadKind = "story"
)

// ThreadKinds lists the kinds in order.
var ThreadKinds = []ThreadKind{ThreadMeasure, ThreadBox, ThreadCard, ThreadItem, ThreadEvent, ThreadAttendance, ThreadStory}

// ThreadNode is one thing on the red thread: by its ID, a box or a card by its key.
type ThreadNode struct {
	Kind ThreadKind
	ID   int64
	Key  string
}

// BoxNode is the node of a canvas box.
func BoxNode(box BoxKey) ThreadNode { return ThreadNode{Kind: ThreadBox, Key: string(box)} }

// CardNode is the node of a health card.
func CardNode(card string) ThreadNode { return ThreadNode{Kind: ThreadCard, Key: card} }

// Thread lists what a node is linked with, every link seen from both of its
// ends: walking from one thing to another, the way back is always there.
func (s *Snapshot) Thread(node ThreadNode) []ThreadNode {
	return s.threads([]ThreadNode{node})[node]
}

// threads lists what each of several nodes is linked with.
func (s *Snapshot) threads(nodes []ThreadNode) map[ThreadNode][]ThreadNode {
	linked := map[ThreadNode][]ThreadNode{}
	for _, n := range nodes {
		linked[n] = nil
	}
	note := func(from, to ThreadNode) {
		if _, wanted := linked[from]; wanted {
			linked[from] = append(linked[from], to)
		}
	}
	s.eachLink(func(a, b ThreadNode) {
		note(a, b)
		note(b, a)
	})
	for n, to := range linked {
		slices.SortFunc(to, func(a, b ThreadNode) int {
			return cmp.Or(cmp.Compare(slices.Index(ThreadKinds, a.Kind), slices.Index(ThreadKinds, b.Kind)),
				cmp.Compare(a.ID, b.ID), cmp.Compare(a.Key, b.Key))
		})
		linked[n] = slices.Compact(to)
	}
	return linked
}

// ThreadTitle is what the leader called the thing; empty for a box and for
// attendance, which have words of their own, and for what is gone.
func (s *Snapshot) ThreadTitle(node ThreadNode) string {
	switch node.Kind {
	case ThreadMeasure:
		m, _ := byID(s.Measures, node.ID, func(m *Measure) int64 { return m.ID })
		return m.Wording
	case ThreadCard:
		return s.cardTitle(node.Key)
	case ThreadItem:
		i, _ := s.ItemByID(node.ID)
		return i.Title
	case ThreadEvent:
		e, _ := s.EventByID(node.ID)
		return e.Title
	case ThreadStory:
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

// eachLink yields every link once or more; both ends are there.
func (s *Snapshot) eachLink(yield func(a, b ThreadNode)) {
	t := s.threadRows()
	link := func(a, b ThreadNode) {
		if t.has(a) && t.has(b) {
			yield(a, b)
		}
	}
	for i := range s.Measures {
		m := &s.Measures[i]
		link(ThreadNode{Kind: ThreadMeasure, ID: m.ID}, CardNode(m.Card))
	}
	for i := range s.Items {
		it := &s.Items[i]
		own := ThreadNode{Kind: ThreadItem, ID: it.ID}
		link(own, ThreadNode{Kind: ThreadMeasure, ID: it.MeasureID})
		link(own, BoxNode(it.Box))
		link(own, CardNode(it.Card))
		link(own, ThreadNode{Kind: ThreadEvent, ID: it.EventID})
	}
	for i := range s.Events {
		e := &s.Events[i]
		own := ThreadNode{Kind: ThreadEvent, ID: e.ID}
		for _, box := range e.Boxes {
			link(own, BoxNode(BoxKey(box)))
		}
		link(own, ThreadNode{Kind: ThreadAttendance, ID: e.ID})
	}
	for i := range s.Stories {
		st := &s.Stories[i]
		own := ThreadNode{Kind: ThreadStory, ID: st.ID}
		link(own, ThreadNode{Kind: ThreadItem, ID: st.ItemID})
		link(own, ThreadNode{Kind: ThreadEvent, ID: st.EventID})
		link(own, ThreadNode{Kind: ThreadMeasure, ID: st.MeasureID})
	}
	s.eachRoundLink(link)
}

// eachRoundLink links the session a round was run in with the cards that were asked.
func (s *Snapshot) eachRoundLink(link func(a, b ThreadNode)) {
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
			link(ThreadNode{Kind: ThreadEvent, ID: event}, CardNode(s.CardVersions[at].Card))
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

func (t *threadRows) has(n ThreadNode) bool {
	switch n.Kind {
	case ThreadMeasure:
		return n.ID != 0 && t.measures.find(n.ID) >= 0
	case ThreadBox:
		return slices.Contains(Boxes, BoxKey(n.Key))
	case ThreadCard:
		return n.Key != "" && t.cards[n.Key]
	case ThreadItem:
		return n.ID != 0 && t.items.find(n.ID) >= 0
	case ThreadEvent:
		return n.ID != 0 && t.events.find(n.ID) >= 0
	case ThreadAttendance:
		return t.came[n.ID]
	case ThreadStory:
		return n.ID != 0 && t.stories.find(n.ID) >= 0
	}
	return false
}
