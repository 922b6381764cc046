package store_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// recordsOfOne are three records of one person, and an item that names the third in other accents; joined says which into which.
func recordsOfOne(t *testing.T) (s *store.Store, ids [3]int64, folder string) {
	t.Helper()
	ctx := context.Background()
	s = datatest.Founded(t)
	for i, m := range []data.Member{
		{Name: "Zoë Alpha", Email: "za@home.example"},
		{Name: "Zoe Qwertzuiop", Email: "zq@home.example", Phone: "0815 222 333", Note: "second note secrety"},
		{Name: "Zoë Betagamma", SortAs: "Betagamma, Zoë", Email: "zb@home.example", Phone: "0815 444 555", Note: "third note secrety", Called: "Zozo"},
	} {
		m.Kind, m.JoinedOn = data.KindMember, datatest.Today
		ok(t, store.Rows(s, store.Members).Save(ctx, &m))
		ids[i] = m.ID
		ok(t, store.Rows(s, store.FollowUps).Save(ctx, &data.FollowUp{MemberID: m.ID, What: "Thank her", State: data.Asked, On: datatest.Today, Note: "secrety follow-up"}))
	}
	ok(t, store.Rows(s, store.Items).Save(ctx, &data.Item{Title: "Ask ZOE BETAGAMMA, or call 0815/222333", Kind: data.KindAction, Column: data.ColumnIdea, CreatedOn: datatest.Today}))
	folder = filepath.Join(t.TempDir(), "Backups")
	return s, ids, folder
}

var recordWords = []string{"Alpha", "Qwertzuiop", "Betagamma", "BETAGAMMA", "betagamma", "qwertzuiop", "zq@", "zb@", "za@", "222 333", "444 555", "secrety", "Zozo"}

func noRecord(t *testing.T, paths ...string) {
	t.Helper()
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		ok(t, err)
		for _, word := range recordWords {
			if bytes.Contains(raw, []byte(word)) {
				t.Errorf("%s still holds %q", filepath.Base(path), word)
			}
		}
	}
}

func join(t *testing.T, s *store.Store, stays, gone int64) {
	t.Helper()
	ok(t, second(s.JoinMembers(context.Background(), stays, gone)))
}

// Given a person of three records that were joined, one by way of another, undone and redone, when they are erased, then no byte of any
// of the records is left in the file or in the fresh copy, and nothing brings them back.
func TestErasureReachesRecordsJoined(t *testing.T) {
	for name, joins := range map[string]func(s *store.Store, ids [3]int64){
		"one after another": func(s *store.Store, ids [3]int64) {
			join(t, s, ids[0], ids[1])
			join(t, s, ids[0], ids[2])
		},
		"by way of another": func(s *store.Store, ids [3]int64) {
			join(t, s, ids[1], ids[2])
			join(t, s, ids[0], ids[1])
		},
		"undone and redone": func(s *store.Store, ids [3]int64) {
			join(t, s, ids[1], ids[2])
			join(t, s, ids[0], ids[1])
			for range 2 {
				ok(t, second(s.Undo(context.Background())))
			}
			for range 2 {
				ok(t, second(s.Redo(context.Background())))
			}
		},
		"undone and removed": func(s *store.Store, ids [3]int64) {
			join(t, s, ids[0], ids[1])
			join(t, s, ids[0], ids[2])
			ok(t, second(s.Undo(context.Background())))
			ok(t, second(store.Rows(s, store.Members).Remove(context.Background(), ids[2])))
		},
	} {
		s, ids, folder := recordsOfOne(t)
		ctx := context.Background()
		joins(s, ids)
		acts, err := s.Acts(ctx, 100)
		ok(t, err)
		plan, err := s.ErasePlan(ctx, ids[0])
		ok(t, err)
		if !slices.ContainsFunc(plan.Mentions, func(m data.Mention) bool { return m.Replaced && strings.Contains(m.Text, "BETAGAMMA") }) {
			t.Errorf("%s: the plan mentions %+v", name, plan.Mentions)
		}
		ok(t, s.Erase(ctx, ids[0], "former member 1", folder))
		for _, a := range acts {
			if _, _, err := s.BringBack(ctx, a.ID); err == nil && a.Deed.Key != "remove %s" {
				t.Errorf("%s: %q is brought back", name, a.Deed.Key)
			}
		}
		noRecord(t, append(paths(s.Copies(ctx, folder)), s.Path())...)
		items := datatest.Read(t, s).Items
		if title := items[len(items)-1].Title; title != "Ask former member 1, or call former member 1" {
			t.Errorf("%s: the item is called %q", name, title)
		}
	}
}

// Given a joining that was taken back, when one of the two is erased, then the other is there still, whole, and can be changed and removed and brought back.
func TestErasureLeavesWhoIsSomebodyElse(t *testing.T) {
	s, ids, _ := recordsOfOne(t)
	ctx := context.Background()
	join(t, s, ids[0], ids[2])
	ok(t, second(s.Undo(ctx)))
	before, _ := datatest.Read(t, s).MemberByID(ids[2])
	ok(t, s.Erase(ctx, ids[0], "former member 1"))
	if after, there := datatest.Read(t, s).MemberByID(ids[2]); !there || after.Name != before.Name || after.Email != before.Email || after.Note != before.Note {
		t.Errorf("the other is %+v", after)
	}
}

// Given a record that was joined into another, when the history is asked to forget it, then the plan is that of the person, and it is not
// erased beside them; once the person was removed, both go together.
func TestErasingARecordJoined(t *testing.T) {
	s, ids, folder := recordsOfOne(t)
	ctx := context.Background()
	join(t, s, ids[1], ids[2])
	join(t, s, ids[0], ids[1])
	plan, err := s.ErasePlan(ctx, ids[2])
	ok(t, err)
	if plan.MemberID != ids[0] || plan.Removed || plan.Name != "Zoë Alpha" {
		t.Errorf("the plan is %+v", plan)
	}
	refused(t, s.Erase(ctx, ids[2], "a former member", folder), data.CodeInvalid)
	ok(t, second(store.Rows(s, store.Members).Remove(ctx, ids[0])))
	if plan, err = s.ErasePlan(ctx, ids[2]); err != nil || !plan.Removed || plan.MemberID != ids[2] {
		t.Errorf("the plan is %+v: %v", plan, err)
	}
	ok(t, s.Erase(ctx, ids[2], "a former member", folder))
	noRecord(t, append(paths(s.Copies(ctx, folder)), s.Path())...)
}

// Given a follow-up that was removed and a name and an address of before, when the person is erased, then the history forgets them too.
func TestErasureReachesWhatWasRemovedAndRenamed(t *testing.T) {
	s, ids, folder := recordsOfOne(t)
	ctx := context.Background()
	ok(t, second(store.Rows(s, store.FollowUps).Remove(ctx, datatest.Read(t, s).FollowUps[2].ID)))
	ok(t, store.Rows(s, store.Members).Change(ctx, ids[2], store.Visit{Field: "name"}, func(m *data.Member) {
		m.Name, m.SortAs, m.Email, m.Phone, m.Note = "Zoë Delta", "", "zd@home.example", "", ""
	}))
	ok(t, store.Rows(s, store.Items).Save(ctx, &data.Item{Title: "Write to ZB@home.example", Kind: data.KindAction, Column: data.ColumnIdea, CreatedOn: datatest.Today}))
	for _, id := range []int64{ids[2], ids[0], ids[1]} {
		ok(t, s.Erase(ctx, id, "former member 1", folder))
	}
	noRecord(t, append(paths(s.Copies(ctx, folder)), s.Path())...)
}

// Given a table whose headings were a person, by name alone or with an address, as they are remembered, when the person is erased, then
// such columns are forgotten, in the history too; columns of other tables stay.
func TestErasureReachesColumnsRemembered(t *testing.T) {
	s, ids, folder := recordsOfOne(t)
	ctx := context.Background()
	in := data.Intake{Members: []data.Member{{ID: -1, Name: "Bo", Kind: data.KindMember, JoinedOn: datatest.Today}}, Columns: []data.KnownColumns{
		{Headings: "zoe betagamma|zb@home.example|lab 7", Holds: "people", Keys: data.Lines{"name"}},
		{Headings: "betagamma, zoe|lab 7", Holds: "people", Keys: data.Lines{"name"}},
		{Headings: "zozo|lab 7", Holds: "people", Keys: data.Lines{"name"}},
		{Headings: "name|unit", Holds: "people", Keys: data.Lines{"name"}},
	}}
	ok(t, second(s.TakeIn(ctx, in)))
	for _, id := range ids {
		ok(t, s.Erase(ctx, id, "former member 1", folder))
	}
	if left := datatest.Read(t, s).KnownColumns; len(left) != 1 || left[0].Headings != "name|unit" {
		t.Errorf("columns left: %+v", left)
	}
	raw, err := os.ReadFile(s.Path())
	ok(t, err)
	for _, word := range []string{"zoe betagamma", "betagamma, zoe", "zozo", "lab 7"} {
		if bytes.Contains(raw, []byte(word)) {
			t.Errorf("the file still holds %q", word)
		}
	}
}
