package store_test

import (
	"context"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// Given a listener that reads a snapshot, when a snapshot notices what another program wrote, then both come back.
func TestAListenerMayAskForASnapshot(t *testing.T) {
	ctx := context.Background()
	s := datatest.Demo(t)
	other, err := store.Open(ctx, s.Path(), store.Options{Clock: datatest.Now, ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	heard := make(chan error, 1)
	other.Subscribe(func(store.Change) { heard <- second(other.Snapshot(ctx)) })
	datatest.Read(t, other) // the first reading has nothing to compare with
	ok(t, store.Rows(s, store.Members).Change(ctx, 5, store.Visit{}, func(m *data.Member) { m.Site = "Bonn" }))

	read := make(chan error, 1)
	go func() { read <- second(other.Snapshot(ctx)) }()
	for _, wait := range []struct {
		who    string
		answer chan error
	}{{"listener", heard}, {"reader", read}} {
		select {
		case err := <-wait.answer:
			ok(t, err)
		case <-time.After(5 * time.Second):
			t.Fatalf("the %s still waits for its snapshot", wait.who) // closing the file would wait, too
		}
	}
	ok(t, other.Close())
}
