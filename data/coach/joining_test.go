package coach_test

import (
	"testing"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/datatest"
	"copleader/data/words"
)

// Given members seen before they joined, then the question says how many, and of
// what; it is asked on no other page.
func TestJoiningDays(t *testing.T) {
	if got := coach.JoiningDays(datatest.Read(t, datatest.Demo(t)), datatest.Today); len(got.Late) != 0 {
		t.Errorf("the demo asks about %d", len(got.Late))
	}
	seen := func(n int) change {
		return func(s *data.Snapshot) {
			for i := range n {
				s.Members[7-i].JoinedOn = day(-1)
			}
			s.EventRoles, s.Items = nil, nil
		}
	}
	for _, c := range []struct {
		change change
		want   string
	}{
		{seen(1), "1 person was at events before the day they joined. Move their joining day to their first event?"},
		{seen(3), "3 people were at events before the day they joined. Move their joining day to their first event?"},
		{both(seen(3), func(s *data.Snapshot) { joinedLate(s, 1) }),
			"4 people were at events or gave something before the day they joined. Move their joining day to the first time?"},
		{both(seen(1), started(-20)),
			"1 person was at events before the day they joined. Move their joining day to their first event? The community's start, noted as 1 Nov 2026, would move to 5 May 2026 too: reports and thanks tell nothing from before it."},
		{started(-20), "The community is noted to have started on 1 Nov 2026, but something of 5 May 2026 is noted. Reports and thanks tell nothing from before the start. Move the start to that day?"},
		{func(*data.Snapshot) {}, ""},
		{both(started(-20), leftFrom(-200)), ""},
		{both(started(-20), leftFrom(-199)), "The community is noted to have started on 1 Nov 2026, but something of 5 May 2026 is noted. Reports and thanks tell nothing from before the start. Move the start to that day?"},
	} {
		s := calm()
		s.Community.StartedOn = day(-400)
		c.change(s)
		q := coach.JoiningDays(s, datatest.Today)
		if got := words.English().Of(q.Text); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
		if of(s, data.JoiningRule) != nil {
			t.Error("it is a finding too")
		}
	}
}

// leftFrom is the answer to leave the start as it is, though something of a day was noted.
func leftFrom(n int) change {
	return func(s *data.Snapshot) {
		s.Dismissals = append(s.Dismissals, data.Dismissal{ID: 900, Rule: data.JoiningRule, Worse: int64(s.Community.StartedOn - day(n)), On: day(0), Until: day(0)})
	}
}
