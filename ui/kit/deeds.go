package kit

import (
	"context"

	"copleader/data/store"
)

// Deeds are what a page does to the file, in the order in which the person did it. Use them from the window's goroutine only.
type Deeds struct {
	*InOrder
	deps   Deps
	failed func()
}

// NewDeeds makes the deeds of a page; failed, where it is given, puts back a choice on screen that did not hold.
func NewDeeds(deps Deps, failed func()) *Deeds {
	return &Deeds{InOrder: NewInOrder(deps.Runner), deps: deps, failed: failed}
}

// Do does a deed in its turn and says what went wrong, or calls then where it is given.
func (d *Deeds) Do(deed func(context.Context) error, then func()) {
	d.Run(func() func() {
		err := deed(context.Background())
		return func() {
			switch {
			case err != nil:
				d.deps.Fail(err)
				if d.failed != nil {
					d.failed()
				}
			case then != nil:
				then()
			}
		}
	})
}

// DoUndoably is Do for a deed whose undoing is offered by then.
func (d *Deeds) DoUndoably(deed func(context.Context) (store.Done, error), then func(store.Done)) {
	var done store.Done
	d.Do(func(ctx context.Context) (err error) {
		done, err = deed(ctx)
		return err
	}, func() { then(done) })
}

// Followed is what follows from a deed: words for a button, and what it does.
type Followed struct {
	Words string
	Do    func()
}

// OfferUndoAnd is OfferUndo with a second button for what follows from the deed.
func (d *Deeds) OfferUndoAnd(done string, undo func(context.Context) error, f Followed) {
	d.deps.notice(Notice{Text: done, Newest: true, Action: d.deps.Say.Text("Undo"), Do: func() { d.Do(undo, nil) }, Also: f.Words, AlsoDo: f.Do})
}

// OfferUndo says that something was removed, with a button that brings it back and then calls then where it is given.
func (d *Deeds) OfferUndo(removed string, undo func(context.Context) error, then func()) {
	d.deps.notice(Notice{Text: removed, Newest: true, Action: d.deps.Say.Text("Undo"), Do: func() { d.Do(undo, then) }})
}
