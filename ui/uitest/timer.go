package uitest

import (
	"sync"
	"time"

	"copleader/ui/kit"
)

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
		kit.Guard(call)
	}
}
