package coach_test

import (
	"testing"

	"copleader/data"
	"copleader/data/words"
)

// The sentences behind the other numbers: one, several, none.
func TestWording(t *testing.T) {
	for _, c := range []struct {
		rule   string
		change change
		want   string
	}{
		{"C01", purpose(0), "The charter names no purpose yet."},
		{"C01", purpose(1), "The purpose has 1 character so far."},
		{"C02", func(s *data.Snapshot) { s.Contacts = nil }, "No report or review in 200 days."},
		{"C03", hours(data.HoursNotAgreed), "No hours are agreed yet."},
		{"C04", func(s *data.Snapshot) { s.Roles = nil }, "The leader carries the community alone."},
		{"C04", both(func(s *data.Snapshot) { s.Roles = nil }, leads(4), speaks(5)), "Nobody is at the core at present."},
		{"C04", both(leads(2, 2, 2, 2), speaks(4)), "1 person is at the core, and the leader is not among them."},
		{"C04", func(s *data.Snapshot) { addMembers(s, 40) }, "3 of 40 members are at the core, fewer than one in ten."},
		{"C04", func(s *data.Snapshot) { addMembers(s, 120); declared(s, data.Core, 11, 12) }, "4 people beside the leader are at the core; for 120 members, at least 6 are good."},
		{"C04", func(s *data.Snapshot) { s.Roles = s.Roles[:1] }, "1 person beside the leader carries the community."},
		{"C06", next(22), "Nothing is planned for the next 21 days."},
		{"C06", both(next(22), without(8), func(s *data.Snapshot) { s.Events[6].On = day(-31) }), "Nothing is planned for the next 21 days."},
		{"C06", both(next(22), without(8), func(s *data.Snapshot) { s.Events[6].On = day(-32) }), "The last event was 5 weeks ago, and nothing is planned for the next 21 days."},
		{"C07", dense(5, 0), "5 events in 60 days; the last three drew 16 people, the three before 24 people."},
		{"C08", formats("social", "guest", "social", "social", "social"), "4 of the last 5 events: Social / coffee."},
		{"C09", crowds(5, 5, 6), "5.3 on average at the last three events, 8.0 at the last ones like them."},
		{"C12", both(minutesOut(7, 0), minutesOut(6, 0)), "Held 4 weeks ago; 1 earlier event has none either."},
		{"C17", ideas(-91, -1), "1 of 2 ideas are older than 90 days."},
		{"C16", speaks(4, 4, 4, 4, 4, 4, 4, 4), "One person had 8 of 8 turns to speak in half a year."},
		{"C16", speaks(4, 4, 4, 4, 5, 5, 6, 7), "Two people had 6 of 8 turns to speak in half a year."},
		{"C17", done(-63), "Nothing was finished for 63 days."},
		{"C17", both(done(-63), ideas(-91, -1)), "1 of 2 ideas are older than 90 days, and nothing was finished for 63 days."},
		{"C17", both(cadence(60), ideas(-181, -1)), "1 of 2 ideas are older than 180 days."},
		{"C18", doing(-1, -1, -1), "4 in Doing, where 3 have room."},
		{"C18", doing(-46, -50), "2 items have been in Doing for more than 45 days."},
		{"C18", doing(-46, -1, -1), "4 in Doing, where 3 have room; 1 of them for more than 45 days."},
		{"C20", answers("safety", data.Counts{2, 2, 4, 2}), "On “Card safety”: 4 of 10 lean to the low side, 2 to the high."},
		{"C21", both(answers("rhythm", data.Counts{2, 2, 2, 2, 2}), answers("value", data.Counts{2, 2, 2, 2, 2})),
			"4 of 10 lean to the low side, 4 to the high. 1 more card is split."},
		{"C22", noRound, "There was no health check yet, after 8 events."},
		{"C22", closed(-120), "The last health check was 17 weeks ago."},
		{"C22", fourReplied, "No health check had enough answers yet, after 8 events."},
		{"C23", both(closed(-14), answers("rhythm", data.Counts{2, 2, 4, 2})), "The round closed 2 weeks ago, and nothing on the board answers it."},
		{"C23", both(closed(-14), answers("rhythm", data.Counts{2, 2, 4, 2}), answers("value", data.Counts{2, 2, 4, 2})),
			"The round closed 2 weeks ago, and nothing on the board answers it. 1 more concern waits too."},
		{"C24", both(cadence(40), told(-121, data.CycleApplied)), "No value story in 120 days."},
		{"C24", both(cadence(61), told(-1, data.CyclePotential)), "No story of something used in 183 days."},
		{"C29", started(-366), "No version was agreed since the start on 20 Nov 2025."},
		{"C29", func(s *data.Snapshot) { s.Versions = []data.CharterVersion{{ID: 1, AgreedOn: day(-366)}} }, "It was last agreed on 20 Nov 2025."},
		{"C24", func(s *data.Snapshot) { s.Stories = nil }, "No value story is written down yet."},
		{"C24", told(-90, data.CycleApplied), "No value story in 90 days."},
		{"C24", told(-1, data.CyclePotential), "No story of something used in 180 days."},
		{"C25", both(ending, leaderOnly), "3 of 5 signs: Fewer people come; Less gets finished; Only the leader proposes."},
		{"C25", both(ending, func(s *data.Snapshot) {
			for i := range s.Items {
				s.Items[i].ProposerID = 0
			}
		}), "3 of 5 signs: Fewer people come; Less gets finished; No proposal by others is noted."},
		{"C25", both(ending, func(s *data.Snapshot) {
			for i := range s.Items {
				s.Items[i].CreatedOn = day(-63)
			}
		}), "3 of 5 signs: Fewer people come; Less gets finished; Nobody proposes."},
		{"C28", request(-9, -8), "This request has waited 9 days; 1 more waits too."},
		{"C31", untold(0), "It is today, and nobody was told yet."},
		{"C31", untold(1), "It is tomorrow, and nobody was told yet."},
	} {
		s := calm()
		c.change(s)
		found := of(s, c.rule)
		if len(found) != 1 {
			t.Errorf("%s: %d findings", c.rule, len(found))
			continue
		}
		if got := words.English().Of(found[0].Text); got != c.want {
			t.Errorf("%s: %q, want %q", c.rule, got, c.want)
		}
	}
}

// What is named first is what matters most: the item longest in Doing, the
// request that waited longest, the latest event without minutes.
func TestWhatIsNamedFirst(t *testing.T) {
	for _, c := range []struct {
		rule        string
		change      change
		item, event int64
	}{
		{"C18", doing(-46, -60, -50), 7, 0},
		{"C28", request(-9, -20, -12), 7, 0},
		{"C12", both(minutesOut(7, 0), minutesOut(4, 0)), 0, 7},
	} {
		s := calm()
		c.change(s)
		if f := of(s, c.rule)[0]; f.ItemID != c.item || f.EventID != c.event || f.Offer.At.ID != max(c.item, c.event) {
			t.Errorf("%s names item %d, event %d", c.rule, f.ItemID, f.EventID)
		}
	}
}
