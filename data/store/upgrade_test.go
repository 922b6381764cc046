package store

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copleader/data"
)

// Given a file of the first version, with a mark on the road, when it is opened,
// then it is brought to the newest version, nothing is lost, and what is new works.
func TestFilesOfTheFirstVersionAreBroughtUp(t *testing.T) {
	ctx := context.Background()
	all, err := standard()
	must(t, err)
	first := &blueprint{steps: all.steps[:1], layouts: map[int]*layout{}}
	path := filepath.Join(t.TempDir(), "old.cop")
	old, err := Create(ctx, path, Options{blueprint: first})
	must(t, err)
	do(t, old, "found", "INSERT INTO community (name, kind, phase, stage) VALUES ('Old', 'hobby', 'define', 'potential')",
		"INSERT INTO member (name, kind, joined_on) VALUES ('Ada Byron', 'member', '2020-01-02')",
		"INSERT INTO road_mark (step, day, ticked, by_hand) VALUES (5, '2020-01-02', 1, 1), (7, '2020-01-03', 1, 0)",
		"DELETE FROM road_mark WHERE step = 7")
	must(t, old.Close())

	s, err := Open(ctx, path, Options{})
	must(t, err)
	t.Cleanup(func() { _ = s.Close() })
	if up := s.Upgraded(); up == nil || up.From != 1 || up.To != all.newest() {
		t.Fatalf("upgraded %+v", up)
	}
	snapshot, err := s.Snapshot(ctx)
	must(t, err)
	if len(snapshot.Members) != 1 || snapshot.Members[0].Name != "Ada Byron" || snapshot.Members[0].Erased() || len(snapshot.RoadMarks) != 1 || snapshot.RoadMarks[0].Step != 5 {
		t.Errorf("members %+v, road %+v", snapshot.Members, snapshot.RoadMarks)
	}
	must(t, s.NoteRoad(ctx, []int{5, 7}))
	snapshot, err = s.Snapshot(ctx)
	must(t, err)
	// The id of a row that was removed is not given out again.
	if n := len(snapshot.RoadMarks); n != 3 || snapshot.RoadMarks[n-2].ID != 3 {
		t.Errorf("road %+v", snapshot.RoadMarks)
	}
	must(t, s.Erase(ctx, snapshot.Members[0].ID, "former member 1"))
	snapshot, err = s.Snapshot(ctx)
	must(t, err)
	if m := snapshot.Members[0]; m.Name != "former member 1" || m.ErasedOn != data.DateOf(s.clock()) {
		t.Errorf("member %+v", m)
	}
	sound(t, s)
}

// Given an older file that shall keep its version, then it is opened for reading only, which is said; no byte of it changes, nothing lies
// beside it while it is open, and somebody else may have it.
func TestOlderFileKeepsItsVersion(t *testing.T) {
	path := olderFile(t, 3, "old.cop", oldCommunity)
	before, err := os.ReadFile(path)
	must(t, err)
	s, err := Open(context.Background(), path, Options{KeepVersion: true})
	must(t, err)
	defer shut(t, s)
	if because := s.Because(); !s.ReadOnly() || because == nil || !strings.Contains(because.Key, "made by an older version") {
		t.Errorf("read only: %v, %v", s.ReadOnly(), because)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	must(t, err)
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) || len(entries) != 1 {
		t.Errorf("changed: %v, %v; beside it %v", !bytes.Equal(before, after), err, entries)
	}
}
