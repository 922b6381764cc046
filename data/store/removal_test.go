package store_test

import (
	"context"
	"errors"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// Given a removal, then undoing it brings back what was removed, but only as long as nothing was done since.
func TestRemoval(t *testing.T) {
	s, ctx := datatest.Demo(t), context.Background()
	var r store.Removal
	remove := func() {
		t.Helper()
		if err := s.RemoveMember(ctx, 5); err != nil {
			t.Fatal(err)
		}
		r.Note(ctx, s)
	}
	there := func() bool {
		_, there := datatest.Read(t, s).MemberByID(5)
		return there
	}
	remove()
	if err := r.Undo(ctx, s); err != nil || !there() {
		t.Fatalf("brought back: %v, %v", there(), err)
	}
	var fault *data.Error
	if err := r.Undo(ctx, s); !errors.As(err, &fault) || fault.Code != data.CodeNothing {
		t.Errorf("undoing twice: %v", err)
	}
	remove()
	if err := s.ChangeMember(ctx, 6, "", func(m *data.Member) { m.Site = "Bonn" }); err != nil {
		t.Fatal(err)
	}
	if err := r.Undo(ctx, s); !errors.As(err, &fault) || fault.Code != data.CodeNothing || there() {
		t.Errorf("undoing after another deed: %v", err)
	}
	if m, _ := datatest.Read(t, s).MemberByID(6); m.Site != "Bonn" {
		t.Errorf("the other deed was undone: %q", m.Site)
	}
}
