package coach_test

import (
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/datatest"
	"copleader/data/words"
)

func news(s *data.Snapshot, last coach.Visit) []string {
	var said []string
	for _, n := range coach.Since(s, last, datatest.Today) {
		said = append(said, words.English().Of(n.Text))
	}
	return said
}

// On the demo, a week after the last visit: three more answers, one item that
// has just been long in Doing, one person back after two months.
func TestSinceOnDemo(t *testing.T) {
	s := datatest.Read(t, datatest.Demo(t))
	answers := coach.AnswerCount(s)
	if answers != 29 {
		t.Errorf("%d answers in all", answers)
	}
	got := news(s, coach.Visit{On: day(-8), Answers: answers - 3})
	want := []string{"3 more answers came in", "“Mutation testing on one service” has been in Doing for 35 days"}
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.Errorf("missing %q in %q", w, got)
		}
	}
}

func TestSince(t *testing.T) {
	week := coach.Visit{On: day(-7), Answers: -1}
	for _, c := range []struct {
		name   string
		last   coach.Visit
		change change
		want   string
	}{
		{"nothing new", week, func(*data.Snapshot) {}, ""},
		{"never here before", coach.Visit{}, arrived(-3), ""},
		{"one answer", coach.Visit{On: day(0), Answers: 9}, func(*data.Snapshot) {}, "1 more answer came in"},
		{"an answer taken back", coach.Visit{On: day(-7), Answers: 11}, func(*data.Snapshot) {}, ""},
		{"first event", week, func(s *data.Snapshot) { often(8)(s) }, "Member 9 came for the first time"},
		{"seen before", week, func(s *data.Snapshot) { often(7, 8)(s) }, ""},
		{"back after long", week, func(s *data.Snapshot) { often(5, 8)(s) }, "Member 9 joined an event after 9 weeks"},
		{"back, not yet long", week, func(s *data.Snapshot) { often(5, 8)(s); s.Events[4].On = day(-60) }, ""},
		{"gone again", week, func(s *data.Snapshot) { often(8)(s); s.Members[8].LeftOn = day(-1) }, ""},
		{"told last time", coach.Visit{On: day(-5), Answers: -1}, func(s *data.Snapshot) { often(8)(s) }, ""},
		{"long in Doing", week, doing(-30), "“Item 6” has been in Doing for 30 days"},
		{"not yet", week, doing(-29), ""},
		{"said before", week, doing(-37), ""},
		{"due", week, followUp(-6, data.Asked), "Due: Ask about a talk"},
		{"due today, promised", week, followUp(0, data.SaidYes), "Due: Ask about a talk"},
		{"done", week, followUp(0, data.Done), ""},
		{"due tomorrow", week, followUp(1, data.Asked), ""},
		{"due last time", week, followUp(-7, data.Asked), ""},
		{"a round is over", week, func(s *data.Snapshot) { s.Rounds[0].ClosedOn, s.Rounds[0].ClosesOn = 0, day(-2) }, "“Round” can be closed"},
		{"its last day", week, func(s *data.Snapshot) { s.Rounds[0].ClosedOn, s.Rounds[0].ClosesOn = 0, day(0) }, ""},
		{"an event is over", week, next(-1), "“Fri 20 Nov · Next” is over: who was there?"},
		{"a level by hand", week, func(s *data.Snapshot) {
			s.Declared = []data.DeclaredLevel{{ID: 1, MemberID: 4, Level: data.Core, DeclaredOn: day(-90), ReviewOn: day(-1)}}
		}, "Look again at the level set for Member 4"},
	} {
		s := calm()
		c.change(s)
		if got := strings.Join(news(s, c.last), " · "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func followUp(due int, state data.FollowUpState) change {
	return func(s *data.Snapshot) {
		s.FollowUps = []data.FollowUp{{ID: 1, MemberID: 4, What: "Ask about a talk", State: state, On: day(-20), Due: day(due)}}
	}
}

func TestThanks(t *testing.T) {
	demo := datatest.Read(t, datatest.Demo(t))
	noActs := func(s *data.Snapshot) { s.EventRoles, s.Items = nil, nil }
	byHand := func(kind data.ContributionKind, member int64, note string) change {
		return func(s *data.Snapshot) {
			s.Contributions = append(s.Contributions, data.Contribution{ID: int64(len(s.Contributions) + 1), MemberID: member, On: day(-2), Kind: kind, Note: note})
		}
	}
	for _, c := range []struct {
		name   string
		of     *data.Snapshot
		since  data.Date
		change change
		want   string
	}{
		{"a first gift", calm(), day(-30), func(*data.Snapshot) {}, "Member 12 finished “Item 2”."},
		{"later ones", calm(), day(-10), func(*data.Snapshot) {}, "Member 11 spoke at “Mon 16 Nov · Event 8”."},
		{"nobody gave anything", calm(), day(-30), noActs, ""},
		{"only the leader did", calm(), day(-30), both(noActs, byHand(data.Helped, 1, "")), ""},
		{"a note in its own words", calm(), 0, both(noActs, byHand(data.Helped, 4, "sat with Ada all afternoon")), "Member 4: sat with Ada all afternoon"},
		{"what is easily overlooked", calm(), 0, both(noActs, byHand(data.Represented, 4, ""), byHand(data.Welcomed, 5, "")), "Member 5 welcomed a newcomer."},
		{"gone", calm(), 0, both(noActs, byHand(data.Helped, 4, ""), func(s *data.Snapshot) { s.Members[3].LeftOn = day(-1) }), ""},
		{"too long ago", calm(), day(-1), both(noActs, byHand(data.Helped, 4, "")), ""},
	} {
		c.change(c.of)
		got := ""
		if thank, ok := coach.Thanks(c.of, c.since, datatest.Today); ok {
			got = words.English().Of(thank.Text)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	if thank, ok := coach.Thanks(demo, day(-60), datatest.Today); !ok || thank.Who == "" || thank.Act.MemberID == 1 {
		t.Errorf("the demo has nobody to thank: %+v", thank)
	}
}
