package data_test

import (
	"fmt"
	"strings"
	"testing"

	. "copleader/data"
)

func late(s *Snapshot) string {
	var said []string
	for _, l := range s.JoinedTooLate(day0) {
		what := ""
		if l.Gave {
			what = " gave"
		}
		said = append(said, fmt.Sprintf("M%02d %d%s", l.MemberID, l.First.Sub(day0), what))
	}
	return strings.Join(said, ", ")
}

// Given the demo, then nobody is asked about; given evidence before the day of
// joining, then the earliest counts.
func TestJoinedTooLate(t *testing.T) {
	if got := late(demoSnapshot(t)); got != "" {
		t.Errorf("the demo asks about %s", got)
	}
	for _, c := range []struct {
		name   string
		change func(*Snapshot)
		want   string
	}{
		{"ticked at an event before", func(s *Snapshot) { s.Members[20].JoinedOn = day(-27) }, "M21 -28"},
		{"on the very day", func(s *Snapshot) { s.Members[20].JoinedOn = day(-28) }, ""},
		{"gave before, by hand", func(s *Snapshot) {
			s.Contributions = append(s.Contributions, Contribution{ID: 900, MemberID: 22, On: day(-50), Kind: Helped})
		}, "M22 -50 gave"},
		{"led the event", func(s *Snapshot) { s.Members[2].JoinedOn = day0 }, "M03 -175"},
		{"an act before the first event", func(s *Snapshot) {
			s.Members[2].JoinedOn = day0
			s.Contributions = append(s.Contributions, Contribution{ID: 900, MemberID: 3, On: day(-200), Kind: Welcomed})
		}, "M03 -200 gave"},
		{"said yes only", func(s *Snapshot) {
			s.Attendance = append(s.Attendance, Attendance{ID: 900, EventID: 1, MemberID: 22, Expected: ReplyYes})
		}, ""},
		{"an event not held", func(s *Snapshot) { s.Members[20].JoinedOn = day(-27); s.Events[7].Status = StatusCancelled }, ""},
		{"a contact", func(s *Snapshot) { s.Members[20].JoinedOn = day(-27); s.Members[20].Kind = KindContact }, ""},
		{"somebody who left", func(s *Snapshot) { s.Members[20].JoinedOn, s.Members[20].LeftOn = day(-27), day(-1) }, ""},
		{"left as they are", func(s *Snapshot) {
			s.Members[20].JoinedOn = day(-27)
			s.Dismissals = []Dismissal{{ID: 1, Rule: JoiningRule, MemberID: 21, On: day(-100), Until: day(-70)}}
		}, ""},
	} {
		s := demoSnapshot(t)
		c.change(s)
		if got := late(s); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Given a leader who types in a roster today and ticks people at past events, then
// their attendance does not count yet, what they gave does, and once the joining
// days are moved everything does.
func TestStartedTodayWithAPast(t *testing.T) {
	s := demoSnapshot(t)
	for i := range s.Members {
		s.Members[i].JoinedOn = day0
	}
	st := s.Standings(day0)
	if st.Counts[Active] == 0 || st.ByMember(1).Effective != Core || st.ByMember(6).Effective != Peripheral || st.ByMember(6).Flag != FlagNewcomer {
		t.Errorf("counts %v", st.Counts)
	}
	asked := s.JoinedTooLate(day0)
	if len(asked) != 18 {
		t.Errorf("%d are asked about: %s", len(asked), late(s))
	}
	for _, l := range asked {
		for i := range s.Members {
			if s.Members[i].ID == l.MemberID {
				s.Members[i].JoinedOn = l.First
			}
		}
	}
	if got := late(s); got != "" {
		t.Errorf("moved, but still asked about: %s", got)
	}
	if got := s.Standings(day0); got.Counts[Core] < 3 || got.Counts[Active] < 5 {
		t.Errorf("counts %v", got.Counts)
	}
}

// Given a file begun today, then the start moves to the earliest day of an event, an act, a closed round, or on which a member joined.
func TestStartedTooLateLooksAtAllThatIsNoted(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Snapshot)
		want   int
	}{
		"an event":        {func(*Snapshot) {}, -175},
		"a round":         {func(s *Snapshot) { s.Rounds[0].OpenedOn, s.Rounds[0].ClosedOn = day(-190), day(-185) }, -190},
		"an open round":   {func(s *Snapshot) { s.Rounds[0].OpenedOn, s.Rounds[0].ClosedOn = day(-190), 0 }, -175},
		"a member":        {func(s *Snapshot) { s.Members[6].JoinedOn = day(-300) }, -300},
		"a contact":       {func(s *Snapshot) { s.Members[23].JoinedOn = day(-300) }, -175},
		"later than each": {func(s *Snapshot) { s.Community.StartedOn = day(-176) }, 0},
	} {
		s := demoSnapshot(t)
		s.Community.StartedOn = day0
		for i := range s.Members {
			s.Members[i].JoinedOn = day(-100)
		}
		c.change(s)
		want := Date(0)
		if c.want != 0 {
			want = day(c.want)
		}
		if got := s.StartedTooLate(day0); got != want {
			t.Errorf("%s: %d, want %d", name, got.Sub(day0), c.want)
		}
	}
}
