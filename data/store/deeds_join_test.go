package store_test

import (
	"context"
	"errors"
	"maps"
	"reflect"
	"slices"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// twoOfOne makes a second record of a member who is there, with something of every kind on each.
func twoOfOne(t *testing.T, s *store.Store) (stays, gone data.Member) {
	t.Helper()
	before := datatest.Read(t, s)
	stays = before.Members[4]
	in := data.Intake{Members: []data.Member{{ID: -1, Name: "Twin of them", Phone: "0815", Email: "Twin@example.org", Kind: data.KindMember, JoinedOn: data.NewDate(2020, 1, 2),
		Knows: data.Lines{"Knots"}, Note: "second note"}}}
	for _, e := range before.Events {
		if e.Status == data.StatusHeld {
			in.Present = append(in.Present, data.Attendance{EventID: e.ID, MemberID: -1})
		}
	}
	in.Names = []data.KnownName{{Name: "twin", MemberID: -1}}
	if _, err := s.TakeIn(context.Background(), in); err != nil {
		t.Fatal(err)
	}
	after := datatest.Read(t, s)
	return stays, after.Members[len(after.Members)-1]
}

// sayNo makes somebody one who said no to a held event at which they were noted.
func sayNo(t *testing.T, s *store.Store, member int64) {
	t.Helper()
	for event := range eventsOf(datatest.Read(t, s), member) {
		if err := errors.Join(s.SetPresent(context.Background(), event, []int64{member}, false), s.SetExpected(context.Background(), event, member, data.ReplyNo)); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Fatal("was at no event")
}

// eventsOf counts how often somebody is noted at each event.
func eventsOf(s *data.Snapshot, member int64) map[int64]int {
	events := map[int64]int{}
	for _, a := range s.Attendance {
		if a.MemberID == member && a.Present {
			events[a.EventID]++
		}
	}
	return events
}

// rolesOf counts how often somebody holds each role now.
func rolesOf(s *data.Snapshot, member int64) map[data.Role]int {
	roles := map[data.Role]int{}
	for _, r := range s.Roles {
		if r.MemberID == member && r.To == 0 {
			roles[r.Role]++
		}
	}
	return roles
}

// knownOf is what lists call somebody.
func knownOf(s *data.Snapshot, member int64) (names []string) {
	for _, n := range s.KnownNames {
		if n.MemberID == member {
			names = append(names, n.Name)
		}
	}
	slices.Sort(names)
	return names
}

// Given a record whose name and address another person bears too, when it is joined into one of another name, then they are not
// remembered, for they would be taken for the wrong one.
func TestJoiningKnowsNobodyElsesName(t *testing.T) {
	s, ids, _ := recordsOfOne(t)
	namesake := data.Member{Name: "Zoe Betagamma", Email: "ZB@home.example", Kind: data.KindMember, JoinedOn: datatest.Today}
	ok(t, store.Rows(s, store.Members).Save(context.Background(), &namesake))
	join(t, s, ids[0], ids[2])
	if known := datatest.Read(t, s).KnownNames; len(known) != 0 {
		t.Errorf("known names are %v", known)
	}
}

// Given two records of one person with stretches of the same role that overlap, touch and lie apart, when they are joined, then the
// stretches that overlap or touch are one, and none is held twice.
func TestJoiningStretchesOfARole(t *testing.T) {
	day := func(month int) data.Date { return data.NewDate(2025, time.Month(month), 1) }
	type held struct{ from, to int } // months; to 0 while it lasts
	for name, c := range map[string]struct{ ours, theirs, want []held }{
		"ended, begun again, and the other meanwhile": {[]held{{1, 3}, {8, 0}}, []held{{5, 0}}, []held{{1, 3}, {5, 0}}},
		"one over two":       {[]held{{1, 3}, {5, 7}}, []held{{2, 6}}, []held{{1, 7}}},
		"two over one":       {[]held{{2, 6}}, []held{{1, 3}, {5, 0}}, []held{{1, 0}}},
		"touching":           {[]held{{1, 3}}, []held{{3, 5}}, []held{{1, 5}}},
		"apart":              {[]held{{1, 3}}, []held{{4, 5}}, []held{{1, 3}, {4, 5}}},
		"open, later closed": {[]held{{1, 0}}, []held{{4, 5}, {6, 7}}, []held{{1, 0}}},
	} {
		s, ids, _ := recordsOfOne(t)
		filled := datatest.Read(t, s)
		for i, list := range [][]held{c.ours, c.theirs} {
			for _, h := range list {
				row := data.MemberRole{ID: int64(len(filled.Roles) + 1), MemberID: ids[i], Role: data.RoleExpert, From: day(h.from)}
				if h.to > 0 {
					row.To = day(h.to)
				}
				filled.Roles = append(filled.Roles, row)
			}
		}
		s = datatest.Filled(t, filled)
		before := datatest.Read(t, s)
		join(t, s, ids[0], ids[1])
		var got []held
		for _, r := range datatest.Read(t, s).Roles {
			h := held{from: int(r.From.Time().Month())}
			if r.To != 0 {
				h.to = int(r.To.Time().Month())
			}
			got = append(got, h)
		}
		slices.SortFunc(got, func(a, b held) int { return a.from - b.from })
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
		ok(t, second(s.Undo(context.Background())))
		if undone := datatest.Read(t, s); !reflect.DeepEqual(undone, before) {
			t.Errorf("%s: undo does not bring it back", name)
		}
	}
}

// Given two records of one person who were at the same and at different events, when they are
// joined, then the record that stays was at each once, bears what either bore, and one undo
// brings both back as they were.
func TestJoinMembers(t *testing.T) {
	s, ctx := datatest.Demo(t), context.Background()
	stays, gone := twoOfOne(t, s)
	for _, held := range []data.MemberRole{{MemberID: gone.ID, Role: data.RoleExpert}, {MemberID: gone.ID, Role: data.RoleWelcomer}, {MemberID: stays.ID, Role: data.RoleExpert}} {
		if err := s.SetRole(ctx, held.MemberID, held.Role, true); err != nil {
			t.Fatal(err)
		}
	}
	// One record said no to an event at which the other is noted.
	sayNo(t, s, stays.ID)
	before := datatest.Read(t, s)
	events := eventsOf(before, stays.ID)
	for event := range eventsOf(before, gone.ID) {
		events[event] = 1
	}
	if _, err := s.JoinMembers(ctx, stays.ID, gone.ID); err != nil {
		t.Fatal(err)
	}
	after := datatest.Read(t, s)
	joined, _ := after.MemberByID(stays.ID)
	want := stays.JoinedWith(gone)
	if _, there := after.MemberByID(gone.ID); there || !reflect.DeepEqual(joined, want) || want.Phone == "" {
		t.Errorf("joined is %+v, and the other is there: %v", joined, there)
	}
	if seen := eventsOf(after, stays.ID); !maps.Equal(seen, events) {
		t.Errorf("present at %v, want %v", seen, events)
	}
	if roles := rolesOf(after, stays.ID); roles[data.RoleExpert] != 1 || roles[data.RoleWelcomer] != 1 {
		t.Errorf("roles are %v", roles)
	}
	if known := knownOf(after, stays.ID); !slices.Equal(known, []string{data.NameKey("Twin of them"), "twin", "twin@example.org"}) {
		t.Errorf("known names are %v", after.KnownNames)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if undone := datatest.Read(t, s); !reflect.DeepEqual(undone, before) {
		t.Error("undo does not bring back both records as they were")
	}
}

// Given the record of whoever leads, when it is the one that goes, then the record that stays leads.
func TestJoiningTheLeader(t *testing.T) {
	s, ctx := datatest.Demo(t), context.Background()
	stays, _ := twoOfOne(t, s)
	leader := datatest.Read(t, s).Community.LeaderID
	if _, err := s.JoinMembers(ctx, stays.ID, leader); err != nil {
		t.Fatal(err)
	}
	if now := datatest.Read(t, s).Community.LeaderID; now != stays.ID {
		t.Errorf("%d leads, want %d", now, stays.ID)
	}
	if _, err := s.JoinMembers(ctx, stays.ID, stays.ID); err == nil {
		t.Error("a record is joined with itself")
	}
}
