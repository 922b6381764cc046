package data_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	. "copleader/data"
)

// ticks words criteria as "key+ key-".
func ticks(criteria []Criterion) string {
	var b strings.Builder
	for i, c := range criteria {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(c.Key + map[bool]string{true: "+", false: "-"}[c.Met])
	}
	return b.String()
}

// Given the demo community, the evidence suggests maturing, not stewardship: it
// is under a year old.
func TestStageOfDemo(t *testing.T) {
	for name, s := range demos(t) {
		e := s.StageEvidence(day0)
		if e.Suggested != Maturing {
			t.Errorf("%s: suggested %s", name, e.Suggested)
		}
		want := []string{"", "purpose+ leader+ held+", "held+ formats+ core+ finished+ joined+",
			"age- rounds+ led- reused- stories+", "decided- turnout+ outputs- proposals- replies- retrospective-"}
		for i, test := range e.Tests {
			if got := ticks(test.Criteria); got != want[i] || test.Stage != Stages[i] || test.Passed != (i < 3) {
				t.Errorf("%s: %s %q passed %v", name, test.Stage, got, test.Passed)
			}
		}
		evidence := e.Tests[3].Criteria
		if spoken(evidence[0].Evidence) != "210 days" || spoken(evidence[2].Evidence) != "4 of 8" || spoken(evidence[3].Evidence) != "2; at least 3" {
			t.Errorf("%s: %v", name, evidence)
		}
	}
}

func TestStageSuggestions(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Snapshot)
		want   Stage
	}{
		{"no purpose yet, though much goes on", func(s *Snapshot) { s.Community.PrimaryPurpose = "" }, Maturing},
		{"nothing held", func(s *Snapshot) { s.Events = nil }, Potential},
		{"five held", func(s *Snapshot) { s.Events = s.Events[:5] }, Coalescing},
		{"two formats", func(s *Snapshot) {
			for i := range s.Events {
				s.Events[i].Format = []string{"brown_bag", "social"}[i%2]
			}
		}, Coalescing},
		{"core of two", func(s *Snapshot) { s.Roles = nil; s.Community.LeaderID = 4; s.EventRoles = s.EventRoles[:9] }, Coalescing},
		{"nobody joined since", func(s *Snapshot) {
			for i := range s.Members {
				s.Members[i].JoinedOn = day(-210)
			}
		}, Coalescing},
		{"the leader says so", func(s *Snapshot) { s.Community.Stage = Transformation }, Transformation},
		{"all of stewardship", stewards, Stewardship},
		{"a day short of a year", func(s *Snapshot) { stewards(s); s.Community.StartedOn = day(-364) }, Maturing},
		{"two outputs reused", func(s *Snapshot) { stewards(s); s.Items = s.Items[:20] }, Maturing},
		{"one story of something used", func(s *Snapshot) { stewards(s); s.Stories[0].Cycle = CyclePotential }, Maturing},
		{"one round", func(s *Snapshot) { stewards(s); s.Rounds = s.Rounds[:1] }, Maturing},
		{"three signs of winding down", func(s *Snapshot) {
			stewards(s)
			s.Rounds[1].Invited = 40
			for i := range s.Events {
				if s.Events[i].Format == "retrospective" {
					s.Events[i].Brought = 0
				}
			}
		}, Transformation},
	} {
		s := demoSnapshot(t)
		c.change(s)
		if got := s.StageEvidence(day0).Suggested; got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// stewards makes the demo community one that sustains itself: a year old, three
// outputs reused, half of the events led by others.
func stewards(s *Snapshot) {
	s.Community.StartedOn = day(-365)
	s.Items = append(s.Items, Item{ID: 90, Kind: KindArtefact, Column: ColumnDone, DoneOn: day(-150), CreatedOn: day(-160)})
	s.Reuses = append(s.Reuses, Reuse{ID: 90, ItemID: 90, On: day(-3)})
	for i := range s.EventRoles {
		if r := &s.EventRoles[i]; r.EventID == 8 && r.Part == PartFacilitator {
			r.MemberID = 2
		}
	}
}

func TestWindDown(t *testing.T) {
	signs := func(change func(*Snapshot)) string {
		s := demoSnapshot(t)
		change(s)
		c, ok := s.WindDown(day0)
		if !ok {
			return "too young"
		}
		return ticks(c)
	}
	for _, c := range []struct {
		name   string
		change func(*Snapshot)
		want   string
	}{
		{"the demo", func(*Snapshot) {}, "turnout+ outputs- proposals- replies- retrospective-"},
		{"182 days old", func(s *Snapshot) { s.Community.StartedOn = day(-182) }, "turnout+ outputs- proposals- replies- retrospective-"},
		{"two finished of four", func(s *Snapshot) {
			s.Items = append(s.Items, Item{ID: 99, Column: ColumnDone, DoneOn: day(-179)})
		}, "turnout+ outputs- proposals- replies- retrospective-"},
		{"two finished of five, one 90 days ago", func(s *Snapshot) {
			s.Items = append(s.Items, Item{ID: 98, Column: ColumnDone, DoneOn: day(-179)}, Item{ID: 99, Column: ColumnDone, DoneOn: day(-90)})
		}, "turnout+ outputs+ proposals- replies- retrospective-"},
		{"181 days old", func(s *Snapshot) { s.Community.StartedOn = day(-181) }, "too young"},
		{"no start date", func(s *Snapshot) { s.Community.StartedOn = 0 }, "too young"},
		{"one finished of three", func(s *Snapshot) {
			for i := range s.Items {
				if s.Items[i].ID == 3 {
					s.Items[i].DoneOn = 0
				}
			}
		}, "turnout+ outputs+ proposals- replies- retrospective-"},
		{"only the leader proposes", func(s *Snapshot) {
			for i := range s.Items {
				s.Items[i].ProposerID = 1
			}
		}, "turnout+ outputs- proposals+ replies- retrospective-"},
		{"others propose tomorrow, or did 63 days ago", func(s *Snapshot) { // three times the cadence
			for i := range s.Items {
				s.Items[i].ProposerID, s.Items[i].CreatedOn = 2, day(1-64*(i%2))
			}
		}, "turnout+ outputs- proposals+ replies- retrospective-"},
		{"others proposed 62 days ago", func(s *Snapshot) {
			for i := range s.Items {
				s.Items[i].ProposerID, s.Items[i].CreatedOn = 2, day(1-63*(i%2))
			}
		}, "turnout+ outputs- proposals- replies- retrospective-"},
		{"nothing on the board", func(s *Snapshot) { s.Items = nil }, "turnout+ outputs- proposals+ replies- retrospective-"},
		{"a summer break", func(s *Snapshot) {
			for i := range s.Items {
				s.Items[i].ProposerID = 1
			}
			for i := range s.Events {
				s.Events[i].On = s.Events[i].On.AddDays(-80)
			}
		}, "turnout+ outputs- proposals- replies- retrospective-"},
		{"half a year of silence", func(s *Snapshot) {
			for i := range s.Items {
				s.Items[i].ProposerID = 1
			}
			for i := range s.Events {
				s.Events[i].On = s.Events[i].On.AddDays(-175)
			}
		}, "turnout+ outputs- proposals+ replies- retrospective-"},
		{"nobody knows how many were asked", func(s *Snapshot) { s.Rounds[1].Invited = 0 }, "turnout+ outputs- proposals- replies- retrospective-"},
		{"a pause", func(s *Snapshot) { s.Community.PausedUntil = day(1) }, "too young"},
		{"back today", func(s *Snapshot) { s.Community.PausedUntil = day0 }, "turnout+ outputs- proposals- replies- retrospective-"},
		{"the survey proposes", func(s *Snapshot) {
			for i := range s.Items {
				s.Items[i].ProposerID, s.Items[i].FromSurvey = 0, true
			}
		}, "turnout+ outputs- proposals- replies- retrospective-"},
		{"39 percent answered", func(s *Snapshot) { s.Rounds[1].Invited = 38 }, "turnout+ outputs- proposals- replies+ retrospective-"},
		{"40 percent answered", func(s *Snapshot) { s.Rounds[1].Invited, s.Returns[1].Returned = 40, 16 },
			"turnout+ outputs- proposals- replies- retrospective-"},
		{"nobody brought anything", func(s *Snapshot) { s.Events[8].Brought = 0 }, "turnout+ outputs- proposals- replies- retrospective+"},
		{"nobody counted", func(s *Snapshot) { s.Events[8].Brought = NotCounted }, "turnout+ outputs- proposals- replies- retrospective-"},
		{"five events", func(s *Snapshot) { s.Events = s.Events[4:] }, "turnout- outputs- proposals- replies- retrospective-"},
	} {
		if got := signs(c.change); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTurnout(t *testing.T) {
	s := demoSnapshot(t)
	if got, ok := s.Turnout(day0); !ok || got != (Turnout{Now: 18, Before: 30}) || !got.Fallen() {
		t.Errorf("demo: %+v, %v", got, ok)
	}
	for i := range s.Events {
		s.Events[i].Format = map[int64]string{4: "social", 7: "social", 5: "guest", 8: "guest", 6: "hands_on", 9: "hands_on"}[s.Events[i].ID]
	}
	if got, _ := s.Turnout(day0); got != (Turnout{Now: 18, Before: 30, SameFormat: true}) {
		t.Errorf("pairs: %+v", got)
	}
	s.Events[1].Format, s.Events[5].Format = "hands_on", "open_space" // E02 (10 came) is now E09's fellow
	if got, _ := s.Turnout(day0); got != (Turnout{Now: 18, Before: 32, SameFormat: true}) {
		t.Errorf("an earlier fellow: %+v", got)
	}
	s.Events[6].Format = "guest" // as E08: two of a kind need two fellows
	if got, _ := s.Turnout(day0); got.SameFormat {
		t.Errorf("one fellow for two: %+v", got)
	}
	for _, c := range []struct {
		now, before int
		fallen      bool
	}{{7, 10, false}, {69, 100, true}, {0, 0, false}} {
		if got := (Turnout{Now: c.now, Before: c.before}).Fallen(); got != c.fallen {
			t.Errorf("%d after %d: %v", c.now, c.before, got)
		}
	}
}

// Given the demo community, each phase shows what is there and what is wanting.
func TestPhaseCriteria(t *testing.T) {
	s := demoSnapshot(t)
	for phase, want := range map[Phase]string{
		Define:    "purpose+ interest+ community+ practice+ leader+ sponsor+",
		Design:    "cadence+ channels+ formats+ items+ planned+",
		Grow:      "held+ coreTeam+ joined+ joining-",
		Perform:   "held+ finished- rounds+ stories+",
		Transform: "future-",
	} {
		if got := ticks(s.PhaseCriteria(phase, day0)); got != want {
			t.Errorf("%s: %q, want %q", phase, got, want)
		}
		if phase.Phrase().IsZero() {
			t.Errorf("%s has no word", phase)
		}
	}
	fresh := &Snapshot{Community: NewCommunity("Fresh")}
	for phase, want := range map[Phase]string{
		Define:    "purpose- interest- community- practice- leader- sponsor-",
		Design:    "cadence- channels- formats- items- planned-",
		Grow:      "held- coreTeam- joined- joining-",
		Perform:   "held- finished- rounds- stories-",
		Transform: "future-",
	} {
		if got := ticks(fresh.PhaseCriteria(phase, day0)); got != want {
			t.Errorf("fresh %s: %q", phase, got)
		}
	}
	fresh.Community.Kind = Professional
	if got := len(fresh.PhaseCriteria(Define, day0)); got != 5 {
		t.Errorf("a professional community is asked %d things, want 5: no sponsor", got)
	}
	s.Worksheets = []WorksheetAnswer{{ID: 1, Question: "transform.future", On: day(-5), Text: "Carry on"},
		{ID: 2, Question: "transform.future", On: day(1), Text: "Close"}}
	if c := s.PhaseCriteria(Transform, day0)[0]; !c.Met || spoken(c.Evidence) != "decided on 2026-11-16" {
		t.Errorf("decided: %+v", c)
	}
}

func TestWorksheetText(t *testing.T) {
	s := &Snapshot{Worksheets: []WorksheetAnswer{{ID: 1, Question: "grow.culture", On: day(-9), Text: "Old"},
		{ID: 2, Question: "grow.culture", On: day(-3), Text: "New"}, {ID: 3, Question: "grow.culture", On: day(-3), Text: "Newest"},
		{ID: 4, Question: "grow.culture", On: day(2), Text: "Ahead"}, {ID: 5, Question: "grow.joining", On: day(-3)}}}
	if w, ok := s.WorksheetText("grow.culture", day0); !ok || w.Text != "Newest" {
		t.Errorf("got %+v", w)
	}
	if _, ok := s.WorksheetText("grow.joining", day0); ok {
		t.Error("an empty answer answers nothing")
	}
}

func TestPrinciples(t *testing.T) {
	s := demoSnapshot(t)
	if got := ticks(s.Principles(day0)); got != "evolution+ dialogue+ levels+ spaces- value+ formats+ rhythm+" {
		t.Errorf("demo: %q", got)
	}
	for _, c := range []struct {
		name   string
		key    string
		change func(*Snapshot)
		want   bool
	}{
		{"agreed 366 days ago", "evolution", func(s *Snapshot) { s.Versions = []CharterVersion{{ID: 1, AgreedOn: day(-366)}} }, false},
		{"agreed 365 days ago", "evolution", func(s *Snapshot) { s.Versions = []CharterVersion{{ID: 1, AgreedOn: day(-365)}} }, true},
		{"no guest", "dialogue", func(s *Snapshot) {
			for i := range s.Events {
				s.Events[i].Guests = 0
			}
		}, false},
		{"a guest 181 days ago", "dialogue", func(s *Snapshot) { guestsLast(s, -181) }, true},
		{"a guest 182 days ago", "dialogue", func(s *Snapshot) { guestsLast(s, -182) }, false},
		{"nobody here", "levels", func(s *Snapshot) { s.Attendance, s.EventRoles, s.Items, s.Contributions = nil, nil, nil, nil }, false},
		{"three levels", "levels", func(s *Snapshot) { s.Community.LeaderID, s.Roles, s.EventRoles = 0, nil, nil }, true},
		{"a word with somebody", "spaces", func(s *Snapshot) { s.FollowUps = []FollowUp{{ID: 1, MemberID: 3, On: day(-20)}} }, true},
		{"a word 181 days ago", "spaces", func(s *Snapshot) { s.FollowUps = []FollowUp{{ID: 1, MemberID: 3, On: day(-181)}} }, true},
		{"a word 182 days ago", "spaces", func(s *Snapshot) { s.FollowUps = []FollowUp{{ID: 1, MemberID: 3, On: day(-182)}} }, false},
		{"a word with a sponsor", "spaces", func(s *Snapshot) { s.FollowUps = []FollowUp{{ID: 1, SponsorID: 1, On: day(-20)}} }, false},
		{"no story", "value", func(s *Snapshot) { s.Stories = nil }, false},
		{"four of five alike", "formats", func(s *Snapshot) { alike(s, 4) }, false},
		{"three of five alike", "formats", func(s *Snapshot) { alike(s, 3) }, true},
		{"a gap of 32 days", "rhythm", func(s *Snapshot) { s.Events[8].On = s.Events[7].On + 32 }, false},
		{"a gap of 31 days", "rhythm", func(s *Snapshot) { s.Events[8].On = s.Events[7].On + 31 }, true},
		{"a gap of 10 days", "rhythm", func(s *Snapshot) { s.Events[8].On = s.Events[7].On + 10 }, false},
		{"one and a half times the cadence", "rhythm", func(s *Snapshot) { s.Community.CadenceDays = 14 }, true},
		{"half the cadence", "rhythm", func(s *Snapshot) { s.Community.CadenceDays = 42 }, true},
		{"under half the cadence", "rhythm", func(s *Snapshot) { s.Community.CadenceDays = 43 }, false},
		{"even, without a cadence", "rhythm", func(s *Snapshot) { s.Community.CadenceDays = 0 }, true},
		{"two events", "rhythm", func(s *Snapshot) { s.Events = s.Events[7:] }, false},
	} {
		s := demoSnapshot(t)
		c.change(s)
		on := day0
		if strings.HasPrefix(c.name, "a gap") {
			on = day(10)
		}
		principles := s.Principles(on)
		i := slices.IndexFunc(principles, func(p Criterion) bool { return p.Key == c.key })
		if p := principles[i]; p.Met != c.want || p.Evidence.IsZero() || p.Label.IsZero() {
			t.Errorf("%s: %+v", c.name, p)
		}
	}
}

// guestsLast lets guests come on one day only.
func guestsLast(s *Snapshot, n int) {
	for i := range s.Events {
		s.Events[i].Guests = 0
	}
	s.Events[0].On, s.Events[0].Guests = day(n), 1
}

// alike gives n of the last five events one format.
func alike(s *Snapshot, n int) {
	for i := range 5 {
		s.Events[4+i].Format = "guest"
		if i < n {
			s.Events[4+i].Format = "brown_bag"
		}
	}
}

func TestStagesAreWorded(t *testing.T) {
	for _, stage := range Stages {
		if stage.Phrase().IsZero() || stage.Looks().IsZero() || stage.Energy().IsZero() {
			t.Errorf("%s lacks words", stage)
		}
	}
	if !Stage("none").Phrase().IsZero() || !Phase("none").Phrase().IsZero() {
		t.Error("a stage that isn't one has words")
	}
}

func TestLevelMoves(t *testing.T) {
	s := demoSnapshot(t)
	s.Members[7].LeftOn = day(-10)
	s.Members[23].JoinedOn = day(-20) // a contact joins nothing
	moves := s.LevelMoves(day0, 3)
	if len(moves) != 3 {
		t.Fatalf("%d quarters", len(moves))
	}
	now := moves[2]
	if got := fmt.Sprint(moves[1].From, moves[1].Until, now.From, now.Until); got != "2026-07-01 2026-09-30 2026-10-01 2026-11-21" {
		t.Errorf("quarters %s", got)
	}
	if !slices.Equal(now.Joined, []int64{21, 22}) || !slices.Equal(now.Left, []int64{8}) || !slices.Equal(moves[1].Joined, []int64{16, 17}) {
		t.Errorf("joined %v, left %v, before %v", now.Joined, now.Left, moves[1].Joined)
	}
	if moves[1].Compared || moves[1].Closer != nil || !now.Compared {
		t.Errorf("two events had been held by the end of June: %+v", moves[1])
	}
	want := []LevelMove{{9, Active, Occasional}, {11, Active, Occasional}, {12, Active, Occasional}, {16, Active, Occasional}, {17, Active, Occasional}}
	if !slices.Equal(now.Further, want) || now.Closer != nil {
		t.Errorf("closer %v, further %v", now.Closer, now.Further)
	}
	s.Declared = []DeclaredLevel{{ID: 1, MemberID: 14, Level: Active, DeclaredOn: day(-20)}}
	if now = s.LevelMoves(day0, 1)[0]; !slices.Equal(now.Closer, []LevelMove{{14, Peripheral, Active}}) {
		t.Errorf("declared: closer %v", now.Closer)
	}
	if s.LevelMoves(day0, 0) != nil || s.LevelMoves(0, 3) != nil {
		t.Error("no quarters, no moves")
	}
}
