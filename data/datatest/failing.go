package datatest

import (
	"context"

	"copleader/data"
	"copleader/data/store"
)

// Failing is a store that can't be read, or not written, as long as it is told so. Of the deeds, those that the screens' tests
// try fail; all others are the real ones.
type Failing struct {
	*store.Store
	// Read is what every reading answers with; nil lets it through.
	Read error
	// Write is what a deed answers with.
	Write error
}

// Snapshot fails with Read.
func (f *Failing) Snapshot(ctx context.Context) (*data.Snapshot, error) {
	if f.Read != nil {
		return nil, f.Read
	}
	return f.Store.Snapshot(ctx)
}

// ChangeCommunity fails with Write.
func (f *Failing) ChangeCommunity(ctx context.Context, visit store.Visit, change func(*data.Community)) error {
	return f.orElse(func() error { return f.Store.ChangeCommunity(ctx, visit, change) })
}

// ChangeMember fails with Write.
func (f *Failing) ChangeMember(ctx context.Context, id int64, visit store.Visit, change func(*data.Member)) error {
	return f.orElse(func() error { return f.Store.ChangeMember(ctx, id, visit, change) })
}

// ChangeEvent fails with Write.
func (f *Failing) ChangeEvent(ctx context.Context, id int64, visit store.Visit, change func(*data.Event)) error {
	return f.orElse(func() error { return f.Store.ChangeEvent(ctx, id, visit, change) })
}

// MoveItem fails with Write.
func (f *Failing) MoveItem(ctx context.Context, id int64, to data.Column, index int, reason string) error {
	return f.orElse(func() error { return f.Store.MoveItem(ctx, id, to, index, reason) })
}

// EnterTally fails with Write.
func (f *Failing) EnterTally(ctx context.Context, t data.Tally) error {
	return f.orElse(func() error { return f.Store.EnterTally(ctx, t) })
}

// NoteExport fails with Write.
func (f *Failing) NoteExport(ctx context.Context, e *data.Export) error {
	return f.orElse(func() error { return f.Store.NoteExport(ctx, e) })
}

// Dismiss fails with Write.
func (f *Failing) Dismiss(ctx context.Context, rows ...*data.Dismissal) (store.Done, error) {
	if f.Write != nil {
		return store.Done{}, f.Write
	}
	return f.Store.Dismiss(ctx, rows...)
}

// NoteFollowUp fails with Write.
func (f *Failing) NoteFollowUp(ctx context.Context, r *data.FollowUp) (store.Done, error) {
	if f.Write != nil {
		return store.Done{}, f.Write
	}
	return f.Store.NoteFollowUp(ctx, r)
}

func (f *Failing) orElse(deed func() error) error {
	if f.Write != nil {
		return f.Write
	}
	return deed()
}
