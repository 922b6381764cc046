package data

import (
	"cmp"
	"slices"
)

// BeatKind says what stands on a day of the beat (data/README.md, Beat).
type BeatKind string

// What stands there.
const (
	BeatHeld    BeatKind = "held"
	BeatUnclear BeatKind = "unclear" // its day is over, and nobody said whether it took place
	BeatPlanned BeatKind = "planned"
	BeatRound   BeatKind = "round" // closed, or open until that day
	BeatReview  BeatKind = "review"
	BeatMeasure BeatKind = "measure"
)

// BeatMark is one thing that was, comes or is due.
type BeatMark struct {
	Kind BeatKind
	On   Date
	ID   int64 // of the event, round or measure
	// Late tells that something is missing since: the minutes of an event, the word whether it took place, a review.
	Late bool
}

// BeatGap is a stretch without an event in which one was to be expected.
type BeatGap struct {
	// After is the event before it, 0 for none; Until is the day of the next one, 0 where nothing follows.
	After, Until Date
	// Next is when an event would be, by the rhythm; never in the past, nor in a pause.
	Next Date
}

// Beat is the year of the community: what stands on its days, in their order, and where nothing is.
type Beat struct {
	Marks []BeatMark
	Gaps  []BeatGap
}

// UsualSpacing is how many days lie between events while no spacing is set.
const UsualSpacing = 21

// Again is an event like another, as many spacings on as it takes not to lie in the past: so the day of the week stays.
func (s *Snapshot) Again(e *Event, today Date) Event {
	spacing := cmp.Or(s.Community.CadenceDays, UsualSpacing)
	on := e.On.AddDays(spacing)
	for on < today {
		on = on.AddDays(spacing)
	}
	return Event{Title: e.Title, Format: e.Format, On: on, Start: e.Start, TimeZone: e.TimeZone, Place: e.Place, Link: e.Link,
		Purpose: e.Purpose, Boxes: slices.Clone(e.Boxes), Audience: e.Audience, Confidential: e.Confidential}
}

// longestRest is after how many days of pause nobody looks further for a day without one.
const longestRest = 400

// Beat gathers the days from first to last.
func (s *Snapshot) Beat(first, last, today Date) Beat {
	b := beat{Snapshot: s, today: today}
	b.events()
	b.rounds()
	b.dues()
	marks := slices.DeleteFunc(b.marks, func(m BeatMark) bool { return !m.On.Within(first, last) })
	slices.SortStableFunc(marks, func(a, b BeatMark) int { return cmp.Compare(a.On, b.On) })
	gaps := slices.DeleteFunc(b.gaps(), func(g BeatGap) bool { return g.Next > last })
	return Beat{Marks: marks, Gaps: gaps}
}

// beat is one in the making.
type beat struct {
	*Snapshot
	today Date
	marks []BeatMark
}

func (b *beat) add(m BeatMark) { b.marks = append(b.marks, m) }

// events adds those held, those to come, and those of which nobody said.
func (b *beat) events() {
	out := map[int64]bool{}
	for i := range b.Minutes {
		if b.Minutes[i].PublishedOn != 0 {
			out[b.Minutes[i].EventID] = true
		}
	}
	late := b.Thresholds().Coach.MinutesDays
	for i := range b.Events {
		switch e := &b.Events[i]; {
		case e.HeldBy(b.today):
			b.add(BeatMark{Kind: BeatHeld, On: e.On, ID: e.ID, Late: !out[e.ID] && b.today.Sub(e.On) > late})
		case e.Coming(b.today):
			b.add(BeatMark{Kind: BeatPlanned, On: e.On, ID: e.ID})
		case e.On != 0 && (e.Status == StatusPlanned || e.Status == StatusAnnounced):
			b.add(BeatMark{Kind: BeatUnclear, On: e.On, ID: e.ID, Late: true})
		}
	}
}

// rounds adds the health checks, those open with their last day if one is set.
func (b *beat) rounds() {
	for i := range b.Rounds {
		r := &b.Rounds[i]
		switch {
		case r.OpenedOn > b.today:
		case r.Open():
			b.add(BeatMark{Kind: BeatRound, On: cmp.Or(r.ClosesOn, r.OpenedOn), ID: r.ID, Late: r.ClosesOn != 0 && r.ClosesOn < b.today})
		default:
			b.add(BeatMark{Kind: BeatRound, On: r.ClosedOn, ID: r.ID})
		}
	}
}

// dues adds what is due: the review of the charter, and measures whose day is still to come.
func (b *beat) dues() {
	if on := b.Community.ReviewOn; on != 0 {
		b.add(BeatMark{Kind: BeatReview, On: on, Late: on < b.today})
	}
	for i := range b.Measures {
		if m := &b.Measures[i]; m.Due >= b.today {
			b.add(BeatMark{Kind: BeatMeasure, On: m.Due, ID: m.ID})
		}
	}
}

// gaps are the stretches from today on that are longer than one and a half times the rhythm. While none is set, only that nothing is
// planned any more is one.
func (b *beat) gaps() []BeatGap {
	var gaps []BeatGap
	cadence := b.Community.CadenceDays
	after := b.lastEvent()
	for _, e := range b.ComingEvents(b.today) {
		next := b.expected(after)
		if cadence > 0 && 2*e.On.Sub(max(after, b.today.AddDays(-cadence))) > 3*cadence && next < e.On {
			gaps = append(gaps, BeatGap{After: after, Until: e.On, Next: next})
		}
		after = max(after, e.Until())
	}
	return append(gaps, BeatGap{After: after, Next: b.expected(after)})
}

// lastEvent is the day of the latest event before today, whether or not somebody said that it took place.
func (b *beat) lastEvent() Date {
	last := Date(0)
	for i := range b.marks {
		if m := &b.marks[i]; m.Kind == BeatHeld || m.Kind == BeatUnclear {
			last = max(last, m.On)
		}
	}
	return last
}

// expected is when an event is to be expected after another.
func (b *beat) expected(after Date) Date {
	spacing := cmp.Or(b.Community.CadenceDays, UsualSpacing)
	on := b.today.AddDays(spacing)
	if after != 0 {
		on = max(b.today, after.AddDays(spacing))
	}
	for range longestRest {
		if !b.Resting(on) {
			break
		}
		on = on.AddDays(1)
	}
	return on
}
