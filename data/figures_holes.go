package data

import (
	"cmp"
	"slices"
)

// HoleKind is a kind of hole in the red thread.
type HoleKind string

// The holes: something the community set out to do and does not serve, or did
// and never told.
const (
	HoleMeasure HoleKind = "measure" // nothing serves it
	HoleConcern HoleKind = "concern" // no action answers it
	HoleEvent   HoleKind = "event"   // serves nothing
	HoleUntold  HoleKind = "untold"  // done and never told
)

// Hole is a place where the red thread breaks off, worded as an offer.
type Hole struct {
	Kind HoleKind
	Node Place
	Text Phrase
}

// holeDays is how far the holes look: a measure nobody served, an event that
// served nothing and an output untold within so many days. Older things are let be.
const holeDays = 90

// untoldAfter is how many days an output may take until there is something to
// tell: it has to be used first.
const untoldAfter = 14

// Holes lists where the red thread breaks off: measures, concerns, events, outputs.
func (s *Snapshot) Holes(today Date) []Hole {
	return slices.Concat(s.measureHoles(today), s.concernHoles(today), s.eventHoles(today), s.untoldHoles(today))
}

// measureHoles are measures that nothing served for 90 days: no work on an item,
// no event, no story. Work that is planned or under way serves. A young
// community has none.
func (s *Snapshot) measureHoles(today Date) []Hole {
	started := s.Community.StartedOn
	if started == 0 || today.Sub(started) < holeDays {
		return nil
	}
	served := s.servedMeasures(today)
	var holes []Hole
	for i := range s.Measures {
		m := &s.Measures[i]
		if !served[m.ID] {
			holes = append(holes, Hole{HoleMeasure, Place{Kind: PlaceMeasure, ID: m.ID},
				Say("No work towards “%s” for %d days.", m.Wording, holeDays)})
		}
	}
	return holes
}

// servedMeasures are the measures that recent or present work belongs to: by the
// item's or story's own link, by the card both name, or, for a measure that
// counts stories, by any story at all.
func (s *Snapshot) servedMeasures(today Date) map[int64]bool {
	served := map[int64]bool{}
	cards := map[string]bool{}
	lively := s.livelyEvents(today)
	for i := range s.Items {
		if it := &s.Items[i]; it.servesNow(today) || lively[it.EventID] {
			served[it.MeasureID] = true
			cards[it.Card] = true
		}
	}
	told := false
	for i := range s.Stories {
		if st := &s.Stories[i]; lately(st.On, today) {
			served[st.MeasureID] = true
			told = true
		}
	}
	for i := range s.Measures {
		m := &s.Measures[i]
		served[m.ID] = served[m.ID] || m.Card != "" && cards[m.Card] || m.Kind == MeasureStory && told
	}
	return served
}

func lately(day, today Date) bool { return day != 0 && day <= today && today.Sub(day) < holeDays }

// livelyEvents are the events held lately or still to come.
func (s *Snapshot) livelyEvents(today Date) map[int64]bool {
	lively := map[int64]bool{}
	for i := range s.Events {
		if e := &s.Events[i]; e.Coming(today) || e.HeldBy(today) && lately(e.On, today) {
			lively[e.ID] = true
		}
	}
	return lively
}

// servesNow reports whether somebody works on the item, or lately did.
func (i *Item) servesNow(today Date) bool {
	switch i.Column {
	case ColumnPlanned, ColumnDoing:
		return true
	case ColumnDone:
		return lately(i.DoneOn, today)
	}
	return false
}

// concernHoles are the concerns of the last round that no item answers; what was
// finished before the round is no answer.
func (s *Snapshot) concernHoles(today Date) []Hole {
	round, ok := s.LastRound(today)
	if !ok {
		return nil
	}
	answered := s.AnsweredCards(round)
	var holes []Hole
	res := s.ClosedResult(round.ID)
	for i := range res.Cards {
		c := &res.Cards[i]
		if c.Figures.Word == WordConcern && !answered[c.Card.Card] {
			holes = append(holes, Hole{HoleConcern, CardPlace(c.Card.Card),
				Say("Nothing on the board answers “%s” yet.", c.Card.Title)})
		}
	}
	return holes
}

// AnsweredCards are the keys of the cards that an item answers.
func (s *Snapshot) AnsweredCards(round Round) map[string]bool {
	answered := map[string]bool{}
	for i := range s.Items {
		if it := &s.Items[i]; it.answers(round) {
			answered[it.Card] = true
		}
	}
	return answered
}

// AnsweringItem is the first item that answers a card of a round.
func (s *Snapshot) AnsweringItem(card string, round Round) (Item, bool) {
	for i := range s.Items {
		if it := &s.Items[i]; it.Card == card && it.answers(round) {
			return *it, true
		}
	}
	return Item{}, false
}

// answers reports whether the item answers the card it names: on the board, or
// finished since the round opened. A parked item answers nothing.
func (it *Item) answers(round Round) bool {
	before := it.Column == ColumnDone && it.DoneOn < round.OpenedOn
	return it.Card != "" && it.Column != ColumnParked && !before
}

// eventHoles are events, lately or to come, that no box, item or story is linked
// with. A social event needs no other purpose, nor does the workshop that
// makes the canvas.
func (s *Snapshot) eventHoles(today Date) []Hole {
	lively := s.livelyEvents(today)
	for i := range s.Items {
		delete(lively, s.Items[i].EventID)
	}
	for i := range s.Stories {
		delete(lively, s.Stories[i].EventID)
	}
	for i := range s.Rounds {
		delete(lively, s.Rounds[i].EventID)
	}
	var events []*Event
	for i := range s.Events {
		e := &s.Events[i]
		if lively[e.ID] && len(e.Boxes) == 0 && e.Format != "social" && e.Format != VisionWorkshop {
			events = append(events, e)
		}
	}
	slices.SortStableFunc(events, func(a, b *Event) int { return cmp.Compare(b.On, a.On) })
	var holes []Hole
	for _, e := range events {
		holes = append(holes, Hole{HoleEvent, Place{Kind: PlaceEvent, ID: e.ID},
			Say("What does “%s” serve? Link it with the canvas or an item.", e.Called(today))})
	}
	return holes
}

// toBeTold reports whether something may come of the item that is worth telling.
func (i *Item) toBeTold() bool { return i.Reusable() || i.Kind == KindExperiment }

// untoldHoles are outputs finished lately of which no story tells, neither
// their own nor their event's.
func (s *Snapshot) untoldHoles(today Date) []Hole {
	toldItems, toldEvents := map[int64]bool{}, map[int64]bool{}
	for i := range s.Stories {
		toldItems[s.Stories[i].ItemID] = true
		toldEvents[s.Stories[i].EventID] = true
	}
	var holes []Hole
	for i := range s.Items {
		it := &s.Items[i]
		told := toldItems[it.ID] || it.EventID != 0 && toldEvents[it.EventID]
		if !it.toBeTold() || !it.doneBy(today) || !lately(it.DoneOn, today) || today.Sub(it.DoneOn) < untoldAfter || told {
			continue
		}
		holes = append(holes, Hole{HoleUntold, Place{Kind: PlaceItem, ID: it.ID},
			Say("“%s” is finished: has anybody told what came of it?", it.Title)})
	}
	return holes
}
