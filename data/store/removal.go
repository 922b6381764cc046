package store

import (
	"context"
	"reflect"

	"copleader/data"
)

// Removal is the last removal done from one place, so that the Undo offered there takes back just that and nothing done since.
type Removal struct{ deed Deed }

// undoer is what taking back needs of a Store.
type undoer interface {
	NextUndo(ctx context.Context) (Deed, bool)
	Undo(ctx context.Context) (Deed, error)
}

// Note remembers what was just removed.
func (r *Removal) Note(ctx context.Context, s undoer) { r.deed, _ = s.NextUndo(ctx) }

// Undo brings back what was removed, as long as nothing was done since.
func (r *Removal) Undo(ctx context.Context, s undoer) error {
	if next, ok := s.NextUndo(ctx); !ok || !reflect.DeepEqual(next, r.deed) {
		return data.Fault(data.CodeNothing, "Something else was done since; Undo in the Edit menu goes back step by step.")
	}
	_, err := s.Undo(ctx)
	return err
}
