package kit

import (
	"time"

	"fyne.io/fyne/v2"
)

// Runner does work away from the window's goroutine, and its result on it.
type Runner interface {
	// Run calls work elsewhere; what work returns, if anything, is called on the window's goroutine.
	Run(work func() (done func()))
}

// Background is the Runner of the program: a goroutine, and fyne.Do for the result. It holds the only go statement of the
// window.
type Background struct{}

// Run does the work in a goroutine of its own.
func (Background) Run(work func() (done func())) {
	go func() {
		if done := work(); done != nil {
			fyne.Do(done)
		}
	}()
}

// RealTimer is the Timer of the program.
type RealTimer struct{}

// After calls f on the window's goroutine once d has passed, unless stopped before.
func (RealTimer) After(d time.Duration, f func()) (stop func()) {
	// stopped is read and written on the window's goroutine only, so a call that is already queued is dropped too.
	stopped := false
	t := time.AfterFunc(d, func() {
		fyne.Do(func() {
			if !stopped {
				Guard(f)
			}
		})
	})
	return func() {
		stopped = true
		t.Stop()
	}
}
