package kit_test

import (
	"slices"
	"strings"
	"testing"

	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// heldRunner keeps work until it is told to do it, in any order.
type heldRunner struct{ held []func() func() }

func (r *heldRunner) Run(work func() (done func())) { r.held = append(r.held, work) }

// Given deeds handed over one after another, when the runner is slow, then each begins only after the one before came back.
func TestInOrderKeepsTheOrder(t *testing.T) {
	slow := &heldRunner{}
	q := kit.NewInOrder(slow)
	var log []string
	deed := func(name string, done func()) func() func() {
		return func() func() {
			log = append(log, name)
			return done
		}
	}
	q.Run(deed("first", func() { log = append(log, "first done") }))
	q.Run(deed("second", nil))
	q.Run(deed("third", nil))
	for i := range 3 {
		if len(slow.held) != i+1 {
			t.Fatalf("%d works are under way, want %d", len(slow.held), i+1)
		}
		slow.held[i]()()
	}
	if want := []string{"first", "first done", "second", "third"}; !slices.Equal(log, want) {
		t.Errorf("done in the order %v, want %v", log, want)
	}
}

// Given a deed that leads to another, when it runs inline, then both are done.
func TestInOrderInline(t *testing.T) {
	q := kit.NewInOrder(uitest.Inline{})
	var log []string
	q.Run(func() func() {
		q.Run(func() func() { log = append(log, "inner"); return nil })
		log = append(log, "outer")
		return nil
	})
	if want := []string{"outer", "inner"}; !slices.Equal(log, want) {
		t.Errorf("done in the order %v, want %v", log, want)
	}
}

// Given a deed that breaks, then it is told on the window's side and the next deed is still done.
func TestInOrderOutlivesAFault(t *testing.T) {
	slow := &heldRunner{}
	q := kit.NewInOrder(slow)
	q.Run(func() func() { panic("broken") })
	done := false
	q.Run(func() func() { done = true; return nil })
	func() {
		defer func() {
			if reason, ok := recover().(error); !ok || !strings.HasPrefix(reason.Error(), "broken\n") {
				t.Errorf("told %v", reason)
			}
		}()
		slow.held[0]()()
	}()
	slow.held[1]()()
	if !done {
		t.Error("the next deed was not done")
	}
}
