package data

import (
	"reflect"
	"testing"
)

// The days of the beat, told from the one on which it is looked at.
func TestBeat(t *testing.T) {
	t.Parallel()
	today := NewDate(2026, 11, 21)
	day := today.AddDays
	event := func(id int64, status EventStatus, on int) Event { return Event{ID: id, Status: status, On: day(on)} }
	every := func(days int, events ...Event) Snapshot {
		return Snapshot{Community: Community{CadenceDays: days}, Events: events}
	}
	paused := every(21, event(1, StatusHeld, -7))
	paused.Pauses = []Pause{{Name: "Break", First: day(10), Last: day(20)}}
	resting := every(21, event(1, StatusHeld, -7))
	resting.Community.PausedUntil = day(40)
	for _, tc := range []struct {
		name string
		s    Snapshot
		gaps []BeatGap
	}{
		{"nothing ever", every(0), []BeatGap{{Next: day(21)}}},
		{"after the last one held", every(14, event(1, StatusHeld, -7)), []BeatGap{{After: day(-7), Next: day(7)}}},
		{"long ago", every(14, event(1, StatusHeld, -90)), []BeatGap{{After: day(-90), Next: today}}},
		{"after the one to come", every(21, event(1, StatusHeld, -7), event(2, StatusPlanned, 14)), []BeatGap{{After: day(14), Next: day(35)}}},
		{"between two", every(21, event(1, StatusAnnounced, 5), event(2, StatusPlanned, 40)),
			[]BeatGap{{After: day(5), Until: day(40), Next: day(26)}, {After: day(40), Next: day(61)}}},
		{"one and a half times the rhythm is none", every(20, event(1, StatusAnnounced, 5), event(2, StatusPlanned, 35)), []BeatGap{{After: day(35), Next: day(55)}}},
		{"without a rhythm only the end", every(0, event(1, StatusAnnounced, 5), event(2, StatusPlanned, 80)), []BeatGap{{After: day(80), Next: day(101)}}},
		{"a pause with a name moves it", paused, []BeatGap{{After: day(-7), Next: day(21)}}},
		{"the pause moves it", resting, []BeatGap{{After: day(-7), Next: day(40)}}},
		{"cancelled ones and ideas are none", every(21, event(1, StatusHeld, -7), event(2, StatusCancelled, 3), event(3, StatusIdea, 4)),
			[]BeatGap{{After: day(-7), Next: day(14)}}},
		{"planned to the end", every(21, event(1, StatusPlanned, 160)), []BeatGap{{Until: day(160), Next: day(21)}}},
	} {
		if got := tc.s.Beat(day(-180), day(180), today).Gaps; !reflect.DeepEqual(got, tc.gaps) {
			t.Errorf("%s: %v, want %v", tc.name, got, tc.gaps)
		}
	}
}

// What stands on the beat, and where something is missing.
func TestBeatMarks(t *testing.T) {
	t.Parallel()
	today := NewDate(2026, 11, 21)
	day := today.AddDays
	s := Snapshot{Community: Community{ReviewOn: day(60)},
		Events: []Event{{ID: 1, Status: StatusHeld, On: day(-8)}, {ID: 2, Status: StatusHeld, On: day(-7)}, {ID: 3, Status: StatusHeld, On: day(-30)},
			{ID: 4, Status: StatusPlanned, On: day(-3)}, {ID: 5, Status: StatusPlanned, On: today}, {ID: 6, Status: StatusCancelled, On: day(2)},
			{ID: 7, Status: StatusHeld, On: day(-300)}},
		Minutes:  []Minutes{{EventID: 3, PublishedOn: day(-20)}, {EventID: 1}},
		Rounds:   []Round{{ID: 1, OpenedOn: day(-50), ClosedOn: day(-40)}, {ID: 2, OpenedOn: day(-10), ClosesOn: day(4)}, {ID: 3, OpenedOn: day(5)}},
		Measures: []Measure{{ID: 1, Due: day(30)}, {ID: 2, Due: day(-30)}, {ID: 3}}}
	want := []BeatMark{{Kind: BeatRound, On: day(-40), ID: 1}, {Kind: BeatHeld, On: day(-30), ID: 3}, {Kind: BeatHeld, On: day(-8), ID: 1, Late: true},
		{Kind: BeatHeld, On: day(-7), ID: 2}, {Kind: BeatUnclear, On: day(-3), ID: 4, Late: true}, {Kind: BeatPlanned, On: today, ID: 5},
		{Kind: BeatRound, On: day(4), ID: 2}, {Kind: BeatMeasure, On: day(30), ID: 1}, {Kind: BeatReview, On: day(60)}}
	if got := s.Beat(day(-180), day(180), today).Marks; !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}
