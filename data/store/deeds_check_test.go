package store_test

import (
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// check does the deed on the demo, after what has to be there before, nil for
// nothing.
func (d *deed) check(t *testing.T, given func(s *store.Store) error) {
	s := datatest.Demo(t)
	if given != nil {
		if err := given(s); err != nil {
			t.Fatal(err)
		}
		s = reopen(t, s) // so that no visit goes on
	}
	before, acts := text(t, s), actCount(t, s)
	if err := d.do(s); err != nil {
		t.Fatal(err)
	}
	if wrong := d.want(datatest.Read(t, s)); wrong != "" {
		t.Fatal(wrong)
	}
	if got := actCount(t, s) - acts; got != 1 {
		t.Fatalf("it was %d acts", got)
	}
	after := text(t, s)
	s = reopen(t, s)
	if got := text(t, s); got != after {
		t.Fatal("the file says something else after a restart")
	}
	noted := passedOver(t, s)
	if err := takeBack(s, noted); err != nil {
		t.Fatal(err)
	}
	if got := text(t, s); got != before {
		t.Fatal("undo left something behind")
	}
	d.refusedByReader(t, s.Path())
	if got := text(t, s); got != before {
		t.Fatal("a file that is only read was changed")
	}
	if noted != 0 {
		return
	}
	if _, err := s.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := text(t, s); got != after {
		t.Fatal("redo brought something else")
	}
}

// passedOver is the newest act if undo passes over it, else 0.
func passedOver(t *testing.T, s *store.Store) int64 {
	t.Helper()
	acts, err := s.Acts(ctx, 1)
	if err != nil || len(acts) != 1 {
		t.Fatal(acts, err)
	}
	if acts[0].Kind != "note" {
		return 0
	}
	if next, ok := s.NextUndo(ctx); ok {
		t.Fatalf("undo would take back %v", next)
	}
	return acts[0].ID
}

// takeBack undoes the newest act, also one that undo passes over.
func takeBack(s *store.Store, noted int64) error {
	if noted != 0 {
		return s.UndoAct(ctx, noted)
	}
	return second(s.Undo(ctx))
}

// refusedByReader does the deed where the file may only be read.
func (d *deed) refusedByReader(t *testing.T, path string) {
	t.Helper()
	reader, err := store.Open(ctx, path, store.Options{ReadOnly: true, Clock: datatest.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = reader.Close() }()
	if err := d.do(reader); !data.IsCode(err, data.CodeReadOnly) {
		t.Errorf("a file that is only read says %v", err)
	}
}

// actCount is how many deeds the journal holds.
func actCount(t *testing.T, s *store.Store) int {
	t.Helper()
	acts, err := s.Acts(ctx, 100)
	if err != nil {
		t.Fatal(err)
	}
	return len(acts)
}
