package coach_test

import (
	"testing"

	"copleader/data"
)

func eventOn(event, n int) change { return func(s *data.Snapshot) { s.Events[event-1].On = day(n) } }

// Given somebody who came to exactly half of the events of the first half of the
// window, C14 speaks; the halves meet 91 days ago, and the window is 182 days long.
func TestStoppedComingAtTheBorders(t *testing.T) {
	for _, c := range []struct {
		name   string
		change change
		want   string // "" where the rule is silent
	}{
		{"two of four", both(eventOn(4, -91), often(1, 2)), "C14 M09 seen=2 of=4 since=4"},
		{"one of four", both(eventOn(4, -91), often(1)), ""},
		{"the fourth was 91 days ago", both(eventOn(4, -91), often(1, 2, 4)), "C14 M09 seen=3 of=4 since=4"},
		{"the fourth was 90 days ago", both(eventOn(4, -90), often(1, 2, 4)), ""},
		{"the first was 182 days ago", both(eventOn(4, -91), eventOn(1, -182), often(1, 2, 3)), "C14 M09 seen=3 of=4 since=4"},
		{"the first was 183 days ago", both(eventOn(4, -91), eventOn(1, -183), often(1, 2, 3)), "C14 M09 seen=2 of=3 since=4"},
	} {
		s, got := calm(), ""
		c.change(s)
		if found := of(s, "C14"); len(found) > 0 {
			got = figures(found[0])
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
