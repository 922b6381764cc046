package kit

import (
	"sync"
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

// Inline is the Runner of tests: everything happens at once, in order.
type Inline struct{}

// Run does the work and its result before it returns.
func (Inline) Run(work func() (done func())) {
	if done := work(); done != nil {
		done()
	}
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

// HandTimer is the Timer of tests: time passes when Pass is called.
type HandTimer struct {
	mu   sync.Mutex
	now  time.Duration
	next []*handCall
}

type handCall struct {
	at   time.Duration
	call func()
}

// After notes the call.
func (t *HandTimer) After(d time.Duration, f func()) (stop func()) {
	t.mu.Lock()
	defer t.mu.Unlock()
	c := &handCall{at: t.now + d, call: f}
	t.next = append(t.next, c)
	return func() {
		t.mu.Lock()
		defer t.mu.Unlock()
		c.call = nil
	}
}

// Pass lets time go by and makes the calls that have become due.
func (t *HandTimer) Pass(d time.Duration) {
	t.mu.Lock()
	t.now += d
	var due []func()
	var later []*handCall
	for _, c := range t.next {
		switch {
		case c.call == nil:
		case c.at <= t.now:
			due = append(due, c.call)
		default:
			later = append(later, c)
		}
	}
	t.next = later
	t.mu.Unlock()
	for _, call := range due {
		Guard(call)
	}
}
