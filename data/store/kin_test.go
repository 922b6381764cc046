package store_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// copyOf is a copy of the file as it is now, somewhere else.
func copyOf(t *testing.T, s *store.Store) string {
	t.Helper()
	raw, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "copy.cop")
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func changeMember(t *testing.T, s *store.Store, id int64, phone string) {
	t.Helper()
	if err := store.Rows(s, store.Members).Change(context.Background(), id, store.Visit{}, func(m *data.Member) { m.Phone = phone }); err != nil {
		t.Fatal(err)
	}
}

// Given an older copy and acts since, some of them undone, when it is read, then what was touched here since is told, and what was made.
func TestHowACopyAndOursGrewApart(t *testing.T) {
	ctx := context.Background()
	s := datatest.Demo(t)
	changeMember(t, s, 2, "1")
	changeMember(t, s, 3, "1")
	path := copyOf(t, s)
	if _, err := s.Undo(ctx); err != nil { // the change of 3, which the copy has
		t.Fatal(err)
	}
	changeMember(t, s, 4, "1")
	m := data.Member{Name: "Ida Neu", Kind: data.KindMember, JoinedOn: datatest.Today}
	if err := store.Rows(s, store.Members).Save(ctx, &m); err != nil {
		t.Fatal(err)
	}
	other, kin, err := s.ReadKin(ctx, path)
	if err != nil || kin == nil || other == nil {
		t.Fatal(kin, err)
	}
	for id, want := range map[int64]bool{2: false, 3: true, 4: true, 5: false, m.ID: true} {
		if got := kin.Here.Has(data.RowMember, id); got != want {
			t.Errorf("%d was touched here: %v", id, got)
		}
	}
	if kin.Unknown || len(kin.There) != 0 || !kin.Here.Made(data.RowMember, m.ID) || kin.Here.Made(data.RowMember, 4) {
		t.Errorf("it is %+v", kin)
	}
}

// Given a copy in which somebody else went on, when it is read, then what was touched there is told too, although the acts have the same numbers.
func TestAColleaguesPart(t *testing.T) {
	ctx := context.Background()
	s := datatest.Demo(t)
	path := copyOf(t, s)
	theirs, err := store.Open(ctx, path, store.Options{Clock: datatest.Now, Owner: "colleague"})
	if err != nil {
		t.Fatal(err)
	}
	changeMember(t, theirs, 5, "5")
	if err := theirs.Close(); err != nil {
		t.Fatal(err)
	}
	changeMember(t, s, 2, "1")
	_, kin, err := s.ReadKin(ctx, path)
	if err != nil || kin == nil {
		t.Fatal(kin, err)
	}
	if !kin.There.Has(data.RowMember, 5) || kin.There.Has(data.RowMember, 2) || !kin.Here.Has(data.RowMember, 2) || kin.Here.Has(data.RowMember, 5) {
		t.Errorf("it is %+v", kin)
	}
}

// Given another community's file, when it is read, then nothing says that it is ours.
func TestAnotherCommunityIsNoKin(t *testing.T) {
	s, other := datatest.Demo(t), datatest.Empty(t)
	if err := other.Found(context.Background(), store.Founding{Name: "Others", Leader: "Ada Leader", TimeZone: "Europe/Berlin"}); err != nil {
		t.Fatal(err)
	}
	if read, kin, err := s.ReadKin(context.Background(), other.Path()); err != nil || kin != nil || read.Community.Name != "Others" {
		t.Errorf("it is %+v, %v", kin, err)
	}
}
