package store_test

import (
	"reflect"
	"slices"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// Given an event that was removed, and much done since, when it is brought back, then it is there again with all that hung on it, what was
// done since stays, and the bringing back is undone like any deed.
func TestRemovedComesBack(t *testing.T) {
	t.Parallel()
	s := datatest.Demo(t)
	before := datatest.Read(t, s)
	event := before.Events[2]
	ok(t, second(store.Rows(s, store.Events).Remove(ctx, event.ID)))
	removal := newestAct(t, s)
	addMembers(t, s, "Ana")
	ok(t, s.SetSetting(ctx, "level.fewEvents", store.Visit{}, "5"))
	b, done, err := s.BringBack(ctx, removal)
	if err != nil || b.Rows == 0 || b.Left != 0 {
		t.Fatalf("%+v, %v", b, err)
	}
	acts, err := s.Acts(ctx, 1)
	if err != nil || acts[0].Deed.Key != "bring back %s" || !reflect.DeepEqual(acts[0].Deed.Args[0], event.Called(datatest.Today)) {
		t.Errorf("it is called %+v, %v", acts[0].Deed, err)
	}
	after := datatest.Read(t, s)
	for what, counts := range map[string][2]int{
		"events": {len(before.Events), len(after.Events)}, "attendance": {len(before.Attendance), len(after.Attendance)},
		"roles": {len(before.EventRoles), len(after.EventRoles)}, "agenda": {len(before.Agenda), len(after.Agenda)},
		"members": {len(before.Members) + 1, len(after.Members)}, "items of events": {ofEvents(before), ofEvents(after)},
	} {
		if counts[0] != counts[1] {
			t.Errorf("%s: %d, want %d", what, counts[1], counts[0])
		}
	}
	_, _, err = s.BringBack(ctx, removal)
	refused(t, err, data.CodeNothing)
	ok(t, done.Undo(ctx))
	if got := datatest.Read(t, s); len(got.Events) != len(before.Events)-1 {
		t.Errorf("undone, there are %d events", len(got.Events))
	}
	ok(t, second(s.Redo(ctx)))
	ok(t, second(s.Undo(ctx)))
	ok(t, second(s.Undo(ctx))) // Ana
	ok(t, second(s.Undo(ctx))) // the removal
	if got := datatest.Read(t, s); len(got.Events) != len(before.Events) || len(got.Attendance) != len(before.Attendance) {
		t.Errorf("after all there are %d events, %d attendances", len(got.Events), len(got.Attendance))
	}
}

// ofEvents counts the items that lead to an event.
func ofEvents(s *data.Snapshot) (n int) {
	for i := range s.Items {
		if s.Items[i].EventID != 0 {
			n++
		}
	}
	return n
}

// What hung on something that is gone itself waits for it; what only named it comes back without the name.
func TestWhatBelongsToSomethingGoneWaits(t *testing.T) {
	t.Parallel()
	s := datatest.Founded(t)
	members, items := store.Rows(s, store.Members), store.Rows(s, store.Items)
	m := data.Member{Name: "Ana", Kind: data.KindMember, JoinedOn: datatest.Today}
	ok(t, members.Save(ctx, &m))
	c := data.Contribution{MemberID: m.ID, On: datatest.Today, Kind: data.Published}
	ok(t, store.Rows(s, store.Contributions).Save(ctx, &c))
	i := data.Item{Title: "A thing", Kind: data.KindArtefact, Column: data.ColumnIdea, CreatedOn: datatest.Today, OwnerID: m.ID}
	ok(t, items.Save(ctx, &i))
	ok(t, second(store.Rows(s, store.Contributions).Remove(ctx, c.ID)))
	contribution := newestAct(t, s)
	ok(t, second(items.Remove(ctx, i.ID)))
	item := newestAct(t, s)
	ok(t, second(members.Remove(ctx, m.ID)))
	person := newestAct(t, s)

	_, _, err := s.BringBack(ctx, contribution)
	refused(t, err, data.CodeNothing)
	if got := newestAct(t, s); got != person {
		t.Error("refused, and there is an act of it")
	}
	b, _, err := s.BringBack(ctx, item)
	if got := datatest.Read(t, s); err != nil || b.Rows == 0 || len(got.Items) != 1 || got.Items[0].OwnerID != 0 {
		t.Fatalf("%+v, %v, %+v", b, err, got.Items)
	}
	if _, _, err := s.BringBack(ctx, person); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.BringBack(ctx, contribution); err != nil {
		t.Fatal(err)
	}
	if got := datatest.Read(t, s); len(got.Contributions) != 1 || len(got.Members) != 2 || got.Contributions[0].MemberID != m.ID {
		t.Errorf("%+v %+v", got.Members, got.Contributions)
	}
}

// References that a removal emptied are filled again, unless something else was put there since.
func TestReferencesAreFilledAgain(t *testing.T) {
	t.Parallel()
	s := datatest.Founded(t)
	items := store.Rows(s, store.Items)
	m := data.Member{Name: "Ana", Kind: data.KindMember, JoinedOn: datatest.Today}
	ok(t, store.Rows(s, store.Members).Save(ctx, &m))
	var ids []int64
	for _, title := range []string{"One", "Other"} {
		i := data.Item{Title: title, Kind: data.KindArtefact, Column: data.ColumnIdea, CreatedOn: datatest.Today, OwnerID: m.ID}
		ok(t, items.Save(ctx, &i))
		ids = append(ids, i.ID)
	}
	ok(t, second(store.Rows(s, store.Members).Remove(ctx, m.ID)))
	removal := newestAct(t, s)
	leader := datatest.Read(t, s).Community.LeaderID
	ok(t, items.Change(ctx, ids[1], store.Visit{}, func(i *data.Item) { i.OwnerID = leader }))
	if _, _, err := s.BringBack(ctx, removal); err != nil {
		t.Fatal(err)
	}
	got := datatest.Read(t, s)
	one, _ := got.ItemByID(ids[0])
	other, _ := got.ItemByID(ids[1])
	if one.OwnerID != m.ID || other.OwnerID != leader {
		t.Errorf("owners %d and %d", one.OwnerID, other.OwnerID)
	}
}

// Where another has taken the place of what can be there once only, it doesn't come back.
func TestPlaceThatIsTaken(t *testing.T) {
	t.Parallel()
	s := datatest.Founded(t)
	roles := store.Rows(s, store.RoleDefinitions)
	r := data.RoleDefinition{Role: data.RoleCoreTeam, Duty: "Holds the room"}
	ok(t, roles.Save(ctx, &r))
	ok(t, second(roles.Remove(ctx, r.ID)))
	removal := newestAct(t, s)
	ok(t, roles.Save(ctx, &data.RoleDefinition{Role: data.RoleCoreTeam, Duty: "Another"}))
	_, _, err := s.BringBack(ctx, removal)
	refused(t, err, data.CodeNothing)
	if got := datatest.Read(t, s).RoleDefs; len(got) != 1 || got[0].Duty != "Another" {
		t.Errorf("%+v", got)
	}
}

// What went with the undoing of its adding comes back too, once something else was done and redo is past.
func TestUndoneAddingComesBack(t *testing.T) {
	t.Parallel()
	s := datatest.Founded(t)
	addMembers(t, s, "Ana")
	adding := newestAct(t, s)
	ok(t, second(s.Undo(ctx)))
	addMembers(t, s, "Bo")
	refused(t, second(s.Redo(ctx)), data.CodeNothing)
	if _, _, err := s.BringBack(ctx, adding); err != nil {
		t.Fatal(err)
	}
	if got := datatest.Read(t, s).Members; len(got) != 3 || got[1].Name != "Ana" {
		t.Errorf("%+v", got)
	}
	_, _, err := s.BringBack(ctx, adding)
	refused(t, err, data.CodeNothing)
	for _, act := range []int64{0, 9999, newestAct(t, s)} {
		_, _, err := s.BringBack(ctx, act)
		refused(t, err, data.CodeNothing)
	}
}

// Somebody erased does not come back.
func TestErasedDoesNotComeBack(t *testing.T) {
	t.Parallel()
	s := datatest.Founded(t)
	addMembers(t, s, "Ana")
	id := datatest.Read(t, s).Members[1].ID
	c := data.Contribution{MemberID: id, On: datatest.Today, Kind: data.Published, Note: "By Ana"}
	ok(t, store.Rows(s, store.Contributions).Save(ctx, &c))
	ok(t, second(store.Rows(s, store.Contributions).Remove(ctx, c.ID)))
	removal := newestAct(t, s)
	ok(t, s.Erase(ctx, id, "former member 1"))
	_, _, err := s.BringBack(ctx, removal)
	refused(t, err, data.CodeNothing)
	if got := datatest.Read(t, s).Contributions; len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

// Given somebody who was removed with what hung on them, or whose adding was undone, once they were forgotten for good, then nothing of it
// can come back, and that is why; before, and of somebody else, it can.
func TestWhoWasForgottenDoesNotComeBack(t *testing.T) {
	t.Parallel()
	s := datatest.Demo(t)
	member := func(name string) int64 {
		m := data.Member{Name: name, Kind: data.KindMember, JoinedOn: datatest.Today}
		ok(t, store.Rows(s, store.Members).Save(ctx, &m))
		return m.ID
	}
	zaphod, arthur := member("Zaphod Beeblebrox"), member("Arthur Dent")
	ok(t, s.SetPresent(ctx, datatest.Read(t, s).Events[0].ID, []int64{zaphod}, true))
	ok(t, second(store.Rows(s, store.Members).Remove(ctx, zaphod)))
	removal := newestAct(t, s)
	ok(t, second(store.Rows(s, store.Members).Remove(ctx, arthur)))
	another := newestAct(t, s)
	trillian := member("Trillian Astra")
	added := newestAct(t, s)
	ok(t, second(s.Undo(ctx)))
	wantBringable(t, s, "before", map[int64]store.Bringable{removal: {May: true, Missing: true}, added: {May: true, Missing: true}, another: {May: true, Missing: true}})
	ok(t, s.Erase(ctx, zaphod, "a former member"))
	ok(t, s.Erase(ctx, trillian, "a former member"))
	wantBringable(t, s, "forgotten", map[int64]store.Bringable{removal: {Missing: true, Forgotten: true}, added: {Forgotten: true}, another: {May: true, Missing: true}})
	_, _, err := s.BringBack(ctx, another)
	ok(t, err)
	wantBringable(t, s, "there again", map[int64]store.Bringable{another: {}})
}

func wantBringable(t *testing.T, s *store.Store, when string, want map[int64]store.Bringable) {
	t.Helper()
	for act, want := range want {
		if got, err := s.Bringable(ctx, act); err != nil || got != want {
			t.Errorf("%s, act %d: %+v, %v, want %+v", when, act, got, err, want)
		}
	}
}

// Given several things removed one by one, one of them before what it belonged to, when they are brought back together, then all are
// there as one act, whatever is there already is left, and one undo takes them away again.
func TestSeveralRemovedComeBackTogether(t *testing.T) {
	t.Parallel()
	s := datatest.Demo(t)
	before := datatest.Read(t, s)
	remove := func(act func() error) int64 { ok(t, act()); return newestAct(t, s) }
	given := before.Contributions[slices.IndexFunc(before.Contributions, func(c data.Contribution) bool { return c.MemberID != before.Community.LeaderID })]
	contribution := remove(func() error { return second(store.Rows(s, store.Contributions).Remove(ctx, given.ID)) })
	person := remove(func() error { return second(store.Rows(s, store.Members).Remove(ctx, given.MemberID)) })
	item := remove(func() error { return second(store.Rows(s, store.Items).Remove(ctx, before.Items[0].ID)) })
	story := remove(func() error { return second(store.Rows(s, store.Stories).Remove(ctx, before.Stories[0].ID)) })
	_, _, err := s.BringBack(ctx, story)
	ok(t, err)
	b, done, err := s.BringBack(ctx, contribution, item, story, person)
	if err != nil || b.Left != 0 {
		t.Fatalf("%+v, %v", b, err)
	}
	after := datatest.Read(t, s)
	if _, there := after.MemberByID(given.MemberID); !there || len(after.Contributions) != len(before.Contributions) || len(after.Items) != len(before.Items) {
		t.Errorf("there are %d contributions of %d, %d items of %d, the person: %v", len(after.Contributions), len(before.Contributions),
			len(after.Items), len(before.Items), there)
	}
	acts, err := s.Acts(ctx, 1)
	if err != nil || acts[0].Deed.Key != "bring back what was removed" {
		t.Errorf("it is called %+v, %v", acts[0].Deed, err)
	}
	_, _, err = s.BringBack(ctx, contribution, item, story, person)
	refused(t, err, data.CodeNothing)
	ok(t, done.Undo(ctx))
	if got := datatest.Read(t, s); len(got.Items) != len(before.Items)-1 || len(got.Stories) != len(before.Stories) || len(got.Members) != len(before.Members)-1 {
		t.Errorf("undone, there are %d items, %d stories, %d members", len(got.Items), len(got.Stories), len(got.Members))
	}
}
