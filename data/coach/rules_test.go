package coach_test

import (
	"slices"
	"testing"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/datatest"
)

type change = func(*data.Snapshot)

// both makes one change after the other.
func both(changes ...change) change {
	return func(s *data.Snapshot) {
		for _, c := range changes {
			c(s)
		}
	}
}

func of(s *data.Snapshot, rule string) []coach.Finding {
	var found []coach.Finding
	for _, f := range coach.Findings(s, nil, datatest.Today) {
		if f.Rule == rule {
			found = append(found, f)
		}
	}
	return found
}

// A community in which all is well hears nothing.
func TestCalm(t *testing.T) {
	for _, f := range coach.Findings(calm(), nil, datatest.Today) {
		t.Errorf("%s", figures(f))
	}
}

// ruleCase is one rule about the calm community: a change that makes it speak
// (at the very boundary), changes that just miss it, changes after which the
// data are too few or the rule moot, and a change that makes it worse.
type ruleCase struct {
	rule   string
	fires  change
	want   string // its numbers
	misses []change
	few    []change // made on top of fires
	worse  change   // made on top of fires; nil where nothing can be worse than none
}

func TestEachRule(t *testing.T) {
	cases := slices.Concat(charterCases, rhythmCases, eventCases, peopleCases, boardCases, healthCases, valueCases)
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) { c.check(t) })
	}
}

func (c *ruleCase) check(t *testing.T) {
	s := calm()
	c.fires(s)
	found := of(s, c.rule)
	if len(found) != 1 || figures(found[0]) != c.want {
		t.Fatalf("fires: got %d findings %v, want %s", len(found), found, c.want)
	}
	f := found[0]
	if f.Title.IsZero() || f.Text.IsZero() || f.Because.IsZero() || f.Offer.Label.IsZero() || f.Offer.Do == "" || !slices.Contains(data.PlaceKinds, f.Offer.At.Kind) {
		t.Errorf("not fully worded: %+v", f)
	}
	for i, miss := range c.misses {
		s := calm()
		miss(s)
		if of(s, c.rule) != nil {
			t.Errorf("miss %d: speaks %s", i, figures(of(s, c.rule)[0]))
		}
	}
	for i, few := range c.few {
		s := calm()
		both(c.fires, few)(s)
		if of(s, c.rule) != nil {
			t.Errorf("too little data %d: speaks %s", i, figures(of(s, c.rule)[0]))
		}
	}
	c.checkAside(t, f)
}

// checkAside sets the finding aside: it is silent for 30 days, and back sooner
// when its numbers got worse.
func (c *ruleCase) checkAside(t *testing.T, f coach.Finding) {
	aside := f.Dismissals(calm(), datatest.Today, "")
	if len(aside) != 1 || aside[0].Until != day(30) {
		t.Fatalf("dismissals %+v", aside)
	}
	for _, tc := range []struct {
		name   string
		set    change
		silent bool
	}{
		{"today", func(s *data.Snapshot) { s.Dismissals = aside }, true},
		{"for the 30th day", func(s *data.Snapshot) { s.Dismissals = moved(aside, -29) }, true},
		{"30 days ago", func(s *data.Snapshot) { s.Dismissals = moved(aside, -30) }, false},
		{"tomorrow", func(s *data.Snapshot) { s.Dismissals = moved(aside, 1) }, false},
		{"for another person", func(s *data.Snapshot) { s.Dismissals = aside; s.Dismissals[0].MemberID = 99 }, false},
		{"another rule", func(s *data.Snapshot) { s.Dismissals = moved(aside, 0); s.Dismissals[0].Rule = "C99" }, false},
	} {
		s := calm()
		c.fires(s)
		aside[0].MemberID = f.MemberID
		tc.set(s)
		if silent := of(s, c.rule) == nil; silent != tc.silent {
			t.Errorf("set aside %s: silent %v", tc.name, silent)
		}
	}
	if c.worse == nil {
		return
	}
	s := calm()
	both(c.fires, c.worse)(s)
	aside[0].MemberID = f.MemberID
	s.Dismissals = aside
	if of(s, c.rule) == nil {
		s.Dismissals = nil
		for _, now := range of(s, c.rule) {
			t.Errorf("still silent at %d, was %d", now.Worse, f.Worse)
		}
		t.Error("worse, but silent")
	}
}

func moved(rows []data.Dismissal, days int) []data.Dismissal {
	rows = slices.Clone(rows)
	for i := range rows {
		rows[i].On, rows[i].Until = rows[i].On.AddDays(days), rows[i].Until.AddDays(days)
	}
	return rows
}

// Whoever was written or spoken to is left in peace for 60 days, the others not.
func TestDoneSilencesForThePerson(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*data.FollowUp)
		silent bool
	}{
		{"today", func(*data.FollowUp) {}, true},
		{"59 days ago", func(f *data.FollowUp) { f.On = day(-59) }, true},
		{"60 days ago", func(f *data.FollowUp) { f.On = day(-60) }, false},
		{"only asked", func(f *data.FollowUp) { f.State = data.Asked }, false},
		{"another rule", func(f *data.FollowUp) { f.Rule = "C13" }, false},
		{"another person", func(f *data.FollowUp) { f.MemberID = 11 }, false},
	} {
		s := datatest.Read(t, datatest.Demo(t))
		copied := *s
		followUp := of(s, "C14")[0].Done(datatest.Today, "Wrote")
		tc.change(&followUp)
		copied.FollowUps = []data.FollowUp{followUp}
		left := of(&copied, "C14")
		if silent := left[0].MemberID != 9; silent != tc.silent {
			t.Errorf("%s: silent %v", tc.name, silent)
		}
		want := 3
		if tc.silent || tc.name == "another person" {
			want = 2
		}
		if len(left) != want {
			t.Errorf("%s: %d people left", tc.name, len(left))
		}
	}
}

// Thresholds are settings.
func TestThresholdsAreFollowed(t *testing.T) {
	s := calm()
	s.Items[3].StartedOn = day(-11)
	s.Settings = []data.Setting{{Key: "coach.doingDays", Value: "10"}}
	if len(of(s, "C18")) != 1 {
		t.Error("eleven days in Doing are not told, where ten are long")
	}
}

// How much a finding presses follows from the numbers, where the rule says so.
func TestSeverityFollowsTheNumbers(t *testing.T) {
	for _, c := range []struct {
		rule   string
		change change
		want   coach.Severity
	}{
		{"C03", hours(3.5), coach.Act},
		{"C03", hours(4), coach.Look}, // exactly a tenth of the week
		{"C03", hours(7.5), coach.Look},
		{"C03", hours(data.HoursNotAgreed), coach.Act},
		{"C10", votes(8, data.Counts{0, 0, 5}), coach.Look},
		{"C10", both(votes(8, data.Counts{0, 0, 5}), votes(7, data.Counts{0, 0, 5})), coach.Act},
		{"C10", both(votes(8, data.Counts{0, 0, 5}), votes(6, data.Counts{0, 0, 5})), coach.Look},
	} {
		s := calm()
		c.change(s)
		if found := of(s, c.rule); len(found) != 1 || found[0].Severity != c.want {
			t.Errorf("%s: %+v, want %d", c.rule, found, c.want)
		}
	}
}

// With exactly as many events as a rule asks for, it speaks.
func TestJustEnoughData(t *testing.T) {
	for _, c := range []struct {
		rule   string
		change change
		want   string
	}{
		{"C04", both(held(3), func(s *data.Snapshot) { s.Roles = nil }), "C04 beside=0 core=0 members=12"},
		{"C05", both(leads(2, 3, 1, 1, 1, 4, 5, 6), held(6)), "C05 led=3 events=6"},
		{"C06", both(held(2), next(22)), "C06 days=5 cadence=21"},
		{"C07", both(dense(5, 0), held(6)), "C07 events=5 now=16 before=24"},
		{"C08", both(formats("social", "guest", "social", "social", "social"), held(5)), "C08 same=4"},
		{"C09", both(crowds(5, 5, 6), held(6)), "C09 now=16 before=24"},
		{"C10", both(noVotes(1, 2, 3, 4, 5, 6, 7), votes(8, data.Counts{0, 0, 5})), "C10 tenths=30 votes=5"},
		{"C10", both(noVotes(2, 3, 4, 5, 6, 7, 8), votes(1, data.Counts{0, 0, 5})), "C10 tenths=30 votes=5"},
		{"C11", both(noVotes(6, 7, 8), held(6)), "C11 voted=3"},
		{"C14", both(often(1, 2), without(4), without(5)), "C14 M09 seen=2 of=3 since=3"},
	} {
		s := calm()
		c.change(s)
		found := of(s, c.rule)
		if len(found) != 1 || figures(found[0]) != c.want {
			t.Errorf("%s: %d findings, want %s", c.rule, len(found), c.want)
		}
	}
}
