package data

import "testing"

func TestProgressOfAMeasure(t *testing.T) {
	today := NewDate(2026, 11, 21)
	for _, c := range []struct {
		start, now, target string
		due                Date
		want               Progress
	}{
		{"31 % of runs", "19 %", "10 %", 0, ProgressOnWay},
		{"31 % of runs", "10 %", "10 %", 0, ProgressReached},
		{"31 % of runs", "33 %", "10 %", 0, ProgressBehind},
		{"31 %", "31 %", "10 %", 0, ProgressBehind},
		{"31 %", "19 %", "10 %", today, ProgressOnWay},
		{"31 %", "19 %", "10 %", today.AddDays(-1), ProgressBehind},
		{"3.4", "3.7", "4.0", 0, ProgressOnWay},
		{"3,4", "4.1", "4", 0, ProgressReached},
		{"6 of 21", "12 of 23", "half", 0, ProgressUnknown},
		{"6 of 21", "12 of 23", "15 of 23", 0, ProgressOnWay},
		{"29 %", "12 of 23", "50 %", 0, ProgressReached},
		{"0", "2 in half a year", "1 a quarter", 0, ProgressUnknown},
		{"0", "2 stories", "4 stories", 0, ProgressOnWay},
		{"12 days", "3 weeks", "5 days", 0, ProgressUnknown},
		{"19", "19 %", "10 %", 0, ProgressUnknown},
		{"1,200", "900", "800", 0, ProgressUnknown},
		{"", "19 %", "10 %", 0, ProgressUnknown},
		{"10 %", "19 %", "10 %", 0, ProgressUnknown},
		{"2 to 3 days", "1 day", "1 day", 0, ProgressUnknown},
		{"−2", "1", "3", 0, ProgressOnWay},
		{"3.4", "64\u00a0% high", "4.0", 0, ProgressUnknown}, // as the program writes a share
		{"31\u202f% of\u00a0runs", "19\u00a0%", "10 %", 0, ProgressOnWay},
		{"6\u00a0of\u00a021", "12 of 23", "15 of 23", 0, ProgressOnWay},
		{"4\u00a0000", "3", "2", 0, ProgressUnknown},
		{"5 k", "4000", "3 k", 0, ProgressUnknown},
		{"5 k", "4 k", "3 K", 0, ProgressOnWay},
		{"2 million rows", "1500000 rows", "1 million rows", 0, ProgressUnknown},
		{"2 million rows", "1.5 million", "1 million rows", 0, ProgressOnWay},
	} {
		if got := ProgressOf(c.start, c.now, c.target, c.due, today); got != c.want {
			t.Errorf("%q, now %q, to %q, due %v: %q, want %q", c.start, c.now, c.target, c.due, got, c.want)
		}
	}
}

// Given requests and acts of helping, then what is told of a period is that of its days.
func TestHelpOfAPeriod(t *testing.T) {
	from, until := NewDate(2026, 9, 1), NewDate(2026, 11, 30)
	day := func(n int) Date { return from.AddDays(n) }
	s := &Snapshot{
		Members: []Member{{ID: 1, Name: "A", Unit: "Mobile"}, {ID: 2, Name: "B", Unit: "mobile "}, {ID: 3, Name: "C", Unit: "Data"}, {ID: 4, Name: "D"}},
		Items: []Item{
			{ID: 1, Kind: KindHelpRequest, Column: ColumnDone, CreatedOn: day(0), AnsweredOn: day(2), ProposerID: 3},
			{ID: 2, Kind: KindHelpRequest, Column: ColumnReady, CreatedOn: day(-10), AnsweredOn: day(-5)},
			{ID: 3, Kind: KindHelpRequest, Column: ColumnReady, CreatedOn: day(3), AnsweredOn: day(6)},
			{ID: 4, Kind: KindHelpRequest, Column: ColumnReady, CreatedOn: day(5)},
			{ID: 5, Kind: KindHelpRequest, Column: ColumnParked, CreatedOn: day(5)},
			{ID: 6, Kind: KindArtefact, Column: ColumnReady, CreatedOn: day(5), AnsweredOn: day(40)},
		},
		Contributions: []Contribution{
			{MemberID: 1, Kind: Helped, On: day(2), ItemID: 1}, {MemberID: 1, Kind: Helped, On: day(3), WhomID: 3},
			{MemberID: 3, Kind: Helped, On: day(3), WhomID: 4}, {MemberID: 1, Kind: Helped, On: day(-3), WhomID: 3},
			{MemberID: 1, Kind: Helped, On: day(4), WhomID: 1}, {MemberID: 1, Kind: Reviewed, On: day(4), WhomID: 3},
		},
	}
	if got, want := s.HelpBetween(from, until), (Help{Answered: 2, MedianDays: 5, Waiting: 1, Across: 2, Known: 3}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestAsksAreReadByTheLine(t *testing.T) {
	got := ParseAsks("Two protected hours a month; engineering director; 15 Dec\nA room\n; nobody\nTools； the board")
	want := []Ask{{"Two protected hours a month", "engineering director", "15 Dec"}, {Decision: "A room"}, {Decision: "Tools", Who: "the board"}}
	if len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%+v, want %+v", got[i], want[i])
		}
	}
}
