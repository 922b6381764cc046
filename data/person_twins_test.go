package data

import (
	"slices"
	"testing"
)

// Given people, then who may be one of them is found by address, name, nickname, and nearly the name, never by a common word alone, and
// never somebody who was erased.
func TestTwinsOf(t *testing.T) {
	members := []Member{
		{ID: 1, Name: "Anna Müller", Email: "anna@example.org"},
		{ID: 2, Name: "Robert Smith", Called: "Bob"},
		{ID: 3, Name: "ليلى حدّاد"},
		{ID: 4, Name: "Eva Müller"},
		{ID: 5, Name: "Anna Müller", ErasedOn: 1},
	}
	twins := TwinsAmong(members, nil, nil)
	for _, c := range []struct {
		who  Member
		want []int64
	}{
		{Member{Name: "MUELLER, Anna"}, []int64{1}},
		{Member{Name: "Anna Muler"}, []int64{1}},
		{Member{Name: "Somebody Else", Email: " Anna@Example.org"}, []int64{1}},
		{Member{Name: "Bob Smith"}, []int64{2}},
		{Member{Name: "ليلى حداد"}, []int64{3}},
		{Member{Name: "Peter Müller"}, nil},
		{Member{Name: "Anna"}, nil},
		{Member{Name: "…"}, nil},
		{members[0], nil},
	} {
		if got := twins.Of(&c.who); !slices.Equal(got, c.want) {
			t.Errorf("%q may be %v, want %v", c.who.Name, got, c.want)
		}
	}
	if TwinsAmong(members, nil, twins) != twins || TwinsAmong(slices.Clone(members), nil, twins) == twins {
		t.Error("the same rows are gone through again, or others are not")
	}
}

// Given what hangs on a record, then each kind is counted, what is not there is not told, and an event at which both were is known.
func TestHangsOn(t *testing.T) {
	s := &Snapshot{
		Attendance:    []Attendance{{EventID: 1, MemberID: 7, Present: true}, {EventID: 2, MemberID: 7, Present: true}, {EventID: 2, MemberID: 8, Present: true}, {EventID: 3, MemberID: 7}},
		Contributions: []Contribution{{MemberID: 7}, {MemberID: 8}},
		FollowUps:     []FollowUp{{MemberID: 7}},
		Dismissals:    []Dismissal{{Rule: TwinsRule, MemberID: 8, Worse: 7}},
	}
	var keys []string
	for _, p := range s.HangsOn(7) {
		keys = append(keys, p.Many)
	}
	if want := []string{"came to %d events", "%d contributions", "%d follow-ups"}; !slices.Equal(keys, want) {
		t.Errorf("told is %q, want %q", keys, want)
	}
	if n := s.HangsOn(7)[0].N; n != 2 {
		t.Errorf("came to %d", n)
	}
	if n := s.BothCame(7, 8); n != 1 {
		t.Errorf("both were at %d", n)
	}
	if !s.ToldApart(8, 7) || s.ToldApart(8, 6) || s.ToldApart(7, 8) {
		t.Error("who was told apart is not known")
	}
}

// Given what lists and a joined record call somebody, when another of that name or address is typed, then it is told who it may be.
func TestTwinsByNamesKnown(t *testing.T) {
	members := []Member{{ID: 1, Name: "Zoë Alpha"}, {ID: 2, Name: "Bo Berg"}}
	known := []KnownName{{Name: NameKey("Zoë Betagamma"), MemberID: 1}, {Name: "zb@home.example", MemberID: 1}}
	twins := TwinsAmong(members, known, nil)
	for _, who := range []Member{{Name: "Betagamma, Zoe"}, {Name: "Someone Else", Email: "ZB@home.example"}} {
		if got := twins.Of(&who); !slices.Equal(got, []int64{1}) {
			t.Errorf("%+v may be %v", who, got)
		}
	}
	if TwinsAmong(members, known, twins) != twins || TwinsAmong(members, known[:1], twins) == twins {
		t.Error("not made anew when, and only when, what is known changed")
	}
}
