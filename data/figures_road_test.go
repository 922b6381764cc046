package data_test

import (
	"slices"
	"testing"

	. "copleader/data"
)

func openSteps(r Road) []int {
	var open []int
	for _, s := range r.Open() {
		open = append(open, s.Number)
	}
	return open
}

// Given the demo community, 17 of 21 steps are reached; 15, 18, 20 and 21 are open.
func TestRoadOfDemo(t *testing.T) {
	for name, s := range demos(t) {
		road := s.Road(day0)
		if open := openSteps(road); road.Reached != 17 || len(road.Steps) != 21 || !slices.Equal(open, []int{15, 18, 20, 21}) {
			t.Errorf("%s: %d of %d, open %v", name, road.Reached, len(road.Steps), open)
		}
		for i, step := range road.Steps {
			if step.Number != i+1 || step.Title.IsZero() || step.Means.IsZero() {
				t.Errorf("%s: step %+v", name, step)
			}
			if byHand := step.Number == 1 || step.Number == 8; step.ByHand != byHand || step.Seen && byHand {
				t.Errorf("%s: step %d by hand: %v, seen %v", name, step.Number, step.ByHand, step.Seen)
			}
		}
	}
}

// Given what a step asks for, or what it just lacks, the program sees it, or not.
func TestWhatTheRoadSees(t *testing.T) {
	for _, c := range []struct {
		name   string
		step   int
		change func(*Snapshot)
		want   bool
	}{
		{"no need written", 2, func(s *Snapshot) { s.Community.Needs = nil }, false},
		{"no mandate", 3, func(s *Snapshot) { c := &s.Community; c.MayDecide, c.MayPropose, c.NotOurs = nil, nil, nil }, false},
		{"one list of the mandate", 3, func(s *Snapshot) { s.Community.MayDecide, s.Community.MayPropose = nil, nil }, true},
		{"no hours agreed", 4, func(s *Snapshot) { s.Community.LeaderHours = HoursNotAgreed }, false},
		{"four members", 5, func(s *Snapshot) { s.Members = s.Members[:4] }, false},
		{"five members", 5, func(s *Snapshot) { s.Members = s.Members[:5] }, true},
		{"one beside the leader", 5, func(s *Snapshot) { s.Roles = s.Roles[:1] }, false},
		{"no workshop", 6, func(s *Snapshot) { s.Events = s.Events[1:] }, false},
		{"no leader", 7, func(s *Snapshot) { s.Community.LeaderID = 0 }, false},
		{"made and with a link", 8, func(s *Snapshot) { s.Exports = []Export{{Name: "charter", On: day0}} }, true},
		{"another document", 8, func(s *Snapshot) { s.Exports = []Export{{Name: "roster", On: day0}} }, false},
		{"made but nowhere to find", 8, func(s *Snapshot) {
			s.Exports, s.Channels = []Export{{Name: "charter", On: day0}}, s.Channels[:1]
		}, false},
		{"made, an archive without a link", 8, func(s *Snapshot) {
			s.Exports, s.Channels = []Export{{Name: "poster", On: day0}}, []Channel{{ID: 1, Use: UseArchive}, {ID: 2, Use: UseAnnounce, Link: "chat://x"}}
		}, false},
		{"no cadence", 9, func(s *Snapshot) { s.Community.CadenceDays = 0 }, false},
		{"nine items", 10, func(s *Snapshot) { s.Items = s.Items[:9] }, false},
		{"ten items", 10, func(s *Snapshot) { s.Items = s.Items[:10] }, true},
		{"ten items of two people", 10, func(s *Snapshot) {
			s.Items = slices.Clone(s.Items[:10])
			for i := range s.Items {
				s.Items[i].ProposerID = int64(i % 2)
				s.Items[i].FromSurvey = false
			}
		}, false},
		{"two events", 11, func(s *Snapshot) { s.Events = s.Events[8:] }, false},
		{"three events", 11, func(s *Snapshot) { s.Events = s.Events[7:] }, true},
		{"minutes not published", 12, func(s *Snapshot) {
			s.Minutes = slices.Clone(s.Minutes)
			for i := range s.Minutes {
				s.Minutes[i].PublishedOn = 0
			}
		}, false},
		{"two events with votes", 13, func(s *Snapshot) { s.Roti = s.Roti[:2] }, false},
		{"nothing made", 14, func(s *Snapshot) {
			s.Items = slices.DeleteFunc(slices.Clone(s.Items), func(i Item) bool { return i.Reusable() })
		}, false},
		{"written, nobody guided", 15, joiningWritten, false},
		{"written, somebody guided", 15, func(s *Snapshot) {
			joiningWritten(s)
			s.Contributions = append(slices.Clone(s.Contributions), Contribution{ID: 99, MemberID: 2, WhomID: 21, On: day(-3), Kind: Welcomed})
		}, true},
		{"action of another event", 16, func(s *Snapshot) {
			s.Items = slices.Clone(s.Items)
			for i := range s.Items {
				if s.Items[i].Kind == KindAction {
					s.Items[i].EventID = 3
				}
			}
		}, false},
		{"round still open", 17, func(s *Snapshot) { s.Rounds = []Round{{ID: 1, OpenedOn: day(-3)}} }, false},
		{"an answer to a card finished", 18, func(s *Snapshot) {
			s.Items = append(slices.Clone(s.Items), Item{ID: 99, Kind: KindAction, Card: "rhythm", Column: ColumnDone, DoneOn: day0})
		}, true},
		{"no story", 19, func(s *Snapshot) { s.Stories = nil }, false},
		{"report sent", 20, func(s *Snapshot) { s.Reports = []SponsorReport{{ID: 1, SentOn: day(-1)}} }, true},
		{"report to be sent", 20, func(s *Snapshot) { s.Reports = []SponsorReport{{ID: 1, SentOn: day(1)}, {ID: 2}} }, false},
		{"a year old, agreed again", 21, func(s *Snapshot) { s.Community.StartedOn = day(-365) }, true},
		{"a year old, not agreed for a year", 21, func(s *Snapshot) {
			s.Community.StartedOn, s.Versions = day(-800), []CharterVersion{{ID: 1, Version: 1, AgreedOn: day(-366)}}
		}, false},
	} {
		s := demoSnapshot(t)
		c.change(s)
		if got := s.Road(day0).Steps[c.step-1].Seen; got != c.want {
			t.Errorf("step %d, %s: seen %v, want %v", c.step, c.name, got, c.want)
		}
	}
}

func joiningWritten(s *Snapshot) {
	s.Worksheets = append(slices.Clone(s.Worksheets), WorksheetAnswer{ID: 99, Question: "grow.joining", On: day(-9), Text: "Say hello, come along."})
}

// Given marks, the leader's word goes before the program's, and what was once
// reached stays.
func TestRoadMarks(t *testing.T) {
	step := func(n int, marks ...RoadMark) RoadStep {
		s := demoSnapshot(t)
		s.RoadMarks = marks
		return s.Road(day0).Steps[n-1]
	}
	for _, c := range []struct {
		name   string
		got    RoadStep
		want   bool
		byHand bool
	}{
		{"unticked by hand", step(2, RoadMark{Step: 2, On: day(-3), ByHand: true}), false, true},
		{"seen long ago", step(18, RoadMark{Step: 18, On: day(-90), Ticked: true}), true, false},
		{"unticked after the program saw it", step(2, RoadMark{Step: 2, On: day(-90), Ticked: true}, RoadMark{Step: 2, On: day(-3), ByHand: true}), false, true},
		{"the program sees it after the untick", step(2, RoadMark{Step: 2, On: day(-90), ByHand: true}, RoadMark{Step: 2, On: day(-3), Ticked: true}), false, true},
		{"ticked again", step(18, RoadMark{Step: 18, On: day(-90), ByHand: true}, RoadMark{Step: 18, On: day(-3), ByHand: true, Ticked: true}), true, true},
		{"ticked tomorrow", step(18, RoadMark{Step: 18, On: day(1), ByHand: true, Ticked: true}), false, false},
		{"no more seen, never marked", step(18), false, false},
	} {
		if c.got.Reached != c.want || c.got.ByHand != c.byHand {
			t.Errorf("%s: %+v", c.name, c.got)
		}
	}
	s := demoSnapshot(t)
	s.RoadMarks = []RoadMark{{Step: 2, On: day(-9), Ticked: true}, {Step: 3, On: day(-9), ByHand: true}}
	if got := s.Road(day0).NewlySeen(); !slices.Equal(got, []int{4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 16, 17, 19}) {
		t.Errorf("newly seen %v", got)
	}
}

// Given a hobby community, nobody asks for a sponsor.
func TestRoadWithoutSponsors(t *testing.T) {
	s := demoSnapshot(t)
	s.Community.Kind, s.Sponsors = Hobby, nil
	if road := s.Road(day0); len(road.Steps) != 20 || road.Steps[3].Number != 5 || road.Reached != 16 {
		t.Errorf("%d of %d", road.Reached, len(road.Steps))
	}
	s.Community.AsksHours = true
	if road := s.Road(day0); len(road.Steps) != 21 || road.Steps[3].Reached {
		t.Errorf("%d of %d", road.Reached, len(road.Steps))
	}
}
