package data_test

import (
	"strings"
	"testing"

	. "copleader/data"
	"copleader/data/datatest"
	speak "copleader/data/words"
)

// The figures of the demo, of which 12 of 23 stands there too (data/README.md, Demo); the others were counted by hand in the
// demo's data.
func TestCountedFiguresOfTheDemo(t *testing.T) {
	s := datatest.Read(t, datatest.Demo(t))
	want := [][2]string{{"Members", "23"}, {"Members who gave something in half a year", "12 of 23"}, {"Members in the core or active", "8 of 23"},
		{"Members who came to an event in half a year", "18 of 23"}, {"Events held in half a year", "9"}, {"Attendances in half a year", "76"},
		{"Finished on the board in half a year", "5"}, {"Used again in half a year", "9"}}
	wantCounted(t, s.CountedFigures(datatest.Today), want)
}

func wantCounted(t *testing.T, got []Counted, want [][2]string) {
	t.Helper()
	say := speak.English()
	if len(got) != len(want) {
		t.Fatalf("%d figures, want %d", len(got), len(want))
	}
	for i, c := range got {
		if said := [2]string{strings.TrimSpace(say.Of(c.What) + " " + say.Of(c.Span)), say.Of(c.Value)}; said != want[i] {
			t.Errorf("got %q, want %q", said, want[i])
		}
	}
}

// Given a small and young community, then few people are not counted out, and nothing is said of levels that nobody has yet.
func TestCountedFiguresOfAFew(t *testing.T) {
	s := &Snapshot{Community: Community{ID: 1, CadenceDays: 21}, Members: []Member{
		{ID: 1, Name: "A", Kind: KindMember, JoinedOn: 1000}, {ID: 2, Name: "B", Kind: KindMember, JoinedOn: 1000},
		{ID: 3, Name: "C", Kind: KindMember, JoinedOn: 1000, LeftOn: 1150}},
		Events:     []Event{{ID: 1, On: 1100, Status: StatusHeld}, {ID: 2, On: 900, Status: StatusHeld}, {ID: 3, On: 1201, Status: StatusPlanned}},
		Attendance: []Attendance{{EventID: 1, MemberID: 1, Present: true}, {EventID: 1, MemberID: 3, Present: true}, {EventID: 1, MemberID: 2}, {EventID: 2, MemberID: 2, Present: true}},
		Items:      []Item{{ID: 1, DoneOn: 1018}, {ID: 2, DoneOn: 1019}, {ID: 3, DoneOn: 1201}, {ID: 4}},
		Reuses:     []Reuse{{ItemID: 1, On: 1200}, {ItemID: 1, On: 1018}}}
	wantCounted(t, s.CountedFigures(1200), [][2]string{{"Members", "2"}, {"Members who came to an event in half a year", "fewer than 5"},
		{"Events held in half a year", "1"}, {"Attendances in half a year", "2"}, {"Finished on the board in half a year", "1"}, {"Used again in half a year", "1"}})
}

// Given somebody ticked before the day they joined, then attendances count it, as reports do.
func TestAttendancesCountWhoJoinedLater(t *testing.T) {
	s := demoSnapshot(t)
	before := counted(s, CountAttendances)
	s.Members[0].JoinedOn = day0
	if after := counted(s, CountAttendances); before != "76" || after != before {
		t.Errorf("attendances were %s, and are %s once somebody joined later", before, after)
	}
}

func counted(s *Snapshot, key CountKey) string {
	for _, c := range s.CountedFigures(day0) {
		if c.Key == key {
			return spoken(c.Value)
		}
	}
	return ""
}

// Given six members and one who left, then only who belongs still is counted, and a number below the threshold is covered.
func TestCountedFiguresOfThoseWhoCame(t *testing.T) {
	for _, c := range []struct {
		came []int64
		want string
	}{
		{[]int64{1, 2, 3, 4, 5, 7}, "5 of 6"},
		{[]int64{1, 2, 3, 4, 7}, "fewer than 5 of 6"},
		{[]int64{7}, "0 of 6"},
	} {
		s := &Snapshot{Community: Community{ID: 1, CadenceDays: 21}, Events: []Event{{ID: 1, On: 1100, Status: StatusHeld}}}
		for id := range int64(7) {
			s.Members = append(s.Members, Member{ID: id + 1, Name: "M", Kind: KindMember, JoinedOn: 1000})
		}
		s.Members[6].LeftOn = 1150
		for _, id := range c.came {
			s.Attendance = append(s.Attendance, Attendance{EventID: 1, MemberID: id, Present: true})
		}
		said := map[string]string{}
		for _, f := range s.CountedFigures(1200) {
			said[f.What.Key] = speak.English().Of(f.Value)
		}
		if got := said["Members who came to an event"]; got != c.want {
			t.Errorf("%v came: %q, want %q", c.came, got, c.want)
		}
	}
}

// Given few active members, whose number is covered, then core and active together do not give it away.
func TestCountedFiguresKeepWhatIsCovered(t *testing.T) {
	s := demoSnapshot(t)
	for _, id := range []int64{6, 7, 8, 13} {
		s.Declared = append(s.Declared, DeclaredLevel{ID: id, MemberID: id, Level: Occasional, DeclaredOn: day0})
	}
	for _, c := range s.CountedFigures(day0) {
		if got := spoken(c.Value); c.Key == CountNear && got != "withheld" {
			t.Errorf("core and active: %q", got)
		}
	}
}
