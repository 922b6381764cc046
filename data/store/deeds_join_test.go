package store_test

import (
	"context"
	"errors"
	"maps"
	"reflect"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// twoOfOne makes a second record of a member who is there, with something of every kind on each.
func twoOfOne(t *testing.T, s *store.Store) (stays, gone data.Member) {
	t.Helper()
	before := datatest.Read(t, s)
	stays = before.Members[4]
	in := data.Intake{Members: []data.Member{{ID: -1, Name: "Twin of them", Phone: "0815", Kind: data.KindMember, JoinedOn: data.NewDate(2020, 1, 2),
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
	if len(after.KnownNames) != 1 || after.KnownNames[0].MemberID != stays.ID {
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
