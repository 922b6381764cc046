package store_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// manyDeeds are the deeds on several members at once, by what the history calls them.
var manyDeeds = map[string]func(s *store.Store, ids []int64) (store.Done, error){
	"change the unit of %d member": func(s *store.Store, ids []int64) (store.Done, error) {
		return s.SetUnits(context.Background(), ids, "Elsewhere")
	},
	"change the topics of %d member": func(s *store.Store, ids []int64) (store.Done, error) {
		return s.ChangeTopics(context.Background(), ids, store.Topics{Knows: data.Lines{"Kubernetes"}, Interests: data.Lines{"Chess"}})
	},
	"set the level of %d member": func(s *store.Store, ids []int64) (store.Done, error) {
		return s.DeclareLevels(context.Background(), ids, data.DeclaredLevel{Level: data.Occasional, Reason: "busy"})
	},
	"give %d member a role": func(s *store.Store, ids []int64) (store.Done, error) {
		return s.SetRoles(context.Background(), ids, data.RoleExpert, true)
	},
	"note that %d member left": func(s *store.Store, ids []int64) (store.Done, error) {
		return s.LeaveTogether(context.Background(), ids, 0)
	},
	"note a follow-up with %d member": func(s *store.Store, ids []int64) (store.Done, error) {
		return s.AddFollowUps(context.Background(), ids, data.FollowUp{What: "A talk?", State: data.Asked, On: datatest.Today})
	},
	"remove %d member": func(s *store.Store, ids []int64) (store.Done, error) {
		return s.RemoveMembers(context.Background(), ids)
	},
}

// Given five members, when something is done to all of them, then it is one act that counts them, and one undo takes it back whole.
func TestSeveralMembersAreOneAct(t *testing.T) {
	for key, do := range manyDeeds {
		s := datatest.Demo(t)
		before := datatest.Read(t, s)
		acts, err := s.Acts(context.Background(), 1000)
		ok(t, err)
		ids := []int64{8, 9, 10, 11, 12}
		done, err := do(s, ids)
		ok(t, err)
		after, err := s.Acts(context.Background(), 1000)
		ok(t, err)
		if len(after) != len(acts)+1 || after[0].Deed.Key != key || after[0].Deed.N != 5 {
			t.Errorf("%s: %d acts more, the newest %+v", key, len(after)-len(acts), after[0].Deed)
		}
		if reflect.DeepEqual(before, datatest.Read(t, s)) {
			t.Errorf("%s changed nothing", key)
		}
		ok(t, done.Undo(context.Background()))
		if !reflect.DeepEqual(before, datatest.Read(t, s)) {
			t.Errorf("%s: the undo left something", key)
		}
	}
}

// Given the leader among several, when they are noted as left or removed, then nobody is and the file is as it was.
func TestSeveralWithTheLeaderStay(t *testing.T) {
	for _, key := range []string{"note that %d member left", "remove %d member"} {
		s := datatest.Demo(t)
		before := datatest.Read(t, s)
		if _, err := manyDeeds[key](s, []int64{8, before.Community.LeaderID, 9}); !data.IsCode(err, data.CodeInvalid) {
			t.Errorf("%s: %v", key, err)
		}
		if !reflect.DeepEqual(before, datatest.Read(t, s)) {
			t.Errorf("%s: something was changed", key)
		}
	}
}

// Given members who know some topics, when topics are added and taken away, then nobody has one twice and the others stay.
func TestTopicsOfSeveral(t *testing.T) {
	s := datatest.Demo(t)
	ctx := context.Background()
	members := store.Rows(s, store.Members)
	for id, knows := range map[int64]data.Lines{8: {"Chess", "Go"}, 9: {"go"}, 10: nil} {
		ok(t, members.Change(ctx, id, store.Visit{}, func(m *data.Member) { m.Knows, m.Interests = knows, data.Lines{"Chess"} }))
	}
	ok(t, second(s.ChangeTopics(ctx, []int64{8, 9, 10}, store.Topics{Knows: data.Lines{"GO", "Rust"}, Gone: data.Lines{"chess"}})))
	for id, want := range map[int64]data.Lines{8: {"Go", "Rust"}, 9: {"go", "Rust"}, 10: {"GO", "Rust"}} {
		d := datatest.Read(t, s)
		if m, _ := d.MemberByID(id); !slices.Equal(m.Knows, want) || len(m.Interests) != 0 {
			t.Errorf("%d knows %v and is interested in %v, want %v", id, m.Knows, m.Interests, want)
		}
	}
}

// Given one member alone, then the act calls them by name.
func TestOneOfSeveralIsNamed(t *testing.T) {
	s := datatest.Demo(t)
	ok(t, second(s.SetUnits(context.Background(), []int64{8}, "Elsewhere")))
	acts, err := s.Acts(context.Background(), 1)
	ok(t, err)
	m, _ := datatest.Read(t, s).MemberByID(8)
	if got := fmt.Sprintf(acts[0].Deed.Key, acts[0].Deed.Args...); got != "change the unit of "+m.Name {
		t.Errorf("the act is %q", got)
	}
}
