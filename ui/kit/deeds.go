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

// Typed is a line that was typed into a field which is there for one line after another.
type Typed struct {
	Field *TextField
	Deed  func(context.Context) error
	Then  func() // may be nil
	// Back, where given, is called once the words stand in the field again, since the deed failed.
	Back func()
}

// DoTyped is Do for such a line. The field is empty at once, since people type faster than a file writes: what follows is the next line.
// Where the deed fails, the words stand in the field again; if something else is being typed there by then, they are told, with a way to
// try once more.
func (d *Deeds) DoTyped(t Typed) {
	words := t.Field.Text
	t.Field.Clear()
	d.write(t, words)
}

func (d *Deeds) write(t Typed, words string) {
	d.Run(func() func() {
		err := t.Deed(context.Background())
		return func() {
			switch {
			case err == nil && t.Then != nil:
				t.Then()
			case err != nil && t.Field.Text == "":
				d.deps.Fail(err)
				t.Field.SetText(words)
				if t.Back != nil {
					t.Back()
				}
			case err != nil:
				n := d.deps.fault(err)
				n.Text = d.deps.Say.Text("“%s” is not written down. %s", words, n.Text)
				n.Action, n.Do = d.deps.Say.Text("Try again"), func() { d.write(t, words) }
				d.deps.notice(n)
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
