package uitest

import (
	"runtime"
	"slices"
	"testing"
	"time"
)

// Stopwatch is a Runner that measures what is done on the window's goroutine: each thing by itself, since between two of them the window
// draws and answers. What is done beside it doesn't count.
type Stopwatch struct {
	jobs    []func() (done func())
	longest []time.Duration // the longest single thing of each deed
}

// Run keeps the work until what asked for it has ended.
func (s *Stopwatch) Run(work func() (done func())) { s.jobs = append(s.jobs, work) }

// Time does something on the window's goroutine, then all that comes of it.
func (s *Stopwatch) Time(deed func()) {
	s.longest = append(s.longest, 0)
	s.one(deed)
	for len(s.jobs) > 0 {
		work := s.jobs[0]
		s.jobs = s.jobs[1:]
		if done := work(); done != nil {
			s.one(done)
		}
	}
}

// Beside does something away from the window, and then all that comes of it as Time does.
func (s *Stopwatch) Beside(work func()) {
	s.Run(func() func() {
		work()
		return nil
	})
	s.Time(func() {})
}

func (s *Stopwatch) one(do func()) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	start := threadTime()
	do()
	last := &s.longest[len(s.longest)-1]
	*last = max(*last, threadTime()-start)
}

// Reset forgets what was measured.
func (s *Stopwatch) Reset() { s.longest = nil }

// Report tells the longest single thing, of the deed in the middle.
func (s *Stopwatch) Report(b *testing.B) {
	slices.Sort(s.longest)
	b.ReportMetric(float64(s.longest[len(s.longest)/2].Microseconds())/1000, "ms-longest")
	b.ReportMetric(0, "ns/op") // which has all in it that is done beside
}
