package data_test

import (
	"slices"
	"testing"

	. "copleader/data"
)

func hinted(hints []SpeakerHint) []int64 {
	var ids []int64
	for _, h := range hints {
		ids = append(ids, h.MemberID)
	}
	return ids
}

// Given the demo's next event, three are suggested who have not spoken yet, the
// one first who knows what is wanted; nobody who is booked or leads.
func TestSpeakersOfDemo(t *testing.T) {
	for name, s := range demos(t) {
		hints := s.Speakers(10, day0)
		if got := hinted(hints); !slices.Equal(got, []int64{7, 21, 11}) {
			t.Errorf("%s: %v", name, got)
		}
		for i, want := range []string{
			"knows about accessibility, wanted on the board (“Accessibility test checklist”); has not spoken here yet",
			"has not spoken here yet", "has not spoken here yet"} {
			if got := spoken(hints[i].Reason); got != want {
				t.Errorf("%s: %q, want %q", name, got, want)
			}
		}
	}
}

func TestWhoIsSuggested(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Snapshot)
		want   []int64
	}{
		{"said no to coming", func(s *Snapshot) {
			s.Attendance = append(s.Attendance, Attendance{ID: 999, EventID: 10, MemberID: 7, Expected: ReplyNo})
		}, []int64{21, 11, 16}},
		{"said yes to coming", func(s *Snapshot) {
			s.Attendance = append(s.Attendance, Attendance{ID: 999, EventID: 10, MemberID: 7, Expected: ReplyYes})
		}, []int64{7, 21, 11}},
		{"was asked", func(s *Snapshot) {
			s.FollowUps = []FollowUp{{ID: 1, EventID: 10, MemberID: 21, State: Asked}}
		}, []int64{7, 11, 16}},
		{"was asked for another event", func(s *Snapshot) {
			s.FollowUps = []FollowUp{{ID: 1, EventID: 9, MemberID: 21, State: SaidYes}}
		}, []int64{7, 21, 11}},
		{"speaks at another to come", func(s *Snapshot) {
			s.Events = append(s.Events, Event{ID: 11, On: day(40), Status: StatusPlanned})
			s.EventRoles = append(s.EventRoles, EventRole{ID: 999, EventID: 11, MemberID: 7, Part: PartSpeaker})
		}, []int64{21, 11, 16}},
		{"takes the minutes at another to come", func(s *Snapshot) {
			s.Events = append(s.Events, Event{ID: 11, On: day(40), Status: StatusPlanned})
			s.EventRoles = append(s.EventRoles, EventRole{ID: 999, EventID: 11, MemberID: 7, Part: PartMinutes})
		}, []int64{21, 11, 16}},
		{"led one that was held", func(s *Snapshot) {
			s.EventRoles = append(s.EventRoles, EventRole{ID: 999, EventID: 9, MemberID: 7, Part: PartFacilitator})
		}, []int64{7, 21, 11}},
		{"left, or reads only", func(s *Snapshot) { s.Members[6].LeftOn = day(-1); s.Members[20].ResourcesOnly = true }, []int64{11, 16, 10}},
		{"the event's own topic comes first", func(s *Snapshot) { s.Events[9].Purpose = "All about contract testing and Contract Tests" }, []int64{16, 7, 21}},
		{"somebody who spoke long ago and knows", func(s *Snapshot) { s.Events[9].Purpose = "Exploratory testing"; s.Events[3].On = day(-181) },
			[]int64{7, 9, 21}},
	} {
		s := demoSnapshot(t)
		c.change(s)
		if got := hinted(s.Speakers(10, day0)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	s := demoSnapshot(t)
	s.Events[9].Purpose, s.Events[3].On = "Exploratory testing", day(-181)
	if got := spoken(s.Speakers(10, day0)[1].Reason); got != "knows about exploratory testing, which this event is about; spoke last on 2026-05-24" {
		t.Errorf("reason %q", got)
	}
	if s.Speakers(99, day0) != nil {
		t.Error("no event, no speakers")
	}
}

// Given skills and topics in any script, a skill is found where it is meant.
func TestTopics(t *testing.T) {
	for _, c := range []struct {
		skill, topic string
		want         bool
	}{
		{"flaky tests", "Flaky-test checklist", true},
		{"contract tests", "Who knows contract tests?", true},
		{"CI", "Social evening", false},
		{"CI", "Faster CI for all", true},
		{"Çalışma", "calisma nasıl olur", true},
		{"测试", "怎样测试数据", true},
		{"δοκιμές", "ΔΟΚΙΜΕΣ αποδοχής", true},
		{"tests of load", "Load tests", false},
		{"", "Anything", false},
	} {
		s := &Snapshot{Community: NewCommunity("T"),
			Members: []Member{{ID: 1, Kind: KindMember, JoinedOn: day(-9), Knows: Lines{c.skill}}},
			Events:  []Event{{ID: 1, Title: c.topic, On: day(5), Status: StatusPlanned}}}
		if got := s.Speakers(1, day0)[0].Topic != ""; got != c.want {
			t.Errorf("%q in %q: %v", c.skill, c.topic, got)
		}
	}
}

// BenchmarkSpeakers measures fair turns among 10,000 members.
func BenchmarkSpeakers(b *testing.B) {
	s := largeSnapshot()
	for i := range s.Members {
		s.Members[i].Knows = Lines{"contract tests", "profiling"}
	}
	for b.Loop() {
		if len(s.Speakers(1, day0)) == 0 {
			b.Fatal("nobody")
		}
	}
}
