// Package datatest helps tests: a frozen clock, a real store on a temporary
// file, with the demo community or a large one in it.
package datatest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
	_ "time/tzdata" // as the program has it; Windows has no list of time zones that Go reads

	"copleader/data"
	"copleader/data/demo"
	"copleader/data/store"
)

// Today is the day of every test.
var Today = data.NewDate(2026, time.November, 21)

// Now is the moment of every test.
func Now() time.Time { return time.Date(2026, time.November, 21, 10, 0, 0, 0, time.UTC) }

// options open the store of every test.
var options = store.Options{Clock: Now, Owner: "tester"}

// Empty is a store on a new file without a community.
func Empty(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Create(context.Background(), filepath.Join(t.TempDir(), "test.cop"), options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// Founded is a store with a community of one member, its leader.
func Founded(t testing.TB) *store.Store {
	t.Helper()
	s := Empty(t)
	if err := s.Found(context.Background(), store.Founding{Name: "Testers", Leader: "Ada", TimeZone: "Europe/Berlin"}); err != nil {
		t.Fatal(err)
	}
	return s
}

// Demo is a store with the demo community, on a file of its own.
func Demo(t testing.TB) *store.Store {
	t.Helper()
	return demoStore(t, options)
}

func demoStore(t testing.TB, o store.Options) *store.Store {
	t.Helper()
	content, err := demoFile()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "test.cop")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(context.Background(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// demoFile is the content of a file with the demo community. It is made once for all tests of a package and copied for each,
// which takes a quarter of the time.
var demoFile = sync.OnceValues(func() (content []byte, err error) {
	folder, err := os.MkdirTemp("", "demo")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	snapshot, err := demo.Snapshot(Today)
	if err != nil {
		return nil, err
	}
	path := filepath.Join(folder, "demo.cop")
	s, err := store.Create(context.Background(), path, options)
	if err != nil {
		return nil, err
	}
	// Closed, the file holds everything; until then the newest stands in the journal beside it.
	if err := errors.Join(s.Fill(context.Background(), snapshot), s.Close()); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// Filled is a store with the given community.
func Filled(t testing.TB, snapshot *data.Snapshot) *store.Store {
	t.Helper()
	s := Empty(t)
	if err := s.Fill(context.Background(), snapshot); err != nil {
		t.Fatal(err)
	}
	return s
}

// Read is the store's present snapshot.
func Read(t testing.TB, s *store.Store) *data.Snapshot {
	t.Helper()
	snapshot, err := s.Snapshot(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return snapshot
}

// Large is a community of the given size: the demo's charter and health rounds,
// with members, held events over ten years and attendances made up evenly.
func Large(members, events, attendances int) *data.Snapshot {
	s, err := demo.Snapshot(Today)
	if err != nil {
		panic(err) // the demo is part of the program
	}
	units := []string{"Platform", "Payments", "Mobile", "Data", "Operations"}
	for i := len(s.Members); i < members; i++ {
		s.Members = append(s.Members, data.Member{ID: int64(i + 1), Name: fmt.Sprintf("Member %05d Ærøskøbing", i), Unit: units[i%len(units)],
			Kind: data.KindMember, JoinedOn: Today.AddDays(-(i*7)%3600 - 1), Email: fmt.Sprintf("m%d@example.org", i)})
	}
	first := len(s.Events)
	for i := first; i < events; i++ {
		s.Events = append(s.Events, data.Event{ID: int64(i + 1), Title: fmt.Sprintf("Event %d", i), Format: data.Formats[i%len(data.Formats)].Key,
			On: Today.AddDays(-(i*3)%3600 - 1), Start: 16 * 60, TimeZone: "Europe/Berlin", Minutes: 60, Audience: data.OpenEvent,
			Status: data.StatusHeld, Brought: data.NotCounted})
	}
	for i, n := len(s.Attendance), 0; i < attendances && events > first; n++ {
		// Steps that share no factor with the sizes spread people over events, no pair twice.
		event := first + n%(events-first)
		member := 24 + (n/(events-first)*7919+event*31)%max(1, members-24)
		s.Attendance = append(s.Attendance, data.Attendance{ID: int64(i + 1), EventID: int64(event + 1), MemberID: int64(member + 1), Present: true})
		i++
	}
	return s
}
