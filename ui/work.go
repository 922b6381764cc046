package ui

import (
	"sync"
	"time"

	"copleader/ui/kit"
)

// work is the Runner that pages get: it counts what is under way, so that a file is closed only when the last change is in it,
// and it lives through a fault in what it is given to do.
type work struct {
	runner kit.Runner
	timer  kit.Timer
	// fault is told, on the window's goroutine, of a fault that would have ended the program.
	fault func(err error)

	mu       sync.Mutex
	underway int
	settled  []func()
}

// patience is how long closing waits for work under way.
const patience = 20 * time.Second

// Run does work elsewhere and its result on the window's goroutine.
func (w *work) Run(job func() (done func())) {
	w.mu.Lock()
	w.underway++
	w.mu.Unlock()
	w.do(job, w.end)
}

// do does the work, and calls after when its result is there.
func (w *work) do(job func() (done func()), after func()) {
	w.runner.Run(func() func() {
		done, fault := kit.Caught(job)
		return func() {
			defer after()
			switch {
			case fault != nil:
				w.fault(fault)
			case done != nil:
				kit.Guard(done)
			}
		}
	})
}

// aside is the Runner for what only shows something and changes no file: closing waits for none of it.
type aside struct{ *work }

// Run does such work.
func (a aside) Run(job func() (done func())) { a.do(job, func() {}) }

// end counts a job as done and calls those who waited for the last one. It is called on the window's goroutine.
func (w *work) end() {
	w.mu.Lock()
	w.underway--
	var calls []func()
	if w.underway == 0 {
		calls, w.settled = w.settled, nil
	}
	w.mu.Unlock()
	for _, call := range calls {
		call()
	}
}

// busy tells whether anything is under way.
func (w *work) busy() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.underway > 0
}

// whenSettled calls f once nothing is under way, at the latest when patience ends. It is called on the window's goroutine.
func (w *work) whenSettled(f func()) {
	once := false
	var stop func()
	call := func() {
		if !once {
			once = true
			if stop != nil {
				stop()
			}
			f()
		}
	}
	w.mu.Lock()
	busy := w.underway > 0
	if busy {
		w.settled = append(w.settled, call)
	}
	w.mu.Unlock()
	if !busy {
		call()
		return
	}
	stop = w.timer.After(patience, call)
}
