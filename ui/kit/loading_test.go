package kit_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// shelf is a page that loads one text.
type shelf struct {
	*kit.Loading
	log []string
	err error
}

func newShelf(deps kit.Deps) *shelf {
	s := &shelf{}
	s.Loading = kit.NewLoading(deps, func(fyne.CanvasObject) { s.log = append(s.log, "trouble") }, func() { s.load("again") })
	return s
}

func (s *shelf) load(text string) {
	s.Run(func(context.Context) (func(), error) {
		return func() { s.log = append(s.log, text) }, s.err
	})
}

func (s *shelf) want(t *testing.T, log ...string) {
	t.Helper()
	if !slices.Equal(s.log, log) {
		t.Errorf("shown were %q, want %q", s.log, log)
	}
}

// Given several readings under way, when they come back in any order, then only the last one asked for is shown, be it an
// answer or a fault.
func TestLoadingDropsLateAnswers(t *testing.T) {
	runner := &uitest.HandRunner{}
	s := newShelf(uitest.Open(t, uitest.Options{Runner: runner}).Deps())
	s.err = errors.New("the first fails")
	s.load("first")
	runner.Work(0)
	s.err = nil
	s.load("second")
	s.load("third")
	runner.Finish(1)
	if s.Loaded() {
		t.Error("loaded before the last answer came")
	}
	runner.Finish(2)
	runner.Finish(0)
	s.want(t, "third")
	if !s.Loaded() {
		t.Error("a late fault took away what was shown")
	}
}

// Given something to do with what is loaded, then it waits for the first answer that can be shown, the last wish in place of
// those before; what is asked for later is done at once.
func TestLoadingKeepsWhatWaits(t *testing.T) {
	s := newShelf(uitest.Open(t, uitest.Options{}).Deps())
	do := func(what string) func() { return func() { s.log = append(s.log, what) } }
	s.WhenLoaded(do("an older wish"))
	s.WhenLoaded(do("a wish"))
	s.err = errors.New("not yet")
	s.load("first")
	s.want(t, "trouble")
	s.err = nil
	s.load("second")
	s.WhenLoaded(do("another"))
	s.load("third")
	s.want(t, "trouble", "second", "a wish", "another", "third")
}

// Given a fault, then its sentence stands with a button that loads again.
func TestLoadingSaysWhatFailed(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	body := container.NewStack()
	s := &shelf{err: data.Fault(data.CodeUnreadable, "The disk does not answer.")}
	s.Loading = kit.NewLoading(w.Deps(), func(o fyne.CanvasObject) { kit.PutInto(body, o) }, func() { s.load("again") })
	w.Show(body)
	s.load("first")
	w.Want("The disk does not answer.")
	s.err = nil
	w.Tap("Try again")
	s.want(t, "again")
}

// Given deeds of which one fails, then it is told and put back, and the others go on.
func TestDeeds(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	var log []string
	note := func(what string) func() { return func() { log = append(log, what) } }
	deeds := kit.NewDeeds(w.Deps(), note("put back"))
	deed := func(err error) func(context.Context) error { return func(context.Context) error { return err } }
	deeds.Do(deed(nil), note("done"))
	deeds.Do(deed(data.Fault(data.CodeFull, "There is no space left.")), note("never"))
	if got := w.LastNotice(); got != "There is no space left." {
		t.Errorf("the notice says %q", got)
	}
	deeds.Do(deed(nil), nil)
	deeds.OfferUndo("It was removed.", deed(nil), note("brought back"))
	n := w.Notices[len(w.Notices)-1]
	if n.Text != "It was removed." || n.Action != "Undo" {
		t.Errorf("the notice is %+v", n)
	}
	n.Do()
	if want := []string{"done", "put back", "brought back"}; !slices.Equal(log, want) {
		t.Errorf("it went %q, want %q", log, want)
	}
	kit.NewDeeds(kit.Deps{Runner: uitest.Inline{}, Say: w.Deps().Say}, nil).OfferUndo("no window", deed(nil), nil) // nothing to tell it to
}

// Given a reading under way, when the page loads anew or is left, then the context of the older one is over and its answer is dropped; a
// reading that came back is not counted as cut.
func TestLoadingEndsWhatNobodyWaitsFor(t *testing.T) {
	runner := &uitest.HandRunner{}
	s := newShelf(uitest.Open(t, uitest.Options{Runner: runner}).Deps())
	var contexts []context.Context
	load := func(text string) {
		s.Run(func(ctx context.Context) (func(), error) {
			contexts = append(contexts, ctx)
			return func() { s.log = append(s.log, text) }, ctx.Err()
		})
	}
	load("first")
	runner.Work(0)
	load("second")
	runner.Work(1)
	if contexts[0].Err() == nil || contexts[1].Err() != nil || !s.Reading() {
		t.Errorf("the first is %v, the second %v", contexts[0].Err(), contexts[1].Err())
	}
	if !s.Stop() || s.Stop() || s.Reading() || contexts[1].Err() == nil {
		t.Error("leaving did not end the second")
	}
	runner.FinishAll()
	s.want(t)
	load("third")
	runner.FinishAll()
	s.want(t, "third")
	if s.Stop() {
		t.Error("what came back was cut")
	}
}
