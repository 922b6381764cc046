package data

import (
	"cmp"
	"fmt"
	"slices"
)

// Act is one act of giving or organising, derived from an event or the board or
// noted by hand (data/README.md, Contributions).
type Act struct {
	MemberID   int64
	On         Date
	Kind       ContributionKind
	Organising bool
	// Source is what the act follows from, "event 4 speaker", "item 2" or
	// "note 7"; together with the member it is unique, so nothing counts twice.
	Source string
	// EventID and ItemID are what the act was about, 0 for none.
	EventID int64
	ItemID  int64
	Note    string // of an act noted by hand
}

// Acts lists every act of giving up to today, in the order of their days.
func (s *Snapshot) Acts(today Date) []Act {
	var acts []Act
	s.eachAct(today, func(a rawAct) { acts = append(acts, a.act()) })
	slices.SortStableFunc(acts, func(a, b Act) int {
		return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.MemberID, b.MemberID))
	})
	return acts
}

// ActsOf lists the acts of one member up to today, the latest first.
func (s *Snapshot) ActsOf(memberID int64, today Date) []Act {
	var acts []Act
	s.eachAct(today, func(a rawAct) {
		if a.memberID == memberID {
			acts = append(acts, a.act())
		}
	})
	slices.SortStableFunc(acts, func(a, b Act) int { return cmp.Compare(b.On, a.On) })
	return acts
}

// partKinds maps what somebody does at an event to the act it makes.
var partKinds = map[EventPart]ContributionKind{
	PartFacilitator: Facilitated,
	PartSpeaker:     Spoke,
	PartMinutes:     TookMinutes,
	PartPrepared:    Prepared,
}

// Act is the act of giving that somebody's part makes.
func (p EventPart) Act() ContributionKind { return partKinds[p] }

// rawAct is an act before its source is worded, which the levels of ten
// thousand members have no need of.
type rawAct struct {
	memberID int64
	on       Date
	kind     ContributionKind
	eventID  int64
	itemID   int64
	handID   int64 // of the row noted by hand
	note     string
}

func (a rawAct) act() Act {
	source := fmt.Sprintf("note %d", a.handID)
	switch {
	case a.handID != 0:
	case a.kind == ItemDone:
		source = fmt.Sprintf("item %d", a.itemID)
	default:
		source = fmt.Sprintf("event %d %s", a.eventID, a.kind)
	}
	return Act{MemberID: a.memberID, On: a.on, Kind: a.kind, Organising: a.kind.Organising(),
		Source: source, EventID: a.eventID, ItemID: a.itemID, Note: a.note}
}

// eachAct yields every act up to today, each once, in no particular order.
func (s *Snapshot) eachAct(today Date, yield func(rawAct)) {
	s.actsOfEvents(today, yield)
	done := s.actsOfItems(today, yield)
	s.actsByHand(today, done, yield)
}

func (s *Snapshot) actsOfEvents(today Date, yield func(rawAct)) {
	type once struct {
		event, member int64
		kind          ContributionKind
	}
	seen := make(map[once]bool, len(s.EventRoles))
	events := indexOf(s.Events, func(e *Event) int64 { return e.ID })
	for i := range s.EventRoles {
		r := &s.EventRoles[i]
		at := events.find(r.EventID)
		kind, known := partKinds[r.Part]
		if at < 0 || !known || r.MemberID == 0 || !s.Events[at].HeldBy(today) {
			continue
		}
		key := once{r.EventID, r.MemberID, kind}
		if seen[key] {
			continue
		}
		seen[key] = true
		yield(rawAct{memberID: r.MemberID, on: s.Events[at].On, kind: kind, eventID: r.EventID})
	}
}

// actsOfItems yields the finished items and returns when each owner finished what.
func (s *Snapshot) actsOfItems(today Date, yield func(rawAct)) map[ownedItem]Date {
	var done map[ownedItem]Date
	for i := range s.Items {
		it := &s.Items[i]
		if it.Column != ColumnDone || it.OwnerID == 0 || it.DoneOn == 0 || it.DoneOn > today {
			continue
		}
		if done == nil {
			done = map[ownedItem]Date{}
		}
		done[ownedItem{it.ID, it.OwnerID}] = it.DoneOn
		yield(rawAct{memberID: it.OwnerID, on: it.DoneOn, kind: ItemDone, itemID: it.ID, eventID: it.EventID})
	}
	return done
}

type ownedItem struct{ item, member int64 }

// actsByHand yields what was noted by hand. A note about an item counts once a
// day, and not at all where finishing the item is itself the act: an artefact
// published, a request answered (data/README.md, Contributions). Later updates
// count.
func (s *Snapshot) actsByHand(today Date, done map[ownedItem]Date, yield func(rawAct)) {
	type once struct {
		ownedItem
		kind ContributionKind
		on   Date
	}
	var seen map[once]bool
	for i := range s.Contributions {
		c := &s.Contributions[i]
		if c.On == 0 || c.On > today || c.MemberID == 0 {
			continue
		}
		if c.ItemID != 0 {
			owned := ownedItem{c.ItemID, c.MemberID}
			finished, own := done[owned]
			key := once{owned, c.Kind, c.On}
			if own && c.On <= finished && (c.Kind == Published || c.Kind == Helped) || seen[key] {
				continue
			}
			if seen == nil {
				seen = map[once]bool{}
			}
			seen[key] = true
		}
		yield(rawAct{memberID: c.MemberID, on: c.On, kind: c.Kind, itemID: c.ItemID, handID: c.ID, note: c.Note})
	}
}
